//! Rounding for display only; classes and further calculations use the
//! unrounded value.

/// The value with this many digits after the point, half away from zero.
///
/// Computed figures end a hair beside the decimal they stand for, so halves are
/// recognised with a relative tolerance far below any clinical digit.
///
/// ```
/// use clinical::round::display;
///
/// assert_eq!(display(24.95, 1), "25.0");
/// assert_eq!(display(22.857142857142858, 1), "22.9");
/// assert_eq!(display(-2.0, 0), "-2");
/// assert_eq!(display(2.5, 0), "3");
/// ```
pub fn display(value: f64, digits: u8) -> String {
    let scale = 10_f64.powi(i32::from(digits));
    let scaled = value.abs() * scale;
    let nudged = scaled + scaled.max(1.0) * 1e-12;
    let whole = (nudged + 0.5).floor();
    // No negative zero.
    let signed = if whole == 0.0 {
        0.0
    } else {
        whole.copysign(value)
    };
    format!("{:.*}", usize::from(digits), signed / scale)
}

/// The number with thirteen significant digits, without the noise of the last
/// bits: a value that lies on a threshold must not end up on one side of it.
pub(crate) fn steady(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return number;
    }
    let scale = 10_f64.powi(12 - number.abs().log10().floor() as i32);
    let scaled = (number * scale).round() / scale;
    if scaled.is_finite() { scaled } else { number }
}
