//! Employers in the addresses of a posting: applicant tracking systems and
//! career sites name them in a fixed place.

use super::{Employer, name};
use crate::facts::{Confidence, Found};
use crate::posting::Posting;

/// Systems that put the employer behind their own address.
const SYSTEMS: &[&str] = &[
    "jobs.lever.co/",
    "boards.greenhouse.io/",
    "job-boards.greenhouse.io/",
    "boards-api.greenhouse.io/v1/boards/",
    "jobs.ashbyhq.com/",
    "jobs.smartrecruiters.com/",
    "careers.smartrecruiters.com/",
    "apply.workable.com/",
    "jobs.jobvite.com/",
    "ats.rippling.com/",
];

/// Systems that put it before their own address.
const HOSTS: &[&str] = &[
    ".recruitee.com",
    ".myworkdayjobs.com",
    ".breezy.hr",
    ".bamboohr.com",
    ".personio.de",
    ".personio.com",
    ".teamtailor.com",
    ".applytojob.com",
    ".workable.com",
    ".icims.com",
];

/// Sites of many employers.
const BOARDS: &[&str] = &[
    "linkedin",
    "indeed",
    "glassdoor",
    "monster",
    "ziprecruiter",
    "stepstone",
    "xing",
    "adzuna",
    "google",
    "facebook",
    "twitter",
    "github",
    "usajobs",
    "ycombinator",
    "workatastartup",
    "wellfound",
    "dice",
    "jooble",
    "talent",
    "remoteok",
    "weworkremotely",
    "eventbrite",
    "youtube",
    "instagram",
    "seek",
];

/// Names in the form of [`name::key`], each with its weight.
pub(super) fn employers(posting: &Posting) -> Vec<(String, u32)> {
    let fields = posting.fields().map(|f| posting.words(f.value));
    let links = posting.links().map(|l| l.target.as_str());
    let mut found: Vec<(String, u32)> = Vec::new();
    for url in fields.chain(links).chain(written(posting)).take(MOST) {
        if url.len() > 300 {
            continue;
        }
        if let Some((key, weight)) = employer(url)
            && key.len() >= 3
            && !found.iter().any(|(known, _)| *known == key)
        {
            found.push((key, weight));
        }
    }
    found
}

/// Addresses that stand in the text as they are.
fn written(posting: &Posting) -> impl Iterator<Item = &str> {
    let body = posting.words(posting.document.body);
    memchr::memmem::find_iter(body.as_bytes(), "http")
        .map(move |at| body[at..].split_whitespace().next().unwrap_or(""))
}

/// The employer of a posting that names it nowhere but in its own address.
pub(super) fn alone(posting: &Posting) -> Option<Found<Employer>> {
    posting.fields().find_map(|field| {
        let (_, slug) = on_linkedin(posting.words(field.value))?;
        let name = slug
            .split('-')
            .map(|word| {
                let mut chars = word.chars();
                let first = chars.next().map(char::to_uppercase);
                first.into_iter().flatten().chain(chars).collect::<String>()
            })
            .collect::<Vec<_>>()
            .join(" ");
        let found = Found::in_field(Employer { name }, field.value, field.origin);
        Some(found.with_confidence(Confidence::Low))
    })
}

/// Fields and links that are looked at.
const MOST: usize = 200;

fn employer(url: &str) -> Option<(String, u32)> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let part = |rest: &str| rest.split(['/', '?', '#']).next().map(name::key);
    if let Some(rest) = SYSTEMS.iter().find_map(|s| rest.strip_prefix(s)) {
        return Some((part(rest)?, 6));
    }
    let host = rest.split(['/', '?', '#', ':']).next()?;
    if let Some(own) = HOSTS.iter().find_map(|h| host.strip_suffix(h)) {
        return Some((name::key(own.split('.').next()?), 6));
    }
    if host.ends_with("linkedin.com") {
        return Some((name::key(on_linkedin(rest)?.1), 6));
    }
    // "www.acme.com/careers/…", "careers.acme.com/…"
    let career = ["career", "/jobs", "jobs."]
        .iter()
        .any(|w| rest.contains(w));
    let mut labels = host.rsplit('.').skip(1);
    let label = labels.find(|l| l.len() > 3 || !matches!(*l, "co" | "com" | "org" | "gov"))?;
    (career && !BOARDS.contains(&label)).then(|| (name::key(label), 3))
}

/// Title and employer of `linkedin.com/jobs/view/baker-at-acme-4318204512`.
pub(in crate::facts) fn on_linkedin(address: &str) -> Option<(&str, &str)> {
    let at = address.find("linkedin.com/jobs/view/")?;
    let slug = address[at + "linkedin.com/jobs/view/".len()..]
        .split(['/', '?', '#'])
        .next()?;
    let (words, number) = slug.rsplit_once('-')?;
    if number.len() < 6 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    words.rsplit_once("-at-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_employer_in_a_fixed_place() {
        for (url, expected) in [
            ("https://jobs.lever.co/acme/123", Some("acme")),
            (
                "https://boards.greenhouse.io/acme-boats/jobs/1",
                Some("acmeboats"),
            ),
            ("https://acme.recruitee.com/o/baker", Some("acme")),
            ("https://www.acme.com/careers/1", Some("acme")),
            ("https://careers.acme.co.uk/1", Some("acme")),
            (
                "https://au.linkedin.com/jobs/view/baker-at-acme-boats-4318204512?a=b",
                Some("acmeboats"),
            ),
            ("https://www.indeed.com/jobs/1", None),
            ("https://www.acme.com/about", None),
            ("acme.com/careers", None),
        ] {
            let found = employer(url).map(|(key, _)| key);
            assert_eq!(found.as_deref(), expected, "{url}");
        }
    }
}
