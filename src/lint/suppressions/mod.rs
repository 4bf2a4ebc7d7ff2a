//! Findings that somebody has accepted, and what is wrong with the ways of
//! saying so. It knows findings; it knows no law and no output.
//!
//! A comment for the next line accepts findings whose place begins on the next
//! line that is not blank. A comment for the whole file and a value of the
//! front matter accept the findings of all its postings, wherever they point;
//! where a file holds several postings, a comment within one speaks of that one.
//! A code accepts exactly itself: `pay-range/missing` one problem, `pay-range`
//! all problems of the element. What does not do as it says accepts nothing and
//! is a finding itself.

mod directive;
mod lines;
mod listed;
mod overall;

pub use listed::{Listed, Paths};
pub use overall::Overall;

use super::own::{SUPPRESSION, check_code};
use super::{PostingReport, Settings, findings, own};
use crate::diagnostic::{Diagnostic, Fingerprint, Label, Severity, Suppression, SuppressionOrigin};
use crate::document::Document;
use crate::domain::date::Date;
use crate::posting::Role;
use crate::rules::RuleSet;
use crate::text::{Raw, Span};
use directive::{Directive, Fault, Reach};
use lines::Lines;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Marks the accepted findings of the postings of one file, and adds findings
/// about the suppressions themselves.
pub(super) fn apply(
    name: &str,
    postings: &mut [PostingReport],
    rules: &RuleSet,
    settings: &Settings,
) {
    let mut start = 0;
    while start < postings.len() {
        let document = Arc::clone(&postings[start].posting.document);
        let of_same = |report: &PostingReport| Arc::ptr_eq(&report.posting.document, &document);
        let len = postings[start..].iter().take_while(|r| of_same(r)).count();
        within(
            &document,
            &mut postings[start..start + len],
            rules,
            settings,
        );
        start += len;
    }
    for (entry, listed) in settings.suppressions.iter().enumerate() {
        let has_ended = listed.until.is_some_and(|day| day < settings.as_of);
        if !has_ended && listed.is_of_file(name) {
            accept_listed(entry, listed, postings);
        }
    }
}

/// A suppression that is ready to be held against findings.
struct Ready {
    at: Span<Raw>,
    origin: SuppressionOrigin,
    directive: Directive,
    /// The line (from 0) that it speaks of.
    line: Option<usize>,
    /// The postings that it speaks of.
    postings: Range<usize>,
    /// For each of its codes, whether it has accepted something.
    used: Vec<bool>,
}

/// What the document itself says of its postings.
fn within(
    document: &Document,
    postings: &mut [PostingReport],
    rules: &RuleSet,
    settings: &Settings,
) {
    let comments = document.comments.iter().filter_map(|comment| {
        let read = directive::of_comment(&comment.text)?;
        Some((comment.span, SuppressionOrigin::Comment, read))
    });
    let notes = directive::of_notes(&document.notes).into_iter();
    let notes = notes.map(|(at, read)| (at, SuppressionOrigin::FrontMatter, read));
    let said: Vec<_> = comments.chain(notes).collect();
    // Where nothing is judged, nothing can be accepted.
    let Some(first) = postings.iter().position(|r| r.posting.is_posting) else {
        return;
    };
    if said.is_empty() {
        return;
    }
    let starts = starts(document, postings);
    let mut lines = Lines::of(document);
    let mut complaints: Vec<(usize, Diagnostic)> = Vec::new();
    let mut ready = Vec::new();
    for (at, origin, read) in said {
        let own = match origin {
            SuppressionOrigin::Comment => starts.partition_point(|&start| start <= at.start),
            SuppressionOrigin::FrontMatter | SuppressionOrigin::Configuration => 0,
        };
        let postings = match own {
            0 => 0..postings.len(),
            own => own - 1..own,
        };
        let beside = if postings.len() == 1 {
            postings.start
        } else {
            first
        };
        let mut complain = |about: About<'_>| {
            complaints.push((beside, complaint(at, about)));
        };
        let mut directive = match read {
            Ok(directive) => directive,
            Err(fault) => {
                complain(About::Fault(&fault));
                continue;
            }
        };
        directive
            .codes
            .retain(|code| match check_code(code, rules) {
                Ok(()) => true,
                Err(wrong) => {
                    complain(About::UnknownCode(code, &wrong, rules));
                    false
                }
            });
        if let Some(day) = directive.until.filter(|day| *day < settings.as_of) {
            for code in &directive.codes {
                complain(About::Expired(code, day));
            }
            continue;
        }
        ready.push(Ready {
            at,
            origin,
            line: match directive.reach {
                Reach::NextLine => Some(lines.after(at.end)),
                Reach::Posting => None,
            },
            postings,
            used: vec![false; directive.codes.len()],
            directive,
        });
    }
    // The narrowest first, so that a wide one does not take what it is for.
    ready.sort_by_key(|ready| (ready.line.is_none(), ready.origin, ready.at));
    for ready in &mut ready {
        for report in &mut postings[ready.postings.clone()] {
            accept(ready, document, &mut report.findings);
        }
    }
    for ready in &ready {
        let beside = if ready.postings.len() == 1 {
            ready.postings.start
        } else {
            first
        };
        for (code, _) in ready
            .directive
            .codes
            .iter()
            .zip(&ready.used)
            .filter(|(_, u)| !**u)
        {
            if is_judged(code, rules, settings) {
                let elsewhere = elsewhere(code, ready, document, postings);
                complaints.push((beside, complaint(ready.at, About::Unused(code, elsewhere))));
            }
        }
    }
    add(complaints, postings, settings);
}

/// Where the text of each posting begins in the file.
fn starts(document: &Document, postings: &[PostingReport]) -> Vec<usize> {
    if postings.len() < 2 {
        return Vec::new();
    }
    let start = |report: &PostingReport| {
        let mut sections = report.posting.sections.iter();
        let first = sections.find(|section| section.role != Role::Fields);
        first.map_or(0, |section| document.raw(section.span).start)
    };
    postings.iter().map(start).collect()
}

/// Whether `code` names the finding: its code, or its code and problem.
pub(super) fn names(code: &str, finding: &Diagnostic) -> bool {
    match code.split_once('/') {
        Some((code, problem)) => code == finding.code && problem == finding.problem,
        None => code == finding.code,
    }
}

fn accept(ready: &mut Ready, document: &Document, findings: &mut [Diagnostic]) {
    for finding in findings.iter_mut().filter(|f| !f.is_suppressed()) {
        let line = document.source.lines().line_at(finding.primary.span.start);
        if ready.line.is_some_and(|wanted| wanted != line) {
            continue;
        }
        let Some(at) = ready.directive.codes.iter().position(|c| names(c, finding)) else {
            continue;
        };
        ready.used[at] = true;
        finding.suppressed = Some(Suppression {
            origin: ready.origin,
            reason: ready.directive.reason.clone(),
            until: ready.directive.until.map(|day| day.to_string()),
            at: Some(ready.at),
            entry: None,
        });
    }
}

/// Whether this run would have found what `code` names, so that its absence
/// means something.
fn is_judged(code: &str, rules: &RuleSet, settings: &Settings) -> bool {
    let chosen = settings.select.iter().chain(&settings.ignore);
    if chosen.clone().any(|name| rules.law(name).is_some()) {
        return false;
    }
    let element = |code: &str| code.split('/').next().unwrap_or_default().to_owned();
    let covers = |wide: &String| wide == code || *wide == element(code);
    let overlaps = |name: &String| covers(name) || element(name) == code;
    (settings.select.is_empty() || settings.select.iter().any(covers))
        && !settings.ignore.iter().any(overlaps)
}

/// The line (from 1) of a finding that a suppression of another line names.
fn elsewhere(
    code: &str,
    ready: &Ready,
    document: &Document,
    postings: &[PostingReport],
) -> Option<usize> {
    ready.line?;
    let findings = postings.iter().flat_map(|report| &report.findings);
    let mut named = findings.filter(|finding| !finding.is_suppressed() && names(code, finding));
    let start = named.next()?.primary.span.start;
    Some(document.source.position(start).line)
}

/// Holds the suppression at `entry` of the configuration against a file of which
/// it speaks. What is wrong with it is said once, at the end of the run.
fn accept_listed(entry: usize, listed: &Listed, postings: &mut [PostingReport]) {
    for report in postings {
        let title = report.facts.title.first().map(|t| t.value.text.as_str());
        if !listed.is_of_posting(&report.posting.key, title) {
            continue;
        }
        for finding in report.findings.iter_mut().filter(|f| !f.is_suppressed()) {
            if listed.codes.iter().any(|code| names(code, finding)) {
                finding.suppressed = Some(Suppression {
                    origin: SuppressionOrigin::Configuration,
                    reason: listed.reason.clone(),
                    until: listed.until.map(|day| day.to_string()),
                    at: None,
                    entry: Some(entry),
                });
            }
        }
    }
}

/// Adds findings to the postings beside which they stand.
fn add(complaints: Vec<(usize, Diagnostic)>, postings: &mut [PostingReport], settings: &Settings) {
    let wanted = complaints.into_iter();
    let mut grown = BTreeSet::new();
    for (at, complaint) in wanted.filter(|(_, c)| settings.wants_finding(c)) {
        let mut complaint = findings::as_loud_as_wanted(complaint, settings);
        complaint.posting.clone_from(&postings[at].posting.key);
        postings[at].findings.push(complaint);
        grown.insert(at);
    }
    for at in grown {
        findings::sort(&mut postings[at].findings);
    }
}

/// What is wrong with a suppression.
enum About<'a> {
    Fault(&'a Fault),
    UnknownCode(&'a str, &'a own::WrongCode, &'a RuleSet),
    Expired(&'a str, Date),
    /// With the line on which the code is found, if it is.
    Unused(&'a str, Option<usize>),
    /// Of all files in which an entry of the configuration could accept it.
    UnusedAnywhere(&'a str),
}

fn complaint(at: Span<Raw>, about: About<'_>) -> Diagnostic {
    let (problem, message, help) = match about {
        About::Fault(Fault::NoReason { codes }) => (
            "no-reason",
            format!("The suppression of {} gives no reason", quoted(codes)),
            None,
        ),
        About::Fault(Fault::Malformed { message, help }) => (
            "malformed",
            format!("This suppression is not understood: {message}"),
            help.clone(),
        ),
        About::UnknownCode(code, wrong, rules) => (
            "unknown-code",
            match rules.law(code) {
                Some(_) => format!("`{code}` is a law, and laws cannot be suppressed"),
                None => upper_first(&wrong.message),
            },
            match rules.law(code) {
                Some(_) => Some("name the code of the finding: pay-range/missing".to_owned()),
                None => Some(wrong.help.clone()),
            },
        ),
        About::Expired(code, day) => (
            "expired",
            format!("The suppression of `{code}` ended on {day}"),
            None,
        ),
        About::Unused(code, elsewhere) => (
            "unused",
            format!("The suppression of `{code}` suppresses nothing"),
            elsewhere.map(|line| {
                format!("`{code}` is found on line {line}; put the comment right before that line")
            }),
        ),
        About::UnusedAnywhere(code) => (
            "unused",
            format!("The suppression of `{code}` suppresses nothing in any file"),
            Some("remove the entry, or mend its `path` or `posting`".to_owned()),
        ),
    };
    let own = own::own_code(SUPPRESSION).and_then(|own| own.problem(problem));
    let fingerprint = Fingerprint::of(SUPPRESSION, problem, "", &message);
    Diagnostic {
        code: SUPPRESSION.to_owned(),
        problem: problem.to_owned(),
        severity: Severity::Warning,
        message,
        why: own.map(|own| own.about.to_owned()),
        help: help.or_else(|| own.map(|own| own.help.to_owned())),
        write: None,
        primary: Label {
            span: at,
            text: String::new(),
        },
        related: Vec::new(),
        authorities: Vec::new(),
        conflicts: Vec::new(),
        posting: String::new(),
        fingerprint,
        suppressed: None,
    }
}

fn quoted(codes: &[String]) -> String {
    let quoted: Vec<_> = codes.iter().map(|code| format!("`{code}`")).collect();
    quoted.join(", ")
}

fn upper_first(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next();
    first.map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests;
