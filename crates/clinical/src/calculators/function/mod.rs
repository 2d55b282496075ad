//! Independence, frailty, comorbidity, nursing.

super::speciality! {
    calculators: ;
    families: ;
}
