//! Nutritional risk screening of 2002.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    less_than, more, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULTS, AGE};

const STATES: &[Choice] = &[
    choice("normal", "normal", "normal"),
    choice(
        "mild",
        "loss of weight over 5 % in 3 months, or food intake of 50 to 75 % of the need in the last \
         week",
        "perda de peso acima de 5 % em 3 meses, ou ingestão de 50 a 75 % da necessidade na última \
         semana",
    ),
    choice(
        "moderate",
        "loss over 5 % in 2 months, or BMI of 18.5 to 20.5 with impaired general condition, or \
         intake of 25 to 60 %",
        "perda acima de 5 % em 2 meses, ou IMC de 18,5 a 20,5 com condição geral prejudicada, ou \
         ingestão de 25 a 60 %",
    ),
    choice(
        "severe",
        "loss over 5 % in 1 month (over 15 % in 3 months), or BMI below 18.5 with impaired general \
         condition, or intake of 0 to 25 %",
        "perda acima de 5 % em 1 mês (acima de 15 % em 3 meses), ou IMC abaixo de 18,5 com \
         condição geral prejudicada, ou ingestão de 0 a 25 %",
    ),
];
const SEVERITIES: &[Choice] = &[
    choice("normal", "normal needs", "necessidades normais"),
    choice(
        "mild",
        "hip fracture, chronic disease with acute complications, haemodialysis, diabetes, cancer",
        "fratura de quadril, doença crônica com complicação aguda, hemodiálise, diabetes, câncer",
    ),
    choice(
        "moderate",
        "major abdominal surgery, stroke, severe pneumonia, haematological malignancy",
        "cirurgia abdominal de grande porte, AVC, pneumonia grave, neoplasia hematológica",
    ),
    choice(
        "severe",
        "head injury, bone marrow transplant, intensive care with APACHE II over 10",
        "traumatismo craniano, transplante de medula, terapia intensiva com APACHE II acima de 10",
    ),
];
const NUTRITION: OneOf = one_of(
    "impaired_nutrition",
    STATES,
    "Impaired nutritional state",
    "Comprometimento do estado nutricional",
)
.defined("The worst of the signs counts.", "Conta o pior dos sinais.");
const DISEASE: OneOf = one_of(
    "nutritional_stress",
    SEVERITIES,
    "Severity of the disease (raised needs)",
    "Gravidade da doença (necessidades aumentadas)",
);

const CRITERIA: &[Criterion] = &[
    NUTRITION.adds(&[
        ("normal", 0.0),
        ("mild", 1.0),
        ("moderate", 2.0),
        ("severe", 3.0),
    ]),
    DISEASE.adds(&[
        ("normal", 0.0),
        ("mild", 1.0),
        ("moderate", 2.0),
        ("severe", 3.0),
    ]),
    AGE.adds_by(&[less_than(70.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "nrs-2002",
    version: "1.0.0",
    category: Category::Nutrition,
    title: text(
        "Nutritional risk screening (NRS 2002)",
        "Triagem de risco nutricional (NRS 2002)",
    ),
    description: text(
        "Nutritional risk of adults in hospital, 0 to 7 points; from 3 on nutritional therapy is \
         planned, below it the screening is repeated every week.",
        "Risco nutricional de adultos internados, de 0 a 7 pontos; a partir de 3 planeja-se a \
         terapia nutricional, abaixo disso a triagem é repetida a cada semana.",
    ),
    aliases: &[
        "NRS-2002",
        "NRS 2002",
        "desnutrição",
        "malnutrition",
        "triagem nutricional",
    ],
    inputs: &[NUTRITION.input, DISEASE.input, AGE.input],
    results: &[score(
        text("NRS 2002 score", "Pontuação da NRS 2002"),
        &[
            below(
                3.0,
                "no-risk",
                "no nutritional risk now",
                "sem risco nutricional no momento",
            ),
            rest("at-risk", "at nutritional risk", "em risco nutricional"),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Kondrup J, Rasmussen HH, Hamberg O, Stanga Z. Nutritional risk screening (NRS \
                   2002): a new method based on an analysis of controlled clinical trials. Clin \
                   Nutr 2003;22:321-336.",
        doi: Some("10.1016/S0261-5614(02)00214-5"),
        pmid: Some("12765673"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
