//! What is no JSON is refused wherever in a document it stands, also where nobody would
//! look.

use std::iter::repeat_n;

use crate::bodies::{Document, answered, documents, examples};
use crate::places::{Part, Place, places};

/// Fragments that make a JSON text none.
fn fragments() -> Vec<String> {
    let long: String = repeat_n('9', 400).collect();
    let deep = format!("{}{}", "[".repeat(129), "]".repeat(129));
    let short = [
        "1e400",
        r#""\ud800""#,
        "\"\u{1}\"",
        "01",
        "+1",
        ".5",
        "NaN",
        "tru",
        "{",
        "]",
        "\"",
        "\"a\" \"",
        "1,",
        "\u{feff}1",
        "\u{a0}1",
    ];
    let short = short.iter().map(|one| (*one).to_owned());
    [long, deep].into_iter().chain(short).collect()
}

#[track_caller]
fn refused(document: &Document, place: &Place, fragment: &str) {
    let mut spoilt = document.clone();
    spoilt.body = place.replaced(&document.body, fragment);
    let (status, problem) = answered(&spoilt).expect_err(&spoilt.body);
    let (target, body) = (&spoilt.target, &spoilt.body);
    assert_eq!(status, 400, "{target}: {body}: {problem}");
    assert!(
        problem.contains("invalid-json"),
        "{target}: {body}: {problem}"
    );
}

/// In place of each value and each name, at any depth: each fragment in the examples of
/// all operations, and the next one in turn in the many other documents.
#[test]
fn what_is_no_json_is_refused_wherever_it_stands() {
    let fragments = fragments();
    let mut next = fragments.iter().cycle();
    for (position, document) in documents().iter().enumerate() {
        for place in places(&document.body) {
            if place.part == Part::Member {
                continue;
            }
            let count = if position < examples() {
                fragments.len()
            } else {
                1
            };
            for fragment in next.by_ref().take(count) {
                refused(document, &place, fragment);
            }
        }
    }
}
