//! Sgarbossa criteria as Smith modified them.

use super::sgarbossa_1996::{CONCORDANT_DEPRESSION, CONCORDANT_ELEVATION};
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const PROPORTIONAL: Flag = flag(
    "proportional_discordant_st_elevation",
    "Discordant ST elevation of a quarter of the S wave or more",
    "Supradesnivelamento discordante de ST de um quarto da onda S ou mais",
)
.defined(
    "In at least one lead with 1 mm of ST elevation or more.",
    "Em ao menos uma derivação com supradesnivelamento de ST de 1 mm ou mais.",
);

const CRITERIA: &[Criterion] = &[
    CONCORDANT_ELEVATION.adds(1.0),
    CONCORDANT_DEPRESSION.adds(1.0),
    PROPORTIONAL.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sgarbossa-modified-2012",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "Modified Sgarbossa criteria (Smith 2012)",
        "Critérios de Sgarbossa modificados (Smith 2012)",
    ),
    description: text(
        "Signs of an acute coronary occlusion in an electrocardiogram with left bundle branch \
         block; any of the three is enough. The result counts them. None rules nothing out.",
        "Sinais de oclusão coronariana aguda em eletrocardiograma com bloqueio de ramo esquerdo; \
         basta um dos três. O resultado é quantos há. A ausência não exclui nada.",
    ),
    aliases: &[
        "LBBB",
        "BRE",
        "Smith",
        "bundle branch block",
        "bloqueio de ramo esquerdo",
    ],
    inputs: &[
        CONCORDANT_ELEVATION.input,
        CONCORDANT_DEPRESSION.input,
        PROPORTIONAL.input,
    ],
    results: &[score(
        text("Criteria met", "Critérios preenchidos"),
        &[
            below(
                1.0,
                "negative",
                "criteria not met; an occlusion is not ruled out",
                "critérios não preenchidos; oclusão não excluída",
            ),
            rest(
                "positive",
                "criteria met: an acute coronary occlusion is likely",
                "critérios preenchidos: oclusão coronariana aguda provável",
            ),
        ],
    )],
    assumptions: &[text(
        "The person has left bundle branch block and symptoms of an acute coronary syndrome.",
        "A pessoa tem bloqueio de ramo esquerdo e sintomas de síndrome coronariana aguda.",
    )],
    reference: Reference {
        citation: "Smith SW, Dodd KW, Henry TD, Dvorak DM, Pearce LA. Diagnosis of ST-elevation \
                   myocardial infarction in the presence of left bundle branch block with the \
                   ST-elevation to S-wave ratio in a modified Sgarbossa rule. Ann Emerg Med \
                   2012;60:766-776.",
        doi: None,
        pmid: Some("22939607"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
