//! The matrix as Markdown, for a ticket or a wiki.

use super::{Entry, also, answer_name, level_name, objections, summary};
use crate::report::{NOTICE, unnamed};
use std::fmt::Write;

/// All of it.
pub fn report(entries: &[Entry]) -> String {
    let mut out = String::new();
    for entry in entries {
        let matrix = &entry.matrix;
        let _ = writeln!(out, "## {}\n", escaped(&entry.name()));
        let _ = writeln!(
            out,
            "By the law of {}: {}. Places in bold are the posting's own.\n",
            entry.as_of,
            summary(matrix)
        );
        out.push_str("| place | level | publishable | what stands against it |\n");
        out.push_str("|---|---|---|---|\n");
        for row in &matrix.rows {
            let name = escaped(&row.name);
            let name = if row.is_own {
                format!("**{name}**")
            } else {
                name
            };
            let mut parts: Vec<String> = Vec::new();
            for objection in objections(matrix, row) {
                let law = link(
                    &format!(
                        "{}, {}",
                        objection.act,
                        unnamed(objection.act, objection.citation)
                    ),
                    objection.url,
                );
                let mut part = format!("{} ({law})", escaped(&objection.what));
                for what in &objection.depends_on {
                    let _ = write!(part, ", depends on {}", escaped(what));
                }
                parts.push(part);
            }
            parts.extend(also(row).map(|also| escaped(&also)));
            let _ = writeln!(
                out,
                "| {name} | {} | {} | {} |",
                level_name(row.level),
                answer_name(row.answer),
                parts.join("<br>")
            );
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{NOTICE}");
    out
}

fn link(text: &str, url: &str) -> String {
    let is_plain = url.starts_with("https://") && !url.contains([' ', '(', ')', '<', '>', '|']);
    if is_plain {
        format!("[{}]({url})", escaped(text))
    } else {
        escaped(text)
    }
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
