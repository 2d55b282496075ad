//! Insulin resistance by the homeostasis model assessment.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{FASTING_GLUCOSE, FASTING_INSULIN};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "homa-ir-1985",
    version: "2.0.0",
    category: Category::Metabolism,
    title: text(
        "Insulin resistance (HOMA-IR)",
        "Resistência à insulina (HOMA-IR)",
    ),
    description: text(
        "Index of insulin resistance from fasting insulin and glucose. Its cutoffs depend on the \
         population and on the insulin assay, so none is given; it says nothing in people who are \
         treated with insulin.",
        "Índice de resistência à insulina por insulina e glicose em jejum. Seus pontos de corte \
         dependem da população e do ensaio de insulina, por isso nenhum é dado; não informa nada \
         em quem usa insulina.",
    ),
    inputs: &[FASTING_INSULIN.input, FASTING_GLUCOSE.input],
    results: &[Output {
        name: "homa_ir",
        title: text("HOMA-IR", "HOMA-IR"),
        unit: "1",
        digits: 2,
        loinc: None,
        kind: OutputKind::Laboratory,
        by: None,
        interpretations: &[],
    }],
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

/// The publication divides mmol/L by 22.5; 405 is the rounded product of that and the
/// conversion, in use where glucose is in mg/dL. Each unit has its own.
fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (glucose, divisor) = match values.as_sent(FASTING_GLUCOSE)? {
        (glucose, "mmol/L") => (glucose, 22.5),
        (glucose, "mg/dL") => (glucose, 405.0),
        _ => return Err(NoResult::Defect("a unit of glucose has no divisor")),
    };
    let index = values.of(FASTING_INSULIN)? * glucose / divisor;
    Ok(Outcome::number("homa_ir", index))
}
