//! Ways to reach somebody, as a text gives them: mail addresses (also written
//! around robots), telephone numbers, pages, forms and postal addresses.

mod mail;
mod phone;
mod postal;

use super::phrases::{Phrases, first, has, phrases};
use super::statement::window_before;
use crate::document::Link;
use crate::posting::Prose;
use crate::text::{Span, View};
use linkify::{LinkFinder, LinkKind};
use mail::spelt_out_mail;
use phone::{digits, phones};
use postal::postal;
use std::ops::Range;

/// A way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub kind: ContactKind,
    /// The address or number in usable form: `jobs@example.com`,
    /// `https://example.com/form`, `+1 303 555 0100`.
    pub value: String,
    /// Its words.
    pub at: Span<View>,
}

/// Kinds of contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    Email,
    Phone,
    /// A web page.
    Url,
    /// A web form.
    Form,
    /// A postal address.
    Address,
}

impl ContactKind {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            ContactKind::Email => "email",
            ContactKind::Phone => "phone",
            ContactKind::Url => "url",
            ContactKind::Form => "form",
            ContactKind::Address => "address",
        }
    }
}

/// The contacts within `span`, each once, in text order.
pub(super) fn within(prose: &Prose<'_>, span: Span<View>) -> Vec<Contact> {
    let mut found = Vec::new();
    for link in prose.posting.links().filter(|l| l.span.overlaps(span)) {
        found.extend(of_link(prose, link));
    }
    let text = prose.words(span);
    let mut add = |kind, value: String, range: Range<usize>| {
        let at = Span::new(span.start + range.start, span.start + range.end);
        found.push(Contact { kind, value, at });
    };
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    for link in finder.links(text) {
        let range = link.start()..link.end();
        match link.kind() {
            LinkKind::Email => add(ContactKind::Email, link.as_str().to_owned(), range),
            LinkKind::Url
                if is_page(link.as_str())
                    && (has_path(link.as_str()) || is_pointed_at(&text[..link.start()])) =>
            {
                let kind = page_kind(link.as_str(), "");
                add(kind, link.as_str().to_owned(), range);
            }
            _ => {}
        }
    }
    for (value, range) in spelt_out_mail(text) {
        add(ContactKind::Email, value, range);
    }
    for range in phones(text) {
        add(ContactKind::Phone, text[range.clone()].to_owned(), range);
    }
    if let Some(range) = postal(text) {
        add(ContactKind::Address, text[range.clone()].to_owned(), range);
    }
    found.sort_by_key(|c| (c.at, c.kind));
    let mut unique: Vec<Contact> = Vec::new();
    for contact in found {
        let same = |c: &Contact| {
            c.value.eq_ignore_ascii_case(&contact.value)
                || c.kind == ContactKind::Phone && digits(&c.value) == digits(&contact.value)
        };
        if !unique.iter().any(same) {
            unique.push(contact);
        }
    }
    unique
}

/// The contacts within `span` that one can ask at. A link over a word of the
/// sentence ("requires *accommodation*") only explains it.
pub(super) fn to_ask(prose: &Prose<'_>, span: Span<View>) -> Vec<Contact> {
    let mut contacts = within(prose, span);
    contacts.retain(|contact| {
        let words = prose.words(contact.at).to_lowercase();
        let shown = words.contains(['.', '@', '/']);
        contact.kind != ContactKind::Url || shown || is_sent_to(prose, span, contact, &words)
    });
    contacts
}

/// True if the words of a link, or those before it, send the reader there.
fn is_sent_to(prose: &Prose<'_>, span: Span<View>, contact: &Contact, words: &str) -> bool {
    // A link on a line of its own is there to be followed.
    let line = prose.sentence_at(contact.at.start);
    if line.len() <= contact.at.len() + 4 {
        return true;
    }
    let start = span.start.min(contact.at.start);
    let before = prose.words(Span::new(start, contact.at.start));
    let before = window_before(before, before.len(), 24).to_lowercase();
    has(
        words,
        phrases![
            "here" "this" "form" "page" "contact*" "request*" "submit" "click" "link" "portal" "email"
            "e-mail" "site" "website" "how to" "accessibility" "us" "team" "apply" "ici" "hier" "aquí"
            "learn more" "read more" "visit" "help" "support"
        ],
    ) || has(
        &before,
        phrases![
            "visit" "go to" "at" "via" "through" "using" "complete" "fill*" "submit" "see" "read"
            "click" "use" "contact" "on" "sur" "unter"
        ],
    )
}

/// What a live link leads to.
fn of_link(prose: &Prose<'_>, link: &Link) -> Option<Contact> {
    let target = link.target.trim();
    if target.is_empty() {
        return None;
    }
    let words = prose.words(link.span).to_lowercase();
    let scheme = target
        .split_once(':')
        .map(|(s, rest)| (s.to_ascii_lowercase(), rest));
    let (kind, value) = match scheme {
        Some((scheme, rest)) if scheme == "mailto" => {
            let address = rest.split('?').next().unwrap_or(rest);
            (ContactKind::Email, address.replace("%40", "@"))
        }
        Some((scheme, rest)) if scheme == "tel" => (ContactKind::Phone, rest.to_owned()),
        _ if has(&words, phrases!["privacy" "cookie*" "terms" "datenschutz*"]) => return None,
        _ => (page_kind(target, &words), target.to_owned()),
    };
    (!value.is_empty()).then_some(Contact {
        kind,
        value,
        at: link.span,
    })
}

fn page_kind(target: &str, words: &str) -> ContactKind {
    let target = target.to_lowercase();
    let form = has(
        &target,
        phrases!["form" "forms" "typeform" "jotform" "surveymonkey" "formstack"],
    ) || has(words, phrases!["form" "formular" "formulaire" "formulario"]);
    if form {
        ContactKind::Form
    } else {
        ContactKind::Url
    }
}

/// A page's address without a scheme looks like names of software ("Node.js"),
/// so it must have a path, a `www.`, or an ending that names of software lack.
fn is_page(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.") {
        return true;
    }
    if lower.contains("://") {
        return false;
    }
    let host = lower.split('/').next().unwrap_or(&lower);
    let ending = host.rsplit('.').next().unwrap_or("");
    let plain = matches!(
        ending,
        "com" | "org" | "gov" | "edu" | "jobs" | "careers" | "uk" | "de" | "ca" | "fr"
    );
    plain && host.len() > ending.len() + 3
}

fn has_path(url: &str) -> bool {
    url.contains("://") || url.contains('/') || url.starts_with("www.")
}

/// True if the words before a bare host send the reader there ("visit oak.com"),
/// rather than speak of it ("unable to use oak.com").
fn is_pointed_at(before: &str) -> bool {
    let last = before
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or("")
        .to_lowercase();
    matches!(
        last.trim_end_matches(':'),
        "at" | "visit"
            | "to"
            | "via"
            | "on"
            | "see"
            | "unter"
            | "sur"
            | "en"
            | "page"
            | "website"
            | ""
    )
}

/// Words that point at a place that the text itself does not give.
static POINTERS: &Phrases = phrases![
    "this form" "the form" "our form" "a form" "request form" "online form" "accommodation form"
    "following form" "form below" "form here" "click here" "clicking here" "found here" "find here"
    "available here" "listed here" "linked here" "outlined here" "see here" "visit here" "go here"
    "apply here" "learn more here" "read more here" "more information here" "viewed here"
    "seen here" "reviewed here" "explore here" "out here" "more here" "benefits here"
    "here for more" "details here" "information here" "online here" "us here" "request here"
    "this link" "the link" "link below" "below link" "following link" "link here" "links below"
    "refer to our" "this page" "our page" "following page" "read more about" "learn more about"
    "information below" "contact information below" "address below" "hier" "formulaire" "ci-dessous"
];

/// Where the words of `span` point elsewhere although nothing leads there; the
/// words that point.
pub(super) fn lost_pointer(prose: &Prose<'_>, span: Span<View>) -> Option<Span<View>> {
    let range = prose.folded.range(span);
    let text = prose.folded.text().get(range.clone())?;
    let pointer = first(text, POINTERS)?;
    let at = prose
        .folded
        .view(range.start + pointer.start..range.start + pointer.end);
    // A live link near the words is what they mean; so is an address that is
    // written out.
    let live = prose
        .posting
        .links()
        .any(|l| l.span.overlaps(span) && !l.target.trim().is_empty());
    let written = within(prose, span)
        .iter()
        .any(|c| matches!(c.kind, ContactKind::Url | ContactKind::Form));
    (!live && !written).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_software_are_no_pages() {
        assert!(is_page("www.oak.example"));
        assert!(is_page("oakbakery.com/jobs"));
        for name in ["node.js", "asp.net", "socket.io", "ftp://oak.example"] {
            assert!(!is_page(name), "{name}");
        }
    }
}
