//! A town that no table knows, named with the region or the country that it lies in:
//! "Little Wobbling, Ohio", "Villaprado (España)", "Au bei Bregenz".

use super::words;
use crate::domain::gazetteer::Means;
use crate::facts::place::expression::{Named, is_remote_word};
use crate::facts::place::vocabulary::{BETWEEN, COMPANY, JOB, LEAD, OFFICE, OPENING, TEAM};
use crate::facts::vocabulary::Words;

/// Words of the longest name.
const LONGEST: usize = 4;

/// The town's name, if the value of a label for places is nothing but it and `place`.
pub fn before<'t>(value: &'t str, place: &Named) -> Option<&'t str> {
    let value = value.trim_end_matches([' ', '.', '*', '_', '\r']);
    let start = value.len() - value.trim_start_matches([' ', '*', '_']).len();
    let head = value.get(start..place.range.start)?;
    let rest = value.get(place.range.end..)?;
    let named_by_city = place.senses.iter().all(|m| matches!(m, Means::City(_)));
    if named_by_city {
        // "Au bei Bregenz", and what it lies in.
        let name = NEXT_TO.iter().find_map(|by| head.strip_suffix(by))?;
        let city = value[place.range.clone()].split([',', '(']).next()?;
        let end = place.range.start + city.trim_end().len();
        return (rest.trim().is_empty() && is_name(name)).then(|| &value[start..end]);
    }
    let wide = matches!(place.senses[0], Means::Country(_) | Means::Region(_));
    let name = head
        .strip_suffix(", ")
        .or_else(|| head.strip_suffix(" ("))?;
    (wide && !place.remote && !place.excluded && ["", ")"].contains(&rest) && is_name(name))
        .then_some(name)
}

/// What the town lies in.
pub fn around(place: &Named) -> Vec<Means> {
    let first = place.senses[0];
    match (first, first.region()) {
        (Means::City(_), Some(region)) => vec![Means::Region(region)],
        _ => place.senses.clone(),
    }
}

/// Whether the words can be a town's name, and not an office's or a way of working.
fn is_name(name: &str) -> bool {
    let small = |word: &str| SMALL.has(word);
    let folded = name.to_lowercase();
    let count = words(name).count();
    let plain = name
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '\u{2019}' | '.'));
    plain
        && (1..=LONGEST).contains(&count)
        && words(name).all(|word| small(word) || word.starts_with(char::is_uppercase))
        && words(name).any(|word| word.chars().skip(1).any(char::is_lowercase))
        && words(&folded).all(|word| small(word) || !NO_TOWN.iter().any(|set| set.has(word)))
        && !words(&folded).any(is_remote_word)
}

/// Words between a village's name and the town that it is near.
const NEXT_TO: &[&str] = &[" bei ", " b. "];

/// Small words within names of towns.
const SMALL: Words = Words::of(
    "de del la las los le les du des da do dos am an der den die im in ob sur sous upon of on the",
);

/// Words of which a town's name has none.
const NO_TOWN: &[Words] = &[JOB, TEAM, COMPANY, OFFICE, OPENING, BETWEEN, LEAD, OTHERS];

const OTHERS: Words = Words::of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
     sixteen seventeen eighteen nineteen twenty site nationwide national statewide various multiple several many flexible field home county \
     district province canton department ministry college academy group inc llc ltd gmbh corp sa \
     full part time office travel international global european worldwide tbd tba unknown north \
     south east west northern southern eastern western central main head regional local based \
     foods systems services solutions technologies labs church village town township city",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_way_of_working() {
        for name in ["Villaprado", "Little Wobbling", "Saint-Ouen sur Lac"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "Flexible",
            "Fully Remote",
            "Our Office",
            "Main Campus",
            "USA",
            "team of",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
