//! HEART score for chest pain in the emergency department.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    less_than, more, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULTS, AGE};

const HISTORIES: &[Choice] = &[
    choice(
        "slightly-suspicious",
        "slightly suspicious",
        "pouco suspeita",
    ),
    choice(
        "moderately-suspicious",
        "moderately suspicious",
        "moderadamente suspeita",
    ),
    choice(
        "highly-suspicious",
        "highly suspicious",
        "altamente suspeita",
    ),
];
const ECGS: &[Choice] = &[
    choice("normal", "normal", "normal"),
    choice(
        "nonspecific",
        "nonspecific repolarisation disturbance, bundle branch block, ventricular hypertrophy or \
         pacemaker",
        "alteração inespecífica da repolarização, bloqueio de ramo, hipertrofia ventricular ou \
         marca-passo",
    ),
    choice(
        "st-deviation",
        "significant ST deviation that these do not explain",
        "desvio significativo de ST não explicado por isso",
    ),
];
const RISKS: &[Choice] = &[
    choice("none", "none known", "nenhum conhecido"),
    choice("one-or-two", "one or two", "um ou dois"),
    choice(
        "three-or-more",
        "three or more, or known atherosclerotic disease",
        "três ou mais, ou doença aterosclerótica conhecida",
    ),
];
const TROPONINS: &[Choice] = &[
    choice("normal", "up to the normal limit", "até o limite normal"),
    choice(
        "up-to-three-times",
        "above the limit, below three times it",
        "acima do limite, abaixo de 3 vezes",
    ),
    choice(
        "three-times-or-more",
        "three times the limit or more",
        "3 vezes o limite ou mais",
    ),
];

const HISTORY: OneOf = one_of("history", HISTORIES, "History", "História").defined(
    "As the clinician judges it: the pain, its onset and course, what brings it on and relieves \
     it, what comes with it.",
    "Segundo o julgamento clínico: a dor, seu início e evolução, o que a provoca e alivia, o que a \
     acompanha.",
);
const ECG: OneOf = one_of("ecg", ECGS, "Electrocardiogram", "Eletrocardiograma");
const RISK_FACTORS: OneOf = one_of("risk_factors", RISKS, "Risk factors", "Fatores de risco")
    .defined(
        "Hypertension, hypercholesterolaemia, diabetes, obesity (BMI above 30 kg/m²), smoking now \
         or until 3 months ago, and coronary disease in the family. Atherosclerotic disease: \
         infarction, revascularisation, stroke, peripheral artery disease.",
        "Hipertensão, hipercolesterolemia, diabetes, obesidade (IMC acima de 30 kg/m²), tabagismo \
         atual ou até 3 meses atrás, e doença coronariana na família. Doença aterosclerótica: \
         infarto, revascularização, AVC, doença arterial periférica.",
    );
const TROPONIN: OneOf = one_of(
    "troponin",
    TROPONINS,
    "First troponin",
    "Primeira troponina",
)
.defined(
    "Against the upper reference limit of the assay.",
    "Em relação ao limite superior de referência do ensaio.",
);

const CRITERIA: &[Criterion] = &[
    HISTORY.adds(&[
        ("slightly-suspicious", 0.0),
        ("moderately-suspicious", 1.0),
        ("highly-suspicious", 2.0),
    ]),
    ECG.adds(&[("normal", 0.0), ("nonspecific", 1.0), ("st-deviation", 2.0)]),
    AGE.adds_by(&[less_than(45.0, 0.0), less_than(65.0, 1.0), more(2.0)]),
    RISK_FACTORS.adds(&[("none", 0.0), ("one-or-two", 1.0), ("three-or-more", 2.0)]),
    TROPONIN.adds(&[
        ("normal", 0.0),
        ("up-to-three-times", 1.0),
        ("three-times-or-more", 2.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "heart-2008",
    version: "1.0.0",
    category: Category::Heart,
    title: text("HEART score", "Escore HEART"),
    description: text(
        "Risk of infarction, revascularisation or death within 6 weeks of adults with chest pain \
         in the emergency department, 0 to 10 points. Not for ST elevation or for unstable \
         people.",
        "Risco de infarto, revascularização ou morte em 6 semanas de adultos com dor torácica no \
         pronto-socorro, de 0 a 10 pontos. Não usar com supradesnivelamento de ST nem em \
         instáveis.",
    ),
    aliases: &["chest pain", "dor torácica", "emergency", "MACE"],
    inputs: &[
        HISTORY.input,
        ECG.input,
        AGE.input,
        RISK_FACTORS.input,
        TROPONIN.input,
    ],
    results: &[score(
        text("HEART score", "Escore HEART"),
        &[
            below(
                4.0,
                "low",
                "low risk: 1.7 % had an event in the validation of 2013",
                "risco baixo: 1,7 % tiveram evento na validação de 2013",
            ),
            below(
                7.0,
                "moderate",
                "moderate risk: 16.6 % had an event in the validation of 2013",
                "risco moderado: 16,6 % tiveram evento na validação de 2013",
            ),
            rest(
                "high",
                "high risk: 50.1 % had an event in the validation of 2013",
                "risco alto: 50,1 % tiveram evento na validação de 2013",
            ),
        ],
    )],
    validity: &[ADULTS],
    assumptions: &[text(
        "The troponin has its limits of the later editions, one and three times the normal; the \
         first edition had the second limit at twice.",
        "A troponina tem os limites das edições posteriores, 1 e 3 vezes o normal; a primeira \
         edição tinha o segundo limite em 2 vezes.",
    )],
    reference: Reference {
        citation: "Six AJ, Backus BE, Kelder JC. Chest pain in the emergency room: value of the \
                   HEART score. Neth Heart J 2008;16:191-196.",
        doi: Some("10.1007/BF03086144"),
        pmid: Some("18665203"),
    },
    sources: &[Reference {
        citation: "Backus BE, Six AJ, Kelder JC, et al. A prospective validation of the HEART \
                   score for chest pain patients at the emergency department. Int J Cardiol \
                   2013;168:2153-2158.",
        doi: Some("10.1016/j.ijcard.2013.01.255"),
        pmid: Some("23465250"),
    }],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
