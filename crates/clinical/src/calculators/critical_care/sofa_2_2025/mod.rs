//! Sequential organ failure assessment, second edition.

mod circulation;
mod inputs;
mod lungs;

use inputs::{
    DELIRIUM_DRUG, ECMO, FIO2_GIVEN, MECHANICAL_SUPPORT, OTHER_VASOACTIVE, OXYGEN,
    RENAL_REPLACEMENT, SATURATION, URINE, VASOACTIVE_UNAVAILABLE, VENTILATORY_SUPPORT,
};

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Points,
    Reference, at_most, greatest, less_than, more, score, text,
};
use crate::inputs::{
    BILIRUBIN, CREATININE, DOPAMINE, EPINEPHRINE, GLASGOW_COMA_SCALE, MEAN_ARTERIAL_PRESSURE,
    NOREPINEPHRINE, PLATELETS,
};
use crate::values::Values;
use crate::violation::Finding;

/// What is table only; breathing and circulation are in files of their own. The
/// paper prints bilirubin and creatinine in both units.
const CRITERIA: &[Criterion] = &[
    greatest(&[
        GLASGOW_COMA_SCALE.adds_by(&[
            less_than(6.0, 4.0),
            less_than(9.0, 3.0),
            less_than(13.0, 2.0),
            less_than(15.0, 1.0),
            more(0.0),
        ]),
        DELIRIUM_DRUG.adds(1.0),
    ]),
    BILIRUBIN.adds_in(&[
        (
            "mg/dL",
            &[
                at_most(1.2, 0.0),
                at_most(3.0, 1.0),
                at_most(6.0, 2.0),
                at_most(12.0, 3.0),
                more(4.0),
            ],
        ),
        (
            "umol/L",
            &[
                at_most(20.6, 0.0),
                at_most(51.3, 1.0),
                at_most(102.6, 2.0),
                at_most(205.0, 3.0),
                more(4.0),
            ],
        ),
    ]),
    greatest(&[
        CREATININE.adds_in(&[
            (
                "mg/dL",
                &[
                    at_most(1.2, 0.0),
                    at_most(2.0, 1.0),
                    at_most(3.5, 2.0),
                    more(3.0),
                ],
            ),
            (
                "umol/L",
                &[
                    at_most(110.0, 0.0),
                    at_most(170.0, 1.0),
                    at_most(300.0, 2.0),
                    more(3.0),
                ],
            ),
        ]),
        URINE.adds(&[
            ("none", 0.0),
            ("low-6h", 1.0),
            ("low-12h", 2.0),
            ("very-low", 3.0),
        ]),
        RENAL_REPLACEMENT.adds(&[("none", 0.0), ("receiving", 4.0), ("criteria-met", 4.0)]),
    ]),
    PLATELETS.adds_by(&[
        at_most(50.0, 4.0),
        at_most(80.0, 3.0),
        at_most(100.0, 2.0),
        at_most(150.0, 1.0),
        more(0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sofa-2-2025",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("SOFA-2 score (2025)", "Escore SOFA-2 (2025)"),
    description: text(
        "Degree of failure of six organ systems in adults in intensive care, from the worst values \
         of 24 hours, 0 to 24 points: the edition of 2025. Its points are not those of SOFA \
         (1996), and the definition of sepsis of 2016 rests on the older one.",
        "Grau de falência de seis sistemas orgânicos em adultos em terapia intensiva, pelos piores \
         valores de 24 horas, de 0 a 24 pontos: edição de 2025. Os pontos não são os do SOFA \
         (1996), e a definição de sepse de 2016 se baseia no antigo.",
    ),
    aliases: &[
        "SOFA 2",
        "SOFA2",
        "disfunção orgânica",
        "organ failure",
        "sepse",
        "UTI",
    ],
    inputs: &[
        GLASGOW,
        DELIRIUM_DRUG.input,
        OXYGEN.input,
        SATURATION.input,
        FIO2_GIVEN.input,
        VENTILATORY_SUPPORT.input,
        ECMO.input,
        MEAN_ARTERIAL_PRESSURE.input,
        NOREPINEPHRINE_BASE,
        EPINEPHRINE.input,
        DOPAMINE.input,
        OTHER_VASOACTIVE.input,
        VASOACTIVE_UNAVAILABLE.input,
        MECHANICAL_SUPPORT.input,
        BILIRUBIN.input,
        CREATININE.input,
        URINE.input,
        RENAL_REPLACEMENT.input,
        PLATELETS.input,
    ],
    alternatives: &[&["pao2", "oxygen_saturation"]],
    results: &[score(text("SOFA-2 score", "Escore SOFA-2"), &[])],
    assumptions: &[
        ADULT,
        text(
            "Vasoactive drugs count when they ran for an hour or more; a change of less than an \
             hour, after suctioning for example, does not count.",
            "Drogas vasoativas contam se correram por uma hora ou mais; mudança de menos de uma \
             hora, como após aspiração, não conta.",
        ),
    ],
    reference: Reference {
        citation: "Ranzani OT, Singer M, Salluh JIF, et al. Development and validation of the \
                   Sequential Organ Failure Assessment (SOFA)-2 score. JAMA 2025;334:2090-2103.",
        doi: Some("10.1001/jama.2025.20516"),
        pmid: Some("41159833"),
    },
    // From 98 % on the saturation says too little of the pressure.
    // Doses a minute that were not divided by the weight are mostly above the others.
    validity: &[
        SATURATION.less_than(98.0),
        NOREPINEPHRINE.up_to(5.0),
        EPINEPHRINE.up_to(5.0),
    ],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const GLASGOW: crate::definition::Input = GLASGOW_COMA_SCALE
    .defined(
        "The worst of the day; of a sedated person the last before sedation. Where only the motor \
         part can be tested: 6 stands for 15, 5 for 13, 4 for 9, 3 for 6, 2 and 1 for 3.",
        "A pior do dia; em sedados, a última antes da sedação. Se só a parte motora é avaliável: 6 \
         vale 15, 5 vale 13, 4 vale 9, 3 vale 6, 2 e 1 valem 3.",
    )
    .input;
const NOREPINEPHRINE_BASE: crate::definition::Input = NOREPINEPHRINE
    .defined(
        "Greatest dose of the day, 0 if none was given, as the base: 2 mg of the bitartrate \
         (hemitartrate) monohydrate are 1 mg of base.",
        "Maior dose do dia, 0 se não usada, em base: 2 mg de hemitartarato (bitartarato) \
         monoidratado são 1 mg de base.",
    )
    .input;

fn check(values: &Values) -> Vec<Finding> {
    let drugs = [NOREPINEPHRINE, EPINEPHRINE, DOPAMINE];
    let given = drugs.map(|drug| values.find(drug).is_some_and(|dose| dose > 0.0));
    let any = given.contains(&true) || values.find(OTHER_VASOACTIVE) == Some(true);
    if any && values.find(VASOACTIVE_UNAVAILABLE) == Some(true) {
        return Finding::together(
            &[VASOACTIVE_UNAVAILABLE.input.name],
            text(
                "vasoactive_unavailable is for someone who gets none; a drug that is given counts \
                 by its dose",
                "vasoactive_unavailable é para quem não recebe nenhuma; a droga em uso conta pela \
                 dose",
            ),
        );
    }
    Vec::new()
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let mut items = Vec::new();
    for criterion in CRITERIA {
        let item = criterion.input;
        let points = criterion.points(values)?;
        items.extend(points.map(|points| Points { item, points }));
    }
    items.push(lungs::points(values)?);
    items.push(circulation::points(values)?);
    Ok(Outcome::score(items)
        .assume_if(
            values.find(URINE).is_none(),
            text(
                "The kidneys are judged without urine output, which was not sent.",
                "Os rins são avaliados sem o débito urinário, que não foi informado.",
            ),
        )
        .warn_if(
            circulation::dopamine_beside_others(values),
            text(
                "Dopamine has limits of its own only where it is the single drug; beside others it \
                 scores as any other drug, even above 20 \u{b5}g/kg/min.",
                "A dopamina só tem limites próprios quando é a única droga; com outras, pontua como \
                 qualquer outra, mesmo acima de 20 \u{b5}g/kg/min.",
            ),
        ))
}
