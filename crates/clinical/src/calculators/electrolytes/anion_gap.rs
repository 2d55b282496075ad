//! Anion gap of the serum, also corrected for albumin.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{ALBUMIN, BICARBONATE, CHLORIDE, SODIUM};
use crate::round::steady;
use crate::values::Values;

const GAP: Output = Output {
    name: "anion_gap",
    title: text("Anion gap", "Ânion gap"),
    unit: "mmol/L",
    digits: 1,
    loinc: Some("10466-1"),
    kind: OutputKind::Laboratory,
    by: None,
    interpretations: &[],
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "anion-gap",
    version: "1.0.1",
    category: Category::Electrolytes,
    title: text("Anion gap", "Ânion gap"),
    description: text(
        "Sodium less chloride and bicarbonate, without potassium, for metabolic acidosis; with \
         albumin also the gap corrected for it, because a low albumin hides a raised gap. Compare \
         it with the range of the laboratory that measured.",
        "Sódio menos cloreto e bicarbonato, sem potássio, na acidose metabólica; com a albumina, \
         também o valor corrigido por ela, pois albumina baixa esconde um ânion gap elevado. \
         Compare com a faixa do laboratório que mediu.",
    ),
    inputs: &[
        SODIUM.input,
        CHLORIDE.input,
        BICARBONATE.input,
        ALBUMIN.optional().input,
    ],
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
    aliases: &["AG", "hiato aniônico", "acidose", "acidosis"],
    reference: Reference {
        citation: "Emmett M, Narins RG. Clinical use of the anion gap. Medicine (Baltimore) \
                   1977;56:38-54.",
        doi: Some("10.1097/00005792-197701000-00002"),
        pmid: Some("401925"),
    },
    sources: &[Reference {
        citation: "Figge J, Jabor A, Kazda A, Fencl V. Anion gap and hypoalbuminemia. Crit Care \
                   Med 1998;26:1807-1810 (the correction for albumin).",
        doi: Some("10.1097/00003246-199811000-00019"),
        pmid: Some("9824071"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let gap = values.of(SODIUM)? - (values.of(CHLORIDE)? + values.of(BICARBONATE)?);
    let outcome = Outcome::number("anion_gap", gap);
    let outcome = outcome.warn_if(
        steady(gap) < 0.0,
        text(
            "The gap is below zero: check the three values; lithium, bromide or a paraprotein can \
             do it too.",
            "O ânion gap está abaixo de zero: confira os três valores; lítio, brometo ou \
             paraproteína também o causam.",
        ),
    );
    Ok(match values.find(ALBUMIN) {
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
    })
}
