//! What a run comes to: counts, and what was not told that would decide more.

use crate::diagnostic::Severity;
use crate::facts::place::PlaceRole;
use crate::facts::{Confidence, Facts};
use crate::lint::FileReport;
use crate::rules::{About, Outcome, RuleSet};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// So many files that hold no posting are named.
const WITHOUT: usize = 3;

/// The counts of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Files that were read.
    pub files: usize,
    /// Files of those that hold no posting.
    pub no_posting: usize,
    /// The names of the first of them.
    pub without: Vec<String>,
    /// Postings in them.
    pub postings: usize,
    /// Records beside these that are no postings.
    pub other_records: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    /// Findings that somebody has accepted; they are in no other count.
    pub suppressed: usize,
    /// Findings that the baseline knows; they were left out.
    pub known: usize,
    /// Files, or records of feeds, that could not be read.
    pub not_read: usize,
    /// Codes of countries where work is offered and of which the rules hold no law:
    /// that nothing is found there says little.
    pub without_law: BTreeSet<String>,
    /// Laws that cannot be decided, by what is not told about the employer.
    pub not_told: NotTold,
}

/// Ids of laws by what decides whether they apply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotTold {
    /// How many employees there are: `--headcount`.
    pub headcount: BTreeSet<String>,
    /// How many of them are in the place of the law, by its code:
    /// `--headcount-in`.
    pub headcount_in: BTreeMap<String, String>,
    /// Public body, agency, federal contractor: `--sector`, `--federal-contractor`.
    pub employer: BTreeSet<String>,
}

impl Totals {
    /// The counts of one file.
    pub fn of(report: &FileReport, rules: &RuleSet) -> Self {
        let mut totals = Totals {
            files: 1,
            not_read: report.problems.len(),
            ..Totals::default()
        };
        for posting in &report.postings {
            totals.postings += usize::from(posting.posting.is_posting);
            if posting.posting.is_posting {
                totals
                    .without_law
                    .extend(without_law(&posting.facts, rules));
            }
            for finding in &posting.findings {
                if finding.is_suppressed() {
                    totals.suppressed += 1;
                } else {
                    *totals.of_severity(finding.severity) += 1;
                }
            }
            for verdict in &posting.verdicts {
                if matches!(
                    verdict.outcome,
                    Outcome::Satisfied(_) | Outcome::NotApplicable(_)
                ) {
                    continue;
                }
                let law = &rules.laws[verdict.law];
                for gap in &verdict.gaps {
                    let laws = match gap.about {
                        About::Headcount => &mut totals.not_told.headcount,
                        About::HeadcountThere => {
                            let place = law.place.as_ref().map_or("*", |place| place.code());
                            let places = &mut totals.not_told.headcount_in;
                            places.insert(law.id.clone(), place.to_owned());
                            continue;
                        }
                        About::Employer => &mut totals.not_told.employer,
                        About::Place
                        | About::RemoteArea
                        | About::Reach
                        | About::Condition
                        | About::Reading => continue,
                    };
                    laws.insert(law.id.clone());
                }
            }
        }
        // What could not be read is told, and may be one.
        let holds_none = totals.postings == 0 && totals.not_read == 0;
        totals.no_posting = usize::from(holds_none);
        totals.without = holds_none
            .then(|| report.source.name.clone())
            .into_iter()
            .collect();
        if totals.postings > 0 {
            totals.other_records = report.postings.len() - totals.postings;
        }
        totals
    }

    /// Findings of all severities.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.advice
    }

    fn of_severity(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Advice => &mut self.advice,
        }
    }
}

/// The countries of a posting's places of which the rules hold no law. Rules without a
/// law of any place are a company's own.
fn without_law(facts: &Facts, rules: &RuleSet) -> Vec<String> {
    let laws = || rules.laws.iter().filter_map(|law| law.place.as_ref());
    if laws().next().is_none() {
        return Vec::new();
    }
    let has_law = |country: &str| laws().any(|place| place.country() == country);
    let places = facts.place.iter().filter(|found| {
        let of_the_job = matches!(found.value.role, PlaceRole::Work | PlaceRole::RemoteArea);
        of_the_job && found.confidence > Confidence::Low
    });
    let countries = places.filter_map(|found| found.value.country.as_deref());
    let countries: BTreeSet<&str> = countries.collect();
    let unknown = countries.into_iter().filter(|country| !has_law(country));
    unknown.map(str::to_owned).collect()
}

impl std::ops::AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        let Totals {
            files,
            no_posting,
            without,
            postings,
            other_records,
            errors,
            warnings,
            advice,
            suppressed,
            known,
            not_read,
            without_law,
            not_told,
        } = other;
        self.files += files;
        self.no_posting += no_posting;
        let room = WITHOUT.saturating_sub(self.without.len());
        self.without.extend(without.into_iter().take(room));
        self.postings += postings;
        self.other_records += other_records;
        self.errors += errors;
        self.warnings += warnings;
        self.advice += advice;
        self.suppressed += suppressed;
        self.known += known;
        self.not_read += not_read;
        self.without_law.extend(without_law);
        self.not_told.headcount.extend(not_told.headcount);
        self.not_told.headcount_in.extend(not_told.headcount_in);
        self.not_told.employer.extend(not_told.employer);
    }
}
