//! What stays the same of a finding while the posting around it is edited, so
//! that it is known again in the next run.

use std::fmt;

/// Identity of a finding: what is wrong and the words around it, not the file,
/// the line or the release of the program. Moving a paragraph or a file keeps
/// it; rewording the paragraph does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

/// Stands in the hash, so that a changed recipe never meets an old value.
const RECIPE: &str = "hirelint finding 1";

impl Fingerprint {
    /// The fingerprint of a finding of `code` and `problem` at `words` (empty
    /// where something is missing) in `surroundings`, the folded line or block
    /// that they stand in. Spaces do not count.
    pub fn of(code: &str, problem: &str, words: &str, surroundings: &str) -> Self {
        let mut hash = Fnv::new();
        hash.part(RECIPE);
        hash.part(code);
        hash.part(problem);
        hash.words(words);
        hash.words(surroundings);
        Fingerprint(hash.0)
    }

    /// The same for one of several equal findings of a file: `ordinal` counts
    /// from 0, which changes nothing.
    #[must_use]
    pub fn nth(self, ordinal: usize) -> Self {
        if ordinal == 0 {
            return self;
        }
        let mut hash = Fnv(self.0);
        hash.part(&ordinal.to_string());
        Fingerprint(hash.0)
    }
}

impl fmt::Display for Fingerprint {
    /// 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl std::str::FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_hex = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let value = u128::from_str_radix(text, 16).map_err(|_| NotAFingerprint);
        value
            .ok()
            .filter(|_| is_hex)
            .map(Fingerprint)
            .ok_or(NotAFingerprint)
    }
}

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is 32 hexadecimal digits")]
pub struct NotAFingerprint;

/// FNV-1a with 128 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): written
/// down here because what std offers may change with any release.
struct Fnv(u128);

impl Fnv {
    fn new() -> Self {
        Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn byte(&mut self, byte: u8) {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(PRIME);
    }

    /// `text` and an end that no text contains.
    fn part(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    /// `text` with each run of spaces as one.
    fn words(&mut self, text: &str) {
        for (index, word) in text.split_whitespace().enumerate() {
            if index > 0 {
                self.byte(b' ');
            }
            word.bytes().for_each(|byte| self.byte(byte));
        }
        self.byte(0xff);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: [&str; 4] = ["pay-range", "open-ended", "up to $5", "we pay up to $5"];

    fn of([code, problem, words, surroundings]: [&str; 4]) -> Fingerprint {
        Fingerprint::of(code, problem, words, surroundings)
    }

    #[test]
    fn the_recipe_gives_the_same_in_every_release() {
        assert_eq!(of(BASE).to_string(), "b0d9f9da5265c5e104ca59400b1e090e");
    }

    #[test]
    fn spaces_do_not_count_and_everything_else_does() {
        let [code, problem, words, around] = BASE;
        assert_eq!(of([code, problem, words, " we  pay\tup to $5\n"]), of(BASE));
        for other in [
            ["pay", problem, words, around],
            [code, "missing", words, around],
            [code, problem, "up to", around],
            [code, problem, words, "we pay up to $6"],
            [code, problem, "", "up to $5 we pay up to $5"],
            ["pay-rangeopen-ended", "", words, around],
        ] {
            assert_ne!(of(other), of(BASE), "{other:?}");
        }
    }

    #[test]
    fn equal_findings_are_told_apart_by_their_order() {
        let first = of(BASE);
        assert_eq!(first.nth(0), first);
        assert_ne!(first.nth(1), first);
        assert_ne!(first.nth(1), first.nth(2));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let print = of(BASE);
        assert_eq!(print.to_string().parse(), Ok(print));
        for text in [
            "",
            "12",
            "+0000000000000000000000000000001",
            &"g".repeat(32),
        ] {
            assert_eq!(text.parse::<Fingerprint>(), Err(NotAFingerprint), "{text}");
        }
    }
}
