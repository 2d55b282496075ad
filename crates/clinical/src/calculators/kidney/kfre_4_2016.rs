//! Risk of kidney failure by four variables.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, choice, output, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULTS, AGE, ALBUMIN_CREATININE_RATIO, EGFR, SEX};
use crate::values::Values;

const REGION: OneOf = one_of("kfre_calibration", REGIONS, "Calibration", "Calibração").defined(
    "The same coefficients have a baseline risk of their own in North America and elsewhere; \
     Brazil is elsewhere.",
    "Os mesmos coeficientes têm risco basal próprio na América do Norte e fora dela; no Brasil \
     usa-se a de fora.",
);
const REGIONS: &[Choice] = &[
    choice("north-america", "North America", "América do Norte"),
    choice(
        "elsewhere",
        "outside North America",
        "fora da América do Norte",
    ),
];

const RISK: Output = output(
    OutputKind::Risk,
    "risk_2_years",
    text(
        "Risk of kidney failure within 2 years",
        "Risco de falência renal em 2 anos",
    ),
    "%",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "kfre-4-2016",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Kidney failure risk equation (KFRE, 4 variables)",
        "Equação de risco de falência renal (KFRE, 4 variáveis)",
    ),
    description: text(
        "Risk that an adult with chronic kidney disease and a filtration rate below 60 needs \
         dialysis or a transplant within 2 and 5 years, by age, sex, filtration rate and albumin. \
         Death before it is not counted, so that the risk of old and frail people is \
         overestimated. Not after a transplant and not in acute kidney injury.",
        "Risco de um adulto com doença renal crônica e taxa de filtração abaixo de 60 precisar de \
         diálise ou transplante em 2 e 5 anos, por idade, sexo, taxa de filtração e albumina. Não \
         conta a morte antes disso, de modo que superestima o risco de idosos frágeis. Não usar \
         após transplante nem na lesão renal aguda.",
    ),
    aliases: &[
        "KFRE",
        "Tangri",
        "falência renal",
        "kidney failure",
        "diálise",
        "progressão da DRC",
    ],
    inputs: &[
        SEX.input,
        AGE.input,
        EGFR.input,
        ALBUMIN_CREATININE_RATIO.input,
        REGION.input,
    ],
    results: &[
        RISK,
        Output {
            name: "risk_5_years",
            title: text(
                "Risk of kidney failure within 5 years",
                "Risco de falência renal em 5 anos",
            ),
            ..RISK
        },
    ],
    validity: &[ADULTS, EGFR.less_than(60.0)],
    reference: Reference {
        citation: "Tangri N, Grams ME, Levey AS, et al. Multinational assessment of accuracy of \
                   equations for predicting risk of kidney failure: a meta-analysis. JAMA \
                   2016;315:164-174.",
        doi: Some("10.1001/jama.2015.18202"),
        pmid: Some("26757465"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let male = values.of(SEX)?.pick(1.0, 0.0);
    let hazard = -0.2201 * (values.of(AGE)? / 10.0 - 7.036) + 0.2467 * (male - 0.5642)
        - 0.5567 * (values.of(EGFR)? / 5.0 - 7.222)
        + 0.4510 * (values.of(ALBUMIN_CREATININE_RATIO)?.ln() - 5.137);
    // Without the event after 2 and after 5 years.
    let (two, five) = match values.of(REGION)? {
        "north-america" => (0.9750_f64, 0.9240_f64),
        "elsewhere" => (0.9832, 0.9365),
        _ => return Err(NoResult::Defect("a region has no baseline")),
    };
    let risk = |baseline: f64| 100.0 * (1.0 - baseline.powf(hazard.exp()));
    Ok(Outcome::number("risk_2_years", risk(two)).and("risk_5_years", risk(five)))
}
