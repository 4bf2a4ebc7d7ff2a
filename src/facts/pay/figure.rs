//! From numbers to figures: amounts with their sign and scale, ranges, open
//! ends, and the period written beside them. It reads expressions; whether an
//! expression is pay, a budget or a company's revenue is not its business.

use super::Form;
use super::number::{self, Number};
use super::period::{self, Stretch};
use super::sign::{self, Scale, Sign};
use super::text::{Text, ceil};
use crate::domain::money::Amount;
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
    pub stretch: Option<Stretch>,
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
    while let Some(offset) = bytes[at..range.end].iter().position(u8::is_ascii_digit) {
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

/// One amount with what is written close around it.
#[derive(Debug, Clone)]
struct Quantity {
    /// With sign and scale.
    range: Range<usize>,
    /// As written, before scaling.
    number: Amount,
    value: Amount,
    scale: Option<Scale>,
    sign: Option<Sign>,
    stretch: Option<Stretch>,
    /// `100k+`
    plus: bool,
    percent: bool,
    marked: bool,
    tail_dash: bool,
}

impl Quantity {
    /// Reads the quantity whose first digit stands at `digit`; words before
    /// `done` belong to others. The error is where to go on.
    fn read(text: Text<'_>, digit: usize, done: usize) -> Result<Quantity, usize> {
        let words = text.words();
        let number = number::at(words, digit)?;
        let prefix = sign::before(text, digit).filter(|(_, start)| *start >= done);
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
        let scale = sign::scale_at(text, end, signed).or_else(|| {
            let behind_plus = end + usize::from(plus_inside);
            (plus_inside && !words[behind_plus..].starts_with(' '))
                .then(|| sign::scale_at(text, behind_plus, signed))
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

    fn is_money(&self) -> bool {
        self.sign.is_some() || self.scale.is_some()
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

fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "step" | "level" | "grade" | "zone" | "tier" | "band" | "gs" | "class" | "phase" | "group"
    )
}

/// What is written before an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// "up to", "maximum"
    UpTo,
    /// "from", "starting at", "minimum"
    From,
    /// "between"
    Between,
    /// A word that opens a range and means "of" before a single amount: "von".
    Of,
}

/// A figure in the making.
#[derive(Debug)]
struct Draft {
    first: Quantity,
    second: Option<Quantity>,
    opener: Option<(Opener, usize)>,
    stretch: Option<Stretch>,
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
        if gap.start > gap.end || gap.len() > LONGEST_GAP || last.percent != next.percent {
            return false;
        }
        if let (Some(Sign::Code(a)), Some(Sign::Code(b))) = (last.sign, next.sign)
            && a != b
        {
            return false;
        }
        let opener = self.opener.map(|o| o.0);
        let Some(bridge) = bridge(text, gap, last, next, opener) else {
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
        let mut first = self.first.clone();
        let mut second = next.clone();
        share_scale(&mut first, &mut second);
        if first.value > second.value {
            // Written the wrong way round.
            let close = first.value <= second.value * Amount::from(3);
            if !(bridge.dash && first.is_money() && second.is_money() && close) {
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
        if first.value * Amount::from(ratio) < second.value && !first.value.is_zero() {
            return false;
        }
        if is_yearish(&self.first) != is_yearish(next) && !next.is_money() {
            return false;
        }
        self.stretch = self.stretch.or(bridge.stretch).or(second.stretch);
        self.first = first;
        self.second = Some(second);
        self.dashed = bridge.dash;
        true
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
        let stretch = stretch.or(tail.stretch);
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

fn is_yearish(quantity: &Quantity) -> bool {
    !quantity.is_money()
        && !quantity.marked
        && quantity.value >= Amount::from(1_900)
        && quantity.value <= Amount::from(2_100)
}

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
        (None, None) if first.number < Amount::from(1_000) && !first.marked && second.marked => {
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

/// What the words between two amounts say.
#[derive(Debug, Default)]
struct Bridge {
    stretch: Option<Stretch>,
    dash: bool,
}

fn bridge(
    text: Text<'_>,
    gap: Range<usize>,
    first: &Quantity,
    next: &Quantity,
    opener: Option<Opener>,
) -> Option<Bridge> {
    let words = text.words();
    strict_bridge(text, gap.clone(), first, next, opener).or_else(|| {
        // "from $99,500 in our lowest market up to $200,000 in our highest"
        let between = words[gap].trim_end();
        let opened = matches!(opener, Some(Opener::From | Opener::Between | Opener::Of));
        let leads = |ends: &[&str]| ends.iter().any(|e| between.ends_with(e));
        let closes = leads(&[
            " up to",
            " to",
            " to a maximum of",
            " to a max of",
            " bis zu",
        ]) || (opener == Some(Opener::Between) && leads(&[" and", " and up to"]));
        let one_sentence =
            !between.contains('\n') && !between.contains(". ") && !between.contains(';');
        let money = first.sign.is_some() && next.sign.is_some();
        let stretch = period::at(words, first.range.end).map(|p| p.0);
        (opened && closes && one_sentence && money).then_some(Bridge {
            stretch,
            dash: false,
        })
    })
}

fn strict_bridge(
    text: Text<'_>,
    gap: Range<usize>,
    first: &Quantity,
    next: &Quantity,
    opener: Option<Opener>,
) -> Option<Bridge> {
    let words = text.words();
    let mut bridge = Bridge::default();
    let mut joined = first.tail_dash;
    let mut lines = 0;
    let mut at = gap.start;
    while at < gap.end {
        let rest = &words[at..gap.end];
        let Some(c) = rest.chars().next() else { break };
        match c {
            ' ' | '*' | '_' | '+' | '\\' | '|' | '.' if c != '.' || rest.starts_with("..") => {
                joined |= c == '.';
                at += 1 + usize::from(c == '.');
                continue;
            }
            '\n' => {
                lines += 1;
                at += 1;
                continue;
            }
            // A template's own sign before the value's.
            '$' if joined => {
                at += 1;
                continue;
            }
            '-' | '~' | '→' => {
                joined = true;
                bridge.dash = true;
                at += c.len_utf8();
                continue;
            }
            // "MIN: $80,000 - MID: $90,000"
            ':' if joined => {
                at += 1;
                continue;
            }
            '/' if gap.len() == 1 => {
                joined = true;
                at += 1;
                continue;
            }
            '至' | '到' => {
                joined = true;
                at += c.len_utf8();
                continue;
            }
            '(' | '[' => {
                let close = if c == '(' { ')' } else { ']' };
                at += rest.find(close)? + 1;
                continue;
            }
            // The rank of the upper end: "to GS-15 Step 10 $138,572".
            c if joined && c.is_ascii_digit() => {
                at += 1;
                continue;
            }
            _ => {}
        }
        if let Some(rest) = ["から", "부터"].iter().find(|w| rest.starts_with(**w)) {
            joined = true;
            at += rest.len();
            continue;
        }
        if !joined
            && let Some((stretch, end)) = period::at(words, at)
            && end <= gap.end
        {
            bridge.stretch = bridge.stretch.or(Some(stretch));
            at = end;
            continue;
        }
        let len = rest
            .find(|c: char| !(c.is_alphabetic() || matches!(c, '.' | '/' | '\'')))
            .unwrap_or(rest.len());
        let word = rest[..len].trim_end_matches('.');
        if word.is_empty() {
            return None;
        }
        let and = matches!(
            word,
            "and"
                | "ed"
                | "und"
                | "et"
                | "y"
                | "e"
                | "en"
                | "och"
                | "og"
                | "ja"
                | "és"
                | "și"
                | "a"
                | "i"
                | "и"
                | "και"
        ) && opener == Some(Opener::Between);
        let from_to = matches!(
            word,
            "to" | "til"
                | "till"
                | "bis"
                | "à"
                | "a"
                | "al"
                | "ao"
                | "hasta"
                | "até"
                | "tot"
                | "do"
                | "až"
                | "kuni"
                | "iki"
                | "līdz"
                | "до"
                | "έως"
                | "s/d"
                | "sd"
                | "hingga"
                | "sampai"
                | "đến"
                | "ถึง"
                | "إلى"
                | "עד"
                | "ile"
                | "through"
                | "thru"
                | "upto"
                | "y"
                | "e"
                | "zu"
                | "fino"
                | "jusqu'à"
                | "jusqu'a"
        ) && (!matches!(word, "y" | "e") || opener == Some(Opener::Between));
        let behind = words[at + len..gap.end].trim();
        let dollar = behind.is_empty() && sign::is_dollar_prefix(word);
        let lead = joined && (is_rank(word) || dollar || LEADS.contains(&word));
        let filler = lead
            || matches!(word, "up" | "rising" | "ranging")
            || is_basis(word)
            || sign::currency_code(word).is_some();
        if and || from_to {
            joined = true;
        } else if !filler {
            return None;
        }
        at += len.max(1);
    }
    // Ends on several lines are one range only where both are plainly money.
    let across = lines <= 2 && first.sign.is_some() && next.sign.is_some();
    (joined && (lines == 0 || across)).then_some(bridge)
}

/// Words between the dash and the upper end.
const LEADS: &[&str] = &[
    "max", "maximum", "mid", "midpoint", "median", "of", "the", "zu", "about", "i", "il", "los",
    "le",
];

/// Words about tax and the like that stand between an amount and its period.
fn is_basis(word: &str) -> bool {
    matches!(
        word,
        "gross"
            | "net"
            | "nett"
            | "brutto"
            | "netto"
            | "bruto"
            | "neto"
            | "brut"
            | "bruts"
            | "brute"
            | "nets"
            | "brutos"
            | "netos"
            | "brutti"
            | "lordi"
            | "lorda"
            | "netti"
            | "lordo"
            | "base"
            | "basic"
            | "bruttó"
            | "nettó"
            | "hrubého"
            | "hrubá"
            | "čistého"
            | "líquido"
            | "líquidos"
            | "libres"
            | "brüt"
            | "μικτά"
            | "μεικτά"
            | "бруто"
            | "нето"
            | "לברוטו"
            | "ברוטו"
            | "נטו"
            | "usd"
            | "eur"
            | "salary"
            | "cash"
            | "före"
            | "skatt"
            | "mensualité"
    )
}

/// What follows an amount: its period, and a currency that comes late.
#[derive(Debug, Default)]
struct Tail {
    stretch: Option<Stretch>,
    sign: Option<Sign>,
    end: usize,
}

fn tail(text: Text<'_>, from: usize, limit: usize) -> Tail {
    let words = text.words();
    let mut tail = Tail {
        end: from,
        ..Tail::default()
    };
    let mut at = from;
    let mut open = false;
    // Behind a comma or a dash stands a period or nothing of ours.
    let mut apart = false;
    for _ in 0..6 {
        at += words[at..].len() - words[at..].trim_start_matches([' ', '*', '_']).len();
        if at >= limit {
            break;
        }
        if let Some((stretch, end)) = period::at(words, at)
            && end <= limit
        {
            tail.stretch = tail.stretch.or(Some(stretch));
            at = end;
        } else if let Some((sign, end)) =
            sign::after(text, at).filter(|(_, end)| *end <= limit && !apart)
        {
            tail.sign = tail.sign.or(Some(sign));
            at = end;
        } else {
            let rest = &words[at..limit];
            if rest.starts_with(['(', '[', '{', '-', ',', ')', '+']) {
                // "$15.00 - hourly", "$50,000 (per year)", "$20, hourly"
                let bracket = rest.starts_with(['(', '[']);
                if (rest.starts_with([')', '+', '{'])) || (open && !bracket) {
                    break;
                }
                apart |= !bracket;
                open = true;
                at += 1;
                continue;
            }
            let len = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let word = &rest[..len];
            if !(is_basis(word) || (open && word == "in")) {
                break;
            }
            at += len;
            continue;
        }
        if words[at..].starts_with([')', ']']) && open {
            at += 1;
        }
        tail.end = at;
    }
    tail
}

/// Words before an amount that open or close a range, and where they begin.
fn opener(words: &str, at: usize) -> Option<(Opener, usize)> {
    let head = words[..at].trim_end_matches([' ', '(', '*', '_', '[', '{']);
    if at - head.len() > 4 {
        return None;
    }
    let head = head.strip_suffix(':').map_or(head, str::trim_end);
    let from = ceil(head, head.len().saturating_sub(24));
    let near = &head[from..];
    let near = &near[near.rfind('\n').map_or(0, |i| i + 1)..];
    for (phrase, opener) in OPENERS {
        if let Some(rest) = near.strip_suffix(phrase)
            && !rest.chars().next_back().is_some_and(char::is_alphanumeric)
        {
            return Some((*opener, head.len() - phrase.len()));
        }
    }
    None
}

#[rustfmt::skip]
const OPENERS: &[(&str, Opener)] = {
    use Opener::{Between, From, Of, UpTo};
    &[
        ("up to", UpTo), ("upto", UpTo), ("as much as", UpTo), ("as high as", UpTo),
        ("maximum", UpTo), ("maximum of", UpTo), ("max", UpTo), ("max.", UpTo), ("max of", UpTo),
        ("capped at", UpTo), ("no more than", UpTo), ("not exceeding", UpTo), ("not to exceed", UpTo),
        ("bis zu", UpTo), ("bis", UpTo), ("maximal", UpTo), ("jusqu'à", UpTo), ("jusqu'a", UpTo),
        ("hasta", UpTo), ("fino a", UpTo), ("até", UpTo), ("tot", UpTo), ("maximaal", UpTo), ("do", UpTo),
        ("upp till", UpTo), ("op til", UpTo), ("opptil", UpTo), ("lên đến", UpTo), ("iki", UpTo),
        ("enintään", UpTo), ("hingga", UpTo), ("حتى", UpTo), ("עד", UpTo), ("до", UpTo),
        ("from", From), ("starting at", From), ("starting from", From), ("starts at", From),
        ("starts from", From), ("start at", From), ("starting rate of", From), ("begins at", From),
        ("beginning at", From), ("at least", From), ("minimum", From), ("minimum of", From), ("min", From),
        ("min.", From), ("no less than", From), ("upwards of", From), ("more than", From), ("over", From),
        ("north of", From), ("above", From), ("ab", From), ("mindestens", From), ("mind.", From),
        ("à partir de", From), ("a partir de", From), ("desde", From), ("vanaf", From), ("od", From),
        ("från", From), ("fra", From), ("nuo", From), ("alates", From), ("от", From), ("από", From),
        ("mulai", From), ("từ", From), ("von", Of), ("van", Of), ("de", Of), ("da", Of), ("of", Of),
        ("dès", From), ("au moins", From), ("minimo", From), ("mínimo", From), ("almeno", From),
        ("od kwoty", From), ("من", From), ("החל מ", From), ("no", Of),
        ("between", Between), ("zwischen", Between), ("entre", Between), ("tra", Between),
        ("tussen", Between), ("między", Between), ("mellan", Between), ("mellem", Between),
        ("mellom", Between), ("între", Between), ("entre los", Between), ("spans", Of), ("is", Of),
    ]
};

/// Words after an amount that open it: `and up`, `以上`. `end` is behind the
/// period, `bare` right behind the amount.
fn closer(words: &str, end: usize, bare: usize) -> Option<(Form, usize)> {
    let plus = words[end..]
        .strip_prefix('+')
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    if plus {
        return Some((Form::StartingAt, end + 1));
    }
    [end, bare].into_iter().find_map(|at| {
        let start =
            at + (words[at..].len() - words[at..].trim_start_matches([' ', ',', '(']).len());
        let rest = &words[start..];
        CLOSERS.iter().find_map(|(phrase, form)| {
            let after = rest.strip_prefix(phrase)?;
            let spaced = phrase.is_ascii();
            let goes_on = spaced && after.starts_with(|c: char| c.is_alphanumeric());
            // `から35万円` is a range whose other end was not understood.
            let digit = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
            (!goes_on && !digit).then_some((*form, start + phrase.len()))
        })
    })
}

#[rustfmt::skip]
const CLOSERS: &[(&str, Form)] = &[
    ("and up", Form::StartingAt), ("and above", Form::StartingAt), ("or more", Form::StartingAt),
    ("or higher", Form::StartingAt), ("and upwards", Form::StartingAt), ("and higher", Form::StartingAt),
    ("upwards", Form::StartingAt), ("onwards", Form::StartingAt), ("minimum", Form::StartingAt),
    ("min", Form::StartingAt), ("maximum", Form::UpTo), ("max", Form::UpTo), ("or less", Form::UpTo),
    ("alkaen", Form::StartingAt), ("ขึ้นไป", Form::StartingAt), ("以上", Form::StartingAt),
    ("起", Form::StartingAt), ("이상", Form::StartingAt), ("부터", Form::StartingAt),
    ("から", Form::StartingAt), ("~", Form::StartingAt), ("以下", Form::UpTo), ("이하", Form::UpTo),
    ("まで", Form::UpTo), ("까지", Form::UpTo), ("或以上", Form::StartingAt),
];
