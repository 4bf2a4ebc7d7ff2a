//! A short text in Markdown, written as HTML or as plain text: paragraphs,
//! headings, lists, emphasis and links, which is all that a statement needs.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::fmt::Write as _;

/// As HTML.
pub fn html(markdown: &str) -> String {
    let mut out = String::new();
    // For each open link, whether it leads somewhere.
    let mut links: Vec<bool> = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Start(tag) => match tag {
                Tag::Link { dest_url, .. } => {
                    let is_safe = is_address(&dest_url);
                    if is_safe {
                        let _ = write!(out, "<a href=\"{}\">", escaped(&dest_url));
                    }
                    links.push(is_safe);
                }
                tag => {
                    if let Some(name) = element(&tag.to_end()) {
                        on_its_line(&mut out, &tag.to_end());
                        let _ = write!(out, "<{name}>");
                    }
                }
            },
            Event::End(TagEnd::Link) => {
                if links.pop() == Some(true) {
                    out.push_str("</a>");
                }
            }
            Event::End(tag) => {
                if let Some(name) = element(&tag) {
                    if matches!(tag, TagEnd::List(_)) {
                        out.push('\n');
                    }
                    let _ = write!(out, "</{name}>");
                }
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => out.push_str(&escaped(&words)),
            Event::SoftBreak => out.push('\n'),
            Event::HardBreak => out.push_str("<br>\n"),
            Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    out
}

/// As plain text.
pub fn text(markdown: &str) -> String {
    let mut out = String::new();
    let mut links: Vec<(String, usize)> = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Item) => {
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                out.push_str("- ");
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::List(_)) => {
                if !out.is_empty() && !out.ends_with("- ") {
                    out.truncate(out.trim_end().len());
                    out.push_str("\n\n");
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.push((dest_url.into_string(), out.len()));
            }
            Event::End(TagEnd::Link) => {
                if let Some((target, start)) = links.pop() {
                    let plain = target.strip_prefix("mailto:").unwrap_or(&target);
                    if is_address(&target) && out[start..] != *plain {
                        let _ = write!(out, " ({plain})");
                    }
                }
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::Start(_)
            | Event::End(_)
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The element of HTML for what ends here, if it is one of the few.
fn element(tag: &TagEnd) -> Option<String> {
    Some(match tag {
        TagEnd::Paragraph => "p".to_owned(),
        TagEnd::Heading(level) => level.to_string(),
        TagEnd::List(true) => "ol".to_owned(),
        TagEnd::List(false) => "ul".to_owned(),
        TagEnd::Item => "li".to_owned(),
        TagEnd::Strong => "strong".to_owned(),
        TagEnd::Emphasis => "em".to_owned(),
        _ => return None,
    })
}

/// Begins a line for what is no part of one.
fn on_its_line(out: &mut String, tag: &TagEnd) {
    let is_block = matches!(
        tag,
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Item
    );
    if is_block && !out.is_empty() && !out.ends_with("<li>") {
        out.push('\n');
    }
}

/// Whether an address leads to a page, a mailbox or a telephone, and runs
/// nothing.
fn is_address(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default();
    ["http", "https", "mailto", "tel"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known) && scheme.len() < target.len())
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_written_in_each_markup() {
        for (markdown, as_html, as_text) in [
            (
                "We decide by merit.",
                "<p>We decide by merit.</p>",
                "We decide by merit.",
            ),
            (
                "One.\n\nTwo\nlines.",
                "<p>One.</p>\n<p>Two\nlines.</p>",
                "One.\n\nTwo\nlines.",
            ),
            (
                "## Benefits\n\n- Health *and* **dental**\n- A & B",
                "<h2>Benefits</h2>\n<ul>\n<li>Health <em>and</em> <strong>dental</strong></li>\n<li>A &amp; B</li>\n</ul>",
                "Benefits\n\n- Health and dental\n- A & B",
            ),
            (
                "See [our page](https://a.example/?a=1&b=2) or [write](mailto:a@b.example).",
                "<p>See <a href=\"https://a.example/?a=1&amp;b=2\">our page</a> or <a href=\"mailto:a@b.example\">write</a>.</p>",
                "See our page (https://a.example/?a=1&b=2) or write (a@b.example).",
            ),
            (
                "[x](javascript:alert(1)) <script>alert(1)</script> $[minimum]",
                "<p>x &lt;script&gt;alert(1)&lt;/script&gt; $[minimum]</p>",
                "x <script>alert(1)</script> $[minimum]",
            ),
        ] {
            assert_eq!(html(markdown), as_html, "{markdown}");
            assert_eq!(text(markdown), as_text, "{markdown}");
        }
    }
}
