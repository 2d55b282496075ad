//! Predicted body weight, and the tidal volumes that go with it.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference,
    output, text,
};
use crate::inputs::{HEIGHT, SEX};
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "pbw-ardsnet-2000",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Predicted body weight and tidal volume (ARDSNet)",
        "Peso predito e volume corrente (ARDSNet)",
    ),
    description: text(
        "Body weight that the height predicts, and the volumes of 6 and 8 mL for each kilogram of \
         it, for protective ventilation of adults. Not the actual weight and not a weight to dose \
         drugs by.",
        "Peso que a altura prediz, e os volumes de 6 e 8 mL por quilograma dele, para ventilação \
         protetora de adultos. Não é o peso real nem peso para dose de medicamentos.",
    ),
    aliases: &[
        "peso predito",
        "PBW",
        "volume corrente",
        "ventilação mecânica protetora",
        "SDRA",
        "ARDS",
        "tidal volume",
    ],
    inputs: &[SEX.input, HEIGHT.input],
    results: &[
        output(
            OutputKind::Measurement,
            "predicted_weight",
            text("Predicted body weight", "Peso corporal predito"),
            "kg",
            1,
        ),
        output(
            OutputKind::Measurement,
            "tidal_volume_6",
            text("Tidal volume of 6 mL/kg", "Volume corrente de 6 mL/kg"),
            "mL",
            0,
        ),
        output(
            OutputKind::Measurement,
            "tidal_volume_8",
            text("Tidal volume of 8 mL/kg", "Volume corrente de 8 mL/kg"),
            "mL",
            0,
        ),
    ],
    // The heights of the network's own table, 48 to 84 inches.
    validity: &[HEIGHT.between(121.92, 213.36)],
    assumptions: &[
        ADULT,
        text(
            "The trial began at 6 mL/kg and kept the plateau pressure at 30 cmH2O or less; pressure, \
             pH and oxygen decide what follows.",
            "O estudo partiu de 6 mL/kg com pressão de platô de até 30 cmH2O; pressão, pH e \
             oxigenação decidem o ajuste.",
        ),
    ],
    reference: Reference {
        citation: "The Acute Respiratory Distress Syndrome Network. Ventilation with lower tidal \
                   volumes as compared with traditional tidal volumes for acute lung injury and \
                   the acute respiratory distress syndrome. N Engl J Med 2000;342:1301-1308.",
        doi: Some("10.1056/NEJM200005043421801"),
        pmid: Some("10793162"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let least = values.of(SEX)?.pick(50.0, 45.5);
    let weight = steady(least + 0.91 * (values.of(HEIGHT)? - 152.4));
    Ok(Outcome::number("predicted_weight", weight)
        .and("tidal_volume_6", steady(6.0 * weight))
        .and("tidal_volume_8", steady(8.0 * weight)))
}
