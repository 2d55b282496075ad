//! Dose of carboplatin by the exposure aimed at.

use crate::definition::{
    ADULT, Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, OutputKind,
    Reference, choice, output, text,
};
use crate::handles::{OneOf, Quantity, one_of, quantity};
use crate::units;
use crate::values::Values;

const EXPOSURE: Quantity = quantity(
    "target_auc",
    &units::CARBOPLATIN_EXPOSURE,
    "Target AUC",
    "AUC-alvo",
);
const GFR: Quantity = quantity(
    "gfr",
    &units::GFR,
    "Glomerular filtration rate",
    "Taxa de filtração glomerular",
)
.defined(
    "In mL/min of this person, not by 1.73 m2: measured, or the creatinine clearance of Cockcroft \
     and Gault.",
    "Em mL/min da própria pessoa, não por 1,73 m²: medida, ou o clearance de creatinina de \
     Cockcroft-Gault.",
);
const KNOWN_BY: OneOf = one_of(
    "gfr_source",
    SOURCES,
    "How the filtration rate is known",
    "Como se conhece a taxa de filtração",
);
const SOURCES: &[Choice] = &[
    choice(
        "measured",
        "measured, for example with 51Cr-EDTA",
        "medida, por exemplo com 51Cr-EDTA",
    ),
    choice(
        "estimated",
        "estimated from creatinine",
        "estimada pela creatinina",
    ),
];

/// The greatest estimated filtration rate that is used.
const CAP: f64 = 125.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "carboplatin-calvert-1989",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Carboplatin dose (Calvert)",
        "Dose de carboplatina (Calvert)",
    ),
    description: text(
        "Total dose of carboplatin in milligrams, not per square metre, for an exposure that the \
         protocol names. An estimated filtration rate above 125 mL/min counts as 125, as the FDA \
         advises. A second person must check the dose; children have formulas of their own.",
        "Dose total de carboplatina em miligramas, não por metro quadrado, para uma exposição que o \
         protocolo define. Taxa de filtração estimada acima de 125 mL/min conta como 125, conforme \
         a FDA. Uma segunda pessoa deve conferir a dose; crianças têm fórmulas próprias.",
    ),
    aliases: &["Calvert", "carboplatina", "AUC", "quimioterapia"],
    inputs: &[EXPOSURE.input, GFR.input, KNOWN_BY.input],
    results: &[
        output(
            OutputKind::Measurement,
            "dose",
            text("Total dose", "Dose total"),
            "mg",
            0,
        ),
        output(
            OutputKind::Laboratory,
            "gfr_used",
            text(
                "Filtration rate that was used",
                "Taxa de filtração utilizada",
            ),
            "mL/min",
            0,
        ),
    ],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Calvert AH, Newell DR, Gumbrell LA, et al. Carboplatin dosage: prospective \
                   evaluation of a simple formula based on renal function. J Clin Oncol \
                   1989;7:1748-1756.",
        doi: Some("10.1200/JCO.1989.7.11.1748"),
        pmid: Some("2681557"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let gfr = values.of(GFR)?;
    let capped = values.of(KNOWN_BY)? == "estimated" && gfr > CAP;
    let used = if capped { CAP } else { gfr };
    let outside = text(
        "The formula was derived with filtration rates from 33 to 136 mL/min.",
        "A fórmula foi derivada com taxas de filtração de 33 a 136 mL/min.",
    );
    Ok(
        Outcome::number("dose", values.of(EXPOSURE)? * (used + 25.0))
            .and("gfr_used", used)
            .warn_if(
                capped,
                text(
                    "The estimated filtration rate was limited to 125 mL/min.",
                    "A taxa de filtração estimada foi limitada a 125 mL/min.",
                ),
            )
            .warn_if(!(33.0..=136.0).contains(&used), outside),
    )
}
