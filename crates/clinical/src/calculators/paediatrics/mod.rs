//! Growth and illness of children.

super::speciality! {
    calculators: ;
    families: ;
}
