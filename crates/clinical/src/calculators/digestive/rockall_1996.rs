//! Rockall score for upper gastrointestinal bleeding, before and after endoscopy.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, NoResult, Outcome, Output,
    OutputKind, Reference, Score, below, choice, greatest, less_than, more, output, rest, score,
    text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{ADULTS, AGE, HEART_RATE, SYSTOLIC_BP};
use crate::values::Values;

const COMORBIDITIES: &[Choice] = &[
    choice("none", "none of importance", "nenhuma importante"),
    choice(
        "major",
        "heart failure, ischaemic heart disease or another major one",
        "insuficiência cardíaca, cardiopatia isquêmica ou outra importante",
    ),
    choice(
        "renal-liver-malignancy",
        "renal failure, liver failure or disseminated malignancy",
        "insuficiência renal, insuficiência hepática ou neoplasia disseminada",
    ),
];
const DIAGNOSES: &[Choice] = &[
    choice(
        "mallory-weiss-or-none",
        "Mallory-Weiss tear, or no lesion and no sign of recent bleeding",
        "laceração de Mallory-Weiss, ou nenhuma lesão nem sinal de sangramento recente",
    ),
    choice("other", "any other diagnosis", "qualquer outro diagnóstico"),
    choice(
        "malignancy",
        "malignancy of the upper gastrointestinal tract",
        "neoplasia maligna do trato digestivo alto",
    ),
];

const COMORBIDITY: OneOf = one_of(
    "comorbidity",
    COMORBIDITIES,
    "Comorbidity (the worst)",
    "Comorbidade (a pior)",
);
const DIAGNOSIS: OneOf = one_of(
    "endoscopic_diagnosis",
    DIAGNOSES,
    "Diagnosis at endoscopy",
    "Diagnóstico na endoscopia",
)
.optional();
const STIGMATA: Flag = flag(
    "major_stigmata",
    "Major stigmata of recent bleeding at endoscopy",
    "Estigmas maiores de sangramento recente na endoscopia",
)
.defined(
    "Blood in the upper tract, an adherent clot, or a visible or spurting vessel; a dark spot \
     alone is none.",
    "Sangue no trato alto, coágulo aderido, ou vaso visível ou em jato; apenas mancha escura não \
     conta.",
)
.optional();

const BEFORE: &[Criterion] = &[
    AGE.adds_by(&[less_than(60.0, 0.0), less_than(80.0, 1.0), more(2.0)]),
    greatest(&[
        SYSTOLIC_BP.adds_by(&[less_than(100.0, 2.0), more(0.0)]),
        HEART_RATE.adds_by(&[less_than(100.0, 0.0), more(1.0)]),
    ]),
    COMORBIDITY.adds(&[
        ("none", 0.0),
        ("major", 2.0),
        ("renal-liver-malignancy", 3.0),
    ]),
];
const AFTER: &[Criterion] = &[
    DIAGNOSIS.adds(&[
        ("mallory-weiss-or-none", 0.0),
        ("other", 1.0),
        ("malignancy", 2.0),
    ]),
    STIGMATA.adds(2.0),
];

const PRE_ENDOSCOPY: Output = Output {
    interpretations: &[
        below(
            1.0,
            "zero",
            "0 points before endoscopy: lowest risk",
            "0 ponto antes da endoscopia: menor risco",
        ),
        rest(
            "above-zero",
            "not of the lowest risk before endoscopy",
            "não é de menor risco antes da endoscopia",
        ),
    ],
    ..output(
        OutputKind::Score,
        "pre_endoscopy_score",
        text(
            "Rockall score before endoscopy (0 to 7)",
            "Escore de Rockall antes da endoscopia (0 a 7)",
        ),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "rockall-1996",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("Rockall score", "Escore de Rockall"),
    description: text(
        "Risk of rebleeding and death in acute upper gastrointestinal bleeding: 0 to 7 points \
         before endoscopy, 0 to 11 with what endoscopy finds. Without both findings of the \
         endoscopy there is no complete score.",
        "Risco de ressangramento e morte na hemorragia digestiva alta aguda: de 0 a 7 pontos antes \
         da endoscopia, de 0 a 11 com os achados dela. Sem os dois achados da endoscopia não há \
         escore completo.",
    ),
    aliases: &[
        "HDA",
        "hemorragia digestiva alta",
        "UGIB",
        "ressangramento",
        "rebleeding",
    ],
    inputs: &[
        AGE.input,
        SYSTOLIC_BP.input,
        HEART_RATE.input,
        COMORBIDITY.input,
        DIAGNOSIS.input,
        STIGMATA.input,
    ],
    results: &[
        score(
            text(
                "Complete Rockall score (0 to 11)",
                "Escore de Rockall completo (0 a 11)",
            ),
            &[
                below(
                    3.0,
                    "low",
                    "2 points or less: low risk of rebleeding and death",
                    "2 pontos ou menos: risco baixo de ressangramento e morte",
                ),
                rest(
                    "not-low",
                    "3 points or more: not of low risk",
                    "3 pontos ou mais: risco que não é baixo",
                ),
            ],
        ),
        PRE_ENDOSCOPY,
    ],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Rockall TA, Logan RF, Devlin HB, Northfield TC. Risk assessment after acute \
                   upper gastrointestinal haemorrhage. Gut 1996;38:316-321.",
        doi: Some("10.1136/gut.38.3.316"),
        pmid: Some("8675081"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let part = |criteria| Score {
        base: 0.0,
        criteria,
        conclude: None,
    };
    let before = part(BEFORE).sum(values)?;
    let pre_endoscopy = before.last().unwrap_or_default();
    let after = part(AFTER).sum(values)?;
    let (diagnosis, stigmata) = (values.find(DIAGNOSIS), values.find(STIGMATA));
    if let (Some(_), Some(_)) = (diagnosis, stigmata) {
        let items = [before.items, after.items].concat();
        return Ok(Outcome::score(items).and(PRE_ENDOSCOPY.name, pre_endoscopy));
    }
    let outcome = Outcome {
        items: before.items,
        ..Outcome::number(PRE_ENDOSCOPY.name, pre_endoscopy)
    };
    Ok(outcome.warn_if(
        diagnosis.is_some() || stigmata.is_some(),
        text(
            "Only one of the two findings of the endoscopy was sent: there is no complete score.",
            "Foi enviado só um dos dois achados da endoscopia: não há escore completo.",
        ),
    ))
}
