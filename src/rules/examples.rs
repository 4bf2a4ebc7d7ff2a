//! Runs the examples inside rule files: is what should be found found, there
//! and nowhere else?

use super::compile::parse_date;
use super::condition::{Evidences, Figures, Truth};
use super::flaw::{Path, Step, Which as File};
use super::judge::{Case, ElementState, Outcome, Subject, Which, judge};
use super::load::{Library, Shelf, follow};
use super::phrases::Phrases;
use super::point::absence;
use super::schema::{ElementExample, LawExample, ToldEmployer, WordingExample};
use super::scope::Places;
use super::set::{Law, RuleSet};
use super::words::Looker;
use crate::diagnostic::Severity;
use crate::document;
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::domain::money::Amount;
use crate::domain::place::Jurisdiction;
use crate::facts::Facts;
use crate::posting::{self, Prose};
use crate::rules::Parameters;
use crate::text::{Raw, Source, Span, View};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One example after running.
#[derive(Debug, Clone)]
pub struct ExampleRun {
    /// The rule's id.
    pub rule: String,
    /// What the example says that it shows.
    pub about: Option<String>,
    /// The rule file.
    pub file: Arc<Source>,
    /// The example's first words in it.
    pub span: Span<Raw>,
    /// What went otherwise than the example says; nothing if all was as expected.
    pub surprises: Vec<Surprise>,
}

/// Something that went otherwise than an example says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Surprise {
    /// What should be found was not.
    Missed {
        /// `pay-range/missing`.
        finding: String,
    },
    /// Something was found that should not be.
    Noisy {
        /// `age-preference/wording`, perhaps of another rule.
        finding: String,
        /// The words of the example at which it was found.
        at: String,
    },
    /// It was found, at other words.
    Elsewhere {
        finding: String,
        expected: String,
        found: String,
    },
    /// It was found, louder or softer.
    Graded {
        finding: String,
        expected: Severity,
        found: Severity,
    },
}

impl Surprise {
    /// The name that reports use: `missed`, `noisy`, `elsewhere`, `graded`.
    pub fn name(&self) -> &'static str {
        match self {
            Surprise::Missed { .. } => "missed",
            Surprise::Noisy { .. } => "noisy",
            Surprise::Elsewhere { .. } => "elsewhere",
            Surprise::Graded { .. } => "graded",
        }
    }
}

impl std::fmt::Display for Surprise {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Surprise::Missed { finding } => write!(f, "{finding} was not found"),
            Surprise::Noisy { finding, at } if at.is_empty() => write!(f, "{finding} was found"),
            Surprise::Noisy { finding, at } => write!(f, "{finding} was found at “{at}”"),
            Surprise::Elsewhere {
                finding,
                expected,
                found,
            } => write!(
                f,
                "{finding} should be found at “{expected}” and was found at “{found}”"
            ),
            Surprise::Graded {
                finding,
                expected,
                found,
            } => write!(
                f,
                "{finding} should be {} and is {}",
                expected.name(),
                found.name()
            ),
        }
    }
}

/// The day on which examples are judged that do not name one.
const DAY: Date = jiff::civil::date(2026, 1, 1);

/// Runs all examples in the library's files, in their order.
pub fn run(library: &Library) -> Vec<ExampleRun> {
    library
        .shelves
        .par_iter()
        .flat_map(|shelf| {
            let runner = Runner {
                rules: &library.rules,
                shelf,
            };
            match shelf.which {
                File::Element(at) => runner.element(&library.bundle.elements[at]),
                File::Law(at) => runner.law(&library.bundle.laws[at]),
                File::Wording(at) => runner.wording(&library.bundle.wordings[at]),
            }
        })
        .collect()
}

struct Runner<'a> {
    rules: &'a RuleSet,
    shelf: &'a Shelf,
}

/// Something found in an example.
struct Finding {
    code: String,
    at: Span<View>,
}

impl Runner<'_> {
    fn element(&self, rule: &super::schema::Element) -> Vec<ExampleRun> {
        let Some(element) = self.rules.element(&rule.element) else {
            return Vec::new();
        };
        let run = |(index, example): (usize, &ElementExample)| {
            let surprises = with_posting(&example.posting, |prose, facts| {
                let evidences = Evidences {
                    prose,
                    facts,
                    as_of: day(example.as_of.as_deref()).unwrap_or(DAY),
                    figures: figures(&example.figures),
                    protects: super::condition::classes(&example.protects),
                    looker: Looker::new(&self.rules.patterns),
                };
                let state = ElementState::of(element, &evidences);
                let found = found_in(element, &state, &evidences);
                let wanted = example.problem.as_ref();
                let wanted = wanted.map(|problem| format!("{}/{problem}", rule.element));
                let mut surprises =
                    compare(wanted.as_deref(), example.at.as_deref(), &found, prose);
                if wanted.is_none() {
                    surprises.extend(self.wordings_in(&evidences));
                }
                surprises
            });
            self.run(index, &rule.element, example.about.as_ref(), surprises)
        };
        rule.examples.iter().enumerate().map(run).collect()
    }

    fn wording(&self, rule: &super::schema::Wording) -> Vec<ExampleRun> {
        let run = |(index, example): (usize, &WordingExample)| {
            let surprises = with_posting(&example.posting, |prose, facts| {
                let evidences = Evidences {
                    prose,
                    facts,
                    as_of: DAY,
                    figures: Figures::new(),
                    protects: Vec::new(),
                    looker: Looker::new(&self.rules.patterns),
                };
                let Some(words) = &example.finds else {
                    return self.wordings_in(&evidences);
                };
                let mut found = self.find_wordings(&evidences);
                found.retain(|finding| finding.code == rule.wording);
                compare(Some(&rule.wording), Some(words), &found, prose)
            });
            self.run(index, &rule.wording, example.about.as_ref(), surprises)
        };
        rule.examples.iter().enumerate().map(run).collect()
    }

    fn law(&self, rule: &super::schema::Law) -> Vec<ExampleRun> {
        let laws = &self.rules.laws;
        let Some(at) = laws.iter().position(|law| law.id == rule.law) else {
            return Vec::new();
        };
        let run = |(index, example): (usize, &LawExample)| {
            let surprises = with_posting(&example.posting, |prose, facts| {
                self.law_example(at, &laws[at], example, prose, facts)
            });
            self.run(index, &rule.law, Some(&example.about), surprises)
        };
        rule.examples.iter().enumerate().map(run).collect()
    }

    fn law_example(
        &self,
        at: usize,
        law: &Law,
        example: &LawExample,
        prose: &Prose<'_>,
        facts: &Facts,
    ) -> Vec<Surprise> {
        let employer = employer(&example.employer);
        let case = Case {
            as_of: day(example.as_of.as_deref())
                .or_else(|| last_verified(law))
                .unwrap_or(DAY),
            until: None,
            employer: &employer,
            places: &Places::default(),
            allow: &Phrases::default(),
            parameters: &Parameters::new(),
        };
        let judgement = judge(self.rules, prose, facts, &case);
        // By code, the loudest of the law's acts.
        let mut found: BTreeMap<String, (Severity, Vec<Span<View>>)> = BTreeMap::new();
        for verdict in judgement.verdicts.iter().filter(|v| v.law == at) {
            let Outcome::Violated(faults) = &verdict.outcome else {
                continue;
            };
            for fault in faults {
                let code = self.code(verdict.subject, fault.problem);
                let places = fault.at.iter().map(|e| e.at).collect();
                let entry = found.entry(code).or_insert((fault.severity, places));
                entry.0 = entry.0.max(fault.severity);
            }
        }
        let mut surprises = Vec::new();
        for (code, expected) in &example.finds {
            let code = code.strip_suffix("/wording").unwrap_or(code);
            match found.get(code) {
                None => surprises.push(Surprise::Missed {
                    finding: code.to_owned(),
                }),
                Some((severity, _)) if severity != expected => surprises.push(Surprise::Graded {
                    finding: code.to_owned(),
                    expected: *expected,
                    found: *severity,
                }),
                Some(_) => {}
            }
        }
        // An example that names nothing is silent altogether.
        let all_silent = example.finds.is_empty() && example.silent.is_empty();
        for (code, (_, places)) in &found {
            let subject = code.split('/').next().unwrap_or(code);
            if all_silent || example.silent.iter().any(|s| s == subject) {
                surprises.push(Surprise::Noisy {
                    finding: code.clone(),
                    at: places.first().map_or(String::new(), |at| words(prose, *at)),
                });
            }
        }
        surprises
    }

    /// `pay-range/missing` for an element, the id alone for a wording.
    fn code(&self, subject: Subject, problem: Which) -> String {
        match subject {
            Subject::Element { element, .. } => {
                let rule = &self.rules.elements[element].rule;
                let problem = match problem {
                    Which::Problem(at) => rule.problems[at].id.as_str(),
                    Which::Missing | Which::Wording => "missing",
                };
                format!("{}/{problem}", rule.element)
            }
            Subject::Wording(wording) => self.rules.wordings[wording].rule.wording.clone(),
        }
    }

    /// What the wordings find in a clean example, which should be nothing.
    fn wordings_in(&self, evidences: &Evidences<'_>) -> Vec<Surprise> {
        self.find_wordings(evidences)
            .into_iter()
            .map(|finding| Surprise::Noisy {
                at: words(evidences.prose, finding.at),
                finding: finding.code,
            })
            .collect()
    }

    fn find_wordings(&self, evidences: &Evidences<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        for wording in &self.rules.wordings {
            let places = evidences.looker.find_said(&wording.finds, evidences.prose);
            let matters = |when: &super::condition::Condition| when.ask(evidences) != Truth::No;
            if places.is_empty() || !wording.when.as_ref().is_none_or(matters) {
                continue;
            }
            found.extend(places.into_iter().map(|at| Finding {
                code: wording.rule.wording.clone(),
                at,
            }));
        }
        found
    }

    fn run(
        &self,
        index: usize,
        rule: &str,
        about: Option<&String>,
        surprises: Vec<Surprise>,
    ) -> ExampleRun {
        let path = Path(vec![Step::Key("examples".into()), Step::Item(index)]);
        let (key, node) = follow(&self.shelf.node, &path);
        ExampleRun {
            rule: rule.to_owned(),
            about: about.cloned(),
            file: Arc::clone(&self.shelf.source),
            span: key.unwrap_or(node.span),
            surprises,
        }
    }
}

/// Reads an example as a posting: Markdown, or a page of HTML. What the page around it would be is not
/// asked: an example may be a single sentence.
fn with_posting<T>(text: &str, look: impl FnOnce(&Prose<'_>, &Facts) -> T) -> T {
    let name = if text.trim_start().starts_with("<html") {
        "example.html"
    } else {
        "example.md"
    };
    let mut reading = document::read(name, text.as_bytes());
    let document = reading.documents.swap_remove(0);
    let mut postings = posting::find(Arc::new(document));
    let posting = postings.swap_remove(0);
    let prose = Prose::of(&posting);
    let facts = Facts::read(&prose);
    look(&prose, &facts)
}

/// What an element's own file finds, with everything demanded and minded.
fn found_in(
    element: &super::set::Element,
    state: &ElementState,
    posting: &Evidences<'_>,
) -> Vec<Finding> {
    let rule = &element.rule;
    let nowhere = || absence(posting.prose, posting.facts, &rule.missing.belongs_in).0;
    match &state.present {
        Truth::No => vec![Finding {
            code: format!("{}/missing", rule.element),
            at: nowhere(),
        }],
        Truth::Unknown(_) => Vec::new(),
        Truth::Yes(present) => {
            let problems = rule.problems.iter().zip(&element.problems);
            let holding = problems.filter_map(|(problem, when)| match when.ask(posting) {
                Truth::Yes(evidence) => {
                    let first = evidence.first().or(present.first());
                    Some(Finding {
                        code: format!("{}/{}", rule.element, problem.id),
                        at: first.map_or_else(nowhere, |first| first.at),
                    })
                }
                Truth::No | Truth::Unknown(_) => None,
            });
            holding.collect()
        }
    }
}

/// Holds what was found against what was expected. Several things may be wrong
/// with a failing example, of which it names the one that it is about; a clean
/// one has none.
fn compare(
    wanted: Option<&str>,
    at: Option<&str>,
    found: &[Finding],
    prose: &Prose<'_>,
) -> Vec<Surprise> {
    let Some(wanted) = wanted else {
        let noise = found.iter().map(|finding| Surprise::Noisy {
            finding: finding.code.clone(),
            at: words(prose, finding.at),
        });
        return noise.collect();
    };
    let mut fitting = found.iter().filter(|finding| finding.code == wanted);
    let Some(first) = fitting.clone().next() else {
        return vec![Surprise::Missed {
            finding: wanted.to_owned(),
        }];
    };
    let Some(at) = at else { return Vec::new() };
    let expected = at.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = |finding: &Finding| {
        let found = words(prose, finding.at);
        found.contains(&expected) || (!found.is_empty() && expected.contains(&found))
    };
    if fitting.any(fits) {
        return Vec::new();
    }
    vec![Surprise::Elsewhere {
        finding: wanted.to_owned(),
        expected,
        found: words(prose, first.at),
    }]
}

/// Words of the posting on one line.
fn words(prose: &Prose<'_>, at: Span<View>) -> String {
    let words: Vec<_> = prose.words(at).split_whitespace().collect();
    words.join(" ")
}

fn day(day: Option<&str>) -> Option<Date> {
    day.and_then(parse_date)
}

/// The day on which somebody last held the law against its sources.
fn last_verified(law: &Law) -> Option<Date> {
    let versions = law.acts().iter().flat_map(|act| &act.versions);
    versions
        .filter_map(|version| parse_date(&version.rule.verified))
        .max()
}

fn figures(told: &BTreeMap<String, f64>) -> Figures {
    let figures = told.iter().filter_map(|(name, figure)| {
        let figure = Amount::try_from(*figure).ok()?;
        Some((name.clone(), figure))
    });
    figures.collect()
}

fn employer(told: &ToldEmployer) -> Employer {
    Employer {
        name: told.name.clone(),
        headcount: told.headcount,
        headcount_in: told
            .headcount_in
            .iter()
            .map(|(code, heads)| (Jurisdiction::new(code.clone()), *heads))
            .collect(),
        federal_contractor: told.federal_contractor,
        sector: told.sector,
    }
}
