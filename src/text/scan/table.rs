//! Which phrases begin with which letters: asked at the beginning of each word.

use super::Phrase;
use std::ops::{ControlFlow, Range};

/// The first letters of a phrase: up to four bytes, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    length: u8,
    bytes: u32,
}

/// The letters behind the key of a phrase, as far as they go into a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    bytes: u32,
    mask: u32,
}

impl Behind {
    /// The most bytes of a phrase that its key and these tell whole.
    pub(super) const WHOLE: usize = 2 * Key::MOST;

    pub(super) fn of(phrase: &str) -> Behind {
        let rest = phrase.as_bytes().get(Key::MOST..).unwrap_or_default();
        let length = rest.len().min(Key::MOST);
        Behind {
            bytes: Key::load(rest) & Key::mask(length),
            mask: Key::mask(length),
        }
    }

    /// The letters behind a key in a text.
    #[inline(always)]
    pub(super) fn load(text: &[u8]) -> u32 {
        Key::load(text.get(Key::MOST..).unwrap_or_default())
    }

    /// True if they stand there.
    #[inline(always)]
    pub(super) fn fits(self, loaded: u32) -> bool {
        loaded & self.mask == self.bytes
    }
}

impl Key {
    /// The most bytes of a key.
    const MOST: usize = 4;

    pub(super) fn of(phrase: &str) -> Key {
        let length = phrase.len().min(Key::MOST);
        Key::cut(Key::load(phrase.as_bytes()), length as u8)
    }

    /// The key as a number, by which phrases are sorted: those in the order of their
    /// letters, as most lists are given, are in this order too.
    pub(super) fn number(self) -> u64 {
        u64::from(self.bytes.swap_bytes()) << 3 | u64::from(self.length)
    }

    /// The key of the first `length` bytes of a loaded number.
    fn cut(loaded: u32, length: u8) -> Key {
        Key {
            length,
            bytes: loaded & Key::mask(usize::from(length)),
        }
    }

    /// The first four bytes as a number; those beyond the end are nought.
    #[inline(always)]
    fn load(text: &[u8]) -> u32 {
        match text.first_chunk::<{ Key::MOST }>() {
            Some(bytes) => u32::from_le_bytes(*bytes),
            None => (text.iter().rev()).fold(0, |number, byte| number << 8 | u32::from(*byte)),
        }
    }

    fn hash(self) -> usize {
        (spread(self.bytes ^ u32::from(self.length)) >> 16) as usize
    }

    /// What leaves the first `length` bytes of a loaded number.
    fn mask(length: usize) -> u32 {
        u32::MAX
            .checked_shr(8 * (Key::MOST - length) as u32)
            .unwrap_or(0)
    }
}

/// Which phrases begin with which letters: a hash table with linear probing.
#[derive(Debug)]
pub(super) struct Table {
    slots: Vec<Option<(Key, Range<u32>)>>,
    /// Lengths of keys shorter than [`Key::MOST`] that occur.
    short: Vec<u8>,
    /// The first two bytes of those, so that most places of a text need no look
    /// at the slots.
    short_pairs: Gate,
    /// The keys of full length, for the same reason.
    full: Gate,
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

    fn of(numbers: &[u32]) -> Self {
        let wanted = (numbers.len() * Gate::SPARSE).next_power_of_two();
        let size = wanted.clamp(64, 1 << 16);
        let mut gate = Gate {
            bits: vec![0; size / 64].into(),
            shift: 32 - size.ilog2(),
        };
        for number in numbers {
            let place = gate.place(*number);
            gate.bits[place / 64] |= 1 << (place % 64);
        }
        gate
    }

    fn place(&self, number: u32) -> usize {
        (spread(number) >> self.shift) as usize
    }

    #[inline(always)]
    fn lets(&self, number: u32) -> bool {
        let place = self.place(number);
        self.bits[place / 64] >> (place % 64) & 1 != 0
    }
}

/// Multiplication by 2³² over the golden ratio spreads into the high bits.
fn spread(number: u32) -> u32 {
    number.wrapping_mul(0x9E37_79B9)
}

impl Table {
    /// The table of those `phrases`, sorted by key, that `wanted` takes.
    pub(super) fn of(phrases: &[Phrase], letters: &str, wanted: impl Fn(&Phrase) -> bool) -> Self {
        let mut keys: Vec<(Key, Range<u32>)> = Vec::new();
        for (number, phrase) in (0..).zip(phrases) {
            if !wanted(phrase) {
                continue;
            }
            let key = Key::of(&letters[phrase.range()]);
            match keys.last_mut() {
                // Those between that are not wanted are compared in vain.
                Some((last, range)) if *last == key => range.end = number + 1,
                _ => keys.push((key, number..number + 1)),
            }
        }
        let mut short: Vec<u8> = keys.iter().map(|(key, _)| key.length).collect();
        short.retain(|length| usize::from(*length) < Key::MOST);
        short.sort_unstable();
        short.dedup();
        let (mut pairs, mut full) = (Vec::new(), Vec::new());
        // At most half full, so that a probe that finds nothing is short.
        let mut slots = vec![None; (2 * keys.len()).next_power_of_two()];
        for (key, range) in keys {
            match key.length {
                // Behind a phrase of one byte anything may stand.
                1 => pairs.extend((0..=255).map(|second| key.bytes | second << 8)),
                2 | 3 => pairs.push(key.bytes & Key::mask(2)),
                _ => full.push(key.bytes),
            }
            let mut slot = key.hash() & (slots.len() - 1);
            while slots[slot].is_some() {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = Some((key, range));
        }
        Table {
            slots,
            short,
            short_pairs: Gate::of(&pairs),
            full: Gate::of(&full),
        }
    }

    /// Gives `take` the numbers of the phrases whose key stands at the beginning
    /// of `text`; whether what is behind the key fits as well is for it to see.
    #[inline(always)]
    pub(super) fn candidates<B>(
        &self,
        text: &[u8],
        mut take: impl FnMut(usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let loaded = Key::load(text);
        if !self.short.is_empty() && self.short_pairs.lets(loaded & Key::mask(2)) {
            for &length in &self.short {
                if usize::from(length) <= text.len() {
                    self.get(Key::cut(loaded, length), &mut take)?;
                }
            }
        }
        if self.full.lets(loaded) && text.len() >= Key::MOST {
            self.get(Key::cut(loaded, Key::MOST as u8), &mut take)?;
        }
        ControlFlow::Continue(())
    }

    #[inline(never)]
    fn get<B>(&self, key: Key, take: &mut impl FnMut(usize) -> ControlFlow<B>) -> ControlFlow<B> {
        let mut slot = key.hash() & (self.slots.len() - 1);
        while let Some((there, range)) = &self.slots[slot] {
            if *there == key {
                return (range.start as usize..range.end as usize).try_for_each(take);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        ControlFlow::Continue(())
    }
}
