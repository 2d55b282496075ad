//! Estimated glomerular filtration rate and creatinine clearance.

use report::card::figure;
use text::text;
use wire::Found;

use crate::datum::{Datum, loinc};
use crate::needs::Needed;
use crate::question::Question;
use crate::reader::Reader;
use crate::service::Service;
use crate::verdict::{Findings, Indicator, Scale, Urgencies, Verdict, urgency};

const EGFR: &str = "egfr-ckd-epi-2021";
const CLEARANCE: &str = "creatinine-clearance-cockcroft-gault";

static CREATININE: Datum = loinc("creatinine");
static WEIGHT: Datum = loinc("weight");

/// The KDIGO categories.
const URGENCIES: Urgencies = &[
    ("G5", Some(Indicator::Critical)),
    ("G4", Some(Indicator::Warning)),
    ("G3b", Some(Indicator::Info)),
    ("G3a", Some(Indicator::Info)),
    ("G2", None),
    ("G1", None),
];

pub(crate) static SERVICE: Service = Service {
    id: "kidney-function",
    hook: "order-select",
    title: text("Kidney function", "Função renal"),
    description: text(
        "eGFR (CKD-EPI 2021) from the newest creatinine, the complete date of birth and the \
         gender male or female; with the newest weight also the creatinine clearance \
         (Cockcroft-Gault). Gives a card when one of them is below 60. It does not look at the \
         orders.",
        "TFGe (CKD-EPI 2021) pela creatinina mais recente, pela data de nascimento completa e \
         pelo gênero male ou female; com o peso mais recente, também a depuração de creatinina \
         (Cockcroft-Gault). Dá um cartão quando um deles está abaixo de 60. Não olha as \
         prescrições.",
    ),
    needs: Needed {
        calculators: &[EGFR, CLEARANCE],
        urgencies: URGENCIES,
        data: &[&CREATININE, &WEIGHT],
    },
    short_names: &[(EGFR, text("eGFR", "TFGe"))],
    ask,
    judge,
};

fn ask(reader: &mut Reader<'_>) -> Vec<Question> {
    let creatinine = reader.require(&CREATININE);
    let born = reader.require_birth_date();
    let sex = reader.require_sex();
    let weight = reader.find(&WEIGHT);
    let values = [
        ("sex", &sex),
        ("birth_date", &born),
        ("creatinine", &creatinine),
        ("weight", &weight),
    ];
    let mut questions = vec![reader.question(EGFR, &values)];
    if weight.is_some() {
        questions.push(reader.question(CLEARANCE, &values));
    }
    questions
}

/// The category of a rate: its own, or else that of an eGFR of the same value, for a
/// clearance has none and is read with the same limits.
fn category<'a>(found: &'a Found<'_>, scale: &'a Scale) -> Option<&'a str> {
    let own = found.interpretation.as_ref();
    own.map(|own| own.code.as_ref())
        .or_else(|| scale.code(found.value.number()?))
}

/// A rate as the summary tells it.
fn part(calculator: &'static str, found: &Found<'_>, findings: &Findings<'_>) -> String {
    let name = findings.name(calculator);
    let value = figure(found, findings.language);
    match &found.interpretation {
        Some(stage) => format!("{name} {value} ({})", stage.code),
        None => format!("{name} {value}"),
    }
}

fn judge(findings: &Findings<'_>) -> Option<Verdict> {
    let mut decision = None;
    let mut parts = Vec::new();
    for calculator in [EGFR, CLEARANCE] {
        let found = findings.of(calculator).and_then(|one| one.results.first());
        let Some(found) = found else {
            continue;
        };
        parts.push(part(calculator, found, findings));
        let urgent = category(found, findings.scale).and_then(|code| urgency(URGENCIES, code));
        let urgent = urgent.map(|indicator| (indicator, calculator));
        decision = match (decision, urgent) {
            (Some((known, _)), Some((indicator, _))) if indicator <= known => decision,
            (known, urgent) => urgent.or(known),
        };
    }
    let (indicator, decided_by) = decision?;
    Some(Verdict {
        indicator,
        summary: parts.join("; "),
        decided_by,
    })
}
