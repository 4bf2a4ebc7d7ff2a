//! Who hires: the employer, or the agency where the client is not named.
//!
//! A field or a line `Company: …` says it (`fields`). Else names are gathered where
//! employers' names stand: behind and before certain `phrases` ("About Acme": `about`,
//! "Acme is hiring": `is_hiring`), at the `head` of the posting, in its `title` and in
//! the `address` of a site, and where the text comes back to them (`mentions`). Each such sign has a `weight`, and the name with most of it
//! is taken. How far a name reaches in the text is read in `name`.

mod about;
mod address;
mod fields;
mod head;
mod is_hiring;
mod mentions;
mod name;
mod phrases;
mod title;
mod weight;

pub(super) use address::on_linkedin;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use crate::document::Field;
use crate::posting::Posting;
use crate::text::{Span, View};
use weight::Scale;

/// An employer by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// As written.
    pub name: String,
}

impl Fact for Employer {
    const ABOUT: &'static str = "who hires; the agency, if its client is not named";
    const CUES: &'static [&'static str] = &phrases::CUES;
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "name",
        kind: Kind::Text,
        about: "the name as written",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found = Vec::new();
        // `lakeside-boats` is a key of somebody's site; the text may write the name.
        let (keys, names): (Vec<&Field>, Vec<&Field>) =
            fields::named(posting).partition(|field| name::is_key(posting.words(field.value)));
        for field in names {
            push(posting, field.value, Confidence::High, &mut found);
        }
        for at in fields::labelled(context) {
            push(posting, at, Confidence::High, &mut found);
        }
        if let Some((at, confidence)) = by_weight(context) {
            push(posting, at, confidence, &mut found);
        }
        for field in keys {
            push(posting, field.value, Confidence::Medium, &mut found);
        }
        if found.is_empty() {
            found.extend(address::alone(posting));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "name" => Value::text(Some(&self.name)),
            _ => Value::Absent,
        }
    }
}

/// The name for which most signs speak.
fn by_weight(context: &Context<'_>) -> Option<(Span<View>, Confidence)> {
    let posting = context.prose.posting;
    let mut scale = Scale::of(&posting.text);
    let signs = phrases::signs(context)
        .chain(head::signs(posting))
        .chain(title::signs(posting))
        .chain(mentions::introduced(posting));
    for sign in signs {
        scale.add(&sign);
    }
    for (key, weight) in address::employers(posting) {
        scale.add_key(key, weight, posting.document.body.start);
    }
    let team = || phrases::seeking_team(context).map(|team| (team, Confidence::Low));
    scale.heaviest().or_else(team).or_else(|| {
        for sign in mentions::subjects(posting) {
            scale.add(&sign);
        }
        scale.most_named(|at| mentions::count(posting, at))
    })
}

fn push(
    posting: &Posting,
    at: Span<View>,
    confidence: Confidence,
    found: &mut Vec<Found<Employer>>,
) {
    let at = if posting.field_at(at).is_none() {
        name::without_article(&posting.text, at)
    } else {
        at
    };
    let name = posting
        .words(at)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let key = name::key(&name);
    if key.is_empty() || found.iter().any(|f| name::key(&f.value.name) == key) {
        return;
    }
    let employer = super::fields::found_at(posting, Employer { name }, at);
    found.push(employer.with_confidence(confidence));
}

#[cfg(test)]
mod tests;
