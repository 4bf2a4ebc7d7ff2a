//! Sets of words, for readers that look at the words around a cue.

/// A set of folded words, written as one text.
pub struct Words {
    words: &'static str,
    /// A bit for the hash of each word: nearly all words of a text are in none of
    /// the sets, and are known for it without a search.
    filter: [u64; FILTER],
}

/// Numbers of a filter: a thousand bits, for a few hundred words at most.
const FILTER: usize = 16;

impl Words {
    /// The words between spaces and line ends.
    pub const fn of(words: &'static str) -> Words {
        let bytes = words.as_bytes();
        let mut filter = [0; FILTER];
        let mut at = 0;
        let mut hash = EMPTY;
        while at < bytes.len() {
            if !bytes[at].is_ascii_whitespace() {
                hash = with(hash, bytes[at]);
            }
            at += 1;
            if at == bytes.len() || bytes[at].is_ascii_whitespace() {
                let bit = bit(hash);
                filter[bit / 64] |= 1 << (bit % 64);
                hash = EMPTY;
            }
        }
        Words { words, filter }
    }

    /// True if `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        let bit = bit(word.bytes().fold(EMPTY, with));
        self.filter[bit / 64] >> (bit % 64) & 1 != 0
            && self.words.split_ascii_whitespace().any(|w| w == word)
    }
}

/// The hash of no letters (FNV-1a, of 32 bits).
const EMPTY: u32 = 0x811c_9dc5;

/// The hash with one letter more.
const fn with(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The place of a hash in a filter.
const fn bit(hash: u32) -> usize {
    (hash ^ hash >> 16) as usize % (64 * FILTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words_and_no_others() {
        const SET: Words = Words::of("the  quick\nbrown fox über ");
        for word in ["the", "quick", "brown", "fox", "über"] {
            assert!(SET.has(word), "{word}");
        }
        for word in ["", "he", "thee", "quick brown", "brow", "ber"] {
            assert!(!SET.has(word), "{word}");
        }
    }
}
