//! Estimated glomerular filtration rate and creatinine clearance.

use crate::Question;
use crate::answer::{Evaluation, Found};
use crate::card::{Indicator, Verdict};
use crate::datum::{CREATININE, WEIGHT};
use crate::reader::Reader;
use crate::service::Service;
use crate::text::unit;
use ::text::{Language, Text, text};

const EGFR: &str = "egfr-ckd-epi-2021";
const CLEARANCE: &str = "creatinine-clearance-cockcroft-gault";

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
    data: &[&CREATININE, &WEIGHT],
    ask,
    judge,
};

fn ask(reader: &mut Reader<'_>) -> Vec<Question> {
    let creatinine = reader.require(&CREATININE);
    let born = reader.require_birth_date();
    let sex = reader.require_sex();
    let weight = reader.find(&WEIGHT);
    let shared = [
        ("sex", &sex),
        ("birth_date", &born),
        ("creatinine", &creatinine),
    ];
    let mut questions = vec![Question {
        calculator: EGFR,
        inputs: reader.inputs(&shared),
    }];
    if weight.is_some() {
        let with_weight = [&shared[..], &[("weight", &weight)]].concat();
        questions.push(Question {
            calculator: CLEARANCE,
            inputs: reader.inputs(&with_weight),
        });
    }
    questions
}

/// How urgent a rate is by itself, in mL/min, by its unrounded value.
fn urgency(found: &Found) -> Option<Indicator> {
    match found.value {
        value if value < 15.0 => Some(Indicator::Critical),
        value if value < 30.0 => Some(Indicator::Warning),
        value if value < 60.0 => Some(Indicator::Info),
        _ => None,
    }
}

/// The results in the order of the summary, with names short enough for it.
const NAMES: [(&str, Text); 2] = [
    (EGFR, text("eGFR", "TFGe")),
    (
        CLEARANCE,
        text("Creatinine clearance", "Depuração de creatinina"),
    ),
];

fn judge(evaluations: &[&Evaluation], language: Language) -> Option<Verdict> {
    let mut decision = None;
    let mut parts = Vec::new();
    for (calculator, name) in NAMES {
        let mut all = evaluations.iter();
        let Some(found) = all
            .find(|one| one.calculator == calculator)
            .and_then(|one| one.principal())
        else {
            continue;
        };
        let stage = found.code().map(|code| format!(" ({code})"));
        parts.push(format!(
            "{} {}{}{}",
            language.of(name),
            found.display,
            unit(&found.unit),
            stage.unwrap_or_default(),
        ));
        let urgent = urgency(found).map(|indicator| (indicator, calculator));
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
