//! An evaluation as Observations.

use serde_json::{Value, json};
use text::Language;

use crate::request::Provenance;
use crate::{CALCULATOR, INTERPRETATION, ITEM, LOINC, RESULT, UCUM, list, prune, string, subject};

/// The LOINC code whose Observations FHIR wants in the BMI profile.
const BMI: &str = "39156-5";

/// A Bundle (collection) with an Observation for each result of an evaluation,
/// the JSON of crate `evaluator`. `now` is the instant of the evaluation, an ISO 8601
/// text with its offset; it is also what the results hold for when the
/// provenance tells no other time.
pub fn bundle(evaluation: &Value, provenance: &Provenance, now: &str) -> Value {
    let scene = Scene {
        evaluation,
        provenance,
        now,
        calculator: string(evaluation, "calculator"),
    };
    let results = list(evaluation, "results").iter().enumerate();
    let mut entries: Vec<_> = results
        .filter(|(_, result)| {
            let value = result.get("value");
            value.is_some_and(|value| value.is_number() || value.is_string())
        })
        .map(|(position, result)| {
            entry(
                scene.url(string(result, "name")),
                scene.observation(result, position == 0),
            )
        })
        .collect();
    if entries.is_empty() && !list(evaluation, "items").is_empty() {
        entries.push(entry(scene.url("none"), scene.without_result()));
    }
    let mut bundle = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": now,
        "entry": entries,
    });
    prune(&mut bundle);
    bundle
}

fn entry(url: String, resource: Value) -> Value {
    json!({"fullUrl": url, "resource": resource})
}

/// What all Observations of an evaluation have in common.
struct Scene<'a> {
    evaluation: &'a Value,
    provenance: &'a Provenance,
    now: &'a str,
    calculator: &'a str,
}

impl Scene<'_> {
    fn url(&self, result: &str) -> String {
        format!("urn:medical-platform:result:{}:{result}", self.calculator)
    }

    fn observation(&self, result: &Value, principal: bool) -> Value {
        let loinc = string(result, "loinc");
        let vital_sign = loinc == BMI;
        let name = format!("{}/{}", self.calculator, string(result, "name"));
        let mut codings = vec![json!({"system": RESULT, "code": name})];
        if !loinc.is_empty() {
            codings.insert(0, json!({"system": LOINC, "code": loinc}));
        }
        let code = json!({"coding": codings, "text": string(result, "title")});
        let mut observation = self.frame(code, self.category(result, vital_sign));
        if vital_sign {
            observation["meta"] =
                json!({"profile": ["http://hl7.org/fhir/StructureDefinition/bmi"]});
            // The profile requires a subject; who it is, the sender did not say.
            if observation["subject"].is_null() {
                observation["subject"] =
                    json!({"display": self.say("not stated", "não informado")});
            }
        }
        match result.get("value") {
            Some(Value::String(date)) => observation["valueDateTime"] = json!(date),
            Some(value) => observation["valueQuantity"] = quantity(value, &self.unit(result)),
            None => {}
        }
        if let Some(found) = result.get("interpretation") {
            observation["interpretation"] = json!([self.interpretation(found)]);
        }
        if principal {
            observation["component"] = self.components();
        }
        observation
    }

    /// A score whose items were found and whose total does not exist: the items
    /// and the warnings must not be lost with it.
    fn without_result(&self) -> Value {
        let code = json!({
            "coding": [{"system": CALCULATOR, "code": self.calculator}],
            "text": string(self.evaluation, "title"),
        });
        let mut observation = self.frame(code, Some("survey"));
        observation["dataAbsentReason"] = json!({"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "code": "unknown",
        }]});
        observation["component"] = self.components();
        observation
    }

    /// Everything but the value.
    fn frame(&self, code: Value, category: Option<&str>) -> Value {
        let category = category.map(|category| {
            json!([{"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": category,
            }]}])
        });
        let status = if self.provenance.preliminary {
            "preliminary"
        } else {
            "final"
        };
        let effective = self.provenance.effective.as_deref();
        let subject = self.provenance.subject.as_ref();
        let derived_from = self.provenance.derived_from.iter();
        let version = string(self.evaluation, "version");
        json!({
            "resourceType": "Observation",
            "meta": null,
            "status": status,
            "category": category,
            "code": code,
            "subject": subject.and_then(subject::reference),
            "effectiveDateTime": effective.unwrap_or(self.now),
            "issued": self.now,
            "interpretation": null,
            "note": self.notes(),
            "method": {
                "coding": [{"system": CALCULATOR, "version": version, "code": self.calculator}],
                "text": string(self.evaluation, "title"),
            },
            "device": {"display": format!("Medical platform {} {version}", self.calculator)},
            "derivedFrom": derived_from.filter_map(subject::reference).collect::<Vec<_>>(),
        })
    }

    /// The category of FHIR that fits; none where nothing tells.
    fn category(&self, result: &Value, vital_sign: bool) -> Option<&'static str> {
        let measured = matches!(string(result, "unit"), "mm[Hg]" | "ms" | "wk" | "d");
        let date = result.get("value").is_some_and(Value::is_string);
        match string(self.evaluation, "category") {
            _ if vital_sign => Some("vital-signs"),
            // Figures of the body among what is otherwise chemistry or points.
            _ if measured || date => Some("exam"),
            "body" => Some("exam"),
            "laboratory" => Some("laboratory"),
            "scores" => Some("survey"),
            _ if self.is_score(result) => Some("survey"),
            _ => None,
        }
    }

    fn is_score(&self, result: &Value) -> bool {
        let points = !list(self.evaluation, "items").is_empty();
        string(result, "unit") == "1" && (points || string(result, "name") == "score")
    }

    /// The UCUM code: points are not the same as a ratio.
    fn unit(&self, result: &Value) -> String {
        let unit = if self.is_score(result) {
            "{score}"
        } else {
            string(result, "unit")
        };
        unit.to_owned()
    }

    fn interpretation(&self, found: &Value) -> Value {
        let code = string(found, "code");
        let coding = (!code.is_empty()).then(|| {
            let code = format!("{}/{code}", self.calculator);
            json!([{"system": INTERPRETATION, "code": code}])
        });
        json!({"coding": coding, "text": string(found, "text")})
    }

    fn components(&self) -> Value {
        let items = list(self.evaluation, "items").iter();
        let components = items.filter_map(|item| {
            let points = item.get("points").filter(|points| points.is_number())?;
            let name = format!("{}/{}", self.calculator, string(item, "input"));
            Some(json!({
                "code": {
                    "coding": [{"system": ITEM, "code": name}],
                    "text": string(item, "item"),
                },
                "valueQuantity": quantity(points, "{score}"),
            }))
        });
        components.collect()
    }

    /// What a reader must know besides the figure, and where the formula is from.
    fn notes(&self) -> Value {
        let labelled = |name: &str, label: &'static str| {
            let texts = list(self.evaluation, name).iter();
            let texts = texts.filter_map(Value::as_str);
            let notes = texts.map(|text| json!({"text": format!("{label}: {text}")}));
            notes.collect::<Vec<_>>()
        };
        let mut notes = labelled("warnings", self.say("Warning", "Atenção"));
        notes.extend(labelled(
            "assumptions",
            self.say("Assumption", "Pressuposto"),
        ));
        let citation = self.evaluation.get("reference");
        let citation = citation.map_or("", |reference| string(reference, "citation"));
        if !citation.is_empty() {
            let label = self.say("Reference", "Referência");
            notes.push(json!({"text": format!("{label}: {citation}")}));
        }
        json!(notes)
    }

    fn say(&self, en: &'static str, pt: &'static str) -> &'static str {
        Language::of_tag(string(self.evaluation, "language")).choose(en, pt)
    }
}

fn quantity(value: &Value, code: &str) -> Value {
    json!({"value": value, "unit": code, "system": UCUM, "code": code})
}
