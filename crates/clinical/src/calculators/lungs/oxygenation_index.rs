//! Oxygenation index of a ventilated child.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{FIO2, PAO2};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const MEAN_AIRWAY_PRESSURE: Quantity = quantity(
    "mean_airway_pressure",
    &units::MEAN_AIRWAY_PRESSURE,
    "Mean airway pressure",
    "Pressão média de vias aéreas (MAP)",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "oxygenation-index",
    version: "1.0.0",
    category: Category::Lungs,
    title: text("Oxygenation index", "Índice de oxigenação (IO)"),
    description: text(
        "How much airway pressure and oxygen the blood of an invasively ventilated patient needs. \
         The classes are those of acute respiratory distress syndrome in children (PALICC-2); \
         there are none for newborns and adults.",
        "Quanta pressão de vias aéreas e oxigênio o sangue de um paciente em ventilação invasiva \
         exige. As classes são as da síndrome do desconforto respiratório agudo pediátrica \
         (PALICC-2); não valem para recém-nascidos e adultos.",
    ),
    aliases: &["OI", "IO", "PALICC", "PARDS", "SDRA pediátrica", "ECMO"],
    inputs: &[MEAN_AIRWAY_PRESSURE.input, FIO2.input, PAO2.input],
    results: &[Output {
        interpretations: &[
            below(
                4.0,
                "below-4",
                "below the oxygenation limit of PARDS",
                "abaixo do limite de oxigenação da SDRA pediátrica",
            ),
            below(
                16.0,
                "mild-moderate",
                "mild or moderate, if it is PARDS",
                "leve ou moderada, se for SDRA pediátrica",
            ),
            rest(
                "severe",
                "severe, if it is PARDS",
                "grave, se for SDRA pediátrica",
            ),
        ],
        ..output(
            OutputKind::Measurement,
            "oxygenation_index",
            text("Oxygenation index", "Índice de oxigenação"),
            "1",
            1,
        )
    }],
    assumptions: &[text(
        "The child is invasively ventilated, and severity is judged four hours or more after the \
         diagnosis.",
        "A criança está em ventilação invasiva, e a gravidade é avaliada quatro horas ou mais após o \
         diagnóstico.",
    )],
    reference: Reference {
        citation: "Emeriaud G, Lopez-Fernandez YM, Iyer NP, et al. Executive summary of the Second \
                   International Guidelines for the Diagnosis and Management of Pediatric Acute \
                   Respiratory Distress Syndrome (PALICC-2). Pediatr Crit Care Med \
                   2023;24:143-168.",
        doi: Some("10.1097/PCC.0000000000003147"),
        pmid: Some("36661420"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let pressure = values.of(MEAN_AIRWAY_PRESSURE)?;
    // FiO2 is in percent: the hundred of the formula is in it.
    let index = pressure * values.of(FIO2)? / values.of(PAO2)?;
    Ok(Outcome::number("oxygenation_index", steady(index)))
}
