//! Inputs that several calculators share, so that the same thing has the same
//! name, kind and title everywhere.

use crate::definition::{Choice, Input, Kind, choice, optional, required};
use crate::units;

/// The codes of [`SEX`]; the formulas were published for these two.
pub const SEXES: &[Choice] = &[
    choice("male", "male", "masculino"),
    choice("female", "female", "feminino"),
];

/// Sex as a parameter of the formula.
pub const SEX: Input = required("sex", Kind::Choice(SEXES), "Sex", "Sexo");
/// Age in completed years.
pub const AGE: Input = required("age", Kind::Age, "Age", "Idade");
/// Age, where the calculator can do without.
pub const AGE_IF_KNOWN: Input = optional("age", Kind::Age, "Age", "Idade");
/// Body weight.
pub const WEIGHT: Input = quantity("weight", &units::WEIGHT, "Weight", "Peso");
/// Body height.
pub const HEIGHT: Input = quantity("height", &units::HEIGHT, "Height", "Altura");
/// Waist circumference.
pub const WAIST: Input = quantity(
    "waist",
    &units::WAIST,
    "Waist circumference",
    "Circunferência da cintura",
);
/// Hip circumference.
pub const HIP: Input = quantity(
    "hip",
    &units::CIRCUMFERENCE,
    "Hip circumference",
    "Circunferência do quadril",
);
/// Lean body mass.
pub const LEAN_BODY_MASS: Input = quantity(
    "lean_body_mass",
    &units::LEAN_BODY_MASS,
    "Lean body mass",
    "Massa corporal magra",
);
/// Creatinine in serum or plasma.
pub const CREATININE: Input =
    quantity("creatinine", &units::CREATININE, "Creatinine", "Creatinina");
/// Total bilirubin.
pub const BILIRUBIN: Input = quantity(
    "bilirubin",
    &units::BILIRUBIN,
    "Total bilirubin",
    "Bilirrubina total",
);
/// Albumin.
pub const ALBUMIN: Input = quantity("albumin", &units::ALBUMIN, "Albumin", "Albumina");
/// International normalised ratio.
pub const INR: Input = quantity("inr", &units::INR, "INR", "INR");
/// Sodium.
pub const SODIUM: Input = quantity("sodium", &units::SODIUM, "Sodium", "Sódio");
/// Glucose.
pub const GLUCOSE: Input = quantity("glucose", &units::GLUCOSE, "Glucose", "Glicose");
/// Blood urea nitrogen.
pub const BUN: Input = quantity(
    "bun",
    &units::BUN,
    "Blood urea nitrogen",
    "Nitrogênio ureico (ou ureia em mmol/L)",
);
/// Total cholesterol.
pub const TOTAL_CHOLESTEROL: Input = quantity(
    "total_cholesterol",
    &units::CHOLESTEROL,
    "Total cholesterol",
    "Colesterol total",
);
/// HDL cholesterol.
pub const HDL_CHOLESTEROL: Input = quantity(
    "hdl_cholesterol",
    &units::HDL_CHOLESTEROL,
    "HDL cholesterol",
    "Colesterol HDL",
);
/// Triglycerides.
pub const TRIGLYCERIDES: Input = quantity(
    "triglycerides",
    &units::TRIGLYCERIDES,
    "Triglycerides",
    "Triglicerídeos",
);
/// Systolic blood pressure.
pub const SYSTOLIC_BP: Input = quantity(
    "systolic_bp",
    &units::SYSTOLIC,
    "Systolic blood pressure",
    "Pressão arterial sistólica",
);
/// Diastolic blood pressure.
pub const DIASTOLIC_BP: Input = quantity(
    "diastolic_bp",
    &units::DIASTOLIC,
    "Diastolic blood pressure",
    "Pressão arterial diastólica",
);
/// Heart rate.
pub const HEART_RATE: Input = quantity(
    "heart_rate",
    &units::HEART_RATE,
    "Heart rate",
    "Frequência cardíaca",
);
/// Respiratory rate.
pub const RESPIRATORY_RATE: Input = quantity(
    "respiratory_rate",
    &units::RESPIRATORY_RATE,
    "Respiratory rate",
    "Frequência respiratória",
);
/// QT interval.
pub const QT: Input = quantity("qt", &units::QT, "QT interval", "Intervalo QT");

/// A required quantity.
pub const fn quantity(
    name: &'static str,
    kind: &'static units::QuantityKind,
    en: &'static str,
    pt: &'static str,
) -> Input {
    required(name, Kind::Quantity(kind), en, pt)
}

/// A required truth value.
pub const fn boolean(name: &'static str, en: &'static str, pt: &'static str) -> Input {
    required(name, Kind::Boolean, en, pt)
}
