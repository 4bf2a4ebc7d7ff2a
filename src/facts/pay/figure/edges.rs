//! The words around an amount: what opens it ("up to"), what closes it ("and
//! up"), and the period and currency that come behind.

use super::super::Form;
use super::super::period;
use super::super::sign::{self, Sign};
use super::super::text::Text;
use crate::domain::money::Period;
use crate::text::ceil;

/// What is written before an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// "up to", "maximum"
    UpTo,
    /// "from", "starting at", "minimum"
    From,
    /// "between"
    Between,
    /// A word that opens a range and means "of" before a single amount: "von".
    Of,
}

/// Words before an amount that open or close a range, and where they begin.
pub(super) fn opener(words: &str, at: usize) -> Option<(Opener, usize)> {
    let head = words[..at].trim_end_matches([' ', '(', '*', '_', '[', '{']);
    if at - head.len() > 4 {
        return None;
    }
    let head = head.strip_suffix(':').map_or(head, str::trim_end);
    let from = ceil(head, head.len().saturating_sub(24));
    let near = &head[from..];
    let near = &near[near.rfind('\n').map_or(0, |i| i + 1)..];
    let last = near.bytes().next_back();
    for (phrase, opener) in OPENERS {
        // Most are told apart by their last byte.
        if phrase.bytes().next_back() == last
            && let Some(rest) = near.strip_suffix(phrase)
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
        // With an article, which by itself may mean "of".
        ("tussen de", Between), ("zwischen den", Between), ("entre les", Between), ("between the", Between),
        ("up to", UpTo), ("upto", UpTo), ("as much as", UpTo), ("as high as", UpTo),
        ("maximum", UpTo), ("maximum of", UpTo), ("max", UpTo), ("max.", UpTo), ("max of", UpTo),
        ("capped at", UpTo), ("tops out at", UpTo), ("top out at", UpTo), ("topping out at", UpTo), ("maxes out at", UpTo),
        ("caps at", UpTo), ("no more than", UpTo), ("not more than", UpTo), ("nor more than", UpTo), ("not greater than", UpTo), ("no greater than", UpTo), ("nor greater than", UpTo), ("not higher than", UpTo), ("no higher than", UpTo), ("not exceeding", UpTo), ("not to exceed", UpTo),
        ("bis zu", UpTo), ("bis", UpTo), ("maximal", UpTo), ("jusqu'à", UpTo), ("jusqu'a", UpTo),
        ("hasta", UpTo), ("fino a", UpTo), ("até", UpTo), ("tot", UpTo), ("maximaal", UpTo), ("do", UpTo),
        ("upp till", UpTo), ("op til", UpTo), ("opptil", UpTo), ("lên đến", UpTo), ("iki", UpTo),
        ("enintään", UpTo), ("hingga", UpTo), ("حتى", UpTo), ("עד", UpTo), ("до", UpTo),
        ("from", From), ("starting at", From), ("starting from", From), ("starts at", From), ("begins at", From),
        ("starts from", From), ("start at", From), ("starting rate of", From), ("begins at", From),
        ("beginning at", From), ("at least", From), ("minimum", From), ("minimum of", From), ("min", From),
        ("min.", From), ("no less than", From), ("not less than", From), ("upwards of", From), ("more than", From), ("over", From),
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
pub(super) fn closer(words: &str, end: usize, bare: usize) -> Option<(Form, usize)> {
    let plus = words[end..]
        .strip_prefix('+')
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    if plus {
        return Some((Form::StartingAt, end + 1));
    }
    // "$85,000 plus" and nothing behind; "plus tips" is more than the figure.
    let behind = words[end..].trim_start_matches([' ', '-']);
    let plus = behind.strip_prefix("plus").is_some_and(|rest| {
        let rest = rest.trim_start_matches(['*', '_']);
        rest.is_empty() || rest.starts_with(['.', '\n', ')', ';', '!'])
    });
    if plus {
        return Some((Form::StartingAt, words.len() - behind.len() + "plus".len()));
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
            // "$61,000 Maximum $70,000" and "$61,000 Max: 70,000" name the next.
            let next = after.trim_start();
            let names_next = next.starts_with(|c: char| c.is_ascii_digit())
                || spaced && next.starts_with(['$', '€', '£', ':']);
            (!goes_on && !names_next).then_some((*form, start + phrase.len()))
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

/// What follows an amount: its period, and a currency that comes late.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub stretch: Option<Period>,
    pub sign: Option<Sign>,
    pub end: usize,
}

/// What stands between `from` and `limit`, where the next number begins.
pub(super) fn tail(text: Text<'_>, from: usize, limit: usize) -> Tail {
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
        if let Some((stretch, end)) = period::at(words, at) {
            // The next number may be the measure in it: "per 12-hour shift".
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
    if tail.stretch.is_none()
        && let Some((stretch, end)) = behind_remark(words, from)
    {
        (tail.stretch, tail.end) = (Some(stretch), end);
    }
    tail
}

/// The period behind a remark in brackets: "$26.00 (experienced) per hour".
fn behind_remark(words: &str, from: usize) -> Option<(Period, usize)> {
    let remark = words[from..].trim_start_matches(' ').strip_prefix('(')?;
    let len = remark.find([')', '(', '\n'])?;
    let plain = remark[..len].bytes().all(|b| !b.is_ascii_digit()) && len <= 40;
    let close = words.len() - remark.len() + len;
    (plain && remark[len..].starts_with(')')).then_some(())?;
    period::at(words, close + 1)
}

/// Whether a word is about tax and the like, and stands between an amount and
/// its period.
pub(super) fn is_basis(word: &str) -> bool {
    BASES.contains(&word)
}

#[rustfmt::skip]
const BASES: &[&str] = &[
    "gross", "net", "nett", "brutto", "netto", "bruto", "neto", "brut", "bruts", "brute", "nets",
    "brutos", "netos", "brutti", "lordi", "lorda", "netti", "lordo", "base", "basic", "bruttó", "nettó",
    "hrubého", "hrubá", "čistého", "líquido", "líquidos", "libres", "brüt", "μικτά", "μεικτά", "бруто",
    "нето", "לברוטו", "ברוטו", "נטו", "usd", "eur", "salary", "cash", "före", "skatt", "mensualité",
];
