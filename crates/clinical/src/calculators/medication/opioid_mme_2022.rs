//! Morphine milligram equivalents of a day's opioids.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const fn daily(name: &'static str, en: &'static str, pt: &'static str) -> Quantity {
    quantity(name, &units::DAILY_AMOUNT, en, pt)
        .optional()
        .defined(
            "By mouth, all of a day: the dose times its number.",
            "Por via oral, o total do dia: a dose vezes o número de tomadas.",
        )
}

const MORPHINE: Quantity = daily("morphine", "Morphine", "Morfina");
const CODEINE: Quantity = daily("codeine", "Codeine", "Codeína");
const TRAMADOL: Quantity = daily("tramadol", "Tramadol", "Tramadol");
const OXYCODONE: Quantity = daily("oxycodone", "Oxycodone", "Oxicodona");
const HYDROCODONE: Quantity = daily("hydrocodone", "Hydrocodone", "Hidrocodona");
const HYDROMORPHONE: Quantity = daily("hydromorphone", "Hydromorphone", "Hidromorfona");
const OXYMORPHONE: Quantity = daily("oxymorphone", "Oxymorphone", "Oximorfona");
const TAPENTADOL: Quantity = daily("tapentadol", "Tapentadol", "Tapentadol");
const METHADONE: Quantity = daily("methadone", "Methadone", "Metadona");
const FENTANYL: Quantity = quantity(
    "fentanyl_patch",
    &units::PATCH_RATE,
    "Fentanyl patch",
    "Fentanila transdérmica (adesivo)",
)
.optional()
.defined(
    "What all patches that are worn give off in an hour, as printed on them.",
    "O que todos os adesivos em uso liberam por hora, como impresso neles.",
);

/// Milligrams of oral morphine for a milligram a day; for the patch, for a microgram
/// an hour.
const FACTORS: [(Quantity, f64); 10] = [
    (MORPHINE, 1.0),
    (CODEINE, 0.15),
    (TRAMADOL, 0.2),
    (OXYCODONE, 1.5),
    (HYDROCODONE, 1.0),
    (HYDROMORPHONE, 5.0),
    (OXYMORPHONE, 3.0),
    (TAPENTADOL, 0.4),
    (METHADONE, 4.7),
    (FENTANYL, 2.4),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "opioid-mme-2022",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Opioids in morphine milligram equivalents (CDC 2022)",
        "Opioides em equivalentes de morfina (MME, CDC 2022)",
    ),
    description: text(
        "Adds up the opioids that an adult takes in a day as milligrams of oral morphine, to judge \
         the risk of overdose. Not for changing one opioid for another: that takes a much lower \
         dose. Not for injected opioids, buprenorphine or treatment of dependence.",
        "Soma os opioides que um adulto usa em um dia em miligramas de morfina oral, para avaliar \
         o risco de superdosagem. Não serve para rotação de opioides: a troca exige dose bem \
         menor. Não se aplica a opioides injetáveis, buprenorfina ou tratamento de dependência.",
    ),
    aliases: &[
        "MME",
        "MED",
        "equivalência de opioides",
        "dose equivalente de morfina",
        "morphine equivalent",
        "opioid conversion",
        "tramadol",
        "metadona",
        "fentanil",
    ],
    inputs: &[
        MORPHINE.input,
        CODEINE.input,
        TRAMADOL.input,
        OXYCODONE.input,
        HYDROCODONE.input,
        HYDROMORPHONE.input,
        OXYMORPHONE.input,
        TAPENTADOL.input,
        METHADONE.input,
        FENTANYL.input,
    ],
    results: &[Output {
        interpretations: &[
            below(
                50.0,
                "below-50",
                "below 50 MME a day",
                "abaixo de 50 MME por dia",
            ),
            rest(
                "from-50",
                "50 MME a day or more: higher risk of overdose",
                "50 MME por dia ou mais: maior risco de superdosagem",
            ),
        ],
        ..output(
            OutputKind::Measurement,
            "mme",
            text(
                "Morphine milligram equivalents",
                "Equivalentes de morfina oral",
            ),
            "mg/d",
            1,
        )
    }],
    assumptions: &[
        text(
            "An opioid that was not sent is not taken.",
            "Um opioide que não foi informado não é usado.",
        ),
        text("The person is an adult.", "A pessoa é adulta."),
    ],
    reference: Reference {
        citation: "Dowell D, Ragan KR, Jones CM, Baldwin GT, Chou R. CDC Clinical Practice \
                   Guideline for Prescribing Opioids for Pain - United States, 2022. MMWR Recomm \
                   Rep 2022;71(3):1-95.",
        doi: Some("10.15585/mmwr.rr7103a1"),
        pmid: Some("36327391"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn taken(values: &Values) -> impl Iterator<Item = f64> + '_ {
    let found = FACTORS.iter();
    found.filter_map(|(drug, factor)| Some(values.find(*drug)? * factor))
}

fn check(values: &Values) -> Vec<Finding> {
    if taken(values).next().is_some() {
        return Vec::new();
    }
    let names = FACTORS.map(|(drug, _)| drug.input.name);
    let message = text(
        "send the dose of at least one opioid",
        "informe a dose de pelo menos um opioide",
    );
    Finding::at_each(&names, Code::Missing, message)
}

/// More than anyone takes in a day: micrograms were called milligrams.
const MOST: f64 = 5000.0;
/// At any of the doses that were sent.
const TOO_MUCH: NoResult = NoResult::together(
    &[],
    text(
        "more than 5000 MME a day come out; check the doses and their units",
        "o resultado passa de 5000 MME por dia; confira as doses e suas unidades",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let total = steady(taken(values).sum());
    if total > MOST {
        return Err(TOO_MUCH);
    }
    let sent = |drug| values.find(drug).is_some_and(|dose| dose > 0.0);
    Ok(Outcome::number("mme", total)
        .warn_if(
            true,
            text(
                "Do not choose the dose of another opioid by this number: cross-tolerance is \
                 incomplete, and the new dose has to be substantially lower.",
                "Não escolha a dose de outro opioide por este número: a tolerância cruzada é \
                 incompleta, e a nova dose deve ser bem menor.",
            ),
        )
        .warn_if(
            sent(METHADONE),
            text(
                "Methadone has a long and variable half-life: its breathing depression comes later \
                 and lasts longer than its pain relief.",
                "A metadona tem meia-vida longa e variável: a depressão respiratória surge mais \
                 tarde e dura mais que a analgesia.",
            ),
        ))
}
