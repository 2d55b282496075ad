//! Ottawa rules for the ankle and the midfoot.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, Text, chosen, output, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::CANNOT_BEAR_WEIGHT;
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
    id: "ottawa-ankle-1993",
    version: "1.0.0",
    category: Category::Musculoskeletal,
    title: text(
        "Ottawa rules for ankle and midfoot",
        "Regras de Ottawa para tornozelo e mediopé",
    ),
    description: text(
        "Whether an acute injury of the ankle or midfoot in an adult needs a radiograph: pain in \
         the zone and one criterion. These are the rules as refined in 1993; those of 1992 also \
         counted an age of 55 years or more, and the cuboid. Not where the examination is not \
         reliable (intoxication, other painful injuries, loss of feeling).",
        "Se um trauma agudo do tornozelo ou mediopé em adulto precisa de radiografia: dor na \
         região e um critério. São as regras refinadas em 1993; as de 1992 contavam também idade de \
         55 anos ou mais e o cuboide. Não se aplica se o exame não for confiável (intoxicação, \
         outras lesões dolorosas, perda de sensibilidade).",
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
        CANNOT_BEAR_WEIGHT.input,
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
        citation: "Stiell IG, Greenberg GH, McKnight RD, et al. Decision rules for the use of \
                   radiography in acute ankle injuries: refinement and prospective validation. \
                   JAMA 1993;269:1127-1132.",
        doi: None,
        pmid: Some("8433468"),
    },
    sources: &[Reference {
        citation: "Stiell IG, Greenberg GH, McKnight RD, Nair RC, McDowell I, Worthington JR. A \
                   study to develop clinical decision rules for the use of radiography in acute \
                   ankle injuries. Ann Emerg Med 1992;21:384-390.",
        doi: Some("10.1016/S0196-0644(05)82656-3"),
        pmid: Some("1554175"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const TENDER_WITHOUT_PAIN: Text = text(
    "A bone is tender in a zone that was sent as free of pain; it was not counted. Check whether \
     the zone hurts.",
    "Há dor à palpação de um osso em região informada como sem dor; não foi contada. Confira se a \
     região dói.",
);

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
    let ankle = count(ANKLE_PAIN, [LATERAL, MEDIAL, CANNOT_BEAR_WEIGHT])?;
    let foot = count(FOOT_PAIN, [FIFTH, NAVICULAR, CANNOT_BEAR_WEIGHT])?;
    let tender = |bones: [Flag; 2]| bones.iter().any(|&one| values.find(one) == Some(true));
    let unasked = (!values.of(ANKLE_PAIN)? && tender([LATERAL, MEDIAL]))
        || (!values.of(FOOT_PAIN)? && tender([FIFTH, NAVICULAR]));
    Ok(Outcome::number("ankle", ankle)
        .meaning(meaning(ankle))
        .and("foot", foot)
        .meaning(meaning(foot))
        .warn_if(unasked, TENDER_WITHOUT_PAIN))
}
