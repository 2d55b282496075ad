//! Maintenance water of a child by Holliday and Segar.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, Text,
    output, text,
};
use crate::inputs::{AGE, WEIGHT};
use crate::values::Values;
use crate::violation::Finding;

/// Newborns need other amounts from day to day.
const NEWBORN_UNTIL: f64 = 28.0;
/// What a day of maintenance rarely exceeds, in mL.
const USUAL_MOST: f64 = 2400.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "holliday-segar-1957",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Maintenance fluid of a child (Holliday-Segar)",
        "Hidratação de manutenção pediátrica (Holliday-Segar)",
    ),
    description: text(
        "Water that a child from 28 days to 17 years needs in a day at rest in hospital: 100 mL/kg \
         for the first 10 kg, 50 for the next 10, 20 for the rest. It replaces no loss and treats \
         no shock or dehydration; less is given where water is retained.",
        "Água de que uma criança de 28 dias a 17 anos precisa em um dia de repouso no hospital: \
         100 mL/kg nos primeiros 10 kg, 50 nos 10 seguintes, 20 no restante. Não repõe perdas nem \
         trata choque ou desidratação; oferece-se menos quando há retenção de água.",
    ),
    aliases: &[
        "4-2-1",
        "soro de manutenção",
        "maintenance fluids",
        "necessidade hídrica",
        "hidratação venosa",
    ],
    inputs: &[WEIGHT.input, AGE.input],
    results: &[
        output(
            OutputKind::Measurement,
            "daily",
            text("Water in a day", "Água em um dia"),
            "mL/d",
            0,
        ),
        output(
            OutputKind::Measurement,
            "hourly",
            text("Rate over 24 hours", "Vazão em 24 horas"),
            "mL/h",
            1,
        ),
    ],
    validity: &[AGE.less_than(18.0)],
    assumptions: &[text(
        "There is no fever, no loss to replace and no reason to restrict water. The rule of 4, 2 \
         and 1 mL/kg/h rounds these amounts and gives some mL/h less or more.",
        "Não há febre, perda a repor nem motivo de restrição hídrica. A regra de 4, 2 e 1 mL/kg/h \
         arredonda estes volumes e dá alguns mL/h a menos ou a mais.",
    )],
    reference: Reference {
        citation: "Holliday MA, Segar WE. The maintenance need for water in parenteral fluid \
                   therapy. Pediatrics 1957;19:823-832.",
        doi: None,
        pmid: Some("13431307"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const NEWBORN: NoResult = NoResult::outside(
    &[AGE.input.name],
    text(
        "age must be 28 days or more: newborns need other amounts",
        "age deve ser de 28 dias ou mais: recém-nascidos precisam de outros volumes",
    ),
);

/// Days of a mean year.
const YEAR: f64 = 365.25;

/// Far beyond the children of the growth charts, in kg: a slip of the decimal point is not
/// beyond what all ages can weigh.
fn check(values: &Values) -> Vec<Finding> {
    let (Some(weight), Some(days)) = (values.find(WEIGHT), values.find(AGE.in_days())) else {
        return Vec::new();
    };
    let years = days / YEAR;
    if (0.4 + 1.1 * years..=15.0 + 12.0 * years).contains(&weight) {
        return Vec::new();
    }
    let names = [WEIGHT.input.name, AGE.input.name];
    Finding::together(&names, NO_CHILD)
}

const NO_CHILD: Text = text(
    "no child of this age has this weight: check both and their units",
    "nenhuma criança desta idade tem este peso: confira os dois e suas unidades",
);
const ISOTONIC: Text = text(
    "This is an amount, not a solution: the hypotonic fluid of 1957 lowers sodium in children who \
     are ill; isotonic maintenance fluid is recommended today.",
    "Isto é um volume, não uma solução: o soro hipotônico de 1957 reduz o sódio de crianças \
     doentes; hoje se recomenda soro de manutenção isotônico.",
);
const MUCH: Text = text(
    "More than 2400 mL in a day: maintenance of large adolescents is usually limited to what \
     adults get.",
    "Mais de 2400 mL em um dia: a manutenção de adolescentes grandes costuma ser limitada à de \
     adultos.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    if values.of(AGE.in_days())? < NEWBORN_UNTIL {
        return Err(NEWBORN);
    }
    let weight = values.of(WEIGHT)?;
    let daily = 100.0 * weight.min(10.0)
        + 50.0 * (weight - 10.0).clamp(0.0, 10.0)
        + 20.0 * (weight - 20.0).max(0.0);
    Ok(Outcome::number("daily", daily)
        .and("hourly", daily / 24.0)
        .warn_if(true, ISOTONIC)
        .warn_if(daily > USUAL_MOST, MUCH))
}
