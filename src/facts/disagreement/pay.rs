//! Whether a text and a field can both be right about the pay: the same
//! amounts, one within the other, rounded, or counted by another period.

use super::{Sides, split};
use crate::domain::money::{Amount, Period};
use crate::facts::Facts;
use crate::facts::fact::{Confidence, Found};
use crate::facts::pay::{Pay, PayKind};

/// The first statements of pay of text and fields, where none of them agree.
pub(super) fn sides(facts: &Facts) -> Option<Sides> {
    let (texts, fields) = split(&facts.pay);
    let is_stated = |found: &&&Found<Pay>| {
        found.value.disclosure
            && found.value.kind == PayKind::Base
            && found.confidence >= Confidence::Medium
            && Band::of(&found.value).is_some()
    };
    let text = texts.iter().find(is_stated)?;
    let field = fields.iter().find(is_stated)?;
    let bands = |found: &[&Found<Pay>]| -> Vec<Band> {
        let mut bands: Vec<Band> = (found.iter())
            .filter_map(|found| Band::of(&found.value))
            .collect();
        // Levels and places that each have a range of their own.
        bands.extend(whole(&bands));
        bands
    };
    let (in_text, in_fields) = (bands(&texts), bands(&fields));
    let agree = in_fields
        .iter()
        .any(|field| in_text.iter().any(|text| field.agrees(text)));
    (!agree).then(|| Sides {
        text: text.at,
        field: field.at,
        value: Some(in_words(&field.value)),
    })
}

/// Amounts of a statement, with an open end where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Band {
    low: Option<Amount>,
    high: Option<Amount>,
    period: Option<Period>,
    currency: Option<crate::domain::money::Currency>,
}

/// Numbers of each period that people count to a year: part-time and 35-hour
/// weeks, unpaid weeks, thirteenth salaries.
fn per_year(period: Period) -> &'static [u32] {
    match period {
        Period::Hour => &[1560, 1664, 1820, 1872, 1950, 2000, 2080, 2184],
        Period::Day => &[200, 220, 230, 240, 250, 260],
        Period::Week => &[48, 50, 52],
        Period::Month => &[10, 12, 13, 14],
        Period::Year => &[1],
        Period::Project | Period::Other => &[],
    }
}

/// A year has no certain number of them.
fn is_measureless(period: Period) -> bool {
    per_year(period).is_empty()
}

const PERIODS: [Period; 5] = [
    Period::Hour,
    Period::Day,
    Period::Week,
    Period::Month,
    Period::Year,
];

/// Fields that hold cents or thousands.
const UNITS: [u32; 3] = [1, 100, 1000];

impl Band {
    /// Nothing for a statement without amounts, or of nothing.
    fn of(pay: &Pay) -> Option<Band> {
        let band = Band {
            low: pay.min.filter(|n| !n.is_zero()),
            high: pay.max.filter(|n| !n.is_zero()),
            period: pay.period,
            currency: pay.currency,
        };
        (band.low.is_some() || band.high.is_some()).then_some(band)
    }

    fn agrees(&self, text: &Band) -> bool {
        if let (Some(one), Some(other)) = (self.currency, text.currency)
            && one != other
        {
            // Other amounts may be converted, and a bare `$` may be any dollar.
            let same_amounts = self.low == text.low && self.high == text.high;
            return !same_amounts || one.is_dollar() && other.is_dollar();
        }
        if [self.period, text.period]
            .into_iter()
            .flatten()
            .any(is_measureless)
        {
            return true;
        }
        let same = self.period == text.period || self.period.is_none() || text.period.is_none();
        if same && self.fits(text) {
            return true;
        }
        if self.period.is_some() && self.period == text.period {
            return UNITS
                .iter()
                .any(|unit| scaled(self, text, *unit, 1) || scaled(self, text, 1, *unit));
        }
        let periods = |period: Option<Period>| match period {
            Some(period) => vec![period],
            None => PERIODS.to_vec(),
        };
        // Hours of one year are not counted in two ways.
        let apart = |own: Period| {
            let others = periods(text.period).into_iter();
            others.filter(move |other| *other != own)
        };
        periods(self.period).into_iter().any(|own| {
            let mut others = apart(own).flat_map(per_year);
            others.any(|other| {
                per_year(own)
                    .iter()
                    .any(|own| scaled(self, text, *own, *other))
            })
        })
    }

    /// One lies within the other, or an open end leaves room for it.
    fn fits(&self, other: &Band) -> bool {
        match (self.low.zip(self.high), other.low.zip(other.high)) {
            (Some(one), Some(other)) => within(one, other) || within(other, one),
            (None, _) | (_, None) => {
                let reaches = |low: Option<Amount>, high: Option<Amount>| match (low, high) {
                    (Some(low), Some(high)) => at_most(low, high),
                    (None, _) | (_, None) => true,
                };
                reaches(self.low, other.high) && reaches(other.low, self.high)
            }
        }
    }

    fn times(&self, factor: u32) -> Option<Band> {
        let times = |amount: Option<Amount>| match amount {
            Some(amount) => amount.checked_mul(factor.into()).map(Some),
            None => Some(None),
        };
        Some(Band {
            low: times(self.low)?,
            high: times(self.high)?,
            ..*self
        })
    }
}

/// Whether they fit when each is counted by its own factor. Amounts too large to
/// count are no disagreement.
fn scaled(one: &Band, other: &Band, own: u32, others: u32) -> bool {
    match (one.times(own), other.times(others)) {
        (Some(one), Some(other)) => one.fits(&other),
        (None, _) | (_, None) => true,
    }
}

fn within(inner: (Amount, Amount), outer: (Amount, Amount)) -> bool {
    at_most(outer.0, inner.0) && at_most(inner.1, outer.1)
}

/// At most as much, give or take 2 % for rounding.
fn at_most(one: Amount, other: Amount) -> bool {
    let slack = Amount::new(2, 2);
    match other.checked_mul(Amount::ONE + slack) {
        Some(other) => one <= other,
        None => true,
    }
}

/// From the lowest to the highest of several statements of one period.
fn whole(bands: &[Band]) -> Option<Band> {
    let first = bands.first()?;
    let alike = (bands.iter()).all(|b| b.period == first.period && b.currency == first.currency);
    (alike && bands.len() > 1).then(|| Band {
        low: bands.iter().filter_map(|b| b.low.or(b.high)).min(),
        high: bands.iter().filter_map(|b| b.high.or(b.low)).max(),
        ..*first
    })
}

/// "18 to 20 USD per hour".
fn in_words(pay: &Pay) -> String {
    let amounts = match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => min.normalize().to_string(),
        (Some(min), Some(max)) => format!("{} to {}", min.normalize(), max.normalize()),
        (Some(min), None) => format!("from {}", min.normalize()),
        (None, Some(max)) => format!("up to {}", max.normalize()),
        (None, None) => String::new(),
    };
    let currency = pay.currency.map(|c| format!(" {}", c.code()));
    let period = pay.period.map(|p| format!(" per {}", p.name()));
    amounts + &currency.unwrap_or_default() + &period.unwrap_or_default()
}
