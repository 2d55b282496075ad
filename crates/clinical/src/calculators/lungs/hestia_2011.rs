//! Hestia criteria: who with pulmonary embolism cannot be treated at home.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const UNSTABLE: Flag = flag(
    "hemodynamically_unstable",
    "Haemodynamically unstable",
    "Instabilidade hemodinâmica",
)
.defined(
    "Systolic pressure below 100 mmHg with a heart rate above 100/min, a need for intensive care, \
     or by judgement.",
    "Pressão sistólica abaixo de 100 mmHg com frequência cardíaca acima de 100/min, necessidade de \
     terapia intensiva, ou por julgamento.",
);
const THROMBOLYSIS: Flag = flag(
    "thrombolysis_or_embolectomy_needed",
    "Thrombolysis or embolectomy needed",
    "Necessidade de trombólise ou embolectomia",
);
const BLEEDING: Flag = flag(
    "active_bleeding_or_high_risk",
    "Active bleeding or high risk of it",
    "Sangramento ativo ou risco alto de sangramento",
)
.defined(
    "Gastrointestinal bleeding or surgery within 2 weeks, stroke within a month, bleeding \
     disorder, platelets below 75 ×10⁹/L, or a systolic pressure above 180 or a diastolic above \
     110 mmHg.",
    "Sangramento digestivo ou cirurgia em 2 semanas, AVC em um mês, distúrbio hemorrágico, \
     plaquetas abaixo de 75 ×10⁹/L, ou pressão sistólica acima de 180 ou \
     diastólica acima de 110 mmHg.",
);
const OXYGEN: Flag = flag(
    "oxygen_over_24_hours",
    "Oxygen for more than 24 hours to keep the saturation above 90 %",
    "Oxigênio por mais de 24 horas para manter saturação acima de 90 %",
);
const ON_ANTICOAGULANT: Flag = flag(
    "embolism_during_anticoagulation",
    "Embolism diagnosed during anticoagulation",
    "Embolia diagnosticada em uso de anticoagulante",
);
const SEVERE_PAIN: Flag = flag(
    "intravenous_analgesia_over_24_hours",
    "Severe pain that needs intravenous medication for more than 24 hours",
    "Dor intensa que exige medicação intravenosa por mais de 24 horas",
);
const OTHER_REASON: Flag = flag(
    "medical_or_social_reason_for_hospital",
    "Medical or social reason for more than 24 hours in hospital",
    "Motivo médico ou social para mais de 24 horas no hospital",
);
const CLEARANCE: Flag = flag(
    "creatinine_clearance_below_30",
    "Creatinine clearance below 30 mL/min",
    "Clearance de creatinina abaixo de 30 mL/min",
)
.defined("By Cockcroft-Gault.", "Por Cockcroft-Gault.");
const LIVER: Flag = flag(
    "severe_liver_impairment",
    "Severe liver impairment",
    "Insuficiência hepática grave",
);
const PREGNANT: Flag = flag("pregnant", "Pregnant", "Gestante");
const HIT: Flag = flag(
    "history_of_heparin_induced_thrombocytopenia",
    "Documented history of heparin-induced thrombocytopenia",
    "História documentada de trombocitopenia induzida por heparina",
);

const CRITERIA: &[Criterion] = &[
    UNSTABLE.adds(1.0),
    THROMBOLYSIS.adds(1.0),
    BLEEDING.adds(1.0),
    OXYGEN.adds(1.0),
    ON_ANTICOAGULANT.adds(1.0),
    SEVERE_PAIN.adds(1.0),
    OTHER_REASON.adds(1.0),
    CLEARANCE.adds(1.0),
    LIVER.adds(1.0),
    PREGNANT.adds(1.0),
    HIT.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "hestia-2011",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Hestia criteria for outpatient treatment of pulmonary embolism",
        "Critérios Hestia para tratamento domiciliar da embolia pulmonar",
    ),
    description: text(
        "Eleven reasons against treating an adult with confirmed acute pulmonary embolism at home. \
         One is enough; how many there are is no measure of risk.",
        "Onze motivos contra tratar em casa um adulto com embolia pulmonar aguda (TEP) confirmada. \
         Um basta; o número deles não mede risco.",
    ),
    aliases: &[
        "TEP",
        "embolia pulmonar",
        "pulmonary embolism",
        "alta",
        "outpatient",
    ],
    inputs: &[
        UNSTABLE.input,
        THROMBOLYSIS.input,
        BLEEDING.input,
        OXYGEN.input,
        ON_ANTICOAGULANT.input,
        SEVERE_PAIN.input,
        OTHER_REASON.input,
        CLEARANCE.input,
        LIVER.input,
        PREGNANT.input,
        HIT.input,
    ],
    results: &[score(
        text("Hestia criteria present", "Critérios Hestia presentes"),
        &[
            below(
                1.0,
                "eligible",
                "none: can be treated at home",
                "nenhum: pode ser tratado em casa",
            ),
            rest(
                "not-eligible",
                "at least one: treat in hospital",
                "ao menos um: tratar no hospital",
            ),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Zondag W, Mos IC, Creemers-Schild D, et al. Outpatient treatment in patients \
                   with acute pulmonary embolism: the Hestia Study. J Thromb Haemost \
                   2011;9:1500-1507.",
        doi: Some("10.1111/j.1538-7836.2011.04388.x"),
        pmid: Some("21645235"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
