//! The letters that a text must hold for a pattern to match at all, read off the
//! pattern. Shared with the build script, which does this for the built-in
//! rules, so that nothing of it is paid at a start.

use crate::text::may_be_of_word;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The shortest literal that is worth looking for where words begin.
const WORTH: usize = 2;

/// The shortest that is worth looking for within words, and beside another set.
const WORTH_MORE: usize = 4;

/// The most alternatives that are followed.
const MOST: usize = 64;

/// The most sets of literals that are looked for; further ones rule out little.
const SETS: usize = 4;

/// A pattern as it is compiled: it matches whole words only, and a space in it
/// stands for any number of them.
pub fn whole(pattern: &str) -> String {
    // A match neither begins nor ends inside a word: on each side either the
    // half of a word boundary, or the edge of the text's word next to a sign.
    format!(
        r"(?:\b{{start-half}}|\b{{end}})(?:{})(?:\b{{end-half}}|\b{{start}})",
        with_wide_spaces(pattern)
    )
}

/// Replaces each single space of `pattern` by one or more.
fn with_wide_spaces(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars().peekable();
    // Classes nest: `[a-z&&[^aeiou]]`.
    let mut depth = 0_usize;
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '\\' => out.extend(chars.next()),
            '[' => {
                depth += 1;
                // A bracket at the start of a class stands for itself.
                out.extend(chars.next_if_eq(&'^'));
                out.extend(chars.next_if_eq(&']'));
            }
            ']' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => {
                out.pop();
                out.push_str(match chars.peek() {
                    Some('?' | '*' | '+' | '{') => "(?: +)",
                    _ => " +",
                });
            }
            _ => {}
        }
    }
    out
}

/// Sets of literals, of each of which every match of `pattern` contains one; no
/// sets if none are worth looking for, or the pattern is broken. They are in the
/// form of the scanner's phrases: a `*` where the word may go on.
pub fn literals(pattern: &str) -> Vec<Vec<String>> {
    let parsed = regex_syntax::ParserBuilder::new()
        .unicode(false)
        .utf8(false)
        .build()
        .parse(&with_wide_spaces(pattern));
    let Ok(hir) = parsed else { return Vec::new() };
    let mut sets = required(&hir, true);
    for set in &mut sets {
        set.sort();
        set.dedup();
    }
    // Those that are likeliest to rule a text out come first; a common word rules
    // out little that they leave.
    sets.sort_by_key(|set| std::cmp::Reverse(rarity(set)));
    sets.dedup();
    let rare = sets.iter().take_while(|set| rarity(set).0 >= WORTH_MORE);
    let most = rare.count().clamp(1, SETS);
    sets.truncate(most);
    sets
}

/// The sets of literals that matches of `hir` hold. `starts` says that it begins
/// where a word may begin.
fn required(hir: &Hir, starts: bool) -> Vec<Vec<String>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(_) => Vec::new(),
        HirKind::Literal(literal) => {
            let Ok(text) = std::str::from_utf8(&literal.0) else {
                return Vec::new();
            };
            let open = if starts || !may_be_of_word(literal.0[0]) {
                ""
            } else {
                "*"
            };
            worth(vec![format!("{open}{text}*")])
        }
        HirKind::Capture(group) => required(&group.sub, starts),
        HirKind::Repetition(repetition) if repetition.min > 0 => {
            required(&repetition.sub, starts && repetition.max == Some(1))
        }
        HirKind::Repetition(_) => Vec::new(),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                let sets = required(part, starts);
                let Some(best) = sets.into_iter().max_by_key(|set| rarity(set)) else {
                    return Vec::new();
                };
                all.extend(best);
            }
            worth(all)
        }
        HirKind::Concat(parts) => {
            let mut starts = starts;
            let mut sets = Vec::new();
            for part in parts {
                sets.extend(required(part, starts));
                starts = ends_word(part, starts);
            }
            sets
        }
    }
}

/// Whether a word may begin behind each match of `hir`.
fn ends_word(hir: &Hir, starts: bool) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => starts,
        HirKind::Literal(literal) => !literal.0.last().copied().is_some_and(may_be_of_word),
        HirKind::Class(Class::Bytes(class)) => {
            let mut bytes = class.ranges().iter().flat_map(|r| r.start()..=r.end());
            !bytes.any(may_be_of_word)
        }
        HirKind::Class(Class::Unicode(_)) => false,
        HirKind::Repetition(repetition) => {
            (repetition.min > 0 || starts) && ends_word(&repetition.sub, false)
        }
        HirKind::Capture(group) => ends_word(&group.sub, starts),
        HirKind::Alternation(parts) => parts.iter().all(|part| ends_word(part, starts)),
        HirKind::Concat(parts) => parts.iter().fold(starts, |starts, p| ends_word(p, starts)),
    }
}

/// The set, if it is worth looking for.
fn worth(set: Vec<String>) -> Vec<Vec<String>> {
    let long = |literal: &String| {
        let least = if literal.starts_with('*') {
            WORTH_MORE
        } else {
            WORTH
        };
        literal.trim_matches('*').len() >= least
    };
    if set.len() <= MOST && set.iter().all(long) {
        vec![set]
    } else {
        Vec::new()
    }
}

/// A longer word is rarer; fewer alternatives break a tie.
fn rarity(set: &[String]) -> (usize, std::cmp::Reverse<usize>) {
    let lengths = set.iter().map(|literal| literal.trim_matches('*').len());
    (
        lengths.min().unwrap_or(0).min(8),
        std::cmp::Reverse(set.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_necessary_words_are_found_the_rarest_first() {
        for (pattern, expected) in [
            ("young and energetic", "energetic* young*"),
            ("(?:recent|new) graduates?", "graduate*"),
            ("(?:recent|novel) graduates?", "graduate* novel*|recent*"),
            ("ninja|rock ?star", "*star*|ninja*"),
            ("rock-star|(our )?guru", "guru*|rock-star*"),
            (r"\d+ years", "years*"),
            (r"\d+years", "*years*"),
            (r"(\w+ ){2}club", "club*"),
            (r"(club){2}", "*club*"),
            (r"(ab){2}", ""),
            (r"a|b", ""),
            (r"\w+", ""),
            ("broken (", ""),
        ] {
            let sets: Vec<String> = literals(pattern).iter().map(|set| set.join("|")).collect();
            assert_eq!(sets.join(" "), expected, "{pattern}");
        }
    }

    #[test]
    fn spaces_widen_outside_of_classes_only() {
        for (pattern, expected) in [
            ("a b", "a +b"),
            ("rock ?star", "rock(?: +)?star"),
            (r"[ -]a\ b", r"[ -]a\ b"),
            (r"[]  [a b]]c d", r"[]  [a b]]c +d"),
        ] {
            assert_eq!(with_wide_spaces(pattern), expected);
        }
    }
}
