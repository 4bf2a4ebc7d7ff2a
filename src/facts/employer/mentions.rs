//! A name to which the text comes back, where no sign of an employer is plain: "Acme
//! helps schools. … life at Acme … with Acme's cooks".

use super::name;
use super::weight::{Clue, Sign};
use crate::facts::place::expression::{self, Setting};
use crate::facts::title;
use crate::posting::{Posting, Role};
use crate::text::{Span, View, bare_start};

/// Mentions from which a name is one that the text comes back to.
const OFTEN: usize = 3;

/// The names with which sentences begin that say what somebody does: "Acme helps
/// schools".
pub fn subjects(posting: &Posting) -> impl Iterator<Item = Sign> {
    let text = posting.text.as_str();
    let body = posting.document.body;
    let sentences = text[body.range()].split_inclusive(['\n', '.', '!', '?']);
    sentences.filter_map(move |sentence| {
        let words = bare_start(sentence);
        let verb = words
            .split(' ')
            .take(LONGEST)
            .find(|word| word.starts_with(char::is_lowercase) && !name::is_small(word))?;
        let at = name::before(text, verb.as_ptr() as usize - text.as_ptr() as usize)?;
        let opens = at.start == words.as_ptr() as usize - text.as_ptr() as usize;
        (opens && is_verb(verb)).then_some(Sign {
            at,
            weight: 1,
            clue: Clue::Subject,
        })
    })
}

/// The name with which a section about the employer begins: "About us: Acme, one of the
/// first bakers, …".
pub fn introduced(posting: &Posting) -> impl Iterator<Item = Sign> {
    let text = posting.text.as_str();
    let sections = posting.sections.iter().filter(|s| s.role == Role::Company);
    sections.filter_map(move |section| {
        let start = section.heading?.end;
        let words = bare_start(&text[start..section.span.end]);
        let at = name::at_start(text, section.span.end - words.len())?;
        let behind = text
            .get(at.end..section.span.end)?
            .trim_start_matches(['*', '_', '"', '”', ' ']);
        let next = behind
            .trim_start_matches(", ")
            .split(' ')
            .next()
            .unwrap_or("");
        let goes_on = if behind.starts_with(',') {
            ARTICLES.contains(&next)
        } else {
            is_verb(next)
        };
        goes_on.then_some(Sign {
            at,
            weight: 3,
            clue: Clue::Section,
        })
    })
}

/// Words behind a comma that say what somebody is.
const ARTICLES: &[&str] = &[
    "a", "an", "the", "one", "une", "un", "ein", "eine", "una", "een",
];

/// Words of a name and the verb behind it.
const LONGEST: usize = 6;

/// "helps", "is", "has": what one does, is or has.
fn is_verb(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "as", "its", "this", "plus", "across", "us", "always", "unless", "besides",
    ];
    let word = word.trim_end_matches(',');
    [
        "is", "was", "has", "est", "ist", "es", "è", "é", "är", "jest",
    ]
    .contains(&word)
        || word.len() >= 4 && word.ends_with('s') && !OTHERS.contains(&word)
}

/// How often the text names whoever stands at `at`, if it comes back to the name within
/// sentences and not only at their beginnings. What the title names is what one works on.
pub fn count(posting: &Posting, at: Span<View>) -> Option<usize> {
    let text = &posting.text[posting.document.body.range()];
    let name = posting.words(at);
    let in_title = title::raw(posting).is_some_and(|title| posting.words(title).contains(name));
    let place = expression::read(name, Setting::Line);
    if in_title || place.other_words == 0 || !name::is_own_name(name) {
        return None;
    }
    let mut within = false;
    let found = text.match_indices(name).filter(|(at, _)| {
        let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let is_whole =
            whole(text[..*at].chars().next_back()) && whole(text[at + name.len()..].chars().next());
        within |= is_whole && !name::starts_sentence(text, *at);
        is_whole
    });
    let found = found.count();
    (found >= OFTEN && within).then_some(found)
}
