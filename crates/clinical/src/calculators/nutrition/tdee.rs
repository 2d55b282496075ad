//! Total daily energy expenditure: the basal rate times an activity factor.

use super::bmr::{
    self, harris_benedict_1919 as harris_benedict, mifflin_st_jeor_1990 as mifflin,
    roza_shizgal_1984 as roza_shizgal,
};
use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Output, OutputKind,
    Reference, choice, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::values::Values;

/// Levels of physical activity and their multiples of the basal rate. A factor
/// between two levels belongs to neither, so only these are accepted.
const LEVELS: &[Choice] = &[
    choice(
        "sedentary",
        "little or no exercise (1.2)",
        "pouco ou nenhum exercício (1,2)",
    )
    .worth(1.2),
    choice(
        "light",
        "light exercise 1 to 3 days a week (1.375)",
        "exercício leve 1 a 3 dias por semana (1,375)",
    )
    .worth(1.375),
    choice(
        "moderate",
        "moderate exercise 3 to 5 days a week (1.55)",
        "exercício moderado 3 a 5 dias por semana (1,55)",
    )
    .worth(1.55),
    choice(
        "very-active",
        "hard exercise 6 or 7 days a week (1.725)",
        "exercício intenso 6 ou 7 dias por semana (1,725)",
    )
    .worth(1.725),
    choice(
        "extra-active",
        "very hard exercise or physical work (1.9)",
        "exercício muito intenso ou trabalho físico (1,9)",
    )
    .worth(1.9),
];

/// Level of physical activity, stated by whoever knows the person.
pub(crate) const ACTIVITY_LEVEL: OneOf = one_of(
    "activity_level",
    LEVELS,
    "Activity level",
    "Nível de atividade",
);

/// The multiple of the basal rate that belongs to a level.
pub(crate) fn factor(level: &str) -> Result<f64, NoResult> {
    let found = LEVELS.iter().find(|choice| choice.code == level);
    found
        .and_then(|choice| choice.factor)
        .ok_or(NoResult::Defect("a level of activity has no factor"))
}

/// The factor assumed by age in years: a convention of this platform's first
/// edition, not a published result.
pub(crate) fn factor_by_age(age: f64) -> f64 {
    match age {
        ..26.0 => 1.8,
        ..36.0 => 1.6,
        ..51.0 => 1.4,
        _ => 1.2,
    }
}

const EQUATIONS: &[Choice] = &[
    choice(
        "roza-shizgal-1984",
        "Roza and Shizgal 1984",
        "Roza e Shizgal 1984",
    ),
    choice(
        "mifflin-st-jeor-1990",
        "Mifflin and St Jeor 1990",
        "Mifflin e St Jeor 1990",
    ),
    choice(
        "harris-benedict-1919",
        "Harris and Benedict 1919",
        "Harris e Benedict 1919",
    ),
];
const EQUATION: OneOf = one_of(
    "equation",
    EQUATIONS,
    "Basal rate equation",
    "Equação da taxa basal",
)
.optional();

const INPUTS: &[Input] = &[
    SEX.input,
    AGE.input,
    WEIGHT.input,
    HEIGHT.input,
    ACTIVITY_LEVEL.input,
    EQUATION.input,
];

/// The daily energy.
pub(crate) const TDEE: Output = Output {
    name: "tdee",
    title: text(
        "Total daily energy expenditure",
        "Gasto energético diário total",
    ),
    unit: "kcal/d",
    digits: 0,
    loinc: None,
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "tdee",
    version: "1.1.0",
    category: Category::Nutrition,
    title: text(
        "Total daily energy expenditure",
        "Gasto energético diário total",
    ),
    description: text(
        "Energy an adult spends in a day: the basal metabolic rate times a factor for physical \
         activity.",
        "Energia que um adulto gasta em um dia: a taxa metabólica basal vezes um fator de atividade \
         física.",
    ),
    inputs: INPUTS,
    results: &[TDEE, bmr::BMR],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Convention: basal metabolic rate, unrounded, times a physical activity factor.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (sex, age) = (values.of(SEX)?, values.of(AGE)?);
    let (weight, height) = (values.of(WEIGHT)?, values.of(HEIGHT)?);
    let chosen = values.find(EQUATION);
    let rate = match chosen.unwrap_or(EQUATIONS[0].code) {
        "roza-shizgal-1984" => roza_shizgal::equation(sex, age, weight, height),
        "mifflin-st-jeor-1990" => mifflin::equation(sex, age, weight, height),
        "harris-benedict-1919" => harris_benedict::equation(sex, age, weight, height),
        _ => return Err(NoResult::Defect("a choice of equation has none")),
    };
    let rate = bmr::possible(rate)?;
    let factor = factor(values.of(ACTIVITY_LEVEL)?)?;
    Ok(Outcome::number("tdee", rate * factor)
        .and("bmr", rate)
        .assume_if(
            chosen.is_none(),
            text(
                "No equation was chosen: the basal rate is by Roza and Shizgal 1984.",
                "Nenhuma equação escolhida: a taxa basal é por Roza e Shizgal 1984.",
            ),
        ))
}
