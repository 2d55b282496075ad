//! IMPROVE bleeding risk score of medical inpatients.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Output, Reference, at_most, below,
    choice, less_than, more, rest, score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{ADULTS, AGE, INR, INTENSIVE_CARE_STAY, PLATELETS, SEX};

const KIDNEYS: &[Choice] = &[
    choice("60-or-more", "60 mL/min or more", "60 mL/min ou mais"),
    choice("30-to-59", "30 to 59 mL/min", "30 a 59 mL/min"),
    choice("below-30", "below 30 mL/min", "abaixo de 30 mL/min"),
];

const ULCER: Flag = flag(
    "active_gastroduodenal_ulcer",
    "Active gastroduodenal ulcer",
    "Úlcera gastroduodenal ativa",
);
const BLEEDING: Flag = flag(
    "bleeding_within_3_months",
    "Bleeding within 3 months before admission",
    "Sangramento nos 3 meses antes da internação",
);
const FILTRATION: OneOf = one_of(
    "filtration_band",
    KIDNEYS,
    "Glomerular filtration rate",
    "Taxa de filtração glomerular",
);
const CATHETER: Flag = flag(
    "central_venous_catheter",
    "Central venous catheter",
    "Cateter venoso central",
);
const RHEUMATIC: Flag = flag("rheumatic_disease", "Rheumatic disease", "Doença reumática");
const CURRENT_CANCER: Flag = flag("current_cancer", "Current cancer", "Câncer atual");

const CRITERIA: &[Criterion] = &[
    ULCER.adds(4.5),
    BLEEDING.adds(4.0),
    PLATELETS.adds_by(&[less_than(50.0, 4.0), more(0.0)]),
    AGE.adds_by(&[less_than(40.0, 0.0), less_than(85.0, 1.5), more(3.5)]),
    INR.adds_by(&[at_most(1.5, 0.0), more(2.5)]),
    FILTRATION.adds(&[("60-or-more", 0.0), ("30-to-59", 1.0), ("below-30", 2.5)]),
    INTENSIVE_CARE_STAY.adds(2.5),
    CATHETER.adds(2.0),
    RHEUMATIC.adds(2.0),
    CURRENT_CANCER.adds(2.0),
    SEX.adds(&[("male", 1.0), ("female", 0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "improve-bleeding-2011",
    version: "1.0.0",
    category: Category::Haematology,
    title: text(
        "IMPROVE bleeding risk score",
        "Escore IMPROVE de risco de sangramento",
    ),
    description: text(
        "Risk of bleeding in hospital of an adult admitted for an acute medical illness, 0 to 30.5 \
         points; for weighing against the risk of thrombosis.",
        "Risco de sangramento hospitalar de um adulto internado por doença clínica aguda, de 0 a \
         30,5 pontos; para ponderar com o risco de trombose.",
    ),
    aliases: &[
        "IMPROVE",
        "sangramento",
        "bleeding",
        "tromboprofilaxia",
        "thromboprophylaxis",
    ],
    inputs: &[
        ULCER.input,
        BLEEDING.input,
        PLATELETS.input,
        AGE.input,
        INR.input,
        FILTRATION.input,
        INTENSIVE_CARE_STAY.input,
        CATHETER.input,
        RHEUMATIC.input,
        CURRENT_CANCER.input,
        SEX.input,
    ],
    results: &[Output {
        digits: 1,
        ..score(
            text("IMPROVE bleeding score", "Escore IMPROVE de sangramento"),
            &[
                below(
                    7.0,
                    "lower",
                    "below 7: lower risk",
                    "abaixo de 7: risco menor",
                ),
                rest("high", "7 or more: high risk", "7 ou mais: risco alto"),
            ],
        )
    }],
    assumptions: &[text(
        "An INR above 1.5 stands for liver failure, as in the publication: of no use in people who \
         take warfarin.",
        "INR (RNI) acima de 1,5 representa insuficiência hepática, como na publicação: não serve \
         para quem usa varfarina.",
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Decousus H, Tapson VF, Bergmann JF, et al. Factors at admission associated with \
                   bleeding risk in medical patients: findings from the IMPROVE investigators. \
                   Chest 2011;139:69-79.",
        doi: Some("10.1378/chest.09-3081"),
        pmid: Some("20453069"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
