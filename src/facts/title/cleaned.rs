//! The title without what a board, the employer or a call for applicants puts around it.

use crate::posting::Posting;
use crate::posting::names_job;
use crate::text::{Span, View};
use std::ops::Range;

/// Without what a site adds behind: "Cook - Example Careers", "Cook | Acme",
/// "Cook image - Some Board", "Cook - Denver, CO - Indeed.com"; and without what stands
/// before: "We are hiring a cook", "Acme — Cook".
pub(super) fn cleaned(posting: &Posting, employers: &[String], at: Span<View>) -> Span<View> {
    let words = posting.words(at);
    let mut end = words.trim_end().len();
    let mut start = words.len() - words.trim_start().len();
    if let Some(called) = behind_call(words) {
        start = called.start;
        end = called.end.min(end);
    }
    if let Some(named) = behind_employer(&words[start..end], employers) {
        start += named;
    }
    while let Some((cut, tail)) = last_part(&words[..end]) {
        let tail = tail.trim().to_lowercase();
        let site = SITE_ENDS.iter().any(|s| tail.ends_with(s)) || tail.ends_with(".com");
        if cut == 0 || !(site || employers.contains(&tail)) {
            break;
        }
        end = words[..cut].trim_end().len();
    }
    if let Some(head) = words[..end].strip_suffix(" image") {
        end = head.trim_end().len();
    }
    Span::new(at.start + start.min(end), at.start + end)
}

/// The job in a title that is a call: "We are hiring a cook! Join us.", "Now hiring: Cook".
fn behind_call(words: &str) -> Option<Range<usize>> {
    const CALLS: &[&str] = &[
        "we are hiring",
        "we're hiring",
        "we\u{2019}re hiring",
        "we are now hiring",
        "now hiring",
        "hiring now",
        "hiring",
        "we are looking for",
        "we're looking for",
        "we\u{2019}re looking for",
        "wanted",
        "help wanted",
        "job opening",
    ];
    const SIGNS: [char; 6] = [':', '-', '\u{2013}', '\u{2014}', '!', ' '];
    let at = words.len() - words.trim_start().len();
    let rest = CALLS.iter().find_map(|call| {
        let head = words.get(at..at + call.len())?;
        let rest = &words[at + call.len()..];
        (head.eq_ignore_ascii_case(call) && rest.starts_with(SIGNS)).then_some(rest)
    })?;
    let sign = rest.trim_start().starts_with(&SIGNS[..5]);
    let job = rest.trim_start_matches(SIGNS);
    let bare = ["a ", "an "].iter().find_map(|article| {
        job.get(..article.len())?
            .eq_ignore_ascii_case(article)
            .then(|| &job[article.len()..])
    });
    // "Hiring Manager" is no call.
    let job = match bare {
        Some(job) => job,
        None if sign => job,
        None => return None,
    };
    let end = job
        .find(['!', '?'])
        .or_else(|| job.find(". "))
        .unwrap_or(job.len());
    let job = job[..end].trim_end_matches([' ', '.']);
    let start = job.as_ptr() as usize - words.as_ptr() as usize;
    (!job.is_empty()).then_some(start..start + job.len())
}

/// Where the job begins behind the employer's name: "Acme — Cook".
fn behind_employer(words: &str, employers: &[String]) -> Option<usize> {
    const SIGNS: [&str; 5] = [" \u{2014} ", " \u{2013} ", " - ", " | ", ": "];
    SIGNS.iter().find_map(|sign| {
        let (name, job) = words.split_once(sign)?;
        let known = employers.contains(&name.trim().to_lowercase());
        (known && names_job(job)).then_some(name.len() + sign.len())
    })
}

/// The last part behind a dash or bar with spaces around it, and where the
/// separator stands.
fn last_part(text: &str) -> Option<(usize, &str)> {
    [" - ", " | ", " – ", " — ", " · ", " @ ", " at "]
        .iter()
        .filter_map(|separator| {
            let at = text.rfind(separator)?;
            Some((at, &text[at + separator.len()..]))
        })
        .max_by_key(|(at, _)| *at)
}

/// Ends of the names of career sites and boards.
const SITE_ENDS: &[&str] = &[
    " careers",
    " jobs",
    "career site",
    "job board",
    "careers page",
    "jobboard",
];
