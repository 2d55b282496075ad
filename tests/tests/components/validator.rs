//! `validator`: typed values or every problem.

use wasmtime::Store;

use super::{Host, sandbox};

wasmtime::component::bindgen!({
    path: "../wit/validation",
    world: "validator",
});

use exports::medical::validation::validation::{
    Calculation, Field, GenderType, RawValue, ValidationError, ViolationCode,
};

fn validator() -> (Store<Host>, Validator) {
    let (mut store, component, linker) = sandbox("validator.wasm");
    let instance = Validator::instantiate(&mut store, &component, &linker);
    (store, instance.expect("an instance"))
}

fn field(name: &str, value: RawValue) -> Field {
    Field {
        name: name.to_owned(),
        value,
    }
}

#[test]
fn typed_values_come_back_as_they_were_sent() {
    let (mut store, instance) = validator();
    let fields = [
        field("weight", RawValue::Number(70.5)),
        field("height", RawValue::Number(1.75)),
        field("age", RawValue::Number(30.0)),
        field("gender", RawValue::Text("female".to_owned())),
        field("activity_level", RawValue::Number(1.375)),
    ];
    let validation = instance.medical_validation_validation();
    let found = validation.call_validate(&mut store, Calculation::HealthMetrics, &fields);
    let found = found.expect("no trap").expect("accepted");
    assert_eq!((found.weight, found.height), (Some(70.5), Some(1.75)));
    assert_eq!(
        (found.age, found.gender),
        (Some(30), Some(GenderType::Female))
    );
    assert_eq!(found.activity_level, Some(1.375));
}

#[test]
fn every_problem_at_once() {
    let (mut store, instance) = validator();
    let fields = [
        field("weight", RawValue::Text("70".to_owned())),
        field("height", RawValue::Number(175.0)),
        field("age", RawValue::Number(30.5)),
        field("gender", RawValue::Text("x".to_owned())),
        field("activity_level", RawValue::Number(9.0)),
        field("activity_level", RawValue::Number(9.0)),
        field("colour", RawValue::Composite),
    ];
    let validation = instance.medical_validation_validation();
    let found = validation.call_validate(&mut store, Calculation::HealthMetrics, &fields);
    let ValidationError::Refused(found) = found.expect("no trap").expect_err("refused");
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.field.as_str(), one.code))
        .collect();
    let expected = [
        ("weight", ViolationCode::WrongType),
        ("height", ViolationCode::OutOfRange),
        ("age", ViolationCode::NotWhole),
        ("gender", ViolationCode::NotAChoice),
        ("activity_level", ViolationCode::DuplicateField),
        ("colour", ViolationCode::UnknownField),
    ];
    assert_eq!(found, expected);
}

#[test]
fn no_value_traps() {
    let (mut store, instance) = validator();
    let validation = instance.medical_validation_validation();
    for value in [
        RawValue::Null,
        RawValue::Boolean(true),
        RawValue::Number(f64::NAN),
        RawValue::Number(f64::MAX),
        RawValue::Number(-0.0),
        RawValue::Text("\u{0}💉".repeat(1000)),
        RawValue::Composite,
    ] {
        let fields = ["weight", "height", "age", "gender", "activity_level", ""]
            .map(|name| field(name, value.clone()));
        for calculation in [
            Calculation::HealthMetrics,
            Calculation::Bmi,
            Calculation::Bmr,
        ] {
            let found = validation.call_validate(&mut store, calculation, &fields);
            assert!(found.expect("no trap").is_err());
        }
    }
}
