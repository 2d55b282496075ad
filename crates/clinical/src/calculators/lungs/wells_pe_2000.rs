//! Wells score for pulmonary embolism.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Input, Output, Reference, at_most,
    more, rest, score, text, up_to,
};
use crate::handles::{Flag, flag};
use crate::inputs::{self, HEART_RATE, HEMOPTYSIS, PREVIOUS_DVT_OR_PE};

const CLINICAL_SIGNS_OF_DVT: Flag = inputs::CLINICAL_SIGNS_OF_DVT.defined(
    "At least swelling of the leg and pain when the deep veins are pressed.",
    "Ao menos edema da perna e dor à palpação das veias profundas.",
);
const PE_MOST_LIKELY_DIAGNOSIS: Flag = inputs::PE_MOST_LIKELY_DIAGNOSIS.defined(
    "No other diagnosis is more likely.",
    "Nenhum outro diagnóstico é mais provável.",
);
const IMMOBILIZATION_OR_RECENT_SURGERY: Flag = flag(
    "immobilization_or_recent_surgery",
    "Immobilization, or surgery within 4 weeks",
    "Imobilização, ou cirurgia nas últimas 4 semanas",
)
.defined(
    "In bed, but for the bathroom, for 3 days or more; or an operation in the previous 4 weeks.",
    "Acamado, salvo para ir ao banheiro, por 3 dias ou mais; ou cirurgia nas 4 semanas anteriores.",
);
const MALIGNANCY: Flag = flag(
    "malignancy",
    "Malignancy (treated within 6 months or palliative)",
    "Neoplasia maligna (tratada nos últimos 6 meses ou paliativa)",
);

const CRITERIA: &[Criterion] = &[
    CLINICAL_SIGNS_OF_DVT.adds(3.0),
    PE_MOST_LIKELY_DIAGNOSIS.adds(3.0),
    HEART_RATE.adds_by(&[at_most(100.0, 0.0), more(1.5)]),
    IMMOBILIZATION_OR_RECENT_SURGERY.adds(1.5),
    PREVIOUS_DVT_OR_PE.adds(1.5),
    HEMOPTYSIS.adds(1.0),
    MALIGNANCY.adds(1.0),
];

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
    version: "1.0.1",
    category: Category::Lungs,
    title: text(
        "Wells score for pulmonary embolism",
        "Escore de Wells para embolia pulmonar (TEP)",
    ),
    description: text(
        "Probability of pulmonary embolism before testing, in people with suspected embolism, 0 \
         to 12.5 points.",
        "Probabilidade pré-teste de embolia pulmonar em pessoas com suspeita de embolia, de 0 a \
         12,5 pontos.",
    ),
    aliases: &["TEP", "PE", "embolism", "tromboembolismo"],
    inputs: INPUTS,
    results: &[Output {
        digits: 1,
        // Likely is more than 4.
        ..score(
            text("Wells score", "Escore de Wells"),
            &[
                up_to(
                    4.0,
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
        )
    }],
    reference: Reference {
        citation: "Wells PS, Anderson DR, Rodger M, et al. Derivation of a simple clinical model \
                   to categorize patients probability of pulmonary embolism: increasing the models \
                   utility with the SimpliRED D-dimer. Thromb Haemost 2000;83:416-420.",
        doi: Some("10.1055/s-0037-1613830"),
        pmid: Some("10744147"),
    },
    assumptions: &[ADULT],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
