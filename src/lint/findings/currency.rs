//! The currency of what is to be written: rules write `$[minimum]`, whatever the
//! place.

use crate::domain::money::Currency;
use crate::facts::Facts;
use crate::facts::place::PlaceRole;

/// `write` with the sign of the money in which the places of work pay, if it is one
/// and no dollar.
pub(super) fn in_currency(write: &str, facts: &Facts) -> String {
    const BLANK: &str = "$[";
    let places = facts.place.iter().map(|found| &found.value);
    let places = places.filter(|p| matches!(p.role, PlaceRole::Work | PlaceRole::RemoteArea));
    let countries = places.filter_map(|place| place.country.as_deref());
    let mut currencies: Vec<Currency> = countries.filter_map(Currency::of_country).collect();
    currencies.sort_unstable();
    currencies.dedup();
    match currencies.as_slice() {
        [only] if !only.is_dollar() => write.replace(BLANK, &format!("{}[", sign(only))),
        _ => write.to_owned(),
    }
}

/// How an amount in a currency begins.
fn sign(currency: &Currency) -> String {
    match currency.code() {
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        "INR" => "₹".to_owned(),
        "PHP" => "₱".to_owned(),
        code => format!("{code} "),
    }
}

#[cfg(test)]
mod tests {
    use super::in_currency;
    use crate::document::plain;
    use crate::facts::Facts;
    use crate::posting::{self, Prose};
    use crate::text::Source;
    use std::sync::Arc;

    #[test]
    fn what_is_to_be_written_is_in_the_money_of_the_place() {
        for (place, written) in [
            ("Leeds, UK", "£[minimum] to £[maximum]"),
            ("Vienna, Austria", "€[minimum] to €[maximum]"),
            ("Zurich, Switzerland", "CHF [minimum] to CHF [maximum]"),
            ("Toronto, Ontario", "$[minimum] to $[maximum]"),
            ("Leeds, UK or Dublin, Ireland", "$[minimum] to $[maximum]"),
            ("our office", "$[minimum] to $[maximum]"),
        ] {
            let text = format!("Baker\n\nLocation: {place}\n\nYou bake bread for our shop.\n");
            let source = Arc::new(Source::from_text("posting.txt", text.as_str()));
            let posting = posting::find(Arc::new(plain::read(&source))).swap_remove(0);
            let facts = Facts::read(&Prose::of(&posting));
            let write = "$[minimum] to $[maximum]";
            assert_eq!(in_currency(write, &facts), written, "{place}");
        }
    }
}
