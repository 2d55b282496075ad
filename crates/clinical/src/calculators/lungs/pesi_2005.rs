//! Pulmonary embolism severity index.

use crate::criterion::sum_with;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Reference, less_than,
    more, rest, score, text, up_to,
};
use crate::handles::{Flag, flag};
use crate::inputs::{
    ADULTS, AGE, HEART_FAILURE, HEART_RATE, HISTORY_OF_CANCER, OXYGEN_SATURATION, RESPIRATORY_RATE,
    SEX, SYSTOLIC_BP, TEMPERATURE,
};
use crate::values::Values;

const CHRONIC_LUNG_DISEASE: Flag = flag(
    "chronic_lung_disease",
    "Chronic lung disease",
    "Doença pulmonar crônica",
);
const ALTERED_MENTAL_STATUS: Flag = flag(
    "disorientation_lethargy_stupor_or_coma",
    "Altered mental status",
    "Alteração do estado mental",
)
.defined(
    "Disorientation, lethargy, stupor or coma.",
    "Desorientação, letargia, estupor ou coma.",
);

/// Beside a point for each year.
const CRITERIA: &[Criterion] = &[
    SEX.adds(&[("male", 10.0), ("female", 0.0)]),
    HISTORY_OF_CANCER.adds(30.0),
    HEART_FAILURE.adds(10.0),
    CHRONIC_LUNG_DISEASE.adds(10.0),
    HEART_RATE.adds_by(&[less_than(110.0, 0.0), more(20.0)]),
    SYSTOLIC_BP.adds_by(&[less_than(100.0, 30.0), more(0.0)]),
    RESPIRATORY_RATE.adds_by(&[less_than(30.0, 0.0), more(20.0)]),
    TEMPERATURE.adds_by(&[less_than(36.0, 20.0), more(0.0)]),
    ALTERED_MENTAL_STATUS.adds(60.0),
    OXYGEN_SATURATION.adds_by(&[less_than(90.0, 20.0), more(0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "pesi-2005",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Pulmonary embolism severity index (PESI)",
        "Índice de gravidade da embolia pulmonar (PESI)",
    ),
    description: text(
        "Risk of death within 30 days of an adult with confirmed acute pulmonary embolism: a point \
         for each year of age and more for ten findings, in five classes. Not for making the \
         diagnosis.",
        "Risco de morte em 30 dias de um adulto com embolia pulmonar aguda (TEP) confirmada: um \
         ponto por ano de idade e outros por dez achados, em cinco classes. Não serve para fazer o \
         diagnóstico.",
    ),
    aliases: &["TEP", "embolia pulmonar", "pulmonary embolism"],
    inputs: &[
        AGE.input,
        SEX.input,
        HISTORY_OF_CANCER.input,
        HEART_FAILURE.input,
        CHRONIC_LUNG_DISEASE.input,
        HEART_RATE.input,
        SYSTOLIC_BP.input,
        RESPIRATORY_RATE.input,
        TEMPERATURE.input,
        ALTERED_MENTAL_STATUS.input,
        OXYGEN_SATURATION.input,
    ],
    results: &[score(
        text("PESI", "PESI"),
        &[
            up_to(
                65.0,
                "class-1",
                "class I: very low risk",
                "classe I: risco muito baixo",
            ),
            up_to(
                85.0,
                "class-2",
                "class II: low risk",
                "classe II: risco baixo",
            ),
            up_to(
                105.0,
                "class-3",
                "class III: intermediate risk",
                "classe III: risco intermediário",
            ),
            up_to(
                125.0,
                "class-4",
                "class IV: high risk",
                "classe IV: risco alto",
            ),
            rest(
                "class-5",
                "class V: very high risk",
                "classe V: risco muito alto",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Aujesky D, Obrosky DS, Stone RA, et al. Derivation and validation of a \
                   prognostic model for pulmonary embolism. Am J Respir Crit Care Med \
                   2005;172:1041-1046.",
        doi: Some("10.1164/rccm.200506-862OC"),
        pmid: Some("16020800"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    sum_with(values, vec![AGE.gives(values.of(AGE)?)], CRITERIA)
}
