//! A text without what stands around its words: bullets, quotes, brackets, marks.

/// `text` from its first letter or digit to its last.
pub fn bare(text: &str) -> &str {
    bare_start(text).trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// `text` from its first letter or digit on.
pub fn bare_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_word_is_cut_off_at_the_ends_alone() {
        assert_eq!(bare("- “C++ (and é)”."), "C++ (and é");
        assert_eq!(bare_start("* Apply: …"), "Apply: …");
        assert_eq!(bare(" – "), "");
    }
}
