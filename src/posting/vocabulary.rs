//! What headings of postings are about, by their words.

use super::Role;
use super::phrases::{Fit, Phrases};
use std::sync::LazyLock;

static HEADINGS: LazyLock<Phrases<Role>> = LazyLock::new(|| {
    Phrases::read(include_str!("../../data/headings.txt"), |name| {
        Role::ALL.into_iter().find(|role| role.name() == name)
    })
});

/// The role that a heading names, and how much of the heading says so. `key` is
/// in the form of the table (see [`super::phrases::key`]).
pub(super) fn role(key: &str) -> Option<(Role, Fit)> {
    if key.is_empty() {
        return None;
    }
    HEADINGS.find(key)
}

#[cfg(test)]
mod tests {
    use super::super::phrases::key;
    use super::*;

    #[test]
    fn headings_in_many_words_and_languages_have_roles() {
        for (heading, expected) in [
            ("About Acme:", Role::Company),
            ("About the role", Role::Duties),
            ("What you’ll do:", Role::Duties),
            ("🚀 Your Mission", Role::Duties),
            ("What we are looking for:", Role::Requirements),
            ("Minimum Qualifications", Role::Requirements),
            ("Nice-to-haves", Role::Requirements),
            ("Salary and location", Role::Pay),
            ("Compensation & Benefits", Role::Pay),
            ("Perks & Benefits", Role::Benefits),
            ("What’s in it for you?", Role::Benefits),
            ("In-Office Requirement Statement:", Role::Location),
            ("Our Commitment to Inclusion:", Role::EqualOpportunity),
            ("Equal Opportunity Employer", Role::EqualOpportunity),
            ("Reasonable accommodations", Role::EqualOpportunity),
            ("Interview process", Role::HowToApply),
            ("Privacy notice for applicants", Role::Legal),
            ("Deine Aufgaben", Role::Duties),
            ("Das bringst du mit", Role::Requirements),
            ("Wir bieten", Role::Benefits),
            ("Profil recherché", Role::Requirements),
            ("Qui sommes-nous ?", Role::Company),
            ("Requisitos", Role::Requirements),
            ("Wat bieden wij?", Role::Benefits),
            ("Wymagania:", Role::Requirements),
            ("Chi siamo", Role::Company),
            ("Benefícios", Role::Benefits),
        ] {
            let found = role(&key(heading)).map(|(role, _)| role);
            assert_eq!(found, Some(expected), "{heading}");
        }
        assert_eq!(role(&key("Fall semester")), None);
    }
}
