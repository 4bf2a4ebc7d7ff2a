//! Looking for bytes of some kind in a long text.

/// Place of the first byte that is `wanted`, which is to compare without branches:
/// then many bytes are looked at at once, where a loop goes from one to the next.
pub fn first_byte(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const AT_ONCE: usize = 16;
    let (chunks, _) = bytes.as_chunks::<AT_ONCE>();
    let has_none = |chunk: &&[u8; AT_ONCE]| !chunk.iter().fold(false, |any, b| any | wanted(*b));
    let start = AT_ONCE * chunks.iter().take_while(has_none).count();
    let rest = bytes[start..].iter().position(|b| wanted(*b));
    rest.map(|at| start + at)
}

/// How many bytes are `wanted`, which is to compare without branches.
pub fn count_bytes(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> usize {
    // So few at a time that a byte holds their number, which is what machines count
    // many of at once.
    let few = bytes.chunks(usize::from(u8::MAX));
    let counts = few.map(|few| few.iter().map(|b| u8::from(wanted(*b))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// Place of the first digit of ASCII.
pub fn first_digit(bytes: &[u8]) -> Option<usize> {
    first_byte(bytes, |byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_bytes_are_counted() {
        let text = "a1".repeat(1_000);
        assert_eq!(count_bytes(text.as_bytes(), |b| b.is_ascii_digit()), 1_000);
        assert_eq!(count_bytes(&[], |_| true), 0);
    }

    #[test]
    fn the_first_digit_is_found_wherever_it_stands() {
        for at in 0..40 {
            let mut text = vec![b'x'; 40];
            assert_eq!(first_digit(&text[..at]), None);
            text[39] = b'8';
            text[at] = b'7';
            assert_eq!(first_digit(&text), Some(at));
        }
    }
}
