//! Names that stand together: "Fresno, CA, US" is one place, "Boston, New York" are two.

use super::senses::is_us_state;
use crate::domain::gazetteer::{self, Means, Sense};
use std::ops::Range;

/// Inhabitants of a town that is meant rather than a state of another country.
const TOWN: u32 = 5_000;

#[derive(Clone)]
pub(super) struct Group {
    pub range: Range<usize>,
    pub inner: Vec<Means>,
    /// The largest thing that the first name could mean at all.
    pub top: u32,
    pub levels: usize,
    pub short: bool,
    pub excluded: bool,
    /// Only lower levels follow ("US, CA, Fresno").
    pub descending: bool,
    pub closed: bool,
    /// The code behind it is a state's and a country's: "Richmond, CA".
    pub by_code: bool,
}

impl Group {
    /// Takes `next` in as the place that this lies in, or that lies in this.
    pub(super) fn join(&mut self, next: &[Means], short: bool) -> bool {
        let next_top = next.iter().map(Means::weight).max().unwrap_or(0);
        // "CA, MD" are two states; "LA, CA" is a city in one.
        let two_states = self.short
            && short
            && self.inner.iter().any(is_us_state)
            && next.iter().any(is_us_state);
        let is_city = |m: &Means| matches!(m, Means::City(_));
        // "NY, NY" is the city in its state.
        let new_york = Means::Region("US-NY");
        if two_states
            && self.levels == 1
            && self.inner.contains(&new_york)
            && next.contains(&new_york)
        {
            let city = |s: &Sense| s.means.region() == Some("US-NY") && is_city(&s.means);
            let senses = gazetteer::senses("New York City");
            self.inner = senses.into_iter().filter(city).map(|s| s.means).collect();
            self.levels += 1;
            return true;
        }
        if !self.descending || self.levels == 1 {
            let mut kept = self.inner.clone();
            kept.retain(|inner| next.iter().any(|outer| outer.contains(inner)));
            if two_states {
                kept.retain(is_city);
            }
            // "Ontario, CA" is a town of California rather than a province of Canada.
            let in_state = |m: &Means| {
                is_city(m)
                    && m.region()
                        .is_some_and(|own| next.contains(&Means::Region(own)))
            };
            let us = kept
                .iter()
                .any(|m| in_state(m) && m.country() == Some("US"));
            if short && self.levels == 1 && us {
                self.by_code = true;
            }
            // "Washington, DC metro area": not the District alone.
            let around = |m: &Means| matches!(m, Means::Metro(m) if m.regions().count() > 1);
            if !kept.is_empty() && next.iter().all(around) {
                kept = next.to_vec();
            }
            if !kept.is_empty() && (short || self.is_likely_inside(&kept, next, next_top)) {
                self.inner = kept;
                self.levels += 1;
                return true;
            }
        }
        if (self.levels == 1 || self.descending) && !two_states {
            let wide = |m: &&Means| matches!(m, Means::Country(_) | Means::Region(_));
            let kept: Vec<Means> = next
                .iter()
                .filter(|inner| {
                    self.inner
                        .iter()
                        .filter(wide)
                        .any(|outer| outer.contains(inner))
                })
                .copied()
                .collect();
            let best = kept.iter().map(Means::weight).max().unwrap_or(0);
            if !kept.is_empty() && (short || is_much_of(best, next_top)) {
                self.inner = kept;
                self.top = next_top;
                self.levels += 1;
                self.descending = true;
                return true;
            }
        }
        // "Prince Edward County, Ontario": no table has it, and its namesake in another
        // country is not meant.
        let county = |m: &Means| matches!(m, Means::County(_));
        let region = |m: &Means| matches!(m, Means::Region(_));
        let largest = next.iter().find(|m| m.weight() == next_top);
        let alone = self.levels == 1 && !self.inner.is_empty();
        if alone && self.inner.iter().all(county) && largest.is_some_and(region) {
            self.inner = next.iter().copied().filter(region).collect();
            self.levels += 1;
            return true;
        }
        false
    }

    /// Whether what it means at first lies in one of `outers`, so that words
    /// between them ("Haarlem, the Netherlands") join and do not list.
    pub(super) fn lies_mostly_in(&self, outers: &[Means]) -> bool {
        let inside = |m: &&Means| outers.iter().any(|outer| outer.contains(m));
        let best = self.inner.iter().filter(inside).map(Means::weight).max();
        best.is_some_and(|best| is_much_of(best, self.top))
    }

    /// "Rome, Georgia" is one place; "Boston, New York" and "Mexico, New York"
    /// are two, though small towns make them possible.
    fn is_likely_inside(&self, kept: &[Means], next: &[Means], next_top: u32) -> bool {
        if self.levels > 1 {
            return true;
        }
        let best = kept.iter().map(Means::weight).max().unwrap_or(0);
        // Two countries or two states are a list.
        let level = |names: &[Means], top: u32| {
            names
                .iter()
                .find(|m| m.weight() == top)
                .map(std::mem::discriminant)
        };
        let self_is_wide = !matches!(
            self.inner.iter().find(|m| m.weight() == self.top),
            Some(Means::City(_) | Means::County(_)) | None
        );
        // "Durango, Colorado": a state of Mexico is not listed beside one of another country.
        let country = |names: &[Means], top: u32| {
            let largest = names.iter().find(|m| m.weight() == top);
            largest.and_then(Means::country)
        };
        let abroad = best >= TOWN && country(&self.inner, self.top) != country(next, next_top);
        let same_level =
            self_is_wide && !abroad && level(&self.inner, self.top) == level(next, next_top);
        let next_is_city = next
            .iter()
            .any(|m| matches!(m, Means::City(_)) && m.weight() == next_top);
        if same_level || next_is_city {
            is_much_of(best, self.top)
        } else {
            true
        }
    }
}

/// "Washington, District of Columbia" is the city and not the state with the District,
/// but in a list of states.
pub(super) fn settle_washington(groups: &mut [Group], next: &[Means]) {
    let district = Means::Region("US-DC");
    let [before @ .., last] = groups else { return };
    let is_state = |group: &Group| group.levels == 1 && group.inner.iter().any(is_us_state);
    let is_washington = last.levels == 1 && last.inner.contains(&Means::Region("US-WA"));
    if next != [district] || !is_washington || before.last().is_some_and(is_state) {
        return;
    }
    last.inner.retain(|m| district.contains(m));
    last.top = last.inner.iter().map(Means::weight).max().unwrap_or(0);
}

pub(super) fn is_much_of(part: u32, whole: u32) -> bool {
    u64::from(part) * 5 >= u64::from(whole)
}
