//! Murray's lung injury score.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Output, Points,
    Range, Reference, at_most, less_than, more, rest, score, text, up_to, within,
};
use crate::handles::{Integer, Quantity, integer, quantity};
use crate::inputs::{FIO2, PAO2, PEEP};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const QUADRANTS: Integer = integer(
    "consolidated_quadrants",
    (0, 4),
    "Quadrants with alveolar consolidation",
    "Quadrantes com consolidação alveolar",
)
.defined(
    "Of the four quadrants of the chest radiograph.",
    "Dos quatro quadrantes da radiografia de tórax.",
);
const COMPLIANCE: Quantity = quantity(
    "compliance",
    &units::COMPLIANCE,
    "Static compliance of the respiratory system",
    "Complacência estática do sistema respiratório",
)
.optional();

const RATIO: &[Range] = &[
    less_than(100.0, 4.0),
    less_than(175.0, 3.0),
    less_than(225.0, 2.0),
    less_than(300.0, 1.0),
    more(0.0),
];
const CRITERIA: &[Criterion] = &[
    QUADRANTS.adds_itself(),
    PEEP.adds_by(&[
        at_most(5.0, 0.0),
        at_most(8.0, 1.0),
        at_most(11.0, 2.0),
        at_most(14.0, 3.0),
        more(4.0),
    ]),
    COMPLIANCE.adds_by(&[
        less_than(20.0, 4.0),
        less_than(40.0, 3.0),
        less_than(60.0, 2.0),
        less_than(80.0, 1.0),
        more(0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "murray-1988",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Murray lung injury score",
        "Escore de lesão pulmonar de Murray",
    ),
    description: text(
        "Severity of acute lung injury in a ventilated adult: the mean of the points of chest \
         radiograph, oxygenation, PEEP and, where it was measured, compliance.",
        "Gravidade da lesão pulmonar aguda em adulto ventilado: média dos pontos de radiografia de \
         tórax, oxigenação, PEEP e, se medida, complacência.",
    ),
    aliases: &["LIS", "lung injury score", "SDRA", "ARDS", "ECMO"],
    inputs: &[
        QUADRANTS.input,
        PAO2.input,
        FIO2.input,
        PEEP.input,
        COMPLIANCE.input,
    ],
    results: &[Output {
        digits: 2,
        ..score(
            text("Lung injury score", "Escore de lesão pulmonar"),
            &[
                up_to(0.0, "none", "no lung injury", "sem lesão pulmonar"),
                up_to(
                    2.5,
                    "mild-to-moderate",
                    "mild to moderate lung injury",
                    "lesão pulmonar leve a moderada",
                ),
                rest("severe", "severe lung injury", "lesão pulmonar grave"),
            ],
        )
    }],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Murray JF, Matthay MA, Luce JM, Flick MR. An expanded definition of the adult \
                   respiratory distress syndrome. Am Rev Respir Dis 1988;138:720-723.",
        doi: Some("10.1164/ajrccm/138.3.720"),
        pmid: Some("3202424"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = values.of(PAO2)? * 100.0 / values.of(FIO2)?;
    let points = within(RATIO, ratio).ok_or(NoResult::Defect("a ratio has no points"))?;
    let mut items = vec![PAO2.gives(points)];
    for criterion in CRITERIA {
        let item = criterion.input;
        let points = criterion.points(values)?;
        items.extend(points.map(|points| Points { item, points }));
    }
    let sum: f64 = items.iter().map(|item| item.points).sum();
    // What was not measured is no zero: the mean is of what there is.
    let mean = steady(sum / items.len() as f64);
    let unmeasured = values.find(COMPLIANCE).is_none();
    Ok(Outcome {
        items,
        ..Outcome::number("score", mean)
    }
    .assume_if(
        unmeasured,
        text(
            "Compliance was not measured: the mean is of the other three.",
            "A complacência não foi medida: a média é das outras três.",
        ),
    ))
}
