//! The platform's first answers: body and energy figures of an adult.
//!
//! Each function runs its formulas on typed values and returns either every
//! figure or every reason why there is none.

use crate::activity::{Activity, ActivityLevel, ActivitySource};
use crate::calculators::body::bmi::Classification;
use crate::calculators::body::{
    bmi as body_mass_index, bmr_roza_shizgal_1984 as roza_shizgal,
    body_fat_deurenberg_1991 as deurenberg, ibw_lorentz_1929 as lorentz, tdee,
};
use crate::formula::Formula;
use crate::quantity::{AdultAge, Age, BodyFat, BodyHeight, BodyMassIndex, BodyWeight, EnergyRate};
use crate::sex::Sex;
use crate::violation::{Code, Violation};

/// What the formulas need to know about a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patient {
    /// Body weight.
    pub weight: BodyWeight,
    /// Body height.
    pub height: BodyHeight,
    /// Age in completed years.
    pub age: Age,
    /// Which of the published sets of constants applies.
    pub sex: Sex,
}

/// A body mass index with its class.
#[derive(Debug, Clone, PartialEq)]
pub struct BmiResult {
    /// The index, unrounded.
    pub bmi: BodyMassIndex,
    /// WHO class for adults, by the unrounded index.
    pub classification: Classification,
    /// What produced the figures.
    pub formula: Formula,
}

/// A basal metabolic rate.
#[derive(Debug, Clone, PartialEq)]
pub struct BmrResult {
    /// The rate, unrounded.
    pub bmr: EnergyRate,
    /// What produced the figure.
    pub formula: Formula,
}

/// All figures of the health metrics.
#[derive(Debug, Clone, PartialEq)]
pub struct HealthMetrics {
    /// Body mass index.
    pub bmi: BodyMassIndex,
    /// WHO class for adults.
    pub classification: Classification,
    /// Basal metabolic rate.
    pub bmr: EnergyRate,
    /// Ideal body weight in kg.
    pub ideal_weight: f64,
    /// Share of fat in the body.
    pub body_fat: BodyFat,
    /// Basal rate times the activity factor, in kcal/d.
    pub daily_calories: f64,
    /// The activity factor and where it comes from.
    pub activity: Activity,
    /// What the figures rest on that was not sent.
    pub assumptions: Vec<&'static str>,
    /// What a reader has to know before trusting a figure.
    pub warnings: Vec<&'static str>,
}

impl HealthMetrics {
    /// Identities of all formulas used, in the order of the figures.
    pub const FORMULAS: [Formula; 5] = [
        body_mass_index::FORMULA,
        roza_shizgal::FORMULA,
        lorentz::FORMULA,
        deurenberg::FORMULA,
        tdee::FORMULA,
    ];
}

/// Body mass index and WHO class of an adult.
///
/// # Errors
///
/// When the measurements together describe no one.
pub fn bmi(weight: BodyWeight, height: BodyHeight) -> Result<BmiResult, Vec<Violation>> {
    let bmi = plausible_bmi(weight, height)?;
    Ok(BmiResult {
        bmi,
        classification: Classification::of(bmi),
        formula: body_mass_index::FORMULA,
    })
}

/// Basal metabolic rate of an adult.
///
/// # Errors
///
/// Under 18 years, or when the measurements together describe no one.
pub fn bmr(patient: &Patient) -> Result<BmrResult, Vec<Violation>> {
    let (age, bmi) = (
        adult(patient.age),
        plausible_bmi(patient.weight, patient.height),
    );
    match (age, bmi) {
        (Ok(age), Ok(_)) => Ok(BmrResult {
            bmr: plausible_bmr(patient, age)?,
            formula: roza_shizgal::FORMULA,
        }),
        (age, bmi) => Err(collect(age.err(), bmi.err())),
    }
}

/// All figures of an adult.
///
/// # Errors
///
/// When any figure cannot be given: under 18 or over 83 years, under 1.30 m,
/// or when the measurements together describe no one.
pub fn health_metrics(
    patient: &Patient,
    level: Option<ActivityLevel>,
) -> Result<HealthMetrics, Vec<Violation>> {
    let age = adult(patient.age).and_then(within_body_fat_ages);
    let bmi = plausible_bmi(patient.weight, patient.height);
    let tall_enough = tall_enough_for_ideal_weight(patient.height);
    match (age, bmi, tall_enough) {
        (Ok(age), Ok(bmi), Ok(())) => {
            let bmr = plausible_bmr(patient, age)?;
            let body_fat = body_fat(patient.sex, age, bmi)?;
            let activity = Activity::new(level, age);
            Ok(HealthMetrics {
                bmi,
                classification: Classification::of(bmi),
                bmr,
                ideal_weight: lorentz::calculate(patient.sex, patient.height),
                body_fat,
                daily_calories: tdee::calculate(bmr, activity),
                activity,
                assumptions: assumptions(activity),
                warnings: warnings(bmi),
            })
        }
        (age, bmi, tall_enough) => {
            let mut problems = collect(age.err(), bmi.err());
            problems.extend(tall_enough.err());
            Err(problems)
        }
    }
}

fn assumptions(activity: Activity) -> Vec<&'static str> {
    match activity.source {
        ActivitySource::ActivityLevel => vec![],
        ActivitySource::AgeDefault => vec![
            "No activity level was sent: the activity factor is a default for the age, not \
             an observation of this person.",
        ],
    }
}

fn warnings(bmi: BodyMassIndex) -> Vec<&'static str> {
    if deurenberg::DERIVATION_BMI.contains(&bmi.kilograms_per_square_metre()) {
        vec![]
    } else {
        vec![
            "The body mass index is outside 13.9 to 40.9 kg/m2, the range in which the body fat \
             equation (Deurenberg 1991) was derived.",
        ]
    }
}

fn collect(first: Option<Violation>, others: Option<Vec<Violation>>) -> Vec<Violation> {
    first
        .into_iter()
        .chain(others.into_iter().flatten())
        .collect()
}

/// The age as an adult's; all figures here are for adults.
pub(crate) fn adult(age: Age) -> Result<AdultAge, Violation> {
    AdultAge::new(age).ok_or_else(|| {
        Violation::new(
            "age",
            Code::OutsideValidity,
            "age must be 18 years or more: the formulas and classes hold for adults only",
        )
    })
}

fn plausible_bmi(weight: BodyWeight, height: BodyHeight) -> Result<BodyMassIndex, Vec<Violation>> {
    body_mass_index::calculate(weight, height).map_err(|limits| {
        let hint = if look_swapped(weight.kilograms(), height.metres()) {
            "; they look swapped"
        } else {
            "; check both values and their units (kg and m)"
        };
        let message = format!(
            "weight and height together give a body mass index outside {} to {} kg/m2{hint}",
            limits.least, limits.greatest
        );
        implausible_together(&["weight", "height"], &message)
    })
}

fn plausible_bmr(patient: &Patient, age: AdultAge) -> Result<EnergyRate, Vec<Violation>> {
    roza_shizgal::calculate(patient.sex, age, patient.weight, patient.height).map_err(|limits| {
        let message = format!(
            "weight, height and age together give a basal metabolic rate outside {} to {} kcal/d",
            limits.least, limits.greatest
        );
        implausible_together(&["weight", "height", "age"], &message)
    })
}

fn implausible_together(fields: &[&str], message: &str) -> Vec<Violation> {
    fields
        .iter()
        .map(|field| Violation::new(field, Code::ImplausibleCombination, message))
        .collect()
}

pub(crate) fn tall_enough_for_ideal_weight(height: BodyHeight) -> Result<(), Violation> {
    if height.metres() >= lorentz::LEAST_HEIGHT_METRES {
        return Ok(());
    }
    Err(Violation::new(
        "height",
        Code::OutsideValidity,
        format!(
            "height must be {:.2} m or more for the ideal weight (Lorentz); \
             the body mass index and the basal metabolic rate are available on their own",
            lorentz::LEAST_HEIGHT_METRES
        ),
    ))
}

pub(crate) fn within_body_fat_ages(age: AdultAge) -> Result<AdultAge, Violation> {
    if deurenberg::VALID_AGES.contains(&age.years()) {
        return Ok(age);
    }
    Err(Violation::new(
        "age",
        Code::OutsideValidity,
        format!(
            "age must be {} years or less for the body fat equation (Deurenberg 1991); \
             the body mass index and the basal metabolic rate are available on their own",
            deurenberg::VALID_AGES.end()
        ),
    ))
}

fn body_fat(sex: Sex, age: AdultAge, bmi: BodyMassIndex) -> Result<BodyFat, Vec<Violation>> {
    deurenberg::calculate(sex, age, bmi).map_err(|_| {
        ["weight", "height"]
            .map(|field| {
                Violation::new(
                    field,
                    Code::OutsideValidity,
                    "weight and height give a body mass index so far outside 13.9 to 40.9 kg/m2 \
                     that the body fat equation (Deurenberg 1991) has no answer",
                )
            })
            .to_vec()
    })
}

/// Whether the two numbers would describe an ordinary body if they changed
/// places, in metres or in centimetres. Only ever used for a hint.
pub(crate) fn look_swapped(weight: f64, height: f64) -> bool {
    let ordinary = |kilograms: f64, metres: f64| {
        (0.5..=2.5).contains(&metres)
            && (2.0..=400.0).contains(&kilograms)
            && (10.0..=80.0).contains(&(kilograms / (metres * metres)))
    };
    [weight, weight / 100.0]
        .into_iter()
        .any(|metres| ordinary(height, metres) || ordinary(height * 100.0, metres))
}
