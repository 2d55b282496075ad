//! Requests and answers as they come from elsewhere.

use std::sync::LazyLock;

use cds::{Plan, Refusal};
use serde_json::{Value, json};
use text::Language;
use wire::{
    Definition, Evaluation, Found, Interpretation, LoincUnits, Named, Number, OutputKind,
    Reference, Violation,
};

pub(crate) const TODAY: &str = "2026-01-31";
pub(crate) const LANGUAGES: [Language; 2] = Language::ALL;
pub(crate) const ENGLISH: Language = Language::English;
pub(crate) const PORTUGUESE: Language = Language::Portuguese;

/// The answer to a question.
pub(crate) type Answer = Result<Evaluation<'static>, Vec<Violation>>;

pub(crate) fn violation(field: &str, code: &str, message: &str) -> Violation {
    Violation {
        field: field.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
    }
}

/// The definitions that all services are made from.
pub(crate) fn definitions(language: Language) -> &'static [Definition<'static>] {
    static ALL: LazyLock<[Vec<Definition<'static>>; 2]> =
        LazyLock::new(|| LANGUAGES.map(made_definitions));
    match language {
        Language::English => &ALL[0],
        Language::Portuguese => &ALL[1],
    }
}

fn made_definitions(language: Language) -> Vec<Definition<'static>> {
    let mut all = evaluator::definitions(&cds::all_calculators(), language).unwrap();
    for input in all.iter_mut().flat_map(|one| &mut one.inputs) {
        if input.name == "creatinine" && input.loinc_units.is_empty() {
            input.loinc_units = [("2160-0", "mg/dL"), ("14682-9", "umol/L")]
                .map(|(code, unit)| LoincUnits {
                    code: code.into(),
                    units: vec![unit.into()],
                })
                .into();
        }
    }
    all
}

/// A request whose prefetch can be changed.
pub(crate) struct Request {
    service: &'static str,
    pub(crate) body: Value,
}

impl Request {
    pub(crate) fn new(service: &'static str, hook: &str) -> Self {
        let body = json!({
            "hook": hook,
            "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
            "context": {"userId": "Practitioner/example", "patientId": "1288992"},
            "prefetch": {},
        });
        Self { service, body }
    }

    pub(crate) fn with(mut self, key: &str, value: Value) -> Self {
        self.body["prefetch"][key] = value;
        self
    }

    pub(crate) fn without(mut self, key: &str) -> Self {
        self.body["prefetch"].as_object_mut().unwrap().remove(key);
        self
    }

    pub(crate) fn plan(&self) -> Result<Plan, Refusal> {
        self.plan_in(ENGLISH)
    }

    /// The plan for cards in a language.
    pub(crate) fn plan_in(&self, language: Language) -> Result<Plan, Refusal> {
        plan(self.service, &self.body, definitions(language))
    }

    #[track_caller]
    pub(crate) fn assert_missing(&self, names: &[&str]) {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(self.plan().err(), Some(Refusal::MissingData(names)));
    }

    /// The inputs of the first question.
    #[track_caller]
    pub(crate) fn inputs(&self) -> Value {
        self.plan().unwrap().questions()[0].inputs.clone()
    }
}

pub(crate) fn plan(
    service: &str,
    body: &Value,
    definitions: &[Definition<'_>],
) -> Result<Plan, Refusal> {
    cds::plan(service, body, definitions, TODAY)
}

pub(crate) fn patient(gender: &str, birth_date: &str) -> Value {
    json!({
        "resourceType": "Patient",
        "id": "1288992",
        "gender": gender,
        "birthDate": birth_date,
    })
}

/// An Observation of this patient, final, without code and value.
pub(crate) fn observation(system: &str, code: &str, time: &str) -> Value {
    json!({
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": system, "code": code}]},
        "subject": {"reference": "Patient/1288992"},
        "effectiveDateTime": time,
    })
}

pub(crate) fn quantity(value: impl Into<Value>, unit: &str) -> Value {
    json!({
        "value": value.into(),
        "unit": "as printed",
        "system": "http://unitsofmeasure.org",
        "code": unit,
    })
}

pub(crate) fn measured(code: &str, value: impl Into<Value>, unit: &str, time: &str) -> Value {
    let mut measured = observation("http://loinc.org", code, time);
    measured["valueQuantity"] = quantity(value, unit);
    measured
}

pub(crate) fn stated(code: &str, element: &str, value: Value) -> Value {
    let mut stated = observation("urn:medical-platform:input", code, "2026-01-30T08:00:00Z");
    stated[element] = value;
    stated
}

pub(crate) fn bundle(resources: &[Value]) -> Value {
    let entries = resources.iter().map(|one| json!({"resource": one}));
    json!({
        "resourceType": "Bundle",
        "type": "searchset",
        "entry": entries.collect::<Vec<_>>(),
    })
}

/// One measurement, in a Bundle.
pub(crate) fn one(code: &str, value: impl Into<Value>, unit: &str, time: &str) -> Value {
    bundle(&[measured(code, value, unit, time)])
}

/// What the catalogue itself answers, in a language.
pub(crate) fn answers(plan: &Plan, language: Language) -> Vec<Answer> {
    let context = evaluator::context(TODAY, language).unwrap();
    let questions = plan.questions().iter();
    let answer = |question: &cds::Question| {
        evaluator::evaluate(question.calculator, &question.inputs.to_string(), &context).map_err(
            |error| match error {
                evaluator::Error::Refused(violations) => violations,
                _ => Vec::new(),
            },
        )
    };
    questions.map(answer).collect()
}

/// An evaluation of a calculator with one result.
pub(crate) fn evaluation(
    calculator: &str,
    title: &str,
    (value, display, unit): (f64, &str, &str),
    (code, text): (&str, &str),
) -> Evaluation<'static> {
    let owned = |text: &str| text.to_owned().into();
    let result = Found {
        name: "result".into(),
        title: owned(title),
        kind: OutputKind::Laboratory,
        value: wire::Value::Number(Number(value)),
        unit: Some(owned(unit)),
        display: owned(display),
        interpretation: Some(Interpretation {
            code: owned(code),
            text: owned(text),
            hl7: None,
        }),
        loinc: None,
        formula: None,
    };
    Evaluation {
        calculator: owned(calculator),
        version: "1.0.0".into(),
        category: "laboratory".into(),
        title: owned(title),
        language: ENGLISH,
        results: vec![result],
        items: Vec::new(),
        warnings: Vec::new(),
        assumptions: Vec::new(),
        inputs: Named::default(),
        labels: Named::default(),
        reference: Reference {
            citation: "Someone. Somewhere 2021.".into(),
            doi: Some("10.1056/NEJMoa2102953".into()),
            pmid: None,
        },
        sources: Vec::new(),
        processing_time_us: None,
    }
}

/// The cards, after checking what holds for all of them.
#[track_caller]
pub(crate) fn cards(plan: &Plan, answers: &[Answer], language: Language) -> Vec<Value> {
    let response = cds::cards(plan, answers, language);
    assert_well_formed(&response);
    response["cards"].as_array().unwrap().clone()
}

#[track_caller]
pub(crate) fn assert_well_formed(response: &Value) {
    assert_nothing_empty(response);
    for card in response["cards"].as_array().unwrap() {
        let length = card["summary"].as_str().unwrap().chars().count();
        assert!(length <= 139, "{length} characters: {}", card["summary"]);
        assert!(["info", "warning", "critical"].contains(&card["indicator"].as_str().unwrap()));
        assert!(card["detail"].is_string());
        let label = card["source"]["label"].as_str().unwrap();
        assert!(label.starts_with("Medical platform: "), "{label}");
        if let Some(url) = card["source"].get("url") {
            assert!(url.as_str().unwrap().starts_with("https://doi.org/10."));
        }
    }
}

/// No null and no empty text anywhere.
#[track_caller]
pub(crate) fn assert_nothing_empty(value: &Value) {
    match value {
        Value::Null => panic!("a null"),
        Value::String(text) => assert!(!text.trim().is_empty(), "an empty text"),
        Value::Array(items) => items.iter().for_each(assert_nothing_empty),
        Value::Object(members) => members.values().for_each(assert_nothing_empty),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

#[track_caller]
pub(crate) fn assert_says(card: &Value, member: &str, parts: &[&str]) {
    let text = card[member].as_str().unwrap();
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
}
