//! Function of the beta cells by the homeostasis model assessment.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::inputs::{FASTING_GLUCOSE, FASTING_INSULIN};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "homa-beta-1985",
    version: "1.0.0",
    category: Category::Metabolism,
    title: text(
        "Beta-cell function (HOMA-beta)",
        "Função das células beta (HOMA-beta)",
    ),
    description: text(
        "Index of the function of the beta cells from fasting insulin and glucose, in percent of a \
         reference person. Near a glucose of 63 mg/dL it grows without measure, and at or below it \
         there is none. It belongs beside HOMA-IR, has no cutoff of its own, and says nothing in \
         people who are treated with insulin.",
        "Índice da função das células beta por insulina e glicose em jejum, em porcentagem de uma \
         pessoa de referência. Perto de glicose de 63 mg/dL cresce sem medida, e nela ou abaixo não \
         existe. Deve acompanhar o HOMA-IR, não tem ponto de corte próprio e não informa nada em \
         quem usa insulina.",
    ),
    aliases: &["HOMA-B", "HOMA-%B", "HOMA-β", "célula beta", "insulina"],
    inputs: &[FASTING_INSULIN.input, FASTING_GLUCOSE.input],
    results: &[output(
        OutputKind::Laboratory,
        "homa_beta",
        text("HOMA-beta", "HOMA-beta"),
        "%",
        0,
    )],
    assumptions: &[text(
        "Glucose and insulin are fasting values of the same sample.",
        "Glicose e insulina são valores em jejum da mesma amostra.",
    )],
    reference: Reference {
        citation: "Matthews DR, Hosker JP, Rudenski AS, Naylor BA, Treacher DF, Turner RC. \
                   Homeostasis model assessment: insulin resistance and beta-cell function from \
                   fasting plasma glucose and insulin concentrations in man. Diabetologia \
                   1985;28:412-419.",
        doi: Some("10.1007/BF00280883"),
        pmid: Some("3899825"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Both forms are in use; 3.5 mmol/L converted is 63.05 mg/dL, so each unit has its own.
fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let insulin = values.of(FASTING_INSULIN)?;
    let (factor, excess) = match values.as_sent(FASTING_GLUCOSE)? {
        (glucose, "mmol/L") => (20.0, glucose - 3.5),
        (glucose, "mg/dL") => (360.0, glucose - 63.0),
        _ => return Err(NoResult::Defect("a unit of glucose has no equation")),
    };
    if excess <= 0.0 {
        return Err(NoResult::outside(
            &[FASTING_GLUCOSE.input.name],
            text(
                "glucose must be more than 63 mg/dL (3.5 mmol/L): below it the equation has no \
                 answer",
                "glucose deve ser maior que 63 mg/dL (3,5 mmol/L): abaixo disso a equação não tem \
                 resposta",
            ),
        ));
    }
    Ok(Outcome::number("homa_beta", factor * insulin / excess))
}
