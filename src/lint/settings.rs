//! What the user tells a run.

use super::suppressions::Listed;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::rules::{Case, Parameters, Phrases, Places};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the user tells a run. Nothing here can be wrong any more.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The day of judgement.
    pub as_of: Date,
    /// What is told about the employer.
    pub employer: Employer,
    /// What is told about the place of work.
    pub places: Places,
    /// Report only these: an element or wording (`pay-range`), one of its
    /// problems (`pay-range/open-ended`), or what a law asks (`us-wa`). Empty
    /// for everything.
    pub select: Vec<String>,
    /// Report none of these, in the same spelling. It outweighs `select`.
    pub ignore: Vec<String>,
    /// How loud findings are, whatever the law says, in the same spelling. A
    /// problem outweighs its element, and both outweigh a law.
    pub severity: BTreeMap<String, Severity>,
    /// Phrases that wordings leave alone.
    pub allow: Arc<Phrases>,
    /// Figures of practice and policy that are set otherwise, by element.
    pub parameters: Arc<Parameters>,
    /// Announce law that comes into force within so many days.
    pub upcoming_days: Option<u32>,
    /// Findings that the configuration accepts.
    pub suppressions: Arc<[Listed]>,
}

impl Settings {
    /// Settings for one day that tell nothing else.
    pub fn on(as_of: Date) -> Self {
        Settings {
            as_of,
            employer: Employer::default(),
            places: Places::default(),
            select: Vec::new(),
            ignore: Vec::new(),
            severity: BTreeMap::new(),
            allow: Arc::default(),
            parameters: Arc::default(),
            upcoming_days: None,
            suppressions: Arc::default(),
        }
    }

    /// What a posting is judged by.
    pub(super) fn case(&self) -> Case<'_> {
        let until = self.upcoming_days.map(|days| {
            let span = jiff::Span::new().try_days(days);
            let until = span.and_then(|span| self.as_of.checked_add(span));
            until.unwrap_or(Date::MAX)
        });
        Case {
            as_of: self.as_of,
            until,
            employer: &self.employer,
            places: &self.places,
            allow: &self.allow,
            parameters: &self.parameters,
        }
    }

    /// Whether a law's part in a finding is wanted.
    pub(super) fn wants(&self, code: &str, problem: &str, law: Option<&str>) -> bool {
        let names = |list: &[String]| {
            list.iter().any(|name| match name.split_once('/') {
                Some((c, p)) => c == code && p == problem,
                None => name == code || law.is_some_and(|law| name == law),
            })
        };
        (self.select.is_empty() || names(&self.select)) && !names(&self.ignore)
    }

    /// Whether the user wants to hear nothing of a law.
    pub(super) fn ignores_law(&self, law: &str) -> bool {
        self.ignore.iter().any(|name| name == law)
    }

    /// How loud the user wants findings of a problem to be.
    pub(super) fn severity_of(&self, code: &str, problem: &str) -> Option<Severity> {
        let of_problem = self.severity.get(&format!("{code}/{problem}"));
        of_problem.or_else(|| self.severity.get(code)).copied()
    }

    /// How loud the user wants what a law asks for to be.
    pub(super) fn severity_of_law(&self, law: &str) -> Option<Severity> {
        self.severity.get(law).copied()
    }

    /// Whether a finding without a law is wanted.
    pub(super) fn wants_finding(&self, finding: &Diagnostic) -> bool {
        self.wants(&finding.code, &finding.problem, None)
    }
}
