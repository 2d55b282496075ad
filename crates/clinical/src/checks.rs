//! Rules between inputs that hold for every calculator that has both.

use crate::calculators::body::bmi;
use crate::definition::{Text, text};
use crate::handles::Quantity;
use crate::inputs::{
    AGE, DIASTOLIC_BP, HDL_CHOLESTEROL, HEART_RATE, HEIGHT, NECK, QT, SYSTOLIC_BP,
    TOTAL_CHOLESTEROL, WAIST, WEIGHT,
};
use crate::values::Values;
use crate::violation::Finding;

/// One input must exceed another.
struct Order {
    greater: Quantity,
    lesser: Quantity,
    message: Text,
}

const ORDERS: [Order; 3] = [
    Order {
        greater: SYSTOLIC_BP,
        lesser: DIASTOLIC_BP,
        message: text(
            "the systolic pressure must exceed the diastolic",
            "a pressão sistólica deve ser maior que a diastólica",
        ),
    },
    Order {
        greater: WAIST,
        lesser: NECK,
        message: text(
            "the waist must be wider than the neck",
            "a cintura deve ser maior que o pescoço",
        ),
    },
    Order {
        greater: TOTAL_CHOLESTEROL,
        lesser: HDL_CHOLESTEROL,
        message: text(
            "the total cholesterol must exceed its HDL part",
            "o colesterol total deve ser maior que a fração HDL",
        ),
    },
];

/// The shortest adult who was ever measured, in cm.
const SHORTEST_ADULT: f64 = 54.6;

/// Everything that is wrong between inputs that could be read.
pub(crate) fn between(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    let pair = |one, other| Some((values.find(one)?, values.find(other)?));
    for order in &ORDERS {
        if let Some((greater, lesser)) = pair(order.greater, order.lesser)
            && greater <= lesser
        {
            let names = [order.greater.input.name, order.lesser.input.name];
            found.extend(Finding::together(&names, order.message));
        }
    }
    if let Some((weight, height)) = pair(WEIGHT, HEIGHT) {
        found.extend(body(weight, height / 100.0));
    }
    found.extend(lengths(values));
    if let Some((qt, rate)) = pair(QT, HEART_RATE)
        && qt >= 60_000.0 / rate
    {
        let message = text(
            "the QT interval must be shorter than one heartbeat at this rate",
            "o intervalo QT deve ser menor que um ciclo cardíaco nesta frequência",
        );
        found.extend(Finding::together(
            &[QT.input.name, HEART_RATE.input.name],
            message,
        ));
    }
    found
}

/// Heights and waists that no one has together, or at this age.
fn lengths(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    let pair = |one, other| Some((values.find(one)?, values.find(other)?));
    if let Some((age, height)) = values.find(AGE).zip(values.find(HEIGHT))
        && age >= 18.0
        && height < SHORTEST_ADULT
    {
        let message = text(
            "no adult is shorter than 55 cm; check the height and its unit, and the age",
            "nenhum adulto mede menos de 55 cm; confira a altura e sua unidade, e a idade",
        );
        found.extend(Finding::together(
            &[HEIGHT.input.name, AGE.input.name],
            message,
        ));
    }
    // A waist wider than the body is tall exists; one a third wider does not.
    if let Some((waist, height)) = pair(WAIST, HEIGHT)
        && waist > 1.3 * height
    {
        let message = text(
            "the waist is far wider than the height; they look swapped, or one is in another unit",
            "a cintura é muito maior que a altura; parecem trocadas, ou uma está em outra unidade",
        );
        found.extend(Finding::together(
            &[WAIST.input.name, HEIGHT.input.name],
            message,
        ));
    }
    if let Some((waist, height)) = pair(WAIST, HEIGHT)
        && waist < 0.25 * height
    {
        let message = text(
            "waist and height together give a ratio below 0.25; check both values and their units",
            "cintura e altura juntas dão uma relação abaixo de 0,25; confira os dois valores e \
             suas unidades",
        );
        found.extend(Finding::together(
            &[WAIST.input.name, HEIGHT.input.name],
            message,
        ));
    }
    found
}

/// Weight in kg and height in m must give a body mass index that a person has.
fn body(weight: f64, height: f64) -> Vec<Finding> {
    if bmi::PLAUSIBLE.contains(&(weight / (height * height))) {
        return Vec::new();
    }
    let message = if look_swapped(weight, height) {
        text(
            "weight and height together give a body mass index outside 5 to 150 kg/m2; they look \
             swapped",
            "peso e altura juntos dão um índice de massa corporal fora de 5 a 150 kg/m2; parecem \
             trocados",
        )
    } else {
        text(
            "weight and height together give a body mass index outside 5 to 150 kg/m2; check both \
             values and their units",
            "peso e altura juntos dão um índice de massa corporal fora de 5 a 150 kg/m2; confira \
             os dois valores e suas unidades",
        )
    };
    Finding::together(&[WEIGHT.input.name, HEIGHT.input.name], message)
}

/// Whether the two numbers would describe an ordinary body if they changed
/// places, in metres or in centimetres. Only ever used for a hint.
fn look_swapped(weight: f64, height: f64) -> bool {
    let ordinary = |kilograms: f64, metres: f64| {
        (0.5..=2.5).contains(&metres)
            && (2.0..=400.0).contains(&kilograms)
            && (10.0..=80.0).contains(&(kilograms / (metres * metres)))
    };
    [weight, weight / 100.0]
        .into_iter()
        .any(|metres| ordinary(height, metres) || ordinary(height * 100.0, metres))
}
