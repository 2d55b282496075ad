//! Equivalent doses of systemic glucocorticoids.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference,
    choice, output, text,
};
use crate::handles::{OneOf, Quantity, one_of, quantity};
use crate::round::steady;
use crate::units;
use crate::values::Values;

/// The codes, and the milligrams of each that do what 5 mg of prednisone do.
const STEROIDS: &[Choice] = &[
    choice("hydrocortisone", "hydrocortisone", "hidrocortisona"),
    choice("cortisone", "cortisone", "cortisona"),
    choice("prednisone", "prednisone", "prednisona"),
    choice("prednisolone", "prednisolone", "prednisolona"),
    choice(
        "methylprednisolone",
        "methylprednisolone",
        "metilprednisolona",
    ),
    choice("triamcinolone", "triamcinolone", "triancinolona"),
    choice("deflazacort", "deflazacort", "deflazacorte"),
    choice("dexamethasone", "dexamethasone", "dexametasona"),
    choice("betamethasone", "betamethasone", "betametasona"),
];
const EQUIVALENT: [(&str, f64); 9] = [
    ("hydrocortisone", 20.0),
    ("cortisone", 25.0),
    ("prednisone", 5.0),
    ("prednisolone", 5.0),
    ("methylprednisolone", 4.0),
    ("triamcinolone", 4.0),
    ("deflazacort", 6.0),
    ("dexamethasone", 0.75),
    ("betamethasone", 0.75),
];

const STEROID: OneOf = one_of("steroid", STEROIDS, "Steroid in use", "Corticoide em uso");
const DOSE: Quantity = quantity(
    "steroid_dose",
    &units::DRUG_AMOUNT,
    "Dose of it",
    "Dose dele",
)
.defined(
    "By mouth or into a vein; not inhaled, on the skin, into a joint or as a depot.",
    "Por via oral ou intravenosa; não inalatória, tópica, intra-articular ou de depósito.",
);
const TARGET: OneOf = one_of(
    "target_steroid",
    STEROIDS,
    "Steroid to compare with",
    "Corticoide de comparação",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "steroid-equivalence",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Equivalent doses of corticosteroids",
        "Equivalência de corticoides",
    ),
    description: text(
        "Dose of a systemic glucocorticoid with about the same anti-inflammatory effect as a dose \
         of another. An approximation: duration of action and salt retention differ.",
        "Dose de um glicocorticoide sistêmico com efeito anti-inflamatório aproximadamente igual ao \
         de uma dose de outro. É aproximação: duração de ação e retenção de sal diferem.",
    ),
    aliases: &[
        "corticosteroides",
        "corticoide",
        "prednisona",
        "dexametasona",
        "hidrocortisona",
        "steroid conversion",
        "glucocorticoid",
    ],
    inputs: &[STEROID.input, DOSE.input, TARGET.input],
    results: &[
        output(
            OutputKind::Measurement,
            "equivalent_dose",
            text("Equivalent dose", "Dose equivalente"),
            "mg",
            2,
        ),
        output(
            OutputKind::Measurement,
            "prednisone_equivalent",
            text("The same as prednisone", "O mesmo em prednisona"),
            "mg",
            2,
        ),
    ],
    assumptions: &[
        text(
            "Only the anti-inflammatory effect is compared, not the salt retention that matters in \
             adrenal insufficiency.",
            "Compara-se só o efeito anti-inflamatório, não a retenção de sal, que importa na \
             insuficiência adrenal.",
        ),
        text(
            "Tables differ: here 6 mg of deflazacort and 0.75 mg of betamethasone are 5 mg of \
             prednisone; others have up to 7.5 mg of deflazacort, and 0.6 mg of betamethasone.",
            "As tabelas divergem: aqui 6 mg de deflazacorte e 0,75 mg de betametasona equivalem a 5 \
             mg de prednisona; em outras são até 7,5 mg de deflazacorte e 0,6 mg de betametasona.",
        ),
    ],
    reference: Reference {
        citation: "Liu D, Ahmet A, Ward L, et al. A practical guide to the monitoring and \
                   management of the complications of systemic corticosteroid therapy. Allergy \
                   Asthma Clin Immunol 2013;9:30.",
        doi: Some("10.1186/1710-1492-9-30"),
        pmid: Some("23947590"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn milligrams(steroid: &str) -> Result<f64, NoResult> {
    let known = EQUIVALENT.iter().find(|(code, _)| *code == steroid);
    known
        .map(|(_, milligrams)| *milligrams)
        .ok_or(NoResult::Defect("a steroid has no equivalent"))
}

/// Milligrams of prednisone that the largest pulse, 2 g of methylprednisolone, is worth.
const MOST: f64 = 2500.0;
const TOO_MUCH: NoResult = NoResult::together(
    &["steroid_dose"],
    text(
        "more than 2500 mg of prednisone come out; check the unit",
        "o resultado passa de 2500 mg de prednisona; confira a unidade",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let prednisone =
        values.of(DOSE)? * milligrams("prednisone")? / milligrams(values.of(STEROID)?)?;
    let equivalent = prednisone * milligrams(values.of(TARGET)?)? / milligrams("prednisone")?;
    if equivalent.min(prednisone) < 0.05 {
        return Err(NoResult::together(
            &["steroid_dose"],
            text(
                "less than 0.05 mg comes out; check the unit",
                "o resultado é menor que 0,05 mg; confira a unidade",
            ),
        ));
    }
    if steady(prednisone) > MOST {
        return Err(TOO_MUCH);
    }
    Ok(Outcome::number("equivalent_dose", steady(equivalent))
        .and("prednisone_equivalent", steady(prednisone))
        .warn_if(
            true,
            text(
                "A change of steroid also changes duration of action and suppression of the \
                 adrenal glands; long use must not stop abruptly.",
                "A troca de corticoide muda também a duração de ação e a supressão da suprarrenal; \
                 o uso prolongado não deve parar de forma abrupta.",
            ),
        ))
}
