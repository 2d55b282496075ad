//! Revised Geneva score for the probability of pulmonary embolism.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, less_than, more,
    rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HEART_RATE, HEMOPTYSIS, PREVIOUS_DVT_OR_PE};

const SURGERY_OR_FRACTURE: Flag = flag(
    "recent_surgery_or_fracture",
    "Surgery or fracture of a lower limb within a month",
    "Cirurgia ou fratura de membro inferior no último mês",
)
.defined(
    "Surgery under general anaesthesia.",
    "Cirurgia sob anestesia geral.",
);
const ACTIVE_MALIGNANCY: Flag = flag(
    "active_malignancy",
    "Active malignancy",
    "Neoplasia maligna ativa",
)
.defined(
    "Solid or haematological, active or considered cured for less than a year.",
    "Sólida ou hematológica, ativa ou considerada curada há menos de um ano.",
);
const UNILATERAL_LEG_PAIN: Flag = flag(
    "unilateral_leg_pain",
    "Unilateral pain of a lower limb",
    "Dor unilateral em membro inferior",
);
const DEEP_VEIN_TENDERNESS: Flag = flag(
    "deep_vein_tenderness_and_edema",
    "Pain on pressing the deep veins of a leg and oedema of that leg",
    "Dor à palpação das veias profundas e edema unilateral da perna",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[at_most(65.0, 0.0), more(1.0)]),
    PREVIOUS_DVT_OR_PE.adds(3.0),
    SURGERY_OR_FRACTURE.adds(2.0),
    ACTIVE_MALIGNANCY.adds(2.0),
    UNILATERAL_LEG_PAIN.adds(3.0),
    HEMOPTYSIS.adds(2.0),
    HEART_RATE.adds_by(&[less_than(75.0, 0.0), less_than(95.0, 3.0), more(5.0)]),
    DEEP_VEIN_TENDERNESS.adds(4.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "geneva-revised-2006",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Revised Geneva score for pulmonary embolism",
        "Escore de Genebra revisado para embolia pulmonar",
    ),
    description: text(
        "Probability of pulmonary embolism before testing in an adult in whom it is suspected, \
         from eight findings without judgement of the clinician, 0 to 22 points. The simplified \
         score of 2008 is another one.",
        "Probabilidade pré-teste de embolia pulmonar (TEP) em um adulto com suspeita, por oito \
         achados sem julgamento do clínico, de 0 a 22 pontos. O escore simplificado de 2008 é \
         outro.",
    ),
    aliases: &[
        "Geneva",
        "Genebra",
        "TEP",
        "embolia pulmonar",
        "pulmonary embolism",
    ],
    inputs: &[
        AGE.input,
        PREVIOUS_DVT_OR_PE.input,
        SURGERY_OR_FRACTURE.input,
        ACTIVE_MALIGNANCY.input,
        UNILATERAL_LEG_PAIN.input,
        HEMOPTYSIS.input,
        HEART_RATE.input,
        DEEP_VEIN_TENDERNESS.input,
    ],
    results: &[score(
        text("Revised Geneva score", "Escore de Genebra revisado"),
        &[
            below(4.0, "low", "low probability", "probabilidade baixa"),
            below(
                11.0,
                "intermediate",
                "intermediate probability",
                "probabilidade intermediária",
            ),
            rest("high", "high probability", "probabilidade alta"),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Le Gal G, Righini M, Roy PM, et al. Prediction of pulmonary embolism in the \
                   emergency department: the revised Geneva score. Ann Intern Med \
                   2006;144:165-171.",
        doi: Some("10.7326/0003-4819-144-3-200602070-00004"),
        pmid: None,
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
