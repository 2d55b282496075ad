//! Settings by name, typed and checked: one that is unknown, malformed or out of
//! bounds is refused by name, and never replaced by a default.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

/// A setting that cannot be used, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {reason}")]
pub struct ConfigError {
    /// The setting's name.
    pub key: String,
    /// What is wrong with it, and what would be right.
    pub reason: String,
}

impl ConfigError {
    /// Refuses a setting.
    pub fn new(key: &str, reason: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            reason: reason.into(),
        }
    }
}

/// Reads settings by name and remembers which were read. An empty value counts
/// as not given.
#[derive(Debug)]
pub struct Settings<'a> {
    values: &'a HashMap<String, String>,
    read: Vec<&'static str>,
}

impl<'a> Settings<'a> {
    /// The settings as the host gave them.
    pub fn new(values: &'a HashMap<String, String>) -> Self {
        Self {
            values,
            read: Vec::new(),
        }
    }

    /// A setting as text, without the spaces around it.
    pub fn take(&mut self, key: &'static str) -> Option<&'a str> {
        self.read.push(key);
        let value = self.values.get(key)?.trim();
        (!value.is_empty()).then_some(value)
    }

    /// A setting that has to be there; `what` says what it is.
    ///
    /// # Errors
    ///
    /// When it is missing or is not that.
    pub fn required<T: FromStr>(
        &mut self,
        key: &'static str,
        what: &str,
    ) -> Result<T, ConfigError> {
        let value = self
            .take(key)
            .ok_or_else(|| ConfigError::new(key, format!("is missing: give {what}")))?;
        value
            .parse()
            .map_err(|_| ConfigError::new(key, format!("must be {what}, not '{value}'")))
    }

    /// A whole number within bounds.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn number(
        &mut self,
        key: &'static str,
        default: usize,
        bounds: RangeInclusive<usize>,
    ) -> Result<usize, ConfigError> {
        Ok(self.number_if_given(key, bounds)?.unwrap_or(default))
    }

    /// A whole number within bounds, or nothing where nothing is given.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn number_if_given(
        &mut self,
        key: &'static str,
        bounds: RangeInclusive<usize>,
    ) -> Result<Option<usize>, ConfigError> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        let number = value.parse().ok().filter(|number| bounds.contains(number));
        if number.is_some() {
            return Ok(number);
        }
        let (least, most) = bounds.into_inner();
        let reason = format!("must be a whole number from {least} to {most}, not '{value}'");
        Err(ConfigError::new(key, reason))
    }

    /// A time in whole milliseconds, within bounds.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn milliseconds(
        &mut self,
        key: &'static str,
        default: usize,
        bounds: RangeInclusive<usize>,
    ) -> Result<Duration, ConfigError> {
        let number = self.number(key, default, bounds)?;
        Ok(Duration::from_millis(number as u64))
    }

    /// `true` or `false`.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn flag(&mut self, key: &'static str, default: bool) -> Result<bool, ConfigError> {
        match self.take(key) {
            None => Ok(default),
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            Some(other) => Err(ConfigError::new(
                key,
                format!("must be true or false, not '{other}'"),
            )),
        }
    }

    /// The members of a list that is separated by commas, each read by `parse`;
    /// `what` says what they are.
    ///
    /// # Errors
    ///
    /// For the first member that is something else.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        what: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, ConfigError> {
        let members = self.take(key).unwrap_or_default().split(',').map(str::trim);
        let members = members.filter(|member| !member.is_empty());
        let read = members.map(|member| {
            let wrong = || format!("must be {what}, separated by commas; '{member}' is none");
            parse(member).ok_or_else(|| ConfigError::new(key, wrong()))
        });
        read.collect()
    }

    /// Ends reading: a misspelt setting must not pass for one that was left out.
    ///
    /// # Errors
    ///
    /// For a setting that was not read.
    pub fn finish(self) -> Result<(), ConfigError> {
        let known = |key: &&String| self.read.contains(&key.as_str());
        match self.values.keys().filter(|key| !known(key)).min() {
            None => Ok(()),
            Some(unknown) => {
                let reason = format!(
                    "there is no such setting; there are {}",
                    self.read.join(", ")
                );
                Err(ConfigError::new(unknown, reason))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn what_is_not_given_is_the_default() {
        let given = values(&[("empty", "  ")]);
        let mut settings = Settings::new(&given);
        assert_eq!(settings.number("count", 3, 1..=5), Ok(3));
        assert_eq!(settings.number_if_given("count", 1..=5), Ok(None));
        assert_eq!(settings.flag("flag", true), Ok(true));
        assert_eq!(settings.take("empty"), None);
        assert_eq!(
            settings.list("list", "texts", |it| Some(it.len())),
            Ok(vec![])
        );
        assert_eq!(settings.finish(), Ok(()));
    }

    #[test]
    fn what_cannot_be_used_is_refused_by_name() {
        let given = values(&[
            ("count", "9"),
            ("flag", "yes"),
            ("list", "a,,bb"),
            ("tiem", "1"),
        ]);
        let mut settings = Settings::new(&given);
        let key = |error: ConfigError| error.key;
        assert_eq!(
            settings.number("count", 3, 1..=5).map_err(key),
            Err("count".to_owned())
        );
        assert_eq!(
            settings.flag("flag", true).map_err(key),
            Err("flag".to_owned())
        );
        let short = |it: &str| (it.len() < 2).then_some(());
        let error = settings
            .list("list", "short", short)
            .expect_err("bb is long");
        assert!(error.reason.contains("'bb'"), "{error}");
        let missing = settings.required::<u8>("time", "a number");
        assert_eq!(missing.map_err(key), Err("time".to_owned()));
        let unknown = settings.finish().expect_err("tiem is no setting");
        assert_eq!(unknown.key, "tiem");
        assert!(unknown.reason.contains("time"), "{unknown}");
    }
}
