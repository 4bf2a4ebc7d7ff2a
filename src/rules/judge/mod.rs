//! Rules and one posting's facts → verdicts: for every demand of every law in
//! force, whether the posting meets it.

mod unread;

use super::condition::{Evidence, Evidences, Figures, Truth};
use super::phrases::Phrases;
use super::schema::Sureness;
use super::scope::{self, Applies, Bearing, Gap, Ground, Places, Whereabouts, WhyNot};
use super::set::{Demand, Law, Parameters, RuleSet, Version};
use super::words::Looker;
use crate::diagnostic::{Basis, Severity};
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::facts::Facts;
use crate::posting::Prose;
use crate::text::{Span, View};

/// What a posting is judged by, beside its own words.
#[derive(Debug)]
pub struct Case<'a> {
    /// The day of judgement.
    pub as_of: Date,
    /// Versions that come into force after the day of judgement, up to this
    /// day, are judged too.
    pub until: Option<Date>,
    /// What is told about the employer.
    pub employer: &'a Employer,
    /// What is told about the place of work.
    pub places: &'a Places,
    /// Phrases that wordings leave alone.
    pub allow: &'a Phrases,
    /// Figures of practice and policy that are set otherwise.
    pub parameters: &'a Parameters,
}

/// What one act says of one element or wording of the posting.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The law's place in [`RuleSet::laws`].
    pub law: usize,
    /// The act's place in the law.
    pub act: usize,
    /// The version's place in the act.
    pub version: usize,
    /// What is demanded or forbidden.
    pub subject: Subject,
    /// Why the act applies; nothing if it does not.
    pub ground: Option<Ground>,
    /// What is not told and decides whether it applies.
    pub gaps: Vec<Gap>,
    /// The version is not in force yet.
    pub is_upcoming: bool,
    /// The outcome.
    pub outcome: Outcome,
}

/// What a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An element, by its place in [`RuleSet::elements`], and the demand on it,
    /// by its place in the version.
    Element { element: usize, demand: usize },
    /// A wording, by its place in [`RuleSet::wordings`].
    Wording(usize),
}

/// Whether a demand is met.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is, and here it shows.
    Satisfied(Vec<Span<View>>),
    /// It is not, in these ways.
    Violated(Vec<Fault>),
    /// Nothing is demanded of this posting.
    NotApplicable(WhyNot),
    /// It cannot be told, for want of this.
    Undetermined(Vec<String>),
}

/// One way in which a demand is not met.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Which.
    pub problem: Which,
    /// How loud it is on this law alone.
    pub severity: Severity,
    /// What makes it a fault of law.
    pub basis: Basis,
    /// The places that show it; none for something that is not there.
    pub at: Vec<Evidence>,
}

/// Which problem of an element or wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// The element is not there.
    Missing,
    /// One of the element's problems, by its place.
    Problem(usize),
    /// The wording was found.
    Wording,
}

/// What is found of an element, whoever demands it.
#[derive(Debug)]
pub struct ElementState {
    /// Whether it is there, and where.
    pub present: Truth,
    /// Whether each of its problems holds, and where; without the figures and
    /// lists of any law, and nothing for those that nobody has asked for yet.
    problems: Vec<Option<Truth>>,
}

/// What was found in a posting and what the laws say about it.
#[derive(Debug)]
pub struct Judgement {
    /// By element; nothing for those that nobody demands.
    pub elements: Vec<Option<ElementState>>,
    /// The places of each wording; empty where it was not found.
    pub wordings: Vec<Vec<Evidence>>,
    /// The condition of a found wording cannot be told.
    pub unsure_wordings: Vec<bool>,
    /// All verdicts, in the order of laws, acts and demands; none of the laws of other
    /// places.
    pub verdicts: Vec<Verdict>,
}

/// Judges one posting.
pub fn judge(rules: &RuleSet, prose: &Prose<'_>, facts: &Facts, case: &Case<'_>) -> Judgement {
    let mut judge = Judge::of(rules, prose, facts, case);
    for (at, law) in rules.laws.iter().enumerate() {
        judge.law(at, law);
    }
    judge.judgement
}

/// Judges one posting as if its work were done in each of `places` and nowhere
/// else: the verdicts of the laws that hold there, for each place. Where the
/// posting names sites within a place, it is done at those.
pub fn judge_in_each(
    rules: &RuleSet,
    prose: &Prose<'_>,
    facts: &Facts,
    case: &Case<'_>,
    places: &[Jurisdiction],
) -> Vec<Vec<Verdict>> {
    let mut judge = Judge::of(rules, prose, facts, case);
    let own = Whereabouts::of(prose, facts, case.places);
    let verdicts_in = |place: &Jurisdiction| {
        let sites = own.sites_in(place);
        let only_there = Places {
            codes: if sites.is_empty() {
                vec![place.clone()]
            } else {
                sites
            },
            replace: true,
        };
        judge.whereabouts = Whereabouts::of(prose, facts, &only_there);
        let outer = gazetteer::with_outer(place);
        for (at, law) in rules.laws.iter().enumerate() {
            if law.place.as_ref().is_none_or(|place| outer.contains(place)) {
                judge.law(at, law);
            }
        }
        std::mem::take(&mut judge.judgement.verdicts)
    };
    places.iter().map(verdicts_in).collect()
}

fn find_wordings(
    rules: &RuleSet,
    posting: &Evidences<'_>,
    allow: &Phrases,
) -> (Vec<Vec<Evidence>>, Vec<bool>) {
    let found = rules.wordings.iter().map(|wording| {
        let mut places = posting.looker.find_said(&wording.finds, posting.prose);
        allow.spare(&mut places, posting.prose);
        places.retain(|at| !is_excerpt(posting.prose, *at));
        if places.is_empty() {
            return (Vec::new(), false);
        }
        let unsure = match wording.when.as_ref().map(|when| when.ask(posting)) {
            None | Some(Truth::Yes(_)) => false,
            Some(Truth::No) => return (Vec::new(), false),
            Some(Truth::Unknown(_)) => true,
        };
        let places = places.into_iter();
        (
            places.map(|at| Evidence { at, fact: None }).collect(),
            unsure,
        )
    });
    found.unzip()
}

/// True if `at` lies in a field that repeats words of the body, as collectors
/// keep phrases that they noticed. The body says them whole, with what limits
/// them, and is judged for itself.
fn is_excerpt(prose: &Prose<'_>, at: Span<View>) -> bool {
    let posting = prose.posting;
    let Some(field) = posting.field_at(at) else {
        return false;
    };
    let folded = |span| &prose.folded.text()[prose.folded.range(span)];
    let value = folded(field.value).trim();
    let body = folded(Span::new(posting.document.body.start, posting.text.len()));
    body.contains(value)
}

struct Judge<'a> {
    rules: &'a RuleSet,
    posting: Evidences<'a>,
    case: &'a Case<'a>,
    whereabouts: Whereabouts,
    judgement: Judgement,
}

impl<'a> Judge<'a> {
    fn of(
        rules: &'a RuleSet,
        prose: &'a Prose<'a>,
        facts: &'a Facts,
        case: &'a Case<'a>,
    ) -> Judge<'a> {
        let posting = Evidences {
            prose,
            facts,
            as_of: case.as_of,
            figures: Figures::new(),
            protects: Vec::new(),
            looker: Looker::new(&rules.patterns),
        };
        let (wordings, unsure_wordings) = find_wordings(rules, &posting, case.allow);
        Judge {
            rules,
            posting,
            case,
            whereabouts: Whereabouts::of(prose, facts, case.places),
            judgement: Judgement {
                elements: rules.elements.iter().map(|_| None).collect(),
                wordings,
                unsure_wordings,
                // About as many as a posting has.
                verdicts: Vec::with_capacity(256),
            },
        }
    }

    fn law(&mut self, at: usize, law: &Law) {
        if self.whereabouts.is_far_from(law) {
            return;
        }
        let mut bearing = Bearing::of(law);
        for (act_at, act) in law.acts().iter().enumerate() {
            for (version_at, version) in act.versions.iter().enumerate() {
                let in_force = version.in_force(self.case.as_of);
                let is_upcoming = !in_force && self.comes_up(version);
                if !in_force && !is_upcoming {
                    continue;
                }
                let verdict_on = |subject, outcome| Verdict {
                    law: at,
                    act: act_at,
                    version: version_at,
                    subject,
                    ground: None,
                    gaps: Vec::new(),
                    is_upcoming,
                    outcome,
                };
                let (places, employer) = (&self.whereabouts, self.case.employer);
                let (ground, gaps) = match bearing.applies(version, &self.posting, places, employer)
                {
                    Applies::Yes(ground) => (ground, Vec::new()),
                    Applies::Unknown(ground, gaps) => (ground, gaps),
                    Applies::No(why) => {
                        let outcome = || Outcome::NotApplicable(why.clone());
                        let verdicts = version.subjects().map(|s| verdict_on(s, outcome()));
                        self.judgement.verdicts.extend(verdicts);
                        continue;
                    }
                };
                for subject in version.subjects() {
                    let mut verdict = verdict_on(subject, Outcome::Satisfied(Vec::new()));
                    verdict.ground = Some(ground.clone());
                    verdict.gaps.clone_from(&gaps);
                    verdict.outcome = match subject {
                        Subject::Element { demand, .. } => {
                            self.demand(version, demand, &mut verdict)
                        }
                        Subject::Wording(wording) => self.wording(version, wording, &verdict),
                    };
                    self.judgement.verdicts.push(verdict);
                }
            }
        }
    }

    fn comes_up(&self, version: &Version) -> bool {
        let Some(until) = self.case.until else {
            return false;
        };
        version
            .from
            .is_some_and(|from| self.case.as_of < from && from <= until)
    }

    fn wording(&self, version: &Version, wording: usize, verdict: &Verdict) -> Outcome {
        let at = &self.judgement.wordings[wording];
        if at.is_empty() {
            return Outcome::Satisfied(Vec::new());
        }
        let basis = version.rule.basis;
        let mut severity = severity(version, basis, verdict);
        if self.judgement.unsure_wordings[wording] {
            severity = severity.min(Severity::Warning);
        }
        let fault = Fault {
            problem: Which::Wording,
            severity,
            basis,
            at: at.clone(),
        };
        fault_or_gap(vec![fault], verdict)
    }

    fn demand(&mut self, version: &Version, at: usize, verdict: &mut Verdict) -> Outcome {
        let (demand, rule) = (&version.demands[at], &version.rule.demands[at]);
        match demand.when.as_ref().map(|when| when.ask(&self.posting)) {
            None | Some(Truth::Yes(_)) => {}
            Some(Truth::No) => return Outcome::NotApplicable(WhyNot::NotSaid),
            Some(Truth::Unknown(what)) => {
                verdict.gaps.extend(what.into_iter().map(|what| Gap {
                    what,
                    about: scope::About::Reading,
                }));
            }
        }
        let open = rule.unsettled.iter().zip(&demand.unsettled);
        let open = open.filter(|(_, when)| when.ask(&self.posting) != Truth::No);
        let open = open.map(|(question, _)| &question.on).chain(&rule.unless);
        verdict.gaps.extend(open.map(|what| Gap {
            what: what.clone(),
            about: scope::About::Condition,
        }));
        let evidence = match &self.element(demand.element).present {
            Truth::Unknown(what) => return Outcome::Undetermined(what.clone()),
            Truth::No if rule.required => {
                let basis = rule.basis.unwrap_or(version.rule.basis);
                let fault = Fault {
                    problem: Which::Missing,
                    severity: severity(version, basis, verdict),
                    basis,
                    at: Vec::new(),
                };
                return fault_or_gap(vec![fault], verdict);
            }
            Truth::No => Vec::new(),
            Truth::Yes(evidence) => evidence.iter().map(|e| e.at).collect(),
        };
        let mut faults = Vec::new();
        for &(problem, basis) in &demand.minds {
            if let Truth::Yes(at) = self.problem(version, demand, problem) {
                faults.push(Fault {
                    problem: Which::Problem(problem),
                    severity: severity(version, basis, verdict),
                    basis,
                    at,
                });
            }
        }
        if faults.is_empty() {
            Outcome::Satisfied(evidence)
        } else {
            fault_or_gap(faults, verdict)
        }
    }

    /// Whether a problem of the demanded element holds, by the demand's figures
    /// and what the version protects.
    fn problem(&mut self, version: &Version, demand: &Demand, problem: usize) -> Truth {
        let rules = self.rules;
        let element = &rules.elements[demand.element];
        let condition = &element.problems[problem];
        let figures = demand.figures_with(&element.rule.element, self.case.parameters);
        let gives_nothing = figures.is_empty() && version.protects.is_empty();
        if gives_nothing || !condition.needs_its_law() {
            let state = self.judgement.elements[demand.element].as_mut();
            let known = state.and_then(|state| state.problems.get_mut(problem));
            return match known {
                Some(known) => known
                    .get_or_insert_with(|| condition.ask(&self.posting))
                    .clone(),
                None => condition.ask(&self.posting),
            };
        }
        self.posting.figures = figures.into_owned();
        self.posting.protects.clone_from(&version.protects);
        let truth = condition.ask(&self.posting);
        self.posting.figures.clear();
        self.posting.protects.clear();
        truth
    }

    fn element(&mut self, element: usize) -> &ElementState {
        let posting = &self.posting;
        let rule = &self.rules.elements[element];
        self.judgement.elements[element].get_or_insert_with(|| ElementState::of(rule, posting))
    }
}

impl Version {
    /// What it says something about: its demands, then the wordings it forbids.
    fn subjects(&self) -> impl Iterator<Item = Subject> + '_ {
        let demands = self.demands.iter().enumerate();
        let demands = demands.map(|(at, demand)| Subject::Element {
            element: demand.element,
            demand: at,
        });
        demands.chain(
            self.forbids
                .iter()
                .map(|wording| Subject::Wording(*wording)),
        )
    }
}

impl ElementState {
    pub(super) fn of(element: &super::set::Element, posting: &Evidences<'_>) -> Self {
        let present = match element.present.ask(posting) {
            Truth::No => match unread::whether_said(posting, element) {
                Some(open) => Truth::Unknown(vec![open]),
                None => Truth::No,
            },
            present => present,
        };
        ElementState {
            present,
            problems: vec![None; element.problems.len()],
        }
    }
}

/// The faults, if enough is known to speak of them.
fn fault_or_gap(faults: Vec<Fault>, verdict: &Verdict) -> Outcome {
    let silent = verdict
        .gaps
        .iter()
        .any(|gap| !gap.about.is_worth_a_warning());
    if silent {
        Outcome::Undetermined(verdict.gaps.iter().map(|gap| gap.what.clone()).collect())
    } else {
        Outcome::Violated(faults)
    }
}

/// How loud a fault is on one law. An error needs law that binds, is in force,
/// is known well and is known to apply; a company's own policy binds itself.
fn severity(version: &Version, basis: Basis, verdict: &Verdict) -> Severity {
    if verdict.is_upcoming || basis == Basis::Practice {
        return Severity::Advice;
    }
    let binds = basis.is_binding() || basis == Basis::Policy;
    let certain = verdict.gaps.is_empty() && version.rule.confidence == Sureness::High;
    if binds && certain {
        Severity::Error
    } else {
        Severity::Warning
    }
}

#[cfg(test)]
mod tests;
