//! Sixty-four bytes of a text at once: which of them are of words. The loops over all
//! bytes are plain ones without branches, which compilers turn into few instructions.

use super::is_word;

/// Some bytes of a text, whole characters: a bit for each byte, the first one lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// How many bytes they are.
    pub length: usize,
    /// The bytes of words.
    pub words: u64,
    /// The spaces.
    pub spaces: u64,
    /// The bytes that begin a character.
    pub characters: u64,
}

/// The bytes of a block; those beyond its end are nought.
pub(super) type Bytes = [u8; Block::MOST];

impl Block {
    /// The most bytes of a block.
    pub(super) const MOST: usize = 64;

    /// The first bytes of a text, of which `bytes` are the bytes.
    #[inline(always)]
    pub(super) fn of(text: &str, bytes: &Bytes) -> Block {
        let length = text.len().min(Block::MOST);
        let all = u64::MAX >> (Block::MOST - length.max(1));
        let beyond_ascii = mask(bytes, |byte| byte >> 7);
        let mut block = Block {
            length,
            words: mask(bytes, |byte| u8::from(is_ascii_word(byte))),
            spaces: mask(bytes, |byte| u8::from(byte == b' ')),
            characters: all,
        };
        if beyond_ascii != 0 {
            block.decode(text, beyond_ascii);
        }
        block
    }

    /// Looks at the characters beyond ASCII.
    #[cold]
    fn decode(&mut self, text: &str, beyond_ascii: u64) {
        let mut left = beyond_ascii;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            let Some(c) = text[at..].chars().next() else {
                return;
            };
            let end = at + c.len_utf8();
            if end > Block::MOST {
                // The next block begins with it.
                self.length = at;
                self.characters &= !(u64::MAX << at);
                return;
            }
            let bytes = (u64::MAX >> (Block::MOST - end)) & (u64::MAX << at);
            if is_word(c) {
                self.words |= bytes;
            }
            self.characters &= !(bytes & (bytes << 1));
            left &= !bytes;
        }
    }
}

/// A bit for each byte of which `is` says 1, and not 0.
#[inline(always)]
pub(super) fn mask(bytes: &Bytes, is: impl Fn(u8) -> u8) -> u64 {
    let mut told = [0; Block::MOST];
    for (told, byte) in told.iter_mut().zip(bytes) {
        *told = is(*byte);
    }
    let (eights, _) = told.as_chunks::<8>();
    (eights.iter().rev()).fold(0, |mask, eight| {
        // Each bit is moved to its place in the highest byte, and none to that of another.
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask << 8 | bits
    })
}

/// What [`is_word`] says of ASCII, without a branch.
#[inline(always)]
fn is_ascii_word(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit | (byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Block {
        let mut bytes = [0; Block::MOST];
        let length = text.len().min(Block::MOST);
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Block::of(text, &bytes)
    }

    /// The bytes of a block, character by character.
    fn plain(text: &str) -> Block {
        let mut plain = Block {
            length: 0,
            words: 0,
            spaces: 0,
            characters: 0,
        };
        for (at, c) in text.char_indices() {
            if at + c.len_utf8() > Block::MOST {
                break;
            }
            plain.length = at + c.len_utf8();
            let bytes = (at..plain.length).fold(0, |bytes, at| bytes | 1 << at);
            plain.words |= if is_word(c) { bytes } else { 0 };
            plain.spaces |= u64::from(c == ' ') << at;
            plain.characters |= 1 << at;
        }
        plain
    }

    proptest::proptest! {
        #[test]
        fn all_bytes_at_once_are_what_each_is_alone(text in r"(\PC|[ -~]|é|薪|🙂|…){1,80}") {
            let (block, plain) = (block(&text), plain(&text));
            proptest::prop_assert_eq!(block.length, plain.length);
            // What stands behind a block's end belongs to the next one.
            let within = u64::MAX >> (Block::MOST - block.length);
            proptest::prop_assert_eq!(block.words & within, plain.words);
            proptest::prop_assert_eq!(block.spaces & within, plain.spaces);
            proptest::prop_assert_eq!(block.characters, plain.characters);
        }
    }

    #[test]
    fn every_byte_of_ascii_is_told() {
        for c in '\0'..='\u{7f}' {
            let text = c.to_string();
            assert_eq!(block(&text), plain(&text), "{c:?}");
        }
    }
}
