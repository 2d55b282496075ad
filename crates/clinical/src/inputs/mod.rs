//! Inputs that several calculators share, so that the same thing has the same
//! name, kind and title everywhere.

mod conditions;

pub use conditions::*;

use crate::handles::{
    Age, Day, Flag, Integer, Quantity, SexChoice, age, day, flag, integer, quantity, sex,
};
use crate::input::Validity;
use crate::units;

/// Sex as a parameter of the formula.
pub const SEX: SexChoice = sex("sex", "Sex", "Sexo");
/// Age in completed years.
pub const AGE: Age = age("age", "Age", "Idade");
/// Body weight.
pub const WEIGHT: Quantity = quantity("weight", &units::WEIGHT, "Weight", "Peso");
/// Body height.
pub const HEIGHT: Quantity = quantity("height", &units::HEIGHT, "Height", "Altura");
/// Waist circumference.
pub const WAIST: Quantity = quantity(
    "waist",
    &units::WAIST,
    "Waist circumference",
    "Circunferência da cintura",
);
/// Hip circumference.
pub const HIP: Quantity = quantity(
    "hip",
    &units::HIP,
    "Hip circumference",
    "Circunferência do quadril",
);
/// Neck circumference.
pub const NECK: Quantity = quantity(
    "neck",
    &units::NECK,
    "Neck circumference",
    "Circunferência do pescoço",
);
/// Lean body mass.
pub const LEAN_BODY_MASS: Quantity = quantity(
    "lean_body_mass",
    &units::LEAN_BODY_MASS,
    "Lean body mass",
    "Massa corporal magra",
);
/// Creatinine in serum or plasma.
pub const CREATININE: Quantity =
    quantity("creatinine", &units::CREATININE, "Creatinine", "Creatinina");
/// Total bilirubin.
pub const BILIRUBIN: Quantity = quantity(
    "bilirubin",
    &units::BILIRUBIN,
    "Total bilirubin",
    "Bilirrubina total",
);
/// Albumin.
pub const ALBUMIN: Quantity = quantity("albumin", &units::ALBUMIN, "Albumin", "Albumina");
/// International normalised ratio.
pub const INR: Quantity = quantity("inr", &units::INR, "INR", "INR (RNI)");
/// Sodium.
pub const SODIUM: Quantity = quantity("sodium", &units::SODIUM, "Sodium", "Sódio");
/// Glucose.
pub const GLUCOSE: Quantity = quantity("glucose", &units::GLUCOSE, "Glucose", "Glicose");
/// Blood urea nitrogen.
pub const BUN: Quantity = quantity(
    "bun",
    &units::BUN,
    "Blood urea nitrogen",
    "Nitrogênio ureico (BUN); não é a ureia",
)
.defined(
    "The nitrogen of urea, as laboratories of the United States report it. Brazilian laboratories \
     report urea, which in mg/dL is 2.14 times as much: send that as urea.",
    "O nitrogênio da ureia, como relatam laboratórios dos Estados Unidos. Laboratórios brasileiros \
     relatam ureia, que em mg/dL é 2,14 vezes maior: envie-a como urea.",
);
/// Urea, where the nitrogen of it can be sent instead.
pub const UREA: Quantity = quantity("urea", &units::UREA, "Urea", "Ureia");
/// Urea or its nitrogen: one of the two.
pub const UREA_OR_BUN: &[&str] = &[UREA.input.name, BUN.input.name];
/// Total cholesterol.
pub const TOTAL_CHOLESTEROL: Quantity = quantity(
    "total_cholesterol",
    &units::CHOLESTEROL,
    "Total cholesterol",
    "Colesterol total",
);
/// HDL cholesterol.
pub const HDL_CHOLESTEROL: Quantity = quantity(
    "hdl_cholesterol",
    &units::HDL_CHOLESTEROL,
    "HDL cholesterol",
    "Colesterol HDL",
);
/// Triglycerides.
pub const TRIGLYCERIDES: Quantity = quantity(
    "triglycerides",
    &units::TRIGLYCERIDES,
    "Triglycerides",
    "Triglicerídeos",
);
/// Systolic blood pressure.
pub const SYSTOLIC_BP: Quantity = quantity(
    "systolic_bp",
    &units::SYSTOLIC,
    "Systolic blood pressure",
    "Pressão arterial sistólica",
);
/// Diastolic blood pressure.
pub const DIASTOLIC_BP: Quantity = quantity(
    "diastolic_bp",
    &units::DIASTOLIC,
    "Diastolic blood pressure",
    "Pressão arterial diastólica",
);
/// Heart rate.
pub const HEART_RATE: Quantity = quantity(
    "heart_rate",
    &units::HEART_RATE,
    "Heart rate",
    "Frequência cardíaca",
);
/// Respiratory rate.
pub const RESPIRATORY_RATE: Quantity = quantity(
    "respiratory_rate",
    &units::RESPIRATORY_RATE,
    "Respiratory rate",
    "Frequência respiratória",
);
/// Body mass index, where a formula takes it as such.
pub const BMI: Quantity = quantity(
    "bmi",
    &units::BODY_MASS_INDEX,
    "Body mass index",
    "Índice de massa corporal (IMC)",
);
/// QT interval.
pub const QT: Quantity = quantity("qt", &units::QT, "QT interval", "Intervalo QT");
/// Body temperature.
pub const TEMPERATURE: Quantity = quantity(
    "temperature",
    &units::TEMPERATURE,
    "Temperature",
    "Temperatura",
);
/// Oxygen saturation by pulse oximetry.
pub const OXYGEN_SATURATION: Quantity = quantity(
    "oxygen_saturation",
    &units::OXYGEN_SATURATION,
    "Oxygen saturation",
    "Saturação de oxigênio",
);
/// Partial pressure of oxygen in arterial blood.
pub const PAO2: Quantity = quantity("pao2", &units::PAO2, "Arterial PaO2", "PaO2 arterial");
/// Partial pressure of carbon dioxide in arterial blood.
pub const PACO2: Quantity = quantity("paco2", &units::PACO2, "Arterial PaCO2", "PaCO2 arterial");
/// pH of arterial blood.
pub const ARTERIAL_PH: Quantity = quantity(
    "arterial_ph",
    &units::ARTERIAL_PH,
    "Arterial pH",
    "pH arterial",
);
/// Haemoglobin.
pub const HEMOGLOBIN: Quantity = quantity(
    "hemoglobin",
    &units::HEMOGLOBIN,
    "Haemoglobin",
    "Hemoglobina",
);
/// Haematocrit.
pub const HEMATOCRIT: Quantity = quantity(
    "hematocrit",
    &units::HEMATOCRIT,
    "Haematocrit",
    "Hematócrito",
);
/// Leukocytes.
pub const LEUKOCYTES: Quantity =
    quantity("leukocytes", &units::LEUKOCYTES, "Leukocytes", "Leucócitos");
/// Platelets.
pub const PLATELETS: Quantity = quantity("platelets", &units::PLATELETS, "Platelets", "Plaquetas");
/// Aspartate aminotransferase.
pub const AST: Quantity = quantity("ast", &units::AST, "AST (SGOT)", "AST (TGO)");
/// Alanine aminotransferase.
pub const ALT: Quantity = quantity("alt", &units::ALT, "ALT (SGPT)", "ALT (TGP)");
/// Prothrombin time.
pub const PROTHROMBIN_TIME: Quantity = quantity(
    "prothrombin_time",
    &units::PROTHROMBIN_TIME,
    "Prothrombin time",
    "Tempo de protrombina (TP)",
)
.defined(
    "In seconds; neither the activity in percent nor the INR.",
    "Em segundos; nem a atividade em porcentagem nem o INR (RNI).",
);

/// Mean arterial pressure.
pub const MEAN_ARTERIAL_PRESSURE: Quantity = quantity(
    "mean_arterial_pressure",
    &units::MEAN_PRESSURE,
    "Mean arterial pressure",
    "Pressão arterial média",
);
/// Sum of the Glasgow coma scale.
pub const GLASGOW_COMA_SCALE: Integer = integer(
    "glasgow_coma_scale",
    (3, 15),
    "Glasgow coma scale",
    "Escala de coma de Glasgow",
);
/// Potassium.
pub const POTASSIUM: Quantity = quantity("potassium", &units::POTASSIUM, "Potassium", "Potássio");
/// Pressure at the end of expiration.
pub const PEEP: Quantity = quantity("peep", &units::PEEP, "PEEP", "PEEP");
/// Concentration of a drug in what is given.
pub const DRUG_CONCENTRATION: Quantity = quantity(
    "drug_concentration",
    &units::DRUG_CONCENTRATION,
    "Concentration of what is given",
    "Concentração da solução",
)
.defined(
    "Of the solution that goes into the syringe or the pump, after dilution. A percentage is not \
     taken: 1% is 10 mg/mL.",
    "Da solução que vai à seringa ou à bomba, depois da diluição. Porcentagem não é aceita: 1% \
     são 10 mg/mL.",
);
/// Dose of norepinephrine.
pub const NOREPINEPHRINE: Quantity = quantity(
    "norepinephrine_dose",
    &units::DRUG_RATE,
    "Norepinephrine",
    "Norepinefrina (noradrenalina)",
);
/// Dose of epinephrine.
pub const EPINEPHRINE: Quantity = quantity(
    "epinephrine_dose",
    &units::DRUG_RATE,
    "Epinephrine",
    "Epinefrina (adrenalina)",
);
/// Dose of dopamine.
pub const DOPAMINE: Quantity = quantity("dopamine_dose", &units::DRUG_RATE, "Dopamine", "Dopamina");
/// First day of the last menstrual period.
pub const LAST_MENSTRUAL_PERIOD: Day = day(
    "last_menstrual_period",
    "First day of the last menstrual period",
    "Primeiro dia da última menstruação (DUM)",
);
/// Completed weeks of gestation.
pub const GESTATIONAL_WEEKS: Integer = integer(
    "gestational_weeks",
    (4, 44),
    "Completed weeks of gestation",
    "Semanas completas de gestação",
)
.defined(
    "Weeks only: of 12 weeks and 5 days, 12.",
    "Só as semanas: de 12 semanas e 5 dias, 12.",
);
/// Days beyond the completed weeks of gestation.
pub const GESTATIONAL_DAYS: Integer = integer(
    "gestational_days",
    (0, 6),
    "Days beyond the completed weeks",
    "Dias além das semanas completas",
);
/// Two fetuses or more.
pub const MULTIPLE_PREGNANCY: Flag = flag(
    "multiple_pregnancy",
    "Multiple pregnancy",
    "Gestação múltipla",
)
.defined("Two fetuses or more.", "Dois fetos ou mais.");

/// The limit most formulas have: 18 completed years or more.
pub const ADULTS: Validity = AGE.from(18.0);
/// The least height of an adult in formulas for adults: less is inches, or metres.
pub const ADULT_HEIGHT: Validity = HEIGHT.from(100.0);
/// The least waist of an adult.
pub const ADULT_WAIST: Validity = WAIST.from(45.0);
/// The least hip of an adult.
pub const ADULT_HIP: Validity = HIP.from(45.0);
/// The least neck of an adult.
pub const ADULT_NECK: Validity = NECK.from(20.0);

/// Cystatin C.
pub const CYSTATIN_C: Quantity = quantity(
    "cystatin_c",
    &units::CYSTATIN_C,
    "Cystatin C",
    "Cistatina C",
);
/// Glomerular filtration rate, where another calculator or the laboratory estimated it.
pub const EGFR: Quantity = quantity(
    "egfr",
    &units::EGFR,
    "Estimated glomerular filtration rate",
    "Taxa de filtração glomerular estimada (TFGe)",
);
/// Albumin in urine by its creatinine.
pub const ALBUMIN_CREATININE_RATIO: Quantity = quantity(
    "albumin_creatinine_ratio",
    &units::ALBUMIN_CREATININE_RATIO,
    "Urine albumin-to-creatinine ratio",
    "Relação albumina/creatinina urinária (RAC)",
);
/// Creatinine in urine.
pub const URINE_CREATININE: Quantity = quantity(
    "urine_creatinine",
    &units::URINE_CREATININE,
    "Urine creatinine",
    "Creatinina urinária",
);
/// Chloride.
pub const CHLORIDE: Quantity =
    quantity("chloride", &units::CHLORIDE, "Chloride", "Cloro (cloreto)");
/// Bicarbonate.
pub const BICARBONATE: Quantity = quantity(
    "bicarbonate",
    &units::BICARBONATE,
    "Bicarbonate",
    "Bicarbonato",
);
/// Total calcium in serum.
pub const CALCIUM: Quantity = quantity("calcium", &units::CALCIUM, "Total calcium", "Cálcio total");
/// Glycated haemoglobin.
pub const HBA1C: Quantity = quantity(
    "hba1c",
    &units::HBA1C,
    "Glycated haemoglobin (HbA1c)",
    "Hemoglobina glicada (HbA1c)",
);
/// C-reactive protein.
pub const C_REACTIVE_PROTEIN: Quantity = quantity(
    "c_reactive_protein",
    &units::CRP,
    "C-reactive protein",
    "Proteína C reativa (PCR)",
);
/// Fraction of inspired oxygen.
pub const FIO2: Quantity = quantity("fio2", &units::FIO2, "FiO2", "FiO2");
/// Insulin, where it has to be that of a fasting person.
pub const FASTING_INSULIN: Quantity = quantity(
    "insulin",
    &units::INSULIN,
    "Fasting insulin",
    "Insulina em jejum",
);
/// Glucose, where it has to be that of a fasting person.
pub const FASTING_GLUCOSE: Quantity = quantity(
    "glucose",
    &units::FASTING_GLUCOSE,
    "Fasting glucose",
    "Glicose em jejum",
);
