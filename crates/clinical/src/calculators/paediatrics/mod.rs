//! Growth and illness of children.

super::speciality! {
    calculators: who_growth;
    families: ;
}
