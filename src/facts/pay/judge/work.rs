//! Words that name the work and not the money: the parking of a parking attendant, the
//! meals that one delivers; and the stipend that is the pay of who learns.

use super::super::Form;
use super::super::PayKind;
use super::super::figure::Figure;
use super::super::text::line_start;
use super::super::words::Word;
use super::cues::Cue;
use super::{Judge, Said};
use crate::domain::money::{Amount, Period};
use crate::facts::phrases::words;
use crate::posting::names_job;
use crate::text::{ceil, floor};
use std::ops::Range;

/// The longest name of a job before its figure, in bytes.
const LONGEST_NAME: usize = 60;

/// What an agreement pays for each hour on top of the wage.
const FRINGES: &[&str] = words![
    "medical" "dental" "vision" "pension" "insurance" "health care" "healthcare" "benefit" "coverage" "401k"
    "401(k)" "hsa" "fsa" "perk" "perks" "assistance"
];

/// Who is paid a stipend.
const LEARNERS: &[&str] = words![
    "postdoc" "postdoctoral" "postdocs" "resident" "residents" "residency" "intern" "interns" "internship"
    "fellow" "fellows" "fellowship" "trainee" "trainees" "extern" "externship" "coach" "coaches" "coaching"
    "assistantship" "doctoral" "phd"
];

/// What stands before "stipend" and names no purpose.
const PLAIN: &[&str] = words![
    "" "a" "an" "the" "this" "our" "annual" "monthly" "weekly" "yearly" "hourly" "biweekly" "living"
    "training" "base" "with" "competitive" "paid"
];

/// What else a stipend is for.
const PURPOSES: &[&str] = words![
    "housing" "travel" "transportation" "food" "book" "books" "supplies" "license" "uniform" "attire"
];

impl Judge<'_> {
    /// What a word near a figure says of it.
    pub(super) fn said_by(&self, cue: &Cue, figure: &Figure) -> Option<Said> {
        if self.names_work(cue, figure) {
            None
        } else if self.is_pay_of_learner(cue, figure) {
            Some(Said::Kind(PayKind::Base))
        } else {
            Said::by(cue.word)
        }
    }

    /// Whether a word before a figure, or on a line above it, names the work, or what the
    /// figure holds already, and so says nothing of what the figure is.
    pub(super) fn names_work(&self, cue: &Cue, figure: &Figure) -> bool {
        if cue.is_pay() || Said::by(cue.word).is_none() {
            return false;
        }
        self.is_title(&cue.range)
            || is_sized(figure)
                && (self.is_never_hourly(cue, figure)
                    || self.is_included(cue)
                    || self.is_in_name_of_job(cue, figure))
    }

    /// Whether `range` lies in a title of the posting.
    pub(super) fn is_title(&self, range: &Range<usize>) -> bool {
        let at = self.text.folded.view(range.clone());
        self.titles.iter().any(|title| title.contains(at))
    }

    /// "Deliver meals: $20 an hour": nobody is given shares or lunches by the hour.
    pub(super) fn is_never_hourly(&self, cue: &Cue, figure: &Figure) -> bool {
        let said = &self.text.words()[cue.range.clone()];
        let never = match cue.word {
            Word::Equity => true,
            Word::Purpose => !FRINGES.contains(&said),
            Word::Stipend => said == "per diem",
            _ => false,
        };
        never && figure.stretch == Some(Period::Hour) && is_sized(figure)
    }

    /// "Pay including tips: $30", "Shift differential included: $30".
    fn is_included(&self, cue: &Cue) -> bool {
        let words = self.text.words();
        let head = words[..cue.range.start].trim_end();
        let leads = ["including", "incl.", "incl", "includes", "inclusive of"];
        words[cue.range.end..].starts_with(" included") || leads.iter().any(|l| head.ends_with(l))
    }

    /// "Parking attendants: $20 an hour", but not "Bonus for drivers: $20,000".
    fn is_in_name_of_job(&self, cue: &Cue, figure: &Figure) -> bool {
        let words = self.text.words();
        let line = line_start(words, cue.range.start);
        let start = words[line..cue.range.start]
            .rfind(['.', ';', '|', '•', ','])
            .map_or(line, |i| ceil(words, line + i + 1));
        let end = words[cue.range.end..]
            .find('\n')
            .map_or(words.len(), |i| cue.range.end + i)
            .min(figure.range.start);
        if end < cue.range.end || end - start > LONGEST_NAME {
            return false;
        }
        let leads_on = words[cue.range.end..end]
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "for" | "to" | "of" | "per" | "after" | "is" | "offer"));
        !leads_on && names_job(words[start..end].trim_matches([' ', ':', '-', '(', '*', '_', '#']))
    }

    /// Whether a stipend is what the job pays: that of a postdoc, of an intern.
    fn is_pay_of_learner(&self, cue: &Cue, figure: &Figure) -> bool {
        let words = self.text.words();
        if !words[cue.range.clone()].starts_with("stipend") || figure.percent {
            return false;
        }
        let line = line_start(words, cue.range.start);
        let before = words[line..cue.range.start]
            .trim_end()
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let learner = |words: &str| {
            words
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| LEARNERS.contains(&word))
        };
        let titled = || {
            self.titles
                .iter()
                .any(|title| learner(&words[self.text.folded.range(*title)]))
        };
        let end = floor(words, (figure.range.end + 60).max(cue.range.end));
        let rest = words[cue.range.end..end]
            .split('\n')
            .next()
            .unwrap_or_default();
        let meant = rest
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| PURPOSES.contains(&word))
            || self
                .cues_in(cue.range.end..cue.range.end + rest.len())
                .iter()
                .any(|c| c.word == Word::Purpose);
        !meant && (LEARNERS.contains(&before) || PLAIN.contains(&before) && titled())
    }
}

/// Whether a figure is as large as the pay of an hour or a year, and says so.
pub(super) fn is_sized(figure: &Figure) -> bool {
    let between = |least: i64, most: i64| {
        figure.bottom() >= Amount::from(least) && figure.top() <= Amount::from(most)
    };
    let sized = match figure.stretch {
        Some(Period::Hour) => between(7, 400),
        Some(Period::Year) => between(15_000, 1_000_000),
        None => figure.form == Form::Range && between(15_000, 1_000_000),
        Some(_) => false,
    };
    sized && figure.sign.is_some() && !figure.percent && figure.form != Form::UpTo
}
