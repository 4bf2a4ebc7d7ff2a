//! The neutral finding that every renderer prints. Knows spans; knows no law,
//! no rules and no output format.

mod fingerprint;

pub use fingerprint::{Fingerprint, NotAFingerprint};

use crate::text::{Raw, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How loud a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Transparency and good practice.
    Advice,
    /// Guidance, proposed law, likely mistakes, or law whose application rests
    /// on something that is not told.
    Warning,
    /// A demand of law in force that applies and is not met.
    Error,
}

impl Severity {
    /// The name in output and configuration.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a demand rests on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Good practice, no law.
    Practice,
    /// A company's own policy.
    Policy,
    /// Proposed and not adopted.
    Proposed,
    /// Read out of a text that does not say it.
    Inferred,
    /// What an agency has published on how it reads the law.
    Guidance,
    /// A court's decision.
    Case,
    /// A county's or city's ordinance.
    Ordinance,
    /// An agency's binding rule.
    Regulation,
    /// A statute.
    Statute,
}

impl Basis {
    /// True for law that binds by itself, which alone may make an error.
    pub fn is_binding(self) -> bool {
        matches!(self, Basis::Statute | Basis::Regulation | Basis::Ordinance)
    }
}

/// A place in the user's file with words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span<Raw>,
    /// What is to be seen there; may be empty for the place itself.
    pub text: String,
}

/// A law (or policy, or practice) that stands behind a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Id of the law, as `hirelint explain` takes it: `us-wa`.
    pub law: String,
    /// Its name: "Washington Equal Pay and Opportunities Act".
    pub name: String,
    /// Code of the jurisdiction: `US-WA`; `*` for practice and policy.
    pub place: String,
    /// The jurisdiction's name: "Washington".
    pub place_name: String,
    /// The citation, to the section.
    pub citation: String,
    /// An https address of the text.
    pub url: String,
    /// What the demand rests on.
    pub basis: Basis,
    /// First day in force, ISO 8601, where known.
    pub from: Option<String>,
    /// That day is yet to come.
    pub is_upcoming: bool,
    /// Why it applies to this posting: "the posting names Seattle".
    pub because: String,
    /// The words of the posting that bring it in.
    pub brought_in_by: Option<Span<Raw>>,
    /// What is not told and decides whether it applies: "whether the employer
    /// has 15 or more employees". Empty when it is known to apply.
    pub depends_on: Vec<String>,
    /// How loud the finding would be on this law alone.
    pub severity: Severity,
    /// What it threatens, in a line.
    pub penalty: Option<String>,
    /// An open doubt about the law that counsel should know of.
    pub doubt: Option<String>,
}

/// That one law asks for what another forbids, both of which apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Id of the element that is asked for, with the problem if it is one:
    /// `individualized-assessment`.
    pub asked: String,
    /// Ids of the laws that ask for it.
    pub asking: Vec<String>,
    /// Id of the wording that is forbidden: `background-check-mention`.
    pub forbidden: String,
    /// Ids of the laws that forbid it.
    pub forbidding: Vec<String>,
    /// Who asks for what and who forbids what, in a sentence.
    pub message: String,
    /// What satisfies both in one posting; nothing where nothing does.
    pub both: Option<String>,
}

impl Conflict {
    /// All of it, for people.
    pub fn words(&self) -> String {
        format!("{} {}", self.message, both_satisfied(self.both.as_deref()))
    }
}

/// What satisfies two laws that conflict, in a sentence.
pub fn both_satisfied(both: Option<&str>) -> String {
    match both {
        Some(both) => format!("To satisfy both: {both}"),
        None => "Nothing satisfies both in one posting: publish one for each place.".to_owned(),
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Id of the element or wording: `pay-range`.
    pub code: String,
    /// Which of its problems: `missing`, `open-ended`; `wording` for a wording.
    pub problem: String,
    /// How loud.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Why it matters, in sentences of plain words.
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// A text to write, ready to be copied and filled in.
    pub write: Option<String>,
    /// The place of the finding.
    pub primary: Label,
    /// Other places that explain it, in text order.
    pub related: Vec<Label>,
    /// The laws behind it, the strictest first.
    pub authorities: Vec<Authority>,
    /// Laws that apply to the posting too and pull the other way.
    pub conflicts: Vec<Conflict>,
    /// Which posting of the file, empty when there is one.
    pub posting: String,
    /// By which it is known again when the file is edited.
    pub fingerprint: Fingerprint,
    /// That somebody has accepted it, and why. It is kept, and counts for
    /// nothing.
    pub suppressed: Option<Suppression>,
}

/// Why a finding counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Where it is said.
    pub origin: SuppressionOrigin,
    /// The reason that is given.
    pub reason: String,
    /// Last day of the suppression, ISO 8601; nothing if it has no end.
    pub until: Option<String>,
    /// The comment or value that says it, for one in the posting's own file.
    pub at: Option<Span<Raw>>,
    /// Which entry of the configuration says it, for one of those.
    pub entry: Option<usize>,
}

/// Where a suppression is said.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SuppressionOrigin {
    /// In a comment of the posting's file.
    Comment,
    /// In the front matter of the posting's file.
    FrontMatter,
    /// In the configuration.
    Configuration,
}

impl Diagnostic {
    /// Whether somebody has accepted it, so that it counts for nothing.
    pub fn is_suppressed(&self) -> bool {
        self.suppressed.is_some()
    }
}
