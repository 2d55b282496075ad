//! Acute coronary syndromes, surgery, intensive care, joints.

use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Figure, Rounded, Score};
use crate::pair::{Pair, pair};
use crate::sample::{Sample, with};

pub(super) const PAIRS: &[Pair] = &[
    pair(
        "cha2ds2-va-2024",
        "cha2ds2_va",
        |s| {
            Some(with(
                s.flags(&[
                    ("congestive_heart_failure", "congestive_heart_failure"),
                    ("hypertension", "hypertension"),
                    ("diabetes", "diabetes"),
                    ("stroke_tia_thromboembolism", "stroke_tia_thromboembolism"),
                    ("vascular_disease", "vascular_disease"),
                ]),
                json!({"age": s.years()}),
            ))
        },
        &[Score("score", "/result")],
    ),
    pair(
        "orbit-2015",
        "orbit",
        |s| {
            Some(json!({
                "assessment_context":
                    "adult_with_electrocardiographically_confirmed_atrial_fibrillation_receiving_oral_anticoagulation",
                "age_years": s.years(),
                "sex": "female",
                "history_of_anaemia": s.flag("anemia"),
                "haemoglobin_g_l": 140,
                "haematocrit_percent": 42,
                "bleeding_history": s.flag("bleeding_history"),
                "egfr_ml_min_1_73_m2": s.number("egfr", "mL/min/{1.73_m2}"),
                "antiplatelet_treatment": s.flag("antiplatelet"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[("low", "low"), ("medium", "medium"), ("high", "high")],
            ),
        ],
    ),
    pair(
        "heart-2008",
        "heart",
        |s| {
            Some(json!({
                "age": s.years(),
                "history": s.code("history").replace('-', "_"),
                "ecg": match s.code("ecg") {
                    "normal" => "normal",
                    "nonspecific" => "non_specific_repolarisation",
                    _ => "significant_st_deviation",
                },
                "risk_factors": match s.code("risk_factors") {
                    "none" => "none",
                    "one-or-two" => "one_or_two",
                    _ => "three_or_more_or_atherosclerosis",
                },
                "troponin": match s.code("troponin") {
                    "normal" => "normal",
                    "up-to-three-times" => "one_to_three_times",
                    _ => "over_three_times",
                },
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/risk_band",
                &[("low", "low"), ("moderate", "moderate"), ("high", "high")],
            ),
        ],
    ),
    pair(
        "timi-nstemi-2000",
        "timi",
        |s| {
            Some(with(
                s.flags(&[
                    (
                        "three_or_more_cad_risk_factors",
                        "three_or_more_risk_factors",
                    ),
                    ("known_cad", "known_coronary_stenosis"),
                    ("aspirin_use_past_7_days", "aspirin_last_7_days"),
                    ("severe_angina", "severe_angina"),
                    ("st_deviation", "st_deviation"),
                    ("positive_biomarker", "elevated_cardiac_markers"),
                ]),
                json!({"age": s.years()}),
            ))
        },
        &[
            Score("score", "/result"),
            Figure(
                "event_risk_14_days",
                "/working/approximate_event_rate_percent",
            ),
        ],
    ),
    Pair {
        whole: &["systolic_bp", "heart_rate"],
        ..pair(
            "grace-2003",
            "grace",
            |s| {
                let (creatinine, unit) = s.sent("creatinine");
                let classes = ["I", "II", "III", "IV"];
                let class = classes
                    .iter()
                    .position(|class| *class == s.code("killip_class"))?;
                Some(json!({
                    "age": s.years(),
                    "heart_rate": s.number("heart_rate", "/min") as u32,
                    "systolic_bp": s.number("systolic_bp", "mm[Hg]") as u32,
                    "creatinine": creatinine,
                    "creatinine_unit": unit,
                    "killip_class": class + 1,
                    "cardiac_arrest_at_admission": s.flag("cardiac_arrest"),
                    "st_segment_deviation": s.flag("st_deviation"),
                    "elevated_cardiac_enzymes": s.flag("elevated_cardiac_markers"),
                }))
            },
            &[
                Score("score", "/result"),
                Class(
                    "score",
                    "/working/risk_category",
                    &[
                        ("low", "low"),
                        ("intermediate", "intermediate"),
                        ("high", "high"),
                    ],
                ),
            ],
        )
    },
    pair(
        "rcri-1999",
        "rcri",
        |s| {
            Some(with(
                s.flags(&[
                    ("high_risk_surgery", "high_risk_surgery"),
                    ("ischemic_heart_disease", "ischemic_heart_disease"),
                    ("congestive_heart_failure", "congestive_heart_failure"),
                    ("cerebrovascular_disease", "cerebrovascular_disease"),
                    ("preoperative_insulin_treatment", "insulin_treatment"),
                ]),
                json!({
                    "adult_noncardiac_surgery_candidate": true,
                    "original_validation_population_matches": true,
                    "creatinine_umol_l": s.number("creatinine", "umol/L"),
                }),
            ))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/original_risk_class",
                &[
                    ("class-i", "I"),
                    ("class-ii", "II"),
                    ("class-iii", "III"),
                    ("class-iv", "IV"),
                ],
            ),
        ],
    ),
    pair(
        "euroscore-ii-2012",
        "euroscore2",
        euroscore,
        &[Rounded("hospital_mortality", "/result", 2)],
    ),
    pair(
        "ankle-brachial-index-2012",
        "abpi",
        |s| {
            let number = |name: &str| s.number(name, "mm[Hg]");
            Some(json!({
                "right_ankle_systolic": number("right_ankle_systolic"),
                "left_ankle_systolic": number("left_ankle_systolic"),
                "right_brachial_systolic": number("right_arm_systolic"),
                "left_brachial_systolic": number("left_arm_systolic"),
            }))
        },
        &[
            Rounded("right_index", "/working/right_abpi", 2),
            Class("right_index", "/working/right_band", LEGS),
            Rounded("left_index", "/working/left_abpi", 2),
            Class("left_index", "/working/left_band", LEGS),
        ],
    ),
    pair(
        "pbw-ardsnet-2000",
        "ardsnet_predicted_body_weight",
        |s| {
            Some(json!({
                "assessment_context":
                    "adult_lung_protective_ventilation_protocol_using_ardsnet_predicted_body_weight",
                "formula_branch": s.code("sex"),
                "height_cm": s.number("height", "cm"),
            }))
        },
        &[
            Figure(
                "predicted_weight",
                "/working/predicted_body_weight_kg_unrounded",
            ),
            Rounded("predicted_weight", "/result", 1),
        ],
    ),
    Pair {
        limits: &[
            ("temperature", &[30.0, 32.0, 34.0, 36.0, 38.5, 39.0, 41.0]),
            ("mean_arterial_pressure", &[50.0, 70.0, 110.0, 130.0, 160.0]),
            ("heart_rate", &[40.0, 55.0, 70.0, 110.0, 140.0, 180.0]),
            ("respiratory_rate", &[6.0, 10.0, 12.0, 25.0, 35.0, 50.0]),
            ("fio2", &[50.0]),
            ("pao2", &[55.0, 61.0, 70.0]),
            ("aa_gradient", &[200.0, 350.0, 500.0]),
            ("arterial_ph", &[7.15, 7.25, 7.33, 7.5, 7.6, 7.7]),
            ("sodium", &[111.0, 120.0, 130.0, 150.0, 155.0, 160.0, 180.0]),
            ("potassium", &[2.5, 3.0, 3.5, 5.5, 6.0, 7.0]),
            ("creatinine", &[0.6, 1.5, 2.0, 3.5]),
            ("hematocrit", &[20.0, 30.0, 46.0, 50.0, 60.0]),
            ("leukocytes", &[1.0, 3.0, 15.0, 20.0, 40.0]),
            ("age", &[45.0, 55.0, 65.0, 75.0]),
        ],
        whole: &[
            "mean_arterial_pressure",
            "heart_rate",
            "respiratory_rate",
            "pao2",
            "aa_gradient",
            "sodium",
        ],
        ..pair(
            "apache-ii-1985",
            "apache2",
            apache,
            &[Score("score", "/result")],
        )
    },
    pair(
        "ciwa-ar-1989",
        "ciwa_ar",
        |s| {
            let mut question = json!({
                "assessment_context":
                    "clinically_identified_alcohol_withdrawal_with_reliable_patient_participation",
            });
            for (theirs, ours) in [
                ("nausea_and_vomiting", "nausea_vomiting"),
                ("tremor", "tremor"),
                ("paroxysmal_sweats", "sweats"),
                ("anxiety", "anxiety"),
                ("agitation", "agitation"),
                ("tactile_disturbances", "tactile_disturbances"),
                ("auditory_disturbances", "auditory_disturbances"),
                ("visual_disturbances", "visual_disturbances"),
                ("headache_or_fullness", "headache"),
                ("orientation_and_clouding", "orientation"),
            ] {
                question[theirs] = json!(s.integer(ours)?);
            }
            Some(question)
        },
        &[Score("score", "/result")],
    ),
    pair(
        "das28-esr-1995",
        "das28",
        |s| das28(s, "esr", s.number("erythrocyte_sedimentation_rate", "mm/h")),
        JOINTS,
    ),
    Pair {
        also: &[
            r#"{"tender_joints_28": 0, "swollen_joints_28": 0, "c_reactive_protein": {"value": 19.7, "unit": "mg/L"}, "patient_global_assessment": {"value": 39, "unit": "mm"}}"#,
        ],
        ..pair(
            "das28-crp-2009",
            "das28",
            |s| das28(s, "crp", s.number("c_reactive_protein", "mg/L")),
            JOINTS,
        )
    },
];

const LEGS: &[(&str, &str)] = &[
    ("abnormal", "mild_moderate_pad"),
    ("abnormal", "severe_pad"),
    ("borderline", "borderline"),
    ("normal", "normal"),
    ("noncompressible", "high_calcified"),
];

const JOINTS: &[crate::pair::Same] = &[
    Rounded("das28", "/result", 2),
    Class(
        "das28",
        "/working/activity",
        &[
            ("remission", "remission"),
            ("low", "low"),
            ("moderate", "moderate"),
            ("high", "high"),
        ],
    ),
];

fn das28(s: &Sample, marker: &str, value: f64) -> Option<Json> {
    Some(json!({
        "tender_joint_count": s.integer("tender_joints_28")?,
        "swollen_joint_count": s.integer("swollen_joints_28")?,
        "global_health": s.number("patient_global_assessment", "mm"),
        "marker": marker,
        "marker_value": value,
    }))
}

fn euroscore(s: &Sample) -> Option<Json> {
    Some(with(
        s.flags(&[
            ("extracardiac_arteriopathy", "extracardiac_arteriopathy"),
            ("poor_mobility", "poor_mobility"),
            ("previous_cardiac_surgery", "previous_cardiac_surgery"),
            ("chronic_pulmonary_dysfunction", "chronic_lung_disease"),
            ("active_endocarditis", "active_endocarditis"),
            ("critical_preoperative_state", "critical_preoperative_state"),
            ("insulin_dependent_diabetes", "insulin_treatment"),
            ("ccs4_angina", "ccs_class_4_angina"),
            ("recent_mi", "recent_myocardial_infarction"),
            ("thoracic_aorta_surgery", "thoracic_aorta_surgery"),
        ]),
        json!({
            "age": s.years(),
            "female": s.code("sex") == "female",
            "renal_function": s.code("renal_function").replace("dialysis", "on_dialysis"),
            "nyha": s.code("nyha_class").to_lowercase(),
            "lv_function": s.code("ejection_fraction").replace('-', "_"),
            "pulmonary_hypertension":
                s.code("pulmonary_systolic_pressure").replace("normal", "none"),
            "urgency": s.code("surgery_urgency"),
            "weight_of_intervention": match s.code("cardiac_procedures") {
                "isolated-cabg" => "isolated_cabg",
                "one-other" => "single_non_cabg",
                "two" => "two_procedures",
                _ => "three_or_more",
            },
        }),
    ))
}

fn apache(s: &Sample) -> Option<Json> {
    let fio2 = s.number("fio2", "%") / 100.0;
    let mut question = json!({
        "age": s.years(),
        "temperature_c": s.number("temperature", "Cel"),
        "mean_arterial_pressure_mm_hg": s.number("mean_arterial_pressure", "mm[Hg]"),
        "heart_rate": s.number("heart_rate", "/min"),
        "respiratory_rate": s.number("respiratory_rate", "/min"),
        "fio2": fio2,
        "arterial_ph": s.number("arterial_ph", "[pH]"),
        "sodium_mmol_l": s.number("sodium", "mmol/L"),
        "potassium_mmol_l": s.number("potassium", "mmol/L"),
        "creatinine_mg_dl": s.number("creatinine", "mg/dL"),
        "acute_renal_failure": s.flag("acute_renal_failure"),
        "hematocrit_percent": s.number("hematocrit", "%"),
        "wbc_10_9_l": s.number("leukocytes", "10*9/L"),
        "glasgow_coma_scale": s.integer("glasgow_coma_scale")?,
        "chronic_health_status": match s.code("chronic_health") {
            "none" => "none",
            "elective-surgery" => "elective_postoperative",
            _ => "nonoperative_or_emergency_postoperative",
        },
    });
    // Below 50 % the pressure counts, from there on the gradient.
    if fio2 < 0.5 {
        question["pao2_mm_hg"] = json!(s.number("pao2", "mm[Hg]"));
    } else {
        question["aa_gradient_mm_hg"] = json!(s.number("aa_gradient", "mm[Hg]"));
    }
    Some(question)
}
