//! Height that a child can be expected to reach, from the heights of the parents.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::SEX;
use crate::units;
use crate::values::Values;

/// Men are taller than women by this, in cm.
const BETWEEN_SEXES: f64 = 13.0;
/// From the middle to the limits of the range, in cm.
const RANGE: f64 = 8.5;

const FATHER: Quantity = quantity(
    "father_height",
    &units::PARENT_HEIGHT,
    "Height of the father",
    "Altura do pai",
)
.defined(
    "Measured, of the biological father.",
    "Medida, do pai biológico.",
);
const MOTHER: Quantity = quantity(
    "mother_height",
    &units::PARENT_HEIGHT,
    "Height of the mother",
    "Altura da mãe",
)
.defined(
    "Measured, of the biological mother.",
    "Medida, da mãe biológica.",
);

const fn height(name: &'static str, title: Text) -> Output {
    output(OutputKind::Measurement, name, title, "cm", 1)
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mid-parental-height-1970",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Target height (mid-parental)",
        "Estatura-alvo (média dos pais)",
    ),
    description: text(
        "Adult height that the heights of the parents let expect, with Tanner's range of 8.5 cm to \
         either side. It is no prediction from the child: growth and bone age say more. \
         Unreliable when a parent is ill, very short, or much taller or shorter than the other.",
        "Estatura adulta que as alturas dos pais permitem esperar, com a faixa de Tanner de 8,5 cm \
         para cada lado. Não é previsão a partir da criança: o crescimento e a idade óssea \
         informam mais. Pouco confiável quando um dos pais é doente, muito baixo ou de altura \
         muito diferente da do outro.",
    ),
    aliases: &[
        "altura alvo",
        "estatura alvo",
        "canal familiar",
        "target height",
        "Tanner",
        "baixa estatura",
    ],
    inputs: &[SEX.input, FATHER.input, MOTHER.input],
    results: &[
        height("target_height", text("Target height", "Estatura-alvo")),
        height("least", text("Least of the range", "Mínimo da faixa")),
        height("greatest", text("Greatest of the range", "Máximo da faixa")),
    ],
    assumptions: &[text(
        "Tanner's range; the Brazilian Society of Paediatrics uses 5 cm to either side.",
        "Faixa de Tanner; a Sociedade Brasileira de Pediatria usa 5 cm para cada lado.",
    )],
    reference: Reference {
        citation: "Tanner JM, Goldstein H, Whitehouse RH. Standards for children's height at ages \
                   2-9 years allowing for heights of parents. Arch Dis Child 1970;45:755-762.",
        doi: Some("10.1136/adc.45.244.755"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let adds = values.of(SEX)?.pick(BETWEEN_SEXES, -BETWEEN_SEXES);
    let target = (values.of(FATHER)? + values.of(MOTHER)? + adds) / 2.0;
    Ok(Outcome::number("target_height", target)
        .and("least", target - RANGE)
        .and("greatest", target + RANGE))
}
