//! Body fat from circumferences, by the equations of the United States Navy.

use super::{BODY_FAT, possible};
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::handles::Quantity;
use crate::inputs::{
    ADULT_HEIGHT, ADULT_HIP, ADULT_NECK, ADULT_WAIST, HEIGHT, HIP, NECK, SEX, WAIST,
};
use crate::sex::Sex;
use crate::values::Values;
use crate::violation::{Code, Finding};

/// For women only; [`check`] asks for it.
const HIP_OF_WOMEN: Quantity = HIP.optional().titled(text(
    "Hip circumference (women only)",
    "Circunferência do quadril (só para mulheres)",
));

/// What is measured of the body.
const BODY: &[&str] = &[HEIGHT.input.name, WAIST.input.name, NECK.input.name];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "body-fat-navy-1984",
    version: "1.1.0",
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
    inputs: &[
        SEX.input,
        HEIGHT.input,
        WAIST.input,
        NECK.input,
        HIP_OF_WOMEN.input,
    ],
    results: &[BODY_FAT],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Hodgdon JA, Beckett MB. Prediction of percent body fat for U.S. Navy men from \
                   body circumferences and height (Report 84-11); Prediction of percent body fat \
                   for U.S. Navy women from body circumferences and height (Report 84-29). San \
                   Diego: Naval Health Research Center, 1984.",
        doi: None,
        pmid: None,
    },
    validity: &[ADULT_HEIGHT, ADULT_WAIST, ADULT_HIP, ADULT_NECK],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// The hip belongs to the equation for women and to no other: one that is sent
/// for a man says that the sex or the form is wrong.
fn check(values: &Values) -> Vec<Finding> {
    let (code, text) = match (values.find(SEX), values.find(HIP)) {
        (Some(Sex::Female), None) => (
            Code::Missing,
            text(
                "hip is required for women: a value with its unit, one of cm, m, [in_i]",
                "hip é obrigatório para mulheres: um valor com sua unidade, uma de cm, m, [in_i]",
            ),
        ),
        (Some(Sex::Male), Some(_)) => (
            Code::UnknownField,
            text(
                "hip is not used for men; leave it out",
                "hip não é usado para homens; não o envie",
            ),
        ),
        _ => return Vec::new(),
    };
    vec![Finding {
        input: HIP.input.name,
        code,
        text,
    }]
}

/// All in cm; `girth` is the waist less the neck, in women with the hip.
fn equation(sex: Sex, height: f64, girth: f64) -> f64 {
    let (constant, per_girth, per_height) =
        sex.pick((1.0324, 0.190_77, 0.154_56), (1.295_79, 0.350_04, 0.221_00));
    // Body density, from which Siri's equation gives the fat.
    let density = constant - per_girth * girth.log10() + per_height * height.log10();
    495.0 / density - 450.0
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let hip = match sex {
        Sex::Male => 0.0,
        Sex::Female => values.of(HIP)?,
    };
    let girth = values.of(WAIST)? + hip - values.of(NECK)?;
    possible(equation(sex, values.of(HEIGHT)?, girth), BODY)
}
