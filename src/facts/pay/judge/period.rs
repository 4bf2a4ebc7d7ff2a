//! The period of a figure that words apart from it give.

use super::super::currency;
use super::super::figure::Figure;
use super::super::text::line_start;
use super::super::words::Word;
use super::Judge;
use super::cues::Cue;
use crate::domain::money::{Amount, Currency, Period};
use crate::text::floor;
use std::ops::Range;

/// Bytes of the longest sentence about all figures.
const LONGEST_OF_ALL: usize = 80;

/// What such a sentence calls them.
const FIGURES: &[&str] = &[
    "rates", "figures", "amounts", "salaries", "wages", "numbers", "ranges",
];

/// What else it says.
#[rustfmt::skip]
const BESIDE_FIGURES: &[&str] = &[
    "all", "the", "these", "pay", "salary", "wage", "compensation", "base", "dollar", "above", "below", "listed", "shown",
    "posted", "stated", "given", "quoted", "expressed", "in", "as", "are", "gross", "usd", "us", "dollars", "and", "here",
];

impl Judge<'_> {
    /// The period that words apart from the figure give: "annual salary",
    /// "Hourly rate:".
    pub(super) fn period_in_words(
        &self,
        figure: &Figure,
        sentence: &Range<usize>,
    ) -> Option<Period> {
        let words = self.text.words();
        let currency = self
            .surroundings
            .resolve(self.text, figure.sign, &figure.range);
        let size = currency::plain_period(currency, figure.bottom(), figure.top());
        let plausible =
            |period| currency::is_plausible(currency, Some(period), figure.bottom(), figure.top());
        let fits = |period: Period| match period {
            Period::Hour | Period::Day => size != Some(Period::Year),
            // A mile, or half a month: what is paid twice a month is often said of a year's pay.
            Period::Other => {
                let mile = figure.top() < Amount::from(5);
                size.is_none() && (mile || figure.bottom() >= Amount::from(300))
            }
            Period::Week | Period::Month | Period::Year | Period::Project => plausible(period),
        };
        let of = |cue: &Cue| match cue.word {
            Word::Per(period) if !self.is_of_a_part(cue) && fits(period) => Some(period),
            _ => None,
        };
        let before = self
            .cues_in(sentence.start..figure.range.start)
            .iter()
            .rev()
            .take_while(|c| {
                let gap = &words[c.range.end.min(figure.range.start)..figure.range.start];
                !gap.contains(['$', '€', '£']) || gap.len() < 4
            })
            .find_map(of);
        let behind = || {
            let near = floor(words, sentence.end.min(figure.range.end + 60));
            self.cues_in(figure.range.end..near)
                .iter()
                .take_while(|c| {
                    let gap = &words[figure.range.end..c.range.start];
                    !gap.contains(['$', '€', '£', '+', ';'])
                })
                .find_map(of)
        };
        // "Monthly team events" above is no label of pay.
        let labels = || {
            self.labels(&figure.range).into_iter().find_map(|label| {
                let cues = self.cues_in(label.clone());
                let of_pay = cues.iter().any(Cue::is_pay);
                let alone = cues.len() == 1 && cues[0].range.len() + 2 >= label.len();
                cues.iter().rev().filter(|_| of_pay || alone).find_map(of)
            })
        };
        // "Pay scale type: Hourly. Pay scale: 22.00 - 28.00"
        let line = || {
            let start = line_start(words, figure.range.start);
            let head = &words[start..sentence.start.max(start)];
            let bare = !head.bytes().any(|b| b.is_ascii_digit());
            let cues = self.cues_in(start..start + head.len());
            let of_pay = cues.iter().any(Cue::is_pay);
            cues.iter()
                .rev()
                .filter(|_| bare && of_pay && head.len() <= 60)
                .find_map(of)
        };
        let told = || self.told.filter(|period| fits(*period));
        before
            .or_else(behind)
            .or_else(labels)
            .or_else(line)
            .or_else(told)
    }

    /// Whether a figure that follows another can be paid for the same period: "$25 an hour.
    /// Salary: $80,000" cannot.
    pub(super) fn fits_size(
        &self,
        figure: &Figure,
        currency: Option<Currency>,
        period: Period,
    ) -> bool {
        let size = currency::plain_period(currency, figure.bottom(), figure.top());
        let short = matches!(period, Period::Hour | Period::Day);
        !(short && size == Some(Period::Year))
            && currency::is_plausible(currency, Some(period), figure.bottom(), figure.top())
    }

    /// The period that a sentence gives all figures: "Rates are hourly.", "All figures are
    /// annual."
    pub(super) fn told_of_all(&self) -> Option<Period> {
        let words = self.text.words();
        let mut told = None;
        for cue in &self.cues {
            let Word::Per(period) = cue.word else {
                continue;
            };
            let view = self.text.folded.view(cue.range.clone());
            let sentence = self.text.folded.range(self.prose.sentence_at(view.start));
            if sentence.len() > LONGEST_OF_ALL || sentence.end < cue.range.end {
                continue;
            }
            let head = &words[sentence.start..cue.range.start.max(sentence.start)];
            let mut said = head
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty());
            let figures = head.contains(" are ") && said.clone().any(|w| FIGURES.contains(&w));
            let plain = said.all(|word| FIGURES.contains(&word) || BESIDE_FIGURES.contains(&word));
            let rest = words[cue.range.end..sentence.end].trim_matches([' ', '.', '*', '_', ')']);
            let ends = matches!(rest, "" | "rates" | "figures" | "amounts" | "salaries");
            if figures && plain && ends {
                if told.is_some_and(|other| other != period) {
                    return None;
                }
                told = Some(period);
            }
        }
        told
    }

    /// "annual bonus": the period is not that of the pay.
    fn is_of_a_part(&self, cue: &Cue) -> bool {
        let words = self.text.words();
        let near = floor(words, (cue.range.end + 24).min(words.len()));
        self.cues_in(cue.range.end..near)
            .iter()
            .find(|c| !matches!(c.word, Word::Per(_)))
            .is_some_and(|c| {
                let gap = &words[cue.range.end..c.range.start];
                matches!(
                    c.word,
                    Word::Bonus
                        | Word::Commission
                        | Word::Equity
                        | Word::Stipend
                        | Word::Purpose
                        | Word::Elsewhere
                ) && !gap.contains([',', '.', ';', ':', '$'])
            })
    }
}
