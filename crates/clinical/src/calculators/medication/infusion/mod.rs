//! Rates of infusions: by gravity, by pump, and what a running pump gives.

crate::calculators::family! {
    rate,
    pump_rate,
    dose_rate,
}

use crate::definition::{NoResult, Reference, Text, text};
use crate::handles::{Quantity, quantity};
use crate::units;

/// Dose of the drug by body weight and time.
const DOSE_RATE: Quantity = quantity(
    "dose_rate",
    &units::DOSE_RATE,
    "Dose by weight and time",
    "Dose por peso e tempo",
);
/// What the dose may not exceed.
const MAXIMUM_DOSE_RATE: Quantity = quantity(
    "maximum_dose_rate",
    &units::DOSE_RATE,
    "Maximum dose by weight and time",
    "Dose máxima por peso e tempo",
)
.defined(
    "The most of this drug that this person may get, from its leaflet or protocol.",
    "O máximo deste medicamento que esta pessoa pode receber, segundo a bula ou o protocolo.",
);
/// Rate of the infusion.
const INFUSION_RATE: Quantity = quantity(
    "infusion_rate",
    &units::INFUSION_RATE,
    "Rate of the infusion",
    "Velocidade da infusão",
);

/// Shares of the maximum that a dose can be. A unit sent for another, milligrams for
/// micrograms, makes it a thousand times as much or as little.
const LEAST_SHARE: f64 = 0.002;
const GREATEST_SHARE: f64 = 10.0;
/// Most mL an hour for a kilogram that a drug dosed by weight runs at.
const MOST_BY_WEIGHT: f64 = 20.0;

const TOO_FAST: NoResult = NoResult::together(
    &["drug_concentration", "weight"],
    text(
        "the rate is above 20 mL an hour for a kilogram of body weight; check the unit of \
         drug_concentration",
        "a velocidade passa de 20 mL por hora por quilograma de peso; confira a unidade de \
         drug_concentration",
    ),
);

const SAME_WEIGHT: Text = text(
    "The weight is the one that this drug is dosed by: actual, ideal or adjusted.",
    "O peso é aquele usado para dosar este medicamento: real, ideal ou ajustado.",
);
const SAME_SUBSTANCE: Text = text(
    "Dose, maximum and concentration are of the same substance: the salt or the base.",
    "Dose, máximo e concentração são da mesma substância: o sal ou a base.",
);

const ARITHMETIC: Reference = Reference {
    citation: "Arithmetic: dose by weight and time, times weight, divided by the concentration.",
    doi: None,
    pmid: None,
};
