//! Body mass index of a pregnant woman by the table of Atalah.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, chosen, output, text,
};
use crate::inputs::{
    ADULT_HEIGHT, ADULTS, AGE, GESTATIONAL_DAYS, GESTATIONAL_WEEKS, HEIGHT, MULTIPLE_PREGNANCY,
    WEIGHT,
};
use crate::round::steady;
use crate::values::Values;

/// A week, and the last index of underweight, adequate weight and overweight in it.
type Row = (f64, [f64; 3]);

const TABLE: [Row; 35] = [
    (6.0, [19.9, 24.9, 30.0]),
    (8.0, [20.1, 25.0, 30.1]),
    (10.0, [20.2, 25.2, 30.2]),
    (11.0, [20.3, 25.3, 30.3]),
    (12.0, [20.4, 25.4, 30.3]),
    (13.0, [20.6, 25.6, 30.4]),
    (14.0, [20.7, 25.7, 30.5]),
    (15.0, [20.8, 25.8, 30.6]),
    (16.0, [21.0, 25.9, 30.7]),
    (17.0, [21.1, 26.0, 30.8]),
    (18.0, [21.2, 26.1, 30.9]),
    (19.0, [21.4, 26.2, 30.9]),
    (20.0, [21.5, 26.3, 31.0]),
    (21.0, [21.7, 26.4, 31.1]),
    (22.0, [21.8, 26.6, 31.2]),
    (23.0, [22.0, 26.8, 31.3]),
    (24.0, [22.2, 26.9, 31.5]),
    (25.0, [22.4, 27.0, 31.6]),
    (26.0, [22.6, 27.2, 31.7]),
    (27.0, [22.7, 27.3, 31.8]),
    (28.0, [22.9, 27.5, 31.9]),
    (29.0, [23.1, 27.6, 32.0]),
    (30.0, [23.3, 27.8, 32.1]),
    (31.0, [23.4, 27.9, 32.2]),
    (32.0, [23.6, 28.0, 32.3]),
    (33.0, [23.8, 28.1, 32.4]),
    (34.0, [23.9, 28.3, 32.5]),
    (35.0, [24.1, 28.4, 32.6]),
    (36.0, [24.2, 28.5, 32.7]),
    (37.0, [24.4, 28.7, 32.8]),
    (38.0, [24.5, 28.8, 32.9]),
    (39.0, [24.7, 28.9, 33.0]),
    (40.0, [24.9, 29.1, 33.1]),
    (41.0, [25.0, 29.2, 33.2]),
    (42.0, [25.0, 29.2, 33.2]),
];

const CODES: [&str; 3] = ["underweight", "adequate", "overweight"];

const BMI: Output = Output {
    interpretations: &[
        chosen("underweight", "underweight", "baixo peso"),
        chosen("adequate", "adequate", "adequado"),
        chosen("overweight", "overweight", "sobrepeso"),
        chosen("obesity", "obesity", "obesidade"),
    ],
    ..output(
        OutputKind::Measurement,
        "bmi",
        text("Body mass index", "Índice de massa corporal"),
        "kg/m2",
        1,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmi-atalah-1997",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text(
        "Body mass index in pregnancy (Atalah)",
        "IMC gestacional (Atalah)",
    ),
    description: text(
        "Class of the body mass index of an adult by the week of pregnancy. Brazil replaced it by \
         curves of its own in 2022: only to read older charts, and where Atalah is still in use.",
        "Classe do índice de massa corporal de uma adulta pela semana de gestação. O Brasil a \
         substituiu por curvas próprias em 2022: apenas para ler registros antigos e onde Atalah \
         ainda é usada.",
    ),
    aliases: &[
        "curva de Atalah",
        "IMC da gestante",
        "estado nutricional da gestante",
        "pré-natal",
    ],
    inputs: &[
        WEIGHT.input,
        HEIGHT.input,
        GESTATIONAL_WEEKS.input,
        GESTATIONAL_DAYS.input,
        MULTIPLE_PREGNANCY.input,
        AGE.input,
    ],
    results: &[BMI],
    validity: &[ADULTS, ADULT_HEIGHT],
    assumptions: &[text(
        "The index is rounded to one digit, as the table is printed, before it is classified; 4 \
         days or more count as the next week.",
        "O índice é arredondado a uma casa, como a tabela é impressa, antes de classificado; 4 \
         dias ou mais contam como a semana seguinte.",
    )],
    reference: Reference {
        citation: "Atalah E, Castillo C, Castro R, Aldea A. Propuesta de un nuevo estándar de \
                   evaluación nutricional en embarazadas. Rev Med Chil 1997;125:1429-1436.",
        doi: None,
        pmid: Some("9609018"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const TWINS: NoResult = NoResult::outside(
    &[MULTIPLE_PREGNANCY.input.name],
    text(
        "multiple_pregnancy must be false: the table is of single fetuses",
        "multiple_pregnancy deve ser false: a tabela é de feto único",
    ),
);
const NO_ROW: NoResult = NoResult::outside(
    &[GESTATIONAL_WEEKS.input.name],
    text(
        "gestational_weeks must be 6, 8 or 10 to 42, where 4 days or more count as the next week: \
         the table has no other weeks",
        "gestational_weeks deve ser 6, 8 ou de 10 a 42, e 4 dias ou mais contam como a semana \
         seguinte: a tabela não tem outras semanas",
    ),
);

const SUPERSEDED: Text = text(
    "Superseded in Brazil by the curves of weight gain of 2022.",
    "Substituída no Brasil pelas curvas de ganho de peso de 2022.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    if values.of(MULTIPLE_PREGNANCY)? {
        return Err(TWINS);
    }
    let days = values.of(GESTATIONAL_DAYS)?;
    let week = values.of(GESTATIONAL_WEEKS)? + if days > 3.0 { 1.0 } else { 0.0 };
    let row = TABLE.iter().find(|(known, _)| *known == week);
    let (_, ends) = row.ok_or(NO_ROW)?;
    let metres = values.of(HEIGHT)? / 100.0;
    let bmi = values.of(WEIGHT)? / (metres * metres);
    let printed = steady((steady(bmi * 10.0) + 0.5).floor() / 10.0);
    let class = ends.iter().position(|end| printed <= *end);
    let code = class.map_or("obesity", |class| CODES[class]);
    Ok(Outcome::number("bmi", bmi)
        .meaning(code)
        .warn_if(true, SUPERSEDED))
}
