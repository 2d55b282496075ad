//! PELD: severity of liver disease in children under 12.

use super::meld::{at_least_one, round};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{AGE, ALBUMIN, BILIRUBIN, INR};
use crate::values::Values;

const GROWTH_FAILURE: Flag = flag("growth_failure", "Growth failure", "Déficit de crescimento")
    .defined(
        "Weight or height more than 2 standard deviations below the mean for age and sex.",
        "Peso ou estatura mais de 2 desvios padrão abaixo da média para idade e sexo.",
    );
const LISTED_IN_FIRST_YEAR: Flag = flag(
    "listed_before_first_birthday",
    "Listed for transplantation before the first birthday",
    "Inscrito em lista de transplante antes do primeiro aniversário",
)
.defined(
    "It keeps the term of the first year until the age of 24 months.",
    "Mantém o termo do primeiro ano até os 24 meses de idade.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "peld-2002",
    version: "1.0.0",
    category: Category::Liver,
    title: text("PELD score (2002)", "Escore PELD (2002)"),
    description: text(
        "Severity of chronic liver disease in children under 12 years who wait for a transplant, \
         from bilirubin, INR, albumin, age and growth; it can be negative. The United States \
         replaced it by PELD Cr, which takes creatinine: not for their list any more.",
        "Gravidade da doença hepática crônica em menores de 12 anos que aguardam transplante, por \
         bilirrubina, INR (RNI), albumina, idade e crescimento; pode ser negativo. Os Estados \
         Unidos o substituíram pelo PELD Cr, que usa creatinina: não vale mais para a lista deles. \
         Não inclui o ajuste que a lista brasileira possa fazer.",
    ),
    aliases: &[
        "pediatric end-stage liver disease",
        "transplante hepático",
        "criança",
        "MELD",
    ],
    inputs: &[
        AGE.input,
        BILIRUBIN.input,
        INR.input,
        ALBUMIN.input,
        GROWTH_FAILURE.input,
        LISTED_IN_FIRST_YEAR.input,
    ],
    results: &[score(text("PELD score", "Escore PELD"), &[])],
    assumptions: &[text(
        "Laboratory values below 1 count as 1.",
        "Valores laboratoriais abaixo de 1 contam como 1.",
    )],
    validity: &[AGE.less_than(12.0)],
    reference: Reference {
        citation: "McDiarmid SV, Anand R, Lindblad AS. Development of a pediatric end-stage liver \
                   disease score to predict poor outcome in children awaiting liver \
                   transplantation. Transplantation 2002;74:173-181.",
        doi: Some("10.1097/00007890-200207270-00006"),
        pmid: Some("12151728"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let end = if values.of(LISTED_IN_FIRST_YEAR)? {
        2.0
    } else {
        1.0
    };
    let infant = if values.of(AGE)? < end { 0.436 } else { 0.0 };
    let growth = if values.of(GROWTH_FAILURE)? {
        0.667
    } else {
        0.0
    };
    let sum = 0.480 * at_least_one(values, BILIRUBIN)?.ln()
        + 1.857 * at_least_one(values, INR)?.ln()
        - 0.687 * at_least_one(values, ALBUMIN)?.ln()
        + infant
        + growth;
    Ok(Outcome::number("score", round(10.0 * sum)))
}
