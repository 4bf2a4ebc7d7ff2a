//! What the posting says about benefits. It does not know which description
//! of them a law accepts.

mod phrases;
mod reading;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::statement;
use phrases::PHRASES;
use reading::Seen;

/// The benefits of the work offered, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Benefits {
    /// How closely they are described.
    pub level: Level,
    /// The benefits named, each once, in text order: `health`, `dental`, …
    pub names: Vec<&'static str>,
    /// Whether the posting points elsewhere for them.
    pub link: Pointer,
    /// The list is left open: "and more", "etc.".
    pub catch_all: bool,
}

/// How closely benefits are described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// "This position is not eligible for benefits."
    None,
    /// "Competitive benefits", or a pointer elsewhere.
    General,
    /// At least one benefit is named.
    Specific,
}

/// A reference to a description elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    None,
    /// A link that leads somewhere, or an address.
    Live,
    /// "Found here", where nothing leads anywhere.
    Lost,
}

impl Level {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::General => "general",
            Level::Specific => "specific",
        }
    }
}

impl Pointer {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Pointer::None => "none",
            Pointer::Live => "live",
            Pointer::Lost => "lost",
        }
    }
}

impl Fact for Benefits {
    const ABOUT: &'static str = "the benefits of the work offered, taken together";
    const CUES: &'static [&'static str] = &{
        let mut cues = [""; PHRASES.len()];
        let mut i = 0;
        while i < cues.len() {
            cues[i] = PHRASES[i].0;
            i += 1;
        }
        cues
    };
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "level",
            kind: Kind::Choice(&["none", "general", "specific"]),
            about: "none (said to come without), general (\"competitive benefits\", a link) or specific (benefits named)",
        },
        Attribute {
            name: "names",
            kind: Kind::List,
            about: "what is named: health, dental, vision, retirement, paid_time_off, sick_leave, …",
        },
        Attribute {
            name: "link",
            kind: Kind::Choice(&["none", "live", "lost"]),
            about: "whether the posting points elsewhere for them, and whether the link leads anywhere",
        },
        Attribute {
            name: "catch_all",
            kind: Kind::Flag,
            about: "the list is left open (\"and more\", \"etc.\")",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let mut seen = Seen::default();
        let posting = context.prose.posting;
        if let Some(field) = fields::named(posting, &["benefits", "jobbenefits", "perks"])
            .into_iter()
            .find(|f| fields::says_something(posting.words(f.value)))
        {
            seen.general = Some(field.value);
        }
        if !context.hits.is_empty() {
            let units = context.units;
            for index in units.with(context.hits) {
                reading::read_unit(context, units, index, &mut seen);
            }
            seen.catch_all |= reading::ends_open(units, &seen);
        }
        if seen.named.is_none() && seen.general.is_none() && seen.none.is_none() {
            seen.general = reading::listed(context);
        }
        let at = seen
            .named
            .map(|(at, _, _)| at)
            .or(seen.pointer)
            .or(seen.general);
        let none = at.is_none();
        at.or(seen.none)
            .map(|at| {
                let value = Benefits {
                    level: if none {
                        Level::None
                    } else if seen.names.is_empty() {
                        Level::General
                    } else {
                        Level::Specific
                    },
                    names: seen.names,
                    link: match (seen.live, seen.lost) {
                        (true, _) => Pointer::Live,
                        (false, true) => Pointer::Lost,
                        (false, false) => Pointer::None,
                    },
                    catch_all: seen.catch_all,
                };
                statement::found(context, value, at)
            })
            .into_iter()
            .collect()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "level" => Value::text(Some(self.level.name())),
            "names" => Value::names(&self.names),
            "link" => Value::text(Some(self.link.name())),
            "catch_all" => Value::Flag(self.catch_all),
            _ => Value::Absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::statement::testing::{read, read_markdown};
    use super::*;

    /// What is read of a text: level, names, link, open list.
    fn seen(text: &str) -> Option<(Level, Vec<&'static str>, Pointer, bool)> {
        let found = read::<Benefits>(text).into_iter().next()?;
        let value = found.value;
        Some((value.level, value.names, value.link, value.catch_all))
    }

    #[test]
    fn benefits_are_named_praised_or_pointed_at() {
        use Level::{General, Specific};
        for (text, level, names, link, catch_all) in [
            (
                "Benefits: medical, dental and vision insurance, 401(k) with match, paid time off, and more!",
                Specific,
                vec!["health", "dental", "vision", "retirement", "paid_time_off"],
                Pointer::None,
                true,
            ),
            (
                "We offer a competitive benefits package.",
                General,
                vec![],
                Pointer::None,
                false,
            ),
            (
                "Information about our benefits can be found here.",
                General,
                vec![],
                Pointer::Lost,
                false,
            ),
            (
                "Our culture and the benefits of this position can be found here.",
                General,
                vec![],
                Pointer::Lost,
                false,
            ),
            (
                "We offer health insurance and twelve weeks of parental leave.",
                Specific,
                vec!["health", "parental_leave"],
                Pointer::None,
                false,
            ),
        ] {
            assert_eq!(seen(text), Some((level, names, link, catch_all)), "{text}");
        }
    }

    #[test]
    fn what_customers_get_is_no_benefit_of_the_job() {
        for text in [
            "We sell dental software to clinics.",
            "You administer PERS retirement for the county.",
            "You help members with health insurance.",
            "You file PERS reports with the state.",
            "You will write the vision for our health platform.",
            "Explain the benefits of our product to clinics.",
            "You have worked for a health insurance company.",
            "Process unemployment benefits for the county.",
            "Reap the benefits of distributed work.",
            "Convey the benefits of our ovens to partners.",
            "Part-time positions do not offer any medical or health benefits.",
            "Watch over the long-term health of the codebase.",
            "We do not discriminate in hiring, promotion, retirement or because of disability.",
            "We are a health care provider with a vision for dental care.",
            "Administer 401(k) plans for our clients.",
            "Unpaid time off, unpaid leave and other factors lower the pay.",
            "Benefits",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn a_link_with_a_target_is_live_and_without_one_is_lost() {
        for (text, link) in [
            (
                "Read more about [our benefits](https://example.com/benefits).",
                Pointer::Live,
            ),
            (
                "Details of our benefits are available [here](#).",
                Pointer::Lost,
            ),
        ] {
            let found = read_markdown::<Benefits>(text);
            assert_eq!(found[0].value.link, link, "{text}");
        }
    }

    #[test]
    fn a_list_that_ends_in_and_more_is_open() {
        let text = "## Benefits\n\n- Dental insurance\n- Paid time off\n- And more!\n";
        let found = read_markdown::<Benefits>(text);
        assert_eq!(found[0].value.names, ["dental", "paid_time_off"]);
        assert!(found[0].value.catch_all);
        let closed = text.replace("- And more!\n", "");
        assert!(!read_markdown::<Benefits>(&closed)[0].value.catch_all);
    }

    #[test]
    fn the_place_is_where_most_benefits_are_named() {
        let text =
            "You get a stipend for health.\n\nWe offer medical, dental and vision insurance.\n";
        let found = read::<Benefits>(text);
        assert_eq!(
            &text[found[0].at.range()],
            "We offer medical, dental and vision insurance."
        );
    }
}
