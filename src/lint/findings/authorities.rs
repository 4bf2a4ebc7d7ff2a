//! The laws behind a finding, the strictest first, and the words that bring them in.

use super::names::few;
use super::{Maker, Minding};
use crate::diagnostic::{Authority, Basis, Label, Severity};
use crate::rules::Subject;
use crate::text::{Raw, Span, View};
use std::collections::BTreeMap;

impl Maker<'_> {
    pub(super) fn authority(&self, minding: &Minding<'_>) -> (Authority, Option<Span<View>>) {
        let verdict = minding.verdict;
        let law = &self.rules.laws[verdict.law];
        let act = &law.acts()[verdict.act];
        let rule = &act.versions[verdict.version].rule;
        let demand = match verdict.subject {
            Subject::Element { demand, .. } => rule.demands.get(demand),
            Subject::Wording(_) => None,
        };
        let ground = verdict.ground.as_ref();
        let brought_in_by = ground.and_then(|ground| ground.by);
        let because = ground.map_or("", |ground| ground.because.as_str());
        let authority = Authority {
            law: law.id.clone(),
            name: act.name.clone(),
            place: law.place.as_ref().map_or("*", |p| p.code()).to_owned(),
            place_name: law.name.clone(),
            citation: demand
                .and_then(|demand| demand.citation.as_ref())
                .unwrap_or(&rule.citation)
                .clone(),
            url: rule.url.clone(),
            basis: minding.basis,
            from: rule.from.clone(),
            is_upcoming: verdict.is_upcoming,
            because: because.to_owned(),
            brought_in_by: brought_in_by.map(|span| self.raw(span)),
            depends_on: verdict.gaps.iter().map(|gap| gap.what.clone()).collect(),
            severity: minding.severity,
            penalty: rule.penalty.clone(),
            doubt: rule.doubt.clone(),
        };
        (authority, brought_in_by)
    }

    /// A label at each place that brings laws in, with all that it brings in.
    pub(super) fn brought_in(&self, authorities: &[(Authority, Option<Span<View>>)]) -> Vec<Label> {
        let mut by_place: BTreeMap<Span<Raw>, Vec<&str>> = BTreeMap::new();
        // What holds everywhere is brought in by nothing.
        for (authority, _) in authorities.iter().filter(|(a, _)| a.place != "*") {
            let Some(span) = authority.brought_in_by else {
                continue;
            };
            let name = self
                .rules
                .law(&authority.law)
                .map_or("", |law| law.name.as_str());
            let names = by_place.entry(span).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        by_place
            .into_iter()
            .map(|(span, names)| Label {
                span,
                text: format!("this brings in {}", few(&names)),
            })
            .collect()
    }
}

/// The louder the stricter; then law of a narrower place; then by code, so that
/// the order never depends on chance.
pub(super) fn strictness(
    authority: &Authority,
) -> (Severity, usize, Basis, std::cmp::Reverse<(String, String)>) {
    let depth = match authority.place.as_str() {
        "*" => 0,
        code => code.split('-').count(),
    };
    let name = std::cmp::Reverse((authority.place.clone(), authority.name.clone()));
    (authority.severity, depth, authority.basis, name)
}
