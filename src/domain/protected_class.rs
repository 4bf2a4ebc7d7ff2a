//! The grounds on which law or policy forbids unequal treatment, by the plain
//! names that people use for them, with the phrases that name each.

use crate::text::Scanner;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::{ControlFlow, Range};
use std::sync::LazyLock;

/// One ground, such as `sexual orientation`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProtectedClass(usize);

impl ProtectedClass {
    /// The ground of a plain name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|class| class.name() == name)
    }

    /// The plain name: `veteran status`.
    pub fn name(self) -> &'static str {
        NAMES[self.0]
    }

    /// All grounds that are known.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.len()).map(ProtectedClass)
    }

    /// True if a list that names `named` names this ground too: itself, or one
    /// that it is part of ("sex" names pregnancy) or is called by ("gender").
    pub fn is_named_by(self, named: &[Self]) -> bool {
        let mut wider = NAMED_TOO.iter().filter(|(class, _)| *class == self.name());
        named.contains(&self)
            || wider.any(|(_, by)| named.iter().any(|class| by.contains(&class.name())))
    }

    /// The grounds that `text` names, with the place of each phrase in bytes,
    /// in text order; a phrase such as "gender identity or expression" names
    /// two. `text` is folded (lower case, plain quotes and dashes) and a list of
    /// grounds: outside of one, "age" and "color" are ordinary words.
    pub fn find_in(text: &str) -> Vec<(Self, Range<usize>)> {
        let mut phrases: Vec<(usize, Range<usize>)> = Vec::new();
        let _: ControlFlow<()> = LEXICON.scanner.each(text, |_, hit| {
            match phrases.last_mut() {
                // The longest of those that begin together.
                Some((phrase, last)) if last.start == hit.range.start => {
                    if hit.range.end > last.end {
                        (*phrase, *last) = (hit.cue, hit.range);
                    }
                }
                Some((_, last)) if last.end > hit.range.start => {}
                Some(_) | None => phrases.push((hit.cue, hit.range)),
            }
            ControlFlow::Continue(())
        });
        let phrases = phrases.into_iter();
        phrases
            .flat_map(|(phrase, at)| {
                let classes = LEXICON.classes[phrase].iter();
                classes.map(move |class| (*class, at.clone()))
            })
            .collect()
    }
}

impl fmt::Debug for ProtectedClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Grounds, and those whose name speaks for them: laws define hair as a trait of
/// race, pregnancy as part of sex, and a service animal's use as part of
/// disability; the others are two words for nearly the same.
const NAMED_TOO: &[(&str, &[&str])] = &[
    ("citizenship", &["immigration status"]),
    ("creed", &["religion", "belief"]),
    ("domestic partner status", &["marital status"]),
    (
        "gender expression",
        &["gender identity", "transgender status"],
    ),
    (
        "gender identity",
        &["transgender status", "gender expression"],
    ),
    ("hair", &["race"]),
    ("HIV status", &["disability", "medical condition"]),
    ("immigration status", &["citizenship"]),
    ("lactation", &["pregnancy", "sex", "gender"]),
    ("national origin", &["origin"]),
    (
        "political affiliation",
        &["political beliefs", "political ideology"],
    ),
    (
        "political ideology",
        &["political beliefs", "political affiliation"],
    ),
    ("pregnancy", &["sex", "gender"]),
    ("religion", &["creed", "belief"]),
    ("sex", &["gender"]),
    ("use of a service animal", &["disability"]),
    (
        "work authorization status",
        &["citizenship", "immigration status"],
    ),
];

const TABLE: &str = include_str!("protected_class/phrases.txt");

/// The names, which rules ask for without a text to read.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let names = TABLE
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '-']));
    let names = names.map(|line| line.split(':').next().unwrap_or(line));
    names.filter(|name| !name.is_empty()).collect()
});

struct Lexicon {
    scanner: Scanner,
    /// For each phrase, the grounds that it names; none for a look-alike.
    classes: Vec<Vec<ProtectedClass>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(TABLE));

impl Lexicon {
    /// Reads the vocabulary; its own head describes the form.
    fn parse(text: &'static str) -> Self {
        let mut names = 0;
        let mut phrases: Vec<Cow<'static, str>> = Vec::new();
        let mut classes: Vec<Vec<ProtectedClass>> = Vec::new();
        let mut slots: HashMap<Cow<'static, str>, usize> = HashMap::new();
        let mut current = None;
        for line in text.lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let mut rest = line;
            if !line.starts_with(' ') {
                let (name, tail) = line.split_once(':').unwrap_or((line, ""));
                rest = tail;
                current = (name != "-").then(|| {
                    names += 1;
                    ProtectedClass(names - 1)
                });
            }
            let own_name = match current {
                Some(class) if !line.starts_with(' ') => NAMES[class.0],
                _ => "",
            };
            for phrase in std::iter::once(own_name).chain(rest.split('|')) {
                let phrase = phrase.trim();
                if phrase.is_empty() {
                    continue;
                }
                let phrase = if phrase.contains(char::is_uppercase) {
                    Cow::Owned(phrase.to_lowercase())
                } else {
                    Cow::Borrowed(phrase)
                };
                let slot = *slots.entry(phrase.clone()).or_insert_with(|| {
                    phrases.push(phrase);
                    classes.push(Vec::new());
                    phrases.len() - 1
                });
                classes[slot].extend(current);
            }
        }
        Lexicon {
            scanner: Scanner::new([&phrases]),
            classes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        let mut names = Vec::new();
        for (class, _) in ProtectedClass::find_in(text) {
            if !names.contains(&class.name()) {
                names.push(class.name());
            }
        }
        names
    }

    #[test]
    fn grounds_are_told_by_their_phrases() {
        let cases: &[(&str, &[&str])] = &[
            ("race, color, or creed", &["race", "color", "creed"]),
            (
                "gender identity or expression",
                &["gender identity", "gender expression"],
            ),
            (
                "sex (including pregnancy, childbirth, or related medical conditions)",
                &["sex", "pregnancy"],
            ),
            (
                "veteran or military status",
                &["veteran status", "military status"],
            ),
            (
                "family or marital status",
                &["marital status", "family status"],
            ),
            (
                "physical or mental disability, medical condition",
                &["disability", "medical condition"],
            ),
            (
                "genetic information (including family medical history)",
                &["genetic information"],
            ),
            (
                "national origin or nationality, ancestry",
                &["national origin", "ancestry"],
            ),
            ("people of color", &[]),
            ("sexual orientation, sexism", &["sexual orientation"]),
            (
                "geschlecht, ethnischer herkunft, behinderung und alter",
                &["sex", "ethnicity", "disability", "age"],
            ),
            (
                "leur origine ethnique, leur âge ou leur handicap",
                &["ethnicity", "age", "disability"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(names(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_ground_is_named_by_those_that_speak_for_it() {
        let list = |names: &[&str]| -> Vec<ProtectedClass> {
            let named = names.iter().map(|name| ProtectedClass::named(name));
            named.map(|class| class.expect("it is known")).collect()
        };
        let cases: &[(&str, &[&str], bool)] = &[
            ("hair", &["race", "sex"], true),
            ("race", &["hair"], false),
            ("sex", &["gender"], true),
            ("gender identity", &["gender"], false),
            ("veteran status", &["military status"], false),
            ("religion", &["creed"], true),
            ("age", &[], false),
        ];
        for (class, named, expected) in cases {
            let class = list(&[class])[0];
            assert_eq!(
                class.is_named_by(&list(named)),
                *expected,
                "{class:?} {named:?}"
            );
        }
        for (class, by) in NAMED_TOO {
            list(&[class]);
            list(by);
        }
    }

    #[test]
    fn every_name_is_itself_a_phrase_and_unique() {
        for class in ProtectedClass::all() {
            assert_eq!(ProtectedClass::named(class.name()), Some(class));
            let phrase = class.name().to_lowercase();
            assert!(
                names(&phrase).contains(&class.name()),
                "{} is not found by its own name",
                class.name()
            );
        }
    }
}
