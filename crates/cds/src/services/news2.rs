//! National Early Warning Score 2.

use report::card::figure;
use text::text;

use crate::datum::{Datum, loinc, own};
use crate::needs::Needed;
use crate::question::Question;
use crate::reader::Reader;
use crate::service::Service;
use crate::verdict::{Findings, Indicator, Urgencies, Verdict, urgency};

const NEWS2: &str = "news2";

/// The bands of the response that the score asks for.
const URGENCIES: Urgencies = &[
    ("low", Some(Indicator::Info)),
    ("low-medium", Some(Indicator::Warning)),
    ("medium", Some(Indicator::Warning)),
    ("high", Some(Indicator::Critical)),
];

/// All of these, and the date of birth.
static DATA: &[&Datum] = &[
    &loinc("respiratory_rate"),
    &loinc("oxygen_saturation"),
    &Datum {
        panel: Some("85354-9"),
        ..loinc("systolic_bp")
    },
    &loinc("heart_rate"),
    &loinc("temperature"),
    &own("consciousness"),
    &own("supplemental_oxygen"),
    &own("spo2_scale"),
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
    needs: Needed {
        calculators: &[NEWS2],
        urgencies: URGENCIES,
        data: DATA,
    },
    short_names: &[(NEWS2, text("NEWS2", "NEWS2"))],
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
    vec![reader.question(NEWS2, &inputs)]
}

fn judge(findings: &Findings<'_>) -> Option<Verdict> {
    let found = findings.of(NEWS2)?.results.first()?;
    // The lowest band begins at nothing out of the ordinary.
    if found.value.number() == Some(0.0) {
        return None;
    }
    let (code, meaning) = found.interpretation.as_ref().map_or(("", ""), |meaning| {
        (meaning.code.as_ref(), meaning.text.trim())
    });
    let indicator = urgency(URGENCIES, code)?;
    let score = figure(found, findings.language);
    let summary = if meaning.is_empty() {
        format!("NEWS2 {score}")
    } else {
        format!("NEWS2 {score}: {meaning}")
    };
    Some(Verdict {
        indicator,
        summary,
        decided_by: NEWS2,
    })
}
