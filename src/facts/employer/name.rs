//! Names of employers as they stand in running text: words with capitals, and
//! small words between them.

use crate::text::{Span, View};

/// A name has at most so many words.
const WORDS: usize = 7;

/// Bytes in which a name ends.
const REACH: usize = 200;

/// Small words within names: "Bank of the West", "Service numérique de Lyon".
const SMALL: &[&str] = &[
    "of", "the", "and", "&", "for", "de", "la", "le", "les", "des", "du", "et", "und", "der",
    "die", "das", "y", "e", "van", "och", "+", "d'", "l'",
];

/// Words with capitals that are no names: beginnings of sentences, headings.
const COMMON: &[&str] = &[
    "a",
    "about",
    "all",
    "an",
    "and",
    "any",
    "applicants",
    "are",
    "as",
    "at",
    "be",
    "benefits",
    "both",
    "but",
    "by",
    "candidate",
    "candidates",
    "company",
    "culture",
    "diversity",
    "each",
    "employees",
    "employer",
    "employment",
    "equal",
    "new",
    "every",
    "everyone",
    "experience",
    "flexibility",
    "for",
    "from",
    "full-time",
    "he",
    "her",
    "here",
    "his",
    "hiring",
    "how",
    "i",
    "if",
    "in",
    "inclusion",
    "internship",
    "is",
    "it",
    "its",
    "job",
    "join",
    "life",
    "location",
    "management",
    "manager",
    "minimum",
    "most",
    "my",
    "no",
    "not",
    "note",
    "of",
    "on",
    "one",
    "opportunity",
    "or",
    "our",
    "ours",
    "part-time",
    "people",
    "position",
    "posting",
    "preferred",
    "qualified",
    "remote",
    "requirements",
    "role",
    "salary",
    "she",
    "since",
    "some",
    "team",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "us",
    "we",
    "what",
    "when",
    "where",
    "who",
    "why",
    "will",
    "with",
    "work",
    "working",
    "you",
    "your",
    "das",
    "der",
    "die",
    "du",
    "ihr",
    "sie",
    "uns",
    "wir",
    "il",
    "elle",
    "nous",
    "notre",
    "vous",
    "votre",
    "ce",
    "cette",
    "el",
    "ella",
    "este",
    "esta",
    "nosotros",
    "nuestra",
    "nuestro",
    "het",
    "wij",
    "ons",
    "jij",
    "vi",
    "oss",
    "det",
    "also",
    "additionally",
    "however",
    "today",
    "summary",
    "description",
    "overview",
    "home",
    "time",
    "times",
    "home office",
    "level",
    "stage",
    "scale",
    "least",
    "present",
    "any time",
    // Where one meets.
    "google meet",
    "microsoft teams",
    "ms teams",
    "cisco webex",
    "zoom meetings",
    "compensation",
    "pay",
    "range",
    "base",
    "annual",
    "success",
    "title",
    "responsibilities",
    "qualifications",
    "skills",
    "education",
    "knowledge",
    "ability",
    "strong",
    "excellent",
    "knowing",
    "being",
    "having",
    "bachelor",
    "master",
    "degree",
    "us-based",
    "strategic",
    "context",
    "background",
    "introduction",
    "project",
    "purpose",
    "mission",
];

/// The name for comparing: letters and digits in lower case, without the form
/// of the company. Empty if nothing is left.
pub fn key(name: &str) -> String {
    const FORMS: &[&str] = &[
        "inc",
        "llc",
        "ltd",
        "limited",
        "gmbh",
        "ag",
        "corp",
        "corporation",
        "co",
        "plc",
        "sa",
        "sas",
        "ab",
        "bv",
        "nv",
        "oy",
        "srl",
        "spa",
        "the",
    ];
    let words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_end_matches("’s")
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    let kept: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !FORMS.contains(word))
        .collect();
    if kept.is_empty() {
        return words.concat();
    }
    kept.concat()
}

/// True if a value may be an employer's name: short, one line, no address.
pub fn is_name(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty()
        && value.len() <= 100
        && !value.contains(['\n', '@', '{', '<', '[', ']'])
        && !value.contains("://")
        && value.contains(char::is_alphabetic)
        && value.split_whitespace().count() <= 12
        && (value.split_whitespace().count() <= 4
            || !value.ends_with(['.', '!', '?'])
            || ends_with_form(value))
}

/// Whether a value is a key rather than a name: `lakeside-boats`.
pub fn is_key(value: &str) -> bool {
    let value = value.trim();
    value.contains(['-', '_'])
        && value
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

/// True for a name that ends with the form of the company: "… Inc.", "… Sp. z o.o.".
pub fn ends_with_form(value: &str) -> bool {
    let last = value.rsplit(' ').next().unwrap_or("");
    is_form(last)
        || ["o.o.", "e.v.", "s.a.", "s.r.l.", "b.v."].contains(&last.to_lowercase().as_str())
}

/// True if words are a name and no more: each has a capital or is a small word of
/// names, and one at least is no common word.
pub fn is_own_name(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().map(core).collect();
    is_name(words)
        && all.len() <= WORDS
        && all
            .first()
            .is_some_and(|word| is_own(word) || *word == "the")
        && all.iter().all(|word| is_own(word) || SMALL.contains(word))
        && !all
            .iter()
            .any(|word| COMMON.contains(&word.to_lowercase().as_str()) && !SMALL.contains(word))
}

/// The name that begins behind `at`, after at most a space and quotes.
pub fn after(text: &str, at: usize) -> Option<Span<View>> {
    let lead: usize = text[at..]
        .chars()
        .take_while(|c| matches!(c, ' ' | '\u{a0}' | '"' | '“' | '*' | '_' | ':'))
        .take(3)
        .map(char::len_utf8)
        .sum();
    if lead == 0 {
        return None;
    }
    let start = at + lead;
    let (mut end, mut count) = (start, 0);
    // Markup that was escaped twice is no part of a name.
    let near = cut(&text[start..], REACH);
    let markup = [near.find('<'), near.find("&#")]
        .into_iter()
        .flatten()
        .min();
    let near = &near[..markup.unwrap_or(near.len())];
    for word in pieces(near).take(WORDS + 3) {
        let core = core(word);
        if core.is_empty() {
            break;
        }
        let own = is_own(core);
        let small = count > 0 && SMALL.contains(&core);
        if count == 0 && !own && core.eq_ignore_ascii_case("the") {
            // "About the Example Trust" names it without its article.
        } else if !own && !small {
            break;
        }
        if own {
            count += 1;
            let word_start = core.as_ptr() as usize - text.as_ptr() as usize;
            end = word_start + core.len();
            if count == WORDS || ends_name(word, core) {
                break;
            }
        } else if word.trim_end().len() > core.len() && core != "&" {
            break;
        }
    }
    finish(text, start, end)
}

/// The name that ends before `at`.
pub fn before(text: &str, at: usize) -> Option<Span<View>> {
    let (start, end) = reach_before(text, at)?;
    finish(text, start, end)
}

/// The team of its own name that ends before `at`: "Lakeside Weather Team", not "Data
/// Engineering Team".
pub fn team_before(text: &str, at: usize) -> Option<Span<View>> {
    let (start, end) = reach_before(text, at)?;
    let words = text.get(start..end)?.strip_suffix(" Team")?;
    let words = words.strip_prefix("The ").unwrap_or(words);
    let start = end - " Team".len() - words.len();
    let own = words.split_whitespace().count() >= 2
        && !is_common(words)
        && !words
            .split_whitespace()
            .any(|word| DEPARTMENTS.contains(&word.to_lowercase().as_str()));
    own.then(|| Span::new(start, end))
}

/// Without an article that belongs to the sentence: "the Example Trust", "l'Agence",
/// "Die Beispiel GmbH".
pub fn without_article(text: &str, at: Span<View>) -> Span<View> {
    let words = &text[at.range()];
    let last = words.rsplit(' ').next().unwrap_or("");
    let lower = ["the ", "l'", "l’"].iter().find(|a| words.starts_with(**a));
    let german = || {
        ["Die ", "Der ", "Das ", "die ", "der ", "das "]
            .iter()
            .find(|a| is_form(last) && words.starts_with(**a))
    };
    match lower.or_else(german) {
        Some(article) if article.len() < words.len() => Span::new(at.start + article.len(), at.end),
        Some(_) | None => at,
    }
}

/// Before a bracket that explains the name in front of it: "(NYSE: ACME)",
/// "(AcmeNS)". An abbreviation is itself a name, and stays.
fn before_bracket(head: &str) -> &str {
    const LONGEST: usize = 40;
    let outside = head.strip_suffix(')').and_then(|inner| {
        let open = inner.rfind(" (")?;
        let words = &inner[open + 2..];
        let explains = words.contains(':') || words.contains(char::is_lowercase);
        (explains && words.len() <= LONGEST && !words.contains('\n')).then(|| &head[..open])
    });
    outside.unwrap_or(head)
}

fn reach_before(text: &str, at: usize) -> Option<(usize, usize)> {
    let head = text[..at].trim_end_matches([' ', '\u{a0}']);
    if head.len() == at {
        return None;
    }
    let head = before_bracket(head);
    let mut near = head.len().saturating_sub(REACH);
    while !head.is_char_boundary(near) {
        near += 1;
    }
    let line = head[near..].rfind('\n').map_or(near, |n| near + n + 1);
    let end = head.len();
    let mut start = end;
    let mut count = 0;
    // A comma before "Inc." belongs to the name.
    let mut form = false;
    let mut rest = &head[line..];
    while count < WORDS && !rest.is_empty() {
        let trimmed = rest.trim_end_matches([' ', '\u{a0}']);
        let from = trimmed
            .rfind([' ', '\u{a0}', '(', '"', '“'])
            .map_or(0, |n| {
                n + trimmed[n..].chars().next().map_or(1, char::len_utf8)
            });
        let word = &trimmed[from..];
        let core = core(word);
        if core.is_empty() {
            break;
        }
        // A stop or comma behind a word before the name ends the reach.
        let state = is_state_behind_town(core, &trimmed[..from]);
        let stops = start != end && (ends_name(word, core) && !form || state);
        form = is_form(core);
        let own = is_own(core);
        let small = start != end && SMALL.contains(&core);
        if stops || !(own || small) {
            break;
        }
        if own {
            count += 1;
            start = line + from + (core.as_ptr() as usize - word.as_ptr() as usize);
        }
        rest = &trimmed[..from];
        if trimmed[..from].ends_with(['(', '"', '“']) {
            break;
        }
    }
    Some((start, end))
}

/// Trims the ends of a reach and refuses what is no name.
fn finish(text: &str, start: usize, end: usize) -> Option<Span<View>> {
    if start >= end {
        return None;
    }
    let words =
        text[start..end].trim_end_matches([',', ':', ';', '!', '?', '*', '_', '"', '”', ')']);
    // "The Example Trust" is the Example Trust; "The Tor Project" may keep it.
    let words = words
        .strip_suffix("'s")
        .or(words.strip_suffix("’s"))
        .or(words.strip_suffix("‘s"))
        .unwrap_or(words);
    let words = words
        .strip_suffix('.')
        .filter(|w| !w.contains('.') && !w.ends_with("Inc"))
        .unwrap_or(words);
    let common = is_common(words);
    let first_is_pronoun = words.split_whitespace().next().is_some_and(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "we" | "our"
                | "you"
                | "your"
                | "this"
                | "these"
                | "a"
                | "an"
                | "us"
                | "my"
                | "if"
                | "each"
                | "every"
                | "all"
                | "as"
                | "what"
                | "who"
                | "how"
                | "in"
                | "at"
                | "for"
        )
    });
    // A team of the employer is not the employer.
    let within = ["team", "department", "division"];
    let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
    let common = common || within.contains(&last.as_str()) || is_department(words);
    let len = words.trim_end().len();
    (!common && !first_is_pronoun && len >= 2 && words.contains(char::is_alphabetic))
        .then(|| Span::new(start, start + len))
}

/// True for what is a part of most companies: "Internal Audit".
fn is_department(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let word = word.to_lowercase();
        DEPARTMENTS.contains(&word.as_str()) || SMALL.contains(&word.as_str())
    })
}

/// Words of which names of departments are made.
const DEPARTMENTS: &[&str] = &[
    "internal",
    "audit",
    "human",
    "resources",
    "engineering",
    "product",
    "data",
    "marketing",
    "sales",
    "design",
    "infrastructure",
    "security",
    "operations",
    "finance",
    "legal",
    "compliance",
    "procurement",
    "logistics",
    "accounting",
    "communications",
    "recruiting",
    "talent",
    "customer",
    "success",
    "support",
    "software",
    "platform",
    "growth",
    "it",
    "analytics",
    "development",
    "night",
    "corporate",
];

/// True if none of the words makes a name.
pub fn is_common(words: &str) -> bool {
    words
        .split_whitespace()
        .all(|w| COMMON.contains(&w.to_lowercase().as_str()) || SMALL.contains(&w))
}

/// The words of a text, each with the spaces behind it; ends at a line break.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let near = cut(text, REACH);
    let line = near.find('\n').unwrap_or(near.len());
    near[..line].split_inclusive([' ', '\u{a0}'])
}

/// The first `len` bytes of a text, or a little less.
fn cut(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn core(word: &str) -> &str {
    word.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“' | '”' | '*' | '_' | '(' | ')' | ',' | ':' | ';' | '!' | '?'
            )
    })
}

/// A word of a name: a capital or a digit at its start, or a capital within
/// (`strongDM`); not a common word alone.
fn is_own(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    first.is_some_and(|c| {
        c.is_uppercase() || c.is_ascii_digit() && word.contains(char::is_alphabetic)
    }) || word.len() >= 3 && chars.any(char::is_uppercase)
}

/// "CO." in "Denver, CO. Harbor Foods", which ends the words about the place.
fn is_state_behind_town(word: &str, head: &str) -> bool {
    let code = word.trim_end_matches('.');
    code.len() == 2
        && code.bytes().all(|b| b.is_ascii_uppercase())
        && head.trim_end().ends_with(',')
}

/// "Inc.", "LLC": the form of a company.
fn is_form(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    [
        "Inc", "LLC", "Ltd", "GmbH", "Corp", "Co", "LP", "LLP", "PLC", "AG", "SA", "SAS", "BV",
        "AB",
    ]
    .iter()
    .any(|form| form.eq_ignore_ascii_case(word))
}

/// The place of the first word or words of `text` behind `from` whose key is `wanted`,
/// written with a capital or as in an address.
pub fn find(text: &str, from: usize, wanted: &str) -> Option<Span<View>> {
    let body = &text[from..];
    let mut starts: Vec<usize> = Vec::new();
    let mut at = from;
    for word in body.split_inclusive(char::is_whitespace) {
        let core = core(word);
        let here = at;
        at += word.len();
        if core.is_empty() {
            starts.clear();
            continue;
        }
        let start = here + (core.as_ptr() as usize - word.as_ptr() as usize);
        starts.push(start);
        if starts.len() > WORDS {
            starts.remove(0);
        }
        let bare = core
            .strip_suffix("'s")
            .or(core.strip_suffix("’s"))
            .unwrap_or(core);
        let end = start + bare.trim_end_matches('.').len();
        // The latest start: an address does not tell whether "The" belongs to it.
        let found = starts.iter().rev().find(|s| {
            text[**s..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                && end > **s
                && end - **s <= wanted.len() * 2
                && key(&text[**s..end]) == wanted
        });
        if let Some(start) = found {
            return Some(Span::new(*start, end));
        }
    }
    None
}

/// For an abbreviation the name that it stands for, where the text says so:
/// "Lakeside Digital Service (LDS)".
pub fn spelled_out(text: &str, at: Span<View>) -> Span<View> {
    let short = &text[at.range()];
    let abbreviation = short.len() <= 6 && short.chars().all(char::is_uppercase);
    if !abbreviation {
        return at;
    }
    text.find(&format!("({short})"))
        .and_then(|open| before(text, open))
        .filter(|long| long.len() > short.len() * 2)
        .unwrap_or(at)
}

/// True if signs behind the word end the name.
fn ends_name(word: &str, core: &str) -> bool {
    let tail = &word[word.find(core).unwrap_or(0) + core.len()..];
    tail.contains([',', ':', ';', '!', '?', '"', '”', ')'])
        || core.ends_with('.')
            && !core[..core.len() - 1].contains('.')
            && core.len() > 4
            && !core.ends_with("Inc.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_behind_a_clue() {
        for (text, expected) in [
            ("about Acme Boats:", Some("Acme Boats")),
            (
                "about the Example Trust for Kites",
                Some("the Example Trust for Kites"),
            ),
            ("about you", None),
            ("about Our team", None),
            ("about strongDM\nWe are", Some("strongDM")),
            ("about 15Five, we", Some("15Five")),
            ("about Bank of Lakes and you", Some("Bank of Lakes")),
            ("about Acme’s culture", Some("Acme")),
            ("about Acme. We sail", Some("Acme")),
        ] {
            let at = "about".len();
            let found = after(text, at).map(|span| &text[span.range()]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_read_before_a_clue() {
        for (text, expected) in [
            ("Acme Boats is an equal", Some("Acme Boats")),
            ("Apply now. Acme is an equal", Some("Acme")),
            ("We think Bank of Lakes is an equal", Some("Bank of Lakes")),
            ("This position is an equal", None),
            ("It is an equal", None),
            ("Acme, Inc. is an equal", Some("Acme, Inc.")),
        ] {
            let at = text.find(" is an equal").expect("a clue") + 1;
            let found = before(text, at).map(|span| &text[span.range()]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_key() {
        assert_eq!(key("Acme, Inc."), key("ACME"));
        assert_eq!(key("The Acme Boats Ltd"), key("Acme-Boats"));
    }
}
