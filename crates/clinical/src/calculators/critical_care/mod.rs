//! Sepsis, organ failure, deterioration.

crate::calculators::speciality! {
    calculators: qsofa, sofa, news2;
    families: ;
}
