//! What a figure is: the pay of this job, a bonus, a budget, the money of a
//! company. It weighs the words around the figure; it reads no figures itself.

mod alone;
mod cells;
mod cues;
mod labels;
mod named;
mod period;
mod sentence;
mod shape;
mod steps;
mod work;

use super::currency::{self, Surroundings};
use super::figure::Figure;
use super::table;
use super::text::{Text, line_start};
use super::words::Word;
use super::{Form, PayKind};
use crate::domain::money::{Amount, Currency, Period};
use crate::facts::fact::Confidence;
use crate::posting::{Prose, Role};
use crate::text::{Hit, Span, View, ceil, floor};
pub(super) use cues::Cue;
use std::ops::Range;

/// What a figure was found to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judgement {
    pub kind: PayKind,
    pub currency: Option<Currency>,
    pub period: Option<Period>,
    pub confidence: Confidence,
}

/// The last figure that was understood, which the next in a list follows.
#[derive(Debug, Clone)]
struct Precedent {
    end: usize,
    said: Said,
    /// The period that was said of it, which may be none of ours.
    period: Option<Period>,
    is_range: bool,
    /// Its amount, if it was taken for pay of no period.
    plain: Option<Amount>,
}

/// Judges the figures of one posting in text order.
pub(super) struct Judge<'p> {
    text: Text<'p>,
    prose: &'p Prose<'p>,
    cues: Vec<Cue>,
    surroundings: &'p Surroundings,
    /// The titles of the posting, which name the job and no money.
    titles: Vec<Span<View>>,
    /// For each cell block: the block of its column's header.
    headers: Vec<Option<usize>>,
    /// The period that a sentence gives all figures.
    told: Option<Period>,
    precedent: Option<Precedent>,
}

/// What the words say before anything is known of sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Kind(PayKind),
    Elsewhere,
}

impl Said {
    /// What a word says of a figure that it names; none if it names nothing.
    fn by(word: Word) -> Option<Said> {
        match word {
            Word::Pay | Word::Range => Some(Said::Kind(PayKind::Base)),
            Word::Total => Some(Said::Kind(PayKind::Total)),
            Word::Bonus => Some(Said::Kind(PayKind::Bonus)),
            Word::Commission => Some(Said::Kind(PayKind::Commission)),
            Word::Equity => Some(Said::Kind(PayKind::Equity)),
            Word::Stipend | Word::Purpose => Some(Said::Kind(PayKind::Stipend)),
            Word::Elsewhere => Some(Said::Elsewhere),
            Word::Nothing
            | Word::Per(_)
            | Word::Praise
            | Word::Depends
            | Word::Vague
            | Word::Grade
            | Word::Unit => None,
        }
    }

    fn is_pay(self) -> bool {
        matches!(self, Said::Kind(PayKind::Base | PayKind::Total))
    }
}

/// How near a word is to a figure.
const BEFORE: usize = 220;
const AFTER: usize = 120;

impl<'p> Judge<'p> {
    pub(super) fn new(
        text: Text<'p>,
        prose: &'p Prose<'p>,
        hits: &[Hit],
        surroundings: &'p Surroundings,
        titles: Vec<Span<View>>,
    ) -> Self {
        let mut judge = Judge {
            text,
            prose,
            cues: cues::visible(hits),
            surroundings,
            titles,
            headers: table::headers(&prose.posting.document.blocks),
            told: None,
            precedent: None,
        };
        judge.told = judge.told_of_all();
        judge
    }

    /// The lexicon's words in the text, hidden ones left out.
    pub(super) fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// The cues that lie within `range`.
    pub(super) fn cues_in(&self, range: Range<usize>) -> &[Cue] {
        let from = self.cues.partition_point(|c| c.range.start < range.start);
        let to = self.cues.partition_point(|c| c.range.start < range.end);
        &self.cues[from..to.max(from)]
    }

    /// The end of a range that a single figure is said to be: "the maximum
    /// salary for this grade is $98,000".
    pub(super) fn bound(&self, text: Text<'_>, figure: &Figure) -> Option<Form> {
        let words = text.words();
        let sentence = self.sentence(figure);
        let head = &words[sentence.start..figure.range.start];
        let from = ceil(head, head.len().saturating_sub(100));
        let head = &head[from..];
        // Words before another figure or clause are about that.
        let from = head
            .rfind(|c: char| c.is_ascii_digit() || matches!(c, ';' | '$' | '€' | '£'))
            .map_or(0, |i| {
                i + head[i..].chars().next().map_or(1, char::len_utf8)
            });
        let mut form = None;
        for word in head[from..].split(|c: char| !c.is_alphanumeric()) {
            match word {
                "maximum" | "max" | "highest" | "höchstens" | "maximal" => form = Some(Form::UpTo),
                "minimum" | "min" | "lowest" | "mindestens" | "mindestgehalt" => {
                    form = Some(Form::StartingAt);
                }
                _ => {}
            }
        }
        form
    }

    /// Whether the line above `range`, or the heading, speaks of pay.
    pub(super) fn is_under_pay(&self, range: &Range<usize>) -> bool {
        let labels = self.labels(range);
        labels
            .into_iter()
            .any(|l| self.cues_in(l).iter().any(Cue::is_pay))
            || self.section(range).is_some_and(|s| s.role == Role::Pay)
    }

    /// What `figure` is, if it is money for the person hired.
    pub(super) fn judge(&mut self, figure: &Figure) -> Option<Judgement> {
        let sentence = self.sentence(figure);
        let precedent = self.precedent.clone().filter(|p| self.follows(p, figure));
        let words = self.words_say(figure, &sentence);
        let worded = words.is_some();
        let done = precedent.as_ref().map_or(0, |p| p.end);
        let (said, plain) = words.or_else(|| {
            let said = self
                .labels_say(figure, done)
                .or(precedent.as_ref().map(|p| p.said))
                .or_else(|| self.labels_say(figure, 0))
                .or_else(|| self.shape_says(figure, &sentence))
                .or_else(|| {
                    self.is_before_tax(figure)
                        .then_some(Said::Kind(PayKind::Base))
                })
                .or_else(|| {
                    let named = self.named_by_period(figure).is_some();
                    named.then_some(Said::Kind(PayKind::Base))
                })?;
            Some((said, false))
        })?;
        self.remember(figure, said);
        let Said::Kind(mut kind) = said else {
            return None;
        };
        if is_guessed(&self.text.words()[figure.range.end..]) {
            kind = PayKind::Estimate;
        }
        let is_pay = matches!(kind, PayKind::Base | PayKind::Total);
        if figure.percent {
            if is_pay && self.is_share_of_takings(figure) {
                kind = PayKind::Commission;
            }
            let part = matches!(kind, PayKind::Bonus | PayKind::Commission | PayKind::Equity);
            return (part && worded).then_some(Judgement {
                kind,
                currency: None,
                period: None,
                confidence: Confidence::High,
            });
        }
        if figure.sign.is_none() && !self.may_go_unsigned(figure, is_pay && plain, &sentence) {
            return None;
        }
        let currency =
            self.surroundings
                .resolve_amounts(self.text, figure.sign, &figure.range, figure.top());
        if figure.big && !currency::counts_in_millions(currency) {
            let person = plain && figure.top() <= Amount::from(3_000_000);
            if !person {
                return None;
            }
        }
        let said = figure.stretch;
        let said = said.or_else(|| self.period_in_words(figure, &sentence));
        let said = said.or_else(|| {
            let period = precedent.as_ref().and_then(|p| p.period);
            period.filter(|period| is_pay && self.fits_size(figure, currency, *period))
        });
        let mut confidence = Confidence::High;
        let period = said.or_else(|| {
            confidence = Confidence::Medium;
            is_pay
                .then(|| currency::plain_period(currency, figure.bottom(), figure.top()))
                .flatten()
        });
        if is_pay {
            let label = plain && self.is_labelled(figure, &sentence);
            let sized = period.is_some();
            // A year's pay that is said to be a month's is a slip and still pay.
            let slip = label
                && currency::is_plausible(
                    currency,
                    Some(Period::Year),
                    figure.bottom(),
                    figure.top(),
                );
            // "Salary: $1 to $1,000,000 per year" says too little, and says it of pay.
            let wide = label
                && figure.stretch.is_some()
                && figure.min != figure.max
                && currency::is_plausible(currency, period, figure.top(), figure.top());
            let sensible = slip
                || wide
                || currency::is_plausible(currency, period, figure.bottom(), figure.top());
            let tipped = period == Some(Period::Hour)
                && figure.bottom() >= Amount::TWO
                && self.is_tipped(figure);
            let raised = self.starts(figure)
                || precedent
                    .and_then(|p| p.plain)
                    .is_some_and(|from| self.is_raise(from, figure));
            let headed = !worded
                && (self.is_headed_range(figure)
                    || self.is_headed_rate(figure)
                    || self.is_step_of_pay(figure)
                    || self.is_rate_of_draft(figure)
                    || self.is_list_of_shifts(figure, &sentence)
                    || self.is_cell_of_pay(figure, &sentence));
            let told = sized || label || raised || headed || self.is_pair(figure, plain);
            if !(sensible || tipped) || !told {
                return None;
            }
            if let Some(precedent) = &mut self.precedent {
                precedent.plain = (!sized).then_some(figure.top());
            }
            if let Some(precedent) = &mut self.precedent
                && said.is_some()
            {
                precedent.period = said;
            }
        }
        Some(Judgement {
            kind,
            currency,
            period,
            confidence,
        })
    }

    /// Keeps what a figure was for the next in a list. The first figure of a
    /// line speaks for the list.
    fn remember(&mut self, figure: &Figure, said: Said) {
        let line = line_start(self.text.words(), figure.range.start);
        let said = match &self.precedent {
            Some(first) if first.end > line => first.said,
            _ => said,
        };
        self.precedent = Some(Precedent {
            end: figure.range.end,
            said,
            period: None,
            is_range: figure.min != figure.max,
            plain: None,
        });
    }

    /// A range with a sign where pay is spoken of needs no period to be pay.
    fn is_pair(&self, figure: &Figure, plain: bool) -> bool {
        plain
            && figure.sign.is_some()
            && figure.min.is_some()
            && figure.max.is_some()
            && figure.min != figure.max
    }

    /// The sentence around a figure, in the folded text, cut to what is near.
    fn sentence(&self, figure: &Figure) -> Range<usize> {
        let words = self.text.words();
        let view = self.text.folded.view(figure.range.clone());
        let sentence = self.prose.sentence_at(view.start);
        let range = if sentence.is_empty() {
            let near = floor(words, figure.range.end + AFTER);
            let end = words[figure.range.end..near].find('\n');
            line_start(words, figure.range.start)..end.map_or(near, |i| figure.range.end + i)
        } else {
            self.text.folded.range(sentence)
        };
        let start = range.start.max(figure.range.start.saturating_sub(BEFORE));
        let end = range.end.min(figure.range.end + AFTER);
        let start = ceil(words, start.min(figure.range.start));
        let end = floor(words, end.max(figure.range.end));
        start..end
    }

    /// Whether a figure stands in one list with a figure that was pay.
    fn follows(&self, precedent: &Precedent, figure: &Figure) -> bool {
        if precedent.end > figure.range.start {
            return false;
        }
        let gap = &self.text.words()[precedent.end..figure.range.start];
        let lines = || gap.bytes().filter(|b| *b == b'\n').count();
        gap.len() <= 160
            && lines() <= 3
            && precedent.is_range == (figure.min != figure.max)
            && figure.sign.is_some()
    }
}

/// Whether the words behind a figure say that a board guessed it: "£55,767 per
/// year - estimated". Employers put the word in front.
fn is_guessed(behind: &str) -> bool {
    let behind = behind.trim_start();
    let behind = behind.strip_prefix("per year").unwrap_or(behind);
    behind
        .trim_start()
        .strip_prefix("- ")
        .is_some_and(|b| b.starts_with("estimated"))
}
