//! Texts inside other formats: the description in a JSON string, the cell of a
//! CSV file. What they are written in is not said; it shows.

use super::html::{self, Fragment};
use super::markdown;
use super::plain;
use crate::text::{Inner, MappedText, Span, SpanMap, ceil, floor, squeezed};

/// Reads a text that may be HTML, HTML whose markup was escaped once more
/// (`&lt;p&gt;`), Markdown, or plain lines.
pub fn read(text: &str) -> Fragment {
    if let Some(lines) = unescaped_breaks(text) {
        return onto(read(&lines.text), &lines.map);
    }
    if is_escaped_html(text) {
        let outer = html::read_lines(text);
        return onto(read_html(&outer.text.text), &outer.text.map.recast());
    }
    if is_html(text) {
        return read_html(text);
    }
    if is_markdown(text) {
        return markdown::body::<Inner>(text, 0..text.len(), &[]).into();
    }
    if has_entities(text) {
        return html::read_lines(text);
    }
    let lines = plain::lines(text, 0);
    Fragment {
        text: lines.text,
        blocks: lines.blocks,
        links: Vec::new(),
        strong: Vec::new(),
    }
}

/// The fragment of a text that was itself derived.
fn onto(fragment: Fragment, map: &SpanMap<Inner, Inner>) -> Fragment {
    Fragment {
        text: fragment.text.through(map),
        ..fragment
    }
}

fn read_html(text: &str) -> Fragment {
    // Without a block element the line breaks are all the layout there is.
    if BLOCKS.iter().any(|tag| contains_tag(text, tag)) {
        html::read_fragment(text)
    } else {
        html::read_lines(text)
    }
}

const BLOCKS: &[&str] = &[
    "p", "br", "br/", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "tr", "section",
    "article",
];

const INLINE: &[&str] = &["b", "strong", "i", "em", "u", "a", "span", "font"];

fn contains_tag(text: &str, name: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = &text.as_bytes()[at + 1..];
        rest.len() > name.len()
            && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && matches!(rest[name.len()], b'>' | b' ' | b'/' | b'\n' | b'\t' | b'\r')
    })
}

fn is_html(text: &str) -> bool {
    text.contains('<')
        && BLOCKS
            .iter()
            .chain(INLINE)
            .any(|tag| contains_tag(text, tag))
}

fn is_escaped_html(text: &str) -> bool {
    [
        "p", "br", "div", "li", "ul", "h1", "h2", "h3", "strong", "b", "span",
    ]
    .iter()
    .any(|tag| {
        text.match_indices("&lt;").any(|(at, _)| {
            let rest = &text[at + 4..];
            rest.strip_prefix(tag)
                .is_some_and(|rest| rest.starts_with("&gt;") || rest.starts_with([' ', '/', '>']))
        })
    }) && !is_html(text)
}

fn has_entities(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let name = &text.as_bytes()[at + 1..];
        let end = name.iter().take(10).position(|&b| b == b';');
        end.is_some_and(|end| {
            end > 1
                && name[..end]
                    .iter()
                    .all(|&b| b.is_ascii_alphanumeric() || b == b'#')
        })
    })
}

/// Several signs of Markdown, since one may be a bullet or a footnote.
fn is_markdown(text: &str) -> bool {
    let mut signs = 0;
    for line in text.lines() {
        let line = line.trim();
        let hashes = line.bytes().take_while(|&b| b == b'#').count();
        if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
            signs += 2;
        }
        if line.contains("](http") || line.contains("](mailto:") {
            signs += 2;
        }
        if line.matches("**").count() >= 2 || line.matches("__").count() >= 2 {
            signs += 1;
        }
        if signs >= 2 {
            return true;
        }
    }
    false
}

/// Some exporters write a line break as the two characters `\\n`. They are taken
/// as meant where the text has several of them and no real one.
fn unescaped_breaks(text: &str) -> Option<MappedText<Inner, Inner>> {
    if text.contains('\n') || text.matches("\\n").count() < 3 {
        return None;
    }
    let mut out = MappedText::default();
    let mut at = 0;
    while let Some(next) = text[at..].find("\\n").map(|n| at + n) {
        out.push_exact(&text[at..next], at);
        out.push_for("\n", Span::new(next, next + 2));
        at = next + 2;
    }
    out.push_exact(&text[at..], at);
    Some(out)
}

/// The words of a page, to see whether a text from its data is already there.
pub struct Known {
    words: String,
}

impl Known {
    /// Notes the words of `text`.
    pub fn of(text: &str) -> Self {
        Known {
            words: squeezed(text),
        }
    }

    /// True if most of `text` is there: of several stretches taken evenly, all
    /// but a few.
    pub fn holds(&self, text: &str) -> bool {
        const STRETCH: usize = 40;
        const SAMPLES: usize = 8;
        let words = squeezed(text);
        if words.len() < 2 * STRETCH {
            return self.words.contains(&words);
        }
        let step = (words.len() - STRETCH) / (SAMPLES - 1);
        let found = (0..SAMPLES)
            .filter(|i| {
                let from = floor(&words, i * step);
                let to = ceil(&words, from + STRETCH);
                self.words.contains(&words[from..to])
            })
            .count();
        found * 4 >= SAMPLES * 3
    }
}
