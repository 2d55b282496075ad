//! What the admission sheet asks beyond physiology.

use crate::definition::{Choice, choice};
use crate::handles::{Flag, Integer, OneOf, Quantity, flag, integer, one_of};
use crate::inputs::{FIO2, PAO2};

pub(super) const DAYS_BEFORE: Integer = integer(
    "hospital_days_before_icu",
    (0, 365),
    "Days in hospital before intensive care",
    "Dias de internação hospitalar antes da UTI",
);

const PLACES: &[Choice] = &[
    choice(
        "operating-room",
        "operating room or recovery",
        "centro cirúrgico ou recuperação",
    ),
    choice("emergency", "emergency room", "pronto-socorro"),
    choice("other-icu", "another intensive care unit", "outra UTI"),
    choice("other", "ward or other", "enfermaria ou outro"),
];
pub(super) const PLACE: OneOf = one_of(
    "location_before_icu",
    PLACES,
    "Place in the hospital before intensive care",
    "Local no hospital antes da UTI",
);

pub(super) const CANCER_THERAPY: Flag =
    flag("cancer_therapy", "Cancer therapy", "Tratamento oncológico").defined(
        "Chemotherapy, radiotherapy, immunosuppression or high-dose steroids for cancer.",
        "Quimioterapia, radioterapia, imunossupressão ou corticoide em dose alta por câncer.",
    );
pub(super) const HEART_FAILURE: Flag = flag(
    "chronic_heart_failure_nyha_iv",
    "Chronic heart failure, NYHA class IV",
    "Insuficiência cardíaca crônica, NYHA IV",
);
pub(super) const BLOOD_CANCER: Flag = flag(
    "hematologic_cancer",
    "Haematological cancer",
    "Neoplasia hematológica",
);
pub(super) const CIRRHOSIS: Flag = flag("cirrhosis", "Cirrhosis", "Cirrose");
pub(super) const AIDS: Flag = flag("aids", "AIDS", "AIDS").defined(
    "AIDS, not HIV infection alone.",
    "AIDS, não só a infecção pelo HIV.",
);
pub(super) const CANCER: Flag = flag(
    "metastatic_cancer",
    "Metastatic cancer",
    "Câncer metastático",
);
pub(super) const VASOACTIVE: Flag = flag(
    "vasoactive_before_icu",
    "Vasoactive drugs before intensive care",
    "Drogas vasoativas antes da UTI",
);
pub(super) const UNPLANNED: Flag = flag(
    "unplanned_admission",
    "Unplanned admission to intensive care",
    "Admissão não planejada na UTI",
);

const CARDIOVASCULAR: &[Choice] = &[
    choice("none", "none of these", "nenhum destes"),
    choice("rhythm", "rhythm disturbance", "arritmia"),
    choice(
        "hypovolemic-shock",
        "hypovolaemic shock, haemorrhagic or not",
        "choque hipovolêmico, hemorrágico ou não",
    ),
    choice("septic-shock", "septic shock", "choque séptico"),
    choice(
        "other-shock",
        "anaphylactic, mixed or undefined shock",
        "choque anafilático, misto ou indefinido",
    ),
];
pub(super) const HEART_REASON: OneOf = one_of(
    "cardiovascular_reason",
    CARDIOVASCULAR,
    "Cardiovascular reason for admission",
    "Motivo cardiovascular da admissão",
);
pub(super) const LIVER_FAILURE: Flag = flag(
    "liver_failure",
    "Liver failure as a reason for admission",
    "Insuficiência hepática como motivo da admissão",
);
const DIGESTIVE: &[Choice] = &[
    choice("none", "none of these", "nenhum destes"),
    choice(
        "acute-abdomen-or-other",
        "acute abdomen or another digestive reason",
        "abdome agudo ou outro motivo digestivo",
    ),
    choice(
        "severe-pancreatitis",
        "severe pancreatitis",
        "pancreatite grave",
    ),
];
pub(super) const GUT_REASON: OneOf = one_of(
    "digestive_reason",
    DIGESTIVE,
    "Digestive reason for admission",
    "Motivo digestivo da admissão",
);
const NEUROLOGICAL: &[Choice] = &[
    choice("none", "none of these", "nenhum destes"),
    choice("seizures", "seizures", "convulsões"),
    choice(
        "consciousness",
        "coma, stupor, obtundation, disturbed vigilance, confusion, agitation or delirium",
        "coma, estupor, obnubilação, alteração da vigilância, confusão, agitação ou delirium",
    ),
    choice(
        "focal-deficit",
        "focal neurological deficit",
        "déficit neurológico focal",
    ),
    choice(
        "mass-effect",
        "intracranial mass effect",
        "efeito de massa intracraniano",
    ),
];
pub(super) const BRAIN_REASON: OneOf = one_of(
    "neurological_reason",
    NEUROLOGICAL,
    "Neurological reason for admission",
    "Motivo neurológico da admissão",
);

const SURGERIES: &[Choice] = &[
    choice("scheduled", "scheduled surgery", "cirurgia programada"),
    choice("none", "no surgery", "sem cirurgia"),
    choice("emergency", "emergency surgery", "cirurgia de urgência"),
];
pub(super) const SURGERY: OneOf = one_of(
    "surgical_status",
    SURGERIES,
    "Surgery at admission",
    "Cirurgia na admissão",
);
const SITES: &[Choice] = &[
    choice("other-or-none", "none or another", "nenhum ou outro"),
    choice(
        "transplant",
        "solid organ transplant",
        "transplante de órgão sólido",
    ),
    choice(
        "trauma",
        "trauma, isolated or multiple",
        "trauma, isolado ou múltiplo",
    ),
    choice(
        "cabg-without-valve",
        "coronary bypass without valve repair",
        "revascularização miocárdica sem troca valvar",
    ),
    choice(
        "neurosurgery-for-stroke",
        "neurosurgery for a cerebrovascular accident",
        "neurocirurgia por acidente vascular cerebral",
    ),
];
pub(super) const SITE: OneOf = one_of(
    "surgical_site",
    SITES,
    "Site of the surgery",
    "Sítio da cirurgia",
);
pub(super) const NOSOCOMIAL: Flag = flag(
    "nosocomial_infection",
    "Nosocomial infection at admission",
    "Infecção nosocomial na admissão",
);
pub(super) const RESPIRATORY: Flag = flag(
    "respiratory_infection",
    "Respiratory infection at admission",
    "Infecção respiratória na admissão",
);
pub(super) const VENTILATED: Flag = flag(
    "mechanical_ventilation",
    "Mechanical ventilation",
    "Ventilação mecânica",
);
pub(super) const OXYGEN: Quantity = PAO2;
pub(super) const INSPIRED: Quantity = FIO2;
