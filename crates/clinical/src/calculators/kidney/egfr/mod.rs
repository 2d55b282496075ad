//! What the estimates of the glomerular filtration rate share.

crate::calculators::family! {
    ckd_epi_2021,
    ckd_epi_2021_cr_cys,
    ckd_epi_2012_cys,
    ckd_epi_2009,
    mdrd_2006,
    schwartz_2009,
    ckid_u25_2021,
}

use crate::definition::{
    Interpretation, NoResult, Outcome, Output, OutputKind, Text, below, rest, text,
};
use crate::inputs::{AGE, CREATININE, SEX};
use crate::values::Values;

/// The assays that the equations were fitted to.
pub(crate) const STANDARDIZED: Text = text(
    "The creatinine was measured by a method traceable to isotope dilution mass spectrometry and \
     is in a steady state.",
    "A creatinina foi medida por método rastreável à espectrometria de massas por diluição \
     isotópica e está em estado estável.",
);

/// What the equations with cystatin C were fitted to.
pub(crate) const CYSTATIN_STANDARDIZED: Text = text(
    "Cystatin C was measured by a method traceable to the international reference material \
     ERM-DA471/IFCC.",
    "A cistatina C foi medida por método rastreável ao material de referência internacional \
     ERM-DA471/IFCC.",
);

/// Their result, without a meaning.
pub(crate) const EGFR: Output = Output {
    name: "egfr",
    title: text(
        "Estimated glomerular filtration rate",
        "Taxa de filtração glomerular estimada",
    ),
    unit: "mL/min/{1.73_m2}",
    digits: 0,
    loinc: None,
    kind: OutputKind::Laboratory,
    by: None,
    interpretations: &[],
};

/// Their result for adults, with the KDIGO categories.
pub(crate) const fn staged(loinc: &'static str) -> Output {
    Output {
        loinc: Some(loinc),
        interpretations: KDIGO,
        ..EGFR
    }
}

/// The KDIGO categories of the filtration rate.
pub(crate) const KDIGO: &[Interpretation] = &[
    below(15.0, "G5", "G5: kidney failure", "G5: falência renal").hl7("L"),
    below(
        30.0,
        "G4",
        "G4: severely decreased",
        "G4: gravemente diminuída",
    )
    .hl7("L"),
    below(
        45.0,
        "G3b",
        "G3b: moderately to severely decreased",
        "G3b: moderada a gravemente diminuída",
    )
    .hl7("L"),
    below(
        60.0,
        "G3a",
        "G3a: mildly to moderately decreased",
        "G3a: leve a moderadamente diminuída",
    )
    .hl7("L"),
    below(
        90.0,
        "G2",
        "G2: mildly decreased",
        "G2: levemente diminuída",
    ),
    rest("G1", "G1: normal or high", "G1: normal ou alta").hl7("N"),
];

/// The constants of a CKD-EPI creatinine equation; pairs are male, female.
pub(crate) struct CkdEpi {
    pub(crate) factor: f64,
    pub(crate) below_knot: (f64, f64),
    pub(crate) above_knot: f64,
    pub(crate) per_year: f64,
    pub(crate) female: f64,
}

impl CkdEpi {
    /// The estimate from sex, age and creatinine.
    pub(crate) fn estimate(&self, values: &Values) -> Result<Outcome, NoResult> {
        let sex = values.of(SEX)?;
        let relative = values.of(CREATININE)? / sex.pick(0.9, 0.7);
        let (male, female) = self.below_knot;
        let creatinine = relative.min(1.0).powf(sex.pick(male, female))
            * relative.max(1.0).powf(self.above_knot);
        let age = self.per_year.powf(values.of(AGE)?);
        let egfr = self.factor * creatinine * age * sex.pick(1.0, self.female);
        Ok(Outcome::number("egfr", egfr))
    }
}
