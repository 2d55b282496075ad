//! What services ask the record for, besides the patient.

use ::text::{Text, text};

/// LOINC.
pub(crate) const LOINC: &str = "http://loinc.org";
/// The project's own codes, for inputs without a certain LOINC code.
pub(crate) const OWN: &str = "urn:medical-platform:input";

/// An input that an Observation gives.
#[derive(Debug)]
pub(crate) struct Datum {
    /// Name of the input in the catalogue.
    pub(crate) input: &'static str,
    /// Name for people.
    pub(crate) title: Text,
    /// Key of the prefetch it comes in.
    pub(crate) key: &'static str,
    /// Coding system of the codes.
    pub(crate) system: &'static str,
    /// Codes of an Observation, or of a component of the panel.
    pub(crate) codes: &'static [&'static str],
    /// Code of a panel that can have it as a component.
    pub(crate) panel: Option<&'static str>,
    /// Element it is in.
    pub(crate) form: Form,
}

/// Which kind of value an input has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `valueQuantity` with a UCUM unit.
    Quantity,
    /// A code of [`OWN`] in `valueCodeableConcept`, or `valueString`.
    Code,
    /// `valueBoolean`.
    Boolean,
    /// `valueInteger`.
    Integer,
}

const fn quantity(input: &'static str, codes: &'static [&'static str], title: Text) -> Datum {
    Datum {
        input,
        title,
        key: input,
        system: LOINC,
        codes,
        panel: None,
        form: Form::Quantity,
    }
}

/// An input under the project's own code, which is its name.
const fn own(code: &'static [&'static str; 1], form: Form, title: Text) -> Datum {
    Datum {
        input: code[0],
        title,
        key: "clinical",
        system: OWN,
        codes: code,
        panel: None,
        form,
    }
}

pub(crate) static WEIGHT: Datum = quantity("weight", &["29463-7"], text("Weight", "Peso"));
pub(crate) static HEIGHT: Datum = quantity("height", &["8302-2"], text("Height", "Altura"));
pub(crate) static CREATININE: Datum = quantity(
    "creatinine",
    &["2160-0", "14682-9"],
    text("Creatinine", "Creatinina"),
);
pub(crate) static RESPIRATORY_RATE: Datum = quantity(
    "respiratory_rate",
    &["9279-1"],
    text("Respiratory rate", "Frequência respiratória"),
);
pub(crate) static OXYGEN_SATURATION: Datum = quantity(
    "oxygen_saturation",
    &["2708-6"],
    text("Oxygen saturation", "Saturação de oxigênio"),
);
pub(crate) static SYSTOLIC_BP: Datum = Datum {
    panel: Some("85354-9"),
    ..quantity(
        "systolic_bp",
        &["8480-6"],
        text("Systolic blood pressure", "Pressão arterial sistólica"),
    )
};
pub(crate) static HEART_RATE: Datum = quantity(
    "heart_rate",
    &["8867-4"],
    text("Heart rate", "Frequência cardíaca"),
);
pub(crate) static TEMPERATURE: Datum = quantity(
    "temperature",
    &["8310-5"],
    text("Temperature", "Temperatura"),
);
pub(crate) static CONSCIOUSNESS: Datum = own(
    &["consciousness"],
    Form::Code,
    text("Consciousness", "Consciência"),
);
pub(crate) static SUPPLEMENTAL_OXYGEN: Datum = own(
    &["supplemental_oxygen"],
    Form::Boolean,
    text("Supplemental oxygen", "Oxigênio suplementar"),
);
pub(crate) static SPO2_SCALE: Datum = own(
    &["spo2_scale"],
    Form::Integer,
    text("SpO2 scale", "Escala de SpO2"),
);

/// Units that contradict their code: one LOINC code is a mass, the other an amount
/// of substance, and where the unit says the other, one of the two is wrong.
const CONTRADICTIONS: [(&str, &str); 2] = [("2160-0", "umol/L"), ("14682-9", "mg/dL")];

/// Whether a code excludes a unit.
pub(crate) fn contradicts(code: &str, unit: &str) -> bool {
    CONTRADICTIONS.contains(&(code, unit))
}
