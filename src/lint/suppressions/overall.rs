//! What only a whole run can say of the suppressions of configurations: that one
//! has come to its end, or accepts nothing in any of its files.

use super::{About, Listed, complaint, is_judged};
use crate::diagnostic::Diagnostic;
use crate::document::plain;
use crate::facts::Facts;
use crate::lint::{FileReport, PostingReport, Settings, findings};
use crate::posting;
use crate::rules::RuleSet;
use crate::text::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// An entry of a configuration: its file, and where it begins in it.
type Entry = (String, usize);

/// What a run has seen of the suppressions of its configurations.
#[derive(Debug, Default)]
pub struct Overall {
    /// Those that have accepted something.
    used: BTreeSet<Entry>,
}

fn entry(listed: &Listed) -> Entry {
    (listed.source.name.clone(), listed.at.start)
}

impl Overall {
    /// What one file shows, checked with `settings`.
    pub fn of(report: &FileReport, settings: &Settings) -> Overall {
        let findings = report.postings.iter().flat_map(|p| &p.findings);
        let suppressed = findings.filter_map(|f| f.suppressed.as_ref());
        let used = suppressed.filter_map(|suppression| suppression.entry);
        Overall {
            used: used.map(|at| entry(&settings.suppressions[at])).collect(),
        }
    }

    /// Adds what another file shows.
    pub fn add(&mut self, other: Overall) {
        self.used.extend(other.used);
    }

    /// What is wrong with the suppressions of the configurations by which files
    /// were checked, a report for each configuration. `has_read` says whether the
    /// run has read all that it could of a folder or file.
    pub fn complaints<'s>(
        &self,
        checked: &[(&RuleSet, &'s Settings)],
        has_read: impl Fn(&Path) -> bool,
    ) -> Vec<(FileReport, &'s Settings)> {
        // Of a rule that some of the files were not held against nothing is known.
        let mut unjudged = BTreeSet::new();
        for (rules, settings) in checked {
            let of_some = settings.suppressions.iter().filter(|listed| {
                let mut codes = listed.codes.iter();
                !codes.all(|code| is_judged(code, rules, settings))
            });
            unjudged.extend(of_some.map(entry));
        }
        let mut seen = BTreeSet::new();
        let mut files = BTreeMap::new();
        for (_, settings) in checked {
            for listed in settings.suppressions.iter() {
                let entry = entry(listed);
                if !seen.insert(entry.clone()) {
                    continue;
                }
                let ended = listed.until.filter(|day| *day < settings.as_of);
                let is_idle = !self.used.contains(&entry) && !unjudged.contains(&entry);
                let is_idle = is_idle && has_read(&listed.reach);
                for code in &listed.codes {
                    let about = match ended {
                        Some(day) => About::Expired(code, day),
                        None if is_idle => About::UnusedAnywhere(code),
                        None => continue,
                    };
                    let complaint = complaint(listed.at, about);
                    if settings.wants_finding(&complaint) {
                        let complaint = findings::as_loud_as_wanted(complaint, settings);
                        let (_, _, complaints) = files
                            .entry(&listed.source.name)
                            .or_insert_with(|| (&listed.source, *settings, Vec::new()));
                        complaints.push(complaint);
                    }
                }
            }
        }
        let files = files.into_values();
        files
            .map(|(source, settings, all)| (report(Arc::clone(source), all), settings))
            .collect()
    }
}

/// A report on a configuration, which is no posting.
fn report(source: Arc<Source>, complaints: Vec<Diagnostic>) -> FileReport {
    let mut found = posting::find(Arc::new(plain::read(&source)));
    let mut posting = found.swap_remove(0);
    posting.is_posting = false;
    posting.key.clear();
    let mut report = PostingReport {
        posting,
        facts: Facts::default(),
        findings: complaints,
        verdicts: Vec::new(),
    };
    findings::sort(&mut report.findings);
    findings::number(report.findings.iter_mut());
    FileReport {
        source,
        postings: vec![report],
        problems: Vec::new(),
    }
}
