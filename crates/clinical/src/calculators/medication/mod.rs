//! Doses, rates and equivalent doses.

super::speciality! {
    calculators: ;
    families: ;
}
