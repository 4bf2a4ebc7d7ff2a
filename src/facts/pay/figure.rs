//! From numbers to figures: amounts with their sign and scale, ranges, open
//! ends, and the period written beside them. It reads expressions; whether an
//! expression is pay, a budget or a company's revenue is not its business.

mod bridge;
mod edges;
mod quantity;

use super::Form;
use super::period;
use super::sign::Sign;
use super::text::Text;
use crate::domain::money::Amount;
use crate::domain::money::Period;
use crate::text::{first_digit, floor};
use bridge::bridge;
use edges::{Opener, closer, opener, tail};
use quantity::Quantity;
pub(super) use quantity::is_rank;
use std::ops::Range;

/// An amount or a range of amounts as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// The whole expression in the folded text: `up to $80k a year`.
    pub range: Range<usize>,
    /// The digits and signs alone.
    pub amounts: Range<usize>,
    pub min: Option<Amount>,
    pub max: Option<Amount>,
    pub form: Form,
    pub sign: Option<Sign>,
    /// The period written beside it.
    pub stretch: Option<Period>,
    /// Scaled by a million or more, in a currency where that is no pay.
    pub big: bool,
    /// Written with a scale such as `k`.
    pub scaled: bool,
    /// Written with grouped thousands or decimals.
    pub marked: bool,
    pub percent: bool,
    /// Written with the larger amount first.
    pub reversed: bool,
}

impl Figure {
    /// The larger of its amounts.
    pub(super) fn top(&self) -> Amount {
        self.max.or(self.min).unwrap_or_default()
    }

    /// The smaller of its amounts.
    pub(super) fn bottom(&self) -> Amount {
        self.min.or(self.max).unwrap_or_default()
    }
}

/// Reads all figures of `range`. Numbers that show no sign of money are left
/// out unless they might be pay in a sentence about pay.
pub(super) fn read(text: Text<'_>, range: Range<usize>) -> Vec<Figure> {
    let bytes = text.words().as_bytes();
    let mut figures = Vec::new();
    let mut draft: Option<Draft> = None;
    let mut at = range.start;
    while let Some(offset) = first_digit(&bytes[at..range.end]) {
        let digit = at + offset;
        let done = draft.as_ref().map_or(range.start, |d| d.end());
        let quantity = match Quantity::read(text, digit, done) {
            Ok(quantity) => quantity,
            Err(end) => {
                at = end.max(digit + 1);
                continue;
            }
        };
        at = quantity.range.end.max(digit + 1);
        if at > range.end {
            break;
        }
        let joined = draft
            .as_mut()
            .is_some_and(|draft| draft.join(text, &quantity));
        if !joined {
            figures.extend(draft.take().and_then(|d| d.finish(text, digit)));
            draft = Some(Draft::new(text, quantity));
        }
    }
    figures.extend(draft.and_then(|d| d.finish(text, range.end)));
    figures
}

/// How words begin that say of an amount that it became smaller.
const FALLING: [&str; 8] = [
    "cut", "reduc", "lower", "drop", "discount", "decreas", "fell", "down",
];

/// A figure in the making.
#[derive(Debug)]
struct Draft {
    first: Quantity,
    second: Option<Quantity>,
    opener: Option<(Opener, usize)>,
    stretch: Option<Period>,
    /// Joined by a dash, so that a third amount may follow.
    dashed: bool,
    /// The larger amount stood first.
    reversed: bool,
}

impl Draft {
    fn new(text: Text<'_>, first: Quantity) -> Draft {
        let opener = opener(text.words(), first.range.start);
        Draft {
            stretch: first.stretch,
            first,
            second: None,
            opener,
            dashed: false,
            reversed: false,
        }
    }

    fn end(&self) -> usize {
        self.second.as_ref().unwrap_or(&self.first).range.end
    }

    /// Takes `next` as the upper end, if the words between say so.
    fn join(&mut self, text: Text<'_>, next: &Quantity) -> bool {
        let last = self.second.as_ref().unwrap_or(&self.first);
        let gap = last.range.end..next.range.start;
        // "10-15%": the sign is said once.
        let shared = next.percent
            && !last.percent
            && last.sign.is_none()
            && matches!(text.words().get(gap.clone()), Some("-" | " - " | " to "));
        if shared && self.second.is_none() {
            self.first.percent = true;
        }
        let last = self.second.as_ref().unwrap_or(&self.first);
        if gap.start > gap.end || gap.len() > LONGEST_GAP || last.percent != next.percent {
            return false;
        }
        if let (Some(Sign::Code(a)), Some(Sign::Code(b))) = (last.sign, next.sign)
            && a != b
        {
            return false;
        }
        let opener = self.opener.map(|o| o.0);
        let Some(bridge) = bridge(text, gap.clone(), last, next, opener) else {
            return false;
        };
        if self.second.is_some() {
            // "$87,000 - $102,000 - $113,000": lowest, usual, highest.
            let rising = self.dashed && bridge.dash && next.value > last.value && next.is_money();
            if rising && next.scale.is_some() == last.scale.is_some() {
                self.second = Some(next.clone());
            }
            return rising;
        }
        // Two ends with a sign each are a range, however far they stand apart.
        let to = text.words()[gap].trim() == "to";
        let signed = (to || bridge.dash) && self.first.sign.is_some() && next.sign.is_some();
        let mut first = self.first.clone();
        let mut second = next.clone();
        share_scale(&mut first, &mut second);
        if first.value > second.value {
            // Written the wrong way round.
            let close = first.value <= second.value * Amount::from(3);
            let is_range = bridge.dash || to && !self.falls(text);
            if !(is_range && first.is_money() && second.is_money() && (close || signed)) {
                return false;
            }
            std::mem::swap(&mut first.value, &mut second.value);
            self.reversed = true;
        }
        let ratio = if first.is_money() && second.is_money() {
            1_000
        } else {
            12
        };
        if first.value * Amount::from(ratio) < second.value && !first.value.is_zero() && !signed {
            return false;
        }
        if self.first.is_yearish() != next.is_yearish() && !next.is_money() {
            return false;
        }
        self.stretch = self.stretch.or(bridge.stretch).or(second.stretch);
        self.first = first;
        self.second = Some(second);
        self.dashed = bridge.dash;
        true
    }

    /// The words before speak of an amount that became smaller: "cut from $30 to $20".
    fn falls(&self, text: Text<'_>) -> bool {
        let start = self.opener.map_or(self.first.range.start, |(_, at)| at);
        let before = &text.words()[floor(text.words(), start.saturating_sub(40))..start];
        let sentence = before.rsplit(['.', '\n']).next().unwrap_or(before);
        let mut words = sentence.split(|c: char| !c.is_alphabetic());
        words.any(|word| FALLING.iter().any(|falling| word.starts_with(falling)))
    }

    /// The figure, if it may be money. `limit` is where the next number begins.
    fn finish(self, text: Text<'_>, limit: usize) -> Option<Figure> {
        let words = text.words();
        let Draft {
            first,
            second,
            opener,
            stretch,
            reversed,
            ..
        } = self;
        let last = second.as_ref().unwrap_or(&first);
        let mut end = last.range.end;
        let tail = tail(text, end, limit);
        let mut stretch = stretch.or(tail.stretch);
        end = end.max(tail.end);
        let sign = match (first.sign, last.sign.or(tail.sign)) {
            (Some(a), b) => Some(a.plainer(b).plainer(tail.sign)),
            (None, b) => b.map(|b| b.plainer(tail.sign)),
        };
        let scaled = first.scale.is_some() || last.scale.is_some();
        let marked = first.marked || last.marked;
        let zero = last.value.is_zero();
        let worth = sign.is_some() || scaled || stretch.is_some() || first.percent;
        let may_be_bare = second.is_some() || marked || first.value >= Amount::from(1_000);
        if zero || !(worth || may_be_bare) {
            return None;
        }
        let big = [&first, last]
            .iter()
            .any(|q| q.scale.as_ref().is_some_and(|s| s.big));
        let mut start = first.range.start;
        let amounts = start..last.range.end;
        let (min, max, form) = if let Some(second) = &second {
            if let Some((Opener::Between | Opener::From, at)) = opener {
                start = at;
            }
            if first.value == second.value {
                (Some(first.value), Some(first.value), Form::Single)
            } else if first.value.is_zero() {
                (None, Some(second.value), Form::UpTo)
            } else {
                (Some(first.value), Some(second.value), Form::Range)
            }
        } else {
            let closed = closer(words, end, first.range.end);
            let form = match opener {
                Some((Opener::UpTo, at)) => {
                    start = at;
                    Form::UpTo
                }
                Some((Opener::From, at)) => {
                    start = at;
                    Form::StartingAt
                }
                Some((Opener::Between | Opener::Of, _)) | None => match closed {
                    Some((form, closer_end)) => {
                        end = end.max(closer_end);
                        // "$26.00 maximum hourly"
                        if let Some((late, late_end)) = period::at(words, end)
                            && stretch.is_none()
                        {
                            (stretch, end) = (Some(late), late_end);
                        }
                        form
                    }
                    None if first.plus => Form::StartingAt,
                    None => Form::Single,
                },
            };
            match form {
                Form::UpTo => (None, Some(first.value), form),
                Form::StartingAt => (Some(first.value), None, form),
                Form::Range | Form::Single | Form::Other => {
                    (Some(first.value), Some(first.value), form)
                }
            }
        };
        Some(Figure {
            range: start..end,
            amounts,
            min,
            max,
            form,
            sign,
            stretch,
            big,
            scaled,
            marked,
            percent: first.percent,
            reversed,
        })
    }
}

/// The farthest that the two ends of a range stand apart, in bytes.
const LONGEST_GAP: usize = 140;

/// `120-150k`: what scales one end scales the other.
fn share_scale(first: &mut Quantity, second: &mut Quantity) {
    match (first.scale, second.scale) {
        (None, Some(scale))
            if first.number <= second.number || first.number < Amount::from(1_000) =>
        {
            if let Some(value) = scale.times(first.number)
                && value <= second.value
            {
                first.value = value;
                first.scale = Some(scale);
            }
        }
        (Some(scale), None) if second.number < Amount::from(1_000) => {
            if let Some(value) = scale.times(second.number)
                && value >= first.value
            {
                second.value = value;
                second.scale = Some(scale);
            }
        }
        // `$177-192,000`
        (None, None)
            if first.number < Amount::from(1_000)
                && !first.marked
                && second.marked
                && second.sign.is_none() =>
        {
            let thousands = first.value * Amount::from(1_000);
            if thousands <= second.value && second.value <= thousands * Amount::from(3) {
                first.value = thousands;
            }
        }
        _ => {}
    }
    if first.sign.is_none() {
        first.sign = second.sign;
    }
}
