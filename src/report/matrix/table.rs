//! The matrix for a terminal: those places in full where something of their own
//! stands against the posting or that are its own, the others named in a line.

use super::{Entry, also, answer_name, objections, summary};
use crate::lint::matrix::{Answer, Level, Matrix, Row};
use crate::report::NOTICE;
use crate::report::terminal::{Ink, Style, safe_line, width, wrap};
use std::fmt::Write;

/// Narrower terminals get the names above what is said of them.
const LEAST_FOR_COLUMNS: usize = 72;

/// The column of the names; a longer one gets a line of its own.
const NAME: usize = 20;

/// The column of the answers: "doubtful" and a gap.
const ANSWER: usize = 9;

/// One posting.
pub fn posting(entry: &Entry, style: &Style) -> String {
    let mut table = Table {
        style,
        matrix: &entry.matrix,
        out: String::new(),
    };
    table.posting(entry);
    table.out
}

/// What stands once below all postings.
pub fn tail(style: &Style) -> String {
    format!("{}\n", style.paint(Ink::Faint, NOTICE))
}

struct Table<'a> {
    style: &'a Style,
    matrix: &'a Matrix,
    out: String,
}

impl Table<'_> {
    fn posting(&mut self, entry: &Entry) {
        let title = self.style.paint(Ink::Strong, &entry.name());
        let _ = writeln!(self.out, "{title}");
        let matrix = self.matrix;
        let about = format!(
            "By the law of {}, as if the work were done in each place; * marks the posting's own and those whose law reaches it.",
            entry.as_of
        );
        self.paragraph(0, &about);
        let mut countries: Vec<&str> = Vec::new();
        for row in &matrix.rows {
            if !countries.contains(&row.place.country()) {
                countries.push(row.place.country());
            }
        }
        let rows_of = |country: &str| {
            let country = country.to_owned();
            let rows = matrix.rows.iter();
            rows.filter(move |row| row.place.country() == country)
        };
        // Countries with no law of their parts stand together, the posting's own first.
        let has_parts = |country: &&str| rows_of(country).any(|row| row.level != Level::Country);
        let (divided, whole): (Vec<&str>, Vec<&str>) = countries.into_iter().partition(has_parts);
        let whole = whole.into_iter().flat_map(rows_of);
        let (own, others): (Vec<&Row>, Vec<&Row>) = whole.partition(|row| row.is_own);
        self.group(Level::Country, &own);
        for country in divided {
            for level in [Level::Country, Level::State, Level::County, Level::City] {
                let group: Vec<_> = rows_of(country).filter(|row| row.level == level).collect();
                self.group(level, &group);
            }
        }
        self.group(Level::Country, &others);
        self.out.push('\n');
        let text = summary(matrix);
        let mut letters = text.chars();
        let text: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        self.paragraph(0, &(text + "."));
        let not_told = matrix.not_told();
        if not_told.headcount {
            self.paragraph(
                0,
                "The number of employees is not told; tell it with --headcount and --headcount-in.",
            );
        } else if not_told.headcount_there {
            self.paragraph(
                0,
                "The number of employees in a place is not told; tell it with --headcount-in.",
            );
        }
        if not_told.employer {
            self.paragraph(
                0,
                "Duties of public bodies, agencies and federal contractors are left out; tell the \
                 kind of employer with --sector and --federal-contractor.",
            );
        }
    }

    fn group(&mut self, level: Level, rows: &[&Row]) {
        if rows.is_empty() {
            return;
        }
        let heading = match level {
            Level::Country if rows.len() > 1 => "Countries",
            Level::Country => "Country",
            Level::State => "States, provinces and territories",
            Level::County => "Counties",
            Level::City => "Cities",
        };
        let _ = writeln!(self.out, "\n{}", self.style.paint(Ink::Strong, heading));
        // By answer and by the wider places behind it, those of which no more is to
        // be said.
        let mut named: Vec<(Answer, Option<String>, Vec<&str>)> = Vec::new();
        for row in rows {
            let says_more = || self.matrix.objections_of_its_own(row).next().is_some();
            if row.is_own || row.answer != Answer::Yes && says_more() {
                self.row(row);
                continue;
            }
            let also = also(row);
            let same = named
                .iter_mut()
                .find(|(answer, why, _)| *answer == row.answer && *why == also);
            match same {
                Some((_, _, names)) => names.push(&row.name),
                None => named.push((row.answer, also, vec![&row.name])),
            }
        }
        for (answer, also, names) in named {
            self.names(answer, also.as_deref(), &names);
        }
    }

    /// Places that share an answer and what is behind it, in a line.
    fn names(&mut self, answer: Answer, also: Option<&str>, names: &[&str]) {
        let lead = format!("{}:", answer_name(answer));
        let indent = 2 + lead.len() + 1;
        let lead = self.style.paint(ink(answer), &lead);
        let room = self.style.width.saturating_sub(indent).max(20);
        let is_plain = names.iter().all(|name| !name.contains(','));
        let names = names.join(if is_plain { ", " } else { "; " });
        let text = match also {
            Some(also) => format!("{names}: {also}"),
            None => names,
        };
        for (index, line) in wrap(&safe_line(&text), room).iter().enumerate() {
            let _ = if index == 0 {
                writeln!(self.out, "  {lead} {line}")
            } else {
                writeln!(self.out, "{}{line}", " ".repeat(indent))
            };
        }
    }

    fn row(&mut self, row: &Row) {
        let mark = if row.is_own { '*' } else { ' ' };
        let name = safe_line(&row.name).into_owned();
        let answer = self.style.paint(ink(row.answer), answer_name(row.answer));
        let is_wide = self.style.width >= LEAST_FOR_COLUMNS;
        if !is_wide || width(&name) > NAME {
            let _ = writeln!(self.out, "{mark} {name}: {answer}");
        } else {
            let gap = " ".repeat(NAME - width(&name) + 1);
            let _ = write!(self.out, "{mark} {name}{gap}{answer}");
        }
        let indent = if is_wide { 2 + NAME + 1 + ANSWER } else { 4 };
        let lines = self.lines(row, indent);
        let mut lines = lines.iter();
        if is_wide && width(&name) <= NAME {
            let after = " ".repeat(ANSWER - answer_name(row.answer).len());
            match lines.next() {
                Some(first) => {
                    let _ = writeln!(self.out, "{after}{first}");
                }
                None => self.out.push('\n'),
            }
        }
        for line in lines {
            let _ = writeln!(self.out, "{}{line}", " ".repeat(indent));
        }
    }

    /// What is said of a place, in lines that fit beside `indent`.
    fn lines(&self, row: &Row, indent: usize) -> Vec<String> {
        let room = self.style.width.saturating_sub(indent).max(20);
        let mut paragraphs: Vec<String> = Vec::new();
        for objection in objections(self.matrix, row) {
            let mut text = objection.what;
            for what in &objection.depends_on {
                let _ = write!(text, ", depends on {what}");
            }
            let _ = write!(text, " [{}]", objection.citation);
            paragraphs.push(text);
        }
        match also(row) {
            Some(also) if paragraphs.is_empty() => paragraphs.push(also),
            Some(also) => paragraphs.push(format!("and {also}")),
            None => {}
        }
        let mut lines = Vec::new();
        for paragraph in &paragraphs {
            // The lines of one thing stand under its first.
            let text = wrap(&safe_line(paragraph), room.saturating_sub(2));
            for (index, line) in text.into_iter().enumerate() {
                lines.push(if index == 0 {
                    line
                } else {
                    format!("  {line}")
                });
            }
        }
        lines
    }

    fn paragraph(&mut self, indent: usize, text: &str) {
        let room = self.style.width.saturating_sub(indent).max(20);
        for line in wrap(&safe_line(text), room) {
            let _ = writeln!(self.out, "{}{line}", " ".repeat(indent));
        }
    }
}

fn ink(answer: Answer) -> Ink {
    match answer {
        Answer::No => Ink::Error,
        Answer::Depends | Answer::Doubtful => Ink::Warning,
        Answer::Yes => Ink::Write,
    }
}
