//! What every reader owes its users, whatever the bytes: no panic, and places
//! that are places.

use super::*;
use crate::text::Span;
use proptest::prelude::*;

/// Checks everything that other stages rely on.
fn assert_sound(reading: &Reading) {
    let text = &reading.source.text;
    let in_text = |start: usize, end: usize| {
        start <= end
            && end <= text.len()
            && text.is_char_boundary(start)
            && text.is_char_boundary(end)
    };
    for document in &reading.documents {
        let view = &document.view;
        let in_view = |span: Span<crate::text::View>| {
            span.end <= view.len()
                && view.is_char_boundary(span.start)
                && view.is_char_boundary(span.end)
        };
        assert_eq!(document.map.len(), view.len(), "the map covers the view");
        assert!(in_view(document.body), "body {:?}", document.body);
        let mut before = 0;
        for block in &document.blocks {
            assert!(in_view(block.span), "{block:?}");
            assert!(block.span.start >= before, "blocks are in order: {block:?}");
            assert!(!block.span.is_empty(), "{block:?}");
            let words = document.words(block.span);
            assert_eq!(words, words.trim(), "{block:?}");
            before = block.span.end;
        }
        let spans = document.links.iter().map(|link| link.span);
        let spans = spans.chain(document.fields.iter().map(|field| field.value));
        let spans = spans.chain(document.strong.iter().copied());
        let spans = spans.chain(document.landmarks.iter().map(|mark| mark.span));
        for span in spans {
            assert!(in_view(span) && !span.is_empty(), "{span:?}");
        }
        for comment in &document.comments {
            assert!(in_text(comment.span.start, comment.span.end), "{comment:?}");
        }
        let problems = document.problems.iter().chain(&reading.problems);
        for span in problems.filter_map(|problem| problem.span) {
            assert!(in_text(span.start, span.end), "{span:?}");
        }
        // Every character, and every stretch of a few, leads to the file.
        let starts: Vec<usize> = view.char_indices().map(|(at, _)| at).collect();
        for (index, &start) in starts.iter().enumerate().take(3000) {
            for width in [1, 7] {
                let end = starts.get(index + width).copied().unwrap_or(view.len());
                let span = Span::new(start, end);
                let raw = document.raw(span);
                assert!(
                    in_text(raw.start, raw.end),
                    "{span:?} → {raw:?} in {text:?}"
                );
                if let Some(exact) = document.map.exact_origin(span) {
                    assert_eq!(reading.source.slice(exact), document.words(span));
                }
            }
        }
    }
}

/// Pieces of markup and data, so that random texts reach the depths of readers.
const PIECES: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<br>",
    "<b>",
    "</b>",
    "<a href=\"#\">",
    "</a>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<li>",
    "<ul>",
    "</ul>",
    "<!-- note -->",
    "<!--",
    "-->",
    "<script type=\"application/ld+json\">",
    "</script>",
    "{\"@type\":\"JobPosting\",\"title\":\"Cook\"",
    ",\"description\":\"<p>Pay\\u003c/p>\"",
    "}",
    "<span hidden>",
    "<pre>",
    "&nbsp;",
    "&amp;",
    "&",
    "&#8211;",
    "é",
    "–",
    "🙂",
    "\r\n",
    "\n",
    "\n\n",
    "---\n",
    "title: Cook\n",
    "pay:\n  - \"a\\n\"\n",
    "  'it''s'\n",
    "**",
    "~~",
    "| a | b |\n|---|---|\n",
    "# ",
    "- ",
    "> ",
    "`",
    "[x](y)",
    "{{ page.title }}",
    "{% if %}",
    "\u{a0}",
    "\u{ad}",
    "$90,000 – $110,000",
    "a word ",
    "\"",
    "\"\"",
    ",",
    "title,description\n",
    "<job>",
    "</job>",
    "<description><![CDATA[",
    "]]>",
    "{\"jobs\":[",
    "{\"title\":\"Cook\",\"description\":\"&lt;p&gt;x\"}",
    "]",
    "[",
    "\\",
    "\t",
    "    ",
    "\u{c}",
    "+++\n",
    "\u{0}",
    "<svg>",
    "</svg>",
    "<title>",
    "<meta name=description content=\"a &amp; b\">",
    "<i itemprop=title itemscope itemtype=\"https://schema.org/JobPosting\">",
    "</i>",
    "\\u00e9",
    "\\n\\n\\n",
    "_model: job\n",
];

const NAMES: &[&str] = &[
    "a.md", "a.html", "a.txt", "a.json", "a.jsonl", "a.csv", "a.xml", "a.lr", "-",
];

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_read_soundly(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        name in prop::sample::select(NAMES),
    ) {
        assert_sound(&read(name, &bytes));
    }

    #[test]
    fn any_text_is_read_soundly(text in "\\PC{0,200}", name in prop::sample::select(NAMES)) {
        assert_sound(&read(name, text.as_bytes()));
    }

    #[test]
    fn any_heap_of_markup_is_read_soundly(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        name in prop::sample::select(NAMES),
    ) {
        assert_sound(&read(name, pieces.concat().as_bytes()));
    }
}

/// How long they take is told by `cargo bench -- hostile`: on a busy machine a test
/// cannot tell slow from late.
#[test]
fn hostile_files_are_read_soundly() {
    let deep = "<div>".repeat(100_000);
    let open = "<div><b>".repeat(50_000) + &"</i></p>".repeat(50_000);
    let list = "<ul>".to_owned() + &"<div>".repeat(50_000) + &"<li>x".repeat(50_000);
    let quotes = "> ".repeat(20_000) + "x";
    let brackets = "[".repeat(100_000);
    let objects = "{\"a\":".repeat(100_000);
    let elements = "<a>".repeat(100_000);
    let liquid = "{% comment %}".repeat(50_000);
    let stars = "**a ".repeat(50_000);
    let cells = "<table><tr>".to_owned() + &"<td>x".repeat(100_000);
    let long = "word ".repeat(400_000);
    let items = "<span itemprop=x itemscope itemtype=schema.org/JobPosting>".repeat(20_000);
    let yaml = "---\n".to_owned() + &"{a: ".repeat(50_000) + "\n---\n";
    let fields = "{\"title\": \"Cook\", \"city\": \"Bern\"".to_owned()
        + &(0..20_000)
            .map(|n| format!(", \"a{n}\": 1"))
            .collect::<String>()
        + "}";
    let same =
        "{\"title\": \"Cook\", \"city\": \"Bern\"".to_owned() + &", \"a\": 1".repeat(20_000) + "}";
    for (name, text) in [
        ("a.html", &deep),
        ("a.html", &open),
        ("a.html", &list),
        ("a.md", &quotes),
        ("a.json", &brackets),
        ("a.json", &objects),
        ("a.xml", &elements),
        ("a.md", &liquid),
        ("a.md", &stars),
        ("a.html", &cells),
        ("a.txt", &long),
        ("a.md", &long),
        ("a.html", &items),
        ("a.md", &yaml),
        ("a.json", &fields),
        ("a.json", &same),
    ] {
        let reading = read(name, text.as_bytes());
        assert!(reading.documents.len() <= 1);
        assert_sound(&reading);
    }
}
