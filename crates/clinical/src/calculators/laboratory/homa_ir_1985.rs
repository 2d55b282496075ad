//! Insulin resistance by the homeostasis model assessment.

use crate::definition::{Calculator, Category, Input, Outcome, Output, Reference, text};
use crate::inputs::{GLUCOSE, quantity};
use crate::units;
use crate::values::Values;

const FASTING_INSULIN: Input = quantity(
    "insulin",
    &units::INSULIN,
    "Fasting insulin",
    "Insulina em jejum",
);
const FASTING_GLUCOSE: Input = Input {
    title: text("Fasting glucose", "Glicose em jejum"),
    ..GLUCOSE
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "homa-ir-1985",
    version: "1.0.0",
    category: Category::Laboratory,
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
    inputs: &[FASTING_INSULIN, FASTING_GLUCOSE],
    results: &[Output {
        name: "homa_ir",
        title: text("HOMA-IR", "HOMA-IR"),
        unit: "1",
        digits: 2,
        loinc: None,
        interpretations: &[],
    }],
    validity: &[],
    assumptions: &[text(
        "Glucose and insulin are fasting values of the same sample.",
        "Glicose e insulina são valores em jejum da mesma amostra.",
    )],
    reference: Reference {
        citation: "Matthews DR, Hosker JP, Rudenski AS, Naylor BA, Treacher DF, Turner RC. \
                   Homeostasis model assessment: insulin resistance and beta-cell function from \
                   fasting plasma glucose and insulin concentrations in man. Diabetologia \
                   1985;28:412-419.",
        doi: None,
        pmid: Some("3899825"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    let index = values.number("insulin") * values.number("glucose") / 405.0;
    Outcome::number("homa_ir", index)
}
