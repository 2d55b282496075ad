//! `formatter`: evaluations for readers, and nothing else.

use wasmtime::Store;

use super::{Guest, sandbox};

wasmtime::component::bindgen!({
    path: "../wit/report",
    world: "formatter",
    exports: { default: async },
});

use exports::medical::report::report::{Format, ReportError};

async fn formatter() -> (Store<Guest>, Formatter) {
    let (mut store, component, linker) = sandbox("formatter.wasm", ());
    let instance = Formatter::instantiate_async(&mut store, &component, &linker).await;
    (store, instance.expect("an instance"))
}

const EVALUATION: &str = r#"{
    "calculator": "bmi", "version": "1.0.0", "category": "body", "title": "Body mass index",
    "language": "en",
    "results": [{"name": "bmi", "title": "Body mass index", "kind": "measurement", "value": 22.857142857142858,
                 "unit": "kg/m2", "display": "22.9", "loinc": "39156-5",
                 "interpretation": {"code": "normal", "text": "normal weight"}}],
    "warnings": [], "assumptions": [],
    "inputs": {"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}},
    "labels": {},
    "reference": {"citation": "World Health Organization, 2000."}
}"#;

#[tokio::test]
async fn one_evaluation_in_every_format() {
    let (mut store, instance) = formatter().await;
    let report = instance.medical_report_report();
    for format in [Format::Text, Format::Markdown] {
        let text = report.call_render(&mut store, EVALUATION, format).await;
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
}

#[tokio::test]
async fn what_is_no_evaluation_is_refused() {
    let (mut store, instance) = formatter().await;
    let report = instance.medical_report_report();
    let more = EVALUATION.replacen('{', "{\"more\": 1,", 1);
    let twice = EVALUATION.replacen('{', "{\"version\": \"2.0.0\",", 1);
    for text in [
        "",
        "{",
        "[]",
        "{}",
        "null",
        r#"{"results": 1}"#,
        r#"{"results": []}"#,
        &more,
        &twice,
    ] {
        for format in [Format::Text, Format::Markdown] {
            let found = report.call_render(&mut store, text, format).await;
            assert!(
                matches!(found.expect("no trap"), Err(ReportError::NotAnEvaluation)),
                "{text}"
            );
        }
    }
}
