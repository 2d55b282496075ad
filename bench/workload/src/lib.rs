//! What the benchmarks calculate. The same functions run natively, as a
//! WebAssembly component, and (written again in `bench/workload.exs`) in Elixir.

use clinical::{Age, BodyHeight, BodyWeight, Patient, Sex};

#[cfg(target_family = "wasm")]
mod component;

/// The sum of sqrt(i) * sin(i) for i from 1 to `n`.
pub fn sum(n: u32) -> f64 {
    let terms = (1..=n).map(f64::from);
    terms.map(|x| x.sqrt() * x.sin()).sum()
}

/// The same with a sine that is compiled from the same source everywhere, not
/// the one of the C library.
pub fn sum_same_sine(n: u32) -> f64 {
    let terms = (1..=n).map(f64::from);
    terms.map(|x| x.sqrt() * libm::sin(x)).sum()
}

/// The sum of all figures of `n` different people, so that nothing can be left
/// out or remembered from one to the next.
pub fn figures(n: u32) -> f64 {
    (0..n).filter_map(person).map(figures_of).sum()
}

/// One of 3,200 adults between 50 and 99 kg.
fn person(number: u32) -> Option<Patient> {
    Some(Patient {
        weight: BodyWeight::from_kilograms(f64::from(50 + number % 50)).ok()?,
        height: BodyHeight::from_metres(f64::from(160 + number % 32) / 100.0).ok()?,
        age: Age::from_years(20 + number % 60).ok()?,
        sex: if number.is_multiple_of(2) {
            Sex::Male
        } else {
            Sex::Female
        },
    })
}

fn figures_of(person: Patient) -> f64 {
    clinical::health_metrics(&person, None).map_or(f64::NAN, |found| {
        found.bmi.kilograms_per_square_metre()
            + found.bmr.kilocalories_per_day()
            + found.ideal_weight
            + found.body_fat.percent()
            + found.daily_calories
    })
}
