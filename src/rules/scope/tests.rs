use crate::domain::employer::{Employer, Sector};
use crate::domain::place::Jurisdiction;
use crate::facts::headcount::Headcount;
use crate::facts::place::PlaceRole::{Excluded, Other, RemoteArea, ReportsTo, Work};
use crate::facts::workplace::Mode;
use crate::facts::{Found, Whence};
use crate::rules::judge::Judgement;
use crate::rules::scope::Places;
use crate::rules::set::RuleSet;
use crate::rules::testing::{FactsOf, library, posting, said};
use crate::text::Span;

const ELEMENT: (&str, &str) = (
    "motto.yaml",
    r#"
element: motto
title: Motto
about: A motto.
present: {text: {any: ["onward"]}}
missing: {message: No motto, help: Write one.}
examples:
  - {posting: "Baker", problem: missing}
  - {posting: "Baker. Onward!"}
"#,
);

/// A law of one act that demands a motto; `version` are further lines of its
/// only version.
fn rules(place: &str, version: &str) -> RuleSet {
    rules_with(place, "", version)
}

/// The same with further lines of the law itself.
fn rules_with(place: &str, law: &str, version: &str) -> RuleSet {
    let more = law;
    let id = if place == "*" {
        "everywhere".to_owned()
    } else {
        place.to_lowercase()
    };
    let name = crate::domain::gazetteer::name(&Jurisdiction::new(place));
    let law = format!(
        r#"
law: {id}
name: "{name}"
place: "{place}"
{more}
acts:
  - act: mottoes
    name: Mottoes Act
    versions:
      - from: "2024-01-01"
        citation: Section 1
        url: https://law.example/mottoes
        basis: statute
        confidence: high
        verified: "2026-01-01"
        demands: [{{element: motto}}]
{version}
examples: [{{about: none, posting: Baker}}]
"#
    );
    library(&[ELEMENT, (&format!("{id}.yaml"), &law)]).rules
}

/// The first verdict; a law that is far from the work has none.
fn first(judgement: &Judgement) -> String {
    let first = judgement.verdicts.first();
    first.map_or_else(|| "no: Elsewhere".to_owned(), said)
}

fn verdict(rules: &RuleSet, facts: &FactsOf<'_>, employer: &Employer) -> String {
    let judgement = facts.judge(rules, "2026-01-01", employer);
    first(&judgement)
}

const NOBODY: Employer = Employer {
    name: None,
    headcount: None,
    headcount_in: std::collections::BTreeMap::new(),
    federal_contractor: None,
    sector: None,
};

fn indented(lines: &str) -> String {
    lines.lines().map(|l| format!("        {l}\n")).collect()
}

#[test]
fn a_law_reaches_work_that_is_done_in_its_place() {
    let posting = posting("Baker in Seattle or Austin.");
    for (law, place, expected) in [
        ("US-WA-SEATTLE", "US-WA-SEATTLE", "error"),
        ("US-WA", "US-WA-SEATTLE", "error"),
        ("US", "US-WA-SEATTLE", "error"),
        ("US-OR", "US-WA-SEATTLE", "no: Elsewhere"),
        ("CA", "US-WA-SEATTLE", "no: Elsewhere"),
        (
            "US-WA-SEATTLE",
            "US-WA",
            "unknown: where in Seattle the work is done",
        ),
        ("US-WA", "US", "unknown: where in Seattle the work is done"),
        ("US-WA-KINGCOUNTY", "US-WA-SEATTLE", "error"),
        ("US-NY-NYC", "US-NY-ALBANY", "no: Elsewhere"),
    ] {
        let facts = FactsOf::new(&posting).place("Seattle", place, Work);
        let found = verdict(&rules(law, ""), &facts, &NOBODY);
        assert_eq!(found, expected, "law of {law}, work in {place}");
    }
}

#[test]
fn a_part_that_an_act_leaves_out_is_not_reached() {
    let posting = posting("Baker in Seattle or Austin.");
    let rules = rules("GB", &indented("reach: {outside: [GB-NIR]}"));
    for (place, expected) in [
        ("GB-NIR-BELFAST", "no: Elsewhere"),
        ("GB-NIR", "no: Elsewhere"),
        ("GB-SCT-GLASGOW", "error"),
        ("GB", "error"),
    ] {
        let facts = FactsOf::new(&posting).place("Seattle", place, Work);
        assert_eq!(
            verdict(&rules, &facts, &NOBODY),
            expected,
            "work in {place}"
        );
    }
}

#[test]
fn a_law_for_everywhere_needs_no_place() {
    let posting = posting("Baker");
    let found = verdict(&rules("*", ""), &FactsOf::new(&posting), &NOBODY);
    assert_eq!(found, "error");
}

#[test]
fn a_place_read_with_doubt_makes_no_finding() {
    let posting = posting("Baker in Georgia.");
    let facts = FactsOf::new(&posting)
        .place("Georgia", "US-GA", Work)
        .unsure();
    let found = verdict(&rules("US-GA", ""), &facts, &NOBODY);
    assert_eq!(
        found,
        "unknown: whether “Georgia” names where the work is done"
    );
}

#[test]
fn remote_work_is_reached_as_far_as_the_law_says() {
    let posting = posting("Baker, remote in the US, not in Colorado.");
    let permit = FactsOf::new(&posting)
        .mode("remote", Mode::Remote)
        .permit("in the US");
    let remote = || FactsOf::new(&posting).mode("remote", Mode::Remote);
    let wide = remote().place("US", "US", RemoteArea);
    let in_place = remote().place("Colorado", "US-CO", RemoteArea);
    let abroad = remote().place("US", "CA", RemoteArea);
    let anywhere = remote().area("US", &[], RemoteArea);
    let two = remote().area("US", &["CA", "US"], RemoteArea);
    let overseas = remote().area("US", &["DE", "FR"], RemoteArea);
    let metro = remote().metro("US", &["US", "US-CA"], RemoteArea);
    let shut = remote()
        .place("US", "US", RemoteArea)
        .place("Colorado", "US-CO", Excluded);
    let nothing_said = remote().place("US", "US", Other);
    let at_site = remote().place("US", "US-TX-AUSTIN", Work);
    let country = remote().place("US", "US", Work);
    let other_country = remote().place("US", "CA", Work);
    let elsewhere = "no: Elsewhere";
    let yes = "reach: {remote_could_be: yes}";
    for (facts, reach, expected) in [
        (&wide, "", elsewhere),
        (&wide, yes, "error"),
        (&anywhere, yes, "error"),
        (&two, yes, "error"),
        (&abroad, yes, elsewhere),
        (&overseas, yes, elsewhere),
        (&country, yes, "error"),
        (&other_country, yes, elsewhere),
        (&metro, yes, elsewhere),
        (&in_place, "", "error"),
        (
            &wide,
            "reach: {remote_could_be: unclear}",
            "unknown: how far the law of Colorado reaches, which is not settled",
        ),
        (&shut, yes, "no: Excluded"),
        (
            &shut,
            "reach: {remote_could_be: yes, remote_though_excluded: yes}",
            "error",
        ),
        (
            &nothing_said,
            yes,
            "warning: whether the work may be done from Colorado",
        ),
        (
            &permit,
            yes,
            "warning: whether the work may be done from Colorado",
        ),
        (
            &at_site,
            yes,
            "unknown: whether the work may be done from Colorado",
        ),
    ] {
        let found = verdict(&rules("US-CO", &indented(reach)), facts, &NOBODY);
        assert_eq!(found, expected, "{reach}, {:?}", facts.facts.place);
    }
}

#[test]
fn no_act_of_a_law_reaches_the_postings_that_it_excepts() {
    for (text, expected) in [
        ("Baker in Denver.", "error"),
        (
            "Baker in Denver, in the competitive service.",
            "no: Excepted",
        ),
    ] {
        let posting = posting(text);
        let facts = FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
        let except = "except: {text: {any: [competitive service]}}";
        let found = verdict(&rules_with("US-CO", except, ""), &facts, &NOBODY);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_law_may_follow_the_supervisor() {
    let posting = posting("Baker in Austin, reporting to Chicago.");
    let facts = FactsOf::new(&posting)
        .place("Austin", "US-TX-AUSTIN", Work)
        .place("Chicago", "US-IL-CHICAGO", ReportsTo);
    for (reach, expected) in [
        ("", "no: Elsewhere"),
        ("reach: {reports_to: yes}", "error"),
        (
            "reach: {reports_to: unclear}",
            "unknown: how far the law of Illinois reaches, which is not settled",
        ),
    ] {
        let found = verdict(&rules("US-IL", &indented(reach)), &facts, &NOBODY);
        assert_eq!(found, expected, "{reach}");
    }
}

#[test]
fn small_employers_are_left_alone_and_unknown_ones_warned() {
    let posting = posting("Baker in Denver. We are 40 people.");
    let facts = || FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
    let of = |headcount: Option<u32>, there: &[(&str, u32)]| Employer {
        headcount,
        headcount_in: there
            .iter()
            .map(|(code, n)| (Jurisdiction::new(*code), *n))
            .collect(),
        ..NOBODY
    };
    let fifteen = "covers: {headcount: 15}";
    let there = "covers: {headcount: 15, counted: in_jurisdiction}";
    let unclear = "covers: {headcount: 15, counted: unclear}";
    let local = "covers: {headcount: 15, local_headcount: 5}";
    for (covers, employer, expected) in [
        (fifteen, of(Some(15), &[]), "error"),
        (
            fifteen,
            of(Some(14), &[]),
            "no: TooSmall { least: 15, told: 14 }",
        ),
        (
            fifteen,
            NOBODY,
            "warning: whether the employer has 15 or more employees",
        ),
        // A part settles the whole, and the whole the part.
        (fifteen, of(None, &[("US-TX", 20)]), "error"),
        (
            there,
            of(Some(14), &[]),
            "no: TooFewThere { least: 15, told: 14 }",
        ),
        (
            there,
            of(Some(500), &[]),
            "warning: whether the employer has 15 or more employees in Colorado",
        ),
        (there, of(None, &[("US-CO-DENVER", 15)]), "error"),
        (there, of(Some(500), &[("US-CO", 15)]), "error"),
        (
            there,
            of(Some(500), &[("US-CO", 3)]),
            "no: TooFewThere { least: 15, told: 3 }",
        ),
        (unclear, of(None, &[("US-CO", 15)]), "error"),
        (
            unclear,
            of(Some(500), &[]),
            "warning: whether the employer has 15 or more employees in Colorado",
        ),
        (
            unclear,
            NOBODY,
            "warning: whether the employer has 15 or more employees, however the law counts them",
        ),
        (
            unclear,
            of(Some(14), &[]),
            "no: TooSmall { least: 15, told: 14 }",
        ),
        (
            local,
            of(Some(15), &[("US-CO", 4)]),
            "no: TooFewThere { least: 5, told: 4 }",
        ),
        // Some kinds of employers count at any size.
        (
            "covers: {headcount: 15, any_size: [agency]}",
            Employer {
                sector: Some(Sector::Agency),
                ..of(Some(3), &[])
            },
            "error",
        ),
        (
            "covers: {headcount: 15, any_size: [agency]}",
            of(Some(3), &[]),
            "no: TooSmall { least: 15, told: 3 }",
        ),
        // One works there: the site is proof.
        ("covers: {local_headcount: 1}", NOBODY, "error"),
        ("covers: {headcount: 1}", NOBODY, "error"),
    ] {
        let found = verdict(&rules("US-CO", &indented(covers)), &facts(), &employer);
        assert_eq!(found, expected, "{covers}, {employer:?}");
    }
    // What the posting says of the size counts, unless the user says otherwise.
    let mut said_40 = facts();
    let at = posting.text.find("40").expect("the figure is there");
    said_40.facts.headcount.push(Found::in_text(
        Headcount { at_least: 40 },
        Span::new(at, at + 2),
    ));
    let rules_of_15 = rules("US-CO", &indented(fifteen));
    assert_eq!(verdict(&rules_of_15, &said_40, &NOBODY), "error");
    assert_eq!(
        verdict(&rules_of_15, &said_40, &of(Some(10), &[])),
        "no: TooSmall { least: 15, told: 10 }"
    );
    said_40.facts.headcount[0].whence = Whence::Furniture;
    assert_eq!(
        verdict(&rules_of_15, &said_40, &NOBODY),
        "warning: whether the employer has 15 or more employees"
    );
}

#[test]
fn remote_reach_does_not_prove_that_somebody_is_there() {
    let posting = posting("Baker, remote in the US.");
    let facts = FactsOf::new(&posting)
        .mode("remote", Mode::Remote)
        .place("US", "US", RemoteArea);
    let lines = "reach: {remote_could_be: yes}\ncovers: {local_headcount: 1}";
    let rules = rules("US-CO", &indented(lines));
    assert_eq!(
        verdict(&rules, &facts, &NOBODY),
        "warning: whether the employer has an employee in Colorado"
    );
    let mut employer = NOBODY;
    employer.headcount_in.insert(Jurisdiction::new("US-CO"), 2);
    assert_eq!(verdict(&rules, &facts, &employer), "error");
    employer.headcount_in.insert(Jurisdiction::new("US-CO"), 0);
    assert_eq!(
        verdict(&rules, &facts, &employer),
        "no: TooFewThere { least: 1, told: 0 }"
    );
}

#[test]
fn the_kind_of_employer_decides_where_the_law_asks_for_one() {
    let posting = posting("Baker in Denver.");
    let facts = FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
    let of = |sector, federal_contractor| Employer {
        sector,
        federal_contractor,
        ..NOBODY
    };
    let other = "no: OtherEmployer";
    for (covers, employer, expected) in [
        ("covers: {sectors: [private]}", NOBODY, "error"),
        (
            "covers: {sectors: [private]}",
            of(Some(Sector::Public), None),
            other,
        ),
        (
            "covers: {sectors: [public]}",
            NOBODY,
            "unknown: whether the employer is a public body",
        ),
        (
            "covers: {sectors: [public]}",
            of(Some(Sector::Public), None),
            "error",
        ),
        (
            "covers: {federal_contractor: true}",
            NOBODY,
            "unknown: whether the employer holds federal contracts",
        ),
        (
            "covers: {federal_contractor: true}",
            of(None, Some(true)),
            "error",
        ),
        (
            "covers: {federal_contractor: true}",
            of(None, Some(false)),
            other,
        ),
        (
            "covers: {unless: whether it is a seasonal business}",
            NOBODY,
            "warning: whether it is a seasonal business",
        ),
    ] {
        let found = verdict(&rules("US-CO", &indented(covers)), &facts, &employer);
        assert_eq!(found, expected, "{covers}, {employer:?}");
    }
}

#[test]
fn places_that_the_user_tells_add_to_the_posting_or_replace_it() {
    let posting = posting("Baker in Denver.");
    let facts = FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
    let told = |code: &str, replace| Places {
        codes: vec![Jurisdiction::new(code)],
        replace,
    };
    for (law, places, expected) in [
        ("US-WA", told("US-WA-SEATTLE", false), "error"),
        ("US-CO", told("US-WA-SEATTLE", false), "error"),
        ("US-CO", told("US-WA-SEATTLE", true), "no: Elsewhere"),
    ] {
        let rules = rules(law, "");
        let judgement = facts.judge_in(&rules, "2026-01-01", &NOBODY, &places);
        let found = first(&judgement);
        assert_eq!(found, expected, "{law}, {places:?}");
    }
    let rules = rules("US-WA", "");
    let judgement = facts.judge_in(&rules, "2026-01-01", &NOBODY, &told("US-WA", false));
    let ground = judgement.verdicts[0].ground.as_ref().expect("it applies");
    assert_eq!(ground.because, "Washington was given as a place of work");
}

#[test]
fn words_can_bring_an_act_in() {
    let rules = rules("US", &indented("when: {text: {any: [\"cash register\"]}}"));
    for (text, expected) in [
        ("Baker in Denver.", "no: NotSaid"),
        ("Baker at the cash register in Denver.", "error"),
    ] {
        let posting = posting(text);
        let facts = FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
        assert_eq!(verdict(&rules, &facts, &NOBODY), expected, "{text}");
    }
    let posting = posting("Baker at the cash register in Denver.");
    let facts = FactsOf::new(&posting).place("Denver", "US-CO-DENVER", Work);
    let judgement = facts.judge(&rules, "2026-01-01", &NOBODY);
    let ground = judgement.verdicts[0].ground.as_ref().expect("it applies");
    assert_eq!(ground.because, "the posting says “cash register”");
    let by = ground.by.expect("by words");
    assert_eq!(posting.words(by), "cash register");
}
