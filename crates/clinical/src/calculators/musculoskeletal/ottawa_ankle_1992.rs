//! Ottawa rules for the ankle and the midfoot.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, chosen, output, text,
};
use crate::handles::{Flag, flag};
use crate::values::Values;

const ANKLE_PAIN: Flag = flag(
    "malleolar_pain",
    "Pain in the zone of the malleoli",
    "Dor na região dos maléolos",
);
const LATERAL: Flag = flag(
    "lateral_malleolus_tenderness",
    "Tenderness of the lateral malleolus",
    "Dor à palpação do maléolo lateral",
)
.defined(
    "At the posterior edge of its last 6 cm, or at the tip.",
    "Na borda posterior dos 6 cm distais, ou na ponta.",
);
const MEDIAL: Flag = flag(
    "medial_malleolus_tenderness",
    "Tenderness of the medial malleolus",
    "Dor à palpação do maléolo medial",
)
.defined(
    "At the posterior edge of its last 6 cm, or at the tip.",
    "Na borda posterior dos 6 cm distais, ou na ponta.",
);
const FOOT_PAIN: Flag = flag("midfoot_pain", "Pain in the midfoot", "Dor no mediopé");
const FIFTH: Flag = flag(
    "fifth_metatarsal_tenderness",
    "Tenderness at the base of the fifth metatarsal",
    "Dor à palpação da base do quinto metatarso",
);
const NAVICULAR: Flag = flag(
    "navicular_tenderness",
    "Tenderness of the navicular",
    "Dor à palpação do navicular",
);
const WEIGHT: Flag = flag(
    "cannot_bear_weight",
    "Cannot bear weight",
    "Não suporta o peso",
)
.defined(
    "Four steps, both right after the injury and at the examination; limping counts as steps.",
    "Quatro passos, tanto logo após o trauma como no exame; mancar conta como passo.",
);

const RADIOGRAPH: Output = Output {
    interpretations: &[
        chosen(
            "no-radiograph",
            "no radiograph needed",
            "radiografia desnecessária",
        ),
        chosen("radiograph", "radiograph indicated", "radiografia indicada"),
    ],
    ..output(
        OutputKind::Score,
        "ankle",
        text(
            "Criteria for a radiograph of the ankle",
            "Critérios para radiografia do tornozelo",
        ),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ottawa-ankle-1992",
    version: "1.0.0",
    category: Category::Musculoskeletal,
    title: text(
        "Ottawa rules for ankle and midfoot",
        "Regras de Ottawa para tornozelo e mediopé",
    ),
    description: text(
        "Whether an acute injury of the ankle or midfoot in an adult needs a radiograph: pain in \
         the zone and one criterion. Not where the examination is not reliable (intoxication, \
         other painful injuries, loss of feeling).",
        "Se um trauma agudo do tornozelo ou mediopé em adulto precisa de radiografia: dor na \
         região e um critério. Não se aplica se o exame não for confiável (intoxicação, outras \
         lesões dolorosas, perda de sensibilidade).",
    ),
    aliases: &[
        "Ottawa",
        "tornozelo",
        "ankle",
        "pé",
        "entorse",
        "radiografia",
    ],
    inputs: &[
        ANKLE_PAIN.input,
        LATERAL.input,
        MEDIAL.input,
        FOOT_PAIN.input,
        FIFTH.input,
        NAVICULAR.input,
        WEIGHT.input,
    ],
    results: &[
        RADIOGRAPH,
        Output {
            name: "foot",
            title: text(
                "Criteria for a radiograph of the foot",
                "Critérios para radiografia do pé",
            ),
            ..RADIOGRAPH
        },
    ],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Stiell IG, Greenberg GH, McKnight RD, Nair RC, McDowell I, Worthington JR. A \
                   study to develop clinical decision rules for the use of radiography in acute \
                   ankle injuries. Ann Emerg Med 1992;21:384-390.",
        doi: Some("10.1016/S0196-0644(05)82656-3"),
        pmid: Some("1554175"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // Without pain in the zone its bones are not asked about.
    let count = |pain: Flag, criteria: [Flag; 3]| {
        let met = criteria.iter().try_fold(0.0, |count, &one| {
            Ok(count + values.points_if(one, 1.0)?.points)
        })?;
        Ok::<f64, NoResult>(if values.of(pain)? { met } else { 0.0 })
    };
    let meaning = |met: f64| {
        if met > 0.0 {
            "radiograph"
        } else {
            "no-radiograph"
        }
    };
    let ankle = count(ANKLE_PAIN, [LATERAL, MEDIAL, WEIGHT])?;
    let foot = count(FOOT_PAIN, [FIFTH, NAVICULAR, WEIGHT])?;
    Ok(Outcome::number("ankle", ankle)
        .meaning(meaning(ankle))
        .and("foot", foot)
        .meaning(meaning(foot)))
}
