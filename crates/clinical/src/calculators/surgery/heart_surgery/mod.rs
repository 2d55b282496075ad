//! Risk of operations of the heart.

crate::calculators::family! {
    euroscore_ii_2012,
}

mod euroscore_inputs;
