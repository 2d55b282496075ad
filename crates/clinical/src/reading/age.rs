//! Ages: completed years, sent as a quantity or counted from a date of birth.

use jiff::civil::Date;

use super::quantity::quantity;
use super::{Context, Problem, date, problem, single, wrong_type};
use crate::definition::Input;
use crate::raw::Raw;
use crate::round::steady;
use crate::units;
use crate::values::Typed;
use crate::violation::Code;

/// Inputs that can stand instead of an age.
pub(super) const BIRTH_DATE: &str = "birth_date";
/// The day on which the age counts.
pub(super) const ON: &str = "on";

/// Days of a mean year, as UCUM has it.
const DAYS_A_YEAR: f64 = 365.25;

/// Age as a quantity, or from a date of birth; completed years. The day on which
/// the age counts changes nothing beside an age, but what is no day is refused
/// all the same.
pub(super) fn age(
    sent: &[(String, Raw)],
    input: &Input,
    context: &Context,
) -> Result<Option<Typed>, Problem> {
    let age = single(sent, input.name, context)?;
    let born = single(sent, BIRTH_DATE, context)?;
    let on = single(sent, ON, context)?
        .map(|raw| day(raw, ON, context))
        .transpose()?;
    if let Some(raw) = age {
        if born.is_some() {
            let message = context.say(
                "send age or birth_date, not both",
                "envie age ou birth_date, não ambos",
            );
            return problem("", Code::DuplicateField, message);
        }
        let Typed::Quantity {
            canonical,
            sent,
            unit,
            ..
        } = quantity(raw, input, &units::AGE, context)?
        else {
            return wrong_type(input, context);
        };
        // A month count such as 216 is exactly 18 years; the tolerance keeps a
        // division's last bit from making it 17.
        let years = (canonical + 1e-9).floor() as u32;
        let days = match unit {
            "d" => sent,
            // The last bit must not make 27 days of 28.
            _ => steady(canonical * DAYS_A_YEAR),
        };
        return Ok(Some(Typed::Age {
            years,
            days,
            sent,
            unit,
            born: None,
        }));
    }
    born.map(|born| from_birth(born, on.unwrap_or(context.today), context))
        .transpose()
}

/// Completed years from a date of birth to a day.
fn from_birth(born: &Raw, on: Date, context: &Context) -> Result<Typed, Problem> {
    let born = day(born, BIRTH_DATE, context)?;
    let Some(years) = completed_years(born, on) else {
        let message = context.say(
            "birth_date must lie before the day on which the age counts, by 130 years at most",
            "birth_date deve ser anterior ao dia em que a idade conta, no máximo 130 anos",
        );
        return problem("", Code::OutOfRange, message);
    };
    let days = f64::from((on - born).get_days());
    // Of an infant completed years say nothing.
    let (sent, unit) = match years {
        0 | 1 => (days, "d"),
        _ => (f64::from(years), units::AGE.canonical().code),
    };
    Ok(Typed::Age {
        years,
        days,
        sent,
        unit,
        born: Some((born, on)),
    })
}

fn day(raw: &Raw, name: &str, context: &Context) -> Result<Date, Problem> {
    match raw {
        Raw::Text(text) => date(text, name, context),
        _ => date("", name, context),
    }
}

fn completed_years(born: Date, on: Date) -> Option<u32> {
    let difference = on.year() - born.year();
    let birthday_to_come = (on.month(), on.day()) < (born.month(), born.day());
    let years = difference - i16::from(birthday_to_come);
    u32::try_from(years).ok().filter(|years| *years <= 130)
}
