//! The catalogue: one file per calculator, with its formula, edition, limits
//! and source. A new one is a file and a line in its group's list.

pub mod body;
pub mod laboratory;
pub mod scores;

use crate::definition::Calculator;

/// Every calculator, by group.
pub fn all() -> impl Iterator<Item = &'static Calculator> {
    let groups = [body::ALL, laboratory::ALL, scores::ALL];
    groups.into_iter().flatten().copied()
}

/// The calculator with this id.
pub fn find(id: &str) -> Option<&'static Calculator> {
    all().find(|calculator| calculator.id == id)
}

/// Declares the modules of a group and lists their calculators.
macro_rules! group {
    ($($(#[$doc:meta])* $module:ident),* $(,)?) => {
        $($(#[$doc])* pub mod $module;)*

        /// The calculators of this group.
        pub static ALL: &[&crate::definition::Calculator] = &[$(&$module::CALCULATOR),*];
    };
}
use group;
