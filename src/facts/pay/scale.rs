//! The letters and words that scale a number: `k`, `T€`, `万`, `LPA`.

use super::sign::{Sign, after, code, letters_after};
use super::text::Text;
use crate::domain::money::{Amount, Period};

/// What multiplies a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub factor: i64,
    /// The currency that only this word goes with.
    pub sign: Option<Sign>,
    pub period: Option<Period>,
    /// The number counts hundredths: cents.
    pub cents: bool,
    /// The figure is hardly a person's pay in dollars or euros.
    pub big: bool,
    /// More digits may follow: `6万5,000円`.
    pub compound: bool,
}

impl Scale {
    const fn of(factor: i64) -> Self {
        Scale {
            factor,
            sign: None,
            period: None,
            cents: false,
            big: factor >= 1_000_000,
            compound: false,
        }
    }

    /// A scale that goes with one currency, and in which pay may run to millions.
    const fn in_currency(factor: i64, currency: &[u8; 3]) -> Self {
        Scale {
            sign: Some(code(currency)),
            big: false,
            ..Scale::of(factor)
        }
    }

    /// The scaled amount. Somebody who writes `$132,000K` means 132,000.
    pub(super) fn times(&self, value: Amount) -> Option<Amount> {
        if self.factor == 1_000 && value >= Amount::from(10_000) {
            return Some(value);
        }
        let whole = value.checked_mul(Amount::from(self.factor))?;
        // "$0.55 CPM" is counted in dollars: nobody drives a mile for half a cent.
        if self.cents && value >= Amount::from(5) {
            whole.checked_div(Amount::ONE_HUNDRED)
        } else {
            Some(whole)
        }
    }
}

/// The scale that begins at `at`, at most one space behind the number, and
/// where it ends. `signed` tells that a currency sign stands before the number.
pub(super) fn scale_at(text: Text<'_>, at: usize, signed: bool) -> Option<(Scale, usize)> {
    let words = text.words();
    let spaced = words[at..].starts_with(' ');
    let start = at + usize::from(spaced);
    let first = words[start..].chars().next()?;
    if let Some(found) = of_character(first) {
        return Some((found, start + first.len_utf8()));
    }
    if first == '¢' && is_of_a_mile(&words[start + first.len_utf8()..]) {
        let cents = Scale {
            cents: true,
            ..Scale::in_currency(1, b"USD")
        };
        return Some((cents, start + first.len_utf8()));
    }
    if !first.is_alphabetic() {
        return None;
    }
    let (letters, end) = letters_after(words, start);
    let mut letters = letters.trim_end_matches('"');
    // A point may end the sentence, with the next one close behind it.
    let dotted = ["tys.", "tis.", "mio.", "mrd.", "tsd."];
    if !dotted.contains(&letters) {
        letters = letters.split('.').next().unwrap_or(letters);
    }
    let end = end.min(start + letters.len());
    let found = of_word(letters)
        .or_else(|| of_currency(letters))
        .or_else(|| {
            Letters {
                text,
                letters,
                start,
                end,
                spaced,
                signed,
            }
            .scale()
        })?;
    Some((found, end))
}

/// The scale of a character of China, Japan or Korea.
fn of_character(c: char) -> Option<Scale> {
    let scale = match c {
        '万' | '萬' => Scale {
            big: false,
            ..Scale::of(10_000)
        },
        '만' => Scale::in_currency(10_000, b"KRW"),
        '億' | '亿' | '억' => Scale::of(100_000_000),
        '千' | '천' => Scale::of(1_000),
        _ => return None,
    };
    Some(Scale {
        compound: true,
        ..scale
    })
}

/// The scale of a word that means it wherever it stands.
fn of_word(word: &str) -> Option<Scale> {
    let factor = match word {
        "thousand" | "tys" | "tys." | "tis" | "tis." | "tsd" | "tsd." | "tausend" | "mila"
        | "ezer" | "ribu" | "rb" | "mille" | "tuhat" | "אלף" => 1_000,
        "million" | "millions" | "mio" | "mio." | "mln" | "millió" | "millionen" | "milioni"
        | "millones" | "milhões" => 1_000_000,
        "billion" | "billions" | "mrd" | "mrd." | "milliard" | "milliards" | "milliarden"
        | "miljard" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    };
    Some(Scale::of(factor))
}

/// The scale of letters that go with one currency alone.
fn of_currency(letters: &str) -> Option<Scale> {
    Some(match letters {
        "teur" | "keur" => Scale::in_currency(1_000, b"EUR"),
        "tchf" | "kchf" => Scale::in_currency(1_000, b"CHF"),
        "kusd" => Scale::in_currency(1_000, b"USD"),
        "kpln" => Scale::in_currency(1_000, b"PLN"),
        "lpa" => Scale {
            period: Some(Period::Year),
            ..Scale::in_currency(100_000, b"INR")
        },
        "lakh" | "lakhs" | "lac" | "lacs" => Scale::in_currency(100_000, b"INR"),
        "crore" | "crores" => Scale::in_currency(10_000_000, b"INR"),
        "jt" | "juta" => Scale::in_currency(1_000_000, b"IDR"),
        "tr" | "triệu" => Scale::in_currency(1_000_000, b"VND"),
        // Cents per mile, as drivers are paid.
        "cpm" => Scale {
            period: Some(Period::Other),
            cents: true,
            ..Scale::in_currency(1, b"USD")
        },
        _ => return None,
    })
}

/// Letters that scale a number or do not, as what stands around them says.
struct Letters<'t> {
    text: Text<'t>,
    letters: &'t str,
    start: usize,
    end: usize,
    /// A space stands before them.
    spaced: bool,
    /// A currency sign stands before the number.
    signed: bool,
}

impl Letters<'_> {
    fn scale(&self) -> Option<Scale> {
        let (signed, close) = (self.signed, self.signed && !self.spaced);
        let behind = &self.text.words()[self.end..];
        let titled = || self.text.is_title_case(self.start, self.end);
        let any_sign = || signed || self.sign_follows();
        Some(match self.letters {
            "k" if !self.spaced || any_sign() || !titled() => Scale::of(1_000),
            "t" if behind.trim_start_matches(' ').starts_with('€') => Scale::of(1_000),
            "t" if close => Scale::of(1_000_000_000_000),
            "e" if behind.starts_with(" ft") => Scale::of(1_000),
            "mil" if any_sign() => Scale::of(1_000),
            "cent" | "cents" if is_of_a_mile(behind) => Scale {
                cents: true,
                ..Scale::in_currency(1, b"USD")
            },
            "l" if close => Scale::in_currency(100_000, b"INR"),
            "cr" if signed || titled() => Scale::in_currency(10_000_000, b"INR"),
            "m" | "mm" | "mn" if any_sign() => Scale::of(1_000_000),
            "b" | "bn" if any_sign() => Scale::of(1_000_000_000),
            "tn" if signed => Scale::of(1_000_000_000_000),
            _ => return None,
        })
    }

    fn sign_follows(&self) -> bool {
        after(self.text, self.end).is_some()
    }
}

/// True if words begin with "per mile" or the like.
fn is_of_a_mile(words: &str) -> bool {
    let words = words.trim_start_matches(' ');
    ["per mile", "a mile", "/mile", "/ mile", "/mi"]
        .iter()
        .any(|mile| words.starts_with(mile))
}
