//! Which phrases begin with which letters: asked at the beginning of each word.

use super::Phrase;
use super::block::{self, Block, Bytes};
use crate::text::word::may_be_of_word;

/// The first letters of a phrase or of a place in a text: up to eight bytes, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    bytes: u64,
    length: u8,
}

impl Head {
    /// The most bytes of a head.
    pub(super) const MOST: usize = 8;
    /// Phrases that are shorter than this have a key as long as they are.
    const SHORT: u8 = 4;

    pub(super) fn of(phrase: &str) -> Head {
        Head::load(phrase.as_bytes())
    }

    /// What a text begins with.
    #[inline(always)]
    pub(super) fn load(text: &[u8]) -> Head {
        match text.first_chunk::<{ Head::MOST }>() {
            Some(bytes) => Head {
                bytes: u64::from_le_bytes(*bytes),
                length: Head::MOST as u8,
            },
            None => Head {
                bytes: (text.iter().rev()).fold(0, |number, byte| number << 8 | u64::from(*byte)),
                length: text.len() as u8,
            },
        }
    }

    /// The first `length` bytes.
    #[inline(always)]
    pub(super) fn cut(self, length: u8) -> Head {
        Head {
            bytes: self.bytes & Head::mask(length),
            length,
        }
    }

    /// What leaves the first `length` bytes.
    #[inline(always)]
    fn mask(length: u8) -> u64 {
        u64::MAX
            .checked_shr(8 * (Head::MOST as u32 - u32::from(length)))
            .unwrap_or(0)
    }

    /// What a phrase with this head is looked up by: eight bytes or, if it has no
    /// more than seven, four, or as many as it has.
    pub(super) fn key(self) -> Head {
        match self.length {
            8 => self,
            Head::SHORT..8 => self.cut(Head::SHORT),
            _ => self,
        }
    }

    /// The first four bytes and how many there are as a number, by which phrases are
    /// sorted: those in the order of their letters, as most lists are given, are in
    /// this order too.
    pub(super) fn number(self) -> u64 {
        let first = self.bytes as u32;
        u64::from(first.swap_bytes()) << 3 | u64::from(self.length.min(Head::SHORT))
    }

    /// The first two bytes, and of the third what tells it from those that end a word:
    /// "de" stands in "de la" and not in "design".
    #[inline(always)]
    fn three(self) -> u64 {
        self.two_and(class((self.bytes >> 16) as u8))
    }

    /// The first two bytes, and the class of a third.
    #[inline(always)]
    fn two_and(self, class: u8) -> u64 {
        self.cut(2).bytes | u64::from(class) << 16
    }

    #[inline(always)]
    pub(super) fn begins_with(self, other: Head) -> bool {
        self.length >= other.length && self.bytes & Head::mask(other.length) == other.bytes
    }

    fn hash(self) -> usize {
        (spread(self.bytes ^ u64::from(self.length)) >> 32) as usize
    }
}

/// A byte of a word itself; one for a byte beyond ASCII, of which a word may be; nought
/// for all others.
#[inline(always)]
fn class(byte: u8) -> u8 {
    static CLASSES: [u8; 256] = {
        let mut classes = [1; 256];
        let mut byte = 0;
        while byte < 128 {
            classes[byte] = if may_be_of_word(byte as u8) {
                byte as u8
            } else {
                0
            };
            byte += 1;
        }
        classes
    };
    CLASSES[usize::from(byte)]
}

/// Multiplication by 2⁶⁴ over the golden ratio spreads into the high bits.
fn spread(number: u64) -> u64 {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Which phrases have which key: a hash table with linear probing.
#[derive(Debug)]
pub(super) struct Table {
    /// One more than the number of the first phrase of a key; nought is empty.
    slots: Box<[u32]>,
    /// For each byte the lengths of the keys that begin with it, a bit for each.
    lengths: Box<[u16; 256]>,
    /// What a text begins with where a key of two or three bytes may stand, so that
    /// most places of a text need no look at the slots: see [`Head::three`].
    threes: Gate,
    /// The keys of four bytes, and of eight, for the same reason.
    fours: Gate,
    eights: Gate,
}

/// Tells of most numbers that they are not among some: a bit for each hash. It is
/// as small as its numbers allow, since there are many lists of phrases, and all
/// are to stay near the processor.
#[derive(Debug)]
struct Gate {
    bits: Box<[u64]>,
    /// What leaves as many bits of a hash as there are places.
    shift: u32,
}

impl Gate {
    /// Bits for each number: so few of the others get through.
    const SPARSE: usize = 32;

    fn of(numbers: &[u64]) -> Self {
        let wanted = (numbers.len() * Gate::SPARSE).next_power_of_two();
        let size = wanted.clamp(64, 1 << 16);
        let mut gate = Gate {
            bits: vec![0; size / 64].into(),
            shift: 64 - size.ilog2(),
        };
        for number in numbers {
            let place = gate.place(*number);
            gate.bits[place / 64] |= 1 << (place % 64);
        }
        gate
    }

    fn place(&self, number: u64) -> usize {
        (spread(number) >> self.shift) as usize
    }

    #[inline(always)]
    fn lets(&self, number: u64) -> bool {
        let place = self.place(number);
        self.bits[place / 64] >> (place % 64) & 1 != 0
    }
}

impl Table {
    /// The table of the keys of those `phrases` that `wanted` takes. Phrases of one
    /// key stand together; those among them that are not wanted are compared in vain.
    pub(super) fn of(phrases: &[Phrase], wanted: impl Fn(&Phrase) -> bool) -> Self {
        let mut firsts: Vec<u32> = Vec::new();
        let mut at = 0;
        for group in phrases.chunk_by(|before, _| before.goes_on) {
            if group.iter().any(&wanted) {
                firsts.push(at);
            }
            at += group.len() as u32;
        }
        let (mut threes, mut fours, mut eights) = (vec![], vec![], vec![]);
        let mut lengths = Box::new([0; 256]);
        // At most half full, so that a probe that finds nothing is short.
        let mut slots = vec![0; (2 * firsts.len()).next_power_of_two()].into_boxed_slice();
        for first in firsts {
            let phrase = &phrases[first as usize];
            let key = phrase.head.key();
            match key.length {
                // These are told by their byte alone.
                1 => {}
                2 => {
                    let ends = [0, 1].into_iter();
                    let goes_on =
                        (2..128).filter(|byte| !phrase.ends_word && may_be_of_word(*byte));
                    threes.extend(ends.chain(goes_on).map(|class| key.two_and(class)));
                }
                3 => threes.push(key.three()),
                Head::SHORT => fours.push(key.bytes),
                _ => eights.push(key.bytes),
            }
            lengths[usize::from(key.bytes as u8)] |= 1 << key.length;
            let mut slot = key.hash() & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = first + 1;
        }
        Table {
            slots,
            lengths,
            threes: Gate::of(&threes),
            fours: Gate::of(&fours),
            eights: Gate::of(&eights),
        }
    }

    /// The lengths of the keys that begin with a byte, a bit for each.
    #[inline(always)]
    pub(super) fn lengths_of(&self, first: u8) -> u16 {
        self.lengths[usize::from(first)]
    }

    /// The bytes with which phrases begin.
    pub(super) fn firsts(&self) -> Firsts {
        Firsts(
            (0..=u8::MAX)
                .filter(|byte| self.lengths_of(*byte) != 0)
                .collect(),
        )
    }

    /// Those of `lengths` whose keys a text with this head may begin with.
    #[inline(always)]
    pub(super) fn keys_at(&self, head: Head, lengths: u16) -> u16 {
        const FOUR: u16 = 1 << Head::SHORT;
        const EIGHT: u16 = 1 << Head::MOST;
        let mut keys = 0;
        if lengths & EIGHT != 0 {
            keys |= u16::from(self.eights.lets(head.bytes)) << Head::MOST;
        }
        if lengths & FOUR != 0 {
            keys |= u16::from(self.fours.lets(head.cut(Head::SHORT).bytes)) << Head::SHORT;
        }
        if lengths & (FOUR - 1) != 0 {
            keys |= lengths & 2;
            if self.threes.lets(head.three()) {
                keys |= lengths & (FOUR - 1);
            }
        }
        if usize::from(head.length) < Head::MOST {
            // At the end of a text.
            keys &= (2 << head.length) - 1;
        }
        keys
    }

    /// The first of the phrases with a key.
    pub(super) fn first(&self, key: Head, phrases: &[Phrase]) -> Option<usize> {
        let mut slot = key.hash() & (self.slots.len() - 1);
        loop {
            let number = self.slots[slot].checked_sub(1)? as usize;
            if phrases[number].head.key() == key {
                return Some(number);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// Bytes with which phrases begin.
#[derive(Debug)]
pub(super) struct Firsts(Vec<u8>);

impl Firsts {
    /// A bit for each of `bytes` that is one of them.
    pub(super) fn mask(&self, bytes: &Bytes) -> u64 {
        let mut told = [0; Block::MOST];
        for first in &self.0 {
            for (told, byte) in told.iter_mut().zip(bytes) {
                *told |= u8::from(byte == first);
            }
        }
        block::mask(&told, |told| told)
    }
}

/// The first two bytes of some phrases: a bit for each two.
#[derive(Debug)]
pub(super) struct Pairs(Box<[u64; 1024]>);

impl Pairs {
    pub(super) fn of(heads: impl Iterator<Item = Head>) -> Self {
        let mut bits = Box::new([0; 1024]);
        let mut add = |pair: usize| bits[pair / 64] |= 1 << (pair % 64);
        for head in heads {
            let pair = head.bytes as u16 as usize;
            match head.length {
                1 => (0..256).for_each(|second| add(pair | second << 8)),
                _ => add(pair),
            }
        }
        Pairs(bits)
    }

    /// True if one of them stands there.
    #[inline(always)]
    pub(super) fn stand_at(&self, text: &str, at: usize) -> bool {
        let pair = match text.as_bytes()[at..].first_chunk() {
            Some(pair) => u16::from_le_bytes(*pair),
            None => u16::from(text.as_bytes()[at]),
        };
        self.0[usize::from(pair / 64)] >> (pair % 64) & 1 != 0
    }
}
