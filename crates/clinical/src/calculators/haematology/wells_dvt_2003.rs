//! Wells score for deep vein thrombosis, the version of 2003.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Input, Reference, below, rest,
    score, text,
};
use crate::handles::{Flag, flag};

const ACTIVE_CANCER: Flag = flag(
    "active_cancer",
    "Active cancer (treated within 6 months or palliative)",
    "Câncer ativo (tratado nos últimos 6 meses ou paliativo)",
);
const PARALYSIS_OR_IMMOBILIZATION: Flag = flag(
    "paralysis_or_immobilization",
    "Paralysis, paresis or plaster immobilization of a leg",
    "Paralisia, paresia ou imobilização gessada de uma perna",
);
const BEDRIDDEN_OR_RECENT_SURGERY: Flag = flag(
    "bedridden_or_recent_surgery",
    "Bedridden for 3 days or more, or major surgery within 12 weeks",
    "Acamado por 3 dias ou mais, ou cirurgia de grande porte nas últimas 12 semanas",
);
const LOCALIZED_TENDERNESS: Flag = flag(
    "localized_tenderness",
    "Tenderness along the deep veins",
    "Dor à palpação no trajeto das veias profundas",
);
const ENTIRE_LEG_SWOLLEN: Flag = flag(
    "entire_leg_swollen",
    "Entire leg swollen",
    "Edema de toda a perna",
);
const CALF_SWELLING_OVER_3CM: Flag = flag(
    "calf_swelling_over_3cm",
    "Calf at least 3 cm larger than the other one",
    "Panturrilha ao menos 3 cm maior que a outra",
)
.defined(
    "Measured 10 cm below the tibial tuberosity. The name of this input keeps the wording of 1997, \
     over 3 cm; the edition of 2003 counts 3 cm and more.",
    "Medida 10 cm abaixo da tuberosidade da tíbia. O nome desta entrada mantém a redação de 1997, \
     mais de 3 cm; a edição de 2003 conta a partir de 3 cm.",
);
const PITTING_EDEMA: Flag = flag(
    "pitting_edema",
    "Pitting oedema confined to the symptomatic leg",
    "Edema com cacifo apenas na perna sintomática",
);
const COLLATERAL_SUPERFICIAL_VEINS: Flag = flag(
    "collateral_superficial_veins",
    "Collateral superficial veins (not varicose)",
    "Veias superficiais colaterais (não varicosas)",
);
const PREVIOUS_DVT: Flag = flag(
    "previous_dvt",
    "Previously documented deep vein thrombosis",
    "Trombose venosa profunda prévia documentada",
);
const ALTERNATIVE_DIAGNOSIS_AS_LIKELY: Flag = flag(
    "alternative_diagnosis_as_likely",
    "Another diagnosis at least as likely",
    "Outro diagnóstico ao menos tão provável",
);

const CRITERIA: &[Criterion] = &[
    ACTIVE_CANCER.adds(1.0),
    PARALYSIS_OR_IMMOBILIZATION.adds(1.0),
    BEDRIDDEN_OR_RECENT_SURGERY.adds(1.0),
    LOCALIZED_TENDERNESS.adds(1.0),
    ENTIRE_LEG_SWOLLEN.adds(1.0),
    CALF_SWELLING_OVER_3CM.adds(1.0),
    PITTING_EDEMA.adds(1.0),
    COLLATERAL_SUPERFICIAL_VEINS.adds(1.0),
    PREVIOUS_DVT.adds(1.0),
    ALTERNATIVE_DIAGNOSIS_AS_LIKELY.adds(-2.0),
];

const INPUTS: &[Input] = &[
    ACTIVE_CANCER.input,
    PARALYSIS_OR_IMMOBILIZATION.input,
    BEDRIDDEN_OR_RECENT_SURGERY.input,
    LOCALIZED_TENDERNESS.input,
    ENTIRE_LEG_SWOLLEN.input,
    CALF_SWELLING_OVER_3CM.input,
    PITTING_EDEMA.input,
    COLLATERAL_SUPERFICIAL_VEINS.input,
    PREVIOUS_DVT.input,
    ALTERNATIVE_DIAGNOSIS_AS_LIKELY.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "wells-dvt-2003",
    version: "1.0.1",
    category: Category::Haematology,
    title: text(
        "Wells score for deep vein thrombosis",
        "Escore de Wells para trombose venosa profunda",
    ),
    description: text(
        "Probability of deep vein thrombosis before testing, in outpatients with suspected \
         thrombosis of the leg, -2 to 9 points.",
        "Probabilidade pré-teste de trombose venosa profunda em pacientes ambulatoriais com \
         suspeita de trombose da perna, de -2 a 9 pontos.",
    ),
    aliases: &["TVP", "DVT", "trombose", "thrombosis"],
    inputs: INPUTS,
    results: &[score(
        text("Wells score", "Escore de Wells"),
        &[
            below(
                2.0,
                "unlikely",
                "deep vein thrombosis unlikely",
                "trombose venosa profunda improvável",
            ),
            rest(
                "likely",
                "deep vein thrombosis likely",
                "trombose venosa profunda provável",
            ),
        ],
    )],
    reference: Reference {
        citation: "Wells PS, Anderson DR, Rodger M, et al. Evaluation of D-dimer in the diagnosis \
                   of suspected deep-vein thrombosis. N Engl J Med 2003;349:1227-1235.",
        doi: Some("10.1056/NEJMoa023153"),
        pmid: Some("14507948"),
    },
    assumptions: &[ADULT],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
