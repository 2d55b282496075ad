//! Glasgow coma scale.

use super::common::score;
use crate::definition::{
    Calculator, Category, Input, Kind, Outcome, Output, Points, Reference, Text, below, required,
    rest, text,
};
use crate::values::Values;

const NOT_TESTABLE: &str = "not-testable";
const COMPONENTS: [&str; 3] = ["eye", "verbal", "motor"];

const fn component(name: &'static str, greatest: i32, title: Text) -> Input {
    let kind = Kind::Integer {
        least: 1,
        greatest,
        or: Some(NOT_TESTABLE),
    };
    required(name, kind, title.en, title.pt)
}

const fn response(name: &'static str, title: Text, loinc: Option<&'static str>) -> Output {
    Output {
        name,
        title,
        unit: "1",
        digits: 0,
        loinc,
        interpretations: &[],
    }
}

const EYE: Text = text("Eye opening", "Abertura ocular");
const VERBAL: Text = text("Best verbal response", "Melhor resposta verbal");
const MOTOR: Text = text("Best motor response", "Melhor resposta motora");

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "glasgow-coma-scale",
    version: "1.0.0",
    category: Category::Scores,
    title: text("Glasgow coma scale", "Escala de coma de Glasgow"),
    description: text(
        "Level of consciousness from eye opening, verbal and motor response, 3 to 15 points. A \
         component that cannot be tested leaves no total.",
        "Nível de consciência por abertura ocular, resposta verbal e motora, de 3 a 15 pontos. Um \
         componente que não pode ser testado deixa a escala sem total.",
    ),
    inputs: &[
        component("eye", 4, EYE),
        component("verbal", 5, VERBAL),
        component("motor", 6, MOTOR),
    ],
    results: &[
        Output {
            loinc: Some("9269-2"),
            ..score(
                text(
                    "Glasgow coma score",
                    "Pontuação da escala de coma de Glasgow",
                ),
                &[
                    below(9.0, "severe", "severe", "grave"),
                    below(13.0, "moderate", "moderate", "moderada"),
                    rest("mild", "mild", "leve"),
                ],
            )
        },
        response("eye", EYE, Some("9267-6")),
        response("verbal", VERBAL, Some("9270-0")),
        response("motor", MOTOR, None),
    ],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Teasdale G, Jennett B. Assessment of coma and impaired consciousness. A \
                   practical scale. Lancet 1974;2:81-84.",
        doi: None,
        pmid: Some("4136544"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    // A component that cannot be tested has a code instead of a number, and no
    // number stands in for it.
    let tested: Vec<_> = COMPONENTS
        .iter()
        .filter_map(|&name| Some((name, values.number_if_sent(name)?)))
        .collect();
    let complete = tested.len() == COMPONENTS.len();
    let outcome = if complete {
        Outcome::score(&tested)
    } else {
        let items = tested.iter().map(|&(item, points)| Points { item, points });
        Outcome {
            items: items.collect(),
            ..Outcome::default()
        }
    };
    tested
        .into_iter()
        .fold(outcome, |outcome, (name, points)| outcome.and(name, points))
        .warn_if(
            !complete,
            text(
                "A component is not testable: there is no total, only the components that were \
                 tested.",
                "Um componente não é testável: não há total, apenas os componentes testados.",
            ),
        )
}
