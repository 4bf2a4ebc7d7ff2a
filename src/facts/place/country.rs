//! Signs of the country that the whole text gives.

use super::cues::{self, SIGNS};
use crate::facts::Context;

/// Whether five digits may be a ZIP code here: the text is English, and bears no sign
/// of another country than `countries` says.
pub fn may_be_in_us(context: &Context<'_>, countries: &[&str]) -> bool {
    let language = context.facts.language.first();
    language.is_none_or(|found| found.value.code == "en")
        && countries.first().is_none_or(|country| *country == "US")
}

/// Countries of which the text bears signs, the surest first.
pub fn countries(context: &Context<'_>) -> Vec<&'static str> {
    let mut borne = [false; SIGNS.len()];
    for sign in context.hits.iter().filter_map(|hit| cues::sign(hit.cue)) {
        borne[sign] = true;
    }
    let signs = SIGNS.iter().zip(borne).filter(|(_, borne)| *borne);
    let mut countries: Vec<&'static str> = signs.map(|((_, country), _)| *country).collect();
    // Of two towns of one name, the one whose country pays in dollars.
    if memchr::memchr(b'$', context.prose.folded.text().as_bytes()).is_some() {
        countries.extend(["US", "CA", "AU", "NZ"]);
    }
    let language = context.facts.language.first();
    countries.extend(language.map_or(&[][..], |found| speaking(&found.value.code)));
    countries
}

/// The countries in which postings of a language are at home, the likeliest first.
fn speaking(language: &str) -> &'static [&'static str] {
    match language {
        "de" => &["DE", "AT", "CH"],
        "fr" => &["FR", "CA", "BE", "CH"],
        "nl" => &["NL", "BE"],
        "es" => &["ES", "MX", "AR", "CO", "CL", "PE", "US"],
        "it" => &["IT", "CH"],
        "pt" => &["BR", "PT"],
        "sv" => &["SE", "FI"],
        "da" => &["DK"],
        "no" | "nb" => &["NO"],
        "fi" => &["FI"],
        "pl" => &["PL"],
        "ja" => &["JP"],
        _ => &[],
    }
}
