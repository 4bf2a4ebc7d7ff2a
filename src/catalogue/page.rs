//! A page of text in the making, and how the parts of a law read in words.

use crate::diagnostic::Basis;
use crate::domain::employer::Sector;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::report::human::basis_name;
use crate::report::terminal::{Ink, Style, safe_line, width, wrap};
use crate::rules::schema::{Answer, Counted, Coverage, Reach, Sureness};
use crate::rules::{Law, Version};

/// Text for a terminal, line by line.
pub(super) struct Page<'s> {
    style: &'s Style,
    out: String,
}

impl<'s> Page<'s> {
    /// A page under a title: the code, and what it is called.
    pub fn titled(style: &'s Style, code: &str, title: &str) -> Self {
        let mut page = Page {
            style,
            out: String::new(),
        };
        let title = format!(
            "{}  {}",
            style.paint(Ink::Strong, &safe_line(code)),
            safe_line(title)
        );
        page.line(&title);
        page
    }

    /// A blank line and a heading.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        let text = self.style.paint(Ink::Strong, &safe_line(text));
        self.line(&text);
    }

    /// A blank line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A paragraph, wrapped.
    pub fn text(&mut self, indent: usize, text: &str) {
        self.hanging(indent, "", text);
    }

    /// A paragraph that follows a name, its lines under one another.
    pub fn hanging(&mut self, indent: usize, name: &str, text: &str) {
        let lead = width(name);
        let room = self.style.width.saturating_sub(indent + lead).max(20);
        let words = crate::report::terminal::safe(text);
        for (index, line) in wrap(&words, room).iter().enumerate() {
            let lead = if index == 0 {
                self.style.paint(Ink::Faint, &safe_line(name))
            } else {
                " ".repeat(lead)
            };
            self.line(&format!("{}{lead}{line}", " ".repeat(indent)));
        }
    }

    /// A name in the foreground with what is to be said of it on the lines
    /// below.
    pub fn item(&mut self, indent: usize, name: &str, text: &str) {
        let name = self.style.paint(Ink::Strong, &safe_line(name));
        self.line(&format!("{}{name}", " ".repeat(indent)));
        self.text(indent + 2, text);
    }

    /// An address on a line of its own.
    pub fn url(&mut self, indent: usize, url: &str) {
        let url = safe_line(url);
        let link = self.style.link(&url, &url);
        self.line(&format!("{}{link}", " ".repeat(indent)));
    }

    /// A text to copy.
    pub fn write(&mut self, indent: usize, text: &str) {
        let room = self.style.width.saturating_sub(indent).max(20);
        for line in wrap(&crate::report::terminal::safe(text), room) {
            let line = self.style.paint(Ink::Write, &line);
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    /// The page.
    pub fn done(self) -> String {
        self.out
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

/// "Washington (us-wa)".
pub(super) fn law_name(law: &Law) -> String {
    format!("{} ({})", law.name, law.id)
}

/// "since 2023-01-01", "from 2027-09-26 on", "2023-01-01 to 2025-07-26".
pub(super) fn time(version: &Version, day: crate::domain::date::Date) -> String {
    match (version.from, version.until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) if from > day => format!("from {from} on"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "in force".to_owned(),
    }
}

/// "employers of 15 or more", with what else is a condition.
pub(super) fn covers(coverage: &Coverage, place: &str) -> String {
    let Coverage {
        headcount,
        counted,
        local_headcount,
        sectors,
        any_size,
        federal_contractor,
        unless,
    } = coverage;
    let kind = |sector: &Sector| match sector {
        Sector::Private => "private employers",
        Sector::Public => "public bodies",
        Sector::Agency => "agencies",
    };
    let mut parts = Vec::new();
    let mut who: Vec<&str> = sectors.iter().map(kind).collect();
    if *federal_contractor == Some(true) {
        who.push("federal contractors");
    }
    let who = if who.is_empty() {
        "employers".to_owned()
    } else {
        who.join(", ")
    };
    match headcount {
        Some(least) => {
            let where_ = match counted {
                Counted::Anywhere => String::new(),
                Counted::InJurisdiction => format!(" in {place}"),
                Counted::Unclear => " (where is not settled)".to_owned(),
            };
            parts.push(format!("{who} with {least} or more employees{where_}"));
        }
        None if who == "employers" && unless.is_none() => {
            parts.push("all employers".to_owned());
        }
        None => parts.push(who),
    }
    if !any_size.is_empty() {
        let kinds: Vec<_> = any_size.iter().map(kind).collect();
        parts.push(format!("{} of any size", kinds.join(", ")));
    }
    if let Some(least) = local_headcount {
        parts.push(format!("{least} or more in {place}"));
    }
    if let Some(unless) = unless {
        parts.push(format!("depends on {unless}"));
    }
    parts.join("; ")
}

/// Which work is reached, in words.
pub(super) fn reach(reach: &Reach, place: &str) -> String {
    let Reach {
        performed_in,
        remote_could_be,
        remote_depends,
        remote_though_excluded,
        reports_to,
        within,
        outside,
        note,
    } = reach;
    let mut parts = Vec::new();
    for (answer, what) in [
        (performed_in, format!("work done in {place}")),
        (
            remote_could_be,
            match remote_depends {
                None => "remote work that could be done there".to_owned(),
                Some(what) => {
                    format!("remote work that could be done there (it depends on {what})")
                }
            },
        ),
        (
            remote_though_excluded,
            "such work even where its residents are shut out".to_owned(),
        ),
        (reports_to, "work that reports there".to_owned()),
    ] {
        match answer {
            Answer::Yes => parts.push(what),
            Answer::Unclear => parts.push(format!("{what} (not settled)")),
            Answer::No => {}
        }
    }
    let mut words = parts.join("; ");
    for (parts, how) in [(within, "; only in "), (outside, "; not in ")] {
        let names: Vec<_> = parts
            .iter()
            .map(|code| gazetteer::name(&Jurisdiction::new(code)))
            .collect();
        if !names.is_empty() {
            words.push_str(how);
            words.push_str(&names.join(", "));
        }
    }
    if let Some(note) = note {
        words.push_str(". ");
        words.push_str(note);
    }
    words
}

/// "statute", with the catalog's doubt about it.
pub(super) fn basis(basis: Basis, confidence: Sureness) -> String {
    let name = basis_name(basis);
    match confidence {
        Sureness::High => name.to_owned(),
        Sureness::Medium => format!("{name} (confidence medium)"),
        Sureness::Low => format!("{name} (confidence low)"),
    }
}
