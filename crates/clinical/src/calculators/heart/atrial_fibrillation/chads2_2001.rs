//! CHADS2 score for the risk of stroke in atrial fibrillation.

use super::NO_VALVE;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, less_than, more, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, CONGESTIVE_HEART_FAILURE, DIABETES, HYPERTENSION};

const STROKE_OR_TIA: Flag = flag(
    "stroke_or_tia",
    "Previous stroke or transient ischaemic attack",
    "AVC ou ataque isquêmico transitório prévio",
);

const CRITERIA: &[Criterion] = &[
    CONGESTIVE_HEART_FAILURE.adds(1.0),
    HYPERTENSION.adds(1.0),
    AGE.adds_by(&[less_than(75.0, 0.0), more(1.0)]),
    DIABETES.adds(1.0),
    STROKE_OR_TIA.adds(2.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "chads2-2001",
    version: "1.0.0",
    category: Category::Heart,
    title: text("CHADS2 score", "Escore CHADS2"),
    description: text(
        "Risk of stroke in atrial fibrillation without anticoagulation, 0 to 6 points. An older \
         score: it does not see who is at truly low risk; guidelines count CHA2DS2-VASc or \
         CHA2DS2-VA instead.",
        "Risco de AVC na fibrilação atrial sem anticoagulação, de 0 a 6 pontos. Escore antigo: não \
         identifica quem tem risco realmente baixo; as diretrizes usam o CHA2DS2-VASc ou o \
         CHA2DS2-VA.",
    ),
    aliases: &[
        "stroke",
        "atrial fibrillation",
        "AVC",
        "fibrilação atrial",
        "FA",
    ],
    inputs: &[
        CONGESTIVE_HEART_FAILURE.input,
        HYPERTENSION.input,
        AGE.input,
        DIABETES.input,
        STROKE_OR_TIA.input,
    ],
    results: &[score(text("CHADS2 score", "Escore CHADS2"), &[])],
    validity: &[ADULTS],
    assumptions: &[NO_VALVE],
    reference: Reference {
        citation: "Gage BF, Waterman AD, Shannon W, et al. Validation of clinical classification \
                   schemes for predicting stroke: results from the National Registry of Atrial \
                   Fibrillation. JAMA 2001;285:2864-2870.",
        doi: Some("10.1001/jama.285.22.2864"),
        pmid: Some("11401607"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
