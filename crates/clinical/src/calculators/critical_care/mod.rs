//! Sepsis, organ failure, deterioration.

crate::calculators::speciality! {
    calculators: qsofa, sofa, sofa_2_2025, news2, apache_ii_1985, saps_3_2005, sirs_1992, mews_2001,
        rass_2002, vasoactive_inotropic_score_2010;
    families: ;
}
