//! The systems of codes, of others and of the platform.

/// The system of UCUM codes.
pub const UCUM: &str = "http://unitsofmeasure.org";
/// The system of LOINC codes.
pub const LOINC: &str = "http://loinc.org";
/// The system of calculators: code is the id, version the definition's.
pub const CALCULATOR: &str = "urn:medical-platform:calculator";
/// The system of results: `<calculator>/<result>`.
pub const RESULT: &str = "urn:medical-platform:calculator-result";
/// The system of items of scores: `<calculator>/<input>`.
pub const ITEM: &str = "urn:medical-platform:calculator-item";
/// The system of HL7's ObservationInterpretation.
pub const HL7_INTERPRETATION: &str =
    "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
/// The system of interpretations: `<calculator>/<code>`.
pub const INTERPRETATION: &str = "urn:medical-platform:calculator-interpretation";
