//! Infections and the risk they carry.

super::speciality! {
    calculators: dengue_ms, mascc_2000;
    families: ;
}
