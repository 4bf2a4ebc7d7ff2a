//! Small rules and postings for the tests of this stage.

use super::judge::{Case, Judgement, Outcome, Verdict, judge};
use super::load::{Base, Library, RuleFile, load};
use super::phrases::Phrases;
use super::scope::Places;
use super::set::RuleSet;
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::facts::citizenship::{Citizenship, Limit};
use crate::facts::place::{Place, PlaceRole};
use crate::facts::workplace::{Mode, Workplace};
use crate::facts::{Confidence, Facts, Found};
use crate::posting::{self, Posting, Prose};
use crate::rules::Parameters;
use crate::text::Span;
use std::sync::Arc;

/// The library of files, given as name and text.
pub fn library(files: &[(&str, &str)]) -> Library {
    let files: Vec<RuleFile<'_>> = files
        .iter()
        .map(|(name, text)| RuleFile {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    load(&files, Base::Nothing).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// A posting of the text.
pub fn posting(text: &str) -> Posting {
    let mut reading = crate::document::read("posting.md", text.as_bytes());
    let document = reading.documents.swap_remove(0);
    posting::find(Arc::new(document)).swap_remove(0)
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Facts about the words of a text, made by hand.
pub struct FactsOf<'t> {
    posting: &'t Posting,
    pub facts: Facts,
}

impl<'t> FactsOf<'t> {
    pub fn new(posting: &'t Posting) -> Self {
        FactsOf {
            posting,
            facts: Facts::default(),
        }
    }

    fn at(&self, words: &str) -> Span<crate::text::View> {
        let at = self.posting.text.find(words).expect("the words are there");
        Span::new(at, at + words.len())
    }

    /// A place named by `words`, of a code.
    pub fn place(mut self, words: &str, code: &str, role: PlaceRole) -> Self {
        let place = Place {
            city: None,
            region: None,
            country: None,
            jurisdictions: gazetteer::with_outer(&Jurisdiction::new(code)),
            area: None,
            role,
        };
        let at = self.at(words);
        self.facts.place.push(Found::in_text(place, at));
        self
    }

    /// An area within a country, of states.
    pub fn metro(mut self, words: &str, codes: &[&str], role: PlaceRole) -> Self {
        self = self.area(words, codes, role);
        if let Some(found) = self.facts.place.last_mut() {
            found.value.country = codes.first().map(|code| (*code).to_owned());
        }
        self
    }

    /// An area of several countries.
    pub fn area(mut self, words: &str, codes: &[&str], role: PlaceRole) -> Self {
        let place = Place {
            city: None,
            region: None,
            country: None,
            jurisdictions: codes.iter().map(|c| Jurisdiction::new(*c)).collect(),
            area: Some(words.to_owned()),
            role,
        };
        let at = self.at(words);
        self.facts.place.push(Found::in_text(place, at));
        self
    }

    /// Permission to work that is asked for.
    pub fn permit(mut self, words: &str) -> Self {
        let asked = Citizenship {
            kind: Limit::WorkAuthorization,
            law_reason: false,
        };
        let at = self.at(words);
        self.facts.citizenship.push(Found::in_text(asked, at));
        self
    }

    /// The last place was read with doubt.
    pub fn unsure(mut self) -> Self {
        let last = self.facts.place.last_mut().expect("a place was named");
        last.confidence = Confidence::Low;
        self
    }

    /// The way of working.
    pub fn mode(mut self, words: &str, mode: Mode) -> Self {
        let workplace = Workplace {
            mode,
            remote_scope: None,
            days: None,
            near_office: false,
            contradiction: false,
        };
        let at = self.at(words);
        self.facts.workplace.push(Found::in_text(workplace, at));
        self
    }

    /// Judges it.
    pub fn judge(&self, rules: &RuleSet, as_of: &str, employer: &Employer) -> Judgement {
        self.judge_in(rules, as_of, employer, &Places::default())
    }

    /// Judges it with places told.
    pub fn judge_in(
        &self,
        rules: &RuleSet,
        as_of: &str,
        employer: &Employer,
        places: &Places,
    ) -> Judgement {
        let prose = Prose::of(self.posting);
        let case = Case {
            as_of: day(as_of),
            until: None,
            employer,
            places,
            allow: &Phrases::default(),
            parameters: &Parameters::new(),
        };
        judge(rules, &prose, &self.facts, &case)
    }
}

/// A verdict in a few words: `error`, `warning`, `advice`, `met`, or why there
/// is none.
pub fn said(verdict: &Verdict) -> String {
    match &verdict.outcome {
        Outcome::Satisfied(_) => "met".to_owned(),
        Outcome::Violated(faults) => {
            let loudest = faults.iter().map(|fault| fault.severity).max();
            let gaps: Vec<_> = verdict.gaps.iter().map(|g| g.what.as_str()).collect();
            let severity = loudest.map_or("nothing", |s| s.name());
            match gaps.as_slice() {
                [] => severity.to_owned(),
                gaps => format!("{severity}: {}", gaps.join("; ")),
            }
        }
        Outcome::NotApplicable(why) => format!("no: {why:?}"),
        Outcome::Undetermined(what) => format!("unknown: {}", what.join("; ")),
    }
}
