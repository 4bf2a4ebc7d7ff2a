//! Laws that apply to the same posting and pull apart: one asks for an element,
//! another minds the words that it can hardly be had without.

use super::names::few;
use super::{Maker, Topic};
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
                let is_own = |id: &str| own.contains(&id);
                let asking = named(&self.asking(element, problem), |id| {
                    topic.is_wording || is_own(id)
                });
                // A law that asks and forbids knows what it wants.
                let forbidding = named(&self.forbidding(wording), |id| {
                    !asking.0.contains(&id) && (!topic.is_wording || is_own(id))
                });
                if asking.0.is_empty() || forbidding.0.is_empty() {
                    return None;
                }
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
        self.applying(|verdict| match verdict.subject {
            Subject::Element {
                element: at,
                demand,
            } if at == element => {
                let law = &self.rules.laws[verdict.law];
                let version = &law.acts()[verdict.act].versions[verdict.version];
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
        self.applying(|verdict| verdict.subject == Subject::Wording(wording))
    }

    fn applying(&self, fits: impl Fn(&Verdict) -> bool) -> Vec<(&str, &str)> {
        let verdicts = self.judgement.verdicts.iter();
        let mut laws: Vec<_> = verdicts
            .filter(|verdict| !verdict.is_upcoming && fits(verdict))
            .filter(|verdict| match verdict.outcome {
                Outcome::Satisfied(_) | Outcome::Violated(_) => true,
                Outcome::NotApplicable(_) | Outcome::Undetermined(_) => false,
            })
            .map(|verdict| &self.rules.laws[verdict.law])
            .map(|law| (law.id.as_str(), law.name.as_str()))
            .filter(|(id, _)| !self.settings.ignores_law(id))
            .collect();
        laws.dedup();
        laws
    }
}

/// The ids and the names of those that `fits` wants.
fn named<'l>(
    laws: &[(&'l str, &'l str)],
    fits: impl Fn(&str) -> bool,
) -> (Vec<&'l str>, Vec<&'l str>) {
    laws.iter().copied().filter(|(id, _)| fits(id)).unzip()
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Conflict;
    use crate::domain::place::Jurisdiction;
    use crate::lint::{Linter, Settings};
    use crate::rules::{Base, RuleFile, load};

    fn text(says: &str) -> String {
        format!(
            "# Weaver\n\nWe are hiring a weaver.\n\n## Responsibilities\n\n- Weave rugs.\n\n\
             ## Requirements\n\n- Two years at a loom.\n- {says}\n\n## How to apply\n\n\
             Send your resume to jobs@larkspur.example.\n"
        )
    }

    /// By the code of its finding, each conflict of a posting for `places`.
    fn conflicts(
        linter: &Linter,
        settings: &Settings,
        places: &[&str],
        says: &str,
    ) -> Vec<(String, Conflict)> {
        let mut settings = settings.clone();
        let codes = places.iter().map(|code| Jurisdiction::new(*code));
        settings.places.codes = codes.collect();
        settings.places.replace = true;
        let reading = crate::document::read("posting.md", text(says).as_bytes());
        let report = linter.check(reading, &settings);
        let mut found = Vec::new();
        for finding in &report.postings[0].findings {
            let conflicts = finding.conflicts.iter().cloned();
            found.extend(conflicts.map(|conflict| (finding.code.clone(), conflict)));
        }
        found.sort_by(|a, b| (&a.0, &a.1.asked).cmp(&(&b.0, &b.1.asked)));
        found
    }

    /// `code: asking asked / forbidding forbidden`.
    fn told(settings: &Settings, places: &[&str], says: &str) -> Vec<String> {
        let line = |(code, conflict): (String, Conflict)| {
            let Conflict {
                asked,
                asking,
                forbidden,
                forbidding,
                ..
            } = conflict;
            let (asking, forbidding) = (asking.join(" "), forbidding.join(" "));
            format!("{code}: {asking} {asked} / {forbidding} {forbidden}")
        };
        let found = conflicts(&Linter::builtin(), settings, places, says);
        found.into_iter().map(line).collect()
    }

    fn settings(day: &str) -> Settings {
        let mut settings = Settings::on(day.parse().expect("a day"));
        settings.employer.headcount = Some(500);
        settings
    }

    const CHECK: &str = "Background check required.";
    const NYC: &str = "US-NY-NYC";
    const PHILADELPHIA: &str = "US-PA-PHILADELPHIA";
    const COUNTY: &str = "US-CA-EASTLOSANGELES";

    #[test]
    fn both_findings_say_that_one_place_asks_for_what_another_forbids() {
        let now = settings("2026-11-22");
        let mention = "us-ny-nyc background-check-mention";
        let sentence = format!("us-pa-philadelphia individualized-assessment / {mention}");
        let duties = format!("us-ca-losangelescounty criminal-history-duties / {mention}");
        let named = format!("us-ca-losangelescounty legal-restriction / {mention}");
        for (places, says, expected) in [
            (
                [NYC, PHILADELPHIA],
                CHECK,
                vec![
                    format!("background-check-mention: {sentence}"),
                    format!("individualized-assessment: {sentence}"),
                ],
            ),
            (
                [NYC, COUNTY],
                CHECK,
                vec![
                    format!("background-check-mention: {duties}"),
                    format!("criminal-history-duties: {duties}"),
                ],
            ),
            (
                [NYC, COUNTY],
                "Due to regulation, certain convictions disqualify.",
                vec![format!("legal-restriction: {named}")],
            ),
            // What is asked for is there, and still pulls against what is forbidden.
            (
                [NYC, PHILADELPHIA],
                "Background check required; any record is weighed through an individualized \
                 assessment of the record and the duties of the job.",
                vec![format!("background-check-mention: {sentence}")],
            ),
        ] {
            assert_eq!(told(&now, &places, says), expected, "{places:?} {says}");
        }
    }

    #[test]
    fn nothing_is_said_where_only_one_law_applies_or_the_words_are_not_there() {
        let now = settings("2026-11-22");
        let before = settings("2026-01-05");
        let mut without = now.clone();
        without.ignore = vec!["us-pa-philadelphia".to_owned()];
        for (settings, places, says) in [
            (&now, vec![NYC], CHECK),
            (&now, vec![PHILADELPHIA, COUNTY], CHECK),
            (&now, vec![NYC, PHILADELPHIA, COUNTY], "A steady hand."),
            (&before, vec![NYC, PHILADELPHIA], CHECK),
            (&without, vec![NYC, PHILADELPHIA], CHECK),
        ] {
            let found = told(settings, &places, says);
            assert_eq!(found, Vec::<String>::new(), "{places:?} {says}");
        }
    }

    #[test]
    fn what_satisfies_both_is_said_and_that_nothing_does() {
        let law = |id: &str, place: &str, rest: &str| {
            format!(
                "law: {id}\nname: {place}\nplace: {place}\nacts:\n  - act: looms\n    name: Looms Act\n    \
                 versions:\n      - citation: Looms 1\n        url: https://law.example/{id}\n        \
                 basis: statute\n        confidence: high\n        verified: \"2026-01-01\"\n        {rest}\n\
                 examples: [{{about: none, posting: rug}}]\n"
            )
        };
        let element = "element: yarn\ntitle: Yarn\nabout: Yarn.\npresent: {text: {any: [yarn]}}\n\
            missing: {message: No yarn, help: Add yarn.}\n\
            examples: [{posting: rug, problem: missing}, {posting: yarn}]\n";
        let forbids = law("us-or", "US-OR", "forbids: [loom]");
        // A law that asks and forbids does not conflict with itself.
        let asks = law(
            "us-id",
            "US-ID",
            "demands: [{element: yarn}]\n        forbids: [loom]",
        );
        for (both, expected) in [
            (
                "\n    both: weave by hand.",
                "To satisfy both: weave by hand.",
            ),
            (
                "",
                "Nothing satisfies both in one posting: publish one for each place.",
            ),
        ] {
            let wording = format!(
                "wording: loom\ntitle: Loom\nabout: Looms.\nfinds: {{any: [loom]}}\nmessage: A loom\nhelp: None.\n\
                 conflicts:\n  - with: yarn{both}\nexamples: [{{posting: loom, finds: loom}}, {{posting: rug}}]\n"
            );
            let files = [
                ("loom.yaml", wording.as_str()),
                ("yarn.yaml", element),
                ("us-or.yaml", forbids.as_str()),
                ("us-id.yaml", asks.as_str()),
            ];
            let files = files.map(|(name, text)| RuleFile {
                name,
                bytes: text.as_bytes(),
            });
            let library = load(&files, Base::Nothing).expect("the rules are sound");
            let linter = Linter::with_rules(library.rules);
            let day = settings("2026-01-01");
            assert_eq!(conflicts(&linter, &day, &["US-ID"], "x"), []);
            let found = conflicts(&linter, &day, &["US-OR", "US-ID"], "x");
            let words: Vec<String> = found.iter().map(|(_, c)| c.words()).collect();
            let conflict = "Laws conflict: that of US-ID asks for “Yarn” (`yarn`), that of US-OR minds \
                 “Loom” (`loom`).";
            assert_eq!(words, vec![format!("{conflict} {expected}"); 2]);
        }
    }
}
