//! Rules between inputs that hold for every calculator that has both.

use crate::definition::{Language, Text, text};
use crate::metrics::look_swapped;
use crate::values::Values;
use crate::violation::{Code, Violation};

/// A violation of several inputs at once, reported at each of them.
pub(crate) fn together(names: &[&str], message: &str) -> Vec<Violation> {
    names
        .iter()
        .map(|name| Violation::new(name, Code::ImplausibleCombination, message))
        .collect()
}

/// One input must exceed another.
struct Order {
    greater: &'static str,
    lesser: &'static str,
    message: Text,
}

const ORDERS: [Order; 3] = [
    Order {
        greater: "systolic_bp",
        lesser: "diastolic_bp",
        message: text(
            "the systolic pressure must exceed the diastolic",
            "a pressão sistólica deve ser maior que a diastólica",
        ),
    },
    Order {
        greater: "waist",
        lesser: "neck",
        message: text(
            "the waist must be wider than the neck",
            "a cintura deve ser maior que o pescoço",
        ),
    },
    Order {
        greater: "total_cholesterol",
        lesser: "hdl_cholesterol",
        message: text(
            "the total cholesterol must exceed its HDL part",
            "o colesterol total deve ser maior que a fração HDL",
        ),
    },
];

/// Everything that is wrong between inputs that could be read.
pub(crate) fn between(values: &Values, language: Language) -> Vec<Violation> {
    let mut found = Vec::new();
    let pair =
        |one: &str, other: &str| Some((values.number_if_sent(one)?, values.number_if_sent(other)?));
    for order in &ORDERS {
        if let Some((greater, lesser)) = pair(order.greater, order.lesser)
            && greater <= lesser
        {
            let names = [order.greater, order.lesser];
            found.extend(together(&names, language.of(order.message)));
        }
    }
    if let Some((weight, height)) = pair("weight", "height") {
        found.extend(body(weight, height / 100.0, language));
    }
    // A waist wider than the body is tall exists; one a third wider does not.
    if let Some((waist, height)) = pair("waist", "height")
        && waist > 1.3 * height
    {
        let message = text(
            "the waist is far wider than the height; they look swapped, or one is in another unit",
            "a cintura é muito maior que a altura; parecem trocadas, ou uma está em outra unidade",
        );
        found.extend(together(&["waist", "height"], language.of(message)));
    }
    if let Some((qt, rate)) = pair("qt", "heart_rate")
        && qt >= 60_000.0 / rate
    {
        let message = text(
            "the QT interval must be shorter than one heartbeat at this rate",
            "o intervalo QT deve ser menor que um ciclo cardíaco nesta frequência",
        );
        found.extend(together(&["qt", "heart_rate"], language.of(message)));
    }
    found
}

/// Weight in kg and height in m must give a body mass index that a person has.
fn body(weight: f64, height: f64, language: Language) -> Vec<Violation> {
    if (5.0..=150.0).contains(&(weight / (height * height))) {
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
    together(&["weight", "height"], language.of(message))
}
