//! What the platform can do in FHIR.

use serde_json::{Value, json};

/// The CapabilityStatement: version of the software, and the FHIR dateTime at
/// which this statement was last changed.
pub fn capability_statement(version: &str, date: &str) -> Value {
    let mut statement = json!({
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": date,
        "kind": "instance",
        "software": {"name": "Medical platform", "version": version},
        "implementation": {"description": "Medical calculations with cited formulas"},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json", "application/json"],
        "rest": [{
            "mode": "server",
            "documentation": "Stateless: nothing that is sent is kept.",
            "operation": [{
                "name": "evaluate",
                "definition": "urn:medical-platform:operation:evaluate",
                "documentation": "Takes Parameters with the id of a calculator and its inputs, \
                                  by name or as Observations with LOINC codes and UCUM units. \
                                  Gives a Bundle of Observations, or an OperationOutcome with \
                                  every problem found.",
            }],
        }],
    });
    crate::prune(&mut statement);
    statement
}
