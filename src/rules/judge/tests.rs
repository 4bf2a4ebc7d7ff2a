use super::{Case, Judgement, Outcome, Subject, judge};
use crate::domain::employer::Employer;
use crate::facts::language::Language;
use crate::facts::{Confidence, Facts, Found};
use crate::posting::Prose;
use crate::rules::Parameters;
use crate::rules::scope::Places;
use crate::rules::testing::{day, library, posting, said};
use crate::rules::{Library, Phrases};
use crate::text::Span;

const ELEMENTS: [(&str, &str); 1] = [(
    "motto.yaml",
    r#"
element: motto
title: Motto
about: A motto.
present: {text: {any: [motto]}}
languages: [sv]
missing: {message: No motto, help: Write one.}
problems:
  - {id: in-latin, when: {text: {any: [per aspera]}}, message: In Latin, help: Translate it.}
  - {id: too-long, when: {text: {any: [and so on]}}, message: Too long, help: Cut it.}
examples:
  - {posting: Baker, problem: missing}
  - {posting: "Motto: onward"}
"#,
)];

const WORDING: (&str, &str) = (
    "youth.yaml",
    r#"
wording: youth
title: Youth
about: Words that ask for the young.
finds: {any: [young]}
message: "{text}"
help: Leave it out.
examples: [{posting: young, finds: young}, {posting: old}]
"#,
);

/// A law that holds everywhere, with these acts.
fn rules(acts: &str) -> Library {
    let law = format!(
        "law: house\nname: House\nplace: '*'\nacts:\n{acts}\nexamples: [{{about: none, posting: Baker}}]\n"
    );
    library(&[ELEMENTS[0], WORDING, ("house.yaml", &law)])
}

/// An act of one version with these further lines.
fn act(version: &str) -> String {
    let lines: String = version.lines().map(|l| format!("        {l}\n")).collect();
    let has = |key: &str| version.lines().any(|line| line.starts_with(key));
    let mut text = String::from("  - act: one\n    name: Act One\n    versions:\n");
    text.push_str("      - citation: Section 1\n        url: https://law.example/1\n");
    text.push_str("        verified: \"2026-01-01\"\n");
    if !has("basis:") {
        text.push_str("        basis: statute\n");
    }
    if !has("confidence:") {
        text.push_str("        confidence: high\n");
    }
    text + &lines
}

fn judged(library: &Library, text: &str, as_of: &str, until: Option<&str>) -> Judgement {
    let posting = posting(text);
    let prose = Prose::of(&posting);
    let case = Case {
        as_of: day(as_of),
        until: until.map(day),
        employer: &Employer::default(),
        places: &Places::default(),
        allow: &Phrases::default(),
        parameters: &Parameters::new(),
    };
    judge(&library.rules, &prose, &Facts::default(), &case)
}

/// What each verdict says, with its problems.
fn told(judgement: &Judgement) -> Vec<String> {
    let verdicts = judgement.verdicts.iter().map(|verdict| {
        let mut text = said(verdict);
        if let (Outcome::Violated(faults), Subject::Element { .. }) =
            (&verdict.outcome, verdict.subject)
        {
            for fault in faults {
                text.push_str(&format!(" {:?}={}", fault.problem, fault.severity.name()));
            }
        }
        text
    });
    verdicts.collect()
}

#[test]
fn a_demand_is_met_or_missed_or_badly_met() {
    let minding =
        "demands:\n  - element: motto\n    minds: {in-latin: guidance, too-long: statute}";
    let optional = "demands:\n  - {element: motto, required: false, minds: {in-latin: statute}}";
    let mottoed =
        "when: {element: motto}\ndemands:\n  - element: motto\n    minds: {in-latin: statute}";
    for (version, text, expected) in [
        (minding, "Baker", "error Missing=error"),
        (minding, "Motto: onward", "met"),
        (minding, "Motto: per aspera", "warning Problem(0)=warning"),
        (
            minding,
            "Motto: per aspera and so on",
            "error Problem(0)=warning Problem(1)=error",
        ),
        (optional, "Baker", "met"),
        (optional, "Motto: per aspera", "error Problem(0)=error"),
        (optional, "Motto: and so on", "met"),
        // An act that matters only where the element is there.
        (mottoed, "Baker", "no: NotSaid"),
        (mottoed, "Motto: per aspera", "error Problem(0)=error"),
    ] {
        let library = rules(&act(version));
        let judgement = judged(&library, text, "2026-01-01", None);
        assert_eq!(told(&judgement), [expected], "{version}: {text}");
    }
}

#[test]
fn an_error_needs_law_that_binds_and_is_known_well() {
    for (version, expected) in [
        ("basis: statute", "error"),
        ("basis: regulation", "error"),
        ("basis: ordinance", "error"),
        ("basis: policy", "error"),
        ("basis: case", "warning"),
        ("basis: guidance", "warning"),
        ("basis: inferred", "warning"),
        ("basis: proposed", "warning"),
        ("basis: practice", "advice"),
        ("confidence: medium", "warning"),
        ("confidence: low", "warning"),
    ] {
        let version = format!("{version}\ndemands: [{{element: motto}}]\nforbids: [youth]");
        let library = rules(&act(&version));
        let judgement = judged(&library, "A young baker", "2026-01-01", None);
        let severities: Vec<_> = told(&judgement)
            .into_iter()
            .map(|text| text.split(' ').next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(severities, [expected, expected], "{version}");
    }
}

#[test]
fn a_demand_can_rest_on_less_than_its_act() {
    let library = rules(&act("demands: [{element: motto, basis: guidance}]"));
    let judgement = judged(&library, "Baker", "2026-01-01", None);
    assert_eq!(told(&judgement), ["warning Missing=warning"]);
    let library = rules(&act(
        "demands: [{element: motto, unless: whether it rains}]",
    ));
    let judgement = judged(&library, "Baker", "2026-01-01", None);
    let expected = "warning: whether it rains Missing=warning";
    assert_eq!(told(&judgement), [expected]);
    let library = rules(&act(
        "demands: [{element: motto, when: {text: {any: [cake]}}}]",
    ));
    let judgement = judged(&library, "Baker", "2026-01-01", None);
    let expected = "no: NotSaid";
    assert_eq!(told(&judgement), [expected]);
}

#[test]
fn the_law_of_the_day_judges() {
    let first = act("until: \"2025-06-30\"\ndemands: [{element: motto}]");
    let second = "      - from: \"2025-07-01\"\n        citation: Section 2\n        \
                  url: https://law.example/2\n        verified: \"2026-01-01\"\n        \
                  basis: guidance\n        confidence: high\n        demands: [{element: motto}]\n";
    let library = rules(&(first + second));
    for (as_of, until, expected) in [
        ("1990-01-01", None, vec!["error Missing=error"]),
        ("2025-06-30", None, vec!["error Missing=error"]),
        ("2025-07-01", None, vec!["warning Missing=warning"]),
        ("2099-01-01", None, vec!["warning Missing=warning"]),
        (
            "2025-06-30",
            Some("2025-07-01"),
            vec!["error Missing=error", "advice Missing=advice"],
        ),
        (
            "2025-06-29",
            Some("2025-06-30"),
            vec!["error Missing=error"],
        ),
    ] {
        let judgement = judged(&library, "Baker", as_of, until);
        assert_eq!(told(&judgement), expected, "{as_of} {until:?}");
    }
}

#[test]
fn a_forbidden_wording_is_a_fault_where_it_stands() {
    let library = rules(&act("forbids: [youth]"));
    let judgement = judged(&library, "An old baker", "2026-01-01", None);
    assert_eq!(told(&judgement), ["met"]);
    let text = "A young, young baker";
    let judgement = judged(&library, text, "2026-01-01", None);
    let Outcome::Violated(faults) = &judgement.verdicts[0].outcome else {
        panic!("{judgement:?}");
    };
    let starts: Vec<_> = faults[0].at.iter().map(|e| e.at.start).collect();
    let first = text.find("young").expect("it is there");
    let second = text.rfind("young").expect("it is there");
    assert_eq!(starts, [first, second]);
}

#[test]
fn what_a_field_repeats_from_the_body_is_judged_in_the_body() {
    let library = rules(&act("forbids: [youth]"));
    for (text, places) in [
        ("---\nflags: young\n---\n\nThe young at heart.\n", 1),
        ("---\nflags: young\n---\n\nThe old at heart.\n", 1),
        ("---\nflags: so young\n---\n\nThe young at heart.\n", 2),
    ] {
        let judgement = judged(&library, text, "2026-01-01", None);
        let Outcome::Violated(faults) = &judgement.verdicts[0].outcome else {
            panic!("{judgement:?}");
        };
        assert_eq!(faults[0].at.len(), places, "{text}");
    }
}

#[test]
fn nothing_is_missed_in_a_language_that_the_rules_do_not_read() {
    let library = rules(&act("demands: [{element: motto}]"));
    for (code, confidence, expected) in [
        ("en", Confidence::High, "error Missing=error"),
        ("sv", Confidence::High, "error Missing=error"),
        (
            "de",
            Confidence::High,
            "unknown: whether words that are not English say it (Motto)",
        ),
        ("de", Confidence::Low, "error Missing=error"),
    ] {
        let posting = posting("Bäckerin gesucht");
        let prose = Prose::of(&posting);
        let mut facts = Facts::default();
        let language = Language { code: code.into() };
        let whole = Span::new(0, posting.text.len());
        let found = Found::in_text(language, whole).with_confidence(confidence);
        facts.language.push(found);
        let case = Case {
            as_of: day("2026-01-01"),
            until: None,
            employer: &Employer::default(),
            places: &Places::default(),
            allow: &Phrases::default(),
            parameters: &Parameters::new(),
        };
        let judgement = judge(&library.rules, &prose, &facts, &case);
        assert_eq!(told(&judgement), [expected], "{code} {confidence:?}");
    }
}
