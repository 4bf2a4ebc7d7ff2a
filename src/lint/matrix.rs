//! One posting held against the law of every place: could it be published
//! there, and what stands against it? It knows no output.

use super::Settings;
use crate::diagnostic::{Basis, Severity};
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::facts::Facts;
use crate::posting::{Posting, Prose};
use crate::rules::{
    About, Case, Gap, Law, Outcome, Places, RuleSet, Subject, Verdict, Version, Whereabouts, Which,
    judge, judge_in_each,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the law of many places says of one posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// By country, those of the posting first, wide places before narrow ones; among
    /// their like the posting's own first, then those where it cannot be published.
    pub rows: Vec<Row>,
}

/// What nobody told of the employer, and decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NotTold {
    /// Some law is left out because it is about employers of a kind (public bodies,
    /// federal contractors) of which nobody told.
    pub employer: bool,
    /// An answer depends on the number of employees everywhere.
    pub headcount: bool,
    /// An answer depends on their number in a place.
    pub headcount_there: bool,
}

/// What the law of one place says of a posting, were its work done there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The place.
    pub place: Jurisdiction,
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub level: Level,
    /// The posting names it, or something in it, as a place of the work, or its law
    /// reaches the work from afar. What is reached so is judged as it stands, all
    /// else as if the work were done there.
    pub is_own: bool,
    /// Whether the posting could be published there.
    pub answer: Answer,
    /// All that the place's own law asks, and what it forbids and is said.
    pub asked: Vec<Asked>,
    /// The wider places whose law stands against it too.
    pub also: Vec<Jurisdiction>,
    /// What is not told, of the place's own law and that of the wider ones.
    pub not_told: NotTold,
}

/// Kinds of places, the widest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Country,
    /// A state, province or territory.
    State,
    County,
    City,
}

/// Whether a posting could be published in a place.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Binding law that is known to apply is not met.
    No,
    /// It depends on something that nobody told: the headcount, mostly.
    Depends,
    /// Guidance, or law that is not settled, is not met.
    Doubtful,
    /// Nothing stands against it.
    Yes,
}

/// One thing that a law asks of a posting, or forbids and finds in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Id of the element or wording: `pay-range`.
    pub code: String,
    /// Its short name: "Pay range".
    pub title: String,
    pub state: State,
    /// The problems of the element that are found and minded.
    pub problems: Vec<String>,
    /// Id of the law: `us-wa`.
    pub law: String,
    /// The act's name.
    pub act: String,
    pub citation: String,
    pub url: String,
    pub basis: Basis,
    /// How loud a finding would be; null for what is met or undecided.
    pub severity: Option<Severity>,
    /// What is not told and decides.
    pub depends_on: Vec<String>,
}

/// What came of something that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Met,
    /// The element is not there.
    Missing,
    /// It is there and does not do.
    FallsShort,
    /// It is said, and should not be.
    Said,
    /// It cannot be told.
    Undecided,
}

impl Row {
    /// What stands against the posting there, or may.
    pub fn objections(&self) -> impl Iterator<Item = &Asked> {
        self.asked.iter().filter(|asked| asked.state != State::Met)
    }
}

impl Asked {
    /// Whether the posting could be published if nothing else were asked.
    pub fn answer(&self) -> Answer {
        match (self.state, self.severity) {
            (State::Met, _) => Answer::Yes,
            (State::Undecided, _) => Answer::Depends,
            (State::Missing | State::FallsShort | State::Said, Some(Severity::Error)) => Answer::No,
            (State::Missing | State::FallsShort | State::Said, Some(Severity::Warning)) => {
                if self.depends_on.is_empty() {
                    Answer::Doubtful
                } else {
                    Answer::Depends
                }
            }
            (State::Missing | State::FallsShort | State::Said, Some(Severity::Advice) | None) => {
                Answer::Yes
            }
        }
    }
}

impl Matrix {
    /// What is not told and decides in some row.
    pub fn not_told(&self) -> NotTold {
        let rows = self.rows.iter().map(|row| row.not_told);
        rows.fold(NotTold::default(), |all, row| NotTold {
            employer: all.employer || row.employer,
            headcount: all.headcount || row.headcount,
            headcount_there: all.headcount_there || row.headcount_there,
        })
    }

    /// What stands against the posting in a place of its own: without the wordings
    /// that a wider place forbids no less, which are shown there.
    pub fn objections_of_its_own<'m>(&'m self, row: &'m Row) -> impl Iterator<Item = &'m Asked> {
        let is_wider = |other: &&Row| row.also.contains(&other.place);
        let wider: Vec<&Row> = self.rows.iter().filter(is_wider).collect();
        row.objections().filter(move |asked| {
            let is_same = |other: &Asked| {
                other.state == State::Said
                    && other.code == asked.code
                    && other.answer() <= asked.answer()
            };
            let mut above = wider.iter().flat_map(|row| row.objections());
            asked.state != State::Said || !above.any(is_same)
        })
    }

    /// How many places have an answer.
    pub fn count(&self, answer: Answer) -> usize {
        self.rows.iter().filter(|row| row.answer == answer).count()
    }

    /// Holds one posting against the law of every place in `rules`; only of the
    /// places that the user tells, if these shall replace what the posting says.
    pub(super) fn of(rules: &RuleSet, posting: &Posting, settings: &Settings) -> Matrix {
        let prose = Prose::of(posting);
        let facts = Facts::read(&prose);
        let case = settings.case();
        let own = Whereabouts::of(&prose, &facts, case.places);
        let mut places: Vec<Jurisdiction> = Vec::new();
        let laws = rules.laws.iter().filter(|law| speaks(law, &case));
        for place in laws.filter_map(|law| law.place.as_ref()) {
            let wanted = !case.places.replace || is_within_reach(place, case.places);
            if wanted && !places.contains(place) {
                places.push(place.clone());
            }
        }
        let verdicts = judge_in_each(rules, &prose, &facts, &case, &places);
        let maker = Maker { rules, settings };
        let mut rows = Vec::with_capacity(places.len());
        let as_it_stands = judge(rules, &prose, &facts, &case).verdicts;
        for (place, mut verdicts) in places.into_iter().zip(verdicts) {
            let is_site = own.works_in(&place);
            let is_reached = !is_site && maker.reaches(&place, &as_it_stands);
            if is_reached {
                verdicts = maker.bearing_on(&place, &as_it_stands);
            }
            rows.push(maker.row(place, is_site || is_reached, &verdicts));
        }
        let own = rows.iter().filter(|row: &&Row| row.is_own);
        let own: BTreeSet<String> = own.map(|row| row.place.country().to_owned()).collect();
        let is_foreign = |row: &Row| !own.contains(row.place.country());
        rows.sort_by(|a, b| (is_foreign(a), order(a)).cmp(&(is_foreign(b), order(b))));
        Matrix { rows }
    }
}

fn order(row: &Row) -> (&str, Level, bool, Answer, &str) {
    let country = row.place.country();
    (country, row.level, !row.is_own, row.answer, &row.name)
}

/// A law that asks or forbids something on the day.
fn speaks(law: &Law, case: &Case<'_>) -> bool {
    let asks = |version: &Version| !version.demands.is_empty() || !version.forbids.is_empty();
    law.acts()
        .iter()
        .any(|act| act.on(case.as_of).is_some_and(asks))
}

/// The place is one of those told, or lies around one.
fn is_within_reach(place: &Jurisdiction, told: &Places) -> bool {
    let around = |code: &Jurisdiction| gazetteer::with_outer(code).contains(place);
    told.codes.iter().any(around)
}

fn level(place: &Jurisdiction) -> Level {
    match place.region() {
        None => Level::Country,
        Some(region) if region == place.code() => Level::State,
        Some(_) if place.code().ends_with("COUNTY") => Level::County,
        Some(_) => Level::City,
    }
}

struct Maker<'a> {
    rules: &'a RuleSet,
    settings: &'a Settings,
}

impl Maker<'_> {
    /// Whether a law of the place itself reaches the posting, or may.
    fn reaches(&self, place: &Jurisdiction, verdicts: &[Verdict]) -> bool {
        let mut own = verdicts
            .iter()
            .filter(|verdict| self.rules.laws[verdict.law].place.as_ref() == Some(place));
        own.any(|verdict| {
            let is_there = |gap: &Gap| gap.about != About::Place;
            verdict.ground.is_some() && verdict.gaps.iter().all(is_there)
        })
    }

    /// The verdicts of the laws that hold in the place.
    fn bearing_on(&self, place: &Jurisdiction, verdicts: &[Verdict]) -> Vec<Verdict> {
        let outer = gazetteer::with_outer(place);
        let holds_there = |verdict: &&Verdict| {
            let law = &self.rules.laws[verdict.law];
            law.place.as_ref().is_none_or(|of| outer.contains(of))
        };
        verdicts.iter().filter(holds_there).cloned().collect()
    }

    /// The row of a place.
    fn row(&self, place: Jurisdiction, is_own: bool, verdicts: &[Verdict]) -> Row {
        let mut answer = Answer::Yes;
        let mut not_told = NotTold::default();
        let mut asked: Vec<Asked> = Vec::new();
        let mut also: Vec<Jurisdiction> = Vec::new();
        for verdict in verdicts.iter().filter(|verdict| !verdict.is_upcoming) {
            let law = &self.rules.laws[verdict.law];
            let Some(one) = self.asked(law, verdict) else {
                continue;
            };
            if one.basis == Basis::Practice {
                continue;
            }
            if one.state == State::Undecided
                && verdict.gaps.iter().any(|gap| gap.about == About::Employer)
            {
                // Hardly anybody is a public body or a federal contractor.
                not_told.employer = true;
                continue;
            }
            if one.state != State::Met {
                let is_open = |about| verdict.gaps.iter().any(|gap| gap.about == about);
                not_told.headcount |= is_open(About::Headcount);
                not_told.headcount_there |= is_open(About::HeadcountThere);
            }
            let here = one.answer();
            answer = answer.min(here);
            match &law.place {
                Some(wider) if *wider != place => {
                    if here != Answer::Yes && !also.contains(wider) {
                        also.push(wider.clone());
                    }
                }
                // A policy that holds everywhere stands against it here too.
                Some(_) | None => asked.push(one),
            }
        }
        Row {
            name: gazetteer::name(&place),
            level: level(&place),
            place,
            is_own,
            answer,
            asked,
            also,
            not_told,
        }
    }

    /// What a verdict comes to; nothing where nothing is asked.
    fn asked(&self, law: &Law, verdict: &Verdict) -> Option<Asked> {
        let act = &law.acts()[verdict.act];
        let rule = &act.versions[verdict.version].rule;
        let (code, title, demand) = match verdict.subject {
            Subject::Element { element, demand } => {
                let element = &self.rules.elements[element].rule;
                (&element.element, &element.title, rule.demands.get(demand))
            }
            Subject::Wording(wording) => {
                let wording = &self.rules.wordings[wording].rule;
                (&wording.wording, &wording.title, None)
            }
        };
        let is_asked = demand.is_some_and(|demand| demand.required);
        let (state, problems, severity) = match &verdict.outcome {
            Outcome::NotApplicable(_) => return None,
            Outcome::Satisfied(_) if !is_asked => return None,
            Outcome::Satisfied(_) => (State::Met, Vec::new(), None),
            Outcome::Undetermined(_) => (State::Undecided, Vec::new(), None),
            Outcome::Violated(faults) => {
                let mut problems = Vec::new();
                let mut state = State::FallsShort;
                let mut severity = None;
                for fault in faults {
                    let problem = match fault.problem {
                        Which::Missing => {
                            state = State::Missing;
                            "missing"
                        }
                        Which::Wording => {
                            state = State::Said;
                            "wording"
                        }
                        Which::Problem(at) => self.problem(verdict.subject, at),
                    };
                    if self.settings.wants(code, problem, Some(&law.id)) {
                        severity = severity.max(Some(fault.severity));
                        problems.push(problem.to_owned());
                    }
                }
                if problems.is_empty() {
                    return None;
                }
                (state, problems, severity)
            }
        };
        Some(Asked {
            code: code.clone(),
            title: title.clone(),
            state,
            problems,
            law: law.id.clone(),
            act: act.name.clone(),
            citation: demand
                .and_then(|demand| demand.citation.as_ref())
                .unwrap_or(&rule.citation)
                .clone(),
            url: rule.url.clone(),
            basis: demand.and_then(|demand| demand.basis).unwrap_or(rule.basis),
            severity,
            depends_on: match state {
                State::Met => Vec::new(),
                State::Undecided if verdict.gaps.is_empty() => match &verdict.outcome {
                    Outcome::Undetermined(what) => what.clone(),
                    Outcome::Satisfied(_) | Outcome::Violated(_) | Outcome::NotApplicable(_) => {
                        Vec::new()
                    }
                },
                State::Missing | State::FallsShort | State::Said | State::Undecided => {
                    verdict.gaps.iter().map(|gap| gap.what.clone()).collect()
                }
            },
        })
    }

    fn problem(&self, subject: Subject, at: usize) -> &str {
        match subject {
            Subject::Element { element, .. } => {
                let problems = &self.rules.elements[element].rule.problems;
                problems.get(at).map_or("", |problem| problem.id.as_str())
            }
            Subject::Wording(_) => "wording",
        }
    }
}

#[cfg(test)]
mod tests;
