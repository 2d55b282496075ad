//! Vital signs, consciousness, questionnaires, the burden of disease.

use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Score};
use crate::pair::{Pair, pair};
use crate::sample::{Sample, with};

pub(super) const PAIRS: &[Pair] = &[
    Pair {
        whole: &[
            "respiratory_rate",
            "oxygen_saturation",
            "systolic_bp",
            "heart_rate",
        ],
        limits: &[
            ("respiratory_rate", &[8.0, 11.0, 20.0, 24.0]),
            (
                "oxygen_saturation",
                &[83.0, 85.0, 87.0, 91.0, 92.0, 93.0, 94.0, 95.0, 96.0],
            ),
            ("systolic_bp", &[90.0, 100.0, 110.0, 219.0]),
            ("heart_rate", &[40.0, 50.0, 90.0, 110.0, 130.0]),
            ("temperature", &[35.0, 36.0, 38.0, 39.0]),
        ],
        ..pair(
            "news2",
            "news2",
            news2,
            &[
                Score("score", "/result"),
                Class(
                    "score",
                    "/working/band",
                    &[
                        ("low", "routine"),
                        ("low", "low"),
                        ("low-medium", "low-medium"),
                        ("medium", "medium"),
                        ("high", "high"),
                    ],
                ),
            ],
        )
    },
    pair(
        "qsofa",
        "qsofa",
        |s| {
            Some(json!({
                "respiratory_rate": s.number("respiratory_rate", "/min"),
                "systolic_bp": s.number("systolic_bp", "mm[Hg]"),
                "altered_mentation": s.flag("altered_mentation"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("negative", "qSOFA negative"),
                    ("positive", "qSOFA positive"),
                ],
            ),
        ],
    ),
    Pair {
        never: &["urine_output"],
        limits: &[
            ("platelets", &[20.0, 50.0, 100.0, 150.0]),
            ("mean_arterial_pressure", &[70.0]),
            ("vasopressor_dose", &[0.1, 5.0, 15.0]),
            ("bilirubin", &[1.2, 2.0, 6.0, 12.0]),
            ("creatinine", &[1.2, 2.0, 3.5, 5.0]),
        ],
        ..pair("sofa", "sofa", sofa, &[Score("score", "/result")])
    },
    pair(
        "apgar",
        "apgar",
        apgar,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/five_minute_band",
                &[
                    ("low", "low"),
                    ("moderately-abnormal", "moderately_abnormal"),
                    ("reassuring", "reassuring"),
                ],
            ),
        ],
    ),
    pair(
        "glasgow-coma-scale",
        "gcs",
        glasgow,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/level",
                &[
                    ("severe", "severe"),
                    ("moderate", "moderate"),
                    ("mild", "mild"),
                ],
            ),
        ],
    ),
    Pair {
        also: &[
            r#"{"loc_responsiveness": 0, "loc_questions": 0, "loc_commands": 0, "horizontal_gaze": 0, "visual_fields": 0, "facial_palsy": 0, "motor_arm_left": 4, "motor_arm_right": 4, "motor_leg_left": 4, "motor_leg_right": 0, "limb_ataxia": 2, "sensory_loss": 0, "best_language": 0, "dysarthria": 0, "extinction_inattention": 0}"#,
        ],
        ..pair("nihss", "nihss", nihss, &[Score("score", "/result")])
    },
    Pair {
        whole: &["systolic_bp", "diastolic_bp"],
        ..pair(
            "abcd2-2007",
            "abcd2",
            |s| {
                Some(json!({
                    "age": s.years(),
                    "systolic_bp": s.number("systolic_bp", "mm[Hg]") as u32,
                    "diastolic_bp": s.number("diastolic_bp", "mm[Hg]") as u32,
                    "clinical_features": match s.code("tia_features") {
                        "speech-without-weakness" => "speech-disturbance",
                        other => other,
                    },
                    "duration": match s.code("tia_duration") {
                        "under-10-min" => "under-10min",
                        "10-to-59-min" => "10-59min",
                        _ => "60min-or-more",
                    },
                    "diabetes": s.flag("diabetes"),
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
        )
    },
    pair(
        "4at",
        "fourat",
        |s| {
            Some(json!({
                "alertness": s.code("alertness").replace('-', "_"),
                "amt4": match s.code("amt4_mistakes") {
                    "none" => "no_mistakes",
                    "one" => "one_mistake",
                    _ => "two_or_more_or_untestable",
                },
                "attention": match s.code("months_backwards") {
                    "seven-or-more" => "seven_or_more",
                    "fewer-than-seven" => "below_seven_or_refuses",
                    _ => "untestable",
                },
                "acute_change": s.flag("acute_or_fluctuating_change"),
            }))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/band",
                &[
                    ("unlikely", "unlikely"),
                    ("cognitive-impairment", "possible-cognitive-impairment"),
                    ("delirium", "possible-delirium"),
                ],
            ),
        ],
    ),
    pair(
        "phq-9",
        "phq9",
        |s| {
            let names = [
                "interest",
                "mood",
                "sleep",
                "energy",
                "appetite",
                "self_worth",
                "concentration",
                "psychomotor",
                "self_harm",
            ];
            Some(json!({"responses": names.map(|name| days(s, &format!("phq_{name}")))}))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/severity",
                &[
                    ("minimal", "none-minimal"),
                    ("mild", "mild"),
                    ("moderate", "moderate"),
                    ("moderately-severe", "moderately-severe"),
                    ("severe", "severe"),
                ],
            ),
        ],
    ),
    pair(
        "gad-7",
        "gad7",
        |s| {
            let names = [
                "nervous",
                "control",
                "worry",
                "relax",
                "restless",
                "irritable",
                "afraid",
            ];
            Some(json!({"responses": names.map(|name| days(s, &format!("gad_{name}")))}))
        },
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/severity",
                &[
                    ("minimal", "minimal"),
                    ("mild", "mild"),
                    ("moderate", "moderate"),
                    ("severe", "severe"),
                ],
            ),
        ],
    ),
    pair(
        "audit-c",
        "auditc",
        |s| Some(json!({"sex": s.code("sex"), "responses": drinking(s)})),
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/interpretation",
                &[
                    ("negative", "the screen is negative"),
                    ("positive", "the screen is positive"),
                ],
            ),
        ],
    ),
    pair(
        "audit",
        "audit",
        audit,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/risk_zone",
                &[
                    ("zone-1", "Zone I"),
                    ("zone-2", "Zone II"),
                    ("zone-3", "Zone III"),
                    ("zone-4", "Zone IV"),
                ],
            ),
        ],
    ),
    pair(
        "charlson-1987",
        "charlson",
        charlson,
        &[
            Score("score", "/working/comorbidity_score"),
            Score("age_adjusted", "/result"),
        ],
    ),
    pair(
        "findrisc",
        "findrisc",
        findrisc,
        &[
            Score("score", "/result"),
            Class(
                "score",
                "/working/risk_band",
                &[
                    ("low", "Low"),
                    ("slightly-elevated", "Slightly elevated"),
                    ("moderate", "Moderate"),
                    ("high", "High"),
                    ("very-high", "Very high"),
                ],
            ),
        ],
    ),
];

fn news2(s: &Sample) -> Option<Json> {
    Some(json!({
        "consciousness": if s.code("consciousness") == "A" { "alert" } else { "confusion-or-vpu" },
        "on_oxygen": s.flag("supplemental_oxygen"),
        "pulse": s.number("heart_rate", "/min") as u32,
        "respiratory_rate": s.number("respiratory_rate", "/min") as u32,
        "spo2": s.number("oxygen_saturation", "%") as u32,
        "spo2_scale": s.integer("spo2_scale")?.to_string(),
        "systolic_bp": s.number("systolic_bp", "mm[Hg]") as u32,
        "temperature": s.number("temperature", "Cel"),
    }))
}

fn sofa(s: &Sample) -> Option<Json> {
    let dose = s
        .has("vasopressor_dose")
        .then(|| s.number("vasopressor_dose", "ug/kg/min"));
    let circulation = match (s.code("vasopressor"), dose) {
        ("none", _) if s.number("mean_arterial_pressure", "mm[Hg]") < 70.0 => "map-below70",
        ("none", _) => "map-at-least70",
        ("dobutamine", _) => "dopamine-low",
        ("dopamine", Some(..=5.0)) => "dopamine-low",
        ("dopamine", Some(..=15.0)) => "moderate-vasopressors",
        ("epinephrine" | "norepinephrine", Some(..=0.1)) => "moderate-vasopressors",
        _ => "high-vasopressors",
    };
    let (bilirubin, bilirubin_unit) = s.sent("bilirubin");
    let (creatinine, creatinine_unit) = s.sent("creatinine");
    Some(json!({
        "pao2_fio2": s.number("pao2", "mm[Hg]") * 100.0 / s.number("fio2", "%"),
        "respiratory_support": s.flag("respiratory_support"),
        "platelets": s.number("platelets", "10*9/L"),
        "bilirubin": bilirubin, "bilirubin_unit": bilirubin_unit,
        "cardiovascular": circulation,
        "gcs": s.integer("glasgow_coma_scale")?,
        "creatinine": creatinine, "creatinine_unit": creatinine_unit,
    }))
}

fn apgar(s: &Sample) -> Option<Json> {
    let of = |name: &str, words: [&'static str; 3]| Some(words[s.integer(name)?]);
    Some(json!({
        "minute_after_birth": s.integer("minute")?,
        "assessment_during_resuscitation": false,
        "gestational_context": "term_or_late_preterm",
        "heart_rate": of("heart_rate_points", ["absent", "below_100", "at_least_100"])?,
        "respiratory_effort": of("respiratory_effort_points",
            ["absent", "slow_or_irregular", "good_with_vigorous_cry"])?,
        "muscle_tone": of("muscle_tone_points", ["flaccid", "some_flexion", "active_motion"])?,
        "reflex_irritability": of("reflex_irritability_points",
            ["no_response", "grimace", "cough_sneeze_or_active_withdrawal"])?,
        "appearance": of("skin_color_points",
            ["blue_or_pale", "pink_body_blue_extremities", "completely_pink"])?,
    }))
}

/// The word for a number from one, or for none.
fn response(s: &Sample, name: &str, words: &[&'static str]) -> &'static str {
    s.integer(name)
        .map_or("not_testable", |number| words[number - 1])
}

fn glasgow(s: &Sample) -> Option<Json> {
    Some(json!({
        "eye_opening": response(s, "eye", &["no_response", "to_pressure", "to_sound", "spontaneous"]),
        "verbal_response": response(s, "verbal",
            &["no_response", "sounds", "words", "confused", "orientated"]),
        "motor_response": response(s, "motor", &[
            "no_response", "extension", "abnormal_flexion", "normal_flexion", "localising",
            "obey_commands",
        ]),
    }))
}

/// Only what is tested: what is not, they want explained.
fn nihss(s: &Sample) -> Option<Json> {
    let of = |name: &str, words: &[&'static str]| Some(json!(words[s.integer(name)?]));
    let arm = &[
        "no_drift_for_ten_seconds",
        "drift_without_hitting_support",
        "some_effort_against_gravity",
        "no_effort_against_gravity",
        "no_movement",
    ];
    let leg = &[
        "no_drift_for_five_seconds",
        "drift_without_hitting_bed",
        "some_effort_against_gravity",
        "no_effort_against_gravity",
        "no_movement",
    ];
    Some(json!({
        "assessment_context":
            "clinician_administered_standard_adult_nihss_using_authorized_scale_materials",
        "level_of_consciousness": of("loc_responsiveness", &[
            "alert", "arousable_by_minor_stimulation", "requires_repeated_or_strong_stimulation",
            "reflex_responses_or_unresponsive",
        ])?,
        "loc_questions": of("loc_questions",
            &["both_correct", "one_correct", "neither_correct_or_aphasic_or_stuporous"])?,
        "loc_commands": of("loc_commands", &["both_correct", "one_correct", "neither_correct"])?,
        "best_gaze": of("horizontal_gaze",
            &["normal", "partial_gaze_palsy", "forced_deviation_or_total_paresis"])?,
        "visual_fields": of("visual_fields", &[
            "no_visual_loss", "partial_hemianopia", "complete_hemianopia",
            "bilateral_hemianopia_or_blindness",
        ])?,
        "facial_palsy": of("facial_palsy", &[
            "normal_symmetry", "minor_paralysis", "partial_lower_face_paralysis",
            "complete_one_or_both_sides",
        ])?,
        "motor_arm_left": of("motor_arm_left", arm)?,
        "motor_arm_right": of("motor_arm_right", arm)?,
        "motor_leg_left": of("motor_leg_left", leg)?,
        "motor_leg_right": of("motor_leg_right", leg)?,
        "limb_ataxia": of("limb_ataxia", &["absent", "present_in_one_limb", "present_in_two_limbs"])?,
        "sensory": of("sensory_loss", &["normal", "mild_to_moderate_loss", "severe_or_total_loss"])?,
        "best_language": of("best_language", &[
            "no_aphasia", "mild_to_moderate_aphasia", "severe_aphasia", "mute_or_global_aphasia",
        ])?,
        "dysarthria": of("dysarthria", &["normal", "mild_to_moderate", "severe_or_anarthric"])?,
        "extinction_inattention": of("extinction_inattention",
            &["none", "one_modality", "profound_or_more_than_one_modality"])?,
    }))
}

/// How often something bothered in two weeks.
fn days(s: &Sample, name: &str) -> usize {
    let codes = [
        "not-at-all",
        "several-days",
        "more-than-half-the-days",
        "nearly-every-day",
    ];
    place(&codes, s.code(name))
}

/// The place of a code.
fn place(codes: &[&str], code: &str) -> usize {
    let found = codes.iter().position(|known| *known == code);
    found.unwrap_or_else(|| panic!("{code} is none of {codes:?}"))
}

/// The three questions of AUDIT-C.
fn drinking(s: &Sample) -> Vec<usize> {
    let often = [
        "never",
        "monthly-or-less",
        "2-to-4-a-month",
        "2-to-3-a-week",
        "4-or-more-a-week",
    ];
    let drinks = ["1-or-2", "3-or-4", "5-or-6", "7-to-9", "10-or-more"];
    vec![
        place(&often, s.code("drinking_days")),
        place(&drinks, s.code("drinks_a_day")),
        place(&FREQUENCIES, s.code("six_drinks_or_more")),
    ]
}

const FREQUENCIES: [&str; 5] = ["never", "less-than-monthly", "monthly", "weekly", "daily"];

fn audit(s: &Sample) -> Option<Json> {
    let mut responses = drinking(s);
    for name in [
        "could_not_stop",
        "failed_duties",
        "in_the_morning",
        "guilt",
        "memory_loss",
    ] {
        responses.push(place(&FREQUENCIES, s.code(&format!("drinking_{name}"))));
    }
    for name in ["injury", "concern_of_others"] {
        let codes = ["no", "before-the-last-year", "in-the-last-year"];
        responses.push(2 * place(&codes, s.code(&format!("drinking_{name}"))));
    }
    Some(json!({"responses": responses}))
}

fn charlson(s: &Sample) -> Option<Json> {
    let (liver, diabetes, tumour) = (
        s.code("liver_disease"),
        s.code("diabetes_form"),
        s.code("solid_tumor"),
    );
    Some(with(
        s.flags(&[
            ("myocardial_infarction", "previous_myocardial_infarction"),
            ("congestive_heart_failure", "symptomatic_heart_failure"),
            ("peripheral_vascular_disease", "peripheral_vascular_disease"),
            ("cerebrovascular_disease", "cerebrovascular_disease"),
            ("dementia", "dementia"),
            ("copd", "chronic_pulmonary_disease"),
            ("connective_tissue_disease", "connective_tissue_disease"),
            ("peptic_ulcer_disease", "peptic_ulcer_disease"),
            ("hemiplegia_paraplegia", "hemiplegia"),
            (
                "renal_disease_moderate_severe",
                "moderate_or_severe_kidney_disease",
            ),
            ("leukaemia", "leukemia"),
            ("lymphoma", "lymphoma"),
            ("aids", "aids"),
        ]),
        json!({
            "age": s.years(),
            "include_age_adjustment": true,
            "mild_liver_disease": liver == "mild",
            "liver_disease_moderate_severe": liver == "moderate-or-severe",
            "diabetes_uncomplicated": diabetes == "uncomplicated",
            "diabetes_complicated": diabetes == "with-organ-damage",
            "solid_tumour_non_metastatic": tumour == "without-metastasis",
            "metastatic_solid_tumour": tumour == "metastatic",
        }),
    ))
}

fn findrisc(s: &Sample) -> Option<Json> {
    let metres = s.number("height", "cm") / 100.0;
    Some(with(
        s.flags(&[
            ("antihypertensive_medication", "antihypertensive_medication"),
            ("daily_vegetables_fruit", "daily_vegetables"),
            ("high_blood_glucose_history", "history_high_glucose"),
            ("physically_active", "daily_physical_activity"),
        ]),
        json!({
            "age": s.years(),
            "sex": s.code("sex"),
            "bmi": s.number("weight", "kg") / (metres * metres),
            "waist_cm": s.number("waist", "cm"),
            "family_history": s.code("family_history").replace('-', "_"),
        }),
    ))
}
