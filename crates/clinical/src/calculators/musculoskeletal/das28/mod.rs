//! What the two scores of 28 joints in rheumatoid arthritis share.

crate::calculators::family! {
    das28_esr_1995,
    das28_crp_2009,
}

use crate::definition::{
    NoResult, Outcome, Output, OutputKind, Text, below, output, rest, text, up_to,
};
use crate::handles::{Integer, Quantity, integer, quantity};
use crate::units;
use crate::values::Values;

const JOINTS: (&str, &str) = (
    "Of 28: shoulders, elbows, wrists, knuckles and middle joints of the fingers, both joints of \
     the thumbs, knees.",
    "De 28: ombros, cotovelos, punhos, metacarpofalângicas, interfalângicas proximais (inclui a do \
     polegar) e joelhos.",
);

/// Joints that hurt.
pub(crate) const TENDER: Integer = integer(
    "tender_joints_28",
    (0, 28),
    "Tender joints",
    "Articulações dolorosas",
)
.defined(JOINTS.0, JOINTS.1);
/// Joints that are swollen.
pub(crate) const SWOLLEN: Integer = integer(
    "swollen_joints_28",
    (0, 28),
    "Swollen joints",
    "Articulações edemaciadas",
)
.defined(JOINTS.0, JOINTS.1);
/// The person's own judgement.
pub(crate) const GLOBAL_HEALTH: Quantity = quantity(
    "patient_global_assessment",
    &units::VISUAL_ANALOGUE,
    "Patient's global assessment",
    "Avaliação global pelo paciente",
)
.defined(
    "On a scale of 100 mm, from very good (0) to very bad (100); a scale from 0 to 10 is in cm.",
    "Em escala de 100 mm, de muito bem (0) a muito mal (100); escala de 0 a 10 é em cm.",
);

/// The score with the classes of EULAR.
pub(crate) const RESULT: Output = Output {
    interpretations: &[
        below(2.6, "remission", "remission", "remissão"),
        up_to(
            3.2,
            "low",
            "low disease activity",
            "atividade baixa da doença",
        ),
        up_to(
            5.1,
            "moderate",
            "moderate disease activity",
            "atividade moderada da doença",
        ),
        rest("high", "high disease activity", "atividade alta da doença"),
    ],
    ..output(OutputKind::Score, "das28", text("DAS28", "DAS28"), "1", 2)
};

/// Whom both are for.
pub(crate) const ASSUMPTIONS: &[Text] = &[text(
    "The person is an adult with rheumatoid arthritis.",
    "A pessoa é adulta e tem artrite reumatoide.",
)];

/// The score: the joints, the blood's part, and the person's judgement.
fn das28(values: &Values, blood: f64) -> Result<Outcome, NoResult> {
    let tender = values.of(TENDER)?;
    let swollen = values.of(SWOLLEN)?;
    let score =
        0.56 * tender.sqrt() + 0.28 * swollen.sqrt() + blood + 0.014 * values.of(GLOBAL_HEALTH)?;
    Ok(Outcome::number(RESULT.name, score))
}
