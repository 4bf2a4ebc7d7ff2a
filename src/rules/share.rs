//! How common words are in postings, to tell which words of a pattern are worth
//! looking for. Shared with the build script, as `cue` is.

use crate::text::may_be_of_word;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The share of sentences that hold one of the phrases.
pub fn share(phrases: &[String]) -> f64 {
    let share_of = |phrase: &String| {
        let text = phrase.trim_matches('*');
        let open = phrase.starts_with('*');
        let goes_on = phrase.ends_with('*');
        let words = text.split(|c: char| c.is_ascii() && !may_be_of_word(c as u8));
        let count = words.clone().count();
        let shares = words.enumerate().filter(|(_, word)| !word.is_empty());
        let shares = shares
            .map(|(at, word)| share_of_word(word, open && at == 0, goes_on && at + 1 == count));
        shares.reduce(f64::min).unwrap_or(RARE_SIGN)
    };
    phrases.iter().map(share_of).sum()
}

/// The share of sentences with a word that is not among the common ones.
const RARE: f64 = 0.0003;

/// That of sentences with a sign and no word, where `cue` takes one.
const RARE_SIGN: f64 = 0.002;

/// To look within words costs a look at every letter.
const INSIDE: f64 = 0.05;

/// The words that many postings share, and the shares of sentences that hold them.
static COMMON: LazyLock<BTreeMap<&str, f64>> = LazyLock::new(|| {
    let table = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/common_words.tsv"
    ));
    let lines = table.lines().filter_map(|line| line.split_once('\t'));
    lines
        .filter_map(|(word, count)| Some((word, count.parse::<f64>().ok()? / 10_000.0)))
        .collect()
});

fn share_of_word(word: &str, inside: bool, goes_on: bool) -> f64 {
    let known: f64 = match (inside, goes_on) {
        (false, false) => COMMON.get(word).copied().unwrap_or_default(),
        (false, true) => {
            let from = COMMON.range(word..);
            from.take_while(|(other, _)| other.starts_with(word))
                .map(|(_, share)| share)
                .sum()
        }
        (true, _) => {
            let with = COMMON.iter().filter(|(other, _)| other.contains(word));
            with.map(|(_, share)| share).sum::<f64>() + INSIDE
        }
    };
    known + RARE
}
