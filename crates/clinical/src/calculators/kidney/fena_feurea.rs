//! Fractional excretion of sodium and of urea.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, below, output, rest, text, up_to,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{BUN, CREATININE, SODIUM, UREA, URINE_CREATININE};
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const URINE_SODIUM: Quantity = quantity(
    "urine_sodium",
    &units::URINE_SODIUM,
    "Urine sodium",
    "Sódio urinário",
);
const URINE_UREA: Quantity = quantity(
    "urine_urea",
    &units::URINE_UREA,
    "Urine urea",
    "Ureia urinária",
)
.defined(
    "Urea, beside urea of the blood; where the laboratory reports urea nitrogen of both, send that \
     instead.",
    "Ureia, junto com a ureia do sangue; se o laboratório relata o nitrogênio ureico de ambos, \
     envie-o no lugar.",
);
const URINE_UREA_NITROGEN: Quantity = quantity(
    "urine_urea_nitrogen",
    &units::URINE_UREA_NITROGEN,
    "Urine urea nitrogen",
    "Nitrogênio ureico urinário",
);

/// What is excreted, in blood and in urine.
const PAIRS: [(Quantity, Quantity); 3] = [
    (SODIUM, URINE_SODIUM),
    (UREA, URINE_UREA),
    (BUN, URINE_UREA_NITROGEN),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fena-feurea",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Fractional excretion of sodium and urea",
        "Fração de excreção de sódio e de ureia (FENa e FEureia)",
    ),
    description: text(
        "The part of the filtered sodium, and of the filtered urea, that appears in the urine, to \
         tell prerenal from intrinsic acute kidney injury with low urine output. Diuretics raise \
         the fraction of sodium: then the one of urea is of more use. A low fraction is also found \
         after contrast, in rhabdomyolysis and in early obstruction, a high one in chronic kidney \
         disease. Blood and urine are of the same time.",
        "A parte do sódio filtrado, e da ureia filtrada, que aparece na urina, para distinguir \
         lesão renal aguda pré-renal de intrínseca com diurese baixa. Diuréticos elevam a fração \
         do sódio: nesse caso a da ureia é mais útil. Fração baixa também ocorre após contraste, \
         na rabdomiólise e na obstrução inicial; alta, na doença renal crônica. Sangue e urina são \
         do mesmo momento.",
    ),
    aliases: &[
        "FENa",
        "FEUrea",
        "FEUN",
        "FEureia",
        "pré-renal",
        "prerenal",
        "necrose tubular aguda",
    ],
    inputs: &[
        CREATININE.input,
        URINE_CREATININE.input,
        SODIUM.optional().input,
        URINE_SODIUM.optional().input,
        UREA.optional().input,
        URINE_UREA.optional().input,
        BUN.optional().input,
        URINE_UREA_NITROGEN.optional().input,
    ],
    results: &[
        Output {
            interpretations: &[
                below(
                    1.0,
                    "prerenal",
                    "favours a prerenal cause",
                    "favorece causa pré-renal",
                ),
                up_to(2.0, "indeterminate", "indeterminate", "indeterminada"),
                rest(
                    "intrinsic",
                    "favours tubular injury",
                    "favorece lesão tubular",
                ),
            ],
            ..output(
                OutputKind::Laboratory,
                "fractional_excretion_of_sodium",
                text(
                    "Fractional excretion of sodium",
                    "Fração de excreção de sódio",
                ),
                "%",
                2,
            )
        },
        Output {
            interpretations: &[
                up_to(
                    35.0,
                    "prerenal",
                    "favours a prerenal cause",
                    "favorece causa pré-renal",
                ),
                up_to(50.0, "indeterminate", "indeterminate", "indeterminada"),
                rest(
                    "intrinsic",
                    "favours tubular injury",
                    "favorece lesão tubular",
                ),
            ],
            ..output(
                OutputKind::Laboratory,
                "fractional_excretion_of_urea",
                text(
                    "Fractional excretion of urea",
                    "Fração de excreção de ureia",
                ),
                "%",
                1,
            )
        },
    ],
    reference: Reference {
        citation: "Espinel CH. The FENa test: use in the differential diagnosis of acute renal \
                   failure. JAMA 1976;236:579-581.",
        doi: None,
        pmid: Some("947239"),
    },
    sources: &[Reference {
        citation: "Carvounis CP, Nisar S, Guro-Razuman S. Significance of the fractional excretion \
                   of urea in the differential diagnosis of acute renal failure. Kidney Int \
                   2002;62:2223-2229.",
        doi: Some("10.1046/j.1523-1755.2002.00683.x"),
        pmid: Some("12427149"),
    }],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const PARTNER: Text = text(
    "what is excreted is needed both in blood and in urine, with its unit",
    "o que é excretado é necessário no sangue e na urina, com sua unidade",
);
const NOTHING: Text = text(
    "urine_sodium with sodium, or urine_urea with urea, or both pairs are required",
    "urine_sodium com sodium, ou urine_urea com urea, ou os dois pares são obrigatórios",
);
const TWICE: Text = text(
    "send urea or its nitrogen only: they say the same thing",
    "envie apenas a ureia ou seu nitrogênio: dizem a mesma coisa",
);

fn check(values: &Values) -> Vec<Finding> {
    let missing = |input: Quantity, text| Finding {
        input: input.input.name,
        code: Code::Missing,
        text,
    };
    let mut found = Vec::new();
    for (blood, urine) in PAIRS {
        match (values.find(blood), values.find(urine)) {
            (Some(_), None) => found.push(missing(urine, PARTNER)),
            (None, Some(_)) => found.push(missing(blood, PARTNER)),
            _ => {}
        }
    }
    let sent = |input| values.find(input).is_some();
    if !PAIRS.iter().any(|pair| sent(pair.0) || sent(pair.1)) {
        found.push(missing(URINE_SODIUM, NOTHING));
    }
    if sent(UREA) && sent(BUN) {
        let names = [UREA.input.name, BUN.input.name];
        found.extend(Finding::at_each(&names, Code::DuplicateField, TWICE));
    }
    found
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let water = values.of(CREATININE)? / values.of(URINE_CREATININE)?;
    let names = [
        "fractional_excretion_of_sodium",
        "fractional_excretion_of_urea",
        "fractional_excretion_of_urea",
    ];
    let mut outcome = Outcome::default();
    for ((blood, urine), name) in PAIRS.into_iter().zip(names) {
        if let (Some(blood), Some(urine)) = (values.find(blood), values.find(urine)) {
            outcome = outcome.and(name, 100.0 * urine / blood * water);
        }
    }
    Ok(outcome)
}
