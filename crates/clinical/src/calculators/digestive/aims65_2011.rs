//! AIMS65: death in hospital from upper gastrointestinal bleeding.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference, at_most,
    below, less_than, more, output, rest, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, ALBUMIN, INR, SYSTOLIC_BP};
use crate::values::Values;

const ALTERED_MENTAL_STATUS: Flag = flag(
    "disorientation_lethargy_stupor_or_coma",
    "Altered mental status",
    "Alteração do estado mental",
)
.defined(
    "A Glasgow coma scale below 14, or disorientation, lethargy, stupor or coma.",
    "Escala de coma de Glasgow abaixo de 14, ou desorientação, letargia, estupor ou coma.",
);

const CRITERIA: &[Criterion] = &[
    ALBUMIN.adds_by(&[less_than(3.0, 1.0), more(0.0)]),
    INR.adds_by(&[at_most(1.5, 0.0), more(1.0)]),
    ALTERED_MENTAL_STATUS.adds(1.0),
    SYSTOLIC_BP.adds_by(&[at_most(90.0, 1.0), more(0.0)]),
    AGE.adds_by(&[less_than(65.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "aims65-2011",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("AIMS65 score", "Escore AIMS65"),
    description: text(
        "Risk of death in hospital from acute upper gastrointestinal bleeding in adults, from \
         albumin, INR, mental status, systolic pressure and age, 0 to 5 points. A low score is no \
         reason to discharge: other scores find those who need no treatment better.",
        "Risco de morte hospitalar por hemorragia digestiva alta aguda em adultos, por albumina, \
         INR (RNI), estado mental, pressão sistólica e idade, de 0 a 5 pontos. Escore baixo não é \
         motivo de alta: outros escores identificam melhor quem não precisa de tratamento.",
    ),
    aliases: &["AIMS 65", "HDA", "hemorragia digestiva alta", "UGIB"],
    inputs: &[
        ALBUMIN.input,
        INR.input,
        ALTERED_MENTAL_STATUS.input,
        SYSTOLIC_BP.input,
        AGE.input,
    ],
    results: &[
        score(
            text("AIMS65 score", "Escore AIMS65"),
            &[
                below(2.0, "low", "low risk of death", "risco baixo de morte"),
                rest("high", "high risk of death", "risco alto de morte"),
            ],
        ),
        output(
            OutputKind::Risk,
            "mortality",
            text(
                "Deaths in hospital in the cohort of the publication",
                "Mortes hospitalares na coorte da publicação",
            ),
            "%",
            1,
        ),
    ],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Saltzman JR, Tabak YP, Hyett BH, Sun X, Travis AC, Johannes RS. A simple risk \
                   score accurately predicts in-hospital mortality, length of stay, and cost in \
                   acute upper GI bleeding. Gastrointest Endosc 2011;74:1215-1224.",
        doi: Some("10.1016/j.gie.2011.06.024"),
        pmid: Some("21907980"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// What the publication counted at each sum.
fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let observed = [
        at_most(0.0, 0.3),
        at_most(1.0, 1.2),
        at_most(2.0, 5.3),
        at_most(3.0, 10.3),
        at_most(4.0, 16.5),
        more(24.5),
    ];
    match outcome.last().and_then(|sum| within(&observed, sum)) {
        Some(mortality) => outcome.and("mortality", mortality),
        None => outcome,
    }
}
