//! Who needs pictures after an injury of the head or neck.

crate::calculators::family! {
    canadian_ct_head_2001,
    pecarn_under_2_2009,
    pecarn_from_2_2009,
    canadian_c_spine_2001,
    nexus_2000,
}

use crate::definition::{Outcome, Output, Reference, Text, chosen, score, text};
use crate::handles::{Flag, flag};
use crate::values::Values;

/// How the rules for children were derived.
pub(crate) const PECARN: Reference = Reference {
    citation: "Kuppermann N, Holmes JF, Dayan PS, et al. Identification of children at very low \
               risk of clinically-important brain injuries after head trauma: a prospective cohort \
               study. Lancet 2009;374:1160-1170.",
    doi: Some("10.1016/S0140-6736(09)61558-0"),
    pmid: Some("19758692"),
};

pub(crate) const CHILD: Text = text(
    "It is a blunt head injury within 24 hours with a Glasgow of 14 or 15, without a penetrating \
     wound, brain tumour, known nervous disease or bleeding disorder.",
    "É um trauma craniano fechado há até 24 horas com Glasgow 14 ou 15, sem ferimento penetrante, \
     tumor cerebral, doença neurológica prévia ou distúrbio de coagulação.",
);

pub(crate) const ALTERED: Flag = flag(
    "altered_mental_status",
    "Altered mental state, or Glasgow of 14",
    "Alteração do estado mental, ou Glasgow 14",
)
.defined(
    "Agitation, sleepiness, slow answers or repeated questions.",
    "Agitação, sonolência, respostas lentas ou perguntas repetidas.",
);

/// The result of the rules for children.
pub(crate) const CHILD_RESULT: Output = score(
    text(
        "Criteria of the rule that are met",
        "Critérios da regra presentes",
    ),
    &[
        chosen(
            "very-low",
            "very low risk: CT not recommended",
            "risco muito baixo: tomografia não recomendada",
        ),
        chosen(
            "intermediate",
            "intermediate risk: observation or CT",
            "risco intermediário: observação ou tomografia",
        ),
        chosen(
            "high",
            "high risk: CT recommended",
            "risco alto: tomografia recomendada",
        ),
    ],
);

/// High with a sign of the first kind, intermediate with any other.
pub(crate) fn grade(values: &Values, outcome: Outcome, high: &[Flag]) -> Outcome {
    let is_high = high.iter().any(|&sign| values.find(sign) == Some(true));
    let any = outcome.last() > Some(0.0);
    outcome.meaning(match (is_high, any) {
        (true, _) => "high",
        (false, true) => "intermediate",
        (false, false) => "very-low",
    })
}
