//! Severity of liver disease.

crate::calculators::speciality! {
    calculators: child_pugh;
    families: meld;
}
