//! Centor score as McIsaac adjusted it for age: streptococcal sore throat.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;

const FEVER: Flag = flag("fever", "Fever", "Febre").defined(
    "Measured above 38 °C, or a history of it.",
    "Medida acima de 38 °C, ou referida.",
);
const COUGH: Flag = flag("cough", "Cough", "Tosse");
const TENDER_NODES: Flag = flag(
    "tender_anterior_cervical_nodes",
    "Tender anterior cervical lymph nodes",
    "Linfonodos cervicais anteriores dolorosos",
);
const TONSILS: Flag = flag(
    "tonsillar_swelling_or_exudate",
    "Swelling or exudate of the tonsils",
    "Edema ou exsudato das tonsilas (amígdalas)",
);

const CRITERIA: &[Criterion] = &[
    FEVER.adds(1.0),
    COUGH.adds_unless(1.0),
    TENDER_NODES.adds(1.0),
    TONSILS.adds(1.0),
    AGE.adds_by(&[less_than(15.0, 1.0), less_than(45.0, 0.0), more(-1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "centor-mcisaac-1998",
    version: "1.0.0",
    category: Category::Infection,
    title: text("Centor/McIsaac score", "Escore de Centor/McIsaac"),
    description: text(
        "Probability that a sore throat is due to group A streptococci, from 3 years of age, -1 to \
         5 points. Not in an epidemic, nor with signs of severe infection.",
        "Probabilidade de a dor de garganta ser por estreptococo do grupo A, a partir de 3 anos, \
         de -1 a 5 pontos. Não usar em epidemia nem com sinais de infecção grave.",
    ),
    aliases: &[
        "Centor",
        "McIsaac",
        "faringite",
        "amigdalite",
        "faringoamigdalite",
        "sore throat",
        "pharyngitis",
        "estreptococo",
    ],
    inputs: &[
        AGE.input,
        FEVER.input,
        COUGH.input,
        TENDER_NODES.input,
        TONSILS.input,
    ],
    results: &[score(
        text("McIsaac score", "Escore de McIsaac"),
        &[
            below(
                2.0,
                "low",
                "1 point or less: neither test nor antibiotic",
                "1 ponto ou menos: nem teste nem antibiótico",
            ),
            below(
                4.0,
                "intermediate",
                "2 or 3 points: test, and treat if positive",
                "2 ou 3 pontos: testar e tratar se positivo",
            ),
            rest(
                "high",
                "4 points or more: high probability; test, or treat on clinical grounds",
                "4 pontos ou mais: probabilidade alta; testar, ou tratar por critério clínico",
            ),
        ],
    )],
    validity: &[AGE.from(3.0)],
    reference: Reference {
        citation: "McIsaac WJ, White D, Tannenbaum D, Low DE. A clinical score to reduce \
                   unnecessary antibiotic use in patients with sore throat. CMAJ 1998;158:75-83.",
        doi: None,
        pmid: Some("9475915"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
