//! ORBIT score for the risk of bleeding with anticoagulation.

use super::ANTICOAGULATED;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, EGFR};

const LOW_BLOOD: Flag = flag("anemia_or_history", "Anaemia", "Anemia").defined(
    "Haemoglobin below 13 g/dL in men or 12 g/dL in women, haematocrit below 40 % or 36 %, or \
     anaemia in the history.",
    "Hemoglobina abaixo de 13 g/dL em homens ou 12 g/dL em mulheres, hematócrito abaixo de 40 % ou \
     36 %, ou história de anemia.",
);
const BLEEDING_HISTORY: Flag = flag(
    "gastrointestinal_or_intracranial_bleeding",
    "Previous bleeding",
    "Sangramento prévio",
)
.defined(
    "Gastrointestinal or intracranial bleeding or haemorrhagic stroke at any time.",
    "Sangramento gastrointestinal ou intracraniano ou AVC hemorrágico em qualquer época.",
);
const ANTIPLATELET: Flag = flag(
    "antiplatelet",
    "Antiplatelet drug in use",
    "Uso de antiagregante plaquetário",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(75.0, 0.0), more(1.0)]),
    LOW_BLOOD.adds(2.0),
    BLEEDING_HISTORY.adds(2.0),
    EGFR.adds_by(&[less_than(60.0, 1.0), more(0.0)]),
    ANTIPLATELET.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "orbit-2015",
    version: "1.0.0",
    category: Category::Heart,
    title: text("ORBIT bleeding score", "Escore ORBIT de sangramento"),
    description: text(
        "Risk of major bleeding in adults with atrial fibrillation under anticoagulation, 0 to 7 \
         points. A high score asks for correcting what can be corrected; it is no reason by \
         itself against anticoagulation.",
        "Risco de sangramento maior em adultos com fibrilação atrial sob anticoagulação, de 0 a 7 \
         pontos. Um escore alto pede a correção do que pode ser corrigido; não é por si só motivo \
         contra a anticoagulação.",
    ),
    aliases: &[
        "bleeding",
        "sangramento",
        "atrial fibrillation",
        "fibrilação atrial",
        "FA",
    ],
    inputs: &[
        AGE.input,
        LOW_BLOOD.input,
        BLEEDING_HISTORY.input,
        EGFR.input,
        ANTIPLATELET.input,
    ],
    results: &[score(
        text("ORBIT score", "Escore ORBIT"),
        &[
            below(
                3.0,
                "low",
                "low risk: 2.4 major bleedings per 100 patient-years in the study",
                "risco baixo: 2,4 sangramentos maiores por 100 pacientes-ano no estudo",
            ),
            below(
                4.0,
                "medium",
                "medium risk: 4.7 major bleedings per 100 patient-years in the study",
                "risco médio: 4,7 sangramentos maiores por 100 pacientes-ano no estudo",
            ),
            rest(
                "high",
                "high risk: 8.1 major bleedings per 100 patient-years in the study",
                "risco alto: 8,1 sangramentos maiores por 100 pacientes-ano no estudo",
            ),
        ],
    )],
    validity: &[ADULTS],
    assumptions: &[ANTICOAGULATED],
    reference: Reference {
        citation: "O'Brien EC, Simon DN, Thomas LE, et al. The ORBIT bleeding score: a simple \
                   bedside score to assess bleeding risk in atrial fibrillation. Eur Heart J \
                   2015;36:3258-3264.",
        doi: Some("10.1093/eurheartj/ehv476"),
        pmid: Some("26424865"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
