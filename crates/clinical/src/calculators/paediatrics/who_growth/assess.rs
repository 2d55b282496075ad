//! Which measurement is compared with which row, and what is said of it.

use super::lms::{Lms, Table};
use super::{
    BMI_FOR_AGE, CHILD_HEIGHT, CHILD_WEIGHT, CORRECTED_AGE, FROM_5, GESTATION, HEAD, HEAD_FOR_AGE,
    HEIGHT_FOR_AGE, OEDEMA, POSITION, UNDER_5, WEIGHT_FOR_AGE, WEIGHT_FOR_HEIGHT, tables,
};
use crate::definition::{Interpretation, NoResult, Outcome, Text, text};
use crate::inputs::{AGE, SEX};
use crate::round::steady;
use crate::sex::Sex;
use crate::values::Values;
use crate::violation::{Code, Finding};

/// Days of a month in the software of WHO.
const DAYS_A_MONTH: f64 = 30.4375;
/// The standards of 2006 end and the reference of 2007 begins here, in months.
const REFERENCE_FROM: f64 = 60.0;
/// Until here length is wanted, from here on height, in days.
const STANDING_FROM: f64 = 731.0;
/// What lies between the two, in cm.
const LYING_ADDS: f64 = 0.7;
/// A child is not measured standing before 9 months.
const STANDS_FROM: f64 = 9.0;
/// Until here age is corrected for prematurity, in months.
const CORRECTED_UNTIL: f64 = 24.0;
const TERM: f64 = 37.0;
const EXPECTED: f64 = 40.0;

/// An age as the tables count it.
#[derive(Clone, Copy)]
struct Old {
    days: f64,
    months: f64,
}

impl Old {
    fn new(days: f64) -> Self {
        let months = steady(days / DAYS_A_MONTH);
        Self { days, months }
    }

    fn under_5(self) -> bool {
        self.months < REFERENCE_FROM
    }

    /// The row of its completed or nearest day, in the standards.
    fn day(self) -> f64 {
        steady(self.days + 0.5).floor()
    }

    /// The distribution of a measurement at this age.
    fn of(self, sex: Sex, standard: &[Table; 2], reference: Option<&[Table; 2]>) -> Option<Lms> {
        if self.under_5() {
            return Some(of_sex(sex, standard).at(self.day()));
        }
        let table = of_sex(sex, reference?);
        // The tables of 2007 begin with 61 months; between 60 and 61 their first step
        // is gone back, which is what the software of WHO gives.
        let place = self.months - 61.0;
        (place <= table.rows as f64 - 1.0).then(|| table.at(place))
    }
}

/// Tables are printed for boys and girls, in this order.
fn of_sex(sex: Sex, [boys, girls]: &[Table; 2]) -> &Table {
    sex.pick(boys, girls)
}

/// What is missing depends on the age.
pub(super) fn check(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut finding = |input, code, text| found.push(Finding { input, code, text });
    let (weight, height) = (values.find(CHILD_WEIGHT), values.find(CHILD_HEIGHT));
    let head = values.find(HEAD);
    if weight.is_none() && height.is_none() && head.is_none() {
        finding(CHILD_WEIGHT.input.name, Code::Missing, NOTHING_MEASURED);
    }
    let Some(days) = values.find(AGE.in_days()) else {
        return found;
    };
    let age = Old::new(days);
    if age.months < CORRECTED_UNTIL && values.find(GESTATION).is_none() {
        finding(GESTATION.input.name, Code::Missing, GESTATION_MISSING);
    }
    if !age.under_5() && head.is_some() {
        finding(HEAD.input.name, Code::OutsideValidity, NO_HEAD);
    }
    match values.find(POSITION) {
        None if height.is_some() && age.under_5() => {
            finding(POSITION.input.name, Code::Missing, POSITION_MISSING);
        }
        Some("lying") if !age.under_5() => {
            finding(POSITION.input.name, Code::OutsideValidity, NOT_LYING);
        }
        Some("standing") if age.months < STANDS_FROM => {
            finding(
                POSITION.input.name,
                Code::ImplausibleCombination,
                NOT_STANDING,
            );
        }
        _ => {}
    }
    found
}

const NOTHING_MEASURED: Text = text(
    "weight, height or head_circumference is required, with its unit",
    "weight, height ou head_circumference é obrigatório, com sua unidade",
);
const GESTATION_MISSING: Text = text(
    "gestational_weeks_at_birth is required before 24 months of age",
    "gestational_weeks_at_birth é obrigatório antes de 24 meses de idade",
);
const NO_HEAD: Text = text(
    "head_circumference has a standard up to 5 years of age only: leave it out",
    "head_circumference só tem padrão até 5 anos de idade: não envie",
);
const POSITION_MISSING: Text = text(
    "height_position is required with height before 5 years of age: lying or standing",
    "height_position é obrigatório com height antes de 5 anos de idade: lying ou standing",
);
const NOT_LYING: Text = text(
    "height_position must be standing from 5 years of age: the reference has standing heights only",
    "height_position deve ser standing a partir de 5 anos: a referência só tem estaturas em pé",
);
const NOT_STANDING: Text = text(
    "height_position must be lying before 9 months of age",
    "height_position deve ser lying antes de 9 meses de idade",
);
const BEFORE_TERM: NoResult = NoResult::outside(
    &[AGE.input.name, GESTATION.input.name],
    text(
        "age and gestational_weeks_at_birth describe a child before the expected date of birth: \
         the standards begin with term, use a chart for preterm newborns",
        "age e gestational_weeks_at_birth descrevem uma criança antes da data provável do parto: \
         os padrões começam no termo, use uma curva de prematuros",
    ),
);
const NO_REFERENCE: NoResult = NoResult::outside(
    &[CHILD_WEIGHT.input.name],
    text(
        "weight alone has no z-score here: not after 10 years of age, and never with oedema; send \
         height too",
        "weight sozinho não tem escore z aqui: nem após 10 anos de idade, nem com edema; envie \
         também height",
    ),
);

/// The child as it is compared.
struct Child {
    sex: Sex,
    age: Old,
    /// Without oedema, which is not body.
    weight: Option<f64>,
    /// As the row of the age wants it, lying or standing.
    height: Option<f64>,
    head: Option<f64>,
}

/// A z-score beyond which WHO takes the measurement or the age for wrong.
struct Flagged {
    least: f64,
    greatest: f64,
}

const FLAGGED_WEIGHT: Flagged = Flagged {
    least: -6.0,
    greatest: 5.0,
};
const FLAGGED_HEIGHT: Flagged = Flagged {
    least: -6.0,
    greatest: 6.0,
};
const FLAGGED: Flagged = Flagged {
    least: -5.0,
    greatest: 5.0,
};

pub(super) fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let chronological = Old::new(values.of(AGE.in_days())?);
    let early = values
        .find(GESTATION)
        .filter(|weeks| *weeks < TERM && chronological.months < CORRECTED_UNTIL);
    let age = match early {
        None => chronological,
        Some(weeks) => Old::new(chronological.days - 7.0 * (EXPECTED - weeks)),
    };
    if age.days < 0.0 {
        return Err(BEFORE_TERM);
    }
    let oedema = values.of(OEDEMA)?;
    let converts = conversion(values, age);
    let child = Child {
        sex: values.of(SEX)?,
        age,
        weight: values.find(CHILD_WEIGHT).filter(|_| !oedema),
        height: values
            .find(CHILD_HEIGHT)
            .map(|height| steady(height + converts)),
        head: values.find(HEAD),
    };
    let outcome = child.scores();
    if outcome.results.is_empty() {
        return Err(NO_REFERENCE);
    }
    let outcome = match early {
        Some(_) => outcome.and(CORRECTED_AGE.name, age.day()),
        None => outcome,
    };
    Ok(outcome
        .warn_if(oedema, OEDEMA_FOUND)
        .assume_if(early.is_some(), CORRECTED)
        .assume_if(converts != 0.0, CONVERTED)
        .assume_if(
            child.height.is_some() && values.find(POSITION).is_none(),
            STOOD,
        ))
}

const OEDEMA_FOUND: Text = text(
    "With bilateral oedema there is no z-score of weight. Where malnutrition causes it, the \
     oedema itself is severe acute malnutrition.",
    "Com edema bilateral não há escore z de peso. Quando a causa é a desnutrição, o próprio edema \
     é desnutrição aguda grave.",
);
const CORRECTED: Text = text(
    "The age was corrected for prematurity: counted from 40 weeks, as is usual until 24 months.",
    "A idade foi corrigida para prematuridade: contada a partir de 40 semanas, como é usual até 24 \
     meses.",
);
const CONVERTED: Text = text(
    "Length is taken to exceed height by 0.7 cm: it was measured the other way than the standard \
     wants at this age.",
    "Supõe-se que o comprimento exceda a estatura em 0,7 cm: foi medido de modo diferente do que o \
     padrão usa nesta idade.",
);
const STOOD: Text = text(
    "The height was measured standing.",
    "A estatura foi medida em pé.",
);
const FLAGGED_BY_WHO: Text = text(
    "A z-score lies where WHO takes the measurement or the age for wrong: check the values, the \
     units, the sex and the date of birth, and measure again.",
    "Um escore z está onde a OMS supõe erro de medida ou de idade: confira os valores, as \
     unidades, o sexo e a data de nascimento, e meça de novo.",
);

/// What to add to a height that was measured the other way than the age wants.
fn conversion(values: &Values, age: Old) -> f64 {
    match values.find(POSITION) {
        Some("standing") if age.day() < STANDING_FROM => LYING_ADDS,
        Some("lying") if age.day() >= STANDING_FROM => -LYING_ADDS,
        _ => 0.0,
    }
}

impl Child {
    /// Every z-score that what was measured has.
    fn scores(&self) -> Outcome {
        let scores = [
            (&BMI_FOR_AGE, self.bmi(), &FLAGGED),
            (&HEIGHT_FOR_AGE, self.tall(), &FLAGGED_HEIGHT),
            (&WEIGHT_FOR_AGE, self.heavy(), &FLAGGED_WEIGHT),
            (&WEIGHT_FOR_HEIGHT, self.heavy_for_height(), &FLAGGED),
            (&HEAD_FOR_AGE, self.headed(), &FLAGGED),
        ];
        let mut outcome = Outcome::default();
        let mut flagged = false;
        for (output, z, limits) in scores {
            let Some(z) = z else { continue };
            flagged |= z < limits.least || z > limits.greatest;
            outcome = outcome.and(output.name, z);
            if output.name == BMI_FOR_AGE.name {
                outcome = outcome.meaning(class(z, self.age.under_5()));
            }
        }
        outcome.warn_if(flagged, FLAGGED_BY_WHO)
    }

    fn bmi(&self) -> Option<f64> {
        let metres = self.height? / 100.0;
        let tables = (&tables::BMI_FOR_AGE, &tables::BMI_FOR_AGE_2007);
        let lms = self.age.of(self.sex, tables.0, Some(tables.1))?;
        Some(lms.restricted_z(self.weight? / (metres * metres)))
    }

    fn tall(&self) -> Option<f64> {
        let tables = (&tables::HEIGHT_FOR_AGE, &tables::HEIGHT_FOR_AGE_2007);
        let lms = self.age.of(self.sex, tables.0, Some(tables.1))?;
        Some(lms.z(self.height?))
    }

    fn heavy(&self) -> Option<f64> {
        let tables = (&tables::WEIGHT_FOR_AGE, &tables::WEIGHT_FOR_AGE_2007);
        let lms = self.age.of(self.sex, tables.0, Some(tables.1))?;
        Some(lms.restricted_z(self.weight?))
    }

    /// By millimetre of length before 2 years, of height from then on.
    fn heavy_for_height(&self) -> Option<f64> {
        if !self.age.under_5() {
            return None;
        }
        let (tables, from) = if self.age.day() < STANDING_FROM {
            (&tables::WEIGHT_FOR_LENGTH, 45.0)
        } else {
            (&tables::WEIGHT_FOR_HEIGHT, 65.0)
        };
        let table = of_sex(self.sex, tables);
        let place = steady((self.height? - from) * 10.0);
        let within = (0.0..=table.rows as f64 - 1.0).contains(&place);
        let weight = self.weight.filter(|_| within)?;
        Some(table.at(place).restricted_z(weight))
    }

    fn headed(&self) -> Option<f64> {
        let lms = self.age.of(self.sex, &tables::HEAD_FOR_AGE, None)?;
        Some(lms.z(self.head?))
    }
}

/// The class of a body mass index for age.
fn class(z: f64, under_5: bool) -> &'static str {
    let classes: &[Interpretation] = if under_5 { UNDER_5 } else { FROM_5 };
    let z = steady(z);
    let found = classes
        .iter()
        .find(|one| z < one.below || (one.included && z <= one.below));
    // The last range has no end; a code that is not declared would be a defect.
    found.map_or("", |one| one.code)
}
