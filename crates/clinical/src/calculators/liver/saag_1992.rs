//! Serum-ascites albumin gradient.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::ALBUMIN;
use crate::units;
use crate::values::Values;

const ASCITES_ALBUMIN: Quantity = quantity(
    "ascites_albumin",
    &units::ASCITES_ALBUMIN,
    "Albumin in ascites",
    "Albumina no líquido ascítico",
)
.defined(
    "Taken on the same day as the albumin of the serum.",
    "Colhida no mesmo dia que a albumina do soro.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "saag-1992",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "Serum-ascites albumin gradient (SAAG)",
        "Gradiente de albumina soro-ascite (GASA)",
    ),
    description: text(
        "Albumin of the serum less that of ascites: 1.1 g/dL or more points to portal \
         hypertension, also that of heart failure, less to other causes such as carcinomatosis, \
         tuberculosis or nephrotic syndrome.",
        "Albumina do soro menos a da ascite: 1,1 g/dL ou mais indica hipertensão portal, inclusive \
         a da insuficiência cardíaca; menos, outras causas como carcinomatose, tuberculose ou \
         síndrome nefrótica.",
    ),
    aliases: &["SAAG", "GASA", "ascite", "ascites", "paracentese"],
    inputs: &[ALBUMIN.input, ASCITES_ALBUMIN.input],
    results: &[Output {
        interpretations: &[
            below(
                1.1,
                "no-portal-hypertension",
                "points to a cause without portal hypertension",
                "indica causa sem hipertensão portal",
            ),
            rest(
                "portal-hypertension",
                "points to portal hypertension",
                "indica hipertensão portal",
            ),
        ],
        ..output(
            OutputKind::Laboratory,
            "gradient",
            text("Albumin gradient", "Gradiente de albumina"),
            "g/dL",
            1,
        )
    }],
    reference: Reference {
        citation: "Runyon BA, Montano AA, Akriviadis EA, Antillon MR, Irving MA, McHutchison JG. \
                   The serum-ascites albumin gradient is superior to the exudate-transudate \
                   concept in the differential diagnosis of ascites. Ann Intern Med \
                   1992;117:215-220.",
        doi: Some("10.7326/0003-4819-117-3-215"),
        pmid: Some("1616215"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let gradient = values.of(ALBUMIN)? - values.of(ASCITES_ALBUMIN)?;
    let negative = text(
        "There is more albumin in the ascites than in the serum; check that the samples were not \
         swapped.",
        "Há mais albumina na ascite que no soro; confira se as amostras não foram trocadas.",
    );
    Ok(Outcome::number("gradient", gradient).warn_if(gradient < 0.0, negative))
}
