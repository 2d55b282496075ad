//! The roadmap's interface: figures of a person, as typed functions over the same
//! definitions.

use clinical::definition::Value;
use clinical::{Context, Evaluation, Language, Raw, calculators};

use crate::HealthCalculator;
use crate::bindings::exports::medical::health_calc::calculations::{
    Activity, ActivitySource, BmiClassification, BmiResult, BmrResult, CalculationError, Formula,
    GenderType, Guest, HealthResults, PatientMetrics, Refusal, RefusalCode,
};

impl Guest for HealthCalculator {
    fn calculate_health_metrics(
        metrics: PatientMetrics,
    ) -> Result<HealthResults, CalculationError> {
        let stated = metrics.activity_level.is_some();
        let found = evaluate("health-metrics", person(&metrics))?;
        let classification = class(&found)?;
        let texts = |all: &[clinical::Text]| all.iter().map(|one| one.en.to_owned()).collect();
        Ok(HealthResults {
            bmi: number(&found, "bmi")?,
            bmr: number(&found, "bmr")?,
            ideal_weight: number(&found, "ideal_weight")?,
            body_fat_percentage: number(&found, "body_fat_percentage")?,
            daily_calories: number(&found, "daily_calories")?,
            classification,
            healthy: classification == BmiClassification::Normal,
            activity: Activity {
                factor: number(&found, "activity_factor")?,
                source: if stated {
                    ActivitySource::ActivityLevel
                } else {
                    ActivitySource::AgeDefault
                },
            },
            assumptions: texts(&found.assumptions),
            warnings: texts(&found.warnings),
            formulas: formulas(&found),
        })
    }

    fn calculate_bmi(weight: f64, height: f64) -> Result<BmiResult, CalculationError> {
        let sizes = vec![
            quantity("weight", weight, "kg"),
            quantity("height", height, "m"),
        ];
        let found = evaluate("adult-bmi", sizes)?;
        let classification = class(&found)?;
        Ok(BmiResult {
            bmi: number(&found, "bmi")?,
            classification,
            healthy: classification == BmiClassification::Normal,
            formula: formulas(&found).pop().ok_or(CalculationError::Defect)?,
        })
    }

    fn calculate_bmr(metrics: PatientMetrics) -> Result<BmrResult, CalculationError> {
        let found = evaluate("adult-bmr", person(&metrics))?;
        Ok(BmrResult {
            bmr: number(&found, "bmr")?,
            formula: formulas(&found).pop().ok_or(CalculationError::Defect)?,
        })
    }
}

type Input = (String, Raw);

fn quantity(name: &str, value: f64, unit: &str) -> Input {
    let members = vec![
        ("value".to_owned(), Raw::Number(value)),
        ("unit".to_owned(), Raw::Text(unit.to_owned())),
    ];
    (name.to_owned(), Raw::Object(members))
}

fn person(metrics: &PatientMetrics) -> Vec<Input> {
    let sex = match metrics.gender {
        GenderType::Male => "male",
        GenderType::Female => "female",
    };
    let mut inputs = vec![
        quantity("weight", metrics.weight, "kg"),
        quantity("height", metrics.height, "m"),
        quantity("age", metrics.age.into(), "a"),
        ("sex".to_owned(), Raw::Text(sex.to_owned())),
    ];
    let level = metrics.activity_level.map(Raw::Number);
    inputs.extend(level.map(|level| ("activity_level".to_owned(), level)));
    inputs
}

fn evaluate(calculator: &str, inputs: Vec<Input>) -> Result<Evaluation, CalculationError> {
    let calculator = calculators::find(calculator).ok_or(CalculationError::Defect)?;
    // Ages come in years here, so no figure depends on the day.
    let context = Context {
        today: Default::default(),
        language: Language::English,
    };
    clinical::evaluate(calculator, &inputs, &context).map_err(|error| match error {
        clinical::Error::Refused(violations) => {
            CalculationError::Refused(violations.into_iter().map(refusal).collect())
        }
        clinical::Error::Defect(_) => CalculationError::Defect,
    })
}

fn refusal(violation: clinical::Violation) -> Refusal {
    let name = violation.field.split('/').next().unwrap_or_default();
    Refusal {
        input: name.to_owned(),
        code: match violation.code {
            clinical::Code::ImplausibleCombination => RefusalCode::ImplausibleCombination,
            clinical::Code::OutsideValidity => RefusalCode::OutsideValidity,
            clinical::Code::NotAChoice => RefusalCode::NotAChoice,
            _ => RefusalCode::OutOfRange,
        },
        message: violation.message,
    }
}

fn number(evaluation: &Evaluation, name: &str) -> Result<f64, CalculationError> {
    let mut results = evaluation.results.iter();
    match results
        .find(|one| one.output.name == name)
        .map(|one| one.value)
    {
        Some(Value::Number(number)) => Ok(number),
        _ => Err(CalculationError::Defect),
    }
}

/// The class of the first result that has a meaning.
fn class(evaluation: &Evaluation) -> Result<BmiClassification, CalculationError> {
    let meaning = evaluation.results.iter().find_map(|one| one.interpretation);
    Ok(match meaning.map(|one| one.code).unwrap_or_default() {
        "severe-thinness" | "moderate-thinness" | "mild-thinness" => BmiClassification::Underweight,
        "normal" => BmiClassification::Normal,
        "overweight" => BmiClassification::Overweight,
        "obesity-class-1" | "obesity-class-2" | "obesity-class-3" => BmiClassification::Obese,
        _ => return Err(CalculationError::Defect),
    })
}

fn formulas(evaluation: &Evaluation) -> Vec<Formula> {
    let editions = evaluation.results.iter().filter_map(|one| one.output.by);
    let formulas = editions.map(|calculator| Formula {
        id: calculator.id.to_owned(),
        version: calculator.version.to_owned(),
        citation: calculator.reference.citation.to_owned(),
    });
    formulas.collect()
}
