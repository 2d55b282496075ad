//! Documents that are the same for everyone, and may be kept.

use crate::common::{ask, get};

const TARGETS: [&str; 6] = [
    "/openapi.json",
    "/api/v1/calculators?text=liver",
    "/api/v1/calculators/bmi",
    "/cds-services",
    "/fhir/metadata",
    "/fhir/OperationDefinition/evaluate",
];

#[test]
fn whoever_has_it_gets_no_body() {
    for target in TARGETS {
        let whole = get(target);
        assert_eq!(whole.status, 200, "{target}");
        assert_eq!(
            whole.header("cache-control"),
            Some("public, max-age=300"),
            "{target}"
        );
        let tag = whole.header("etag").expect("a tag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag}");
        for known in [
            tag.clone(),
            format!("W/{tag}"),
            format!("\"other\", {tag}"),
            "*".to_owned(),
        ] {
            for method in ["GET", "HEAD"] {
                let found = ask(method, target, &[("if-none-match", &known)], b"");
                assert_eq!(found.status, 304, "{target}: {known}");
                assert!(found.body.is_empty());
                assert_eq!(found.header("content-type"), None);
                for name in ["etag", "cache-control", "vary", "content-language"] {
                    assert_eq!(found.header(name), whole.header(name), "{name}");
                }
            }
        }
        let other = ask("GET", target, &[("if-none-match", "\"other\"")], b"");
        assert_eq!(other, whole);
    }
}

/// Another text has another tag, so that a reader of one language is never told that
/// the other is the same.
#[test]
fn each_language_has_a_tag_of_its_own() {
    for target in [
        "/api/v1/calculators",
        "/api/v1/calculators/bmi",
        "/cds-services",
    ] {
        let english = get(target);
        let portuguese = ask("GET", target, &[("accept-language", "pt")], b"");
        assert_eq!(portuguese.header("content-language"), Some("pt-BR"));
        assert_ne!(english.header("etag"), portuguese.header("etag"));
    }
}
