//! Ways to reach somebody, as a text gives them: mail addresses (also written
//! around robots), telephone numbers, pages, forms and postal addresses.

use super::phrases::{Phrases, find, first, has, phrases};
use super::statement::{window, window_before};
use crate::document::Link;
use crate::posting::Prose;
use crate::text::{Span, View};
use linkify::{LinkFinder, LinkKind};
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

/// `name [at] firm [dot] com`, `name at firm dot org`.
fn spelt_out_mail(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let lower = text.to_ascii_lowercase();
    let in_brackets = text.contains(['[', '(', '{']);
    for (open, mark) in [
        (" at ", " dot "),
        ("[at]", "."),
        ("[@]", "."),
        ("(at)", "."),
        ("[at]", "[dot]"),
        ("(at)", "(dot)"),
        ("{at}", "."),
    ] {
        // Hardly a text has one, and one look for its mark spares the search.
        if !(in_brackets || mark == " dot " && lower.contains(mark)) {
            continue;
        }
        let mut from = 0;
        while let Some(at) = lower[from..].find(open).map(|n| from + n) {
            from = at + open.len();
            let head = lower[..at].trim_end();
            let name = head.len()
                - head
                    .chars()
                    .rev()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
                    .count();
            let tail_start = from + (lower[from..].len() - lower[from..].trim_start().len());
            let Some((host, end)) = spelt_out_host(&lower, tail_start, mark) else {
                continue;
            };
            let name_text = &text[name..head.len()];
            if !name_text.is_empty() {
                found.push((format!("{name_text}@{host}"), name..end));
            }
        }
    }
    found
}

/// The host that begins at `start` with `mark` between its parts.
fn spelt_out_host(text: &str, start: usize, mark: &str) -> Option<(String, usize)> {
    let label = |at: usize| {
        text[at..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .map_or(text.len(), |n| at + n)
    };
    let mut end = label(start);
    let mut host = text[start..end].to_owned();
    let mut parts = 1;
    loop {
        let rest = &text[end..];
        let trimmed = rest.trim_start();
        let gap = rest.len() - trimmed.len();
        let next = if let Some(after) = rest.strip_prefix(mark) {
            after
        } else if let Some(after) = trimmed
            .strip_prefix(mark)
            .filter(|_| mark.starts_with(['[', '(']))
        {
            after
        } else {
            break;
        };
        let _ = gap;
        let next = next.trim_start();
        let at = text.len() - next.len();
        let stop = label(at);
        if stop == at {
            break;
        }
        host.push('.');
        host.push_str(&text[at..stop]);
        end = stop;
        parts += 1;
    }
    (parts >= 2 && !host.starts_with('.')).then_some((host, end))
}

/// Telephone numbers, without fax numbers and other figures.
fn phones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = bytes[at].is_ascii_digit()
            || matches!(bytes[at], b'+' | b'(')
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !begins {
            at += 1;
            continue;
        }
        let start = at;
        let (mut end, mut groups, mut count) = (at, 0, 0);
        while at < bytes.len() && at - start < 40 {
            if bytes[at].is_ascii_digit() {
                let from = at;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                count += at - from;
                groups += 1;
                end = at;
            } else if matches!(bytes[at], b' ' | b'-' | b'.' | b'(' | b')' | b'/' | b'+')
                || text[at..].starts_with(['\u{a0}', '\u{2011}', '\u{2010}', '–'])
            {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                if at - end > 4 {
                    break;
                }
            } else {
                break;
            }
        }
        at = at.max(start + 1);
        let before = window_before(text, start, 24).to_lowercase();
        let glued = text[..start].ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '#' | '/' | '-')
        }) || text[end..].starts_with(|c: char| c.is_alphabetic() || c == '%');
        let called = has(
            &before,
            phrases![
                "call" "phone" "tel" "telephone" "dial" "text" "whatsapp" "mobile" "at" "tty" "tdd"
                "telefon"
            ],
        );
        let other = has(
            &before,
            phrases!["fax" "req" "requisition" "id" "job" "reference" "ref" "zip" "no" "number is"],
        ) && !has(&before, phrases!["phone" "tel" "telephone" "call"]);
        let shaped = groups >= 3 && (10..=15).contains(&count)
            || groups >= 2 && text[start..].starts_with('+') && (8..=15).contains(&count)
            || called && (10..=15).contains(&count)
            || called && groups == 2 && count == 7;
        let year_range = groups == 2 && count == 8;
        if shaped && !glued && !other && !year_range {
            found.push(start..end);
        }
    }
    found
}

fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    match all.len() {
        11 if all.starts_with('1') => all[1..].to_owned(),
        _ => all,
    }
}

/// A postal address: a box, or a number and a street with a code behind it.
fn postal(text: &str) -> Option<Range<usize>> {
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
    fn mail_written_around_robots_is_put_together() {
        let cases = [
            (
                "write to jobs [at] oakbakery [dot] example now",
                "jobs@oakbakery.example",
            ),
            (
                "write to people at oak-bakery dot co dot example.",
                "people@oak-bakery.co.example",
            ),
            ("jobs(at)oak.example", "jobs@oak.example"),
        ];
        for (text, expected) in cases {
            let found = spelt_out_mail(text);
            assert_eq!(
                found.first().map(|f| f.0.as_str()),
                Some(expected),
                "{text}"
            );
        }
        assert!(spelt_out_mail("We meet at noon. Dot your i at work").is_empty());
    }

    #[test]
    fn telephone_numbers_are_told_from_other_figures() {
        let yes = [
            ("call (303) 555-0100 or mail", "(303) 555-0100"),
            ("+1 303 555 0100", "+1 303 555 0100"),
            ("1-800-555-0100.", "1-800-555-0100"),
            ("phone 3035550100", "3035550100"),
            ("+49 30 123456", "+49 30 123456"),
        ];
        for (text, expected) in yes {
            let found = phones(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(&text[found[0].clone()], expected);
        }
        let no = [
            "fax 303-555-0100",
            "$100,000 - $120,000",
            "2025-12-31",
            "from 2019 to 2025",
            "requisition 1234567890",
            "req id 303-555-0100",
        ];
        for text in no {
            assert_eq!(phones(text), Vec::<Range<usize>>::new(), "{text}");
        }
    }

    #[test]
    fn names_of_software_are_no_pages() {
        assert!(is_page("www.oak.example"));
        assert!(is_page("oakbakery.com/jobs"));
        for name in ["node.js", "asp.net", "socket.io", "ftp://oak.example"] {
            assert!(!is_page(name), "{name}");
        }
    }

    #[test]
    fn a_postal_address_ends_with_its_code() {
        let text = "write to 12 Mill Street, Oakton, CO 80000 or call";
        let range = postal(text).expect("an address");
        assert_eq!(&text[range], "12 Mill Street, Oakton, CO 80000");
        assert_eq!(postal("in 5 days the street is free"), None);
    }
}
