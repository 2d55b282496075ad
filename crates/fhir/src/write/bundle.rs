//! An evaluation as Observations.

use serde_json::{Value, json};
use uuid::Uuid;
use wire::{Evaluation, Found, Interpretation, Number, OutputKind, Str};

use crate::json::prune;
use crate::request::Provenance;
use crate::systems::{CALCULATOR, HL7_INTERPRETATION, INTERPRETATION, ITEM, LOINC, RESULT, UCUM};

/// The LOINC code whose Observations FHIR wants in the BMI profile.
const BMI: &str = "39156-5";

/// The namespace of the names of results (RFC 9562, version 5): itself the name
/// `urn:medical-platform:result` in the namespace of OIDs.
const NAMES: Uuid = Uuid::from_u128(0x7f21_23d2_fc02_50c4_b151_79a0_ac1b_3c0e);

/// A Bundle (collection) with an Observation for each result of an evaluation. `now` is
/// the instant of the evaluation, an ISO 8601 text with its offset; it is also what the
/// results hold for when the provenance tells no other time.
pub fn bundle(evaluation: &Evaluation<'_>, provenance: &Provenance, now: &str) -> Value {
    let scene = Scene {
        evaluation,
        provenance,
        now,
    };
    let results = evaluation.results.iter().enumerate();
    let mut entries: Vec<_> = results
        .map(|(position, found)| scene.entry(&found.name, scene.observation(found, position == 0)))
        .collect();
    if entries.is_empty() && !evaluation.items.is_empty() {
        entries.push(scene.entry("none", scene.without_result()));
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

/// What all Observations of an evaluation have in common.
struct Scene<'a> {
    evaluation: &'a Evaluation<'a>,
    provenance: &'a Provenance,
    now: &'a str,
}

impl Scene<'_> {
    /// The entry of a result. Its full URL is a name of its content: whoever keeps
    /// entries by it keeps different ones apart, and does not keep the same one twice.
    fn entry(&self, result: &str, mut resource: Value) -> Value {
        prune(&mut resource);
        let content = json!([
            self.evaluation.calculator,
            self.evaluation.version,
            result,
            resource,
        ]);
        let name = Uuid::new_v5(&NAMES, content.to_string().as_bytes());
        json!({"fullUrl": name.urn().to_string(), "resource": resource})
    }

    /// A code of the platform's, below the calculator's id.
    fn own(&self, below: &str) -> String {
        format!("{}/{below}", self.evaluation.calculator)
    }

    fn observation(&self, found: &Found<'_>, principal: bool) -> Value {
        let vital_sign = found.loinc.as_deref() == Some(BMI);
        let mut codings = vec![json!({"system": RESULT, "code": self.own(&found.name)})];
        if let Some(loinc) = &found.loinc {
            codings.insert(0, json!({"system": LOINC, "code": loinc}));
        }
        let code = json!({"coding": codings, "text": found.title});
        let mut observation = self.frame(code, category(found.kind, vital_sign));
        if vital_sign {
            observation["meta"] =
                json!({"profile": ["http://hl7.org/fhir/StructureDefinition/bmi"]});
            // The profile requires a subject; who it is, the sender did not say.
            if observation["subject"].is_null() {
                observation["subject"] =
                    json!({"display": self.say("not stated", "não informado")});
            }
        }
        match &found.value {
            wire::Value::Date(date) => observation["valueDateTime"] = json!(date),
            wire::Value::Number(value) => {
                observation["valueQuantity"] = quantity(*value, self.unit(found));
            }
        }
        if let Some(meaning) = &found.interpretation {
            observation["interpretation"] = json!([self.interpretation(meaning)]);
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
            "coding": [{"system": CALCULATOR, "code": self.evaluation.calculator}],
            "text": self.evaluation.title,
        });
        let mut observation = self.frame(code, "survey");
        observation["dataAbsentReason"] = json!({"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "code": "unknown",
        }]});
        observation["component"] = self.components();
        observation
    }

    /// Everything but the value.
    fn frame(&self, code: Value, category: &str) -> Value {
        let status = if self.provenance.preliminary {
            "preliminary"
        } else {
            "final"
        };
        let effective = self.provenance.effective.as_deref();
        let Evaluation {
            calculator,
            version,
            title,
            ..
        } = self.evaluation;
        json!({
            "resourceType": "Observation",
            "meta": null,
            "status": status,
            "category": [{"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": category,
            }]}],
            "code": code,
            "subject": self.provenance.subject,
            "effectiveDateTime": effective.unwrap_or(self.now),
            "issued": self.now,
            "interpretation": null,
            "note": self.notes(),
            "method": {
                "coding": [{"system": CALCULATOR, "version": version, "code": calculator}],
                "text": title,
            },
            "device": {"display": format!("Medical platform {calculator} {version}")},
            "derivedFrom": self.provenance.derived_from,
        })
    }

    /// The UCUM code: points are not the same as a ratio.
    fn unit<'f>(&self, found: &'f Found<'_>) -> &'f str {
        let points = found.kind == OutputKind::Score
            && (!self.evaluation.items.is_empty() || found.name == "score");
        match found.unit.as_deref().unwrap_or_default() {
            "1" if points => "{score}",
            unit => unit,
        }
    }

    fn interpretation(&self, meaning: &Interpretation<'_>) -> Value {
        let own = (!meaning.code.is_empty())
            .then(|| json!({"system": INTERPRETATION, "code": self.own(&meaning.code)}));
        let hl7 = meaning.hl7.as_ref();
        let hl7 = hl7.map(|code| json!({"system": HL7_INTERPRETATION, "code": code}));
        let codings: Vec<_> = own.into_iter().chain(hl7).collect();
        json!({"coding": codings, "text": meaning.text})
    }

    fn components(&self) -> Value {
        let items = self.evaluation.items.iter();
        let components = items.map(|item| {
            json!({
                "code": {
                    "coding": [{"system": ITEM, "code": self.own(&item.input)}],
                    "text": item.item,
                },
                "valueQuantity": quantity(item.points, "{score}"),
            })
        });
        components.collect()
    }

    /// What a reader must know besides the figure, and where the formula is from.
    fn notes(&self) -> Vec<Value> {
        let note = |label: &str, text: &str| json!({"text": format!("{label}: {text}")});
        let all = |texts: &[Str<'_>], label: &'static str| {
            let notes = texts.iter().map(|text| note(label, text));
            notes.collect::<Vec<_>>()
        };
        let warning = self.say("Warning", "Atenção");
        let assumption = self.say("Assumption", "Pressuposto");
        let mut notes = all(&self.evaluation.warnings, warning);
        notes.extend(all(&self.evaluation.assumptions, assumption));
        let citation = &self.evaluation.reference.citation;
        if !citation.is_empty() {
            notes.push(note(self.say("Reference", "Referência"), citation));
        }
        notes
    }

    fn say(&self, en: &'static str, pt: &'static str) -> &'static str {
        self.evaluation.language.choose(en, pt)
    }
}

/// The category of FHIR that fits.
const fn category(kind: OutputKind, vital_sign: bool) -> &'static str {
    match kind {
        _ if vital_sign => "vital-signs",
        OutputKind::Measurement | OutputKind::Date => "exam",
        OutputKind::Laboratory => "laboratory",
        OutputKind::Score | OutputKind::Risk => "survey",
    }
}

fn quantity(value: Number, code: &str) -> Value {
    json!({"value": value, "unit": code, "system": UCUM, "code": code})
}
