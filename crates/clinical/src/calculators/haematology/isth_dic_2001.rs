//! ISTH score for overt disseminated intravascular coagulation, of 2001.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    less_than, more, rest, score, text,
};
use crate::handles::{Flag, OneOf, Quantity, flag, one_of, quantity};
use crate::inputs::PLATELETS;
use crate::units;

const INCREASES: &[Choice] = &[
    choice("none", "no increase", "sem aumento"),
    choice("moderate", "moderate increase", "aumento moderado"),
    choice("strong", "strong increase", "aumento acentuado"),
];

const UNDERLYING_DISORDER: Flag = flag(
    "underlying_disorder",
    "A disorder that is known to cause disseminated intravascular coagulation",
    "Doença sabidamente associada à coagulação intravascular disseminada",
)
.defined(
    "Such as sepsis, trauma, malignancy, an obstetric calamity or severe liver failure. Without it \
     the score is not for use.",
    "Como sepse, trauma, neoplasia, complicação obstétrica grave ou insuficiência hepática grave. \
     Sem ela o escore não deve ser usado.",
)
.refused_when(
    false,
    "without a disorder that is known to cause it the score is not for use",
    "sem doença sabidamente associada o escore não deve ser usado",
);
const FIBRIN_MARKER: OneOf = one_of(
    "fibrin_marker",
    INCREASES,
    "Fibrin-related marker (D-dimer, fibrin degradation products)",
    "Marcador de fibrina (D-dímero, produtos de degradação da fibrina)",
)
.defined(
    "By the limits of the laboratory; the publication gives none.",
    "Pelos limites do laboratório; a publicação não os define.",
);
const PROLONGATION: Quantity = quantity(
    "prothrombin_time_prolongation",
    &units::PROTHROMBIN_PROLONGATION,
    "Seconds of the prothrombin time above the upper limit of normal",
    "Segundos do tempo de protrombina acima do limite superior da normalidade",
)
.defined(
    "0 where it is not above; not the prothrombin time itself.",
    "0 quando não está acima; não é o próprio tempo de protrombina.",
);
const FIBRINOGEN: Quantity = quantity(
    "fibrinogen",
    &units::FIBRINOGEN,
    "Fibrinogen",
    "Fibrinogênio",
);

const CRITERIA: &[Criterion] = &[
    PLATELETS.adds_by(&[less_than(50.0, 2.0), less_than(100.0, 1.0), more(0.0)]),
    FIBRIN_MARKER.adds(&[("none", 0.0), ("moderate", 2.0), ("strong", 3.0)]),
    PROLONGATION.adds_by(&[less_than(3.0, 0.0), less_than(6.0, 1.0), more(2.0)]),
    FIBRINOGEN.adds_by(&[less_than(100.0, 1.0), more(0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "isth-dic-2001",
    version: "1.0.0",
    category: Category::Haematology,
    title: text(
        "ISTH score for overt disseminated intravascular coagulation (2001)",
        "Escore ISTH para coagulação intravascular disseminada manifesta (2001)",
    ),
    description: text(
        "Whether the coagulation of an adult with a disorder that can cause it is compatible with \
         overt disseminated intravascular coagulation, 0 to 8 points; to be repeated. The update \
         of 2025, which counts D-dimer in multiples of its limit, is another edition.",
        "Se a coagulação de um adulto com doença que pode causá-la é compatível com coagulação \
         intravascular disseminada (CIVD) manifesta, de 0 a 8 pontos; deve ser repetido. A \
         atualização de 2025, que conta o D-dímero em múltiplos do limite, é outra edição.",
    ),
    aliases: &[
        "DIC",
        "CIVD",
        "CID",
        "ISTH",
        "coagulação intravascular disseminada",
    ],
    inputs: &[
        UNDERLYING_DISORDER.input,
        PLATELETS.input,
        FIBRIN_MARKER.input,
        PROLONGATION.input,
        FIBRINOGEN.input,
    ],
    results: &[score(
        text("ISTH score", "Escore ISTH"),
        &[
            below(
                5.0,
                "not-overt",
                "not suggestive of overt intravascular coagulation: repeat in 1 to 2 days",
                "não sugere CIVD manifesta: repetir em 1 a 2 dias",
            ),
            rest(
                "overt",
                "compatible with overt intravascular coagulation: repeat daily",
                "compatível com CIVD manifesta: repetir diariamente",
            ),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Taylor FB, Toh CH, Hoots WK, Wada H, Levi M. Towards definition, clinical and \
                   laboratory criteria, and a scoring system for disseminated intravascular \
                   coagulation. Thromb Haemost 2001;86:1327-1330.",
        doi: Some("10.1055/s-0037-1616068"),
        pmid: Some("11816725"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
