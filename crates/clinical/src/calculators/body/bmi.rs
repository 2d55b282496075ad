//! Body mass index and the WHO classes for adults.

use crate::definition::{Calculator, Category, Outcome, Output, Reference, below, rest, text};
use crate::formula::Formula;
use crate::inputs::{AGE_IF_KNOWN, HEIGHT, WEIGHT};
use crate::quantity::{BodyHeight, BodyMassIndex, BodyWeight, OutOfRange};
use crate::values::Values;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "bmi",
    version: "1.0.0",
    citation: "World Health Organization. Obesity: preventing and managing the global epidemic. \
               WHO Technical Report Series 894. Geneva, 2000.",
};

/// Body mass index: weight in kg divided by the square of the height in m.
///
/// # Errors
///
/// When the two measurements give an index that no person has; most often they
/// were swapped or one is in another unit.
///
/// ```
/// use clinical::{BodyHeight, BodyWeight, calculators::body::bmi};
///
/// let weight = BodyWeight::from_kilograms(70.0)?;
/// let height = BodyHeight::from_metres(1.5)?;
/// let bmi = bmi::calculate(weight, height)?;
/// assert!((bmi.kilograms_per_square_metre() - 31.111_111).abs() < 1e-6);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(weight: BodyWeight, height: BodyHeight) -> Result<BodyMassIndex, OutOfRange> {
    let index = equation(weight.kilograms(), height.centimetres());
    BodyMassIndex::from_kilograms_per_square_metre(index)
}

/// WHO class of an adult's body mass index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Classification {
    /// Under 18.5 kg/m2.
    Underweight,
    /// From 18.5 to under 25 kg/m2.
    Normal,
    /// From 25 to under 30 kg/m2.
    Overweight,
    /// 30 kg/m2 and over.
    Obese,
}

impl Classification {
    /// The class of an adult with this index, by its unrounded value.
    pub fn of(bmi: BodyMassIndex) -> Self {
        let value = bmi.kilograms_per_square_metre();
        if value < 18.5 {
            Self::Underweight
        } else if value < 25.0 {
            Self::Normal
        } else if value < 30.0 {
            Self::Overweight
        } else {
            Self::Obese
        }
    }

    /// Whether the WHO calls this range healthy. Too little is not.
    pub const fn is_healthy(self) -> bool {
        matches!(self, Self::Normal)
    }
}

/// kg and cm.
pub(crate) fn equation(weight: f64, height: f64) -> f64 {
    // Squared in cm, most heights are exact: 64 kg at 160 cm is 25, not a hair
    // below it and in another class.
    weight * 10_000.0 / (height * height)
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: FORMULA.id,
    version: FORMULA.version,
    category: Category::Body,
    title: text("Body mass index", "Índice de massa corporal"),
    description: text(
        "Weight relative to height, with the WHO classes for adults. Below 18 years the index has \
         no class of its own: read it on a BMI-for-age chart.",
        "Peso em relação à altura, com as classes da OMS para adultos. Abaixo de 18 anos o índice \
         não tem classe própria: leia-o em uma curva de IMC para a idade.",
    ),
    inputs: &[WEIGHT, HEIGHT, AGE_IF_KNOWN],
    results: &[Output {
        name: "bmi",
        title: text("Body mass index", "Índice de massa corporal"),
        unit: "kg/m2",
        digits: 1,
        loinc: Some("39156-5"),
        interpretations: &[
            below(16.0, "severe-thinness", "severe thinness", "magreza grave"),
            below(
                17.0,
                "moderate-thinness",
                "moderate thinness",
                "magreza moderada",
            ),
            below(18.5, "mild-thinness", "mild thinness", "magreza leve"),
            below(25.0, "normal", "normal weight", "peso normal"),
            below(30.0, "overweight", "overweight", "sobrepeso"),
            below(
                35.0,
                "obesity-class-1",
                "obesity class I",
                "obesidade grau I",
            ),
            below(
                40.0,
                "obesity-class-2",
                "obesity class II",
                "obesidade grau II",
            ),
            rest("obesity-class-3", "obesity class III", "obesidade grau III"),
        ],
    }],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: FORMULA.citation,
        doi: None,
        pmid: None,
    },
    check: None,
    calculate: outcome,
};

fn outcome(values: &Values) -> Outcome {
    let outcome = Outcome::number("bmi", equation(values.weight(), values.height()));
    match values.number_if_sent("age") {
        Some(age) if age < 18.0 => outcome.uninterpreted().warn_if(
            true,
            text(
                "Below 18 years there is no adult class: read the index on a BMI-for-age chart.",
                "Abaixo de 18 anos não há classe de adulto: leia o índice em uma curva de IMC para \
                 a idade.",
            ),
        ),
        sent => outcome.assume_if(
            sent.is_none(),
            text(
                "No age was sent: adult classes assumed.",
                "Idade não enviada: classes de adulto assumidas.",
            ),
        ),
    }
}
