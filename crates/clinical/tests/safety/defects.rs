//! What is wrong with a definition is never said to be wrong with the inputs.

use clinical::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    rest, text,
};
use clinical::handles::{Flag, flag};
use clinical::inputs::{HEIGHT, WEIGHT};
use clinical::{Code, Error, Language, Raw, Values, evaluate};

use crate::{Inputs, context, quantity};

const SURE: Flag = flag("sure", "Sure", "Certeza");

const RESULT: Output = Output {
    name: "figure",
    title: text("Figure", "Medida"),
    unit: "1",
    digits: 0,
    loinc: None,
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[rest("any", "any", "qualquer")],
};

/// A calculator of weight and a truth value that only differs in its formula.
const fn calculator(calculate: fn(&Values) -> Result<Outcome, NoResult>) -> Calculator {
    Calculator {
        id: "of-this-test",
        version: "1.0.0",
        category: Category::Body,
        title: text("Of this test", "Deste teste"),
        description: text("Of this test", "Deste teste"),
        inputs: &[WEIGHT.input, SURE.input],
        results: &[RESULT],
        reference: Reference {
            citation: "None.",
            doi: None,
            pmid: None,
        },
        formula: Formula::Equation(calculate),
        ..DEFAULTS
    }
}

fn ask(calculator: &'static Calculator, language: Language) -> Result<f64, Error> {
    let inputs: Inputs = vec![
        ("weight".to_owned(), quantity(70.0, "kg")),
        ("sure".to_owned(), Raw::Boolean(true)),
    ];
    evaluate(calculator, &inputs, &context(language))
        .map(|found| found.inputs.iter().count() as f64)
}

#[test]
fn a_defect_is_not_a_refusal() {
    static UNDECLARED_INPUT: Calculator =
        calculator(|values| Ok(Outcome::number("figure", values.of(HEIGHT)?)));
    static UNDECLARED_UNIT: Calculator =
        calculator(|values| Ok(Outcome::number("figure", values.as_sent(HEIGHT)?.0)));
    static UNDECLARED_RESULT: Calculator = calculator(|_| Ok(Outcome::number("other", 1.0)));
    static UNDECLARED_MEANING: Calculator =
        calculator(|_| Ok(Outcome::number("figure", 1.0).meaning("other")));
    static UNDECLARED_ITEM: Calculator = calculator(|_| {
        Ok(Outcome {
            items: vec![HEIGHT.gives(1.0)],
            ..Outcome::default()
        })
    });
    static NO_NUMBER: Calculator = calculator(|_| Ok(Outcome::number("figure", f64::NAN)));
    static INFINITE: Calculator = calculator(|_| Ok(Outcome::number("figure", f64::INFINITY)));
    static OWN: Calculator = calculator(|_| Err(NoResult::Defect("a table has a gap")));
    for broken in [
        &UNDECLARED_INPUT,
        &UNDECLARED_UNIT,
        &UNDECLARED_RESULT,
        &UNDECLARED_MEANING,
        &UNDECLARED_ITEM,
        &NO_NUMBER,
        &INFINITE,
        &OWN,
    ] {
        let found = ask(broken, Language::English);
        assert!(matches!(found, Err(Error::Defect(_))), "{found:?}");
    }
    static WHOLE: Calculator =
        calculator(|values| Ok(Outcome::number("figure", values.of(WEIGHT)?).meaning("any")));
    assert_eq!(ask(&WHOLE, Language::English), Ok(2.0));
}

#[test]
fn inputs_without_a_result_are_named_with_the_reason() {
    const NOBODY: NoResult = NoResult::together(&["weight"], text("no one", "ninguém"));
    const OTHERS: NoResult = NoResult::outside(&[], text("others", "outros"));
    static ONE: Calculator = calculator(|_| Err(NOBODY));
    static ALL: Calculator = calculator(|_| Err(OTHERS));
    let refused = |calculator, language| {
        let Err(Error::Refused(found)) = ask(calculator, language) else {
            panic!("not refused");
        };
        let said = found
            .into_iter()
            .map(|one| (one.field, one.code, one.message));
        said.collect::<Vec<_>>()
    };
    let said = |field: &str, code, message: &str| (field.to_owned(), code, message.to_owned());
    let (nobody, outside) = (Code::ImplausibleCombination, Code::OutsideValidity);
    assert_eq!(
        refused(&ONE, Language::English),
        [said("weight", nobody, "no one")]
    );
    assert_eq!(
        refused(&ONE, Language::Portuguese),
        [said("weight", nobody, "ninguém")]
    );
    assert_eq!(
        refused(&ALL, Language::Portuguese),
        [
            said("weight", outside, "outros"),
            said("sure", outside, "outros")
        ]
    );
}
