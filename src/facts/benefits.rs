//! What the posting says about benefits. It does not know which description
//! of them a law accepts.

use super::contact::{self, ContactKind};
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::statement::{self, Units, has, words};
use crate::posting::Role;
use crate::text::{Span, View};

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
            kind: Kind::Choice(&["general", "specific"]),
            about: "general (\"competitive benefits\", a link) or specific (benefits named)",
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
        if !context.hits.is_empty() {
            let units = Units::of(context.prose);
            for index in units.with(context.hits) {
                read_unit(context, &units, index, &mut seen);
            }
        }
        let posting = context.prose.posting;
        if let Some(field) = fields::named(posting, &["benefits", "jobbenefits", "perks"])
            .into_iter()
            .find(|f| fields::says_something(posting.words(f.value)))
        {
            seen.general.get_or_insert(field.value);
        }
        let at = seen.named.or(seen.pointer).or(seen.general);
        at.map(|at| {
            let value = Benefits {
                level: if seen.names.is_empty() {
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

/// What was seen so far of a posting's benefits.
#[derive(Default)]
struct Seen {
    names: Vec<&'static str>,
    live: bool,
    lost: bool,
    catch_all: bool,
    /// Where the first named benefit stands.
    named: Option<Span<View>>,
    /// Where the words that lead elsewhere stand.
    pointer: Option<Span<View>>,
    /// Where benefits are first spoken of.
    general: Option<Span<View>>,
}

fn read_unit(context: &Context<'_>, units: &Units<'_>, index: usize, seen: &mut Seen) {
    let text = units.text(index);
    if has(text, NOT_OURS) {
        return;
    }
    let range = &units.get(index).range;
    let hits = context
        .hits
        .iter()
        .filter(|h| range.start <= h.range.start && h.range.end <= range.end);
    let (mut named, mut general) = (Vec::new(), false);
    for hit in hits {
        match PHRASES[hit.cue] {
            (_, "", _) => general = true,
            (_, name, weight) => named.push((name, weight)),
        }
    }
    let plain = named.iter().filter(|(_, w)| matches!(w, Plain)).count();
    let in_section = units.role(index) == Some(Role::Benefits);
    let offers = in_section || general || has(text, OFFERS);
    // Among duties and requirements, "401(k) administration" is work.
    if units.is_about_the_work(index) && !offers && plain < 2 {
        return;
    }
    let all = offers || named.len() >= 3;
    let names: Vec<_> = named
        .into_iter()
        .filter(|(_, weight)| all || matches!(weight, Plain))
        .map(|(name, _)| name)
        .collect();
    if !names.is_empty() {
        seen.named.get_or_insert_with(|| units.tight(index, 0));
        seen.catch_all |= has(text, CATCH_ALL);
        for name in names {
            if !seen.names.contains(&name) {
                seen.names.push(name);
            }
        }
    } else if !general {
        return;
    }
    let span = units.get(index).span;
    seen.general.get_or_insert(span);
    // A pointer stands where benefits are spoken of, not behind each of them.
    if general && has(text, POINTS) {
        let posting = context.prose.posting;
        let linked = posting
            .links()
            .any(|l| l.span.overlaps(span) && !l.target.is_empty())
            || contact::within(context.prose, span)
                .iter()
                .any(|c| matches!(c.kind, ContactKind::Url | ContactKind::Form));
        seen.pointer.get_or_insert(span);
        seen.live |= linked;
        seen.lost |= !linked && has(text, NEEDS_LINK);
    }
}

/// Whether a phrase names a benefit by itself.
#[derive(Clone, Copy)]
enum Weight {
    Plain,
    /// Only where benefits are spoken of: "dental" is also a field of work.
    InContext,
}

use Weight::{InContext, Plain};

/// Phrases with the benefit that they name; without one, they speak of
/// benefits in general.
const PHRASES: &[(&str, &str, Weight)] = &[
    ("benefits", "", InContext),
    ("benefit package", "", Plain),
    ("perks", "", InContext),
    ("avantages", "", InContext),
    ("zusatzleistungen", "", Plain),
    ("sozialleistungen", "", Plain),
    ("beneficios", "", InContext),
    ("arbeidsvoorwaarden", "", Plain),
    ("secundaire arbeidsvoorwaarden", "", Plain),
    ("health insurance", "health", Plain),
    ("health coverage", "health", Plain),
    ("healthcare coverage", "health", Plain),
    ("health care coverage", "health", Plain),
    ("health benefits", "health", Plain),
    ("healthcare benefits", "health", Plain),
    ("health plan*", "health", InContext),
    ("medical insurance", "health", Plain),
    ("medical coverage", "health", Plain),
    ("medical benefits", "health", Plain),
    ("private medical", "health", Plain),
    ("private healthcare", "health", Plain),
    ("private health", "health", Plain),
    ("bupa", "health", Plain),
    ("medical", "health", InContext),
    ("health", "health", InContext),
    ("healthcare", "health", InContext),
    ("mutuelle", "health", Plain),
    ("seguro medico", "health", Plain),
    ("seguro médico", "health", Plain),
    ("plano de saúde", "health", Plain),
    ("prywatna opieka medyczna", "health", Plain),
    ("opieka medyczna", "health", Plain),
    ("opieki medycznej", "health", Plain),
    ("dental insurance", "dental", Plain),
    ("dental coverage", "dental", Plain),
    ("dental", "dental", InContext),
    ("vision insurance", "vision", Plain),
    ("vision coverage", "vision", Plain),
    ("vision", "vision", InContext),
    ("401k", "retirement", Plain),
    ("401(k)", "retirement", Plain),
    ("401 (k)", "retirement", Plain),
    ("403b", "retirement", Plain),
    ("403(b)", "retirement", Plain),
    ("rrsp", "retirement", Plain),
    ("superannuation", "retirement", InContext),
    ("retirement plan*", "retirement", Plain),
    ("retirement savings", "retirement", Plain),
    ("retirement benefits", "retirement", Plain),
    ("retirement", "retirement", InContext),
    ("pension", "retirement", InContext),
    ("pension scheme", "retirement", Plain),
    ("pension plan", "retirement", Plain),
    ("pensioen*", "retirement", Plain),
    ("altersvorsorge", "retirement", Plain),
    ("paid time off", "paid_time_off", Plain),
    ("pto", "paid_time_off", Plain),
    ("paid vacation*", "paid_time_off", Plain),
    ("paid holiday*", "paid_time_off", Plain),
    ("paid leave", "paid_time_off", Plain),
    ("annual leave", "paid_time_off", Plain),
    ("unlimited vacation", "paid_time_off", Plain),
    ("unlimited time off", "paid_time_off", Plain),
    ("flexible time off", "paid_time_off", Plain),
    ("flexible pto", "paid_time_off", Plain),
    ("vacation days", "paid_time_off", Plain),
    ("days of vacation", "paid_time_off", Plain),
    ("weeks of vacation", "paid_time_off", Plain),
    ("weeks vacation", "paid_time_off", Plain),
    ("vacation time", "paid_time_off", Plain),
    ("vacation", "paid_time_off", InContext),
    ("vacations", "paid_time_off", InContext),
    ("days holiday", "paid_time_off", Plain),
    ("days' holiday", "paid_time_off", Plain),
    ("holidays", "paid_time_off", InContext),
    ("days off", "paid_time_off", InContext),
    ("urlaubstage*", "paid_time_off", Plain),
    ("tage urlaub", "paid_time_off", Plain),
    ("vakantiedagen", "paid_time_off", Plain),
    ("rtt", "paid_time_off", Plain),
    ("sick leave", "sick_leave", Plain),
    ("sick days", "sick_leave", Plain),
    ("sick time", "sick_leave", Plain),
    ("sick pay", "sick_leave", Plain),
    ("parental leave", "parental_leave", Plain),
    ("maternity leave", "parental_leave", Plain),
    ("paternity leave", "parental_leave", Plain),
    ("family leave", "parental_leave", Plain),
    ("life insurance", "life_insurance", InContext),
    ("life assurance", "life_insurance", Plain),
    ("disability insurance", "disability_insurance", Plain),
    ("disability coverage", "disability_insurance", Plain),
    ("short-term disability", "disability_insurance", Plain),
    ("long-term disability", "disability_insurance", Plain),
    ("hsa", "spending_account", Plain),
    ("fsa", "spending_account", InContext),
    ("flexible spending", "spending_account", Plain),
    ("health savings", "spending_account", Plain),
    ("employee assistance program*", "assistance_program", Plain),
    ("tuition reimbursement", "education", Plain),
    ("tuition assistance", "education", Plain),
    ("education stipend", "education", Plain),
    ("learning budget", "education", Plain),
    ("training budget", "education", Plain),
    ("professional development budget", "education", Plain),
    ("development stipend", "education", Plain),
    ("learning stipend", "education", Plain),
    ("education assistance", "education", Plain),
    ("weiterbildung*", "education", InContext),
    ("home office stipend", "equipment", Plain),
    ("home office budget", "equipment", Plain),
    ("equipment budget", "equipment", Plain),
    ("commuter benefits", "commuting", Plain),
    ("commuter", "commuting", InContext),
    ("cycle to work", "commuting", Plain),
    ("travel allowance", "commuting", InContext),
    ("jobticket", "commuting", Plain),
    ("deutschlandticket", "commuting", Plain),
    ("reiskostenvergoeding", "commuting", Plain),
    ("leaseauto", "commuting", Plain),
    ("jobrad", "commuting", Plain),
    ("company car", "company_car", InContext),
    ("gym membership*", "wellness", Plain),
    ("wellness stipend", "wellness", Plain),
    ("wellness program*", "wellness", Plain),
    ("wellness", "wellness", InContext),
    ("multisport", "wellness", Plain),
    ("mental health", "wellness", InContext),
    ("free lunch*", "meals", Plain),
    ("catered lunch*", "meals", Plain),
    ("catered meals", "meals", Plain),
    ("free meals", "meals", Plain),
    ("meal vouchers", "meals", Plain),
    ("meal allowance", "meals", Plain),
    ("tickets restaurant", "meals", Plain),
    ("ticket restaurant", "meals", Plain),
    ("titres restaurant", "meals", Plain),
    ("titres-restaurant", "meals", Plain),
    ("vale refeição", "meals", Plain),
    ("employee discount*", "discount", Plain),
    ("staff discount*", "discount", Plain),
    ("team discount*", "discount", Plain),
    ("mitarbeiterrabatt*", "discount", Plain),
    ("free housing", "housing", Plain),
    ("relocation assistance", "relocation", Plain),
    ("relocation package", "relocation", Plain),
    ("relocation support", "relocation", Plain),
];

/// The writer offers something here.
const OFFERS: &[&str] = words![
    "we offer" "we also offer" "we provide" "what we offer" "you get" "you'll get" "you will get" "you receive"
    "you will receive" "you'll receive" "eligible for" "entitled to" "we cover" "wir bieten" "nous offrons"
    "nous proposons" "ofrecemos" "wij bieden" "we bieden" "oferujemy" "oferecemos"
];

/// Not what the employer gives to those it hires.
const NOT_OURS: &[&str] = words![
    "benefits administration" "benefits of our" "benefits of the product" "benefits of using" "unemployment benefits"
    "benefits realization" "benefits realisation" "health insurance company" "health insurance companies"
    "health insurance industry" "health insurance market" "health insurance provider" "health insurer*"
    "insurance products" "benefits platform" "benefits software" "employee benefits consult*" "benefits to our clients"
    "benefits for our clients" "benefits for customers" "for the benefits of" "social security benefits"
    "veterans benefits" "public benefits" "cost benefits" "without benefits"
];

/// The list goes on unsaid.
const CATCH_ALL: &[&str] = words![
    "and more" "and much more" "and many more" "& more" "plus more" "etc" "and others" "among others" "and so on"
];

/// The words lead elsewhere.
const POINTS: &[&str] = words![
    "here" "this page" "this link" "link" "website" "site" "learn more" "read more" "find out more" "more about"
    "see our" "visit" "www*" "http*" "page"
];

/// Without a link behind them, these words lead nowhere.
const NEEDS_LINK: &[&str] = words![
    "found here" "available here" "click here" "see here" "view here" "read here" "more here" "benefits here"
    "details here" "listed here" "described here" "outlined here" "this page" "this link" "following link"
];

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
            "You will write the vision for our health platform.",
            "Explain the benefits of our product to clinics.",
            "You have worked for a health insurance company.",
            "Process unemployment benefits for the county.",
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
}
