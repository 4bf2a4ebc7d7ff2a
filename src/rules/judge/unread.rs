//! When it tells nothing that words are not found: in a language that is not read,
//! and in a text that breaks off.

use crate::facts::{Confidence, Facts};
use crate::posting::Posting;
use crate::rules::condition::Evidences;
use crate::rules::set::Element;

/// Why the element may be there although it is not found, in words that follow "it
/// depends on".
pub(super) fn whether_said(posting: &Evidences<'_>, element: &Element) -> Option<String> {
    let title = &element.rule.title;
    if is_foreign(posting.facts, &element.rule.languages) {
        return Some(format!(
            "whether words that are not English say it ({title})"
        ));
    }
    is_cut_off(posting.prose.posting)
        .then(|| format!("whether the rest of the text, which is cut off, says it ({title})"))
}

/// The text is plainly in another language than English and those that are read.
fn is_foreign(facts: &Facts, read: &[String]) -> bool {
    let language = facts.language.first();
    language.is_some_and(|l| {
        l.value.code != "en" && l.confidence == Confidence::High && !read.contains(&l.value.code)
    })
}

/// The text is the beginning of a longer one, as boards hand it on: after some hundred
/// letters it breaks off in the middle of a sentence, with an ellipsis.
fn is_cut_off(posting: &Posting) -> bool {
    const LENGTHS: std::ops::Range<usize> = 200..1500;
    let body = posting.text[posting.document.body.range()].trim();
    let kept = body.strip_suffix('…').or_else(|| body.strip_suffix("..."));
    LENGTHS.contains(&body.len()) && kept.is_some_and(|kept| kept.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::posting;

    #[test]
    fn a_text_that_breaks_off_in_a_sentence_is_cut_off() {
        let long = "You set panes in the frames of old houses. ".repeat(6);
        for (text, expected) in [
            (format!("{long}We are looking for…"), true),
            (format!("{long}We are looking for..."), true),
            (format!("{long}We are looking for you."), false),
            (format!("{long}Welcome!…"), false),
            ("Call us…".to_owned(), false),
            (format!("{}We are looking for…", long.repeat(6)), false),
        ] {
            assert_eq!(is_cut_off(&posting(&text)), expected, "{text}");
        }
    }
}
