//! The phrases beside which the employer's name stands, and where the text has them.

use super::weight::{Clue, Sign};
use super::{about, fields, is_hiring, name};
use crate::facts::fact::Context;
use crate::text::{Span, View};

/// Behind the labels stand the phrases in front of a name, then those behind it.
const ABOUT: usize = fields::LABELS.len();
const IS_HIRING: usize = ABOUT + about::PHRASES.len();
const COUNT: usize = IS_HIRING + is_hiring::PHRASES.len();

/// All labels and phrases.
pub const CUES: [&str; COUNT] = {
    let mut cues = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        cues[at] = if at < ABOUT {
            fields::LABELS[at]
        } else if at < IS_HIRING {
            about::PHRASES[at - ABOUT].0
        } else {
            is_hiring::PHRASES[at - IS_HIRING].0
        };
        at += 1;
    }
    cues
};

/// The names beside phrases, in the order of the text.
pub fn signs(context: &Context<'_>) -> impl Iterator<Item = Sign> {
    let posting = context.prose.posting;
    context.hits.iter().filter_map(|hit| {
        let words = context.prose.folded.view(hit.range.clone());
        let (at, weight) = if let Some(phrase) = hit.cue.checked_sub(IS_HIRING) {
            is_hiring::sign(posting, phrase, words)
        } else {
            about::sign(&posting.text, hit.cue.checked_sub(ABOUT)?, words)
        }?;
        let clue = Clue::Phrase(hit.cue);
        Some(Sign { at, weight, clue })
    })
}

/// "The Lakeside Weather Team is looking for": who seeks, where nothing else names the
/// employer, unless it is a department.
pub fn seeking_team(context: &Context<'_>) -> Option<Span<View>> {
    const SEEKS: &[&str] = &["is hiring", "is looking for", "is seeking", "is recruiting"];
    let text = context.prose.posting.text.as_str();
    let body = context.prose.posting.document.body;
    context.hits.iter().find_map(|hit| {
        let phrase = hit.cue.checked_sub(IS_HIRING)?;
        let at = context.prose.folded.view(hit.range.clone());
        (body.contains(at) && SEEKS.contains(&is_hiring::PHRASES[phrase].0))
            .then(|| name::team_before(text, at.start))?
    })
}
