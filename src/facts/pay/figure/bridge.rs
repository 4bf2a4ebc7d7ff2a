//! The words between two amounts: whether they join them to one range.

use super::super::period;
use super::super::sign;
use super::super::text::Text;
use super::edges::{Opener, is_basis};
use super::quantity::{Quantity, is_rank};
use crate::domain::money::Period;
use crate::facts::phrases::words;
use std::ops::Range;

/// What the words between two amounts say.
#[derive(Debug, Default)]
pub(super) struct Bridge {
    pub stretch: Option<Period>,
    /// Joined by a dash.
    pub dash: bool,
}

/// Reads the words of `gap` between `first` and `next`; none if they do not
/// join the two to one range.
pub(super) fn bridge(
    text: Text<'_>,
    gap: Range<usize>,
    first: &Quantity,
    next: &Quantity,
    opener: Option<Opener>,
) -> Option<Bridge> {
    let words = text.words();
    joined(text, gap.clone(), first, next, opener).or_else(|| {
        // "from $99,500 in our lowest market up to $200,000 in our highest"
        let between = words[gap].trim_end();
        let opened = matches!(opener, Some(Opener::From | Opener::Between | Opener::Of));
        let leads = |ends: &[&str]| ends.iter().any(|e| between.ends_with(e));
        let closes = leads(words![
            " up to" " to" " to a maximum of" " to a max of" " tops out at" " goes up to" " rises to"
            " bis zu"
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

/// The bridge where nothing but joining words and signs stands between the two.
fn joined(
    text: Text<'_>,
    gap: Range<usize>,
    first: &Quantity,
    next: &Quantity,
    opener: Option<Opener>,
) -> Option<Bridge> {
    let words = text.words();
    let mut walk = Walk {
        joined: first.tail_dash,
        ..Walk::default()
    };
    let mut at = gap.start;
    while at < gap.end {
        let rest = &words[at..gap.end];
        if let Some(close) = closing_bracket(rest) {
            at += rest.find(close)? + 1;
            continue;
        }
        if let Some(len) = walk.sign(rest, gap.len()) {
            at += len;
            continue;
        }
        if !walk.joined
            && let Some((stretch, end)) = period::at(words, at)
            && end <= gap.end
        {
            walk.bridge.stretch = walk.bridge.stretch.or(Some(stretch));
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
        if is_joining(word, opener) {
            walk.joined = true;
        } else if !is_filler(word, walk.joined, &rest[len..]) {
            return None;
        }
        at += len.max(1);
    }
    // Ends on several lines are one range only where both are plainly money.
    let across = walk.lines <= 2 && first.sign.is_some() && next.sign.is_some();
    (walk.joined && (walk.lines == 0 || across)).then_some(walk.bridge)
}

/// What was met on the way from one amount to the next.
#[derive(Debug, Default)]
struct Walk {
    bridge: Bridge,
    /// A word or sign has joined the two.
    joined: bool,
    /// Ends of lines.
    lines: usize,
}

impl Walk {
    /// Takes the sign that `rest` begins with, in a gap of `gap` bytes, and
    /// says how long it is.
    fn sign(&mut self, rest: &str, gap: usize) -> Option<usize> {
        let c = rest.chars().next()?;
        match c {
            ' ' | '*' | '_' | '+' | '\\' | '|' => return Some(1),
            '.' if rest.starts_with("..") => {
                self.joined = true;
                return Some(2);
            }
            '\n' => {
                self.lines += 1;
                return Some(1);
            }
            // A template's own sign before the value's.
            '$' if self.joined => return Some(1),
            '-' | '~' | '→' => {
                self.joined = true;
                self.bridge.dash = true;
                return Some(c.len_utf8());
            }
            // "MIN: $80,000 - MID: $90,000"
            ':' if self.joined => return Some(1),
            '/' if gap == 1 => {
                self.joined = true;
                return Some(1);
            }
            '至' | '到' => {
                self.joined = true;
                return Some(c.len_utf8());
            }
            // The rank of the upper end: "to GS-15 Step 10 $138,572".
            c if self.joined && c.is_ascii_digit() => return Some(1),
            _ => {}
        }
        let from = ["から", "부터"].iter().find(|w| rest.starts_with(**w))?;
        self.joined = true;
        Some(from.len())
    }
}

/// What closes the bracket that `rest` begins with.
fn closing_bracket(rest: &str) -> Option<char> {
    match rest.chars().next()? {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}

/// Whether a word leads from one end of a range to the other.
fn is_joining(word: &str, opener: Option<Opener>) -> bool {
    let between = opener == Some(Opener::Between);
    (between && ANDS.contains(&word))
        || (TOS.contains(&word) && (between || !matches!(word, "y" | "e")))
}

/// Whether a word may stand between the two amounts without joining them;
/// `behind` are the words that follow it.
fn is_filler(word: &str, joined: bool, behind: &str) -> bool {
    let dollar = behind.trim().is_empty() && sign::is_dollar_prefix(word);
    let lead = joined && (is_rank(word) || dollar || LEADS.contains(&word));
    lead || matches!(word, "up" | "rising" | "ranging")
        || is_basis(word)
        || sign::currency_code(word).is_some()
}

/// "and", which joins two amounts behind "between".
#[rustfmt::skip]
const ANDS: &[&str] = &[
    "and", "ed", "und", "et", "y", "e", "en", "och", "og", "ja", "és", "și", "a", "i", "и", "και",
];

/// "to". Some of them mean "and" as well and join only behind "between".
#[rustfmt::skip]
const TOS: &[&str] = &[
    "to", "til", "till", "bis", "à", "a", "al", "ao", "hasta", "até", "tot", "do", "až", "kuni", "iki",
    "līdz", "до", "έως", "s/d", "sd", "hingga", "sampai", "đến", "ถึง", "إلى", "עד", "ile", "through",
    "thru", "upto", "y", "e", "zu", "fino", "jusqu'à", "jusqu'a",
];

/// Words between the dash and the upper end.
const LEADS: &[&str] = &[
    "max", "maximum", "mid", "midpoint", "median", "of", "the", "zu", "about", "i", "il", "los",
    "le",
];
