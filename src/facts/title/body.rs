//! The title where only the sentences name it: "We're seeking a Baker II for …",
//! "The Senior Oven Manager will report to …".

use super::words::{PRAISE, STOPS};
use crate::facts::fact::Context;
use crate::posting::names_job;
use crate::text::{Span, View};

/// Words behind which the job stands.
const AHEAD: &[&str] = &[
    "looking for",
    "looking to hire",
    "seeking",
    "seeks",
    "hiring",
    "searching for",
    "in search of",
    "recruiting",
    "looking to recruit",
];

/// Words before which it stands.
const BEHIND: &[&str] = &[
    "will be responsible",
    "is responsible",
    "will report",
    "reports to",
    "reports directly",
    "will lead",
    "will support",
    "will work",
    "will play",
    "plays a",
];

/// Words behind which it stands when "you" follows: "As a Night Baker, you will".
const AS: &[&str] = &["as a", "as an"];

/// All of them, for the scan of the text.
pub const CUES: &[&str] = &{
    let mut cues = [""; AHEAD.len() + BEHIND.len() + AS.len()];
    let mut at = 0;
    while at < cues.len() {
        cues[at] = if at < AHEAD.len() {
            AHEAD[at]
        } else if at < AHEAD.len() + BEHIND.len() {
            BEHIND[at - AHEAD.len()]
        } else {
            AS[at - AHEAD.len() - BEHIND.len()]
        };
        at += 1;
    }
    cues
};

/// A title has at most so many words.
const WORDS: usize = 9;

/// The first sentence that seeks somebody for a job, else the first that tells what
/// who has it does. `first` is the place of [`CUES`] among the fact's.
pub fn read(context: &Context<'_>, first: usize) -> Option<Span<View>> {
    let posting = context.prose.posting;
    let hits = || {
        context.hits.iter().filter_map(|hit| {
            let cue = hit.cue.checked_sub(first)?;
            let at = context.prose.folded.view(hit.range.clone());
            posting.document.body.contains(at).then_some((cue, at))
        })
    };
    let sought = hits()
        .filter(|(cue, _)| *cue < AHEAD.len())
        .find_map(|(_, at)| sought(context, at));
    let tells = |cue: usize| (AHEAD.len()..AHEAD.len() + BEHIND.len()).contains(&cue);
    sought
        .or_else(|| {
            hits()
                .filter(|(cue, _)| tells(*cue))
                .find_map(|(_, at)| doing(&posting.text, at.start))
        })
        .or_else(|| {
            hits()
                .filter(|(cue, _)| *cue >= AHEAD.len() + BEHIND.len())
                .find_map(|(_, at)| addressed(&posting.text, at.end))
        })
}

/// "As a Night Baker, you will": the job of whoever reads.
fn addressed(text: &str, cue: usize) -> Option<Span<View>> {
    let start = cue + text[cue..].len() - text[cue..].trim_start_matches([' ', '\u{a0}']).len();
    let at = run(text, start)?;
    let behind = text[at.end..].strip_prefix(", you")?;
    let capitals = words(&text[at.range()]).all(|word| is_upper(word) || word == "of");
    (capitals && at.start == start && !behind.starts_with("r ")).then_some(at)
}

/// "seeking a Baker II for the night".
fn sought(context: &Context<'_>, cue: Span<View>) -> Option<Span<View>> {
    let posting = context.prose.posting;
    let text = posting.text.as_str();
    // "Are you looking for a career as a baker?"
    let sentence = context.prose.sentence_at(cue.start);
    let asked = words(&text[sentence.start.min(cue.start)..cue.start])
        .rev()
        .take(3)
        .any(|w| {
            ["you", "you're", "you’re", "who", "clients"].contains(&w.to_lowercase().as_str())
        });
    if asked {
        return None;
    }
    let rest = &text[cue.end..];
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '*', '_']).len();
    let (article, _) = rest[lead..].split_once([' ', '\u{a0}'])?;
    if !["a", "an", "our", "one", "another"].contains(&article.to_lowercase().as_str()) {
        return None;
    }
    let start = cue.end + lead + article.len();
    let start = start
        + (text[start..].len()
            - text[start..]
                .trim_start_matches([' ', '\u{a0}', '*', '_'])
                .len());
    let bold = posting
        .document
        .strong
        .iter()
        .find(|s| s.start <= start && start < s.end);
    if let Some(bold) = bold {
        let words = text[start..bold.end].trim_end_matches([' ', '.', '!', ',', ':']);
        let short = words.split_whitespace().count() <= WORDS && !words.contains('\n');
        return (short && !words.is_empty()).then(|| Span::new(start, start + words.len()));
    }
    run(text, start)
}

/// The job that begins at `start` or behind the praise there: "a motivated and careful
/// baker to join".
fn run(text: &str, start: usize) -> Option<Span<View>> {
    let line = text[start..].split('\n').next().unwrap_or("");
    let (mut from, mut end, mut at, mut count) = (start, start, start, 0);
    for piece in line.split_inclusive([' ', '\u{a0}']) {
        let word = piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
        let bare = word.trim_end_matches([',', '.', '!', ';', ':', '?']);
        let lower = bare.to_lowercase();
        if bare.is_empty() || STOPS.contains(&lower.as_str()) || bare.starts_with('(') {
            break;
        }
        if at > start
            && end > from
            && is_upper(&text[from..end])
            && !is_upper(bare)
            && !["of", "and", "&"].contains(&bare)
        {
            break;
        }
        at += piece.len();
        count += 1;
        let place = bare.as_ptr() as usize - text.as_ptr() as usize;
        let praise = PRAISE.contains(&lower.as_str())
            || lower.ends_with("-oriented")
            || lower.ends_with("-driven")
            || lower.ends_with("ly")
            || !is_upper(bare) && (lower == "and" || word.ends_with(','));
        end = place + bare.len();
        if praise {
            from = at;
            count = 0;
        } else if word.len() > bare.len() {
            break;
        }
    }
    let job = text
        .get(from..end)?
        .trim_end_matches(" of")
        .trim_end_matches(" and");
    let fits = (1..=WORDS).contains(&count) && names_job(job);
    fits.then(|| Span::new(from, from + job.len()))
}

/// "The Senior Oven Manager will be responsible".
fn doing(text: &str, cue: usize) -> Option<Span<View>> {
    let head = text[..cue].trim_end_matches([' ', '\u{a0}', ',']);
    let line = head.rfind('\n').map_or(0, |at| at + 1);
    let mut from = head.len();
    for (count, word) in head[line..].rsplit([' ', '\u{a0}']).enumerate() {
        let bare = word.trim_matches(['*', '_', ',']);
        if ["The", "the", "Our", "A", "An"].contains(&bare) {
            let job = head.get(from..).filter(|job| count > 1 && names_job(job))?;
            return Some(Span::new(from, from + job.len()));
        }
        let small = ["of", "and", "&", "/", "-", "–"].contains(&bare);
        if count >= WORDS || !(small || is_upper(bare)) {
            return None;
        }
        from = bare.as_ptr() as usize - text.as_ptr() as usize;
    }
    None
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split([' ', '\u{a0}']).filter(|w| !w.is_empty())
}

fn is_upper(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
