//! How to apply. It does not know which ways a law allows.

use super::contact::{self, ContactKind};
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::{Phrases, has, phrases, words};
use super::statement;
use crate::document::{BlockKind, Origin};
use crate::posting::Role;
use crate::text::bare_start;

/// A way, or several, to apply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apply {
    /// The ways, each once, in text order.
    pub how: Vec<Way>,
}

/// Ways to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    Link,
    Email,
    Address,
    Phone,
    InPerson,
    Form,
}

impl Way {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Way::Link => "link",
            Way::Email => "email",
            Way::Address => "address",
            Way::Phone => "phone",
            Way::InPerson => "in_person",
            Way::Form => "form",
        }
    }
}

impl Fact for Apply {
    const ABOUT: &'static str = "how to apply";
    const CUES: &'static [&'static str] = words![
        "apply" "applications" "application" "applying" "resume*" "résumé*" "cv" "send us" "submit" "bewerb*"
        "candidature" "postuler" "solliciteer*" "solliciteren" "aplikuj" "aplica" "inscríbete" "in person"
        "drop us a line" "email" "e-mail" "call" "text" "walk in" "cover letter" "cvs"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "how",
        kind: Kind::List,
        about: "the ways given: link, email, address, phone, in_person, form",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found = Vec::new();
        let addresses = fields::named(posting, ADDRESS_FIELDS);
        // What a feed calls the job's own address is where one applies.
        let own = fields::named(posting, OWN_ADDRESS_FIELDS)
            .into_iter()
            .filter(|f| f.origin == Origin::Feed && is_of_the_job(&f.path));
        if let Some(field) = addresses
            .into_iter()
            .chain(own)
            .find(|f| posting.words(f.value).starts_with("http"))
        {
            let how = vec![Way::Link];
            found.push(fields::found_at(posting, Apply { how }, field.value));
        }
        if context.hits.is_empty() {
            return found;
        }
        // "Application Instructions", and the steps: whatever they lead to, they
        // say how.
        found.extend(steps(context));
        let units = context.units;
        for index in units.with(context.hits) {
            let text = units.text(index);
            let subject = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            let walks_in = subject.starts_with("walk in ");
            if !has(text, ASKS) && !walks_in && !is_of_papers(subject) || is_aside(subject) {
                continue;
            }
            let span = units.get(index).span;
            let mut how: Vec<Way> = contact::within(context.prose, span)
                .iter()
                .map(|c| match c.kind {
                    ContactKind::Email => Way::Email,
                    ContactKind::Phone => Way::Phone,
                    ContactKind::Url => Way::Link,
                    ContactKind::Form => Way::Form,
                    ContactKind::Address => Way::Address,
                })
                .collect();
            // "Send us an email!" where the address stands elsewhere.
            if how.is_empty()
                && has(
                    text,
                    phrases!["send us an email" "send us a note" "email us" "drop us a line"],
                )
                && contact::within(context.prose, posting.document.body)
                    .iter()
                    .any(|c| c.kind == ContactKind::Email)
            {
                how.push(Way::Email);
            }
            if walks_in || has(text, phrases!["in person"]) {
                how.push(Way::InPerson);
            }
            how.dedup();
            if !how.is_empty() {
                let at = units.tight(index, 0);
                found.push(statement::found(context, Apply { how }, at));
            }
        }
        if found.is_empty() {
            found.extend(called_for(context));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "how" => Value::List(self.how.iter().map(|w| w.name().into()).collect()),
            _ => Value::Absent,
        }
    }
}

/// "Résumés by Friday to jobs@oak.example", "CV to jobs@oak.example".
fn is_of_papers(subject: &str) -> bool {
    const PAPERS: [&str; 5] = ["resume", "résumé", "cv ", "cvs ", "cover letter"];
    PAPERS.iter().any(|paper| subject.starts_with(paper)) && subject.contains('@')
}

/// "If you need an accommodation to apply, call …" says how to get that, and not how to apply.
fn is_aside(subject: &str) -> bool {
    let applies = ["to apply", "apply", "please apply", "send", "submit"];
    has(subject, phrases!["accommodat*"]) && !applies.iter().any(|a| subject.starts_with(a))
}

/// "Email crew@oak.example", "Call Sue at 303-555-0100": where nothing else says how
/// to apply, it is so. Who answers questions or makes accommodations is no such way.
fn called_for(context: &Context<'_>) -> Option<Found<Apply>> {
    let units = context.units;
    let other = phrases![
        "question*" "accommodat*" "disabilit*" "assistance" "help" "information" "info" "details"
        "learn more" "report*" "emergency" "customer*" "verify" "privacy" "fraud" "scam*"
    ];
    units.with(context.hits).into_iter().find_map(|index| {
        let text = units.text(index);
        let verb = bare_start(text);
        let verb = verb.strip_prefix("please ").unwrap_or(verb);
        let (kind, way) = if verb.starts_with("email ") || verb.starts_with("e-mail ") {
            (ContactKind::Email, Way::Email)
        } else if verb.starts_with("call ") || verb.starts_with("text ") {
            (ContactKind::Phone, Way::Phone)
        } else {
            return None;
        };
        let led = (1..=2).any(|back| {
            index >= back
                && units.neighbours(index - back, index)
                && has(units.text(index - back), other)
        });
        if led || has(text, other) || units.is_about_the_work(index) {
            return None;
        }
        let given = contact::within(context.prose, units.get(index).span);
        let how = vec![way];
        given
            .iter()
            .any(|c| c.kind == kind)
            .then(|| statement::found(context, Apply { how }, units.tight(index, 0)))
    })
}

/// A section on applying that lists two steps or more: its heading.
fn steps(context: &Context<'_>) -> Option<Found<Apply>> {
    let posting = context.prose.posting;
    let blocks = &posting.document.blocks;
    let heading = posting
        .sections
        .iter()
        .filter(|section| section.role == Role::HowToApply)
        .find_map(|section| {
            let heading = section.heading?;
            let words = posting.words(heading).to_lowercase();
            let from = blocks.partition_point(|b| b.span.start < heading.end);
            let items = blocks[from..]
                .iter()
                .take_while(|b| b.span.start < section.span.end)
                .filter(|b| matches!(b.kind, BlockKind::ListItem(_)))
                .filter(|b| !posting.words(b.span).trim().is_empty());
            let applying = has(&words, phrases!["apply" "applying" "application*"]);
            (applying && items.count() >= 2).then_some(heading)
        })?;
    Some(Found::in_text(Apply::default(), heading))
}

/// Fields that hold the page where one applies.
const ADDRESS_FIELDS: &[&str] = words![
    "applyurl" "applicationurl" "applylink" "applicationlink" "hostedurl" "absoluteurl" "joburl"
];

/// Fields that hold the address of whatever their record is.
const OWN_ADDRESS_FIELDS: &[&str] = &["url", "link"];

/// False for the address of the company or of its logo.
fn is_of_the_job(path: &str) -> bool {
    matches!(
        fields::parent(path).as_str(),
        "" | "job" | "jobs" | "item" | "items" | "posting" | "position" | "vacancy"
    )
}

/// The writer asks for an application, or says where it goes.
static ASKS: &Phrases = phrases![
    "apply" "applications" "your application" "your resume*" "your résumé*" "your cv" "a resume*" "a cv"
    "a résumé*" "resumes" "bewerbung" "bewerben" "votre candidature" "postuler" "solliciteer*"
    "solliciteren" "aplikuj" "aplica" "inscríbete" "send us an email" "send us a note" "email us"
    "drop us a line" "send cv" "send resume" "send résumé"
];

#[cfg(test)]
mod tests {
    use super::super::statement::testing::{read, read_markdown, words_of};
    use super::*;

    #[test]
    fn a_way_to_apply_leads_somewhere() {
        for (text, how) in [
            ("To apply, write to jobs@example.com.", vec![Way::Email]),
            (
                "Email: jobs@example.com\n\nSend us an email about yourself!",
                vec![Way::Email],
            ),
            ("Apply in person at the front desk.", vec![Way::InPerson]),
            ("Send your resume to work@example.org", vec![Way::Email]),
            ("Send CV to work@example.org.", vec![Way::Email]),
            ("Email work@example.org.", vec![Way::Email]),
            ("Text 303-555-0100.", vec![Way::Phone]),
            ("Call Sue at 303-555-0100.", vec![Way::Phone]),
        ] {
            let found = read::<Apply>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.how, how, "{text}");
        }
        let found = read_markdown::<Apply>("[Apply here](https://jobs.example.com/42).");
        assert_eq!(found[0].value.how, [Way::Link]);
    }

    #[test]
    fn a_feed_leads_to_the_job_by_its_own_address() {
        for (feed, expected) in [
            (
                r#"{"title": "Baker", "url": "https://jobs.example.com/42", "description": "Bake."}"#,
                1,
            ),
            (
                r#"{"title": "Baker", "company": {"url": "https://example.com"}, "description": "Bake."}"#,
                0,
            ),
        ] {
            let found = words_of::<Apply>("job.json", feed);
            assert_eq!(found.len(), expected, "{feed}");
        }
    }

    #[test]
    fn the_steps_of_a_section_on_applying_say_how() {
        let steps = "# Baker\n\n## Application Instructions\n\n1. Open the portal of the city.\n2. Fill in the form.\n3. Press the last button, and your application is with us.\n";
        let found = read_markdown::<Apply>(steps);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].value.how, []);
        let other = "# Baker\n\n## What to expect\n\n1. We read your application.\n2. We talk.\n";
        assert_eq!(read_markdown::<Apply>(other), []);
    }

    #[test]
    fn words_alone_and_lost_links_are_no_way() {
        for text in [
            "Apply here.",
            "Apply [now](#).",
            "You apply glaze to tiles.",
            "Questions? Call 303-555-0100.",
            "Email work@example.org with questions.",
            "Do you need an accommodation? Email work@example.org.",
        ] {
            assert!(read_markdown::<Apply>(text).is_empty(), "{text}");
        }
    }
}
