//! Ankle-brachial index of both legs.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, Interpretation, NoResult, Outcome, Output,
    OutputKind, Reference, chosen, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const RIGHT_ANKLE: Quantity = quantity(
    "right_ankle_systolic",
    &units::LIMB_PRESSURE,
    "Systolic pressure at the right ankle",
    "Pressão sistólica no tornozelo direito",
)
.defined(HIGHER_ARTERY.0, HIGHER_ARTERY.1);
const LEFT_ANKLE: Quantity = quantity(
    "left_ankle_systolic",
    &units::LIMB_PRESSURE,
    "Systolic pressure at the left ankle",
    "Pressão sistólica no tornozelo esquerdo",
)
.defined(HIGHER_ARTERY.0, HIGHER_ARTERY.1);
const RIGHT_ARM: Quantity = quantity(
    "right_arm_systolic",
    &units::LIMB_PRESSURE,
    "Systolic pressure at the right arm",
    "Pressão sistólica no braço direito",
);
const LEFT_ARM: Quantity = quantity(
    "left_arm_systolic",
    &units::LIMB_PRESSURE,
    "Systolic pressure at the left arm",
    "Pressão sistólica no braço esquerdo",
);
const HIGHER_ARTERY: (&str, &str) = (
    "By Doppler, the higher of the dorsalis pedis and the posterior tibial artery.",
    "Por Doppler, a maior entre a artéria dorsal do pé e a tibial posterior.",
);

const CLASSES: &[Interpretation] = &[
    chosen(
        "abnormal",
        "0.90 or less: peripheral artery disease",
        "0,90 ou menos: doença arterial periférica",
    ),
    chosen(
        "borderline",
        "0.91 to 0.99: borderline",
        "0,91 a 0,99: limítrofe",
    ),
    chosen("normal", "1.00 to 1.40: normal", "1,00 a 1,40: normal"),
    chosen(
        "noncompressible",
        "above 1.40: stiff arteries that the cuff does not compress; the index says nothing of the \
         flow",
        "acima de 1,40: artérias rígidas que o manguito não comprime; o índice nada diz do fluxo",
    ),
];

const fn index(name: &'static str, en: &'static str, pt: &'static str) -> Output {
    let plain = output(OutputKind::Measurement, name, text(en, pt), "1", 2);
    Output {
        interpretations: CLASSES,
        ..plain
    }
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ankle-brachial-index-2012",
    version: "1.0.0",
    category: Category::Heart,
    title: text("Ankle-brachial index", "Índice tornozelo-braquial"),
    description: text(
        "For each leg at rest, the systolic pressure at the ankle over the higher one of the two \
         arms, in an adult. A normal index at rest does not exclude disease that shows on \
         exercise; in diabetes and kidney disease stiff arteries can hide it.",
        "Para cada perna em repouso, a pressão sistólica no tornozelo dividida pela maior dos dois \
         braços, em um adulto. Índice normal em repouso não exclui doença que aparece no esforço; \
         no diabetes e na doença renal, artérias rígidas podem escondê-la.",
    ),
    aliases: &[
        "ABI",
        "ABPI",
        "ITB",
        "PAD",
        "DAOP",
        "claudication",
        "claudicação",
    ],
    inputs: &[
        RIGHT_ANKLE.input,
        LEFT_ANKLE.input,
        RIGHT_ARM.input,
        LEFT_ARM.input,
    ],
    results: &[
        index("right_index", "Right leg", "Perna direita"),
        index("left_index", "Left leg", "Perna esquerda"),
    ],
    assumptions: &[
        ADULT,
        text(
            "The classes are those of the index with two decimals, as it is reported.",
            "As classes são as do índice com duas casas decimais, como é relatado.",
        ),
    ],
    reference: Reference {
        citation: "Aboyans V, Criqui MH, Abraham P, et al. Measurement and interpretation of the \
                   ankle-brachial index: a scientific statement from the American Heart \
                   Association. Circulation 2012;126:2890-2909.",
        doi: Some("10.1161/CIR.0b013e318276fbcb"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let arm = values.of(RIGHT_ARM)?.max(values.of(LEFT_ARM)?);
    let right = values.of(RIGHT_ANKLE)? / arm;
    let left = values.of(LEFT_ANKLE)? / arm;
    Ok(Outcome::number("right_index", right)
        .meaning(class(right))
        .and("left_index", left)
        .meaning(class(left)))
}

/// The class of an index as it is reported: hundredths leave no gap between classes.
fn class(index: f64) -> &'static str {
    let hundredths = steady(index * 100.0).round();
    if hundredths <= 90.0 {
        "abnormal"
    } else if hundredths < 100.0 {
        "borderline"
    } else if hundredths <= 140.0 {
        "normal"
    } else {
        "noncompressible"
    }
}
