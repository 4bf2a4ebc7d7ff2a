//! The boundaries of characters next to a byte offset.

/// The last character boundary at or before byte `at`; the end for one beyond it.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or behind byte `at`; the end for one beyond it.
pub fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{ceil, floor};

    #[test]
    fn an_offset_within_a_character_moves_to_its_edge() {
        let text = "aé€";
        let cases = [
            (0, 0, 0),
            (1, 1, 1),
            (2, 1, 3),
            (3, 3, 3),
            (4, 3, 6),
            (5, 3, 6),
            (6, 6, 6),
            (9, 6, 6),
        ];
        for (at, below, above) in cases {
            assert_eq!(floor(text, at), below, "{at}");
            assert_eq!(ceil(text, at), above, "{at}");
        }
    }
}
