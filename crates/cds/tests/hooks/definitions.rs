//! Services are made from the definitions, and only from those they were made for.

use cds::{Defect, Refusal};
use serde_json::json;
use wire::{Definition, Meaning};

use crate::support::{ENGLISH, Request, answers, bundle, cards, definitions, measured, plan};
use crate::{body_figures, kidney_function, news2};

fn changed(change: impl Fn(&mut Definition<'static>)) -> Vec<Definition<'static>> {
    let mut all = definitions(ENGLISH).to_vec();
    all.iter_mut().for_each(change);
    all
}

/// The refusal of a request, and of the discovery document, for the same reason.
#[track_caller]
fn assert_defect(service: &str, request: &Request, with: &[Definition<'_>], lacks: &str) {
    let Some(Refusal::Defect(defect)) = plan(service, &request.body, with).err() else {
        panic!("{service}: no defect");
    };
    assert_eq!(defect.lacks, lacks);
    let calculator = cds::calculators(service).unwrap()[0];
    assert_eq!(defect.calculator, calculator);
    assert_eq!(cds::services(with, ENGLISH), Err(defect));
}

#[test]
fn what_a_service_needs_and_does_not_find_is_a_defect() {
    let weightless = changed(|one| one.inputs.retain(|input| input.name != "weight"));
    let request = body_figures::request();
    assert_defect("body-figures", &request, &weightless, "the input weight");
    let codeless = changed(|one| one.inputs.iter_mut().for_each(|input| input.loinc.clear()));
    assert_defect(
        "body-figures",
        &request,
        &codeless,
        "a LOINC code of weight",
    );
    let resultless = changed(|one| one.results.clear());
    assert_defect("body-figures", &request, &resultless, "a result");
    assert_defect("body-figures", &request, &[], "a definition");
    let defect = cds::services(&definitions(ENGLISH)[1..], ENGLISH).unwrap_err();
    let lacks = "a definition".to_owned();
    let calculator = "bmi".to_owned();
    assert_eq!(defect, Defect { calculator, lacks });
}

/// Every meaning that the definitions have is urgent in some degree, or expressly not:
/// a new one has to be thought of before it can be said.
#[test]
fn a_meaning_without_an_urgency_is_a_defect() {
    let new = || Meaning {
        code: "new".into(),
        text: "new".into(),
        below: None,
        up_to: None,
        hl7: None,
    };
    for (service, request) in [
        ("body-figures", body_figures::request()),
        ("kidney-function", kidney_function::request()),
        ("news2", news2::request()),
    ] {
        assert!(request.plan().is_ok(), "{service}");
        let calculator = cds::calculators(service).unwrap()[0];
        let with = changed(|one| {
            if one.id == calculator {
                one.results[0].interpretations.push(new());
            }
        });
        assert_defect(service, &request, &with, "an urgency for new");
        let without = changed(|one| {
            if one.id == calculator {
                one.results[0].interpretations.clear();
            }
        });
        assert_defect(service, &request, &without, "interpretations");
    }
}

#[test]
fn codes_and_titles_are_those_of_the_definitions() {
    let renamed = changed(|one| {
        for input in &mut one.inputs {
            if input.name == "weight" {
                input.loinc = vec!["3141-9".into()];
                input.title = "Measured weight (dry)".into();
            }
        }
        for result in &mut one.results {
            result.title = format!("Named {}", result.name).into();
        }
    });
    let template = &cds::services(&renamed, ENGLISH).unwrap()["services"][0]["prefetch"]["weight"];
    assert!(
        template
            .as_str()
            .unwrap()
            .contains("code=http://loinc.org|3141-9&")
    );
    let heavy = measured("3141-9", 1000, "kg", "2026-01-15");
    let request = body_figures::request().with("weight", bundle(&[heavy]));
    let plan = plan("body-figures", &request.body, &renamed).ok().unwrap();
    let card = &cards(&plan, &answers(&plan, ENGLISH), ENGLISH)[0];
    let summary = card["summary"].as_str().unwrap();
    assert!(
        summary.starts_with("Named bmi, Named bmr and Named body_fat"),
        "{summary}"
    );
    let detail = card["detail"].as_str().unwrap();
    assert!(detail.contains("- Measured weight: 2026-01-15"), "{detail}");
}

/// Of what is known of a patient a calculator gets what it takes.
#[test]
fn inputs_are_those_that_the_definition_takes() {
    let sexless = changed(|one| one.inputs.retain(|input| input.name != "sex"));
    let request = body_figures::request();
    let plan = plan("body-figures", &request.body, &sexless).ok().unwrap();
    let sexes = plan
        .questions()
        .iter()
        .filter(|one| one.inputs.get("sex").is_some());
    assert_eq!(sexes.count(), 0);
    assert_eq!(
        plan.questions()[1].inputs["weight"],
        json!({"value": 70, "unit": "kg"})
    );
}
