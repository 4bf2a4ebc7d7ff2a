use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::facts::place::{Place, PlaceRole};
use crate::facts::{Facts, Found};
use crate::lint::{FileReport, Linter, Settings};
use crate::posting::{self, Prose};
use crate::rules::{Base, Evidence, RuleFile, judge, load};
use crate::text::Span;
use std::sync::Arc;

const FILES: [(&str, &str); 6] = [
    (
        "motto.yaml",
        r#"
element: motto
title: Motto
about: A motto.
present: {text: {any: [motto]}}
missing:
  message: No motto
  why: A house needs one.
  help: Write one.
  write: "Our motto: [words]"
  belongs_in: [company, benefits]
problems:
  - id: in-latin
    when: {text: {any: ['per \w+', 'ad \w+']}}
    message: "“{text}” is Latin"
    help: Translate it.
examples: [{posting: Baker, problem: missing}, {posting: "Motto: onward"}]
"#,
    ),
    (
        "youth.yaml",
        r#"
wording: youth
title: Youth
about: Words that ask for the young.
finds: {any: [young, youthful]}
message: "“{text}” asks for the young"
help: Leave it out.
examples: [{posting: young, finds: young}, {posting: old}]
"#,
    ),
    (
        "haste.yaml",
        r#"
wording: haste
title: Haste
about: Words that hurry.
finds: {any: [asap]}
otherwise: advice
message: It hurries
help: Name a day.
examples: [{posting: asap, finds: asap}, {posting: soon}]
"#,
    ),
    (
        "washington.yaml",
        r#"
law: us-wa
name: Washington
place: US-WA
acts:
  - act: mottoes
    name: Mottoes Act
    versions:
      - from: "2025-01-01"
        citation: RCW 1
        url: https://law.example/wa
        basis: statute
        confidence: high
        verified: "2026-01-01"
        demands: [{element: motto, minds: {in-latin: guidance}}]
        penalty: a fine
examples: [{about: none, posting: Baker}]
"#,
    ),
    (
        "seattle.yaml",
        r#"
law: us-wa-seattle
name: Seattle
place: US-WA-SEATTLE
acts:
  - act: mottoes
    name: Seattle Mottoes Ordinance
    versions:
      - citation: SMC 1
        url: https://law.example/seattle
        basis: ordinance
        confidence: high
        verified: "2026-01-01"
        demands: [{element: motto}]
        forbids: [youth]
examples: [{about: none, posting: Baker}]
"#,
    ),
    (
        "practice.yaml",
        r#"
law: practice
name: Good practice
place: "*"
acts:
  - act: practice
    name: Good practice
    versions:
      - citation: Common sense
        url: https://law.example/practice
        basis: practice
        confidence: high
        verified: "2026-01-01"
        demands: [{element: motto}]
examples: [{about: none, posting: Baker}]
"#,
    ),
];

fn linter() -> Linter {
    let files: Vec<RuleFile<'_>> = FILES
        .iter()
        .map(|(name, text)| RuleFile {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    let library = load(&files, Base::Nothing).expect("the rules are sound");
    Linter::with_rules(library.rules)
}

fn settings(places: &[&str]) -> Settings {
    let mut settings = Settings::on("2026-01-01".parse().expect("a day"));
    let codes = places.iter().map(|code| Jurisdiction::new(*code));
    settings.places.codes = codes.collect();
    settings.places.replace = true;
    settings
}

/// What makes a text a posting.
const REST: &str = "
## Responsibilities

- Knead, shape and bake the bread of the day, six days a week.
- Keep the oven and the bench clean.

## Requirements

- Two years at an oven.

## How to apply

Send your resume to the bakery. We look forward to your application.
";

fn check(text: &str, settings: &Settings) -> FileReport {
    let text = format!("{text}{REST}");
    let reading = crate::document::read("posting.md", text.as_bytes());
    linter().check(reading, settings)
}

/// `severity code/problem @words [laws]`.
fn told(report: &FileReport) -> Vec<String> {
    let findings = report.postings.iter().flat_map(|p| &p.findings);
    let line = |finding: &Diagnostic| {
        let laws: Vec<_> = finding
            .authorities
            .iter()
            .map(|a| format!("{}={}", a.law, a.severity.name()))
            .collect();
        format!(
            "{} {}/{} @{} [{}]",
            finding.severity.name(),
            finding.code,
            finding.problem,
            report.source.slice(finding.primary.span),
            laws.join(" ")
        )
    };
    findings.map(line).collect()
}

const POSTING: &str = "# Baker\n\nWe are a bakery that works at night and wants a baker.\n";

#[test]
fn one_finding_names_all_laws_the_strictest_first() {
    let report = check(POSTING, &settings(&["US-WA-SEATTLE"]));
    let expected = "error motto/missing @Baker [us-wa-seattle=error us-wa=error practice=advice]";
    assert_eq!(told(&report), [expected]);
    let finding = &report.postings[0].findings[0];
    assert_eq!(finding.message, "No motto");
    assert_eq!(finding.why.as_deref(), Some("A house needs one."));
    assert_eq!(finding.help.as_deref(), Some("Write one."));
    assert_eq!(finding.write.as_deref(), Some("Our motto: [words]"));
    let washington = &finding.authorities[1];
    assert_eq!(washington.name, "Mottoes Act");
    assert_eq!(washington.place, "US-WA");
    assert_eq!(washington.citation, "RCW 1");
    assert_eq!(washington.from.as_deref(), Some("2025-01-01"));
    assert_eq!(washington.penalty.as_deref(), Some("a fine"));
    assert_eq!(
        washington.because,
        "Seattle, Washington was given as a place of work"
    );
    // Elsewhere only good practice asks for it.
    let report = check(POSTING, &settings(&["US-OR"]));
    assert_eq!(
        told(&report),
        ["advice motto/missing @Baker [practice=advice]"]
    );
}

#[test]
fn what_is_missing_is_shown_where_it_belongs() {
    let text = format!("{POSTING}\n## Benefits\n\nBread every day.\n\n## About us\n\nWe bake.\n");
    let report = check(&text, &settings(&["US-WA"]));
    let finding = &report.postings[0].findings[0];
    assert_eq!(report.source.slice(finding.primary.span), "About us");
    assert_eq!(finding.primary.text, "“Motto” belongs here");
}

#[test]
fn a_problem_is_shown_at_its_words_with_the_laws_that_mind_it() {
    let text = format!("{POSTING}\nMotto: per aspera\nad astra.\n");
    let report = check(&text, &settings(&["US-WA-SEATTLE"]));
    let expected = "warning motto/in-latin @per aspera [us-wa=warning]";
    assert_eq!(told(&report), [expected]);
    let finding = &report.postings[0].findings[0];
    assert_eq!(finding.message, "“per aspera” is Latin");
    assert_eq!(finding.help.as_deref(), Some("Translate it."));
    let related: Vec<_> = finding
        .related
        .iter()
        .map(|label| report.source.slice(label.span))
        .collect();
    assert_eq!(related, ["ad astra"]);
}

#[test]
fn a_wording_is_found_where_a_law_forbids_it_or_good_sense_does() {
    let text = "# Baker\n\nA young and youthful baker, asap. Motto: rise.\n";
    let report = check(text, &settings(&["US-WA-SEATTLE"]));
    assert_eq!(
        told(&report),
        [
            "error youth/wording @young [us-wa-seattle=error]",
            "error youth/wording @youthful [us-wa-seattle=error]",
            "advice haste/wording @asap []",
        ]
    );
    let report = check(text, &settings(&["US-OR"]));
    assert_eq!(told(&report), ["advice haste/wording @asap []"]);
}

#[test]
fn findings_can_be_selected_and_ignored() {
    let text = "# Baker\n\nA young baker, asap.\n";
    let of = |select: &[&str], ignore: &[&str]| {
        let mut settings = settings(&["US-WA-SEATTLE"]);
        settings.select = select.iter().map(|s| (*s).to_owned()).collect();
        settings.ignore = ignore.iter().map(|s| (*s).to_owned()).collect();
        let lines = told(&check(text, &settings));
        let short = lines.iter().map(|l| {
            let laws = l.split('[').nth(1).unwrap_or("").trim_end_matches(']');
            format!("{} {laws}", l.split(' ').nth(1).unwrap_or(""))
        });
        short.collect::<Vec<_>>()
    };
    let motto = "motto/missing us-wa-seattle=error us-wa=error practice=advice";
    let youth = "youth/wording us-wa-seattle=error";
    let haste = "haste/wording ";
    for (select, ignore, expected) in [
        (&[][..], &[][..], vec![motto, youth, haste]),
        (&["motto"], &[], vec![motto]),
        (&["motto/missing", "haste"], &[], vec![motto, haste]),
        (&["motto/in-latin"], &[], vec![]),
        (&["us-wa"], &[], vec!["motto/missing us-wa=error"]),
        (&[], &["motto", "haste/wording"], vec![youth]),
        (
            &[],
            &["us-wa-seattle"],
            vec!["motto/missing us-wa=error practice=advice", haste],
        ),
        (&["motto"], &["us-wa", "us-wa-seattle", "practice"], vec![]),
    ] {
        assert_eq!(of(select, ignore), expected, "{select:?} {ignore:?}");
    }
}

#[test]
fn severities_can_be_told_by_problem_element_and_law() {
    use Severity::{Advice, Error, Warning};
    let text = "# Baker\n\nA young baker. Motto: per aspera.\n";
    for (told_severities, expected) in [
        (&[][..], ["error youth", "warning motto"]),
        (&[("motto", Error)], ["error youth", "error motto"]),
        (
            &[("motto/in-latin", Advice), ("motto", Error)],
            ["error youth", "advice motto"],
        ),
        (
            &[("motto/missing", Advice)],
            ["error youth", "warning motto"],
        ),
        (&[("us-wa", Error)], ["error youth", "error motto"]),
        (
            &[("us-wa-seattle", Warning), ("us-wa", Advice)],
            ["warning youth", "advice motto"],
        ),
        (
            &[
                ("us-wa", Error),
                ("motto", Advice),
                ("youth/wording", Advice),
            ],
            ["advice youth", "advice motto"],
        ),
    ] {
        let mut settings = settings(&["US-WA-SEATTLE"]);
        let pairs = told_severities.iter();
        settings.severity = pairs.map(|(code, s)| ((*code).to_owned(), *s)).collect();
        let lines = told(&check(text, &settings));
        let short: Vec<_> = lines
            .iter()
            .map(|l| l.split('/').next().unwrap_or(""))
            .collect();
        assert_eq!(short, expected, "{told_severities:?}");
    }
}

#[test]
fn an_allowed_phrase_is_no_wording() {
    let text = "# Baker\n\nA young baker for Young Loaves.\n";
    let mut settings = settings(&["US-WA-SEATTLE"]);
    settings.select = vec!["youth".into()];
    for (allow, expected) in [
        (&[][..], vec!["young", "Young"]),
        (&["young loaves"], vec!["young"]),
        (&["young"], vec![]),
    ] {
        settings.allow = Arc::new(crate::rules::Phrases::of(allow));
        let report = check(text, &settings);
        let findings = report.postings[0].findings.iter();
        let places: Vec<_> = findings
            .flat_map(|f| std::iter::once(f.primary.span).chain(f.related.iter().map(|r| r.span)))
            .map(|span| report.source.slice(span))
            .collect();
        assert_eq!(places, expected, "{allow:?}");
    }
}

#[test]
fn places_that_bring_laws_in_are_shown_once() {
    let text = "# Baker\n\nLocation: Seattle, WA\n";
    let mut reading = crate::document::read("posting.md", text.as_bytes());
    let document = Arc::new(reading.documents.swap_remove(0));
    let posting = posting::find(Arc::clone(&document)).swap_remove(0);
    let prose = Prose::of(&posting);
    let at = posting.text.find("Seattle, WA").expect("it is there");
    let mut facts = Facts::default();
    facts.place.push(Found::in_text(
        Place {
            city: Some("Seattle".into()),
            region: Some("US-WA".into()),
            country: Some("US".into()),
            jurisdictions: gazetteer::with_outer(&Jurisdiction::new("US-WA-SEATTLE")),
            area: None,
            role: PlaceRole::Work,
        },
        Span::new(at, at + "Seattle, WA".len()),
    ));
    let linter = linter();
    let settings = Settings::on("2026-01-01".parse().expect("a day"));
    let judgement = judge(linter.rules(), &prose, &facts, &settings.case());
    let findings = super::of(linter.rules(), &prose, &facts, &judgement, &settings);
    let finding = &findings[0];
    assert_eq!(finding.severity, Severity::Error, "{finding:#?}");
    let labels: Vec<_> = finding
        .related
        .iter()
        .map(|l| (document.source.slice(l.span), l.text.as_str()))
        .collect();
    assert_eq!(
        labels,
        [("Seattle, WA", "this brings in Seattle and Washington")]
    );
    let first = &finding.authorities[0];
    assert_eq!(first.because, "the posting names Seattle, WA");
    assert_eq!(first.brought_in_by, Some(finding.related[0].span));
}

#[test]
fn broken_parts_are_findings_of_their_own() {
    let text = "---\ntitle: [Baker\n---\n\nMotto: bake. We want a baker to bake bread.\n";
    let report = check(text, &settings(&["US-OR"]));
    let lines = told(&report);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("warning broken-data/"), "{lines:?}");
}

#[test]
fn long_lists_of_places_are_cut_short() {
    let names = ["A", "B", "C", "D", "E", "F", "G"];
    for (count, expected) in [
        (1, "A"),
        (2, "A and B"),
        (5, "A, B, C, D and E"),
        (6, "A, B, C, D and 2 more"),
        (7, "A, B, C, D and 3 more"),
    ] {
        assert_eq!(super::names::few(&names[..count]), expected);
    }
}

fn fingerprints(text: &str) -> Vec<String> {
    let report = check(text, &settings(&["US-WA-SEATTLE"]));
    let findings = report.postings.iter().flat_map(|p| &p.findings);
    findings.map(|f| f.fingerprint.to_string()).collect()
}

#[test]
fn a_finding_is_known_again_when_the_posting_around_it_changes() {
    let posting = "# Baker\n\nWe are a bakery with a motto.\n\nWe want a **young** baker.\n";
    let original = fingerprints(posting);
    assert_eq!(original.len(), 1);
    for (edit, is_same) in [
        (
            "# Baker\n\nMore words before.\n\nWe want a **young** baker.\n\nOur motto: on.\n",
            true,
        ),
        (
            "# Baker\n\nWe are a bakery with a motto.\n\nWe want a\nYOUNG baker.\n",
            true,
        ),
        (
            "# Baker\n\nWe are a bakery with a motto.\n\nWe need a young baker.\n",
            false,
        ),
        (
            "# Baker\n\nWe are a bakery with a motto.\n\nWe want a youthful baker.\n",
            false,
        ),
    ] {
        assert_eq!(fingerprints(edit) == original, is_same, "{edit}");
    }
}

#[test]
fn equal_findings_of_a_file_have_fingerprints_of_their_own() {
    let description = format!("We are a bakery that works at night and wants a baker.\n{REST}");
    let record = serde_json::json!({
        "title": "Baker",
        "company": "Larkspur",
        "location": "Seattle, WA",
        "description": description,
    });
    let feed = serde_json::json!([record, record]).to_string();
    let reading = crate::document::read("feed.json", feed.as_bytes());
    let report = linter().check(reading, &settings(&["US-WA-SEATTLE"]));
    let findings = report.postings.iter().flat_map(|p| &p.findings);
    let found: Vec<_> = findings.map(|f| (&f.code, f.fingerprint)).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].0, found[1].0);
    assert_ne!(found[0].1, found[1].1);
}

#[test]
fn places_are_apart_that_overlap_none_before_them() {
    let apart = |places: &[(usize, usize)]| {
        let place = |&(from, to): &(usize, usize)| Evidence {
            at: Span::new(from, to),
            fact: None,
        };
        super::first_apart(&places.iter().map(place).collect::<Vec<_>>())
    };
    assert_eq!(apart(&[(0, 30), (5, 10), (20, 40)]), None);
    assert_eq!(apart(&[(0, 30), (5, 10), (30, 40)]), Some(2));
    assert_eq!(apart(&[(0, 0), (0, 0), (3, 4)]), Some(2));
    assert_eq!(apart(&[]), None);
}
