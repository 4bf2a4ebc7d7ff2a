//! Which of its meanings a name has here.

use super::group::{Group, is_much_of};
use super::{Named, Setting};
use crate::domain::gazetteer::{self, Means};
use crate::facts::place::vocabulary::STANDS_ALONE;
use std::ops::Range;

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
    let in_country = |m: &&Means| {
        matches!(m, Means::City(_)) && m.country() == Some(gazetteer::country_of(code))
    };
    // The capital may be a region of its own: "Buenos Aires" in its province.
    let largest = senses.iter().find(in_country).copied();
    let Some(city) =
        largest.filter(|m| m.region() == Some(code) || m.weight() >= Means::Region(code).weight())
    else {
        return;
    };
    senses.retain(|m| *m != city && (*m != Means::Region(code) || city.region() == Some(code)));
    senses.insert(0, city);
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

/// A ZIP code that stands alone, which tells the state.
pub(super) fn lone_zip(text: &str) -> Option<Named> {
    let code = text.trim();
    let start = text.len() - text.trim_start().len();
    let state = gazetteer::state_of_zip(code)?;
    Some(Named {
        range: start..start + code.len(),
        senses: vec![Means::Region(state)],
        joined: true,
        short: false,
        remote: false,
        excluded: false,
    })
}

/// For a city whose surroundings are meant ("Phoenix metro area", "the greater Tulsa
/// area"), the states that it may lie in: nobody says in which town the work is.
pub(super) fn states_of_area(
    text: &str,
    range: &mut Range<usize>,
    senses: &[Means],
) -> Option<Vec<Means>> {
    const BEHIND: &[&str] = &[
        "metropolitan area",
        "metropolitan region",
        "metro area",
        "metro region",
        "metroplex",
        "metropolitan",
        "metro",
        "area",
    ];
    if !senses.iter().all(|m| matches!(m, Means::City(_))) {
        return None;
    }
    let tail = text[range.end..].trim_start_matches([' ', '-']);
    let lead = text.len() - range.end - tail.len();
    let behind = (1..=2).contains(&lead).then(|| {
        BEHIND.iter().find(|words| {
            let here = tail
                .get(..words.len())
                .is_some_and(|w| w.eq_ignore_ascii_case(words));
            here && !tail[words.len()..].starts_with(|c: char| c.is_alphanumeric())
        })
    });
    let behind = behind.flatten();
    let head = text[..range.start].trim_end();
    let greater = head
        .get(head.len().saturating_sub(8)..)
        .is_some_and(|w| w.trim().eq_ignore_ascii_case("greater"));
    if behind.is_none() && !greater {
        return None;
    }
    if let Some(words) = behind {
        range.end += lead + words.len();
    }
    // "Washington, DC metro area" reaches into other states, as the tables know.
    if let Some(metro) = metro_around(senses) {
        return Some(vec![metro]);
    }
    let top = senses.iter().map(Means::weight).max().unwrap_or(0);
    let likely = senses.iter().filter(|m| is_much_of(m.weight(), top));
    let mut states: Vec<Means> = Vec::new();
    for state in likely.filter_map(Means::region).map(Means::Region) {
        if !states.contains(&state) {
            states.push(state);
        }
    }
    (!states.is_empty()).then_some(states)
}

/// The area around a city that reaches into several states.
fn metro_around(senses: &[Means]) -> Option<Means> {
    let [Means::City(city), ..] = senses else {
        return None;
    };
    let known = gazetteer::senses(&format!("Greater {}", city.name()));
    known.into_iter().map(|sense| sense.means).find(|means| {
        matches!(means, Means::Metro(metro) if metro.regions().count() > 1)
            && senses.iter().all(|city| means.contains(city))
    })
}

/// The state behind the last town of a list is also that of the towns before it:
/// "Marfa, Ozona and Eldorado, Texas". A name that means something larger elsewhere
/// stays apart: "Boston and Austin, Texas"; but not a city that all others of the list
/// speak for: "Portland, Salem and Eugene, Oregon".
pub(super) fn share_state(text: &str, mut groups: Vec<Group>) -> Vec<Group> {
    /// No town is overshadowed by a larger name than this.
    const MOST: u32 = 300_000;
    /// Inhabitants of a city that others speak for.
    const CITY: u32 = 100_000;
    let best_in = |group: &Group, state: &str| {
        let lies_there = |m: &&Means| matches!(m, Means::City(_)) && m.region() == Some(state);
        group
            .inner
            .iter()
            .filter(lies_there)
            .map(Means::weight)
            .max()
    };
    let towns: Vec<Group> = groups.clone();
    for at in (1..groups.len()).rev() {
        let (head, tail) = groups.split_at_mut(at);
        let (group, next) = (&mut head[at - 1], &tail[0]);
        let gap = &text[group.range.end..next.range.start];
        let listed = gap
            .split(|c: char| !c.is_alphabetic())
            .all(|word| word.is_empty() || ["and", "or"].contains(&word))
            && !gap.contains([';', '|', '\n', '(', '.', ':']);
        let state = match next.inner.as_slice() {
            [Means::City(city), ..] if next.levels > 1 => city.region,
            _ => continue,
        };
        if !listed || group.levels > 1 || group.short || !has_states(state) {
            continue;
        }
        let lies = |g: &&Group| best_in(g, state).is_some();
        let (before, behind) = towns.split_at(at);
        let before = before.iter().rev().take_while(lies).count();
        let listed_there = before + behind.iter().take_while(lies).count();
        let lies_there = |m: &&Means| matches!(m, Means::City(_)) && m.region() == Some(state);
        let kept: Vec<Means> = group.inner.iter().filter(lies_there).copied().collect();
        let best = kept.iter().map(Means::weight).max().unwrap_or(0);
        let spoken_for = listed_there > 2 && best >= CITY;
        if !kept.is_empty() && (group.top <= MOST || is_much_of(best, group.top) || spoken_for) {
            group.inner = kept;
            group.levels = 2;
        }
    }
    groups
}

/// An area whose countries stand in brackets behind it is these: "the Americas (Canada,
/// Chile)".
pub(super) fn spelled_out(text: &str, mut groups: Vec<Group>) -> Vec<Group> {
    for at in (1..groups.len()).rev() {
        let (area, first) = (&groups[at - 1], &groups[at]);
        let opens = text[area.range.end..first.range.start].trim() == "(";
        let lies_there = |area: &Means| {
            matches!(area, Means::Area(_)) && first.inner.iter().any(|m| area.contains(m))
        };
        if opens && area.inner.iter().any(lies_there) {
            groups.remove(at - 1);
        }
    }
    groups
}

/// Two names of states, of which the first is a town's in the second as well, and nothing
/// that makes a list of them: "Washington, Illinois".
pub(super) fn town_in_state(text: &str, groups: &mut Vec<Group>) {
    /// Inhabitants of a town that anybody thinks of.
    const LEAST: u32 = 5_000;
    let [town, state] = groups.as_slice() else {
        return;
    };
    let single = |group: &Group| group.levels == 1 && !group.excluded;
    let names_state = |group: &Group| group.inner.iter().any(is_us_state);
    let plain = text[town.range.end..state.range.start].trim() == ",";
    if !plain || !single(town) || !single(state) || town.short || !names_state(town) {
        return;
    }
    let Some(outer) = state.inner.iter().find(|m| is_us_state(m)) else {
        return;
    };
    let lies_there =
        |m: &&Means| matches!(m, Means::City(_)) && outer.contains(m) && m.weight() >= LEAST;
    let inner: Vec<Means> = town.inner.iter().filter(lies_there).copied().collect();
    if inner.is_empty() {
        return;
    }
    let end = state.range.end;
    groups.truncate(1);
    groups[0].inner = inner;
    groups[0].levels = 2;
    groups[0].range.end = end;
}

/// Names of which one says where the other lies, though no table has it there: a
/// neighbourhood before its borough ("Astoria, Queens"), a town before a state in
/// which only others are known ("Brooklyn, CT").
pub(super) fn named_within(text: &str, groups: Vec<Group>) -> Vec<Group> {
    const BOROUGHS: [&str; 5] = [
        "Brooklyn",
        "Queens",
        "Manhattan",
        "The Bronx",
        "Staten Island",
    ];
    /// No neighbourhood has the name of a larger city.
    const MOST: u32 = 300_000;
    let two = groups.len() == 2;
    let mut kept: Vec<Group> = Vec::new();
    for mut group in groups {
        if let Some(before) = kept.last() {
            let plain = text[before.range.end..group.range.start].trim() == ",";
            let single = before.levels == 1 && !before.short;
            let borough = group.inner.iter().any(|m| {
                matches!(m, Means::City(c) if c.region == "US-NY" && BOROUGHS.contains(&c.name().as_str()))
            });
            let town = !before.inner.is_empty()
                && before.inner.iter().any(|m| matches!(m, Means::City(_)));
            let unknown =
                two && group.short && group.levels == 1 && group.inner.iter().any(is_us_state);
            if plain && single && town && (borough && before.top < MOST || unknown) {
                group.range.start = before.range.start;
                kept.pop();
            }
        }
        kept.push(group);
    }
    kept
}
