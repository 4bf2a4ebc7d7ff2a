//! Sets of words, for readers that look at the words around a cue.

/// A set of folded words, written as one text.
pub struct Words(pub &'static str);

impl Words {
    /// True if `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.0.split_ascii_whitespace().any(|w| w == word)
    }
}
