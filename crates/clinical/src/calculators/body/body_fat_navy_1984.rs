//! Body fat from circumferences, by the equations of the United States Navy.

use super::adults::ADULT;
use super::fat::{BODY_FAT, possible};
use crate::definition::{Calculator, Category, Input, Outcome, Reference, text};
use crate::evaluate::both_languages;
use crate::inputs::{HEIGHT, HIP, SEX, WAIST, quantity};
use crate::sex::Sex;
use crate::units;
use crate::values::{Typed, Values};
use crate::violation::{Code, Violation};

const NECK: Input = quantity(
    "neck",
    &units::CIRCUMFERENCE,
    "Neck circumference",
    "Circunferência do pescoço",
);

/// For women only; [`check`] asks for it.
const HIP_OF_WOMEN: Input = Input {
    title: text(
        "Hip circumference (women only)",
        "Circunferência do quadril (só para mulheres)",
    ),
    required: false,
    ..HIP
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "body-fat-navy-1984",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Body fat (US Navy 1984)",
        "Gordura corporal (Marinha dos EUA 1984)",
    ),
    description: text(
        "Share of fat in the body of an adult from height and circumferences: neck and waist, in \
         women the hip too. Derived in Navy personnel; less exact in people with much less or \
         much more fat. The waist of men is measured at the navel, of women where it is narrowest.",
        "Percentual de gordura corporal de um adulto por altura e circunferências: pescoço e \
         cintura, em mulheres também o quadril. Derivado em militares da Marinha; menos exato em \
         pessoas com muito menos ou muito mais gordura. A cintura de homens é medida no umbigo, a \
         de mulheres no ponto mais estreito.",
    ),
    inputs: &[SEX, HEIGHT, WAIST, NECK, HIP_OF_WOMEN],
    results: &[BODY_FAT],
    validity: &[],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Hodgdon JA, Beckett MB. Prediction of percent body fat for U.S. Navy men from \
                   body circumferences and height (Report 84-11); Prediction of percent body fat \
                   for U.S. Navy women from body circumferences and height (Report 84-29). San \
                   Diego: Naval Health Research Center, 1984.",
        doi: None,
        pmid: None,
    },
    check: Some(check),
    calculate,
};

/// The hip belongs to the equation for women and to no other: one that is sent
/// for a man says that the sex or the form is wrong.
fn check(values: &Values) -> Vec<Violation> {
    let sex = match values.get("sex") {
        Some(Typed::Code(code)) => Sex::from_code(code),
        _ => None,
    };
    let (code, message) = match (sex, values.has("hip")) {
        (Some(Sex::Female), false) => (
            Code::Missing,
            text(
                "hip is required for women: a value with its unit, one of cm, m, [in_i]",
                "hip é obrigatório para mulheres: um valor com sua unidade, uma de cm, m, [in_i]",
            ),
        ),
        (Some(Sex::Male), true) => (
            Code::UnknownField,
            text(
                "hip is not used for men; leave it out",
                "hip não é usado para homens; não o envie",
            ),
        ),
        _ => return Vec::new(),
    };
    vec![Violation::new("hip", code, both_languages(message))]
}

/// All in cm; `girth` is the waist less the neck, in women with the hip.
fn equation(sex: Sex, height: f64, girth: f64) -> f64 {
    let (constant, per_girth, per_height) =
        sex.pick((1.0324, 0.190_77, 0.154_56), (1.295_79, 0.350_04, 0.221_00));
    // Body density, from which Siri's equation gives the fat.
    let density = constant - per_girth * girth.log10() + per_height * height.log10();
    495.0 / density - 450.0
}

fn calculate(values: &Values) -> Outcome {
    let sex = values.sex();
    let hip = match sex {
        Sex::Male => 0.0,
        Sex::Female => values.number("hip"),
    };
    let girth = values.number("waist") + hip - values.number("neck");
    possible(equation(sex, values.height(), girth))
}
