//! Depression, anxiety, alcohol.

super::speciality! {
    calculators: ;
    families: ;
}
