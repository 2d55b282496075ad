//! Bleeding and inflammation of the gut.

super::speciality! {
    calculators: ;
    families: ;
}
