//! Searching without knowing how something is written.

/// Words that are looked for.
///
/// ```
/// use text::Search;
///
/// let search = Search::new("indice corporal");
/// assert!(search.finds(&["bmi", "Índice de massa corporal"]));
/// assert!(!search.finds(&["bmr", "Taxa metabólica basal"]));
/// ```
#[derive(Debug, Clone)]
pub struct Search(Vec<String>);

impl Search {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    /// How many words there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is looked for, which stands everywhere.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word stands in one of the texts.
    pub fn finds(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        let stands = |word: &String| texts.iter().any(|text| text.contains(word.as_str()));
        self.0.iter().all(stands)
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
