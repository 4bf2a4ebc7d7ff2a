//! What holds of the readers of statements on any text at all.

use super::testing::words_of;
use crate::facts::{
    Fact, accommodation::Accommodation, ai_use::AiUse, apply::Apply,
    background_check::BackgroundCheck, benefits::Benefits, citizenship::Citizenship,
    deadline::Deadline, eeo::EqualOpportunity, fair_chance::FairChance,
    other_compensation::OtherCompensation, preference::Preference, salary_history::SalaryHistory,
};
use proptest::prelude::*;

/// Cues of all readers and what may stand between them, strung together at random.
fn texts() -> impl Strategy<Value = String> {
    let mut scraps: Vec<&'static str> = [
        Accommodation::CUES,
        AiUse::CUES,
        Apply::CUES,
        BackgroundCheck::CUES,
        Benefits::CUES,
        Citizenship::CUES,
        Deadline::CUES,
        EqualOpportunity::CUES,
        FairChance::CUES,
        OtherCompensation::CUES,
        Preference::CUES,
        SalaryHistory::CUES,
    ]
    .concat();
    let glue = [
        " ",
        " ",
        " ",
        ", ",
        ". ",
        ".",
        "\n",
        "\n\n",
        "\n- ",
        "# ",
        ": ",
        "?",
        "(",
        ")",
        "/",
        "'",
        "\u{2019}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "…",
        "ß",
        "İ",
        "é",
        "日本",
        "🙂",
        "not ",
        "no ",
        "we ",
        "you ",
        "must ",
        "only ",
        "race, color, sex ",
        "March 3, 2026",
        "3. März",
        "18-35",
        "help [at] oak [dot] example",
        "a@b.example",
        "www.oak.example",
        "[here]()",
        "(303) 555-0100",
        "12 Mill Street, 80000",
        "$",
        "401(k)",
        "M/F/D/V",
        "{{",
        "}}",
    ];
    // As many scraps of glue as cues, so that cues stand apart.
    scraps.extend(glue.iter().cycle().take(scraps.len()));
    let scrap = prop::sample::select(scraps).prop_map(|s| s.trim_matches('*'));
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

/// Reads `text` in two formats; panics if a place is none.
fn holds<T: Fact>(text: &str) {
    for words in words_of::<T>("posting.txt", text) {
        assert!(!words.is_empty());
    }
    for words in words_of::<T>("posting.md", text) {
        assert!(!words.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_without_panic_and_at_whole_characters(text in texts()) {
        holds::<Accommodation>(&text);
        holds::<AiUse>(&text);
        holds::<Apply>(&text);
        holds::<BackgroundCheck>(&text);
        holds::<Benefits>(&text);
        holds::<Citizenship>(&text);
        holds::<Deadline>(&text);
        holds::<EqualOpportunity>(&text);
        holds::<FairChance>(&text);
        holds::<OtherCompensation>(&text);
        holds::<Preference>(&text);
        holds::<SalaryHistory>(&text);
    }
}
