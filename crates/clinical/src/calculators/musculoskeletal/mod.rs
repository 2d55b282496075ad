//! Arthritis and fractures.

super::speciality! {
    calculators: ;
    families: ;
}
