//! Figures that are a sentence by themselves: "$85,000 plus bonus.", and lists of
//! rates with a shift each: "Days $20, nights $24".

use super::super::figure::Figure;
use super::super::text::line_start;
use super::super::words::Word;
use super::Judge;
use crate::domain::money::Amount;
use crate::facts::phrases::words;
use crate::posting::Role;
use std::ops::Range;

/// Words for the time of a shift.
#[rustfmt::skip]
pub(super) const SHIFTS: &[&str] = &[
    "day", "days", "night", "nights", "evening", "evenings", "overnight", "overnights", "weekend",
    "weekends", "weekday", "weekdays", "morning", "mornings", "shift", "swing",
];

/// What stands beside the shifts and the figures in a list of them.
#[rustfmt::skip]
const BESIDE_SHIFTS: &[&str] = &[
    "shifts", "1st", "2nd", "3rd", "first", "second", "third", "on", "for", "and", "per", "an", "hour", "hr", "usd",
];

/// What comes on top of pay, or what it hangs on.
const COMPANIONS: &[&str] = words![
    "bonus" "bonuses" "benefits" "commission" "commissions" "tips" "equity" "overtime" "ot" "doe"
];

/// Before or after tax, in the languages of postings.
const GROSS: &[&str] = &[
    "gross", "before", "tax", "brutto", "brut", "bruts", "bruto", "brutos", "lordi", "lordo",
    "netto", "net", "nets", "neto", "netos", "netti",
];

/// Before tax, in languages in which pay is told so and prices seldom are.
const BEFORE_TAX: &[&str] = &[
    "brutto", "brut", "bruts", "bruto", "brutos", "lordi", "lordo", "lorda", "hrubého", "bruttó",
];

/// What a reader is asked to pay for.
const PRICED: &[&str] = words![
    "ticket" "tickets" "admission" "entry" "seats" "passes" "lessons" "rentals" "rooms" "menu" "prices"
    "brunch" "lunch" "dinner" "buffet" "cover"
];

/// Whom the work is for, which says nothing of money.
const PEOPLE: &[&str] = &["customers", "clients", "users", "merchants"];

impl Judge<'_> {
    /// Whether a figure is a sentence, alone or with what comes on top of it.
    pub(super) fn is_sentence(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        if self.is_led_elsewhere(sentence) {
            return false;
        }
        let behind = words[figure.range.end..sentence.end.max(figure.range.end)]
            .split('\n')
            .next();
        let mut rest = behind
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !matches!(*word, "" | "plus" | "and" | "with"));
        self.opens(figure, sentence) && rest.all(|word| COMPANIONS.contains(&word))
    }

    /// "- 3.200 € brutto im Monat" among what is offered: a line that holds an amount, its
    /// period, and nothing that would be paid besides.
    pub(super) fn is_whole_line(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let start = line_start(words, figure.range.start);
        let head = &words[start..figure.range.start];
        let rest = words[figure.range.end..].split('\n').next();
        let mut rest = rest
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        figure.stretch.is_some()
            && !head.contains(char::is_alphanumeric)
            && rest.all(|word| GROSS.contains(&word))
    }

    /// "Vollzeit, 2.800 € brutto pro Monat": an amount that is told before tax, in it or right
    /// behind it.
    pub(super) fn is_before_tax(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let taxed = |words: &str, most: usize| {
            let mut words = words
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty());
            words
                .by_ref()
                .take(most)
                .any(|word| BEFORE_TAX.contains(&word))
        };
        let behind = words[figure.range.end..].split('\n').next();
        figure.sign.is_some()
            && (taxed(&words[figure.range.clone()], usize::MAX)
                || taxed(behind.unwrap_or_default(), 1))
    }

    /// Whether the sentence before, on the same line, is about other money: "Menu prices. $20
    /// weekdays, $22 weekends."
    fn is_led_elsewhere(&self, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let line = line_start(words, sentence.start);
        let head = words[line..sentence.start].trim_end_matches([' ', '.', '!', '?']);
        let start = line + head.rfind(['.', '!', '?']).map_or(0, |i| i + 1);
        let said = &words[start..line + head.len()];
        // "Ask for tickets!" and no longer, which might be what one does in the job.
        let priced = said.split_whitespace().count() <= 5
            && said
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| PRICED.contains(&word));
        priced
            || self.cues_in(start..line + head.len()).iter().any(|cue| {
                let money = matches!(cue.word, Word::Elsewhere | Word::Stipend | Word::Bonus);
                money && !PEOPLE.contains(&&words[cue.range.clone()])
            })
    }

    /// Whether nothing stands before a figure in its sentence.
    pub(super) fn opens(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let start = sentence.start.max(line_start(words, figure.range.start));
        let head = &words[..start.min(figure.range.start)];
        let begins = head.is_empty() || head.trim_end_matches(' ').ends_with(['.', '!', '?', '\n']);
        begins
            && !words[start.min(figure.range.start)..figure.range.start]
                .contains(char::is_alphanumeric)
    }

    /// "$20 weekdays, $22 weekends", "1st shift 20.00/hr, 2nd shift 21.50/hr": a sentence of
    /// nothing but shifts and their hourly rates.
    pub(super) fn is_list_of_shifts(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(100);
        let text = &self.text.words()[sentence.clone()];
        let mut shifts = 0;
        let known = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                let shift = SHIFTS.contains(&word);
                shifts += usize::from(shift);
                shift || BESIDE_SHIFTS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
            });
        let rates = text
            .matches(['$', '€', '£'])
            .count()
            .max(text.matches("/h").count());
        let benefits = self
            .section(&figure.range)
            .is_some_and(|s| matches!(s.role, Role::Benefits | Role::Company));
        let money = figure.sign.is_some() || figure.stretch.is_some();
        let elsewhere = benefits || self.is_led_elsewhere(sentence);
        rate && money && known && shifts >= 2 && rates >= 2 && !elsewhere
    }
}
