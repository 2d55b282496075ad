//! Glasgow-Blatchford score for upper gastrointestinal bleeding before endoscopy.

use crate::criterion::sum_with;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Range, Reference, below,
    less_than, more, rest, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{BUN, HEART_RATE, HEMOGLOBIN, SEX, SYSTOLIC_BP, UREA, UREA_OR_BUN};
use crate::values::Values;

const MELENA: Flag = flag(
    "melena",
    "Presentation with melaena",
    "Apresentação com melena",
);
const SYNCOPE: Flag = flag(
    "syncope",
    "Presentation with syncope",
    "Apresentação com síncope",
);
const HEPATIC_DISEASE: Flag = flag("hepatic_disease", "Hepatic disease", "Doença hepática")
    .defined(
        "Known, or clinical and laboratory evidence of acute or chronic liver disease.",
        "Conhecida, ou evidência clínica e laboratorial de doença hepática aguda ou crônica.",
    );
const CARDIAC_FAILURE: Flag = flag(
    "cardiac_failure",
    "Cardiac failure",
    "Insuficiência cardíaca",
)
.defined(
    "Known, or clinical and echocardiographic evidence of it.",
    "Conhecida, ou com evidência clínica e ecocardiográfica.",
);

/// Urea as the paper prints it.
const UREA_LIMITS: &[Range] = &[
    less_than(6.5, 0.0),
    less_than(8.0, 2.0),
    less_than(10.0, 3.0),
    less_than(25.0, 4.0),
    more(6.0),
];
const MEN: &[Range] = &[
    less_than(10.0, 6.0),
    less_than(12.0, 3.0),
    less_than(13.0, 1.0),
    more(0.0),
];
const WOMEN: &[Range] = &[less_than(10.0, 6.0), less_than(12.0, 1.0), more(0.0)];

/// All but haemoglobin, which has a table for each sex. The limits of urea in mg/dL are
/// those in mmol/L times 6.006; those of its nitrogen are the rounded ones in use.
const CRITERIA: &[Criterion] = &[
    UREA.adds_in(&[
        ("mmol/L", UREA_LIMITS),
        (
            "mg/dL",
            &[
                less_than(39.039, 0.0),
                less_than(48.048, 2.0),
                less_than(60.06, 3.0),
                less_than(150.15, 4.0),
                more(6.0),
            ],
        ),
    ]),
    BUN.adds_in(&[
        ("mmol/L", UREA_LIMITS),
        (
            "mg/dL",
            &[
                less_than(18.2, 0.0),
                less_than(22.4, 2.0),
                less_than(28.0, 3.0),
                less_than(70.0, 4.0),
                more(6.0),
            ],
        ),
    ]),
    SYSTOLIC_BP.adds_by(&[
        less_than(90.0, 3.0),
        less_than(100.0, 2.0),
        less_than(110.0, 1.0),
        more(0.0),
    ]),
    HEART_RATE.adds_by(&[less_than(100.0, 0.0), more(1.0)]),
    MELENA.adds(1.0),
    SYNCOPE.adds(2.0),
    HEPATIC_DISEASE.adds(2.0),
    CARDIAC_FAILURE.adds(2.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "glasgow-blatchford-2000",
    version: "1.0.0",
    category: Category::Digestive,
    title: text(
        "Glasgow-Blatchford bleeding score",
        "Escore de Glasgow-Blatchford",
    ),
    description: text(
        "Need for treatment (transfusion, endoscopic or surgical) in acute upper gastrointestinal \
         bleeding, from what is known before endoscopy, 0 to 23 points. It finds those who hardly \
         need hospital treatment; it does not say when to do the endoscopy, and replaces neither \
         resuscitation nor judgement.",
        "Necessidade de tratamento (transfusão, endoscópico ou cirúrgico) na hemorragia digestiva \
         alta aguda, pelo que se sabe antes da endoscopia, de 0 a 23 pontos. Identifica quem \
         dificilmente precisa de tratamento hospitalar; não define o momento da endoscopia nem \
         substitui a reanimação e o julgamento clínico.",
    ),
    aliases: &[
        "GBS",
        "Blatchford",
        "HDA",
        "hemorragia digestiva alta",
        "UGIB",
        "melena",
        "hematêmese",
    ],
    inputs: &[
        SEX.input,
        UREA.optional().input,
        BUN.optional().input,
        HEMOGLOBIN.input,
        SYSTOLIC_BP.input,
        HEART_RATE.input,
        MELENA.input,
        SYNCOPE.input,
        HEPATIC_DISEASE.input,
        CARDIAC_FAILURE.input,
    ],
    alternatives: &[UREA_OR_BUN],
    results: &[score(
        text("Glasgow-Blatchford score", "Escore de Glasgow-Blatchford"),
        &[
            below(
                2.0,
                "very-low",
                "0 or 1 point: very low risk of needing hospital treatment",
                "0 ou 1 ponto: risco muito baixo de precisar de tratamento hospitalar",
            ),
            rest(
                "not-very-low",
                "2 points or more: not of very low risk",
                "2 pontos ou mais: risco que não é muito baixo",
            ),
        ],
    )],
    assumptions: &[
        text(
            "The person is 16 years or older.",
            "A pessoa tem 16 anos ou mais.",
        ),
        text(
            "The published limits are of urea in mmol/L; in mg/dL of urea they are 39, 48, 60 and \
             150.",
            "Os limites publicados são de ureia em mmol/L; em mg/dL de ureia são 39, 48, 60 e 150.",
        ),
    ],
    reference: Reference {
        citation: "Blatchford O, Murray WR, Blatchford M. A risk score to predict need for \
                   treatment for upper-gastrointestinal haemorrhage. Lancet \
                   2000;356:1318-1321.",
        doi: Some("10.1016/S0140-6736(00)02816-6"),
        pmid: Some("11073021"),
    },
    sources: &[Reference {
        citation: "Stanley AJ, Laine L, Dalton HR, et al. Comparison of risk scoring systems for \
                   patients presenting with upper gastrointestinal bleeding: international \
                   multicentre prospective study. BMJ 2017;356:i6432.",
        doi: Some("10.1136/bmj.i6432"),
        pmid: None,
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let table = values.of(SEX)?.pick(MEN, WOMEN);
    let points = within(table, values.of(HEMOGLOBIN)?);
    let points = points.ok_or(NoResult::Defect("a haemoglobin has no points"))?;
    sum_with(values, vec![HEMOGLOBIN.gives(points)], CRITERIA)
}
