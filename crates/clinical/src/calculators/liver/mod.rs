//! Severity of liver disease.

crate::calculators::speciality! {
    calculators:
        child_pugh, albi_2015, peld_2002,
        fib_4_2006, apri_2003, nafld_fibrosis_2007,
        maddrey_1978, gahs_2005, lille_2007, saag_1992;
    families: meld;
}
