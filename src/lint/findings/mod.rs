//! Verdicts → findings: one for each problem of an element and each wording,
//! with all laws that mind it, the places that explain it, and what to write.

mod classes;
mod conflicts;
mod unforbidden;
mod upcoming;

use super::Settings;
use crate::diagnostic::{Authority, Basis, Diagnostic, Fingerprint, Label, Severity};
use crate::facts::Facts;
use crate::posting::{Posting, Prose};
use crate::rules::{
    Evidence, Figures, Fillings, Judgement, Outcome, RuleSet, Subject, Truth, Verdict, Which,
    absence, fill,
};
use crate::text::{Raw, Span, View};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

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

/// Findings about parts of the file that could not be read.
pub(super) fn of_broken_parts<'a>(
    posting: &'a Posting,
    settings: &'a Settings,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let problems = posting.document.problems.iter();
    problems
        .filter_map(|problem| Some((problem, problem.kind.finding()?)))
        .map(|(problem, (id, why))| Diagnostic {
            code: super::BROKEN_DATA.into(),
            problem: id.into(),
            severity: Severity::Warning,
            message: problem.message.clone(),
            why: Some(why.into()),
            help: problem.help.clone(),
            write: None,
            primary: Label {
                span: problem.span.unwrap_or(Span::empty(0)),
                text: String::new(),
            },
            related: Vec::new(),
            authorities: Vec::new(),
            conflicts: Vec::new(),
            posting: posting.key.clone(),
            fingerprint: Fingerprint::of(super::BROKEN_DATA, id, "", &problem.message),
            suppressed: None,
        })
        .filter(|finding| settings.wants_finding(finding))
        .map(|finding| as_loud_as_wanted(finding, settings))
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

/// What a rule says of a posting, its words yet to be filled in.
struct Saying<'s> {
    code: &'s str,
    problem: &'s str,
    evidence: &'s [Evidence],
    given: &'s Fillings,
    message: &'s str,
    why: Option<&'s str>,
    help: &'s str,
    write: Option<&'s str>,
    /// Where, and what is to be seen there if no fact says it.
    at: Span<View>,
    label: String,
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
                Some(self.diagnostic(Saying {
                    code: &rule.element,
                    problem: &problem.id,
                    evidence: &evidence,
                    given: &given,
                    message: &problem.message,
                    why: problem.why.as_deref(),
                    help: &problem.help,
                    write: problem.write.as_deref(),
                    at,
                    label: String::new(),
                }))
            }
            Which::Wording => None,
        }
    }

    /// The words that the laws prescribe for a missing element, one after the other.
    fn prescribed(&self, code: (&str, &str), minding: &[Minding<'_>]) -> Option<String> {
        let mut words: Vec<&str> = Vec::new();
        for Minding { verdict, .. } in minding {
            let law = &self.rules.laws[verdict.law];
            let rule = &law.acts[verdict.act].versions[verdict.version].rule;
            let Subject::Element { demand, .. } = verdict.subject else {
                continue;
            };
            let write = rule.demands[demand].write.as_deref();
            let is_wanted = self.settings.wants(code.0, code.1, Some(&law.id));
            words.extend(write.filter(|write| is_wanted && !words.contains(write)));
        }
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// What the laws give to fill in; nothing where together they mind nothing.
    fn given(
        &self,
        (code, problem): (&str, &str),
        minding: &[Minding<'_>],
        evidence: &[Evidence],
    ) -> Option<Fillings> {
        let figures = self.figures(minding).into_iter().flatten();
        let mut given: Fillings = figures
            .map(|(name, figure)| (name.clone(), figure.normalize().to_string()))
            .collect();
        // Of a law that minds it, all acts count, also those whose classes are named.
        let is_minded = |law: usize| {
            let id = &self.rules.laws[law].id;
            let mut laws = minding.iter().map(|minding| minding.verdict.law);
            laws.any(|minded| minded == law) && self.settings.wants(code, problem, Some(id))
        };
        let of_element = |verdict: &&Verdict| match (verdict.subject, &verdict.outcome) {
            (Subject::Element { element, .. }, Outcome::Satisfied(_) | Outcome::Violated(_)) => {
                self.rules.elements[element].rule.element == code && is_minded(verdict.law)
            }
            (
                Subject::Element { .. } | Subject::Wording(_),
                Outcome::Satisfied(_)
                | Outcome::Violated(_)
                | Outcome::NotApplicable(_)
                | Outcome::Undetermined(_),
            ) => false,
        };
        let verdicts = self.judgement.verdicts.iter().filter(of_element);
        let versions = verdicts.map(|verdict| {
            let law = &self.rules.laws[verdict.law];
            let act = &law.acts[verdict.act];
            (law.name.as_str(), &act.versions[verdict.version])
        });
        let protecting: Vec<_> = versions
            .filter(|(_, version)| !version.protects.is_empty())
            .map(|(name, version)| (name, version.protects.as_slice()))
            .collect();
        if !protecting.is_empty() {
            given.extend(classes::held(&protecting, evidence, self.facts)?);
        }
        Some(given)
    }

    /// The figures of the strictest law that gives some.
    fn figures(&self, minding: &[Minding<'_>]) -> Option<Figures> {
        let given = minding.iter().filter_map(|minding| {
            let verdict = minding.verdict;
            let law = &self.rules.laws[verdict.law];
            let version = &law.acts[verdict.act].versions[verdict.version];
            let Subject::Element { demand, .. } = verdict.subject else {
                return None;
            };
            let demand = &version.demands[demand];
            let element = &self.rules.elements[demand.element].rule.element;
            let figures = demand.figures_with(element, &self.settings.parameters);
            (!figures.is_empty()).then_some((minding.severity, figures))
        });
        given
            .max_by_key(|(severity, _)| *severity)
            .map(|(_, figures)| figures.into_owned())
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

    fn diagnostic(&self, saying: Saying<'_>) -> Diagnostic {
        let Saying {
            code,
            problem,
            evidence,
            given,
            message,
            why,
            help,
            write,
            at,
            label,
        } = saying;
        let mut named = self.pointers(evidence);
        let primary = Label {
            span: self.raw(at),
            text: named.remove(&self.raw(at)).unwrap_or(label),
        };
        let fill = |template: &str| fill(template, evidence, given, self.prose, self.facts);
        let mut spans: Vec<_> = evidence.iter().map(|more| self.raw(more.at)).collect();
        spans.extend(named.keys());
        spans.sort();
        spans.dedup();
        let mut related: Vec<Label> = Vec::new();
        for span in spans {
            // Two readings of the same words are one place.
            let is_apart = |label: &Label| label.span != span && !label.span.overlaps(span);
            if is_apart(&primary) && related.last().is_none_or(is_apart) {
                related.push(Label {
                    span,
                    text: named.remove(&span).unwrap_or_else(|| "and here".into()),
                });
            }
        }
        Diagnostic {
            code: code.to_owned(),
            problem: problem.to_owned(),
            severity: Severity::Advice,
            message: fill(message),
            why: why.map(fill),
            help: Some(fill(help)),
            write: write.map(fill),
            primary,
            related,
            authorities: Vec::new(),
            conflicts: Vec::new(),
            posting: self.prose.posting.key.clone(),
            fingerprint: self.fingerprint(code, problem, at),
            suppressed: None,
        }
    }

    /// What the facts behind a finding say of their places.
    fn pointers(&self, evidence: &[Evidence]) -> BTreeMap<Span<Raw>, String> {
        let facts = evidence.iter().filter_map(|evidence| evidence.fact);
        facts
            .flat_map(|(kind, index)| {
                let item = self.facts.item(kind, index);
                item.map_or_else(Vec::new, |item| item.pointers())
            })
            .map(|pointer| (self.raw(pointer.at), pointer.words))
            .collect()
    }

    /// Known by its words and the line that they stand in, as a reader sees it.
    fn fingerprint(&self, code: &str, problem: &str, at: Span<View>) -> Fingerprint {
        let folded = self.prose.folded.text();
        let words = self.prose.folded.range(at);
        let line = around(folded, words.clone());
        Fingerprint::of(code, problem, &folded[words], &folded[line])
    }

    fn authority(&self, minding: &Minding<'_>) -> (Authority, Option<Span<View>>) {
        let verdict = minding.verdict;
        let law = &self.rules.laws[verdict.law];
        let act = &law.acts[verdict.act];
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
    fn brought_in(&self, authorities: &[(Authority, Option<Span<View>>)]) -> Vec<Label> {
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

    fn raw(&self, span: Span<View>) -> Span<Raw> {
        self.prose.posting.document.raw(span)
    }
}

/// The line of `text` that holds `words`, cut short in one that is very long.
fn around(text: &str, words: Range<usize>) -> Range<usize> {
    const MOST: usize = 400;
    let before = text[..words.start].bytes().rev().take(MOST);
    let after = text[words.end..].bytes().take(MOST);
    let mut start = words.start - before.take_while(|&b| b != b'\n').count();
    let mut end = words.end + after.take_while(|&b| b != b'\n').count();
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    start..end
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

/// The louder the stricter; then law of a narrower place; then by code, so that
/// the order never depends on chance.
fn strictness(
    authority: &Authority,
) -> (Severity, usize, Basis, std::cmp::Reverse<(String, String)>) {
    let depth = match authority.place.as_str() {
        "*" => 0,
        code => code.split('-').count(),
    };
    let name = std::cmp::Reverse((authority.place.clone(), authority.name.clone()));
    (authority.severity, depth, authority.basis, name)
}

/// "Colorado, Washington and New York City".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// The same, cut short where the list would be long.
fn few(names: &[&str]) -> String {
    const MOST: usize = 5;
    match names.get(..MOST - 1) {
        Some(first) if names.len() > MOST => {
            let rest = format!("{} more", names.len() - first.len());
            listed(&[first, &[rest.as_str()]].concat())
        }
        Some(_) | None => listed(names),
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.clone().next()) {
        // "EEO statement" stays.
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
