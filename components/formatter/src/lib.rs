//! `medical:report` for the lattice: reads the evaluation, calls one function of a pure
//! crate, returns its text.

mod bindings {
    #![expect(
        unsafe_code,
        reason = "generated: the canonical ABI works on raw memory"
    )]

    wit_bindgen::generate!({
        path: "../../wit/report",
        world: "formatter",
    });
    use super::Formatter;
    export!(Formatter);
}

use bindings::exports::medical::report::report::{Format, Guest, ReportError};

struct Formatter;

impl Guest for Formatter {
    fn render(evaluation: String, format: Format) -> Result<String, ReportError> {
        let evaluation =
            serde_json::from_str(&evaluation).map_err(|_| ReportError::NotAnEvaluation)?;
        Ok(match format {
            Format::Text => report::text(&evaluation),
            Format::Markdown => report::markdown(&evaluation),
        })
    }
}
