//! Energy at rest and in a day.

crate::calculators::speciality! {
    calculators: tdee;
    families: bmr;
}
