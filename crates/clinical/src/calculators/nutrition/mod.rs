//! Energy at rest and in a day.

crate::calculators::speciality! {
    calculators: tdee, nrs_2002;
    families: bmr;
}
