//! Gestational age from the crown-rump length, and whether it replaces the age by the
//! last menstrual period.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Range,
    Reference, Text, Value, at_most, chosen, more, output, text, within,
};
use crate::handles::{Day, Quantity, day, quantity};
use crate::inputs;
use crate::outcome::{Found, Meaning};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

/// From the last menstrual period to birth.
const PREGNANCY: f64 = 280.0;
/// 45 weeks: longer than any pregnancy, so one of the dates is wrong.
const LONGEST: i64 = 315;

const CROWN_RUMP: Quantity = quantity(
    "crown_rump_length",
    &units::CROWN_RUMP,
    "Crown-rump length",
    "Comprimento cabeça-nádega (CCN)",
);
const EXAMINED: Day = day(
    "ultrasound_date",
    "Day of the ultrasound examination",
    "Dia da ultrassonografia",
);
const LAST: Day = inputs::LAST_MENSTRUAL_PERIOD.optional();

/// Days that the two ages must differ by more than for the date to change, by the age
/// in days from the last menstrual period.
const REDATE_BEYOND: &[Range] = &[
    at_most(62.0, 5.0),
    at_most(111.0, 7.0),
    at_most(153.0, 10.0),
    at_most(195.0, 14.0),
    more(21.0),
];

/// More days than menses are forgotten by: centimetres sent as millimetres are weeks.
const FAR_APART: f64 = 28.0;
const TOO_FAR_APART: Text = text(
    "The two ages differ by more than 4 weeks: check the crown-rump length, its unit and the dates.",
    "As duas idades diferem em mais de 4 semanas: confira o comprimento cabeça-nádega, sua unidade \
     e as datas.",
);

const fn whole(
    name: &'static str,
    en: &'static str,
    pt: &'static str,
    unit: &'static str,
) -> Output {
    output(OutputKind::Measurement, name, text(en, pt), unit, 0)
}

const DIFFERENCE: Output = Output {
    interpretations: &[
        chosen(
            "keep",
            "keep the date by the last menstrual period",
            "manter a data pela última menstruação",
        ),
        chosen(
            "redate",
            "date by this ultrasound examination",
            "datar por esta ultrassonografia",
        ),
    ],
    ..whole(
        "difference",
        "Age by the last menstrual period minus age by ultrasound",
        "Idade pela última menstruação menos idade pela ultrassonografia",
        "d",
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gestational-age-ultrasound",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text(
        "Gestational age by ultrasound (crown-rump length)",
        "Idade gestacional por ultrassonografia (CCN)",
    ),
    description: text(
        "Gestational age on the day of an ultrasound examination of the first trimester, from the \
         crown-rump length, with the date of delivery. With the last menstrual period it also \
         says whether the two differ by so much that the date changes. The first examination \
         dates; a later one never changes its date.",
        "Idade gestacional no dia de uma ultrassonografia do primeiro trimestre, pelo comprimento \
         cabeça-nádega, com a data provável do parto. Com a última menstruação informa também se \
         as duas diferem tanto que a data muda. O primeiro exame data; um posterior nunca muda a \
         data.",
    ),
    aliases: &[
        "CCN",
        "CRL",
        "DPP",
        "datação",
        "redatação",
        "dating scan",
        "ultrassom obstétrico",
    ],
    inputs: &[CROWN_RUMP.input, EXAMINED.input, LAST.input],
    results: &[
        whole("weeks", "Completed weeks", "Semanas completas", "wk"),
        whole(
            "days",
            "Days beyond the completed weeks",
            "Dias além das semanas completas",
            "d",
        ),
        output(
            OutputKind::Date,
            "due_date",
            text(
                "Estimated date of delivery by ultrasound",
                "Data provável do parto (DPP) pela ultrassonografia",
            ),
            "",
            0,
        ),
        DIFFERENCE,
    ],
    validity: &[CROWN_RUMP.between(7.0, 84.0)],
    assumptions: &[text(
        "One embryo or fetus conceived without assistance: after fertilisation in vitro the day of \
         transfer dates.",
        "Embrião ou feto único, concebido sem assistência: após fertilização in vitro data-se pelo \
         dia da transferência.",
    )],
    reference: Reference {
        citation: "Robinson HP, Fleming JE. A critical evaluation of sonar \"crown-rump length\" \
                   measurements. Br J Obstet Gynaecol 1975;82:702-710.",
        doi: None,
        pmid: Some("1182090"),
    },
    sources: &[Reference {
        citation: "American College of Obstetricians and Gynecologists. Committee Opinion No. 700: \
                   Methods for estimating the due date. Obstet Gynecol 2017;129:e150-e154.",
        doi: Some("10.1097/AOG.0000000000002046"),
        pmid: Some("28426621"),
    }],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn days(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

fn check(values: &Values) -> Vec<Finding> {
    let (Some(last), Some(examined)) = (values.find(LAST), values.find(EXAMINED)) else {
        return Vec::new();
    };
    if (0..=LONGEST).contains(&days(last, examined)) {
        return Vec::new();
    }
    let message = text(
        "ultrasound_date must be the day of last_menstrual_period or later, by 315 days at most",
        "ultrasound_date deve ser o dia de last_menstrual_period ou posterior, no máximo 315 dias \
         depois",
    );
    Finding::together(&[LAST.input.name, EXAMINED.input.name], message)
}

const BEYOND_THE_CALENDAR: NoResult = NoResult::together(
    &[EXAMINED.input.name],
    text(
        "ultrasound_date gives a date of delivery after the year 9999",
        "ultrasound_date dá uma data do parto depois do ano 9999",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let examined = values.of(EXAMINED)?;
    // The first factor corrects for the velocity of sound, as the paper does.
    let exact = 8.052 * (1.037 * values.of(CROWN_RUMP)?).sqrt() + 23.73;
    let age = (steady(exact) + 0.5).floor();
    // Exact: whole, and fewer than 280.
    let due = examined
        .checked_add(((PREGNANCY - age) as i64).days())
        .map_err(|_| BEYOND_THE_CALENDAR)?;
    let weeks = (age / 7.0).floor();
    let mut outcome = Outcome::number("weeks", weeks).and("days", age - 7.0 * weeks);
    outcome.results.push(Found {
        name: "due_date",
        value: Value::Date(due),
        meaning: Meaning::ByValue,
        unit: None,
        loinc: None,
    });
    let Some(last) = values.find(LAST) else {
        return Ok(outcome);
    };
    let menstrual = days(last, examined) as f64;
    let difference = menstrual - age;
    let limit = within(REDATE_BEYOND, menstrual)
        .ok_or(NoResult::Defect("the limits of redating have a gap"))?;
    let code = if difference.abs() > limit {
        "redate"
    } else {
        "keep"
    };
    Ok(outcome
        .and("difference", difference)
        .meaning(code)
        .warn_if(difference.abs() > FAR_APART, TOO_FAR_APART))
}
