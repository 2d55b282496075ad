//! How much of a request is read.

use fhir::IssueCode;
use serde_json::{Value, json};

use crate::support::{accepted, bundle_of, height, observation, only, parameters, refused, weight};

fn subject(reference: &str) -> Value {
    json!({"name": "subject", "valueReference": {"reference": reference}})
}

#[test]
fn at_most_512_parameters() {
    let with = |count: usize| parameters("bmi", &vec![subject("Patient/p"); count - 1]);
    accepted(&with(512));
    let expected = (IssueCode::TooCostly, "too-many", "Parameters.parameter");
    assert_eq!(only(&refused(&with(513))), expected);
}

#[test]
fn at_most_2000_observations_and_components() {
    let unrelated = |count: usize| {
        let mut panel = observation("x", "1234-5", 1.0, "kg");
        panel["component"] = json!(vec![json!({}); count]);
        panel
    };
    let with = |components: usize| {
        let single = json!({"name": "observation", "resource": weight()});
        let both = bundle_of(&[height(), unrelated(components)]);
        parameters("bmi", &[single, both])
    };
    accepted(&with(1_997));
    let issues = refused(&with(1_998));
    assert_eq!(only(&issues).1, "too-many");
    let many = vec![json!({"resourceType": "Patient", "id": "p"}); 2_001];
    assert_eq!(
        only(&refused(&parameters("bmi", &[bundle_of(&many)]))).1,
        "too-many"
    );
    let alone = vec![unrelated(0); 2_001];
    assert_eq!(
        only(&refused(&parameters("bmi", &[bundle_of(&alone)]))).1,
        "too-many"
    );
}

/// Each result bears its references, so that long ones would be in the answer many times.
#[test]
fn at_most_1024_bytes_a_reference() {
    let display = |length: usize| {
        let display = "x".repeat(length);
        json!({"name": "subject", "valueReference": {"display": display}})
    };
    // As it stands in the answer.
    let around = json!({"display": ""}).to_string().len();
    let values = |subject: Value| {
        let observations =
            [weight(), height()].map(|one| json!({"name": "observation", "resource": one}));
        let [weight, height] = observations;
        parameters("bmi", &[weight, height, subject])
    };
    accepted(&values(display(1_024 - around)));
    let place = "Parameters.parameter.where(name='subject').value";
    let expected = (IssueCode::TooCostly, "too-many", place);
    assert_eq!(only(&refused(&values(display(1_025 - around)))), expected);

    let named = |length: usize| {
        let mut bundle = bundle_of(&[weight(), height()]);
        let url = format!("https://example.org/{}", "x".repeat(length));
        bundle["resource"]["entry"][0]["fullUrl"] = json!(url);
        parameters("bmi", &[bundle])
    };
    accepted(&named(500));
    assert_eq!(only(&refused(&named(1_024))).1, "too-many");
}

#[test]
fn the_first_50_problems_are_told() {
    let with = |count: usize| {
        let unknown = json!({"name": "shoe", "valueInteger": 42});
        refused(&parameters("bmi", &vec![unknown; count]))
    };
    assert_eq!(with(50).len(), 50);
    for count in [51, 400] {
        let issues = with(count);
        assert_eq!(issues.len(), 51);
        assert_eq!(only(&issues[50..]), (IssueCode::TooCostly, "too-many", ""));
    }
}

/// Each reference is compared with few others, and none escapes.
#[test]
fn the_first_that_is_about_another_is_found_among_many() {
    let same = [
        "Patient/p",
        "https://example.org/fhir/Patient/p",
        "Patient/p/_history/2",
        "urn:uuid:4e1c7f3c-7a9e-4f0e-8a5e-0a3f5b0a2c11",
        "#contained",
    ];
    let mut all: Vec<_> = same.iter().cycle().take(400).copied().collect();
    let with = |all: &[&str]| {
        let subjects: Vec<_> = all.iter().map(|one| subject(one)).collect();
        parameters("bmi", &subjects)
    };
    accepted(&with(&all));
    for other in [
        "Patient/q",
        "https://example.org/fhir/Patient/q",
        // The same relative reference, on two servers.
        "https://elsewhere.example/fhir/Patient/p",
        "urn:uuid:00000000-7a9e-4f0e-8a5e-0a3f5b0a2c11",
    ] {
        all[300] = other;
        all[350] = other;
        let place = "Parameters.parameter.where(name='subject')[300].value";
        let expected = (IssueCode::BusinessRule, "other-subject", place);
        assert_eq!(only(&refused(&with(&all))), expected, "{other}");
    }
}
