//! The schemas that are offered, the engine, and the answers: all three agree.

use clinical::{Calculator, Language, calculators};
use evaluator::Error;
use gateway::API;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wire::{Definition, Evaluation, Summary};

use crate::bodies::documents;
use crate::checker::{Schemas, fits};
use crate::common::{NOW, answer, ask, get, json as body_of, text};
use crate::requests::Request;

/// How far outside a limit a value is tried, relatively: far above what conversions
/// lose, far below what anybody measures.
const BESIDE: f64 = 1e-6;

/// The catalogue, and the two calculators that only the figures ask for.
fn every_calculator() -> impl Iterator<Item = &'static Calculator> {
    let hidden = ["adult-bmi", "adult-bmr"];
    calculators::all().chain(hidden.map(|id| calculators::find(id).expect("a calculator")))
}

fn schema(calculator: &'static Calculator) -> Value {
    evaluator::definition(calculator, Language::English).schema
}

/// Whether the engine refuses an input by itself, whatever else is missing.
fn is_refused(calculator: &str, input: &str, value: &Value) -> bool {
    let today = NOW.split('T').next().expect("a date");
    let context = evaluator::context(today, Language::English).expect("a context");
    let inputs = json!({input: value}).to_string();
    match evaluator::check(calculator, &inputs, &context) {
        Ok(_) => false,
        Err(Error::Refused(violations)) => violations.iter().any(|one| {
            let between = one.code == "implausible-combination" || one.code == "missing";
            one.input() == input && !between
        }),
        Err(other) => panic!("{calculator}: {other:?}"),
    }
}

/// The schema and the engine say the same of a value of an input.
#[track_caller]
fn agree(calculator: &str, input: &str, schema: &Value, value: &Value, accepted: bool) {
    let at = format!("{calculator}, {input}: {value}");
    let engine = !is_refused(calculator, input, value);
    assert_eq!(engine, accepted, "the engine at {at}");
    let offered = fits(&schema["properties"][input], value).is_ok();
    assert_eq!(offered, accepted, "the schema at {at}");
}

/// The schemas below a schema among which a value chooses.
fn branches(schema: &Value) -> Vec<&Value> {
    match schema["anyOf"].as_array() {
        Some(all) => all.iter().flat_map(branches).collect(),
        None => vec![schema],
    }
}

/// The values at the limits of a number and just outside, and whether they are
/// accepted.
fn edges(number: &Value) -> Vec<(f64, bool)> {
    let limit = |name: &str| number[name].as_f64();
    let beside = |limit: f64| BESIDE * limit.abs().max(BESIDE);
    let least = limit("minimum").expect("a minimum");
    let mut edges = vec![(least, true), (least - beside(least), false)];
    if let Some(most) = limit("maximum") {
        edges.extend([(most, true), (most + beside(most), false)]);
    }
    if let Some(below) = limit("exclusiveMaximum") {
        edges.extend([(below - beside(below), true), (below, false)]);
    }
    assert_eq!(edges.len(), 4, "{number}");
    edges
}

/// What stands at the limits of every quantity and age in each of its units is accepted
/// by both, and what stands beside them is refused by both.
#[test]
fn a_schema_has_the_limits_of_the_engine() {
    let mut asked = 0;
    for calculator in every_calculator() {
        let schema = schema(calculator);
        for (input, property) in schema["properties"].as_object().expect("properties") {
            for branch in branches(property) {
                let unit = &branch["properties"]["unit"]["const"];
                let number = match unit {
                    Value::Null => branch,
                    _ => &branch["properties"]["value"],
                };
                if number["type"] != "number" || number["enum"].is_array() {
                    continue;
                }
                for (value, accepted) in edges(number) {
                    let sent = match unit {
                        Value::Null => json!(value),
                        _ => json!({"value": value, "unit": unit}),
                    };
                    agree(calculator.id, input, &schema, &sent, accepted);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 1_000, "{asked}");
}

/// The same for whole numbers, and for each code and each number that stands for one.
#[test]
fn a_schema_has_the_choices_of_the_engine() {
    let mut asked = 0;
    for calculator in every_calculator() {
        let schema = schema(calculator);
        for (input, property) in schema["properties"].as_object().expect("properties") {
            let mut agree = |value: &Value, accepted| {
                agree(calculator.id, input, &schema, value, accepted);
                asked += 1;
            };
            // A schema says of a day only that it is one.
            if branches(property)[0]["format"] == "date" {
                continue;
            }
            for branch in branches(property) {
                for value in branch["enum"].as_array().into_iter().flatten() {
                    agree(value, true);
                }
                if let (None, Some(code)) = (branch["properties"].as_object(), branch.get("const"))
                {
                    agree(code, true);
                }
                if branch["type"] == "integer" {
                    let limit = |name: &str| branch[name].as_i64().expect("a limit");
                    let (least, most) = (limit("minimum"), limit("maximum"));
                    agree(&json!(least), true);
                    agree(&json!(most), true);
                    agree(&json!(least - 1), false);
                    agree(&json!(most + 1), false);
                    agree(&json!(least as f64 + 0.5), false);
                }
                if branch["type"] == "boolean" {
                    agree(&json!(true), true);
                    agree(&json!(false), true);
                }
            }
            agree(&json!("no such code"), false);
            agree(&json!([]), false);
            agree(&json!({"value": 1, "unit": "no such unit"}), false);
        }
    }
    assert!(asked > 900, "{asked}");
}

/// Every unit that a definition admits has its branch.
#[test]
fn a_schema_has_every_unit() {
    for calculator in every_calculator() {
        let definition = evaluator::definition(calculator, Language::English);
        for input in &definition.inputs {
            let property = &definition.schema["properties"][input.name.as_ref()];
            let branches = branches(property).into_iter();
            let units = branches.filter_map(|one| one["properties"]["unit"]["const"].as_str());
            let units: Vec<_> = units.collect();
            let named: Vec<&str> = input.units.iter().map(|unit| &**unit).collect();
            assert_eq!(units, named, "{}, {}", calculator.id, input.name);
        }
    }
}

/// Whatever was answered is what the schema offers.
#[test]
fn a_schema_accepts_what_is_answered() {
    #[derive(Deserialize)]
    struct Vector {
        calculator: String,
        inputs: Value,
    }
    let vectors: Vec<Vector> = serde_json::from_str(include_str!(
        "../../../clinical/tests/calculators/vectors.json"
    ))
    .expect("JSON");
    let today = NOW.split('T').next().expect("a date");
    let context = evaluator::context(today, Language::English).expect("a context");
    let mut accepted = 0;
    let mut accept = |id: &str, inputs: &Value| {
        let calculator = calculators::find(id).expect("a calculator");
        if let Err(error) = fits(&schema(calculator), inputs) {
            panic!("{id}: {error} in {inputs}");
        }
        accepted += 1;
    };
    for Vector { calculator, inputs } in vectors {
        if evaluator::evaluate(&calculator, &inputs.to_string(), &context).is_ok() {
            accept(&calculator, &inputs);
        }
    }
    for document in documents() {
        let target = document.target.strip_prefix("/api/v1/calculators/");
        if let Some(id) = target {
            let body: Value = serde_json::from_str(&document.body).expect("JSON");
            accept(id, &body["inputs"]);
        }
    }
    assert!(accepted > 250, "{accepted}");
}

/// Names that mean nothing, two ages and none are refused by both.
#[test]
fn a_schema_refuses_what_is_not_asked_for() {
    for calculator in every_calculator() {
        let schema = schema(calculator);
        assert!(fits(&schema, &json!({"no such input": 1})).is_err());
        assert!(is_refused(calculator.id, "no such input", &json!(1)));
    }
    let age = json!({"value": 30, "unit": "a"});
    for (ages, counted) in [
        (json!({"age": age}), true),
        (json!({"birth_date": "1990-01-31"}), true),
        (json!({"age": age, "birth_date": null}), true),
        (json!({"age": null, "birth_date": "1990-01-31"}), true),
        (json!({"age": age, "birth_date": "1990-01-31"}), false),
    ] {
        both("bmr-mifflin-st-jeor-1990", &ages, counted);
        both("bmi", &ages, counted);
    }
    for none in [json!({}), json!({"age": null}), json!({"birth_date": null})] {
        both("bmr-mifflin-st-jeor-1990", &none, false);
        both("bmi", &none, true);
    }
}

/// The schema and the API say the same of a person with these ages.
#[track_caller]
fn both(calculator: &str, ages: &Value, accepted: bool) {
    let schema = schema(calculators::find(calculator).expect("a calculator"));
    let mut person = json!({
        "weight": {"value": 58, "unit": "kg"},
        "height": {"value": 155, "unit": "cm"},
    });
    if schema["properties"].get("sex").is_some() {
        person["sex"] = json!("female");
    }
    let members = person.as_object_mut().expect("an object");
    members.extend(ages.as_object().expect("an object").clone());
    let body = json!({"inputs": person}).to_string();
    let headers = [("content-type", "application/json")];
    let target = format!("/api/v1/calculators/{calculator}");
    let answered = ask("POST", &target, &headers, body.as_bytes()).status == 200;
    assert_eq!(answered, accepted, "{calculator}: {ages}");
    assert_eq!(
        fits(&schema, &person).is_ok(),
        accepted,
        "{calculator}: {ages}"
    );
}

/// The persons of the figures have the limits of what calculates them.
#[test]
fn a_person_has_the_limits_of_the_engine() {
    let schemas = Schemas::of_the_api();
    let ordinary =
        json!({"weight": 70, "height": 1.75, "age": 30, "gender": "male", "activity_level": 1.55});
    for (name, target) in [
        ("HealthMetricsPerson", "/api/v1/health-metrics"),
        ("BmiPerson", "/api/v1/bmi"),
        ("BmrPerson", "/api/v1/bmr"),
    ] {
        schemas.expect(name, &ordinary);
        for field in ["weight", "height", "age"] {
            let number = branches(schemas.property(name, field))[0];
            for (position, (edge, accepted)) in edges(number).into_iter().enumerate() {
                // The first two are the lower limit and what is under it.
                let within = if position < 2 { f64::ceil } else { f64::floor };
                let outside = if position < 2 { f64::floor } else { f64::ceil };
                let value = match (field, accepted) {
                    ("age", true) => json!(within(edge)),
                    ("age", false) => json!(outside(edge)),
                    _ => json!(edge),
                };
                let mut person = ordinary.clone();
                person[field] = value;
                assert_eq!(schemas.accepts(name, &person), accepted, "{person}");
                let headers = [("content-type", "application/json")];
                let body = person.to_string();
                let response = ask("POST", target, &headers, body.as_bytes());
                let pointer = format!("/{field}");
                let refused = body_of(&response)["violations"]
                    .as_array()
                    .is_some_and(|all| {
                        let code = |one: &Value| one["code"] != "implausible-combination";
                        all.iter().any(|one| one["pointer"] == pointer && code(one))
                    });
                assert_eq!(refused, !accepted, "{target}: {body}");
            }
        }
    }
}

/// Written again, what was read is the same text.
#[track_caller]
fn comes_back<'a, T: Serialize + Deserialize<'a>>(text: &'a str) {
    let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let written = serde_json::to_string(&read).expect("JSON");
    assert_eq!(written, text);
}

const LANGUAGES: [&str; 2] = ["en", "pt-BR"];

#[test]
fn evaluations_fit_their_schema_and_are_read_back() {
    let schemas = Schemas::of_the_api();
    for document in documents() {
        let target = document.target.as_str();
        let name = match target {
            "/api/v1/batch" => "Line",
            "/api/v1/health-metrics" => "HealthMetrics",
            "/api/v1/bmi" => "Bmi",
            "/api/v1/bmr" => "Bmr",
            _ if target.starts_with("/api/v1/calculators/") => "Evaluation",
            _ => continue,
        };
        for language in LANGUAGES {
            let headers = [
                ("content-type", document.media_type.as_str()),
                ("accept-language", language),
            ];
            let response = ask("POST", target, &headers, document.body.as_bytes());
            schemas.expect(name, &body_of(&response));
            if name == "Evaluation" {
                comes_back::<Evaluation<'_>>(text(&response));
            }
        }
    }
}

#[test]
fn definitions_fit_their_schema_and_are_read_back() {
    let schemas = Schemas::of_the_api();
    for language in LANGUAGES {
        let get = |target: &str| ask("GET", target, &[("accept-language", language)], b"");
        let list = get("/api/v1/calculators");
        schemas.expect("Catalogue", &answer(&list));
        for one in answer(&list)["calculators"].as_array().expect("a list") {
            comes_back::<Summary<'_>>(&one.to_string());
        }
        for calculator in calculators::all() {
            let response = get(&format!("/api/v1/calculators/{}", calculator.id));
            schemas.expect("Definition", &answer(&response));
            comes_back::<Definition<'_>>(text(&response));
        }
    }
}

/// Every example of an operation fits the schema of its body, and its answer the schema
/// of the answer.
#[test]
fn examples_and_their_answers_fit() {
    let schemas = Schemas::of_the_api();
    for (_, operation) in API.operations() {
        if let Some(api::Schema::Named(name) | api::Schema::Lines(name)) =
            operation.body.map(|body| body.schema)
        {
            let body = serde_json::from_str(operation.example.body).expect("JSON");
            schemas.expect(name, &body);
        }
        if let api::Schema::Named(name) | api::Schema::Lines(name) = operation.answers[0].schema {
            schemas.expect(name, &body_of(&Request::example(operation).ask()));
        }
    }
}

#[test]
fn lines_that_are_refused_fit() {
    let schemas = Schemas::of_the_api();
    let body = "{\n[]\n{\"id\": 1, \"calculator\": \"nope\", \"inputs\": {}}\n\
                {\"id\": 2, \"calculator\": \"bmi\", \"inputs\": {}}";
    let headers = [("content-type", "application/x-ndjson")];
    let response = ask("POST", "/api/v1/batch", &headers, body.as_bytes());
    for line in text(&response).lines() {
        let line = serde_json::from_str(line).expect("JSON");
        schemas.expect("Line", &line);
        assert!(line["problem"]["detail"].is_string());
    }
}

/// What a schema says of itself is what the OpenAPI document offers.
#[test]
fn the_document_has_the_schema_of_each_calculator() {
    let document = answer(&get("/openapi.json"));
    for calculator in calculators::all() {
        let path = format!("/api/v1/calculators/{}", calculator.id);
        let content = &document["paths"][path]["post"]["requestBody"]["content"];
        let offered = &content["application/json"]["schema"]["properties"]["inputs"];
        let mut own = schema(calculator);
        own.as_object_mut().expect("an object").remove("$schema");
        assert_eq!(*offered, own, "{}", calculator.id);
    }
}
