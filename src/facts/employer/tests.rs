use crate::document;
use crate::facts::Facts;
use crate::posting::{self, Prose};
use std::sync::Arc;

fn employer(name: &str, text: &str) -> Option<String> {
    let mut reading = document::read(name, text.as_bytes());
    let postings = posting::find(Arc::new(reading.documents.remove(0)));
    let facts = Facts::read(&Prose::of(&postings[0]));
    let first = facts.employer.first()?;
    let words = postings[0]
        .words(first.at)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(words, first.value.name, "the place is the name's");
    Some(first.value.name.clone())
}

#[test]
fn the_employer_is_read_wherever_it_stands() {
    for (name, text, expected) in [
        (
            "a.md",
            "---\ncompany: Acme Boats\n---\n\nWe sail with Bolt Kites.",
            "Acme Boats",
        ),
        (
            "a.html",
            "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"hiringOrganization\": {\"@type\": \"Organization\", \"name\": \"Acme Boats\"}}</script><p>We sail.</p>",
            "Acme Boats",
        ),
        (
            "a.md",
            "---\ntitle: Sailor\nstartup: acme-kayaks\n---\n\nAcme Boats (AB) is a start-up. Join Acme Boats.",
            "Acme Boats",
        ),
        (
            "a.md",
            "---\ntitle: Sailor\nstartup: acme-kayaks\n---\n\nYou sail.",
            "acme-kayaks",
        ),
        (
            "a.txt",
            "Sailor\n\nCompany: Acme Boats\nLocation: Denver",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Sailor\n\nAbout Acme Boats:\n\nWe sail.",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Sailor\n\nAt Acme Boats, you’ll sail. Join Acme Boats!",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Sailor\n\nYou sail. Acme Boats is an equal opportunity employer.",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Sailor\n\nAcme Boats is hiring a sailor to sail.",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Sailor\n\nAcme Boats, Inc., is looking for a sailor to sail.",
            "Acme Boats, Inc.",
        ),
        (
            "a.txt",
            "Sailor\n\nLakeside Digital Service (LDS) builds things. LDS is an equal opportunity employer. LDS is hiring.",
            "Lakeside Digital Service",
        ),
        (
            "a.txt",
            "Sailor\n\nYou sail far. Acme’s mission is to sail.",
            "Acme",
        ),
        (
            "a.md",
            "# Sailor\n\n### strongDM\n\n#### Remote\n\nYou sail.",
            "strongDM",
        ),
        (
            "a.md",
            "---\ntitle: Archivist - Lakeside Library\n---\n\nYou keep books.",
            "Lakeside Library",
        ),
        (
            "a.md",
            "---\ntitle: Sailor\nurl: https://jobs.lever.co/acmeboats/1\n---\n\nYou sail for Acme Boats on the lake.",
            "Acme Boats",
        ),
        (
            "a.txt",
            "Seemann\n\nÜber Acme Boote:\n\nWir segeln. Acme Boote sucht einen Seemann.",
            "Acme Boote",
        ),
        (
            "a.txt",
            "Seemann\n\nDu willst segeln? Bei ACMEBOOT lernst du es. Das Boot ist da.",
            "ACMEBOOT",
        ),
        (
            "a.txt",
            "Sailor\n\nThe Night Sail Office (NSO) is a newly founded team within Acme’s fleet. Acme expects sailors to sail. Acme is hiring.",
            "Acme",
        ),
        (
            "page.txt",
            include_str!("../../../fixtures/postings/aggregator-page.txt"),
            "Fernhill Robotics",
        ),
        (
            "a.md",
            include_str!("../../../fixtures/postings/clean-draft.md"),
            "Tallow & Rye Kitchens",
        ),
        (
            "a.md",
            include_str!("../../../fixtures/postings/lacking-draft.md"),
            "Bramble Freight",
        ),
    ] {
        assert_eq!(employer(name, text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn words_with_capitals_are_no_employer_without_a_clue() {
    for text in [
        "Sailor\n\nYou know Java and Rust. Rust is a must. Ask us about Kubernetes.",
        "Sailor\n\nAbout you\n\nYou sail. We are an equal opportunity employer. This role is a joy.",
        "Sailor\n\nYou work at Denver’s harbor, or in New York.",
    ] {
        assert_eq!(employer("a.txt", text), None, "{text}");
    }
}
