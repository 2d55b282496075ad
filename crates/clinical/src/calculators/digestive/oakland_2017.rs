//! Oakland score for safe discharge with lower gastrointestinal bleeding.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, less_than, more, rest, score,
    text, up_to,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HEART_RATE, HEMOGLOBIN, SEX, SYSTOLIC_BP};

const PREVIOUS_ADMISSION: Flag = flag(
    "previous_lower_gi_bleeding_admission",
    "Previous admission for lower gastrointestinal bleeding",
    "Internação prévia por hemorragia digestiva baixa",
);
const RECTAL_BLOOD: Flag = flag(
    "blood_on_rectal_examination",
    "Blood on digital rectal examination",
    "Sangue no toque retal",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(40.0, 0.0), less_than(70.0, 1.0), more(2.0)]),
    SEX.adds(&[("male", 1.0), ("female", 0.0)]),
    PREVIOUS_ADMISSION.adds(1.0),
    RECTAL_BLOOD.adds(1.0),
    HEART_RATE.adds_by(&[
        less_than(70.0, 0.0),
        less_than(90.0, 1.0),
        less_than(110.0, 2.0),
        more(3.0),
    ]),
    SYSTOLIC_BP.adds_by(&[
        less_than(90.0, 5.0),
        less_than(120.0, 4.0),
        less_than(130.0, 3.0),
        less_than(160.0, 2.0),
        more(0.0),
    ]),
    HEMOGLOBIN.adds_by(&[
        less_than(7.0, 22.0),
        less_than(9.0, 17.0),
        less_than(11.0, 13.0),
        less_than(13.0, 8.0),
        less_than(16.0, 4.0),
        more(0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "oakland-2017",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("Oakland score", "Escore de Oakland"),
    description: text(
        "Whether an adult with acute lower gastrointestinal bleeding can be discharged safely, \
         from what is known at presentation, 0 to 35 points. Not for bleeding with shock, nor for \
         those who need admission for another reason.",
        "Se um adulto com hemorragia digestiva baixa aguda pode ter alta com segurança, pelo que \
         se sabe na chegada, de 0 a 35 pontos. Não usar no choque nem quando há outro motivo de \
         internação.",
    ),
    aliases: &[
        "HDB",
        "hemorragia digestiva baixa",
        "LGIB",
        "enterorragia",
        "hematoquezia",
        "lower gastrointestinal bleeding",
    ],
    inputs: &[
        AGE.input,
        SEX.input,
        PREVIOUS_ADMISSION.input,
        RECTAL_BLOOD.input,
        HEART_RATE.input,
        SYSTOLIC_BP.input,
        HEMOGLOBIN.input,
    ],
    results: &[score(
        text("Oakland score", "Escore de Oakland"),
        &[
            up_to(
                8.0,
                "safe-discharge-likely",
                "8 points or less: discharge is likely to be safe",
                "8 pontos ou menos: a alta provavelmente é segura",
            ),
            rest(
                "admission",
                "more than 8 points: not known to be safe to discharge",
                "mais de 8 pontos: não se sabe se a alta é segura",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Oakland K, Jairath V, Uberoi R, et al. Derivation and validation of a novel \
                   risk score for safe discharge after acute lower gastrointestinal bleeding: a \
                   modelling study. Lancet Gastroenterol Hepatol 2017;2:635-643.",
        doi: Some("10.1016/S2468-1253(17)30150-4"),
        pmid: Some("28651935"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
