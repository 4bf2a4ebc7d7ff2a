//! Which format a file is in: by its ending, else by its content.

use super::lektor;
use super::model::Format;

/// The endings of the files in which postings are kept, with what they say.
pub const ENDINGS: &[(&str, Format)] = &[
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mdown", Format::Markdown),
    ("mkd", Format::Markdown),
    ("mdx", Format::Markdown),
    ("qmd", Format::Markdown),
    ("rmd", Format::Markdown),
    (LEKTOR, Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("shtml", Format::Html),
    ("txt", Format::Text),
    ("text", Format::Text),
    ("docx", Format::Docx),
    ("json", Format::Json),
    ("jsonld", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("csv", Format::Csv),
    ("tsv", Format::Csv),
    ("xml", Format::Xml),
    ("rss", Format::Xml),
    ("atom", Format::Xml),
];

const LEKTOR: &str = "lr";

/// What the ending of the file `name` says.
pub fn by_ending(name: &str) -> Option<Format> {
    let ending = ending(name)?;
    let (_, format) = ENDINGS.iter().find(|(known, _)| *known == ending)?;
    Some(*format)
}

/// The format of the file `name` with this text.
pub fn of(name: &str, text: &str) -> Format {
    match by_ending(name) {
        // A page saved under the wrong name is a page all the same.
        Some(Format::Text) if is_page(text) => Format::Html,
        Some(format) => format,
        None => by_content(text),
    }
}

/// Whether a file in Markdown is one of Lektor's, with values under names.
pub fn is_lektor(name: &str, text: &str) -> bool {
    ending(name).as_deref() == Some(LEKTOR) || lektor::is_lektor(text)
}

/// What stands after the last full stop of the file's name, in lower case.
fn ending(name: &str) -> Option<String> {
    name.rsplit(['/', '\\'])
        .next()
        .and_then(|file| file.rsplit_once('.'))
        .map(|(_, ending)| ending.to_ascii_lowercase())
}

fn is_page(text: &str) -> bool {
    let head = head(text);
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// The first characters in lower case.
fn head(text: &str) -> String {
    text.trim_start()
        .chars()
        .take(64)
        .collect::<String>()
        .to_ascii_lowercase()
}

fn by_content(text: &str) -> Format {
    let head = head(text);
    if head.starts_with("<?xml") {
        // XHTML announces itself as XML.
        let start: String = text.chars().take(512).collect();
        let start = start.to_ascii_lowercase();
        return if start.contains("<html") || start.contains("<!doctype html") {
            Format::Html
        } else {
            Format::Xml
        };
    }
    if head.starts_with('<') && head[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '!')
    {
        let name: String = head[1..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        return if HTML_STARTS.contains(&name.as_str()) || head.starts_with("<!") {
            Format::Html
        } else {
            Format::Xml
        };
    }
    if head.starts_with('{') || is_json_list(&head) {
        return if is_json_lines(text) {
            Format::JsonLines
        } else {
            Format::Json
        };
    }
    if lektor::is_lektor(text) || is_markdown(text) {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Elements with which a page or a piece of one begins.
const HTML_STARTS: &[&str] = &[
    "a", "article", "b", "body", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "html", "i", "img", "li", "link", "main", "meta", "nav", "ol", "p",
    "pre", "script", "section", "span", "strong", "style", "table", "title", "u", "ul",
];

fn is_json_list(head: &str) -> bool {
    head.strip_prefix('[')
        .and_then(|rest| rest.trim_start().chars().next())
        .is_some_and(|c| matches!(c, '{' | '[' | '"' | ']'))
}

/// Two lines that are each an object.
fn is_json_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_object = |line: &str| {
        let line = line.trim();
        line.starts_with('{') && line.ends_with('}')
    };
    lines.next().is_some_and(is_object) && lines.next().is_some_and(is_object)
}

/// Front matter, headings, emphasis, links: enough of the signs of Markdown.
fn is_markdown(text: &str) -> bool {
    let mut signs = 0;
    for (number, line) in text.lines().take(200).enumerate() {
        let line = line.trim_end();
        if number == 0 && matches!(line, "---" | "+++") {
            return true;
        }
        let hashes = line.bytes().take_while(|&b| b == b'#').count();
        let is_heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        if is_heading {
            signs += 2;
        }
        if line.matches("**").count() >= 2 || line.contains("](") {
            signs += 1;
        }
        if signs >= 2 {
            return true;
        }
    }
    false
}
