//! Alberta stroke programme early CT score.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, Score, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const REGIONS: [Flag; 10] = [
    flag("caudate", "Caudate nucleus", "Núcleo caudado"),
    flag("lentiform", "Lentiform nucleus", "Núcleo lentiforme"),
    flag("internal_capsule", "Internal capsule", "Cápsula interna"),
    flag("insula", "Insular ribbon", "Ínsula"),
    flag(
        "m1",
        "M1: anterior cortex of the middle cerebral artery",
        "M1: córtex anterior da artéria cerebral média",
    ),
    flag(
        "m2",
        "M2: cortex beside the insula",
        "M2: córtex lateral à ínsula",
    ),
    flag(
        "m3",
        "M3: posterior cortex of the middle cerebral artery",
        "M3: córtex posterior da artéria cerebral média",
    ),
    flag("m4", "M4: cortex above M1", "M4: córtex acima de M1"),
    flag("m5", "M5: cortex above M2", "M5: córtex acima de M2"),
    flag("m6", "M6: cortex above M3", "M6: córtex acima de M3"),
];

const SCORE: Score = Score {
    base: 10.0,
    criteria: &[
        REGIONS[0].adds(-1.0),
        REGIONS[1].adds(-1.0),
        REGIONS[2].adds(-1.0),
        REGIONS[3].adds(-1.0),
        REGIONS[4].adds(-1.0),
        REGIONS[5].adds(-1.0),
        REGIONS[6].adds(-1.0),
        REGIONS[7].adds(-1.0),
        REGIONS[8].adds(-1.0),
        REGIONS[9].adds(-1.0),
    ],
    conclude: None,
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "aspects-2000",
    version: "1.0.0",
    category: Category::Neurology,
    title: text(
        "ASPECTS (Alberta stroke programme early CT score)",
        "ASPECTS (escore tomográfico precoce de Alberta)",
    ),
    description: text(
        "Early ischaemic change in the territory of the middle cerebral artery on a CT without \
         contrast, 10 (none) to 0 (all ten regions). Not for the posterior circulation.",
        "Alteração isquêmica precoce no território da artéria cerebral média em tomografia sem \
         contraste, de 10 (nenhuma) a 0 (as dez regiões). Não se aplica à circulação posterior.",
    ),
    aliases: &["ASPECTS", "AVC", "stroke CT", "tomografia"],
    inputs: &[
        REGIONS[0].input,
        REGIONS[1].input,
        REGIONS[2].input,
        REGIONS[3].input,
        REGIONS[4].input,
        REGIONS[5].input,
        REGIONS[6].input,
        REGIONS[7].input,
        REGIONS[8].input,
        REGIONS[9].input,
    ],
    results: &[score(
        text("ASPECTS", "ASPECTS"),
        &[
            below(
                8.0,
                "extensive",
                "7 or less: extensive early change",
                "7 ou menos: alteração precoce extensa",
            ),
            rest(
                "limited",
                "8 to 10: limited early change",
                "8 a 10: alteração precoce limitada",
            ),
        ],
    )],
    assumptions: &[text(
        "A region is true where early ischaemic change is seen in it, on the side of the symptoms.",
        "Uma região é verdadeira quando nela se vê alteração isquêmica precoce, no lado dos \
         sintomas.",
    )],
    reference: Reference {
        citation: "Barber PA, Demchuk AM, Zhang J, Buchan AM. Validity and reliability of a \
                   quantitative computed tomography score in predicting outcome of hyperacute \
                   stroke before thrombolytic therapy. Lancet 2000;355:1670-1674.",
        doi: Some("10.1016/S0140-6736(00)02237-6"),
        pmid: Some("10905241"),
    },
    formula: Formula::Score(SCORE),
    ..DEFAULTS
};
