//! Who hires: the employer, or the agency where the client is not named.
//!
//! A field or a line `Company: …` says it. Else names are gathered at words
//! that stand beside an employer's name ("About …", "… is an equal opportunity
//! employer", "Join …"), and the name with most weight is taken.

mod address;
mod name;

pub(super) use address::on_linkedin;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::fields;
use super::place::expression::{self, Setting};
use crate::document::{BlockKind, Field, Origin};
use crate::posting::{Posting, Role};
use crate::text::{Span, View};
use std::collections::{BTreeMap, BTreeSet};

/// An employer by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// As written.
    pub name: String,
}

impl Fact for Employer {
    const ABOUT: &'static str = "who hires; the agency, if its client is not named";
    const CUES: &'static [&'static str] = &ALL_CUES;
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "name",
        kind: Kind::Text,
        about: "the name as written",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found = Vec::new();
        let named = fields::named(posting, NAMES).into_iter().filter(|field| {
            field.origin != Origin::PageHead && name::is_name(posting.words(field.value))
        });
        // `lakeside-boats` is a key of somebody's site; the text may write the name.
        let (keys, names): (Vec<&Field>, Vec<&Field>) =
            named.partition(|field| name::is_key(posting.words(field.value)));
        for field in names {
            push(posting, field.value, Confidence::High, &mut found);
        }
        for labelled in fields::labelled(context) {
            if labelled.cue < LABELS.len()
                && posting.field_at(labelled.value).is_none()
                && name::is_name(posting.words(labelled.value))
            {
                push(posting, labelled.value, Confidence::High, &mut found);
            }
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

/// Names of fields that hold the employer, the plainest first.
pub(super) const NAMES: &[&str] = &[
    "hiringorganization.name",
    "hiringorganization",
    "company.name",
    "companyname",
    "company",
    "employername",
    "employer",
    "employer.name",
    "hiringcompany",
    "organizationname",
    "organisationname",
    "organization",
    "organisation",
    "organization.name",
    "companydisplayname",
    "agencyname",
    "departmentname.organization",
    "org",
    "agency",
    "client",
    "advertiser",
    "recruiter.name",
    "publisher",
    "sourcename",
    "startup",
    "unternehmen",
    "entreprise",
    "empresa",
];

/// Labels of lines in the text.
const LABELS: &[&str] = &[
    "company",
    "company name",
    "employer",
    "organization",
    "organisation",
    "hiring organization",
    "hiring company",
    "agency",
    "institution",
    "unternehmen",
    "arbeitgeber",
    "firma",
    "entreprise",
    "société",
    "empresa",
    "bedrijf",
    "azienda",
    "företag",
];

/// Words behind which the employer's name stands, with the weight of each.
const AHEAD: &[(&str, u32)] = &[
    ("about", 4),
    ("open with", 3),
    ("why", 2),
    ("life at", 4),
    ("working at", 3),
    ("work at", 2),
    ("working for", 1),
    ("welcome to", 2),
    ("at", 1),
    ("join", 2),
    ("joining", 2),
    ("who is", 3),
    ("who we are at", 3),
    ("über", 3),
    ("bei", 1),
    ("chez", 1),
    ("à propos de", 3),
    ("qui sommes nous", 3),
    ("om", 2),
    ("hos", 1),
    ("over", 1),
    ("sobre", 3),
];

/// Words before which it stands.
const BEHIND: &[(&str, u32)] = &[
    ("is an equal", 5),
    ("is proud to be an equal", 5),
    ("is proudly an equal", 5),
    ("are an equal", 3),
    ("is an eeo", 5),
    ("is an eoe", 5),
    ("is a drug-free", 2),
    ("is growing", 2),
    ("is opening", 2),
    ("serves", 1),
    ("sells", 1),
    ("makes", 1),
    ("builds", 1),
    ("operates", 1),
    ("runs", 1),
    ("welcomes", 2),
    ("hires", 2),
    ("realisiert", 1),
    ("is an affirmative", 5),
    ("provides equal", 5),
    ("is committed to", 3),
    ("does not discriminate", 4),
    ("will not discriminate", 3),
    ("prohibits discrimination", 3),
    ("will consider", 2),
    ("considers", 1),
    ("is hiring", 3),
    ("is looking for", 3),
    ("is seeking", 3),
    ("is searching for", 3),
    ("is recruiting", 3),
    ("seeks", 2),
    ("offers", 1),
    ("provides", 1),
    ("was founded", 2),
    ("mission is", 4),
    ("story began", 3),
    ("story starts", 3),
    ("is a", 1),
    ("is an", 1),
    ("is the", 2),
    ("is on a mission", 3),
    ("is building", 2),
    ("has been", 1),
    ("values", 1),
    ("believes", 1),
    ("sucht", 3),
    ("ist ein", 1),
    ("recrute", 3),
    ("recherche", 2),
    ("est un", 1),
    ("est une", 1),
    ("busca", 2),
    ("es una", 1),
    ("zoekt", 2),
    ("söker", 2),
    ("poszukuje", 2),
    ("cerca", 1),
    ("pays", 1),
];

const CUE_COUNT: usize = LABELS.len() + AHEAD.len() + BEHIND.len();

const ALL_CUES: [&str; CUE_COUNT] = {
    let mut cues = [""; CUE_COUNT];
    let mut at = 0;
    while at < CUE_COUNT {
        cues[at] = if at < LABELS.len() {
            LABELS[at]
        } else if at < LABELS.len() + AHEAD.len() {
            AHEAD[at - LABELS.len()].0
        } else {
            BEHIND[at - LABELS.len() - AHEAD.len()].0
        };
        at += 1;
    }
    cues
};

/// Clues that are no cue, numbered behind those that are.
const HEAD_LINE: usize = CUE_COUNT;
const SECOND_HEADING: usize = CUE_COUNT + 1;
const OPENING_LETTERS: usize = CUE_COUNT + 2;
const IN_TITLE: usize = CUE_COUNT + 3;

/// A name that gathers weight.
#[derive(Debug)]
struct Candidate {
    first: Span<View>,
    weight: u32,
    /// Different kinds of words beside it.
    clues: BTreeSet<usize>,
    /// Where it was counted last, and for how much.
    last: Option<(Span<View>, u32)>,
}
const _: () = assert!(IN_TITLE < 128, "a bit for each clue");

/// Weight from which a name is taken at all, and from which it is taken gladly.
const ENOUGH: u32 = 3;
const PLENTY: u32 = 6;

/// Bytes at the head of the text in which it says who the employer is.
const OPENING: usize = 400;

/// The name that most of the text's clues point to.
fn by_weight(context: &Context<'_>) -> Option<(Span<View>, Confidence)> {
    let prose = context.prose;
    let posting = prose.posting;
    let text = posting.text.as_str();
    let mut candidates: BTreeMap<String, Candidate> = BTreeMap::new();
    let mut add = |at: Span<View>, weight: u32, clue: usize| {
        let key = name::key(&text[at.range()]);
        if key.is_empty() {
            return;
        }
        let candidate = candidates.entry(key).or_insert(Candidate {
            first: at,
            weight: 0,
            clues: BTreeSet::new(),
            last: None,
        });
        // The same clue again says little more.
        let again = !candidate.clues.insert(clue);
        // "Work at" and "at" in it, "provides equal" and "provides", are one clue, and
        // the plainer counts.
        let weight = if again { 1 } else { weight };
        let counted = match candidate.last {
            Some((place, counted)) if place == at => counted,
            Some(_) | None => 0,
        };
        candidate.weight += weight.saturating_sub(counted);
        candidate.last = Some((at, weight.max(counted)));
    };
    for (kind, hit) in context
        .hits
        .iter()
        .filter_map(|hit| Some((hit.cue.checked_sub(LABELS.len())?, hit)))
    {
        let words = prose.folded.view(hit.range.clone());
        if let Some((cue, weight)) = AHEAD.get(kind) {
            let Some(at) = name::after(text, words.end) else {
                continue;
            };
            let after = text[at.end..].trim_start_matches([' ', '*']);
            let starts_line = text[..words.start]
                .trim_end_matches([' ', '*', '#', '_'])
                .ends_with(['\n', '\r'])
                || words.start == 0;
            let heads = after.is_empty() || after.starts_with(['\n', ':', '?']);
            let weight = match *cue {
                // "Ask me about Rust", but "About Acme" as a heading.
                "about" | "why" | "who is" | "over" | "om" | "sobre" | "über" => {
                    if !(starts_line && heads) {
                        continue;
                    }
                    *weight
                }
                // "At Acme, we …" beside "at Acme".
                // "Bei Acme entwickelst du" needs no comma.
                "at" | "bei" | "chez" | "hos"
                    if starts_sentence(text, words.start)
                        && (after.starts_with(',') || *cue == "bei") =>
                {
                    weight + 2
                }
                "join" if starts_sentence(text, words.start) => weight + 1,
                _ => *weight,
            };
            add(at, weight, kind);
        } else if let Some((cue, weight)) = BEHIND.get(kind - AHEAD.len())
            && let Some(at) = name::before(text, words.start)
            && let Some(at) = before_its_place(text, at)
        {
            // "Rust is a must", "German is a plus".
            let next = text[words.end..].split_whitespace().next().unwrap_or("");
            if cue.starts_with("is a")
                && ["must", "plus", "bonus", "requirement", "big"]
                    .contains(&next.trim_end_matches(['.', ',', '!']))
            {
                continue;
            }
            // "The Night Desk is a new team within Acme's kitchens".
            if cue.starts_with("is a") && is_part(&text[words.end..]) {
                continue;
            }
            // "Acme is a fully remote company".
            let weight =
                if matches!(*cue, "is a" | "is an" | "is the") && is_of_kind(&text[words.end..]) {
                    weight + 2
                } else {
                    *weight
                };
            // The first sentence of a posting says who the employer is.
            let opens =
                at.start < posting.document.body.start + OPENING && starts_sentence(text, at.start);
            // "Larkspur Trading Co. pays" is nothing but a company.
            let form = *cue == "pays" && name::ends_with_form(&text[at.range()]);
            add(at, weight + if opens || form { 2 } else { 0 }, kind);
        }
    }
    if let Some(at) = head_line(posting) {
        add(at, 4, HEAD_LINE);
    }
    if let Some(at) = second_heading(posting) {
        add(at, 3, SECOND_HEADING);
    }
    if let Some(at) = abbreviated_opening(posting) {
        add(at, 4, OPENING_LETTERS);
    }
    for (at, weight) in title_parts(posting) {
        add(at, weight, IN_TITLE);
    }
    for (key, weight) in address::employers(posting) {
        if let Some(candidate) = candidates.get_mut(&key) {
            candidate.weight += weight;
        } else if let Some(at) = name::find(text, posting.document.body.start, &key) {
            candidates.insert(
                key,
                Candidate {
                    first: at,
                    weight,
                    clues: BTreeSet::new(),
                    last: None,
                },
            );
        }
    }
    let best = candidates
        .values()
        .max_by_key(|c| (c.weight, std::cmp::Reverse(c.first.start)))
        .filter(|best| best.weight >= ENOUGH);
    let Some(best) = best else {
        return seeking_team(context).map(|team| (team, Confidence::Low));
    };
    let at = name::spelled_out(text, best.first);
    let confidence = if best.weight >= PLENTY {
        Confidence::High
    } else {
        Confidence::Medium
    };
    Some((at, confidence))
}

/// Whether the words behind "is a" name a part of an employer: "new team within".
fn is_part(behind: &str) -> bool {
    const PARTS: &[&str] = &[
        "team",
        "group",
        "department",
        "unit",
        "function",
        "division",
    ];
    const NEAR: usize = 7;
    let mut words = behind.split_whitespace().take(NEAR);
    let part = words.by_ref().find(|word| PARTS.contains(word));
    part.is_some()
        && words
            .next()
            .is_some_and(|word| ["within", "in", "at", "inside"].contains(&word))
}

/// Whether the words behind "is a" name a kind of employer: "fully remote company".
fn is_of_kind(behind: &str) -> bool {
    const KINDS: &[&str] = &[
        "company",
        "startup",
        "start-up",
        "firm",
        "consultancy",
        "nonprofit",
        "non-profit",
        "charity",
        "manufacturer",
        "retailer",
    ];
    const NEAR: usize = 8;
    let phrase = behind
        .split(['.', ',', ';', '(', '\n'])
        .next()
        .unwrap_or("");
    phrase
        .split_whitespace()
        .take(NEAR)
        .take_while(|word| !["that", "which", "who", "for", "of", "to"].contains(word))
        .any(|word| KINDS.contains(&word.to_lowercase().as_str()))
}

/// "The Lakeside Weather Team is looking for": who seeks, where nothing else names the
/// employer, unless it is a department.
fn seeking_team(context: &Context<'_>) -> Option<Span<View>> {
    const SEEKS: &[&str] = &["is hiring", "is looking for", "is seeking", "is recruiting"];
    let text = context.prose.posting.text.as_str();
    let body = context.prose.posting.document.body;
    context.hits.iter().find_map(|hit| {
        let kind = hit.cue.checked_sub(LABELS.len() + AHEAD.len())?;
        let at = context.prose.folded.view(hit.range.clone());
        (body.contains(at) && SEEKS.contains(&BEHIND[kind].0))
            .then(|| name::team_before(text, at.start))?
    })
}

/// "Haus Lindenhof in 04109 Leipzig sucht": who stands in the place; the name itself
/// where no "in" stands before it.
fn before_its_place(text: &str, at: Span<View>) -> Option<Span<View>> {
    let head = text[..at.start].trim_end_matches(' ');
    let head = head
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches(' ');
    match head.strip_suffix(" in") {
        Some(head) => name::before(text, head.len() + 1),
        None => Some(at),
    }
}

fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '*', '_', '"', '“', '\u{a0}']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':'])
}

/// The heading that follows the title's, which many collections and systems use
/// for the employer.
fn second_heading(posting: &Posting) -> Option<Span<View>> {
    const NEAR: usize = 16;
    let mut headings = posting
        .document
        .blocks
        .iter()
        .filter(|b| {
            posting.document.body.contains(b.span) && !posting.words(b.span).trim().is_empty()
        })
        .take(NEAR)
        .filter_map(|b| match b.kind {
            BlockKind::Heading(level) => Some((level, b.span)),
            BlockKind::Paragraph
            | BlockKind::ListItem(_)
            | BlockKind::Cell { .. }
            | BlockKind::Quote
            | BlockKind::Code => None,
        });
    let (title, _) = headings.next()?;
    let (level, span) = headings.next()?;
    let section = posting.sections.iter().find(|s| s.heading == Some(span))?;
    let words = posting.words(span);
    let is_name = name::is_name(words)
        && !name::is_common(words)
        && !words.contains('、')
        && words.split_whitespace().count() <= 5;
    (title < level && section.role == Role::Opening && is_name).then_some(span)
}

/// The name that stands with a place on one of the first lines: "Lakeside Kitchens
/// · Toledo, OH", "Harbor Lane Foods, Inc. - Reno, NV", "Lakeside Kitchens, Toledo".
fn head_line(posting: &Posting) -> Option<Span<View>> {
    const LINES: usize = 4;
    const LONGEST: usize = 100;
    const SIGNS: &[&str] = &[" · ", " | ", " — ", " – ", " - ", " • ", ", "];
    let body = posting.document.body;
    let text = posting.text.as_str();
    let lines = text[body.range()]
        .lines()
        .filter(|line| !line.trim().is_empty());
    // The first line is the title.
    lines.take(LINES).skip(1).find_map(|line| {
        let line = line.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '.');
        if line.len() > LONGEST || line.contains(':') {
            return None;
        }
        let name = SIGNS.iter().find_map(|sign| {
            line.match_indices(sign).find_map(|(at, _)| {
                let behind = &line[at + sign.len()..];
                is_place(behind).then_some(&line[..at])
            })
        })?;
        let name = name.trim_end_matches([',', ' ', '*', '_']);
        (name::is_own_name(name) && !is_place(name) && !is_badge(name)).then(|| {
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + name.len())
        })
    })
}

/// "remote,Remote": a board's badge before the place.
fn is_badge(words: &str) -> bool {
    const WAYS: &[&str] = &[
        "remote",
        "hybrid",
        "onsite",
        "on-site",
        "office",
        "worldwide",
    ];
    words
        .split([',', '/', ' ', ';'])
        .any(|word| WAYS.contains(&word.to_lowercase().as_str()))
}

/// True if words name a place first, and little else.
fn is_place(words: &str) -> bool {
    let first = words
        .split(['·', '|', '—', '–', '•'])
        .next()
        .unwrap_or(words);
    let read = expression::read(first, Setting::Line);
    read.other_words == 0 && !read.places.is_empty()
}

/// The name with which the text opens, if its abbreviation follows: "The Lakeside
/// Health Service (LHS) runs …".
fn abbreviated_opening(posting: &Posting) -> Option<Span<View>> {
    const LINES: usize = 4;
    const LONGEST: usize = 80;
    let body = posting.document.body;
    let text = &posting.text[body.range()];
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.take(LINES).find_map(|line| {
        let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let open = line.find(" (").filter(|open| *open <= LONGEST)?;
        let (name, rest) = line.split_at(open);
        let (short, behind) = rest[2..].split_once(')')?;
        let is_short =
            (2..=8).contains(&short.len()) && short.bytes().all(|b| b.is_ascii_uppercase());
        let initials = short.chars().filter(|initial| {
            name.split(|c: char| !c.is_alphanumeric()).any(|word| {
                word.chars()
                    .next()
                    .is_some_and(|c| c.eq_ignore_ascii_case(initial))
            })
        });
        let goes_on = behind.trim_start().starts_with(char::is_lowercase) && !is_part(behind);
        let found = is_short
            && goes_on
            && initials.count() == short.len()
            && name.split_whitespace().count() >= 2
            && name::is_name(name);
        let start = name.as_ptr() as usize - posting.text.as_ptr() as usize;
        found.then(|| Span::new(start, start + name.len()))
    })
}

/// Parts of the title that name the employer: "Archivist - Lakeside Library",
/// "Lakeside.gov: Archivist".
fn title_parts(posting: &Posting) -> Vec<(Span<View>, u32)> {
    let Some(title) = super::title::raw(posting) else {
        return Vec::new();
    };
    let words = posting.words(title);
    let mut parts = Vec::new();
    // "Curator - Lace Centre - Example College": the nearer of the two hires.
    if let [_, near, _] = words.split(" - ").collect::<Vec<_>>()[..] {
        let near = near.trim();
        let start = title.start + (near.as_ptr() as usize - words.as_ptr() as usize);
        if name::is_name(near) && is_organization(near) {
            parts.push((Span::new(start, start + near.len()), 5));
        }
    }
    let last = [" - ", " – ", " | ", " @ ", " at "]
        .iter()
        .filter_map(|separator| words.rfind(separator).map(|at| at + separator.len()))
        .max();
    if let Some(at) = last {
        let tail = &words[at..];
        let lead = tail.len() - tail.trim_start().len();
        let weight = if is_organization(tail) { 4 } else { 1 };
        let start = title.start + at + lead;
        // "Cook - College" says what kind of house it is, and not which.
        let kind = weight > 1 && !tail.trim().contains([' ', '-']);
        if name::is_name(tail) && !kind {
            parts.push((Span::new(start, start + tail.trim().len()), weight));
        }
    }
    if let Some(at) = [": ", " - "].iter().filter_map(|s| words.find(s)).min() {
        let head = &words[..at];
        let body = &posting.text[posting.document.body.range()];
        let is_name = name::is_name(head) && !super::title::names_job(head);
        if head.len() >= 3 && is_name && body.matches(head).take(3).count() >= 3 {
            parts.push((Span::new(title.start, title.start + at), 3));
        }
    }
    parts
}

fn is_organization(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| ORGANIZATIONS.iter().any(|o| o.eq_ignore_ascii_case(word)))
}

/// Words that make a name one of an organization.
const ORGANIZATIONS: &[&str] = &[
    "library",
    "libraries",
    "college",
    "university",
    "school",
    "group",
    "company",
    "collection",
    "museum",
    "society",
    "nations",
    "foundation",
    "bank",
    "hospital",
    "institute",
    "center",
    "centre",
    "association",
    "council",
    "ministry",
    "trust",
    "church",
    "inc",
    "llc",
    "ltd",
    "gmbh",
    "corp",
    "corporation",
    "labs",
    "technologies",
    "studios",
    "clinic",
    "suny",
    "cuny",
    "universität",
    "hochschule",
    "université",
    "universidad",
    "fundación",
    "stiftung",
    "verein",
];

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
    let employer = fields::found_at(posting, Employer { name }, at);
    found.push(employer.with_confidence(confidence));
}

#[cfg(test)]
mod tests;
