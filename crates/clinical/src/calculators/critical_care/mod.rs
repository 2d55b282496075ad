//! Sepsis, organ failure, deterioration.

crate::calculators::speciality! {
    calculators: qsofa, sofa, sofa_2_2025, news2;
    families: ;
}
