//! Arthritis and fractures.

super::speciality! {
    calculators: ottawa_ankle_1993, ottawa_knee_1995;
    families: das28;
}
