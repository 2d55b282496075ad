//! Liver, gut, infection.

use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Score};
use crate::pair::{Pair, pair};
use crate::sample::{Sample, with};

pub(super) const PAIRS: &[Pair] = &[
    pair(
        "child-pugh",
        "child_pugh",
        child_pugh,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/class",
                &[("A", "A"), ("B", "B"), ("C", "C")],
            ),
        ],
    ),
    pair("meld-2001", "meld", meld, &[Score("score", "/result")]),
    pair("meld-3.0", "meld_3", meld_3, &[Score("score", "/result")]),
    pair(
        "alvarado-1986",
        "alvarado",
        |s| {
            Some(with(
                s.flags(&[
                    ("migration_to_rlq", "migration_of_pain"),
                    ("anorexia", "anorexia"),
                    ("nausea_or_vomiting", "nausea_or_vomiting"),
                    ("rlq_tenderness", "right_iliac_tenderness"),
                    ("rebound_tenderness", "rebound_tenderness"),
                    ("left_shift", "left_shift"),
                ]),
                json!({
                    "fever": s.number("temperature", "Cel") >= 37.3,
                    "leukocytosis": s.number("leukocytes", "10*9/L") > 10.0,
                }),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/probability_band",
                &[
                    ("low", "unlikely"),
                    ("compatible", "possible"),
                    ("probable", "probable"),
                    ("very-probable", "very_probable"),
                ],
            ),
        ],
    ),
    pair(
        "glasgow-blatchford-2000",
        "glasgow_blatchford",
        blatchford,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("very-low", "very low risk by both"),
                    ("very-low", "within the ACG 2021 example very-low-risk"),
                    (
                        "not-very-low",
                        "outside the commonly recommended very-low-risk",
                    ),
                ],
            ),
        ],
    ),
    Pair {
        limits: &[
            ("systolic_bp", &[100.0]),
            ("heart_rate", &[100.0]),
            ("age", &[60.0, 80.0]),
        ],
        always: &["endoscopic_diagnosis", "major_stigmata"],
        ..pair(
            "rockall-1996",
            "rockall",
            rockall,
            &[
                Score("score", "/result"),
                Score("pre_endoscopy_score", "/working/pre_endoscopy_score"),
                Class(
                    "score",
                    "/interpretation",
                    &[
                        ("low", "low risk of rebleeding"),
                        ("not-low", "intermediate risk of rebleeding"),
                        ("not-low", "high risk of rebleeding"),
                    ],
                ),
            ],
        )
    },
    pair(
        "lrinec-2004",
        "lrinec",
        |s| {
            Some(json!({
                "severe_soft_tissue_infection_suspected": true,
                "crp_mg_l": s.number("c_reactive_protein", "mg/L"),
                "wbc_x10_9_l": s.number("leukocytes", "10*9/L"),
                "haemoglobin_g_dl": s.number("hemoglobin", "g/dL"),
                "sodium_mmol_l": s.number("sodium", "mmol/L"),
                "creatinine_umol_l": s.number("creatinine", "umol/L"),
                "glucose_mmol_l": s.number("glucose", "mmol/L"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/original_study_risk_category",
                &[
                    ("low", "low"),
                    ("intermediate", "intermediate"),
                    ("high", "high"),
                ],
            ),
        ],
    ),
    pair(
        "centor-mcisaac-1998",
        "centor",
        |s| {
            Some(with(
                s.flags(&[
                    ("fever", "fever"),
                    (
                        "tender_anterior_cervical_nodes",
                        "tender_anterior_cervical_nodes",
                    ),
                    ("tonsillar_exudate", "tonsillar_swelling_or_exudate"),
                ]),
                json!({"age": s.years(), "absence_of_cough": !s.flag("cough")}),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("low", "No antibiotic"),
                    ("intermediate", "Throat swab"),
                    ("high", "Empiric antibiotic"),
                ],
            ),
        ],
    ),
];

/// Bilirubin and creatinine, with the units that they were sent in.
fn with_units(s: &Sample, names: &[&str]) -> Json {
    let mut found = json!({});
    for name in names {
        let (value, unit) = s.sent(name);
        found[*name] = json!(value);
        found[format!("{name}_unit")] = json!(unit);
    }
    found
}

fn child_pugh(s: &Sample) -> Option<Json> {
    let ascites = match s.code("ascites") {
        "slight" => "mild",
        other => other,
    };
    let encephalopathy = match s.code("encephalopathy") {
        "grade-1-2" => "grade1-to2",
        "grade-3-4" => "grade3-to4",
        other => other,
    };
    Some(with(
        with_units(s, &["bilirubin", "albumin"]),
        json!({"inr": s.number("inr", "1"), "ascites": ascites, "encephalopathy": encephalopathy}),
    ))
}

fn meld(s: &Sample) -> Option<Json> {
    Some(with(
        with_units(s, &["bilirubin", "creatinine"]),
        json!({
            "inr": s.number("inr", "1"),
            "dialysis_twice_past_week": s.flag("dialysis_twice_last_week"),
        }),
    ))
}

fn meld_3(s: &Sample) -> Option<Json> {
    Some(with(
        with_units(s, &["bilirubin", "creatinine", "albumin"]),
        json!({
            "registration_age_years": s.years(),
            "female_for_adult_meld": s.code("sex") == "female",
            "inr": s.number("inr", "1"),
            "sodium_mmol_l": s.number("sodium", "mmol/L"),
            "qualifying_dialysis_in_prior_7_days": s.flag("dialysis_twice_last_week"),
        }),
    ))
}

fn blatchford(s: &Sample) -> Option<Json> {
    let urea = if s.has("urea") { "urea" } else { "bun" };
    Some(with(
        s.flags(&[
            ("melaena", "melena"),
            ("syncope", "syncope"),
            ("hepatic_disease", "hepatic_disease"),
            ("cardiac_failure", "cardiac_failure"),
        ]),
        json!({
            "acute_upper_gi_bleeding_at_first_assessment": true,
            "age_16_or_over": true,
            "emergency_department_overt_ugib": true,
            "sex": s.code("sex"),
            "haemoglobin_g_l": s.number("hemoglobin", "g/L"),
            "heart_rate_bpm": s.number("heart_rate", "/min"),
            "systolic_bp_mm_hg": s.number("systolic_bp", "mm[Hg]"),
            "urea_mmol_l": s.number(urea, "mmol/L"),
        }),
    ))
}

fn rockall(s: &Sample) -> Option<Json> {
    let mut question = json!({
        "age": s.years(),
        "heart_rate_bpm": s.number("heart_rate", "/min"),
        "systolic_bp_mm_hg": s.number("systolic_bp", "mm[Hg]"),
        "comorbidity": match s.code("comorbidity") {
            "none" => "nil_major",
            "major" => "cardiac_failure_ischaemic_heart_disease_or_other_major",
            _ => "renal_failure_liver_failure_or_disseminated_malignancy",
        },
    });
    question["diagnosis"] = json!(match s.code("endoscopic_diagnosis") {
        "mallory-weiss-or-none" => "mallory_weiss_or_no_lesion_identified",
        "other" => "all_other_diagnoses",
        _ => "upper_gi_malignancy",
    });
    question["major_stigmata_of_recent_haemorrhage"] = json!(s.flag("major_stigmata"));
    Some(question)
}
