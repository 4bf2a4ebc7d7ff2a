//! What a reader of each format sees, as tables of cases.

use super::*;
use crate::text::Span;

fn only(name: &str, text: &str) -> Document {
    let mut reading = read(name, text.as_bytes());
    assert_eq!(reading.documents.len(), 1, "{:?}", reading.problems);
    reading.documents.remove(0)
}

fn body(name: &str, text: &str) -> String {
    let document = only(name, text);
    document.words(document.body).to_owned()
}

/// The file's own words for words of the view.
fn written(document: &Document, words: &str) -> String {
    let at = document
        .view
        .find(words)
        .expect("the words are in the view");
    let raw = document.raw(Span::new(at, at + words.len()));
    document.source.slice(raw).to_owned()
}

fn fields(document: &Document) -> Vec<(&str, &str)> {
    document
        .fields
        .iter()
        .map(|field| (field.path.as_str(), document.value(field)))
        .collect()
}

#[test]
fn markdown_reads_as_it_is_shown() {
    for (text, shown) in [
        ("**$90k** – **$110k**", "$90k – $110k"),
        ("**Pay:** $90,000\nto $110,000", "Pay: $90,000 to $110,000"),
        ("R&amp;D &ndash; \\$5 \\| 6", "R&D – $5 | 6"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("| Pay | $20 |\n|---|---|\n| a | *b* |", "Pay | $20\na | b"),
        ("See ![chart](a.png) [the form](x)", "See the form"),
        ("~~$18~~ $20, ~$3 to ~$4", "$20, ~$3 to ~$4"),
        (
            "Pay <!-- internal --> is <b>$20</b><br>net",
            "Pay is $20\nnet",
        ),
        ("<div hidden>\n\nsecret\n\n</div>\n\nopen", "open"),
        ("** Pay** is $20 **", "Pay is $20"),
        ("# Cook {#top}\n\n* a\n  * b", "Cook {#top}\na\nb"),
        ("{% if x %}Pay{% endif %} {{< x >}}ok", "Pay ok"),
    ] {
        assert_eq!(body("a.md", text), shown, "{text}");
    }
}

#[test]
fn front_matter_gives_fields_at_their_places() {
    let text = "---\r\ntitle: \"Line \\\"Cook\\\"\"\r\npay:\r\n  min: 20.50\r\nplaces: [Denver, 'O''Fallon']\r\nabout: >-\r\n  two\r\n  lines\r\nno: ~\r\n---\r\nApply.";
    let document = only("a.md", &format!("\u{feff}{text}"));
    assert_eq!(
        fields(&document),
        [
            ("title", "Line \"Cook\""),
            ("pay.min", "20.50"),
            ("places.0", "Denver"),
            ("places.1", "O'Fallon"),
            ("about", "two lines"),
        ]
    );
    assert_eq!(document.words(document.body), "Apply.");
    assert_eq!(written(&document, "20.50"), "20.50");
    assert_eq!(written(&document, "O'Fallon"), "O''Fallon");
    assert_eq!(written(&document, "\"Cook\""), "\\\"Cook\\\"");
}

#[test]
fn a_page_reads_as_a_browser_shows_it() {
    for (html, shown) in [
        (
            "<p>$95,000&nbsp;&ndash;&#36;110k</p>",
            "$95,000\u{a0}–$110k",
        ),
        ("<p>a\n  b</p><p>c<br>d", "a b\nc\nd"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "a\nb\nc"),
        (
            "<tr><table><tr><td>Pay<td><p>$20</p></table>end",
            "Pay | $20\nend",
        ),
        ("<table><tr><td><td>x<tr><td>y</table>", "x\ny"),
        (
            "<script>no</script><style>no</style><template>no</template>ok",
            "ok",
        ),
        (
            "<noscript>no</noscript><svg><title>no</title></svg>ok",
            "ok",
        ),
        (
            "<p style='display: none'>no</p><i class=fa aria-hidden=true>no</i>ok",
            "ok",
        ),
        (
            "<select><option>Kenya</option></select><del>$18</del> $20",
            "$20",
        ),
        ("<pre>a\n  b</pre>", "a\n  b"),
        (
            "Posted on<span>8 May</span> <b>Equ</b>al",
            "Posted on 8 May Equal",
        ),
        ("<div><p>unclosed <div>next", "unclosed\nnext"),
        ("a < b & c &unknown; d", "a < b & c &unknown; d"),
    ] {
        assert_eq!(body("a.html", html), shown, "{html}");
    }
}

#[test]
fn blocks_links_and_marks_of_a_page_are_known() {
    let document = only(
        "a.html",
        "<nav>Home</nav><h2>Pay</h2><p><b>Good</b> <a href='#'>here</a> <a href='mailto:a@b.example'>mail</a></p><!-- keep --><footer>End</footer>",
    );
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Heading, Paragraph};
    assert_eq!(kinds, [Paragraph, Heading(2), Paragraph, Paragraph]);
    let links: Vec<_> = document
        .links
        .iter()
        .map(|link| (document.words(link.span), link.target.as_str()))
        .collect();
    assert_eq!(links, [("here", ""), ("mail", "mailto:a@b.example")]);
    assert_eq!(document.words(document.strong[0]), "Good");
    let marks: Vec<_> = document.landmarks.iter().map(|mark| mark.kind).collect();
    assert_eq!(marks, [LandmarkKind::Navigation, LandmarkKind::Footer]);
    let comment = &document.comments[0];
    assert_eq!(comment.text, " keep ");
    assert_eq!(document.source.slice(comment.span), "<!-- keep -->");
}

#[test]
fn structured_data_of_a_page_gives_fields() {
    let html = r#"<title>Cook &amp; more</title><meta property="og:title" content="Cook &#8211; x">
        <script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"no"},
        {"@type":"JobPosting","title":"Caf\u00e9 cook","baseSalary":{"value":{"minValue":20,}},
        "description":"<p>Make the best coffee of the town.<\/p>"}]}</script>
        <div itemscope itemtype="https://schema.org/JobPosting"><span itemprop="title">Barista</span>
        <meta itemprop="datePosted" content="2026-05-01"></div>"#;
    let document = only("a.html", html);
    assert_eq!(
        fields(&document),
        [
            ("title", "Cook & more"),
            ("og:title", "Cook – x"),
            ("datePosted", "2026-05-01"),
            ("title", "Café cook"),
            ("baseSalary.value.minValue", "20"),
            ("title", "Barista"),
        ]
    );
    assert_eq!(
        document.words(document.body),
        "Barista\nMake the best coffee of the town."
    );
    assert_eq!(written(&document, "Café"), "Caf\\u00e9");
    assert_eq!(written(&document, "coffee"), "coffee");
}

#[test]
fn a_description_that_the_page_shows_is_not_read_twice() {
    let text =
        "We look for a cook who prepares lunch for two hundred guests and keeps the kitchen clean.";
    let html = format!(
        "<script type='application/ld+json'>{{\"@type\":\"JobPosting\",\"description\":\"{text}\"}}</script><p>{text}</p>"
    );
    assert_eq!(body("a.html", &html), text);
}

#[test]
fn broken_json_ld_is_reported_at_its_place() {
    let html = "<p>Cook</p>\n<script type='application/ld+json'>\n{\"@type\":\"JobPosting\" \"title\":1}\n</script>";
    let document = only("a.html", html);
    let problem = &document.problems[0];
    assert_eq!(problem.kind, ProblemKind::BrokenPart);
    let span = problem.span.expect("the place is named");
    assert_eq!(document.source.position(span.start).line, 3);
    assert_eq!(document.words(document.body), "Cook");
}

#[test]
fn postings_are_found_in_every_kind_of_feed() {
    for (name, text, keys) in [
        (
            "a.json",
            r#"{"title":"Cook","description":"Make lunch."}"#,
            vec![""],
        ),
        (
            "a.json",
            r#"[{"title":"Cook","description":"x y"},{"title":"Maid","location":"Bern"}]"#,
            vec!["$[0]", "$[1]"],
        ),
        (
            "a.json",
            r#"{"name":"Acme","jobs":[{"title":"Cook","location":{"name":"Bern"}},{"title":"Maid","city":"Bern"}]}"#,
            vec!["$.jobs[0]", "$.jobs[1]"],
        ),
        (
            "a.json",
            r#"{"data":{"posting":{"title":"Cook","description":"Make lunch."}}}"#,
            vec![""],
        ),
        (
            "a.jsonl",
            "{\"title\":\"Cook\",\"city\":\"Bern\"}\n\n{\"title\":\"Maid\",\"city\":\"Bern\"}\n",
            vec!["line 1", "line 3"],
        ),
        (
            "-",
            "{\"title\":\"Cook\",\"city\":\"Bern\"}\n{\"title\":\"Maid\",\"city\":\"Bern\"}\n",
            vec!["line 1", "line 2"],
        ),
        (
            "a.csv",
            "title;description\nCook;\"Make\nlunch\"\nMaid;Clean\n",
            vec!["line 2", "line 4"],
        ),
        (
            "a.xml",
            "<source><publisher>B</publisher><job><title>Cook</title><city>Bern</city></job><job><title>Maid</title><city>Bern</city></job></source>",
            vec!["/source/job[1]", "/source/job[2]"],
        ),
    ] {
        let reading = read(name, text.as_bytes());
        let found: Vec<_> = reading.documents.iter().map(|d| d.key.as_str()).collect();
        assert_eq!(found, keys, "{text}");
        assert_eq!(reading.problems, [], "{text}");
    }
}

#[test]
fn texts_inside_feeds_lead_back_through_all_their_layers() {
    for (name, file, words, original) in [
        (
            "a.json",
            r#"{"title":"Cook","content":"&lt;p&gt;Pay: $20 &amp;ndash; $25&lt;/p&gt;"}"#,
            "$20 – $25",
            "$20 &amp;ndash; $25",
        ),
        (
            "a.json",
            r#"{"title":"Cook","descriptionHtml":"<p>Caf\u00e9 <b>pay</b><\/p>"}"#,
            "Café pay",
            r"Caf\u00e9 <b>pay",
        ),
        (
            "a.csv",
            "title,description\nCook,\"the \"\"best\"\" pay\"\n",
            "\"best\" pay",
            "\"\"best\"\" pay",
        ),
        (
            "a.xml",
            "<job><title>Cook</title><description>&lt;p&gt;R&amp;amp;D pay&lt;/p&gt;</description></job>",
            "R&D pay",
            "R&amp;amp;D pay",
        ),
        (
            "a.xml",
            "<job><title>Cook</title><description><![CDATA[<p>R&amp;D pay]]></description></job>",
            "R&D pay",
            "R&amp;D pay",
        ),
        (
            "a.xml",
            "<job><title>Cook</title><description><p>Good <b>pay</b></p></description></job>",
            "Good pay",
            "Good <b>pay",
        ),
    ] {
        let document = only(name, file);
        let at = document
            .view
            .find(words)
            .expect("the words are in the view");
        assert!(
            at >= document.body.start,
            "they are text: {}",
            document.view
        );
        assert_eq!(written(&document, words), original, "{file}");
    }
}

#[test]
fn the_texts_of_a_record_stand_once_and_in_reading_order() {
    let file = r#"[{"text":"Cook","additional":"<p>Equal opportunity for everybody who applies.</p>",
        "lists":[{"text":"Duties","content":"<li>Make lunch for the guests</li>"}],
        "descriptionPlain":"We run a kitchen in the old town.","description":"<p>We run a kitchen in the <b>old town</b>.</p>",
        "hostedUrl":"https://jobs.example/1"}]"#;
    let document = only("a.json", file);
    assert_eq!(
        document.words(document.body),
        "We run a kitchen in the old town.\nDuties\nMake lunch for the guests\nEqual opportunity for everybody who applies."
    );
    assert_eq!(
        fields(&document),
        [("text", "Cook"), ("hostedUrl", "https://jobs.example/1")]
    );
}

#[test]
fn a_file_without_a_telling_name_is_known_by_its_content() {
    for (text, format) in [
        ("<!DOCTYPE html><p>x", Format::Html),
        ("<p>Cook</p>", Format::Html),
        (
            "<?xml version='1.0'?><jobs><job><title>a</title><city>b</city></job></jobs>",
            Format::Xml,
        ),
        ("{\"title\":\"Cook\",\"city\":\"Bern\"}", Format::Json),
        ("[{\"title\":\"Cook\",\"city\":\"Bern\"}]", Format::Json),
        ("---\ntitle: Cook\n---\nApply.", Format::Markdown),
        ("# Cook\n\nPay is **good**.", Format::Markdown),
        (
            "[Apply](https://a.example) or **call**.\n## Cook",
            Format::Markdown,
        ),
        ("Cook wanted, pay $20 an hour.", Format::Text),
    ] {
        assert_eq!(only("-", text).format, format, "{text}");
    }
}
