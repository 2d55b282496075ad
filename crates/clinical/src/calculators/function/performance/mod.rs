//! Performance status of people with cancer.

crate::calculators::family! {
    ecog_1982,
    karnofsky_1949,
}
