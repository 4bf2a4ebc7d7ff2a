//! What somebody means who gives a place by a code or a name.

use super::lookup;
use super::{Means, NEW_YORK, Sense, key};
use crate::domain::place::Jurisdiction;

/// The jurisdiction of a code, or of a name with or without its region:
/// `US-WA-SEATTLE`, `us-ca-LosAngelesCounty`, "Washington", "Seattle, WA", "NYC".
/// Nothing where no place is known by it.
pub fn resolve(code_or_name: &str) -> Option<Jurisdiction> {
    meant(code_or_name).into_iter().next()
}

/// All jurisdictions that may as well be meant, the largest first: "Springfield" is in
/// Missouri, Massachusetts and Illinois. Of other countries only the largest of all counts.
pub fn meant(code_or_name: &str) -> Vec<Jurisdiction> {
    let text = code_or_name.trim();
    let Some(jurisdiction) = resolve_code(text) else {
        return by_name(text);
    };
    // "CO" is Colombia and Colorado.
    let is_state = |s: &Sense| matches!(s.means, Means::Region(code) if code.starts_with("US-"));
    let state = || lookup::senses(text).into_iter().find(is_state);
    let state = (text.len() == 2).then(state).flatten();
    let state = state.and_then(|s| s.means.jurisdictions().pop());
    std::iter::once(jurisdiction).chain(state).collect()
}

fn resolve_code(text: &str) -> Option<Jurisdiction> {
    let upper = text.to_ascii_uppercase();
    let mut parts = upper.splitn(3, '-');
    let country = parts.next()?;
    if country.len() != 2 || lookup::name_of(country).is_none() {
        return None;
    }
    let Some(region) = parts.next() else {
        return Some(Jurisdiction::new(country));
    };
    let region_code = format!("{country}-{region}");
    lookup::name_of(&region_code)?;
    let Some(local) = parts.next() else {
        return Some(Jurisdiction::new(region_code));
    };
    if region_code == "US-NY" && ["NYC", "NEWYORK", "NEWYORKCITY"].contains(&local) {
        return Some(Jurisdiction::new(NEW_YORK.1));
    }
    let local = key(local);
    let senses = lookup::senses(&local);
    // A county may be called by its name alone where no city has that name, and
    // one that is one with its city by the county's name.
    senses
        .iter()
        .map(|s| s.means)
        .filter(|m| matches!(m, Means::City(_) | Means::County(_)))
        .find(|m| m.region() == Some(region_code.as_str()))
        .or_else(|| {
            let other = match local.strip_suffix("county") {
                Some(city) => city.to_owned(),
                None => format!("{local}county"),
            };
            lookup::senses(&other)
                .into_iter()
                .map(|s| s.means)
                .find(|m| m.region() == Some(region_code.as_str()))
        })
        .and_then(|m| m.jurisdictions().pop())
}

fn by_name(text: &str) -> Vec<Jurisdiction> {
    /// So many times larger, and the other is not meant.
    const LARGER: u64 = 10;
    // The name as a whole may hold a comma; else the last part that names a
    // region or a country says where the first lies.
    let mut whole = lookup::senses(text);
    if whole.is_empty()
        && let Some((name, outer)) = text.rsplit_once(',')
    {
        // "Toronto, CA" and "Fresno, CA": each fits what it can lie in.
        let outers = lookup::senses(outer.trim());
        let name = name.split(',').next().unwrap_or(name);
        whole = lookup::senses(name);
        whole.retain(|s| outers.iter().any(|o| o.means.contains(&s.means)));
    }
    let in_capitals = text.len() > 1 && !text.contains(char::is_lowercase);
    // A state is meant by its name rather than a town called after it, save for New York,
    // which is the city to most.
    let weight = |means: &Means| match means {
        Means::City(city) if city.name == NEW_YORK.0 => u32::MAX,
        means => means.weight(),
    };
    let mut found: Vec<Means> = whole
        .into_iter()
        .filter(|s| !s.short || in_capitals)
        .map(|s| s.means)
        .filter(|m| !matches!(m, Means::Metro(_) | Means::Area(_)))
        .collect();
    found.sort_by_key(|means| std::cmp::Reverse((weight(means), means.country() == Some("US"))));
    let Some(first) = found.first().copied() else {
        return Vec::new();
    };
    let rivals = |m: &Means| {
        let near = u64::from(weight(m)) * LARGER >= u64::from(weight(&first));
        // A state is meant rather than a town or a county of its name.
        let state = matches!(first, Means::Region(_)) && !matches!(m, Means::Region(_));
        near && m.country() == Some("US") && m.region() != first.region() && !state
    };
    let mut meant = vec![first];
    meant.extend(found[1..].iter().filter(|m| rivals(m)));
    meant
        .into_iter()
        .filter_map(|m| m.jurisdictions().pop())
        .collect()
}
