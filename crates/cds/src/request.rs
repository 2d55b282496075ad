//! The body of a call to a service.

use fhir::read::{OBSERVATION_LIMIT, count_observations};
use serde_json::Value;
use text::{Text, text};

use crate::refusal::Refusal;

/// What of a request is used. The FHIR server and the token to it are not: a
/// service works with what was prefetched.
pub(crate) struct Request<'a> {
    /// The FHIR id of the patient in context.
    pub(crate) patient: &'a str,
    prefetch: Option<&'a Value>,
}

fn invalid<T>(what: Text) -> Result<T, Refusal> {
    Err(Refusal::InvalidRequest(what))
}

fn member<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    object[name].as_str().filter(|text| !text.is_empty())
}

impl<'a> Request<'a> {
    pub(crate) fn read(body: &'a Value, expected_hook: &str) -> Result<Self, Refusal> {
        if !body.is_object() {
            return invalid(text(
                "the body must be a JSON object",
                "o corpo deve ser um objeto JSON",
            ));
        }
        let Some(hook) = member(body, "hook") else {
            return invalid(text(
                "hook is required, as text",
                "hook é obrigatório, como texto",
            ));
        };
        if hook != expected_hook {
            return Err(Refusal::WrongHook);
        }
        if member(body, "hookInstance").is_none() {
            return invalid(text(
                "hookInstance is required, a UUID as text",
                "hookInstance é obrigatório, um UUID como texto",
            ));
        }
        if !body["context"].is_object() {
            return invalid(text(
                "context is required, as an object",
                "context é obrigatório, como objeto",
            ));
        }
        let Some(patient) = member(&body["context"], "patientId") else {
            return invalid(text(
                "context.patientId is required, as text",
                "context.patientId é obrigatório, como texto",
            ));
        };
        Self::of_patient(body, patient)
    }

    fn of_patient(body: &'a Value, patient: &'a str) -> Result<Self, Refusal> {
        let prefetch = body.get("prefetch").filter(|value| !value.is_null());
        if prefetch.is_some_and(|value| !value.is_object()) {
            return invalid(text(
                "prefetch must be an object",
                "prefetch deve ser um objeto",
            ));
        }
        let prefetched = prefetch.and_then(Value::as_object).into_iter().flatten();
        let prefetched = prefetched.map(|(_, resource)| resource);
        if count_observations(prefetched) > OBSERVATION_LIMIT {
            return Err(Refusal::TooMany(OBSERVATION_LIMIT));
        }
        let request = Self { patient, prefetch };
        let sent = request.patient_resource();
        match sent.and_then(|resource| resource["id"].as_str()) {
            Some(id) if id != patient => invalid(text(
                "prefetch.patient must be the patient of context.patientId",
                "prefetch.patient deve ser o paciente de context.patientId",
            )),
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
