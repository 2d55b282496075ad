//! Untyped values in, typed values or every problem out.
//!
//! Nothing is guessed: a number in quotes is not a number, null is not zero,
//! and a field that means nothing here is refused rather than ignored.

use crate::activity::ActivityLevel;
use crate::metrics::{self, Patient};
use crate::quantity::{Age, BodyHeight, BodyWeight, OutOfRange};
use crate::sex::Sex;
use crate::violation::{Code, Violation};

/// Which figures are wanted; it decides which fields are required and which
/// limits apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calculation {
    /// All of [`crate::health_metrics`].
    HealthMetrics,
    /// Only [`crate::bmi`].
    Bmi,
    /// Only [`crate::bmr`].
    Bmr,
}

/// A value as it came, before anything is known about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
    /// No value.
    Null,
    /// True or false.
    Boolean(bool),
    /// Any number.
    Number(f64),
    /// Any text.
    Text(String),
    /// A list or an object.
    Composite,
}

/// A named value as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Name as sent.
    pub name: String,
    /// Value as sent.
    pub value: Raw,
}

/// What was sent, typed. Required fields of the calculation are always there.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Metrics {
    /// Body weight.
    pub weight: Option<BodyWeight>,
    /// Body height.
    pub height: Option<BodyHeight>,
    /// Age in completed years.
    pub age: Option<Age>,
    /// Which set of constants applies.
    pub sex: Option<Sex>,
    /// Stated level of activity.
    pub activity_level: Option<ActivityLevel>,
}

/// The fields a request can have, in the order problems are reported.
pub const FIELDS: [&str; 5] = ["weight", "height", "age", "gender", "activity_level"];

impl Calculation {
    /// Whether the calculation cannot do without this field.
    pub fn requires(self, field: &str) -> bool {
        match self {
            Self::Bmi => matches!(field, "weight" | "height"),
            Self::HealthMetrics | Self::Bmr => {
                matches!(field, "weight" | "height" | "age" | "gender")
            }
        }
    }
}

/// Reads the fields for a calculation.
///
/// # Errors
///
/// Every problem found: first with the fields one by one, in the order of
/// [`FIELDS`], then with fields that mean nothing, then between fields.
pub fn validate(calculation: Calculation, fields: &[Field]) -> Result<Metrics, Vec<Violation>> {
    let mut reader = Reader {
        calculation,
        fields,
        violations: Vec::new(),
    };
    let metrics = Metrics {
        weight: reader.read("weight", weight),
        height: reader.read("height", height),
        age: reader.read("age", age),
        sex: reader.read("gender", gender),
        activity_level: reader.read("activity_level", activity_level),
    };
    reader.refuse_unknown();
    let mut violations = reader.violations;
    hint_at_swapped(fields, &mut violations);
    violations.extend(between_fields(calculation, &metrics));
    if violations.is_empty() {
        Ok(metrics)
    } else {
        Err(violations)
    }
}

/// A problem of one value: its kind and a sentence.
type Problem = (Code, String);

struct Reader<'a> {
    calculation: Calculation,
    fields: &'a [Field],
    violations: Vec<Violation>,
}

impl Reader<'_> {
    fn read<T>(&mut self, name: &str, parse: fn(&Raw) -> Result<T, Problem>) -> Option<T> {
        let mut sent = self.fields.iter().filter(|field| field.name == name);
        let value = sent.next().map(|field| &field.value);
        let outcome = match value {
            _ if sent.next().is_some() => Err((
                Code::DuplicateField,
                format!("{name} was sent more than once; send it once"),
            )),
            None | Some(Raw::Null) if self.calculation.requires(name) => {
                Err((Code::Missing, format!("{name} is required")))
            }
            None | Some(Raw::Null) => Ok(None),
            Some(value) => parse(value).map(Some),
        };
        outcome.unwrap_or_else(|(code, message)| {
            self.violations.push(Violation::new(name, code, message));
            None
        })
    }

    fn refuse_unknown(&mut self) {
        for (position, field) in self.fields.iter().enumerate() {
            let known = FIELDS.contains(&field.name.as_str());
            let earlier = &self.fields[..position];
            if known || earlier.iter().any(|other| other.name == field.name) {
                continue;
            }
            let message = format!("no such field; the fields are {}", FIELDS.join(", "));
            let violation = Violation::new(&field.name, Code::UnknownField, message);
            self.violations.push(violation);
        }
    }
}

fn number(name: &str, unit: &str, value: &Raw) -> Result<f64, Problem> {
    match value {
        Raw::Number(number) => Ok(*number),
        _ => Err((
            Code::WrongType,
            format!("{name} must be a JSON number, without quotes, {unit}"),
        )),
    }
}

fn out_of_range(limits: OutOfRange, hint: &str) -> Problem {
    (Code::OutOfRange, format!("{limits}{hint}"))
}

fn weight(value: &Raw) -> Result<BodyWeight, Problem> {
    let kilograms = number("weight", "in kg", value)?;
    BodyWeight::from_kilograms(kilograms).map_err(|limits| {
        let hint = match kilograms {
            1_000.0..=650_000.0 => "; this looks like grams, send kilograms",
            _ => "",
        };
        out_of_range(limits, hint)
    })
}

fn height(value: &Raw) -> Result<BodyHeight, Problem> {
    let metres = number("height", "in m", value)?;
    BodyHeight::from_metres(metres).map_err(|limits| {
        let hint = match metres {
            20.0..=110.0 => "; this looks like centimetres or inches, send metres",
            110.0..=280.0 => "; this looks like centimetres, send metres",
            280.0..=2_800.0 => "; this looks like millimetres, send metres",
            _ => "",
        };
        out_of_range(limits, hint)
    })
}

fn age(value: &Raw) -> Result<Age, Problem> {
    let years = number("age", "in completed years", value)?;
    let limit = f64::from(Age::GREATEST);
    if !(0.0..=limit).contains(&years) {
        let message = format!("age must be from 0 to {limit} completed years");
        return Err((Code::OutOfRange, message));
    }
    if years.fract() != 0.0 {
        let message = "age must be a whole number of completed years";
        return Err((Code::NotWhole, message.to_owned()));
    }
    // Exact: a whole number from 0 to 130.
    Age::from_years(years as u32).map_err(|limits| out_of_range(limits, ""))
}

fn gender(value: &Raw) -> Result<Sex, Problem> {
    let choices = Sex::CHOICES
        .map(|(code, _)| format!("\"{code}\""))
        .join(" or ");
    let Raw::Text(code) = value else {
        return Err((
            Code::WrongType,
            format!("gender must be {choices}, as text"),
        ));
    };
    Sex::from_code(code).ok_or_else(|| {
        let message = format!(
            "gender must be {choices}: it selects one of the formulas' two published sets of \
             constants, and there is none for anyone else"
        );
        (Code::NotAChoice, message)
    })
}

fn activity_level(value: &Raw) -> Result<ActivityLevel, Problem> {
    let choices = "one of 1.2, 1.375, 1.55, 1.725, 1.9";
    let factor = number("activity_level", choices, value)?;
    ActivityLevel::from_factor(factor).ok_or_else(|| {
        (
            Code::NotAChoice,
            format!("activity_level must be {choices}"),
        )
    })
}

/// Where a single value is out of range, says so if the pair would make sense
/// the other way round.
fn hint_at_swapped(fields: &[Field], violations: &mut [Violation]) {
    let sent = |name: &str| {
        fields.iter().find_map(|field| match field.value {
            Raw::Number(number) if field.name == name => Some(number),
            _ => None,
        })
    };
    let (Some(weight), Some(height)) = (sent("weight"), sent("height")) else {
        return;
    };
    // The ordinary case of centimetres already has its own hint: 70 and 175
    // would also make sense as 175 kg and 70 cm, but nobody means that.
    if !metrics::look_swapped(weight, height) || weight > *BodyHeight::PLAUSIBLE.end() {
        return;
    }
    for violation in violations {
        if violation.code == Code::OutOfRange
            && matches!(violation.field.as_str(), "weight" | "height")
        {
            violation
                .message
                .push_str("; weight and height look swapped");
        }
    }
}

/// Runs the calculation's own checks on what could be read: each limit that
/// concerns one or two values first, then the whole calculation.
fn between_fields(calculation: Calculation, sent: &Metrics) -> Vec<Violation> {
    let full = calculation == Calculation::HealthMetrics;
    let mut violations = Vec::new();
    if let Some(age) = sent.age {
        let age = metrics::adult(age).and_then(|age| match full {
            true => metrics::within_body_fat_ages(age),
            false => Ok(age),
        });
        violations.extend(age.err());
    }
    if let (Some(weight), Some(height)) = (sent.weight, sent.height) {
        violations.extend(metrics::bmi(weight, height).err().into_iter().flatten());
    }
    if let (true, Some(height)) = (full, sent.height) {
        violations.extend(metrics::tall_enough_for_ideal_weight(height).err());
    }
    if violations.is_empty() && calculation != Calculation::Bmi {
        violations.extend(whole_calculation(full, sent));
    }
    violations
}

fn whole_calculation(full: bool, sent: &Metrics) -> Vec<Violation> {
    let (Some(weight), Some(height), Some(age), Some(sex)) =
        (sent.weight, sent.height, sent.age, sent.sex)
    else {
        return Vec::new();
    };
    let patient = Patient {
        weight,
        height,
        age,
        sex,
    };
    let refusal = match full {
        true => metrics::health_metrics(&patient, sent.activity_level).err(),
        false => metrics::bmr(&patient).err(),
    };
    refusal.unwrap_or_default()
}
