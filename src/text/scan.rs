//! One pass over a folded text for all cue phrases of everybody.
//!
//! Facts and wordings name the phrases without which they have nothing to do.
//! All phrases stand in one table; a text is scanned once, and only those whose
//! phrases occur look closer.
//!
//! Phrases begin where words do, so a table of their first letters, asked once a
//! word, does what an automaton would do, and is made in a hundredth of the time.

mod block;
mod build;
mod hits;
mod table;

use super::fold::Folded;
use super::word::may_be_of_word;
use block::{Block, Bytes};
pub use hits::{Hit, Hits};
use std::ops::{ControlFlow, Range};
use table::{Firsts, Head, Pairs, Table};

/// The phrases of several owners, numbered in the order given.
#[derive(Debug)]
pub struct Scanner {
    /// The phrases, those of one key together, and all their letters in one text.
    phrases: Vec<Phrase>,
    letters: String,
    askers: Vec<Asker>,
    /// How many owners there are.
    owners: usize,
    /// Phrases that begin where a word does, or with a sign.
    words: Table,
    /// Phrases that may begin within a word as well.
    inner: Option<Inner>,
}

/// Phrases that may begin anywhere, and what says of most places that none does.
#[derive(Debug)]
struct Inner {
    firsts: Firsts,
    pairs: Pairs,
    table: Table,
}

/// One phrase: where its letters are in `letters`, and where in `askers` those
/// stand who asked for it.
#[derive(Debug)]
struct Phrase {
    start: u32,
    length: u32,
    head: Head,
    /// One of its askers lets it begin inside a word.
    open_start: bool,
    /// Its last character is of a word, and none of its askers lets this go on.
    ends_word: bool,
    /// The next phrase has the same key.
    goes_on: bool,
    askers: Range<u32>,
}

impl Phrase {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

/// A place in a text, inside a word or not.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    text: &'t str,
    at: usize,
    inside: bool,
}

impl<'t> Place<'t> {
    fn rest(self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }
}

#[derive(Debug, Clone, Copy)]
struct Asker {
    owner: u32,
    cue: u32,
    /// The phrase may begin inside a word (`*gehalt`).
    open_start: bool,
    /// The phrase may go on within the word (`equal opportunit*`).
    open_end: bool,
}

impl Scanner {
    /// Scans `folded` once.
    pub fn scan(&self, folded: &Folded) -> Hits {
        // About as many as a posting has; a list that grows is copied again and again.
        let mut found: Vec<(u32, Hit)> = Vec::with_capacity(folded.text().len() / 6);
        let _: ControlFlow<()> = self.each(folded.text(), |owner, hit| {
            found.push((owner, hit));
            ControlFlow::Continue(())
        });
        // Of one place in the order of their ends.
        for same in found.chunk_by_mut(|(_, a), (_, b)| a.range.start == b.range.start) {
            if same.len() > 1 {
                same.sort_by_key(|(_, hit)| (hit.range.end, hit.cue));
            }
        }
        Hits::by_owner(found, self.owners)
    }

    /// Gives `take` the phrases that stand in a folded text, each with its owner,
    /// in the order of their beginnings, until it breaks off.
    pub fn each<B>(
        &self,
        text: &str,
        mut take: impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let mut at = 0;
        // What stands before `at` is of a word.
        let mut in_word = false;
        while at < text.len() {
            let rest = &text[at..];
            let mut end = [0; Block::MOST];
            let bytes: &Bytes = match rest.as_bytes().first_chunk() {
                Some(bytes) => bytes,
                None => {
                    end[..rest.len()].copy_from_slice(rest.as_bytes());
                    &end
                }
            };
            let block = Block::of(rest, bytes);
            let inside = block.words & (block.words << 1 | u64::from(in_word));
            // Here a word begins, or a sign stands.
            let mut left = !inside & block.characters;
            if self.words.lengths_of(b' ') == 0 {
                left &= !block.spaces;
            }
            if let Some(inner) = &self.inner {
                left |= inside & block.characters & inner.firsts.mask(bytes);
            }
            while left != 0 {
                let place = left.trailing_zeros() as usize;
                left &= left - 1;
                match &self.inner {
                    Some(inner) if inside >> place & 1 != 0 => {
                        if inner.pairs.stand_at(text, at + place) {
                            self.look_inside(&inner.table, text, at + place, &mut take)?;
                        }
                    }
                    _ => {
                        let (at, inside) = (at + place, false);
                        self.look(&self.words, Place { text, at, inside }, &mut take)?;
                    }
                }
            }
            in_word = block.words >> (block.length - 1) & 1 != 0;
            at += block.length;
        }
        ControlFlow::Continue(())
    }

    /// Gives `take` the phrases that stand at `at`, inside a word.
    #[inline(never)]
    fn look_inside<B>(
        &self,
        table: &Table,
        text: &str,
        at: usize,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let inside = true;
        self.look(table, Place { text, at, inside }, take)
    }

    /// Gives `take` the phrases that stand at a place.
    #[inline(always)]
    fn look<B>(
        &self,
        table: &Table,
        place: Place<'_>,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let rest = place.rest();
        let first = table.lengths_of(rest[0]);
        if first == 0 {
            return ControlFlow::Continue(());
        }
        let head = Head::load(rest);
        let mut keys = table.keys_at(head, first);
        while keys != 0 {
            let length = keys.trailing_zeros() as u8;
            keys &= keys - 1;
            self.look_up(
                table.first(head.cut(length), &self.phrases),
                head,
                place,
                take,
            )?;
        }
        ControlFlow::Continue(())
    }

    /// Gives `take` the phrases of one key, from the first on, that stand at a place
    /// with this head.
    #[inline(never)]
    fn look_up<B>(
        &self,
        first: Option<usize>,
        head: Head,
        place: Place<'_>,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let Some(mut number) = first else {
            return ControlFlow::Continue(());
        };
        loop {
            let phrase = &self.phrases[number];
            if head.begins_with(phrase.head) && self.begins(phrase, place.rest()) {
                self.report(phrase, place, take)?;
            }
            if !phrase.goes_on {
                return ControlFlow::Continue(());
            }
            number += 1;
        }
    }

    /// True if `text` begins with a phrase, of which the head stands there.
    #[inline]
    fn begins(&self, phrase: &Phrase, text: &[u8]) -> bool {
        phrase.length as usize <= Head::MOST
            || text.starts_with(&self.letters.as_bytes()[phrase.range()])
    }

    /// Gives the phrase that stands at a place to those who asked for it so.
    fn report<B>(
        &self,
        phrase: &Phrase,
        place: Place<'_>,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let range = place.at..place.at + phrase.length as usize;
        let goes_on = word_goes_on(place.text, range.end);
        for asker in &self.askers[phrase.askers.start as usize..phrase.askers.end as usize] {
            if (place.inside && !asker.open_start) || (goes_on && !asker.open_end) {
                continue;
            }
            let hit = Hit {
                cue: asker.cue as usize,
                range: range.clone(),
            };
            take(asker.owner, hit)?;
        }
        ControlFlow::Continue(())
    }
}

/// True for what makes up words.
fn is_word(c: char) -> bool {
    match u8::try_from(c) {
        Ok(byte @ 0..0x80) => may_be_of_word(byte),
        Ok(_) | Err(_) => c.is_alphanumeric(),
    }
}

/// What [`may_be_of_word`] says of ASCII.
static OF_WORD: [bool; 128] = {
    let mut table = [false; 128];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = may_be_of_word(byte as u8);
        byte += 1;
    }
    table
};

/// True if the characters on both sides of `at` belong to one word.
pub fn word_goes_on(text: &str, at: usize) -> bool {
    if let Some(&[before, after]) = text.as_bytes().get(at.wrapping_sub(1)..=at)
        && before.is_ascii()
        && after.is_ascii()
    {
        return OF_WORD[usize::from(before)] && OF_WORD[usize::from(after)];
    }
    text[..at].chars().next_back().is_some_and(is_word)
        && text[at..].chars().next().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(scanner: &Scanner, text: &str, owner: usize) -> Vec<(usize, String)> {
        let folded = Folded::of(text);
        scanner
            .scan(&folded)
            .of(owner)
            .iter()
            .map(|h| (h.cue, folded.text()[h.range.clone()].to_owned()))
            .collect()
    }

    #[test]
    fn each_owner_gets_its_own_cues_from_one_pass() {
        let scanner = Scanner::new([vec!["eeo", "equal opportunit*"], vec!["equal", "pay"]]);
        let text = "We pay equal. Equal opportunities: EEO, not eeoc or payroll.";
        assert_eq!(
            words(&scanner, text, 0),
            [(1, "equal opportunit".into()), (0, "eeo".into())]
        );
        assert_eq!(
            words(&scanner, text, 1),
            [(1, "pay".into()), (0, "equal".into()), (0, "equal".into())]
        );
    }

    #[test]
    fn a_star_in_front_finds_the_end_of_a_compound() {
        let scanner = Scanner::new([["*gehalt"]]);
        assert_eq!(words(&scanner, "Jahresgehalt, Gehaltsband", 0).len(), 1);
    }

    #[test]
    fn short_phrases_signs_and_letters_with_accents_are_found_as_well() {
        let scanner = Scanner::new([vec![
            "€",
            "k",
            "pa",
            "écr*",
            "*prime",
            "a/b",
            "écrivez-nous",
        ]]);
        let text = "Écrivez-nous: 30k pa, 30 k, €5, Monatsprime, a/b, pay, la/b";
        assert_eq!(
            words(&scanner, text, 0),
            [
                (3, "écr".into()),
                (6, "écrivez-nous".into()),
                (2, "pa".into()),
                (1, "k".into()),
                (0, "€".into()),
                (4, "prime".into()),
                (5, "a/b".into()),
            ]
        );
    }

    #[test]
    fn no_phrases_find_nothing() {
        let scanner = Scanner::new([Vec::<&str>::new(), vec!["", "*"]]);
        assert_eq!(words(&scanner, "anything", 1), []);
    }

    proptest::proptest! {
        #[test]
        fn every_phrase_is_found_that_a_plain_search_finds(
            phrases in proptest::collection::vec(r"\*?([ab é.£5]|(ab |éa|b\.){1,4}){1,3}\*?", 0..8),
            text in "([ab é.£5]|(ab |éa|b\\.){1,4}){0,16}",
        ) {
            let scanner = Scanner::new([&phrases]);
            let folded = Folded::of(&text);
            let mut plain: Vec<Hit> = Vec::new();
            for (cue, phrase) in phrases.iter().enumerate() {
                let core = phrase.trim_matches('*');
                for at in folded.text().char_indices().map(|(at, _)| at) {
                    let end = at + core.len();
                    if folded.text()[at..].starts_with(core)
                        && (phrase.starts_with('*') || !word_goes_on(folded.text(), at))
                        && (phrase.ends_with('*') || !word_goes_on(folded.text(), end))
                    {
                        plain.push(Hit { cue, range: at..end });
                    }
                }
            }
            plain.sort_by_key(|h| (h.range.start, h.range.end, h.cue));
            let hits = scanner.scan(&folded);
            proptest::prop_assert_eq!(hits.of(0), &plain[..]);
        }
    }
}
