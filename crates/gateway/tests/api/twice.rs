//! What stands twice can be read as either value: two programs that read the same
//! request could calculate with different figures.

use crate::bodies::{answered, documents, is_own};
use crate::places::{Part, places};

/// Each member of each document, at any depth, once more beside itself.
#[test]
fn a_member_that_stands_twice_is_refused() {
    let mut asked = 0;
    for document in documents() {
        for place in places(&document.body) {
            if place.part != Part::Member {
                continue;
            }
            let member = place.of(&document.body);
            let mut twice = document.clone();
            twice.body = place.replaced(&document.body, &format!("{member}, {member}"));
            let (status, problem) = answered(&twice).expect_err(&twice.body);
            let (expected, code) = match is_own(&document) {
                true => (422, "duplicate-field"),
                false => (400, "duplicate-member"),
            };
            assert_eq!(status, expected, "{}: {problem}", twice.body);
            let said = problem.contains(code) || is_of_a_line(member);
            assert!(said, "{}: {problem}", twice.body);
            asked += 1;
        }
    }
    assert!(asked > 3_000, "{asked}");
}

/// The members of a line are refused as its shape, which has no place in it.
fn is_of_a_line(member: &str) -> bool {
    let names = ["\"id\"", "\"calculator\"", "\"inputs\""];
    names.iter().any(|name| member.starts_with(name))
}
