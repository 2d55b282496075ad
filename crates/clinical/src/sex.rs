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
    /// The sex with this code in requests.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "male" => Some(Self::Male),
            "female" => Some(Self::Female),
            _ => None,
        }
    }

    /// The value that belongs to this sex.
    pub(crate) const fn pick<T: Copy>(self, male: T, female: T) -> T {
        match self {
            Self::Male => male,
            Self::Female => female,
        }
    }
}
