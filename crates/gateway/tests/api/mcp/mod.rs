//! The Model Context Protocol at its boundary.

mod asking;
mod protocol;
mod refusals;
mod resources;
mod tools;
mod worked;
