//! The API at its boundary: requests in, responses out, with the components
//! behind it replaced by ones that answer or misbehave on purpose.

use std::cell::RefCell;

use gateway::{
    Activity, BmiAnswer, BmrAnswer, BodyError, Calculation, Context, EvaluationError, Field,
    Format, Formula, Gender, HealthMetricsAnswer, Language, Metrics, Patient, RawValue, Services,
    Violation, respond, route,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A validator that accepts whatever has the right shape, and a calculator
/// that answers with constants.
#[derive(Default)]
struct Fake {
    refusal: Option<Violation>,
    forget: bool,
    bmi: Option<f64>,
    mute: bool,
    seen: RefCell<Vec<Field>>,
    calculated: RefCell<usize>,
}

fn formula() -> Formula {
    Formula {
        id: "f".to_owned(),
        version: "1.0.0".to_owned(),
        citation: "c".to_owned(),
    }
}

impl Services for Fake {
    fn validate(&self, _: Calculation, fields: &[Field]) -> Result<Metrics, Vec<Violation>> {
        self.seen.replace(fields.to_vec());
        if let Some(refusal) = &self.refusal {
            return Err(vec![refusal.clone()]);
        }
        if self.forget {
            return Ok(Metrics::default());
        }
        let number = |name: &str| {
            fields.iter().find_map(|field| match field.value {
                RawValue::Number(value) if field.name == name => Some(value),
                _ => None,
            })
        };
        if number("height").is_some_and(|height| height < 0.0) {
            let violation = |code| Violation {
                field: "height".to_owned(),
                code,
                message: "too low".to_owned(),
            };
            return Err(vec![violation("out-of-range")]);
        }
        Ok(Metrics {
            weight: number("weight").or(Some(70.0)),
            height: number("height").or(Some(1.75)),
            age: Some(30),
            gender: Some(Gender::Male),
            activity_level: None,
        })
    }

    fn health_metrics(&self, _: &Patient) -> Result<HealthMetricsAnswer, Vec<Violation>> {
        *self.calculated.borrow_mut() += 1;
        Ok(HealthMetricsAnswer {
            bmi: 22.5,
            classification: "normal",
            healthy: true,
            bmr: 1700.0,
            ideal_weight: 68.0,
            body_fat_percentage: 18.0,
            daily_calories: 2000.0,
            activity: Activity {
                factor: 1.2,
                source: "activity_level",
            },
            assumptions: vec![],
            warnings: vec![],
            formulas: vec![formula()],
        })
    }

    fn bmi(&self, weight: f64, height: f64) -> Result<BmiAnswer, Vec<Violation>> {
        *self.calculated.borrow_mut() += 1;
        Ok(BmiAnswer {
            bmi: self.bmi.unwrap_or(weight / (height * height)),
            classification: "normal",
            healthy: true,
            assumptions: vec![],
            formulas: vec![formula()],
        })
    }

    fn bmr(&self, _: &Patient) -> Result<BmrAnswer, Vec<Violation>> {
        *self.calculated.borrow_mut() += 1;
        Ok(BmrAnswer {
            bmr: 1700.0,
            formulas: vec![formula()],
        })
    }

    fn definitions(&self, _: Language) -> Result<String, EvaluationError> {
        Err(EvaluationError::Broken)
    }

    fn definition(&self, _: &str, _: Language) -> Result<String, EvaluationError> {
        Ok("not JSON".to_owned())
    }

    fn evaluate(&self, _: &str, _: &str, _: &Context) -> Result<String, EvaluationError> {
        Ok("[]".to_owned())
    }

    fn evaluate_many(&self, _: &str, _: &Context) -> Result<String, EvaluationError> {
        Ok("{}".to_owned())
    }

    fn render(
        &self,
        evaluation: &str,
        _: Format,
        _: &str,
        _: &str,
    ) -> Result<String, EvaluationError> {
        match self.mute {
            true => Ok(String::new()),
            false => Ok(evaluation.to_owned()),
        }
    }
}

fn json_headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    headers
}

fn send(
    services: &Fake,
    method: Method,
    path: &str,
    headers: &HeaderMap,
    body: Result<Vec<u8>, BodyError>,
) -> http::Response<Vec<u8>> {
    match route(&method, path, headers) {
        Ok(route) => respond(route, body, services, "2026-06-15T12:00:00Z", &|| 42),
        Err(refusal) => *refusal,
    }
}

fn post(services: &Fake, path: &str, body: &str) -> (StatusCode, Value) {
    let body = Ok(body.as_bytes().to_vec());
    read(send(services, Method::POST, path, &json_headers(), body))
}

/// Status and document; checks what every response has.
fn read(response: http::Response<Vec<u8>>) -> (StatusCode, Value) {
    let status = response.status();
    let media_type = match status.is_success() {
        true => "application/json",
        false => "application/problem+json",
    };
    assert_eq!(response.headers()["content-type"], media_type);
    assert_eq!(response.headers()["cache-control"], "no-store");
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let document: Value = serde_json::from_slice(response.body()).expect("every body is JSON");
    if !status.is_success() {
        assert_eq!(document["status"], status.as_u16());
        for member in ["type", "title", "code", "detail"] {
            assert!(document[member].is_string(), "{member} in {document}");
        }
    }
    (status, document)
}

const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;

#[test]
fn an_answer_carries_figures_units_and_where_they_come_from() {
    let (status, answer) = post(&Fake::default(), "/api/v1/health-metrics", PERSON);
    assert_eq!(status, 200);
    let expected = json!({
        "bmi": 22.5,
        "classification": "normal",
        "healthy": true,
        "bmr": 1700.0,
        "ideal_weight": 68.0,
        "body_fat_percentage": 18.0,
        "daily_calories": 2000.0,
        "activity": {"factor": 1.2, "source": "activity_level"},
        "assumptions": [],
        "warnings": [],
        "formulas": [{"id": "f", "version": "1.0.0", "citation": "c"}],
        "units": {
            "bmi": "kg/m2",
            "bmr": "kcal/d",
            "ideal_weight": "kg",
            "body_fat_percentage": "%",
            "daily_calories": "kcal/d"
        },
        "computed_by": "wasm_component",
        "processing_time_us": 42
    });
    assert_eq!(answer, expected);
}

#[test]
fn the_specialised_answers_have_their_own_figure_only() {
    let (status, bmi) = post(&Fake::default(), "/api/v1/bmi", PERSON);
    assert_eq!(
        (status.as_u16(), &bmi["units"]),
        (200, &json!({"bmi": "kg/m2"}))
    );
    let (status, bmr) = post(&Fake::default(), "/api/v1/bmr", PERSON);
    assert_eq!(
        (status.as_u16(), &bmr["units"]),
        (200, &json!({"bmr": "kcal/d"}))
    );
    assert_eq!(bmr["bmr"], 1700.0);
    assert!(bmr.get("bmi").is_none());
}

#[test]
fn health_endpoints() {
    for (path, member, value) in [
        ("/livez", "status", "live"),
        ("/readyz", "status", "ready"),
        ("/version", "name", "medical-api"),
    ] {
        for method in [Method::GET, Method::HEAD] {
            let response = send(
                &Fake::default(),
                method,
                path,
                &HeaderMap::new(),
                Ok(vec![]),
            );
            let (status, document) = read(response);
            assert_eq!((status.as_u16(), &document[member]), (200, &json!(value)));
        }
    }
}

#[test]
fn readiness_needs_right_answers_not_just_answers() {
    let wrong = Fake {
        bmi: Some(20.1),
        ..Fake::default()
    };
    let blind = Fake {
        forget: true,
        ..Fake::default()
    };
    let strict = Fake {
        refusal: Some(Violation {
            field: "weight".to_owned(),
            code: "missing",
            message: String::new(),
        }),
        ..Fake::default()
    };
    let mute = Fake {
        mute: true,
        ..Fake::default()
    };
    for services in [wrong, blind, strict, mute] {
        let response = send(
            &services,
            Method::GET,
            "/readyz",
            &HeaderMap::new(),
            Ok(vec![]),
        );
        assert!(response.headers().contains_key("retry-after"));
        let (status, problem) = read(response);
        assert_eq!(
            (status.as_u16(), &problem["code"]),
            (503, &json!("not-ready"))
        );
    }
}

#[test]
fn unknown_paths_and_methods() {
    for path in [
        "/",
        "",
        "/api",
        "/api/v1/bmi/",
        "/API/v1/bmi",
        "/api/v1/bmi/x",
        "//livez",
    ] {
        let (status, problem) = post(&Fake::default(), path, PERSON);
        assert_eq!(
            (status.as_u16(), &problem["code"]),
            (404, &json!("not-found")),
            "{path}"
        );
    }
    for (method, path, allow) in [
        (Method::GET, "/api/v1/health-metrics", "POST"),
        (Method::PUT, "/api/v1/bmi", "POST"),
        (Method::OPTIONS, "/api/v1/bmr", "POST"),
        (Method::POST, "/livez", "GET, HEAD"),
        (Method::DELETE, "/readyz", "GET, HEAD"),
    ] {
        let response = send(&Fake::default(), method, path, &json_headers(), Ok(vec![]));
        assert_eq!(response.headers()["allow"], allow);
        assert_eq!(read(response).0, 405);
    }
}

#[test]
fn only_json_is_read() {
    for (value, status) in [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("application/json ; x=y", 200),
        ("text/plain", 415),
        ("application/jsonp", 415),
        ("application/fhir+json", 415),
        ("", 415),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static(value));
        let body = Ok(PERSON.as_bytes().to_vec());
        let path = "/api/v1/bmi";
        let found = read(send(&Fake::default(), Method::POST, path, &headers, body)).0;
        assert_eq!(found.as_u16(), status, "{value:?}");
    }
    let body = Ok(PERSON.as_bytes().to_vec());
    let none = HeaderMap::new();
    let found = send(&Fake::default(), Method::POST, "/api/v1/bmi", &none, body);
    assert_eq!(read(found).0, 415);
    let mut two = json_headers();
    two.append("content-type", HeaderValue::from_static("text/plain"));
    let body = Ok(PERSON.as_bytes().to_vec());
    assert_eq!(
        read(send(
            &Fake::default(),
            Method::POST,
            "/api/v1/bmi",
            &two,
            body
        ))
        .0,
        415
    );
}

#[test]
fn bodies_that_are_no_object() {
    for (body, status, code) in [
        ("", 400, "empty-body"),
        (" \n\t", 400, "empty-body"),
        ("{", 400, "invalid-json"),
        ("{}{}", 400, "invalid-json"),
        ("{\"weight\": NaN}", 400, "invalid-json"),
        ("{\"weight\": 1e999}", 400, "invalid-json"),
        ("{'weight': 70}", 400, "invalid-json"),
        ("\u{feff}{}", 400, "invalid-json"),
        ("weight=70", 400, "invalid-json"),
        ("[]", 422, "invalid-input"),
        ("null", 422, "invalid-input"),
        ("70", 422, "invalid-input"),
        ("-7", 422, "invalid-input"),
        ("1.5", 422, "invalid-input"),
        ("true", 422, "invalid-input"),
        ("\"weight\"", 422, "invalid-input"),
    ] {
        let (found, problem) = post(&Fake::default(), "/api/v1/bmi", body);
        assert_eq!(
            (found.as_u16(), &problem["code"]),
            (status, &json!(code)),
            "{body:?}"
        );
        if status == 422 {
            assert_eq!(problem["violations"][0]["pointer"], "");
        }
    }
    let deep = format!("{{\"a\":{}", "[".repeat(10_000));
    assert_eq!(post(&Fake::default(), "/api/v1/bmi", &deep).0, 400);
    // Not text at all.
    let body = Ok(vec![b'{', 0xff, b'}']);
    let response = send(
        &Fake::default(),
        Method::POST,
        "/api/v1/bmi",
        &json_headers(),
        body,
    );
    assert_eq!(read(response).0, 400);
}

#[test]
fn bodies_that_could_not_be_read() {
    for (error, status, code) in [
        (BodyError::TooLarge(65_536), 413, "body-too-large"),
        (BodyError::Interrupted, 400, "body-interrupted"),
    ] {
        let path = "/api/v1/bmi";
        let response = send(
            &Fake::default(),
            Method::POST,
            path,
            &json_headers(),
            Err(error),
        );
        let (found, problem) = read(response);
        assert_eq!((found.as_u16(), &problem["code"]), (status, &json!(code)));
    }
}

#[test]
fn every_field_reaches_the_validator_as_it_was_sent() {
    let services = Fake::default();
    let body = r#"{"weight": 70, "weight": 80.5, "height": "1.75", "age": null, "a/b": true,
                  "list": [1, [2]], "object": {"x": {"y": 1}}, "negative": -3}"#;
    post(&services, "/api/v1/bmi", body);
    let seen = services.seen.borrow();
    let seen: Vec<_> = seen
        .iter()
        .map(|field| (field.name.as_str(), &field.value))
        .collect();
    let expected = [
        ("weight", &RawValue::Number(70.0)),
        ("weight", &RawValue::Number(80.5)),
        ("height", &RawValue::Text("1.75".to_owned())),
        ("age", &RawValue::Null),
        ("a/b", &RawValue::Boolean(true)),
        ("list", &RawValue::Composite),
        ("object", &RawValue::Composite),
        ("negative", &RawValue::Number(-3.0)),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn violations_point_into_the_body() {
    let services = Fake {
        refusal: Some(Violation {
            field: "a/b~c".to_owned(),
            code: "unknown-field",
            message: "no such field".to_owned(),
        }),
        ..Fake::default()
    };
    let (status, problem) = post(&services, "/api/v1/health-metrics", PERSON);
    assert_eq!(status, 422);
    let violation =
        json!([{"pointer": "/a~1b~0c", "code": "unknown-field", "message": "no such field"}]);
    assert_eq!(problem["violations"], violation);
    assert_eq!(
        *services.calculated.borrow(),
        0,
        "what is refused is not calculated"
    );
}

/// A catalogue that answers nonsense is not passed on.
#[test]
fn a_broken_calculator_is_an_internal_error() {
    let inputs = r#"{"inputs": {}}"#;
    let (status, problem) = post(&Fake::default(), "/api/v1/calculators/bmi", inputs);
    assert_eq!(
        (status.as_u16(), &problem["code"]),
        (500, &json!("internal-error"))
    );
    for path in [
        "/api/v1/calculators",
        "/api/v1/calculators/bmi",
        "/openapi.json",
    ] {
        let none = HeaderMap::new();
        let response = send(&Fake::default(), Method::GET, path, &none, Ok(vec![]));
        assert_eq!(read(response).0, 500, "{path}");
    }
}

/// A validator that says yes but gives nothing back breaks its contract.
#[test]
fn nothing_is_calculated_from_what_the_validator_did_not_return() {
    for path in ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"] {
        let services = Fake {
            forget: true,
            ..Fake::default()
        };
        let (status, problem) = post(&services, path, PERSON);
        assert_eq!(
            (status.as_u16(), &problem["code"]),
            (500, &json!("internal-error"))
        );
        assert_eq!(*services.calculated.borrow(), 0);
    }
}

#[test]
fn a_flood_of_fields_is_one_violation() {
    let fields: Vec<_> = (0..5_000).map(|i| format!("\"f{i}\": 1")).collect();
    let body = format!("{{{}}}", fields.join(","));
    let (status, problem) = post(&Fake::default(), "/api/v1/bmi", &body);
    assert_eq!(status, 422);
    assert_eq!(problem["violations"].as_array().unwrap().len(), 1);
}

fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map("[a-z_/~]{0,8}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    value.prop_map(|value| value.to_string())
}

proptest! {
    #[test]
    fn no_json_is_a_server_error(body in any_json()) {
        for path in ["/api/v1/health-metrics", "/api/v1/bmr"] {
            let (status, _) = post(&Fake::default(), path, &body);
            prop_assert!(status.as_u16() < 500);
        }
    }

    #[test]
    fn no_bytes_are_a_server_error(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let path = "/api/v1/bmi";
        let response = send(&Fake::default(), Method::POST, path, &json_headers(), Ok(body));
        prop_assert!(response.status().is_client_error());
        read(response);
    }

    #[test]
    fn no_target_is_a_server_error(path in "[ -~]{0,40}") {
        let found = route(&Method::GET, &path, &HeaderMap::new());
        prop_assert!(found.map_or_else(|refusal| refusal.status() == 404, |_| true));
    }
}
