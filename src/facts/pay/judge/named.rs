//! Figures that only the name of a period leads: "Hourly: 22-25", a column
//! headed "Hourly"; and shares of what the work brings in.

use super::super::currency;
use super::super::figure::Figure;
use super::super::text::line_start;
use super::super::words::Word;
use super::Judge;
use crate::domain::money::{Amount, Period};
use crate::posting::Role;
use std::ops::Range;

impl Judge<'_> {
    /// The period that stands over a figure or before it as its only name, if
    /// the figure is as large as pay for it and nothing more is said.
    pub(super) fn named_by_period(&self, figure: &Figure) -> Option<Period> {
        let words = self.text.words();
        let line = line_start(words, figure.range.start);
        let head = words[line..figure.range.start]
            .trim_end_matches([' ', '*', '_', '\t'])
            .strip_suffix(':')
            // "FT | Days | Hourly: 17.50 to 23.10"
            .map(|head| {
                let from = head.rfind(['|', '\u{b7}', '\u{2022}']);
                let sign = from.and_then(|at| head[at..].chars().next());
                line + from.unwrap_or(0) + sign.map_or(0, char::len_utf8)..line + head.len()
            });
        let column = || {
            let heads = self.heads_of_cell(&figure.range);
            heads.into_iter().next()
        };
        let label = head.or_else(column)?;
        let period = self.period_alone(&label)?;
        let benefits = self
            .section(&figure.range)
            .is_some_and(|s| matches!(s.role, Role::Benefits | Role::Company));
        let (least, most) = match period {
            Period::Hour => (7, 400),
            Period::Day => (60, 3_000),
            Period::Week => (250, 10_000),
            Period::Month => (900, 30_000),
            Period::Year => (15_000, 1_000_000),
            Period::Project | Period::Other => return None,
        };
        let sized = figure.bottom() >= Amount::from(least) && figure.top() <= Amount::from(most);
        let agrees = figure.stretch.is_none_or(|stretch| stretch == period);
        (sized && agrees && !benefits && self.ends_there(figure)).then_some(period)
    }

    /// The period, if `label` says it and no more than it.
    fn period_alone(&self, label: &Range<usize>) -> Option<Period> {
        let [cue] = self.cues_in(label.clone()) else {
            return None;
        };
        let Word::Per(period) = cue.word else {
            return None;
        };
        let words = self.text.words();
        let rest = [
            &words[label.start..cue.range.start],
            &words[cue.range.end..label.end],
        ];
        let alone = rest
            .iter()
            .flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()))
            .filter(|word| !word.is_empty())
            .all(|word| matches!(word, "range" | "usd" | "amount" | "gross" | "full" | "time"));
        alone.then_some(period)
    }

    /// Whether no word behind a figure says what is counted: "Hourly: 22-25
    /// patients".
    pub(super) fn ends_there(&self, figure: &Figure) -> bool {
        let rest = self.text.words()[figure.range.end..].trim_start_matches([' ', '*', '_', '\t']);
        let len = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let leads_on = [
            "doe",
            "depending",
            "based",
            "dep",
            "plus",
            "with",
            "to",
            "and",
            "or",
            "non",
            "flat",
            "firm",
            "starting",
        ];
        len == 0 || leads_on.contains(&&rest[..len])
    }

    /// Whether a bare figure right behind a word for pay is written or named as
    /// an hourly rate: "Pay scale: 22.00 - 28.00", "Hourly rate: 22 - 25".
    pub(super) fn is_bare_rate(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(250);
        if !rate || figure.percent || !self.ends_there(figure) {
            return false;
        }
        let range = figure.min.is_some() && figure.max.is_some() && figure.min != figure.max;
        let cents = self.text.words()[figure.amounts.clone()]
            .split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .filter(|number| !number.is_empty())
            .all(|number| {
                number
                    .rsplit_once('.')
                    .is_some_and(|(_, cents)| cents.len() == 2)
            });
        let dollars = self
            .surroundings
            .resolve(self.text, figure.sign, &figure.range)
            .is_none_or(|c| {
                currency::plain_period(Some(c), Amount::from(15_000), Amount::from(15_000))
                    == Some(Period::Year)
            });
        let hourly = || {
            self.period_in_words(figure, sentence) == Some(Period::Hour)
                || self.text.words()[sentence.start..figure.range.start].ends_with("wage: ")
        };
        // "Pay: 18-21", and nothing between the two.
        let head = &self.text.words()[sentence.start..figure.range.start];
        let behind_pay = ["pay: ", "wage: ", "wages: ", "pay range: ", "pay rate: "]
            .iter()
            .any(|label| head.ends_with(label));
        let near = figure.top() <= figure.bottom() + figure.bottom();
        let plain = range && near && behind_pay;
        dollars && (range && cents || plain || (range || cents) && hourly())
    }

    /// Whether a percentage is a share of what the work brings in: "27% of the
    /// load", "30% of collections".
    pub(super) fn is_share_of_takings(&self, figure: &Figure) -> bool {
        let rest = self.text.words()[figure.range.end..].trim_start_matches(' ');
        let Some(rest) = rest.strip_prefix("of ") else {
            return false;
        };
        rest.split(|c: char| !(c.is_alphabetic() || c == '-'))
            .filter(|word| !word.is_empty())
            .take(4)
            .take_while(|word| !matches!(*word, "and" | "or" | "for" | "to" | "in"))
            .any(|word| TAKINGS.contains(&word))
    }
}

/// What the work of one person brings in.
#[rustfmt::skip]
const TAKINGS: &[&str] = &[
    "load", "loads", "line-haul", "linehaul", "gross", "revenue", "fare", "fares", "ticket", "tickets",
    "collections", "production", "billings", "invoice", "invoices", "linehauls", "freight", "sales",
    "services",
];
