//! Weight gained in pregnancy against the Brazilian recommendation of 2022.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Interpretation, NoResult, Outcome, Output, OutputKind,
    Reference, Text, below, chosen, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{
    ADULT_HEIGHT, ADULTS, AGE, GESTATIONAL_DAYS, GESTATIONAL_WEEKS, HEIGHT, MULTIPLE_PREGNANCY,
    WEIGHT,
};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

const BEFORE: Quantity = quantity(
    "pre_pregnancy_weight",
    &units::PRE_PREGNANCY_WEIGHT,
    "Weight before the pregnancy",
    "Peso antes da gestação",
)
.defined(
    "From records or as she tells it; if neither is known, measured at the beginning of the \
     pregnancy.",
    "De registros ou referido por ela; se nenhum for conhecido, medido no início da gestação.",
);

/// The weeks that the recommendation gives limits for.
const MILESTONES: [f64; 3] = [13.0, 27.0, 40.0];
/// Where the curves begin.
const FIRST: f64 = 10.0;

/// Least and greatest recommended gain at each milestone, in kg.
type Goals = [(f64, f64); 3];

/// By body mass index before the pregnancy: underweight, normal, overweight, obesity.
const GOALS: [Goals; 4] = [
    [(0.2, 1.2), (5.6, 7.2), (9.7, 12.2)],
    [(-1.8, 0.7), (3.1, 6.3), (8.0, 12.0)],
    [(-1.6, -0.05), (2.3, 3.7), (7.0, 9.0)],
    [(-1.6, -0.05), (1.1, 2.7), (5.0, 7.2)],
];

/// From overweight on the publications print other limits of the 13th week: they agree
/// on what lies below and above these, and between the two pairs.
const DIVERGE: [(f64, f64); 2] = [(-1.7, -1.6), (-0.5, 0.05)];

const BMI_CLASSES: &[Interpretation] = &[
    below(18.5, "underweight", "underweight", "baixo peso"),
    below(25.0, "normal", "normal weight", "eutrofia"),
    below(30.0, "overweight", "overweight", "sobrepeso"),
    rest("obesity", "obesity", "obesidade"),
];

const GAIN: Output = Output {
    interpretations: &[
        chosen("below", "below the recommendation", "abaixo do recomendado"),
        chosen("within", "as recommended", "dentro do recomendado"),
        chosen("above", "above the recommendation", "acima do recomendado"),
    ],
    ..measured(
        "weight_gain",
        text("Weight gained", "Ganho de peso"),
        "kg",
        1,
    )
};
const BMI: Output = Output {
    interpretations: BMI_CLASSES,
    ..measured(
        "pre_pregnancy_bmi",
        text(
            "Body mass index before the pregnancy",
            "Índice de massa corporal pré-gestacional",
        ),
        "kg/m2",
        1,
    )
};

const fn measured(name: &'static str, title: Text, unit: &'static str, digits: u8) -> Output {
    output(OutputKind::Measurement, name, title, unit, digits)
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gestational-weight-br-2022",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text(
        "Weight gain in pregnancy (Brazil 2022)",
        "Ganho de peso gestacional (Brasil 2022)",
    ),
    description: text(
        "Weight gained since before the pregnancy against what the Brazilian curves recommend by \
         the end of the 13th, 27th and 40th week, for adults with a single fetus. In other weeks \
         it only says what is certain: above the next limit, or below the last. Read the curve \
         of the Caderneta da Gestante for the week itself.",
        "Peso ganho desde antes da gestação frente ao que as curvas brasileiras recomendam até o \
         fim das semanas 13, 27 e 40, para adultas com feto único. Nas outras semanas só diz o que \
         é certo: acima do próximo limite ou abaixo do último. Para a própria semana, use a curva \
         da Caderneta da Gestante.",
    ),
    aliases: &[
        "GPG",
        "curva de ganho de peso",
        "caderneta da gestante",
        "gestante",
        "pré-natal",
        "Kac",
    ],
    inputs: &[
        BEFORE.input,
        HEIGHT.input,
        WEIGHT.input,
        GESTATIONAL_WEEKS.input,
        GESTATIONAL_DAYS.input,
        MULTIPLE_PREGNANCY.input,
        AGE.input,
    ],
    results: &[
        GAIN,
        BMI,
        measured(
            "goal_week",
            text("Week of the recommendation", "Semana da recomendação"),
            "wk",
            0,
        ),
        measured(
            "recommended_least",
            text(
                "Least recommended gain by then",
                "Menor ganho recomendado até então",
            ),
            "kg",
            2,
        ),
        measured(
            "recommended_greatest",
            text(
                "Greatest recommended gain by then",
                "Maior ganho recomendado até então",
            ),
            "kg",
            2,
        ),
    ],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Kac G, Carrilho TRB, Rasmussen KM, et al. Gestational weight gain charts: \
                   results from the Brazilian Maternal and Child Nutrition Consortium. Am J Clin \
                   Nutr 2021;113:1351-1360.",
        doi: Some("10.1093/ajcn/nqaa402"),
        pmid: Some("33740055"),
    },
    sources: &[Reference {
        citation: "Surita FGC, Souza RT, Carrilho TRB, Hsu LPR, Mattar R, Kac G. Guidelines on how \
                   to monitor gestational weight gain during antenatal care: Number 2 - February \
                   2023. Rev Bras Ginecol Obstet 2023;45:104.",
        doi: Some("10.1055/s-0043-1766109"),
        pmid: None,
    }],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Limits of what a body was before a pregnancy, in kg/m2.
const PLAUSIBLE_BMI: core::ops::RangeInclusive<f64> = 10.0..=90.0;

fn check(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    if let (Some(before), Some(height)) = (values.find(BEFORE), values.find(HEIGHT))
        && !PLAUSIBLE_BMI.contains(&index(before, height))
    {
        let names = [BEFORE.input.name, HEIGHT.input.name];
        found.extend(Finding::together(&names, NO_BODY));
    }
    if let (Some(before), Some(weight)) = (values.find(BEFORE), values.find(WEIGHT))
        && !(0.6..=2.0).contains(&(weight / before))
    {
        let names = [BEFORE.input.name, WEIGHT.input.name];
        found.extend(Finding::together(&names, NO_GAIN));
    }
    found
}

const NO_BODY: Text = text(
    "pre_pregnancy_weight and height together give a body mass index outside 10 to 90 kg/m2; check \
     both values and their units",
    "pre_pregnancy_weight e height juntos dão um índice de massa corporal fora de 10 a 90 kg/m2; \
     confira os dois valores e suas unidades",
);
const NO_GAIN: Text = text(
    "weight must be 0.6 to 2 times pre_pregnancy_weight; check both and their units",
    "weight deve ser de 0,6 a 2 vezes pre_pregnancy_weight; confira os dois e suas unidades",
);
const TWINS: NoResult = NoResult::outside(
    &[MULTIPLE_PREGNANCY.input.name],
    text(
        "multiple_pregnancy must be false: the curves are of single fetuses",
        "multiple_pregnancy deve ser false: as curvas são de feto único",
    ),
);
const NO_CURVE: NoResult = NoResult::outside(
    &[GESTATIONAL_WEEKS.input.name],
    text(
        "gestational_weeks must be 10 to 40, where 4 days or more count as the next week: the \
         curves have no other weeks",
        "gestational_weeks deve ser de 10 a 40, e 4 dias ou mais contam como a semana seguinte: as \
         curvas não têm outras semanas",
    ),
);
const UNEVEN: Text = text(
    "For overweight and obesity the publications print other limits of the 13th week: -1.6 or -1.7 \
     kg, and -0.5, -0.05 or 0.05 kg.",
    "Para sobrepeso e obesidade as publicações trazem limites diferentes na semana 13: -1,6 ou \
     -1,7 kg, e -0,5, -0,05 ou 0,05 kg.",
);

fn index(weight: f64, height: f64) -> f64 {
    let metres = height / 100.0;
    steady(weight / (metres * metres))
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    if values.of(MULTIPLE_PREGNANCY)? {
        return Err(TWINS);
    }
    let days = values.of(GESTATIONAL_DAYS)?;
    let week = values.of(GESTATIONAL_WEEKS)? + if days > 3.0 { 1.0 } else { 0.0 };
    if !(FIRST..=MILESTONES[2]).contains(&week) {
        return Err(NO_CURVE);
    }
    let bmi = index(values.of(BEFORE)?, values.of(HEIGHT)?);
    let class = BMI_CLASSES.iter().position(|one| bmi < one.below);
    let heavy = bmi >= 25.0;
    let goals = class
        .and_then(|class| GOALS.get(class))
        .ok_or(NoResult::Defect("a body mass index has no goals"))?;
    let gain = steady(values.of(WEIGHT)? - values.of(BEFORE)?);
    let next = MILESTONES.iter().position(|end| week <= *end);
    let next = next.ok_or(NoResult::Defect("a week has no milestone"))?;
    let outcome = Outcome::number("weight_gain", gain);
    let outcome = match judged(gain, week, next, goals, heavy) {
        Some(code) => outcome.meaning(code),
        None => outcome.uninterpreted(),
    };
    Ok(outcome
        .and("pre_pregnancy_bmi", bmi)
        .and("goal_week", MILESTONES[next])
        .and("recommended_least", goals[next].0)
        .and("recommended_greatest", goals[next].1)
        .warn_if(heavy && next == 0, UNEVEN)
        .warn_if(week != MILESTONES[next], BETWEEN))
}

const BETWEEN: Text = text(
    "The limits are those of the end of the trimester, not of this week: before it they are too \
     generous.",
    "Os limites são os do fim do trimestre, não os desta semana: antes dele são folgados demais.",
);

/// What is certain of a gain. At a milestone everything is; after the 13th week the
/// curves only rise, so that beyond the next limit or short of the last is certain too.
fn judged(gain: f64, week: f64, next: usize, goals: &Goals, heavy: bool) -> Option<&'static str> {
    if next == 0 && heavy {
        let [(least, from), (to, greatest)] = DIVERGE;
        return match gain {
            _ if week != MILESTONES[0] => None,
            _ if gain < least => Some("below"),
            _ if gain > greatest => Some("above"),
            _ if (from..=to).contains(&gain) => Some("within"),
            _ => None,
        };
    }
    if week == MILESTONES[next] {
        return Some(match gain {
            _ if gain < goals[next].0 => "below",
            _ if gain > goals[next].1 => "above",
            _ => "within",
        });
    }
    let last = next.checked_sub(1)?;
    // Of the two prints of the 13th week the one that says less.
    let short_of = if last == 0 && heavy {
        DIVERGE[0].0
    } else {
        goals[last].0
    };
    match gain {
        _ if gain > goals[next].1 => Some("above"),
        _ if gain < short_of => Some("below"),
        _ => None,
    }
}
