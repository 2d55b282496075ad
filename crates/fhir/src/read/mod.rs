//! What resources say: the one reader of Observations, for whoever works with them.
//!
//! Nothing is chosen or guessed: a value that could mean two things is refused, with
//! the [`Reason`].

mod draft;
mod element;
mod limits;
mod observation;
mod origin;
mod parameters;
mod reason;
mod subject;
mod time;

pub use element::{
    Quantity, Status, codes, contradicts, measured, modifier, quantity, status, value_of,
};
pub use limits::{OBSERVATION_LIMIT, count_observations};
pub use parameters::{calculator, parse, unknown_calculator};
pub use reason::Reason;
pub use time::{Newest, Time, is_full_date};
