//! Arthritis and fractures.

super::speciality! {
    calculators: ottawa_ankle_1992, ottawa_knee_1995;
    families: ;
}
