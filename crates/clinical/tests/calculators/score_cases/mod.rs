//! A complete request for every score.

pub(crate) mod extremes;
pub(crate) mod rules;
pub(crate) mod thresholds;

use serde_json::{Value as Json, json};

fn q(value: f64, unit: &str) -> Json {
    json!({"value": value, "unit": unit})
}

fn years(value: f64) -> Json {
    q(value, "a")
}

fn mg(value: f64) -> Json {
    q(value, "mg/dL")
}

fn mmhg(value: f64) -> Json {
    q(value, "mm[Hg]")
}

fn rate(value: f64) -> Json {
    q(value, "/min")
}

/// An object with these truth values.
fn flags(names: &[&str], value: bool) -> Json {
    names
        .iter()
        .map(|name| ((*name).to_owned(), json!(value)))
        .collect()
}

fn merged(parts: &[Json]) -> Json {
    let objects = parts.iter().filter_map(Json::as_object);
    Json::Object(
        objects
            .flatten()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

const CHADS: &[&str] = &[
    "congestive_heart_failure",
    "hypertension",
    "diabetes",
    "stroke_tia_thromboembolism",
    "vascular_disease",
];
const HAS_BLED: &[&str] = &[
    "uncontrolled_hypertension",
    "abnormal_renal_function",
    "abnormal_liver_function",
    "stroke",
    "bleeding_history",
    "labile_inr",
    "antiplatelet_or_nsaid",
    "alcohol_excess",
];
const WELLS_DVT: &[&str] = &[
    "active_cancer",
    "paralysis_or_immobilization",
    "bedridden_or_recent_surgery",
    "localized_tenderness",
    "entire_leg_swollen",
    "calf_swelling_over_3cm",
    "pitting_edema",
    "collateral_superficial_veins",
    "previous_dvt",
];
const WELLS_PE: &[&str] = &[
    "clinical_signs_of_dvt",
    "pe_most_likely_diagnosis",
    "immobilization_or_recent_surgery",
    "previous_dvt_or_pe",
    "hemoptysis",
    "malignancy",
];
const APGAR: &[&str] = &[
    "heart_rate_points",
    "respiratory_effort_points",
    "muscle_tone_points",
    "reflex_irritability_points",
    "skin_color_points",
];

/// The smallest score that each calculator has, or for the risk equations the
/// worked example of the pooled cohort equations.
pub(crate) fn base(id: &str) -> Json {
    let liver = json!({
        "bilirubin": mg(2.5), "inr": 1.5, "creatinine": mg(1.5), "dialysis_twice_last_week": false,
    });
    let sodium = json!({"sodium": q(130.0, "mmol/L")});
    match id {
        "meld-2001" => liver,
        "meld-na-2016" => merged(&[liver, sodium]),
        "meld-3.0" => merged(&[
            liver,
            sodium,
            json!({"sex": "male", "age": years(50.0), "albumin": q(3.0, "g/dL")}),
        ]),
        "child-pugh" => json!({
            "bilirubin": mg(1.0), "albumin": q(4.0, "g/dL"), "inr": 1.0, "ascites": "none",
            "encephalopathy": "none",
        }),
        "ascvd-pce-2013" => merged(&[base("framingham-cvd-2008"), json!({"race": "white"})]),
        "framingham-cvd-2008" => json!({
            "sex": "female", "age": years(55.0), "total_cholesterol": mg(213.0),
            "hdl_cholesterol": mg(50.0), "systolic_bp": mmhg(120.0), "treated_hypertension": false,
            "smoker": false, "diabetes": false,
        }),
        "cha2ds2-vasc" => merged(&[
            flags(CHADS, false),
            json!({"age": years(50.0), "sex": "male"}),
        ]),
        "has-bled" => merged(&[flags(HAS_BLED, false), json!({"age": years(50.0)})]),
        "qsofa" => json!({
            "respiratory_rate": rate(16.0), "systolic_bp": mmhg(120.0), "altered_mentation": false,
        }),
        "sofa" => json!({
            "pao2": mmhg(95.0), "fio2": q(21.0, "%"), "respiratory_support": false,
            "platelets": q(200.0, "10*9/L"), "bilirubin": mg(0.5),
            "mean_arterial_pressure": mmhg(80.0), "vasopressor": "none", "glasgow_coma_scale": 15,
            "creatinine": mg(0.8),
        }),
        "news2" => json!({
            "age": years(50.0), "respiratory_rate": rate(16.0), "oxygen_saturation": q(97.0, "%"),
            "spo2_scale": 1, "supplemental_oxygen": false, "systolic_bp": mmhg(120.0),
            "heart_rate": rate(70.0), "consciousness": "A", "temperature": q(37.0, "Cel"),
        }),
        "wells-dvt-2003" => flags(
            &[WELLS_DVT, &["alternative_diagnosis_as_likely"]].concat(),
            false,
        ),
        "wells-pe-2000" => merged(&[flags(WELLS_PE, false), json!({"heart_rate": rate(80.0)})]),
        "curb-65" => json!({
            "confusion": false, "bun": mg(15.0), "respiratory_rate": rate(16.0),
            "systolic_bp": mmhg(120.0), "diastolic_bp": mmhg(80.0), "age": years(50.0),
        }),
        "glasgow-coma-scale" => json!({"eye": 1, "verbal": 1, "motor": 1}),
        "apgar" => json!({
            "heart_rate_points": 2, "respiratory_effort_points": 2, "muscle_tone_points": 1,
            "reflex_irritability_points": 1, "skin_color_points": 1, "minute": 5,
        }),
        "findrisc" => json!({
            "age": years(30.0), "sex": "male", "weight": q(70.0, "kg"), "height": q(180.0, "cm"),
            "waist": q(85.0, "cm"), "daily_physical_activity": true, "daily_vegetables": true,
            "antihypertensive_medication": false, "history_high_glucose": false,
            "family_history": "none",
        }),
        "due-date-naegele" => json!({"last_menstrual_period": "2025-01-01"}),
        "gestational-age" => json!({"last_menstrual_period": "2025-01-01", "on": "2025-06-01"}),
        _ => panic!("{id} has no base case"),
    }
}
