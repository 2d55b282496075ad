//! Lawton and Brody scale of instrumental activities of daily living.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, rest,
    score, text,
};
use crate::handles::{OneOf, one_of};

const PHONE: &[Choice] = &[
    choice(
        "alone",
        "looks up and dials numbers",
        "procura e disca números",
    ),
    choice(
        "known-numbers",
        "dials a few known numbers",
        "disca alguns números conhecidos",
    ),
    choice("answers", "answers, does not dial", "atende, não disca"),
    choice("not-at-all", "does not use it", "não usa"),
];
const SHOP: &[Choice] = &[
    choice("alone", "all shopping alone", "todas as compras sozinho"),
    choice(
        "small-purchases",
        "only small purchases alone",
        "só pequenas compras sozinho",
    ),
    choice("accompanied", "only accompanied", "só acompanhado"),
    choice("not-at-all", "cannot shop", "não consegue comprar"),
];
const COOK: &[Choice] = &[
    choice(
        "alone",
        "plans, prepares and serves meals",
        "planeja, prepara e serve refeições",
    ),
    choice(
        "with-ingredients",
        "prepares them if given the ingredients",
        "prepara se receber os ingredientes",
    ),
    choice(
        "heats",
        "heats and serves, but the diet is not adequate",
        "aquece e serve, mas sem dieta adequada",
    ),
    choice(
        "not-at-all",
        "needs meals prepared and served",
        "precisa que preparem e sirvam",
    ),
];
const HOUSE: &[Choice] = &[
    choice(
        "alone",
        "alone, or with help for heavy work",
        "sozinho, ou com ajuda no trabalho pesado",
    ),
    choice("light-tasks", "light tasks", "tarefas leves"),
    choice(
        "light-tasks-not-clean-enough",
        "light tasks, but not clean enough",
        "tarefas leves, sem limpeza suficiente",
    ),
    choice(
        "with-help",
        "needs help with all tasks",
        "precisa de ajuda em todas",
    ),
    choice("not-at-all", "takes no part", "não participa"),
];
const WASH: &[Choice] = &[
    choice("alone", "all own laundry", "toda a própria roupa"),
    choice("small-items", "small items", "peças pequenas"),
    choice(
        "not-at-all",
        "all laundry by others",
        "toda a roupa por outros",
    ),
];
const TRAVEL: &[Choice] = &[
    choice(
        "alone",
        "public transport or own car alone",
        "transporte público ou carro próprio sozinho",
    ),
    choice(
        "taxi-alone",
        "taxi alone, no public transport",
        "táxi sozinho, sem transporte público",
    ),
    choice(
        "public-accompanied",
        "public transport when accompanied",
        "transporte público acompanhado",
    ),
    choice(
        "car-with-help",
        "taxi or car with help only",
        "táxi ou carro só com ajuda",
    ),
    choice("not-at-all", "does not travel", "não sai"),
];
const MEDICINE: &[Choice] = &[
    choice(
        "alone",
        "right doses at the right times",
        "doses certas nas horas certas",
    ),
    choice(
        "prepared",
        "if doses are prepared by another",
        "se outro preparar as doses",
    ),
    choice("not-at-all", "cannot", "não consegue"),
];
const MONEY: &[Choice] = &[
    choice(
        "alone",
        "manages money and bank",
        "cuida do dinheiro e do banco",
    ),
    choice(
        "daily-purchases",
        "daily purchases; help with bank and large sums",
        "compras do dia; ajuda com banco e valores altos",
    ),
    choice("not-at-all", "cannot handle money", "não lida com dinheiro"),
];

const TELEPHONE: OneOf = one_of("iadl_telephone", PHONE, "Telephone", "Telefone");
const SHOPPING: OneOf = one_of("iadl_shopping", SHOP, "Shopping", "Compras");
const MEALS: OneOf = one_of(
    "iadl_meals",
    COOK,
    "Preparing meals",
    "Preparo de refeições",
);
const HOUSEWORK: OneOf = one_of("iadl_housework", HOUSE, "Housework", "Tarefas domésticas");
const LAUNDRY: OneOf = one_of("iadl_laundry", WASH, "Laundry", "Lavagem de roupa");
const TRANSPORT: OneOf = one_of("iadl_transport", TRAVEL, "Transport", "Transporte");
const MEDICINES: OneOf = one_of(
    "iadl_medicines",
    MEDICINE,
    "Own medicines",
    "Próprios remédios",
);
const FINANCES: OneOf = one_of("iadl_finances", MONEY, "Money", "Dinheiro");

const CRITERIA: &[Criterion] = &[
    TELEPHONE.adds(&[
        ("alone", 1.0),
        ("known-numbers", 1.0),
        ("answers", 1.0),
        ("not-at-all", 0.0),
    ]),
    SHOPPING.adds(&[
        ("alone", 1.0),
        ("small-purchases", 0.0),
        ("accompanied", 0.0),
        ("not-at-all", 0.0),
    ]),
    MEALS.adds(&[
        ("alone", 1.0),
        ("with-ingredients", 0.0),
        ("heats", 0.0),
        ("not-at-all", 0.0),
    ]),
    HOUSEWORK.adds(&[
        ("alone", 1.0),
        ("light-tasks", 1.0),
        ("light-tasks-not-clean-enough", 1.0),
        ("with-help", 1.0),
        ("not-at-all", 0.0),
    ]),
    LAUNDRY.adds(&[("alone", 1.0), ("small-items", 1.0), ("not-at-all", 0.0)]),
    TRANSPORT.adds(&[
        ("alone", 1.0),
        ("taxi-alone", 1.0),
        ("public-accompanied", 1.0),
        ("car-with-help", 0.0),
        ("not-at-all", 0.0),
    ]),
    MEDICINES.adds(&[("alone", 1.0), ("prepared", 0.0), ("not-at-all", 0.0)]),
    FINANCES.adds(&[
        ("alone", 1.0),
        ("daily-purchases", 1.0),
        ("not-at-all", 0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "lawton-1969",
    version: "1.0.0",
    category: Category::Function,
    title: text(
        "Lawton and Brody scale (instrumental activities)",
        "Escala de Lawton e Brody (atividades instrumentais)",
    ),
    description: text(
        "Independence in eight instrumental activities of daily living, 0 to 8, for both sexes. \
         Not the Brazilian form of 9 to 27 points. For people who live in the community.",
        "Independência em oito atividades instrumentais de vida diária, de 0 a 8, para os dois \
         sexos. Não é a forma brasileira de 9 a 27 pontos. Para quem vive na comunidade.",
    ),
    aliases: &["Lawton", "IADL", "AIVD"],
    inputs: &[
        TELEPHONE.input,
        SHOPPING.input,
        MEALS.input,
        HOUSEWORK.input,
        LAUNDRY.input,
        TRANSPORT.input,
        MEDICINES.input,
        FINANCES.input,
    ],
    results: &[score(
        text("Lawton score", "Pontuação de Lawton"),
        &[
            below(
                8.0,
                "dependent",
                "dependent in one activity or more",
                "dependente em uma atividade ou mais",
            ),
            rest(
                "independent",
                "independent in all eight",
                "independente nas oito",
            ),
        ],
    )],
    reference: Reference {
        citation: "Lawton MP, Brody EM. Assessment of older people: self-maintaining and \
                   instrumental activities of daily living. Gerontologist 1969;9:179-186.",
        doi: Some("10.1093/geront/9.3_Part_1.179"),
        pmid: Some("5349366"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
