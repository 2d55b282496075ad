//! Kinds of quantities: which UCUM units each admits, how they convert, and
//! which values are plausible.

use crate::round;

/// A unit that a kind of quantity admits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// UCUM code, case-sensitive.
    pub code: &'static str,
    // canonical = value x times / by + offset. Two numbers, because dividing by
    // 88.4 is exact where multiplying by its rounded inverse is not, and a value
    // that lies on a threshold in one unit must lie on it in all.
    times: f64,
    by: f64,
    offset: f64,
}

impl Unit {
    /// A value in this unit, in the kind's canonical unit.
    pub fn to_canonical(self, value: f64) -> f64 {
        if self.times == self.by && self.offset == 0.0 {
            return value;
        }
        // The last bit must not move a value to one side of a threshold.
        round::steady(value * self.times / self.by + self.offset)
    }

    /// A value in the canonical unit, in this unit.
    pub fn from_canonical(self, value: f64) -> f64 {
        (value - self.offset) * self.by / self.times
    }
}

/// A kind of quantity.
#[derive(Debug, PartialEq)]
pub struct QuantityKind {
    /// Name, in kebab-case.
    pub name: &'static str,
    /// Admitted units, the canonical one first.
    pub units: &'static [Unit],
    /// Least plausible value in the canonical unit.
    pub least: f64,
    /// Greatest plausible value in the canonical unit.
    pub greatest: f64,
    /// LOINC codes that are certain: code, and the unit it implies, if any.
    pub loinc: &'static [&'static str],
    /// Whether a bare number is admitted too.
    pub bare: bool,
}

impl QuantityKind {
    /// The unit that formulas use.
    pub const fn canonical(&self) -> Unit {
        self.units[0]
    }

    /// The admitted unit with this code.
    pub fn unit(&self, code: &str) -> Option<Unit> {
        self.units.iter().copied().find(|unit| unit.code == code)
    }

    /// Whether a canonical value is plausible; NaN never is.
    pub fn plausible(&self, canonical: f64) -> bool {
        (self.least..=self.greatest).contains(&canonical)
    }
}

/// A unit that is `times` canonical units.
const fn unit(code: &'static str, times: f64) -> Unit {
    affine(code, times, 1.0, 0.0)
}

/// A unit of which `by` make one canonical unit.
const fn part(code: &'static str, by: f64) -> Unit {
    affine(code, 1.0, by, 0.0)
}

const fn affine(code: &'static str, times: f64, by: f64, offset: f64) -> Unit {
    Unit {
        code,
        times,
        by,
        offset,
    }
}

const fn kind(
    name: &'static str,
    units: &'static [Unit],
    least: f64,
    greatest: f64,
    loinc: &'static [&'static str],
) -> QuantityKind {
    QuantityKind {
        name,
        units,
        least,
        greatest,
        loinc,
        bare: false,
    }
}

const MASS: &[Unit] = &[
    unit("kg", 1.0),
    part("g", 1000.0),
    unit("[lb_av]", 0.453_592_37),
];
const LENGTH: &[Unit] = &[unit("cm", 1.0), unit("m", 100.0), unit("[in_i]", 2.54)];
const PRESSURE: &[Unit] = &[unit("mm[Hg]", 1.0), unit("kPa", 7.500_62)];
const PER_MINUTE: &[Unit] = &[unit("/min", 1.0)];
const PERCENT: &[Unit] = &[unit("%", 1.0)];
const ION: &[Unit] = &[unit("mmol/L", 1.0), unit("meq/L", 1.0)];
const CHOLESTEROL_UNITS: &[Unit] = &[unit("mg/dL", 1.0), unit("mmol/L", 38.67)];

/// Body weight.
pub static WEIGHT: QuantityKind = kind("body-weight", MASS, 0.3, 650.0, &["29463-7"]);
/// Body height.
pub static HEIGHT: QuantityKind = kind("body-height", LENGTH, 20.0, 280.0, &["8302-2"]);
/// Circumference of the waist.
pub static WAIST: QuantityKind = kind("circumference", LENGTH, 10.0, 300.0, &["8280-0"]);
/// Circumference of the hip or neck.
pub static CIRCUMFERENCE: QuantityKind = kind("circumference", LENGTH, 10.0, 300.0, &[]);
/// Lean body mass.
pub static LEAN_BODY_MASS: QuantityKind = kind("lean-body-mass", MASS, 5.0, 200.0, &[]);
/// Age; counted in completed years.
pub static AGE: QuantityKind = kind(
    "age",
    &[unit("a", 1.0), part("mo", 12.0), part("d", 365.25)],
    0.0,
    130.0,
    &[],
);
/// Creatinine in serum or plasma.
pub static CREATININE: QuantityKind = kind(
    "creatinine",
    &[unit("mg/dL", 1.0), part("umol/L", 88.4)],
    0.1,
    30.0,
    &["2160-0", "14682-9"],
);
/// Total bilirubin.
pub static BILIRUBIN: QuantityKind = kind(
    "bilirubin",
    &[unit("mg/dL", 1.0), part("umol/L", 17.1)],
    0.05,
    80.0,
    &["1975-2"],
);
/// Blood urea nitrogen; in mmol/L it is urea.
pub static BUN: QuantityKind = kind(
    "blood-urea-nitrogen",
    &[unit("mg/dL", 1.0), part("mmol/L", 0.357)],
    1.0,
    300.0,
    &["3094-0"],
);
/// Glucose.
pub static GLUCOSE: QuantityKind = kind(
    "glucose",
    &[unit("mg/dL", 1.0), unit("mmol/L", 18.0156)],
    10.0,
    2000.0,
    &["2345-7"],
);
/// Insulin.
pub static INSULIN: QuantityKind = kind(
    "insulin",
    &[unit("u[IU]/mL", 1.0), part("pmol/L", 6.0)],
    0.1,
    1000.0,
    &["20448-7"],
);
/// Total cholesterol.
pub static CHOLESTEROL: QuantityKind =
    kind("cholesterol", CHOLESTEROL_UNITS, 5.0, 1500.0, &["2093-3"]);
/// HDL cholesterol.
pub static HDL_CHOLESTEROL: QuantityKind =
    kind("cholesterol", CHOLESTEROL_UNITS, 5.0, 1500.0, &["2085-9"]);
/// Triglycerides.
pub static TRIGLYCERIDES: QuantityKind = kind(
    "triglycerides",
    &[unit("mg/dL", 1.0), unit("mmol/L", 88.57)],
    10.0,
    10_000.0,
    &["2571-8"],
);
/// Sodium.
pub static SODIUM: QuantityKind = kind("sodium", ION, 80.0, 200.0, &["2951-2"]);
/// Chloride.
pub static CHLORIDE: QuantityKind = kind("chloride", ION, 50.0, 160.0, &[]);
/// Bicarbonate.
pub static BICARBONATE: QuantityKind = kind("bicarbonate", ION, 2.0, 60.0, &[]);
/// Total calcium.
pub static CALCIUM: QuantityKind = kind(
    "calcium",
    &[unit("mg/dL", 1.0), unit("mmol/L", 4.008)],
    3.0,
    25.0,
    &[],
);
/// Albumin.
pub static ALBUMIN: QuantityKind = kind(
    "albumin",
    &[unit("g/dL", 1.0), part("g/L", 10.0)],
    0.5,
    8.0,
    &["1751-7"],
);
/// Glycated haemoglobin: NGSP percent, or IFCC mmol/mol.
pub static HBA1C: QuantityKind = kind(
    "hba1c",
    &[unit("%", 1.0), affine("mmol/mol", 0.091_48, 1.0, 2.152)],
    3.0,
    20.0,
    &["4548-4"],
);
/// International normalised ratio.
pub static INR: QuantityKind = QuantityKind {
    bare: true,
    ..kind("inr", &[unit("1", 1.0)], 0.5, 20.0, &[])
};
/// Systolic blood pressure.
pub static SYSTOLIC: QuantityKind = kind("blood-pressure", PRESSURE, 20.0, 350.0, &["8480-6"]);
/// Diastolic blood pressure.
pub static DIASTOLIC: QuantityKind = kind("blood-pressure", PRESSURE, 20.0, 350.0, &["8462-4"]);
/// Mean arterial pressure.
pub static MEAN_PRESSURE: QuantityKind = kind("blood-pressure", PRESSURE, 20.0, 350.0, &["8478-0"]);
/// Heart rate.
pub static HEART_RATE: QuantityKind = kind("heart-rate", PER_MINUTE, 10.0, 350.0, &["8867-4"]);
/// Respiratory rate.
pub static RESPIRATORY_RATE: QuantityKind =
    kind("respiratory-rate", PER_MINUTE, 1.0, 120.0, &["9279-1"]);
/// Body temperature.
pub static TEMPERATURE: QuantityKind = kind(
    "temperature",
    &[unit("Cel", 1.0), affine("[degF]", 5.0, 9.0, -160.0 / 9.0)],
    20.0,
    46.0,
    &["8310-5"],
);
/// Oxygen saturation by pulse oximetry.
pub static OXYGEN_SATURATION: QuantityKind =
    kind("oxygen-saturation", PERCENT, 10.0, 100.0, &["2708-6"]);
/// Fraction of inspired oxygen.
pub static FIO2: QuantityKind = kind("fio2", PERCENT, 15.0, 100.0, &[]);
/// Partial pressure of oxygen in arterial blood.
pub static PAO2: QuantityKind = kind("pao2", PRESSURE, 10.0, 700.0, &[]);
/// Platelets.
pub static PLATELETS: QuantityKind = kind(
    "platelets",
    &[unit("10*9/L", 1.0), unit("10*3/uL", 1.0)],
    1.0,
    3000.0,
    &[],
);
/// QT interval.
pub static QT: QuantityKind = kind(
    "time-interval",
    &[unit("ms", 1.0), unit("s", 1000.0)],
    100.0,
    900.0,
    &[],
);
/// Rate of a drug by body weight.
pub static DRUG_RATE: QuantityKind = kind("drug-rate", &[unit("ug/kg/min", 1.0)], 0.0, 100.0, &[]);
/// Length of a menstrual cycle.
pub static CYCLE_LENGTH: QuantityKind = kind("cycle-length", &[unit("d", 1.0)], 15.0, 60.0, &[]);
