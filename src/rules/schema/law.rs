//! `rules/laws/**/*.yaml`.

use super::Condition;
use crate::diagnostic::Basis;
use crate::domain::employer::Sector;
use crate::domain::place::Jurisdiction;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `rules/laws/**/*.yaml`: one jurisdiction, or one company's policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its id: `us-wa`. Ids of a place are its code in lower case.
    pub law: String,
    /// The place's name: "Washington".
    pub name: String,
    /// The jurisdiction's code (`US-WA`, `US-NY-NEWYORKCITY`), or `*` for
    /// practice and policy that hold everywhere.
    pub place: String,
    /// A note for readers of `hirelint explain`.
    #[serde(default)]
    pub about: Option<String>,
    /// Postings that none of its acts reaches: those of federal agencies, over
    /// which states and cities have no say.
    #[serde(default)]
    pub except: Option<Condition>,
    /// Its statutes, ordinances and rules.
    pub acts: Vec<Act>,
    /// At least one: a posting with what it `finds`, such as
    /// `{pay-range/missing: error}`, or the codes that stay `silent`. Best are
    /// those on both sides of each day and threshold.
    pub examples: Vec<LawExample>,
}

/// One statute (or ordinance, rule, policy) through time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its id within the law: `epoa`.
    pub act: String,
    /// Its name: "Washington Equal Pay and Opportunities Act".
    pub name: String,
    /// Who enforces it.
    #[serde(default)]
    pub agency: Option<String>,
    /// Its versions in order of time. They must not overlap.
    pub versions: Vec<Version>,
}

/// An act as it stands from one day to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// First day in force, ISO 8601; nothing if long before all postings.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day in force, ISO 8601; nothing if still in force.
    #[serde(default)]
    pub until: Option<String>,
    /// The citation, to the section.
    pub citation: String,
    /// An https address of its text, or of the agency's page about it.
    pub url: String,
    /// What its demands rest on, unless a demand says otherwise.
    pub basis: Basis,
    /// How sure the catalog is of all this.
    pub confidence: Sureness,
    /// Which employers it covers.
    #[serde(default)]
    pub covers: Coverage,
    /// Which work it reaches.
    #[serde(default)]
    pub reach: Reach,
    /// What the posting must say for the act to apply at all.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Its demands. Empty for a version that asks nothing of postings.
    #[serde(default)]
    pub demands: Vec<Demand>,
    /// The grounds on which it forbids unequal treatment, by their plain names
    /// (`domain::protected_class`): race, veteran status.
    #[serde(default)]
    pub protects: Vec<String>,
    /// Ids of wordings that it forbids.
    #[serde(default)]
    pub forbids: Vec<String>,
    /// What it threatens, in a line.
    #[serde(default)]
    pub penalty: Option<String>,
    /// Day on which somebody last held this against the sources.
    pub verified: String,
    /// What is not certain about it.
    #[serde(default)]
    pub doubt: Option<String>,
    /// Anything else that a reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// How sure a fact of law is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    Low,
    Medium,
    High,
}

/// Which employers an act covers. What is not said here is no condition.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Least number of employees, counted as `counted` says.
    #[serde(default)]
    pub headcount: Option<u32>,
    /// Where they are counted.
    #[serde(default)]
    pub counted: Counted,
    /// Least number of employees in the jurisdiction, beside `headcount`.
    #[serde(default)]
    pub local_headcount: Option<u32>,
    /// Kinds of employers covered; empty means all.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// Kinds of employers that are covered at any size: agencies that post for
    /// others.
    #[serde(default)]
    pub any_size: Vec<Sector>,
    /// Only holders of federal contracts.
    #[serde(default)]
    pub federal_contractor: Option<bool>,
    /// Other conditions, in words; they make the application uncertain.
    #[serde(default)]
    pub unless: Option<String>,
}

/// Where employees are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    #[default]
    Anywhere,
    InJurisdiction,
    /// The law does not say.
    Unclear,
}

/// Which work an act reaches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Work done wholly or partly in the place.
    #[serde(default = "Answer::yes")]
    pub performed_in: Answer,
    /// Remote work that a person in the place could do.
    #[serde(default = "Answer::no")]
    pub remote_could_be: Answer,
    /// What decides whether such work is reached and no posting shows, in words that
    /// follow "it depends on", where statute or agency name it. It makes the
    /// application uncertain.
    #[serde(default)]
    pub remote_depends: Option<String>,
    /// Such work also where the posting shuts the place's residents out.
    #[serde(default = "Answer::no")]
    pub remote_though_excluded: Answer,
    /// Work elsewhere that reports to a supervisor, office or site in the place.
    #[serde(default = "Answer::no")]
    pub reports_to: Answer,
    /// Codes of the parts of the place that are reached, where that is not all of
    /// it: a county's ordinance that leaves out its cities. Where a posting names
    /// no narrower place, nobody can tell.
    #[serde(default)]
    pub within: Vec<String>,
    /// Codes of the parts of the place that are not reached: Northern Ireland, where
    /// a law is Great Britain's alone.
    #[serde(default)]
    pub outside: Vec<String>,
    /// How the reach is to be read, in a line.
    #[serde(default)]
    pub note: Option<String>,
}

impl Reach {
    /// True if a place, given with all that it lies in, is in a part that is not reached.
    pub fn leaves_out(&self, outer: &[Jurisdiction]) -> bool {
        let is_part = |code: &Jurisdiction| self.outside.iter().any(|part| part == code.code());
        outer.iter().any(is_part)
    }
}

impl Default for Reach {
    fn default() -> Self {
        Reach {
            performed_in: Answer::Yes,
            remote_could_be: Answer::No,
            remote_depends: None,
            remote_though_excluded: Answer::No,
            reports_to: Answer::No,
            within: Vec::new(),
            outside: Vec::new(),
            note: None,
        }
    }
}

/// A settled or unsettled question of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    /// Neither statute nor agency settles it.
    Unclear,
}

impl Answer {
    fn yes() -> Self {
        Answer::Yes
    }
    fn no() -> Self {
        Answer::No
    }
}

/// A demand on one element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The element's id.
    pub element: String,
    /// Whether the element must be there. A demand can also only mind problems
    /// of an element that may be left out.
    #[serde(default = "always")]
    pub required: bool,
    /// The element's problems that the law minds, each with what that rests on.
    #[serde(default)]
    pub minds: BTreeMap<String, Basis>,
    /// What the demand as such rests on, where it differs from the version's.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// A narrower citation.
    #[serde(default)]
    pub citation: Option<String>,
    /// What the posting must say for this demand to apply.
    #[serde(default)]
    pub when: Option<Condition>,
    /// What no posting shows and decides whether the demand applies, in words
    /// that follow "it depends on": "whether a bonus is paid". It makes the
    /// application uncertain.
    #[serde(default)]
    pub unless: Option<String>,
    /// Kinds of postings for which the law leaves open whether the demand applies,
    /// or whether what they have is enough.
    #[serde(default)]
    pub unsettled: Vec<Unsettled>,
    /// Figures of this law that the element's problems compare with: the minimum
    /// wage in dollars an hour, the widest spread of a pay range.
    #[serde(default)]
    pub figures: BTreeMap<String, f64>,
    /// Figures that a configuration can set, under `parameters`, each with what it
    /// means: of practice and policy, since those of law stand fast. Where
    /// `figures` gives none, the problem is minded once somebody sets it.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
    /// What this law wants to read, where it is more than the element's own help.
    #[serde(default)]
    pub wants: Option<String>,
    /// What to write where the element is missing, if this law prescribes other
    /// words than the element's own; also for problems that the same words mend.
    #[serde(default)]
    pub write: Option<String>,
}

fn always() -> bool {
    true
}

/// A question that a law leaves open for some postings. It makes the application
/// uncertain for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unsettled {
    /// What the posting says, for the question to arise: `{element: pay-link}`.
    pub when: Condition,
    /// The question, in words that follow "it depends on": "whether a link is enough".
    pub on: String,
}

/// A posting that shows what a law asks and what it leaves alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawExample {
    /// What it shows: "too small an employer".
    pub about: String,
    /// A posting in Markdown, or a page of HTML where it begins with `<html`.
    pub posting: String,
    /// The day on which it is judged; the latest day on which a version of the
    /// law was verified where nothing is said.
    #[serde(default)]
    pub as_of: Option<String>,
    /// What is told about the employer.
    #[serde(default)]
    pub employer: ToldEmployer,
    /// Findings in which this law is named: `pay-range/missing`, or the id of a
    /// wording, each with its severity on this law alone. Others may be found
    /// beside them.
    #[serde(default)]
    pub finds: BTreeMap<String, crate::diagnostic::Severity>,
    /// Codes (elements or wordings) for which this law must not be named. An
    /// example with neither `finds` nor `silent` must find nothing of this law.
    #[serde(default)]
    pub silent: Vec<String>,
}

/// What a rule's example or a configuration tells about the employer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToldEmployer {
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub headcount: Option<u32>,
    /// Employees by jurisdiction code.
    #[serde(default)]
    pub headcount_in: BTreeMap<String, u32>,
    #[serde(default)]
    pub federal_contractor: Option<bool>,
    #[serde(default)]
    pub sector: Option<Sector>,
}
