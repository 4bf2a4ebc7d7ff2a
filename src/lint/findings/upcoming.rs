//! Law that is not in force yet: what it will ask, and from when.

use super::names::few;
use crate::diagnostic::{Authority, Severity};
use crate::text::{Span, View};

/// "Delaware will mind it from 2027-09-26" with that day, for a finding that no law
/// in force is behind.
pub(super) fn announcement<'a>(
    authorities: impl Iterator<Item = &'a Authority> + Clone,
) -> Option<(String, String)> {
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
    let announced = format!("{places} will mind it from {first} on");
    Some((announced, first.to_owned()))
}

/// An act that is minded already need not be announced as well, but that a doubt of
/// today ends: "Columbus will enforce it from 2027-01-01 on".
pub(super) fn drop_repeated(
    authorities: &mut Vec<(Authority, Option<Span<View>>)>,
) -> Option<String> {
    let act = |a: &Authority| (a.law.clone(), a.name.clone());
    let now: Vec<_> = authorities
        .iter()
        .filter(|(a, _)| !a.is_upcoming)
        .map(|(a, _)| act(a))
        .collect();
    let doubted_now = |coming: &Authority| {
        let mut now = authorities.iter().map(|(a, _)| a);
        now.any(|a| {
            let is_doubted = a.severity == Severity::Warning && a.doubt.is_some();
            !a.is_upcoming && act(a) == act(coming) && is_doubted
        })
    };
    let mut ending = authorities.iter().map(|(a, _)| a).filter(|coming| {
        let will_bind = coming.basis.is_binding() && coming.doubt.is_none();
        coming.is_upcoming && will_bind && doubted_now(coming)
    });
    let tightening = ending.next().and_then(|coming| {
        let from = coming.from.as_deref()?;
        Some(format!(
            "{} will demand it for certain from {from} on",
            coming.place_name
        ))
    });
    authorities.retain(|(a, _)| !a.is_upcoming || !now.contains(&act(a)));
    tightening
}
