//! One pass over a folded text for all cue phrases of everybody.
//!
//! Facts and wordings name the phrases without which they have nothing to do.
//! All phrases stand in one table; a text is scanned once, and only those whose
//! phrases occur look closer.
//!
//! Phrases begin where words do, so a table of their first letters, asked once a
//! word, does what an automaton would do, and is made in a hundredth of the time.

mod table;

use super::fold::Folded;
use super::word::may_be_of_word;
use std::ops::{ControlFlow, Range};
use table::{Behind, Key, Table};

/// The phrases of several owners, numbered in the order given.
#[derive(Debug)]
pub struct Scanner {
    /// The phrases, and all their letters in one text.
    phrases: Vec<Phrase>,
    letters: String,
    askers: Vec<Asker>,
    /// How many owners there are.
    owners: usize,
    /// What each byte can be the first of.
    bytes: Bytes,
    /// Phrases that begin where a word does.
    words: Table,
    /// Phrases that may begin within a word as well.
    inner: Option<Table>,
}

/// One phrase: where its letters are in `letters`, and where in `askers` those
/// stand who asked for it.
#[derive(Debug)]
struct Phrase {
    start: u32,
    length: u32,
    /// What tells most phrases of one key apart.
    behind: Behind,
    /// One of its askers lets it begin inside a word.
    open_start: bool,
    askers: Range<u32>,
}

impl Phrase {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
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

/// A phrase as one owner asks for it.
#[derive(Debug)]
struct Asked {
    start: u32,
    length: u32,
    asker: Asker,
}

impl Asked {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

/// A cue phrase found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which of the owner's phrases, by its place in the list.
    pub cue: usize,
    /// The place in the folded text.
    pub range: Range<usize>,
}

/// What a scan found, by owner.
#[derive(Debug, Clone)]
pub struct Hits {
    /// By owner, then in text order.
    hits: Vec<Hit>,
    /// Where the hits of each owner begin, and where the last one's end.
    starts: Vec<u32>,
}

impl Scanner {
    /// Takes the phrases of each owner. A phrase is in folded form (lower case,
    /// plain quotes and dashes) and matches whole words; with a `*` at its end
    /// it matches the beginning of a word, with one at its start the end of a
    /// word (`*fahrer`), as compounding languages need.
    pub fn new<I, P>(owners: I) -> Self
    where
        I: IntoIterator<Item = P>,
        P: IntoIterator,
        P::Item: AsRef<str>,
    {
        let mut letters = String::new();
        let mut asked: Vec<Asked> = Vec::new();
        let mut count = 0;
        for (owner, cues) in (0..).zip(owners) {
            count += 1;
            for (cue, phrase) in (0..).zip(cues) {
                let phrase = phrase.as_ref();
                let text = phrase.trim_matches('*');
                // An empty phrase would be found everywhere and say nothing, and
                // one too long to count is found nowhere.
                let Some(length @ 1..) = u32::try_from(text.len()).ok() else {
                    continue;
                };
                asked.push(Asked {
                    start: letters.len() as u32,
                    length,
                    asker: Asker {
                        owner,
                        cue,
                        open_start: phrase.starts_with('*'),
                        open_end: phrase.ends_with('*'),
                    },
                });
                letters.push_str(text);
            }
        }
        let text = |asked: &Asked| &letters[asked.range()];
        // By first letters, so that the phrases of a key stand together; equal
        // phrases become one.
        // A key and a place as one number are sorted far quicker than as two.
        const PLACE: u32 = 28;
        assert!(
            asked.len() < 1 << PLACE,
            "so many phrases cannot be numbered"
        );
        let number = |(at, a)| Key::of(text(a)).number() << PLACE | at;
        let mut order: Vec<u64> = (0..).zip(&asked).map(number).collect();
        order.sort_unstable();
        let place = |number: &u64| (number & ((1 << PLACE) - 1)) as usize;
        for same in order.chunk_by_mut(|a, b| a >> PLACE == b >> PLACE) {
            if same.len() > 1 {
                same.sort_by_key(|number| text(&asked[place(number)]));
            }
        }
        let mut phrases: Vec<Phrase> = Vec::with_capacity(asked.len());
        let mut askers = Vec::with_capacity(asked.len());
        for next in order.iter().map(|number| &asked[place(number)]) {
            let number = askers.len() as u32;
            askers.push(next.asker);
            match phrases.last_mut() {
                Some(last) if letters[last.range()] == *text(next) => {
                    last.askers.end = number + 1;
                    last.open_start |= next.asker.open_start;
                }
                _ => phrases.push(Phrase {
                    start: next.start,
                    length: next.length,
                    behind: Behind::of(text(next)),
                    open_start: next.asker.open_start,
                    askers: number..number + 1,
                }),
            }
        }
        let open = |phrase: &Phrase| phrase.open_start;
        let firsts = phrases.iter().map(|phrase| {
            let first = letters.as_bytes()[phrase.start as usize];
            (first, phrase.open_start)
        });
        Scanner {
            bytes: Bytes::of(firsts),
            words: Table::of(&phrases, &letters, |_| true),
            inner: phrases
                .iter()
                .any(open)
                .then(|| Table::of(&phrases, &letters, open)),
            owners: count,
            phrases,
            letters,
            askers,
        }
    }

    /// Scans `folded` once.
    pub fn scan(&self, folded: &Folded) -> Hits {
        let mut found: Vec<(u32, Hit)> = Vec::new();
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
        while let Some(&byte) = text.as_bytes().get(at) {
            // Here a word begins, or a sign stands.
            if self.bytes.is(byte, Bytes::BEGINS) {
                self.look(&self.words, text, at, false, &mut take)?;
            }
            let (word, length) = self.word_at(text, at, byte);
            at += length;
            if !word {
                continue;
            }
            while let Some(&byte) = text.as_bytes().get(at)
                && let (true, length) = self.word_at(text, at, byte)
            {
                if self.bytes.is(byte, Bytes::BEGINS_INSIDE)
                    && let Some(inner) = &self.inner
                {
                    self.look(inner, text, at, true, &mut take)?;
                }
                at += length;
            }
        }
        ControlFlow::Continue(())
    }

    /// Whether the character at `at`, which begins with `byte`, is part of a word,
    /// and how many bytes it has.
    #[inline(always)]
    fn word_at(&self, text: &str, at: usize, byte: u8) -> (bool, usize) {
        if self.bytes.is(byte, Bytes::BEYOND_ASCII) {
            let c = text[at..].chars().next();
            return c.map_or((false, 1), |c| (is_word(c), c.len_utf8()));
        }
        (self.bytes.is(byte, Bytes::OF_WORD), 1)
    }

    /// Gives `take` the phrases of a table that stand at `at`.
    #[inline(always)]
    fn look<B>(
        &self,
        table: &Table,
        text: &str,
        at: usize,
        inside: bool,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let rest = &text.as_bytes()[at..];
        let mut behind = None;
        table.candidates(rest, |number| {
            let phrase = &self.phrases[number];
            let behind = *behind.get_or_insert_with(|| Behind::load(rest));
            if phrase.behind.fits(behind) && self.begins(phrase, rest) {
                self.report(phrase, text, at, inside, take)
            } else {
                ControlFlow::Continue(())
            }
        })
    }

    /// True if `text` begins with a phrase, of which as much as two numbers hold
    /// stands there.
    #[inline]
    fn begins(&self, phrase: &Phrase, text: &[u8]) -> bool {
        let length = phrase.length as usize;
        length <= text.len()
            && (length <= Behind::WHOLE
                || text.starts_with(&self.letters.as_bytes()[phrase.range()]))
    }

    /// Gives the phrase that stands at `at` to those who asked for it so.
    fn report<B>(
        &self,
        phrase: &Phrase,
        text: &str,
        at: usize,
        inside: bool,
        take: &mut impl FnMut(u32, Hit) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let range = at..at + phrase.length as usize;
        let goes_on = word_goes_on(text, range.end);
        for asker in &self.askers[phrase.askers.start as usize..phrase.askers.end as usize] {
            if (inside && !asker.open_start) || (goes_on && !asker.open_end) {
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

impl Hits {
    /// Puts what was found in text order in the order of owners.
    fn by_owner(found: Vec<(u32, Hit)>, owners: usize) -> Hits {
        let mut starts = vec![0_u32; owners + 1];
        for (owner, _) in &found {
            starts[*owner as usize + 1] += 1;
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let nowhere = Hit {
            cue: 0,
            range: 0..0,
        };
        let mut hits = vec![nowhere; found.len()];
        let mut next = starts.clone();
        for (owner, hit) in found {
            let place = &mut next[owner as usize];
            hits[*place as usize] = hit;
            *place += 1;
        }
        Hits { hits, starts }
    }

    /// The hits of one owner, in text order.
    pub fn of(&self, owner: usize) -> &[Hit] {
        &self.hits[self.starts[owner] as usize..self.starts[owner + 1] as usize]
    }
}

/// What each byte of a text can be the first of.
#[derive(Debug)]
struct Bytes(Box<[u8; 256]>);

impl Bytes {
    /// An ASCII character of words.
    const OF_WORD: u8 = 1;
    /// A character beyond ASCII.
    const BEYOND_ASCII: u8 = 2;
    /// A phrase.
    const BEGINS: u8 = 4;
    /// A phrase that may begin within a word.
    const BEGINS_INSIDE: u8 = 8;

    /// From the first bytes of phrases, and whether these may begin within a word.
    fn of(firsts: impl Iterator<Item = (u8, bool)>) -> Self {
        let mut table = CHARACTERS;
        for (first, inside) in firsts {
            let inside = if inside { Bytes::BEGINS_INSIDE } else { 0 };
            table[usize::from(first)] |= Bytes::BEGINS | inside;
        }
        Bytes(Box::new(table))
    }

    #[inline(always)]
    fn is(&self, byte: u8, what: u8) -> bool {
        self.0[usize::from(byte)] & what != 0
    }
}

/// The bytes before it is known how phrases begin.
static CHARACTERS: [u8; 256] = {
    let mut table = [Bytes::BEYOND_ASCII; 256];
    let mut byte = 0;
    while byte < 0x80 {
        table[byte] = may_be_of_word(byte as u8) as u8 * Bytes::OF_WORD;
        byte += 1;
    }
    table
};

/// True for what makes up words.
fn is_word(c: char) -> bool {
    match u8::try_from(c) {
        Ok(byte @ 0..0x80) => may_be_of_word(byte),
        Ok(_) | Err(_) => c.is_alphanumeric(),
    }
}

/// True if the characters on both sides of `at` belong to one word.
pub fn word_goes_on(text: &str, at: usize) -> bool {
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
            phrases in proptest::collection::vec(r"\*?([ab é.]|(ab |éa|b\.){1,4}){1,3}\*?", 0..8),
            text in "([ab é.]|(ab |éa|b\\.){1,4}){0,16}",
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
