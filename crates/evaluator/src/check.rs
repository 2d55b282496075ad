//! Inputs without a calculation: what is wrong with them, or what they are.

use clinical::{Context, Typed, calculators};
use wire::{Named, Str, Understood};

use crate::evaluation::plain;
use crate::{Error, input, refused};

/// Checks the JSON text of a calculator's inputs exactly as an evaluation does. Gives
/// them as they were read: in the units they were sent in, without what was sent as
/// null, and a date of birth with the day on which the age counts. Evaluating these
/// gives what evaluating the text would have given.
///
/// # Errors
///
/// With every reason why there would be no evaluation.
pub fn check(
    calculator: &str,
    inputs: &str,
    context: &Context,
) -> Result<Named<'static, Understood<'static>>, Error> {
    let calculator = calculators::find(calculator).ok_or(Error::UnknownCalculator)?;
    let inputs = input::parse(inputs)?;
    let values = clinical::read_checked(calculator, &inputs.0, context)
        .map_err(|violations| Error::Refused(refused(violations)))?;
    let mut all = Vec::new();
    for (name, value) in values.iter() {
        // An age in years or days is less than the dates: some formulas count days, and
        // limits count birthdays.
        if let Typed::Age {
            born: Some((born, on)),
            ..
        } = value
        {
            let dates = [("birth_date", born), ("on", on)];
            let text = |date| Understood::Text(Str::from(format!("{date}")));
            all.extend(dates.map(|(name, date)| (name.into(), text(date))));
        } else {
            all.push((name.into(), plain(value)));
        }
    }
    Ok(Named(all))
}
