//! Padua prediction score: thrombosis in medical inpatients.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{self, ADULTS, AGE};

const ACTIVE_CANCER: Flag = flag(
    "metastases_or_cancer_treatment_within_6_months",
    "Active cancer",
    "Câncer ativo",
)
.defined(
    "Local or distant metastases, or chemotherapy or radiotherapy within 6 months.",
    "Metástases locais ou à distância, ou quimioterapia ou radioterapia nos últimos 6 meses.",
);
const PREVIOUS_VTE: Flag = inputs::PREVIOUS_VTE.defined(
    "Thrombosis of superficial veins does not count.",
    "Trombose de veia superficial não conta.",
);
const REDUCED_MOBILITY: Flag = flag(
    "reduced_mobility",
    "Reduced mobility",
    "Mobilidade reduzida",
)
.defined(
    "Bed rest expected for 3 days or more, but for the bathroom, by the illness or by order.",
    "Repouso no leito previsto por 3 dias ou mais, salvo para ir ao banheiro, pela doença ou por \
     prescrição.",
);
const THROMBOPHILIA: Flag = inputs::KNOWN_THROMBOPHILIA.defined(
    "Deficiency of antithrombin, protein C or S, factor V Leiden, prothrombin G20210A, or \
     antiphospholipid syndrome.",
    "Deficiência de antitrombina, proteína C ou S, fator V de Leiden, protrombina G20210A, ou \
     síndrome antifosfolípide.",
);
const TRAUMA_OR_SURGERY: Flag = flag(
    "trauma_or_surgery_within_month",
    "Trauma or surgery within a month",
    "Trauma ou cirurgia no último mês",
);
const HEART_OR_LUNG_FAILURE: Flag = flag(
    "heart_or_respiratory_failure",
    "Heart or respiratory failure",
    "Insuficiência cardíaca ou respiratória",
);
const INFARCTION_OR_STROKE: Flag = flag(
    "acute_infarction_or_stroke",
    "Acute myocardial infarction or ischaemic stroke",
    "Infarto agudo do miocárdio ou AVC isquêmico",
);
const INFECTION_OR_RHEUMATIC: Flag = flag(
    "acute_infection_or_rheumatic_disease",
    "Acute infection or rheumatological disease",
    "Infecção aguda ou doença reumatológica",
);
const OBESITY: Flag = flag("obesity", "Obesity", "Obesidade").defined(
    "Body mass index of 30 kg/m² or more.",
    "Índice de massa corporal de 30 kg/m² ou mais.",
);
const HORMONES: Flag = flag(
    "hormonal_treatment",
    "Ongoing hormonal treatment",
    "Tratamento hormonal em curso",
);

const CRITERIA: &[Criterion] = &[
    ACTIVE_CANCER.adds(3.0),
    PREVIOUS_VTE.adds(3.0),
    REDUCED_MOBILITY.adds(3.0),
    THROMBOPHILIA.adds(3.0),
    TRAUMA_OR_SURGERY.adds(2.0),
    AGE.adds_by(&[less_than(70.0, 0.0), more(1.0)]),
    HEART_OR_LUNG_FAILURE.adds(1.0),
    INFARCTION_OR_STROKE.adds(1.0),
    INFECTION_OR_RHEUMATIC.adds(1.0),
    OBESITY.adds(1.0),
    HORMONES.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "padua-2010",
    version: "1.0.0",
    category: Category::Haematology,
    title: text("Padua prediction score", "Escore de Pádua"),
    description: text(
        "Risk of venous thromboembolism of an adult in hospital for a medical illness, 0 to 20 \
         points. Whether to give an anticoagulant depends on the risk of bleeding too, which it \
         does not measure. Not for surgical patients.",
        "Risco de tromboembolismo venoso de um adulto internado por doença clínica, de 0 a 20 \
         pontos. Dar ou não anticoagulante depende também do risco de sangramento, que ele não \
         mede. Não usar em pacientes cirúrgicos.",
    ),
    aliases: &[
        "Padua",
        "TEV",
        "VTE",
        "profilaxia",
        "tromboprofilaxia",
        "thromboprophylaxis",
    ],
    inputs: &[
        ACTIVE_CANCER.input,
        PREVIOUS_VTE.input,
        REDUCED_MOBILITY.input,
        THROMBOPHILIA.input,
        TRAUMA_OR_SURGERY.input,
        AGE.input,
        HEART_OR_LUNG_FAILURE.input,
        INFARCTION_OR_STROKE.input,
        INFECTION_OR_RHEUMATIC.input,
        OBESITY.input,
        HORMONES.input,
    ],
    results: &[score(
        text("Padua score", "Escore de Pádua"),
        &[
            below(
                4.0,
                "low",
                "low risk of thromboembolism",
                "risco baixo de tromboembolismo",
            ),
            rest(
                "high",
                "high risk of thromboembolism",
                "risco alto de tromboembolismo",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Barbar S, Noventa F, Rossetto V, et al. A risk assessment model for the \
                   identification of hospitalized medical patients at risk for venous \
                   thromboembolism: the Padua Prediction Score. J Thromb Haemost \
                   2010;8:2450-2457.",
        doi: Some("10.1111/j.1538-7836.2010.04044.x"),
        pmid: None,
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
