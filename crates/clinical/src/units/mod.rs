//! Kinds of quantities: which UCUM units each admits, how they convert, and
//! which values are plausible.

mod blood;
mod breath;
mod concentration;
mod count;
mod drug;
mod filtration;
mod fraction;
mod length;
mod mass;
mod pressure;
mod rate;
mod serum;
mod temperature;
mod time;
mod volume;

pub use blood::{
    ARTERIAL_PH, D_DIMER, ESR, FIBRINOGEN, HEMATOCRIT, HEMATOCRIT_FALL, HEMOGLOBIN,
    PROTHROMBIN_CONTROL, PROTHROMBIN_PROLONGATION, PROTHROMBIN_TIME,
};
pub use breath::{
    ALVEOLAR_ARTERIAL, COMPLIANCE, INSPIRATORY_PRESSURE, MEAN_AIRWAY_PRESSURE, PEEP, TIDAL_VOLUME,
};
pub use concentration::{
    ALBUMIN, BICARBONATE, BILIRUBIN, BUN, CALCIUM, CHLORIDE, CHOLESTEROL, CREATININE,
    FASTING_GLUCOSE, GLUCOSE, HDL_CHOLESTEROL, INSULIN, POTASSIUM, SODIUM, TRIGLYCERIDES, UREA,
};
pub use count::{LEUKOCYTES, PLATELETS};
pub use drug::{
    DAILY_AMOUNT, DOSE_BY_WEIGHT, DOSE_RATE, DRUG_AMOUNT, DRUG_CONCENTRATION, INFUSION_RATE,
    INFUSION_TIME, INFUSION_VOLUME, PATCH_RATE, VASOPRESSIN_RATE,
};
pub use fraction::{BANDS, BURNED_AREA, FIO2, HBA1C, INR, OXYGEN_SATURATION};
pub use length::{
    BIPARIETAL, CROWN_RUMP, FEMUR, FETAL_ABDOMEN, FETAL_HEAD, HEAD, HEIGHT, HIP, NECK,
    PARENT_HEIGHT, VISUAL_ANALOGUE, WAIST, WALKED_DISTANCE,
};
pub use mass::{BODY_MASS_INDEX, LEAN_BODY_MASS, PRE_PREGNANCY_WEIGHT, WEIGHT};
pub use pressure::{DIASTOLIC, LIMB_PRESSURE, MEAN_PRESSURE, PACO2, PAO2, SYSTOLIC};
pub use rate::{DRUG_RATE, HEART_RATE, RESPIRATORY_RATE, URINE_OUTPUT};
pub use serum::{
    ALT, AST, AST_LIMIT, BASE_EXCESS, BILIRUBIN_LATER, BUN_RISE, CRP, FLUID_BALANCE, LDH, UREA_RISE,
};
pub use temperature::TEMPERATURE;
pub use time::{AGE, CYCLE_LENGTH, HOURS_SINCE, QT};
pub use volume::HEMATOMA_VOLUME;

pub use concentration::{
    ASCITES_ALBUMIN, CYSTATIN_C, EARLIER_CREATININE, ETHANOL, HEMOGLOBIN_GOAL, OSMOLALITY,
    PHENYTOIN,
};
pub use filtration::{
    ALBUMIN_CREATININE_RATIO, DIALYSIS_TIME, EGFR, GFR, POSTDIALYSIS_UREA, PREDIALYSIS_UREA,
    ULTRAFILTRATION, URINE_ALBUMIN, URINE_CREATININE, URINE_SODIUM, URINE_UREA,
    URINE_UREA_NITROGEN,
};
pub use length::ALTITUDE;
pub use pressure::BAROMETRIC;
pub use time::CARBOPLATIN_EXPOSURE;

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

/// A LOINC code of a kind of quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loinc {
    /// The code.
    pub code: &'static str,
    /// UCUM codes of the units, among those of the kind, that fit the property
    /// which the code is for: a mass per volume has no value in moles per volume.
    pub units: &'static [&'static str],
    /// Whether it says less than the kind asks for, as the code of any glucose does
    /// of one that has to be fasting: where there is something with another code, that
    /// counts.
    pub unspecific: bool,
}

impl Loinc {
    /// The same code, where it says less than the kind asks for.
    const fn unspecific(self) -> Self {
        Self {
            unspecific: true,
            ..self
        }
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
    /// A value that a patient may well have, in the canonical unit: examples are
    /// made of it. It is not a normal value.
    pub ordinary: f64,
    /// LOINC codes that are certain.
    pub loinc: &'static [Loinc],
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

/// A kind with its units, the canonical one first, its plausible range, an
/// ordinary value, and its LOINC codes.
const fn kind(
    name: &'static str,
    units: &'static [Unit],
    (least, greatest): (f64, f64),
    ordinary: f64,
    loinc: &'static [Loinc],
) -> QuantityKind {
    QuantityKind {
        name,
        units,
        least,
        greatest,
        ordinary,
        loinc,
        bare: false,
    }
}

const fn loinc(code: &'static str, units: &'static [&'static str]) -> Loinc {
    Loinc {
        code,
        units,
        unspecific: false,
    }
}
