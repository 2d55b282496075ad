//! Others who calculate the same, in programs of their own: `clincalc`, and a UCUM of
//! the National Library of Medicine. scripts/test.sh installs both.

mod agreement;
mod others;
mod pair;
mod pairs;
mod sample;
mod table;
mod ucum;
