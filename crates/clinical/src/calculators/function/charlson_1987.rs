//! Charlson comorbidity index with the weights of 1987, and with the age of 1994.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Range,
    Reference, below, choice, less_than, more, output, rest, score, text, within,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{self, ADULTS, AGE};
use crate::values::Values;

const LIVER: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice(
        "mild",
        "mild: chronic hepatitis, or cirrhosis without portal hypertension",
        "leve: hepatite crônica, ou cirrose sem hipertensão portal",
    ),
    choice(
        "moderate-or-severe",
        "moderate or severe: cirrhosis with portal hypertension",
        "moderada ou grave: cirrose com hipertensão portal",
    ),
];
const DIABETES: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice(
        "uncomplicated",
        "without damage to an organ",
        "sem lesão de órgão-alvo",
    ),
    choice(
        "with-organ-damage",
        "with damage to the eyes, nerves or kidneys",
        "com lesão de retina, nervos ou rins",
    ),
];
const TUMOUR: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice(
        "without-metastasis",
        "without metastasis, found within 5 years",
        "sem metástase, diagnosticado há menos de 5 anos",
    ),
    choice("metastatic", "metastatic", "metastático"),
];

const INFARCTION: Flag = flag(
    "previous_myocardial_infarction",
    "Previous myocardial infarction",
    "Infarto do miocárdio prévio",
);
const HEART_FAILURE: Flag = flag(
    "symptomatic_heart_failure",
    "Heart failure with symptoms",
    "Insuficiência cardíaca sintomática",
)
.defined(
    "Breathlessness on exertion or at night that answered to treatment; a low ejection fraction \
     without symptoms does not count.",
    "Dispneia aos esforços ou paroxística noturna que respondeu ao tratamento; fração de ejeção \
     baixa sem sintomas não conta.",
);
const VESSELS: Flag = flag(
    "peripheral_vascular_disease",
    "Peripheral vascular disease",
    "Doença vascular periférica",
)
.defined(
    "Claudication, bypass, gangrene, acute arterial insufficiency, or an aneurysm of the aorta of \
     6 cm or more.",
    "Claudicação, revascularização, gangrena, insuficiência arterial aguda, ou aneurisma de aorta \
     de 6 cm ou mais.",
);
const BRAIN: Flag = inputs::CEREBROVASCULAR_DISEASE.defined(
    "Stroke with little or no residue, or transient ischaemic attack.",
    "AVC com pouca ou nenhuma sequela, ou ataque isquêmico transitório.",
);
const DEMENTIA: Flag = flag("dementia", "Dementia", "Demência");
const LUNG: Flag = flag(
    "chronic_pulmonary_disease",
    "Chronic pulmonary disease",
    "Doença pulmonar crônica",
);
const CONNECTIVE: Flag = flag(
    "connective_tissue_disease",
    "Connective tissue disease",
    "Doença do tecido conjuntivo",
);
const ULCER: Flag = flag(
    "peptic_ulcer_disease",
    "Peptic ulcer disease",
    "Úlcera péptica",
);
const LIVER_DISEASE: OneOf = one_of("liver_disease", LIVER, "Liver disease", "Doença hepática");
const DIABETES_FORM: OneOf = one_of("diabetes_form", DIABETES, "Diabetes", "Diabetes");
const HEMIPLEGIA: Flag = flag("hemiplegia", "Hemiplegia", "Hemiplegia");
const KIDNEY: Flag = flag(
    "moderate_or_severe_kidney_disease",
    "Moderate or severe kidney disease",
    "Doença renal moderada ou grave",
)
.defined(
    "Creatinine above 3 mg/dL, dialysis or transplant.",
    "Creatinina acima de 3 mg/dL, diálise ou transplante.",
);
const SOLID_TUMOUR: OneOf = one_of("solid_tumor", TUMOUR, "Solid tumour", "Tumor sólido").defined(
    "Not cancer of the skin other than melanoma.",
    "Exceto câncer de pele não melanoma.",
);
const LEUKAEMIA: Flag = flag("leukemia", "Leukaemia", "Leucemia");
const LYMPHOMA: Flag = flag("lymphoma", "Lymphoma or myeloma", "Linfoma ou mieloma");
const AIDS: Flag = flag("aids", "AIDS", "AIDS")
    .defined("Not HIV infection alone.", "Não apenas infecção por HIV.");

const CRITERIA: &[Criterion] = &[
    INFARCTION.adds(1.0),
    HEART_FAILURE.adds(1.0),
    VESSELS.adds(1.0),
    BRAIN.adds(1.0),
    DEMENTIA.adds(1.0),
    LUNG.adds(1.0),
    CONNECTIVE.adds(1.0),
    ULCER.adds(1.0),
    LIVER_DISEASE.adds(&[("none", 0.0), ("mild", 1.0), ("moderate-or-severe", 3.0)]),
    DIABETES_FORM.adds(&[
        ("none", 0.0),
        ("uncomplicated", 1.0),
        ("with-organ-damage", 2.0),
    ]),
    HEMIPLEGIA.adds(2.0),
    KIDNEY.adds(2.0),
    SOLID_TUMOUR.adds(&[
        ("none", 0.0),
        ("without-metastasis", 2.0),
        ("metastatic", 6.0),
    ]),
    LEUKAEMIA.adds(2.0),
    LYMPHOMA.adds(2.0),
    AIDS.adds(6.0),
];

/// One point for each decade from 50 years on, by the paper of 1994.
const BY_AGE: &[Range] = &[
    less_than(50.0, 0.0),
    less_than(60.0, 1.0),
    less_than(70.0, 2.0),
    less_than(80.0, 3.0),
    more(4.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "charlson-1987",
    version: "1.0.0",
    category: Category::Function,
    title: text(
        "Charlson comorbidity index (1987)",
        "Índice de comorbidade de Charlson (1987)",
    ),
    description: text(
        "Burden of other diseases by the weights of 1987, 0 to 33 points, and the same with the \
         points for age of 1994, 0 to 37. Later weights exist (2011): name the edition with the \
         number. No survival is given: texts disagree on the figures.",
        "Carga de outras doenças pelos pesos de 1987, de 0 a 33 pontos, e a mesma com os pontos \
         por idade de 1994, de 0 a 37. Há pesos posteriores (2011): cite a edição junto do número. \
         Não se informa sobrevida: os textos divergem nas cifras.",
    ),
    aliases: &[
        "Charlson",
        "CCI",
        "ICC de Charlson",
        "comorbidity",
        "comorbidade",
    ],
    inputs: &[
        AGE.input,
        INFARCTION.input,
        HEART_FAILURE.input,
        VESSELS.input,
        BRAIN.input,
        DEMENTIA.input,
        LUNG.input,
        CONNECTIVE.input,
        ULCER.input,
        LIVER_DISEASE.input,
        DIABETES_FORM.input,
        HEMIPLEGIA.input,
        KIDNEY.input,
        SOLID_TUMOUR.input,
        LEUKAEMIA.input,
        LYMPHOMA.input,
        AIDS.input,
    ],
    results: &[
        score(
            text(
                "Charlson index without age",
                "Índice de Charlson sem a idade",
            ),
            &[
                below(1.0, "none", "stratum 0", "estrato 0"),
                below(3.0, "1-to-2", "stratum 1 to 2", "estrato 1 a 2"),
                below(5.0, "3-to-4", "stratum 3 to 4", "estrato 3 a 4"),
                rest("5-or-more", "stratum 5 or more", "estrato 5 ou mais"),
            ],
        ),
        output(
            OutputKind::Score,
            "age_adjusted",
            text("Charlson index with age", "Índice de Charlson com a idade"),
            "1",
            0,
        ),
    ],
    validity: &[ADULTS],
    assumptions: &[text(
        "The points for age are 1 at 50 to 59 years, 2 at 60 to 69, 3 at 70 to 79 and 4 from 80 \
         on; some calculators begin the decades elsewhere.",
        "Os pontos por idade são 1 de 50 a 59 anos, 2 de 60 a 69, 3 de 70 a 79 e 4 a partir de 80; \
         algumas calculadoras começam as décadas em outro ponto.",
    )],
    reference: Reference {
        citation: "Charlson ME, Pompei P, Ales KL, MacKenzie CR. A new method of classifying \
                   prognostic comorbidity in longitudinal studies: development and validation. J \
                   Chronic Dis 1987;40:373-383.",
        doi: Some("10.1016/0021-9681(87)90171-8"),
        pmid: Some("3558716"),
    },
    sources: &[Reference {
        citation: "Charlson M, Szatrowski TP, Peterson J, Gold J. Validation of a combined \
                   comorbidity index. J Clin Epidemiol 1994;47:1245-1251.",
        doi: Some("10.1016/0895-4356(94)90129-5"),
        pmid: Some("7722560"),
    }],
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let by_age = values.find(AGE).and_then(|age| within(BY_AGE, age));
    match (outcome.last(), by_age) {
        (Some(index), Some(points)) => outcome.and("age_adjusted", index + points),
        _ => outcome,
    }
}
