//! The components behind the gateway, over their WIT contracts.

use gateway::{
    Activity, BmiAnswer, BmrAnswer, Calculation, Context, EvaluationError, Field, Format, Formula,
    Gender, HealthMetricsAnswer, Language, Metrics, Patient, RawValue, Services, Violation,
};

mod bindings {

    wit_bindgen::generate!({
        path: [
            "../../wit/validation",
            "../../wit/health-calc",
            "../../wit/report",
            "../../wit/medical-api",
        ],
        world: "medical:api/medical-api",
        generate_all,
    });
}

mod catalogue;

use bindings::medical::health_calc::calculations as calc;
use bindings::medical::validation::validation as valid;

/// Every call crosses the link that the manifest gives it. A missing link or a
/// component that traps traps this call too: there is no answer to fall back on.
pub(crate) struct Lattice;

impl Services for Lattice {
    fn validate(
        &self,
        calculation: Calculation,
        fields: &[Field],
    ) -> Result<Metrics, Vec<Violation>> {
        let calculation = match calculation {
            Calculation::HealthMetrics => valid::Calculation::HealthMetrics,
            Calculation::Bmi => valid::Calculation::Bmi,
            Calculation::Bmr => valid::Calculation::Bmr,
        };
        let fields: Vec<valid::Field> = fields.iter().map(Into::into).collect();
        match valid::validate(calculation, &fields) {
            Ok(metrics) => Ok(metrics.into()),
            Err(valid::ValidationError::Refused(violations)) => {
                Err(violations.into_iter().map(Into::into).collect())
            }
        }
    }

    fn health_metrics(&self, patient: &Patient) -> Result<HealthMetricsAnswer, Vec<Violation>> {
        let found = calc::calculate_health_metrics(patient.into()).map_err(refusals)?;
        Ok(HealthMetricsAnswer {
            bmi: found.bmi,
            classification: classification(found.classification),
            healthy: found.healthy,
            bmr: found.bmr,
            ideal_weight: found.ideal_weight,
            body_fat_percentage: found.body_fat_percentage,
            daily_calories: found.daily_calories,
            activity: Activity {
                factor: found.activity.factor,
                source: match found.activity.source {
                    calc::ActivitySource::ActivityLevel => "activity_level",
                    calc::ActivitySource::AgeDefault => "age_default",
                },
            },
            assumptions: found.assumptions,
            warnings: found.warnings,
            formulas: found.formulas.into_iter().map(Into::into).collect(),
        })
    }

    fn bmi(&self, weight: f64, height: f64) -> Result<BmiAnswer, Vec<Violation>> {
        let found = calc::calculate_bmi(weight, height).map_err(refusals)?;
        Ok(BmiAnswer {
            bmi: found.bmi,
            classification: classification(found.classification),
            healthy: found.healthy,
            assumptions: Vec::new(),
            formulas: vec![found.formula.into()],
        })
    }

    fn bmr(&self, patient: &Patient) -> Result<BmrAnswer, Vec<Violation>> {
        let found = calc::calculate_bmr(patient.into()).map_err(refusals)?;
        Ok(BmrAnswer {
            bmr: found.bmr,
            formulas: vec![found.formula.into()],
        })
    }

    fn definitions(&self, language: Language) -> Result<String, EvaluationError> {
        catalogue::definitions(language)
    }

    fn definition(&self, id: &str, language: Language) -> Result<String, EvaluationError> {
        catalogue::definition(id, language)
    }

    fn evaluate(
        &self,
        id: &str,
        inputs: &str,
        context: &Context,
    ) -> Result<String, EvaluationError> {
        catalogue::evaluate(id, inputs, context)
    }

    fn evaluate_many(&self, cases: &str, context: &Context) -> Result<String, EvaluationError> {
        catalogue::evaluate_many(cases, context)
    }

    fn render(
        &self,
        evaluation: &str,
        format: Format,
        now: &str,
        provenance: &str,
    ) -> Result<String, EvaluationError> {
        catalogue::render(evaluation, format, now, provenance)
    }
}

const fn classification(classification: calc::BmiClassification) -> &'static str {
    match classification {
        calc::BmiClassification::Underweight => "underweight",
        calc::BmiClassification::Normal => "normal",
        calc::BmiClassification::Overweight => "overweight",
        calc::BmiClassification::Obese => "obese",
    }
}

fn refusals(error: calc::CalculationError) -> Vec<Violation> {
    let calc::CalculationError::Refused(refusals) = error;
    let violations = refusals.into_iter().map(|refusal| Violation {
        field: refusal.input,
        code: match refusal.code {
            calc::RefusalCode::OutOfRange => "out-of-range",
            calc::RefusalCode::NotAChoice => "not-a-choice",
            calc::RefusalCode::ImplausibleCombination => "implausible-combination",
            calc::RefusalCode::OutsideValidity => "outside-validity",
        },
        message: refusal.message,
    });
    violations.collect()
}

impl From<&Field> for valid::Field {
    fn from(field: &Field) -> Self {
        Self {
            name: field.name.clone(),
            value: match &field.value {
                RawValue::Null => valid::RawValue::Null,
                RawValue::Boolean(value) => valid::RawValue::Boolean(*value),
                RawValue::Number(value) => valid::RawValue::Number(*value),
                RawValue::Text(value) => valid::RawValue::Text(value.clone()),
                RawValue::Composite => valid::RawValue::Composite,
            },
        }
    }
}

impl From<valid::Metrics> for Metrics {
    fn from(metrics: valid::Metrics) -> Self {
        Self {
            weight: metrics.weight,
            height: metrics.height,
            age: metrics.age,
            gender: metrics.gender.map(|gender| match gender {
                valid::GenderType::Male => Gender::Male,
                valid::GenderType::Female => Gender::Female,
            }),
            activity_level: metrics.activity_level,
        }
    }
}

impl From<valid::Violation> for Violation {
    fn from(violation: valid::Violation) -> Self {
        Self {
            field: violation.field,
            code: match violation.code {
                valid::ViolationCode::Missing => "missing",
                valid::ViolationCode::WrongType => "wrong-type",
                valid::ViolationCode::NotWhole => "not-whole",
                valid::ViolationCode::NotAChoice => "not-a-choice",
                valid::ViolationCode::MissingUnit => "missing-unit",
                valid::ViolationCode::UnknownUnit => "unknown-unit",
                valid::ViolationCode::NotADate => "not-a-date",
                valid::ViolationCode::UnknownField => "unknown-field",
                valid::ViolationCode::DuplicateField => "duplicate-field",
                valid::ViolationCode::OutOfRange => "out-of-range",
                valid::ViolationCode::ImplausibleCombination => "implausible-combination",
                valid::ViolationCode::OutsideValidity => "outside-validity",
            },
            message: violation.message,
        }
    }
}

impl From<&Patient> for calc::PatientMetrics {
    fn from(patient: &Patient) -> Self {
        Self {
            weight: patient.weight,
            height: patient.height,
            age: patient.age,
            gender: match patient.gender {
                Gender::Male => calc::GenderType::Male,
                Gender::Female => calc::GenderType::Female,
            },
            activity_level: patient.activity_level,
        }
    }
}

impl From<calc::Formula> for Formula {
    fn from(formula: calc::Formula) -> Self {
        Self {
            id: formula.id,
            version: formula.version,
            citation: formula.citation,
        }
    }
}
