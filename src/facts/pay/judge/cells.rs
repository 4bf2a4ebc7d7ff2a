//! Figures in cells of tables: the heads of their column and row, and whether these make
//! a bare number pay.

use super::super::figure::{Figure, is_rank};
use super::super::table;
use super::super::words::Word;
use super::Judge;
use crate::document::BlockKind;
use crate::domain::money::{Amount, Period};
use crate::posting::Role;
use std::ops::Range;

impl Judge<'_> {
    /// The heads of the column and of the row of the cell that `place` lies in.
    pub(super) fn heads_of_cell(&self, place: &Range<usize>) -> Vec<Range<usize>> {
        let folded = self.text.folded;
        let blocks = &self.prose.posting.document.blocks;
        let view = folded.view(place.clone());
        let mut heads = Vec::new();
        let index = blocks.partition_point(|b| b.span.start <= view.start);
        if let Some(index) = index.checked_sub(1)
            && let BlockKind::Cell { row, column } = blocks[index].kind
        {
            if let Some(header) = self.headers[index] {
                heads.push(folded.range(blocks[header].span));
            }
            let mut before = blocks[..index].iter().rev();
            let row_head = before
                .by_ref()
                .take_while(|b| matches!(b.kind, BlockKind::Cell { row: r, .. } if r == row))
                .last()
                .filter(|_| column > 0);
            heads.extend(row_head.map(|head| folded.range(head.span)));
        }
        heads
    }

    /// "Step | Rate", "Min | Mid | Max" under "Pay": a number alone in its cell under a head
    /// that says nothing but pay, or an end of it, and as large as pay.
    pub(super) fn is_cell_of_pay(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let heads = self.heads_of_cell(&figure.range);
        let Some(head) = heads.first().cloned() else {
            return false;
        };
        let benefits = self
            .section(&figure.range)
            .is_some_and(|s| matches!(s.role, Role::Benefits | Role::Company));
        let cues = self.cues_in(head.clone());
        let says_pay = cues.iter().any(|cue| cue.is_pay());
        let rate = words[head.clone()].contains("rate") && cues.len() == 1;
        let end = table::names_end(&words[head.clone()]);
        // "Step 1 | Step 2" needs a word for pay over it, "Min | Max" and "Rate" at least ranks.
        let step = words[head.clone()]
            .split(|c: char| !c.is_alphanumeric())
            .any(is_rank);
        let over = || self.is_under_word_for_pay(figure, &heads);
        let named = says_pay && !rate
            || (rate || end) && (self.is_of_ranks(&heads) || over())
            || step && over();
        let plain = words[head]
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| HEADS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit()));
        let alone = !words[..figure.range.start]
            .trim_end_matches([' ', '*', '_', '$'])
            .ends_with(char::is_alphanumeric);
        if benefits || !named || !plain || !alone || !self.ends_there(figure) {
            return false;
        }
        let between = |least: i64, most: i64| {
            figure.bottom() >= Amount::from(least) && figure.top() <= Amount::from(most)
        };
        let money = figure.sign.is_some() || figure.marked;
        match figure
            .stretch
            .or_else(|| self.period_in_words(figure, sentence))
        {
            Some(Period::Hour) => between(7, 400),
            Some(Period::Month) => between(900, 30_000),
            Some(Period::Year) => between(15_000, 1_000_000),
            Some(Period::Day | Period::Week | Period::Project | Period::Other) => false,
            None => between(15_000, 1_000_000) || money && between(7, 250),
        }
    }

    /// Whether the head of a row, or of the column of these heads, is a rank or a period.
    fn is_of_ranks(&self, heads: &[Range<usize>]) -> bool {
        let words = self.text.words();
        let corner = heads.get(1).and_then(|head| {
            let corner = self.heads_of_cell(head).into_iter().next();
            corner.filter(|corner| corner != head)
        });
        heads.get(1).into_iter().chain(&corner).any(|head| {
            let cues = self.cues_in(head.clone());
            let mut words = words[head.clone()].split(|c: char| !c.is_alphanumeric());
            cues.iter().any(|cue| matches!(cue.word, Word::Per(_))) || words.any(is_rank)
        })
    }

    /// Whether a heading or line over a table speaks of pay.
    fn is_under_word_for_pay(&self, figure: &Figure, heads: &[Range<usize>]) -> bool {
        let section = self.section(&figure.range);
        section.is_some_and(|s| s.role == Role::Pay)
            || self.labels(&figure.range).into_iter().any(|label| {
                let beside =
                    |head: &Range<usize>| head.end <= label.start || head.start >= label.end;
                heads.iter().all(beside) && self.cues_in(label).iter().any(|cue| cue.is_pay())
            })
    }
}

/// What the head of a column of pay is made of.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "pay", "salary", "salaries", "wage", "wages", "compensation", "rate", "rates", "range", "base", "scale",
    "band", "hourly", "annual", "annually", "yearly", "monthly", "per", "hour", "hr", "year", "yr", "month",
    "min", "mid", "max", "minimum", "midpoint", "maximum", "low", "lower", "lowest", "high", "higher",
    "highest", "upper", "top", "bottom", "from", "to", "start", "starting", "entry", "step", "level", "usd",
    "gross", "end", "of", "in", "dollars", "our", "the",
];
