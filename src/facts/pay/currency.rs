//! What a bare sign and a bare amount mean in this posting: `$` in Toronto is
//! Canadian, 95,000 of it is paid a year. It knows places, languages and the
//! sizes of wages; it does not decide what is pay.

use super::sign::{self, Sign};
use super::text::Text;
use crate::domain::money::{Amount, Currency, Period};
use crate::facts::Facts;
use crate::facts::place::PlaceRole;
use crate::text::{Span, View, ceil, floor};
use std::ops::Range;

/// What the posting as a whole says about money.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// Currencies of the countries of work, each once.
    local: Vec<Currency>,
    /// Places with their currency, in text order: where, currency, on a line of
    /// its own pay.
    places: Vec<(Span<View>, Currency)>,
    language: String,
}

impl Surroundings {
    pub(super) fn of(facts: &Facts) -> Surroundings {
        let mut local = Vec::new();
        let mut places = Vec::new();
        for found in &facts.place {
            let place = &found.value;
            let Some(currency) = place.country.as_deref().and_then(Currency::of_country) else {
                continue;
            };
            match place.role {
                PlaceRole::Work | PlaceRole::RemoteArea => {
                    if !local.contains(&currency) {
                        local.push(currency);
                    }
                    places.push((found.at, currency));
                }
                PlaceRole::Other => places.push((found.at, currency)),
                PlaceRole::Excluded | PlaceRole::ReportsTo => {}
            }
        }
        places.sort_by_key(|p| (p.0.start, p.0.end));
        let language = facts.language.first();
        Surroundings {
            local,
            places,
            language: language.map_or_else(|| "en".to_owned(), |l| l.value.code.clone()),
        }
    }

    /// The currency of a figure at `at` (in the folded text) with `sign`.
    pub(super) fn resolve(
        &self,
        text: Text<'_>,
        sign: Option<Sign>,
        at: &Range<usize>,
    ) -> Option<Currency> {
        match sign {
            Some(Sign::Code(currency)) => Some(currency),
            Some(Sign::Dollar) => named_near(text, at)
                .or_else(|| self.place_near(text, at))
                .or_else(|| self.usual_dollar()),
            Some(Sign::Yen) => Some(match self.language.as_str() {
                "zh" => Currency::new(b"CNY"),
                _ if self.local.contains(&Currency::new(b"CNY")) => Currency::new(b"CNY"),
                _ => Currency::new(b"JPY"),
            }),
            Some(Sign::Krone) => self.krone(),
            Some(Sign::Yuan) => {
                let others = [Currency::new(b"TWD"), Currency::new(b"HKD")];
                let local = others.into_iter().find(|c| self.local.contains(c));
                let written = text.view.contains(['萬', '時', '資', '達']);
                Some(local.unwrap_or(Currency::new(if written { b"TWD" } else { b"CNY" })))
            }
            None => match self.local.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
        }
    }

    /// The currency of `amounts` at `at`, without one that only the place
    /// speaks for and in which nobody is paid so little: "12 an hour" in
    /// Costa Rica are no colones.
    pub(super) fn resolve_amounts(
        &self,
        text: Text<'_>,
        sign: Option<Sign>,
        at: &Range<usize>,
        top: Amount,
    ) -> Option<Currency> {
        self.resolve(text, sign, at)
            .filter(|c| sign.is_some() || top >= Amount::from(least_of_an_hour(*c)))
    }

    /// The currency of a sign wherever it stands.
    pub(super) fn usual(&self, sign: Option<Sign>) -> Option<Currency> {
        match sign {
            Some(Sign::Code(currency)) => Some(currency),
            Some(Sign::Dollar) => self.usual_dollar(),
            Some(Sign::Krone) => self.krone(),
            Some(Sign::Yen | Sign::Yuan) | None => None,
        }
    }

    /// The dollars of the place that the line of the figure names, or of the
    /// place that a list of figures stands under.
    fn place_near(&self, text: Text<'_>, at: &Range<usize>) -> Option<Currency> {
        let view = text.folded.view(at.clone());
        let index = self.places.partition_point(|p| p.0.start < view.start);
        let (place, currency) = self.places[..index].last()?;
        let close = view.start.saturating_sub(place.end) <= 200;
        // "Austin, TX • Toronto, ON" on a line above speaks for neither.
        let above = text.view[place.end.min(view.start)..view.start].contains('\n');
        let line = text.view[..place.start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let mixed = above
            && self.places[..index]
                .iter()
                .any(|(other, money)| other.start >= line && money != currency);
        (close && currency.is_dollar() && !mixed).then_some(*currency)
    }

    fn usual_dollar(&self) -> Option<Currency> {
        let us = Currency::new(b"USD");
        let dollars: Vec<_> = self.local.iter().filter(|c| c.is_dollar()).collect();
        match dollars.as_slice() {
            // Countries that do not pay in dollars are quoted in those of the
            // United States.
            [] if self.language == "en" || !self.local.is_empty() => Some(us),
            [] => None,
            _ if dollars.contains(&&us) => Some(us),
            // In English, pay in Latin America is quoted in either.
            [one] if self.language == "en" && one.is_peso() => None,
            [one] => Some(**one),
            _ => None,
        }
    }

    fn krone(&self) -> Option<Currency> {
        let of = |code: &[u8; 3]| Currency::new(code);
        let local = [of(b"SEK"), of(b"DKK"), of(b"NOK"), of(b"ISK"), of(b"CZK")];
        let local = local.into_iter().find(|c| self.local.contains(c));
        local.or(match self.language.as_str() {
            "sv" => Some(of(b"SEK")),
            "da" => Some(of(b"DKK")),
            "no" | "nb" | "nn" => Some(of(b"NOK")),
            "is" => Some(of(b"ISK")),
            _ => None,
        })
    }
}

/// A dollar that is named near the figure: `$100,000 to $120,000 (USD)`,
/// "figures below are in CAD".
fn named_near(text: Text<'_>, at: &Range<usize>) -> Option<Currency> {
    let words = text.words();
    let after_end = floor(words, at.end + 40);
    let after = &words[at.end..after_end];
    let after_end = at.end + after.find('\n').unwrap_or(after.len());
    let start = ceil(words, at.start.saturating_sub(300));
    let behind = code_in(text, at.end..after_end, false);
    behind.or_else(|| code_in(text, start..at.start, true))
}

/// The first (or last) dollar code in capitals within `range`. `CAD` is also
/// software, so it must stand in brackets or behind "in".
fn code_in(text: Text<'_>, range: Range<usize>, last: bool) -> Option<Currency> {
    let words = text.words();
    let piece = &words[range.clone()];
    let mut found = None;
    let mut at = 0;
    for word in piece.split(|c: char| !c.is_alphabetic()) {
        let (from, to) = (range.start + at, range.start + at + word.len());
        at += word.len();
        at += piece[at..].chars().next().map_or(0, char::len_utf8);
        if word.len() != 3 {
            continue;
        }
        let Some(currency) = sign::currency_code(word).filter(Currency::is_dollar) else {
            continue;
        };
        let head = words[..from].trim_end_matches(' ');
        let said = head.ends_with(['(', '$', ':', '[', '/']) || head.ends_with(" in");
        let bracketed = words[to..].starts_with([')', ']']);
        if text.is_upper(from, to) && (said || bracketed || word == "usd") {
            found = Some(currency);
            if !last {
                break;
            }
        }
    }
    found
}

/// The sizes of pay by which an unsaid period is plain, in whole units: least
/// and most of a month, least of a year. Wide of the market at both ends;
/// where the two meet, nothing is plain.
struct Sizes {
    month: Option<(i64, i64)>,
    year: Option<i64>,
}

#[rustfmt::skip]
fn sizes(currency: Currency) -> Option<Sizes> {
    let (low, high, year) = match currency.code() {
        "USD" | "AUD" | "NZD" | "CAD" => (0, 0, 15_000),
        "GBP" => (0, 0, 10_000),
        "EUR" => (600, 9_900, 13_000),
        "CHF" => (2_500, 15_000, 30_000),
        "SEK" | "DKK" => (14_000, 120_000, 200_000),
        "NOK" => (15_000, 90_000, 200_000),
        "ISK" => (300_000, 2_500_000, 4_000_000),
        "PLN" => (2_500, 60_000, 75_000),
        "CZK" => (14_000, 250_000, 300_000),
        "HUF" => (200_000, 3_000_000, 3_500_000),
        "RON" => (1_500, 40_000, 50_000),
        "BGN" => (800, 20_000, 25_000),
        "BRL" => (1_000, 40_000, 60_000),
        "MXN" => (5_000, 150_000, 200_000),
        "ARS" => (200_000, 15_000_000, 20_000_000),
        "CLP" => (300_000, 10_000_000, 0),
        "COP" => (900_000, 40_000_000, 0),
        "PEN" => (900, 30_000, 40_000),
        "CLF" => (5, 300, 0),
        "INR" => (6_000, 150_000, 180_000),
        "CNY" => (2_000, 100_000, 120_000),
        "TWD" => (25_000, 250_000, 350_000),
        "HKD" => (8_000, 150_000, 180_000),
        "SGD" => (1_200, 20_000, 25_000),
        "MYR" => (1_200, 30_000, 36_000),
        "PHP" => (8_000, 300_000, 350_000),
        "IDR" => (1_500_000, 100_000_000, 0),
        "THB" => (9_000, 300_000, 0),
        "VND" => (3_000_000, 200_000_000, 0),
        "KRW" => (1_500_000, 9_000_000, 18_000_000),
        "JPY" => (120_000, 1_300_000, 1_800_000),
        "ILS" => (4_000, 80_000, 100_000),
        "TRY" => (15_000, 400_000, 0),
        "RUB" => (20_000, 700_000, 0),
        "UAH" => (8_000, 300_000, 0),
        "AED" | "SAR" | "QAR" => (1_500, 80_000, 100_000),
        "ZAR" => (4_000, 120_000, 150_000),
        "KES" => (12_000, 900_000, 0),
        "NGN" => (30_000, 3_000_000, 0),
        _ => return None,
    };
    Some(Sizes {
        month: (high > 0).then_some((low, high)),
        year: (year > 0).then_some(year),
    })
}

/// The period of amounts that stand without one, where their size makes it plain.
pub(super) fn plain_period(
    currency: Option<Currency>,
    bottom: Amount,
    top: Amount,
) -> Option<Period> {
    let dollar = Currency::new(b"USD");
    let sizes = sizes(currency.unwrap_or(dollar))?;
    if sizes
        .year
        .is_some_and(|least| bottom >= Amount::from(least))
    {
        return Some(Period::Year);
    }
    let (low, high) = sizes.month.filter(|_| currency.is_some())?;
    (bottom >= Amount::from(low) && top <= Amount::from(high)).then_some(Period::Month)
}

/// What nobody is paid less than for an hour of work.
fn least_of_an_hour(currency: Currency) -> i64 {
    match currency.code() {
        "CRC" | "CLP" | "COP" | "KRW" | "HUF" | "ISK" | "ARS" | "NGN" | "PYG" | "KZT" => 300,
        "JPY" => 200,
        "IDR" | "VND" => 5_000,
        "INR" | "RUB" | "PKR" | "LKR" | "PHP" | "KES" => 30,
        _ => 0,
    }
}

/// Currencies in which a person's pay runs to millions.
pub(super) fn counts_in_millions(currency: Option<Currency>) -> bool {
    currency.is_some_and(|c| {
        matches!(
            c.code(),
            "JPY"
                | "KRW"
                | "IDR"
                | "VND"
                | "HUF"
                | "COP"
                | "CLP"
                | "ARS"
                | "INR"
                | "ISK"
                | "NGN"
                | "RUB"
                | "TRY"
                | "CRC"
                | "PHP"
                | "PKR"
                | "KZT"
                | "LKR"
                | "PYG"
                | "KES"
        )
    })
}

/// Whether an amount can be what one person is paid for a period, wide of the
/// market at both ends. Only for currencies worth about as much as a dollar.
pub(super) fn is_plausible(
    currency: Option<Currency>,
    period: Option<Period>,
    bottom: Amount,
    top: Amount,
) -> bool {
    let hard = currency.is_none_or(|c| {
        matches!(
            c.code(),
            "USD" | "EUR" | "GBP" | "CAD" | "AUD" | "NZD" | "CHF" | "SGD"
        )
    });
    if !hard {
        return true;
    }
    let (least, most) = match period {
        Some(Period::Hour) => (3, 1_500),
        Some(Period::Day) => (20, 10_000),
        Some(Period::Week) => (80, 30_000),
        Some(Period::Month) => (200, 60_000),
        Some(Period::Year) => (3_000, 5_000_000),
        Some(Period::Project) => (10, 5_000_000),
        // From a mile to half a month.
        Some(Period::Other) => (0, 100_000),
        None => (7, 5_000_000),
    };
    bottom >= Amount::from(least) && top <= Amount::from(most)
}
