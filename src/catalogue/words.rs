//! Conditions and examples of rules in words.

use crate::diagnostic::both_satisfied;
use crate::domain::employer::Sector;
use crate::facts::KINDS;
use crate::rules::schema::{
    Comparison, Condition, Conflict, FactTest, LawExample, LawList, Operand, ValueTest,
};
use crate::rules::{RuleSet, Wording};

/// What the rules say of laws that pull against an element, each with the wording
/// that others forbid.
pub(super) fn conflicts_with(rules: &RuleSet, element: &str) -> Vec<(String, String)> {
    let of_wording = |wording: &Wording| {
        let id = wording.rule.wording.clone();
        let conflicts = wording.rule.conflicts.clone().into_iter();
        conflicts.map(move |conflict| (id.clone(), conflict))
    };
    rules
        .wordings
        .iter()
        .flat_map(of_wording)
        .filter(|(_, conflict)| conflict.with.split('/').next() == Some(element))
        .map(|(wording, conflict)| (wording, to_satisfy_both(&conflict)))
        .collect()
}

/// "To satisfy both: …".
pub(super) fn to_satisfy_both(conflict: &Conflict) -> String {
    both_satisfied(conflict.both.as_deref())
}

/// Which postings a condition leaves: "only for postings with a stated pay", "not
/// for postings with federal-position (position in the federal civil service)".
pub(super) fn postings(rules: &RuleSet, asked: &Condition) -> String {
    match asked {
        Condition::Not(part) => except(rules, part),
        Condition::All(parts) if parts.iter().any(is_denial) => {
            let (denials, rest): (Vec<_>, Vec<_>) = parts.iter().cloned().partition(is_denial);
            let rest = match <[Condition; 1]>::try_from(rest) {
                Ok([one]) => Some(one),
                Err(rest) if rest.is_empty() => None,
                Err(rest) => Some(Condition::All(rest)),
            };
            let rest = rest.iter().map(|rest| postings(rules, rest));
            let denials = denials.iter().map(|denial| postings(rules, denial));
            rest.chain(denials).collect::<Vec<_>>().join("; ")
        }
        Condition::All(_)
        | Condition::Any(_)
        | Condition::Fact(_)
        | Condition::Text(_)
        | Condition::Section(_)
        | Condition::Element(_) => {
            format!("only for postings with {}", condition(rules, asked))
        }
    }
}

fn is_denial(condition: &Condition) -> bool {
    matches!(condition, Condition::Not(_))
}

/// Which postings a condition takes out.
pub(super) fn except(rules: &RuleSet, asked: &Condition) -> String {
    format!("not for postings with {}", condition(rules, asked))
}

/// A condition in words: "qualifications", "a stated pay (kind: base or total)".
pub(super) fn condition(rules: &RuleSet, asked: &Condition) -> String {
    match asked {
        Condition::All(parts) => joined(rules, parts, " and "),
        Condition::Any(parts) => joined(rules, parts, " or "),
        Condition::Not(part) => format!("without {}", part_of(rules, part)),
        Condition::Fact(test) => fact(test),
        Condition::Text(test) => {
            let about = test.about.as_deref();
            about.unwrap_or("certain words").to_owned()
        }
        Condition::Section(roles) => format!("a section on {}", roles.join(" or ")),
        Condition::Element(id) => element(rules, id),
    }
}

fn joined(rules: &RuleSet, parts: &[Condition], by: &str) -> String {
    // What must be there is named before what must not.
    let not = |part: &&Condition| matches!(part, Condition::Not(_));
    let (without, with): (Vec<_>, Vec<_>) = parts.iter().partition(not);
    let parts = with.into_iter().chain(without);
    let parts: Vec<_> = parts.map(|part| part_of(rules, part)).collect();
    parts.join(by)
}

/// "public-contract (work under a contract with a state or city)".
fn element(rules: &RuleSet, id: &str) -> String {
    let Some(element) = rules.element(id) else {
        return id.to_owned();
    };
    let mut title = element.rule.title.chars();
    let first = title.next().map(|first| first.to_ascii_lowercase());
    let title: String = first.into_iter().chain(title).collect();
    if title == id.replace('-', " ") {
        id.to_owned()
    } else {
        format!("{id} ({title})")
    }
}

/// A condition within another.
fn part_of(rules: &RuleSet, part: &Condition) -> String {
    match part {
        Condition::All(parts) | Condition::Any(parts) if parts.len() > 1 => {
            format!("({})", condition(rules, part))
        }
        Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_)
        | Condition::Fact(_)
        | Condition::Text(_)
        | Condition::Section(_)
        | Condition::Element(_) => condition(rules, part),
    }
}

fn fact(test: &FactTest) -> String {
    if let Some(about) = &test.about {
        return about.clone();
    }
    let kind = KINDS.iter().find(|kind| kind.name == test.is);
    let about = kind.map_or(test.is.as_str(), |kind| kind.about);
    let tests: Vec<_> = test.tests.iter().map(|(name, v)| value(name, v)).collect();
    if tests.is_empty() {
        about.to_owned()
    } else {
        format!("{about} ({})", tests.join(", "))
    }
}

fn value(name: &str, test: &ValueTest) -> String {
    match test {
        ValueTest::Flag(true) => name.to_owned(),
        ValueTest::Flag(false) => format!("not {name}"),
        ValueTest::Number(number) => format!("{name}: {number}"),
        ValueTest::Text(text) => format!("{name}: {text}"),
        ValueTest::OneOf(texts) => format!("{name}: {}", texts.join(" or ")),
        ValueTest::Compare(comparison) => format!("{name}: {}", compared(comparison)),
    }
}

fn compared(comparison: &Comparison) -> String {
    let Comparison {
        said,
        at_least,
        at_most,
        above,
        below,
        past,
        none_of,
        lacks,
    } = comparison;
    let mut parts = Vec::new();
    parts.extend(said.map(|said| if said { "said" } else { "not said" }.to_owned()));
    parts.extend(at_least.map(|least| format!("at least {least}")));
    parts.extend(at_most.map(|most| format!("at most {most}")));
    parts.extend(
        above
            .as_ref()
            .map(|than| format!("above {}", operand(than))),
    );
    parts.extend(
        below
            .as_ref()
            .map(|than| format!("below {}", operand(than))),
    );
    parts.extend(past.map(|past| if past { "past" } else { "not past" }.to_owned()));
    if !none_of.is_empty() {
        parts.push(format!("none of {}", none_of.join(", ")));
    }
    if let Some(LawList::Protects) = lacks {
        parts.push("without some that the law protects".to_owned());
    }
    parts.join(" and ")
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::Number(number) => number.to_string(),
        Operand::Attribute(name) => name.clone(),
        Operand::Figure(figure) => format!("the law's {}", figure.figure),
    }
}

/// What is told beside an example's posting: " (on 2026-11-22, 8 employees)".
pub(super) fn told(example: &LawExample) -> String {
    let mut told = Vec::new();
    told.extend(example.as_of.as_ref().map(|day| format!("on {day}")));
    let employer = &example.employer;
    told.extend(employer.headcount.map(|n| match n {
        1 => "1 employee".to_owned(),
        n => format!("{n} employees"),
    }));
    for (place, count) in &employer.headcount_in {
        told.push(format!("{count} in {place}"));
    }
    if employer.federal_contractor == Some(true) {
        told.push("federal contractor".to_owned());
    }
    told.extend(employer.sector.map(|sector| match sector {
        Sector::Private => "private employer".to_owned(),
        Sector::Public => "public body".to_owned(),
        Sector::Agency => "agency".to_owned(),
    }));
    if told.is_empty() {
        String::new()
    } else {
        format!(" ({})", told.join(", "))
    }
}

/// What a law finds in an example, and of what it says nothing; `code` sets off a
/// code.
pub(super) fn outcome(example: &LawExample, code: impl Fn(&str) -> String) -> String {
    let mut parts: Vec<_> = example
        .finds
        .iter()
        .map(|(found, severity)| format!("{} ({})", code(found), severity.name()))
        .collect();
    if !example.silent.is_empty() {
        let silent: Vec<_> = example.silent.iter().map(|id| code(id)).collect();
        parts.push(format!("nothing of {}", silent.join(", ")));
    }
    if parts.is_empty() {
        "this law finds nothing".to_owned()
    } else {
        parts.join(", ")
    }
}

/// A posting on one line, without its title.
pub(super) fn in_short(posting: &str) -> String {
    const MOST: usize = 160;
    let lines = posting.lines().filter(|line| !line.starts_with('#'));
    let mut out = String::new();
    for word in lines.flat_map(str::split_whitespace) {
        if out.chars().count() + word.chars().count() >= MOST {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_read_as_words() {
        let rules = RuleSet::builtin().expect("a test holds the built-in rules sound");
        let cases = [
            (
                r#"{"element": "federal-position"}"#,
                "only for postings with federal-position (position in the federal civil service)",
            ),
            (
                r#"{"not": {"element": "qualifications"}}"#,
                "not for postings with qualifications",
            ),
            (
                r#"{"all": [{"not": {"element": "a"}}, {"any": [{"section": ["pay", "benefits"]}, {"text": {"any": ["x"]}}]}]}"#,
                "only for postings with a section on pay or benefits or certain words; not for postings with a",
            ),
            (
                r#"{"text": {"about": "a job order", "any": ["x"]}}"#,
                "only for postings with a job order",
            ),
            (
                r#"{"fact": {"is": "eeo", "where": {"form": ["statement", "tagline"], "catch_all": false, "class_count": {"at_least": 3}}}}"#,
                "only for postings with a statement of equal opportunity (not catch_all, class_count: at least 3, form: statement or tagline)",
            ),
        ];
        for (json, expected) in cases {
            let asked: Condition = serde_json::from_str(json).expect("a condition");
            assert_eq!(postings(&rules, &asked), expected);
        }
    }

    #[test]
    fn a_long_posting_is_cut_between_words() {
        let posting = format!("# Cook\n\nCook lunch.\n\n{}", "and dinner ".repeat(40));
        let short = in_short(&posting);
        assert!(short.starts_with("Cook lunch. and dinner"), "{short}");
        assert!(
            short.ends_with(" …") && short.chars().count() <= 162,
            "{short}"
        );
    }
}
