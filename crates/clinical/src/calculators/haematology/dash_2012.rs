//! DASH: recurrence after a first unprovoked venous thromboembolism.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference, at_most,
    below, less_than, more, output, rest, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, SEX};
use crate::sex::Sex;
use crate::values::Values;
use crate::violation::Finding;

const ABNORMAL_D_DIMER: Flag = flag(
    "d_dimer_abnormal_after_anticoagulation",
    "Abnormal D-dimer after stopping anticoagulation",
    "D-dímero alterado após suspender a anticoagulação",
)
.defined(
    "About a month after the end of at least 3 months of treatment, by the laboratory's limit.",
    "Cerca de um mês após o fim de pelo menos 3 meses de tratamento, pelo limite do laboratório.",
);
const HORMONAL: Flag = flag(
    "vte_during_hormonal_therapy",
    "The thromboembolism came during hormonal therapy (women)",
    "O tromboembolismo ocorreu em uso de terapia hormonal (mulheres)",
);

const CRITERIA: &[Criterion] = &[
    ABNORMAL_D_DIMER.adds(2.0),
    AGE.adds_by(&[less_than(50.0, 1.0), more(0.0)]),
    SEX.adds(&[("male", 1.0), ("female", 0.0)]),
    HORMONAL.adds(-2.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "dash-2012",
    version: "1.0.0",
    category: Category::Haematology,
    title: text(
        "DASH score for recurrent thromboembolism",
        "Escore DASH de recorrência do tromboembolismo",
    ),
    description: text(
        "Risk of recurrence of an adult after a first unprovoked venous thromboembolism that was \
         treated for 3 months or more, -2 to 4 points. Not after provoked thrombosis, with cancer \
         or with antiphospholipid antibodies. Above 65 years the risk is not low even with a low \
         score.",
        "Risco de recorrência de um adulto após o primeiro tromboembolismo venoso não provocado, \
         tratado por 3 meses ou mais, de -2 a 4 pontos. Não usar na trombose provocada, no câncer \
         nem com anticorpos antifosfolípides. Acima de 65 anos o risco não é baixo nem com escore \
         baixo.",
    ),
    aliases: &[
        "TEV",
        "VTE",
        "trombose",
        "recorrência",
        "recurrence",
        "anticoagulação",
    ],
    inputs: &[ABNORMAL_D_DIMER.input, AGE.input, SEX.input, HORMONAL.input],
    results: &[
        score(
            text("DASH score", "Escore DASH"),
            &[
                below(
                    2.0,
                    "low",
                    "low risk of recurrence",
                    "risco baixo de recorrência",
                ),
                below(
                    3.0,
                    "intermediate",
                    "intermediate risk of recurrence",
                    "risco intermediário de recorrência",
                ),
                rest(
                    "high",
                    "high risk of recurrence",
                    "risco alto de recorrência",
                ),
            ],
        ),
        output(
            OutputKind::Risk,
            "annual_recurrence",
            text(
                "Recurrence in a year in the cohorts of the publication",
                "Recorrência em um ano nas coortes da publicação",
            ),
            "%",
            1,
        ),
    ],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Tosetto A, Iorio A, Marcucci M, et al. Predicting disease recurrence in \
                   patients with previous unprovoked venous thromboembolism: a proposed prediction \
                   score (DASH). J Thromb Haemost 2012;10:1019-1025.",
        doi: Some("10.1111/j.1538-7836.2012.04735.x"),
        pmid: Some("22489957"),
    },
    check: Some(check),
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    if (values.find(SEX), values.find(HORMONAL)) != (Some(Sex::Male), Some(true)) {
        return Vec::new();
    }
    Finding::together(
        &[SEX.input.name, HORMONAL.input.name],
        text(
            "the hormonal therapy of the score is that of women",
            "a terapia hormonal do escore é a de mulheres",
        ),
    )
}

fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let observed = [at_most(1.0, 3.1), at_most(2.0, 6.4), more(12.3)];
    let older = values.find(AGE).is_some_and(|age| age > 65.0);
    let low = outcome.last().is_some_and(|sum| sum < 2.0);
    let outcome = outcome.warn_if(
        older && low,
        text(
            "Above 65 years recurrence was above 5 % in a year even with a low score.",
            "Acima de 65 anos a recorrência foi maior que 5 % em um ano mesmo com escore baixo.",
        ),
    );
    match outcome.last().and_then(|sum| within(&observed, sum)) {
        Some(risk) => outcome.and("annual_recurrence", risk),
        None => outcome,
    }
}
