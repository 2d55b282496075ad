//! FHIR and CDS Hooks at the API's boundary.

use api::Response;
use serde_json::{Value, json};

use crate::common::{answer, ask, ask_of, get, json as body_of, post, problem, text, violations};
use crate::fakes::Fake;

const FHIR: &str = "application/fhir+json";

fn parameters() -> Value {
    let observation = |code: &str, value: f64, unit: &str| {
        json!({"resource": {
            "resourceType": "Observation",
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
            "valueQuantity": {"value": value, "system": "http://unitsofmeasure.org", "code": unit}
        }})
    };
    json!({
        "resourceType": "Parameters",
        "parameter": [
            {"name": "calculator", "valueString": "bmi"},
            {"name": "bundle", "resource": {
                "resourceType": "Bundle",
                "type": "collection",
                "entry": [observation("29463-7", 70.0, "kg"), observation("8302-2", 175.0, "cm")]
            }}
        ]
    })
}

fn evaluate(body: &str) -> Response {
    let headers = [("content-type", FHIR)];
    ask("POST", "/fhir/$evaluate", &headers, body.as_bytes())
}

#[track_caller]
fn outcome(response: &Response, status: u16) -> Value {
    let outcome = body_of(response);
    assert_eq!(response.status, status, "{outcome}");
    assert_eq!(response.header("content-type"), Some(FHIR));
    assert_eq!(outcome["resourceType"], "OperationOutcome");
    outcome
}

#[test]
fn fhir_takes_observations_and_gives_observations() {
    let body = parameters().to_string();
    for target in ["/fhir/$evaluate", "/fhir/%24evaluate"] {
        for media_type in [
            FHIR,
            "application/json",
            "application/fhir+json; fhirVersion=4.0",
        ] {
            let headers = [("content-type", media_type)];
            let response = ask("POST", target, &headers, body.as_bytes());
            let bundle = body_of(&response);
            assert_eq!(response.status, 200, "{bundle}");
            assert_eq!(response.header("content-type"), Some(FHIR));
            let result = &bundle["entry"][0]["resource"];
            assert_eq!(result["resourceType"], "Observation");
            assert_eq!(result["valueQuantity"]["code"], "kg/m2");
        }
    }
}

#[test]
fn fhir_refuses_with_an_outcome() {
    let mut wrong = parameters();
    wrong["parameter"][1]["resource"]["entry"][0]["resource"]["valueQuantity"]["code"] =
        json!("lb");
    for (body, status) in [
        (wrong.to_string().as_str(), 422),
        ("{", 400),
        ("", 400),
        (r#"{"resourceType": "Patient"}"#, 422),
        ("[]", 422),
    ] {
        outcome(&evaluate(body), status);
    }
    outcome(&get("/fhir/nothing"), 404);
    let statement = get("/fhir/metadata");
    assert_eq!(statement.header("content-type"), Some(FHIR));
    assert_eq!(body_of(&statement)["resourceType"], "CapabilityStatement");
    let definition = get("/fhir/OperationDefinition/evaluate");
    assert_eq!(body_of(&definition)["resourceType"], "OperationDefinition");
}

/// Who asks for another version or for XML must not believe that he got it.
#[test]
fn fhir_is_r4_as_json() {
    let body = parameters().to_string();
    for (accept, status) in [
        ("application/fhir+json", 200),
        ("application/json", 200),
        ("application/fhir+json; fhirVersion=4.0", 200),
        ("application/fhir+xml, application/fhir+json;q=0.5", 200),
        ("*/*", 200),
        ("application/fhir+json; fhirVersion=5.0", 406),
        ("application/fhir+xml", 406),
        ("text/html", 406),
    ] {
        let headers = [("content-type", FHIR), ("accept", accept)];
        let answers = [
            ask("POST", "/fhir/$evaluate", &headers, body.as_bytes()),
            ask("GET", "/fhir/metadata", &headers, b""),
            ask("GET", "/fhir/OperationDefinition/evaluate", &headers, b""),
        ];
        for response in answers {
            assert_eq!(response.status, status, "{accept}");
            if status == 406 {
                let issue = &outcome(&response, 406)["issue"][0];
                assert_eq!(issue["details"]["coding"][0]["code"], "not-acceptable");
            }
        }
    }
    for (format, status) in [
        ("json", 200),
        ("application/fhir%2Bjson", 200),
        ("application/fhir+json", 200),
        ("xml", 406),
        ("application/fhir%2Bjson;fhirVersion=3.0", 406),
    ] {
        let response = get(&format!("/fhir/metadata?_format={format}"));
        assert_eq!(response.status, status, "{format}");
    }
    for media_type in [
        "application/fhir+xml",
        "application/fhir+json; fhirVersion=5.0",
    ] {
        let headers = [("content-type", media_type)];
        let response = ask("POST", "/fhir/$evaluate", &headers, body.as_bytes());
        outcome(&response, 415);
    }
}

#[test]
fn fhir_speaks_portuguese() {
    let headers = [("content-type", FHIR), ("accept-language", "pt-BR")];
    for (body, sentence) in [
        ("{", "O corpo não é JSON"),
        (r#"{"resourceType": "Patient"}"#, "o corpo deve ser"),
        (r#"{"a": 1, "a": 1}"#, "este membro aparece duas vezes"),
    ] {
        let response = ask("POST", "/fhir/$evaluate", &headers, body.as_bytes());
        assert_eq!(response.header("content-language"), Some("pt-BR"));
        let said = body_of(&response).to_string();
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn cds_hooks_answers_with_cards() {
    let services = answer(&get("/cds-services"));
    let services = services["services"].as_array().expect("a list");
    assert!(services.len() >= 3);
    let bare = r#"{
        "hook": "patient-view",
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "context": {"userId": "Practitioner/1", "patientId": "1"}
    }"#;
    problem(
        &post("/cds-services/body-figures", bare),
        412,
        "missing-data",
    );
    for body in ["[]", "{}", r#"{"hook": "other"}"#] {
        let response = post("/cds-services/body-figures", body);
        problem(&response, 400, "invalid-request");
    }
    problem(
        &post("/cds-services/body-figures", "{"),
        400,
        "invalid-json",
    );
}

/// Where there is no such service, nothing that is wrong with the body matters.
#[test]
fn an_unknown_service_is_one_whatever_was_sent() {
    for body in ["{}", "", "{", "[]", r#"{"a": 1, "a": 1}"#] {
        problem(&post("/cds-services/nope", body), 404, "unknown-service");
    }
}

#[test]
fn a_member_that_stands_twice_is_named() {
    let body = r#"{"hook": "patient-view", "context": {"a": [{"b~/": 1, "b~/": 2}]}}"#;
    let refused = problem(
        &post("/cds-services/body-figures", body),
        400,
        "duplicate-member",
    );
    let found = violations(&refused);
    assert_eq!(found[0].0, "/context/a/0/b~0~1");
    let issue = &outcome(&evaluate(body), 400)["issue"][0];
    assert_eq!(issue["details"]["coding"][0]["code"], "duplicate-member");
}

/// A request of CDS Hooks may bear a token to the client's FHIR server, which is no
/// business of ours: it is in no answer, and no part is told of it.
#[test]
fn the_token_of_a_client_goes_nowhere() {
    const TOKEN: &str = "opaque-5d1c9b";
    let mut operations = gateway::API.operations();
    let found = operations.find(|(_, operation)| operation.id == "cds-service");
    let (_, operation) = found.expect("the service");
    let bearing = format!(
        "{{\"fhirServer\": \"https://{TOKEN}.example\", \"fhirAuthorization\": \
         {{\"access_token\": \"{TOKEN}\", \"subject\": \"{TOKEN}\"}}, "
    );
    let whole = operation.example.body.replacen('{', &bearing, 1);
    let twice = bearing.replace("\"subject\"", "\"access_token\"");
    for (body, status) in [
        (whole.clone(), 200),
        (whole.replace("\"weight\"", "\"other\""), 412),
        (whole.replace("patient-view", "order-sign"), 400),
        (whole.replace("\"hookInstance\"", "\"other\""), 400),
        (whole.replacen(bearing.as_str(), &twice, 1), 400),
        (whole.replacen('}', "", 1), 400),
        (whole.replace("\"prefetch\": {", "\"prefetch\": [{"), 400),
    ] {
        for language in ["en", "pt-BR"] {
            let ports = Fake::default();
            let headers = [
                ("content-type", "application/json"),
                ("accept-language", language),
            ];
            let target = operation.example.target;
            let response = ask_of(&ports, "POST", target, &headers, body.as_bytes());
            assert_eq!(response.status, status, "{}", text(&response));
            let evaluated = ports.evaluated.borrow();
            assert_eq!(evaluated.is_empty(), status != 200);
            let mut said: Vec<&str> = vec![text(&response)];
            let checked = ports.checked.borrow();
            said.extend(checked.iter().map(String::as_str));
            said.extend(evaluated.iter().map(String::as_str));
            said.extend(response.headers.iter().map(|(_, value)| value.as_ref()));
            assert!(said.iter().all(|one| !one.contains(TOKEN)), "{said:?}");
        }
    }
}
