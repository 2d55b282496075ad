//! Brazilian index of clinical and functional vulnerability of older people.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;

const HEALTH: Flag = flag(
    "health_fair_or_poor",
    "Own health fair or poor, beside others of the age",
    "Saúde regular ou ruim, comparada a outros da idade",
);
const INSTRUMENTAL: Flag = flag(
    "stopped_instrumental_activity",
    "Stopped shopping, managing money or light housework",
    "Deixou de fazer compras, controlar o dinheiro ou fazer pequenos trabalhos domésticos",
)
.defined(
    "Any of the three, because of health or physical condition (questions 3 to 5).",
    "Qualquer uma das três, por causa da saúde ou condição física (perguntas 3 a 5).",
);
const BATHING: Flag = flag(
    "stopped_bathing_alone",
    "Stopped bathing alone because of health",
    "Deixou de tomar banho sozinho por causa da saúde",
);
const FORGETFUL: Flag = flag(
    "forgetful_by_others",
    "Family or friends say that he or she forgets",
    "Familiar ou amigo diz que está esquecido",
);
const FORGETS_MORE: Flag = flag(
    "forgetting_gets_worse",
    "Forgetting has become worse in the last months",
    "O esquecimento piorou nos últimos meses",
);
const FORGETS_TASKS: Flag = flag(
    "forgetting_hinders_activity",
    "Forgetting hinders an activity of daily life",
    "O esquecimento impede alguma atividade do cotidiano",
);
const SAD: Flag = flag(
    "low_mood_last_month",
    "Low, sad or hopeless in the last month",
    "Desânimo, tristeza ou desesperança no último mês",
);
const JOYLESS: Flag = flag(
    "lost_interest_last_month",
    "Lost interest or pleasure in the last month",
    "Perdeu interesse ou prazer no último mês",
);
const ARMS: Flag = flag(
    "cannot_raise_arms",
    "Cannot raise the arms above the shoulders",
    "Incapaz de elevar os braços acima dos ombros",
);
const HANDS: Flag = flag(
    "cannot_handle_small_objects",
    "Cannot handle small objects",
    "Incapaz de manusear pequenos objetos",
);
const WEAKNESS: Flag = flag(
    "sign_of_weakness",
    "A sign of poor nutrition or weakness",
    "Sinal de desnutrição ou fraqueza",
)
.defined(
    "Any of (question 14): unintended loss of 4.5 kg or 5 % of the weight in the last year, 6 kg \
     in 6 months or 3 kg in one month; body mass index below 22 kg/m²; calf circumference below 31 \
     cm; more than 5 seconds to walk 4 m.",
    "Qualquer um (pergunta 14): perda não intencional de 4,5 kg ou 5 % do peso no último ano, 6 kg \
     em 6 meses ou 3 kg em um mês; índice de massa corporal abaixo de 22 kg/m²; circunferência da \
     panturrilha abaixo de 31 cm; mais de 5 segundos para andar 4 m.",
);
const WALKING: Flag = flag(
    "walking_hinders_activity",
    "Trouble with walking hinders an activity of daily life",
    "Dificuldade para caminhar impede alguma atividade do cotidiano",
);
const FALLS: Flag = flag(
    "two_falls_last_year",
    "Two falls or more in the last year",
    "Duas ou mais quedas no último ano",
);
const INCONTINENT: Flag = flag(
    "loses_urine_or_stool",
    "Loses urine or stool at some moment",
    "Perde urina ou fezes em algum momento",
);
const VISION: Flag = flag(
    "vision_hinders_activity",
    "Vision hinders an activity of daily life",
    "A visão impede alguma atividade do cotidiano",
)
.defined(
    "With glasses or lenses, if used.",
    "Com óculos ou lentes, se usar.",
);
const HEARING: Flag = flag(
    "hearing_hinders_activity",
    "Hearing hinders an activity of daily life",
    "A audição impede alguma atividade do cotidiano",
)
.defined(
    "With a hearing aid, if used.",
    "Com aparelho de audição, se usar.",
);
const DISEASES: Flag = flag(
    "multiple_diseases",
    "Multiple disease",
    "Comorbidades múltiplas",
)
.defined(
    "Any of (question 20): five chronic diseases or more; five different medicines or more every \
     day; a stay in hospital in the last 6 months.",
    "Qualquer um (pergunta 20): cinco ou mais doenças crônicas; cinco ou mais medicamentos \
     diferentes todo dia; internação nos últimos 6 meses.",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(75.0, 0.0), less_than(85.0, 1.0), more(3.0)]),
    HEALTH.adds(1.0),
    INSTRUMENTAL.adds(4.0),
    BATHING.adds(6.0),
    FORGETFUL.adds(1.0),
    FORGETS_MORE.adds(1.0),
    FORGETS_TASKS.adds(2.0),
    SAD.adds(2.0),
    JOYLESS.adds(2.0),
    ARMS.adds(1.0),
    HANDS.adds(1.0),
    WEAKNESS.adds(2.0),
    WALKING.adds(2.0),
    FALLS.adds(2.0),
    INCONTINENT.adds(2.0),
    VISION.adds(2.0),
    HEARING.adds(2.0),
    DISEASES.adds(4.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ivcf-20",
    version: "1.0.0",
    category: Category::Function,
    title: text(
        "IVCF-20: clinical and functional vulnerability",
        "IVCF-20: Índice de Vulnerabilidade Clínico-Funcional",
    ),
    description: text(
        "Vulnerability of people of 60 years or more by 20 questions, 0 to 40 points; the \
         instrument of Brazilian primary care. Questions of which one yes is enough (3 to 5, 14 \
         and 20) are one input each.",
        "Vulnerabilidade de pessoas de 60 anos ou mais por 20 perguntas, de 0 a 40 pontos; \
         instrumento da atenção primária brasileira. Perguntas em que basta um sim (3 a 5, 14 e \
         20) são uma entrada cada.",
    ),
    aliases: &["IVCF-20", "IVCF20", "fragilidade", "frailty", "idoso"],
    inputs: &[
        AGE.input,
        HEALTH.input,
        INSTRUMENTAL.input,
        BATHING.input,
        FORGETFUL.input,
        FORGETS_MORE.input,
        FORGETS_TASKS.input,
        SAD.input,
        JOYLESS.input,
        ARMS.input,
        HANDS.input,
        WEAKNESS.input,
        WALKING.input,
        FALLS.input,
        INCONTINENT.input,
        VISION.input,
        HEARING.input,
        DISEASES.input,
    ],
    results: &[score(
        text("IVCF-20 score", "Pontuação do IVCF-20"),
        &[
            below(
                7.0,
                "low",
                "low risk of vulnerability (robust)",
                "baixo risco de vulnerabilidade (robusto)",
            ),
            below(
                15.0,
                "moderate",
                "moderate risk of vulnerability",
                "moderado risco de vulnerabilidade",
            ),
            rest(
                "high",
                "high risk of vulnerability (frail)",
                "alto risco de vulnerabilidade (frágil)",
            ),
        ],
    )],
    validity: &[AGE.from(60.0)],
    reference: Reference {
        citation: "Moraes EN, Carmo JA, Moraes FL, Azevedo RS, Machado CJ, Montilla DER. Índice de \
                   Vulnerabilidade Clínico Funcional-20 (IVCF-20): reconhecimento rápido do idoso \
                   frágil. Rev Saude Publica 2016;50:81.",
        doi: None,
        pmid: None,
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
