//! Sgarbossa criteria for infarction with left bundle branch block.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

/// ST elevation in the direction of the QRS.
pub(crate) const CONCORDANT_ELEVATION: Flag = flag(
    "concordant_st_elevation",
    "Concordant ST elevation of 1 mm or more",
    "Supradesnivelamento concordante de ST de 1 mm ou mais",
)
.defined(
    "In at least one lead where the QRS is positive.",
    "Em ao menos uma derivação com QRS positivo.",
);
/// ST depression in the direction of the QRS.
pub(crate) const CONCORDANT_DEPRESSION: Flag = flag(
    "concordant_st_depression",
    "ST depression of 1 mm or more in V1, V2 or V3",
    "Infradesnivelamento de ST de 1 mm ou mais em V1, V2 ou V3",
);
const DISCORDANT_ELEVATION: Flag = flag(
    "discordant_st_elevation_5_mm",
    "Discordant ST elevation of 5 mm or more",
    "Supradesnivelamento discordante de ST de 5 mm ou mais",
)
.defined(
    "In at least one lead where the QRS is negative.",
    "Em ao menos uma derivação com QRS negativo.",
);

const CRITERIA: &[Criterion] = &[
    CONCORDANT_ELEVATION.adds(5.0),
    CONCORDANT_DEPRESSION.adds(3.0),
    DISCORDANT_ELEVATION.adds(2.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sgarbossa-1996",
    version: "1.0.0",
    category: Category::Heart,
    title: text("Sgarbossa criteria (1996)", "Critérios de Sgarbossa (1996)"),
    description: text(
        "Signs of acute infarction in an electrocardiogram with left bundle branch block, 0 to 10 \
         points. Few who have an infarction reach 3 points: fewer points rule nothing out.",
        "Sinais de infarto agudo em eletrocardiograma com bloqueio de ramo esquerdo, de 0 a 10 \
         pontos. Poucos com infarto chegam a 3 pontos: menos pontos não excluem nada.",
    ),
    aliases: &[
        "LBBB",
        "BRE",
        "bundle branch block",
        "bloqueio de ramo esquerdo",
        "infarto",
    ],
    inputs: &[
        CONCORDANT_ELEVATION.input,
        CONCORDANT_DEPRESSION.input,
        DISCORDANT_ELEVATION.input,
    ],
    results: &[score(
        text("Sgarbossa score", "Escore de Sgarbossa"),
        &[
            below(
                3.0,
                "negative",
                "criteria not met; infarction is not ruled out",
                "critérios não preenchidos; infarto não excluído",
            ),
            rest(
                "positive",
                "criteria met: acute infarction is likely",
                "critérios preenchidos: infarto agudo provável",
            ),
        ],
    )],
    assumptions: &[text(
        "The person has left bundle branch block and symptoms of an acute coronary syndrome.",
        "A pessoa tem bloqueio de ramo esquerdo e sintomas de síndrome coronariana aguda.",
    )],
    reference: Reference {
        citation: "Sgarbossa EB, Pinski SL, Barbagelata A, et al. Electrocardiographic diagnosis \
                   of evolving acute myocardial infarction in the presence of left bundle-branch \
                   block. N Engl J Med 1996;334:481-487.",
        doi: None,
        pmid: Some("8559200"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
