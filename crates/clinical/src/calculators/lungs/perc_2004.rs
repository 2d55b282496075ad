//! PERC: whether pulmonary embolism can be excluded without any test.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, Quantity, flag};
use crate::inputs::{ADULTS, AGE, HEART_RATE, HEMOPTYSIS, OXYGEN_SATURATION, PREVIOUS_DVT_OR_PE};

const LOW_PROBABILITY: Flag = flag(
    "low_pretest_probability",
    "The clinician holds pulmonary embolism for unlikely (below 15 %)",
    "O clínico considera a embolia pulmonar improvável (abaixo de 15 %)",
)
.defined(
    "By judgement before any test. Without it the rule says nothing.",
    "Por julgamento, antes de qualquer exame. Sem isso a regra não diz nada.",
)
.refused_when(
    false,
    "the rule holds only where the clinician already holds pulmonary embolism for unlikely (below \
     15 %)",
    "a regra só vale quando o clínico já considera a embolia pulmonar improvável (abaixo de 15 %)",
);
const UNILATERAL_LEG_SWELLING: Flag = flag(
    "unilateral_leg_swelling",
    "Unilateral leg swelling",
    "Edema unilateral de perna",
)
.defined(
    "Calves that differ to the eye.",
    "Panturrilhas diferentes à inspeção.",
);
const RECENT_SURGERY_OR_TRAUMA: Flag = flag(
    "recent_surgery_or_trauma",
    "Surgery or trauma within 4 weeks",
    "Cirurgia ou trauma nas últimas 4 semanas",
)
.defined(
    "That needed intubation or admission to hospital.",
    "Que exigiu intubação ou internação.",
);
const ESTROGEN: Flag = flag("estrogen_use", "Use of oestrogen", "Uso de estrogênio").defined(
    "Oral contraceptive or hormone replacement with oestrogen.",
    "Anticoncepcional ou reposição hormonal com estrogênio.",
);
const ROOM_AIR_SATURATION: Quantity =
    OXYGEN_SATURATION.defined("Breathing room air.", "Em ar ambiente.");

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(50.0, 0.0), more(1.0)]),
    HEART_RATE.adds_by(&[less_than(100.0, 0.0), more(1.0)]),
    ROOM_AIR_SATURATION.adds_by(&[less_than(95.0, 1.0), more(0.0)]),
    UNILATERAL_LEG_SWELLING.adds(1.0),
    HEMOPTYSIS.adds(1.0),
    RECENT_SURGERY_OR_TRAUMA.adds(1.0),
    PREVIOUS_DVT_OR_PE.adds(1.0),
    ESTROGEN.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "perc-2004",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "PERC rule for pulmonary embolism",
        "Regra PERC para embolia pulmonar",
    ),
    description: text(
        "Whether pulmonary embolism can be excluded without D-dimer or imaging in an adult whom \
         the clinician already holds for unlikely to have it. One criterion is enough to need \
         tests; how many there are is no measure of risk.",
        "Se a embolia pulmonar (TEP) pode ser excluída sem D-dímero nem imagem em um adulto em \
         quem o clínico já a considera improvável. Um critério basta para exigir exames; o número \
         deles não mede risco.",
    ),
    aliases: &["PERC", "TEP", "embolia pulmonar", "pulmonary embolism"],
    inputs: &[
        LOW_PROBABILITY.input,
        AGE.input,
        HEART_RATE.input,
        ROOM_AIR_SATURATION.input,
        UNILATERAL_LEG_SWELLING.input,
        HEMOPTYSIS.input,
        RECENT_SURGERY_OR_TRAUMA.input,
        PREVIOUS_DVT_OR_PE.input,
        ESTROGEN.input,
    ],
    results: &[score(
        text("PERC criteria present", "Critérios PERC presentes"),
        &[
            below(
                1.0,
                "negative",
                "no criterion: pulmonary embolism excluded without tests",
                "nenhum critério: embolia pulmonar excluída sem exames",
            ),
            rest(
                "positive",
                "the rule does not exclude pulmonary embolism",
                "a regra não exclui embolia pulmonar",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Kline JA, Mitchell AM, Kabrhel C, Richman PB, Courtney DM. Clinical criteria to \
                   prevent unnecessary diagnostic testing in emergency department patients with \
                   suspected pulmonary embolism. J Thromb Haemost 2004;2:1247-1255.",
        doi: Some("10.1111/j.1538-7836.2004.00790.x"),
        pmid: Some("15304025"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
