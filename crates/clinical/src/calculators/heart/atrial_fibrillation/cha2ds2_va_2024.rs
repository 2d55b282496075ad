//! CHA2DS2-VA score for the risk of stroke in atrial fibrillation, without sex.

use super::NO_VALVE;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::Flag;
use crate::inputs::{
    ADULTS, AGE, CONGESTIVE_HEART_FAILURE, DIABETES, HYPERTENSION, STROKE_TIA_THROMBOEMBOLISM,
    VASCULAR_DISEASE,
};

const FAILURE: Flag = CONGESTIVE_HEART_FAILURE.defined(
    "Symptoms and signs of heart failure whatever the ejection fraction, or an ejection fraction \
     of 40 % or less without symptoms.",
    "Sintomas e sinais de insuficiência cardíaca com qualquer fração de ejeção, ou fração de \
     ejeção de 40 % ou menos sem sintomas.",
);
const PRESSURE: Flag = HYPERTENSION.defined(
    "Above 140/90 mmHg at rest on at least two occasions, or treated.",
    "Acima de 140/90 mmHg em repouso em ao menos duas ocasiões, ou em tratamento.",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(65.0, 0.0), less_than(75.0, 1.0), more(2.0)]),
    FAILURE.adds(1.0),
    PRESSURE.adds(1.0),
    DIABETES.adds(1.0),
    STROKE_TIA_THROMBOEMBOLISM.adds(2.0),
    VASCULAR_DISEASE.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "cha2ds2-va-2024",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "CHA2DS2-VA score (ESC 2024)",
        "Escore CHA2DS2-VA (ESC 2024)",
    ),
    description: text(
        "Risk of stroke and thromboembolism in adults with atrial fibrillation, 0 to 8 points: \
         CHA2DS2-VASc without the point for sex, as the European guideline of 2024 counts. Not \
         for people without atrial fibrillation.",
        "Risco de AVC e tromboembolismo em adultos com fibrilação atrial, de 0 a 8 pontos: o \
         CHA2DS2-VASc sem o ponto do sexo, como conta a diretriz europeia de 2024. Não se aplica \
         a pessoas sem fibrilação atrial.",
    ),
    aliases: &[
        "stroke",
        "atrial fibrillation",
        "AVC",
        "fibrilação atrial",
        "FA",
        "CHADS-VA",
    ],
    inputs: &[
        AGE.input,
        FAILURE.input,
        PRESSURE.input,
        DIABETES.input,
        STROKE_TIA_THROMBOEMBOLISM.input,
        VASCULAR_DISEASE.input,
    ],
    results: &[score(
        text("CHA2DS2-VA score", "Escore CHA2DS2-VA"),
        &[
            below(
                1.0,
                "low",
                "low risk: the guideline recommends no anticoagulation",
                "risco baixo: a diretriz não recomenda anticoagulação",
            ),
            below(
                2.0,
                "consider",
                "the guideline says that anticoagulation should be considered",
                "a diretriz diz que a anticoagulação deve ser considerada",
            ),
            rest(
                "recommended",
                "the guideline recommends anticoagulation",
                "a diretriz recomenda anticoagulação",
            ),
        ],
    )],
    validity: &[ADULTS],
    assumptions: &[NO_VALVE],
    reference: Reference {
        citation: "Van Gelder IC, Rienstra M, Bunting KV, et al. 2024 ESC guidelines for the \
                   management of atrial fibrillation. Eur Heart J 2024;45:3314-3414.",
        doi: Some("10.1093/eurheartj/ehae176"),
        pmid: Some("39210723"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
