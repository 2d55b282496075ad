//! Basal metabolic rate by the Harris-Benedict equation as revised in 1984.

use super::energy::{BMR, basal};
use crate::definition::{ADULTS, Calculator, Category, Outcome, Reference, text};
use crate::formula::Formula;
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::quantity::{AdultAge, BodyHeight, BodyWeight, EnergyRate, OutOfRange};
use crate::sex::Sex;
use crate::values::Values;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "bmr-roza-shizgal-1984",
    version: "1.0.0",
    citation: "Roza AM, Shizgal HM. The Harris Benedict equation reevaluated: resting energy \
               requirements and the body cell mass. Am J Clin Nutr 1984;40:168-182. \
               doi:10.1093/ajcn/40.1.168",
};

/// Basal metabolic rate of an adult. The equation takes kg, **cm** and years.
///
/// # Errors
///
/// When the measurements together give a rate that no body has.
///
/// ```
/// use clinical::{AdultAge, Age, BodyHeight, BodyWeight, Sex};
/// use clinical::calculators::body::bmr_roza_shizgal_1984 as roza_shizgal;
///
/// let age = AdultAge::new(Age::from_years(70)?).unwrap();
/// let weight = BodyWeight::from_kilograms(90.0)?;
/// let height = BodyHeight::from_metres(1.85)?;
/// let bmr = roza_shizgal::calculate(Sex::Male, age, weight, height)?;
/// assert!((bmr.kilocalories_per_day() - 1784.517).abs() < 1e-9);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(
    sex: Sex,
    age: AdultAge,
    weight: BodyWeight,
    height: BodyHeight,
) -> Result<EnergyRate, OutOfRange> {
    EnergyRate::from_kilocalories_per_day(equation(
        sex,
        age.in_equation(),
        weight.kilograms(),
        height.centimetres(),
    ))
}

/// Years, kg and cm.
pub(crate) fn equation(sex: Sex, age: f64, weight: f64, height: f64) -> f64 {
    let (constant, per_kg, per_cm, per_year) = sex.pick(
        (88.362, 13.397, 4.799, 5.677),
        (447.593, 9.247, 3.098, 4.330),
    );
    constant + per_kg * weight + per_cm * height - per_year * age
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: FORMULA.id,
    version: FORMULA.version,
    category: Category::Body,
    title: text(
        "Basal metabolic rate (Roza-Shizgal 1984)",
        "Taxa metabólica basal (Roza-Shizgal 1984)",
    ),
    description: text(
        "Energy an adult needs at rest, by the Harris-Benedict equation as revised in 1984.",
        "Energia que um adulto gasta em repouso, pela equação de Harris-Benedict revisada em 1984.",
    ),
    inputs: &[SEX, AGE, WEIGHT, HEIGHT],
    results: &[BMR],
    validity: &[ADULTS],
    assumptions: &[],
    reference: Reference {
        citation: FORMULA.citation,
        doi: Some("10.1093/ajcn/40.1.168"),
        pmid: None,
    },
    check: None,
    calculate: outcome,
};

fn outcome(values: &Values) -> Outcome {
    let (age, weight, height) = (values.age(), values.weight(), values.height());
    basal(equation(values.sex(), age, weight, height))
}
