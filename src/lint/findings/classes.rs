//! The protected classes that a statement lists, held against those of the laws.

use super::names::few;
use crate::domain::protected_class::ProtectedClass;
use crate::facts::Facts;
use crate::rules::{Evidence, Fillings, LAW_LIST_BLANKS};

/// What the blanks of a message say ([`LAW_LIST_BLANKS`]): of the classes that
/// the laws protect (by the name of their place), how many are named and which
/// are not; nothing where all are.
pub(super) fn held(
    protecting: &[(&str, &[ProtectedClass])],
    evidence: &[Evidence],
    facts: &Facts,
) -> Option<Fillings> {
    let listed: Vec<ProtectedClass> = evidence
        .iter()
        .filter_map(|evidence| evidence.fact)
        .filter(|(kind, _)| *kind == "eeo")
        .filter_map(|(_, index)| facts.eeo.get(index))
        .flat_map(|statement| statement.value.classes.iter().copied())
        .collect();
    let mut protected: Vec<ProtectedClass> = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for (place, classes) in protecting {
        let place = if place.starts_with("United ") || place.starts_with("District ") {
            format!("the {place}")
        } else {
            (*place).to_owned()
        };
        if !places.contains(&place) {
            places.push(place);
        }
        for class in *classes {
            if !protected.contains(class) {
                protected.push(*class);
            }
        }
    }
    let missing: Vec<&str> = protected
        .iter()
        .filter(|class| !class.is_named_by(&listed))
        .map(|class| class.name())
        .collect();
    if missing.is_empty() {
        return None;
    }
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    let values = [
        (protected.len() - missing.len()).to_string(),
        protected.len().to_string(),
        few(&places),
        missing.join(", "),
    ];
    let blanks = LAW_LIST_BLANKS.map(str::to_owned);
    Some(blanks.into_iter().zip(values).collect())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, Settings};
    use std::sync::Arc;

    /// The messages about classes that are not named, in a posting for `place`.
    fn messages(place: &str, statement: &str) -> Vec<String> {
        let text = format!(
            "# Weaver\n\nLocation: {place}\n\nWe are hiring a weaver.\n\n## Responsibilities\n\n\
             - Weave rugs.\n\n## Requirements\n\n- Two years at a loom.\n\n## How to apply\n\n\
             Send your resume to jobs@larkspur.example.\n\n{statement}\n"
        );
        let mut reading = crate::document::read("posting.md", text.as_bytes());
        let document = reading.documents.swap_remove(0);
        let posting = crate::posting::find(Arc::new(document)).swap_remove(0);
        assert!(posting.is_posting, "{text}");
        let settings = Settings::on("2026-11-22".parse().expect("a day"));
        let report = Linter::builtin().check_posting(posting, &settings);
        report
            .findings
            .into_iter()
            .filter(|finding| finding.problem == "classes-not-named")
            .map(|finding| finding.message)
            .collect()
    }

    const LIST: &str = "We are an equal opportunity employer and consider all applicants without \
        regard to race, color, religion, sex, national origin, age, disability, genetic \
        information, or military status.";

    #[test]
    fn one_finding_counts_over_the_laws_of_the_place_that_protect_more() {
        let fewer = LIST.replace(", or military status", "");
        for (statement, expected) in [
            (
                LIST,
                "The statement covers 7 of the 8 classes that the law of Missouri protects, which is \
                 lawful; not named: ancestry",
            ),
            (
                fewer.as_str(),
                "The statement covers 8 of the 10 classes that the law of the United States and \
                 Missouri protects, which is lawful; not named: military status, ancestry",
            ),
        ] {
            assert_eq!(messages("Columbia, Missouri", statement), [expected]);
        }
    }

    #[test]
    fn nothing_is_said_where_all_are_named_or_no_state_is() {
        let closed = LIST.replace("military status", "any other protected status");
        for (place, statement) in [
            ("Boise, Idaho", LIST),
            ("Columbia, Missouri", closed.as_str()),
            ("Columbia, Missouri", "EOE"),
            ("Lyon, France", LIST),
        ] {
            assert_eq!(messages(place, statement), Vec::<String>::new(), "{place}");
        }
    }
}
