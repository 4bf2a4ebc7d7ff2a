//! Which of its meanings a name has here.

use super::Setting;
use super::group::Group;
use crate::domain::gazetteer::{self, Means};
use crate::facts::place::vocabulary::STANDS_ALONE;

/// Of towns of one name, keeps those that lie in the state of the ZIP code that
/// `behind` begins with; its length, if that told them apart.
pub(super) fn keep_in_zip(behind: &str, senses: &mut Vec<Means>) -> Option<usize> {
    let code = behind.trim_start_matches([' ', ',']);
    let lead = behind.len() - code.len();
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&lead) || digits != 5 {
        return None;
    }
    let state = gazetteer::state_of_zip(&code[..digits])?;
    let lies_there = |m: &Means| matches!(m, Means::City(_)) && m.region() == Some(state);
    if senses.iter().all(|m| m.region() == Some(state)) || !senses.iter().any(lies_there) {
        return None;
    }
    senses.retain(lies_there);
    Some(lead + digits)
}

/// Whether the names are a list of states, in which "LA" is Louisiana. "NY, LA and
/// DC" are as likely cities.
pub(super) fn lists_states(groups: &[Group]) -> bool {
    let short = |g: &&Group| g.short && g.levels == 1;
    let is_plain =
        |m: &Means| is_us_state(m) && !matches!(m, Means::Region("US-LA" | "US-NY" | "US-DC"));
    let cities = groups.iter().filter(short).any(|g| {
        !g.inner.iter().any(is_us_state) && g.inner.iter().all(|m| matches!(m, Means::City(_)))
    });
    let states = groups.iter().filter(short);
    !cities && states.filter(|g| g.inner.iter().any(is_plain)).count() >= 2
}

pub(super) fn is_us_state(means: &Means) -> bool {
    matches!(means, Means::Region(code) if code.starts_with("US-"))
}

/// Whether a region's country is one whose states people abbreviate.
pub(super) fn has_states(code: &str) -> bool {
    ["US", "CA", "AU"].contains(&gazetteer::country_of(code))
}

/// Puts the likeliest meaning first. Of a region and its city of one name, the
/// city is meant, unless the region is one of those that everybody names.
/// A bare pair of capitals is a state of the US rather than a country.
pub(super) fn order(senses: &mut Vec<Means>, short: bool) {
    senses.sort_by_key(|m| {
        let state = short && is_us_state(m);
        (std::cmp::Reverse(state), std::cmp::Reverse(m.weight()))
    });
    senses.dedup();
    // "LA" and "SF" are the cities.
    if short
        && let Some(city) = senses
            .iter()
            .copied()
            .find(|m| matches!(m, Means::City(c) if c.population > 500_000))
    {
        *senses = vec![city];
        return;
    }
    let Some(Means::Region(code)) = senses.first().copied() else {
        return;
    };
    if ["US", "CA", "AU"].contains(&gazetteer::country_of(code)) || code.starts_with("GB-") {
        return;
    }
    let city = senses
        .iter()
        .position(|m| matches!(m, Means::City(_)) && m.region() == Some(code));
    if let Some(city) = city {
        let city = senses.remove(city);
        senses.insert(0, city);
    }
}

/// Whether an abbreviation counts by itself.
pub(super) fn stands_alone(words: &str, setting: Setting) -> bool {
    let key = gazetteer::key(words);
    let known = STANDS_ALONE.has(&key);
    match setting {
        // "N/A" is not Namibia.
        Setting::Field => known || key.len() == 2 && key != "na" || key.len() == 3,
        Setting::Line | Setting::Prose => known,
    }
}
