//! One self-contained page to send to whoever writes the posting: the words with
//! the findings marked in place, what to write, the laws, and a table of what is
//! met. It loads nothing, and nothing of a posting runs in it.

mod cards;
mod text;
mod verdicts;

use super::summary::{beside, counted};
use super::xml::xml;
use super::{Checked, NOTICE, Piece, Report, Run, Unread, Wish, findings, title};
use crate::diagnostic::{Diagnostic, Fingerprint, Severity};
use crate::lint::PostingReport;
use std::fmt::Write;

/// A page.
#[derive(Debug)]
pub struct Html;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Html)
}

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// What the page allows to act: the two above by their SHA-256, nothing else.
const STYLE_HASH: &str = "mVLuWPAIN2GngPvFS3SVLCzYVxluh40T49/lGBDORzY=";
const SCRIPT_HASH: &str = "OotmOJP58lzPMd0DCAzYX6dHvvtmRGfot5vS+yoeWYs=";

impl Report for Html {
    fn head(&self) -> String {
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; \
             base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>Job postings: what was found</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#main\">Skip to what was found</a>\n\
             <header>\n<h1>Job postings: what was found</h1>\n</header>\n\
             <main id=\"main\" tabindex=\"-1\">\n<section>\n\
             <h2 id=\"all\">All postings</h2>\n<div class=\"wide\" role=\"region\" aria-labelledby=\"all\" tabindex=\"0\"><table>\n<thead><tr>\
             <th scope=\"col\">Posting</th><th scope=\"col\">File</th>\
             <th scope=\"col\" class=\"count\">{}</th><th scope=\"col\" class=\"count\">{}</th>\
             <th scope=\"col\" class=\"count\">{}</th></tr></thead>\n<tbody>\n",
            phrase(Severity::Error),
            phrase(Severity::Warning),
            phrase(Severity::Advice),
        )
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut piece = Piece::default();
        for (index, posting) in file.report.postings.iter().enumerate() {
            let id = anchor(file.name(), index);
            row(&mut piece.row, &id, file.name(), posting);
            if is_told(posting) {
                section(&mut piece.body, &id, file, posting);
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
        Some("</tbody>\n</table></div>\n</section>\n".to_owned())
    }

    fn tail(&self, run: &Run<'_>) -> String {
        let totals = run.totals;
        format!(
            "</main>\n<footer>\n<p>{} in {}{}. {NOTICE}</p>\n\
             <p>Made by hirelint {}.</p>\n</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
            counted(totals.postings, "posting", "postings"),
            counted(totals.files, "file", "files"),
            beside(totals),
            env!("CARGO_PKG_VERSION")
        )
    }
}

/// How loud a finding is, in the words of those who write postings.
fn phrase(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Must be mended",
        Severity::Warning => "To be looked at",
        Severity::Advice => "Good practice",
    }
}

/// The name of a posting within the page.
fn anchor(file: &str, index: usize) -> String {
    let print = Fingerprint::of("posting", &index.to_string(), file, "").to_string();
    format!("p{}", &print[..12])
}

/// Whether there is more to say of it than that it is no posting: a
/// configuration can have findings.
fn is_told(posting: &PostingReport) -> bool {
    posting.posting.is_posting || findings(posting).next().is_some()
}

fn row(out: &mut String, id: &str, file: &str, posting: &PostingReport) {
    let title = xml(&title(posting));
    let file = xml(file);
    if !is_told(posting) {
        let _ = writeln!(
            out,
            "<tr><td>No job posting; it was not judged</td><td>{file}</td><td></td><td></td><td></td></tr>"
        );
        return;
    }
    let _ = write!(
        out,
        "<tr><th scope=\"row\"><a href=\"#{id}\"><bdi>{title}</bdi></a></th><td>{file}</td>"
    );
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let count = findings(posting).filter(|f| f.severity == severity).count();
        let class = if count > 0 { severity.name() } else { "none" };
        let _ = write!(out, "<td class=\"count {class}\">{count}</td>");
    }
    out.push_str("</tr>\n");
}

fn not_checked(out: &mut String, unread: &Unread) {
    let line = unread
        .at
        .map_or(String::new(), |at| format!(" (line {})", at.line));
    let help = unread
        .help
        .as_ref()
        .map_or(String::new(), |help| format!("; {}", xml(help)));
    let _ = writeln!(
        out,
        "<tr><td><strong>Not checked:</strong> {}{line}{help}</td><td>{}</td><td></td><td></td><td></td></tr>",
        xml(&unread.message),
        xml(&unread.name)
    );
}

/// A finding with the number by which the page speaks of it.
struct Numbered<'a> {
    number: usize,
    /// Its name within the page.
    id: String,
    finding: &'a Diagnostic,
}

fn section(out: &mut String, id: &str, file: &Checked<'_>, posting: &PostingReport) {
    let mut loudest_first: Vec<_> = findings(posting).collect();
    loudest_first.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let numbered = loudest_first.into_iter().enumerate();
    let numbered: Vec<Numbered<'_>> = numbered
        .map(|(index, finding)| Numbered {
            number: index + 1,
            id: format!("{id}-{}", index + 1),
            finding,
        })
        .collect();
    let words = text::marked(posting, &numbered);
    let employer = posting.facts.employer.first();
    let employer = employer.map_or(String::new(), |employer| {
        format!("<bdi>{}</bdi> · ", xml(&employer.value.name))
    });
    let _ = write!(
        out,
        "<section class=\"posting\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\"><bdi>{}</bdi></h2>\n\
         <p class=\"about\">{employer}{} · by the law of {}</p>\n",
        xml(&title(posting)),
        xml(file.name()),
        file.as_of
    );
    out.push_str("<div class=\"sides\">\n");
    let _ = write!(
        out,
        "<div class=\"words\">\n<h3>The posting</h3>\n<div class=\"paper\"{} dir=\"auto\">\n{}</div>\n</div>\n",
        language(posting),
        words.html
    );
    cards::list(out, &file.report.source, &numbered, &words.shown);
    cards::accepted(out, posting);
    out.push_str("</div>\n");
    out.push_str("</div>\n");
    verdicts::table(out, id, file.rules, posting);
    out.push_str("</section>\n");
}

/// For readers that speak.
fn language(posting: &PostingReport) -> String {
    let language = posting.facts.language.first();
    let code = language.map_or("", |language| language.value.code.as_str());
    let is_code = !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_code {
        format!(" lang=\"{code}\"")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests;
