//! Driving pressure and compliance of the respiratory system.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::PEEP;
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

const PLATEAU: Quantity = quantity(
    "plateau_pressure",
    &units::INSPIRATORY_PRESSURE,
    "Plateau pressure",
    "Pressão de platô",
)
.defined(
    "At the end of a pause after inspiration, without effort of the patient.",
    "Ao fim de uma pausa inspiratória, sem esforço do paciente.",
);
const PEAK: Quantity = quantity(
    "peak_pressure",
    &units::INSPIRATORY_PRESSURE,
    "Peak inspiratory pressure",
    "Pressão de pico inspiratória",
)
.optional();
const TIDAL_VOLUME: Quantity = quantity(
    "tidal_volume",
    &units::TIDAL_VOLUME,
    "Tidal volume",
    "Volume corrente",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "driving-pressure",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Driving pressure and compliance",
        "Driving pressure e complacência",
    ),
    description: text(
        "Driving pressure (plateau minus PEEP), static compliance and, with the peak pressure, \
         dynamic compliance of a patient in controlled ventilation.",
        "Driving pressure (pressão de distensão: platô menos PEEP), complacência estática e, com a \
         pressão de pico, complacência dinâmica de um paciente em ventilação controlada.",
    ),
    aliases: &[
        "pressão de distensão",
        "complacência estática",
        "complacência dinâmica",
        "mecânica respiratória",
        "SDRA",
        "ARDS",
    ],
    inputs: &[PLATEAU.input, PEEP.input, TIDAL_VOLUME.input, PEAK.input],
    results: &[
        output(
            OutputKind::Measurement,
            "driving_pressure",
            text(
                "Driving pressure",
                "Driving pressure (pressão de distensão)",
            ),
            "cm[H2O]",
            0,
        ),
        output(
            OutputKind::Measurement,
            "static_compliance",
            text("Static compliance", "Complacência estática"),
            "mL/cm[H2O]",
            1,
        ),
        output(
            OutputKind::Measurement,
            "dynamic_compliance",
            text("Dynamic compliance", "Complacência dinâmica"),
            "mL/cm[H2O]",
            1,
        ),
    ],
    assumptions: &[text(
        "PEEP is the total one, with what the lungs trap themselves.",
        "A PEEP é a total, com a auto-PEEP.",
    )],
    reference: Reference {
        citation: "Amato MBP, Meade MO, Slutsky AS, et al. Driving pressure and survival in the \
                   acute respiratory distress syndrome. N Engl J Med 2015;372:747-755.",
        doi: Some("10.1056/NEJMsa1410639"),
        pmid: Some("25693014"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    let pair = |one, other| Some((values.find(one)?, values.find(other)?));
    if pair(PLATEAU, PEEP).is_some_and(|(plateau, peep)| plateau <= peep) {
        let message = text(
            "the plateau pressure must exceed PEEP",
            "a pressão de platô deve ser maior que a PEEP",
        );
        found.extend(Finding::together(
            &[PLATEAU.input.name, PEEP.input.name],
            message,
        ));
    }
    if pair(PEAK, PLATEAU).is_some_and(|(peak, plateau)| peak < plateau) {
        let message = text(
            "the peak pressure cannot be below the plateau pressure",
            "a pressão de pico não pode ser menor que a de platô",
        );
        found.extend(Finding::together(
            &[PEAK.input.name, PLATEAU.input.name],
            message,
        ));
    }
    found
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let peep = values.of(PEEP)?;
    let volume = values.of(TIDAL_VOLUME)?;
    let driving = steady(values.of(PLATEAU)? - peep);
    let outcome = Outcome::number("driving_pressure", driving)
        .and("static_compliance", steady(volume / driving));
    Ok(match values.find(PEAK) {
        Some(peak) => outcome.and("dynamic_compliance", steady(volume / (peak - peep))),
        None => outcome,
    })
}
