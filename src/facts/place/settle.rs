//! From names as read to places as facts: decides between the meanings of a
//! name by what else the posting says, and takes double mentions out.

mod together;

use super::expression::Named;
use super::{Place, PlaceRole};
use crate::document::Origin;
use crate::domain::gazetteer::Means;
use crate::domain::place::Jurisdiction;
use crate::facts::{Confidence, Found, Whence};
use crate::text::{Span, View};
use together::{
    merge_same, read_codes, repeat_towns, several_countries, yield_to_excluded, yield_to_stated,
};

/// How much it says of where the job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A field, a label, a line of its own.
    Stated,
    /// A sentence.
    Told,
    /// A sentence about those who are there already, a list of the company's offices.
    Aside,
}

/// A name in the posting with what was understood of its surroundings.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What it can mean, the likeliest first.
    pub senses: Vec<Means>,
    /// The words.
    pub at: Span<View>,
    pub role: PlaceRole,
    pub whence: Whence,
    pub confidence: Confidence,
    /// Candidates of one list share a number.
    pub list: usize,
    /// Its name where no table knows it.
    pub unknown_city: Option<String>,
    /// Several levels are named together.
    pub joined: bool,
    pub standing: Standing,
}

impl Candidate {
    /// A name read from the words that begin at `base` of the view.
    pub fn of(named: &Named, base: usize, role: PlaceRole, whence: Whence, list: usize) -> Self {
        Candidate {
            senses: named.senses.clone(),
            at: Span::new(base + named.range.start, base + named.range.end),
            role: if named.excluded {
                PlaceRole::Excluded
            } else {
                role
            },
            whence,
            confidence: Confidence::High,
            list,
            unknown_city: None,
            joined: named.joined,
            standing: Standing::Stated,
        }
    }

    /// Sure of its country: nothing that it could mean lies elsewhere.
    fn sure_country(&self) -> Option<&'static str> {
        let country = self.senses.first()?.country()?;
        self.plausible(5)
            .all(|m| m.country() == Some(country))
            .then_some(country)
    }

    /// Its meanings that are at least one `part`th as weighty as the first.
    fn plausible(&self, part: u32) -> impl Iterator<Item = &Means> {
        let top = u64::from(self.senses.first().map_or(0, Means::weight));
        self.senses
            .iter()
            .filter(move |m| u64::from(m.weight()) * u64::from(part) >= top)
    }
}

/// Decides what each candidate means. `countries` are those that speak from
/// elsewhere (a currency, a field), the best first.
pub fn settle(mut candidates: Vec<Candidate>, countries: &[&'static str]) -> Vec<Found<Place>> {
    candidates.sort_by_key(|c| (c.at.start, c.at.end));
    merge_same(&mut candidates);
    repeat_towns(&mut candidates);
    yield_to_stated(&mut candidates);
    yield_to_excluded(&mut candidates);
    read_codes(&mut candidates);
    let merged = several_countries(&mut candidates);
    let sure: Vec<Option<&'static str>> = candidates.iter().map(Candidate::sure_country).collect();
    let mut found: Vec<Found<Place>> = merged;
    for (index, candidate) in candidates.iter().enumerate() {
        // Neighbours in a list speak louder than the rest of the posting.
        let others = |near: bool| {
            let of_list = move |c: &Candidate| (c.list == candidate.list) == near;
            let others = candidates.iter().zip(&sure).enumerate();
            others.filter_map(move |(i, (c, country))| {
                (*country).filter(|_| i != index && of_list(c))
            })
        };
        let hints = Hints {
            near: others(true).collect(),
            far: others(false).chain(countries.iter().copied()).collect(),
        };
        let (mut place, confidence) = decide(candidate, &hints, &siblings(&candidates, index));
        // A state that was taken for its city shares the list's role.
        if matches!(place.region.as_deref(), Some("US-NY" | "US-WA"))
            && place.city.is_none()
            && place.role == PlaceRole::Work
            && candidates
                .iter()
                .any(|c| c.list == candidate.list && c.role == PlaceRole::RemoteArea)
        {
            place.role = PlaceRole::RemoteArea;
        }
        // A name that cannot be told shuts out no whole country.
        let names_country = matches!(
            candidate.senses.first(),
            Some(Means::Country(_) | Means::Area(_))
        );
        if place.role == PlaceRole::Excluded && place.region.is_none() && !names_country {
            place.jurisdictions.clear();
        }
        push(
            Found {
                value: place,
                at: candidate.at,
                whence: candidate.whence,
                confidence: confidence.min(candidate.confidence),
            },
            &mut found,
        );
    }
    found.sort_by_key(|f| (f.at.start, f.at.end));
    drop_wider(&mut found);
    found
}

/// The likeliest meanings of the others in the same list.
fn siblings(candidates: &[Candidate], index: usize) -> Vec<Means> {
    candidates
        .iter()
        .enumerate()
        .filter(|(i, c)| *i != index && c.list == candidates[index].list)
        .filter_map(|(_, c)| c.senses.first().copied())
        .collect()
}

/// Countries that others than a name speak for, the best first: its neighbours in a list,
/// and the rest of the posting.
struct Hints {
    near: Vec<&'static str>,
    far: Vec<&'static str>,
}

/// Countries whose money has the sign of the dollar.
const DOLLARS: [&str; 4] = ["US", "CA", "AU", "NZ"];

fn decide(candidate: &Candidate, hints: &Hints, siblings: &[Means]) -> (Place, Confidence) {
    let Some(first) = candidate.senses.first() else {
        return (nowhere(candidate), Confidence::Medium);
    };
    // What is taken out of a country is a state rather than its city.
    if candidate.role == PlaceRole::Excluded
        && let Some(state) = candidate
            .senses
            .iter()
            .find(|m| matches!(m, Means::Region("US-WA" | "US-NY")))
        && !candidate.joined
    {
        return (place(state, candidate), Confidence::High);
    }
    if let Some(meant) = state_or_city(&candidate.senses, siblings) {
        return match meant {
            Some(means) => (place(&means, candidate), Confidence::High),
            None => (country_only(first.country(), candidate), Confidence::Low),
        };
    }
    let own = candidate.sure_country();
    let meant = |country: &&'static str| {
        candidate
            .plausible(10)
            .find(|m| m.country() == Some(country))
    };
    // What is said elsewhere makes doubtful what the name means by itself, and no more:
    // "Athens" where pay is in dollars.
    let doubt = own
        .filter(|_| hints.near.is_empty() && !candidate.joined)
        .is_some_and(|own| {
            // Pounds speak for a small Whitby, too; dollars are paid in many countries.
            let may_be = |country: &&&'static str| {
                let part = if DOLLARS.contains(country) { 10 } else { 50 };
                let mut senses = candidate.plausible(part);
                senses.any(|m| m.country() == Some(**country))
            };
            let said = hints.far.iter().find(may_be);
            !hints.far.contains(&own) && said.is_some()
        });
    if doubt {
        let mut place = city_only(first, candidate);
        place.country = None;
        place.jurisdictions.clear();
        return (place, Confidence::Low);
    }
    let own = own.filter(|_| hints.near.is_empty());
    let hint = hints
        .near
        .iter()
        .chain(&own)
        .chain(&hints.far)
        .find_map(meant);
    let rivals: Vec<&Means> = candidate.plausible(5).collect();
    let one_region = rivals
        .iter()
        .all(|m| m.region() == first.region() && m.country() == first.country());
    match hint {
        Some(means) if means == first && one_region => (place(first, candidate), Confidence::High),
        Some(means) => {
            let in_country: Vec<&&Means> = rivals
                .iter()
                .filter(|m| m.country() == means.country())
                .collect();
            let one = in_country.iter().all(|m| m.region() == means.region());
            if one || candidate.senses.len() == 1 {
                (place(means, candidate), Confidence::Medium)
            } else {
                (city_only(means, candidate), Confidence::Low)
            }
        }
        None if one_region => (place(first, candidate), Confidence::High),
        None => {
            let country = first.country();
            if rivals.iter().all(|m| m.country() == country) {
                (city_only(first, candidate), Confidence::Low)
            } else {
                let mut place = city_only(first, candidate);
                place.country = None;
                place.jurisdictions.clear();
                (place, Confidence::Low)
            }
        }
    }
}

/// "Washington" and "New York" are a state and a city. Nothing if the name is
/// neither; nothing within if it cannot be told.
fn state_or_city(senses: &[Means], siblings: &[Means]) -> Option<Option<Means>> {
    let state = senses
        .iter()
        .find(|m| matches!(m, Means::Region("US-WA" | "US-NY")))?;
    let city = senses.iter().find(|m| {
        matches!(m, Means::City(c) if (c.region == "US-DC" || c.region == "US-NY") && c.population > 500_000)
    })?;
    let regions = siblings.iter().filter(|m| matches!(m, Means::Region(_)));
    let towns = siblings.iter().filter(|m| matches!(m, Means::City(_)));
    let (regions, towns) = (regions.count(), towns.count());
    let (states, cities) = (regions > towns, towns > regions);
    let washington = state.region() == Some("US-WA");
    Some(match (states, cities) {
        (true, false) => Some(*state),
        (false, true) => Some(*city),
        (true, true) | (false, false) if washington => None,
        (true, true) | (false, false) => Some(*city),
    })
}

fn place(means: &Means, candidate: &Candidate) -> Place {
    let area = match means {
        Means::Area(area) => Some(area.name.to_owned()),
        Means::Metro(metro) => Some(metro.name.to_owned()),
        Means::Country(_) | Means::Region(_) | Means::County(_) | Means::City(_) => None,
    };
    Place {
        city: match means {
            Means::City(city) => Some(city.name()),
            _ => candidate.unknown_city.clone(),
        },
        region: means.region().map(str::to_owned),
        country: means.country().map(str::to_owned),
        jurisdictions: means.jurisdictions(),
        area,
        role: candidate.role,
    }
}

/// The city's name is known, its region is not.
fn city_only(means: &Means, candidate: &Candidate) -> Place {
    let mut place = place(means, candidate);
    // Of "Neustadt" and "Neustadt an der Weinstraße", what they have in common.
    place.city = candidate
        .senses
        .iter()
        .filter_map(|sense| match sense {
            Means::City(city) if sense.country() == means.country() => Some(city.name()),
            _ => None,
        })
        .min_by_key(String::len)
        .or(place.city);
    place.region = None;
    place.jurisdictions = place.country.iter().map(Jurisdiction::new).collect();
    place
}

fn country_only(country: Option<&'static str>, candidate: &Candidate) -> Place {
    Place {
        city: None,
        region: None,
        country: country.map(str::to_owned),
        jurisdictions: country.into_iter().map(Jurisdiction::new).collect(),
        area: None,
        role: candidate.role,
    }
}

fn nowhere(candidate: &Candidate) -> Place {
    let mut place = country_only(None, candidate);
    place.city.clone_from(&candidate.unknown_city);
    place
}

/// Adds a place unless the same kind of source named it in the same role.
fn push(new: Found<Place>, found: &mut Vec<Found<Place>>) {
    let same = found.iter_mut().find(|f| {
        is_field(f.whence) == is_field(new.whence)
            && f.value.role == new.value.role
            && f.value.city == new.value.city
            && f.value.region == new.value.region
            && f.value.country == new.value.country
            && f.value.area == new.value.area
    });
    match same {
        Some(known) => known.confidence = known.confidence.max(new.confidence),
        None => found.push(new),
    }
}

fn is_field(whence: Whence) -> bool {
    match whence {
        Whence::Field(origin) => origin != Origin::PageHead,
        Whence::Text | Whence::Furniture => false,
    }
}

/// A field that says only the country adds nothing to one that says the city, nor one with a
/// bare city to one with its state, and
/// is narrowed by a text that says from which state one works remotely.
fn drop_wider(found: &mut Vec<Found<Place>>) {
    let narrows = |p: &Place| p.role == PlaceRole::RemoteArea && p.region.is_some();
    let all: Vec<Place> = found
        .iter()
        .filter(|f| is_field(f.whence) || narrows(&f.value))
        .map(|f| f.value.clone())
        .collect();
    // "Columbus" in one field is "Columbus, OH" in another.
    let told_apart = |p: &Place| {
        let same = |other: &&Place| {
            other.city == p.city && other.country == p.country && other.region.is_some()
        };
        p.city.is_some() && p.region.is_none() && all.iter().any(|other| same(&other))
    };
    found.retain(|f| {
        let p = &f.value;
        if is_field(f.whence) && told_apart(p) {
            return false;
        }
        !is_field(f.whence)
            || p.city.is_some()
            || p.area.is_some()
            || p.role != PlaceRole::Work
            || !all.iter().any(|other| {
                other.country == p.country
                    && match (&p.region, &other.region) {
                        (None, Some(_)) => true,
                        (Some(a), Some(b)) => a == b && other.city.is_some(),
                        (None, None) => other.city.is_some(),
                        (Some(_), None) => false,
                    }
            })
    });
}
