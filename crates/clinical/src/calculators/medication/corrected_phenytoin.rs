//! Phenytoin as it would be with a normal albumin.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference,
    choice, output, text,
};
use crate::handles::{OneOf, Quantity, one_of, quantity};
use crate::inputs::ALBUMIN;
use crate::units;
use crate::values::Values;

const PHENYTOIN: Quantity = quantity(
    "phenytoin",
    &units::PHENYTOIN,
    "Total phenytoin",
    "Fenitoína total",
);
const KIDNEYS: OneOf = one_of(
    "creatinine_clearance_range",
    RANGES,
    "Creatinine clearance",
    "Clearance de creatinina",
);
const RANGES: &[Choice] = &[
    choice(
        "20-or-more",
        "20 mL/min or more, without dialysis",
        "20 mL/min ou mais, sem diálise",
    ),
    choice(
        "10-to-20",
        "10 to less than 20 mL/min, without dialysis",
        "10 a menos de 20 mL/min, sem diálise",
    ),
    choice(
        "below-10-or-dialysis",
        "less than 10 mL/min, or dialysis",
        "menos de 10 mL/min, ou diálise",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "corrected-phenytoin",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Phenytoin corrected for albumin (Sheiner-Tozer)",
        "Fenitoína corrigida pela albumina (Sheiner-Tozer)",
    ),
    description: text(
        "Estimates the total phenytoin that the same free phenytoin would make with a normal \
         albumin, in low albumin or kidney failure, to compare with 10 to 20 µg/mL. It is often \
         wrong in the critically ill, the old, and beside other medicines: measure free phenytoin \
         where it can be had.",
        "Estima a fenitoína total que a mesma fenitoína livre daria com albumina normal, na \
         hipoalbuminemia ou falência renal, para comparar com 10 a 20 µg/mL. Erra com frequência \
         em pacientes críticos, idosos e com outros fármacos: dose a fenitoína livre quando possível.",
    ),
    aliases: &[
        "Sheiner-Tozer",
        "Winter-Tozer",
        "fenitoína",
        "hidantal",
        "Dilantin",
    ],
    inputs: &[PHENYTOIN.input, ALBUMIN.input, KIDNEYS.input],
    results: &[output(
        OutputKind::Laboratory,
        "corrected_phenytoin",
        text("Corrected phenytoin", "Fenitoína corrigida"),
        "ug/mL",
        1,
    )],
    validity: &[ALBUMIN.up_to(4.4)],
    assumptions: &[text(
        "The classic factors are used: 0.2, and 0.1 in kidney failure. A later revision \
         has 0.275 and 0.2, and gives less.",
        "Usam-se os fatores clássicos: 0,2, e 0,1 na falência renal. Uma revisão posterior \
         usa 0,275 e 0,2, e dá menos.",
    )],
    reference: Reference {
        citation: "Kiang TKL, et al. A comprehensive review on the predictive performance of \
                   the Sheiner-Tozer and derivative equations for the correction of phenytoin \
                   concentrations. Ann Pharmacother 2016;50:311-325.",
        doi: Some("10.1177/1060028016628166"),
        pmid: Some("26825643"),
    },
    sources: &[
        Reference {
            citation: "Liponi DF, Winter ME, Tozer TN. Renal function and therapeutic \
                       concentrations of phenytoin. Neurology 1984;34:395-397.",
            doi: Some("10.1212/wnl.34.3.395"),
            pmid: Some("6538287"),
        },
        Reference {
            citation: "Sheiner LB, Tozer TN. Clinical pharmacokinetics: the use of plasma \
                       concentrations of drugs. In: Melmon KL, Morrelli HF, eds. Clinical \
                       pharmacology: basic principles in therapeutics. 2nd ed. New York: \
                       Macmillan; 1978.",
            doi: None,
            pmid: None,
        },
    ],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let factor = match values.of(KIDNEYS)? {
        "20-or-more" => 0.2,
        "below-10-or-dialysis" => 0.1,
        _ => {
            return Err(NoResult::outside(
                &[KIDNEYS.input.name],
                text(
                    "between 10 and 20 mL/min published limits differ and the correction may be \
                     wrong by half: measure free phenytoin",
                    "entre 10 e 20 mL/min os limites publicados divergem e a correção pode errar \
                     pela metade: dose a fenitoína livre",
                ),
            ));
        }
    };
    let corrected = values.of(PHENYTOIN)? / (factor * values.of(ALBUMIN)? + 0.1);
    Ok(Outcome::number("corrected_phenytoin", corrected))
}
