//! National Early Warning Score 2.

use crate::Question;
use crate::answer::Evaluation;
use crate::card::{Indicator, Verdict};
use crate::datum::{
    CONSCIOUSNESS, Datum, HEART_RATE, OXYGEN_SATURATION, RESPIRATORY_RATE, SPO2_SCALE,
    SUPPLEMENTAL_OXYGEN, SYSTOLIC_BP, TEMPERATURE,
};
use crate::reader::Reader;
use crate::service::Service;
use ::text::{Language, text};

const NEWS2: &str = "news2";

/// All of these, and the date of birth.
const DATA: &[&Datum] = &[
    &RESPIRATORY_RATE,
    &OXYGEN_SATURATION,
    &SYSTOLIC_BP,
    &HEART_RATE,
    &TEMPERATURE,
    &CONSCIOUSNESS,
    &SUPPLEMENTAL_OXYGEN,
    &SPO2_SCALE,
];

pub(crate) static SERVICE: Service = Service {
    id: "news2",
    hook: "patient-view",
    title: text("Early warning (NEWS2)", "Alerta precoce (NEWS2)"),
    description: text(
        "National Early Warning Score 2 (RCP 2017) from the newest vital signs and the complete \
         date of birth; needs all of them. Three inputs have no LOINC code that is certain and \
         come as Observations coded in the system urn:medical-platform:input, in the prefetch \
         clinical: consciousness (valueCodeableConcept with a code of that system, or \
         valueString: A, C, V, P or U), supplemental_oxygen (valueBoolean) and spo2_scale \
         (valueInteger: 1 or 2). None of them is ever assumed. Gives a card when the score is \
         not 0.",
        "National Early Warning Score 2 (RCP 2017) pelos sinais vitais mais recentes e pela data \
         de nascimento completa; precisa de todos. Três entradas não têm código LOINC certo e vêm \
         como Observations codificadas no sistema urn:medical-platform:input, no prefetch \
         clinical: consciousness (valueCodeableConcept com um código desse sistema, ou \
         valueString: A, C, V, P ou U), supplemental_oxygen (valueBoolean) e spo2_scale \
         (valueInteger: 1 ou 2). Nenhuma delas é presumida. Dá um cartão quando o escore não é 0.",
    ),
    data: DATA,
    ask,
    judge,
};

fn ask(reader: &mut Reader<'_>) -> Vec<Question> {
    let values: Vec<_> = DATA
        .iter()
        .map(|datum| (datum.input, reader.require(datum)))
        .collect();
    let born = reader.require_birth_date();
    let mut inputs: Vec<_> = values.iter().map(|(name, value)| (*name, value)).collect();
    inputs.push(("birth_date", &born));
    vec![Question {
        calculator: NEWS2,
        inputs: reader.inputs(&inputs),
    }]
}

fn judge(evaluations: &[&Evaluation], _: Language) -> Option<Verdict> {
    let news2 = evaluations.iter().find(|one| one.calculator == NEWS2)?;
    let found = news2.principal()?;
    if found.value == 0.0 {
        return None;
    }
    let by_band = match found.code() {
        Some("high") => Indicator::Critical,
        Some("medium" | "low-medium") => Indicator::Warning,
        Some("low") => Indicator::Info,
        // A band nobody told us about is no reason to be calm.
        _ => Indicator::Warning,
    };
    let meaning = found.interpretation.as_ref().map(|one| one.text.trim());
    let meaning = meaning.filter(|text| !text.is_empty());
    let meaning = meaning.map_or_else(String::new, |text| format!(": {text}"));
    Some(Verdict {
        // The published threshold of the emergency response holds in any case.
        indicator: if found.value >= 7.0 {
            Indicator::Critical
        } else {
            by_band
        },
        summary: format!("NEWS2 {}{meaning}", found.display),
        decided_by: NEWS2,
    })
}
