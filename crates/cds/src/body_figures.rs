//! Body mass index, and for adults basal metabolic rate and body fat.

use crate::Question;
use crate::answer::Evaluation;
use crate::card::{Indicator, Verdict};
use crate::datum::{HEIGHT, WEIGHT};
use crate::reader::Reader;
use crate::service::Service;
use crate::text::unit;
use ::text::{Language, text};

const BMI: &str = "bmi";

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
    data: &[&WEIGHT, &HEIGHT],
    ask,
    judge,
};

fn ask(reader: &mut Reader<'_>) -> Vec<Question> {
    let weight = reader.require(&WEIGHT);
    let height = reader.require(&HEIGHT);
    let (born, sex) = (reader.birth_date(), reader.sex());
    let sizes = [("weight", &weight), ("height", &height)];
    let with_age = [&sizes[..], &[("birth_date", &born)]].concat();
    let with_sex = [&with_age[..], &[("sex", &sex)]].concat();
    let mut questions = vec![Question {
        calculator: BMI,
        inputs: reader.inputs(&with_age),
    }];
    if born.is_some() && sex.is_some() {
        let rest = ["bmr-roza-shizgal-1984", "body-fat-deurenberg-1991"];
        questions.extend(rest.map(|calculator| Question {
            calculator,
            inputs: reader.inputs(&with_sex),
        }));
    }
    questions
}

fn judge(evaluations: &[&Evaluation], _: Language) -> Option<Verdict> {
    let bmi = evaluations.iter().find(|one| one.calculator == BMI)?;
    let found = bmi.principal()?;
    // Without a class, as for children, the index by itself says nothing.
    let meaning = found.interpretation.as_ref()?;
    let indicator = match found.code()? {
        "normal" => return None,
        "severe-thinness" | "obesity-class-3" => Indicator::Warning,
        _ => Indicator::Info,
    };
    let value = format!("{}{}", found.display, unit(&found.unit));
    Some(Verdict {
        indicator,
        summary: format!("{} {value}: {}", found.title, meaning.text),
        decided_by: BMI,
    })
}
