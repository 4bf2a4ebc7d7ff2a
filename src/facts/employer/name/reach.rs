//! How far a name reaches in a text from a place before it or behind it.

use super::form::is_form;
use super::words::{core, is_common, is_department, is_of_department, is_own, is_small};
use crate::text::{Span, View, ceil, floor};

/// A name has at most so many words.
pub(super) const WORDS: usize = 7;

/// Bytes in which a name ends.
const REACH: usize = 200;

/// The name that begins behind `at`, after at most a space and quotes.
pub fn after(text: &str, at: usize) -> Option<Span<View>> {
    let lead: usize = text[at..]
        .chars()
        .take_while(|c| matches!(c, ' ' | '\u{a0}' | '"' | '“' | '*' | '_' | ':'))
        .take(3)
        .map(char::len_utf8)
        .sum();
    if lead == 0 {
        return None;
    }
    at_start(text, at + lead)
}

/// The name that begins at `start`.
pub fn at_start(text: &str, start: usize) -> Option<Span<View>> {
    let (mut end, mut count) = (start, 0);
    // Markup that was escaped twice is no part of a name.
    let near = &text[start..floor(text, start + REACH)];
    let markup = [near.find('<'), near.find("&#")]
        .into_iter()
        .flatten()
        .min();
    let near = &near[..markup.unwrap_or(near.len())];
    for word in pieces(near).take(WORDS + 3) {
        let core = core(word);
        if core.is_empty() {
            break;
        }
        let own = is_own(core);
        let small = count > 0 && is_small(core);
        if count == 0 && !own && core.eq_ignore_ascii_case("the") {
            // "About the Example Trust" names it without its article.
        } else if !own && !small {
            break;
        }
        if own {
            count += 1;
            let word_start = core.as_ptr() as usize - text.as_ptr() as usize;
            end = word_start + core.len();
            if count == WORDS || ends_name(word, core) {
                break;
            }
        } else if word.trim_end().len() > core.len() && core != "&" {
            break;
        }
    }
    finish(text, start, end)
}

/// The name that ends before `at`.
pub fn before(text: &str, at: usize) -> Option<Span<View>> {
    let (start, end) = reach_before(text, at)?;
    finish(text, start, end)
}

/// The name that ends before `at`, without the article that English has for another:
/// "A Clínica Lakeside procura".
pub fn before_portuguese(text: &str, at: usize) -> Option<Span<View>> {
    let (start, end) = reach_before(text, at)?;
    let words = &text[start..end];
    let article = ["A ", "O "].iter().find(|a| words.starts_with(**a));
    finish(text, start + article.map_or(0, |a| a.len()), end)
}

/// True if a sentence begins at `at`.
pub fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '*', '_', '"', '“', '\u{a0}']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':'])
}

/// The team of its own name that ends before `at`: "Lakeside Weather Team", not "Data
/// Engineering Team".
pub fn team_before(text: &str, at: usize) -> Option<Span<View>> {
    let (start, end) = reach_before(text, at)?;
    let words = text.get(start..end)?.strip_suffix(" Team")?;
    let words = words.strip_prefix("The ").unwrap_or(words);
    let start = end - " Team".len() - words.len();
    let own = words.split_whitespace().count() >= 2
        && !is_common(words)
        && !words.split_whitespace().any(is_of_department);
    own.then(|| Span::new(start, end))
}

/// Where the name begins and ends that ends before `at`.
fn reach_before(text: &str, at: usize) -> Option<(usize, usize)> {
    let head = text[..at].trim_end_matches([' ', '\u{a0}']);
    if head.len() == at {
        return None;
    }
    let head = before_bracket(head);
    let near = ceil(head, head.len().saturating_sub(REACH));
    let line = head[near..].rfind('\n').map_or(near, |n| near + n + 1);
    let end = head.len();
    let mut start = end;
    let mut count = 0;
    // A comma before "Inc." belongs to the name.
    let mut form = false;
    let mut rest = &head[line..];
    while count < WORDS && !rest.is_empty() {
        let trimmed = rest.trim_end_matches([' ', '\u{a0}']);
        let from = trimmed
            .rfind([' ', '\u{a0}', '(', '"', '“'])
            .map_or(0, |n| {
                n + trimmed[n..].chars().next().map_or(1, char::len_utf8)
            });
        let word = &trimmed[from..];
        let core = core(word);
        if core.is_empty() {
            break;
        }
        // A stop or comma behind a word before the name ends the reach.
        let state = is_state_behind_town(core, &trimmed[..from]);
        let stops = start != end && (ends_name(word, core) && !form || state);
        form = is_form(core);
        // "Sp. z o.o."
        let own = is_own(core) || core == "o.o.";
        let small = start != end && (is_small(core) || core == "z");
        if stops || !(own || small) {
            break;
        }
        if own {
            count += 1;
            start = line + from + (core.as_ptr() as usize - word.as_ptr() as usize);
        }
        rest = &trimmed[..from];
        if trimmed[..from].ends_with(['(', '"', '“']) {
            break;
        }
    }
    Some((start, end))
}

/// Before a bracket that explains the name in front of it: "(NYSE: ACME)",
/// "(AcmeNS)". An abbreviation is itself a name, and stays.
fn before_bracket(head: &str) -> &str {
    const LONGEST: usize = 40;
    let outside = head.strip_suffix(')').and_then(|inner| {
        let open = inner.rfind(" (")?;
        let words = &inner[open + 2..];
        let explains = words.contains(':') || words.contains(char::is_lowercase);
        (explains && words.len() <= LONGEST && !words.contains('\n')).then(|| &head[..open])
    });
    outside.unwrap_or(head)
}

/// "CO." in "Denver, CO. Harbor Foods", which ends the words about the place.
fn is_state_behind_town(word: &str, head: &str) -> bool {
    let code = word.trim_end_matches('.');
    code.len() == 2
        && code.bytes().all(|b| b.is_ascii_uppercase())
        && head.trim_end().ends_with(',')
}

/// True if signs behind the word end the name.
fn ends_name(word: &str, core: &str) -> bool {
    let tail = &word[word.find(core).unwrap_or(0) + core.len()..];
    tail.contains([',', ':', ';', '!', '?', '"', '”', ')'])
        || core.ends_with('.')
            && !core[..core.len() - 1].contains('.')
            && core.len() > 4
            && !core.ends_with("Inc.")
}

/// Trims the ends of a reach and refuses what is no name.
fn finish(text: &str, start: usize, end: usize) -> Option<Span<View>> {
    if start >= end {
        return None;
    }
    let words =
        text[start..end].trim_end_matches([',', ':', ';', '!', '?', '*', '_', '"', '”', ')']);
    // "The Example Trust" is the Example Trust; "The Tor Project" may keep it.
    let words = words
        .strip_suffix("'s")
        .or(words.strip_suffix("’s"))
        .or(words.strip_suffix("‘s"))
        .or(words
            .strip_suffix("s’")
            .and_then(|_| words.strip_suffix('’')))
        .unwrap_or(words);
    let words = words
        .strip_suffix('.')
        .filter(|w| !w.contains('.') && !w.ends_with("Inc"))
        .unwrap_or(words);
    let common = is_common(words)
        || ["'re", "’re", "'ve", "’ve", "'ll", "’ll"]
            .iter()
            .any(|verb| words.ends_with(verb));
    let first_is_pronoun = words.split_whitespace().next().is_some_and(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "we" | "our"
                | "you"
                | "your"
                | "this"
                | "these"
                | "a"
                | "an"
                | "us"
                | "my"
                | "if"
                | "each"
                | "every"
                | "all"
                | "as"
                | "what"
                | "who"
                | "how"
                | "in"
                | "at"
                | "for"
                | "se"
        )
    });
    // A team of the employer is not the employer.
    let within = ["team", "department", "division"];
    let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
    let common = common || within.contains(&last.as_str()) || is_department(words);
    let len = words.trim_end().len();
    (!common && !first_is_pronoun && len >= 2 && words.contains(char::is_alphabetic))
        .then(|| Span::new(start, start + len))
}

/// The words of a text, each with the spaces behind it; ends at a line break.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let near = &text[..floor(text, REACH)];
    let line = near.find('\n').unwrap_or(near.len());
    near[..line].split_inclusive([' ', '\u{a0}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_behind_a_clue() {
        for (text, expected) in [
            ("about Acme Boats:", Some("Acme Boats")),
            (
                "about the Example Trust for Kites",
                Some("the Example Trust for Kites"),
            ),
            ("about you", None),
            ("about Our team", None),
            ("about strongDM\nWe are", Some("strongDM")),
            ("about 15Five, we", Some("15Five")),
            ("about Bank of Lakes and you", Some("Bank of Lakes")),
            ("about Acme’s culture", Some("Acme")),
            ("about Acme. We sail", Some("Acme")),
        ] {
            let at = "about".len();
            let found = after(text, at).map(|span| &text[span.range()]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_read_before_a_clue() {
        for (text, expected) in [
            ("Acme Boats is an equal", Some("Acme Boats")),
            ("Apply now. Acme is an equal", Some("Acme")),
            ("We think Bank of Lakes is an equal", Some("Bank of Lakes")),
            ("This position is an equal", None),
            ("It is an equal", None),
            ("Acme, Inc. is an equal", Some("Acme, Inc.")),
        ] {
            let at = text.find(" is an equal").expect("a clue") + 1;
            let found = before(text, at).map(|span| &text[span.range()]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
