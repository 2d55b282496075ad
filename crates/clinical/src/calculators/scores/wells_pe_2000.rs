//! Wells score for pulmonary embolism.

use crate::definition::{
    Calculator, Category, Input, Outcome, Output, Reference, below, rest, text,
};
use crate::inputs::{HEART_RATE, boolean};
use crate::values::Values;

const INPUTS: &[Input] = &[
    boolean(
        "clinical_signs_of_dvt",
        "Clinical signs of deep vein thrombosis",
        "Sinais clínicos de trombose venosa profunda",
    ),
    boolean(
        "pe_most_likely_diagnosis",
        "Pulmonary embolism is the most likely diagnosis",
        "Embolia pulmonar é o diagnóstico mais provável",
    ),
    HEART_RATE,
    boolean(
        "immobilization_or_recent_surgery",
        "Immobilization, or surgery within 4 weeks",
        "Imobilização, ou cirurgia nas últimas 4 semanas",
    ),
    boolean(
        "previous_dvt_or_pe",
        "Previous deep vein thrombosis or pulmonary embolism",
        "Trombose venosa profunda ou embolia pulmonar prévia",
    ),
    boolean("hemoptysis", "Haemoptysis", "Hemoptise"),
    boolean(
        "malignancy",
        "Malignancy (treated within 6 months or palliative)",
        "Neoplasia maligna (tratada nos últimos 6 meses ou paliativa)",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "wells-pe-2000",
    version: "1.0.0",
    category: Category::Scores,
    title: text(
        "Wells score for pulmonary embolism",
        "Escore de Wells para embolia pulmonar",
    ),
    description: text(
        "Probability of pulmonary embolism before testing, in people with suspected embolism, 0 \
         to 12.5 points.",
        "Probabilidade pré-teste de embolia pulmonar em pessoas com suspeita de embolia, de 0 a \
         12,5 pontos.",
    ),
    inputs: INPUTS,
    results: &[Output {
        name: "score",
        title: text("Wells score", "Escore de Wells"),
        unit: "1",
        digits: 1,
        loinc: None,
        // Likely is more than 4; points come in halves, so that is 4.5 and more.
        interpretations: &[
            below(
                4.5,
                "unlikely",
                "pulmonary embolism unlikely",
                "embolia pulmonar improvável",
            ),
            rest(
                "likely",
                "pulmonary embolism likely",
                "embolia pulmonar provável",
            ),
        ],
    }],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Wells PS, Anderson DR, Rodger M, et al. Derivation of a simple clinical model \
                   to categorize patients probability of pulmonary embolism: increasing the models \
                   utility with the SimpliRED D-dimer. Thromb Haemost 2000;83:416-420.",
        doi: None,
        pmid: Some("10744147"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    let fast = values.number("heart_rate") > 100.0;
    Outcome::score(&[
        values.points_if("clinical_signs_of_dvt", 3.0),
        values.points_if("pe_most_likely_diagnosis", 3.0),
        ("heart_rate", if fast { 1.5 } else { 0.0 }),
        values.points_if("immobilization_or_recent_surgery", 1.5),
        values.points_if("previous_dvt_or_pe", 1.5),
        values.points_if("hemoptysis", 1.0),
        values.points_if("malignancy", 1.0),
    ])
}
