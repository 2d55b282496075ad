//! The roadmap's interface: figures of a person, as typed functions.

use clinical::{
    ActivityLevel, ActivitySource, Age, BodyHeight, BodyWeight, Classification, Code,
    HealthMetrics, OutOfRange, Patient, Sex, Violation,
};

use crate::HealthCalculator;
use crate::bindings::exports::medical::health_calc::calculations::{
    Activity, ActivitySource as WitActivitySource, BmiClassification, BmiResult, BmrResult,
    CalculationError, Formula, GenderType, Guest, HealthResults, PatientMetrics, Refusal,
    RefusalCode,
};

impl Guest for HealthCalculator {
    fn calculate_health_metrics(
        metrics: PatientMetrics,
    ) -> Result<HealthResults, CalculationError> {
        let (patient, level) = typed(&metrics)?;
        let found = clinical::health_metrics(&patient, level).map_err(refused)?;
        Ok(HealthResults {
            bmi: found.bmi.kilograms_per_square_metre(),
            bmr: found.bmr.kilocalories_per_day(),
            ideal_weight: found.ideal_weight,
            body_fat_percentage: found.body_fat.percent(),
            daily_calories: found.daily_calories,
            classification: found.classification.into(),
            healthy: found.classification.is_healthy(),
            activity: Activity {
                factor: found.activity.factor,
                source: found.activity.source.into(),
            },
            assumptions: found.assumptions.into_iter().map(str::to_owned).collect(),
            warnings: found.warnings.into_iter().map(str::to_owned).collect(),
            formulas: HealthMetrics::FORMULAS.map(Formula::from).to_vec(),
        })
    }

    fn calculate_bmi(weight: f64, height: f64) -> Result<BmiResult, CalculationError> {
        let mut problems = Vec::new();
        let weight = keep(BodyWeight::from_kilograms(weight), &mut problems);
        let height = keep(BodyHeight::from_metres(height), &mut problems);
        let (Some(weight), Some(height)) = (weight, height) else {
            return Err(CalculationError::Refused(problems));
        };
        let found = clinical::bmi(weight, height).map_err(refused)?;
        Ok(BmiResult {
            bmi: found.bmi.kilograms_per_square_metre(),
            classification: found.classification.into(),
            healthy: found.classification.is_healthy(),
            formula: found.formula.into(),
        })
    }

    fn calculate_bmr(metrics: PatientMetrics) -> Result<BmrResult, CalculationError> {
        let (patient, _) = typed(&metrics)?;
        let found = clinical::bmr(&patient).map_err(refused)?;
        Ok(BmrResult {
            bmr: found.bmr.kilocalories_per_day(),
            formula: found.formula.into(),
        })
    }
}

fn typed(metrics: &PatientMetrics) -> Result<(Patient, Option<ActivityLevel>), CalculationError> {
    let mut problems = Vec::new();
    let weight = keep(BodyWeight::from_kilograms(metrics.weight), &mut problems);
    let height = keep(BodyHeight::from_metres(metrics.height), &mut problems);
    let age = keep(Age::from_years(metrics.age), &mut problems);
    let level = metrics.activity_level.map(ActivityLevel::from_factor);
    if level == Some(None) {
        problems.push(Refusal {
            input: "activity_level".to_owned(),
            code: RefusalCode::NotAChoice,
            message: "activity_level must be one of 1.2, 1.375, 1.55, 1.725, 1.9".to_owned(),
        });
    }
    let (Some(weight), Some(height), Some(age), true) = (weight, height, age, problems.is_empty())
    else {
        return Err(CalculationError::Refused(problems));
    };
    let sex = match metrics.gender {
        GenderType::Male => Sex::Male,
        GenderType::Female => Sex::Female,
    };
    let patient = Patient {
        weight,
        height,
        age,
        sex,
    };
    Ok((patient, level.flatten()))
}

fn keep<T>(value: Result<T, OutOfRange>, problems: &mut Vec<Refusal>) -> Option<T> {
    value
        .map_err(|limits| {
            problems.push(Refusal {
                input: limits.quantity.to_owned(),
                code: RefusalCode::OutOfRange,
                message: limits.to_string(),
            });
        })
        .ok()
}

fn refused(violations: Vec<Violation>) -> CalculationError {
    let refusals = violations.into_iter().map(|violation| Refusal {
        input: violation.field,
        code: match violation.code {
            Code::ImplausibleCombination => RefusalCode::ImplausibleCombination,
            Code::OutsideValidity => RefusalCode::OutsideValidity,
            _ => RefusalCode::OutOfRange,
        },
        message: violation.message,
    });
    CalculationError::Refused(refusals.collect())
}

impl From<Classification> for BmiClassification {
    fn from(classification: Classification) -> Self {
        match classification {
            Classification::Underweight => Self::Underweight,
            Classification::Normal => Self::Normal,
            Classification::Overweight => Self::Overweight,
            Classification::Obese => Self::Obese,
        }
    }
}

impl From<ActivitySource> for WitActivitySource {
    fn from(source: ActivitySource) -> Self {
        match source {
            ActivitySource::ActivityLevel => Self::ActivityLevel,
            ActivitySource::AgeDefault => Self::AgeDefault,
        }
    }
}

impl From<clinical::Formula> for Formula {
    fn from(formula: clinical::Formula) -> Self {
        Self {
            id: formula.id.to_owned(),
            version: formula.version.to_owned(),
            citation: formula.citation.to_owned(),
        }
    }
}
