//! What people read, in both languages of the platform: texts, decimals, and units
//! as they are written by hand. Every surface says the same thing in the same words
//! because all of them are written with this.

mod language;
mod number;
mod search;
mod units;

pub use language::{Language, Text, list, text};
pub use number::{decimal, number, with_unit};
pub use search::Search;
pub use units::unit;
