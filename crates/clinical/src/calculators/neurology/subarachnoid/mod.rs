//! Grades of bleeding into the subarachnoid space from an aneurysm.

crate::calculators::family! {
    hunt_hess_1968,
    wfns_1988,
    fisher_modified_2006,
}

use crate::definition::{Output, OutputKind, Text, output};

/// Their result: a grade.
const fn grade(title: Text) -> Output {
    output(OutputKind::Score, "grade", title, "1", 0)
}
