//! EuroSCORE II, the risk of death in hospital after cardiac surgery.

use super::euroscore_inputs::{
    CRITICAL, GRADED, INPUTS, INTERVENTION, PRESENT, THORACIC_AORTA, URGENCY,
};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::inputs::{AGE, SEX};
use crate::values::Values;
use crate::violation::Finding;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "euroscore-ii-2012",
    version: "1.0.0",
    category: Category::Surgery,
    title: text("EuroSCORE II", "EuroSCORE II"),
    description: text(
        "Risk of death in hospital after major cardiac surgery in adults. The edition of 2012, not \
         the additive or the logistic EuroSCORE. Derived in 43 countries; calibrate it with your \
         own results. Not for transplantation nor for catheter valves.",
        "Risco de morte hospitalar após cirurgia cardíaca de grande porte em adultos. É a edição de \
         2012, não o EuroSCORE aditivo nem o logístico. Derivado em 43 países; calibre com os \
         resultados do seu serviço. Não usar em transplante nem em valva por cateter.",
    ),
    aliases: &[
        "EuroSCORE 2",
        "cardiac surgery",
        "cirurgia cardíaca",
        "CABG",
        "valve surgery",
        "troca valvar",
    ],
    inputs: INPUTS,
    results: &[output(
        OutputKind::Risk,
        "hospital_mortality",
        text(
            "Probability of death in hospital",
            "Probabilidade de morte hospitalar",
        ),
        "%",
        2,
    )],
    validity: &[AGE.between(18.0, 95.0)],
    reference: Reference {
        citation: "Nashef SAM, Roques F, Sharples LD, et al. EuroSCORE II. Eur J Cardiothorac Surg \
                   2012;41:734-745.",
        doi: Some("10.1093/ejcts/ezs043"),
        pmid: Some("22378855"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// A bypass alone leaves the aorta alone.
fn check(values: &Values) -> Vec<Finding> {
    let alone = values.find(INTERVENTION) == Some("isolated-cabg");
    if alone && values.find(THORACIC_AORTA) == Some(true) {
        let message = text(
            "surgery on the thoracic aorta is a procedure of its own: cardiac_procedures cannot be \
             isolated-cabg",
            "cirurgia da aorta torácica é um procedimento a mais: cardiac_procedures não pode ser \
             isolated-cabg",
        );
        let inputs = [INTERVENTION.input.name, THORACIC_AORTA.input.name];
        return Finding::together(&inputs, message);
    }
    Vec::new()
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // One up to 60 years, and one more for each year after.
    let years = (values.of(AGE)? - 59.0).max(1.0);
    let mut odds = -5.324_537 + 0.028_518_1 * years + values.of(SEX)?.pick(0.0, 0.219_643_4);
    for factor in &PRESENT {
        if values.of(factor.flag)? {
            odds += factor.weight;
        }
    }
    for factor in &GRADED {
        let grade = values.of(factor.choice)?;
        let weight = factor.weights.iter().find(|(code, _)| *code == grade);
        odds += weight.map_or(0.0, |(_, weight)| *weight);
    }
    let salvage = values.of(URGENCY)? == "salvage" && !values.of(CRITICAL)?;
    let percent = 100.0 / (1.0 + (-odds).exp());
    Ok(Outcome::number("hospital_mortality", percent).warn_if(
        salvage,
        text(
            "Cardiac massage before the operation is a critical preoperative state too: check that \
             answer.",
            "Massagem cardíaca antes da cirurgia também é estado pré-operatório crítico: confira essa \
             resposta.",
        ),
    ))
}
