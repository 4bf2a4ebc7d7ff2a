//! What a report is to the run that fills it, and the table of all formats.

use super::terminal::Style;
use super::{Totals, human::Detail};
use crate::diagnostic::{Conflict, Diagnostic, Severity};
use crate::domain::date::Date;
use crate::lint::{FileReport, PostingReport};
use crate::rules::RuleSet;
use crate::text::Position;

/// How a run is written down in one format. Files are rendered side by side and
/// put together in their order by a [`Sheet`](super::Sheet), so a report keeps
/// nothing between them.
pub trait Report: Sync {
    /// What stands before the first file.
    fn head(&self) -> String {
        String::new()
    }

    /// A file that was read.
    fn file(&self, file: &Checked<'_>) -> Piece;

    /// A file that was not. Formats that tell of them at the end say nothing.
    fn unread(&self, _unread: &Unread) -> Piece {
        Piece::default()
    }

    /// What stands between the bodies of two pieces.
    fn separator(&self) -> &'static str {
        ""
    }

    /// What stands between the rows of all pieces and their bodies, in a format
    /// that has both: the bodies are then held back until all rows are written.
    fn middle(&self) -> Option<String> {
        None
    }

    /// What stands after the last file.
    fn tail(&self, run: &Run<'_>) -> String;
}

/// What a report says of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its line in the overview, in formats that have one.
    pub row: String,
    /// The rest.
    pub body: String,
}

impl Piece {
    /// A piece of a format without an overview.
    pub fn body(body: String) -> Self {
        Piece {
            row: String::new(),
            body,
        }
    }
}

/// A file after all work on it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    pub report: &'a FileReport,
    /// The rules that it was held against.
    pub rules: &'a RuleSet,
    /// The day by whose law it was judged.
    pub as_of: Date,
    /// The least severity that makes the run fail; nothing if none does.
    pub fails_from: Option<Severity>,
}

impl<'a> Checked<'a> {
    /// The name of the file.
    pub fn name(&self) -> &'a str {
        &self.report.source.name
    }

    /// Whether the run fails by `finding`.
    pub fn fails(&self, finding: &Diagnostic) -> bool {
        let from = self.fails_from;
        from.is_some_and(|from| finding.severity >= from)
    }

    /// What could not be read of it.
    pub fn problems(&self) -> impl Iterator<Item = Unread> + 'a {
        let source = &self.report.source;
        self.report.problems.iter().map(|problem| Unread {
            name: source.name.clone(),
            at: problem.span.map(|span| source.position(span.start)),
            message: problem.message.clone(),
            help: problem.help.clone(),
        })
    }
}

/// Something that could not be checked: a file, a record, an empty folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file or folder.
    pub name: String,
    /// Where in it.
    pub at: Option<Position>,
    pub message: String,
    pub help: Option<String>,
}

/// A run as a whole.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    pub totals: &'a Totals,
    /// All that could not be checked, in order.
    pub unread: &'a [Unread],
    /// The rule sets that files were held against, always in the same order.
    pub rules: &'a [&'a RuleSet],
}

/// What the user wants of a report, beside its format.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// What the terminal can do; plain for a file.
    pub style: Style,
    /// How much is said to people.
    pub detail: Detail,
    /// With what was understood of each posting, in the formats for programs.
    pub facts: bool,
}

/// A format by its name.
#[derive(Clone, Copy)]
pub struct Format {
    /// As `--format` takes it.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// A report in it.
    pub report: fn(&Wish) -> Box<dyn Report>,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The format of a name.
pub fn format(name: &str) -> Option<&'static Format> {
    super::FORMATS.iter().find(|format| format.name == name)
}

/// The title of a posting for headings: "Line cook ($.jobs[3])".
pub(super) fn title(posting: &PostingReport) -> String {
    let title = posting.facts.title.first();
    let title = title.map(|title| title.value.text.trim());
    match (
        title.filter(|t| !t.is_empty()),
        posting.posting.key.as_str(),
    ) {
        (Some(title), "") => title.to_owned(),
        (Some(title), key) => format!("{title} ({key})"),
        (None, "") if !posting.posting.is_posting => posting.posting.document.source.name.clone(),
        (None, "") => "Posting without a title".to_owned(),
        (None, key) => format!("Posting {key}"),
    }
}

/// `pay-range/open-ended`, or `age-preference` for a wording.
pub fn full_code(finding: &Diagnostic) -> String {
    match finding.problem.as_str() {
        "" | "wording" => finding.code.clone(),
        problem => format!("{}/{problem}", finding.code),
    }
}

/// Why, by whom and what to do, as lines of plain text for formats with one
/// field for all of it.
pub(super) fn details(finding: &Diagnostic) -> String {
    let mut lines = Vec::new();
    lines.extend(finding.why.clone());
    for authority in &finding.authorities {
        let mut line = super::cited(authority);
        if !authority.because.is_empty() && authority.place != "*" {
            line += &format!("; applies because {}", authority.because);
        }
        if !authority.depends_on.is_empty() {
            line += &format!("; depends on {}", authority.depends_on.join("; "));
        }
        if !authority.url.is_empty() {
            line += &format!("; {}", authority.url);
        }
        lines.push(line);
    }
    lines.extend(finding.conflicts.iter().map(Conflict::words));
    lines.extend(finding.help.clone());
    lines.extend(
        finding
            .write
            .as_ref()
            .map(|write| format!("Write: {write}")),
    );
    lines.join("\n")
}
