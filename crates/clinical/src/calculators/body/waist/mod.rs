//! What the ratios of two circumferences or lengths share.

crate::calculators::family! {
    hip_ratio,
    height_ratio,
}

/// One length over another.
///
/// Conversion leaves a last bit behind: 34 over 40 inches would be
/// 0.8500000000000001 in centimetres. A value that lies on a threshold in one
/// unit must lie on it in all, so the twelfth digit, far beyond any tape, ends it.
pub(crate) fn quotient(one: f64, other: f64) -> f64 {
    const FINEST: f64 = 1e12;
    (one / other * FINEST).round() / FINEST
}
