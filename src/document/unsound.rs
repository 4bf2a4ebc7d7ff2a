//! What is told of files that do not keep to their format.

use super::*;

fn only(name: &str, text: &str) -> Document {
    let mut reading = read(name, text.as_bytes());
    assert_eq!(reading.documents.len(), 1, "{:?}", reading.problems);
    reading.documents.remove(0)
}

#[test]
fn broken_front_matter_is_named_by_its_line_and_the_text_is_read() {
    for (text, line, words, advice) in [
        (
            "---\ntitle: Cook: early\n---\nApply.",
            2,
            "cannot be read as YAML",
            "put the value into quotes, since it holds a colon",
        ),
        (
            "---\na: 1\nb: \"open\n---\nApply.",
            3,
            "cannot be read as YAML",
            "close the quotes",
        ),
        (
            "---\ntitle: Cook\n\nApply.",
            1,
            "not closed",
            "end it with a line `---`",
        ),
        (
            "+++\ntitle = \"Cook\"\nodd\n+++\nApply.",
            3,
            "could not be read",
            "write `key = \"value\"`",
        ),
    ] {
        let document = only("a.md", text);
        assert!(document.view.ends_with("Apply."), "{:?}", document.view);
        let problem = &document.problems[0];
        assert_eq!(problem.kind, ProblemKind::BrokenPart);
        assert!(problem.message.contains(words), "{}", problem.message);
        let help = problem.help.as_deref().unwrap_or("none");
        assert!(help.contains(advice), "{text}: {help}");
        let span = problem.span.expect("the place is named");
        assert_eq!(document.source.position(span.start).line, line, "{text}");
    }
    // A rule at the head, and one in the middle, are no front matter.
    let document = only("a.md", "---\n\nApply.\n\n---\n\nPay: $5\n");
    assert_eq!(document.words(document.body), "Apply.\nPay: $5");
}

#[test]
fn broken_feeds_are_reported_and_the_rest_is_read() {
    for (name, text, kind, line, documents) in [
        (
            "a.json",
            "{\"title\":\n \"Cook\" \"x\"}",
            ProblemKind::Unreadable,
            2,
            0,
        ),
        (
            "a.jsonl",
            "{\"title\":\"Cook\",\"city\":\"B\"}\n{\"title\n",
            ProblemKind::Unreadable,
            2,
            1,
        ),
        (
            "a.csv",
            "title,description\nCook,\"open\n",
            ProblemKind::BrokenPart,
            2,
            1,
        ),
        (
            "a.xml",
            "<jobs>\n<job><title>Cook</title><city>B</city>",
            ProblemKind::Malformed,
            2,
            1,
        ),
    ] {
        let reading = read(name, text.as_bytes());
        assert_eq!(reading.documents.len(), documents, "{text}");
        let problem = &reading.problems[0];
        assert_eq!(problem.kind, kind, "{text}");
        let span = problem.span.expect("the place is named");
        assert_eq!(reading.source.position(span.start).line, line, "{text}");
    }
    let nothing = read("a.json", b"[]");
    assert_eq!(nothing.problems[0].kind, ProblemKind::Unreadable);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    for (bytes, words, advice) in [
        (b"".as_slice(), "empty", "export the posting again"),
        (b"%PDF-1.4", "a PDF", "save the posting as text"),
        (
            b"PK\x03\x04junk",
            "Word document is cut off",
            "copy or download it again",
        ),
    ] {
        let reading = read("a.md", bytes);
        let problem = &reading.problems[0];
        assert_eq!(problem.kind, ProblemKind::Unreadable);
        assert!(problem.message.contains(words), "{}", problem.message);
        let help = problem.help.as_deref().unwrap_or("none");
        assert!(help.contains(advice), "{help}");
    }
}

#[test]
fn what_is_read_although_others_refuse_it_is_told_with_its_place() {
    let page = |json: &str| {
        format!("<script type=\"application/ld+json\">\n{json}\n</script><h1>Cook</h1>")
    };
    let posting = |rest: &str| page(&format!("{{\"@type\": \"JobPosting\",\n{rest}}}"));
    let own = "<!DOCTYPE a [<!ENTITY b \"c\">]>\n<jobs><job><title>Cook</title><city>&b;</city></job></jobs>";
    let deep = format!(
        "[{{\"title\": \"Cook\", \"city\": \"Bern\",\n\"a\": {}{}}}]",
        "[".repeat(70),
        "]".repeat(70)
    );
    for (name, text, at, words) in [
        (
            "a.md",
            "---\na: 1\na: 2\n---\nx".to_owned(),
            "a: 2",
            "`a` is given twice",
        ),
        (
            "a.md",
            "---\nb:\n  a: 1\n  a: 2\n---\nx".to_owned(),
            "a: 2",
            "given twice",
        ),
        (
            "a.md",
            "+++\na = 1\na = 2\n+++\nx".to_owned(),
            "a = 2",
            "given twice",
        ),
        (
            "a.md",
            "---\n- a: 1\n- b: 2\n---\nx".to_owned(),
            "- a: 1",
            "is a list",
        ),
        ("a.md", "Co\0ok".to_owned(), "\0ok", "zero byte"),
        (
            "a.html",
            posting("\"title\": \"Cook\",\n"),
            ",\n}",
            "a comma stands before",
        ),
        (
            "a.html",
            posting("\"title\": \"Cook\" // x\n"),
            "// x",
            "holds a comment",
        ),
        (
            "a.html",
            posting("\"a\": 1,\n \"a\": 2"),
            "\"a\": 2",
            "given twice",
        ),
        (
            "a.html",
            posting("\"b\": [{\"a\": 1,\n \"a\": 2}]"),
            "\"a\": 2",
            "given twice",
        ),
        (
            "a.json",
            "[{\"title\": \"Cook\",\n \"title\": \"Chef\"}]".to_owned(),
            "\"title\": \"Chef\"",
            "given twice",
        ),
        (
            "a.json",
            "[{\"title\": \"Cook\", \"city\": \"Bern\"},\n]".to_owned(),
            ",\n]",
            "a comma stands before",
        ),
        (
            "a.json",
            deep.clone(),
            &deep[deep.rfind('[').expect("it nests") - 6..],
            "nested more than",
        ),
        ("a.xml", own.to_owned(), "<!ENTITY", "entities of its own"),
        (
            "a.xml",
            "<jobs><job><title>Cook</title><city>Bern</ctiy></job></jobs>".to_owned(),
            "</ctiy>",
            "not open",
        ),
        (
            "a.xml",
            "<jobs><job><title>Cook</title><city>Bern<b>x</b></job></jobs>".to_owned(),
            "city>Bern",
            "not closed",
        ),
        (
            "a.csv",
            "title,city\nCook,\"Bern\" and Rome\n".to_owned(),
            " and Rome",
            "behind the quote",
        ),
        (
            "a.csv",
            "title,city\nCook,Bern, CH\n".to_owned(),
            " CH",
            "more cells",
        ),
    ] {
        let reading = read(name, text.as_bytes());
        let of_documents = reading.documents.iter().flat_map(|d| &d.problems);
        let problems: Vec<&Problem> = reading.problems.iter().chain(of_documents).collect();
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(
            problems[0].message.contains(words),
            "{}",
            problems[0].message
        );
        assert!(problems[0].help.is_some(), "{text}");
        assert!(problems[0].kind.finding().is_some(), "{text}");
        let span = problems[0].span.expect("the place is named");
        let rest = &text[span.start..];
        assert!(rest.starts_with(at), "{text}: {rest}");
        assert_eq!(reading.documents.len(), 1, "{text} is read all the same");
    }
}

#[test]
fn what_is_sound_is_not_complained_of() {
    for (name, text) in [
        ("a.md", "---\na: {b: 1}\nc: {b: 2}\n---\nx"),
        ("a.md", "+++\na = 1\n[[b]]\nc = 1\n[[b]]\nc = 2\n+++\nx"),
        ("a.csv", "title,city\nCook,\"say \"\"hi\"\"\" ,,\n"),
        (
            "a.xml",
            "<!DOCTYPE jobs>\n<jobs><job><title>Cook</title><city>A</city><city>B</city><br/></job></jobs>",
        ),
        (
            "a.json",
            "[{\"title\": \"Cook\", \"a\": {\"b\": 1}, \"c\": {\"b\": 1}}]",
        ),
        (
            "a.html",
            "<script type=\"application/ld+json\">{\"@type\": \"Thing\",}</script>x",
        ),
    ] {
        let reading = read(name, text.as_bytes());
        assert_eq!(reading.problems, [], "{text}");
        assert_eq!(reading.documents[0].problems, [], "{text}");
    }
}
