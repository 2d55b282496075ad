//! Where in a JSON text its parts stand, so that a test can spoil one of them and leave
//! every other byte as it is.

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A value, at any depth.
    Value,
    /// The name of a member, with its quotes.
    Name,
    /// A whole member: name, colon, value.
    Member,
}

/// A part and its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) part: Part,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    /// What stands there.
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }

    /// The text with something else there.
    pub(crate) fn replaced(&self, text: &str, by: &str) -> String {
        format!("{}{by}{}", &text[..self.start], &text[self.end..])
    }
}

/// Every part of a JSON text, which must be one.
pub(crate) fn places(text: &str) -> Vec<Place> {
    let mut reader = Reader {
        bytes: text.as_bytes(),
        at: 0,
        places: Vec::new(),
    };
    reader.value();
    reader.places
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    places: Vec<Place>,
}

impl Reader<'_> {
    /// The next byte that is no white space.
    fn next(&mut self) -> u8 {
        while self.bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        self.bytes[self.at]
    }

    fn push(&mut self, part: Part, start: usize) {
        let end = self.at;
        self.places.push(Place { part, start, end });
    }

    fn value(&mut self) {
        let first = self.next();
        let start = self.at;
        match first {
            b'{' => self.list(b'}', Self::member),
            b'[' => self.list(b']', Self::value),
            b'"' => self.string(),
            _ => {
                let ends = |byte: &u8| b",]} \n\r\t".contains(byte);
                let rest = self.bytes[self.at..].iter();
                self.at += rest.take_while(|byte| !ends(byte)).count();
            }
        }
        self.push(Part::Value, start);
    }

    fn list(&mut self, close: u8, one: fn(&mut Self)) {
        self.at += 1;
        while self.next() != close {
            one(self);
            if self.next() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    fn member(&mut self) {
        self.next();
        let start = self.at;
        self.string();
        self.push(Part::Name, start);
        assert_eq!(self.next(), b':');
        self.at += 1;
        self.value();
        self.push(Part::Member, start);
    }

    fn string(&mut self) {
        self.at += 1;
        while self.bytes[self.at] != b'"' {
            self.at += if self.bytes[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }
}
