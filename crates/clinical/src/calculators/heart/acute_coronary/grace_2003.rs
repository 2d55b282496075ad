//! GRACE score for death in hospital with an acute coronary syndrome.

use super::KILLIP_CLASS;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    chosen, less_than, more, output, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, CREATININE, ELEVATED_CARDIAC_MARKERS, HEART_RATE, SYSTOLIC_BP};
use crate::values::Values;
use crate::violation::Finding;

const CARDIAC_ARREST: Flag = flag(
    "cardiac_arrest",
    "Cardiac arrest at admission",
    "Parada cardíaca na admissão",
);
const ST_ELEVATION: Flag = flag(
    "st_elevation",
    "Infarction with ST elevation",
    "Infarto com supradesnivelamento de ST",
)
.defined(
    "It adds no points: the classes of risk have other limits with ST elevation.",
    "Não soma pontos: as classes de risco têm outros limites com supra de ST.",
);
const ST_DEVIATION: Flag = flag(
    "st_deviation",
    "ST deviation, elevation or depression",
    "Desvio de ST, supra ou infradesnivelamento",
);

const CRITERIA: &[Criterion] = &[
    KILLIP_CLASS.adds(&[("I", 0.0), ("II", 20.0), ("III", 39.0), ("IV", 59.0)]),
    SYSTOLIC_BP.adds_by(&[
        less_than(80.0, 58.0),
        less_than(100.0, 53.0),
        less_than(120.0, 43.0),
        less_than(140.0, 34.0),
        less_than(160.0, 24.0),
        less_than(200.0, 10.0),
        more(0.0),
    ]),
    HEART_RATE.adds_by(&[
        less_than(50.0, 0.0),
        less_than(70.0, 3.0),
        less_than(90.0, 9.0),
        less_than(110.0, 15.0),
        less_than(150.0, 24.0),
        less_than(200.0, 38.0),
        more(46.0),
    ]),
    AGE.adds_by(&[
        less_than(30.0, 0.0),
        less_than(40.0, 8.0),
        less_than(50.0, 25.0),
        less_than(60.0, 41.0),
        less_than(70.0, 58.0),
        less_than(80.0, 75.0),
        less_than(90.0, 91.0),
        more(100.0),
    ]),
    CREATININE.adds_by(&[
        less_than(0.4, 1.0),
        less_than(0.8, 4.0),
        less_than(1.2, 7.0),
        less_than(1.6, 10.0),
        less_than(2.0, 13.0),
        less_than(4.0, 21.0),
        more(28.0),
    ]),
    CARDIAC_ARREST.adds(39.0),
    ST_DEVIATION.adds(28.0),
    ELEVATED_CARDIAC_MARKERS.adds(14.0),
];

const MORTALITY: Output = output(
    OutputKind::Risk,
    "hospital_mortality",
    text(
        "Probability of death in hospital",
        "Probabilidade de morte hospitalar",
    ),
    "%",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "grace-2003",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "GRACE score, death in hospital (2003)",
        "Escore GRACE, morte hospitalar (2003)",
    ),
    description: text(
        "Risk of death in hospital of adults admitted with an acute coronary syndrome, 1 to 372 \
         points, with the probability by the model behind the points. The edition of 2003, not \
         GRACE 2.0, and not the scores for 6 months, which have other points.",
        "Risco de morte hospitalar de adultos internados com síndrome coronariana aguda, de 1 a \
         372 pontos, com a probabilidade pelo modelo que está por trás dos pontos. É a edição de \
         2003, não o GRACE 2.0, nem os escores de 6 meses, que têm outros pontos.",
    ),
    aliases: &[
        "GRACE",
        "acute coronary syndrome",
        "síndrome coronariana aguda",
        "SCA",
        "infarto",
    ],
    inputs: &[
        KILLIP_CLASS.input,
        SYSTOLIC_BP.input,
        HEART_RATE.input,
        AGE.input,
        CREATININE.input,
        CARDIAC_ARREST.input,
        ST_DEVIATION.input,
        ST_ELEVATION.input,
        ELEVATED_CARDIAC_MARKERS.input,
    ],
    results: &[
        score(
            text("GRACE score", "Escore GRACE"),
            &[
                chosen("low", "low risk", "risco baixo"),
                chosen("intermediate", "intermediate risk", "risco intermediário"),
                chosen("high", "high risk", "risco alto"),
            ],
        ),
        MORTALITY,
    ],
    validity: &[ADULTS],
    assumptions: &[text(
        "The classes are those of the registry: up to 108, 109 to 140 and more without ST \
         elevation; up to 125, 126 to 154 and more with it. Values in between two printed bands \
         count to the lower one.",
        "As classes são as do registro: até 108, 109 a 140 e acima sem supra de ST; até 125, 126 a \
         154 e acima com supra. Valores entre duas faixas impressas contam na inferior.",
    )],
    reference: Reference {
        citation: "Granger CB, Goldberg RJ, Dabbous O, et al. Predictors of hospital mortality in \
                   the Global Registry of Acute Coronary Events. Arch Intern Med \
                   2003;163:2345-2353.",
        doi: Some("10.1001/archinte.163.19.2345"),
        pmid: Some("14581255"),
    },
    sources: &[Reference {
        citation: "Center for Outcomes Research, University of Massachusetts. Methods and formulas \
                   used to calculate the GRACE risk scores (2010): the coefficients and the \
                   classes of risk.",
        doi: None,
        pmid: None,
    }],
    check: Some(check),
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// An elevation is a deviation.
fn check(values: &Values) -> Vec<Finding> {
    if values.find(ST_ELEVATION) == Some(true) && values.find(ST_DEVIATION) == Some(false) {
        let message = text(
            "ST elevation is an ST deviation: st_elevation cannot be true with st_deviation false",
            "supra de ST é desvio de ST: st_elevation não pode ser verdadeiro com st_deviation \
             falso",
        );
        return Finding::together(&[ST_DEVIATION.input.name, ST_ELEVATION.input.name], message);
    }
    Vec::new()
}

/// The class by the points, and the probability by the logistic model.
fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let (low, intermediate) = if values.find(ST_ELEVATION) == Some(true) {
        (125.0, 154.0)
    } else {
        (108.0, 140.0)
    };
    let class = match outcome.last() {
        Some(points) if points <= low => "low",
        Some(points) if points <= intermediate => "intermediate",
        _ => "high",
    };
    let outcome = outcome.meaning(class);
    match probability(values) {
        Some(percent) => outcome.and(MORTALITY.name, percent),
        None => outcome,
    }
}

#[expect(
    clippy::approx_constant,
    reason = "the coefficient of a Killip class as published, not the logarithm of 2"
)]
fn probability(values: &Values) -> Option<f64> {
    let either = |flag, weight: f64| Some(if values.find(flag)? { weight } else { 0.0 });
    let killip = match values.find(KILLIP_CLASS)? {
        "I" => 1.0,
        "II" => 2.0,
        "III" => 3.0,
        _ => 4.0,
    };
    let odds = -7.7035 + 0.0531 * values.find(AGE)? + 0.0087 * values.find(HEART_RATE)?
        - 0.0168 * values.find(SYSTOLIC_BP)?
        + 0.1823 * values.find(CREATININE)?
        + 0.6931 * killip
        + either(CARDIAC_ARREST, 1.4586)?
        + either(ELEVATED_CARDIAC_MARKERS, 0.47)?
        + either(ST_DEVIATION, 0.8755)?;
    Some(100.0 / (1.0 + (-odds).exp()))
}
