//! Codes of places where law is made and work is done.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A jurisdiction by its code: `US`, `US-CA` (ISO 3166-2), and below that the
/// letters and digits of the full name in upper case: the city of Los Angeles is
/// `US-CA-LOSANGELES`, the county `US-CA-LOSANGELESCOUNTY`. New York City, which
/// everybody abbreviates, is `US-NY-NYC`.
///
/// A city and its county are both children of the state, since a city may lie
/// in several counties (New York City); who lies in what is the gazetteer's
/// knowledge, not the code's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Jurisdiction(String);

impl Jurisdiction {
    /// The jurisdiction of a code in canonical form.
    pub fn new(code: impl Into<String>) -> Self {
        Jurisdiction(code.into())
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// ISO 3166-1 code of the country.
    pub fn country(&self) -> &str {
        let end = self.0.bytes().position(|byte| byte == b'-');
        &self.0[..end.unwrap_or(self.0.len())]
    }

    /// ISO 3166-2 code of the state or province, if the code names one.
    pub fn region(&self) -> Option<&str> {
        let country = self.country().len();
        let rest = self.0.get(country + 1..)?;
        let end = rest.find('-').unwrap_or(rest.len());
        Some(&self.0[..country + 1 + end])
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
