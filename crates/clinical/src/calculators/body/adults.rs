//! What calculators for adults say that do not ask for the age.

use crate::definition::{Text, text};

/// Their assumption.
pub(crate) const ADULT: Text = text("The person is an adult.", "A pessoa é adulta.");
