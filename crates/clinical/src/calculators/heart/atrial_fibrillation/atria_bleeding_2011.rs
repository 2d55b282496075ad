//! ATRIA score for the risk of bleeding with warfarin.

use super::ANTICOAGULATED;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HYPERTENSION};

const LOW_HEMOGLOBIN: Flag = flag("anemia", "Anaemia", "Anemia").defined(
    "Haemoglobin below 13 g/dL in men or 12 g/dL in women.",
    "Hemoglobina abaixo de 13 g/dL em homens ou 12 g/dL em mulheres.",
);
const SEVERE_RENAL_DISEASE: Flag = flag(
    "severe_renal_disease",
    "Severe kidney disease",
    "Doença renal grave",
)
.defined(
    "Estimated glomerular filtration rate below 30 mL/min/1.73 m², or dialysis.",
    "Taxa de filtração glomerular estimada abaixo de 30 mL/min/1,73 m², ou diálise.",
);
const PRIOR_HEMORRHAGE: Flag = flag(
    "prior_hemorrhage",
    "Previous haemorrhage",
    "Hemorragia prévia",
)
.defined(
    "Any diagnosed haemorrhage, such as intracranial or gastrointestinal.",
    "Qualquer hemorragia diagnosticada, como intracraniana ou gastrointestinal.",
);

const CRITERIA: &[Criterion] = &[
    LOW_HEMOGLOBIN.adds(3.0),
    SEVERE_RENAL_DISEASE.adds(3.0),
    AGE.adds_by(&[less_than(75.0, 0.0), more(2.0)]),
    PRIOR_HEMORRHAGE.adds(1.0),
    HYPERTENSION.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "atria-bleeding-2011",
    version: "1.0.0",
    category: Category::Heart,
    title: text("ATRIA bleeding score", "Escore ATRIA de sangramento"),
    description: text(
        "Risk of major haemorrhage within a year in adults with atrial fibrillation who take \
         warfarin, 0 to 10 points. Not the ATRIA score for stroke. A high score is no reason by \
         itself against anticoagulation.",
        "Risco de hemorragia maior em um ano em adultos com fibrilação atrial em uso de varfarina, \
         de 0 a 10 pontos. Não é o escore ATRIA de AVC. Um escore alto não é por si só motivo \
         contra a anticoagulação.",
    ),
    aliases: &[
        "bleeding",
        "sangramento",
        "warfarin",
        "varfarina",
        "fibrilação atrial",
    ],
    inputs: &[
        LOW_HEMOGLOBIN.input,
        SEVERE_RENAL_DISEASE.input,
        AGE.input,
        PRIOR_HEMORRHAGE.input,
        HYPERTENSION.input,
    ],
    results: &[score(
        text("ATRIA bleeding score", "Escore ATRIA de sangramento"),
        &[
            below(
                4.0,
                "low",
                "low risk: 0.8 % of major haemorrhage a year in the study",
                "risco baixo: 0,8 % de hemorragia maior ao ano no estudo",
            ),
            below(
                5.0,
                "intermediate",
                "intermediate risk: 2.6 % of major haemorrhage a year in the study",
                "risco intermediário: 2,6 % de hemorragia maior ao ano no estudo",
            ),
            rest(
                "high",
                "high risk: 5.8 % of major haemorrhage a year in the study",
                "risco alto: 5,8 % de hemorragia maior ao ano no estudo",
            ),
        ],
    )],
    validity: &[ADULTS],
    assumptions: &[ANTICOAGULATED],
    reference: Reference {
        citation: "Fang MC, Go AS, Chang Y, et al. A new risk scheme to predict \
                   warfarin-associated hemorrhage: the ATRIA (Anticoagulation and Risk Factors in \
                   Atrial Fibrillation) study. J Am Coll Cardiol 2011;58:395-401.",
        doi: Some("10.1016/j.jacc.2011.03.031"),
        pmid: Some("21757117"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
