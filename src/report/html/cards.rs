//! The findings of a posting: what, why, by which law, what to write.

use super::{Numbered, phrase};
use crate::diagnostic::Authority;
use crate::lint::PostingReport;
use crate::report::human::basis_name;
use crate::report::xml::{xml, xml_text};
use crate::report::{cited, full_code};
use crate::text::Source;
use std::collections::BTreeSet;
use std::fmt::Write;

/// All of them, in a box that is left open. Those in `shown` are linked to their mark.
pub fn list(out: &mut String, source: &Source, findings: &[Numbered<'_>], shown: &BTreeSet<usize>) {
    out.push_str("<div class=\"findings\">\n<h3>What was found</h3>\n");
    if findings.is_empty() {
        out.push_str("<p>Nothing: no rule that was asked finds fault with this posting.</p>\n");
    } else {
        out.push_str("<ol>\n");
        for numbered in findings {
            card(out, source, numbered, shown.contains(&numbered.number));
        }
        out.push_str("</ol>\n");
    }
}

/// What somebody has accepted, with the reason.
pub fn accepted(out: &mut String, posting: &PostingReport) {
    let findings = posting.findings.iter();
    let accepted: Vec<_> = findings
        .filter_map(|finding| Some((finding, finding.suppressed.as_ref()?)))
        .collect();
    if accepted.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<details class=\"accepted\">\n<summary>Accepted ({})</summary>\n<ul>\n",
        accepted.len()
    );
    for (finding, suppression) in accepted {
        let until = suppression.until.as_ref();
        let until = until.map_or(String::new(), |day| format!(", until {}", xml(day)));
        let _ = writeln!(
            out,
            "<li>{}: {}{until}. <code>{}</code></li>",
            xml(&finding.message),
            xml(&suppression.reason),
            xml(&full_code(finding))
        );
    }
    out.push_str("</ul>\n</details>\n");
}

fn card(out: &mut String, source: &Source, numbered: &Numbered<'_>, is_shown: bool) {
    let Numbered {
        number,
        id,
        finding,
    } = numbered;
    let severity = finding.severity;
    let at = source.position(finding.primary.span.start);
    let place = if is_shown {
        format!(
            "<a href=\"#{id}-at\">line {}<span class=\"unseen\">, show it in the posting</span></a>",
            at.line
        )
    } else {
        format!("line {}", at.line)
    };
    let _ = write!(
        out,
        "<li id=\"{id}\" class=\"card {}\" tabindex=\"-1\">\n\
         <p class=\"kind\"><span class=\"number\" aria-hidden=\"true\">{number}</span> {} · {place}</p>\n\
         <h4>{}</h4>\n",
        severity.name(),
        phrase(severity),
        xml(&finding.message)
    );
    if let Some(why) = &finding.why {
        let _ = writeln!(out, "<p>{}</p>", xml(why));
    }
    for conflict in &finding.conflicts {
        let _ = writeln!(out, "<p>{}</p>", xml(&conflict.words()));
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(
            out,
            "<p class=\"help\"><strong>What to do:</strong> {}</p>",
            xml(help)
        );
    }
    if let Some(write) = &finding.write {
        let _ = write!(
            out,
            "<div class=\"write\">\n<p id=\"{id}-w\"><strong>What to write</strong> (fill in the brackets):</p>\n\
             <pre id=\"{id}-t\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}-w\">{}</pre>\n\
             <button type=\"button\" class=\"copy\" data-copy=\"{id}-t\" hidden>Copy the text</button>\n</div>\n",
            xml_text(write)
        );
    }
    laws(out, &finding.authorities);
    let _ = write!(
        out,
        "<p class=\"code\"><code>{}</code></p>\n</li>\n",
        xml(&full_code(finding))
    );
}

fn laws(out: &mut String, authorities: &[Authority]) {
    if authorities.is_empty() {
        return;
    }
    let names = match authorities.len() {
        1 => "Who asks for it".to_owned(),
        n => format!("Who asks for it ({n})"),
    };
    // Open on paper, where nothing can be clicked: the style sees to it.
    let open = if authorities.len() <= 2 { " open" } else { "" };
    let _ = write!(out, "<details{open}>\n<summary>{names}</summary>\n<ul>\n");
    for authority in authorities {
        let name = xml(&cited(authority));
        let _ = write!(out, "<li>{}", linked(&authority.url, &name));
        if !authority.basis.is_binding() {
            let _ = write!(out, " ({})", basis_name(authority.basis));
        }
        if let Some(from) = &authority.from {
            let _ = write!(out, ", since {}", xml(from));
        }
        if !authority.because.is_empty() && authority.place != "*" {
            let _ = write!(out, ". It applies because {}", xml(&authority.because));
        }
        if !authority.depends_on.is_empty() {
            let _ = write!(
                out,
                ". It depends on {}",
                xml(&authority.depends_on.join("; "))
            );
        }
        out.push_str(".</li>\n");
    }
    out.push_str("</ul>\n</details>\n");
}

/// `name`, which is safe already, as a link to an address of the web.
fn linked(url: &str, name: &str) -> String {
    if url.starts_with("https://") || url.starts_with("http://") {
        format!(
            "<a href=\"{}\" rel=\"noopener noreferrer\">{name}</a>",
            xml(url)
        )
    } else {
        name.to_owned()
    }
}
