//! Pregnancy and birth.

crate::calculators::speciality! {
    calculators: apgar, due_date_naegele, gestational_age;
    families: ;
}
