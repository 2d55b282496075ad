//! `medical:report` for the lattice: reads the evaluation, calls one function of
//! a pure crate, returns its text.

use serde_json::Value;

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

use bindings::exports::medical::report::report::{Context, Format, Guest, ReportError};

struct Formatter;

impl Guest for Formatter {
    fn render(evaluation: String, format: Format, context: Context) -> Result<String, ReportError> {
        let evaluation: Value =
            serde_json::from_str(&evaluation).map_err(|_| ReportError::NotAnEvaluation)?;
        if !evaluation["results"].is_array() {
            return Err(ReportError::NotAnEvaluation);
        }
        Ok(match format {
            Format::Text => report::text(&evaluation),
            Format::Markdown => report::markdown(&evaluation),
            Format::Fhir => {
                let provenance = provenance(&context.provenance)?;
                fhir::bundle(&evaluation, &provenance, &context.now).to_string()
            }
        })
    }
}

/// Nothing is known when the text is empty; a text that says something else must
/// not lose it.
fn provenance(text: &str) -> Result<fhir::Provenance, ReportError> {
    if text.is_empty() {
        return Ok(fhir::Provenance::default());
    }
    fhir::Provenance::from_json(text).ok_or(ReportError::InvalidContext)
}
