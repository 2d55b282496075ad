//! `news2`.

use serde_json::{Value, json};
use wire::{Item, Number};

use crate::support::{
    Answer, ENGLISH, LANGUAGES, PORTUGUESE, Request, TODAY, answers, assert_says, bundle, cards,
    evaluation, measured, observation, one, patient, quantity, stated,
};

const TIME: &str = "2026-01-30T08:00:00Z";

fn clinical() -> Vec<Value> {
    let coding = json!({"coding": [{"system": "urn:medical-platform:input", "code": "A"}]});
    vec![
        stated("consciousness", "valueCodeableConcept", coding),
        stated("supplemental_oxygen", "valueBoolean", json!(false)),
        stated("spo2_scale", "valueInteger", json!(1)),
    ]
}

fn panel(systolic: i32, time: &str) -> Value {
    let component = |code: &str, value: i32| {
        json!({
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
            "valueQuantity": quantity(value, "mm[Hg]"),
        })
    };
    let mut panel = observation("http://loinc.org", "85354-9", time);
    panel["component"] = json!([component("8462-4", 75), component("8480-6", systolic)]);
    panel
}

pub(crate) fn request() -> Request {
    Request::new("news2", "patient-view")
        .with("patient", patient("other", "1970-05-05"))
        .with("respiratory_rate", one("9279-1", 18, "/min", TIME))
        .with("oxygen_saturation", one("2708-6", 97, "%", TIME))
        .with("systolic_bp", bundle(&[panel(120, TIME)]))
        .with("heart_rate", one("8867-4", 78, "/min", TIME))
        .with(
            "temperature",
            one("8310-5", 36.8, "Cel", "2026-01-29T22:00:00Z"),
        )
        .with("clinical", bundle(&clinical()))
}

fn answer(score: f64, code: &str, text: &str) -> Answer {
    let display = format!("{score:.0}");
    let mut answer = evaluation("news2", "NEWS2", (score, &display, "1"), (code, text));
    answer.items = vec![Item {
        item: "Respiratory rate".into(),
        input: "respiratory_rate".into(),
        points: Number(3.0),
    }];
    Ok(answer)
}

#[test]
fn asks_with_every_input() {
    let plan = request().plan().unwrap();
    assert_eq!(plan.questions()[0].calculator, "news2");
    let inputs = json!({
        "respiratory_rate": {"value": 18, "unit": "/min"},
        "oxygen_saturation": {"value": 97, "unit": "%"},
        "systolic_bp": {"value": 120, "unit": "mm[Hg]"},
        "heart_rate": {"value": 78, "unit": "/min"},
        "temperature": {"value": 36.8, "unit": "Cel"},
        "consciousness": "A",
        "supplemental_oxygen": false,
        "spo2_scale": 1,
        "birth_date": "1970-05-05",
        "on": TODAY,
    });
    assert_eq!(plan.questions()[0].inputs, inputs);
}

#[test]
fn systolic_pressure_comes_alone_or_in_a_panel() {
    let systolic = |observations: &[Value]| {
        let request = request().with("systolic_bp", bundle(observations));
        request
            .plan()
            .map(|plan| plan.questions()[0].inputs["systolic_bp"]["value"].clone())
    };
    let alone = |value: i32, time| measured("8480-6", value, "mm[Hg]", time);
    assert_eq!(systolic(&[alone(110, "2026")]).unwrap(), 110);
    let (older, newer) = ("2026-01-01T08:00:00Z", "2026-01-01T09:00:00Z");
    assert_eq!(
        systolic(&[alone(110, older), panel(120, newer)]).unwrap(),
        120
    );
    assert_eq!(
        systolic(&[alone(110, newer), panel(120, older)]).unwrap(),
        110
    );
    assert!(systolic(&[alone(110, newer), panel(120, newer)]).is_err());
    // A component under a panel of something else is not looked for.
    let mut other = panel(120, newer);
    other["code"]["coding"][0]["code"] = json!("35094-2");
    assert!(systolic(&[other]).is_err());
}

#[test]
fn needs_each_of_them() {
    for key in [
        "respiratory_rate",
        "oxygen_saturation",
        "systolic_bp",
        "heart_rate",
        "temperature",
        "clinical",
        "patient",
    ] {
        request().without(key).assert_missing(&[key]);
    }
    request()
        .with("patient", patient("female", "1970"))
        .assert_missing(&["patient.birthDate"]);
}

#[test]
fn neither_alertness_nor_air_is_assumed() {
    let names = ["consciousness", "supplemental_oxygen", "spo2_scale"];
    for (position, name) in names.into_iter().enumerate() {
        let mut rest = clinical();
        rest.remove(position);
        let missing = format!("clinical.{name}");
        request()
            .with("clinical", bundle(&rest))
            .assert_missing(&[&missing]);
    }
}

#[test]
fn stated_inputs_have_their_own_element_and_system() {
    let with = |position: usize, element: &str, value: Value| {
        let mut all = clinical();
        all[position] = stated(
            ["consciousness", "supplemental_oxygen", "spo2_scale"][position],
            element,
            value,
        );
        request().with("clinical", bundle(&all))
    };
    assert_eq!(
        with(0, "valueString", json!("V")).inputs()["consciousness"],
        "V"
    );
    let snomed = json!({"coding": [{"system": "http://snomed.info/sct", "code": "A"}]});
    let two = json!({"coding": [
        {"system": "urn:medical-platform:input", "code": "A"},
        {"system": "urn:medical-platform:input", "code": "V"},
    ]});
    let consciousness = ["clinical.consciousness"];
    with(0, "valueCodeableConcept", snomed).assert_missing(&consciousness);
    with(0, "valueCodeableConcept", two).assert_missing(&consciousness);
    with(0, "valueBoolean", json!(true)).assert_missing(&consciousness);
    let oxygen = ["clinical.supplemental_oxygen"];
    with(1, "valueString", json!("false")).assert_missing(&oxygen);
    with(1, "valueInteger", json!(0)).assert_missing(&oxygen);
    with(2, "valueInteger", json!(1.5)).assert_missing(&["clinical.spo2_scale"]);
}

#[test]
fn a_score_of_zero_is_no_card() {
    let plan = request().plan().unwrap();
    for language in LANGUAGES {
        let cards = cards(&plan, &[answer(0.0, "low", "low risk")], language);
        assert_eq!(cards, Vec::<Value>::new());
    }
}

#[test]
fn the_band_decides_the_urgency() {
    let plan = request().plan().unwrap();
    for (score, code, expected) in [
        (1.0, "low", "info"),
        (4.0, "low", "info"),
        (3.0, "low-medium", "warning"),
        (5.0, "medium", "warning"),
        (7.0, "high", "critical"),
        (20.0, "high", "critical"),
        (2.0, "new-band", "warning"),
        (9.0, "new-band", "warning"),
    ] {
        let cards = cards(&plan, &[answer(score, code, "risk")], ENGLISH);
        assert_eq!(cards[0]["indicator"], expected, "{score} {code}");
    }
}

#[test]
fn a_card_tells_score_points_and_oldest_sign() {
    let plan = request().plan().unwrap();
    let answers = [answer(7.0, "high", "high clinical risk")];
    let [card] = <[Value; 1]>::try_from(cards(&plan, &answers, ENGLISH)).unwrap();
    assert_eq!(card["summary"], "NEWS2 7: high clinical risk");
    let parts = [
        "- Respiratory rate: 3",
        "- Consciousness: 2026-01-30",
        "Oldest measurement used: 2026-01-29",
    ];
    assert_says(&card, "detail", &parts);
    let plan = request().plan_in(PORTUGUESE).unwrap();
    let [card] = <[Value; 1]>::try_from(cards(&plan, &answers, PORTUGUESE)).unwrap();
    assert_says(
        &card,
        "detail",
        &["**Pontos**", "- Consciência: 2026-01-30"],
    );
}

#[test]
fn a_long_meaning_is_cut_at_a_word() {
    let plan = request().plan().unwrap();
    let answers = [answer(7.0, "high", &"very long meaning ".repeat(20))];
    let cards = cards(&plan, &answers, ENGLISH);
    let summary = cards[0]["summary"].as_str().unwrap();
    assert!(summary.starts_with("NEWS2 7: very long") && summary.ends_with('…'));
}

/// As a monitor writes it: rates of something, and the saturation under the code of the
/// pulse oximeter only.
#[test]
fn a_record_of_a_monitor_is_read() {
    let plan = request()
        .with("respiratory_rate", one("9279-1", 18, "{breaths}/min", TIME))
        .with("oxygen_saturation", one("59408-5", 97, "%", TIME))
        .with("heart_rate", one("8867-4", 78, "{beats}/min", TIME))
        .plan();
    let expected = request().plan().unwrap().questions()[0].inputs.clone();
    assert_eq!(plan.unwrap().questions()[0].inputs, expected);
    // Another spelling, or something else that is counted by minutes, is no unit.
    for unit in ["1/min", "beats/min", "/{min}", "{10*2}/min"] {
        let plan = request()
            .with("heart_rate", one("8867-4", 78, unit, TIME))
            .plan();
        let violations = answers(&plan.unwrap(), ENGLISH).remove(0).unwrap_err();
        assert_eq!(violations[0].code, "unknown-unit", "{unit}");
    }
}
