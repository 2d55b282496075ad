//! Maddrey's discriminant function for alcoholic hepatitis, in its modified form.

use super::doubt_units;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, below, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{BILIRUBIN, PROTHROMBIN_TIME};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const CONTROL: Quantity = quantity(
    "prothrombin_time_control",
    &units::PROTHROMBIN_CONTROL,
    "Prothrombin time of the laboratory's control",
    "Tempo de protrombina do controle do laboratório",
);

const FUNCTION: Output = Output {
    interpretations: &[
        below(
            32.0,
            "not-severe",
            "below 32: not severe",
            "abaixo de 32: não grave",
        ),
        rest(
            "severe",
            "32 or more: severe alcoholic hepatitis",
            "32 ou mais: hepatite alcoólica grave",
        ),
    ],
    ..output(
        OutputKind::Score,
        "discriminant_function",
        text("Discriminant function", "Função discriminante"),
        "1",
        1,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "maddrey-1978",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "Maddrey's discriminant function",
        "Função discriminante de Maddrey",
    ),
    description: text(
        "Severity of alcoholic hepatitis from the prothrombin time beyond its control and \
         bilirubin, in the modified form of 1989: 4.6 times the difference in seconds, plus \
         bilirubin in mg/dL. The prothrombin time is in seconds; the INR cannot stand for it.",
        "Gravidade da hepatite alcoólica pelo tempo de protrombina além do controle e pela \
         bilirrubina, na forma modificada de 1989: 4,6 vezes a diferença em segundos, mais a \
         bilirrubina em mg/dL. O tempo de protrombina é em segundos; o INR (RNI) não o substitui.",
    ),
    aliases: &[
        "mDF",
        "MDF",
        "FDM",
        "hepatite alcoólica",
        "alcoholic hepatitis",
    ],
    inputs: &[PROTHROMBIN_TIME.input, CONTROL.input, BILIRUBIN.input],
    results: &[FUNCTION],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Maddrey WC, Boitnott JK, Bedine MS, Weber FL, Mezey E, White RI. \
                   Corticosteroid therapy of alcoholic hepatitis. Gastroenterology \
                   1978;75:193-199.",
        doi: None,
        pmid: Some("352788"),
    },
    sources: &[Reference {
        citation: "Carithers RL, Herlong HF, Diehl AM, et al. Methylprednisolone therapy in \
                   patients with severe alcoholic hepatitis: a randomized multicenter trial. Ann \
                   Intern Med 1989;110:685-690.",
        doi: Some("10.7326/0003-4819-110-9-685"),
        pmid: None,
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let beyond = values.of(PROTHROMBIN_TIME)? - values.of(CONTROL)?;
    let function = steady(4.6 * beyond + values.of(BILIRUBIN)?);
    let outcome = Outcome::number(FUNCTION.name, function).warn_if(
        beyond < 0.0,
        text(
            "The prothrombin time is shorter than its control; check both.",
            "O tempo de protrombina é menor que o controle; confira os dois.",
        ),
    );
    Ok(doubt_units(values, outcome))
}
