//! `medical:health-calc` for the lattice: converts, calls one function of a
//! pure crate, converts back.

mod calculations;
mod calculators;

mod bindings {
    #![expect(
        unsafe_code,
        reason = "generated: the canonical ABI works on raw memory"
    )]

    wit_bindgen::generate!({
        path: "../../wit/health-calc",
        world: "health-calculator",
    });
    use super::HealthCalculator;
    export!(HealthCalculator);
}

struct HealthCalculator;
