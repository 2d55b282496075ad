//! From what was typed, in an option or a cell, to the JSON of an input.
//!
//! Nothing is refused here. What cannot be read as what the input takes is sent
//! as the text it is, and the evaluation says what it would accept.

use serde_json::{Number, Value, json};
use wire::InputKind;

/// The value of an input of this kind. What the definition knows only as something
/// that can be sent instead, or not at all, is sent as text.
pub(crate) fn value(kind: Option<InputKind>, typed: &str) -> Value {
    match kind {
        Some(InputKind::Quantity | InputKind::Age) => quantity(typed),
        Some(InputKind::Boolean) => match typed {
            "true" => json!(true),
            "false" => json!(false),
            other => json!(other),
        },
        Some(InputKind::Integer) => number(typed).map_or_else(|| json!(typed), Value::Number),
        Some(InputKind::Choice | InputKind::Date) | None => json!(typed),
    }
}

/// A plain number whose unit is known from elsewhere.
pub(crate) fn with_unit(typed: &str, unit: &str) -> Value {
    let value = number(typed).map_or_else(|| json!(typed), Value::Number);
    json!({"value": value, "unit": unit})
}

/// `70kg`, `70 kg`, or a number without a unit, of which the evaluation knows
/// whether it is admitted.
fn quantity(typed: &str) -> Value {
    let (digits, unit) = typed.split_at(number_length(typed));
    match (number(digits), unit.trim()) {
        (None, _) => json!(typed),
        (Some(number), "") => Value::Number(number),
        (Some(number), unit) => json!({"value": number, "unit": unit}),
    }
}

/// Length of the number that a text begins with.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.bytes().take_while(u8::is_ascii_digit).count()
    };
    let sign = usize::from(text.starts_with(['+', '-']));
    let mut end = sign + digits(sign);
    if text[end..].starts_with('.') {
        end += 1 + digits(end + 1);
    }
    // An exponent only where digits follow: `5eq` is five of something.
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    end
}

/// The whole text as a finite number. As it was typed where JSON can say it, so
/// that 70 is not sent as 70.0.
fn number(text: &str) -> Option<Number> {
    if text.is_empty() || number_length(text) != text.len() {
        return None;
    }
    serde_json::from_str(text)
        .ok()
        .or_else(|| text.parse().ok().and_then(Number::from_f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::Named;

    #[test]
    fn quantities_with_and_without_a_space() {
        let kilograms = json!({"value": 70, "unit": "kg"});
        for typed in ["70kg", "70 kg", "70  kg"] {
            assert_eq!(quantity(typed), kilograms);
        }
        assert_eq!(quantity("-1.5e3m"), json!({"value": -1500.0, "unit": "m"}));
        assert_eq!(quantity("5eq"), json!({"value": 5, "unit": "eq"}));
        assert_eq!(quantity("72/min"), json!({"value": 72, "unit": "/min"}));
        assert_eq!(quantity(".5 kg"), json!({"value": 0.5, "unit": "kg"}));
        assert_eq!(quantity("5."), json!(5.0));
        assert_eq!(
            quantity("250 10*9/L"),
            json!({"value": 250, "unit": "10*9/L"})
        );
    }

    #[test]
    fn a_number_without_a_unit_stays_one() {
        assert_eq!(quantity("70"), json!(70));
    }

    #[test]
    fn a_unit_is_never_made_up_of_digits_of_the_number() {
        let read = quantity("25010*9/L");
        assert_eq!(read, json!({"value": 25010, "unit": "*9/L"}));
        assert_eq!(quantity("1,5kg"), json!({"value": 1, "unit": ",5kg"}));
    }

    #[test]
    fn what_is_no_number_is_sent_as_text() {
        for typed in ["heavy", "", "inf", "NaN", "1e400kg", "-", ".", "é"] {
            assert_eq!(quantity(typed), json!(typed));
        }
        assert_eq!(with_unit("7x", "kg"), json!({"value": "7x", "unit": "kg"}));
    }

    #[test]
    fn names_that_repeat_are_sent_twice() {
        let inputs = Named(vec![("a".into(), json!(1)), ("a".into(), json!(2))]);
        let text = serde_json::to_string(&inputs).unwrap();
        assert_eq!(text, r#"{"a":1,"a":2}"#);
    }
}
