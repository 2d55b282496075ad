//! Clotting and blood.

crate::calculators::speciality! {
    calculators: wells_dvt_2003;
    families: ;
}
