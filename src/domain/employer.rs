//! What the user tells about the employer. Everything may be untold.

use super::place::Jurisdiction;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Facts about the employer that a posting seldom states and laws ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employer {
    /// The name, where the posting does not say it.
    pub name: Option<String>,
    /// Employees everywhere.
    pub headcount: Option<u32>,
    /// Employees in single places. A place that is not listed is untold.
    pub headcount_in: BTreeMap<Jurisdiction, u32>,
    /// Holds federal contracts or subcontracts.
    pub federal_contractor: Option<bool>,
    /// Private business or public body.
    pub sector: Option<Sector>,
}

/// Who the employer is, for laws that reach only one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    Private,
    Public,
    /// An employment agency or recruiter that posts for others.
    Agency,
}
