//! Clotting and blood.

crate::calculators::speciality! {
    calculators:
        wells_dvt_2003, padua_2010, improve_vte_2011, improve_bleeding_2011,
        khorana_2008, dash_2012, vte_bleed_2016, four_ts_2006, isth_dic_2001,
        iron_deficit_ganzoni_1970;
    families: ;
}
