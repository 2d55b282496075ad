//! Members that stand twice: two systems can read two values from such a request.

use wire::json::Error;

use crate::twice::twice;
use crate::{body_figures, kidney_function, news2};

#[test]
fn each_member_of_a_request_that_stands_twice_is_refused() {
    for request in [
        body_figures::request(),
        kidney_function::request(),
        news2::request(),
    ] {
        let all = twice(&request.body);
        assert!(all.len() > 40, "{}", all.len());
        for (member, text) in all {
            assert_eq!(wire::json::parse(&text), Err(Error::Duplicate(member)));
        }
    }
}
