//! Labels at the beginning of a line, and what stands behind them.

use crate::facts::place::vocabulary::BEFORE_LABEL;

/// Whether a label can begin here: nothing stands before it on its line but
/// marks, and words that go with labels ("Job location").
pub fn is_label_start(head: &str) -> bool {
    let mut letters = head
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    letters.all(|w| BEFORE_LABEL.has(&w.to_lowercase()))
}

/// Where the value behind a label begins on the rest of its line; the line's end
/// if nothing stands there; nothing if the word was no label.
pub fn label_value(line: &str) -> Option<usize> {
    let mut at = skip(line, 0, &[' ', '\u{a0}', '*', '_']);
    for suffix in ["(s)", "of work", "of the job", "details", "information"] {
        if line[at..].starts_with(suffix) {
            at = skip(line, at + suffix.len(), &[' ']);
        }
    }
    if line[at..].trim().is_empty() {
        return Some(line.len());
    }
    let sign = line[at..].chars().next()?;
    matches!(
        sign,
        ':' | '\u{ff1a}' | '-' | '\u{2013}' | '\u{2014}' | '|' | '\t' | '?'
    )
    .then(|| skip(line, at + sign.len_utf8(), &[':', ' ', '*', '_', '\u{a0}']))
}

/// The first place from `at` on that is none of `signs`.
fn skip(text: &str, at: usize, signs: &[char]) -> usize {
    text.len() - text[at..].trim_start_matches(signs).len()
}

/// The value of a label up to the next label on the same line.
pub fn until_next_label(value: &str) -> &str {
    // "Location: Berlin Salary: 50k": the word before the colon is a label.
    let Some(colon) = value.find(": ").filter(|at| *at > 0) else {
        return value;
    };
    let head = &value[..colon];
    // "Location: Multiple locations: Reno, NV; Elko, NV".
    if head.ends_with("ocations") || head.ends_with("ocation(s)") {
        return value;
    }
    match head.rfind([' ', ',', ';', '|']) {
        Some(space) => &value[..space],
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stands_at_the_head_of_its_line() {
        assert!(is_label_start("- Job "));
        assert!(is_label_start(""));
        assert!(!is_label_start("We chose the "));
        assert_eq!(label_value(": Berlin"), Some(2));
        assert_eq!(label_value("(s): Berlin"), Some(5));
        assert_eq!(label_value("  "), Some(2));
        assert_eq!(label_value(" of our customers"), None);
        assert_eq!(until_next_label("Berlin Salary: 50k"), "Berlin");
        assert_eq!(until_next_label("Berlin"), "Berlin");
    }
}
