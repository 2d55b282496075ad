//! What people read of evaluations and definitions: reports, cards, the terminal and
//! the printed catalogue, all in the same words.
//!
//! Everything is made from the types of crate `wire`, in the language that they are in.

mod block;
pub mod card;
mod catalogue;
mod evaluation;
mod limits;
mod parts;
pub mod terminal;

use wire::{Definition, Evaluation};

/// A report of an evaluation as plain text, in the evaluation's language.
pub fn text(evaluation: &Evaluation<'_>) -> String {
    block::text(&evaluation::blocks(evaluation))
}

/// A report of an evaluation in Markdown (with tables as GitHub has them), in
/// the evaluation's language. Nothing in the evaluation can add markup to it.
pub fn markdown(evaluation: &Evaluation<'_>) -> String {
    block::markdown(&evaluation::blocks(evaluation))
}

/// The printed catalogue in Markdown: these definitions by category, in their order
/// and in the language of the first.
pub fn catalogue(definitions: &[Definition<'_>]) -> String {
    block::markdown(&catalogue::blocks(definitions))
}
