//! What holds of the reading of pay on any text at all.

use super::tests::{read, read_file};
use proptest::prelude::*;

/// Pieces that pay is written with, to be strung together at random.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "$",
        "€",
        "£",
        "R$",
        "CA$",
        "USD ",
        "kr ",
        "zł",
        "12",
        "1,000",
        "45.000",
        "120",
        "000",
        "k",
        "K",
        "万",
        "円",
        "6万5,000",
        " - ",
        "–",
        "~",
        " to ",
        " bis ",
        "/hr",
        " per year",
        " pro Monat",
        ",-",
        ".--",
        "%",
        "+",
        "(",
        ")",
        "[",
        "]",
        ":",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "up to ",
        "between ",
        " and ",
        "salary ",
        "Pay range: ",
        "bonus ",
        "competitive ",
        "DOE",
        "TVöD ",
        "EG 11",
        "five hundred dollars",
        "💰",
        "É",
        "ß",
        "١٢٬٠٠٠",
        "min ",
        "max ",
        "| ",
        "x 13",
        "·14薪",
        "ＣＡ",
        "maximum",
        "salary_min: ",
        "LPA",
        "tys.",
        "Ft",
        "lakh",
        "\u{fb01}",
        "İ",
        "401k",
        "'",
        "’",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn any_words_are_read_without_panic_and_spans_hold_whole_characters(
        text in prop_oneof![scraps(), "\\PC{0,80}"],
    ) {
        // Slicing by the spans is part of reading here: a bad one panics.
        for (pay, words, _) in read(&text) {
            if let (Some(min), Some(max)) = (pay.min, pay.max) {
                prop_assert!(min <= max, "{text:?}");
            }
            prop_assert!(!words.trim().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn any_fields_are_read_without_panic(value in scraps(), other in scraps()) {
        let record = serde_json::json!({
            "title": "Cook",
            "salary": value,
            "salaryRange": { "min": other, "max": value, "currency": value, "interval": other },
            "pay_input_ranges": [{ "min_cents": 1_800_000, "max_cents": value }],
        });
        read_file("posting.json", &record.to_string(), &["US"]);
    }
}
