//! Labels at the beginning of a line, and what stands behind them.

use crate::facts::place::vocabulary::BEFORE_LABEL;
use crate::facts::vocabulary::Words;
use crate::text::bare_start;

/// Words of the longest label beside its word for a place.
const WORDS: usize = 4;

/// Whether a label can begin here: nothing stands before it on its line but
/// marks, and words that go with labels ("Job location").
pub fn is_label_start(head: &str) -> bool {
    let mut letters = head
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    letters.all(|w| BEFORE_LABEL.has(&w.to_lowercase()))
}

/// Whether other words stand before a word for a place on its line and make a label with
/// it that may be the job's: "Reporting location", "Store address".
pub fn is_label_of_its_own(head: &str) -> bool {
    let words = bare_start(head);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '&' | '\'');
    !words.is_empty() && words.chars().all(plain) && may_be_of_job(words)
}

/// Where the value begins behind words that make one label with the word for a place
/// before them: "Location & hours: …", "Where you will work: …".
pub fn value_behind_words(line: &str) -> Option<usize> {
    const LONGEST: usize = 32;
    let colon = line.find([':', '\u{ff1a}']).filter(|at| *at <= LONGEST)?;
    let words = &line[..colon];
    let plain = |c: char| !matches!(c, '.' | ';' | '!' | '?' | '|' | '\t');
    let begins = words.starts_with([' ', '/', ',', '(']);
    (begins && words.chars().all(plain) && may_be_of_job(words)).then(|| {
        let sign = line[colon..].chars().next().map_or(0, char::len_utf8);
        skip(line, colon + sign, &[' ', '*', '_', '\u{a0}'])
    })
}

/// Whether a colon or a dash stands behind a label, and not a blank or a question.
pub fn is_marked(line: &str) -> bool {
    let sign = line.trim_start_matches([' ', '*', '_']);
    sign.starts_with([':', '\u{ff1a}'])
        || [" - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .any(|sign| line.starts_with(sign))
}

/// Whether a label of these words may be the job's, and not the company's or a customer's.
pub fn may_be_of_job(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.clone().count() <= WORDS && !words.any(|word| NOT_OF_JOB.has(word))
}

/// Words that make a label one of something else than the job.
const NOT_OF_JOB: Words = Words::of(
    "headquarters headquarter hq head corporate company companies employer customer customers \
     vendor supplier parent previous past former last birth event events meeting \
     test exam interview training education mailing mail email postal return billing \
     shipping registered web website ip sales other all applicant applicants candidate \
     candidates agency recruiter contact send not no",
);

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
