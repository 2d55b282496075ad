//! Anion gap of the serum, also corrected for albumin.

use crate::definition::{Calculator, Category, Input, Outcome, Output, Reference, text};
use crate::inputs::{ALBUMIN, SODIUM, quantity};
use crate::units;
use crate::values::Values;

const CHLORIDE: Input = quantity("chloride", &units::CHLORIDE, "Chloride", "Cloreto");
const BICARBONATE: Input = quantity(
    "bicarbonate",
    &units::BICARBONATE,
    "Bicarbonate",
    "Bicarbonato",
);
const ALBUMIN_IF_KNOWN: Input = Input {
    required: false,
    ..ALBUMIN
};

const GAP: Output = Output {
    name: "anion_gap",
    title: text("Anion gap", "Ânion gap"),
    unit: "mmol/L",
    digits: 1,
    loinc: Some("33037-3"),
    interpretations: &[],
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "anion-gap",
    version: "1.0.0",
    category: Category::Laboratory,
    title: text("Anion gap", "Ânion gap"),
    description: text(
        "Sodium less chloride and bicarbonate, without potassium, for metabolic acidosis; with \
         albumin also the gap corrected for it, because a low albumin hides a raised gap. Compare \
         it with the range of the laboratory that measured.",
        "Sódio menos cloreto e bicarbonato, sem potássio, na acidose metabólica; com a albumina, \
         também o valor corrigido por ela, pois albumina baixa esconde um ânion gap elevado. \
         Compare com a faixa do laboratório que mediu.",
    ),
    inputs: &[SODIUM, CHLORIDE, BICARBONATE, ALBUMIN_IF_KNOWN],
    results: &[
        GAP,
        Output {
            name: "corrected_anion_gap",
            title: text(
                "Anion gap corrected for albumin",
                "Ânion gap corrigido pela albumina",
            ),
            loinc: None,
            ..GAP
        },
    ],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Figge J, Jabor A, Kazda A, Fencl V. Anion gap and hypoalbuminemia. Crit Care \
                   Med 1998;26:1807-1810.",
        doi: None,
        pmid: Some("9824071"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    let gap = values.number("sodium") - (values.number("chloride") + values.number("bicarbonate"));
    let outcome = Outcome::number("anion_gap", gap);
    match values.number_if_sent("albumin") {
        Some(albumin) => outcome
            .and("corrected_anion_gap", gap + 2.5 * (4.0 - albumin))
            .assume_if(
                true,
                text(
                    "The correction takes 4 g/dL as the normal albumin.",
                    "A correção toma 4 g/dL como albumina normal.",
                ),
            ),
        None => outcome,
    }
}
