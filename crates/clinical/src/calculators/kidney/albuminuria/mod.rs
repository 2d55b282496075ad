//! What is told from the albumin in urine.

crate::calculators::family! {
    kdigo_ckd_risk_2024,
    albumin_creatinine_ratio,
}

use crate::definition::{Interpretation, NoResult, Reference, Text, chosen, text};

/// The guideline that prints the categories.
pub(crate) const GUIDELINE: Reference = Reference {
    citation: "Kidney Disease: Improving Global Outcomes (KDIGO) CKD Work Group. KDIGO 2024 \
               clinical practice guideline for the evaluation and management of chronic kidney \
               disease. Kidney Int 2024;105(4S):S117-S314.",
    doi: Some("10.1016/j.kint.2023.10.018"),
    pmid: Some("38490803"),
};

/// Its categories of albuminuria.
pub(crate) const ALBUMINURIA: &[Interpretation] = &[
    chosen(
        "A1",
        "A1: normal to mildly increased",
        "A1: normal a levemente aumentada",
    ),
    chosen(
        "A2",
        "A2: moderately increased",
        "A2: moderadamente aumentada",
    ),
    chosen("A3", "A3: severely increased", "A3: gravemente aumentada"),
];

/// A category of albuminuria, and whether the ratio lies on the limit about which
/// prints of the guideline differ.
pub(crate) struct Albuminuria {
    pub(crate) code: &'static str,
    pub(crate) on_the_limit: bool,
}

/// The category of a ratio by the limits that are printed for its unit: 3 mg/mmol is
/// not 30 mg/g converted.
pub(crate) fn albuminuria(ratio: f64, unit: &str) -> Result<Albuminuria, NoResult> {
    let (increased, severe) = match unit {
        "mg/g" | "ug/mg" => (30.0, 300.0),
        "mg/mmol" => (3.0, 30.0),
        _ => return Err(NoResult::Defect("a unit of albuminuria has no limits")),
    };
    let code = if ratio < increased {
        "A1"
    } else if ratio <= severe {
        "A2"
    } else {
        "A3"
    };
    Ok(Albuminuria {
        code,
        on_the_limit: ratio == severe,
    })
}

/// Said on the limit.
pub(crate) const ON_THE_LIMIT: Text = text(
    "A ratio of exactly 300 mg/g (30 mg/mmol) is A2 by the guideline's table; some printed maps \
     count it as A3.",
    "Uma relação de exatamente 300 mg/g (30 mg/mmol) é A2 pela tabela da diretriz; alguns mapas \
     impressos a contam como A3.",
);
