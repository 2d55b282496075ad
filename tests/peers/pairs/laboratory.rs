//! What a laboratory measures: kidney, electrolytes, lipids, liver enzymes.

use clinical::units::ALBUMIN_CREATININE_RATIO;
use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Figure, Rounded, RoundedIn};
use crate::pair::{Pair, Same, pair};
use crate::sample::Sample;

pub(super) const PAIRS: &[Pair] = &[
    pair(
        "egfr-ckd-epi-2021",
        "egfr",
        creatinine,
        &[
            Rounded("egfr", "/result", 0),
            Class("egfr", "/working/ckd_g_stage", FILTRATION),
        ],
    ),
    pair(
        "creatinine-clearance-cockcroft-gault",
        "cockcroft_gault",
        |s| {
            let mut question = creatinine(s)?;
            question["weight_kg"] = json!(s.number("weight", "kg"));
            Some(question)
        },
        &[Rounded("clearance", "/result", 1)],
    ),
    Pair {
        always: &["sodium", "urine_sodium"],
        never: &["urea", "urine_urea", "bun", "urine_urea_nitrogen"],
        ..pair(
            "fena-feurea",
            "fena",
            |s| {
                Some(json!({
                    "urine_sodium": s.number("urine_sodium", "mmol/L"),
                    "plasma_sodium": s.number("sodium", "mmol/L"),
                    "urine_creatinine": s.number("urine_creatinine", "mg/dL"),
                    "plasma_creatinine": s.number("creatinine", "mg/dL"),
                }))
            },
            &[
                Rounded("fractional_excretion_of_sodium", "/result", 2),
                Class(
                    "fractional_excretion_of_sodium",
                    "/interpretation",
                    &[
                        ("prerenal", "consistent with pre-renal"),
                        ("indeterminate", "consistent with indeterminate"),
                        ("intrinsic", "consistent with intrinsic"),
                    ],
                ),
            ],
        )
    },
    pair(
        "free-water-deficit",
        "free_water_deficit",
        free_water,
        &[
            Figure(
                "free_water_deficit",
                "/working/free_water_deficit_l_unrounded",
            ),
            Rounded("free_water_deficit", "/result", 1),
            Figure("total_body_water", "/working/estimated_total_body_water_l"),
        ],
    ),
    pair(
        "corrected-calcium",
        "corrected_calcium",
        |s| {
            let (calcium, calcium_unit) = s.sent("calcium");
            let (albumin, albumin_unit) = s.sent("albumin");
            Some(json!({
                "calcium": calcium, "calcium_unit": calcium_unit,
                "albumin": albumin, "albumin_unit": albumin_unit,
            }))
        },
        &[Rounded("corrected_calcium", "/result", 2)],
    ),
    pair(
        "corrected-sodium",
        "corrected_sodium",
        |s| sodium(s, "katz"),
        &[Rounded("corrected_sodium_katz", "/result", 1)],
    ),
    pair(
        "corrected-sodium",
        "corrected_sodium",
        |s| sodium(s, "hillier"),
        &[Rounded("corrected_sodium_hillier", "/result", 1)],
    ),
    Pair {
        also: &[
            r#"{"sodium": {"value": 140, "unit": "mmol/L"}, "chloride": {"value": 104, "unit": "mmol/L"}, "bicarbonate": {"value": 24, "unit": "mmol/L"}, "albumin": {"value": 7.5, "unit": "g/dL"}}"#,
        ],
        ..pair(
            "anion-gap",
            "anion_gap",
            |s| {
                let albumin = s.has("albumin").then(|| s.number("albumin", "g/L"));
                let mut question = json!({
                    "sodium_mmol_l": s.number("sodium", "mmol/L"),
                    "chloride_mmol_l": s.number("chloride", "mmol/L"),
                    "bicarbonate_mmol_l": s.number("bicarbonate", "mmol/L"),
                });
                if let Some(albumin) = albumin {
                    question["albumin_g_l"] = json!(albumin);
                }
                Some(question)
            },
            &[
                Rounded("anion_gap", "/working/anion_gap_mmol_l", 1),
                Rounded(
                    "corrected_anion_gap",
                    "/working/albumin_corrected_anion_gap_mmol_l",
                    1,
                ),
            ],
        )
    },
    pair(
        "homa-ir-1985",
        "homa_ir",
        |s| {
            let (glucose, unit) = s.sent("glucose");
            Some(json!({
                "fasting_insulin_miu_l": s.number("insulin", "u[IU]/mL"),
                "fasting_glucose": glucose,
                "glucose_unit": unit,
            }))
        },
        &[Figure("homa_ir", "/working/homa_ir_unrounded")],
    ),
    pair(
        "ldl-friedewald-1972",
        "ldl_cholesterol",
        lipids,
        &[Rounded("ldl", "/result/ldl_friedewald", 1)],
    ),
    pair(
        "ldl-martin-hopkins-2013",
        "ldl_cholesterol",
        lipids,
        &[Rounded("ldl", "/result/ldl_martin_hopkins", 1)],
    ),
    pair(
        "ldl-sampson-2020",
        "ldl_cholesterol",
        lipids,
        &[Rounded("ldl", "/result/ldl_sampson_nih", 1)],
    ),
    Pair {
        also: &[
            r#"{"urine_albumin": {"value": 28, "unit": "mg/L"}, "urine_creatinine": {"value": 100, "unit": "mg/dL"}}"#,
        ],
        ..pair(
            "albumin-creatinine-ratio",
            "uacr",
            |s| {
                Some(json!({
                    "albumin": s.number("urine_albumin", "mg/L"),
                    "creatinine": s.number("urine_creatinine", "mmol/L"),
                }))
            },
            RATIO,
        )
    },
    pair(
        "kdigo-ckd-risk-2024",
        "ckd_risk",
        |s| {
            Some(json!({
                "egfr": s.number("egfr", "mL/min/{1.73_m2}"),
                "acr": s.number("albumin_creatinine_ratio", "mg/mmol"),
            }))
        },
        &[
            Class(
                "risk",
                "/result",
                &[
                    ("low", "Low risk"),
                    ("moderate", "Moderately increased risk"),
                    ("high", "High risk"),
                    ("very-high", "Very high risk"),
                ],
            ),
            Class("egfr", "/working/g_stage", FILTRATION),
            Class("albumin_creatinine_ratio", "/working/a_stage", ALBUMINURIA),
        ],
    ),
    pair(
        "fib-4-2006",
        "fib4",
        |s| {
            Some(json!({
                "age": s.years(),
                "ast": s.number("ast", "U/L"),
                "alt": s.number("alt", "U/L"),
                "platelets": s.number("platelets", "10*9/L"),
            }))
        },
        &[
            Rounded("fib_4", "/result", 2),
            Class(
                "fib_4",
                "/working/risk",
                &[
                    ("low", "low"),
                    ("indeterminate", "indeterminate"),
                    ("high", "high"),
                ],
            ),
        ],
    ),
];

/// In the unit that the creatinine was sent in.
const RATIO: &[Same] = &[
    RoundedIn(
        "albumin_creatinine_ratio",
        "/working/acr_mg_mmol",
        &ALBUMIN_CREATININE_RATIO,
        "mg/mmol",
        1,
    ),
    Class(
        "albumin_creatinine_ratio",
        "/working/kdigo_a_stage",
        ALBUMINURIA,
    ),
];

/// The stages of the filtration.
const FILTRATION: &[(&str, &str)] = &[
    ("G1", "G1"),
    ("G2", "G2"),
    ("G3a", "G3a"),
    ("G3b", "G3b"),
    ("G4", "G4"),
    ("G5", "G5"),
];
/// The stages of the albuminuria.
const ALBUMINURIA: &[(&str, &str)] = &[("A1", "A1"), ("A2", "A2"), ("A3", "A3")];

fn creatinine(s: &Sample) -> Option<Json> {
    let (creatinine, unit) = s.sent("creatinine");
    Some(json!({
        "sex": s.code("sex"),
        "age": s.years(),
        "creatinine": creatinine,
        "creatinine_unit": unit,
    }))
}

/// They take the part of the weight that is water: the textbook's, by sex and age.
fn free_water(s: &Sample) -> Option<Json> {
    let fraction = match (s.code("sex"), s.years()) {
        ("male", ..65) => 0.6,
        ("female", 65..) => 0.45,
        _ => 0.5,
    };
    Some(json!({
        "assessment_context": "adult_with_hypernatraemia",
        "weight_kg": s.number("weight", "kg"),
        "current_sodium_mmol_l": s.number("sodium", "mmol/L"),
        "target_sodium_mmol_l": 140,
        "total_body_water_fraction": fraction,
    }))
}

fn sodium(s: &Sample, method: &str) -> Option<Json> {
    let (glucose, unit) = s.sent("glucose");
    Some(json!({
        "sodium": s.number("sodium", "mmol/L"),
        "glucose": glucose,
        "glucose_unit": unit,
        "method": method,
    }))
}

/// They take one unit for all.
fn lipids(s: &Sample) -> Option<Json> {
    let unit = "mg/dL";
    Some(json!({
        "total_cholesterol": s.number("total_cholesterol", unit),
        "hdl_cholesterol": s.number("hdl_cholesterol", unit),
        "triglycerides": s.number("triglycerides", unit),
        "unit": unit,
    }))
}
