//! The least and the greatest of every score.

use serde_json::{Value as Json, json};

use super::{APGAR, CHADS, HAS_BLED, WELLS_DVT, WELLS_PE, flags, merged, mg, mmhg, q, rate, years};

/// Calculator, changes to its base case, and the least or greatest score.
pub(crate) fn extremes() -> Vec<(&'static str, Json, f64)> {
    let mut all = of_organs();
    all.extend(of_the_whole());
    all
}

fn of_organs() -> Vec<(&'static str, Json, f64)> {
    let well = json!({"bilirubin": mg(0.3), "inr": 0.9, "creatinine": mg(0.5)});
    let ill = json!({"bilirubin": mg(60.0), "inr": 15.0, "dialysis_twice_last_week": true});
    let salty = merged(&[
        well.clone(),
        json!({"sodium": q(150.0, "mmol/L"), "albumin": q(5.0, "g/dL")}),
    ]);
    let unsalted = merged(&[well.clone(), json!({"sodium": q(150.0, "mmol/L")})]);
    vec![
        ("meld-2001", well, 6.0),
        ("meld-2001", ill.clone(), 40.0),
        ("meld-na-2016", unsalted, 6.0),
        ("meld-na-2016", ill.clone(), 40.0),
        ("meld-3.0", salty, 6.0),
        ("meld-3.0", ill, 40.0),
        ("child-pugh", json!({}), 5.0),
        (
            "child-pugh",
            json!({
                "bilirubin": mg(4.0), "albumin": q(2.0, "g/dL"), "inr": 3.0,
                "ascites": "moderate-severe", "encephalopathy": "grade-3-4",
            }),
            15.0,
        ),
        ("cha2ds2-vasc", json!({}), 0.0),
        (
            "cha2ds2-vasc",
            merged(&[
                flags(CHADS, true),
                json!({"age": years(80.0), "sex": "female"}),
            ]),
            9.0,
        ),
        ("has-bled", json!({}), 0.0),
        (
            "has-bled",
            merged(&[flags(HAS_BLED, true), json!({"age": years(80.0)})]),
            9.0,
        ),
        ("qsofa", json!({}), 0.0),
        (
            "qsofa",
            json!({
                "respiratory_rate": rate(30.0), "systolic_bp": mmhg(80.0), "altered_mentation": true,
            }),
            3.0,
        ),
        ("sofa", json!({}), 0.0),
        (
            "sofa",
            json!({
                "pao2": mmhg(50.0), "fio2": q(100.0, "%"), "respiratory_support": true,
                "platelets": q(10.0, "10*3/uL"), "bilirubin": mg(15.0), "glasgow_coma_scale": 3,
                "vasopressor": "norepinephrine", "vasopressor_dose": q(0.5, "ug/kg/min"),
                "creatinine": mg(6.0),
            }),
            24.0,
        ),
    ]
}

fn of_the_whole() -> Vec<(&'static str, Json, f64)> {
    let apgar = |points: u8| {
        APGAR
            .iter()
            .map(|name| ((*name).to_owned(), json!(points)))
            .collect()
    };
    vec![
        ("news2", json!({}), 0.0),
        (
            "news2",
            json!({
                "respiratory_rate": rate(30.0), "oxygen_saturation": q(80.0, "%"),
                "supplemental_oxygen": true, "systolic_bp": mmhg(80.0), "heart_rate": rate(140.0),
                "consciousness": "U", "temperature": q(34.0, "Cel"),
            }),
            20.0,
        ),
        (
            "wells-dvt-2003",
            json!({"alternative_diagnosis_as_likely": true}),
            -2.0,
        ),
        ("wells-dvt-2003", flags(WELLS_DVT, true), 9.0),
        ("wells-pe-2000", json!({}), 0.0),
        (
            "wells-pe-2000",
            merged(&[flags(WELLS_PE, true), json!({"heart_rate": rate(120.0)})]),
            12.5,
        ),
        ("curb-65", json!({}), 0.0),
        (
            "curb-65",
            json!({
                "confusion": true, "bun": mg(30.0), "respiratory_rate": rate(35.0),
                "systolic_bp": mmhg(80.0), "diastolic_bp": mmhg(50.0), "age": years(70.0),
            }),
            5.0,
        ),
        ("glasgow-coma-scale", json!({}), 3.0),
        (
            "glasgow-coma-scale",
            json!({"eye": 4, "verbal": 5, "motor": 6}),
            15.0,
        ),
        ("apgar", apgar(0), 0.0),
        ("apgar", apgar(2), 10.0),
        ("findrisc", json!({}), 0.0),
        (
            "findrisc",
            json!({
                "age": years(70.0), "weight": q(120.0, "kg"), "waist": q(120.0, "cm"),
                "daily_physical_activity": false, "daily_vegetables": false,
                "antihypertensive_medication": true, "history_high_glucose": true,
                "family_history": "first-degree",
            }),
            26.0,
        ),
    ]
}
