//! Markdown for a job summary or a comment of a pull request: a table of files,
//! then the findings. Words of postings can neither mark up nor link nor call
//! anybody.

use super::summary::{beside, counted};
use super::terminal::safe_line;
use super::{Checked, NOTICE, Piece, Report, Run, Unread, Wish, cited, findings, full_code, title};
use crate::diagnostic::{Authority, Diagnostic, Severity};
use crate::lint::PostingReport;
use crate::text::Source;
use std::fmt::Write;

/// A page.
#[derive(Debug)]
pub struct Markdown;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Markdown)
}

impl Report for Markdown {
    fn head(&self) -> String {
        "## Job postings\n\n| File | Posting | Errors | Warnings | Advice |\n\
         | --- | --- | ---: | ---: | ---: |\n"
            .to_owned()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut piece = Piece::default();
        for posting in &file.report.postings {
            row(&mut piece.row, file.name(), posting);
            if findings(posting).next().is_none() {
                continue;
            }
            let _ = write!(
                piece.body,
                "\n### {}\n\n{}\n",
                inline(&title(posting)),
                code(file.name())
            );
            // The loudest first, since a comment may be cut at its end.
            let mut loudest_first: Vec<_> = findings(posting).collect();
            loudest_first.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            for finding in loudest_first {
                item(&mut piece.body, &file.report.source, finding);
            }
        }
        for problem in file.problems() {
            not_checked(&mut piece.row, &problem);
        }
        piece
    }

    fn unread(&self, unread: &Unread) -> Piece {
        let mut piece = Piece::default();
        not_checked(&mut piece.row, unread);
        piece
    }

    fn middle(&self) -> Option<String> {
        Some(String::new())
    }

    fn tail(&self, run: &Run<'_>) -> String {
        let totals = run.totals;
        let found = match totals.findings() {
            0 => "nothing found".to_owned(),
            _ => format!(
                "{}, {}, {} advice",
                counted(totals.errors, "error", "errors"),
                counted(totals.warnings, "warning", "warnings"),
                totals.advice
            ),
        };
        format!(
            "\n{} in {}: {found}{}.\n\n<sub>{NOTICE}</sub>\n",
            counted(totals.postings, "posting", "postings"),
            counted(totals.files, "file", "files"),
            beside(totals)
        )
    }
}

fn row(out: &mut String, file: &str, posting: &PostingReport) {
    let count = |severity| match findings(posting).filter(|f| f.severity == severity).count() {
        0 => "–".to_owned(),
        n => n.to_string(),
    };
    let name = if posting.posting.is_posting {
        inline(&title(posting))
    } else {
        "no job posting".to_owned()
    };
    let _ = writeln!(
        out,
        "| {} | {name} | {} | {} | {} |",
        cell_code(file),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice)
    );
}

fn not_checked(out: &mut String, unread: &Unread) {
    let line = unread
        .at
        .map_or(String::new(), |at| format!(" (line {})", at.line));
    let _ = writeln!(
        out,
        "| {} | **not checked**: {}{line} | | | |",
        cell_code(&unread.name),
        inline(&unread.message)
    );
}

fn item(out: &mut String, source: &Source, finding: &Diagnostic) {
    let at = source.position(finding.primary.span.start);
    let _ = write!(
        out,
        "\n- **{}** {} (line {}, {})\n",
        finding.severity.name(),
        inline(&finding.message),
        at.line,
        code(&full_code(finding))
    );
    let mut paragraph = |text: String| {
        let _ = write!(out, "\n  {text}\n");
    };
    if let Some(why) = &finding.why {
        paragraph(inline(why));
    }
    if !finding.authorities.is_empty() {
        let laws: Vec<String> = finding.authorities.iter().map(law).collect();
        paragraph(laws.join("; "));
    }
    for conflict in &finding.conflicts {
        paragraph(inline(&conflict.words()));
    }
    if let Some(help) = &finding.help {
        paragraph(inline(help));
    }
    if let Some(write) = &finding.write {
        paragraph(format!("Write: {}", code(write)));
    }
}

fn law(authority: &Authority) -> String {
    let name = inline(&cited(authority));
    let is_web = authority.url.starts_with("https://") || authority.url.starts_with("http://");
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\');
    if is_web && authority.url.chars().all(is_plain) {
        // In angle brackets an address ends at nothing but the bracket.
        return format!("[{name}](<{}>)", authority.url);
    }
    name
}

/// `text` on one line as text: nothing in it is markup, a formula, a link, a
/// mention or a reference to an issue. Where these are looked for in the page
/// after it is rendered no escape helps, but a tag between the signs does.
fn inline(text: &str) -> String {
    let safe = safe_line(text);
    let words = safe.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let ends_word = rest.peek().is_none_or(|next| next.is_whitespace());
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' | '#' | '!' | '~' | '$' | '%' | '^' if !ends_word => apart(&mut out, c),
            '/' if out.ends_with(':') => apart(&mut out, c),
            '.' if is_www(&out) => apart(&mut out, c),
            // What begins a list or underlines a heading.
            '+' | '-' | '=' if out.is_empty() || out.ends_with(' ') => {
                out.push('\\');
                out.push(c);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '|' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn is_www(out: &str) -> bool {
    let last = out.len().checked_sub(3).and_then(|at| out.get(at..));
    last.is_some_and(|last| last.eq_ignore_ascii_case("www"))
}

/// Sets a sign apart from its neighbours.
fn apart(out: &mut String, c: char) {
    let _ = write!(out, "<span>{c}</span>");
}

/// `text` on one line as code, in a fence longer than any in it.
fn code(text: &str) -> String {
    let safe = safe_line(text);
    let longest = safe.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A space at each end keeps a backtick of the text from the fence.
    format!("{fence} {safe} {fence}")
}

/// The same within a table, where a bar ends a cell even in code.
fn cell_code(text: &str) -> String {
    code(text).replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        for (text, written) in [
            ("plain words, 5 of them.", "plain words, 5 of them."),
            ("a|b", "a\\|b"),
            ("- a-b", "\\- a-b"),
            ("**bold** `code`", "\\*\\*bold\\*\\* \\`code\\`"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("@team #12", "<span>@</span>team <span>#</span>12"),
            ("$90k to $1", "<span>$</span>90k to <span>$</span>1"),
            ("[x](javascript:y)", "\\[x\\]\\(javascript:y\\)"),
            ("https://x.example", "https:<span>/</span>/x.example"),
            ("www.x.example", "www<span>.</span>x.example"),
            ("two\n# lines", "two # lines"),
        ] {
            assert_eq!(inline(text), written);
        }
        for (text, written) in [
            ("a", "` a `"),
            ("a`b``c", "``` a`b``c ```"),
            ("two\nlines", "` two lines `"),
        ] {
            assert_eq!(code(text), written);
        }
        assert_eq!(cell_code("a|b"), "` a\\|b `");
    }
}
