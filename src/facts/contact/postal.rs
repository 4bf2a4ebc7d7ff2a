//! Postal addresses.

use crate::facts::phrases::{Phrases, find, has, phrases};
use crate::facts::statement::window;
use std::ops::Range;

/// A postal address: a box, or a number and a street with a code behind it.
pub(super) fn postal(text: &str) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let start = find(&lower, "p.o. box")
        .or_else(|| find(&lower, "po box"))
        .map(|r| r.start)
        .or_else(|| street(&lower))?;
    let tail = window(text, start, 160);
    // Five figures at the end of it are the postal code.
    let code = tail
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(i, _)| i)
        .find(|&i| {
            let run = tail[i..].bytes().take_while(u8::is_ascii_digit).count();
            run == 5 && i > 0 && !tail[..i].ends_with(|c: char| c.is_ascii_digit())
        })?;
    Some(start..start + code + 5)
}

/// Where a house number begins that a street follows.
fn street(lower: &str) -> Option<usize> {
    static STREETS: &Phrases = phrases![
        "street" "st" "avenue" "ave" "road" "rd" "boulevard" "blvd" "drive" "dr" "lane" "ln" "way"
        "plaza" "parkway" "pkwy" "highway" "court" "square" "broadway"
    ];
    let mut at = 0;
    while let Some(step) = lower[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let end = lower[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(lower.len(), |n| start + n);
        let near = window(lower, end, 40);
        let line = near.split(['\n', ',', ';']).next().unwrap_or(near);
        if end - start <= 5 && near.starts_with(' ') && has(line, STREETS) {
            return Some(start);
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postal_address_ends_with_its_code() {
        let text = "write to 12 Mill Street, Oakton, CO 80000 or call";
        let range = postal(text).expect("an address");
        assert_eq!(&text[range], "12 Mill Street, Oakton, CO 80000");
        assert_eq!(postal("in 5 days the street is free"), None);
    }
}
