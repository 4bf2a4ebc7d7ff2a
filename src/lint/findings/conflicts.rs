//! Laws that apply to the same posting and pull apart: one asks for an element,
//! another minds the words that it can hardly be had without.

use super::{Maker, Topic, few};
use crate::diagnostic::Conflict;
use crate::rules::{Outcome, Subject, Verdict, Which};

impl Maker<'_> {
    /// What pulls against a finding that rests on the laws of `own` (by their
    /// ids). Law that is yet to come conflicts with nothing.
    pub(super) fn conflicts(&self, topic: Topic, own: &[&str]) -> Vec<Conflict> {
        let pairs = self.rules.wordings.iter().enumerate().flat_map(|(at, w)| {
            let conflicts = w.conflicts.iter().zip(&w.rule.conflicts);
            conflicts.map(move |(&(element, problem), rule)| (at, element, problem, rule))
        });
        let touching = pairs.filter(|&(wording, element, problem, _)| {
            if topic.is_wording {
                topic.at == wording
            } else {
                topic.at == element && problem.is_none_or(|p| topic.problem == Which::Problem(p))
            }
        });
        touching
            .filter_map(|(wording, element, problem, rule)| {
                let asking = self.asking(element, problem);
                let forbidding = self.forbidding(wording);
                let (ours, theirs) = if topic.is_wording {
                    (forbidding, asking)
                } else {
                    (asking, forbidding)
                };
                let ours = named(&ours, |id| own.contains(&id));
                // A law that asks and forbids knows what it wants.
                let theirs = named(&theirs, |id| !ours.0.contains(&id));
                if ours.0.is_empty() || theirs.0.is_empty() {
                    return None;
                }
                let (asking, forbidding) = if topic.is_wording {
                    (theirs, ours)
                } else {
                    (ours, theirs)
                };
                let (element, wording) = (
                    &self.rules.elements[element].rule,
                    &self.rules.wordings[wording].rule,
                );
                Some(Conflict {
                    message: format!(
                        "Laws conflict: that of {} asks for “{}” (`{}`), that of {} minds “{}” (`{}`).",
                        few(&asking.1),
                        element.title,
                        rule.with,
                        few(&forbidding.1),
                        wording.title,
                        wording.wording,
                    ),
                    asked: rule.with.clone(),
                    asking: owned(&asking.0),
                    forbidden: wording.wording.clone(),
                    forbidding: owned(&forbidding.0),
                    both: rule.both.clone(),
                })
            })
            .collect()
    }

    /// The laws that ask this posting for an element, or mind a problem of it, met
    /// or not, by id and name.
    fn asking(&self, element: usize, problem: Option<usize>) -> Vec<(&str, &str)> {
        let code = self.rules.elements[element].rule.element.as_str();
        self.applying(code, |verdict| match verdict.subject {
            Subject::Element { element: at, demand } if at == element => {
                let law = &self.rules.laws[verdict.law];
                let version = &law.acts[verdict.act].versions[verdict.version];
                match problem {
                    None => version.rule.demands[demand].required,
                    Some(problem) => {
                        let mut minds = version.demands[demand].minds.iter();
                        minds.any(|(minded, _)| *minded == problem)
                    }
                }
            }
            Subject::Element { .. } | Subject::Wording(_) => false,
        })
    }

    /// The laws that forbid this posting a wording, found or not.
    fn forbidding(&self, wording: usize) -> Vec<(&str, &str)> {
        let code = self.rules.wordings[wording].rule.wording.as_str();
        self.applying(code, |verdict| verdict.subject == Subject::Wording(wording))
    }

    fn applying(&self, code: &str, fits: impl Fn(&Verdict) -> bool) -> Vec<(&str, &str)> {
        let verdicts = self.judgement.verdicts.iter();
        let mut laws: Vec<_> = verdicts
            .filter(|verdict| !verdict.is_upcoming && fits(verdict))
            .filter(|verdict| match verdict.outcome {
                Outcome::Satisfied(_) | Outcome::Violated(_) => true,
                Outcome::NotApplicable(_) | Outcome::Undetermined(_) => false,
            })
            .map(|verdict| &self.rules.laws[verdict.law])
            .map(|law| (law.id.as_str(), law.name.as_str()))
            .filter(|(id, _)| self.settings.wants(code, "", Some(id)))
            .collect();
        laws.dedup();
        laws
    }
}

/// The ids and the names of those that `fits` wants.
fn named<'l>(laws: &[(&'l str, &'l str)], fits: impl Fn(&str) -> bool) -> (Vec<&'l str>, Vec<&'l str>) {
    laws.iter().copied().filter(|(id, _)| fits(id)).unzip()
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}
