//! What is sent may be long; what comes back is not much longer, and is no server error.
//! What it costs to answer is measured in `tests/components/growth.rs`.

use crate::common::{ask, text};
use crate::families::{families, longest, sizes};

#[test]
fn no_answer_is_much_longer_than_its_request() {
    for family in families() {
        for size in [sizes(family)[0], family.most] {
            let made = family.of(size);
            assert!(made.body.len() <= size, "{}", family.name);
            let headers: Vec<(&str, &str)> = made
                .headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let body = made.body.as_bytes();
            let response = ask(family.method, &made.target, &headers, body);
            assert!(
                response.status < 500,
                "{}: {}",
                family.name,
                text(&response)
            );
            let (found, longest) = (response.body.len(), longest(&made));
            assert!(
                found <= longest,
                "{} {size}: {found} > {longest}",
                family.name
            );
        }
    }
}

/// A family that is refused as something it is not would measure nothing.
#[test]
fn families_reach_what_they_are_about() {
    for (name, status) in [
        ("evaluate: unknown inputs", 422),
        ("evaluate: as many as are read", 422),
        ("batch: good lines", 200),
        ("fhir: as many as are read", 422),
        ("fhir: subjects", 422),
        ("fhir: a long subject", 422),
        ("fhir: components of a weight", 422),
        ("fhir: Observations", 422),
        ("fhir: Patients", 422),
        ("fhir: objects beside", 413),
        ("fhir: a member twice, deep below long names", 400),
        ("cds: Observations at one time", 412),
        ("cds: Observations at many times", 412),
        ("cds: components", 412),
        ("cds: codes of a choice", 412),
        ("cds: a token", 412),
        ("mcp: a batch", 400),
        ("mcp: a long id", 200),
        ("mcp: unknown arguments", 200),
        ("mcp: unknown inputs", 200),
        ("mcp: the index", 200),
        ("head: Accept", 406),
        ("head: a search of many words", 422),
    ] {
        let family = families().find(|family| family.name == name).expect(name);
        let made = family.of(family.most);
        let headers: Vec<(&str, &str)> = made
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let response = ask(family.method, &made.target, &headers, made.body.as_bytes());
        assert_eq!(response.status, status, "{name}: {:.300}", text(&response));
    }
}
