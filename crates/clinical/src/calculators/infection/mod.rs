//! Infections and the risk they carry.

super::speciality! {
    calculators: centor_mcisaac_1998, lrinec_2004, dengue_ms, mascc_2000;
    families: ;
}
