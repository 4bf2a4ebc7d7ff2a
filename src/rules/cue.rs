//! The letters that a text must hold for a pattern to match at all, read off the
//! pattern. Shared with the build script, which does this for the built-in
//! rules, so that nothing of it is paid at a start.

use regex_syntax::hir::{Hir, HirKind};

/// The shortest literal that is worth looking for.
const WORTH: usize = 2;

/// The most alternatives that are followed.
const MOST: usize = 64;

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

/// Literals of which each match of `pattern` contains at least one; nothing if
/// none are worth looking for, or the pattern is broken.
pub fn literals(pattern: &str) -> Option<Vec<String>> {
    let hir = regex_syntax::ParserBuilder::new()
        .unicode(false)
        .utf8(false)
        .build()
        .parse(&with_wide_spaces(pattern))
        .ok()?;
    let mut found: Vec<String> = required(&hir)?
        .into_iter()
        .map(|bytes| String::from_utf8(bytes).ok())
        .collect::<Option<_>>()?;
    found.sort();
    found.dedup();
    Some(found)
}

/// The best set of literals of which one stands in each match of `hir`.
fn required(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(_) => None,
        HirKind::Literal(literal) => worth(vec![literal.0.to_vec()]),
        HirKind::Capture(group) => required(&group.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Repetition(_) => None,
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(required(part)?);
            }
            worth(all)
        }
        HirKind::Concat(parts) => parts.iter().filter_map(required).max_by_key(|set| {
            let shortest = set.iter().map(Vec::len).min().unwrap_or(0);
            // A longer word is rarer; fewer alternatives break a tie.
            (shortest.min(8), std::cmp::Reverse(set.len()))
        }),
    }
}

fn worth(set: Vec<Vec<u8>>) -> Option<Vec<Vec<u8>>> {
    (set.len() <= MOST && set.iter().all(|s| s.len() >= WORTH)).then_some(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarest_necessary_words_are_found() {
        for (pattern, expected) in [
            ("young and energetic", Some(vec!["energetic"])),
            ("(?:recent|new) graduates?", Some(vec!["graduate"])),
            ("ninja|rock ?star", Some(vec!["ninja", "star"])),
            (r"\d+ years", Some(vec!["years"])),
            (r"a|b", None),
            (r"\w+", None),
            ("broken (", None),
        ] {
            let expected = expected.map(|e| e.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(literals(pattern), expected, "{pattern}");
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
