//! What the platform can do in FHIR, and how.
//!
//! The platform has no public name of its own, so that both documents are identified
//! by where they are served, relative to the base: R4 admits a relative URI as `uri` and
//! as `canonical`, and this one leads a client from the statement to the definition
//! whatever the base is called.

use serde_json::{Value, json};

use crate::json::prune;

/// When one of the documents last changed; its software can be newer.
const CHANGED: &str = "2026-11-24";

/// Where the OperationDefinition is served.
const EVALUATE: &str = "OperationDefinition/evaluate";

/// The CapabilityStatement of this version of the software.
pub fn capability_statement(version: &str) -> Value {
    let mut statement = json!({
        "resourceType": "CapabilityStatement",
        "url": "metadata",
        "status": "active",
        "date": CHANGED,
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
                "definition": EVALUATE,
                "documentation": "Takes Parameters with the id of a calculator and its inputs, \
                                  by name or as Observations with LOINC codes and UCUM units. \
                                  Gives a Bundle of Observations, or an OperationOutcome with \
                                  every problem found.",
            }],
        }],
    });
    prune(&mut statement);
    statement
}

/// The OperationDefinition of `$evaluate`.
pub fn operation_definition() -> Value {
    json!({
        "resourceType": "OperationDefinition",
        "id": "evaluate",
        "url": EVALUATE,
        "name": "Evaluate",
        "title": "Evaluate a medical calculator",
        "status": "active",
        "kind": "operation",
        "date": CHANGED,
        "description": "Calculates from inputs, by name or as Observations with LOINC codes and \
                        UCUM units. Inputs that cannot be read without choosing or guessing are \
                        refused with an OperationOutcome. Besides the parameters below it takes \
                        values under the names of the inputs of the calculator, as valueQuantity, \
                        valueBoolean, valueInteger, valueDecimal, valueCode, valueString or \
                        valueDate.",
        "affectsState": false,
        "code": "evaluate",
        "system": true,
        "type": false,
        "instance": false,
        "parameter": [
            taken("calculator", (1, "1"), "string", "Id of the calculator; valueCode, valueUri \
                  and valueCanonical are read as well."),
            taken("bundle", (0, "*"), "Bundle", "Observations, and the Patient they are about; \
                  the name observations is read as well."),
            taken("observation", (0, "*"), "Observation", "One Observation."),
            taken("patient", (0, "*"), "Patient", "Whose birth date and gender are inputs of \
                  the calculator."),
            taken("subject", (0, "*"), "Reference", "To whom the results are about."),
            taken("on", (0, "1"), "date", "The day for which the results hold."),
            {
                "name": "return",
                "use": "out",
                "min": 1,
                "max": "1",
                "documentation": "A collection with an Observation for each result.",
                "type": "Bundle",
            },
        ],
    })
}

fn taken(name: &str, (min, max): (u8, &str), kind: &str, documentation: &str) -> Value {
    json!({
        "name": name,
        "use": "in",
        "min": min,
        "max": max,
        "documentation": documentation,
        "type": kind,
    })
}
