//! Links that are put in place of the pay or the benefits: "[Pay scale and
//! benefits](…)", "Pay: see https://…". It does not know where that will do.

use super::contact::{self, ContactKind};
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, has, phrases, words};
use super::statement::{self, window_before};

/// A link to a page with the pay, the benefits or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicLink {
    pub pay: bool,
    pub benefits: bool,
}

impl Fact for PublicLink {
    const ABOUT: &'static str = "a link to a page with the pay or the benefits";
    const CUES: &'static [&'static str] =
        words!["pay" "salary" "wage" "wages" "compensation" "benefits"];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "pay",
            kind: Kind::Flag,
            about: "the page shows the pay",
        },
        Attribute {
            name: "benefits",
            kind: Kind::Flag,
            about: "the page describes the benefits",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found = Vec::new();
        for index in units.with(context.hits) {
            let unit = units.get(index);
            // Words before a link are about it as far back as the last one.
            let mut from = 0;
            let mut pages = contact::within(context.prose, unit.span);
            pages.retain(|c| {
                matches!(c.kind, ContactKind::Url | ContactKind::Form)
                    && c.value.starts_with("http")
            });
            pages.sort_by_key(|c| c.at.start);
            for page in pages {
                let range = context.prose.folded.range(page.at);
                let text = units.text(index);
                let start = range.start.saturating_sub(unit.range.start).min(text.len());
                let end = range.end.saturating_sub(unit.range.start).min(text.len());
                if start < from || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
                    continue;
                }
                let lead = window_before(&text[from..], start - from, 90);
                let said = [lead, &text[start..end]];
                let says = |phrases| said.iter().any(|words| has(words, phrases));
                from = end;
                if says(ELSEWHERE) {
                    continue;
                }
                // A bare mention of pay is one of many things until words send the reader on.
                let alone = has(said[1], PAY) || has(said[1], BENEFITS);
                let labelled = lead.trim_end().ends_with(':') && lead.len() < 60;
                if !(alone || labelled || has(lead, SENDS)) {
                    continue;
                }
                let link = PublicLink {
                    pay: says(PAY),
                    benefits: says(BENEFITS),
                };
                if link.pay || link.benefits {
                    found.push(statement::found(context, link, page.at));
                }
            }
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "pay" => Value::Flag(self.pay),
            "benefits" => Value::Flag(self.benefits),
            _ => Value::Absent,
        }
    }
}

static PAY: &Phrases = phrases![
    "pay" "pay scale*" "salary" "salaries" "wage" "wages" "compensation"
];

static BENEFITS: &Phrases = phrases!["benefits"];

/// What sends the reader to the page.
static SENDS: &Phrases = phrases!["see" "visit" "view" "at" "on" "here" "find" "found" "click"];

/// Pages for something else, and pay that is not this job's.
static ELSEWHERE: &Phrases = phrases![
    "apply" "application" "applications" "customers" "clients" "workers compensation"
    "workers' compensation" "pay transparency" "nondiscrimination" "equal pay" "minimum wage"
    "public benefits" "must pay" "to pay" "fraud" "scam*" "software"
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read_markdown;

    #[test]
    fn links_in_place_of_pay_and_benefits_are_read() {
        for (text, pay, benefits) in [
            (
                "[Pay scale and benefits](https://larkspur.example/pay)",
                true,
                true,
            ),
            (
                "Compensation and benefits: [details](https://larkspur.example/pay)",
                true,
                true,
            ),
            (
                "Benefits: see https://larkspur.example/benefits",
                false,
                true,
            ),
            (
                "The pay scale and benefits are at https://larkspur.example/pay",
                true,
                true,
            ),
            (
                "For the pay scale and benefits of this position, see [our public page](https://larkspur.example/pay).",
                true,
                true,
            ),
            (
                "[See the pay scale for this job](https://larkspur.example/pay)",
                true,
                false,
            ),
        ] {
            let found = read_markdown::<PublicLink>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value, PublicLink { pay, benefits }, "{text}");
        }
    }

    #[test]
    fn other_links_are_not() {
        for text in [
            "Good pay and benefits. Apply at https://larkspur.example/jobs",
            "Pay and benefits: write to jobs@larkspur.example.",
            "We sell [payroll software](https://larkspur.example/soft) and offer good pay.",
            "Pay scale and benefits",
        ] {
            assert!(read_markdown::<PublicLink>(text).is_empty(), "{text}");
        }
    }
}
