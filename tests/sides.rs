//! Each law says what it threatens, and shows its edges: an example on both sides
//! of each of its days and numbers. That the examples come out as they say is
//! proven in `tests/rules.rs`.

use hirelint::domain::date::Date;
use hirelint::rules::builtin_files;
use hirelint::rules::schema::{Act, Law, LawExample, Version};

fn laws() -> Vec<Law> {
    let of_places = |name: &str| name.contains("/laws/") && !name.ends_with("/practice.yaml");
    let files = builtin_files().filter(|file| of_places(file.name));
    files
        .map(|file| {
            serde_yaml::from_slice(file.bytes).unwrap_or_else(|e| panic!("{}: {e}", file.name))
        })
        .collect()
}

fn day(text: &str) -> Date {
    text.parse()
        .unwrap_or_else(|_| panic!("`{text}` is no day"))
}

/// An example with the day on which it is judged.
struct Dated<'l> {
    on: Date,
    example: &'l LawExample,
}

/// The examples of a law with their days, as they are run.
fn dated(law: &Law) -> Vec<Dated<'_>> {
    let versions = law.acts.iter().flat_map(|act| &act.versions);
    let verified = versions.map(|version| day(&version.verified)).max();
    let dated = |example| Dated {
        on: example_day(example).or(verified).expect("a law has acts"),
        example,
    };
    law.examples.iter().map(dated).collect()
}

fn example_day(example: &LawExample) -> Option<Date> {
    example.as_of.as_deref().map(day)
}

fn in_force(version: &Version, on: Date) -> bool {
    version.from.as_deref().is_none_or(|from| day(from) <= on)
        && version
            .until
            .as_deref()
            .is_none_or(|until| on <= day(until))
}

/// Whether an example speaks of something that a version asks for or forbids.
fn speaks_of(example: &LawExample, version: &Version) -> bool {
    let asked = version.demands.iter().map(|demand| &demand.element);
    let mut asked = asked.chain(&version.forbids);
    let found = example
        .finds
        .keys()
        .map(|code| code.split('/').next().unwrap_or(code));
    let named: Vec<&str> = found
        .chain(example.silent.iter().map(String::as_str))
        .collect();
    // One that names nothing is silent altogether.
    named.is_empty() || asked.any(|code| named.contains(&code.as_str()))
}

fn asks(version: &Version) -> bool {
    !version.demands.is_empty() || !version.forbids.is_empty()
}

/// The days on which something begins or ends, each with the day next to it on
/// the other side. A version that follows another shows the end of that one.
fn edges(act: &Act, version: &Version) -> Vec<(Date, Date)> {
    let mut edges = Vec::new();
    if let Some(from) = version.from.as_deref().map(day) {
        edges.push((from, from.yesterday().expect("no law is that old")));
    }
    if let Some(until) = version.until.as_deref().map(day) {
        let next = until.tomorrow().expect("no law lasts that long");
        let follows = |v: &Version| asks(v) && v.from.as_deref().map(day) == Some(next);
        if !act.versions.iter().any(follows) {
            edges.push((until, next));
        }
    }
    edges
}

/// The numbers of employees that an example tells.
fn heads(example: &LawExample) -> impl Iterator<Item = u32> + '_ {
    let told = &example.employer;
    told.headcount
        .into_iter()
        .chain(told.headcount_in.values().copied())
}

#[test]
fn each_law_has_an_example_on_both_sides_of_each_of_its_days() {
    let mut lacking = Vec::new();
    let mut edges_seen = 0;
    for law in laws() {
        let examples = dated(&law);
        for act in &law.acts {
            for version in act.versions.iter().filter(|version| asks(version)) {
                for edge in edges(act, version).into_iter().flat_map(|(a, b)| [a, b]) {
                    edges_seen += 1;
                    let shows = |e: &Dated<'_>| e.on == edge && speaks_of(e.example, version);
                    if !examples.iter().any(shows) {
                        lacking.push(format!("{}/{}: no example on {edge}", law.law, act.act));
                    }
                }
            }
        }
    }
    assert!(edges_seen > 400, "only {edges_seen} days were looked at");
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn each_law_has_an_example_on_both_sides_of_each_of_its_headcounts() {
    let mut lacking = Vec::new();
    let mut numbers_seen = 0;
    for law in laws() {
        let examples = dated(&law);
        for act in &law.acts {
            for version in act.versions.iter().filter(|version| asks(version)) {
                let covers = &version.covers;
                // A headcount of one is met by whoever posts.
                let least = covers.headcount.filter(|least| *least > 1);
                for (least, is_local) in [(least, false), (covers.local_headcount, true)] {
                    let Some(least) = least else { continue };
                    numbers_seen += 1;
                    let of_this_act = |e: &&Dated<'_>| {
                        let mut versions = act.versions.iter();
                        versions.any(|v| in_force(v, e.on) && speaks_of(e.example, v))
                    };
                    let told: Vec<u32> = examples
                        .iter()
                        .filter(of_this_act)
                        .flat_map(|e| heads(e.example))
                        .collect();
                    // One employee in the place is a number that any other shows as well.
                    let is_met = match is_local && least == 1 {
                        true => told.iter().any(|heads| *heads >= 1),
                        false => told.contains(&least),
                    };
                    if !is_met || !told.contains(&(least - 1)) {
                        lacking.push(format!("{}/{}: {least} employees", law.law, act.act));
                    }
                }
            }
        }
    }
    assert!(
        numbers_seen > 100,
        "only {numbers_seen} numbers were looked at"
    );
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn each_law_that_asks_or_forbids_has_examples_of_both_outcomes() {
    let mut lacking = Vec::new();
    for law in laws() {
        for act in &law.acts {
            let asking: Vec<_> = act
                .versions
                .iter()
                .filter(|version| asks(version))
                .collect();
            if asking.is_empty() {
                continue;
            }
            let about: Vec<&LawExample> = law
                .examples
                .iter()
                .filter(|example| asking.iter().any(|version| speaks_of(example, version)))
                .collect();
            let fails = |e: &&&LawExample| !e.finds.is_empty();
            let passes = |e: &&&LawExample| e.finds.is_empty() || !e.silent.is_empty();
            if about.iter().find(fails).is_none() {
                lacking.push(format!("{}/{}: nothing that fails", law.law, act.act));
            }
            if about.iter().find(passes).is_none() {
                lacking.push(format!("{}/{}: nothing that passes", law.law, act.act));
            }
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn each_law_that_asks_or_forbids_says_what_it_threatens() {
    let mut silent = Vec::new();
    for law in laws() {
        for act in &law.acts {
            let mut asking = act.versions.iter().filter(|version| asks(version));
            if asking.any(|version| version.penalty.is_none()) {
                silent.push(format!("{}/{}", law.law, act.act));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
