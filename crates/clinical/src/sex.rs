//! Sex as a parameter of a formula.

/// The sex for which a formula's constants were derived.
///
/// Not a gender: the equations were published with one set of constants for
/// each of these two groups and with none for anyone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Male constants.
    Male,
    /// Female constants.
    Female,
}

impl Sex {
    /// Every choice, with the code it has in requests.
    pub const CHOICES: [(&'static str, Self); 2] = [("male", Self::Male), ("female", Self::Female)];

    /// The choice with this code, exactly as spelled in [`Self::CHOICES`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CHOICES
            .iter()
            .find_map(|(name, sex)| (*name == code).then_some(*sex))
    }

    /// The value that belongs to this sex.
    pub(crate) const fn pick<T: Copy>(self, male: T, female: T) -> T {
        match self {
            Self::Male => male,
            Self::Female => female,
        }
    }
}
