//! The component around the functions.
#![expect(
    unsafe_code,
    reason = "generated: the canonical ABI works on raw memory"
)]

wit_bindgen::generate!({ world: "workload" });

struct Workload;

export!(Workload);

impl Guest for Workload {
    fn sum(n: u32) -> f64 {
        crate::sum(n)
    }

    fn sum_same_sine(n: u32) -> f64 {
        crate::sum_same_sine(n)
    }

    fn figures(n: u32) -> f64 {
        crate::figures(n)
    }

    fn evaluations(n: u32) -> f64 {
        crate::evaluations(n)
    }
}
