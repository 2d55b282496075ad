//! What the components do, called directly.

use clinical::validation::{self, Field as ClinicalField, Raw};
use clinical::{
    ActivityLevel, ActivitySource, Age, BodyHeight, BodyWeight, Classification, HealthMetrics,
    OutOfRange, Sex,
};
use gateway::{
    Activity, BmiAnswer, BmrAnswer, Calculation, Context, EvaluationError, EvaluationViolation,
    Field, Format, Formula, Gender, HealthMetricsAnswer, Language, Metrics, Patient, RawValue,
    Services, Violation,
};

/// The crates behind the contracts.
pub(crate) struct Native;

impl Services for Native {
    fn validate(
        &self,
        calculation: Calculation,
        fields: &[Field],
    ) -> Result<Metrics, Vec<Violation>> {
        let calculation = match calculation {
            Calculation::HealthMetrics => validation::Calculation::HealthMetrics,
            Calculation::Bmi => validation::Calculation::Bmi,
            Calculation::Bmr => validation::Calculation::Bmr,
        };
        let fields: Vec<ClinicalField> = fields.iter().map(field).collect();
        let found = validation::validate(calculation, &fields).map_err(violations)?;
        Ok(Metrics {
            weight: found.weight.map(BodyWeight::kilograms),
            height: found.height.map(BodyHeight::metres),
            age: found.age.map(Age::years),
            gender: found.sex.map(|sex| match sex {
                Sex::Male => Gender::Male,
                Sex::Female => Gender::Female,
            }),
            activity_level: found.activity_level.map(ActivityLevel::factor),
        })
    }

    fn health_metrics(&self, patient: &Patient) -> Result<HealthMetricsAnswer, Vec<Violation>> {
        let level = patient.activity_level.and_then(ActivityLevel::from_factor);
        let found = clinical::health_metrics(&typed(patient)?, level).map_err(violations)?;
        let texts = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
        Ok(HealthMetricsAnswer {
            bmi: found.bmi.kilograms_per_square_metre(),
            classification: class(found.classification),
            healthy: found.classification.is_healthy(),
            bmr: found.bmr.kilocalories_per_day(),
            ideal_weight: found.ideal_weight,
            body_fat_percentage: found.body_fat.percent(),
            daily_calories: found.daily_calories,
            activity: Activity {
                factor: found.activity.factor,
                source: match found.activity.source {
                    ActivitySource::ActivityLevel => "activity_level",
                    ActivitySource::AgeDefault => "age_default",
                },
            },
            assumptions: texts(found.assumptions),
            warnings: texts(found.warnings),
            formulas: HealthMetrics::FORMULAS.map(formula).to_vec(),
        })
    }

    fn bmi(&self, weight: f64, height: f64) -> Result<BmiAnswer, Vec<Violation>> {
        let weight = BodyWeight::from_kilograms(weight).map_err(out_of_range)?;
        let height = BodyHeight::from_metres(height).map_err(out_of_range)?;
        let found = clinical::bmi(weight, height).map_err(violations)?;
        Ok(BmiAnswer {
            bmi: found.bmi.kilograms_per_square_metre(),
            classification: class(found.classification),
            healthy: found.classification.is_healthy(),
            assumptions: Vec::new(),
            formulas: vec![formula(found.formula)],
        })
    }

    fn bmr(&self, patient: &Patient) -> Result<BmrAnswer, Vec<Violation>> {
        let found = clinical::bmr(&typed(patient)?).map_err(violations)?;
        Ok(BmrAnswer {
            bmr: found.bmr.kilocalories_per_day(),
            formulas: vec![formula(found.formula)],
        })
    }

    fn definitions(&self, language: Language) -> Result<String, EvaluationError> {
        Ok(evaluator::definitions(language).to_string())
    }

    fn definition(&self, id: &str, language: Language) -> Result<String, EvaluationError> {
        let found = clinical::calculators::find(id).ok_or(EvaluationError::UnknownCalculator)?;
        Ok(evaluator::definition(found, language).to_string())
    }

    fn evaluate(
        &self,
        id: &str,
        inputs: &str,
        context: &Context,
    ) -> Result<String, EvaluationError> {
        let context =
            evaluator::context(&context.today, context.language.tag()).map_err(refusal)?;
        let found = evaluator::evaluate(id, inputs, &context).map_err(refusal)?;
        Ok(found.to_string())
    }

    fn evaluate_many(&self, cases: &str, context: &Context) -> Result<String, EvaluationError> {
        let context =
            evaluator::context(&context.today, context.language.tag()).map_err(refusal)?;
        Ok(evaluator::evaluate_many(cases, &context))
    }

    fn render(
        &self,
        evaluation: &str,
        format: Format,
        now: &str,
        provenance: &str,
    ) -> Result<String, EvaluationError> {
        let evaluation = serde_json::from_str(evaluation).map_err(|_| EvaluationError::Broken)?;
        Ok(match format {
            Format::Json => return Err(EvaluationError::Broken),
            Format::Text => report::text(&evaluation),
            Format::Markdown => report::markdown(&evaluation),
            Format::Fhir => {
                let provenance = fhir::Provenance::from_json(provenance).unwrap_or_default();
                fhir::bundle(&evaluation, &provenance, now).to_string()
            }
        })
    }
}

fn field(field: &Field) -> ClinicalField {
    ClinicalField {
        name: field.name.clone(),
        value: match &field.value {
            RawValue::Null => Raw::Null,
            RawValue::Boolean(value) => Raw::Boolean(*value),
            RawValue::Number(value) => Raw::Number(*value),
            RawValue::Text(value) => Raw::Text(value.clone()),
            RawValue::Composite => Raw::Composite,
        },
    }
}

fn typed(patient: &Patient) -> Result<clinical::Patient, Vec<Violation>> {
    Ok(clinical::Patient {
        weight: BodyWeight::from_kilograms(patient.weight).map_err(out_of_range)?,
        height: BodyHeight::from_metres(patient.height).map_err(out_of_range)?,
        age: Age::from_years(patient.age).map_err(out_of_range)?,
        sex: match patient.gender {
            Gender::Male => Sex::Male,
            Gender::Female => Sex::Female,
        },
    })
}

fn class(class: Classification) -> &'static str {
    match class {
        Classification::Underweight => "underweight",
        Classification::Normal => "normal",
        Classification::Overweight => "overweight",
        Classification::Obese => "obese",
    }
}

fn formula(formula: clinical::Formula) -> Formula {
    Formula {
        id: formula.id.to_owned(),
        version: formula.version.to_owned(),
        citation: formula.citation.to_owned(),
    }
}

fn violations(found: Vec<clinical::Violation>) -> Vec<Violation> {
    let violations = found.into_iter().map(|violation| Violation {
        field: violation.field,
        code: violation.code.as_str(),
        message: violation.message,
    });
    violations.collect()
}

fn out_of_range(limits: OutOfRange) -> Vec<Violation> {
    vec![Violation {
        field: limits.quantity.to_owned(),
        code: "out-of-range",
        message: limits.to_string(),
    }]
}

fn refusal(error: evaluator::Error) -> EvaluationError {
    match error {
        evaluator::Error::UnknownCalculator => EvaluationError::UnknownCalculator,
        evaluator::Error::NotAnObject | evaluator::Error::InvalidContext => EvaluationError::Broken,
        evaluator::Error::Refused(violations) => {
            let violations = violations.into_iter().map(|violation| EvaluationViolation {
                field: violation.field,
                code: violation.code.as_str().to_owned(),
                message: violation.message,
            });
            EvaluationError::Refused(violations.collect())
        }
    }
}
