//! What sentences, labels and tags say of the way of working, each for itself.

use super::cues::{Cue, TABLE};
use super::days;
use super::surroundings::{Standing, Surroundings};
use super::{Mode, Statement, Strength};
use crate::facts::{Context, Whence};
use crate::text::{Span, View, floor};
use std::ops::Range;

/// Bytes around two ways within which a word makes them something else.
const NEAR: usize = 80;

/// What the text says.
#[derive(Debug, Default)]
pub struct Said {
    pub statements: Vec<Statement>,
    /// Where it says that one must live near an office.
    pub near_office: Option<Span<View>>,
}

/// A way of working that the text names, whether it says that it holds or not.
struct Mention {
    /// Nothing for an office.
    mode: Option<Mode>,
    at: Range<usize>,
    sentence: Range<usize>,
    /// Nothing if it says too little by itself.
    strength: Option<Strength>,
}

/// Reads the text and the title.
pub fn read(context: &Context<'_>) -> Said {
    let mut said = Said::default();
    let mut mentions = Vec::new();
    let body = context.prose.posting.document.body;
    let mut last_end = 0;
    for (index, hit) in context.hits.iter().enumerate() {
        let at = context.prose.folded.view(hit.range.clone());
        let in_title = is_in_title(context, at);
        if (at.start < body.start && !in_title) || hit.range.start < last_end {
            continue;
        }
        let longer = context.hits[index + 1..]
            .iter()
            .take_while(|next| next.range.start == hit.range.start)
            .any(|next| next.range.end > hit.range.end);
        if longer {
            continue;
        }
        last_end = hit.range.end;
        let place = Surroundings::of(context, hit, in_title);
        place.read(TABLE[hit.cue].1, &mut said, &mut mentions);
    }
    mixtures(context, &mentions, &mut said.statements);
    for mention in mentions {
        // "In person in our office two days a week" says hybrid, and says it once.
        let sentence = context.prose.folded.view(mention.sentence.clone());
        let counted = said
            .statements
            .iter()
            .any(|s| s.mode == Mode::Hybrid && s.days.is_some() && sentence.contains(s.at));
        if counted && mention.mode == Some(Mode::Onsite) {
            continue;
        }
        if let (Some(mode), Some(strength)) = (mention.mode, mention.strength) {
            said.statements.push(Statement {
                mode,
                strength,
                at: context.prose.folded.view(mention.at),
                whence: Whence::Text,
                days: None,
            });
        }
    }
    said
}

/// Whether the words stand in the title, or on its line.
fn is_in_title(context: &Context<'_>, at: Span<View>) -> bool {
    let posting = context.prose.posting;
    if at.start < posting.document.body.start {
        let last = |path: &str| path.rsplit('.').next().unwrap_or(path).to_lowercase();
        return posting.field_at(at).is_some_and(|field| {
            let titles = ["title", "jobtitle", "job_title", "position", "role_name"];
            titles.contains(&last(&field.path).as_str())
        });
    }
    let Some(title) = context.facts.title.first() else {
        return false;
    };
    let between = title.at.start.min(at.start)..title.at.start.max(at.start);
    between.len() < 160 && !posting.text[between].contains('\n')
}

/// "remote or hybrid in our offices": two ways in one sentence with "or" between.
fn mixtures(context: &Context<'_>, mentions: &[Mention], statements: &mut Vec<Statement>) {
    let text = context.prose.folded.text();
    let mut read_to = 0;
    for pair in mentions.windows(2) {
        let [one, other] = pair else { continue };
        let differ = one.mode != other.mode
            && (one.mode == Some(Mode::Remote) || other.mode == Some(Mode::Remote));
        let between = one.at.end..other.at.start.max(one.at.end);
        // Of a long sentence each knows only what is near.
        let shared =
            one.sentence.contains(&other.at.start) && other.sentence.contains(&one.at.start);
        if !differ || !shared || between.len() > 90 || one.at.start < read_to {
            continue;
        }
        let words = &text[between];
        // "Of" is "or" in Dutch alone.
        let or: &[&str] = if is_dutch(context) {
            &[" of ", " or "]
        } else {
            &[" or ", " ou ", " oder ", " lub ", " o "]
        };
        // "Remote, hybrid, and flexible options": a list of what can be chosen.
        let behind = text[other.at.end..].trim_start_matches(',');
        let listed = words.trim() == ","
            && [" or ", " and ", " & "]
                .iter()
                .any(|w| behind.starts_with(w));
        let either = or.iter().any(|w| words.contains(w))
            || words.trim() == "/"
            || words.trim_matches([' ', ',']) == "the"
            || listed;
        // Runs of fields without stops are one sentence: only what is near counts.
        let from = floor(text, one.at.start.saturating_sub(NEAR)).max(one.sentence.start);
        let to = floor(text, other.at.end + NEAR).min(one.sentence.end);
        let near = &text[from.min(one.at.start)..to.max(other.at.end)];
        let guarded = [
            "interview",
            "personas",
            "categor",
            "gathering",
            "experience",
        ];
        if !either || guarded.iter().any(|w| near.contains(w)) {
            continue;
        }
        read_to = other.at.end;
        statements.push(Statement {
            mode: Mode::Mixed,
            strength: Strength::Plain,
            at: context.prose.folded.view(one.at.start..other.at.end),
            whence: Whence::Text,
            days: None,
        });
    }
}

fn is_dutch(context: &Context<'_>) -> bool {
    let language = context.facts.language.first();
    language.is_some_and(|language| language.value.code == "nl")
}

/// Whether a list has "Remote" as one of several items. What stands in brackets
/// only explains an item.
fn has_remote_among_others(list: &str) -> bool {
    let mut depth = 0;
    let plain: String = list
        .chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => return depth <= 0,
            }
            false
        })
        .collect();
    let is_remote = |item: &&str| item.contains("remote") || item.contains("virtual");
    let items = || {
        plain
            .split([';', '|', '/'])
            .filter(|i| !i.trim().is_empty())
    };
    items().any(|i| is_remote(&i)) && items().any(|i| !is_remote(&i))
}

impl Surroundings<'_> {
    fn read(&self, cue: Cue, said: &mut Said, mentions: &mut Vec<Mention>) {
        let at = self.context.prose.folded.view(self.hit.clone());
        match cue {
            Cue::Tag(mode) => said.statements.push(Statement {
                mode,
                strength: Strength::Marked,
                at,
                whence: Whence::Text,
                days: None,
            }),
            Cue::Near => {
                if self.is_demanded() && said.near_office.is_none() {
                    said.near_office = Some(at);
                }
            }
            Cue::Days | Cue::Share => {
                if !self.is_explained() && !self.is_conditional() {
                    let share = cue == Cue::Share;
                    if let Some((mode, days)) =
                        days::read(self.text, &self.sentence, &self.hit, share)
                    {
                        said.statements.push(Statement {
                            mode,
                            strength: Strength::Plain,
                            at,
                            whence: Whence::Text,
                            days,
                        });
                    }
                }
            }
            Cue::Office => {
                let either = self.previous.iter().take(12).any(|w| *w == "whether");
                let strength = (self.is_seat_of_job() && !self.is_offered() && !either)
                    .then_some(Strength::Implied);
                self.mention(strength.map(|_| Mode::Onsite), strength, mentions);
            }
            Cue::Way(mode) => {
                if self.is_explained() || self.is_heading() {
                    return;
                }
                let judged = match mode {
                    Mode::Remote => self.remote(),
                    Mode::Hybrid => self.hybrid(),
                    Mode::Onsite => self.onsite(),
                    Mode::Mixed => None,
                };
                if let Some((mode, strength)) = judged {
                    let mixed = self.standing == Standing::Labelled
                        && mode == Mode::Remote
                        && has_remote_among_others(self.line_items());
                    let mode = if mixed { Mode::Mixed } else { mode };
                    self.mention(Some(mode), strength, mentions);
                }
            }
        }
    }

    fn mention(&self, mode: Option<Mode>, strength: Option<Strength>, mentions: &mut Vec<Mention>) {
        mentions.push(Mention {
            mode,
            at: self.hit.clone(),
            sentence: self.sentence.clone(),
            strength,
        });
    }
}
