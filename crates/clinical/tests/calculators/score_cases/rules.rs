//! Rules that single scores have of their own.

use clinical::Code;
use clinical::definition::Value;
use serde_json::{Value as Json, json};

use crate::scores::{good, meaning, number, refusals, run};

#[test]
fn meld_counts_dialysis_and_adolescents() {
    let creatinine = |value: f64| json!({"value": value, "unit": "mg/dL"});
    for (id, cap) in [("meld-2001", 4.0), ("meld-na-2016", 4.0), ("meld-3.0", 3.0)] {
        let of = |changes: Json| number(&good(id, &changes), "score");
        let capped = of(json!({"creatinine": creatinine(cap)}));
        assert_eq!(of(json!({"creatinine": creatinine(9.0)})), capped, "{id}");
        assert_eq!(
            of(json!({"dialysis_twice_last_week": true})),
            capped,
            "{id}"
        );
        assert!(good(id, &json!({})).items.is_empty());
    }
    let of = |sex, years| {
        good(
            "meld-3.0",
            &json!({"sex": sex, "age": {"value": years, "unit": "a"}}),
        )
    };
    let boy = of("male", 17);
    assert_eq!(number(&boy, "score"), number(&of("female", 50), "score"));
    assert_eq!(boy.assumptions.len(), of("male", 18).assumptions.len() + 1);
    assert!(number(&boy, "score") > number(&of("male", 18), "score"));
}

#[test]
fn sofa_asks_for_the_dose_and_no_nonsense() {
    let dose = |drug: &str, value: f64| {
        let dose = json!({"value": value, "unit": "ug/kg/min"});
        json!({"vasopressor": drug, "vasopressor_dose": dose})
    };
    let both = ["vasopressor", "vasopressor_dose"];
    let both = both.map(|name| (name.to_owned(), Code::ImplausibleCombination));
    for drug in ["dopamine", "epinephrine", "norepinephrine"] {
        let missing = vec![("vasopressor_dose".to_owned(), Code::Missing)];
        assert_eq!(refusals("sofa", &json!({"vasopressor": drug})), missing);
        assert_eq!(refusals("sofa", &dose(drug, 0.0)), both);
    }
    good("sofa", &json!({"vasopressor": "dobutamine"}));
    good("sofa", &dose("none", 0.0));
    assert_eq!(refusals("sofa", &dose("none", 1.0)), both);
}

#[test]
fn news2_band_follows_total_and_single_extremes() {
    let bpm = |value: u32| json!({"value": value, "unit": "/min"});
    for (changes, expected) in [
        (json!({}), "low"),
        (
            json!({"supplemental_oxygen": true, "heart_rate": bpm(131 - 1)}),
            "low",
        ),
        (json!({"consciousness": "C"}), "low-medium"),
        (
            json!({"consciousness": "C", "supplemental_oxygen": true}),
            "medium",
        ),
        (
            json!({"consciousness": "C", "heart_rate": bpm(131)}),
            "medium",
        ),
        (
            json!({"consciousness": "C", "heart_rate": bpm(131), "respiratory_rate": bpm(11)}),
            "high",
        ),
    ] {
        assert_eq!(
            meaning(&good("news2", &changes)),
            Some(expected),
            "{changes}"
        );
    }
}

#[test]
fn glasgow_has_no_total_without_all_components() {
    let full = good("glasgow-coma-scale", &json!({}));
    let codes: Vec<_> = full.results.iter().map(|one| one.loinc).collect();
    assert_eq!(
        codes,
        [
            Some("9269-2"),
            Some("9267-6"),
            Some("9270-0"),
            Some("9268-4")
        ]
    );
    let intubated = good("glasgow-coma-scale", &json!({"verbal": "not-testable"}));
    let names: Vec<_> = intubated
        .results
        .iter()
        .map(|one| one.output.name)
        .collect();
    assert_eq!(names, ["eye", "motor"]);
    assert_eq!(intubated.items.len(), 2);
    assert_eq!(intubated.warnings.len(), 1);
    let nt = "not-testable";
    let none = good(
        "glasgow-coma-scale",
        &json!({"eye": nt, "verbal": nt, "motor": nt}),
    );
    assert!(none.results.is_empty() && none.items.is_empty());
    for (eye, expected) in [(1, "severe"), (2, "moderate")] {
        let found = good(
            "glasgow-coma-scale",
            &json!({"eye": eye, "verbal": 2, "motor": 5}),
        );
        assert_eq!(meaning(&found), Some(expected));
    }
    let mild = good(
        "glasgow-coma-scale",
        &json!({"eye": 3, "verbal": 4, "motor": 6}),
    );
    assert_eq!(meaning(&mild), Some("mild"));
}

#[test]
fn apgar_is_coded_by_its_minute() {
    for (minute, code, class) in [
        (1, "9272-6", None),
        (5, "9274-2", Some("reassuring")),
        (10, "9271-8", None),
    ] {
        let found = good("apgar", &json!({"minute": minute}));
        assert_eq!(found.results[0].loinc, Some(code));
        assert_eq!(meaning(&found), class);
    }
    for minute in [2, 7] {
        let refused = vec![("minute".to_owned(), Code::NotAChoice)];
        assert_eq!(refusals("apgar", &json!({"minute": minute})), refused);
    }
}

#[test]
fn dates_of_pregnancy() {
    let due = |last: &str, cycle: Json| {
        let inputs = json!({"last_menstrual_period": last, "cycle_length": cycle});
        run("due-date-naegele", &inputs)
    };
    let days = |value: f64| json!({"value": value, "unit": "d"});
    for (cycle, expected, assumed) in [
        (Json::Null, "2025-10-08", 1),
        (days(28.0), "2025-10-08", 0),
        (days(21.0), "2025-10-01", 0),
        (days(35.0), "2025-10-15", 0),
    ] {
        let found = due("2025-01-01", cycle).expect("a due date");
        assert_eq!(
            found.results[0].value,
            Value::Date(expected.parse().expect("a date"))
        );
        assert_eq!(found.assumptions.len(), assumed);
    }
    let half = due("2025-01-01", days(28.5)).expect_err("half a day");
    assert_eq!(
        (half[0].field.as_str(), half[0].code),
        ("cycle_length/value", Code::NotWhole)
    );
    assert!(due("9999-12-31", Json::Null).is_err());
    let on = |day: &str| json!({"last_menstrual_period": "2025-01-01", "on": day});
    for (day, weeks, rest) in [
        ("2025-01-01", 0.0, 0.0),
        ("2025-01-07", 0.0, 6.0),
        ("2025-01-08", 1.0, 0.0),
        ("2025-11-12", 45.0, 0.0),
    ] {
        let found = good("gestational-age", &on(day));
        assert_eq!(
            (number(&found, "weeks"), number(&found, "days")),
            (weeks, rest),
            "{day}"
        );
    }
    for day in ["2024-12-31", "2025-11-13"] {
        let both = ["last_menstrual_period", "on"];
        let both = both.map(|name| (name.to_owned(), Code::ImplausibleCombination));
        assert_eq!(refusals("gestational-age", &on(day)), both);
    }
}

#[test]
fn meanings_change_where_they_should() {
    let year = |value: u32| json!({"value": value, "unit": "a"});
    for (id, changes, expected) in [
        ("cha2ds2-vasc", json!({}), "low"),
        ("cha2ds2-vasc", json!({"age": year(65)}), "intermediate"),
        ("cha2ds2-vasc", json!({"age": year(75)}), "high"),
        (
            "has-bled",
            json!({"stroke": true, "labile_inr": true}),
            "not-high",
        ),
        (
            "has-bled",
            json!({"stroke": true, "labile_inr": true, "age": year(66)}),
            "high",
        ),
        ("qsofa", json!({"altered_mentation": true}), "negative"),
        ("wells-dvt-2003", json!({"active_cancer": true}), "unlikely"),
        (
            "wells-dvt-2003",
            json!({"active_cancer": true, "previous_dvt": true}),
            "likely",
        ),
        (
            "wells-pe-2000",
            json!({"clinical_signs_of_dvt": true, "malignancy": true}),
            "unlikely",
        ),
        (
            "wells-pe-2000",
            json!({"clinical_signs_of_dvt": true, "previous_dvt_or_pe": true}),
            "likely",
        ),
        ("curb-65", json!({"confusion": true}), "low"),
        (
            "curb-65",
            json!({"confusion": true, "age": year(65)}),
            "moderate",
        ),
        (
            "findrisc",
            json!({"history_high_glucose": true, "daily_vegetables": true}),
            "low",
        ),
        (
            "findrisc",
            json!({"history_high_glucose": true, "age": year(50)}),
            "slightly-elevated",
        ),
        (
            "findrisc",
            json!({"history_high_glucose": true, "age": year(50), "family_history": "first-degree"}),
            "moderate",
        ),
    ] {
        assert_eq!(
            meaning(&good(id, &changes)),
            Some(expected),
            "{id} {changes}"
        );
    }
}
