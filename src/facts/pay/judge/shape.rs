//! What a figure looks like: whether its size, its form and its place on the
//! line are those of pay, where words or signs are missing.

use super::super::currency;
use super::super::figure::{Figure, is_rank};
use super::super::table;
use super::super::text::line_start;
use super::super::{Form, PayKind};
use super::alone::SHIFTS;
use super::sentence::is_label;
use super::{Judge, Said};
use crate::domain::money::{Amount, Period};
use crate::posting::{Role, names_job};
use std::ops::Range;

impl Judge<'_> {
    /// Amounts without any currency are pay only where pay is spoken of and
    /// they look like it.
    pub(super) fn may_go_unsigned(
        &self,
        figure: &Figure,
        plain: bool,
        sentence: &Range<usize>,
    ) -> bool {
        let words = self.text.words();
        let thousand = Amount::from(1_000);
        // "CPM: 0.58-0.64"
        let head = words[..figure.range.start].trim_end_matches([' ', '*', '_', ':']);
        if figure.marked && head.ends_with("cpm") && figure.top() < Amount::from(5) {
            return true;
        }
        let looks = figure.scaled || figure.stretch.is_some() || {
            (figure.marked || figure.bottom() >= Amount::from(10_000)) && figure.top() >= thousand
        };
        let close = self
            .cues_in(sentence.clone())
            .iter()
            .filter(|c| c.is_pay())
            .any(|c| {
                let gap = if c.range.end <= figure.range.start {
                    &words[c.range.end..figure.range.start]
                } else if c.range.start >= figure.range.end {
                    &words[figure.range.end..c.range.start]
                } else {
                    return false;
                };
                is_label(gap) || (figure.stretch.is_some() && gap.len() <= 60)
            });
        let line = line_start(words, figure.range.start);
        let main = words[line..figure.range.start].trim().is_empty()
            && words[figure.range.end..sentence.end.max(figure.range.end)]
                .trim()
                .is_empty();
        let alone =
            figure.scaled && figure.stretch.is_some() && main || self.depends_on_experience(figure);
        let least = match figure.stretch {
            Some(Period::Year) => 1_000,
            Some(Period::Month) => 200,
            Some(Period::Hour | Period::Day | Period::Week | Period::Project) | None => 3,
            // A mile is paid with cents.
            Some(Period::Other) => 0,
        };
        let looks = looks && figure.bottom() >= Amount::from(least);
        // "## Pay" and below it "22-28/hr" or "65-75k", at the beginning of a line.
        let range = figure.min.is_some() && figure.max.is_some() && figure.min != figure.max;
        let sized = match figure.stretch {
            Some(Period::Hour) => figure.bottom() >= Amount::from(7),
            Some(Period::Year | Period::Month) => true,
            Some(_) => false,
            None => figure.scaled && main && figure.bottom() >= Amount::from(10_000),
        };
        let first = words[line..figure.range.start].trim().is_empty();
        // "Band B (60,000-70,000)"
        let ranked = || {
            let head = words[line..figure.range.start].trim_end();
            let rank = head.strip_suffix('(').unwrap_or(head).split(' ').next();
            figure.marked
                && figure.bottom() >= Amount::from(10_000)
                && head.len() <= 12
                && rank.is_some_and(is_rank)
        };
        let headed = range && (sized && first || ranked()) && self.is_under_pay(&figure.range);
        let top = figure.top();
        let may = (plain && close) || alone || headed || self.is_rate_of_draft(figure);
        let may = may || self.is_list_of_shifts(figure, sentence);
        let cell = || self.is_cell_of_pay(figure, sentence);
        let rate = || plain && close && self.is_bare_rate(figure, sentence);
        let named = || figure.stretch.is_none() && self.named_by_period(figure).is_some();
        let ends = || self.is_of_named_ends(figure);
        looks && top < Amount::from(100_000_000) && may || rate() || named() || cell() || ends()
    }

    /// "Minimum | 52,000" and below it "Maximum | 61,000": rows of a table that say nothing but
    /// the ends of a range as large as a year's pay.
    fn is_of_named_ends(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let heads = self.heads_of_cell(&figure.range);
        let named = heads.last().is_some_and(|head| {
            matches!(
                &words[head.clone()],
                "minimum" | "min" | "low" | "maximum" | "max" | "high"
            )
        });
        let sized =
            figure.bottom() >= Amount::from(15_000) && figure.top() <= Amount::from(500_000);
        let near = figure.top() <= figure.bottom() * Amount::from(3);
        figure.form == Form::Range && figure.marked && named && sized && near
    }

    /// "## Pay" and below it "$22 - $25", a line of its own as large as an hour's pay.
    pub(super) fn is_headed_range(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let line = line_start(words, figure.range.start);
        let head = &words[line..figure.range.start];
        // "Min: $20" and below it "Max: $24"
        let label = head.split_whitespace().count() <= 2 && table::names_end(head);
        let first = !head.contains(char::is_alphanumeric) || label;
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(250);
        let range = figure.form == Form::Range && figure.sign.is_some();
        let column = || {
            let heads = self.heads_of_cell(&figure.range);
            let head = heads.into_iter().next();
            head.is_some_and(|head| {
                let end = table::names_end(&self.text.words()[head.clone()]);
                self.cues_in(head).iter().any(|cue| cue.is_pay())
                    || end && self.is_under_pay(&figure.range)
            })
        };
        let headed = || first && self.is_under_pay(&figure.range) || column();
        range && rate && self.ends_there(figure) && headed()
    }

    /// "# Nurse" and close below it "$42 - $55", a line or a piece of a line of its own.
    pub(super) fn is_rate_of_draft(&self, figure: &Figure) -> bool {
        const HEAD: usize = 120;
        let words = self.text.words();
        let line = line_start(words, figure.range.start);
        let body = self.prose.posting.document.body.start;
        let view = self.text.folded.view(figure.range.clone());
        let head = words[line..figure.range.start].trim_end_matches(' ');
        let rest = words[figure.range.end..].trim_start_matches(' ');
        let range = figure.form == Form::Range;
        let begins = head.is_empty() || range && head.ends_with(['|', '-', '(', '.', '!']);
        let ends = rest.is_empty()
            || range && matches!(rest, "." | ".\n")
            || rest.starts_with('\n')
            || range && rest.starts_with(['|', '-', ')'])
            || rest.starts_with("doe");
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(250);
        let salary = range && figure.scaled && figure.bottom() >= Amount::from(10_000);
        let near = figure.top() <= figure.bottom() + figure.bottom();
        let sized = salary || figure.sign.is_some() && rate;
        begins && ends && sized && near && view.start <= body + HEAD
    }

    /// "## Pay" and below it "Nights: $24.50", "Cook II: $21": a rate for a shift, a rank
    /// or a job.
    pub(super) fn is_headed_rate(&self, figure: &Figure) -> bool {
        let words = self.text.words();
        let line = line_start(words, figure.range.start);
        let head = words[line..figure.range.start].trim_end_matches([' ', '*', '_', '\t']);
        let Some(label) = head.strip_suffix([':', '-']).map(str::trim) else {
            return false;
        };
        let label = label.trim_matches(|c: char| !(c.is_alphanumeric() || c == ')'));
        let mut parts = label.split(|c: char| !c.is_alphanumeric());
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(100);
        let single = figure.form == Form::Single && figure.sign.is_some();
        let names = label.len() <= 40
            && (parts.any(|word| SHIFTS.contains(&word) || is_rank(word)) || names_job(label));
        rate && single && names && self.ends_there(figure) && self.is_under_pay(&figure.range)
    }

    /// "75-90k DOE": only pay is said to hang on experience.
    fn depends_on_experience(&self, figure: &Figure) -> bool {
        let behind = self.text.words()[figure.range.end..].trim_start_matches([' ', ',', '(']);
        let range = figure.min.is_some() && figure.max.is_some() && figure.min != figure.max;
        let leads = [
            "doe",
            "depending on exp",
            "based on exp",
            "dep. on exp",
            "commensurate",
        ];
        let sized = figure.scaled && figure.bottom() >= Amount::from(10_000);
        range && sized && leads.iter().any(|lead| behind.starts_with(lead))
    }

    /// "$19.50 to start", "$19.50 starting", "$19.50 + tips": an hourly rate that
    /// names no hour.
    pub(super) fn starts(&self, figure: &Figure) -> bool {
        let rate = figure.bottom() >= Amount::from(7) && figure.top() <= Amount::from(100);
        let words = self.text.words();
        let behind = words[figure.range.end..].trim_start();
        // A line of its own that begins "Starting at: $19.25 - max $23".
        let line = line_start(words, figure.range.start);
        let first = !words[line..figure.range.start].contains(char::is_alphanumeric);
        let leads = first
            && ["starting at", "starts at"]
                .iter()
                .any(|lead| words[figure.range.clone()].starts_with(lead))
            && self.ends_there(figure);
        let starting = behind
            .strip_prefix("starting")
            .is_some_and(|rest| !rest.starts_with(' '));
        let begins = starting || leads || behind.starts_with("to start") || self.is_tipped(figure);
        rate && figure.sign.is_some() && begins
    }

    /// "$21 after 90 days", "Tier 2 $21", behind pay of `from`.
    pub(super) fn is_raise(&self, from: Amount, figure: &Figure) -> bool {
        let behind = self.text.words()[figure.range.end..].trim_start();
        let when = ["after ", "once ", "upon ", "when ", "following "];
        let top = from.checked_mul(Amount::TWO);
        let more = from <= figure.bottom() && top.is_some_and(|top| figure.bottom() <= top);
        more && (self.is_numbered(figure) || when.iter().any(|word| behind.starts_with(word)))
    }

    /// Whether a rank and its number stand before a figure: "Tier 2 $21".
    fn is_numbered(&self, figure: &Figure) -> bool {
        let line = line_start(self.text.words(), figure.range.start);
        let head = &self.text.words()[line..figure.range.start];
        let mut before = head.split(|c: char| !c.is_alphanumeric()).rev();
        let mut before = before.by_ref().filter(|word| !word.is_empty());
        let number = before.next().is_some_and(|n| n.len() <= 2);
        number && before.next().is_some_and(is_rank)
    }

    /// Pay that no word calls so: a range of annual size, an hourly rate.
    pub(super) fn shape_says(&self, figure: &Figure, sentence: &Range<usize>) -> Option<Said> {
        let currency = self
            .surroundings
            .resolve(self.text, figure.sign, &figure.range);
        let big = figure.big && !currency::counts_in_millions(currency);
        if big || figure.percent || figure.sign.is_none() {
            let bare = figure.scaled && figure.stretch.is_some() && figure.sign.is_none();
            let bare = bare
                || self.is_of_named_ends(figure)
                || !big
                    && (self.depends_on_experience(figure)
                        || self.is_rate_of_draft(figure)
                        || self.is_list_of_shifts(figure, sentence));
            return (bare && !figure.percent).then_some(Said::Kind(PayKind::Base));
        }
        let words = self.text.words();
        let benefits = self.section(&figure.range).is_some_and(|s| {
            // Not where the figure itself stands in the heading.
            let heading = s.heading.map(|h| self.text.folded.range(h));
            let own = heading.is_some_and(|h| h.end > figure.range.start);
            !own && matches!(s.role, Role::Benefits | Role::Company)
        });
        let benefits = benefits && !self.is_whole_line(figure);
        let range = figure.min.is_some() && figure.max.is_some() && figure.min != figure.max;
        let period = figure.stretch;
        let annual = currency::plain_period(currency, figure.bottom(), figure.top());
        let line = &words[sentence.clone()];
        // What comes on top is no part of the clause: "plus $2,000 for a master's".
        let behind = &words[figure.range.end..sentence.end.max(figure.range.end)];
        let more = behind.find(" plus ").map_or(0, |i| behind.len() - i);
        let line = line[..line.len().saturating_sub(more)].trim();
        let start = line_start(words, figure.range.start);
        let first = !words[start..figure.range.start].contains(char::is_alphanumeric);
        let main = figure.range.len() * 3 >= line.len();
        let apart = words[..figure.range.start]
            .trim_end()
            .ends_with(['(', '|', '💰', '·', '•', '-'])
            || line.contains('💰')
            || first
            || range && self.is_ranked(figure, start)
            || self.is_numbered(figure)
            || self.is_sentence(figure, sentence)
            || period.is_some() && self.opens(figure, sentence)
            || period.is_some() && is_handed_over(&words[sentence.start..figure.range.start]);
        let sized = |least: i64| figure.bottom() >= Amount::from(least);
        let says = match period {
            None if self.is_rate_of_draft(figure) => true,
            None if self.is_list_of_shifts(figure, sentence) => true,
            None if self.is_step_of_pay(figure) => true,
            None if self.starts(figure) => !benefits && apart,
            Some(Period::Hour) => !benefits && sized(if self.is_tipped(figure) { 2 } else { 5 }),
            Some(Period::Year) => annual == Some(Period::Year) && !benefits,
            Some(Period::Month) => !benefits && sized(800) && (range || main || apart),
            Some(Period::Week) => !benefits && sized(300) && (range || main || apart),
            Some(Period::Day) => !benefits && sized(100) && (range || main || apart),
            Some(Period::Other) if self.is_by_labour(figure) => {
                !benefits && (apart || words[sentence.start..figure.range.start].trim().is_empty())
            }
            // Two weeks' pay and half a month's: no piece of work is paid so much.
            Some(Period::Other)
                if range || main && (first || self.is_sentence(figure, sentence)) =>
            {
                !benefits && sized(500)
            }
            Some(Period::Project | Period::Other) | None => {
                let salary = range && first && annual == Some(Period::Year);
                annual.is_some() && (!benefits || salary) && (range || apart) && (main || apart)
            }
        };
        says.then_some(Said::Kind(PayKind::Base))
    }

    /// Whether a rank and a colon lead to a figure: "Level 3: $90,000 - $110,000".
    fn is_ranked(&self, figure: &Figure, line: usize) -> bool {
        let head = self.text.words()[line..figure.range.start].trim_end_matches([' ', '*']);
        let Some(head) = head.strip_suffix(':') else {
            return false;
        };
        let label = head.rsplit([';', ',', '|', '.']).next().unwrap_or(head);
        label.len() <= 30 && label.split(|c: char| !c.is_alphabetic()).any(is_rank)
    }

    /// Whether a figure pays for a piece of work that nothing else has a price by.
    fn is_by_labour(&self, figure: &Figure) -> bool {
        let words = &self.text.words()[figure.range.clone()];
        [
            "shift", "mile", "visit", "load", "lesson", "class", "session", "gig", "shoot", "game",
            "walk", "delivery", "ride", "event", "cpm", "tray", "trays", "lug", "bushel", "bucket",
            "season",
        ]
        .iter()
        .any(|unit| words.ends_with(unit))
    }

    /// Whether tips come on top of a figure: "$2.13 an hour plus tips".
    pub(super) fn is_tipped(&self, figure: &Figure) -> bool {
        let rest = self.text.words()[figure.range.end..].trim_start_matches([' ', ',', '+']);
        let rest = rest
            .strip_prefix("plus ")
            .or(rest.strip_prefix("and "))
            .unwrap_or(rest);
        rest.starts_with("tips") || rest.starts_with("gratuities")
    }
}

/// "You get $75 for each event", "Paid $120 per shift": nothing else stands before the figure.
fn is_handed_over(head: &str) -> bool {
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    [
        "paid",
        "you get",
        "you'll get",
        "you will get",
        "you make",
        "you'll make",
        "you are paid",
        "you're paid",
        "you take home",
        "get paid",
        "make",
    ]
    .contains(&head)
}
