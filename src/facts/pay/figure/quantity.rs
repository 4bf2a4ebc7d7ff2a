//! One amount with what is written close around it: sign, scale, per cent, a
//! plus. It knows nothing of a second amount.

use super::super::number::{self, Number};
use super::super::period;
use super::super::scale::{Scale, scale_at};
use super::super::sign::{self, Sign};
use super::super::text::Text;
use crate::domain::money::{Amount, Period};
use std::ops::Range;

/// One amount with what is written close around it.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    /// With sign and scale.
    pub range: Range<usize>,
    /// As written, before scaling.
    pub number: Amount,
    pub value: Amount,
    pub scale: Option<Scale>,
    pub sign: Option<Sign>,
    pub stretch: Option<Period>,
    /// `100k+`
    pub plus: bool,
    pub percent: bool,
    pub marked: bool,
    pub tail_dash: bool,
}

impl Quantity {
    /// Reads the quantity whose first digit stands at `digit`; words before
    /// `done` belong to others. The error is where to go on.
    pub(super) fn read(text: Text<'_>, digit: usize, done: usize) -> Result<Quantity, usize> {
        let words = text.words();
        // `$.55`
        let cents = words[..digit]
            .strip_suffix('.')
            .filter(|head| head.ends_with(['$', '€', '£']))
            .and_then(|head| Some((head.len(), number::cents(words, digit)?)));
        let (from, number) = match cents {
            Some(cents) => cents,
            None => (digit, number::at(words, digit)?),
        };
        let prefix = sign::before(text, from).filter(|(_, start)| *start >= done);
        if prefix.is_none() && !stands_free(words, digit, done) {
            return Err(number.range.end);
        }
        // `·14薪`: so many months are paid in a year.
        if words[..digit].ends_with('·') && words[number.range.end..].starts_with('薪') {
            return Err(number.range.end);
        }
        let signed = prefix.is_some();
        let mut end = number.range.end;
        let plus_inside = words[end..].starts_with('+');
        let scale = scale_at(text, end, signed).or_else(|| {
            let behind_plus = end + usize::from(plus_inside);
            (plus_inside && !words[behind_plus..].starts_with(' '))
                .then(|| scale_at(text, behind_plus, signed))
                .flatten()
        });
        let (mut value, mut number_value) = (number.value, number.value);
        if let Some((scale, scale_end)) = &scale {
            (value, number_value) = scaled(scale, &number).ok_or(end)?;
            end = *scale_end;
            if scale.compound
                && let Some((rest, rest_end)) = remainder(words, end, scale.factor)
            {
                value = value.checked_add(rest).ok_or(end)?;
                end = rest_end;
            }
        }
        let percent = match percent_end(words, end) {
            Some(percent_end) if !signed => {
                end = percent_end;
                true
            }
            _ => false,
        };
        let suffix = sign::after(text, end).filter(|_| !percent);
        if let Some((_, suffix_end)) = suffix {
            end = suffix_end;
        }
        let sign = prefix
            .map(|(sign, _)| sign.plainer(suffix.map(|s| s.0)))
            .or(suffix.map(|s| s.0))
            .or(scale.as_ref().and_then(|(scale, _)| scale.sign));
        if sign.is_none() && !ends_free(words, end) && period::at(words, end).is_none() {
            return Err(end);
        }
        if sign.is_none() && is_plan_number(&number, scale.is_some()) {
            return Err(end);
        }
        if sign.is_none() && scale.is_none() && is_step(words, digit, &number) {
            return Err(end);
        }
        let plus_behind = words[end..].starts_with('+')
            && !words[end + 1..].starts_with(|c: char| c.is_alphanumeric());
        let plus = plus_inside || plus_behind;
        end += usize::from(plus_behind);
        let stretch = scale.as_ref().and_then(|(scale, _)| scale.period);
        Ok(Quantity {
            range: prefix.map_or(digit, |(_, start)| start)..end,
            number: number_value,
            value,
            scale: scale.map(|(scale, _)| scale),
            sign,
            stretch,
            plus,
            percent,
            marked: number.marked,
            tail_dash: number.tail_dash,
        })
    }

    pub(super) fn is_money(&self) -> bool {
        self.sign.is_some() || self.scale.is_some()
    }

    /// Whether it may as well be a year of the calendar.
    pub(super) fn is_yearish(&self) -> bool {
        !self.is_money()
            && !self.marked
            && self.value >= Amount::from(1_900)
            && self.value <= Amount::from(2_100)
    }
}

/// The scaled value, and the number that the scale was applied to.
fn scaled(scale: &Scale, number: &Number) -> Option<(Amount, Amount)> {
    let plain = match number.as_decimal {
        Some(decimal) if scale.factor >= 1_000 => decimal,
        _ => number.value,
    };
    // `$132,000K` means 132,000, though `132.000K` might as well be 132 K.
    if scale.factor == 1_000 && number.value >= Amount::from(10_000) {
        return Some((number.value, number.value));
    }
    Some((scale.times(plain)?, plain))
}

/// The part behind a scale word: the `5,000` of `6万5,000円`, the `2千` of `1万2千円`.
fn remainder(words: &str, at: usize, factor: i64) -> Option<(Amount, usize)> {
    if !words.as_bytes().get(at)?.is_ascii_digit() {
        return None;
    }
    let number = number::at(words, at).ok()?;
    let mut value = number.value;
    let mut end = number.range.end;
    if let Some(c) = words[end..].chars().next()
        && matches!(c, '千' | '천')
    {
        value = value.checked_mul(Amount::from(1_000))?;
        end += c.len_utf8();
    }
    (value < Amount::from(factor)).then_some((value, end))
}

/// Whether a number at `digit` is not the tail of a word, a path, an id, a time.
fn stands_free(words: &str, digit: usize, done: usize) -> bool {
    let mut before = words[..digit].chars().rev();
    let Some(last) = before.next() else {
        return true;
    };
    let touches_previous = digit - last.len_utf8() <= done && done > 0;
    let previous = before.next();
    match last {
        '_' | '#' | '@' | '&' | '%' | '=' => false,
        ':' | ',' => touches_previous || !previous.is_some_and(|c| c.is_ascii_digit()),
        '-' | '/' | '.' | '+' => touches_previous || !previous.is_some_and(char::is_alphanumeric),
        c => !c.is_alphanumeric() || is_east_asian(c) || touches_previous,
    }
}

/// Whether a number that ends at `end` is not the head of a word or a time.
fn ends_free(words: &str, end: usize) -> bool {
    let mut after = words[end..].chars();
    match (after.next(), after.next()) {
        (Some(':'), Some(c)) => !c.is_ascii_digit(),
        (Some('_' | '@'), _) => false,
        (Some(c), _) => !c.is_alphabetic() || is_east_asian(c),
        (None, _) => true,
    }
}

/// Scripts that put no spaces between words.
fn is_east_asian(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xe00..=0xe7f)
}

/// Where the per cent sign behind a number ends.
fn percent_end(words: &str, at: usize) -> Option<usize> {
    let rest = words[at..].trim_start_matches([' ', '+']);
    let start = words.len() - rest.len();
    let len = ["%", "percent", "per cent"]
        .iter()
        .find(|sign| rest.starts_with(**sign))?
        .len();
    Some(start + len)
}

/// American savings plans are named by sections of the tax code.
fn is_plan_number(number: &Number, scaled: bool) -> bool {
    !number.marked
        && scaled
        && [401, 403, 457, 529]
            .iter()
            .any(|n| number.value == Amount::from(*n))
}

/// `Step 10`, `Level 3`: a rank and no amount.
fn is_step(words: &str, digit: usize, number: &Number) -> bool {
    let head = words[..digit].trim_end_matches(' ');
    let word = head.rsplit(|c: char| !c.is_alphabetic()).next();
    !number.marked && number.value < Amount::from(100) && word.is_some_and(is_rank)
}

/// Words before the number of a rank.
pub(in crate::facts::pay) fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "step" | "level" | "grade" | "zone" | "tier" | "band" | "gs" | "class" | "phase" | "group"
    )
}
