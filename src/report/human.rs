//! Findings for people at a terminal: what is wrong, where, which laws ask for
//! it, and what to write.

use super::summary::summary;
use super::terminal::{Excerpt, Ink, Mark, Style, no_command, safe_line, snippet, width, wrap};
use super::{Checked, Piece, Report, Run, Wish, cited, full_code, met};
use crate::diagnostic::{Authority, Basis, Diagnostic, Label, Severity};
use crate::lint::{FileReport, PostingReport};
use crate::text::{Raw, Source, Span};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The findings without the summary.
    Quiet,
    /// What most people want.
    Normal,
    /// Every law in full, with penalty and open doubts.
    Verbose,
}

/// The report for a terminal.
#[derive(Debug)]
pub struct Human {
    style: Style,
    detail: Detail,
}

/// The report for `wish`.
pub fn report(wish: &Wish) -> Box<dyn Report> {
    Box::new(Human {
        style: wish.style,
        detail: wish.detail,
    })
}

impl Report for Human {
    fn file(&self, checked: &Checked<'_>) -> Piece {
        let mut body = file(checked.report, self.style, self.detail);
        if self.detail == Detail::Verbose {
            body += &met::laws(checked, &self.style);
            body += &no_posting(checked.report);
        }
        Piece::body(no_command(body))
    }

    fn tail(&self, run: &Run<'_>) -> String {
        ending(run, self.detail, &self.style)
    }
}

/// The summary for people, unless they want none.
pub(super) fn ending(run: &Run<'_>, detail: Detail, style: &Style) -> String {
    match detail {
        Detail::Quiet => String::new(),
        Detail::Normal | Detail::Verbose => summary(run.totals, detail, style),
    }
}

/// The findings of one file: the loudest first, then in text order; several
/// postings one after the other, each under its name.
pub fn file(report: &FileReport, style: Style, detail: Detail) -> String {
    let mut findings = Findings::new(style, detail, &report.source);
    let mut out = String::new();
    for posting in &report.postings {
        if posting.open().next().is_none() {
            continue;
        }
        if report.postings.len() > 1 {
            let _ = writeln!(out, "{}\n", style.paint(Ink::Strong, &name(posting)));
        }
        let mut loudest_first: Vec<_> = posting.open().collect();
        loudest_first.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        for finding in loudest_first {
            out.push_str(&findings.render(finding));
            out.push('\n');
        }
    }
    out
}

/// A line for each text that was taken for no posting, which would pass unseen.
fn no_posting(report: &FileReport) -> String {
    let texts = report.postings.iter();
    let none = texts.filter(|posting| !posting.posting.is_posting);
    none.map(|posting| format!("no posting: {}\n", name(posting)))
        .collect()
}

/// "jobs.json $.jobs[3]: Line cook".
fn name(posting: &PostingReport) -> String {
    let mut name = posting.posting.document.source.name.clone();
    if !posting.posting.key.is_empty() {
        let _ = write!(name, " {}", posting.posting.key);
    }
    if let Some(title) = posting.facts.title.first() {
        let _ = write!(name, ": {}", title.value.text);
    }
    safe_line(&name).into_owned()
}

/// Renders the findings of one file.
#[derive(Debug)]
struct Findings<'a> {
    style: Style,
    detail: Detail,
    source: &'a Source,
    /// Acts that were told in full already, by law, name and reason, with what
    /// they were said to depend on.
    told: BTreeMap<(String, String, String), BTreeSet<String>>,
    /// Places that were shown to bring laws in.
    shown: BTreeSet<Span<Raw>>,
}

/// So many places beside its own are shown of a finding.
const PLACES: usize = 6;

/// So many laws of a finding are told in full before the rest is only named.
const LAWS_IN_FULL: usize = 3;

impl<'a> Findings<'a> {
    /// For the findings of `source`.
    fn new(style: Style, detail: Detail, source: &'a Source) -> Self {
        Findings {
            style,
            detail,
            source,
            told: BTreeMap::new(),
            shown: BTreeSet::new(),
        }
    }

    /// One finding, with a line break at its end.
    fn render(&mut self, finding: &Diagnostic) -> String {
        let mut marks = vec![Mark {
            span: finding.primary.span,
            text: finding.primary.text.clone(),
            is_primary: true,
        }];
        let related = self.related(finding);
        let shown = match self.detail {
            Detail::Verbose => related.len(),
            Detail::Quiet | Detail::Normal => related.len().min(PLACES),
        };
        marks.extend(related[..shown].iter().map(|label| Mark {
            span: label.span,
            text: label.text.clone(),
            is_primary: false,
        }));
        let excerpt = Excerpt::of(self.source, &marks, self.style.width);
        let name = format!("{}[{}]", finding.severity.name(), full_code(finding));
        let ink = ink(finding.severity);
        let mut out = snippet(&self.style, ink, &name, &finding.message, &excerpt);
        if shown < related.len() {
            let more = format!("and {} more places (-v shows all)", related.len() - shown);
            self.hanging(&mut out, "", &more);
        }
        // Advice is short: what, where, what to write. `explain` has the rest.
        let is_brief = finding.severity == Severity::Advice && self.detail < Detail::Verbose;
        if let Some(why) = finding.why.as_ref().filter(|_| !is_brief) {
            self.paragraph(&mut out, "why", why, Ink::Faint);
        }
        // Beside law, good practice need not be named.
        let has_law = finding.authorities.iter().any(|a| is_law(a.basis));
        let is_told = |authority: &&Authority| {
            let is_practice = authority.basis == Basis::Practice;
            self.detail == Detail::Verbose || !is_practice || !is_brief && !has_law
        };
        let told: Vec<_> = finding.authorities.iter().filter(is_told).collect();
        self.laws(&mut out, &told);
        for conflict in &finding.conflicts {
            self.paragraph(&mut out, "but", &conflict.words(), Ink::Faint);
        }
        if let Some(help) = &finding.help {
            self.paragraph(&mut out, "help", help, Ink::Advice);
        }
        if let Some(write) = &finding.write {
            self.paragraph(&mut out, "write", write, Ink::Write);
        }
        out
    }

    /// The other places of a finding. What brings a law in is shown once.
    fn related<'f>(&mut self, finding: &'f Diagnostic) -> Vec<&'f Label> {
        let is_ground = |label: &Label| {
            let grounds = finding.authorities.iter();
            grounds
                .filter_map(|a| a.brought_in_by)
                .any(|span| span == label.span)
        };
        let related = finding.related.iter();
        related
            .filter(|label| {
                !is_ground(label) || self.shown.insert(label.span) || self.detail == Detail::Verbose
            })
            .collect()
    }

    fn paragraph(&self, out: &mut String, name: &str, text: &str, ink: Ink) {
        let lead = format!("{name:>6}: ");
        let room = self.style.width.saturating_sub(width(&lead)).max(20);
        let safe = super::terminal::safe(text);
        for (index, line) in wrap(&safe, room).iter().enumerate() {
            let lead = if index == 0 {
                self.style.paint(ink, &lead)
            } else {
                " ".repeat(width(&lead))
            };
            let line = match ink {
                Ink::Write => self.style.paint(ink, line),
                _ => line.clone(),
            };
            let _ = writeln!(out, "{}", format!("{lead}{line}").trim_end());
        }
    }

    fn laws(&mut self, out: &mut String, authorities: &[&Authority]) {
        let full = match self.detail {
            Detail::Verbose => authorities.len(),
            // One more costs less room than the line that would name it.
            Detail::Quiet | Detail::Normal if authorities.len() <= LAWS_IN_FULL + 1 => {
                authorities.len()
            }
            Detail::Quiet | Detail::Normal => LAWS_IN_FULL,
        };
        let mut said = "";
        for authority in &authorities[..full] {
            let kind = if is_law(authority.basis) {
                "law"
            } else {
                "from"
            };
            self.law(out, authority, if kind == said { "" } else { kind });
            said = kind;
        }
        let rest = &authorities[full..];
        if !rest.is_empty() {
            let names: Vec<_> = rest
                .iter()
                .map(|a| format!("{} ({})", a.place_name, a.citation))
                .collect();
            let text = format!("and {} (-v tells all)", names.join(", "));
            self.hanging(out, "", &text);
        }
    }

    /// A law: name, citation and day on one line, reason and address below.
    fn law(&mut self, out: &mut String, authority: &Authority, lead: &str) {
        let mut line = cited(authority);
        let key = (
            authority.law.clone(),
            authority.name.clone(),
            authority.because.clone(),
        );
        let told = self.told.entry(key);
        let is_new = matches!(told, Entry::Vacant(_)) || self.detail == Detail::Verbose;
        let conditions = told.or_default();
        let depends_on: Vec<_> = authority
            .depends_on
            .iter()
            .filter(|condition| conditions.insert((*condition).clone()) || is_new)
            .map(String::as_str)
            .collect();
        if is_new {
            if let Some(from) = &authority.from {
                let when = if authority.is_upcoming {
                    "from"
                } else {
                    "since"
                };
                let _ = write!(line, ", {when} {from}");
            }
        } else if authority.depends_on.is_empty() {
            line.push_str(" (as above)");
        } else {
            line.push_str(" (as above, if it applies)");
        }
        // The same act can forbid one thing and its agency want another.
        if !authority.basis.is_binding() && authority.basis != Basis::Practice {
            let _ = write!(line, " ({})", basis_name(authority.basis));
        }
        self.hanging(out, lead, &line);
        let mut reason = Vec::new();
        // Policy and practice hold everywhere; that need not be said each time.
        if is_new && !authority.because.is_empty() && authority.place != "*" {
            reason.push(format!("applies because {}", authority.because));
        }
        if !depends_on.is_empty() {
            reason.push(format!("depends on {}", depends_on.join("; ")));
        }
        if !reason.is_empty() {
            self.hanging(out, "", &format!("  {}", reason.join("; ")));
        }
        let unsure = is_new.then(|| why_no_error(authority)).flatten();
        if let Some(unsure) = unsure {
            self.hanging(out, "", &format!("  only a warning: {unsure}"));
        }
        if is_new && !authority.url.is_empty() {
            let url = safe_line(&authority.url);
            let _ = writeln!(out, "{}{}", " ".repeat(10), self.style.link(&url, &url));
        }
        if self.detail == Detail::Verbose {
            if let Some(penalty) = &authority.penalty {
                self.hanging(out, "", &format!("  penalty: {penalty}"));
            }
            let doubt = authority.doubt.as_deref();
            if let Some(doubt) = doubt.filter(|doubt| unsure != Some(*doubt)) {
                self.hanging(out, "", &format!("  open question: {doubt}"));
            }
        }
    }

    fn hanging(&self, out: &mut String, name: &str, text: &str) {
        let indent = text.len() - text.trim_start().len();
        let lead = if name.is_empty() {
            " ".repeat(8)
        } else {
            format!("{name:>6}: ")
        };
        let room = self.style.width.saturating_sub(10).max(20);
        for (index, line) in wrap(&safe_line(text), room).iter().enumerate() {
            if index == 0 {
                let lead = self.style.paint(Ink::Strong, &lead);
                let _ = writeln!(out, "{lead}{}{line}", " ".repeat(indent));
            } else {
                let _ = writeln!(out, "{}{line}", " ".repeat(10));
            }
        }
    }
}

/// Why law that binds and applies makes no error: what is not certain about it.
fn why_no_error(authority: &Authority) -> Option<&str> {
    let is_silent = authority.severity != Severity::Warning
        || !authority.basis.is_binding()
        || !authority.depends_on.is_empty();
    let doubt = authority.doubt.as_deref();
    (!is_silent).then(|| doubt.unwrap_or("what is known of this law is not certain enough"))
}

/// What binds somebody, or is meant to; policy and practice do not.
fn is_law(basis: Basis) -> bool {
    match basis {
        Basis::Practice | Basis::Policy => false,
        Basis::Proposed
        | Basis::Inferred
        | Basis::Guidance
        | Basis::Case
        | Basis::Ordinance
        | Basis::Regulation
        | Basis::Statute => true,
    }
}

fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Advice => Ink::Advice,
    }
}

/// What a demand rests on, in words.
pub fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Practice => "good practice",
        Basis::Policy => "company policy",
        Basis::Proposed => "proposed, not adopted",
        Basis::Inferred => "inferred, not settled",
        Basis::Guidance => "agency guidance",
        Basis::Case => "case law",
        Basis::Ordinance => "ordinance",
        Basis::Regulation => "regulation",
        Basis::Statute => "statute",
    }
}
