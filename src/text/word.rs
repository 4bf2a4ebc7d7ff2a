//! What makes up words. The build reads this file too, to cut patterns into the
//! words that they need as the scanner cuts texts.

/// Whether a byte can belong to a word. Of one beyond ASCII that shows only with
/// the others of its character.
pub const fn may_be_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}
