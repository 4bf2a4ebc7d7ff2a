//! Findings as JSON, for programs. The shape is versioned and described by
//! `schemas/check.schema.json`, which is generated from the types below.
//!
//! Files are written as they come, one on a line, so that a run over many
//! files need not be held in memory.

use super::facts_json::{self, PostingFacts};
use super::place::Place;
use super::totals::{NotTold, Totals};
use super::{Checked, NOTICE, Piece, Report, Run, Unread, Wish};
use crate::diagnostic::{
    Authority, Basis, Conflict, Diagnostic, Label, Severity, SuppressionOrigin,
};
use crate::document::Problem;
use crate::lint::PostingReport;
use crate::rules::{Outcome, Verdict};
use crate::text::{Raw, Source, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the shape below; it grows when a key changes its meaning or
/// goes away. New keys may come without it.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything that `hirelint check --format json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckReport {
    pub schema_version: u32,
    pub tool: Tool,
    /// The files, in the order in which they were named; in a folder by name.
    pub files: Vec<FileEntry>,
    pub summary: Summary,
    /// What this report is not.
    pub notice: String,
}

/// What made the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub name: String,
    pub version: String,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its name as it was given or found; `<stdin>` for standard input.
    pub file: String,
    /// The day by whose law it was judged, ISO 8601; null if it was not read.
    pub as_of: Option<String>,
    pub postings: Vec<PostingEntry>,
    /// What could not be read of it.
    pub problems: Vec<ProblemEntry>,
}

/// One posting of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostingEntry {
    /// Which record or part of the file; empty if the file is one posting.
    pub key: String,
    pub title: Option<String>,
    pub employer: Option<String>,
    /// False where the text is no job posting; it is then not judged.
    pub is_posting: bool,
    /// In text order, the loudest first at each place.
    pub findings: Vec<Finding>,
    /// How many demands of how many laws were looked at.
    pub verdicts: VerdictCounts,
    /// What the posting says; only on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Box<PostingFacts>>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Id of the element or wording, as `hirelint explain` takes it.
    pub code: String,
    /// `missing`, or which problem of the element; `wording` for a wording.
    pub problem: String,
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// A text to write, with blanks in square brackets.
    pub write: Option<String>,
    /// Where. Empty (start and end are the same) where something is missing.
    pub span: Place,
    /// What is to be seen there.
    pub label: String,
    /// Other places that explain it, in text order.
    pub related: Vec<RelatedPlace>,
    /// The laws behind it, the strictest first. Empty for advice that rests on
    /// no law.
    pub authorities: Vec<AuthorityEntry>,
    /// Laws that apply to the posting too and pull the other way.
    #[serde(default)]
    pub conflicts: Vec<ConflictEntry>,
    /// By which the finding is known again when the file is edited or moved: 32
    /// hexadecimal digits, of its code and the words around it.
    pub fingerprint: String,
    /// That somebody has accepted it, and why; null for one that counts.
    pub suppressed: Option<SuppressionEntry>,
}

/// That one law asks for what another forbids, both of which apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConflictEntry {
    /// Id of the element that is asked for, with the problem if it is one.
    pub asked: String,
    /// Ids of the laws that ask for it.
    pub asking: Vec<String>,
    /// Id of the wording that is forbidden.
    pub forbidden: String,
    /// Ids of the laws that forbid it.
    pub forbidding: Vec<String>,
    /// All of it in a sentence.
    pub message: String,
    /// What satisfies both in one posting; null where nothing does.
    pub both: Option<String>,
}

/// Why a finding counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuppressionEntry {
    /// Where it is said.
    pub origin: SuppressionOrigin,
    pub reason: String,
    /// Its last day, ISO 8601; null if it has no end.
    pub until: Option<String>,
    /// The comment or value that says it; null for the configuration.
    pub span: Option<Place>,
}

/// A further place of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelatedPlace {
    pub label: String,
    pub span: Place,
}

/// A law, policy or practice behind a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityEntry {
    /// Id of the law file, as `hirelint explain` takes it: `us-wa`.
    pub law: String,
    /// The act's name.
    pub name: String,
    /// Code of the jurisdiction, `*` for practice and policy.
    pub place: String,
    /// Name of the jurisdiction.
    pub place_name: String,
    pub citation: String,
    pub url: String,
    pub basis: Basis,
    /// First day in force, ISO 8601.
    pub from: Option<String>,
    /// That day is yet to come.
    pub upcoming: bool,
    /// Why it applies to this posting.
    pub because: String,
    /// The words of the posting that bring it in.
    pub brought_in_by: Option<Place>,
    /// What is not told and decides whether it applies.
    pub depends_on: Vec<String>,
    /// How loud the finding would be on this law alone.
    pub severity: Severity,
    pub penalty: Option<String>,
    /// An open doubt about the law.
    pub doubt: Option<String>,
}

/// What came of the demands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerdictCounts {
    pub satisfied: usize,
    pub violated: usize,
    /// Of the laws of the posting's places; those of other places are not counted.
    pub not_applicable: usize,
    pub undetermined: usize,
}

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProblemEntry {
    pub message: String,
    pub help: Option<String>,
    pub span: Option<Place>,
}

/// The counts of the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Files of those that hold no posting.
    #[serde(default)]
    pub no_posting: usize,
    pub postings: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    /// Findings that somebody has accepted; they are in no other count.
    pub suppressed: usize,
    /// Findings that the baseline knows; they were left out.
    pub known: usize,
    /// Files, or records of feeds, that could not be read.
    pub not_read: usize,
    /// Codes of countries where work is offered and of which the rules hold no law.
    #[serde(default)]
    pub without_law: BTreeSet<String>,
    /// Ids of laws that could not be decided, by what was not told.
    pub not_told: NotTold,
}

/// One JSON document.
#[derive(Debug)]
pub struct Json {
    with_facts: bool,
}

/// The report for `wish`.
pub fn report(wish: &Wish) -> Box<dyn Report> {
    Box::new(Json {
        with_facts: wish.facts,
    })
}

impl Report for Json {
    fn head(&self) -> String {
        format!(
            "{{\n\"schema_version\": {SCHEMA_VERSION},\n\"tool\": {},\n\"files\": [\n",
            to_json(&tool())
        )
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let report = file.report;
        let postings = report.postings.iter();
        let problems = report.problems.iter();
        Piece::body(to_json(&FileEntry {
            file: report.source.name.clone(),
            as_of: Some(file.as_of.to_string()),
            postings: postings.map(|p| entry(p, self.with_facts)).collect(),
            problems: problems.map(|p| problem_entry(&report.source, p)).collect(),
        }))
    }

    fn unread(&self, unread: &Unread) -> Piece {
        Piece::body(to_json(&FileEntry {
            file: unread.name.clone(),
            as_of: None,
            postings: Vec::new(),
            problems: vec![unread_entry(unread)],
        }))
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, run: &Run<'_>) -> String {
        format!(
            "\n],\n\"summary\": {},\n\"notice\": {}\n}}\n",
            to_json(&summary(run.totals)),
            to_json(NOTICE)
        )
    }
}

/// The program that writes.
pub(super) fn tool() -> Tool {
    Tool {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The counts of a run.
pub(super) fn summary(totals: &Totals) -> Summary {
    Summary {
        files: totals.files,
        no_posting: totals.no_posting,
        postings: totals.postings,
        errors: totals.errors,
        warnings: totals.warnings,
        advice: totals.advice,
        suppressed: totals.suppressed,
        known: totals.known,
        not_read: totals.not_read,
        without_law: totals.without_law.clone(),
        not_told: totals.not_told.clone(),
    }
}

/// A file that could not be read at all.
pub(super) fn unread_entry(unread: &Unread) -> ProblemEntry {
    ProblemEntry {
        message: unread.message.clone(),
        help: unread.help.clone(),
        span: None,
    }
}

/// `value` on one line.
pub(super) fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("these types have text keys only")
}

/// A problem of a file.
pub fn problem_entry(source: &Source, problem: &Problem) -> ProblemEntry {
    ProblemEntry {
        message: problem.message.clone(),
        help: problem.help.clone(),
        span: problem.span.map(|span| Place::of(source, span)),
    }
}

/// A posting.
pub(super) fn entry(report: &PostingReport, with_facts: bool) -> PostingEntry {
    let source = &report.posting.document.source;
    let facts = &report.facts;
    PostingEntry {
        key: report.posting.key.clone(),
        title: facts.title.first().map(|t| t.value.text.clone()),
        employer: facts.employer.first().map(|e| e.value.name.clone()),
        is_posting: report.posting.is_posting,
        findings: report.findings.iter().map(|f| finding(source, f)).collect(),
        verdicts: counts(&report.verdicts),
        facts: with_facts.then(|| Box::new(facts_json::posting(&report.posting, facts))),
    }
}

fn finding(source: &Source, finding: &Diagnostic) -> Finding {
    let place = |span: Span<Raw>| Place::of(source, span);
    Finding {
        code: finding.code.clone(),
        problem: finding.problem.clone(),
        severity: finding.severity,
        message: finding.message.clone(),
        why: finding.why.clone(),
        help: finding.help.clone(),
        write: finding.write.clone(),
        span: place(finding.primary.span),
        label: finding.primary.text.clone(),
        related: finding
            .related
            .iter()
            .map(|Label { span, text }| RelatedPlace {
                label: text.clone(),
                span: place(*span),
            })
            .collect(),
        authorities: finding
            .authorities
            .iter()
            .map(|a| authority(source, a))
            .collect(),
        conflicts: finding.conflicts.iter().map(conflict).collect(),
        fingerprint: finding.fingerprint.to_string(),
        suppressed: finding.suppressed.as_ref().map(|s| SuppressionEntry {
            origin: s.origin,
            reason: s.reason.clone(),
            until: s.until.clone(),
            span: s.at.map(place),
        }),
    }
}

fn conflict(conflict: &Conflict) -> ConflictEntry {
    let Conflict {
        asked,
        asking,
        forbidden,
        forbidding,
        message,
        both,
    } = conflict.clone();
    ConflictEntry {
        asked,
        asking,
        forbidden,
        forbidding,
        message,
        both,
    }
}

fn authority(source: &Source, authority: &Authority) -> AuthorityEntry {
    let Authority {
        law,
        name,
        place,
        place_name,
        citation,
        url,
        basis,
        from,
        is_upcoming,
        because,
        brought_in_by,
        depends_on,
        severity,
        penalty,
        doubt,
    } = authority.clone();
    AuthorityEntry {
        law,
        name,
        place,
        place_name,
        citation,
        url,
        basis,
        from,
        upcoming: is_upcoming,
        because,
        brought_in_by: brought_in_by.map(|span| Place::of(source, span)),
        depends_on,
        severity,
        penalty,
        doubt,
    }
}

fn counts(verdicts: &[Verdict]) -> VerdictCounts {
    let mut counts = VerdictCounts::default();
    for verdict in verdicts {
        let count = match verdict.outcome {
            Outcome::Satisfied(_) => &mut counts.satisfied,
            Outcome::Violated(_) => &mut counts.violated,
            Outcome::NotApplicable(_) => &mut counts.not_applicable,
            Outcome::Undetermined(_) => &mut counts.undetermined,
        };
        *count += 1;
    }
    counts
}
