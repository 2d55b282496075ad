//! A file, line by line, whatever is in it.

use std::io::{self, BufRead};

/// A line that is not blank.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Counted from 1, blank lines too.
    pub(crate) number: u64,
    /// Without its end, or nothing when it is not UTF-8.
    pub(crate) text: Option<String>,
}

/// The lines of a reader.
pub(crate) struct Lines {
    reader: Box<dyn BufRead>,
    number: u64,
    /// Bytes read so far.
    pub(crate) bytes: u64,
}

impl Lines {
    pub(crate) fn new(reader: Box<dyn BufRead>) -> Self {
        Self {
            reader,
            number: 0,
            bytes: 0,
        }
    }

    /// The next line that is not blank.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let read = self.reader.read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            self.bytes += read as u64;
            self.number += 1;
            // Spaces at the ends stay: as tabs, they can separate empty cells.
            let mut content = &bytes[..];
            while let [before @ .., b'\n' | b'\r'] = content {
                content = before;
            }
            if self.number == 1 {
                // Spreadsheets begin their exports with a byte order mark.
                content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
            }
            if !content.trim_ascii().is_empty() {
                return Ok(Some(Line {
                    number: self.number,
                    text: std::str::from_utf8(content).ok().map(str::to_owned),
                }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_count_and_are_left_out() {
        let mut lines = Lines::new(Box::new(&b"\xef\xbb\xbfa\r\n\n \n\xff\nb"[..]));
        let mut next = || {
            let line = lines.next().unwrap()?;
            Some((line.number, line.text))
        };
        assert_eq!(next(), Some((1, Some("a".to_owned()))));
        assert_eq!(next(), Some((4, None)));
        assert_eq!(next(), Some((5, Some("b".to_owned()))));
        assert_eq!(next(), None);
    }
}
