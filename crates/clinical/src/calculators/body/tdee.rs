//! Total daily energy expenditure: the basal rate times an activity factor.

use super::{
    bmr_harris_benedict_1919 as harris_benedict, bmr_mifflin_st_jeor_1990 as mifflin,
    bmr_roza_shizgal_1984 as roza_shizgal, energy,
};
use crate::activity::Activity;
use crate::definition::{
    ADULTS, Calculator, Category, Choice, Input, Kind, Outcome, Output, Reference, choice,
    optional, required, text,
};
use crate::formula::Formula;
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::quantity::EnergyRate;
use crate::values::Values;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "tdee",
    version: "1.0.0",
    citation: "Convention: basal metabolic rate, unrounded, times a physical activity factor.",
};

/// Daily energy in kcal/d.
pub fn calculate(bmr: EnergyRate, activity: Activity) -> f64 {
    bmr.kilocalories_per_day() * activity.factor
}

const LEVELS: &[Choice] = &[
    choice(
        "sedentary",
        "little or no exercise (1.2)",
        "pouco ou nenhum exercício (1,2)",
    ),
    choice(
        "light",
        "light exercise 1 to 3 days a week (1.375)",
        "exercício leve 1 a 3 dias por semana (1,375)",
    ),
    choice(
        "moderate",
        "moderate exercise 3 to 5 days a week (1.55)",
        "exercício moderado 3 a 5 dias por semana (1,55)",
    ),
    choice(
        "very-active",
        "hard exercise 6 or 7 days a week (1.725)",
        "exercício intenso 6 ou 7 dias por semana (1,725)",
    ),
    choice(
        "extra-active",
        "very hard exercise or physical work (1.9)",
        "exercício muito intenso ou trabalho físico (1,9)",
    ),
];
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
const INPUTS: &[Input] = &[
    SEX,
    AGE,
    WEIGHT,
    HEIGHT,
    required(
        "activity_level",
        Kind::Choice(LEVELS),
        "Activity level",
        "Nível de atividade",
    ),
    optional(
        "equation",
        Kind::Choice(EQUATIONS),
        "Basal rate equation",
        "Equação da taxa basal",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: FORMULA.id,
    version: FORMULA.version,
    category: Category::Body,
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
    results: &[
        Output {
            name: "tdee",
            title: text(
                "Total daily energy expenditure",
                "Gasto energético diário total",
            ),
            unit: "kcal/d",
            digits: 0,
            loinc: None,
            interpretations: &[],
        },
        energy::BMR,
    ],
    validity: &[ADULTS],
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
    let (sex, age) = (values.sex(), values.age());
    let (weight, height) = (values.weight(), values.height());
    let sent = values.has("equation");
    let equation = if sent {
        values.code("equation")
    } else {
        EQUATIONS[0].code
    };
    let bmr = match equation {
        "mifflin-st-jeor-1990" => mifflin::equation(sex, age, weight, height),
        "harris-benedict-1919" => harris_benedict::equation(sex, age, weight, height),
        _ => roza_shizgal::equation(sex, age, weight, height),
    };
    let factor = match values.code("activity_level") {
        "sedentary" => 1.2,
        "light" => 1.375,
        "moderate" => 1.55,
        "very-active" => 1.725,
        "extra-active" => 1.9,
        _ => f64::NAN,
    };
    let possible = EnergyRate::PLAUSIBLE.contains(&bmr);
    Outcome::number("tdee", if possible { bmr * factor } else { f64::NAN })
        .and("bmr", bmr)
        .assume_if(
            !sent,
            text(
                "No equation was chosen: the basal rate is by Roza and Shizgal 1984.",
                "Nenhuma equação escolhida: a taxa basal é por Roza e Shizgal 1984.",
            ),
        )
}
