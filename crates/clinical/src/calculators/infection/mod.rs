//! Infections and the risk they carry.

super::speciality! {
    calculators: ;
    families: ;
}
