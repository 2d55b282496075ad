//! Water that is missing in hypernatraemia.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::inputs::{ADULTS, AGE, SEX, SODIUM, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "free-water-deficit",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text(
        "Free water deficit in hypernatraemia",
        "Déficit de água livre na hipernatremia",
    ),
    description: text(
        "Estimates the water that an adult with a sodium above 145 mmol/L lacks to come back to \
         140. It is no prescription: losses that go on come on top, shock is treated with saline \
         first, and how fast sodium may fall depends on how long it has been high. Repeat sodium \
         often.",
        "Estima a água que falta a um adulto com sódio acima de 145 mmol/L para voltar a 140. Não é \
         prescrição: as perdas em curso se somam, o choque se trata antes com solução salina, e a \
         velocidade de queda do sódio depende de há quanto tempo está alto. Dose o sódio com \
         frequência.",
    ),
    aliases: &[
        "hipernatremia",
        "hypernatremia",
        "água livre",
        "FWD",
        "free water",
    ],
    inputs: &[SEX.input, AGE.input, WEIGHT.input, SODIUM.input],
    results: &[
        output(
            OutputKind::Measurement,
            "free_water_deficit",
            text("Free water deficit", "Déficit de água livre"),
            "L",
            1,
        ),
        output(
            OutputKind::Measurement,
            "total_body_water",
            text("Estimated body water", "Água corporal estimada"),
            "L",
            1,
        ),
    ],
    validity: &[ADULTS],
    assumptions: &[
        text(
            "Water is 60 % of the weight of men and 50 % of women, from 65 years 50 % and 45 %; \
             less in obesity.",
            "A água é 60 % do peso de homens e 50 % de mulheres, a partir de 65 anos 50 % e 45 %; \
             menos na obesidade.",
        ),
        text(
            "The sodium aimed at is 140 mmol/L.",
            "O sódio visado é 140 mmol/L.",
        ),
    ],
    reference: Reference {
        citation: "Adrogué HJ, Madias NE. Hypernatremia. N Engl J Med 2000;342:1493-1499.",
        doi: Some("10.1056/NEJM200005183422006"),
        pmid: Some("10816188"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (sex, sodium) = (values.of(SEX)?, values.of(SODIUM)?);
    if sodium <= 145.0 {
        return Err(NoResult::outside(
            &[SODIUM.input.name],
            text(
                "sodium must be more than 145 mmol/L: without hypernatraemia there is no deficit",
                "sodium deve ser maior que 145 mmol/L: sem hipernatremia não há déficit",
            ),
        ));
    }
    let share = if values.of(AGE)? < 65.0 {
        sex.pick(0.6, 0.5)
    } else {
        sex.pick(0.5, 0.45)
    };
    let water = share * values.of(WEIGHT)?;
    let deficit = water * (sodium / 140.0 - 1.0);
    Ok(Outcome::number("free_water_deficit", deficit).and("total_body_water", water))
}
