//! From a measurement to a z-score, by the method of WHO.

/// A column of a table: its values in steps that change little from one to the next.
#[derive(Debug)]
pub(super) struct Column {
    /// The first value.
    pub(super) first: i32,
    /// From the first to the second.
    pub(super) step: i32,
    /// By how much each further step differs from the one before it: a character of
    /// which 80 is the zero, or a number in braces. After the last the steps stay.
    pub(super) bends: &'static str,
}

impl Column {
    /// The value of a row.
    fn at(&self, row: usize) -> i32 {
        let mut value = self.first;
        let mut step = self.step;
        let mut bends = Bends(self.bends.as_bytes());
        for passed in 0..row {
            if passed > 0 {
                step += bends.next().unwrap_or(0);
            }
            value += step;
        }
        value
    }
}

/// The bends of a column one by one.
struct Bends(&'static [u8]);

impl Iterator for Bends {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let (&first, mut rest) = self.0.split_first()?;
        if first != b'{' {
            self.0 = rest;
            return Some(i32::from(first) - 80);
        }
        let (mut number, mut negative) = (0, false);
        while let Some((&digit, after)) = rest.split_first() {
            rest = after;
            match digit {
                b'}' => break,
                b'-' => negative = true,
                _ => number = number * 10 + i32::from(digit) - i32::from(b'0'),
            }
        }
        self.0 = rest;
        Some(if negative { -number } else { number })
    }
}

/// The three parameters of a measurement, row by row.
#[derive(Debug)]
pub(super) struct Table {
    /// How many rows there are, two at least.
    pub(super) rows: usize,
    /// Power, in ten-thousandths.
    pub(super) l: Column,
    /// Median, in ten-thousandths.
    pub(super) m: Column,
    /// Coefficient of variation, in hundred-thousandths.
    pub(super) s: Column,
}

impl Table {
    /// The parameters at a place between rows, on the straight line from the row before
    /// it to the next. Before the first row the first line goes on.
    pub(super) fn at(&self, place: f64) -> Lms {
        // The last line ends with the last row.
        let before = place.floor().clamp(0.0, self.rows as f64 - 2.0);
        let share = place - before;
        let row = before as usize;
        let on_the_line = |column: &Column, parts: f64| {
            let from = f64::from(column.at(row));
            let value = if share == 0.0 {
                from
            } else {
                from + share * (f64::from(column.at(row + 1)) - from)
            };
            value / parts
        };
        Lms {
            l: on_the_line(&self.l, 1e4),
            m: on_the_line(&self.m, 1e4),
            s: on_the_line(&self.s, 1e5),
        }
    }
}

/// The distribution of a measurement: power, median, coefficient of variation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lms {
    pub(super) l: f64,
    pub(super) m: f64,
    pub(super) s: f64,
}

impl Lms {
    /// The z-score of a measurement.
    pub(super) fn z(self, measured: f64) -> f64 {
        let Self { l, m, s } = self;
        if l.abs() < 1e-9 {
            (measured / m).ln() / s
        } else {
            ((measured / m).powf(l) - 1.0) / (l * s)
        }
    }

    /// The z-score of a measurement that depends on weight: beyond three standard
    /// deviations the distance from the second to the third counts, because nobody
    /// stood so far out in the samples.
    pub(super) fn restricted_z(self, measured: f64) -> f64 {
        let z = self.z(measured);
        if z > 3.0 {
            let third = self.measure(3.0);
            3.0 + (measured - third) / (third - self.measure(2.0))
        } else if z < -3.0 {
            let third = self.measure(-3.0);
            -3.0 + (measured - third) / (self.measure(-2.0) - third)
        } else {
            z
        }
    }

    /// The measurement with a z-score.
    fn measure(self, z: f64) -> f64 {
        let Self { l, m, s } = self;
        if l.abs() < 1e-9 {
            m * (s * z).exp()
        } else {
            m * (1.0 + l * s * z).powf(1.0 / l)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables;
    use super::*;

    /// Sums of each column, every value times the number of its row, as the tables
    /// give them that the file was generated from: boys and girls, l, m, s.
    const SUMS: [(&[Table; 2], [[i64; 3]; 2]); 9] = [
        (
            &tables::WEIGHT_FOR_AGE,
            [
                [-1_272_901_540, 248_858_106_211, 20_639_918_391],
                [-5_245_067_930, 242_176_394_956, 22_422_681_516],
            ],
        ),
        (
            &tables::HEIGHT_FOR_AGE,
            [
                [16_698_780_000, 1_629_607_213_876, 6_458_972_360],
                [16_698_780_000, 1_614_398_895_745, 6_747_530_174],
            ],
        ),
        (
            &tables::BMI_FOR_AGE,
            [
                [-7_258_571_018, 260_330_739_700, 13_612_420_940],
                [-9_129_343_767, 257_778_793_303, 15_010_655_154],
            ],
        ),
        (
            &tables::HEAD_FOR_AGE,
            [
                [16_698_780_000, 824_745_744_931, 4_815_315_378],
                [16_698_780_000, 809_061_288_095, 4_856_450_662],
            ],
        ),
        (
            &tables::WEIGHT_FOR_LENGTH,
            [
                [-747_247_746, 26_599_679_924, 1_757_166_679],
                [-813_462_258, 26_210_903_762, 1_922_337_790],
            ],
        ),
        (
            &tables::WEIGHT_FOR_HEIGHT,
            [
                [-535_459_596, 24_831_267_725, 1_302_799_167],
                [-582_907_308, 24_809_189_040, 1_408_551_377],
            ],
        ),
        (
            &tables::WEIGHT_FOR_AGE_2007,
            [
                [-10_317_277, 485_201_798, 27_112_701],
                [-10_355_060, 484_305_673, 29_943_653],
            ],
        ),
        (
            &tables::HEIGHT_FOR_AGE_2007,
            [
                [141_960_000, 22_889_948_970, 63_951_854],
                [141_960_000, 22_015_330_893, 60_984_116],
            ],
        ),
        (
            &tables::BMI_FOR_AGE_2007,
            [
                [-199_729_910, 2_746_726_018, 169_916_119],
                [-161_342_215, 2_760_442_635, 191_981_432],
            ],
        ),
    ];

    #[test]
    fn every_column_is_the_published_one() {
        for (tables, sums) in SUMS {
            for (table, sums) in tables.iter().zip(sums) {
                let columns = [&table.l, &table.m, &table.s];
                let found = columns.map(|column| {
                    let rows = 0..table.rows;
                    rows.map(|row| (row as i64 + 1) * i64::from(column.at(row)))
                        .sum::<i64>()
                });
                assert_eq!(found, sums);
            }
        }
    }

    /// Rows of the tables that WHO prints: boys at birth, girls at the change from
    /// lying to standing, boys of 228 months.
    #[test]
    fn rows_are_where_they_are_printed() {
        let boys = &tables::WEIGHT_FOR_AGE[0];
        assert_eq!(boys.at(0.0).m, 3.3464);
        let girls = &tables::HEIGHT_FOR_AGE[1];
        let change = girls.at(730.0).m - girls.at(731.0).m;
        assert!((0.6..0.7).contains(&change), "{change}");
        let last = tables::HEIGHT_FOR_AGE_2007[0].at(167.0);
        let (l, m, s) = (1.0, 176.5432, 0.04134);
        assert_eq!(last, Lms { l, m, s });
    }

    /// The restricted score begins where the other ends.
    #[test]
    fn nothing_jumps_at_three_standard_deviations() {
        let lms = tables::WEIGHT_FOR_AGE[1].at(400.0);
        for z in [-3.0, 3.0] {
            for beside in [-1e-7, 1e-7] {
                let found = lms.restricted_z(lms.measure(z + beside));
                assert!((found - z).abs() < 1e-6, "{found}");
            }
        }
        let flat = Lms {
            l: 0.0,
            m: 10.0,
            s: 0.1,
        };
        assert!((flat.z(flat.measure(1.5)) - 1.5).abs() < 1e-12);
    }
}
