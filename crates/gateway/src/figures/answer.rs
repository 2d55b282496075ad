//! The flat answers. Figures are unrounded; `units` gives the UCUM code of each.

use serde::Serialize;
use wire::{Edition, Evaluation, Found, Str};

/// All figures of a person.
#[derive(Serialize)]
struct HealthMetrics<'a> {
    bmi: f64,
    classification: &'static str,
    healthy: bool,
    bmr: f64,
    ideal_weight: f64,
    body_fat_percentage: f64,
    daily_calories: f64,
    activity: Activity,
    assumptions: &'a [Str<'a>],
    warnings: &'a [Str<'a>],
    formulas: Vec<&'a Edition<'a>>,
    units: Units<'a>,
    computed_by: &'static str,
    processing_time_us: u64,
}

#[derive(Serialize)]
struct Activity {
    factor: f64,
    source: &'static str,
}

/// A body mass index.
#[derive(Serialize)]
struct Bmi<'a> {
    bmi: f64,
    classification: &'static str,
    healthy: bool,
    assumptions: &'a [Str<'a>],
    formulas: Vec<&'a Edition<'a>>,
    units: Units<'a>,
    computed_by: &'static str,
    processing_time_us: u64,
}

/// A basal metabolic rate.
#[derive(Serialize)]
struct Bmr<'a> {
    bmr: f64,
    formulas: Vec<&'a Edition<'a>>,
    units: Units<'a>,
    computed_by: &'static str,
    processing_time_us: u64,
}

/// UCUM codes of the figures in an answer.
#[derive(Serialize, Default)]
struct Units<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    bmi: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bmr: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ideal_weight: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_fat_percentage: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    daily_calories: Option<&'a str>,
}

const COMPUTED_BY: &str = "wasm_component";

/// A result of an evaluation.
struct Figure<'a> {
    value: f64,
    unit: Option<&'a str>,
    found: &'a Found<'a>,
}

fn figure<'a>(evaluation: &'a Evaluation<'a>, name: &str) -> Option<Figure<'a>> {
    let found = evaluation.results.iter().find(|found| found.name == name)?;
    Some(Figure {
        value: found.value.number()?,
        unit: found.unit.as_deref(),
        found,
    })
}

/// The four classes of the roadmap, by the codes of the catalogue. One that is not
/// known here has no class, and then there is no answer.
fn class(found: &Found<'_>) -> Option<&'static str> {
    let code = found.interpretation.as_ref()?.code.as_ref();
    Some(match code {
        "severe-thinness" | "moderate-thinness" | "mild-thinness" => "underweight",
        NORMAL => NORMAL,
        "overweight" => "overweight",
        "obesity-class-1" | "obesity-class-2" | "obesity-class-3" => "obese",
        _ => return None,
    })
}

/// The class that the WHO calls healthy.
const NORMAL: &str = "normal";

/// The editions behind the results, in their order.
fn formulas<'a>(evaluation: &'a Evaluation<'a>) -> Vec<&'a Edition<'a>> {
    let results = evaluation.results.iter();
    results.filter_map(|found| found.formula.as_ref()).collect()
}

pub(super) fn health_metrics(evaluation: &Evaluation<'_>, took: u64) -> Option<String> {
    let get = |name| figure(evaluation, name);
    let (bmi, bmr) = (get("bmi")?, get("bmr")?);
    let (ideal, fat) = (get("ideal_weight")?, get("body_fat_percentage")?);
    let daily = get("daily_calories")?;
    let class = class(bmi.found)?;
    let stated = evaluation.inputs.get("activity_level").is_some();
    written(&HealthMetrics {
        bmi: bmi.value,
        classification: class,
        healthy: class == NORMAL,
        bmr: bmr.value,
        ideal_weight: ideal.value,
        body_fat_percentage: fat.value,
        daily_calories: daily.value,
        activity: Activity {
            factor: get("activity_factor")?.value,
            source: if stated {
                "activity_level"
            } else {
                "age_default"
            },
        },
        assumptions: &evaluation.assumptions,
        warnings: &evaluation.warnings,
        formulas: formulas(evaluation),
        units: Units {
            bmi: bmi.unit,
            bmr: bmr.unit,
            ideal_weight: ideal.unit,
            body_fat_percentage: fat.unit,
            daily_calories: daily.unit,
        },
        computed_by: COMPUTED_BY,
        processing_time_us: took,
    })
}

pub(super) fn bmi(evaluation: &Evaluation<'_>, took: u64) -> Option<String> {
    let bmi = figure(evaluation, "bmi")?;
    let class = class(bmi.found)?;
    written(&Bmi {
        bmi: bmi.value,
        classification: class,
        healthy: class == NORMAL,
        assumptions: &evaluation.assumptions,
        formulas: formulas(evaluation),
        units: Units {
            bmi: bmi.unit,
            ..Units::default()
        },
        computed_by: COMPUTED_BY,
        processing_time_us: took,
    })
}

pub(super) fn bmr(evaluation: &Evaluation<'_>, took: u64) -> Option<String> {
    let bmr = figure(evaluation, "bmr")?;
    written(&Bmr {
        bmr: bmr.value,
        formulas: formulas(evaluation),
        units: Units {
            bmr: bmr.unit,
            ..Units::default()
        },
        computed_by: COMPUTED_BY,
        processing_time_us: took,
    })
}

fn written(answer: &impl Serialize) -> Option<String> {
    serde_json::to_string(answer).ok()
}
