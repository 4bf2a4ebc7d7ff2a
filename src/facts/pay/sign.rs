//! Currency signs, codes and words beside a number. It knows spellings; what an
//! ambiguous sign such as `$` means in this posting is not decided here.

use super::figure::is_rank;
use super::text::Text;
use crate::domain::money::Currency;
use crate::text::ceil;

/// What is written where a currency is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// One currency and no other.
    Code(Currency),
    /// `$` alone.
    Dollar,
    /// `¥`: Japanese or Chinese.
    Yen,
    /// `kr`: of four countries.
    Krone,
    /// `元`: of three.
    Yuan,
}

impl Sign {
    /// Of two signs of one figure, the plainer: `$153,000 CAD`.
    pub(super) fn plainer(self, other: Option<Sign>) -> Sign {
        match (self, other) {
            (Sign::Code(_), _) | (_, None) => self,
            (_, Some(other)) => other,
        }
    }
}

pub(super) const fn code(code: &[u8; 3]) -> Sign {
    Sign::Code(Currency::new(code))
}

/// A character that means money wherever it stands.
fn symbol(c: char) -> Option<Sign> {
    Some(match c {
        '$' | '\u{fe69}' | '\u{ff04}' => Sign::Dollar,
        '€' => code(b"EUR"),
        '£' | '\u{ffe1}' => code(b"GBP"),
        '¥' | '\u{ffe5}' => Sign::Yen,
        '円' => code(b"JPY"),
        '元' => Sign::Yuan,
        '원' | '₩' => code(b"KRW"),
        '₹' | '₨' => code(b"INR"),
        '₱' => code(b"PHP"),
        '₦' => code(b"NGN"),
        '₺' => code(b"TRY"),
        '₪' => code(b"ILS"),
        '₫' => code(b"VND"),
        '฿' => code(b"THB"),
        '₽' => code(b"RUB"),
        '₴' => code(b"UAH"),
        '₸' => code(b"KZT"),
        '₡' => code(b"CRC"),
        '₲' => code(b"PYG"),
        '₵' => code(b"GHS"),
        _ => return None,
    })
}

/// The dollars that letters before `$` tell apart.
fn dollar_of(letters: &str) -> Option<Sign> {
    Some(match letters {
        "us" | "usd" => code(b"USD"),
        "c" | "ca" | "cad" | "cdn" | "can" => code(b"CAD"),
        "a" | "au" | "aud" => code(b"AUD"),
        "nz" | "nzd" => code(b"NZD"),
        "hk" | "hkd" => code(b"HKD"),
        "s" | "sg" | "sgd" => code(b"SGD"),
        "nt" | "ntd" | "twd" => code(b"TWD"),
        "r" | "brl" => code(b"BRL"),
        "mx" | "mxn" | "mex" => code(b"MXN"),
        "ar" | "ars" => code(b"ARS"),
        "clp" => code(b"CLP"),
        "col" | "cop" => code(b"COP"),
        "j" | "jmd" => code(b"JMD"),
        "tt" | "ttd" => code(b"TTD"),
        _ => return None,
    })
}

/// ISO codes that people write beside a figure. Some are words of some language
/// as well (`TRY`, `PHP`, `CAD`), so capitals are asked for.
fn iso_code(letters: &str) -> Option<Sign> {
    const CODES: [&[u8; 3]; 53] = [
        b"AED", b"ARS", b"AUD", b"BDT", b"BGN", b"BHD", b"BRL", b"CAD", b"CHF", b"CLP", b"CNY",
        b"COP", b"CRC", b"CZK", b"DKK", b"EGP", b"EUR", b"GBP", b"GHS", b"HKD", b"HUF", b"IDR",
        b"ILS", b"INR", b"ISK", b"JPY", b"KES", b"KRW", b"KWD", b"KZT", b"LKR", b"MXN", b"MYR",
        b"NGN", b"NOK", b"NZD", b"OMR", b"PEN", b"PHP", b"PKR", b"PLN", b"QAR", b"RON", b"RSD",
        b"RUB", b"SAR", b"SEK", b"SGD", b"THB", b"TRY", b"TWD", b"UAH", b"USD",
    ];
    let found = |c: &&&[u8; 3]| c.eq_ignore_ascii_case(letters.as_bytes());
    CODES
        .iter()
        .find(found)
        .map(|c| code(c))
        .or_else(|| match letters {
            "vnd" => Some(code(b"VND")),
            "vnđ" => Some(code(b"VND")),
            "zar" => Some(code(b"ZAR")),
            "uyu" => Some(code(b"UYU")),
            "rmb" => Some(code(b"CNY")),
            "ntd" => Some(code(b"TWD")),
            _ => None,
        })
}

/// Whether `letters` before a `$` name a country: `ca $210,000`.
pub(super) fn is_dollar_prefix(letters: &str) -> bool {
    dollar_of(letters).is_some()
}

/// Whether `letters` is an ISO code, however it is capitalised.
pub(super) fn currency_code(letters: &str) -> Option<Currency> {
    match iso_code(letters.trim())? {
        Sign::Code(currency) => Some(currency),
        Sign::Dollar | Sign::Yen | Sign::Krone | Sign::Yuan => None,
    }
}

/// How a word must be capitalised to mean a currency.
enum Case {
    Any,
    /// `Dhs`, `DHS`.
    Title,
    /// `R`, `SR`, `TL`: also parts of other words and abbreviations.
    Upper,
}

/// Words before a number.
fn word_before(letters: &str) -> Option<(Sign, Case)> {
    Some(match letters {
        "rs" | "rs." | "inr." => (code(b"INR"), Case::Any),
        "fr." | "sfr." | "sfr" => (code(b"CHF"), Case::Any),
        "kr" | "kr." => (Sign::Krone, Case::Any),
        "eur." | "euro" | "euros" => (code(b"EUR"), Case::Any),
        "ksh" | "ksh." | "kshs" | "kshs." => (code(b"KES"), Case::Any),
        "rm" => (code(b"MYR"), Case::Upper),
        "rp" | "rp." => (code(b"IDR"), Case::Title),
        "dhs" | "dhs." | "dh" | "dh." => (code(b"AED"), Case::Title),
        "sr" => (code(b"SAR"), Case::Upper),
        "tl" => (code(b"TRY"), Case::Upper),
        "uf" => (code(b"CLF"), Case::Upper),
        _ => return iso_code(letters).map(|sign| (sign, case_of(letters))),
    })
}

/// Words after a number.
fn word_after(letters: &str) -> Option<(Sign, Case)> {
    Some(match letters {
        "euro" | "euros" | "eur." | "eiro" | "evro" | "ευρώ" => (code(b"EUR"), Case::Any),
        "dollar" | "dollars" | "dólares" | "dolares" => (Sign::Dollar, Case::Any),
        "pound" | "pounds" | "quid" => (code(b"GBP"), Case::Any),
        "rupees" | "rupee" | "rs" | "rs." => (code(b"INR"), Case::Any),
        "zł" | "zl" | "zloty" | "złotych" | "zlotych" => (code(b"PLN"), Case::Any),
        "kč" | "kc" | "korun" => (code(b"CZK"), Case::Any),
        "ft" | "forint" => (code(b"HUF"), Case::Any),
        "lei" => (code(b"RON"), Case::Any),
        "лв" | "лв." | "лева" => (code(b"BGN"), Case::Any),
        "kr" | "kr." | "kronor" | "kroner" | "kronur" => (Sign::Krone, Case::Any),
        "บาท" => (code(b"THB"), Case::Any),
        "đ" | "đồng" => (code(b"VND"), Case::Any),
        "ريال" | "ر.س" | "ر.س." => (code(b"SAR"), Case::Any),
        "درهم" | "د.إ" | "د.إ." => (code(b"AED"), Case::Any),
        "nis" | "ש\"ח" | "שח" => (code(b"ILS"), Case::Any),
        "tl" => (code(b"TRY"), Case::Any),
        "руб" | "руб." | "рублей" => (code(b"RUB"), Case::Any),
        "грн" | "грн." => (code(b"UAH"), Case::Any),
        "reais" => (code(b"BRL"), Case::Any),
        "pesos" => (Sign::Dollar, Case::Any),
        "soles" => (code(b"PEN"), Case::Any),
        "francs" | "franken" | "fr." => (code(b"CHF"), Case::Any),
        _ => return iso_code(letters).map(|sign| (sign, case_of(letters))),
    })
}

/// Codes that are often written small, and are no words.
fn case_of(letters: &str) -> Case {
    match letters {
        "usd" | "eur" | "gbp" | "pln" | "chf" | "inr" | "sek" | "vnđ" | "huf" | "czk" => Case::Any,
        "php" | "aed" | "rmb" | "ntd" | "sgd" | "myr" | "zar" => Case::Title,
        _ => Case::Upper,
    }
}

fn fits(case: &Case, text: Text<'_>, from: usize, to: usize) -> bool {
    match case {
        Case::Any => true,
        Case::Title => text.is_title_case(from, to),
        Case::Upper => text.is_upper(from, to),
    }
}

/// The sign that ends right before `at`, at most two spaces away, and where it
/// begins.
pub(super) fn before(text: Text<'_>, at: usize) -> Option<(Sign, usize)> {
    let words = text.words();
    let head = words[..at].trim_end_matches(' ');
    let gap = at - head.len();
    if gap > 2 {
        return None;
    }
    let last = head.chars().next_back()?;
    if last == '원' || last == '円' || last == '元' {
        // These stand after the number that they belong to.
        return None;
    }
    if let Some(sign) = symbol(last) {
        // A template's own `$` may stand before the one of the value.
        let start = head.trim_end_matches(last).len();
        let start = if last == '$' {
            start
        } else {
            head.len() - last.len_utf8()
        };
        let (letters, letters_at) = letters_before(words, start);
        if let Sign::Dollar = sign
            && let Some(sign) = dollar_of(letters)
        {
            return Some((sign, letters_at));
        }
        // `EUR €102.000`, `CAD $120,275`, but not the `CA` of `San Jose, CA $90k`.
        let spaced = words[..start].trim_end_matches(' ');
        let (letters, letters_at) = letters_before(words, spaced.len());
        if start - spaced.len() <= 1
            && let Some(named) = iso_code(letters)
            && fits(&Case::Upper, text, letters_at, spaced.len())
        {
            return Some((named, letters_at));
        }
        return Some((sign, start));
    }
    // "paid in EUR: 15"
    if let Some(named) = head.strip_suffix(':') {
        let (letters, start) = letters_before(words, named.len());
        let usual = matches!(
            letters,
            "eur" | "usd" | "gbp" | "chf" | "aud" | "nzd" | "sgd" | "inr"
        );
        let sign = iso_code(letters).filter(|_| usual && text.is_upper(start, named.len()))?;
        return Some((sign, start));
    }
    if let Some(rest) = head.strip_suffix("s/.").or(head.strip_suffix("s/")) {
        let free = !rest.chars().next_back().is_some_and(char::is_alphanumeric);
        return free.then_some((code(b"PEN"), rest.len()));
    }
    let (letters, start) = letters_before(words, head.len());
    let head_of = &words[..start];
    // `R600k-R750k` is a range, `XR-R2` an id.
    let id = head_of.strip_suffix('-').is_some_and(|rest| {
        let token = rest.rsplit(|c: char| !c.is_alphanumeric()).next();
        token.is_some_and(|t| !t.is_empty() && !t.bytes().any(|b| b.is_ascii_digit()))
    });
    if letters.is_empty() || id || head_of.ends_with(char::is_alphanumeric) {
        return None;
    }
    if matches!(letters, "r" | "n") {
        // South African rand, Nigerian naira.
        let sign = code(if letters == "r" { b"ZAR" } else { b"NGN" });
        if is_grade(text, start, at) {
            return None;
        }
        return (gap == 0 && text.is_upper(start, head.len())).then_some((sign, start));
    }
    let (sign, case) = word_before(letters)?;
    fits(&case, text, start, head.len()).then_some((sign, start))
}

/// Whether a letter and a number name a pay grade, "Grade N12", and no rands or nairas:
/// two digits where dollars are spoken of, or behind a word for a rank.
fn is_grade(text: Text<'_>, start: usize, digits: usize) -> bool {
    let words = text.words();
    let number = &words[digits..];
    let len = number
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))
        .unwrap_or(number.len());
    let head = words[..start].trim_end_matches([' ', ':']);
    let rank = head.rsplit(|c: char| !c.is_alphabetic()).next();
    len <= 2 && (number.starts_with('0') || rank.is_some_and(is_rank) || text.view.contains('$'))
}

/// Whether pounds are a weight: "lift 50 pounds", and wherever dollars are spoken of.
fn is_weight(words: &str, at: usize) -> bool {
    const HANDLING: [&str; 6] = ["lift", "push", "pull", "carry", "carries", "weigh"];
    let head = &words[ceil(words, at.saturating_sub(60))..at];
    let clause = head.rsplit(['.', '\n']).next().unwrap_or(head);
    HANDLING.iter().any(|verb| clause.contains(verb)) || words.contains('$')
}

/// The letters and dots that end at `at`, at most six, and where they begin.
fn letters_before(words: &str, at: usize) -> (&str, usize) {
    let mut start = at;
    for (index, c) in words[..at].char_indices().rev().take(7) {
        let dot = c == '.' && start == at;
        if !(c.is_ascii_alphabetic() || dot) {
            break;
        }
        start = index;
    }
    (&words[start..at], start)
}

/// The sign that begins at `at`, at most one space away, and where it ends.
pub(super) fn after(text: Text<'_>, at: usize) -> Option<(Sign, usize)> {
    let words = text.words();
    let start = at + usize::from(words[at..].starts_with(' '));
    let rest = &words[start..];
    let first = rest.chars().next()?;
    if let Some(sign) = symbol(first) {
        let end = start + first.len_utf8();
        // A sign with a digit behind it belongs to the next figure.
        let prefix = rest[first.len_utf8()..].trim_start_matches([' ', '$']);
        if prefix.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Sign::Dollar = sign {
            // `$ CA`, `$ CAD`, `$US`.
            let spaced = end + usize::from(words[end..].starts_with(' '));
            let (letters, letters_end) = letters_after(words, spaced);
            let named = dollar_of(letters)
                .filter(|_| letters.len() > 1 && text.is_upper(spaced, letters_end));
            return Some(named.map_or((sign, end), |named| (named, letters_end)));
        }
        return Some((sign, end));
    }
    if words[..start].ends_with(' ') && rest.starts_with("us dollar") {
        let end = start + "us dollar".len();
        let end = end + usize::from(words[end..].starts_with('s'));
        return Some((code(b"USD"), end));
    }
    for (name, sign) in [
        ("canadian dollars", code(b"CAD")),
        ("australian dollars", code(b"AUD")),
        ("us$", code(b"USD")),
    ] {
        if rest.starts_with(name) {
            return Some((sign, start + name.len()));
        }
    }
    let (letters, end) = letters_after(words, start);
    if letters.is_empty() {
        return None;
    }
    let (sign, case) = word_after(letters).or_else(|| {
        // The point may end the sentence.
        letters.strip_suffix('.').and_then(word_after)
    })?;
    if !fits(&case, text, start, end) || letters.starts_with("pound") && is_weight(words, at) {
        return None;
    }
    let end = match letters.strip_suffix('.') {
        Some(plain) if word_after(letters).is_none() => start + plain.len(),
        _ => end,
    };
    // `100 EUR 200`, as in "EUR 100 EUR 200", belongs to the next figure.
    let next = words[end..].trim_start_matches(' ');
    let claimed = next.starts_with(|c: char| c.is_ascii_digit()) && start > at;
    (!claimed).then_some((sign, end))
}

/// The letters, inner points and quotes that begin at `at`, and where they end.
pub(super) fn letters_after(words: &str, at: usize) -> (&str, usize) {
    let mut end = at;
    for (index, c) in words[at..].char_indices().take(10) {
        let inner = matches!(c, '.' | '"') && end > at;
        if !(c.is_alphabetic() || is_mark(c) || inner) {
            break;
        }
        end = at + index + c.len_utf8();
    }
    (&words[at..end], end)
}

/// Thai vowel and tone signs, which are no letters to Unicode.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}
