//! Before, during and after an operation; injuries and burns.

super::speciality! {
    calculators: ;
    families: ;
}
