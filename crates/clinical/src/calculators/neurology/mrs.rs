//! Modified Rankin scale of disability after a stroke.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Output, Reference, below, choice,
    rest, score, text,
};
use crate::handles::{OneOf, one_of};

const GRADES: &[Choice] = &[
    choice("no-symptoms", "0: no symptoms", "0: sem sintomas"),
    choice(
        "no-significant-disability",
        "1: symptoms, but all usual duties and activities are done",
        "1: há sintomas, mas faz todas as tarefas e atividades habituais",
    ),
    choice(
        "slight-disability",
        "2: not all previous activities, but own affairs without help",
        "2: não faz todas as atividades de antes, mas cuida de si sem ajuda",
    ),
    choice(
        "moderate-disability",
        "3: needs some help, but walks without help of another person",
        "3: precisa de alguma ajuda, mas anda sem auxílio de outra pessoa",
    ),
    choice(
        "moderately-severe-disability",
        "4: cannot walk, nor attend to bodily needs, without help",
        "4: não anda nem atende às necessidades do corpo sem ajuda",
    ),
    choice(
        "severe-disability",
        "5: bedridden, incontinent, in need of constant care",
        "5: acamado, incontinente, precisa de cuidado constante",
    ),
    choice("dead", "6: dead", "6: óbito"),
];
const GRADE: OneOf = one_of(
    "rankin_grade",
    GRADES,
    "Degree of disability",
    "Grau de incapacidade",
);

const CRITERIA: &[Criterion] = &[GRADE.adds(&[
    ("no-symptoms", 0.0),
    ("no-significant-disability", 1.0),
    ("slight-disability", 2.0),
    ("moderate-disability", 3.0),
    ("moderately-severe-disability", 4.0),
    ("severe-disability", 5.0),
    ("dead", 6.0),
])];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mrs",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("Modified Rankin scale", "Escala de Rankin modificada"),
    description: text(
        "Degree of disability or dependence after a stroke, 0 to 6; grade 6, death, was added \
         after 1988. Say at which time after the stroke it was taken.",
        "Grau de incapacidade ou dependência após um AVC, de 0 a 6; o grau 6, óbito, foi \
         acrescentado depois de 1988. Registre em que momento após o AVC foi aplicada.",
    ),
    aliases: &["mRS", "Rankin", "ERm"],
    inputs: &[GRADE.input],
    results: &[Output {
        loinc: Some("75859-9"),
        ..score(
            text("Modified Rankin grade", "Grau de Rankin modificado"),
            &[
                below(3.0, "independent", "independent", "independente"),
                below(6.0, "dependent", "dependent on help", "dependente de ajuda"),
                rest("dead", "dead", "óbito"),
            ],
        )
    }],
    reference: Reference {
        citation: "van Swieten JC, Koudstaal PJ, Visser MC, Schouten HJ, van Gijn J. Interobserver \
                   agreement for the assessment of handicap in stroke patients. Stroke \
                   1988;19:604-607.",
        doi: Some("10.1161/01.STR.19.5.604"),
        pmid: Some("3363593"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
