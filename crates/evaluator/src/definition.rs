//! Definitions as data: everything a client needs to build a form.

use clinical::definition::{self, Interpretation, Kind, Text};
use clinical::units::{self, QuantityKind};
use clinical::{Calculator, Language, calculators};
use wire::{
    Choice, Definition, Input, InputKind, LoincUnits, Meaning, Number, Output, OutputKind, Range,
    Reference, Str, Summary, Validity,
};

use crate::{points, schema};

/// What lists say of every calculator, in the order of the catalogue.
pub fn summaries(language: Language) -> Vec<Summary<'static>> {
    let all = calculators::all().map(|calculator| Summary {
        id: calculator.id.into(),
        version: calculator.version.into(),
        category: calculator.category.code().into(),
        title: language.of(calculator.title).into(),
        description: language.of(calculator.description).into(),
        keywords: keywords(calculator, language),
    });
    all.collect()
}

/// Words that a calculator is looked for by, besides what its summary says in a
/// language.
fn keywords(calculator: &'static Calculator, language: Language) -> Vec<Str<'static>> {
    let title = Language::ALL.map(|one| one.of(calculator.title));
    let other = title
        .into_iter()
        .find(|one| *one != language.of(calculator.title));
    let speciality = calculator.category.title();
    let mut words = calculator.aliases.to_vec();
    words.extend(other);
    words.extend([speciality.en, speciality.pt]);
    words.into_iter().map(Str::from).collect()
}

/// A definition in a language, with the JSON Schema of its inputs.
pub fn definition(calculator: &'static Calculator, language: Language) -> Definition<'static> {
    let say = |text: Text| Str::from(language.of(text));
    let inputs = calculator.inputs.iter().map(|one| Input {
        points: points::of(calculator, one),
        greatest_of: points::greatest_of(calculator, one),
        ..input(one, language)
    });
    let results = calculator.results.iter();
    let validity = calculator.validity.iter().map(|one| limit(one, calculator));
    let names = |group: &[&'static str]| group.iter().copied().map(Str::from).collect();
    let alternatives = calculator.alternatives.iter().map(|group| names(group));
    let assumptions = calculator.assumptions.iter().map(|one| say(*one));
    Definition {
        id: calculator.id.into(),
        version: calculator.version.into(),
        category: calculator.category.code().into(),
        title: say(calculator.title),
        description: say(calculator.description),
        language,
        aliases: calculator.aliases.iter().copied().map(Str::from).collect(),
        inputs: inputs.collect(),
        alternatives: alternatives.collect(),
        results: results.map(|one| output(one, language)).collect(),
        validity: validity.collect(),
        assumptions: assumptions.collect(),
        reference: reference(&calculator.reference),
        sources: calculator.sources.iter().map(reference).collect(),
        base_points: points::base(calculator),
        schema: schema::inputs(calculator, language),
    }
}

/// An input, without what a score adds for it.
pub(crate) fn input(input: &definition::Input, language: Language) -> Input<'static> {
    let kind = match input.kind {
        Kind::Quantity(_) => InputKind::Quantity,
        Kind::Age => InputKind::Age,
        Kind::Boolean => InputKind::Boolean,
        Kind::Integer { .. } => InputKind::Integer,
        Kind::Choice(_) => InputKind::Choice,
        Kind::Date => InputKind::Date,
    };
    let title = language.of(input.title);
    let mut answer = Input::new(input.name.into(), title.into(), input.required, kind);
    answer.definition = input.definition.map(|text| language.of(text).into());
    match input.kind {
        Kind::Quantity(kind) => quantity(&mut answer, kind),
        Kind::Age => {
            quantity(&mut answer, &units::AGE);
            answer.instead = vec!["birth_date".into(), "on".into()];
        }
        Kind::Integer {
            least,
            greatest,
            or,
        } => {
            answer.least = Some(least.into());
            answer.greatest = Some(greatest.into());
            answer.or = or.map(Str::from);
        }
        Kind::Choice(choices) => {
            let choices = choices.iter().map(|choice| Choice {
                code: choice.code.into(),
                title: language.of(choice.title).into(),
                factor: choice.factor.map(Number),
                refused: choice.refused.map(|text| language.of(text).into()),
            });
            answer.choices = choices.collect();
        }
        Kind::Boolean | Kind::Date => {}
    }
    answer
}

fn quantity(answer: &mut Input<'static>, kind: &'static QuantityKind) {
    answer.units = kind.units.iter().map(|unit| unit.code.into()).collect();
    answer.plausible = Some(Range {
        least: Number(kind.least),
        greatest: Number(kind.greatest),
        unit: kind.canonical().code.into(),
    });
    answer.bare_number = kind.bare;
    answer.loinc = kind.loinc.iter().map(|loinc| loinc.code.into()).collect();
    let limited = kind.loinc.iter();
    let limited = limited.filter(|loinc| loinc.units.len() < kind.units.len());
    let limited = limited.map(|loinc| LoincUnits {
        code: loinc.code.into(),
        units: loinc.units.iter().map(|unit| (*unit).into()).collect(),
    });
    answer.loinc_units = limited.collect();
    let unspecific = kind.loinc.iter().filter(|loinc| loinc.unspecific);
    answer.loinc_unspecific = unspecific.map(|loinc| loinc.code.into()).collect();
}

fn output(output: &'static definition::Output, language: Language) -> Output<'static> {
    let meanings = output.interpretations.iter();
    Output {
        name: output.name.into(),
        title: language.of(output.title).into(),
        kind: kind(output),
        unit: output.unit.into(),
        digits: output.digits,
        loinc: output.loinc.map(Str::from),
        interpretations: meanings.map(|one| meaning(one, language)).collect(),
        formula: output.by.map(|by| by.id.into()),
    }
}

fn meaning(meaning: &Interpretation, language: Language) -> Meaning<'static> {
    Meaning {
        code: meaning.code.into(),
        text: language.of(meaning.text).into(),
        below: finite(meaning.below).filter(|_| !meaning.included),
        up_to: finite(meaning.below).filter(|_| meaning.included),
        hl7: meaning.hl7.map(Str::from),
    }
}

fn finite(number: f64) -> Option<Number> {
    number.is_finite().then_some(Number(number))
}

fn limit(limit: &definition::Validity, calculator: &Calculator) -> Validity<'static> {
    let greatest = finite(limit.greatest);
    Validity {
        input: limit.input.into(),
        least: finite(limit.least),
        greatest: greatest.filter(|_| !limit.exclusive),
        below: greatest.filter(|_| limit.exclusive),
        unit: match calculator.input(limit.input).map(|input| input.kind) {
            Some(Kind::Quantity(kind)) => Some(kind.canonical().code.into()),
            Some(Kind::Age) => Some(units::AGE.canonical().code.into()),
            _ => None,
        },
    }
}

/// Where a formula comes from; only what is known.
pub(crate) fn reference(reference: &definition::Reference) -> Reference<'static> {
    Reference {
        citation: reference.citation.into(),
        doi: reference.doi.map(Str::from),
        pmid: reference.pmid.map(Str::from),
    }
}

/// What sort of figure a result is.
pub(crate) const fn kind(output: &definition::Output) -> OutputKind {
    match output.kind {
        definition::OutputKind::Measurement => OutputKind::Measurement,
        definition::OutputKind::Laboratory => OutputKind::Laboratory,
        definition::OutputKind::Score => OutputKind::Score,
        definition::OutputKind::Risk => OutputKind::Risk,
        definition::OutputKind::Date => OutputKind::Date,
    }
}
