//! What sentences, labels and tags say of the way of working, each for itself.

use super::cues::{Cue, TABLE};
use super::days;
use super::words::{
    ADJECTIVE, CONDITION, CULTURE, DENIES, FULLY, HYBRID, JOB, NOT_ONSITE, NOT_REMOTE, VIRTUAL,
};
use super::{Mode, Statement, Strength};
use crate::facts::{Context, Whence};
use crate::text::{Hit, Span, View};
use std::ops::Range;

/// Bytes around a cue that are looked at.
const REACH: usize = 240;

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
        if !differ || one.sentence != other.sentence || between.len() > 90 || one.at.start < read_to
        {
            continue;
        }
        let words = &text[between];
        let or = [" or ", " ou ", " oder ", " lub ", " of ", " o "];
        let either = or.iter().any(|w| words.contains(w))
            || words.trim() == "/"
            || words.trim_matches([' ', ',']) == "the";
        let sentence = &text[one.sentence.clone()];
        let guarded = [
            "interview",
            "personas",
            "categor",
            "gathering",
            "experience",
        ];
        if !either || guarded.iter().any(|w| sentence.contains(w)) {
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

/// Where on its line a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Alone on a short line, or in the title.
    Alone,
    /// Behind a label.
    Labelled,
    /// In a board's line with the place.
    BoardLine,
    /// In running text.
    Running,
}

struct Surroundings<'c> {
    text: &'c str,
    hit: Range<usize>,
    sentence: Range<usize>,
    next: Vec<&'c str>,
    /// The nearest first.
    previous: Vec<&'c str>,
    standing: Standing,
    /// Whether "(" stands right behind.
    opens: bool,
    context: &'c Context<'c>,
}

impl<'c> Surroundings<'c> {
    fn of(context: &'c Context<'c>, hit: &Hit, in_title: bool) -> Self {
        let folded = &context.prose.folded;
        let text = folded.text();
        let range = hit.range.clone();
        let view = folded.view(range.clone());
        let sentence = folded.range(context.prose.sentence_at(view.start));
        let start = sentence.start.min(range.start);
        let end = sentence.end.max(range.end);
        let start = floor(text, start.max(range.start.saturating_sub(REACH)));
        let end = floor(text, end.min(range.end + REACH)).max(range.end);
        let next = words(&text[range.end..end]).take(6).collect();
        let mut previous: Vec<&str> = words(&text[start..range.start]).collect();
        previous.reverse();
        let standing = if in_title {
            Standing::Alone
        } else {
            standing(text, &range)
        };
        Surroundings {
            text,
            opens: text[range.end..end].trim_start().starts_with('('),
            hit: range,
            sentence: start..end,
            next,
            previous,
            standing,
            context,
        }
    }

    fn words_of_sentence(&self) -> &'c str {
        &self.text[self.sentence.clone()]
    }

    fn next(&self, index: usize) -> &'c str {
        self.next.get(index).copied().unwrap_or("")
    }

    fn previous(&self, index: usize) -> &'c str {
        self.previous.get(index).copied().unwrap_or("")
    }

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
                let strength = self.is_seat_of_job().then_some(Strength::Implied);
                self.mention(strength.map(|_| Mode::Onsite), strength, mentions);
            }
            Cue::Way(mode) => {
                if self.is_explained() {
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

    /// The value of the label on whose line the cue stands.
    fn line_items(&self) -> &'c str {
        let from = floor(self.text, self.hit.start.saturating_sub(REACH));
        let start = self.text[from..self.hit.start]
            .rfind(['\n', ':'])
            .map_or(from, |at| from + at + 1);
        let to = floor(self.text, self.hit.end + REACH).max(self.hit.end);
        let end = self.text[self.hit.end..to]
            .find('\n')
            .map_or(to, |at| self.hit.end + at);
        &self.text[start..end]
    }

    /// A sentence that explains the ways there are says nothing of this job.
    fn is_explained(&self) -> bool {
        [
            "personas",
            "categor",
            "certain roles",
            "some roles",
            "fall into",
        ]
        .iter()
        .any(|w| self.words_of_sentence().contains(w))
    }

    fn is_conditional(&self) -> bool {
        self.previous.iter().take(9).any(|w| CONDITION.has(w))
    }

    fn is_denied(&self) -> bool {
        DENIES.has(self.previous(0))
            || (self.previous(0) == "fully" && DENIES.has(self.previous(1)))
    }

    /// "this role may need to be within commuting distance of an office".
    fn is_demanded(&self) -> bool {
        let words = [
            "must",
            "need",
            "require",
            "should",
            "you ",
            "role",
            "position",
            "candidate",
            "applicant",
            "expected",
            "able to",
            "reside",
            "live",
            "located",
            "based",
        ];
        !self.is_denied() && words.iter().any(|w| self.words_of_sentence().contains(w))
    }

    /// "based out of our Seattle office", "hiring for the Denver office".
    fn is_seat_of_job(&self) -> bool {
        let from = floor(
            self.text,
            self.hit.start.saturating_sub(80).max(self.sentence.start),
        );
        let head = &self.text[from..self.hit.start];
        let seat = [
            "based in our",
            "based out of our",
            "based at our",
            "based from our",
            "based out of the",
            "based in the",
            "hiring for the",
            "hiring for our",
            "work in our",
            "work out of our",
            "work from our",
            "located in our",
            "located at our",
            "join our",
        ];
        seat.iter().any(|phrase| head.contains(phrase))
            && !["customers", "clients", "team is", "we are a", "company is"]
                .iter()
                .any(|w| self.text[self.sentence.start..self.hit.start].contains(w))
    }

    /// The first word behind that is no adjective, if it names the job.
    fn job_follows(&self) -> bool {
        self.next
            .iter()
            .find(|w| !ADJECTIVE.has(w))
            .is_some_and(|w| JOB.has(w))
    }

    fn job_before(&self) -> bool {
        self.previous.iter().any(|w| JOB.has(w))
    }

    fn is_said_to_be(&self) -> bool {
        let verb = ["is", "be", "are", "being", "as", "est", "ist", "jest"];
        verb.contains(&self.previous(0))
            || (verb.contains(&self.previous(1))
                && (FULLY.has(self.previous(0))
                    || ["a", "currently", "also"].contains(&self.previous(0))))
    }

    fn marked(&self) -> Option<Strength> {
        match self.standing {
            Standing::Alone | Standing::Labelled => Some(Strength::Marked),
            Standing::BoardLine => Some(Strength::Implied),
            Standing::Running => None,
        }
    }

    fn remote(&self) -> Option<(Mode, Option<Strength>)> {
        let phrase = &self.text[self.hit.clone()];
        let next = self.next(0);
        if self.is_denied() {
            let refused = self.standing == Standing::Running && !self.is_conditional();
            return refused.then_some((Mode::Onsite, Some(Strength::Implied)));
        }
        if self.is_conditional() {
            return None;
        }
        let strength = match phrase {
            "virtual" => {
                if VIRTUAL.has(next) && next != "work" || self.marked().is_some() {
                    Some(self.marked().unwrap_or(Strength::Plain))
                } else {
                    return None;
                }
            }
            "fully distributed" => Some(Strength::Implied),
            "work virtually" | "performed from anywhere" | "done from anywhere" => {
                Some(Strength::Plain)
            }
            "work from home" | "working from home" | "work-from-home" | "wfh"
            | "work from anywhere" => {
                let perk = [
                    "stipend",
                    "allowance",
                    "budget",
                    "policy",
                    "day",
                    "days",
                    "equipment",
                    "setup",
                    "set-up",
                    "for",
                    "support",
                    "flexibility",
                    "friendly",
                ];
                if perk.contains(&next) {
                    return None;
                }
                Some(self.marked().unwrap_or(Strength::Implied))
            }
            "telework" | "teleworking" | "telecommute" | "telecommuting" | "télétravail"
            | "teletrabajo" | "télétravailler" | "mobiles arbeiten" | "homeoffice"
            | "home-office" | "thuiswerken" => {
                return self.telework();
            }
            _ => {
                if NOT_REMOTE.has(next) && !self.followed_by_break() {
                    return None;
                }
                self.remote_word(next)
            }
        };
        Some((Mode::Remote, strength))
    }

    /// Words for telework, which in many tongues is a benefit on some days.
    fn telework(&self) -> Option<(Mode, Option<Strength>)> {
        if let Some(percent) = self.previous(0).strip_suffix('%') {
            let whole = percent == "100";
            let mode = if whole { Mode::Remote } else { Mode::Hybrid };
            return Some((mode, Some(Strength::Plain)));
        }
        let strength = if self.previous.iter().take(3).any(|w| FULLY.has(w)) {
            Strength::Plain
        } else if let Some(marked) = self.marked() {
            marked
        } else if self
            .next
            .iter()
            .take(4)
            .any(|w| ["possible", "permitted", "allowed", "eligible"].contains(w))
        {
            Strength::Implied
        } else {
            Strength::Culture
        };
        Some((Mode::Remote, Some(strength)))
    }

    /// "remote" and its like.
    fn remote_word(&self, next: &str) -> Option<Strength> {
        if self.standing == Standing::Labelled {
            return Some(Strength::Marked);
        }
        if CULTURE.has(next) {
            return Some(if FULLY.has(self.previous(0)) && next != "first" {
                Strength::Implied
            } else {
                Strength::Culture
            });
        }
        if ["work", "working"].contains(&next) && !JOB.has(self.next(1)) {
            let offered = ["possible", "available", "permitted"];
            return Some(if self.next.iter().take(3).any(|w| offered.contains(w)) {
                Strength::Implied
            } else {
                Strength::Culture
            });
        }
        if self.job_follows() {
            return Some(if ["our", "these", "other"].contains(&self.previous(0)) {
                Strength::Implied
            } else {
                Strength::Plain
            });
        }
        if self.is_said_to_be() && self.job_before() {
            let most = self
                .previous
                .iter()
                .any(|w| ["most", "many", "some"].contains(w));
            return Some(if most {
                Strength::Culture
            } else {
                Strength::Plain
            });
        }
        if FULLY.has(self.previous(0)) {
            return Some(Strength::Plain);
        }
        if let Some(marked) = self.marked() {
            return Some(marked);
        }
        let able = [
            "ability",
            "able",
            "comfortable",
            "experience",
            "flexibility",
            "capable",
        ];
        if self.previous.iter().any(|w| able.contains(w)) {
            return Some(Strength::Culture);
        }
        let where_from = [
            "in", "within", "from", "anywhere", "across", "us", "usa", "uk", "based",
        ];
        if where_from.contains(&next) {
            return Some(Strength::Plain);
        }
        if self.opens || self.is_in_brackets() {
            return Some(Strength::Implied);
        }
        None
    }

    fn followed_by_break(&self) -> bool {
        let rest = &self.text[self.hit.end..];
        rest.trim_start_matches(' ')
            .starts_with([',', '.', ';', '\n', ')', '|', ':', '/'])
            || rest.starts_with(" -")
    }

    fn is_in_brackets(&self) -> bool {
        self.text[..self.hit.start].ends_with('(') && self.text[self.hit.end..].starts_with(')')
    }

    fn hybrid(&self) -> Option<(Mode, Option<Strength>)> {
        let next = self.next(0);
        if self.is_denied() || self.is_conditional() {
            return None;
        }
        let breaks = self.followed_by_break() || self.opens || next.is_empty() || days_follow(next);
        if !HYBRID.has(next) && !breaks {
            return None;
        }
        let ours = ["our", "a"].contains(&self.previous(0)) && self.previous(0) == "our";
        if next == "model" || next == "team" || next == "and" || next == "with" {
            let about_work = ["office", "home", "work", "on-site", "onsite", "remote"];
            if !about_work
                .iter()
                .any(|w| self.words_of_sentence().contains(w))
            {
                return None;
            }
        }
        let work = ["work", "working", "workplace"].contains(&next);
        let strength = if ours || (work && CULTURE.has(self.next(1)) && !self.is_said_to_be()) {
            Some(Strength::Culture)
        } else if self.is_said_to_be()
            || self.job_follows()
            || self.opens
            || ["in", "from", "basis", "setting", "role"].contains(&next)
        {
            Some(Strength::Plain)
        } else if let Some(marked) = self.marked() {
            Some(marked)
        } else if work || HYBRID.has(next) {
            Some(Strength::Implied)
        } else {
            None
        };
        Some((Mode::Hybrid, strength))
    }

    fn onsite(&self) -> Option<(Mode, Option<Strength>)> {
        let phrase = &self.text[self.hit.clone()];
        let next = self.next(0);
        if self.is_denied() || self.is_conditional() {
            return None;
        }
        let breaks = self.followed_by_break() || next.is_empty();
        if NOT_ONSITE.has(next) && !breaks && !(next == "or" || next == "and") {
            return None;
        }
        let occasional = [
            "meet",
            "meeting",
            "meetings",
            "réunions",
            "réunion",
            "connect",
            "connecting",
            "customer",
            "client",
            "events",
            "occasional",
            "occasionally",
            "gather",
            "interview",
            "interviews",
            "travel",
            "visit",
            "optional",
            "perks",
            "collaborate",
            "week",
            "weeks",
        ];
        if self.previous.iter().take(5).any(|w| occasional.contains(w)) {
            return None;
        }
        let person =
            phrase.ends_with("person") || phrase == "in the office" || phrase == "in office";
        let works = ["work", "working"].contains(&self.previous(0));
        let of_the_job = (self.job_follows() && !phrase.starts_with("in the"))
            || (works && ["in", "at"].contains(&next))
            || (self.is_said_to_be() && self.job_before() && !phrase.ends_with("person"))
            || (FULLY.has(self.previous(0)) && !person);
        let strength = if of_the_job {
            Some(Strength::Plain)
        } else if let (Some(marked), false) = (self.marked(), person) {
            Some(marked)
        } else if (works || next == "in") && !person {
            Some(Strength::Implied)
        } else {
            None
        };
        Some((Mode::Onsite, strength))
    }
}

fn days_follow(next: &str) -> bool {
    next.starts_with(|c: char| c.is_ascii_digit())
}

/// Where on its line `hit` stands.
fn standing(text: &str, hit: &Range<usize>) -> Standing {
    let from = floor(text, hit.start.saturating_sub(REACH));
    let head = &text[from..hit.start];
    let head = head.rsplit('\n').next().unwrap_or(head);
    let to = floor(text, (hit.end + REACH).min(text.len())).max(hit.end);
    let tail = &text[hit.end..to];
    let tail = tail.split('\n').next().unwrap_or(tail);
    let label = label_of(head);
    if head.contains(['🌎', '🌍', '🌏', '📍']) {
        return Standing::BoardLine;
    }
    if label {
        return Standing::Labelled;
    }
    let count = words(head).count() + words(tail).count();
    if count <= 6 && !tail.trim_end().ends_with(['.', '!', '?']) && head.len() + tail.len() <= 70 {
        return Standing::Alone;
    }
    Standing::Running
}

/// Whether the words before a value on its line are a label about work or place.
fn label_of(head: &str) -> bool {
    let Some(end) = head.find([':', '\u{ff1a}']).or_else(|| head.find(" -")) else {
        return false;
    };
    let label = &head[..end];
    let about = [
        "location",
        "workplace",
        "work type",
        "work model",
        "work mode",
        "work arrangement",
        "work setting",
        "work schedule",
        "work style",
        "modalidad",
        "modalitat",
        "modalité",
        "tryb",
        "job type",
        "remote status",
        "work site",
        "working model",
        "arbeitsmodell",
        "ubicación",
        "lokalizacja",
        "arbeitsort",
        "lieu",
        "position type",
        "work environment",
        "type of work",
    ];
    label.len() <= 40 && about.iter().any(|w| label.contains(w)) && head.len() - end <= 160
}

/// The folded words of `text`; a hyphen parts words, a percent sign does not.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '%' || c == '+'))
        .filter(|w| !w.is_empty())
}

/// The last character boundary not behind `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
