//! The catalogue: one file per calculator, with its formula, edition, limits
//! and source. A new one is a file and a line in its group's list.

/// Declares the modules of a family, which share what stands in its `mod.rs`, and
/// lists their calculators.
macro_rules! family {
    ($($module:ident),* $(,)?) => {
        $(pub mod $module;)*

        /// The calculators of this family.
        pub(crate) static ALL: &[&crate::definition::Calculator] = &[$(&$module::CALCULATOR),*];
    };
}
use family;

/// Declares the modules of a speciality, calculators and families of them, and
/// lists all their calculators.
macro_rules! speciality {
    (calculators: $($module:ident),*; families: $($family:ident),*;) => {
        $(pub mod $module;)*
        $(pub mod $family;)*

        /// The calculators of this speciality.
        pub(crate) static ALL: &[&[&crate::definition::Calculator]] =
            &[&[$(&$module::CALCULATOR),*], $($family::ALL),*];
    };
}
use speciality;

pub mod body;
pub mod critical_care;
pub mod digestive;
pub mod electrolytes;
pub mod function;
pub mod haematology;
pub mod heart;
pub mod infection;
pub mod kidney;
pub mod liver;
pub mod lungs;
pub mod medication;
pub mod mental_health;
pub mod metabolism;
pub mod musculoskeletal;
pub mod neurology;
pub mod nutrition;
pub mod obstetrics;
pub mod paediatrics;
pub mod surgery;

use crate::definition::Calculator;

/// The specialities, in the order of [`Category::ALL`](crate::definition::Category).
static SPECIALITIES: [&[&[&Calculator]]; 20] = [
    body::ALL,
    nutrition::ALL,
    kidney::ALL,
    heart::ALL,
    lungs::ALL,
    liver::ALL,
    metabolism::ALL,
    electrolytes::ALL,
    critical_care::ALL,
    neurology::ALL,
    obstetrics::ALL,
    haematology::ALL,
    digestive::ALL,
    infection::ALL,
    paediatrics::ALL,
    mental_health::ALL,
    function::ALL,
    surgery::ALL,
    medication::ALL,
    musculoskeletal::ALL,
];

/// The catalogue, by speciality.
pub fn all() -> impl Iterator<Item = &'static Calculator> {
    let groups = SPECIALITIES.into_iter().flatten();
    groups.copied().flatten().copied()
}

/// Calculators with an answer of their own in the API, beside the catalogue:
/// they restate what others in it calculate.
static UNLISTED: &[&Calculator] = &[
    &body::adult_bmi::CALCULATOR,
    &nutrition::bmr::adult::CALCULATOR,
];

/// Every calculator, also those that the catalogue does not list.
pub fn every() -> impl Iterator<Item = &'static Calculator> {
    all().chain(UNLISTED.iter().copied())
}

/// The calculator with this id, listed or not.
pub fn find(id: &str) -> Option<&'static Calculator> {
    every().find(|calculator| calculator.id == id)
}
