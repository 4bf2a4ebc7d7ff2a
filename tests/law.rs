//! The law on pay in postings, held against tables that were written from the
//! statutes' facts: days, headcounts, kinds of work and of pay. A slip in a rule
//! fails here even if the rule's own examples slip with it.

use hirelint::diagnostic::Severity;
use hirelint::document;
use hirelint::domain::date::Date;
use hirelint::domain::employer::{Employer, Sector};
use hirelint::lint::{Linter, Settings};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The elements that the tables speak of.
const ELEMENTS: [&str; 6] = [
    "pay-range",
    "benefits",
    "other-compensation",
    "application-deadline",
    "how-to-apply",
    "vacancy-status",
];

/// Enough employees for every law.
const MANY: u32 = 5000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    law: String,
    place: String,
    since: Day,
    #[serde(default)]
    until: Option<Day>,
    #[serde(default)]
    before: Option<String>,
    #[serde(default)]
    after: Option<String>,
    cites: String,
    heads: Heads,
    #[serde(default)]
    there: Option<u32>,
    asks: BTreeMap<String, Severity>,
    #[serde(default)]
    single: Option<Severity>,
    #[serde(default)]
    open: Option<Severity>,
    #[serde(default)]
    upper: Option<Severity>,
    #[serde(default)]
    commission: Option<Severity>,
    #[serde(default)]
    link: Option<Severity>,
    #[serde(default)]
    internal: Option<Severity>,
    #[serde(default)]
    public: Option<Severity>,
    #[serde(default)]
    remote: Option<Severity>,
    #[serde(default)]
    excluded: Option<Severity>,
    #[serde(default)]
    reports: Option<Severity>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heads {
    least: u32,
    r#where: Counted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Counted {
    Everywhere,
    There,
    Unclear,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Silent {
    days: Vec<Day>,
    places: Vec<SilentPlace>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SilentPlace {
    law: String,
    place: String,
    #[serde(default)]
    until: Option<Day>,
}

/// A day as the tables write it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Day(Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Day, String> {
        let day = text.parse().map_err(|_| format!("`{text}` is no day"))?;
        Ok(Day(day))
    }
}

fn table<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/law")
        .join(name);
    let text = fs::read_to_string(path).expect("the table can be read");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a law says of a posting: how loud, by `element/problem`, and the
/// citations.
type Said = (BTreeMap<String, Severity>, Vec<String>);

struct Court {
    linter: Linter,
    faults: Vec<String>,
    cases: usize,
}

/// How many employees are told: everywhere, and in the place.
type Told = (Option<u32>, Option<u32>);

impl Court {
    fn new() -> Self {
        Court {
            linter: Linter::builtin(),
            faults: Vec::new(),
            cases: 0,
        }
    }

    fn said(&self, law: &str, posting: &str, day: Date, (everywhere, there): Told) -> Said {
        let place = self
            .linter
            .rules()
            .law(law)
            .and_then(|law| law.place.clone());
        let mut settings = Settings::on(day);
        settings.employer = Employer {
            headcount: everywhere,
            headcount_in: place.zip(there).into_iter().collect(),
            sector: Some(Sector::Private),
            ..Employer::default()
        };
        let reading = document::read("posting.md", posting.as_bytes());
        let report = self.linter.check(reading, &settings);
        assert!(report.postings[0].posting.is_posting, "{posting}");
        let (mut loud, mut cited) = (BTreeMap::new(), Vec::new());
        for finding in &report.postings[0].findings {
            if !ELEMENTS.contains(&finding.code.as_str()) {
                continue;
            }
            for authority in finding.authorities.iter().filter(|a| a.law == law) {
                let code = format!("{}/{}", finding.code, finding.problem);
                loud.insert(code, authority.severity);
                cited.push(authority.citation.clone());
            }
        }
        (loud, cited)
    }

    fn expect(
        &mut self,
        what: String,
        found: &BTreeMap<String, Severity>,
        expected: &BTreeMap<String, Severity>,
    ) {
        self.cases += 1;
        if found != expected {
            self.faults
                .push(format!("{what}: found {found:?}, not {expected:?}"));
        }
    }
}

/// A posting for work on site that says `pay` and nothing else of what laws ask.
fn on_site(place: &str, pay: &str) -> String {
    format!(
        "# Warehouse lead\n\nLocation: {place}\n\nLarkspur Trading is hiring a warehouse lead who \
         works on site in {place}.\n\n## Responsibilities\n\n- Plan the shifts of six people.\n\n\
         ## Requirements\n\n- Must have two years of experience in a warehouse.\n\n{pay}\n"
    )
}

/// The same for work from home.
fn remote(where_from: &str) -> String {
    format!(
        "# Payroll specialist\n\nLarkspur Trading is hiring a payroll specialist. This is a fully \
         remote position. {where_from}\n\n## Responsibilities\n\n- Run two payrolls a month.\n\n\
         ## Requirements\n\n- Must have two years of experience in payroll.\n"
    )
}

fn reporting(place: &str) -> String {
    format!(
        "# Payroll specialist\n\nLocation: Bend, Oregon\n\nLarkspur Trading is hiring a payroll \
         specialist. The position reports to our office in {place}.\n\n## Responsibilities\n\n\
         - Run two payrolls a month.\n\n## Requirements\n\n- Must have two years of experience.\n"
    )
}

const BARE: &str = "";
const RANGE: &str = "## Compensation\n\nThe base pay is $25.00 to $31.00 per hour.";
const SINGLE: &str = "## Compensation\n\nThe base pay is $28.00 per hour.";
const OPEN: &str = "## Compensation\n\nThe base pay is up to $31.00 per hour.";

const COMMISSION: &str = "## Compensation\n\nYou are paid solely by commission.";
const LINK: &str = "## Compensation\n\nPay scale: see https://pay.example.com/scale";
const INTERNAL: &str = "This opening is for internal candidates only.";
const PUBLIC: &str = "The City of Elmford is hiring for its workshop.";

impl Row {
    /// What is missing in a posting that says nothing, no louder than `most`.
    fn asked(&self, most: Severity) -> BTreeMap<String, Severity> {
        let missing = |(element, severity): (&String, &Severity)| {
            (format!("{element}/missing"), most.min(*severity))
        };
        self.asks.iter().map(missing).collect()
    }

    fn days(&self, court: &mut Court) {
        let bare = on_site(&self.place, BARE);
        let all = (Some(MANY), Some(MANY));
        let nothing = BTreeMap::new();
        let mut inside = vec![self.since.0];
        inside.extend(self.until.map(|day| day.0));
        for day in inside {
            let (found, cited) = court.said(&self.law, &bare, day, all);
            let what = format!("{} on {day}", self.law);
            court.expect(what, &found, &self.asked(Severity::Error));
            court.cases += 1;
            if !cited.iter().any(|c| c.contains(&self.cites)) {
                let fault = format!("{} on {day} cites {cited:?}", self.law);
                court.faults.push(fault);
            }
        }
        let eve = self.since.0.yesterday().expect("no law is that old");
        let (found, cited) = court.said(&self.law, &bare, eve, all);
        match &self.before {
            None => court.expect(format!("{} on {eve}", self.law), &found, &nothing),
            Some(before) => {
                court.cases += 1;
                if !cited.iter().any(|c| c.contains(before)) {
                    court
                        .faults
                        .push(format!("{} on {eve} cites {cited:?}", self.law));
                }
            }
        }
        if let (Some(until), Some(after)) = (self.until, &self.after) {
            assert_eq!(after, "nothing");
            let day = until.0.tomorrow().expect("no law lasts that long");
            let (found, _) = court.said(&self.law, &bare, day, all);
            court.expect(format!("{} on {day}", self.law), &found, &nothing);
        }
    }

    fn heads(&self, court: &mut Court) {
        let bare = on_site(&self.place, BARE);
        let least = self.heads.least;
        let below = least - 1;
        let nothing = BTreeMap::new();
        let sure = self.asked(Severity::Error);
        let unsure = self.asked(Severity::Warning);
        let local = |heads: u32| (Some(MANY), Some(heads));
        let mut cases: Vec<(Told, &BTreeMap<String, Severity>)> = match self.heads.r#where {
            // The person whom the posting seeks is one at any rate.
            Counted::Everywhere if least == 1 => vec![((Some(1), None), &sure)],
            Counted::Everywhere => vec![
                ((Some(below), Some(below)), &nothing),
                ((Some(least), Some(least)), &sure),
                ((Some(least), Some(1)), &sure),
                ((None, None), &unsure),
            ],
            Counted::There if least == 1 => {
                vec![
                    (local(0), &nothing),
                    (local(1), &sure),
                    ((Some(MANY), None), &sure),
                ]
            }
            Counted::There => vec![
                (local(below), &nothing),
                (local(least), &sure),
                ((Some(MANY), None), &unsure),
                ((Some(below), None), &nothing),
            ],
            Counted::Unclear => vec![
                ((Some(below), Some(below)), &nothing),
                ((Some(least), Some(least)), &sure),
                ((Some(least), Some(below)), &unsure),
                ((None, None), &unsure),
            ],
        };
        if let Some(there) = self.there {
            cases.push((local(there - 1), &nothing));
            cases.push((local(there), &sure));
        }
        for (told, expected) in cases {
            let (found, _) = court.said(&self.law, &bare, self.since.0, told);
            let what = format!("{} with {told:?} employees", self.law);
            court.expect(what, &found, expected);
        }
    }

    fn kinds(&self, court: &mut Court) {
        let only = |problem: &str, severity: Option<Severity>| {
            let one = severity.map(|severity| (format!("pay-range/{problem}"), severity));
            one.into_iter().collect::<BTreeMap<_, _>>()
        };
        let state = self.place.split(", ").last().unwrap_or("");
        let country = match self.law.split('-').next() {
            Some("us") => "the United States",
            Some("ca") => "Canada",
            // A country's own law: remote work that could be done there and elsewhere.
            _ => "Europe",
        };
        let anywhere = format!("You may work from anywhere in {country}");
        for (kind, posting, expected) in [
            ("a range", on_site(&self.place, RANGE), only("", None)),
            (
                "one figure",
                on_site(&self.place, SINGLE),
                only("single-figure", self.single),
            ),
            (
                "an open end",
                on_site(&self.place, OPEN),
                [
                    only("open-ended", self.open),
                    only("no-lower-end", self.upper),
                ]
                .into_iter()
                .flatten()
                .collect(),
            ),
            (
                "commission alone",
                on_site(&self.place, COMMISSION),
                only("no-rate", self.commission),
            ),
            (
                "pay behind a link",
                on_site(&self.place, LINK),
                only("not-a-figure", self.link),
            ),
            (
                "an internal opening",
                on_site(&self.place, INTERNAL),
                only("missing", self.internal),
            ),
            (
                "a public body",
                on_site(&self.place, PUBLIC),
                only("missing", self.public),
            ),
            (
                "remote work",
                remote(&format!("{anywhere}.")),
                only("missing", self.remote),
            ),
            (
                "remote work, residents excluded",
                remote(&format!("{anywhere} except {state}.")),
                only("missing", self.excluded),
            ),
            (
                "work that reports there",
                reporting(&self.place),
                only("missing", self.reports),
            ),
        ] {
            let all = (Some(MANY), Some(MANY));
            let (mut found, _) = court.said(&self.law, &posting, self.since.0, all);
            found.retain(|code, _| code.starts_with("pay-range/"));
            court.expect(format!("{}, {kind}", self.law), &found, &expected);
        }
    }
}

#[test]
fn laws_on_pay_ask_what_the_statutes_say() {
    let rows: Vec<Row> = table("pay.yaml");
    let mut court = Court::new();
    for row in &rows {
        let is_known = row
            .asks
            .keys()
            .all(|element| ELEMENTS.contains(&element.as_str()));
        assert!(is_known, "{row:?}");
        row.days(&mut court);
        row.heads(&mut court);
        row.kinds(&mut court);
    }
    assert!(court.cases > rows.len() * 10, "only {} cases", court.cases);
    let count = court.faults.len();
    assert!(
        count == 0,
        "{count} of {} cases:\n{}",
        court.cases,
        court.faults.join("\n")
    );
}

#[test]
fn where_pay_is_owed_only_later_postings_are_left_alone() {
    let silent: Silent = table("silent.yaml");
    let mut court = Court::new();
    for place in &silent.places {
        for &Day(day) in &silent.days {
            if place.until.is_some_and(|until| until.0 < day) {
                continue;
            }
            let bare = on_site(&place.place, BARE);
            let (found, _) = court.said(&place.law, &bare, day, (Some(MANY), Some(MANY)));
            court.expect(format!("{} on {day}", place.law), &found, &BTreeMap::new());
        }
    }
    let count = court.faults.len();
    assert!(
        count == 0,
        "{count} of {} cases:\n{}",
        court.cases,
        court.faults.join("\n")
    );
}

#[test]
fn every_law_on_pay_has_a_row() {
    let rows: Vec<Row> = table("pay.yaml");
    let linter = Linter::builtin();
    for law in &linter.rules().laws {
        if law.place.is_none() || law.id == "us" {
            continue;
        }
        for version in law.acts().iter().flat_map(|act| &act.versions) {
            let demands = version.rule.demands.iter();
            let mut on_pay = demands.filter(|d| d.element == "pay-range" && d.required);
            if on_pay.next().is_none() {
                continue;
            }
            let from = version.from.expect("such laws are young");
            let has_row = rows
                .iter()
                .any(|row| row.law == law.id && row.since.0 == from);
            assert!(has_row, "{} since {from}", law.id);
        }
    }
}
