use crate::document;
use crate::facts::{Facts, Whence};
use crate::posting::{self, Prose};
use std::sync::Arc;

/// The titles of a file, the most authoritative first.
fn titles(name: &str, text: &str) -> Vec<(String, Whence)> {
    let mut reading = document::read(name, text.as_bytes());
    let postings = posting::find(Arc::new(reading.documents.remove(0)));
    let facts = Facts::read(&Prose::of(&postings[0]));
    let titles = facts.title.into_iter();
    titles.map(|t| (t.value.text, t.whence)).collect()
}

fn title(name: &str, text: &str) -> Option<String> {
    titles(name, text).into_iter().next().map(|(text, _)| text)
}

#[test]
fn the_title_is_read_wherever_it_stands() {
    for (name, text, expected) in [
        (
            "a.md",
            "---\ntitle: Line Cook\n---\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.md",
            "---\njob_title: Line Cook\ntitle: We are hiring\n---\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.md",
            "# Line Cook\n\n## About us\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.md",
            "# [Line Cook](https://jobs.example/1)\n\n### Acme\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.md",
            "# Job description\n\n## Line Cook\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.txt",
            "Line Cook, Breakfast\n\nAbout Acme:\n\nWe cook.",
            "Line Cook, Breakfast",
        ),
        (
            "a.txt",
            "Welcome to our kitchen, where we cook every day.\n\nJob Title: Line Cook\nLocation: Denver",
            "Line Cook",
        ),
        (
            "a.txt",
            "https://jobs.example/1\n\nLine Cook\n\nWe cook.",
            "Line Cook",
        ),
        (
            "a.html",
            "<title>Line Cook | Example Careers</title><h1>Line Cook</h1><p>We cook.</p>",
            "Line Cook",
        ),
        (
            "a.html",
            "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Line Cook\"}</script><h1>Acme</h1><p>We cook.</p>",
            "Line Cook",
        ),
        (
            "page.txt",
            include_str!("../../../fixtures/postings/aggregator-page.txt"),
            "Robotics Software Internship, Graduate 2027 (USA)",
        ),
        (
            "a.md",
            include_str!("../../../fixtures/postings/clean-draft.md"),
            "Line Cook, Breakfast Shift",
        ),
        (
            "a.md",
            include_str!("../../../fixtures/postings/lacking-draft.md"),
            "Office Coordinator (Seattle)",
        ),
    ] {
        assert_eq!(title(name, text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_a_board_or_the_employer_adds_is_no_part_of_the_title() {
    for (text, expected) in [
        ("# Line Cook - Example Careers\n\nWe cook.", "Line Cook"),
        ("# Line Cook image - Example Jobs\n\nWe cook.", "Line Cook"),
        (
            "---\ntitle: Archivist - Lakeside Library\n---\n\nWe keep books.",
            "Archivist",
        ),
        (
            "---\ntitle: Line Cook | Acme\ncompany: Acme\n---\n\nWe cook.",
            "Line Cook",
        ),
        (
            "# We are hiring a Line Cook! Join our team.\n\nWe cook.",
            "Line Cook",
        ),
        ("# Now Hiring: Line Cook\n\nWe cook.", "Line Cook"),
        ("# Hiring Manager\n\nWe cook.", "Hiring Manager"),
        (
            "---\ntitle: Acme — Line Cook\ncompany: Acme\n---\n\nWe cook.",
            "Line Cook",
        ),
        (
            "---\ntitle: Acme - Catering\ncompany: Acme\n---\n\nWe cook.",
            "Acme - Catering",
        ),
        (
            "# Lead - Java - Public Services\n\nWe code.",
            "Lead - Java - Public Services",
        ),
        (
            "# Product Manager | All Levels\n\nWe plan.",
            "Product Manager | All Levels",
        ),
    ] {
        assert_eq!(title("a.md", text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn the_title_is_read_from_whom_a_sentence_speaks_to() {
    for (text, expected) in [
        (
            "Date posted:\n\nWe cook at night. As a Night Baker, you'll join a crew of ten.",
            Some("Night Baker"),
        ),
        (
            "Date posted:\n\nWe cook at night. As a leader, you bake.",
            None,
        ),
        (
            "Date posted:\n\nWe cook at night. As a Night Baker, your oven is hot.",
            None,
        ),
    ] {
        assert_eq!(title("a.txt", text).as_deref(), expected, "{text}");
    }
    let heading =
        "# Date posted:\n\nWe cook at night. As a Night Baker, you'll join a crew of ten.";
    assert_eq!(title("a.md", heading).as_deref(), Some("Night Baker"));
}

#[test]
fn a_text_that_begins_with_a_sentence_has_no_title() {
    for text in [
        "We are looking for somebody who likes to cook, for our kitchen in Denver.",
        "About us:\n\nWe cook every day, and we like it.",
    ] {
        assert_eq!(title("a.txt", text), None, "{text}");
    }
}

#[test]
fn field_and_heading_that_differ_are_both_given() {
    let found = titles(
        "a.md",
        "---\ntitle: Cook\n---\n\n# Line Cook, Breakfast\n\nWe cook.",
    );
    let texts: Vec<_> = found.iter().map(|(t, _)| t.as_str()).collect();
    assert_eq!(texts, ["Cook", "Line Cook, Breakfast"]);
    assert_eq!(found[1].1, Whence::Text);
}
