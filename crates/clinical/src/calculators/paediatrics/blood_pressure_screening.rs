//! Screening of the blood pressure of children by the simplified table of 2017.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, output, rest, text,
};
use crate::inputs::{AGE, DIASTOLIC_BP, SEX, SYSTOLIC_BP};
use crate::values::Values;

/// From 13 years on the limits are one for all.
const ADOLESCENT: (f64, f64) = (120.0, 80.0);

/// Systolic and diastolic limits of boys and girls, from 1 to 12 years, in mm[Hg].
const LIMITS: [[(f64, f64); 2]; 12] = [
    [(98.0, 52.0), (98.0, 54.0)],
    [(100.0, 55.0), (101.0, 58.0)],
    [(101.0, 58.0), (102.0, 60.0)],
    [(102.0, 60.0), (103.0, 62.0)],
    [(103.0, 63.0), (104.0, 64.0)],
    [(105.0, 66.0), (105.0, 67.0)],
    [(106.0, 68.0), (106.0, 68.0)],
    [(107.0, 69.0), (107.0, 69.0)],
    [(107.0, 70.0), (108.0, 71.0)],
    [(108.0, 72.0), (109.0, 72.0)],
    [(110.0, 74.0), (111.0, 74.0)],
    [(113.0, 75.0), (114.0, 75.0)],
];

const MARGIN: Output = Output {
    interpretations: &[
        below(
            0.0,
            "below-the-limits",
            "both pressures below the limits of screening",
            "ambas as pressões abaixo dos limites de triagem",
        ),
        rest(
            "evaluate",
            "at or above a limit of screening: needs further evaluation, it is no diagnosis",
            "em um limite de triagem ou acima: requer avaliação, não é diagnóstico",
        ),
    ],
    ..output(
        OutputKind::Measurement,
        "margin",
        text(
            "Pressure beyond its limit (the greater of the two)",
            "Pressão além do seu limite (a maior das duas)",
        ),
        "mm[Hg]",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "blood-pressure-screening-aap-2017",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Screening of blood pressure in children (AAP 2017)",
        "Triagem da pressão arterial em crianças (AAP 2017)",
    ),
    description: text(
        "Whether a blood pressure from 1 to 17 years of age needs further evaluation, by the \
         simplified table of age and sex: the 90th percentiles of short children. It rules high \
         pressure out and diagnoses nothing: that takes the table by height and measurements on \
         three occasions.",
        "Se uma pressão arterial de 1 a 17 anos de idade requer avaliação, pela tabela \
         simplificada de idade e sexo: os percentis 90 de crianças baixas. Exclui pressão alta e \
         não diagnostica nada: para isso são necessárias a tabela por estatura e medidas em três \
         ocasiões.",
    ),
    aliases: &[
        "hipertensão infantil",
        "pressão arterial pediátrica",
        "pediatric hypertension",
        "percentil",
    ],
    inputs: &[SEX.input, AGE.input, SYSTOLIC_BP.input, DIASTOLIC_BP.input],
    results: &[
        MARGIN,
        output(
            OutputKind::Measurement,
            "systolic_limit",
            text(
                "Limit of the systolic pressure",
                "Limite da pressão sistólica",
            ),
            "mm[Hg]",
            0,
        ),
        output(
            OutputKind::Measurement,
            "diastolic_limit",
            text(
                "Limit of the diastolic pressure",
                "Limite da pressão diastólica",
            ),
            "mm[Hg]",
            0,
        ),
    ],
    validity: &[AGE.between(1.0, 17.0)],
    reference: Reference {
        citation: "Flynn JT, Kaelber DC, Baker-Smith CM, et al. Clinical practice guideline for \
                   screening and management of high blood pressure in children and adolescents. \
                   Pediatrics 2017;140:e20171904.",
        doi: Some("10.1542/peds.2017-1904"),
        pmid: Some("28827377"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // The validity begins with one year.
    let row = values.of(AGE)? as usize - 1;
    let [boys, girls] = LIMITS.get(row).copied().unwrap_or([ADOLESCENT; 2]);
    let (systolic, diastolic) = values.of(SEX)?.pick(boys, girls);
    let beyond = (values.of(SYSTOLIC_BP)? - systolic).max(values.of(DIASTOLIC_BP)? - diastolic);
    Ok(Outcome::number("margin", beyond)
        .and("systolic_limit", systolic)
        .and("diastolic_limit", diastolic))
}
