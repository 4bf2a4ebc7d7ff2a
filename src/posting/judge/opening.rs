//! How a short draft opens: with the name of a job and, in a line of their own, the place
//! or the pay; or with a call for somebody to do one.

use crate::document::{BlockKind, Document, Origin};
use crate::domain::gazetteer;
use crate::posting::job::{is_marked, names_job};
use crate::posting::lines::Line;
use crate::text::{Span, View};

/// Words of the longest title, and of the longest line that is a place or pay and no more.
const FEW: usize = 6;

/// Bytes of the longest line that is looked at for them.
const SHORT: usize = 120;

/// A draft has its job in one of so many lines.
const HEAD: usize = 3;

/// What a document says of a job by the shape of its head: a title that names one, its
/// place, its pay.
pub(super) fn signs(document: &Document, lines: &[Line<'_>]) -> usize {
    let calls = lines.iter().take(HEAD).any(|line| calls(line.text));
    let field = title_field(document).map(|title| &document.view[title.range()]);
    let (title, lines) = match (field, lines.split_first()) {
        (Some(title), _) => (title, lines),
        (None, Some((line, lines))) if !line.ends_sentence() => (line.text, lines),
        (None, _) => ("", lines),
    };
    let mut title = parts(title).into_iter();
    if !title.next().is_some_and(is_title) {
        return if calls { 2 } else { 0 };
    }
    let linked = |line: &Line<'_>| document.links.iter().any(|l| l.span.overlaps(line.span));
    let bare = lines.iter().filter(|line| {
        let heads = matches!(line.kind, BlockKind::Heading(_));
        !heads && !line.ends_sentence() && line.words(FEW + 1) <= FEW && !linked(line)
    });
    let rest: Vec<&str> = title
        .chain(bare.flat_map(|line| parts(value(line.text))))
        .collect();
    let field = field.is_some() && front_matter(document, &["location", "city"]).is_some();
    let said = || {
        lines
            .iter()
            .filter_map(|line| situated(line.text))
            .any(names_place)
    };
    let place = field || rest.iter().any(|part| names_place(part)) || said();
    let pay = rest.iter().any(|part| is_pay(part));
    1 + usize::from(place) + usize::from(pay) + usize::from(calls)
}

/// Whether a text of any length opens as a posting does and hardly anything else: with
/// the name of a job, its place and its pay, each in a line of its own.
pub(super) fn is_whole(document: &Document, lines: &[Line<'_>]) -> bool {
    const LINES: usize = 6;
    let Some((title, rest)) = lines.split_first() else {
        return false;
    };
    let mut bare = rest.iter().take(LINES).filter(|line| {
        !line.ends_sentence() && line.words(2 * FEW + 1) <= 2 * FEW && line.text.len() < SHORT
    });
    let place = |line: &Line<'_>| parts(value(line.text)).iter().any(|part| names_place(part));
    let pay = |line: &Line<'_>| parts(value(line.text)).iter().any(|part| is_pay(part));
    let field = title_field(document).map(|title| &document.view[title.range()]);
    let title = field.unwrap_or(title.text);
    parts(title).first().is_some_and(|part| is_title(part))
        && bare.clone().any(place)
        && bare.any(pay)
}

/// "Harbor Lane | Backend Engineer | Boston, MA | Full-time": all of a job in one line, as
/// threads of openings have it.
pub(super) fn is_header(line: &Line<'_>) -> bool {
    const FIELDS: usize = 3;
    const WAYS: &[&str] = &["remote", "onsite", "on-site", "hybrid"];
    if line.text.matches('|').count() + 1 < FIELDS {
        return false;
    }
    let fields = || line.text.split('|').map(str::trim);
    let way = |field: &str| {
        let field = field.to_ascii_lowercase();
        WAYS.iter().any(|way| field.starts_with(way))
    };
    fields().any(names_its_job) && fields().any(|field| way(field) || names_place(field))
}

/// What stands behind a label: "Location: Denver, CO".
fn value(line: &str) -> &str {
    line.split_once(": ").map_or(line, |(_, value)| value)
}

/// The title in front matter that is of no page about a person.
pub(super) fn title_field(document: &Document) -> Option<Span<View>> {
    let person = front_matter(document, &["name", "author"]);
    front_matter(document, &["title", "job_title", "position"]).filter(|_| person.is_none())
}

/// The first value in front matter under one of `names`.
fn front_matter(document: &Document, names: &[&str]) -> Option<Span<View>> {
    let named = |path: &str| names.iter().any(|name| path.eq_ignore_ascii_case(name));
    let mut fields = document.fields.iter();
    let field = fields.find(|f| f.origin == Origin::FrontMatter && named(&f.path))?;
    Some(field.value)
}

/// The pieces of a title or of a line: "Line Cook - Newark, NJ (nights)".
fn parts(line: &str) -> Vec<&str> {
    const SIGNS: &[&str] = &[" - ", " – ", " — ", "|", "(", ")", " in ", ". ", " · "];
    SIGNS.iter().fold(vec![line], |parts, sign| {
        parts
            .into_iter()
            .flat_map(|part| part.split(sign))
            .collect()
    })
}

/// Whether one of the pieces of a title is the name of a job.
pub(super) fn names_its_job(title: &str) -> bool {
    if is_marked(title) {
        return true;
    }
    // "Denver" behind a dash ends as bakers do.
    let mut pieces = parts(title).into_iter();
    pieces.next().is_some_and(is_title)
        || pieces.any(|piece| is_title(piece) && !names_place(piece))
}

/// "Senior Cook", "cook wanted": a job and nothing that makes it a sentence or a name with
/// a job behind.
fn is_title(words: &str) -> bool {
    const JOINTS: &[&str] = &[
        "a", "an", "the", "to", "is", "are", "for", "our", "my", "your", "how", "with",
    ];
    let lower = words
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let sought = [" wanted", " needed"]
        .iter()
        .find_map(|end| lower.strip_suffix(end));
    let lower = sought.unwrap_or(&lower);
    let first = lower.split(',').next().unwrap_or_default();
    first.split_whitespace().count() <= FEW
        && !first.split_whitespace().any(|word| JOINTS.contains(&word))
        && names_job(first)
}

/// Whether words are a place, several, or the region around one: "Seattle, WA and Salem, OR",
/// "Greater Denver area".
pub(super) fn names_place(words: &str) -> bool {
    const AROUND: &[&str] = &[
        "Greater ",
        "greater ",
        "Downtown ",
        "downtown ",
        "The ",
        "the ",
    ];
    const REGION: &[&str] = &[" metro area", " area", " metro", " region"];
    words
        .split([';', '/'])
        .flat_map(|w| w.split(" and "))
        .flat_map(|w| w.split(" or "))
        .any(|one| {
            let one = one.trim_matches(|c: char| !c.is_alphanumeric());
            let core = AROUND
                .iter()
                .fold(one, |one, lead| one.strip_prefix(lead).unwrap_or(one));
            let lower = core.to_ascii_lowercase();
            let end = REGION.iter().find(|end| lower.ends_with(**end));
            let core = &core[..core.len() - end.map_or(0, |end| end.len())];
            is_place(one) || core.len() < one.len() && is_place(core)
        })
}

/// What a sentence gives as the place of the job: "This role is in Denver, CO."
fn situated(line: &str) -> Option<&str> {
    const JOBS: &[&str] = &[
        "this role ",
        "this position ",
        "this job ",
        "the role ",
        "the position ",
        "the job ",
        "role ",
        "position ",
        "job ",
    ];
    const LEADS: &[&str] = &[
        "is located in ",
        "is based in ",
        "is at our ",
        "is in ",
        "located in ",
        "based in ",
    ];
    let strip = |words, leads: &[&str]| {
        leads.iter().find_map(|lead| {
            let (head, rest) = str::split_at_checked(words, lead.len())?;
            head.eq_ignore_ascii_case(lead).then_some(rest)
        })
    };
    let line = line.trim();
    let of_job = strip(line, JOBS);
    let place = strip(of_job.unwrap_or(line), LEADS)?;
    // "Is in Denver" alone is said of anything.
    let place = place.trim_end_matches(['.', '!']);
    let few = place.split_whitespace().count() <= FEW;
    (few && (of_job.is_some() || !line.starts_with("is "))).then_some(place)
}

/// A call with a job right behind it: "Now hiring! Cooks", "We are hiring two cooks in Rome";
/// or right in front: "Line cook wanted in Denver."
fn calls(line: &str) -> bool {
    const CALLS: &[&str] = &[
        "now hiring",
        "hiring now",
        "are hiring",
        "is hiring",
        "help wanted",
        "has a vacancy for a",
        "has a vacancy for an",
        "has an opening for a",
        "has an opening for an",
        "hiring:",
        "wanted:",
    ];
    const ENDS: &[&str] = &[
        " in ", " for ", " at ", " to ", " from ", " who ", " with ", " and ", " & ", " @", "$",
        ",", ".", "!", "(",
    ];
    let lower = line.to_lowercase();
    let sought = [" wanted", " needed"].iter().any(|sought| {
        let Some((job, behind)) = lower.split_once(sought) else {
            return false;
        };
        let ends = [".", "!", ":", " in ", " for ", " at ", " - ", ", "];
        is_title(job) && (behind.is_empty() || ends.iter().any(|end| behind.starts_with(end)))
    });
    sought
        || CALLS.iter().any(|call| {
            let Some(at) = lower.find(call) else {
                return false;
            };
            let behind =
                lower[at + call.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
            let end = ENDS.iter().filter_map(|end| behind.find(end)).min();
            let job = &behind[..end.unwrap_or(behind.len())];
            job.split_whitespace().count() <= FEW && names_job(job)
        })
}

/// "Denver, CO", "Pueblo, Colorado", "Remote".
pub(super) fn is_place(words: &str) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let remote = words
        .get(.."remote".len())
        .is_some_and(|w| w.eq_ignore_ascii_case("remote"));
    words.starts_with(char::is_uppercase) && (remote || gazetteer::resolve(words).is_some())
}

/// "$90k+ DOE", "60-70k", "Pay DOE", "Competitive pay".
fn is_pay(words: &str) -> bool {
    let figure = |word: &str| {
        let sign = word.trim_start_matches(|c: char| !matches!(c, '$' | '€' | '£'));
        let digits = |w: &str| w.bytes().take_while(u8::is_ascii_digit).count();
        let mut chars = sign.chars();
        let signed = chars.next().is_some() && digits(chars.as_str()) >= 2;
        let word = word.trim_end_matches(['+', '.', ',']).to_ascii_lowercase();
        let thousands = word.strip_suffix('k').is_some_and(|w| {
            digits(w) >= 2
                && w.chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | 'k'))
        });
        signed || thousands || word == "doe" && !words.contains("Doe")
    };
    words.split_whitespace().any(figure) || {
        let lower = words.to_lowercase();
        ["competitive pay", "competitive salary"]
            .iter()
            .any(|pay| lower.contains(pay))
    }
}
