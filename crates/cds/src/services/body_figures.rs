//! Body mass index, and for adults basal metabolic rate and body fat.

use report::card::figure;
use text::text;

use crate::datum::{Datum, loinc};
use crate::needs::Needed;
use crate::question::Question;
use crate::reader::Reader;
use crate::service::Service;
use crate::verdict::{Findings, Indicator, Urgencies, Verdict, urgency};

const BMI: &str = "bmi";
/// What else is told of adults whose sex is recorded.
const MORE: [&str; 2] = ["bmr-roza-shizgal-1984", "body-fat-deurenberg-1991"];

static WEIGHT: Datum = loinc("weight");
static HEIGHT: Datum = loinc("height");

/// The WHO classes.
const URGENCIES: Urgencies = &[
    ("severe-thinness", Some(Indicator::Warning)),
    ("moderate-thinness", Some(Indicator::Info)),
    ("mild-thinness", Some(Indicator::Info)),
    ("normal", None),
    ("overweight", Some(Indicator::Info)),
    ("obesity-class-1", Some(Indicator::Info)),
    ("obesity-class-2", Some(Indicator::Info)),
    ("obesity-class-3", Some(Indicator::Warning)),
];

pub(crate) static SERVICE: Service = Service {
    id: "body-figures",
    hook: "patient-view",
    title: text("Body figures", "Medidas corporais"),
    description: text(
        "Body mass index from the newest weight and height; for adults whose complete date of \
         birth and gender male or female are recorded also basal metabolic rate (Roza-Shizgal \
         1984) and body fat (Deurenberg 1991). Gives a card when the WHO class of the index is \
         not normal weight.",
        "Índice de massa corporal pelo peso e pela altura mais recentes; para adultos com data de \
         nascimento completa e gênero male ou female registrados, também taxa metabólica basal \
         (Roza-Shizgal 1984) e gordura corporal (Deurenberg 1991). Dá um cartão quando a classe \
         da OMS do índice não é peso normal.",
    ),
    needs: Needed {
        calculators: &[BMI, MORE[0], MORE[1]],
        urgencies: URGENCIES,
        data: &[&WEIGHT, &HEIGHT],
    },
    short_names: &[],
    ask,
    judge,
};

fn ask(reader: &mut Reader<'_>) -> Vec<Question> {
    let weight = reader.require(&WEIGHT);
    let height = reader.require(&HEIGHT);
    let (born, sex) = (reader.birth_date(), reader.sex());
    let values = [
        ("weight", &weight),
        ("height", &height),
        ("birth_date", &born),
        ("sex", &sex),
    ];
    let mut questions = vec![reader.question(BMI, &values)];
    if born.is_some() && sex.is_some() {
        questions.extend(MORE.map(|calculator| reader.question(calculator, &values)));
    }
    questions
}

fn judge(findings: &Findings<'_>) -> Option<Verdict> {
    let found = findings.of(BMI)?.results.first()?;
    // Without a class, as for children, the index by itself says nothing.
    let meaning = found.interpretation.as_ref()?;
    let indicator = urgency(URGENCIES, &meaning.code)?;
    let value = figure(found, findings.language);
    Some(Verdict {
        indicator,
        summary: format!("{} {value}: {}", found.title, meaning.text),
        decided_by: BMI,
    })
}
