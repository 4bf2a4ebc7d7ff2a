//! What a figure is: the pay of this job, a bonus, a budget, the money of a
//! company. It weighs the words around the figure; it reads no figures itself.

use super::currency::{self, Surroundings};
use super::figure::Figure;
use super::table;
use super::text::{Text, ceil, floor, line_start};
use super::words::{WORDS, Word};
use super::{Form, PayKind};
use crate::document::{Block, BlockKind};
use crate::domain::money::{Amount, Currency, Period};
use crate::facts::fact::Confidence;
use crate::posting::{Prose, Role, Section};
use crate::text::Hit;
use std::ops::Range;

/// A word of the lexicon in the folded text.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    pub word: Word,
    pub range: Range<usize>,
}

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
    period: Option<Option<Period>>,
    is_range: bool,
}

/// Judges the figures of one posting in text order.
pub(super) struct Judge<'p> {
    text: Text<'p>,
    prose: &'p Prose<'p>,
    cues: Vec<Cue>,
    surroundings: &'p Surroundings,
    /// For each cell block: the block of its column's header.
    headers: Vec<Option<usize>>,
    precedent: Option<Precedent>,
}

/// What the words say before anything is known of sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Kind(PayKind),
    Elsewhere,
}

/// Signs by which a line is known to hold figures.
const CURRENCY_MARKS: [char; 4] = ['$', '€', '£', '¥'];

/// How near a word is to a figure.
const BEFORE: usize = 220;
const AFTER: usize = 120;

impl<'p> Judge<'p> {
    pub(super) fn new(
        text: Text<'p>,
        prose: &'p Prose<'p>,
        hits: &[Hit],
        surroundings: &'p Surroundings,
    ) -> Self {
        Judge {
            text,
            prose,
            cues: cues(hits),
            surroundings,
            headers: table::headers(&prose.posting.document.blocks),
            precedent: None,
        }
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
        let pay = |cue: &Cue| matches!(cue.word, Word::Pay | Word::Range | Word::Total);
        labels.into_iter().any(|l| self.cues_in(l).iter().any(pay))
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
                .or_else(|| self.shape_says(figure, &sentence))?;
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
        let mut period = figure.stretch.map(|s| s.period());
        if period.is_none() {
            period = self.period_in_words(figure, &sentence).map(Some);
        }
        if period.is_none() {
            period = precedent.and_then(|p| p.period);
        }
        let said_period = period.is_some();
        let mut confidence = Confidence::High;
        let period = period.unwrap_or_else(|| {
            confidence = Confidence::Medium;
            is_pay
                .then(|| currency::plain_period(currency, figure.bottom(), figure.top()))
                .flatten()
        });
        if is_pay {
            let label = plain && self.is_labelled(figure, &sentence);
            let sized = period.is_some() || said_period;
            // A year's pay that is said to be a month's is a slip and still pay.
            let slip = label
                && currency::is_plausible(
                    currency,
                    Some(Period::Year),
                    figure.bottom(),
                    figure.top(),
                );
            let sensible =
                slip || currency::is_plausible(currency, period, figure.bottom(), figure.top());
            if !sensible || !(sized || label || self.is_pair(figure, plain)) {
                return None;
            }
            if let Some(precedent) = &mut self.precedent
                && said_period
            {
                precedent.period = Some(period);
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

    /// What the words of the sentence say, and whether they say plainly that
    /// it is pay.
    fn words_say(&self, figure: &Figure, sentence: &Range<usize>) -> Option<(Said, bool)> {
        let words = self.text.words();
        let after = self.said_behind(figure, sentence);
        // A label right before the figure: "Pay range: $20 - $25 medical, dental".
        let mut shadow = None;
        for cue in self
            .cues_in(sentence.start..figure.range.start)
            .iter()
            .rev()
        {
            let gap = &words[cue.range.end.min(figure.range.start)..figure.range.start];
            let close = gap.len() <= 90;
            let tight = close && !gap.contains([',', ';', '|', '•', '+']) && !joins_another(gap);
            let component = |kind| tight.then_some(Said::Kind(kind));
            let said = match cue.word {
                Word::Pay | Word::Range => Some(Said::Kind(PayKind::Base)),
                Word::Total => Some(Said::Kind(PayKind::Total)),
                Word::Bonus => component(PayKind::Bonus),
                Word::Commission => component(PayKind::Commission),
                Word::Equity => component(PayKind::Equity),
                Word::Stipend | Word::Purpose => component(PayKind::Stipend),
                Word::Elsewhere if tight => Some(Said::Elsewhere),
                Word::Elsewhere => {
                    shadow = shadow.or(Some(Said::Elsewhere));
                    None
                }
                Word::Nothing
                | Word::Per(_)
                | Word::Praise
                | Word::Depends
                | Word::Vague
                | Word::Grade
                | Word::Unit => None,
            };
            let Some(said) = said.filter(|_| !self.is_beside(&cue.range, gap)) else {
                continue;
            };
            let pay = matches!(said, Said::Kind(PayKind::Base | PayKind::Total));
            if let Some((behind, direct, named)) = after {
                // What stands right behind the figure names it, unless a label
                // before it does.
                let part = matches!(
                    behind,
                    Said::Kind(PayKind::Bonus | PayKind::Commission | PayKind::Equity)
                );
                let total = behind == Said::Kind(PayKind::Total);
                if direct && (part || total || named || !(pay && is_label(gap))) {
                    return Some((behind, behind_is_pay(behind)));
                }
            }
            if pay && self.is_about_another(&cue.range, figure) {
                shadow = shadow.or(after.map(|a| a.0));
                continue;
            }
            return Some((said, pay));
        }
        match (after, shadow) {
            (Some((said, ..)), _) => Some((said, behind_is_pay(said))),
            (None, Some(shadow)) => Some((shadow, false)),
            (None, None) => None,
        }
    }

    /// What words behind the figure say of it: "$10,000 signing bonus"; whether
    /// they follow directly; and whether they name money and no purpose.
    fn said_behind(&self, figure: &Figure, sentence: &Range<usize>) -> Option<(Said, bool, bool)> {
        let words = self.text.words();
        for cue in self.cues_in(figure.range.end..sentence.end) {
            let gap = &words[figure.range.end..cue.range.start];
            let count = gap.split_whitespace().count();
            // "$177,000+ significant equity": the plus leads to something else.
            let stops = words[..figure.range.end].ends_with('+')
                || gap.contains([',', ';', '|', '•', '+', '.', '\n', '&'])
                || joins_another(gap)
                || contains_word(
                    gap,
                    &[
                        "with",
                        "including",
                        "excluding",
                        "based",
                        "depending",
                        "not",
                    ],
                );
            let direct = !stops && count <= 3 && !gap.contains('(');
            let said = match cue.word {
                Word::Pay | Word::Range => Said::Kind(PayKind::Base),
                Word::Total => Said::Kind(PayKind::Total),
                Word::Bonus => Said::Kind(PayKind::Bonus),
                Word::Commission => Said::Kind(PayKind::Commission),
                Word::Equity => Said::Kind(PayKind::Equity),
                Word::Stipend | Word::Purpose => Said::Kind(PayKind::Stipend),
                Word::Elsewhere => Said::Elsewhere,
                Word::Nothing
                | Word::Per(_)
                | Word::Praise
                | Word::Depends
                | Word::Vague
                | Word::Grade
                | Word::Unit => continue,
            };
            if direct {
                return Some((said, true, cue.word != Word::Purpose));
            }
            let loose = match said {
                Said::Kind(PayKind::Base | PayKind::Total) => !gap.contains([';', '|', '\n']),
                Said::Kind(PayKind::Stipend) | Said::Elsewhere => !stops && count <= 9,
                Said::Kind(
                    PayKind::Bonus | PayKind::Commission | PayKind::Equity | PayKind::Estimate,
                ) => false,
            };
            if loose {
                return Some((said, false, false));
            }
            if stops {
                return None;
            }
        }
        None
    }

    /// Whether a word before a figure is about something else: closed in
    /// brackets with a figure of its own, a multiple ("life insurance of 1x
    /// salary up to"), or what the figure comes on top of.
    fn is_beside(&self, cue: &Range<usize>, gap: &str) -> bool {
        let closed =
            gap.contains(')') && !gap.contains('(') && gap.bytes().any(|b| b.is_ascii_digit());
        let words = self.text.words();
        let head = &words[ceil(words, cue.start.saturating_sub(40))..cue.start];
        let head = &head[head.rfind(['.', '\n']).map_or(0, |i| i + 1)..];
        let near = head
            .trim_end_matches([' ', '-'])
            .trim_end_matches("annual")
            .trim_end_matches("base")
            .trim_end();
        let multiple = near.ends_with(" times")
            || near
                .strip_suffix('x')
                .is_some_and(|n| n.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        let on_top = gap.contains(',')
            && [
                "in addition to",
                "on top of",
                "besides",
                "alongside",
                "beyond",
                "as well as",
            ]
            .iter()
            .any(|lead| head.contains(lead));
        closed || multiple || on_top
    }

    /// Whether a word for pay belongs to an earlier figure of the sentence, and
    /// this figure comes behind a new beginning: "$90k salary; $500 a year for books".
    fn is_about_another(&self, cue: &Range<usize>, figure: &Figure) -> bool {
        let words = self.text.words();
        let gap = &words[cue.end.min(figure.range.start)..figure.range.start];
        let figures_between = gap.bytes().any(|b| b.is_ascii_digit());
        let restarts = gap.contains([';', '|', '•']) || gap.contains(" plus ") || gap.contains('+');
        let small = figure.min == figure.max && figure.stretch.is_none();
        (figures_between && restarts && small)
            || (gap.len() > 120 && figure.min == figure.max && figure.stretch.is_none())
    }

    /// Whether nothing but a colon or "is" stands between a word for pay and
    /// the figure.
    fn is_labelled(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let cues = self.cues_in(sentence.start..figure.range.start);
        let before = cues
            .iter()
            .rev()
            .filter(|c| matches!(c.word, Word::Pay | Word::Range | Word::Total))
            .any(|c| is_label(&words[c.range.end.min(figure.range.start)..figure.range.start]));
        let behind = self
            .said_behind(figure, sentence)
            .is_some_and(|(said, direct, _)| direct && behind_is_pay(said));
        before || behind
    }

    /// Amounts without any currency are pay only where pay is spoken of and
    /// they look like it.
    fn may_go_unsigned(&self, figure: &Figure, plain: bool, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let thousand = Amount::from(1_000);
        let looks = figure.scaled || figure.stretch.is_some() || {
            (figure.marked || figure.bottom() >= Amount::from(10_000)) && figure.top() >= thousand
        };
        let close = self
            .cues_in(sentence.clone())
            .iter()
            .filter(|c| matches!(c.word, Word::Pay | Word::Range | Word::Total))
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
        let alone = figure.scaled && figure.stretch.is_some() && main;
        let least = match figure.stretch.and_then(|s| s.period()) {
            Some(Period::Year) => 1_000,
            Some(Period::Month) => 200,
            Some(Period::Hour | Period::Day | Period::Week | Period::Project) | None => 3,
        };
        let looks = looks && figure.bottom() >= Amount::from(least);
        let top = figure.top();
        looks && top < Amount::from(100_000_000) && ((plain && close) || alone)
    }

    /// What the line above, the header of the table's column or the heading
    /// of the section says, as far as they stand behind `done`.
    fn labels_say(&self, figure: &Figure, done: usize) -> Option<Said> {
        let labels = self.labels(&figure.range);
        for label in labels.into_iter().filter(|l| l.start >= done) {
            let cues = self.cues_in(label.clone());
            let said = cues.iter().rev().find_map(|cue| match cue.word {
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
            });
            // "Pay & benefits": the first word rules.
            let pay = cues
                .iter()
                .any(|c| matches!(c.word, Word::Pay | Word::Range | Word::Total));
            match said {
                Some(Said::Kind(PayKind::Base | PayKind::Total)) => return said,
                Some(_) if pay => return Some(Said::Kind(PayKind::Base)),
                Some(said) => return Some(said),
                None => {}
            }
        }
        let section = self.section(&figure.range).filter(|_| done == 0)?;
        match section.role {
            Role::Pay => Some(Said::Kind(PayKind::Base)),
            Role::Fields
            | Role::Opening
            | Role::Company
            | Role::Duties
            | Role::Requirements
            | Role::Benefits
            | Role::Location
            | Role::EqualOpportunity
            | Role::HowToApply
            | Role::Legal
            | Role::Other => None,
        }
    }

    /// The labels of a figure, the nearest first: head of its column, head of
    /// its row, the line above, the heading.
    fn labels(&self, place: &Range<usize>) -> Vec<Range<usize>> {
        let words = self.text.words();
        let folded = self.text.folded;
        let blocks = &self.prose.posting.document.blocks;
        let view = folded.view(place.clone());
        let mut labels = Vec::new();
        let index = blocks.partition_point(|b| b.span.start <= view.start);
        if let Some(index) = index.checked_sub(1)
            && let Block {
                kind: BlockKind::Cell { column, .. },
                ..
            } = &blocks[index]
        {
            if let Some(header) = self.headers[index] {
                labels.push(folded.range(blocks[header].span));
            }
            let row_head = index.checked_sub(*column as usize).filter(|_| *column > 0);
            if let Some(head) = row_head {
                labels.push(folded.range(blocks[head].span));
            }
        }
        // The line above, if it is short or leads on, over empty lines. Lines that
        // hold figures are of the same list; what leads the list stands higher.
        let line = line_start(words, place.start);
        let mut end = line;
        // Nothing stands above a line that is too long to see its start.
        let seen = line > 0 && words[..line].ends_with('\n');
        for _ in 0..if seen { 4 } else { 0 } {
            let head = words[..end].trim_end_matches(['\n', ' ']);
            let start = line_start(words, head.len());
            let above = &head[start..];
            if above.is_empty() || line - head.len() > 400 {
                break;
            }
            end = start;
            if above.bytes().any(|b| b.is_ascii_digit()) && above.contains(CURRENCY_MARKS) {
                continue;
            }
            let from = start.max(ceil(words, head.len().saturating_sub(300)));
            if above.ends_with(':') || above.len() <= 90 {
                labels.push(from..head.len());
            } else if labels.is_empty() {
                labels.push(from..head.len());
                break;
            } else {
                break;
            }
            if !above.bytes().any(|b| b.is_ascii_digit()) {
                break;
            }
        }
        if let Some(heading) = self.section(place).and_then(|s| s.heading) {
            let heading = folded.range(heading);
            // A heading that holds the figure is its sentence, not its label.
            if heading.end <= place.start {
                labels.push(heading);
            }
        }
        labels
    }

    fn section(&self, place: &Range<usize>) -> Option<&'p Section> {
        let at = self.text.folded.view(place.clone()).start;
        let sections = &self.prose.posting.sections;
        let index = sections.partition_point(|s| s.span.start <= at);
        let section = &sections[index.checked_sub(1)?];
        (at < section.span.end).then_some(section)
    }

    /// Whether a figure stands in one list with a figure that was pay.
    fn follows(&self, precedent: &Precedent, figure: &Figure) -> bool {
        if precedent.end > figure.range.start {
            return false;
        }
        let gap = &self.text.words()[precedent.end..figure.range.start];
        let lines = gap.bytes().filter(|b| *b == b'\n').count();
        gap.len() <= 160
            && lines <= 3
            && precedent.is_range == (figure.min != figure.max)
            && figure.sign.is_some()
    }

    /// Pay that no word calls so: a range of annual size, an hourly rate.
    fn shape_says(&self, figure: &Figure, sentence: &Range<usize>) -> Option<Said> {
        let currency = self
            .surroundings
            .resolve(self.text, figure.sign, &figure.range);
        let big = figure.big && !currency::counts_in_millions(currency);
        if big || figure.percent || figure.sign.is_none() {
            let bare = figure.scaled && figure.stretch.is_some() && figure.sign.is_none();
            return (bare && !figure.percent).then_some(Said::Kind(PayKind::Base));
        }
        let words = self.text.words();
        let benefits = self.section(&figure.range).is_some_and(|s| {
            // Not where the figure itself stands in the heading.
            let heading = s.heading.map(|h| self.text.folded.range(h));
            let own = heading.is_some_and(|h| h.end > figure.range.start);
            !own && matches!(s.role, Role::Benefits | Role::Company)
        });
        let range = figure.min.is_some() && figure.max.is_some() && figure.min != figure.max;
        let period = figure.stretch.and_then(|s| s.period());
        let annual = currency::plain_period(currency, figure.bottom(), figure.top());
        let line = words[sentence.clone()].trim();
        let start = line_start(words, figure.range.start);
        let first = !words[start..figure.range.start].contains(char::is_alphanumeric);
        let main = figure.range.len() * 3 >= line.len();
        let apart = words[..figure.range.start]
            .trim_end()
            .ends_with(['(', '|', '💰', '·', '•', '-'])
            || line.contains('💰')
            || first;
        let sized = |least: i64| figure.bottom() >= Amount::from(least);
        let says = match period {
            Some(Period::Hour) => !benefits && sized(5),
            Some(Period::Year) => annual == Some(Period::Year) && !benefits,
            Some(Period::Month) => !benefits && sized(800) && (range || main || apart),
            Some(Period::Week) => !benefits && sized(300) && (range || main),
            Some(Period::Day) => !benefits && sized(100) && (range || main || apart),
            Some(Period::Project) | None => {
                let salary = range && first && annual == Some(Period::Year);
                annual.is_some() && (!benefits || salary) && (range || apart) && (main || apart)
            }
        };
        says.then_some(Said::Kind(PayKind::Base))
    }

    /// The period that words apart from the figure give: "annual salary",
    /// "Hourly rate:".
    fn period_in_words(&self, figure: &Figure, sentence: &Range<usize>) -> Option<Period> {
        let words = self.text.words();
        let currency = self
            .surroundings
            .resolve(self.text, figure.sign, &figure.range);
        let size = currency::plain_period(currency, figure.bottom(), figure.top());
        let plausible =
            |period| currency::is_plausible(currency, Some(period), figure.bottom(), figure.top());
        let fits = |period: Period| match period {
            Period::Hour | Period::Day => size != Some(Period::Year),
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
                let of_pay = cues
                    .iter()
                    .any(|c| matches!(c.word, Word::Pay | Word::Range | Word::Total));
                let alone = cues.len() == 1 && cues[0].range.len() + 2 >= label.len();
                cues.iter().rev().filter(|_| of_pay || alone).find_map(of)
            })
        };
        before.or_else(behind).or_else(labels)
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

fn behind_is_pay(said: Said) -> bool {
    matches!(said, Said::Kind(PayKind::Base | PayKind::Total))
}

/// Whether the words go on to something else: "salary and a budget of".
fn joins_another(gap: &str) -> bool {
    gap.contains(" plus ")
        || gap.contains(" and ")
        || gap.ends_with(" and")
        || gap.contains(" as well as ")
}

fn contains_word(gap: &str, words: &[&str]) -> bool {
    gap.split(|c: char| !c.is_alphanumeric())
        .any(|w| words.contains(&w))
}

/// Whether the words between a word for pay and a figure only introduce it.
fn is_label(gap: &str) -> bool {
    gap.len() <= 80
        && gap
            .split(|c: char| !(c.is_alphanumeric() || c == '\''))
            .filter(|w| !w.is_empty())
            .all(|w| {
                matches!(
                    w,
                    "is" | "are"
                        | "of"
                        | "range"
                        | "ranges"
                        | "from"
                        | "between"
                        | "at"
                        | "starting"
                        | "rate"
                        | "rates"
                        | "will"
                        | "be"
                        | "up"
                        | "to"
                        | "band"
                        | "max"
                        | "min"
                        | "minimum"
                        | "maximum"
                        | "for"
                        | "this"
                        | "the"
                        | "role"
                        | "position"
                        | "job"
                        | "in"
                        | "a"
                        | "an"
                        | "our"
                        | "base"
                        | "salary"
                        | "pay"
                        | "and"
                        | "usd"
                        | "currently"
                        | "approximately"
                        | "around"
                        | "about"
                        | "circa"
                        | "ca"
                        | "c"
                        | "starts"
                        | "s"
                        | "per"
                        | "hour"
                        | "year"
                        | "annum"
                        | "annual"
                        | "hourly"
                        | "gross"
                        | "brut"
                        | "brutto"
                        | "bruto"
                        | "expected"
                        | "estimated"
                        | "anticipated"
                        | "target"
                        | "scale"
                        | "level"
                        | "ab"
                        | "von"
                        | "de"
                        | "entre"
                        | "mind"
                        | "od"
                        | "est"
                        | "wynosi"
                        | "expectation"
                        | "expectations"
                        | "region"
                        | "beträgt"
                        | "liegt"
                        | "bei"
                        | "zwischen"
                        | "annuel"
                        | "annuelle"
                        | "compris"
                        | "comprise"
                        | "situe"
                        | "se"
                        | "mensual"
                        | "set"
                )
            })
        && !gap.contains([';', '|'])
}

/// The lexicon's words, without those that lie within a longer phrase that
/// says something else.
fn cues(hits: &[Hit]) -> Vec<Cue> {
    let masks = |word: Word, range: &Range<usize>| {
        range.len() > 6
            && !matches!(
                word,
                Word::Range | Word::Per(_) | Word::Pay | Word::Praise | Word::Unit
            )
    };
    let mut found = Vec::with_capacity(hits.len());
    let long: Vec<&Hit> = hits
        .iter()
        .filter(|h| masks(WORDS[h.cue].1, &h.range))
        .collect();
    for hit in hits {
        let word = WORDS[hit.cue].1;
        if word == Word::Nothing {
            continue;
        }
        let from = long.partition_point(|l| l.range.start + LONGEST_PHRASE < hit.range.start);
        let hidden = long[from..]
            .iter()
            .take_while(|l| l.range.start <= hit.range.start)
            .any(|l| l.range.end >= hit.range.end && l.range.len() > hit.range.len());
        if !hidden {
            found.push(Cue {
                word,
                range: hit.range.clone(),
            });
        }
    }
    found
}

/// No phrase of the lexicon is longer, in bytes.
const LONGEST_PHRASE: usize = 48;
