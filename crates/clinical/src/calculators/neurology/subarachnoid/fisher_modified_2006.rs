//! Modified Fisher scale of subarachnoid blood on the CT.

use super::grade;
use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Reference, choice, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::INTRAVENTRICULAR_HEMORRHAGE;
use crate::values::Values;

const AMOUNTS: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice("thin", "thin, focal or diffuse", "fino, focal ou difuso"),
    choice(
        "thick",
        "thick, focal or diffuse",
        "espesso, focal ou difuso",
    ),
];
const BLOOD: OneOf = one_of(
    "subarachnoid_blood",
    AMOUNTS,
    "Subarachnoid blood",
    "Sangue subaracnóideo",
)
.defined(
    "On the CT at admission, by the impression of the whole; thick fills a cistern or fissure \
     completely.",
    "Na tomografia da admissão, pela impressão de conjunto; espesso preenche por completo uma \
     cisterna ou fissura.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fisher-modified-2006",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("Modified Fisher scale", "Escala de Fisher modificada"),
    description: text(
        "Amount of blood on the CT after a subarachnoid haemorrhage from an aneurysm, 0 to 4, \
         studied to foresee symptomatic vasospasm. Its grades are not those of Fisher 1980.",
        "Quantidade de sangue na tomografia após hemorragia subaracnóidea por aneurisma, de 0 a 4, \
         estudada para prever vasoespasmo sintomático. Seus graus não são os de Fisher de 1980.",
    ),
    aliases: &[
        "Fisher",
        "mFisher",
        "HSA",
        "SAH",
        "vasoespasmo",
        "vasospasm",
    ],
    inputs: &[BLOOD.input, INTRAVENTRICULAR_HEMORRHAGE.input],
    results: &[grade(text(
        "Modified Fisher grade",
        "Grau de Fisher modificado",
    ))],
    reference: Reference {
        citation: "Frontera JA, Claassen J, Schmidt JM, et al. Prediction of symptomatic vasospasm \
                   after subarachnoid hemorrhage: the modified Fisher scale. Neurosurgery \
                   2006;59:21-27.",
        doi: Some("10.1227/01.NEU.0000218821.34014.1B"),
        pmid: Some("16823296"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let grade = match (values.of(BLOOD)?, values.of(INTRAVENTRICULAR_HEMORRHAGE)?) {
        ("none", false) => 0.0,
        // Some sources call this grade 2, others say that the scale has none for it.
        ("none", true) => {
            return Err(NoResult::outside(
                &[BLOOD.input.name, INTRAVENTRICULAR_HEMORRHAGE.input.name],
                text(
                    "blood in the ventricles alone has no agreed grade on this scale; describe it",
                    "sangue só nos ventrículos não tem grau acordado nesta escala; descreva o \
                     achado",
                ),
            ));
        }
        ("thin", false) => 1.0,
        ("thin", true) => 2.0,
        ("thick", false) => 3.0,
        ("thick", true) => 4.0,
        _ => return Err(NoResult::Defect("an amount of blood has no grade")),
    };
    Ok(Outcome::number("grade", grade))
}
