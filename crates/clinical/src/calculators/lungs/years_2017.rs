//! YEARS: which D-dimer excludes pulmonary embolism.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference,
    chosen, output, score, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{CLINICAL_SIGNS_OF_DVT, HEMOPTYSIS, PE_MOST_LIKELY_DIAGNOSIS};
use crate::units;
use crate::values::Values;

const D_DIMER: Quantity = quantity("d_dimer", &units::D_DIMER, "D-dimer", "D-dímero").defined(
    "Say whether the laboratory counts fibrinogen equivalents (FEU) or D-dimer (DDU): one DDU is \
     two FEU.",
    "Diga se o laboratório usa equivalentes de fibrinogênio (FEU) ou D-dímero (DDU): um DDU são \
     dois FEU.",
);

const CRITERIA: &[Criterion] = &[
    CLINICAL_SIGNS_OF_DVT.adds(1.0),
    HEMOPTYSIS.adds(1.0),
    PE_MOST_LIKELY_DIAGNOSIS.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "years-2017",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "YEARS algorithm for pulmonary embolism",
        "Algoritmo YEARS para embolia pulmonar",
    ),
    description: text(
        "Whether pulmonary embolism is excluded by D-dimer in an adult in whom it is suspected: \
         below 1000 ng/mL FEU with none of three items, below 500 with any. Not in pregnancy, for \
         which there is an adapted algorithm, nor with shock.",
        "Se a embolia pulmonar (TEP) está excluída pelo D-dímero em um adulto com suspeita: abaixo \
         de 1000 ng/mL FEU sem nenhum de três itens, abaixo de 500 com algum. Não usar na \
         gestação, que tem um algoritmo adaptado, nem no choque.",
    ),
    aliases: &[
        "TEP",
        "embolia pulmonar",
        "pulmonary embolism",
        "D-dimer",
        "D-dímero",
    ],
    inputs: &[
        CLINICAL_SIGNS_OF_DVT.input,
        HEMOPTYSIS.input,
        PE_MOST_LIKELY_DIAGNOSIS.input,
        D_DIMER.input,
    ],
    results: &[
        score(
            text("YEARS items present", "Itens YEARS presentes"),
            &[
                chosen(
                    "excluded",
                    "pulmonary embolism excluded",
                    "embolia pulmonar excluída",
                ),
                chosen(
                    "not-excluded",
                    "pulmonary embolism not excluded: imaging is needed",
                    "embolia pulmonar não excluída: é necessária imagem",
                ),
            ],
        ),
        output(
            OutputKind::Laboratory,
            "d_dimer_limit",
            text(
                "D-dimer below which it is excluded",
                "D-dímero abaixo do qual está excluída",
            ),
            "ng/mL{FEU}",
            0,
        ),
    ],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "van der Hulle T, Cheung WY, Kooij S, et al. Simplified diagnostic management of \
                   suspected pulmonary embolism (the YEARS study): a prospective, multicentre, \
                   cohort study. Lancet 2017;390:289-297.",
        doi: Some("10.1016/S0140-6736(17)30885-1"),
        pmid: Some("28549662"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let none = outcome.last() == Some(0.0);
    let limit = if none { 1000.0 } else { 500.0 };
    let excluded = values.find(D_DIMER).is_some_and(|found| found < limit);
    let sent = values.as_sent(D_DIMER);
    let outcome = outcome.meaning(if excluded { "excluded" } else { "not-excluded" });
    outcome.and("d_dimer_limit", limit).assume_if(
        sent.is_ok_and(|(_, unit)| unit.ends_with("{DDU}")),
        text(
            "One D-dimer unit (DDU) counts as two fibrinogen equivalents (FEU).",
            "Uma unidade de D-dímero (DDU) conta como dois equivalentes de fibrinogênio (FEU).",
        ),
    )
}
