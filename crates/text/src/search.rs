//! Searching without knowing how something is written.

/// Words that are looked for.
///
/// ```
/// use text::Search;
///
/// let search = Search::new("indice corporal");
/// assert_eq!(search.rank(&["bmi", "Índice de massa corporal"], &[]), Some(1));
/// assert_eq!(Search::new("bmi").rank(&["bmi"], &[]), Some(0));
/// assert_eq!(search.rank(&["bmi"], &["O índice da massa corporal."]), Some(2));
/// assert_eq!(search.rank(&["bmr", "Taxa metabólica basal"], &[]), None);
/// // Abbreviations stand for themselves, not for parts of words.
/// assert_eq!(Search::new("ig").rank(&["Body weight"], &[]), None);
/// ```
#[derive(Debug, Clone)]
pub struct Search(Vec<Word>);

#[derive(Debug, Clone)]
struct Word {
    letters: String,
    /// Whether it has to begin a word of the text.
    short: bool,
}

/// Longest word that must begin a word of the text: in the middle of one it would be
/// found everywhere.
const ABBREVIATION: usize = 3;

impl Search {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        let word = |letters: &str| Word {
            letters: letters.to_owned(),
            short: letters.chars().nth(ABBREVIATION).is_none(),
        };
        Self(fold(text).split_whitespace().map(word).collect())
    }

    /// How many words there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is looked for, which stands everywhere.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How well they fit, less is better: 0 where the first of the names begins with the
    /// first word and each word stands in one of the names, 1 where each does, 2 where it
    /// takes the other texts too, and nothing where a word stands nowhere.
    pub fn rank(&self, names: &[&str], others: &[&str]) -> Option<usize> {
        let fold = |texts: &[&str]| texts.iter().map(|one| fold(one)).collect::<Vec<_>>();
        let (names, others) = (fold(names), fold(others));
        let stands = |word: &Word, texts: &[String]| texts.iter().any(|text| word.stands(text));
        if self.0.iter().all(|word| stands(word, &names)) {
            let begins = names.first().zip(self.0.first());
            let begins = begins.is_some_and(|(name, word)| name.starts_with(&word.letters));
            return Some(usize::from(!begins));
        }
        let somewhere = |word| stands(word, &names) || stands(word, &others);
        self.0.iter().all(somewhere).then_some(2)
    }
}

impl Word {
    fn stands(&self, text: &str) -> bool {
        if !self.short {
            return text.contains(&self.letters);
        }
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        words.any(|one| one.starts_with(&self.letters))
    }
}

/// Lower case without the accents of Portuguese, so that `indice` finds `Índice`.
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}
