//! TIMI risk score for unstable angina and infarction without ST elevation.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    less_than, more, output, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, ELEVATED_CARDIAC_MARKERS};
use crate::values::Values;

const THREE_RISK_FACTORS: Flag = flag(
    "three_or_more_risk_factors",
    "Three or more coronary risk factors",
    "Três ou mais fatores de risco coronariano",
)
.defined(
    "Of hypertension, hypercholesterolaemia, diabetes, current smoking, and coronary disease in \
     the family.",
    "Entre hipertensão, hipercolesterolemia, diabetes, tabagismo atual e doença coronariana na \
     família.",
);
const KNOWN_STENOSIS: Flag = flag(
    "known_coronary_stenosis",
    "Known coronary stenosis of 50 % or more",
    "Estenose coronariana conhecida de 50 % ou mais",
);
const ASPIRIN: Flag = flag(
    "aspirin_last_7_days",
    "Aspirin within the last 7 days",
    "Uso de AAS nos últimos 7 dias",
);
const SEVERE_ANGINA: Flag = flag(
    "severe_angina",
    "Two or more episodes of angina within 24 hours",
    "Dois ou mais episódios de angina em 24 horas",
);
const ST_DEVIATION: Flag = flag(
    "st_deviation_half_mm",
    "ST deviation of 0.5 mm or more",
    "Desvio de ST de 0,5 mm ou mais",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(65.0, 0.0), more(1.0)]),
    THREE_RISK_FACTORS.adds(1.0),
    KNOWN_STENOSIS.adds(1.0),
    ASPIRIN.adds(1.0),
    SEVERE_ANGINA.adds(1.0),
    ST_DEVIATION.adds(1.0),
    ELEVATED_CARDIAC_MARKERS.adds(1.0),
];

const RISK: Output = output(
    OutputKind::Risk,
    "event_risk_14_days",
    text(
        "Death, infarction or urgent revascularisation within 14 days, in the trial",
        "Morte, infarto ou revascularização urgente em 14 dias, no ensaio",
    ),
    "%",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "timi-nstemi-2000",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "TIMI score for unstable angina and NSTEMI",
        "Escore TIMI para SCA sem supra de ST",
    ),
    description: text(
        "Risk of death, infarction or urgent revascularisation within 14 days in unstable angina \
         or infarction without ST elevation, 0 to 7 points. Not for ST elevation, which has a \
         TIMI score of its own, and not to rule out a coronary syndrome.",
        "Risco de morte, infarto ou revascularização urgente em 14 dias na angina instável ou no \
         infarto sem supradesnivelamento de ST, de 0 a 7 pontos. Não usar com supra de ST, que \
         tem um TIMI próprio, nem para excluir síndrome coronariana.",
    ),
    aliases: &[
        "TIMI",
        "NSTEMI",
        "unstable angina",
        "angina instável",
        "SCASSST",
        "IAMSSST",
    ],
    inputs: &[
        AGE.input,
        THREE_RISK_FACTORS.input,
        KNOWN_STENOSIS.input,
        ASPIRIN.input,
        SEVERE_ANGINA.input,
        ST_DEVIATION.input,
        ELEVATED_CARDIAC_MARKERS.input,
    ],
    results: &[score(text("TIMI score", "Escore TIMI"), &[]), RISK],
    validity: &[ADULTS],
    assumptions: &[text(
        "The risks are those of trials of the 1990s; treatment has changed since.",
        "Os riscos são de ensaios dos anos 1990; o tratamento mudou desde então.",
    )],
    reference: Reference {
        citation: "Antman EM, Cohen M, Bernink PJLM, et al. The TIMI risk score for unstable \
                   angina/non-ST elevation MI: a method for prognostication and therapeutic \
                   decision making. JAMA 2000;284:835-842.",
        doi: Some("10.1001/jama.284.7.835"),
        pmid: None,
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// The publication gives one risk for 0 and 1 points, and one for 6 and 7.
fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let table = [
        less_than(2.0, 4.7),
        less_than(3.0, 8.3),
        less_than(4.0, 13.2),
        less_than(5.0, 19.9),
        less_than(6.0, 26.2),
        more(40.9),
    ];
    match outcome.last().and_then(|points| within(&table, points)) {
        Some(risk) => outcome.and(RISK.name, risk),
        None => outcome,
    }
}
