//! Severity of liver disease.

crate::calculators::speciality! {
    calculators: child_pugh, saag_1992;
    families: meld;
}
