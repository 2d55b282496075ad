//! Glasgow coma scale.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Kind, NoResult, Outcome, Output, OutputKind,
    Reference, Text, below, rest, score, text,
};
use crate::handles::{Integer, integer};
use crate::values::Values;

const NOT_TESTABLE: &str = "not-testable";

const fn component(name: &'static str, greatest: i32, title: Text) -> Integer {
    let mut component = integer(name, (1, greatest), title.en, title.pt);
    component.input.kind = Kind::Integer {
        least: 1,
        greatest,
        or: Some(NOT_TESTABLE),
    };
    component
}

const fn response(name: &'static str, title: Text, loinc: Option<&'static str>) -> Output {
    Output {
        name,
        title,
        unit: "1",
        digits: 0,
        loinc,
        kind: OutputKind::Score,
        by: None,
        interpretations: &[],
    }
}

const EYE: Text = text("Eye opening", "Abertura ocular");
const VERBAL: Text = text("Best verbal response", "Melhor resposta verbal");
const MOTOR: Text = text("Best motor response", "Melhor resposta motora");

const COMPONENTS: [Integer; 3] = [
    component("eye", 4, EYE),
    component("verbal", 5, VERBAL),
    component("motor", 6, MOTOR),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "glasgow-coma-scale",
    version: "1.0.1",
    category: Category::Neurology,
    title: text("Glasgow coma scale", "Escala de coma de Glasgow"),
    description: text(
        "Level of consciousness from eye opening, verbal and motor response, 3 to 15 points. A \
         component that cannot be tested leaves no total. The classes are those of head injury. Not \
         for children who do not speak yet.",
        "Nível de consciência por abertura ocular, resposta verbal e motora, de 3 a 15 pontos. Um \
         componente que não pode ser testado deixa a escala sem total. As classes são as do \
         traumatismo craniano. Não se aplica a crianças que ainda não falam.",
    ),
    aliases: &["ECG", "GCS", "coma", "consciência"],
    inputs: &[
        COMPONENTS[0].input,
        COMPONENTS[1].input,
        COMPONENTS[2].input,
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
                    below(9.0, "severe", "severe head injury", "traumatismo grave"),
                    below(
                        13.0,
                        "moderate",
                        "moderate head injury",
                        "traumatismo moderado",
                    ),
                    rest("mild", "mild head injury", "traumatismo leve"),
                ],
            )
        },
        response("eye", EYE, Some("9267-6")),
        response("verbal", VERBAL, Some("9270-0")),
        response("motor", MOTOR, Some("9268-4")),
    ],
    reference: Reference {
        citation: "Teasdale G, Jennett B. Assessment of coma and impaired consciousness. A \
                   practical scale. Lancet 1974;2:81-84.",
        doi: Some("10.1016/S0140-6736(74)91639-0"),
        pmid: Some("4136544"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // A component that cannot be tested has a code instead of a number, and no
    // number stands in for it.
    let points = COMPONENTS.iter().filter_map(|&component| {
        let points = values.find(component)?;
        Some(component.gives(points))
    });
    let tested: Vec<_> = points.collect();
    let complete = tested.len() == COMPONENTS.len();
    let outcome = if complete {
        Outcome::score(tested.clone())
    } else {
        Outcome {
            items: tested.clone(),
            ..Outcome::default()
        }
    };
    let outcome = tested
        .into_iter()
        .fold(outcome, |outcome, one| outcome.and(one.item, one.points));
    Ok(outcome.warn_if(
        !complete,
        text(
            "A component is not testable: there is no total, only the components that were tested.",
            "Um componente não é testável: não há total, apenas os componentes testados.",
        ),
    ))
}
