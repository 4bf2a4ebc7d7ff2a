//! The words around a phrase that speaks of the way of working, and what they
//! make of it. It knows words; it draws no conclusion.

use super::Strength;
use super::words::{ADJECTIVE, CONDITION, DENIES, FULLY, HEADING, JOB, SERVICE};
use crate::facts::Context;
use crate::facts::place::{PlaceRole, aside};
use crate::posting::Role;
use crate::text::{Hit, floor};
use std::ops::Range;

/// Bytes around a cue that are looked at.
const REACH: usize = 240;

/// Where on its line a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Alone on a short line, or in the title.
    Alone,
    /// Behind a label.
    Labelled,
    /// In a board's line with the place.
    BoardLine,
    /// In running text.
    Running,
}

/// A phrase with the words around it, folded.
pub struct Surroundings<'c> {
    pub text: &'c str,
    pub hit: Range<usize>,
    pub sentence: Range<usize>,
    pub next: Vec<&'c str>,
    /// The nearest first.
    pub previous: Vec<&'c str>,
    pub standing: Standing,
    /// Whether "(" stands right behind.
    pub opens: bool,
    pub context: &'c Context<'c>,
}

impl<'c> Surroundings<'c> {
    pub fn of(context: &'c Context<'c>, hit: &Hit, in_title: bool) -> Self {
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

    pub fn words_of_sentence(&self) -> &'c str {
        &self.text[self.sentence.clone()]
    }

    pub fn next(&self, index: usize) -> &'c str {
        self.next.get(index).copied().unwrap_or("")
    }

    pub fn previous(&self, index: usize) -> &'c str {
        self.previous.get(index).copied().unwrap_or("")
    }

    /// The value of the label on whose line the cue stands.
    pub fn line_items(&self) -> &'c str {
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
    pub fn is_explained(&self) -> bool {
        [
            "personas",
            "categor",
            "certain roles",
            "some roles",
            "fall into",
        ]
        .iter()
        .any(|w| self.words_of_sentence().contains(w))
            || self.is_in_list_of_ways()
    }

    /// "Our hybrid roles fall into two categories. In the first you'll work three
    /// days …": the sentences behind explain as well.
    fn is_in_list_of_ways(&self) -> bool {
        const BACK: usize = 420;
        let from = floor(self.text, self.hit.start.saturating_sub(BACK));
        let before = &self.text[from..self.hit.start];
        before.contains("fall into") && before.contains("categor") && before.contains("roles")
    }

    pub fn is_conditional(&self) -> bool {
        self.previous.iter().take(9).any(|w| CONDITION.has(w)) || self.is_for_some()
    }

    /// "Whether you bake remotely or in our Reno office".
    pub fn is_either(&self) -> bool {
        const OFFICE: [&str; 5] = ["office", "offices", "hybrid", "onsite", "on-site"];
        let behind = &self.text[self.hit.end..self.sentence.end];
        let clause = behind.split([',', ';']).next().unwrap_or(behind);
        self.standing == Standing::Running
            && self.previous.iter().take(5).any(|w| *w == "whether")
            && clause.trim_start().starts_with("or ")
            && words(clause).any(|word| OFFICE.contains(&word))
    }

    /// "Lunch for on-site employees", "a desk for fully remote roles".
    fn is_for_some(&self) -> bool {
        const MANY: [&str; 6] = [
            "employees",
            "roles",
            "workers",
            "staff",
            "positions",
            "teammates",
        ];
        self.previous.iter().take(2).any(|w| *w == "for") && MANY.contains(&self.next(0))
    }

    /// "On-site and remote (telephone, e-mail) advice to guests": what is done for others.
    pub fn is_service(&self) -> bool {
        const WAYS: [&str; 10] = [
            "remote", "on", "site", "onsite", "and", "or", "in", "person", "virtual", "hybrid",
        ];
        let to = floor(self.text, self.sentence.end.min(self.hit.end + REACH));
        let tail = &self.text[self.hit.end..to.max(self.hit.end)];
        let outside: String = tail
            .split('(')
            .enumerate()
            .map(|(n, part)| match part.split_once(')') {
                Some((_, behind)) if n > 0 => behind,
                Some(_) | None => part,
            })
            .collect();
        let outside = outside.split([',', ';', '.', ':']).next().unwrap_or("");
        let mut ways = 0;
        let next = words(outside).find(|word| {
            let way = WAYS.contains(word);
            ways += usize::from(way);
            !way
        });
        let mut rest = words(outside).skip(ways);
        let second = rest.nth(1).unwrap_or("");
        self.standing == Standing::Running
            && (ways > 0 || ["and", "or"].contains(&self.previous(0)))
            && (next.is_some_and(|w| SERVICE.has(w)) || SERVICE.has(second))
    }

    /// "Flexible hours and telework": something that one is given.
    pub fn is_perk(&self) -> bool {
        let line = self.text[self.sentence.clone()].trim();
        let listed = ["flexible", "flexibility", "schedule", "schedules"];
        self.standing == Standing::Alone
            && !self.previous.iter().any(|w| FULLY.has(w))
            && (self.previous.iter().any(|w| listed.contains(w)) || self.is_among_benefits())
            && !line.contains(':')
    }

    fn is_among_benefits(&self) -> bool {
        let at = self.context.prose.folded.view(self.hit.clone()).start;
        let section = self.context.prose.posting.section_at(at);
        section.is_some_and(|section| section.role == Role::Benefits)
    }

    /// "Interviews are held remotely", "work from anywhere for 30 days a year".
    pub fn is_aside(&self) -> bool {
        let before = &self.text[self.sentence.start..self.hit.start];
        let after = &self.text[self.hit.end..self.sentence.end];
        self.standing == Standing::Running
            && (aside::is_of_something_else(before, "") || aside::is_for_a_time(before, after))
    }

    /// "We have employees working remotely", "33% of the team work in a hybrid model".
    pub fn is_of_staff(&self) -> bool {
        let before = &self.text[self.sentence.start..self.hit.start];
        self.standing == Standing::Running
            && (aside::is_of_staff(before) || aside::is_share_of_staff(before))
    }

    /// "You can also work from our offices."
    pub fn is_offered(&self) -> bool {
        self.previous
            .iter()
            .take(6)
            .any(|w| ["also", "welcome"].contains(w))
    }

    pub fn is_denied(&self) -> bool {
        // "not remote", "not a fully remote".
        let mut before = self.previous.iter().take(4);
        let directly = before
            .find(|word| !["a", "an", "fully", "currently", "100"].contains(*word))
            .is_some_and(|word| DENIES.has(word));
        directly || self.is_refused() || self.is_answered_no()
    }

    /// "Telework eligible: No".
    fn is_answered_no(&self) -> bool {
        const FAR: usize = 24;
        let to = floor(self.text, self.hit.end + FAR).max(self.hit.end);
        let line = self.text[self.hit.end..to].split('\n').next();
        let answer = line.and_then(|line| line.split_once([':', '?']));
        answer.is_some_and(|(_, answer)| words(answer).next().is_some_and(|word| DENIES.has(word)))
    }

    /// "remote work is not available", "remote isn't an option".
    fn is_refused(&self) -> bool {
        let Some(at) = self.next.iter().take(4).position(|word| DENIES.has(word)) else {
            return false;
        };
        let offer = [
            "available",
            "offered",
            "possible",
            "permitted",
            "allowed",
            "option",
            "eligible",
            "supported",
        ];
        // "This remote job is not available in Colorado" is refused there alone.
        let sentence = self.context.prose.folded.view(self.sentence.clone());
        let somewhere =
            self.context.facts.place.iter().any(|place| {
                place.value.role == PlaceRole::Excluded && sentence.contains(place.at)
            });
        !somewhere
            && self.next[at..]
                .iter()
                .take(4)
                .any(|word| offer.contains(word))
    }

    /// Whether a place of work stands before it on its line, with "or" between:
    /// "Leipzig or remote", "Leipzig / remote".
    pub fn is_other_than_place(&self) -> bool {
        let or = ["or", "oder", "ou", "lub", "o", "of"].contains(&self.previous(0));
        // "Brazil / remote" is remote in Brazil.
        let stroke = self.text[..self.hit.start].trim_end().ends_with('/');
        let at = self.context.prose.folded.view(self.hit.clone());
        let text = &self.context.prose.posting.text;
        self.context.facts.place.iter().any(|place| {
            let between = place.at.end.min(at.start)..at.start;
            (or || stroke && place.value.city.is_some())
                && place.value.role == PlaceRole::Work
                && place.at.end <= at.start
                && between.len() < 40
                && !text[between].contains('\n')
        })
    }

    /// "this role may need to be within commuting distance of an office".
    pub fn is_demanded(&self) -> bool {
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
    pub fn is_seat_of_job(&self) -> bool {
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
    pub fn job_follows(&self) -> bool {
        self.next
            .iter()
            .find(|w| !ADJECTIVE.has(w))
            .is_some_and(|w| JOB.has(w))
    }

    pub fn job_before(&self) -> bool {
        self.previous.iter().any(|w| JOB.has(w))
    }

    pub fn is_said_to_be(&self) -> bool {
        let verb = ["is", "be", "are", "being", "as", "est", "ist", "jest"];
        verb.contains(&self.previous(0))
            || (verb.contains(&self.previous(1))
                && (FULLY.has(self.previous(0))
                    || ["a", "currently", "also"].contains(&self.previous(0))))
    }

    pub fn marked(&self) -> Option<Strength> {
        match self.standing {
            Standing::Alone | Standing::Labelled => Some(Strength::Marked),
            Standing::BoardLine => Some(Strength::Implied),
            Standing::Running => None,
        }
    }

    pub fn followed_by_break(&self) -> bool {
        let rest = &self.text[self.hit.end..];
        rest.trim_start_matches(' ')
            .starts_with([',', '.', ';', '\n', ')', '|', ':', '/'])
            || rest.starts_with(" -")
    }

    pub fn is_in_brackets(&self) -> bool {
        self.text[..self.hit.start].ends_with('(') && self.text[self.hit.end..].starts_with(')')
    }

    /// "(hybrid, once a week in Leeds)".
    pub fn begins_bracket(&self) -> bool {
        self.text[..self.hit.start].ends_with('(')
            && self.text[self.hit.end..].starts_with([',', ')', ';'])
    }

    /// "In-Office Requirement Statement:" names what follows and states nothing.
    pub fn is_heading(&self) -> bool {
        let from = floor(self.text, self.hit.start.saturating_sub(REACH));
        let head = &self.text[from..self.hit.start];
        let head = head.rsplit('\n').next().unwrap_or(head);
        let to = floor(self.text, self.hit.end + REACH).max(self.hit.end);
        let tail = &self.text[self.hit.end..to];
        let tail = tail.split('\n').next().unwrap_or(tail);
        let tail = tail.trim_end_matches([' ', ':', '*', '_', '#', '.']);
        let short = words(head).count() + words(tail).count() <= 6;
        let labelled = head.contains(':') || tail.contains(':');
        short && !labelled && words(tail).any(|word| HEADING.has(word))
    }
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
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '%' || c == '+'))
        .filter(|w| !w.is_empty())
}
