//! `formatter`: evaluations for readers, and nothing else.

use serde_json::Value;
use wasmtime::Store;

use super::{Host, sandbox};

wasmtime::component::bindgen!({
    path: "../wit/report",
    world: "formatter",
});

use exports::medical::report::report::{Context, Format, ReportError};

fn formatter() -> (Store<Host>, Formatter) {
    let (mut store, component, linker) = sandbox("formatter.wasm");
    let instance = Formatter::instantiate(&mut store, &component, &linker);
    (store, instance.expect("an instance"))
}

const EVALUATION: &str = r#"{
    "calculator": "bmi", "version": "1.0.0", "title": "Body mass index", "language": "en",
    "results": [{"name": "bmi", "title": "Body mass index", "value": 22.857142857142858,
                 "unit": "kg/m2", "display": "22.9", "loinc": "39156-5",
                 "interpretation": {"code": "normal", "text": "normal weight"}}],
    "warnings": [], "assumptions": [],
    "inputs": {"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}},
    "reference": {"citation": "World Health Organization, 2000."}
}"#;

fn context() -> Context {
    Context {
        now: "2026-06-15T12:00:00Z".to_owned(),
        provenance: String::new(),
    }
}

#[test]
fn one_evaluation_in_every_format() {
    let (mut store, instance) = formatter();
    let report = instance.medical_report_report();
    for format in [Format::Text, Format::Markdown] {
        let text = report.call_render(&mut store, EVALUATION, format, &context());
        let text = text.expect("no trap").expect("a report");
        for part in [
            "Body mass index",
            "22.9",
            "normal weight",
            "World Health Organization",
        ] {
            assert!(text.contains(part), "no {part:?} in {text}");
        }
    }
    let bundle = report.call_render(&mut store, EVALUATION, Format::Fhir, &context());
    let bundle: Value =
        serde_json::from_str(&bundle.expect("no trap").expect("a bundle")).expect("JSON");
    assert_eq!(bundle["resourceType"], "Bundle");
    let quantity = &bundle["entry"][0]["resource"]["valueQuantity"];
    assert_eq!(quantity["code"], "kg/m2");
}

#[test]
fn what_is_no_evaluation_is_refused() {
    let (mut store, instance) = formatter();
    let report = instance.medical_report_report();
    for text in ["", "{", "[]", "{}", "null", r#"{"results": 1}"#] {
        for format in [Format::Text, Format::Markdown, Format::Fhir] {
            let found = report.call_render(&mut store, text, format, &context());
            assert!(
                matches!(found.expect("no trap"), Err(ReportError::NotAnEvaluation)),
                "{text}"
            );
        }
    }
    // The shape of an evaluation, and nothing in it as expected.
    for text in [
        r#"{"results": []}"#,
        r#"{"results": [1, null, {"value": []}], "items": {}}"#,
    ] {
        for format in [Format::Text, Format::Markdown, Format::Fhir] {
            report
                .call_render(&mut store, text, format, &context())
                .expect("no trap")
                .expect("a report");
        }
    }
}
