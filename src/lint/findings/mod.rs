//! Verdicts → findings: one for each problem of an element and each wording,
//! with all laws that mind it, the places that explain it, and what to write.

mod authorities;
mod broken;
mod classes;
mod conflicts;
mod currency;
mod given;
mod names;
mod saying;
mod unforbidden;
mod upcoming;

pub(super) use broken::of_broken_parts;

use super::Settings;
use crate::diagnostic::{Authority, Basis, Diagnostic, Fingerprint, Severity};
use crate::facts::Facts;
use crate::posting::Prose;
use crate::rules::{
    Evidence, Fillings, Judgement, Outcome, RuleSet, Subject, Truth, Verdict, Which, absence,
};
use crate::text::{Raw, Span, View};
use authorities::strictness;
use names::lower_first;
use saying::Saying;
use std::collections::{BTreeMap, HashMap};

/// The findings of one posting, sorted.
pub(super) fn of(
    rules: &RuleSet,
    prose: &Prose<'_>,
    facts: &Facts,
    judgement: &Judgement,
    settings: &Settings,
) -> Vec<Diagnostic> {
    let maker = Maker {
        rules,
        prose,
        facts,
        judgement,
        settings,
    };
    let mut findings: Vec<Diagnostic> = maker
        .grouped()
        .into_iter()
        .flat_map(|(topic, minding)| maker.findings(topic, &minding))
        .map(|finding| as_loud_as_wanted(finding, settings))
        .collect();
    sort(&mut findings);
    findings
}

/// The finding, as loud as the user wants it to be.
pub(super) fn as_loud_as_wanted(mut finding: Diagnostic, settings: &Settings) -> Diagnostic {
    if let Some(severity) = settings.severity_of(&finding.code, &finding.problem) {
        finding.severity = severity;
    }
    finding
}

/// The first of `places`, which are in text order, that overlaps none before it.
fn first_apart(places: &[Evidence]) -> Option<usize> {
    // A long place may reach over several that follow it.
    let mut covered = places.first()?.at;
    places.iter().position(|place| {
        let is_apart = place.at != covered && !covered.overlaps(place.at);
        covered = covered.cover(place.at);
        is_apart
    })
}

/// So many places of one wording are told each for itself; a text that has more
/// repeats itself.
const MOST_PLACES: usize = 100;

/// In text order; at one place the loudest first.
pub(super) fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        (a.primary.span, b.severity, &a.code, &a.problem).cmp(&(
            b.primary.span,
            a.severity,
            &b.code,
            &b.problem,
        ))
    });
}

/// What one finding is about: an element or a wording by its place in the
/// rules, and which problem of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Topic {
    is_wording: bool,
    at: usize,
    problem: Which,
}

/// A law that minds it, and how much.
struct Minding<'a> {
    verdict: &'a Verdict,
    severity: Severity,
    basis: Basis,
    at: &'a [Evidence],
}

struct Maker<'a> {
    rules: &'a RuleSet,
    prose: &'a Prose<'a>,
    facts: &'a Facts,
    judgement: &'a Judgement,
    settings: &'a Settings,
}

impl<'a> Maker<'a> {
    /// The faults of all verdicts, by what they are about.
    fn grouped(&self) -> BTreeMap<Topic, Vec<Minding<'a>>> {
        let mut groups: BTreeMap<Topic, Vec<Minding<'a>>> = BTreeMap::new();
        for verdict in &self.judgement.verdicts {
            let Outcome::Violated(faults) = &verdict.outcome else {
                continue;
            };
            let (is_wording, at) = match verdict.subject {
                Subject::Element { element, .. } => (false, element),
                Subject::Wording(wording) => (true, wording),
            };
            for fault in faults {
                let topic = Topic {
                    is_wording,
                    at,
                    problem: fault.problem,
                };
                groups.entry(topic).or_default().push(Minding {
                    verdict,
                    severity: fault.severity,
                    basis: fault.basis,
                    at: &fault.at,
                });
            }
        }
        // What no law forbids can still be said to be unwise.
        for (at, found) in self.judgement.wordings.iter().enumerate() {
            if !found.is_empty() && self.rules.wordings[at].rule.otherwise.is_some() {
                let topic = Topic {
                    is_wording: true,
                    at,
                    problem: Which::Wording,
                };
                groups.entry(topic).or_default();
            }
        }
        groups
    }

    /// What is said of a topic: once of an element, and of a wording once for each
    /// place, so that each can be accepted for itself and a new one is told.
    fn findings(&self, topic: Topic, minding: &[Minding<'_>]) -> Vec<Diagnostic> {
        let found: Vec<Diagnostic> = if topic.is_wording {
            let places = self.places_of_wording(topic.at);
            places.map(|found| self.wording(topic.at, found)).collect()
        } else {
            let found = self.element(topic.at, topic.problem, minding);
            found.into_iter().collect()
        };
        let found = found.into_iter();
        found
            .filter_map(|finding| self.finding(finding, topic, minding))
            .collect()
    }

    fn finding(
        &self,
        mut finding: Diagnostic,
        topic: Topic,
        minding: &[Minding<'_>],
    ) -> Option<Diagnostic> {
        let wanted = minding.iter().filter(|minding| {
            let law = &self.rules.laws[minding.verdict.law];
            self.settings
                .wants(&finding.code, &finding.problem, Some(&law.id))
        });
        let mut authorities: Vec<(Authority, Option<Span<View>>)> =
            wanted.map(|minding| self.authority(minding)).collect();
        if authorities.is_empty() {
            let otherwise = self.rules.wordings.get(topic.at)?.rule.otherwise;
            if !topic.is_wording || !self.settings.wants_finding(&finding) {
                return None;
            }
            finding.severity = otherwise?;
            if minding.is_empty() {
                finding.why =
                    unforbidden::why(self.rules, self.judgement, topic.at).or(finding.why);
            }
            return Some(finding);
        }
        let tightening = upcoming::drop_repeated(&mut authorities);
        for (authority, _) in &mut authorities {
            if let Some(severity) = self.settings.severity_of_law(&authority.law) {
                authority.severity = severity;
            }
        }
        authorities.sort_by_key(|(authority, _)| std::cmp::Reverse(strictness(authority)));
        finding.severity = authorities
            .iter()
            .map(|(authority, _)| authority.severity)
            .max()
            .unwrap_or(Severity::Advice);
        if let Some((announced, first)) = upcoming::announcement(authorities.iter().map(|(a, _)| a))
        {
            finding.message = format!("{}; {announced}", finding.message);
            // What the law does is said of the time in which it will.
            finding.why = finding.why.map(|why| format!("From {first} on: {why}"));
        }
        if let Some(tightening) = tightening {
            finding.message = format!("{}; {tightening}", finding.message);
        }
        finding.related.extend(self.brought_in(&authorities));
        finding.related.sort_by_key(|label| label.span);
        finding.authorities = authorities.into_iter().map(|(a, _)| a).collect();
        let now = finding.authorities.iter().filter(|a| !a.is_upcoming);
        let laws: Vec<&str> = now.map(|authority| authority.law.as_str()).collect();
        finding.conflicts = self.conflicts(topic, &laws);
        Some(finding)
    }

    fn element(&self, at: usize, problem: Which, minding: &[Minding<'_>]) -> Option<Diagnostic> {
        let rule = &self.rules.elements[at].rule;
        let state = self.judgement.elements[at].as_ref()?;
        match problem {
            Which::Missing => {
                let (span, in_section) = absence(self.prose, self.facts, &rule.missing.belongs_in);
                let text = if in_section {
                    format!("“{}” belongs here", rule.title)
                } else {
                    format!("no {} in this posting", lower_first(&rule.title))
                };
                let prescribed = self.prescribed((&rule.element, "missing"), minding);
                let missing = &rule.missing;
                Some(self.diagnostic(Saying {
                    code: &rule.element,
                    problem: "missing",
                    evidence: &[],
                    given: &Fillings::new(),
                    message: &missing.message,
                    why: missing.why.as_deref(),
                    help: &missing.help,
                    write: prescribed.as_deref().or(missing.write.as_deref()),
                    at: span,
                    label: text,
                }))
            }
            Which::Problem(index) => {
                let problem = &rule.problems[index];
                let shown = minding.iter().flat_map(|minding| minding.at);
                let mut evidence: Vec<Evidence> = shown.cloned().collect();
                evidence.sort_by_key(|e| (e.at, e.fact));
                evidence.dedup();
                if evidence.is_empty()
                    && let Truth::Yes(present) = &state.present
                {
                    evidence.clone_from(present);
                }
                let at = match evidence.first() {
                    Some(first) => first.at,
                    None => absence(self.prose, self.facts, &rule.missing.belongs_in).0,
                };
                let code = (rule.element.as_str(), problem.id.as_str());
                let given = self.given(code, minding, &evidence)?;
                // What is mended by the words that a missing element wants.
                let is_same = problem.write == rule.missing.write;
                let prescribed = is_same.then(|| self.prescribed(code, minding)).flatten();
                Some(self.diagnostic(Saying {
                    code: &rule.element,
                    problem: &problem.id,
                    evidence: &evidence,
                    given: &given,
                    message: &problem.message,
                    why: problem.why.as_deref(),
                    help: &problem.help,
                    write: prescribed.as_deref().or(problem.write.as_deref()),
                    at,
                    label: String::new(),
                }))
            }
            Which::Wording => None,
        }
    }

    /// The places of a wording, those that overlap as one; the last holds what is
    /// beyond [`MOST_PLACES`].
    fn places_of_wording(&self, at: usize) -> impl Iterator<Item = &'a [Evidence]> {
        let found = self.judgement.wordings[at].as_slice();
        let mut from = 0;
        let mut told = 0;
        std::iter::from_fn(move || {
            let rest = found.get(from..).filter(|rest| !rest.is_empty())?;
            told += 1;
            let end = match first_apart(rest) {
                Some(next) if told < MOST_PLACES => from + next,
                Some(_) | None => found.len(),
            };
            let places = &found[from..end];
            from = end;
            Some(places)
        })
    }

    /// A wording at `found`, which is not empty.
    fn wording(&self, at: usize, found: &[Evidence]) -> Diagnostic {
        let rule = &self.rules.wordings[at].rule;
        self.diagnostic(Saying {
            code: &rule.wording,
            problem: "wording",
            evidence: found,
            given: &Fillings::new(),
            message: &rule.message,
            why: rule.why.as_deref(),
            help: &rule.help,
            write: rule.write.as_deref(),
            at: found[0].at,
            label: String::new(),
        })
    }

    fn raw(&self, span: Span<View>) -> Span<Raw> {
        self.prose.posting.document.raw(span)
    }
}

/// Tells equal findings of a file apart, in their order.
pub(super) fn number<'a>(findings: impl Iterator<Item = &'a mut Diagnostic>) {
    let mut seen: HashMap<Fingerprint, usize> = HashMap::new();
    for finding in findings {
        let count = seen.entry(finding.fingerprint).or_default();
        finding.fingerprint = finding.fingerprint.nth(*count);
        *count += 1;
    }
}

#[cfg(test)]
mod tests;
