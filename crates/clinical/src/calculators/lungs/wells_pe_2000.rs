//! Wells score for pulmonary embolism.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, NoResult, Outcome, Output, OutputKind,
    Reference, below, rest, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::HEART_RATE;
use crate::values::Values;

const CLINICAL_SIGNS_OF_DVT: Flag = flag(
    "clinical_signs_of_dvt",
    "Clinical signs of deep vein thrombosis",
    "Sinais clínicos de trombose venosa profunda",
);
const PE_MOST_LIKELY_DIAGNOSIS: Flag = flag(
    "pe_most_likely_diagnosis",
    "Pulmonary embolism is the most likely diagnosis",
    "Embolia pulmonar é o diagnóstico mais provável",
);
const IMMOBILIZATION_OR_RECENT_SURGERY: Flag = flag(
    "immobilization_or_recent_surgery",
    "Immobilization, or surgery within 4 weeks",
    "Imobilização, ou cirurgia nas últimas 4 semanas",
);
const PREVIOUS_DVT_OR_PE: Flag = flag(
    "previous_dvt_or_pe",
    "Previous deep vein thrombosis or pulmonary embolism",
    "Trombose venosa profunda ou embolia pulmonar prévia",
);
const HEMOPTYSIS: Flag = flag("hemoptysis", "Haemoptysis", "Hemoptise");
const MALIGNANCY: Flag = flag(
    "malignancy",
    "Malignancy (treated within 6 months or palliative)",
    "Neoplasia maligna (tratada nos últimos 6 meses ou paliativa)",
);

const INPUTS: &[Input] = &[
    CLINICAL_SIGNS_OF_DVT.input,
    PE_MOST_LIKELY_DIAGNOSIS.input,
    HEART_RATE.input,
    IMMOBILIZATION_OR_RECENT_SURGERY.input,
    PREVIOUS_DVT_OR_PE.input,
    HEMOPTYSIS.input,
    MALIGNANCY.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "wells-pe-2000",
    version: "1.0.0",
    category: Category::Lungs,
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
        kind: OutputKind::Score,
        by: None,
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
    reference: Reference {
        citation: "Wells PS, Anderson DR, Rodger M, et al. Derivation of a simple clinical model \
                   to categorize patients probability of pulmonary embolism: increasing the models \
                   utility with the SimpliRED D-dimer. Thromb Haemost 2000;83:416-420.",
        doi: None,
        pmid: Some("10744147"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let fast = values.of(HEART_RATE)? > 100.0;
    Ok(Outcome::score([
        values.points_if(CLINICAL_SIGNS_OF_DVT, 3.0)?,
        values.points_if(PE_MOST_LIKELY_DIAGNOSIS, 3.0)?,
        HEART_RATE.gives(if fast { 1.5 } else { 0.0 }),
        values.points_if(IMMOBILIZATION_OR_RECENT_SURGERY, 1.5)?,
        values.points_if(PREVIOUS_DVT_OR_PE, 1.5)?,
        values.points_if(HEMOPTYSIS, 1.0)?,
        values.points_if(MALIGNANCY, 1.0)?,
    ]))
}
