//! ABCD2 score after a transient ischaemic attack.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, greatest,
    less_than, more, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULTS, AGE, DIABETES, DIASTOLIC_BP, SYSTOLIC_BP};

const FEATURES: &[Choice] = &[
    choice(
        "unilateral-weakness",
        "weakness of one side of the face, an arm or a leg",
        "fraqueza de um lado da face, de um braço ou de uma perna",
    ),
    choice(
        "speech-without-weakness",
        "disturbance of speech without weakness",
        "alteração da fala sem fraqueza",
    ),
    choice("other", "other symptoms", "outros sintomas"),
];
const DURATIONS: &[Choice] = &[
    choice("under-10-min", "under 10 minutes", "menos de 10 minutos"),
    choice("10-to-59-min", "10 to 59 minutes", "10 a 59 minutos"),
    choice("60-min-or-more", "60 minutes or more", "60 minutos ou mais"),
];
const FEATURE: OneOf = one_of(
    "tia_features",
    FEATURES,
    "Clinical features",
    "Quadro clínico",
)
.defined(
    "With weakness and disturbed speech, weakness counts.",
    "Com fraqueza e alteração da fala, conta a fraqueza.",
);
const DURATION: OneOf = one_of(
    "tia_duration",
    DURATIONS,
    "Duration of the symptoms",
    "Duração dos sintomas",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(60.0, 0.0), more(1.0)]),
    greatest(&[
        SYSTOLIC_BP.adds_by(&[less_than(140.0, 0.0), more(1.0)]),
        DIASTOLIC_BP.adds_by(&[less_than(90.0, 0.0), more(1.0)]),
    ]),
    FEATURE.adds(&[
        ("unilateral-weakness", 2.0),
        ("speech-without-weakness", 1.0),
        ("other", 0.0),
    ]),
    DURATION.adds(&[
        ("under-10-min", 0.0),
        ("10-to-59-min", 1.0),
        ("60-min-or-more", 2.0),
    ]),
    DIABETES.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "abcd2-2007",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("ABCD2 score", "Escore ABCD2"),
    description: text(
        "Early risk of stroke after a transient ischaemic attack, 0 to 7 points. It does not tell \
         whether it was one, and guidelines advise against using it alone to decide how soon \
         someone is seen.",
        "Risco precoce de AVC após um ataque isquêmico transitório, de 0 a 7 pontos. Não diz se \
         foi um AIT, e diretrizes desaconselham usá-lo sozinho para decidir a urgência da \
         avaliação.",
    ),
    aliases: &["TIA", "AIT", "ABCD²", "ataque isquêmico transitório"],
    inputs: &[
        AGE.input,
        SYSTOLIC_BP.input,
        DIASTOLIC_BP.input,
        FEATURE.input,
        DURATION.input,
        DIABETES.input,
    ],
    results: &[score(
        text("ABCD2 score", "Escore ABCD2"),
        &[
            below(4.0, "low", "low risk", "risco baixo"),
            below(6.0, "moderate", "moderate risk", "risco moderado"),
            rest("high", "high risk", "risco alto"),
        ],
    )],
    validity: &[ADULTS],
    assumptions: &[text(
        "The blood pressure is the first one measured after the attack.",
        "A pressão arterial é a primeira medida após o evento.",
    )],
    reference: Reference {
        citation: "Johnston SC, Rothwell PM, Nguyen-Huynh MN, et al. Validation and refinement of \
                   scores to predict very early stroke risk after transient ischaemic attack. \
                   Lancet 2007;369:283-292.",
        doi: Some("10.1016/S0140-6736(07)60150-0"),
        pmid: Some("17258668"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
