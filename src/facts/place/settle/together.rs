//! What the names of a posting say to one another before each is decided: the same name
//! read twice, plain words against remarks aside, countries that are one area.

use super::{Candidate, Standing};
use crate::domain::gazetteer::{self, Means};
use crate::domain::place::Jurisdiction;
use crate::facts::Found;
use crate::facts::place::{Place, PlaceRole};
use std::collections::BTreeMap;

/// A sentence that speaks of a place says nothing against one that shuts it out.
pub(super) fn yield_to_excluded(candidates: &mut [Candidate]) {
    let excluded: Vec<Vec<Means>> = candidates
        .iter()
        .filter(|c| c.role == PlaceRole::Excluded)
        .map(|c| c.senses.clone())
        .collect();
    for candidate in candidates.iter_mut() {
        let told = candidate.role == PlaceRole::Work && candidate.standing != Standing::Stated;
        if told && excluded.contains(&candidate.senses) {
            candidate.role = PlaceRole::Other;
        }
    }
}

/// "Richmond, CA" lies in California, unless the posting's other places lie in Canada.
pub(super) fn read_codes(candidates: &mut [Candidate]) {
    let is_open = |c: &Candidate| {
        let us = c.senses.first().and_then(Means::country) == Some("US");
        us && c.joined && c.senses.iter().any(|m| m.country() != Some("US"))
    };
    let others: Vec<&'static str> = candidates
        .iter()
        .filter(|c| matches!(c.role, PlaceRole::Work | PlaceRole::RemoteArea) && !is_open(c))
        .filter_map(Candidate::sure_country)
        .collect();
    for candidate in candidates.iter_mut().filter(|c| is_open(c)) {
        let elsewhere = candidate
            .senses
            .iter()
            .filter_map(Means::country)
            .find(|country| others.contains(country));
        let country = elsewhere
            .filter(|_| !others.contains(&"US"))
            .unwrap_or("US");
        candidate.senses.retain(|m| m.country() == Some(country));
    }
}

/// A bare name is that of the town that is named with its state elsewhere: "Durango,
/// Colorado", and "in the Durango office".
pub(super) fn repeat_towns(candidates: &mut [Candidate]) {
    let town = |c: &Candidate| match c.senses.as_slice() {
        [town @ Means::City(_)] if c.joined => Some(*town),
        _ => None,
    };
    let towns: Vec<Means> = candidates.iter().filter_map(town).collect();
    // "Washington" may as well be the state.
    let is_state = |m: &Means| matches!(m, Means::Region(code) if code.starts_with("US-"));
    let is_bare = |c: &Candidate| !c.joined && c.senses.len() > 1 && !c.senses.iter().any(is_state);
    for candidate in candidates.iter_mut().filter(|c| is_bare(c)) {
        let mut meant = towns.iter().filter(|town| candidate.senses.contains(town));
        let Some(first) = meant.next() else { continue };
        if meant.all(|other| other == first) {
            candidate.senses = vec![*first];
        }
    }
}

/// A line at the head may be read as a line and by its label or its list; the
/// longer list knows more, and one that is of remote work is.
pub(super) fn merge_same(candidates: &mut Vec<Candidate>) {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for candidate in &*candidates {
        *sizes.entry(candidate.list).or_default() += 1;
    }
    let of_the_job = |c: &Candidate| matches!(c.role, PlaceRole::Work | PlaceRole::RemoteArea);
    candidates.dedup_by(|later, first| {
        let same = later.at == first.at
            && (later.role == first.role || of_the_job(later) && of_the_job(first));
        if same {
            if sizes.get(&later.list) > sizes.get(&first.list) {
                first.list = later.list;
            }
            first.role = first.role.max(later.role);
            if later.standing == Standing::Aside {
                first.standing = Standing::Aside;
            }
        }
        same
    });
}

/// Remarks aside say nothing against what is said plainly; nor, where a place is
/// stated, does a sentence about remote work in another country, which is true of
/// other jobs.
pub(super) fn yield_to_stated(candidates: &mut [Candidate]) {
    let of_the_job = |c: &Candidate| matches!(c.role, PlaceRole::Work | PlaceRole::RemoteArea);
    let stated: Vec<Means> = candidates
        .iter()
        .filter(|c| c.standing == Standing::Stated && of_the_job(c))
        .flat_map(|c| c.plausible(5).copied())
        .collect();
    let plain = candidates
        .iter()
        .any(|c| c.standing != Standing::Aside && of_the_job(c));
    for candidate in candidates.iter_mut().filter(|c| of_the_job(c)) {
        let yields = match candidate.standing {
            Standing::Stated => false,
            Standing::Aside => plain,
            Standing::Told => {
                let elsewhere = |country: &str| {
                    stated.iter().all(|m| {
                        m.country() != Some(country)
                            && !candidate.senses.iter().any(|own| m.contains(own))
                    })
                };
                candidate.role == PlaceRole::RemoteArea
                    && !stated.is_empty()
                    && candidate.sure_country().is_some_and(elsewhere)
            }
        };
        if yields {
            candidate.role = PlaceRole::Other;
        }
    }
}

/// A list of countries from which one may work remotely is one area.
pub(super) fn several_countries(candidates: &mut Vec<Candidate>) -> Vec<Found<Place>> {
    let in_area = |c: &Candidate| {
        c.role == PlaceRole::RemoteArea
            && matches!(
                c.senses.first(),
                Some(Means::Country(_) | Means::Region("US-PR"))
            )
    };
    let mut merged = Vec::new();
    let mut at = 0;
    while at < candidates.len() {
        let list = candidates[at].list;
        let run = candidates[at..]
            .iter()
            .take_while(|c| c.list == list && in_area(c))
            .count();
        if run < 2 {
            at += 1;
            continue;
        }
        let run: Vec<Candidate> = candidates.drain(at..at + run).collect();
        merged.extend(one_area(&run));
    }
    merged
}

/// One area of all the countries of a list.
fn one_area(run: &[Candidate]) -> Option<Found<Place>> {
    let first = run.first()?;
    let mut jurisdictions: Vec<Jurisdiction> = Vec::new();
    for jurisdiction in run
        .iter()
        .filter_map(|c| c.senses.first())
        .flat_map(Means::jurisdictions)
    {
        if !jurisdictions.contains(&jurisdiction) {
            jurisdictions.push(jurisdiction);
        }
    }
    let names: Vec<String> = jurisdictions.iter().map(gazetteer::name).collect();
    Some(Found {
        value: Place {
            city: None,
            region: None,
            country: None,
            jurisdictions,
            area: Some(names.join(", ")),
            role: PlaceRole::RemoteArea,
        },
        at: run.iter().fold(first.at, |at, c| at.cover(c.at)),
        whence: first.whence,
        confidence: first.confidence,
    })
}
