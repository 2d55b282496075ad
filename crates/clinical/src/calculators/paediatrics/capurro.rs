//! Gestational age of a newborn by the somatic method of Capurro.

use super::{BIRTH_AGE_DAYS, BIRTH_AGE_WEEKS, weeks_and_days};
use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Outcome, Reference, choice, score,
    text,
};
use crate::handles::{OneOf, one_of};
use crate::values::Values;

const SKINS: &[Choice] = &[
    choice(
        "gelatinous",
        "very thin, gelatinous",
        "muito fina, gelatinosa",
    ),
    choice("thin", "thin and smooth", "fina e lisa"),
    choice(
        "thicker",
        "somewhat thicker, slight peeling",
        "um pouco mais grossa, descamação discreta",
    ),
    choice(
        "thick",
        "thick, superficial wrinkles, hands and feet peel",
        "grossa, rugas superficiais, mãos e pés descamam",
    ),
    choice(
        "parchment",
        "thick like parchment, deep cracks",
        "grossa, apergaminhada, gretas profundas",
    ),
];
const EARS: &[Choice] = &[
    choice(
        "flat",
        "flat, without form",
        "chata, disforme, sem encurvamento",
    ),
    choice(
        "edge-curved",
        "curved in at a part of the edge",
        "encurvada em parte da borda",
    ),
    choice(
        "upper-curved",
        "partly curved in along all of the upper pinna",
        "parcialmente encurvada em toda a parte superior",
    ),
    choice("curved", "curved in all along", "totalmente encurvada"),
];
const BREASTS: &[Choice] = &[
    choice("none", "not palpable", "não palpável"),
    choice(
        "under-5-mm",
        "palpable, less than 5 mm",
        "palpável, menos de 5 mm",
    ),
    choice("5-to-10-mm", "5 to 10 mm", "de 5 a 10 mm"),
    choice("over-10-mm", "more than 10 mm", "mais de 10 mm"),
];
const NIPPLES: &[Choice] = &[
    choice(
        "visible",
        "just visible, without areola",
        "apenas visível, sem aréola",
    ),
    choice(
        "small-areola",
        "flat smooth areola of less than 7.5 mm",
        "aréola lisa e chata de menos de 7,5 mm",
    ),
    choice(
        "flat-edge",
        "stippled areola, its edge not raised",
        "aréola pontilhada, borda não elevada",
    ),
    choice(
        "raised-edge",
        "stippled areola of more than 7.5 mm, its edge raised",
        "aréola pontilhada de mais de 7,5 mm, borda elevada",
    ),
];
const SOLES: &[Choice] = &[
    choice("none", "no creases", "sem pregas"),
    choice(
        "faint",
        "faint marks on the anterior half",
        "marcas mal definidas na metade anterior",
    ),
    choice(
        "anterior-third",
        "clear marks on the anterior half, furrows on the anterior third",
        "marcas bem definidas na metade anterior, sulcos no terço anterior",
    ),
    choice(
        "anterior-half",
        "furrows on the anterior half",
        "sulcos na metade anterior",
    ),
    choice(
        "beyond-half",
        "furrows on more than the anterior half",
        "sulcos em mais da metade anterior",
    ),
];

const SKIN: OneOf = one_of(
    "skin_texture",
    SKINS,
    "Texture of the skin",
    "Textura da pele",
);
const EAR: OneOf = one_of("ear_form", EARS, "Form of the ear", "Forma da orelha").defined(
    "Not the side on which the child lay.",
    "Não o lado sobre o qual a criança estava deitada.",
);
const BREAST: OneOf = one_of(
    "breast_tissue",
    BREASTS,
    "Breast tissue",
    "Glândula mamária",
);
const NIPPLE: OneOf = one_of(
    "nipple_form",
    NIPPLES,
    "Nipple and areola",
    "Mamilo e aréola",
)
.defined(
    "Of a stippled areola the edge decides: prints differ on the diameter of one whose edge is \
     not raised.",
    "Na aréola pontilhada a borda decide: as publicações divergem sobre o diâmetro daquela de \
     borda não elevada.",
);
const SOLE: OneOf = one_of(
    "plantar_creases",
    SOLES,
    "Creases of the sole",
    "Pregas plantares",
);

const CRITERIA: &[Criterion] = &[
    SKIN.adds(&[
        ("gelatinous", 0.0),
        ("thin", 5.0),
        ("thicker", 10.0),
        ("thick", 15.0),
        ("parchment", 20.0),
    ]),
    EAR.adds(&[
        ("flat", 0.0),
        ("edge-curved", 8.0),
        ("upper-curved", 16.0),
        ("curved", 24.0),
    ]),
    BREAST.adds(&[
        ("none", 0.0),
        ("under-5-mm", 5.0),
        ("5-to-10-mm", 10.0),
        ("over-10-mm", 15.0),
    ]),
    NIPPLE.adds(&[
        ("visible", 0.0),
        ("small-areola", 5.0),
        ("flat-edge", 10.0),
        ("raised-edge", 15.0),
    ]),
    SOLE.adds(&[
        ("none", 0.0),
        ("faint", 5.0),
        ("anterior-third", 10.0),
        ("anterior-half", 15.0),
        ("beyond-half", 20.0),
    ]),
];

/// Days before any point.
const BASE: f64 = 204.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "capurro-1978",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Gestational age of a newborn (Capurro, somatic)",
        "Idade gestacional do recém-nascido (Capurro somático)",
    ),
    description: text(
        "Gestational age of a newborn of about 29 weeks or more from five somatic signs: 204 days \
         and the points. It does not replace an early ultrasound examination, overestimates in \
         early births and underestimates in late ones. The form with neurological signs, which \
         adds to 200 days, is another method.",
        "Idade gestacional do recém-nascido de cerca de 29 semanas ou mais por cinco sinais \
         somáticos: 204 dias mais os pontos. Não substitui a ultrassonografia precoce, \
         superestima nos nascimentos precoces e subestima nos tardios. A forma com sinais \
         neurológicos, que soma a 200 dias, é outro método.",
    ),
    aliases: &[
        "Capurro",
        "IG do recém-nascido",
        "maturidade",
        "newborn maturity",
        "prematuro",
    ],
    inputs: &[
        SKIN.input,
        EAR.input,
        BREAST.input,
        NIPPLE.input,
        SOLE.input,
    ],
    results: &[
        score(text("Sum of the points", "Soma dos pontos"), &[]),
        BIRTH_AGE_WEEKS,
        BIRTH_AGE_DAYS,
    ],
    reference: Reference {
        citation: "Capurro H, Konichezky S, Fonseca D, Caldeyro-Barcia R. A simplified method for \
                   diagnosis of gestational age in the newborn infant. J Pediatr 1978;93:120-122.",
        doi: Some("10.1016/S0022-3476(78)80621-0"),
        pmid: None,
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    match outcome.last() {
        Some(points) => weeks_and_days(outcome, BASE + points),
        None => outcome,
    }
}
