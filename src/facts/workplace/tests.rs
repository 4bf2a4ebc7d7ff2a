use super::*;
use crate::document;
use crate::facts::Facts;
use crate::posting::{self, Prose};
use std::sync::Arc;

fn read(text: &str) -> Option<Workplace> {
    let reading = document::read("posting.txt", text.as_bytes());
    let document = reading.documents.into_iter().next()?;
    let posting = posting::find(Arc::new(document)).into_iter().next()?;
    let prose = Prose::of(&posting);
    Facts::read(&prose)
        .workplace
        .first()
        .map(|f| f.value.clone())
}

fn mode(sentence: &str) -> Option<Mode> {
    read(&format!(
        "Data Engineer\n\nAbout the role\n\nWe pay well and on time, as we always did. {sentence}\n"
    ))
    .map(|w| w.mode)
}

#[test]
fn sentences_say_how_one_works() {
    for (sentence, expected) in [
        ("This is a fully remote position.", Mode::Remote),
        ("This role is hybrid.", Mode::Hybrid),
        ("You come to the office three days a week.", Mode::Hybrid),
        ("This is an on-site role.", Mode::Onsite),
        ("You are in the office 5 days a week.", Mode::Onsite),
        (
            "The role can be done remotely or in our office in Seattle.",
            Mode::Mixed,
        ),
        (
            "Interns will be located either remote or hybrid in our offices.",
            Mode::Mixed,
        ),
        (
            "You will join a team of remote professionals.",
            Mode::Remote,
        ),
        (
            "Whether you bake remotely or in our Reno office, we send flour.",
            Mode::Mixed,
        ),
        (
            "If you live near our Reno office, you come in two days a week. Otherwise, this is a remote role.",
            Mode::Mixed,
        ),
        ("We're 100% in person and like it.", Mode::Onsite),
        (
            "You work with the founders daily in-person in Reno.",
            Mode::Onsite,
        ),
        ("#LIRemote", Mode::Remote),
        ("#LI-Hybrid", Mode::Hybrid),
        ("#LI-Remote", Mode::Remote),
    ] {
        assert_eq!(mode(sentence), Some(expected), "{sentence}");
    }
}

#[test]
fn look_alikes_say_nothing() {
    for sentence in [
        "You know remote sensing and remote control.",
        "We run a hybrid cloud and build hybrid vehicles.",
        "You give on-site support to customers.",
        "You know the office suite.",
        "There is on-site parking and an on-site gym.",
        "You troubleshoot remote access and remote desktop issues.",
        "If this role is remote, the range may differ.",
        "You lead a team of remote engineers.",
        "Most of our positions are remote. If yours is not, we say so.",
        "Your desk is 100% yours and training is in person.",
    ] {
        assert_eq!(mode(sentence), None, "{sentence}");
    }
}

#[test]
fn a_heading_is_no_statement() {
    for heading in [
        "In-Office Requirement Statement:",
        "In-Office Expectations",
        "On-Site Requirements:",
        "## Remote Work Policy",
        "Hybrid Policy:",
        "In-Person Requirements",
    ] {
        let found = read(&format!(
            "Data Engineer\n\nAbout the role\n\nWe pay well.\n\n{heading}\n\nAsk us what it means for you.\n"
        ));

        assert_eq!(found.map(|w| w.mode), None, "{heading}");
    }
    for (line, expected) in [
        ("In-Office", Mode::Onsite),
        ("On-site role", Mode::Onsite),
        ("Onsite in Denver:", Mode::Onsite),
        ("Hybrid: two days a week in the office", Mode::Hybrid),
    ] {
        let found = read(&format!(
            "Data Engineer\n\nAbout the role\n\nWe pay well.\n\n{line}\n\nAsk us.\n"
        ));

        assert_eq!(found.map(|w| w.mode), Some(expected), "{line}");
    }
}

#[test]
fn days_nearness_and_contradictions_are_kept() {
    let found = read("Cook\n\nThis is a hybrid role: two days a week in the office. You must live within commuting distance of the office.\n")
        .expect("a workplace");
    assert_eq!((found.days, found.near_office), (Some(2), true));
    let found = read("Cook\n\nThis is a fully remote role. This is an on-site role.\n")
        .expect("a workplace");
    assert!(found.contradiction);
}
