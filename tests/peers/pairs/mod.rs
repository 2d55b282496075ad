//! Every calculator that both have.

mod acute;
mod belly;
mod body;
mod chest;
mod laboratory;
mod ward;

use crate::pair::Pair;

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Pair> {
    [
        body::PAIRS,
        laboratory::PAIRS,
        belly::PAIRS,
        chest::PAIRS,
        ward::PAIRS,
        acute::PAIRS,
    ]
    .into_iter()
    .flatten()
}
