//! Clotting and blood.

crate::calculators::speciality! {
    calculators: wells_dvt_2003, iron_deficit_ganzoni_1970;
    families: ;
}
