//! The risk factors of EuroSCORE II beside age and sex, each with its coefficient.

use crate::calculators::surgery::INSULIN;
use crate::definition::{Choice, Input, choice};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{AGE, SEX};

/// A factor that is there or not.
pub(super) struct Present {
    pub(super) flag: Flag,
    pub(super) weight: f64,
}

const fn present(flag: Flag, weight: f64) -> Present {
    Present { flag, weight }
}

/// A factor in grades: each code with its coefficient.
pub(super) struct Graded {
    pub(super) choice: OneOf,
    pub(super) weights: &'static [(&'static str, f64)],
}

pub(super) const CRITICAL: Flag = flag(
    "critical_preoperative_state",
    "Critical preoperative state",
    "Estado pré-operatório crítico",
)
.defined(
    "Ventricular tachycardia or fibrillation or aborted sudden death, cardiac massage, ventilation \
     before the anaesthetic room, inotropes, intra-aortic balloon or assist device, or acute renal \
     failure (less than 10 mL/h of urine), before the operation.",
    "Antes da cirurgia: taquicardia ou fibrilação ventricular ou morte súbita abortada, massagem \
     cardíaca, ventilação antes da sala, inotrópicos, balão intra-aórtico ou dispositivo de \
     assistência, ou insuficiência renal aguda (diurese menor que 10 mL/h).",
);
pub(super) const THORACIC_AORTA: Flag = flag(
    "thoracic_aorta_surgery",
    "Surgery on the thoracic aorta",
    "Cirurgia da aorta torácica",
);
const ARTERIOPATHY: Flag = flag(
    "extracardiac_arteriopathy",
    "Extracardiac arteriopathy",
    "Arteriopatia extracardíaca",
)
.defined(
    "Claudication, carotid occlusion or stenosis of more than 50 %, amputation for arterial \
     disease, or an intervention, past or planned, on the abdominal aorta, limb arteries or \
     carotids.",
    "Claudicação, oclusão carotídea ou estenose de mais de 50 %, amputação por doença arterial, ou \
     intervenção, feita ou planejada, na aorta abdominal, artérias de membros ou carótidas.",
);
const MOBILITY: Flag = flag(
    "poor_mobility",
    "Severely impaired mobility",
    "Mobilidade gravemente reduzida",
)
.defined(
    "By a disease of muscles, joints, bones or nerves.",
    "Por doença osteomuscular ou neurológica.",
);
const REDO: Flag = flag(
    "previous_cardiac_surgery",
    "Previous cardiac surgery",
    "Cirurgia cardíaca prévia",
)
.defined(
    "One or more major operations that opened the pericardium.",
    "Uma ou mais cirurgias maiores com abertura do pericárdio.",
);
const LUNG_DISEASE: Flag = flag(
    "treated_chronic_lung_disease",
    "Chronic lung disease",
    "Doença pulmonar crônica",
)
.defined(
    "Long-term bronchodilators or steroids for the lungs.",
    "Uso prolongado de broncodilatador ou corticoide para o pulmão.",
);
const ENDOCARDITIS: Flag = flag(
    "active_endocarditis",
    "Active endocarditis",
    "Endocardite ativa",
)
.defined(
    "Still on antibiotics for it at the operation.",
    "Ainda em uso de antibiótico para ela na cirurgia.",
);
const ANGINA: Flag = flag(
    "ccs_class_4_angina",
    "Angina of CCS class 4",
    "Angina classe 4 da CCS",
)
.defined("Angina at rest.", "Angina em repouso.");
const RECENT_INFARCTION: Flag = flag(
    "recent_myocardial_infarction",
    "Recent myocardial infarction",
    "Infarto recente",
)
.defined(
    "Within 90 days before the operation.",
    "Nos 90 dias antes da cirurgia.",
);

/// Every factor that is there or not.
pub(super) static PRESENT: [Present; 10] = [
    present(ARTERIOPATHY, 0.536_026_8),
    present(MOBILITY, 0.240_718_1),
    present(REDO, 1.118_599),
    present(LUNG_DISEASE, 0.188_656_4),
    present(ENDOCARDITIS, 0.619_452_2),
    present(CRITICAL, 1.086_517),
    present(INSULIN, 0.354_274_9),
    present(ANGINA, 0.222_614_7),
    present(RECENT_INFARCTION, 0.152_894_3),
    present(THORACIC_AORTA, 0.652_720_5),
];

const RENAL: &[Choice] = &[
    choice("normal", "more than 85 mL/min", "mais de 85 mL/min"),
    choice(
        "moderate",
        "more than 50 and up to 85 mL/min",
        "mais de 50 e até 85 mL/min",
    ),
    choice(
        "severe",
        "50 mL/min or less, without dialysis",
        "50 mL/min ou menos, sem diálise",
    ),
    choice("dialysis", "dialysis", "diálise"),
];
const NYHA: &[Choice] = &[
    choice("I", "I: no limitation", "I: sem limitação"),
    choice(
        "II",
        "II: symptoms on ordinary exertion",
        "II: sintomas aos esforços habituais",
    ),
    choice(
        "III",
        "III: symptoms on less than ordinary exertion",
        "III: sintomas aos esforços menores que os habituais",
    ),
    choice("IV", "IV: symptoms at rest", "IV: sintomas em repouso"),
];
const LEFT_VENTRICLE: &[Choice] = &[
    choice("good", "more than 50 %", "mais de 50 %"),
    choice("moderate", "31 to 50 %", "31 a 50 %"),
    choice("poor", "21 to 30 %", "21 a 30 %"),
    choice("very-poor", "20 % or less", "20 % ou menos"),
];
const PULMONARY: &[Choice] = &[
    choice("normal", "below 31 mmHg", "menos de 31 mmHg"),
    choice("moderate", "31 to 55 mmHg", "31 a 55 mmHg"),
    choice("severe", "above 55 mmHg", "mais de 55 mmHg"),
];
const URGENCIES: &[Choice] = &[
    choice("elective", "elective", "eletiva"),
    choice(
        "urgent",
        "urgent: not admitted for it, but cannot go home without it",
        "urgente: não internado para ela, mas sem condição de alta sem operar",
    ),
    choice(
        "emergency",
        "emergency: before the next working day begins",
        "emergência: antes do início do próximo dia útil",
    ),
    choice(
        "salvage",
        "salvage: resuscitation on the way to the theatre or before induction",
        "salvamento: reanimação a caminho da sala ou antes da indução",
    ),
];
const INTERVENTIONS: &[Choice] = &[
    choice(
        "isolated-cabg",
        "coronary bypass alone",
        "revascularização do miocárdio isolada",
    ),
    choice(
        "one-other",
        "one procedure other than bypass",
        "um procedimento que não a revascularização",
    ),
    choice("two", "two procedures", "dois procedimentos"),
    choice(
        "three-or-more",
        "three procedures or more",
        "três procedimentos ou mais",
    ),
];

pub(super) const URGENCY: OneOf = one_of(
    "surgery_urgency",
    URGENCIES,
    "Urgency of the operation",
    "Urgência da cirurgia",
);
pub(super) const INTERVENTION: OneOf = one_of(
    "cardiac_procedures",
    INTERVENTIONS,
    "Weight of the operation",
    "Porte da cirurgia",
)
.defined(
    "Procedures that count: coronary bypass, repair or replacement of a valve, replacement of a \
     part of the aorta, repair of a structural defect, maze, resection of a tumour.",
    "Contam: revascularização, plastia ou troca de valva, troca de parte da aorta, correção de \
     defeito estrutural, cirurgia do labirinto (maze), ressecção de tumor.",
);
const RENAL_FUNCTION: OneOf = one_of(
    "renal_function",
    RENAL,
    "Creatinine clearance",
    "Depuração de creatinina",
)
.defined(
    "By Cockcroft and Gault: creatinine-clearance-cockcroft-gault.",
    "Por Cockcroft e Gault: creatinine-clearance-cockcroft-gault.",
);
const NYHA_CLASS: OneOf = one_of("nyha_class", NYHA, "NYHA class", "Classe da NYHA");
const EJECTION_FRACTION: OneOf = one_of(
    "ejection_fraction",
    LEFT_VENTRICLE,
    "Left ventricular ejection fraction",
    "Fração de ejeção do ventrículo esquerdo",
);
const PULMONARY_PRESSURE: OneOf = one_of(
    "pulmonary_systolic_pressure",
    PULMONARY,
    "Systolic pressure of the pulmonary artery",
    "Pressão sistólica da artéria pulmonar",
);

/// Every factor in grades.
pub(super) static GRADED: [Graded; 6] = [
    Graded {
        choice: RENAL_FUNCTION,
        weights: &[
            ("moderate", 0.303_553),
            ("severe", 0.859_225_6),
            ("dialysis", 0.642_150_8),
        ],
    },
    Graded {
        choice: NYHA_CLASS,
        weights: &[
            ("II", 0.107_054_5),
            ("III", 0.295_835_8),
            ("IV", 0.559_792_9),
        ],
    },
    Graded {
        choice: EJECTION_FRACTION,
        weights: &[
            ("moderate", 0.315_065_2),
            ("poor", 0.808_409_6),
            ("very-poor", 0.934_691_9),
        ],
    },
    Graded {
        choice: PULMONARY_PRESSURE,
        weights: &[("moderate", 0.178_889_9), ("severe", 0.349_147_5)],
    },
    Graded {
        choice: URGENCY,
        weights: &[
            ("urgent", 0.317_467_3),
            ("emergency", 0.703_912_1),
            ("salvage", 1.362_947),
        ],
    },
    Graded {
        choice: INTERVENTION,
        weights: &[
            ("one-other", 0.006_211_8),
            ("two", 0.552_147_8),
            ("three-or-more", 0.972_453_3),
        ],
    },
];

/// All of them, in the order of the form.
pub(super) const INPUTS: &[Input] = &[
    SEX.input,
    AGE.input,
    RENAL_FUNCTION.input,
    ARTERIOPATHY.input,
    MOBILITY.input,
    REDO.input,
    LUNG_DISEASE.input,
    ENDOCARDITIS.input,
    CRITICAL.input,
    INSULIN.input,
    NYHA_CLASS.input,
    ANGINA.input,
    EJECTION_FRACTION.input,
    RECENT_INFARCTION.input,
    PULMONARY_PRESSURE.input,
    URGENCY.input,
    INTERVENTION.input,
    THORACIC_AORTA.input,
];
