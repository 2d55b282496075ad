//! HAS-BLED score for the risk of bleeding in atrial fibrillation.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Input, Reference, at_most, below, more,
    rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, PREVIOUS_STROKE, UNCONTROLLED_HYPERTENSION};

const ABNORMAL_RENAL_FUNCTION: Flag = flag(
    "abnormal_renal_function",
    "Abnormal kidney function",
    "Função renal anormal",
)
.defined(
    "Dialysis, kidney transplant, or creatinine of 200 umol/L (2.26 mg/dL) or more.",
    "Diálise, transplante renal ou creatinina de 200 umol/L (2,26 mg/dL) ou mais.",
);
const ABNORMAL_LIVER_FUNCTION: Flag = flag(
    "abnormal_liver_function",
    "Abnormal liver function",
    "Função hepática anormal",
)
.defined(
    "Cirrhosis, or bilirubin above twice its upper limit with AST, ALT or alkaline phosphatase \
     above three times theirs.",
    "Cirrose, ou bilirrubina acima de 2 vezes o limite superior com AST, ALT ou fosfatase alcalina \
     acima de 3 vezes os seus.",
);
const BLEEDING_HISTORY: Flag = flag(
    "bleeding_history",
    "Previous bleeding or predisposition to it",
    "Sangramento prévio ou predisposição a ele",
)
.defined(
    "A major bleeding before, or anaemia or another disposition to bleed.",
    "Sangramento maior anterior, ou anemia ou outra predisposição a sangrar.",
);
const LABILE_INR: Flag = flag("labile_inr", "Labile INR", "INR (RNI) lábil").defined(
    "Unstable or high INRs, or less than 60 % of the time in the therapeutic range. False without \
     a vitamin K antagonist.",
    "INR instável ou alto, ou menos de 60 % do tempo na faixa terapêutica. Falso sem antagonista da \
     vitamina K.",
);
const ANTIPLATELET_OR_NSAID: Flag = flag(
    "antiplatelet_or_nsaid",
    "Antiplatelet drug or NSAID",
    "Antiagregante plaquetário ou AINE",
);
const ALCOHOL_EXCESS: Flag = flag(
    "alcohol_excess",
    "Excess of alcohol",
    "Consumo excessivo de álcool",
)
.defined("8 drinks a week or more.", "8 doses por semana ou mais.");

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[at_most(65.0, 0.0), more(1.0)]),
    UNCONTROLLED_HYPERTENSION.adds(1.0),
    ABNORMAL_RENAL_FUNCTION.adds(1.0),
    ABNORMAL_LIVER_FUNCTION.adds(1.0),
    PREVIOUS_STROKE.adds(1.0),
    BLEEDING_HISTORY.adds(1.0),
    LABILE_INR.adds(1.0),
    ANTIPLATELET_OR_NSAID.adds(1.0),
    ALCOHOL_EXCESS.adds(1.0),
];

const INPUTS: &[Input] = &[
    AGE.input,
    UNCONTROLLED_HYPERTENSION.input,
    ABNORMAL_RENAL_FUNCTION.input,
    ABNORMAL_LIVER_FUNCTION.input,
    PREVIOUS_STROKE.input,
    BLEEDING_HISTORY.input,
    LABILE_INR.input,
    ANTIPLATELET_OR_NSAID.input,
    ALCOHOL_EXCESS.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "has-bled",
    version: "1.1.0",
    category: Category::Heart,
    title: text("HAS-BLED score", "Escore HAS-BLED"),
    description: text(
        "Risk of major bleeding within a year in people with atrial fibrillation, 0 to 9 points. \
         A high score asks for correcting what can be corrected; it is no reason by itself \
         against anticoagulation.",
        "Risco de sangramento maior em um ano em pessoas com fibrilação atrial, de 0 a 9 pontos. \
         Um escore alto pede a correção do que pode ser corrigido; não é por si só motivo contra \
         a anticoagulação.",
    ),
    aliases: &["bleeding", "sangramento", "anticoagulação", "HASBLED"],
    inputs: INPUTS,
    results: &[score(
        text("HAS-BLED score", "Escore HAS-BLED"),
        &[
            below(
                3.0,
                "not-high",
                "no high risk of bleeding",
                "sem risco alto de sangramento",
            ),
            rest("high", "high risk of bleeding", "risco alto de sangramento"),
        ],
    )],
    reference: Reference {
        citation: "Pisters R, Lane DA, Nieuwlaat R, de Vos CB, Crijns HJGM, Lip GYH. A novel \
                   user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in \
                   patients with atrial fibrillation: the Euro Heart Survey. Chest \
                   2010;138:1093-1100.",
        doi: Some("10.1378/chest.10-0134"),
        pmid: Some("20299623"),
    },
    validity: &[ADULTS],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
