//! Iron that is missing in iron-deficiency anaemia.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{HEMOGLOBIN, WEIGHT};
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

const GOAL: Quantity = quantity(
    "target_hemoglobin",
    &units::HEMOGLOBIN_GOAL,
    "Haemoglobin aimed at",
    "Hemoglobina-alvo",
)
.defined(
    "Usually 15 g/dL from 35 kg on and 13 g/dL below; many aim lower.",
    "Em geral 15 g/dL a partir de 35 kg e 13 g/dL abaixo; muitos visam menos.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "iron-deficit-ganzoni-1970",
    version: "1.0.0",
    category: Category::Haematology,
    title: text("Iron deficit (Ganzoni)", "Déficit de ferro (Ganzoni)"),
    description: text(
        "Total iron, stores included, that a person with iron-deficiency anaemia lacks. It is no \
         single dose: each product has a greatest dose of its own. In obesity use the ideal \
         weight; in pregnancy the weight before it.",
        "Ferro total, com as reservas, que falta a uma pessoa com anemia ferropriva. Não é dose \
         única: cada produto tem dose máxima própria. Na obesidade use o peso ideal; na gestação, \
         o peso anterior.",
    ),
    aliases: &[
        "Ganzoni",
        "ferro endovenoso",
        "IV iron",
        "anemia ferropriva",
        "sacarato",
        "carboximaltose",
    ],
    inputs: &[WEIGHT.input, HEMOGLOBIN.input, GOAL.input],
    results: &[output(
        OutputKind::Measurement,
        "iron_deficit",
        text("Total iron deficit", "Déficit total de ferro"),
        "mg",
        0,
    )],
    assumptions: &[text(
        "The stores to fill are 500 mg from 35 kg of weight on, and 15 mg/kg below.",
        "As reservas a repor são 500 mg a partir de 35 kg de peso, e 15 mg/kg abaixo.",
    )],
    reference: Reference {
        citation: "Ganzoni AM. [Intravenous iron-dextran: therapeutic and experimental \
                   possibilities]. Schweiz Med Wochenschr 1970;100:301-303.",
        doi: None,
        pmid: Some("5413918"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    match (values.find(HEMOGLOBIN), values.find(GOAL)) {
        (Some(now), Some(goal)) if goal <= now => Finding::together(
            &[HEMOGLOBIN.input.name, GOAL.input.name],
            text(
                "the haemoglobin aimed at must be higher than the present one",
                "a hemoglobina-alvo deve ser maior que a atual",
            ),
        ),
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let weight = values.of(WEIGHT)?;
    let stores = if weight < 35.0 { 15.0 * weight } else { 500.0 };
    let missing = values.of(GOAL)? - values.of(HEMOGLOBIN)?;
    // 2.4 is 3.4 mg of iron a gram of haemoglobin in 0.07 L of blood a kilogram, by 10
    // for decilitres.
    Ok(Outcome::number(
        "iron_deficit",
        weight * missing * 2.4 + stores,
    ))
}
