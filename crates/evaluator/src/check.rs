//! Inputs without a calculation: what is wrong with them, or what they are.

use clinical::{Context, calculators};
use wire::{Named, Understood};

use crate::evaluation::plain;
use crate::{Error, input, refused};

/// Checks the JSON text of a calculator's inputs exactly as an evaluation does. Gives
/// them as they were read: in the units they were sent in, an age in completed years,
/// without what was sent as null. Evaluating these gives what evaluating the text
/// would have given.
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
    let all = values
        .iter()
        .map(|(name, value)| (name.into(), plain(value)));
    Ok(Named(all.collect()))
}
