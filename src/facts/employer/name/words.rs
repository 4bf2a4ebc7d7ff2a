//! Words of which names are made, and words that make none.

use crate::facts::phrases::words;

/// Small words within names: "Bank of the West", "Service numérique de Lyon".
const SMALL: &[&str] = words![
    "of" "the" "and" "&" "for" "de" "la" "le" "les" "des" "du" "et" "und" "der" "die" "das" "y"
    "e" "van" "och" "+" "d'" "l'"
];

/// Words with capitals that are no names: beginnings of sentences, headings.
const COMMON: &[&str] = words![
    "a" "about" "all" "an" "and" "any" "applicants" "are" "as" "at" "be" "benefits" "both" "but"
    "by" "candidate" "candidates" "company" "culture" "diversity" "each" "employees" "employer"
    "employment" "equal" "new" "every" "everyone" "experience" "flexibility" "for" "from"
    "full-time" "he" "her" "here" "his" "hiring" "how" "i" "if" "in" "inclusion" "internship"
    "is" "it" "its" "job" "join" "life" "location" "management" "manager" "minimum" "most" "my"
    "no" "not" "note" "of" "on" "one" "opportunity" "or" "our" "ours" "part-time" "people"
    "position" "posting" "preferred" "qualified" "remote" "requirements" "role" "salary" "she"
    "since" "some" "team" "that" "the" "their" "them" "there" "these" "they" "this" "those" "to"
    "us" "we" "what" "when" "where" "who" "why" "will" "with" "work" "working" "you" "your"
    "das" "der" "die" "du" "ihr" "sie" "uns" "wir" "il" "elle" "nous" "notre" "vous" "votre"
    "ce" "cette" "el" "ella" "este" "esta" "nosotros" "nuestra" "nuestro" "het" "wij" "ons"
    "jij" "vi" "oss" "det" "also" "additionally" "however" "today" "summary" "description"
    "overview" "home" "time" "times" "level" "stage" "scale" "least" "present" "compensation"
    "pay" "range" "base" "annual" "success" "title" "responsibilities" "qualifications" "skills"
    "education" "knowledge" "ability" "strong" "excellent" "knowing" "being" "having" "bachelor"
    "master" "degree" "us-based" "strategic" "context" "background" "introduction" "project"
    "purpose" "mission" "founded" "based" "located" "two" "three" "four" "five" "si" "if" "come"
];

/// Kinds of houses, which name none, and labels beside places.
const KINDS: &[&str] = words![
    "university" "college" "school" "city" "town" "village" "county" "district" "council" "state" "department"
    "agency" "hospital" "clinic" "library" "church" "board" "commission" "organization" "organisation" "institute"
    "foundation" "country" "zip" "employer" "client"
];

/// Words of which names of departments are made.
const DEPARTMENTS: &[&str] = words![
    "internal" "audit" "human" "resources" "engineering" "product" "data" "marketing" "sales"
    "design" "infrastructure" "security" "operations" "finance" "legal" "compliance"
    "procurement" "logistics" "accounting" "communications" "recruiting" "talent" "customer"
    "success" "support" "software" "platform" "growth" "it" "analytics" "development" "night"
    "corporate"
];

/// True if none of the words makes a name.
pub fn is_common(words: &str) -> bool {
    // "The University", and "City" as the label of a place.
    let lower = words.trim().to_lowercase();
    let kind = lower.strip_prefix("the ").unwrap_or(&lower);
    if KINDS.contains(&kind) {
        return true;
    }
    words
        .split_whitespace()
        .all(|w| COMMON.contains(&w.to_lowercase().as_str()) || SMALL.contains(&w))
}

/// True for what is a part of most companies: "Internal Audit".
pub fn is_department(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let word = word.to_lowercase();
        DEPARTMENTS.contains(&word.as_str()) || SMALL.contains(&word.as_str())
    })
}

/// True for a small word within names: "of", "de".
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// True for a word that makes no name alone.
pub fn makes_none(word: &str) -> bool {
    COMMON.contains(&word.to_lowercase().as_str())
}

/// True for a word of which names of departments are made.
pub fn is_of_department(word: &str) -> bool {
    DEPARTMENTS.contains(&word.to_lowercase().as_str())
}

/// A word of a name: a capital or a digit at its start, or a capital within
/// (`strongDM`); not a common word alone.
pub fn is_own(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    first.is_some_and(|c| {
        c.is_uppercase() || c.is_ascii_digit() && word.contains(char::is_alphabetic)
    }) || word.len() >= 3 && chars.any(char::is_uppercase)
}

/// A word without the signs around it.
pub fn core(word: &str) -> &str {
    word.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“' | '”' | '*' | '_' | '(' | ')' | ',' | ':' | ';' | '!' | '?'
            )
    })
}
