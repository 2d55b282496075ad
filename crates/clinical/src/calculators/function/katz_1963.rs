//! Katz index of independence in activities of daily living.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const BATHING: Flag = flag(
    "independent_bathing",
    "Bathing without help",
    "Banho sem ajuda",
)
.defined(
    "Help with one part of the body only is still independent.",
    "Ajuda em apenas uma parte do corpo ainda é independente.",
);
const DRESSING: Flag = flag(
    "independent_dressing",
    "Dressing without help",
    "Vestir-se sem ajuda",
)
.defined(
    "Gets the clothes and puts them on; help with tying shoes does not count.",
    "Pega as roupas e se veste; ajuda para amarrar sapatos não conta.",
);
const TOILETING: Flag = flag(
    "independent_toileting",
    "Using the toilet without help",
    "Uso do banheiro sem ajuda",
)
.defined(
    "Goes there, cleans and arranges the clothes.",
    "Vai até lá, limpa-se e arruma as roupas.",
);
const TRANSFER: Flag = flag(
    "independent_transferring",
    "Moving in and out of bed and chair without help",
    "Transferência de cama e cadeira sem ajuda",
)
.defined(
    "A stick or a support that is no person is allowed.",
    "Bengala ou apoio que não seja pessoa é permitido.",
);
const CONTINENCE: Flag = flag(
    "continent",
    "Full control of urine and stool",
    "Controle completo de urina e fezes",
);
const FEEDING: Flag = flag(
    "independent_feeding",
    "Eating without help",
    "Alimentação sem ajuda",
)
.defined(
    "From the plate to the mouth; another may prepare the food.",
    "Do prato à boca; outra pessoa pode preparar a comida.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "katz-1963",
    version: "1.0.0",
    category: Category::Function,
    title: text(
        "Katz index (activities of daily living)",
        "Índice de Katz (atividades básicas de vida diária)",
    ),
    description: text(
        "Independence in six basic activities of daily living, 0 to 6, one point for each; not the \
         letters A to G of 1963. Sources draw the classes of dependence differently: none is given \
         beyond independence.",
        "Independência em seis atividades básicas de vida diária, de 0 a 6, um ponto por \
         atividade; não as letras A a G de 1963. As fontes dividem os graus de dependência de \
         modos diferentes: além da independência, nenhum é informado.",
    ),
    aliases: &["Katz", "ADL", "AVD", "ABVD"],
    inputs: &[
        BATHING.input,
        DRESSING.input,
        TOILETING.input,
        TRANSFER.input,
        CONTINENCE.input,
        FEEDING.input,
    ],
    results: &[score(
        text("Katz index", "Índice de Katz"),
        &[
            below(
                6.0,
                "dependent",
                "dependent in one activity or more",
                "dependente em uma atividade ou mais",
            ),
            rest(
                "independent",
                "independent in all six",
                "independente nas seis",
            ),
        ],
    )],
    reference: Reference {
        citation: "Katz S, Ford AB, Moskowitz RW, Jackson BA, Jaffe MW. Studies of illness in the \
                   aged. The index of ADL: a standardized measure of biological and psychosocial \
                   function. JAMA 1963;185:914-919.",
        doi: Some("10.1001/jama.1963.03060120024016"),
        pmid: Some("14044222"),
    },
    formula: Formula::score(&[
        BATHING.adds(1.0),
        DRESSING.adds(1.0),
        TOILETING.adds(1.0),
        TRANSFER.adds(1.0),
        CONTINENCE.adds(1.0),
        FEEDING.adds(1.0),
    ]),
    ..DEFAULTS
};
