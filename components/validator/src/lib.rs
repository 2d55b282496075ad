//! `medical:validation` for the lattice: converts, calls the clinical crate's
//! validation, converts back.

use clinical::validation::{self, Calculation, Field, Metrics, Raw};
use clinical::{ActivityLevel, Age, BodyHeight, BodyWeight, Code, Sex, Violation};

mod bindings {
    #![expect(
        unsafe_code,
        reason = "generated: the canonical ABI works on raw memory"
    )]
    wit_bindgen::generate!({
        path: "../../wit/validation",
        world: "validator",
    });
    use super::Validator;
    export!(Validator);
}

use bindings::exports::medical::validation::validation as wit;

struct Validator;

impl wit::Guest for Validator {
    fn validate(
        calculation: wit::Calculation,
        fields: Vec<wit::Field>,
    ) -> Result<wit::Metrics, wit::ValidationError> {
        let fields: Vec<Field> = fields.into_iter().map(Field::from).collect();
        validation::validate(calculation.into(), &fields)
            .map(wit::Metrics::from)
            .map_err(|violations| {
                wit::ValidationError::Refused(violations.into_iter().map(Into::into).collect())
            })
    }
}

impl From<wit::Calculation> for Calculation {
    fn from(calculation: wit::Calculation) -> Self {
        match calculation {
            wit::Calculation::HealthMetrics => Self::HealthMetrics,
            wit::Calculation::Bmi => Self::Bmi,
            wit::Calculation::Bmr => Self::Bmr,
        }
    }
}

impl From<wit::Field> for Field {
    fn from(field: wit::Field) -> Self {
        Self {
            name: field.name,
            value: match field.value {
                wit::RawValue::Null => Raw::Null,
                wit::RawValue::Boolean(value) => Raw::Boolean(value),
                wit::RawValue::Number(value) => Raw::Number(value),
                wit::RawValue::Text(value) => Raw::Text(value),
                wit::RawValue::Composite => Raw::Composite,
            },
        }
    }
}

impl From<Metrics> for wit::Metrics {
    fn from(metrics: Metrics) -> Self {
        Self {
            weight: metrics.weight.map(BodyWeight::kilograms),
            height: metrics.height.map(BodyHeight::metres),
            age: metrics.age.map(Age::years),
            gender: metrics.sex.map(|sex| match sex {
                Sex::Male => wit::GenderType::Male,
                Sex::Female => wit::GenderType::Female,
            }),
            activity_level: metrics.activity_level.map(ActivityLevel::factor),
        }
    }
}

impl From<Violation> for wit::Violation {
    fn from(violation: Violation) -> Self {
        Self {
            field: violation.field,
            code: match violation.code {
                Code::Missing => wit::ViolationCode::Missing,
                Code::WrongType => wit::ViolationCode::WrongType,
                Code::NotWhole => wit::ViolationCode::NotWhole,
                Code::NotAChoice => wit::ViolationCode::NotAChoice,
                Code::MissingUnit => wit::ViolationCode::MissingUnit,
                Code::UnknownUnit => wit::ViolationCode::UnknownUnit,
                Code::NotADate => wit::ViolationCode::NotADate,
                Code::UnknownField => wit::ViolationCode::UnknownField,
                Code::DuplicateField => wit::ViolationCode::DuplicateField,
                Code::OutOfRange => wit::ViolationCode::OutOfRange,
                Code::ImplausibleCombination => wit::ViolationCode::ImplausibleCombination,
                Code::OutsideValidity => wit::ViolationCode::OutsideValidity,
            },
            message: violation.message,
        }
    }
}
