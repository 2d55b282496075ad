//! Takes a service's inputs from a request, and keeps account of what was used
//! and of all that is missing.

use fhir::read::is_full_date;
use serde_json::{Map, Value, json};

use crate::datum::Datum;
use crate::needs::Needs;
use crate::newest::newest;
use crate::question::Question;
use crate::request::Request;

/// See the module.
pub(crate) struct Reader<'a> {
    request: &'a Request<'a>,
    needs: &'a Needs<'a>,
    today: &'a str,
    /// Title and date of each measurement that was used.
    measured: Vec<(String, String)>,
    missing: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(
        request: &'a Request<'a>,
        needs: &'a Needs<'a>,
        today: &'a str,
    ) -> Self {
        Self {
            request,
            needs,
            today,
            measured: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// What was used, or the names of all that is missing.
    pub(crate) fn finish(self) -> Result<Vec<(String, String)>, Vec<String>> {
        if self.missing.is_empty() {
            Ok(self.measured)
        } else {
            Err(self.missing)
        }
    }

    /// The newest value of a datum, if the request has one.
    pub(crate) fn find(&mut self, datum: &Datum) -> Option<Value> {
        let input = self.needs.input(datum)?;
        let bundle = self.request.prefetched(datum.key)?;
        let (value, date) = newest(bundle, datum, input, self.request.patient, self.today)?;
        // Without the remark that a form needs.
        let title = input.title.split(" (").next().unwrap_or_default();
        self.measured.push((title.to_owned(), date.to_owned()));
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

    /// The question to a calculator: with the values that are there and that it takes;
    /// an age counts today.
    pub(crate) fn question(
        &self,
        calculator: &'static str,
        values: &[(&str, &Option<Value>)],
    ) -> Question {
        let definition = self.needs.definition(calculator);
        let mut inputs = Map::new();
        for (name, value) in values {
            let takes = definition.is_some_and(|definition| definition.takes(name));
            let Some(value) = value.as_ref().filter(|_| takes) else {
                continue;
            };
            inputs.insert((*name).to_owned(), value.clone());
            if *name == "birth_date" {
                inputs.insert("on".to_owned(), json!(self.today));
            }
        }
        Question {
            calculator,
            inputs: Value::Object(inputs),
        }
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
