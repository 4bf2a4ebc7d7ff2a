use super::*;
use crate::document;
use crate::text::Span;

/// The file with `block` put in behind `words`.
fn put_in(name: &str, text: &str, words: &str, block: &str) -> Result<String, NotEditable> {
    let reading = document::read(name, text.as_bytes());
    let document = &reading.documents[0];
    let at = document
        .view
        .find(words)
        .expect("the words are in the view");
    let span = Span::new(at, at + words.len());
    let insertion = insert_after(document, span, block)?;
    let source = &document.source.text;
    Ok([
        &source[..insertion.at],
        &insertion.text,
        &source[insertion.at..],
    ]
    .concat())
}

#[test]
fn a_block_comes_behind_the_whole_block_of_the_words() {
    for (name, before, words, after) in [
        (
            "a.md",
            "# Cook\n\nOne.\n\nTwo.\n",
            "One",
            "# Cook\n\nOne.\n\nNEW\n\nTwo.\n",
        ),
        ("a.md", "# Cook\n\nOne.", "One", "# Cook\n\nOne.\n\nNEW"),
        (
            "a.md",
            "---\na: b\n---\nOne.\n",
            "One",
            "---\na: b\n---\nOne.\n\nNEW\n",
        ),
        (
            "a.md",
            "One\nmore\n\n\nTwo\n",
            "One",
            "One\nmore\n\nNEW\n\n\nTwo\n",
        ),
        // Not a heading out of the rule behind it.
        (
            "a.md",
            "- One\n---\nTwo\n",
            "One",
            "- One\n\nNEW\n\n---\nTwo\n",
        ),
        ("a.md", "One\n# Two\n", "One", "One\n\nNEW\n\n# Two\n"),
        (
            "a.md",
            "- One\n- two\n  - three\n\nEnd\n",
            "One",
            "- One\n- two\n  - three\n\nNEW\n\nEnd\n",
        ),
        (
            "a.md",
            "> One\n> two\n\nEnd\n",
            "One",
            "> One\n> two\n\nNEW\n\nEnd\n",
        ),
        (
            "a.md",
            "|a|b|\n|-|-|\n|One|2|\n\nEnd\n",
            "One",
            "|a|b|\n|-|-|\n|One|2|\n\nNEW\n\nEnd\n",
        ),
        (
            "a.md",
            "```\nOne\n```\nEnd\n",
            "One",
            "```\nOne\n```\n\nNEW\n\nEnd\n",
        ),
        (
            "a.md",
            "Z **One** [x](y)\n",
            "One",
            "Z **One** [x](y)\n\nNEW\n",
        ),
        (
            "a.md",
            "One.\r\n\r\nTwo.\r\n",
            "One",
            "One.\r\n\r\nNEW\r\n\r\nTwo.\r\n",
        ),
        (
            "a.txt",
            "Cook\n\nOne.\nTwo.\n",
            "One",
            "Cook\n\nOne.\n\nNEW\n\nTwo.\n",
        ),
        (
            "a.txt",
            "Cook\n\nOne.   \n\nTwo.\n",
            "One",
            "Cook\n\nOne.\n\nNEW   \n\nTwo.\n",
        ),
        (
            "a.html",
            "<p>One.</p><p>Two</p>",
            "One",
            "<p>One.</p>\n<p>NEW</p><p>Two</p>",
        ),
        (
            "a.html",
            "<div>\n  <p>a <b>One</b>.</p>\n  <p>Two</p>\n</div>\n",
            "One",
            "<div>\n  <p>a <b>One</b>.</p>\n  <p>NEW</p>\n  <p>Two</p>\n</div>\n",
        ),
        (
            "a.html",
            "<ul><li>a<ul><li>One</li></ul></li><li>b</li></ul><p>c</p>",
            "One",
            "<ul><li>a<ul><li>One</li></ul></li><li>b</li></ul>\n<p>NEW</p><p>c</p>",
        ),
        (
            "a.html",
            "<body><div>One<br>two</div></body>",
            "One",
            "<body><div>One\n<p>NEW</p><br>two</div></body>",
        ),
        (
            "a.html",
            "<p>One\n<p>Two",
            "One",
            "<p>One\n<p>NEW</p>\n<p>Two",
        ),
        (
            "a.html",
            "<p>Zero<p>One\n",
            "One",
            "<p>Zero<p>One\n<p>NEW</p>\n",
        ),
        (
            "a.html",
            "<section><h2>Pay</h2><p>caf&eacute;</p></section>",
            "café",
            "<section><h2>Pay</h2><p>caf&eacute;</p>\n<p>NEW</p></section>",
        ),
        (
            "a.html",
            "<table><tr><td>One<td>x</table><p>y",
            "One",
            "<table><tr><td>One<td>x</table>\n<p>NEW</p><p>y",
        ),
    ] {
        let found = put_in(name, before, words, "NEW");
        assert_eq!(found.as_deref(), Ok(after), "{before:?}");
    }
}

#[test]
fn what_cannot_be_edited_says_so() {
    let no_place = Err(NotEditable::NoPlace);
    let feed = Err(NotEditable::Format("a feed"));
    for (name, text, words, expected) in [
        (
            "a.json",
            r#"{"title":"Cook","description":"One two."}"#,
            "One",
            &feed,
        ),
        ("a.csv", "title,description\nCook,One two\n", "One", &feed),
        ("a.md", "---\ntitle: One\n---\nTwo\n", "One", &no_place),
        ("a.html", "<ul><li>One", "One", &no_place),
        (
            "a.html",
            r#"<script type="application/ld+json">{"@type":"JobPosting","title":"One"}</script>"#,
            "One",
            &no_place,
        ),
    ] {
        assert_eq!(&put_in(name, text, words, "NEW"), expected, "{text}");
    }
    let bytes = b"Caf\xe9 cook in the kitchen.\n";
    let reading = document::read("a.md", bytes);
    let document = &reading.documents[0];
    let all = Span::new(0, document.view.len());
    let refused = insert_after(document, all, "NEW");
    assert!(
        matches!(refused, Err(NotEditable::Encoding(_))),
        "{refused:?}"
    );
}
