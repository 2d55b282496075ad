//! Conditions and findings, present or absent, that several calculators ask for.
//! One that a calculator holds to limits of its own is `.defined(...)` there.

use crate::handles::{Flag, flag};

/// Hypertension, treated or not.
pub const HYPERTENSION: Flag = flag("hypertension", "Hypertension", "Hipertensão");
/// Hypertension that treatment does not control.
pub const UNCONTROLLED_HYPERTENSION: Flag = flag(
    "uncontrolled_hypertension",
    "Uncontrolled hypertension",
    "Hipertensão não controlada",
)
.defined(
    "Systolic pressure above 160 mmHg.",
    "Pressão sistólica acima de 160 mmHg.",
);
/// Diabetes of any type.
pub const DIABETES: Flag = flag("diabetes", "Diabetes", "Diabetes");
/// Chronic heart failure.
pub const HEART_FAILURE: Flag = flag(
    "heart_failure",
    "Chronic heart failure",
    "Insuficiência cardíaca crônica",
);
/// Heart failure of any kind.
pub const CONGESTIVE_HEART_FAILURE: Flag = flag(
    "congestive_heart_failure",
    "Congestive heart failure or left ventricular dysfunction",
    "Insuficiência cardíaca congestiva ou disfunção ventricular esquerda",
);
/// Disease of the arteries.
pub const VASCULAR_DISEASE: Flag = flag(
    "vascular_disease",
    "Vascular disease (myocardial infarction, peripheral artery disease or aortic plaque)",
    "Doença vascular (infarto do miocárdio, doença arterial periférica ou placa aórtica)",
);
/// Troponin or CK-MB.
pub const ELEVATED_CARDIAC_MARKERS: Flag = flag(
    "elevated_cardiac_markers",
    "Elevated cardiac markers",
    "Marcadores de necrose miocárdica elevados",
)
.defined("Troponin or CK-MB.", "Troponina ou CK-MB.");
/// Stroke before.
pub const PREVIOUS_STROKE: Flag = flag("stroke", "Previous stroke", "AVC prévio");
/// Stroke, transient ischaemic attack or thromboembolism before.
pub const STROKE_TIA_THROMBOEMBOLISM: Flag = flag(
    "stroke_tia_thromboembolism",
    "Previous stroke, transient ischaemic attack or thromboembolism",
    "AVC, ataque isquêmico transitório ou tromboembolismo prévio",
);
/// Disease of the vessels of the brain; each calculator says which.
pub const CEREBROVASCULAR_DISEASE: Flag = flag(
    "cerebrovascular_disease",
    "Cerebrovascular disease",
    "Doença cerebrovascular",
);
/// Blood in the ventricles of the brain.
pub const INTRAVENTRICULAR_HEMORRHAGE: Flag = flag(
    "intraventricular_hemorrhage",
    "Blood in the ventricles",
    "Sangue nos ventrículos",
);
/// Confusion that is new.
pub const NEW_CONFUSION: Flag = flag(
    "confusion",
    "New confusion",
    "Confusão mental de início recente",
);
/// Signs of a fracture of the base of the skull.
pub const BASAL_SKULL_FRACTURE_SIGNS: Flag = flag(
    "basal_skull_fracture_signs",
    "Sign of a fracture of the base of the skull",
    "Sinal de fratura da base do crânio",
)
.defined(
    "Blood behind the eardrum, raccoon eyes, Battle's sign, leak of cerebrospinal fluid.",
    "Hemotímpano, olhos de guaxinim, sinal de Battle, saída de líquor.",
);
/// An injured leg that bears no weight.
pub const CANNOT_BEAR_WEIGHT: Flag = flag(
    "cannot_bear_weight",
    "Cannot bear weight",
    "Não suporta o peso",
)
.defined(
    "Four steps, both right after the injury and at the examination; limping counts as steps.",
    "Quatro passos, tanto logo após o trauma como no exame; mancar conta como passo.",
);
/// Cancer, now or before.
pub const HISTORY_OF_CANCER: Flag = flag("history_of_cancer", "Cancer", "Câncer").defined(
    "Active, or a history of it.",
    "Ativo, ou história de câncer.",
);
/// A stay in intensive care.
pub const INTENSIVE_CARE_STAY: Flag = flag(
    "intensive_care_stay",
    "Stay in an intensive or coronary care unit",
    "Internação em UTI ou unidade coronariana",
);
/// Pleural effusion.
pub const PLEURAL_EFFUSION: Flag = flag(
    "pleural_effusion",
    "Pleural effusion on imaging",
    "Derrame pleural em exame de imagem",
);
/// Haemoptysis.
pub const HEMOPTYSIS: Flag = flag("hemoptysis", "Haemoptysis", "Hemoptise");
/// Signs of deep vein thrombosis.
pub const CLINICAL_SIGNS_OF_DVT: Flag = flag(
    "clinical_signs_of_dvt",
    "Clinical signs of deep vein thrombosis",
    "Sinais clínicos de trombose venosa profunda",
);
/// Pulmonary embolism before any other diagnosis.
pub const PE_MOST_LIKELY_DIAGNOSIS: Flag = flag(
    "pe_most_likely_diagnosis",
    "Pulmonary embolism is the most likely diagnosis",
    "Embolia pulmonar (TEP) é o diagnóstico mais provável",
);
/// Deep vein thrombosis or pulmonary embolism before.
pub const PREVIOUS_DVT_OR_PE: Flag = flag(
    "previous_dvt_or_pe",
    "Previous deep vein thrombosis or pulmonary embolism",
    "Trombose venosa profunda ou embolia pulmonar prévia",
);
/// Venous thromboembolism before.
pub const PREVIOUS_VTE: Flag = flag(
    "previous_vte",
    "Previous venous thromboembolism",
    "Tromboembolismo venoso prévio",
);
/// A known thrombophilia; each calculator says which.
pub const KNOWN_THROMBOPHILIA: Flag = flag(
    "known_thrombophilia",
    "Known thrombophilia",
    "Trombofilia conhecida",
);
