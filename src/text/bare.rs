//! A text without what stands around its words or between them: bullets, quotes, brackets, marks.

/// `text` from its first letter or digit to its last.
pub fn bare(text: &str) -> &str {
    bare_start(text).trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// `text` from its first letter or digit on.
pub fn bare_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letters and digits of `text` alone, in lower case: what is left when spelling and layout
/// make no difference.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            squeezed.push(c.to_ascii_lowercase());
        } else {
            squeezed.extend(c.to_lowercase());
        }
    }
    squeezed
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

    #[test]
    fn spelling_and_layout_are_squeezed_out() {
        for name in ["Über_uns 24", "über-uns24", "ÜberUns\n24"] {
            assert_eq!(squeezed(name), "überuns24");
        }
    }
}
