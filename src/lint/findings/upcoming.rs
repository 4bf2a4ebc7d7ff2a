//! Law that is not in force yet: what it will ask, and from when.

use super::few;
use crate::diagnostic::{Authority, Severity};
use crate::text::{Span, View};

/// "Delaware will mind it from 2027-09-26", for a finding that no law in force
/// is behind.
pub(super) fn announcement<'a>(
    authorities: impl Iterator<Item = &'a Authority> + Clone,
) -> Option<String> {
    let binds_now = |a: &Authority| !a.is_upcoming && a.severity > Severity::Advice;
    if authorities.clone().any(binds_now) {
        return None;
    }
    let mut coming: Vec<_> = authorities
        .filter(|authority| authority.is_upcoming)
        .filter_map(|authority| Some((authority.from.as_deref()?, authority.place_name.as_str())))
        .collect();
    coming.sort_unstable();
    coming.dedup();
    let (first, _) = *coming.first()?;
    let mut places: Vec<_> = coming.iter().map(|(_, place)| *place).collect();
    places.dedup();
    let places = few(&places);
    Some(format!("{places} will mind it from {first} on"))
}

/// An act that is minded already need not be announced as well.
pub(super) fn drop_repeated(authorities: &mut Vec<(Authority, Option<Span<View>>)>) {
    let act = |a: &Authority| (a.law.clone(), a.name.clone());
    let now: Vec<_> = authorities
        .iter()
        .filter(|(a, _)| !a.is_upcoming)
        .map(|(a, _)| act(a))
        .collect();
    authorities.retain(|(a, _)| !a.is_upcoming || !now.contains(&act(a)));
}
