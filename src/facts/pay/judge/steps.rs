//! Lists of steps with a figure each: "Step 1 $19.10", "2-3 years: $20.05", "BA: $52,000".

use super::super::figure::Figure;
use super::super::text::line_start;
use super::Judge;
use crate::domain::money::{Amount, Period};
use crate::facts::phrases::words;
use crate::posting::Role;
use crate::text::{ceil, floor};

/// What the label of a step has at least one of.
const STEPS: &[&str] = words![
    "step" "year" "years" "yr" "yrs" "entry" "journey" "journeyman" "journeyperson" "apprentice" "period"
    "level" "grade" "hire" "lane" "pgy" "ba" "bs" "ma" "ms" "phd" "bachelor" "bachelors" "master" "masters"
    "doctorate" "probation"
];

/// What stands beside it in the label.
const BESIDE: &[&str] = words![
    "new" "after" "of" "experience" "exp" "at" "to" "and" "or" "the" "first" "second" "third" "fourth"
    "with" "over" "under" "less" "than" "more" "s" "degree" "rate" "pay" "wage" "plus" "a" "b" "c" "i" "ii"
    "iii" "iv"
];

/// What parts the steps of a list.
const PARTING: [char; 5] = ['\n', '|', ';', '•', ','];

/// How far around a figure another step is looked for, in bytes.
const NEAR: usize = 160;

impl Judge<'_> {
    /// Whether a figure is that of a step, in a list of them or under a word for pay.
    pub(super) fn is_step_of_pay(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let between = |least: i64, most: i64| {
            figure.bottom() >= Amount::from(least) && figure.top() <= Amount::from(most)
        };
        let sized = match figure.stretch {
            Some(Period::Hour) => between(7, 250),
            Some(Period::Year) => between(15_000, 500_000),
            None => between(7, 250) || between(15_000, 500_000),
            Some(_) => false,
        };
        if figure.sign.is_none() || figure.percent || !sized || !self.ends_there(figure) {
            return false;
        }
        let line = line_start(words, figure.range.start);
        let head = words[line..figure.range.start].rsplit(PARTING).next();
        if !head.and_then(last_sentence).is_some_and(is_step) {
            return false;
        }
        let benefits = self
            .section(&figure.range)
            .is_some_and(|s| matches!(s.role, Role::Benefits | Role::Company));
        let from = ceil(words, figure.range.start.saturating_sub(NEAR));
        let to = floor(words, figure.range.end + NEAR);
        let steps = || {
            words[from..to]
                .split(PARTING)
                .flat_map(|piece| piece.split(". "))
                .filter(|piece| {
                    let money = piece.split_once(['$', '€', '£']);
                    money.is_some_and(|(label, rest)| {
                        is_step(label)
                            && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
                    })
                })
                .count()
        };
        !benefits && (self.is_under_pay(&figure.range) || steps() >= 2)
    }
}

/// What stands behind the last end of a sentence.
fn last_sentence(head: &str) -> Option<&str> {
    head.rsplit(". ").next()
}

/// Whether a label says a step and nothing else: "0-1 years", "1st period 40%".
fn is_step(label: &str) -> bool {
    let mut step = false;
    label.len() <= 48
        && label
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                let named = STEPS.contains(&word);
                step |= named;
                let number = word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
                named || number || BESIDE.contains(&word)
            })
        && step
}
