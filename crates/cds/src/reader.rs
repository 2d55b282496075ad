//! Takes a service's inputs from a request, and keeps account of what was used
//! and of all that is missing.

use serde_json::{Map, Value, json};

use crate::datum::Datum;
use crate::observation;
use crate::request::Request;
use crate::time::is_full_date;
use ::text::Text;

/// A measurement that was used.
#[derive(Debug, Clone)]
pub(crate) struct Measured {
    pub(crate) title: Text,
    /// ISO 8601, as precise as the record.
    pub(crate) date: String,
}

/// See the module.
pub(crate) struct Reader<'a> {
    request: &'a Request<'a>,
    today: &'a str,
    measured: Vec<Measured>,
    missing: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(request: &'a Request<'a>, today: &'a str) -> Self {
        Self {
            request,
            today,
            measured: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// What was used, or the names of all that is missing.
    pub(crate) fn finish(self) -> Result<Vec<Measured>, Vec<String>> {
        if self.missing.is_empty() {
            Ok(self.measured)
        } else {
            Err(self.missing)
        }
    }

    /// The newest value of a datum, if the request has one.
    pub(crate) fn find(&mut self, datum: &Datum) -> Option<Value> {
        let bundle = self.request.prefetched(datum.key)?;
        let (value, date) = observation::newest(bundle, datum, self.request.patient)?;
        self.measured.push(Measured {
            title: datum.title,
            date: date.to_owned(),
        });
        Some(value)
    }

    /// The same, where the service cannot do without.
    pub(crate) fn require(&mut self, datum: &Datum) -> Option<Value> {
        let value = self.find(datum);
        if value.is_none() {
            self.miss(datum.key, datum.input);
        }
        value
    }

    /// `male` or `female`. No one else has a set of constants in the formulas.
    pub(crate) fn sex(&self) -> Option<Value> {
        let gender = self.request.patient_resource()?["gender"].as_str()?;
        matches!(gender, "male" | "female").then(|| json!(gender))
    }

    pub(crate) fn require_sex(&mut self) -> Option<Value> {
        let sex = self.sex();
        if sex.is_none() {
            self.miss_of_patient("gender");
        }
        sex
    }

    /// The complete date of birth. From a year alone an age is a guess.
    pub(crate) fn birth_date(&self) -> Option<Value> {
        let date = self.request.patient_resource()?["birthDate"].as_str()?;
        is_full_date(date).then(|| json!(date))
    }

    pub(crate) fn require_birth_date(&mut self) -> Option<Value> {
        let date = self.birth_date();
        if date.is_none() {
            self.miss_of_patient("birthDate");
        }
        date
    }

    /// The inputs that are there, as an object; an age counts today.
    pub(crate) fn inputs(&self, inputs: &[(&str, &Option<Value>)]) -> Value {
        let mut object = Map::new();
        for (name, value) in inputs {
            let Some(value) = value else { continue };
            object.insert((*name).to_owned(), value.clone());
            if *name == "birth_date" {
                object.insert("on".to_owned(), json!(self.today));
            }
        }
        Value::Object(object)
    }

    fn miss_of_patient(&mut self, element: &str) {
        if self.request.patient_resource().is_some() {
            self.missing.push(format!("patient.{element}"));
        } else {
            self.miss("patient", "patient");
        }
    }

    /// Notes the key, or the input within it when the key holds several.
    fn miss(&mut self, key: &str, input: &str) {
        let name = if key == input || self.request.prefetched(key).is_none() {
            key.to_owned()
        } else {
            format!("{key}.{input}")
        };
        if !self.missing.contains(&name) {
            self.missing.push(name);
        }
    }
}
