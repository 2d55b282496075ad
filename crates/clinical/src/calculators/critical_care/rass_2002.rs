//! Richmond agitation-sedation scale.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, choice, rest,
    score, text, up_to,
};
use crate::handles::{OneOf, one_of};

const LEVELS: &[Choice] = &[
    choice(
        "combative",
        "combative, violent, a danger to staff",
        "combativo, violento, perigo para a equipe",
    ),
    choice(
        "very-agitated",
        "very agitated: pulls at tubes or catheters, or aggressive",
        "muito agitado: puxa tubos ou cateteres, ou agressivo",
    ),
    choice(
        "agitated",
        "agitated: frequent movement without purpose, or fights the ventilator",
        "agitado: movimentos frequentes sem propósito, ou briga com o ventilador",
    ),
    choice(
        "restless",
        "restless: anxious, but not aggressive",
        "inquieto: ansioso, mas sem agressividade",
    ),
    choice("alert-calm", "alert and calm", "alerta e calmo"),
    choice(
        "drowsy",
        "not fully alert, but looks at a voice for 10 seconds or more",
        "não totalmente alerta, mas mantém contato visual à voz por 10 segundos ou mais",
    ),
    choice(
        "light-sedation",
        "looks at a voice for less than 10 seconds",
        "contato visual à voz por menos de 10 segundos",
    ),
    choice(
        "moderate-sedation",
        "moves or opens the eyes to a voice, without looking",
        "move-se ou abre os olhos à voz, sem contato visual",
    ),
    choice(
        "deep-sedation",
        "nothing to a voice, moves or opens the eyes to touch",
        "sem resposta à voz, move-se ou abre os olhos ao estímulo físico",
    ),
    choice(
        "unarousable",
        "nothing to a voice or to touch",
        "sem resposta à voz ou ao estímulo físico",
    ),
];
const LEVEL: OneOf = one_of("rass_level", LEVELS, "What is observed", "O que se observa").defined(
    "Look first; then call by name; only then touch the shoulder or rub the sternum.",
    "Primeiro observe; depois chame pelo nome; só então toque o ombro ou friccione o esterno.",
);

const CRITERIA: &[Criterion] = &[LEVEL.adds(&[
    ("combative", 4.0),
    ("very-agitated", 3.0),
    ("agitated", 2.0),
    ("restless", 1.0),
    ("alert-calm", 0.0),
    ("drowsy", -1.0),
    ("light-sedation", -2.0),
    ("moderate-sedation", -3.0),
    ("deep-sedation", -4.0),
    ("unarousable", -5.0),
])];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "rass-2002",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text(
        "Richmond agitation-sedation scale (RASS)",
        "Escala de agitação e sedação de Richmond (RASS)",
    ),
    description: text(
        "Level of agitation or sedation of an adult in intensive care, from +4 to -5. Not under \
         neuromuscular blockade; no scale of pain or delirium.",
        "Nível de agitação ou sedação de um adulto em terapia intensiva, de +4 a -5. Não se aplica \
         sob bloqueio neuromuscular; não avalia dor nem delirium.",
    ),
    aliases: &["RASS", "sedação", "agitação", "sedation"],
    inputs: &[LEVEL.input],
    results: &[score(
        text("RASS", "RASS"),
        &[
            up_to(-5.0, "unarousable", "unarousable", "não despertável"),
            up_to(-4.0, "deep-sedation", "deep sedation", "sedação profunda"),
            up_to(
                -3.0,
                "moderate-sedation",
                "moderate sedation",
                "sedação moderada",
            ),
            up_to(-2.0, "light-sedation", "light sedation", "sedação leve"),
            up_to(-1.0, "drowsy", "drowsy", "sonolento"),
            up_to(0.0, "alert-calm", "alert and calm", "alerta e calmo"),
            up_to(1.0, "restless", "restless", "inquieto"),
            up_to(2.0, "agitated", "agitated", "agitado"),
            up_to(3.0, "very-agitated", "very agitated", "muito agitado"),
            rest("combative", "combative", "combativo"),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Sessler CN, Gosnell MS, Grap MJ, et al. The Richmond Agitation-Sedation Scale: \
                   validity and reliability in adult intensive care unit patients. Am J Respir \
                   Crit Care Med 2002;166:1338-1344.",
        doi: Some("10.1164/rccm.2107138"),
        pmid: Some("12421743"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
