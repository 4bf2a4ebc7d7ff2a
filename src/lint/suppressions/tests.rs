use super::*;
use crate::document;
use crate::lint::{FileReport, Linter};
use crate::text::Source;
use globset::{Glob, GlobSetBuilder};
use std::path::{Path, PathBuf};

const POSTING: &str = "\
# Bookkeeper (Denver, CO)
TOP
Larkspur Trading is hiring a bookkeeper who keeps a tidy ledger and is young and hungry.

## Responsibilities

- Post invoices and reconcile two bank accounts.

## Requirements

- Two years at a ledger.

## How to apply

Send your resume to jobs@larkspur.example by March 31, 2027.
";

fn check(text: &str, tune: impl FnOnce(&mut Settings)) -> FileReport {
    let mut settings = Settings::on("2026-03-01".parse().expect("a day"));
    settings.employer.headcount = Some(60);
    tune(&mut settings);
    Linter::builtin().check(document::read("jobs/a.md", text.as_bytes()), &settings)
}

/// The open findings of suppressions, and which of `pay-range` and
/// `age-preference` are suppressed.
fn outcome(report: &FileReport) -> (Vec<String>, Vec<&str>) {
    let findings = report.postings.iter().flat_map(|p| &p.findings);
    let complaints = findings.clone().filter(|f| f.code == SUPPRESSION);
    let accepted = findings.filter(|f| f.is_suppressed());
    (
        complaints.map(|f| f.problem.clone()).collect(),
        accepted.map(|f| f.code.as_str()).collect(),
    )
}

#[test]
fn what_is_written_in_a_posting_decides_what_is_accepted() {
    let none: &[&str] = &[];
    for (name, top, complaints, accepted) in [
        ("nothing said", "", none, none),
        (
            "the next line",
            "<!-- hirelint-disable-next-line age-preference: quoted from a film -->",
            none,
            &["age-preference"],
        ),
        (
            "a comment and blank lines between",
            "<!-- hirelint-disable-next-line age-preference: a film -->\n<!-- hm -->\n\n",
            none,
            &["age-preference"],
        ),
        (
            "what is missing has its place at the title",
            "<!-- hirelint-disable-next-line pay-range: volunteers -->",
            &["unused"],
            none,
        ),
        (
            "for the whole posting",
            "<!-- hirelint-disable pay-range/missing, age-preference: volunteers -->",
            none,
            &["pay-range", "age-preference"],
        ),
        (
            "another problem of the element",
            "<!-- hirelint-disable pay-range/open-ended: volunteers -->",
            &["unused"],
            none,
        ),
        (
            "no reason",
            "<!-- hirelint-disable pay-range -->",
            &["no-reason"],
            none,
        ),
        (
            "a code that no rule has",
            "<!-- hirelint-disable pay-rnage: volunteers -->",
            &["unknown-code"],
            none,
        ),
        (
            "a law",
            "<!-- hirelint-disable us-co: volunteers -->",
            &["unknown-code"],
            none,
        ),
        (
            "a good code beside one that no rule has",
            "<!-- hirelint-disable pay-rnage, pay-range: volunteers -->",
            &["unknown-code"],
            &["pay-range"],
        ),
        (
            "the last day",
            "<!-- hirelint-disable pay-range: volunteers, until 2026-03-01 -->",
            none,
            &["pay-range"],
        ),
        (
            "a day that has passed",
            "<!-- hirelint-disable pay-range: volunteers, until 2026-02-28 -->",
            &["expired"],
            none,
        ),
        (
            "a day that is none",
            "<!-- hirelint-disable pay-range: volunteers, until 2026-02-30 -->",
            &["malformed"],
            none,
        ),
        (
            "two of the same, of which one does the work",
            "<!-- hirelint-disable pay-range: a -->\n<!-- hirelint-disable pay-range: b -->",
            &["unused"],
            &["pay-range"],
        ),
        (
            "complaints cannot be suppressed from within",
            "<!-- hirelint-disable suppression: quiet -->\n<!-- hirelint-disable pay-range -->",
            &["unused", "no-reason"],
            none,
        ),
    ] {
        let report = check(&POSTING.replace("TOP", top), |_| {});
        let (found, done) = outcome(&report);
        assert_eq!(found, complaints, "{name}");
        assert_eq!(done, accepted, "{name}");
    }
}

#[test]
fn a_complaint_points_at_the_comment_and_names_the_line_where_the_finding_is() {
    let comment = "<!-- hirelint-disable-next-line pay-range: volunteers -->";
    let text = POSTING.replace("TOP", comment);
    let report = check(&text, |_| {});
    let findings = &report.postings[0].findings;
    let complaint = findings.iter().find(|f| f.code == SUPPRESSION);
    let complaint = complaint.expect("the suppression is unused");
    assert_eq!(report.source.slice(complaint.primary.span), comment);
    let help = complaint.help.as_deref().expect("it says what to do");
    assert!(help.contains("found on line 1"), "{help}");
}

#[test]
fn front_matter_speaks_of_the_whole_posting_and_is_no_part_of_it() {
    let front = "---\nhirelint:\n  ignore:\n    pay-range: only the young are paid, until 2027-01-31\n---\n";
    let text = front.to_owned() + &POSTING.replace("TOP", "");
    let report = check(&text, |_| {});
    assert_eq!(outcome(&report), (vec![], vec!["pay-range"]));
    let posting = &report.postings[0];
    assert!(!posting.posting.text.contains("only the young"));
    let accepted = posting.findings.iter().find_map(|f| f.suppressed.as_ref());
    let accepted = accepted.expect("one is accepted");
    assert_eq!(accepted.origin, SuppressionOrigin::FrontMatter);
    assert_eq!(accepted.reason, "only the young are paid");
    assert_eq!(accepted.until.as_deref(), Some("2027-01-31"));
    let at = accepted.at.expect("it has a place");
    assert!(report.source.slice(at).starts_with("only the young"));
}

#[test]
fn a_run_that_leaves_rules_out_calls_no_suppression_of_them_unused() {
    let text = POSTING.replace(
        "TOP",
        "<!-- hirelint-disable benefits/catch-all: a list -->",
    );
    for (select, ignore, complaints) in [
        (None, None, 1),
        (Some("benefits"), None, 1),
        (Some("benefits/catch-all"), None, 1),
        (Some("pay-range"), None, 0),
        (Some("us-co"), None, 0),
        (None, Some("benefits"), 0),
        (None, Some("benefits/catch-all"), 0),
        (None, Some("pay-range"), 1),
        (None, Some("suppression"), 0),
    ] {
        let report = check(&text, |settings| {
            // What is chosen must be seen to be judged itself.
            settings.select = select.iter().map(|s| (*s).to_owned()).collect();
            settings.ignore = ignore.iter().map(|s| (*s).to_owned()).collect();
            if !settings.select.is_empty() {
                settings.select.push(SUPPRESSION.to_owned());
            }
        });
        let found = outcome(&report).0.len();
        assert_eq!(found, complaints, "{select:?} without {ignore:?}");
    }
}

#[test]
fn the_configuration_accepts_by_file_and_posting() {
    let globs = |glob: &str| {
        let mut set = GlobSetBuilder::new();
        set.add(Glob::new(glob).expect("a glob"));
        Some(Paths {
            folder: PathBuf::from("/srv/site"),
            here: PathBuf::from("/srv/site/."),
            globs: set.build().expect("globs"),
        })
    };
    // Where all of `jobs` was read, what then is wrong with the entry.
    for (name, paths, posting, until, accepted, complaint) in [
        ("everywhere", None, None, None, 1, None),
        ("the file", globs("jobs/a.md"), None, None, 1, None),
        ("a pattern", globs("jobs/*.md"), None, None, 1, None),
        ("its folder", globs("jobs"), None, None, 1, None),
        (
            "another file",
            globs("jobs/b.md"),
            None,
            None,
            0,
            Some("unused"),
        ),
        ("another folder", globs("feeds/b.md"), None, None, 0, None),
        (
            "its title",
            None,
            Some("bookkeeper  (Denver, CO)"),
            None,
            1,
            None,
        ),
        (
            "another title in all that was read",
            globs("jobs/*"),
            Some("Cook"),
            None,
            0,
            Some("unused"),
        ),
        (
            "another title in more than was read",
            None,
            Some("Cook"),
            None,
            0,
            None,
        ),
        (
            "a day that has passed",
            None,
            None,
            Some("2026-02-28"),
            0,
            Some("expired"),
        ),
    ] {
        let mut settings = Settings::on("2026-03-01".parse().expect("a day"));
        settings.employer.headcount = Some(60);
        let configuration = Source::from_text("hirelint.yaml", "suppressions:\n- {}\n");
        settings.suppressions = Arc::new([Listed {
            codes: vec!["pay-range".to_owned()],
            reason: "volunteers".to_owned(),
            until: until.map(|day| day.parse().expect("a day")),
            reach: match name {
                "everywhere" | "another title in more than was read" => "/srv/site".into(),
                "another folder" => "/srv/site/feeds/b.md".into(),
                _ => "/srv/site/jobs".into(),
            },
            paths,
            posting: posting.map(str::to_owned),
            source: Arc::new(configuration),
            at: Span::new(14, 18),
        }]);
        let text = POSTING.replace("TOP", "");
        let linter = Linter::builtin();
        let report = linter.check(document::read("jobs/a.md", text.as_bytes()), &settings);
        assert_eq!(outcome(&report).1.len(), accepted, "{name}");
        let overall = Overall::of(&report, &settings);
        let has_read = |path: &Path| path.starts_with("/srv/site/jobs");
        let complaints = overall.complaints(&[(linter.rules(), &settings)], has_read);
        let found = complaints.iter().flat_map(|(report, _)| outcome(report).0);
        let expected: Vec<_> = complaint.map(str::to_owned).into_iter().collect();
        assert_eq!(found.collect::<Vec<_>>(), expected, "{name}");
        for (report, _) in &complaints {
            let at = report.postings[0].findings[0].primary.span;
            assert_eq!(report.source.slice(at), "- {}", "{name}");
        }
        // Of rules that were left out nothing can be said.
        settings.ignore = vec!["pay-range".to_owned()];
        let report = linter.check(document::read("jobs/a.md", text.as_bytes()), &settings);
        let overall = Overall::of(&report, &settings);
        let complaints = overall.complaints(&[(linter.rules(), &settings)], has_read);
        let is_said = complaint == Some("expired");
        assert_eq!(!complaints.is_empty(), is_said, "{name}");
    }
}

#[test]
fn many_comments_are_read_in_linear_time() {
    // Stacked, and all on one line: each would have to look past all others.
    for comment in [
        "<!-- hirelint-disable-next-line pay-range: x -->\n",
        "<!-- hirelint-disable-next-line pay-range: x -->",
        "<!-- hirelint-disable pay-range -->",
    ] {
        let text = POSTING.replace("TOP", &format!("\n{}\n", comment.repeat(5_000)));
        assert!(outcome(&check(&text, |_| {})).0.len() >= 4_999);
    }
}
