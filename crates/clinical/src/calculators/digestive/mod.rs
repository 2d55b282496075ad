//! Bleeding and inflammation of the gut.

super::speciality! {
    calculators:
        glasgow_blatchford_2000, rockall_1996, aims65_2011, oakland_2017,
        bisap_2008, ranson_1974, alvarado_1986;
    families: ;
}
