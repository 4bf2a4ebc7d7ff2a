//! Stage 5: one reading through all rules → findings. It holds no law and no
//! output format; it has no clock and no disk.

mod baseline;
mod findings;
mod fix;
pub mod matrix;
mod own;
mod settings;
mod suppressions;

pub use baseline::{
    BASELINE_VERSION, Baseline, BaselineEntry, BrokenBaseline, Known, Seen, difference,
    entries as baseline_entries,
};
pub use fix::{Applied, Left, Mending, Safety, WhyLeft};
pub use matrix::Matrix;
pub use own::{
    BROKEN_DATA, OWN_CODES, OwnCode, OwnProblem, SUPPRESSION, WrongCode, check_code, own_code,
    unknown_code,
};
pub use settings::Settings;
pub use suppressions::{Listed, Overall, Paths};

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Problem, ProblemKind, Reading};
use crate::facts::Facts;
use crate::posting::{self, Posting, Prose};
use crate::rules::{RuleSet, Verdict, judge};
use crate::text::Source;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A company's own texts in Markdown, by the id of the element.
pub type Templates = BTreeMap<String, String>;

/// Rules, ready to be held against postings.
#[derive(Debug)]
pub struct Linter {
    rules: RuleSet,
}

/// What was found in one file.
#[derive(Debug)]
pub struct FileReport {
    /// The file.
    pub source: Arc<Source>,
    /// Its postings, in the order of the file.
    pub postings: Vec<PostingReport>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// What was found in one posting.
#[derive(Debug)]
pub struct PostingReport {
    /// The posting.
    pub posting: Posting,
    /// What it says.
    pub facts: Facts,
    /// What is wrong with it, in text order, the loudest first at each place.
    pub findings: Vec<Diagnostic>,
    /// What each law says of it, in the order of the rules.
    pub verdicts: Vec<Verdict>,
}

impl PostingReport {
    /// The findings that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Diagnostic> + Clone {
        self.findings
            .iter()
            .filter(|finding| !finding.is_suppressed())
    }
}

impl Linter {
    /// With the built-in rules.
    pub fn builtin() -> Linter {
        Linter::with_rules(RuleSet::builtin().expect("a test holds the built-in rules sound"))
    }

    /// With rules of one's own.
    pub fn with_rules(rules: RuleSet) -> Linter {
        Linter { rules }
    }

    /// The rules.
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Checks everything that was read from one file. Several postings are
    /// checked side by side; the order of the report does not depend on it.
    pub fn check(&self, mut reading: Reading, settings: &Settings) -> FileReport {
        let (broken, mut problems): (Vec<_>, Vec<_>) = reading
            .problems
            .into_iter()
            .partition(|problem| problem.kind.finding().is_some());
        // Where there is a posting to say it at, it is a finding.
        match reading.documents.first_mut() {
            Some(first) => first.problems.extend(broken),
            None => problems.extend(broken),
        }
        for document in &reading.documents {
            let unreadable = |p: &&Problem| p.kind == ProblemKind::Unreadable;
            problems.extend(document.problems.iter().filter(unreadable).cloned());
        }
        let mut postings: Vec<PostingReport> = if reading.documents.len() > 1 {
            let documents = reading.documents.into_par_iter();
            let reports = documents.flat_map_iter(|d| self.check_document(d, settings));
            reports.collect()
        } else {
            let documents = reading.documents.into_iter();
            let reports = documents.flat_map(|d| self.check_document(d, settings));
            reports.collect()
        };
        suppressions::apply(&reading.source.name, &mut postings, &self.rules, settings);
        findings::number(postings.iter_mut().flat_map(|p| &mut p.findings));
        FileReport {
            source: reading.source,
            postings,
            problems,
        }
    }

    /// Holds one posting against the law of every place, as if its work were
    /// done there; nothing for a text that is no posting.
    pub fn matrix(&self, posting: &Posting, settings: &Settings) -> Option<Matrix> {
        let is_posting = posting.is_posting;
        is_posting.then(|| Matrix::of(&self.rules, posting, settings))
    }

    fn check_document(&self, document: Document, settings: &Settings) -> Vec<PostingReport> {
        let postings = posting::find(Arc::new(document));
        let mut reports = Vec::with_capacity(postings.len());
        for (index, posting) in postings.into_iter().enumerate() {
            let mut report = self.check_posting(posting, settings);
            if index == 0 {
                let broken = findings::of_broken_parts(&report.posting, settings);
                report.findings.extend(broken);
                findings::sort(&mut report.findings);
            }
            reports.push(report);
        }
        reports
    }

    /// Checks one posting.
    pub fn check_posting(&self, posting: Posting, settings: &Settings) -> PostingReport {
        let (facts, findings, verdicts) = {
            let prose = Prose::of(&posting);
            let facts = Facts::read(&prose);
            if posting.is_posting {
                let judgement = judge(&self.rules, &prose, &facts, &settings.case());
                let findings = findings::of(&self.rules, &prose, &facts, &judgement, settings);
                (facts, findings, judgement.verdicts)
            } else {
                (facts, Vec::new(), Vec::new())
            }
        };
        PostingReport {
            posting,
            facts,
            findings,
            verdicts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;

    fn check(text: &str) -> FileReport {
        let source = Arc::new(Source::from_text("posting.txt", text));
        let reading = Reading {
            documents: vec![plain::read(&source)],
            source,
            problems: Vec::new(),
        };
        let day = "2026-01-01".parse().expect("a day");
        Linter::builtin().check(reading, &Settings::on(day))
    }

    #[test]
    fn every_text_gets_a_report() {
        for text in ["", "\n", "Baker wanted in Seattle, WA.", "{\"a\": \u{0}"] {
            let report = check(text);
            assert_eq!(report.postings.len(), 1, "{text:?}");
            assert!(report.problems.is_empty(), "{text:?}");
        }
    }
}
