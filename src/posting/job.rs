//! Words that name a job by who does it: "Senior Oven Engineer". It knows endings and
//! two lists of words, and no sentences.

/// Whether one of the parts of a title ends with a word for who does a job.
pub fn names_job(words: &str) -> bool {
    let hirer = words.to_lowercase().contains("hiring manager");
    !hirer
        && words.split([',', '/', '-', '–']).any(|part| {
            let mut part = part.split_whitespace().rev().filter(|word| {
                let level = word.trim_end_matches('.');
                !level
                    .chars()
                    .all(|c| matches!(c, 'I' | 'V') || c.is_ascii_digit())
            });
            part.next()
                .is_some_and(|last| is_doer(&last.to_lowercase()))
                || words.contains(" of ") && words.split(" of ").next().is_some_and(names_job)
        })
}

/// Whether a title bears the mark of being open to all sexes: "Koch (m/w/d)", "Serveur H/F",
/// "Bakker (m/v/x)".
pub fn is_marked(title: &str) -> bool {
    let one = |letter: &str| {
        let mut chars = letter.chars();
        let (first, more) = (chars.next(), chars.next());
        more.is_none() && first.is_some_and(|c| "mwdfhvxkniMWDFHVXKNI".contains(c))
    };
    title
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ','))
        .any(|word| {
            let letters = || word.split(['/', '|', '*']);
            (2..=4).contains(&letters().count())
                && letters().all(one)
                && letters().any(|letter| matches!(letter, "m" | "M" | "h" | "H"))
        })
}

fn is_doer(word: &str) -> bool {
    const ENDS: &[&str] = &["er", "or", "ist", "ian", "eur", "euse"];
    let plural = word.strip_suffix('s').filter(|one| !one.ends_with('s'));
    let named = |w: &str| {
        DOERS.contains(&w)
            || ENDS
                .iter()
                .any(|end| w.len() >= end.len() + 3 && w.ends_with(end))
    };
    let other = |w: &str| THINGS.contains(&w);
    let one = plural.unwrap_or(word);
    (named(word) || named(one)) && !other(word) && !other(one)
}

/// Words for who does a job that no ending tells.
const DOERS: &[&str] = &[
    "intern",
    "nurse",
    "cook",
    "chef",
    "clerk",
    "lead",
    "associate",
    "agent",
    "president",
    "representative",
    "executive",
    "head",
    "apprentice",
    "trainee",
    "coach",
    "pilot",
    "architect",
    "counsel",
    "attorney",
    "aide",
    "mechanic",
    "secretary",
    "assistant",
    "consultant",
    "accountant",
    "attendant",
    "analyst",
    "superintendent",
    "expert",
    "cto",
    "ceo",
    "cfo",
    "coo",
    "dba",
    "sre",
    "guard",
    "host",
    "hostess",
    "steward",
    "foreman",
    "merchant",
    "sergeant",
    "scholar",
    "postdoc",
    "curator",
    "paralegal",
    "generalist",
    "welder",
    "carpenter",
    "strategist",
    "dean",
    "barista",
    "handyman",
    "nanny",
    "rn",
    "lpn",
    "cna",
];

/// Words with such an ending that stand for nobody's job.
const THINGS: &[&str] = &[
    "career",
    "employer",
    "partner",
    "customer",
    "member",
    "center",
    "computer",
    "number",
    "offer",
    "order",
    "player",
    "winner",
    "other",
    "owner",
    "starter",
    "self-starter",
    "vendor",
    "sponsor",
    "summer",
    "semester",
    "quarter",
    "chapter",
    "power",
    "water",
    "matter",
    "provider",
    "supplier",
    "newcomer",
    "leader",
    "thinker",
    "learner",
    "solver",
    "communicator",
    "doer",
    "contributor",
    "user",
    "consumer",
    "supporter",
    "investor",
    "donor",
    "job-seeker",
    "seeker",
    "master",
    "tier",
    "laser",
    "tower",
    "server",
    "server-side",
    "sector",
    "factor",
    "error",
    "layer",
    "larger",
    "better",
    "higher",
    "greater",
    "under",
    "over",
    "after",
    "ever",
    "never",
    "minor",
    "major",
    "prior",
    "senior",
    "junior",
    "believer",
    "atelier",
    "chantier",
    "dossier",
    "kinder",
    "quartier",
    "sommer",
    "zimmer",
];
