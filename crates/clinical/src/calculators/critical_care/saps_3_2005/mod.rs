//! SAPS 3 admission score, with the probabilities of death of its equations.

mod inputs;

use inputs::{
    AIDS, BLOOD_CANCER, BRAIN_REASON, CANCER, CANCER_THERAPY, CIRRHOSIS, DAYS_BEFORE, GUT_REASON,
    HEART_FAILURE, HEART_REASON, INSPIRED, LIVER_FAILURE, NOSOCOMIAL, OXYGEN, PLACE, RESPIRATORY,
    SITE, SURGERY, UNPLANNED, VASOACTIVE, VENTILATED,
};

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Points,
    Reference, Score, at_most, less_than, more, output, score, text,
};
use crate::inputs::{
    ADULTS, AGE, ARTERIAL_PH, BILIRUBIN, CREATININE, GLASGOW_COMA_SCALE, HEART_RATE, LEUKOCYTES,
    PLATELETS, SYSTOLIC_BP, TEMPERATURE,
};
use crate::round::steady;
use crate::values::Values;

/// Points before any: the score must not be negative.
const BASE: f64 = 16.0;

/// Box I, what was there before admission, and box II, its circumstances.
const ADMISSION: &[Criterion] = &[
    AGE.adds_by(&[
        less_than(40.0, 0.0),
        less_than(60.0, 5.0),
        less_than(70.0, 9.0),
        less_than(75.0, 13.0),
        less_than(80.0, 15.0),
        more(18.0),
    ]),
    DAYS_BEFORE.adds_by(&[less_than(14.0, 0.0), less_than(28.0, 6.0), more(7.0)]),
    PLACE.adds(&[
        ("operating-room", 0.0),
        ("emergency", 5.0),
        ("other-icu", 7.0),
        ("other", 8.0),
    ]),
    CANCER_THERAPY.adds(3.0),
    HEART_FAILURE.adds(6.0),
    BLOOD_CANCER.adds(6.0),
    CIRRHOSIS.adds(8.0),
    AIDS.adds(8.0),
    CANCER.adds(11.0),
    VASOACTIVE.adds(3.0),
    UNPLANNED.adds(3.0),
    HEART_REASON.adds(&[
        ("none", 0.0),
        ("rhythm", -5.0),
        ("hypovolemic-shock", 3.0),
        ("septic-shock", 5.0),
        ("other-shock", 5.0),
    ]),
    LIVER_FAILURE.adds(6.0),
    GUT_REASON.adds(&[
        ("none", 0.0),
        ("acute-abdomen-or-other", 3.0),
        ("severe-pancreatitis", 9.0),
    ]),
    BRAIN_REASON.adds(&[
        ("none", 0.0),
        ("seizures", -4.0),
        ("consciousness", 4.0),
        ("focal-deficit", 7.0),
        ("mass-effect", 10.0),
    ]),
    SURGERY.adds(&[("scheduled", 0.0), ("none", 5.0), ("emergency", 6.0)]),
    SITE.adds(&[
        ("other-or-none", 0.0),
        ("transplant", -11.0),
        ("trauma", -8.0),
        ("cabg-without-valve", -6.0),
        ("neurosurgery-for-stroke", 5.0),
    ]),
    NOSOCOMIAL.adds(4.0),
    RESPIRATORY.adds(5.0),
];
/// Box III, physiology but oxygenation.
const PHYSIOLOGY: &[Criterion] = &[
    GLASGOW_COMA_SCALE.adds_by(&[
        less_than(5.0, 15.0),
        less_than(6.0, 10.0),
        less_than(7.0, 7.0),
        less_than(13.0, 2.0),
        more(0.0),
    ]),
    BILIRUBIN.adds_by(&[less_than(2.0, 0.0), less_than(6.0, 4.0), more(5.0)]),
    TEMPERATURE.adds_by(&[less_than(35.0, 7.0), more(0.0)]),
    CREATININE.adds_by(&[
        less_than(1.2, 0.0),
        less_than(2.0, 2.0),
        less_than(3.5, 7.0),
        more(8.0),
    ]),
    HEART_RATE.adds_by(&[less_than(120.0, 0.0), less_than(160.0, 5.0), more(7.0)]),
    LEUKOCYTES.adds_by(&[less_than(15.0, 0.0), more(2.0)]),
    ARTERIAL_PH.adds_by(&[at_most(7.25, 3.0), more(0.0)]),
    PLATELETS.adds_by(&[
        less_than(20.0, 13.0),
        less_than(50.0, 8.0),
        less_than(100.0, 5.0),
        more(0.0),
    ]),
    SYSTOLIC_BP.adds_by(&[
        less_than(40.0, 11.0),
        less_than(70.0, 8.0),
        less_than(120.0, 3.0),
        more(0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "saps-3-2005",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("SAPS 3 admission score", "SAPS 3 (escore de admissão)"),
    description: text(
        "Severity at admission to intensive care and probability of death in hospital, by the \
         global equation and by that of Central and South America. For comparing units and \
         adjusting for risk, not for deciding about one patient.",
        "Gravidade na admissão à UTI e probabilidade de óbito hospitalar, pela equação global e \
         pela da América Central e do Sul. Para comparar unidades e ajustar risco, não para \
         decidir sobre um paciente.",
    ),
    aliases: &[
        "SAPS3",
        "gravidade",
        "UTI",
        "mortalidade hospitalar",
        "AMIB",
        "SMR",
    ],
    inputs: &[
        AGE.input,
        DAYS_BEFORE.input,
        PLACE.input,
        CANCER_THERAPY.input,
        HEART_FAILURE.input,
        BLOOD_CANCER.input,
        CIRRHOSIS.input,
        AIDS.input,
        CANCER.input,
        VASOACTIVE.input,
        UNPLANNED.input,
        HEART_REASON.input,
        LIVER_FAILURE.input,
        GUT_REASON.input,
        BRAIN_REASON.input,
        SURGERY.input,
        SITE.input,
        NOSOCOMIAL.input,
        RESPIRATORY.input,
        GLASGOW_COMA_SCALE.input,
        BILIRUBIN.input,
        TEMPERATURE.input,
        CREATININE.input,
        HEART_RATE.input,
        LEUKOCYTES.input,
        ARTERIAL_PH.input,
        PLATELETS.input,
        SYSTOLIC_BP.input,
        VENTILATED.input,
        OXYGEN.input,
        INSPIRED.input,
    ],
    results: &[
        score(text("SAPS 3 score", "Escore SAPS 3"), &[]),
        output(
            OutputKind::Risk,
            "mortality",
            text(
                "Death in hospital, global equation",
                "Óbito hospitalar, equação global",
            ),
            "%",
            1,
        ),
        output(
            OutputKind::Risk,
            "mortality_central_south_america",
            text(
                "Death in hospital, equation of Central and South America",
                "Óbito hospitalar, equação da América Central e do Sul",
            ),
            "%",
            1,
        ),
    ],
    validity: &[ADULTS],
    assumptions: &[
        text(
            "Physiology is the worst from an hour before to an hour after admission: highest \
             temperature, bilirubin, creatinine, heart rate and leukocytes, lowest of the others.",
            "A fisiologia é a pior de uma hora antes a uma hora depois da admissão: maiores \
             temperatura, bilirrubina, creatinina, frequência cardíaca e leucócitos, menores os \
             demais.",
        ),
        text(
            "Comorbidities add up, and so do reasons of different organ systems; of a system one \
             reason counts.",
            "As comorbidades somam-se, e os motivos de sistemas diferentes também; de cada sistema \
             conta um motivo.",
        ),
    ],
    reference: Reference {
        citation: "Moreno RP, Metnitz PGH, Almeida E, et al. SAPS 3 - From evaluation of the \
                   patient to evaluation of the intensive care unit. Part 2: Development of a \
                   prognostic model for hospital mortality at ICU admission. Intensive Care Med \
                   2005;31:1345-1355.",
        doi: Some("10.1007/s00134-005-2763-5"),
        pmid: Some("16132892"),
    },
    sources: &[Reference {
        citation: "Moralez GM, Rabello LSCF, Lisboa TC, et al. External validation of SAPS 3 and \
                   MPM0-III scores in 48,816 patients from 72 Brazilian ICUs. Ann Intensive Care \
                   2017;7:53.",
        doi: Some("10.1186/s13613-017-0276-3"),
        pmid: Some("28523584"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sum = |criteria| {
        let (base, conclude) = (0.0, None);
        let table = Score {
            base,
            criteria,
            conclude,
        };
        table.sum(values).map(|outcome| outcome.items)
    };
    let mut items = sum(ADMISSION)?;
    items.extend(sum(PHYSIOLOGY)?);
    items.push(oxygenation(values)?);
    // Of both together the paper counts only the seizures.
    if values.of(BRAIN_REASON)? == "seizures"
        && let Some(rhythm) = items
            .iter_mut()
            .find(|item| item.item == HEART_REASON.input.name && item.points < 0.0)
    {
        rhythm.points = 0.0;
    }
    let outcome = Outcome::score_from(BASE, items);
    let points = outcome.last().unwrap_or(BASE);
    Ok(outcome
        .and("mortality", death(points, -32.6659, 20.5958, 7.3068))
        .and(
            "mortality_central_south_america",
            death(points, -64.5990, 71.0599, 13.2322),
        )
        .warn_if(
            true,
            text(
                "In 72 Brazilian units in 2013 as many died as the global equation foretold, and fewer \
                 than that of Central and South America did.",
                "Em 72 UTIs brasileiras em 2013 morreram tantos quanto a equação global previu, e menos \
                 que a da América Central e do Sul.",
            ),
        ))
}

fn oxygenation(values: &Values) -> Result<Points, NoResult> {
    let oxygen = values.of(OXYGEN)?;
    let ratio = steady(oxygen * 100.0 / values.of(INSPIRED)?);
    Ok(OXYGEN.gives(match values.of(VENTILATED)? {
        true if ratio < 100.0 => 11.0,
        true => 7.0,
        false if oxygen < 60.0 => 5.0,
        false => 0.0,
    }))
}

/// Probability of death in percent.
fn death(points: f64, constant: f64, shift: f64, slope: f64) -> f64 {
    let logit = constant + (points + shift).ln() * slope;
    100.0 / (1.0 + (-logit).exp())
}
