use super::{Condition, Evidences, Figures, Truth};
use crate::domain::money::Amount;
use crate::facts::deadline::Deadline;
use crate::facts::headcount::Headcount;
use crate::facts::{Confidence, Facts, Found, Whence};
use crate::posting::Prose;
use crate::rules::testing::{day, library, posting};
use crate::rules::words::Looker;
use crate::text::Span;

/// Asks `condition` (YAML) of a text and facts.
fn ask(condition: &str, text: &str, facts: &Facts, figures: &Figures) -> String {
    let file = format!(
        r#"
element: thing
title: Thing
about: A thing.
present: {condition}
missing: {{message: No thing, help: Add one.}}
examples: [{{posting: a, problem: missing}}, {{posting: b}}]
"#
    );
    let library = library(&[("thing.yaml", &file)]);
    let condition: &Condition = &library.rules.elements[0].present;
    let posting = posting(text);
    let prose = Prose::of(&posting);
    let evidences = Evidences {
        prose: &prose,
        facts,
        as_of: day("2026-01-15"),
        figures: figures.clone(),
        protects: Vec::new(),
        looker: Looker::new(&library.rules.patterns),
    };
    match condition.ask(&evidences) {
        Truth::Yes(evidence) => {
            let words: Vec<_> = evidence.iter().map(|e| posting.words(e.at)).collect();
            format!("yes: {}", words.join(" | "))
        }
        Truth::No => "no".to_owned(),
        Truth::Unknown(what) => format!("unknown: {}", what.join("; ")),
    }
}

fn of_text(test: &str, text: &str) -> String {
    let condition = format!("{{text: {test}}}");
    ask(&condition, text, &Facts::default(), &Figures::new())
}

#[test]
fn words_are_found_whole_with_their_exceptions_and_surroundings() {
    for (test, text, expected) in [
        ("{any: [young]}", "A young team of youngsters", "yes: young"),
        ("{any: [engineer]}", "Engineers wanted", "no"),
        (
            r"{any: ['engineer\w*']}",
            "Engineers wanted",
            "yes: Engineers",
        ),
        // Neighbours that are no letters are no part of a word.
        ("{any: ['\\$\\d+']}", "US$40 or $50", "yes: $40 | $50"),
        ("{any: ['cat|category']}", "One category", "yes: category"),
        ("{any: [cafe, caf]}", "a café", "no"),
        (
            "{any: [equal pay]}",
            "equal\u{a0} pay",
            "yes: equal\u{a0} pay",
        ),
        // Typography is folded.
        ("{any: [\"we're young\"]}", "We’re “young”", "no"),
        (
            "{any: [\"we're young\"]}",
            "We’re young",
            "yes: We’re young",
        ),
        // Exceptions are places, `unless` and `near` are sentences.
        (
            "{any: [native], except: [react native]}",
            "React Native and native German",
            "yes: native",
        ),
        (
            "{any: [citizens], unless: [clearance]}",
            "US citizens only. Citizens, for a clearance.",
            "yes: citizens",
        ),
        (
            "{any: [range], near: [pay, salary]}",
            "A range of mountains. The pay range.",
            "yes: range",
        ),
        ("{any: [bake, baker, a baker]}", "a baker", "yes: a baker"),
        ("{any: ['baker.{0,9}cook']}", "- baker\n- cook", "no"),
        ("{any: [a, b]}", "b a", "yes: b | a"),
        (r"{any: ['\w+ly\b']}", "Truly, madly", "yes: Truly | madly"),
    ] {
        assert_eq!(of_text(test, text), expected, "{test} in {text:?}");
    }
}

#[test]
fn words_can_be_asked_for_within_sections() {
    let mut posting = posting("Pay well\n\nMore\n\nPay more");
    let half = posting.text.find("More").expect("it is there");
    let mut second = posting.sections[0].clone();
    posting.sections[0].span = Span::new(0, half);
    posting.sections[0].role = crate::posting::Role::Duties;
    second.span = Span::new(half, posting.text.len());
    second.role = crate::posting::Role::Pay;
    posting.sections.truncate(1);
    posting.sections.push(second);
    let prose = Prose::of(&posting);
    let mut collector = crate::rules::words::Collector::default();
    let test = crate::rules::words::TextTest {
        any: vec![collector.number(r"pay \w+")],
        within: vec![crate::posting::Role::Pay],
        ..Default::default()
    };
    let patterns = collector.finish(Default::default());
    let found = Looker::new(&patterns).find(&test, &prose);
    let found: Vec<_> = found.iter().map(|at| posting.words(*at)).collect();
    assert_eq!(found, ["Pay more"]);
}

/// A deadline at "May" and headcounts at "40" and "200" of the text.
fn facts() -> (&'static str, Facts) {
    let text = "May or 40 or 200";
    let at = |words: &str| {
        let at = text.find(words).expect("it is there");
        Span::new(at, at + words.len())
    };
    let mut facts = Facts::default();
    facts.deadline.push(Found::in_text(
        Deadline {
            date: Some(day("2026-01-14")),
            rolling: false,
            at_least: false,
            priority: false,
        },
        at("May"),
    ));
    for (words, at_least) in [("40", 40), ("200", 200)] {
        let found = Found::in_text(Headcount { at_least }, at(words));
        facts.headcount.push(found);
    }
    (text, facts)
}

#[test]
fn facts_are_asked_by_their_attributes() {
    let (text, facts) = facts();
    for (condition, expected) in [
        ("{fact: {is: deadline}}", "yes: May"),
        ("{fact: {is: eeo}}", "no"),
        ("{fact: {is: deadline, where: {rolling: true}}}", "no"),
        (
            "{fact: {is: deadline, where: {rolling: false}}}",
            "yes: May",
        ),
        (
            "{fact: {is: deadline, where: {date: {past: true}}}}",
            "yes: May",
        ),
        ("{fact: {is: deadline, where: {date: {past: false}}}}", "no"),
        (
            "{fact: {is: deadline, where: {date: {said: true}}}}",
            "yes: May",
        ),
        ("{fact: {is: deadline, where: {date: {said: false}}}}", "no"),
        (
            "{fact: {is: deadline, where: {date: '2026-01-14'}}}",
            "yes: May",
        ),
        ("{fact: {is: headcount, where: {at_least: 40}}}", "yes: 40"),
        (
            "{fact: {is: headcount, where: {at_least: {at_least: 40}}}}",
            "yes: 40 | 200",
        ),
        (
            "{fact: {is: headcount, where: {at_least: {above: 40}}}}",
            "yes: 200",
        ),
        (
            "{fact: {is: headcount, where: {at_least: {below: 200, at_most: 41}}}}",
            "yes: 40",
        ),
        (
            "{fact: {is: headcount, where: {at_least: {above: at_least}}}}",
            "no",
        ),
        (
            "{fact: {is: headcount, where: {at_least: {above: {figure: most}}}}}",
            "yes: 200",
        ),
        (
            "{fact: {is: headcount, where: {at_least: {above: {figure: other}}}}}",
            "no",
        ),
    ] {
        let figures = Figures::from([("most".to_owned(), Amount::from(100))]);
        assert_eq!(
            ask(condition, text, &facts, &figures),
            expected,
            "{condition}"
        );
    }
}

#[test]
fn answers_are_joined_with_three_values() {
    let (text, mut facts) = facts();
    // Doubt about the headcounts, certainty about the deadline.
    for found in &mut facts.headcount {
        found.confidence = Confidence::Low;
    }
    facts.headcount.truncate(1);
    let unknown = "{fact: {is: headcount}}";
    let yes = "{fact: {is: deadline}}";
    let no = "{fact: {is: eeo}}";
    let doubt = "unknown: whether “40” is how many employees the posting says the employer has";
    for (condition, expected) in [
        (unknown.to_owned(), doubt),
        (format!("{{not: {yes}}}"), "no"),
        (format!("{{not: {no}}}"), "yes: "),
        (format!("{{not: {unknown}}}"), doubt),
        (format!("{{all: [{yes}, {unknown}]}}"), doubt),
        (format!("{{all: [{unknown}, {no}]}}"), "no"),
        (format!("{{any: [{yes}, {unknown}]}}"), "yes: May"),
        (format!("{{any: [{unknown}, {no}]}}"), doubt),
        (format!("{{any: [{no}, {no}]}}"), "no"),
    ] {
        assert_eq!(
            ask(&condition, text, &facts, &Figures::new()),
            expected,
            "{condition}"
        );
    }
}

#[test]
fn furniture_speaks_for_the_board_and_not_for_the_posting() {
    let (text, mut facts) = facts();
    facts.deadline[0].whence = Whence::Furniture;
    let found = ask("{fact: {is: deadline}}", text, &facts, &Figures::new());
    assert_eq!(found, "no");
}
