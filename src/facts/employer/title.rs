//! Signs in the title: "Archivist - Lakeside Library", "Baker at Acme".

use super::name;
use super::weight::{Clue, Sign};
use crate::facts::phrases::words;
use crate::facts::title;
use crate::posting::{Posting, names_job};
use crate::text::{Span, View};

/// Parts of the title that name the employer.
pub fn signs(posting: &Posting) -> impl Iterator<Item = Sign> {
    let title = title::raw(posting);
    let signs = title.map(|title| {
        [
            middle(posting, title),
            tail(posting, title),
            head(posting, title),
        ]
    });
    let signs = signs.into_iter().flatten().flatten();
    signs.map(|(at, weight)| Sign {
        at,
        weight,
        clue: Clue::Title,
    })
}

/// "Curator - Lace Centre - Example College": the nearer of the two hires.
fn middle(posting: &Posting, title: Span<View>) -> Option<(Span<View>, u32)> {
    let words = posting.words(title);
    let [_, near, _] = words.split(" - ").collect::<Vec<_>>()[..] else {
        return None;
    };
    let near = near.trim();
    let start = title.start + (near.as_ptr() as usize - words.as_ptr() as usize);
    (name::is_name(near) && is_organization(near))
        .then(|| (Span::new(start, start + near.len()), 5))
}

/// "Archivist - Lakeside Library", "Baker at Acme".
fn tail(posting: &Posting, title: Span<View>) -> Option<(Span<View>, u32)> {
    let words = posting.words(title);
    let at = [" - ", " – ", " | ", " @ ", " at ", " bei ", " chez "]
        .iter()
        .filter_map(|separator| words.rfind(separator).map(|at| at + separator.len()))
        .max()?;
    let tail = &words[at..];
    let lead = tail.len() - tail.trim_start().len();
    // "Baker at Acme" says it in so many words.
    let says = [" at ", " @ ", " bei ", " chez "]
        .iter()
        .any(|by| words[..at].ends_with(by));
    let weight = match (is_organization(tail), says && name::is_own_name(tail)) {
        (true, _) => 4,
        (false, true) => 3,
        (false, false) => 1,
    };
    let start = title.start + at + lead;
    // "Cook - College" says what kind of house it is, and not which.
    let kind = weight == 4 && !tail.trim().contains([' ', '-']);
    (name::is_name(tail) && !kind).then(|| (Span::new(start, start + tail.trim().len()), weight))
}

/// "Lakeside.gov: Archivist", where the text speaks of it again.
fn head(posting: &Posting, title: Span<View>) -> Option<(Span<View>, u32)> {
    let words = posting.words(title);
    let at = [": ", " - "].iter().filter_map(|s| words.find(s)).min()?;
    let head = &words[..at];
    let body = &posting.text[posting.document.body.range()];
    let is_name = name::is_name(head) && !names_job(head);
    (head.len() >= 3 && is_name && body.matches(head).take(3).count() >= 3)
        .then(|| (Span::new(title.start, title.start + at), 3))
}

fn is_organization(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| ORGANIZATIONS.iter().any(|o| o.eq_ignore_ascii_case(word)))
}

/// Words that make a name one of an organization.
const ORGANIZATIONS: &[&str] = words![
    "library" "libraries" "college" "university" "school" "group" "company" "collection"
    "museum" "society" "nations" "foundation" "bank" "hospital" "institute" "center" "centre"
    "association" "council" "ministry" "trust" "church" "inc" "llc" "ltd" "gmbh" "corp"
    "corporation" "labs" "technologies" "studios" "clinic" "suny" "cuny" "universität"
    "hochschule" "université" "universidad" "fundación" "stiftung" "verein"
];
