//! A scanner from the phrases of its owners.

use super::table::{Head, Pairs, Table};
use super::{Asker, Inner, Phrase, Scanner, is_word};
use std::ops::Range;

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
        // First letters and a place as one number are sorted far quicker than as two.
        const PLACE: u32 = 28;
        assert!(
            asked.len() < 1 << PLACE,
            "so many phrases cannot be numbered"
        );
        let number = |(at, a)| Head::of(text(a)).number() << PLACE | at;
        let mut order: Vec<u64> = (0..).zip(&asked).map(number).collect();
        order.sort_unstable();
        let place = |number: &u64| (number & ((1 << PLACE) - 1)) as usize;
        for same in order.chunk_by_mut(|a, b| a >> PLACE == b >> PLACE) {
            if same.len() > 1 {
                // Those that are looked up by eight bytes behind those by four.
                same.sort_by_key(|number| {
                    let text = text(&asked[place(number)]);
                    (text.len() >= Head::MOST, text)
                });
            }
        }
        let mut phrases: Vec<Phrase> = Vec::with_capacity(asked.len());
        let mut askers = Vec::with_capacity(asked.len());
        for next in order.iter().map(|number| &asked[place(number)]) {
            let number = askers.len() as u32;
            askers.push(next.asker);
            let head = Head::of(text(next));
            if let Some(last) = phrases.last_mut() {
                if letters[last.range()] == *text(next) {
                    last.askers.end = number + 1;
                    last.open_start |= next.asker.open_start;
                    last.ends_word &= !next.asker.open_end;
                    continue;
                }
                last.goes_on = last.head.key() == head.key();
            }
            phrases.push(Phrase {
                start: next.start,
                length: next.length,
                head,
                open_start: next.asker.open_start,
                ends_word: text(next).chars().next_back().is_some_and(is_word)
                    && !next.asker.open_end,
                goes_on: false,
                askers: number..number + 1,
            });
        }
        let open = |phrase: &Phrase| phrase.open_start;
        let inner = phrases.iter().any(open).then(|| {
            let table = Table::of(&phrases, open);
            Inner {
                firsts: table.firsts(),
                pairs: Pairs::of(
                    phrases
                        .iter()
                        .filter(|phrase| open(phrase))
                        .map(|phrase| phrase.head),
                ),
                table,
            }
        });
        Scanner {
            words: Table::of(&phrases, |_| true),
            inner,
            owners: count,
            phrases,
            letters,
            askers,
        }
    }
}
