//! What services ask the record for, besides the patient.

/// The project's own codes, for inputs without a certain LOINC code.
pub(crate) const OWN: &str = "urn:medical-platform:input";

/// The prefetch key that inputs with a code of [`OWN`] share.
const CLINICAL: &str = "clinical";

/// An input that an Observation gives. What it is called, its codes, its units and the
/// element it is in follow from its definition.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Datum {
    /// Name of the input in the catalogue.
    pub(crate) input: &'static str,
    /// Key of the prefetch it comes in.
    pub(crate) key: &'static str,
    /// Whether its code is its name, in the system [`OWN`], instead of one of LOINC.
    pub(crate) own: bool,
    /// LOINC code of a panel that can have it as a component.
    pub(crate) panel: Option<&'static str>,
}

/// An input under its LOINC codes.
pub(crate) const fn loinc(input: &'static str) -> Datum {
    Datum {
        input,
        key: input,
        own: false,
        panel: None,
    }
}

/// An input under the project's own code.
pub(crate) const fn own(input: &'static str) -> Datum {
    Datum {
        key: CLINICAL,
        own: true,
        ..loinc(input)
    }
}
