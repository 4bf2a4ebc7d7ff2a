//! What the laws behind a finding give to fill in: words that they prescribe,
//! figures, and the classes that they protect.

use super::{Maker, Minding, classes};
use crate::rules::{Evidence, Figures, Fillings, Outcome, Subject, Verdict};

impl Maker<'_> {
    /// The words that the laws prescribe for a missing element, one after the other.
    pub(super) fn prescribed(&self, code: (&str, &str), minding: &[Minding<'_>]) -> Option<String> {
        let mut words: Vec<&str> = Vec::new();
        for Minding { verdict, .. } in minding {
            let law = &self.rules.laws[verdict.law];
            let rule = &law.acts()[verdict.act].versions[verdict.version].rule;
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
    pub(super) fn given(
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
            let act = &law.acts()[verdict.act];
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
            let version = &law.acts()[verdict.act].versions[verdict.version];
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
}
