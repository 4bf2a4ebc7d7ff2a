//! Findings for people at a terminal: what is wrong, where, which laws ask for
//! it, and what to write.

use super::terminal::{Excerpt, Ink, Mark, Style, safe_line, snippet, width, wrap};
use crate::diagnostic::{Authority, Basis, Diagnostic, Severity};
use crate::text::Source;
use std::collections::BTreeSet;
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

/// Renders the findings of one file.
#[derive(Debug)]
pub struct Findings<'a> {
    style: Style,
    detail: Detail,
    source: &'a Source,
    /// Laws that were told in full already, by law, citation and reason.
    told: BTreeSet<(String, String, String)>,
}

/// So many laws of a finding are told in full before the rest is only named.
const LAWS_IN_FULL: usize = 3;

impl<'a> Findings<'a> {
    /// For the findings of `source`.
    pub fn new(style: Style, detail: Detail, source: &'a Source) -> Self {
        Findings {
            style,
            detail,
            source,
            told: BTreeSet::new(),
        }
    }

    /// One finding, with a line break at its end.
    pub fn render(&mut self, finding: &Diagnostic) -> String {
        let mut marks = vec![Mark {
            span: finding.primary.span,
            text: finding.primary.text.clone(),
            is_primary: true,
        }];
        marks.extend(finding.related.iter().map(|label| Mark {
            span: label.span,
            text: label.text.clone(),
            is_primary: false,
        }));
        let excerpt = Excerpt::of(self.source, &marks, self.style.width);
        let name = format!("{}[{}]", finding.severity.name(), full_code(finding));
        let ink = ink(finding.severity);
        let mut out = snippet(&self.style, ink, &name, &finding.message, &excerpt);
        if let Some(why) = &finding.why {
            self.paragraph(&mut out, "why", why, Ink::Faint);
        }
        self.laws(&mut out, &finding.authorities);
        if let Some(help) = &finding.help {
            self.paragraph(&mut out, "help", help, Ink::Advice);
        }
        if let Some(write) = &finding.write {
            self.paragraph(&mut out, "write", write, Ink::Write);
        }
        out
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

    fn laws(&mut self, out: &mut String, authorities: &[Authority]) {
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
            let kind = match authority.basis {
                Basis::Practice => "good",
                Basis::Policy => "policy",
                Basis::Proposed
                | Basis::Inferred
                | Basis::Guidance
                | Basis::Case
                | Basis::Ordinance
                | Basis::Regulation
                | Basis::Statute => "law",
            };
            self.law(out, authority, if kind == said { "" } else { kind });
            said = kind;
        }
        let rest = &authorities[full..];
        if !rest.is_empty() {
            let names: Vec<_> = rest
                .iter()
                .map(|a| format!("{} ({})", place_name(a), a.citation))
                .collect();
            let text = format!("and {} (-v tells all)", names.join(", "));
            self.hanging(out, "", &text);
        }
    }

    /// A law: name, citation and day on one line, reason and address below.
    fn law(&mut self, out: &mut String, authority: &Authority, lead: &str) {
        let mut line = format!(
            "{}: {}, {}",
            place_name(authority),
            authority.name,
            authority.citation
        );
        let key = (
            authority.law.clone(),
            authority.citation.clone(),
            authority.because.clone(),
        );
        let is_new = self.told.insert(key);
        if !is_new && self.detail < Detail::Verbose {
            self.hanging(out, lead, &line);
            return;
        }
        if let Some(from) = &authority.from {
            let _ = write!(line, ", since {from}");
        }
        // That it is policy or practice is said before it.
        let is_law = !matches!(authority.basis, Basis::Practice | Basis::Policy);
        if is_law && !authority.basis.is_binding() {
            let _ = write!(line, " ({})", basis_name(authority.basis));
        }
        self.hanging(out, lead, &line);
        let mut reason = String::new();
        // Policy and practice hold everywhere; that need not be said each time.
        if !authority.because.is_empty() && authority.place != "*" {
            let _ = write!(reason, "applies because {}", authority.because);
        }
        if !authority.depends_on.is_empty() {
            let _ = write!(
                reason,
                "{}depends on {}",
                if reason.is_empty() { "" } else { "; " },
                authority.depends_on.join("; ")
            );
        }
        if !reason.is_empty() {
            self.hanging(out, "", &format!("  {reason}"));
        }
        if !authority.url.is_empty() {
            let url = safe_line(&authority.url);
            let _ = writeln!(out, "{}{}", " ".repeat(10), self.style.link(&url, &url));
        }
        if self.detail == Detail::Verbose {
            if let Some(penalty) = &authority.penalty {
                self.hanging(out, "", &format!("  penalty: {penalty}"));
            }
            if let Some(doubt) = &authority.doubt {
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

/// `pay-range/open-ended`, or `age-preference` for a wording.
pub fn full_code(finding: &Diagnostic) -> String {
    match finding.problem.as_str() {
        "" | "wording" => finding.code.clone(),
        problem => format!("{}/{problem}", finding.code),
    }
}

fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Advice => Ink::Advice,
    }
}

fn place_name(authority: &Authority) -> &str {
    &authority.place_name
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
