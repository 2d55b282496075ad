//! HEMORR2HAGES score for the risk of bleeding with anticoagulation.

use super::ANTICOAGULATED;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    at_most, less_than, more, output, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, PREVIOUS_STROKE, UNCONTROLLED_HYPERTENSION};
use crate::values::Values;

const HEPATIC_OR_RENAL_DISEASE: Flag = flag(
    "hepatic_or_renal_disease",
    "Liver or kidney disease",
    "Doença hepática ou renal",
)
.defined(
    "Cirrhosis, transaminases at twice their limit or more, albumin below 3.6 g/dL, or creatinine \
     clearance below 30 mL/min.",
    "Cirrose, transaminases em 2 vezes o limite ou mais, albumina abaixo de 3,6 g/dL, ou clearance \
     de creatinina abaixo de 30 mL/min.",
);
const ETHANOL_ABUSE: Flag = flag("ethanol_abuse", "Alcohol abuse", "Abuso de álcool");
const MALIGNANCY: Flag = flag(
    "recent_metastatic_cancer",
    "Malignancy",
    "Neoplasia maligna",
)
.defined("Recent metastatic cancer.", "Câncer metastático recente.");
const REDUCED_PLATELETS: Flag = flag(
    "reduced_platelets",
    "Reduced number or function of platelets",
    "Plaquetas em menor número ou com função reduzida",
)
.defined(
    "Below 75 ×10⁹/L, an antiplatelet drug or NSAID every day, or a blood dyscrasia.",
    "Abaixo de 75 ×10⁹/L, antiagregante plaquetário ou AINE diário, ou discrasia sanguínea.",
);
const REBLEEDING: Flag = flag("rebleeding_risk", "Previous bleeding", "Sangramento prévio")
    .defined(
        "A bleeding that led to hospital before.",
        "Sangramento anterior que levou a internação.",
    );
const LOW_BLOOD: Flag = flag(
    "hemoglobin_below_10",
    "Haemoglobin below 10 g/dL or haematocrit below 30 %",
    "Hemoglobina abaixo de 10 g/dL ou hematócrito abaixo de 30 %",
)
.defined("The most recent one.", "O valor mais recente.");
const GENETIC_FACTORS: Flag = flag(
    "genetic_factors",
    "Genetic factors: CYP2C9*2 or CYP2C9*3",
    "Fatores genéticos: CYP2C9*2 ou CYP2C9*3",
)
.defined(
    "False where it was not tested, as in the study.",
    "Falso quando não foi testado, como no estudo.",
);
const FALL_RISK: Flag = flag(
    "excessive_fall_risk",
    "Excessive risk of falls",
    "Risco excessivo de quedas",
);

const CRITERIA: &[Criterion] = &[
    HEPATIC_OR_RENAL_DISEASE.adds(1.0),
    ETHANOL_ABUSE.adds(1.0),
    MALIGNANCY.adds(1.0),
    AGE.adds_by(&[at_most(75.0, 0.0), more(1.0)]),
    REDUCED_PLATELETS.adds(1.0),
    REBLEEDING.adds(2.0),
    UNCONTROLLED_HYPERTENSION.adds(1.0),
    LOW_BLOOD.adds(1.0),
    GENETIC_FACTORS.adds(1.0),
    FALL_RISK.adds(1.0),
    PREVIOUS_STROKE.adds(1.0),
];

const RATE: Output = output(
    OutputKind::Measurement,
    "major_bleedings_per_100_patient_years",
    text(
        "Major bleedings per 100 patient-years of warfarin in the study",
        "Sangramentos maiores por 100 pacientes-ano de varfarina no estudo",
    ),
    "1",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "hemorr2hages-2006",
    version: "1.0.0",
    category: Category::Heart,
    title: text("HEMORR2HAGES score", "Escore HEMORR2HAGES"),
    description: text(
        "Risk of major bleeding in elderly people with atrial fibrillation under warfarin, 0 to 12 \
         points. From old insurance data; guidelines prefer newer scores. A high score is no \
         reason by itself against anticoagulation.",
        "Risco de sangramento maior em idosos com fibrilação atrial em uso de varfarina, de 0 a 12 \
         pontos. Vem de dados antigos de seguro; as diretrizes preferem escores mais novos. Um \
         escore alto não é por si só motivo contra a anticoagulação.",
    ),
    aliases: &[
        "bleeding",
        "sangramento",
        "HEMORRHAGES",
        "warfarin",
        "varfarina",
    ],
    inputs: &[
        HEPATIC_OR_RENAL_DISEASE.input,
        ETHANOL_ABUSE.input,
        MALIGNANCY.input,
        AGE.input,
        REDUCED_PLATELETS.input,
        REBLEEDING.input,
        UNCONTROLLED_HYPERTENSION.input,
        LOW_BLOOD.input,
        GENETIC_FACTORS.input,
        FALL_RISK.input,
        PREVIOUS_STROKE.input,
    ],
    results: &[
        score(text("HEMORR2HAGES score", "Escore HEMORR2HAGES"), &[]),
        RATE,
    ],
    validity: &[ADULTS],
    assumptions: &[ANTICOAGULATED],
    reference: Reference {
        citation: "Gage BF, Yan Y, Milligan PE, et al. Clinical classification schemes for \
                   predicting hemorrhage: results from the National Registry of Atrial \
                   Fibrillation (NRAF). Am Heart J 2006;151:713-719.",
        doi: Some("10.1016/j.ahj.2005.04.017"),
        pmid: Some("16504638"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let rate = outcome.last().and_then(|points| {
        within(
            &[
                less_than(1.0, 1.9),
                less_than(2.0, 2.5),
                less_than(3.0, 5.3),
                less_than(4.0, 8.4),
                less_than(5.0, 10.4),
                more(12.3),
            ],
            points,
        )
    });
    match rate {
        Some(rate) => outcome.and(RATE.name, rate),
        None => outcome,
    }
}
