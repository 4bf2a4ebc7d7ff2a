//! Missing elements → insertions from a company's own templates, each tried
//! before it is offered: what it claims to mend must be gone when the result is
//! read again. It holds no wording of its own and writes no file.

use super::{Linter, PostingReport, Settings, Templates};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Insertion, NotEditable, Reading};
use crate::posting::{Posting, Role};
use crate::rules::schema::Element;
use crate::text::{Folded, Raw, Source, Span, View};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How much a person still has to do about a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// The company's own complete text is put in, and the finding is gone.
    Safe,
    /// The text has blanks that a person must fill.
    Unsafe,
}

/// What can be mended in one file.
#[derive(Debug)]
pub struct Mending {
    /// The file as it was read.
    pub source: Arc<Source>,
    /// The mended text; nothing where there is nothing to mend.
    pub text: Option<String>,
    /// What was put in, in text order.
    pub applied: Vec<Applied>,
    /// Findings of missing elements that stay.
    pub left: Vec<Left>,
}

/// A fix that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The element.
    pub element: String,
    /// Which posting of the file.
    pub posting: String,
    pub safety: Safety,
    /// The blanks to fill, as they are written.
    pub blanks: Vec<String>,
}

/// A finding that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The element.
    pub element: String,
    /// Line of the finding, from 1.
    pub line: usize,
    pub why: WhyLeft,
}

/// Why a finding was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyLeft {
    /// There is no template for it.
    NoTemplate,
    /// Its template has blanks, and such were not asked for.
    HasBlanks(Vec<String>),
    /// Its text is there already, with blanks that nobody has filled.
    AwaitsFilling(Vec<String>),
    NotEditable(NotEditable),
    /// With the template's text in place it was still found.
    NotMended,
    /// The template's text would bring another finding with it.
    Brings(String),
}

/// A fix that is tried.
#[derive(Debug, Clone)]
struct Attempt {
    applied: Applied,
    line: usize,
    insertion: Insertion,
    /// Where in the order of a posting it belongs.
    rank: usize,
}

impl Linter {
    /// Tries to mend missing elements of one file with `templates`; those with
    /// blanks only if `allow_unsafe`.
    pub fn mend(
        &self,
        reading: Reading,
        settings: &Settings,
        templates: &Templates,
        allow_unsafe: bool,
    ) -> Mending {
        let report = self.check(reading, settings);
        let source = Arc::clone(&report.source);
        // Of which posting, and what.
        let mut left: Vec<(String, Left)> = Vec::new();
        let mut attempts: Vec<Attempt> = Vec::new();
        let mut tried = BTreeSet::new();
        let before = known(&report.postings);
        let mut missing = self.missing(&report.postings, &source);
        let text = loop {
            // What a text brings in, such as a law that asks for more once the
            // employer is named, is mended along: else a second run would.
            for (posting, rule, line) in missing.drain(..) {
                let Some(posting) = report.postings.iter().find(|p| p.posting.key == posting)
                else {
                    continue;
                };
                if !tried.insert(id(&posting.posting.key, rule)) {
                    continue;
                }
                match attempt(rule, posting, templates, allow_unsafe) {
                    Ok((insertion, applied)) => attempts.push(Attempt {
                        applied,
                        line,
                        insertion,
                        rank: rank(rule),
                    }),
                    Err(why) => {
                        let element = rule.element.clone();
                        left.push((posting.posting.key.clone(), Left { element, line, why }));
                    }
                }
            }
            if attempts.is_empty() {
                break None;
            }
            attempts.sort_by(|a, b| {
                let place = |attempt: &Attempt| (attempt.insertion.at, attempt.rank);
                (place(a), &a.applied.element).cmp(&(place(b), &b.applied.element))
            });
            let text = applied(&source.text, &attempts);
            let after = self.check(document::read(&source.name, text.as_bytes()), settings);
            let failed = failed(&attempts, &after.postings, &before);
            if failed.is_empty() {
                missing = self.missing(&after.postings, &after.source);
                let found: BTreeSet<_> = missing.iter().map(|(p, rule, _)| id(p, rule)).collect();
                missing.retain(|(posting, rule, _)| !tried.contains(&id(posting, rule)));
                if missing.is_empty() {
                    // A text can mend more than it is for: it may name the employer.
                    left.retain(|(posting, left)| {
                        found.contains(&(posting.clone(), left.element.clone()))
                    });
                    break Some(text);
                }
                continue;
            }
            for (at, why) in failed.into_iter().rev() {
                let attempt = attempts.remove(at);
                let Applied {
                    element, posting, ..
                } = attempt.applied;
                let line = attempt.line;
                left.push((posting, Left { element, line, why }));
            }
        };
        let mut left: Vec<Left> = left.into_iter().map(|(_, left)| left).collect();
        left.sort_by(|a, b| (a.line, &a.element).cmp(&(b.line, &b.element)));
        Mending {
            source,
            text,
            applied: attempts
                .into_iter()
                .map(|attempt| attempt.applied)
                .collect(),
            left,
        }
    }

    /// Missing elements: of which posting, which, and the line of the finding.
    fn missing(
        &self,
        postings: &[PostingReport],
        source: &Source,
    ) -> Vec<(String, &Element, usize)> {
        let of_posting = |posting: &PostingReport| {
            let findings = posting.open().filter(|f| f.problem == "missing");
            let missing = findings.filter_map(|finding| {
                let rule = &self.rules().element(&finding.code)?.rule;
                let line = source.position(finding.primary.span.start).line;
                Some((posting.posting.key.clone(), rule, line))
            });
            missing.collect::<Vec<_>>()
        };
        postings.iter().flat_map(of_posting).collect()
    }
}

/// A missing element of a posting.
fn id(posting: &str, rule: &Element) -> (String, String) {
    (posting.to_owned(), rule.element.clone())
}

fn attempt(
    rule: &Element,
    report: &PostingReport,
    templates: &Templates,
    allow_unsafe: bool,
) -> Result<(Insertion, Applied), WhyLeft> {
    let posting = &report.posting;
    let template = templates.get(&rule.element).ok_or(WhyLeft::NoTemplate)?;
    let blanks = blanks(template);
    if !blanks.is_empty() {
        if stands_in(template, posting) {
            return Err(WhyLeft::AwaitsFilling(blanks));
        }
        if !allow_unsafe {
            return Err(WhyLeft::HasBlanks(blanks));
        }
    }
    let words = behind(posting, &rule.missing.belongs_in)
        .ok_or(WhyLeft::NotEditable(NotEditable::NoPlace))?;
    let insertion =
        document::insert_after(&posting.document, words, template).map_err(WhyLeft::NotEditable)?;
    let safety = if blanks.is_empty() {
        Safety::Safe
    } else {
        Safety::Unsafe
    };
    let applied = Applied {
        element: rule.element.clone(),
        posting: posting.key.clone(),
        safety,
        blanks,
    };
    Ok((insertion, applied))
}

/// The blanks of a template: words in square brackets that are no link.
fn blanks(template: &str) -> Vec<String> {
    let mut blanks = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('[') {
        rest = &rest[open..];
        let Some(close) = rest.find(']') else {
            break;
        };
        // Of brackets within one another the inner ones are the blank.
        rest = &rest[rest[..close].rfind('[').unwrap_or(0)..];
        let (blank, after) = rest.split_at(rest.find(']').map_or(rest.len(), |at| at + 1));
        let is_link = after.starts_with(['(', '[']);
        if !is_link && !blanks.iter().any(|known| known == blank) && blank.len() > 2 {
            blanks.push(blank.to_owned());
        }
        rest = after;
    }
    blanks
}

/// Whether the posting has the template's text already.
fn stands_in(template: &str, posting: &Posting) -> bool {
    let plain = |text: &str| {
        let folded = Folded::of(text);
        let words = folded.text().split(|c: char| !c.is_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    plain(&posting.text).contains(&plain(template))
}

/// The words behind which an element belongs: the end of the first section
/// where it fits, else of the whole text.
fn behind(posting: &Posting, belongs_in: &[String]) -> Option<Span<View>> {
    let sections = || {
        let text = posting.sections.iter();
        text.filter(|section| section.role != Role::Fields)
    };
    // What stands before the first heading is where a posting begins, and a
    // place for nothing else.
    let fitting = belongs_in
        .iter()
        .filter(|role| *role != Role::Opening.name());
    let fitting = fitting
        .filter_map(|role| sections().find(|section| section.role.name() == role))
        .map(|section| section.span);
    let whole = sections().map(|section| section.span).reduce(Span::cover);
    fitting
        .chain(whole)
        .find(|span| !posting.words(*span).trim().is_empty())
        .map(|span| {
            let words = posting.words(span).trim_end();
            Span::new(span.start, span.start + words.len())
        })
}

/// Elements for one place stand in the order of the sections of a posting.
fn rank(rule: &Element) -> usize {
    let best = rule.missing.belongs_in.first();
    let place = best.and_then(|best| Role::ALL.iter().position(|role| role.name() == best));
    place.unwrap_or(Role::ALL.len())
}

/// The text with all insertions, which are in text order.
fn applied(text: &str, attempts: &[Attempt]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for attempt in attempts {
        out.push_str(&text[from..attempt.insertion.at]);
        out.push_str(&attempt.insertion.text);
        from = attempt.insertion.at;
    }
    out.push_str(&text[from..]);
    out
}

/// An element's problem in a posting, of which there is one finding wherever it
/// points.
type OfElement = (String, String, String);

fn known(postings: &[PostingReport]) -> BTreeSet<OfElement> {
    let findings = postings.iter().flat_map(|p| p.open());
    findings.filter_map(of_element).collect()
}

/// Nothing for a wording: it is found once for each place, and each is new that
/// stands in what is put in.
fn of_element(finding: &Diagnostic) -> Option<OfElement> {
    let Diagnostic {
        posting,
        code,
        problem,
        ..
    } = finding;
    let is_wording = problem == "wording";
    (!is_wording).then(|| (posting.clone(), code.clone(), problem.clone()))
}

/// The attempts that did not do what they claim, by their place, in order.
fn failed(
    attempts: &[Attempt],
    after: &[PostingReport],
    before: &BTreeSet<OfElement>,
) -> Vec<(usize, WhyLeft)> {
    let found = known(after);
    let mut failed = Vec::new();
    let mut shift = 0;
    for (at, attempt) in attempts.iter().enumerate() {
        let start = attempt.insertion.at + shift;
        shift += attempt.insertion.text.len();
        let written = Span::new(start, attempt.insertion.at + shift);
        let Applied {
            element,
            posting,
            safety,
            ..
        } = &attempt.applied;
        let own = (posting.clone(), element.clone(), "missing".to_owned());
        if *safety == Safety::Safe && found.contains(&own) {
            failed.push((at, WhyLeft::NotMended));
            continue;
        }
        let blanks = attempt.blanks(start);
        // What is said of a blank, and of the element that it is part of, is
        // settled when a person fills it. Advice on the element itself is less
        // than that it is missing.
        let may_stay = |finding: &Diagnostic| {
            let is_slight = *safety == Safety::Unsafe || finding.severity == Severity::Advice;
            is_slight && finding.code == *element
                || blanks.iter().any(|b| b.overlaps(finding.primary.span))
        };
        let is_known = |finding| of_element(finding).is_some_and(|id| before.contains(&id));
        let findings = after.iter().flat_map(|posting| posting.open());
        let mut brought = findings.filter(|finding| {
            written.contains(finding.primary.span) && !is_known(finding) && !may_stay(finding)
        });
        if let Some(brought) = brought.next() {
            let why = format!("{}: {}", brought.code, brought.message);
            failed.push((at, WhyLeft::Brings(why)));
        }
    }
    failed
}

impl Attempt {
    /// Where its blanks stand when its text begins at `start`.
    fn blanks(&self, start: usize) -> Vec<Span<Raw>> {
        let text = self.insertion.text.as_str();
        let blanks = self.applied.blanks.iter();
        blanks
            .flat_map(|blank| text.match_indices(blank.as_str()))
            .map(|(at, blank)| Span::new(start + at, start + at + blank.len()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;
    use crate::posting;

    #[test]
    fn blanks_are_told_from_links() {
        for (template, expected) in [
            ("We decide by merit.", &[][..]),
            ("$[minimum] to $[maximum]", &["[minimum]", "[maximum]"]),
            ("[date], again [date]", &["[date]"]),
            ("[our page](https://a.example) or [name][1]", &["[1]"]),
            ("an open [ and an empty []", &[]),
        ] {
            assert_eq!(blanks(template), expected, "{template}");
        }
    }

    #[test]
    fn a_text_that_is_there_is_known_though_it_is_set_otherwise() {
        let source = Source::from_text("a.txt", "Cook\n\nThe PAY  is\n$[low] – $[high].\n");
        let document = plain::read(&Arc::new(source));
        let posting = &posting::find(Arc::new(document))[0];
        for (template, expected) in [
            ("The pay is **$[low]** - $[high].", true),
            ("The pay is $[low].", true),
            ("The pay is $[high].", false),
            ("ay is", false),
        ] {
            assert_eq!(stands_in(template, posting), expected, "{template}");
        }
    }
}
