//! Sets of words, for readers that look at the words around a cue.

/// A set of folded words, written as one text.
pub struct Words {
    words: &'static str,
    /// A table by the hashes of the words: where a word stands in `words`, and its
    /// length; nothing of length 0. A word whose slot is taken is in the next free one.
    slots: [(u16, u8); SLOTS],
}

/// Slots of a table, for a hundred words at most.
const SLOTS: usize = 256;

impl Words {
    /// The words between spaces and line ends.
    pub const fn of(words: &'static str) -> Words {
        let bytes = words.as_bytes();
        let mut slots = [(0, 0); SLOTS];
        let (mut at, mut start, mut count) = (0, 0, 0);
        let mut hash = EMPTY;
        while at < bytes.len() {
            if bytes[at].is_ascii_whitespace() {
                start = at + 1;
            } else {
                hash = with(hash, bytes[at]);
            }
            at += 1;
            if start < at && (at == bytes.len() || bytes[at].is_ascii_whitespace()) {
                let mut slot = slot(hash);
                while slots[slot].1 > 0 {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = (start as u16, (at - start) as u8);
                count += 1;
                hash = EMPTY;
            }
        }
        assert!(count < SLOTS / 2, "too many words for the table");
        Words { words, slots }
    }

    /// True if `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        let mut slot = slot(word.bytes().fold(EMPTY, with));
        loop {
            let (start, length) = self.slots[slot];
            let (start, length) = (usize::from(start), usize::from(length));
            if length == 0 {
                return false;
            }
            if length == word.len() && self.words[start..].starts_with(word) {
                return true;
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// The hash of no letters (FNV-1a, of 32 bits).
const EMPTY: u32 = 0x811c_9dc5;

/// The hash with one letter more.
const fn with(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The first slot for a hash.
const fn slot(hash: u32) -> usize {
    (hash ^ hash >> 16) as usize % SLOTS
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
