//! The body of a call to a service.

use serde_json::Value;

use crate::Refusal;

/// What of a request is used. The FHIR server and the token to it are not: a
/// service works with what was prefetched.
pub(crate) struct Request<'a> {
    /// The FHIR id of the patient in context.
    pub(crate) patient: &'a str,
    prefetch: Option<&'a Value>,
}

fn invalid<T>(what: &str) -> Result<T, Refusal> {
    Err(Refusal::InvalidRequest(what.to_owned()))
}

fn text<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    object[name].as_str().filter(|text| !text.is_empty())
}

impl<'a> Request<'a> {
    pub(crate) fn read(body: &'a Value, expected_hook: &str) -> Result<Self, Refusal> {
        if !body.is_object() {
            return invalid("the body must be a JSON object");
        }
        let Some(hook) = text(body, "hook") else {
            return invalid("hook is required, as text");
        };
        if hook != expected_hook {
            return Err(Refusal::WrongHook);
        }
        if text(body, "hookInstance").is_none() {
            return invalid("hookInstance is required, a UUID as text");
        }
        if !body["context"].is_object() {
            return invalid("context is required, as an object");
        }
        let Some(patient) = text(&body["context"], "patientId") else {
            return invalid("context.patientId is required, as text");
        };
        let prefetch = body.get("prefetch").filter(|value| !value.is_null());
        if prefetch.is_some_and(|value| !value.is_object()) {
            return invalid("prefetch must be an object");
        }
        let request = Self { patient, prefetch };
        let sent = request.patient_resource();
        match sent.and_then(|resource| resource["id"].as_str()) {
            Some(id) if id != patient => {
                invalid("prefetch.patient must be the patient of context.patientId")
            }
            _ => Ok(request),
        }
    }

    /// What was prefetched under a key.
    pub(crate) fn prefetched(&self, key: &str) -> Option<&'a Value> {
        let found = self.prefetch.and_then(|prefetch| prefetch.get(key));
        found.filter(|value| !value.is_null())
    }

    /// The Patient.
    pub(crate) fn patient_resource(&self) -> Option<&'a Value> {
        let patient = self.prefetched("patient");
        patient.filter(|resource| resource["resourceType"] == "Patient")
    }
}
