//! Heart, lungs, clotting.

use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Rounded, Score};
use crate::pair::{Pair, pair};
use crate::sample::{Sample, with};

pub(super) const PAIRS: &[Pair] = &[
    pair(
        "cha2ds2-vasc",
        "cha2ds2vasc",
        |s| {
            Some(with(
                s.flags(FIBRILLATION),
                json!({"age": s.years(), "sex": s.code("sex")}),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("low", "low risk"),
                    ("intermediate", "consider anticoagulation"),
                    ("high", "offer anticoagulation"),
                ],
            ),
        ],
    ),
    pair(
        "has-bled",
        "hasbled",
        |s| {
            Some(with(
                s.flags(&[
                    ("hypertension_uncontrolled", "uncontrolled_hypertension"),
                    ("abnormal_renal_function", "abnormal_renal_function"),
                    ("abnormal_liver_function", "abnormal_liver_function"),
                    ("stroke", "stroke"),
                    ("bleeding_history", "bleeding_history"),
                    ("labile_inr", "labile_inr"),
                    ("drugs_antiplatelet_nsaid", "antiplatelet_or_nsaid"),
                    ("alcohol_excess", "alcohol_excess"),
                ]),
                json!({"elderly_over_65": s.years() > 65}),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("not-high", "low bleeding risk"),
                    ("not-high", "moderate bleeding risk"),
                    ("high", "HIGH bleeding risk"),
                ],
            ),
        ],
    ),
    pair(
        "ascvd-pce-2013",
        "ascvd",
        ascvd,
        &[
            Rounded("risk", "/result", 1),
            Class(
                "risk",
                "/working/risk_band",
                &[
                    ("low", "low"),
                    ("borderline", "borderline"),
                    ("intermediate", "intermediate"),
                    ("high", "high"),
                ],
            ),
        ],
    ),
    pair(
        "curb-65",
        "curb65",
        |s| {
            let urea = if s.has("urea") { "urea" } else { "bun" };
            Some(json!({
                "confusion": s.flag("confusion"),
                "urea_mmol_l": s.number(urea, "mmol/L"),
                "respiratory_rate": s.number("respiratory_rate", "/min"),
                "systolic_bp": s.number("systolic_bp", "mm[Hg]"),
                "diastolic_bp": s.number("diastolic_bp", "mm[Hg]"),
                "age": s.years(),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("low", "low severity"),
                    ("moderate", "intermediate severity"),
                    ("high", "high severity"),
                ],
            ),
        ],
    ),
    pair(
        "wells-pe-2000",
        "wells_pe",
        |s| {
            Some(with(
                s.flags(&[
                    ("clinical_signs_of_dvt", "clinical_signs_of_dvt"),
                    ("pe_most_likely_diagnosis", "pe_most_likely_diagnosis"),
                    (
                        "immobilisation_or_surgery",
                        "immobilization_or_recent_surgery",
                    ),
                    ("previous_dvt_or_pe", "previous_dvt_or_pe"),
                    ("haemoptysis", "hemoptysis"),
                    ("malignancy", "malignancy"),
                ]),
                json!({"heart_rate_over_100": s.number("heart_rate", "/min") > 100.0}),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/two_tier",
                &[("unlikely", "unlikely"), ("likely", "likely")],
            ),
        ],
    ),
    pair(
        "wells-dvt-2003",
        "wells_dvt",
        |s| {
            Some(s.flags(&[
                ("active_cancer", "active_cancer"),
                (
                    "paralysis_paresis_immobilisation",
                    "paralysis_or_immobilization",
                ),
                ("bedridden_or_major_surgery", "bedridden_or_recent_surgery"),
                ("localised_tenderness", "localized_tenderness"),
                ("entire_leg_swollen", "entire_leg_swollen"),
                ("calf_swelling_over_3cm", "calf_swelling_over_3cm"),
                ("pitting_oedema", "pitting_edema"),
                (
                    "collateral_superficial_veins",
                    "collateral_superficial_veins",
                ),
                ("previously_documented_dvt", "previous_dvt"),
                (
                    "alternative_diagnosis_as_likely",
                    "alternative_diagnosis_as_likely",
                ),
            ]))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[("unlikely", "DVT unlikely"), ("likely", "DVT likely")],
            ),
        ],
    ),
    Pair {
        whole: &["heart_rate", "oxygen_saturation"],
        ..pair(
            "perc-2004",
            "perc",
            perc,
            &[
                Score("score", "/working/positive_count"),
                Class(
                    "score",
                    "/result",
                    &[("negative", "perc-negative"), ("positive", "perc-positive")],
                ),
            ],
        )
    },
    pair(
        "padua-2010",
        "padua",
        |s| {
            Some(with(
                s.flags(&[
                    ("active_cancer", "active_cancer"),
                    ("previous_vte", "previous_vte"),
                    ("reduced_mobility", "reduced_mobility"),
                    ("thrombophilia", "known_thrombophilia"),
                    ("recent_trauma_or_surgery", "trauma_or_surgery_within_month"),
                    (
                        "heart_or_respiratory_failure",
                        "heart_or_respiratory_failure",
                    ),
                    ("acute_mi_or_ischaemic_stroke", "acute_infarction_or_stroke"),
                    (
                        "acute_infection_or_rheumatological",
                        "acute_infection_or_rheumatic_disease",
                    ),
                    ("obesity", "obesity"),
                    ("ongoing_hormonal_treatment", "hormonal_treatment"),
                ]),
                json!({"age": s.years()}),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[("low", "low risk of VTE"), ("high", "high risk of VTE")],
            ),
        ],
    ),
    pair(
        "khorana-2008",
        "khorana",
        |s| {
            Some(json!({
                "assessment_context": "adult_ambulatory_before_new_chemotherapy_regimen",
                "bmi_kg_m2": if s.flag("bmi_35_or_more") { 35.0 } else { 34.9 },
                "cancer_site": match s.code("cancer_site") {
                    "very-high" => "pancreas",
                    "high" => "lymphoma",
                    _ => "other",
                },
                "haemoglobin_g_dl": s.number("hemoglobin", "g/dL"),
                "leukocyte_count_10_9_l": s.number("leukocytes", "10*9/L"),
                "platelet_count_10_9_l": s.number("platelets", "10*9/L"),
                "uses_erythropoiesis_stimulating_agent": s.flag("erythropoiesis_stimulating_agent"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/original_risk_band",
                &[
                    ("low", "low"),
                    ("intermediate", "intermediate"),
                    ("high", "high"),
                ],
            ),
        ],
    ),
    pair(
        "isth-dic-2001",
        "isth_overt_dic",
        |s| {
            Some(json!({
                "underlying_etiology": "sepsis_or_severe_infection",
                "d_dimer_multiple_of_uln": match s.code("fibrin_marker") {
                    "none" => 3.0,
                    "moderate" => 7.0,
                    _ => 7.1,
                },
                "fibrinogen_g_l": s.number("fibrinogen", "g/L"),
                "platelet_count_10_9_l": s.number("platelets", "10*9/L"),
                "pt_prolongation_seconds": s.number("prothrombin_time_prolongation", "s"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/band",
                &[
                    ("not-overt", "below_overt_dic_threshold"),
                    ("overt", "consistent_with_overt_dic"),
                ],
            ),
        ],
    ),
    pair(
        "four-ts-2006",
        "four_ts",
        four_ts,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/band",
                &[
                    ("low", "low"),
                    ("intermediate", "intermediate"),
                    ("high", "high"),
                ],
            ),
        ],
    ),
];

/// What both scores of atrial fibrillation ask.
const FIBRILLATION: &[(&str, &str)] = &[
    ("congestive_heart_failure", "congestive_heart_failure"),
    ("hypertension", "hypertension"),
    ("diabetes", "diabetes"),
    ("stroke_tia_thromboembolism", "stroke_tia_thromboembolism"),
    ("vascular_disease", "vascular_disease"),
];

/// They have the two sets of coefficients only; ours says that `other` takes the first.
fn ascvd(s: &Sample) -> Option<Json> {
    Some(json!({
        "age": s.years(),
        "sex": s.code("sex"),
        "race": if s.code("race") == "african-american" { "black" } else { "white" },
        "total_cholesterol_mg_dl": s.number("total_cholesterol", "mg/dL"),
        "hdl_cholesterol_mg_dl": s.number("hdl_cholesterol", "mg/dL"),
        "systolic_bp_mm_hg": s.number("systolic_bp", "mm[Hg]"),
        "treated_bp": s.flag("treated_hypertension"),
        "current_smoker": s.flag("smoker"),
        "diabetes": s.flag("diabetes"),
    }))
}

fn perc(s: &Sample) -> Option<Json> {
    Some(with(
        s.flags(&[
            (
                "low_pretest_probability_confirmed",
                "low_pretest_probability",
            ),
            ("unilateral_leg_swelling", "unilateral_leg_swelling"),
            ("haemoptysis", "hemoptysis"),
            (
                "recent_surgery_or_trauma_requiring_hospitalisation",
                "recent_surgery_or_trauma",
            ),
            ("prior_vte", "previous_dvt_or_pe"),
            ("exogenous_oestrogen_use", "estrogen_use"),
        ]),
        json!({
            "age_years": s.years(),
            "heart_rate_bpm": s.number("heart_rate", "/min") as u32,
            "room_air_oxygen_saturation_percent": s.number("oxygen_saturation", "%") as u32,
        }),
    ))
}

fn four_ts(s: &Sample) -> Option<Json> {
    Some(json!({
        "thrombocytopenia": match s.code("thrombocytopenia") {
            "over-50-and-nadir-20-or-more" => "fall_gt_50_nadir_ge_20",
            "30-to-50-or-nadir-10-to-19" => "fall_30_to_50_or_nadir_10_to_19",
            _ => "fall_lt_30_or_nadir_lt_10",
        },
        "timing": match s.code("timing_of_fall") {
            "days-5-to-10-or-rapid-after-30-days" =>
                "clear_day_5_to_10_or_rapid_with_prior_exposure_within_30_days",
            "unclear-or-after-day-10-or-rapid-after-100-days" =>
                "compatible_but_unclear_or_after_day_10_or_rapid_with_prior_exposure_31_to_100_days",
            _ => "day_0_to_4_without_recent_exposure",
        },
        "thrombosis_or_sequelae": match s.code("thrombosis_or_sequelae") {
            "new-or-necrosis-or-reaction" =>
                "new_confirmed_thrombosis_skin_necrosis_or_acute_iv_heparin_reaction",
            "progressive-or-suspected" =>
                "progressive_recurrent_or_suspected_thrombosis_or_erythematous_skin_lesion",
            _ => "none",
        },
        "other_causes": match s.code("other_causes") {
            "none-apparent" => "none_apparent",
            other => other,
        },
    }))
}
