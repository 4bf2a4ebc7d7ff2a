//! Places in running text. A bare name says nothing (it may be a customer's, a
//! founder's, a product's); only beside words that tie it to the job does it
//! count.

use super::PlaceRole;
use super::aside;
use super::cues::{Cue, TABLE};
use super::expression::{self, Expression, Named, Setting};
use super::settle::{Candidate, Standing};
use super::subject::{self, Subject};
use crate::domain::gazetteer::Means;
use crate::facts::{Confidence, Context, Whence};
use crate::text::{Hit, Span, View};

/// Inhabitants of a city whose bare name counts behind a cue.
const LARGE: u32 = 100_000;

/// Bytes behind a cue that are looked at.
const REACH: usize = 320;

/// The places that the text ties to the job.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let body = context.prose.posting.document.body;
    // Where the last reading ended: a cue within it would read it again.
    let mut read_to = 0;
    for (index, hit) in context.hits.iter().enumerate() {
        let at = context.prose.folded.view(hit.range.clone());
        if at.start < body.start || at.start < read_to {
            continue;
        }
        // Of cues that begin at one place, the longest speaks.
        let longer = context.hits[index + 1..]
            .iter()
            .take_while(|next| next.range.start == hit.range.start)
            .any(|next| next.range.end > hit.range.end && TABLE[next.cue].1 != Cue::Label);
        if longer {
            continue;
        }
        *list += 1;
        let mut reader = Reader {
            context,
            at,
            list: *list,
            found: &mut found,
            end: 0,
            standing: Standing::Told,
        };
        reader.read(TABLE[hit.cue].1, hit);
        read_to = read_to.max(reader.end);
    }
    found
}

struct Reader<'r, 'c> {
    context: &'r Context<'c>,
    /// The cue.
    at: Span<View>,
    list: usize,
    found: &'r mut Vec<Candidate>,
    end: usize,
    standing: Standing,
}

impl<'r, 'c> Reader<'r, 'c> {
    fn text(&self) -> &'c str {
        &self.context.prose.posting.text
    }

    fn sentence(&self) -> Span<View> {
        self.context.prose.sentence_at(self.at.start)
    }

    /// The sentence before the cue, folded.
    fn before(&self) -> &'r str {
        let sentence = self.sentence();
        let start = sentence.start.min(self.at.start);
        let folded = &self.context.prose.folded;
        let range = folded.range(Span::new(start, self.at.start));
        cut_front(&folded.text()[range], REACH)
    }

    /// The sentence around the cue, folded.
    fn sentence_words(&self) -> &'r str {
        let folded = &self.context.prose.folded;
        let range = folded.range(self.sentence().cover(self.at));
        let cue = folded.range(self.at);
        let words = &folded.text()[range.clone()];
        let head = cut_front(&words[..cue.start - range.start], REACH).len();
        let tail = cut(&words[cue.start - range.start..], REACH).len();
        let middle = cue.start - range.start;
        &words[middle - head..middle + tail]
    }

    /// The rest of the sentence behind the cue.
    fn after(&self) -> &'c str {
        let end = self.sentence().end.max(self.at.end);
        cut(&self.text()[self.at.end..end], REACH)
    }

    fn read(&mut self, cue: Cue, hit: &Hit) {
        match cue {
            Cue::Label => self.label(),
            Cue::Based => {
                self.label();
                self.based_behind();
            }
            Cue::Only => self.only(),
            Cue::NotThere => {
                if let Some(people) = subject::people_before_denial(self.before()) {
                    self.backward(self.at.start - people, PlaceRole::Excluded);
                }
            }
            Cue::Reports => self.reports(),
            Cue::Listed => self.listed(),
            Cue::In => self.beside_office(),
            Cue::Not => {
                let run = expression::read(self.after(), Setting::Prose);
                // "We do not hire in the US except California": there they do.
                if run.places.iter().any(|named| named.excluded) {
                    self.only_in_exceptions(run);
                    return;
                }
                self.take(&run, PlaceRole::Excluded, Confidence::High, |_| true);
            }
            Cue::Seat
            | Cue::Live
            | Cue::Remote
            | Cue::OnSite
            | Cue::Office
            | Cue::Job
            | Cue::Near
            | Cue::People => self.behind(cue, hit),
        }
    }

    /// "in the following states: …", on the line or in lines below.
    fn listed(&mut self) {
        let after = self.after();
        let before = self.before();
        let Some(what) = subject::listed(after, before) else {
            return;
        };
        let role = if subject::is_denied(before) {
            PlaceRole::Excluded
        } else {
            self.unless_pay(PlaceRole::RemoteArea)
        };
        let remote = |named: &Named| match role {
            PlaceRole::RemoteArea if !is_wide(named) => PlaceRole::Work,
            role => role,
        };
        let run = expression::read(after, Setting::Prose);
        if !run.places.is_empty() {
            self.take_as(&run, Confidence::High, false, remote);
            return;
        }
        if !after[what..].trim_start().starts_with(':') {
            return;
        }
        let rest = cut(&self.text()[self.at.end..], 4 * REACH);
        let mut at = self.at.end;
        for line in rest.split('\n') {
            let read = expression::read(line, Setting::Line);
            let first = at == self.at.end;
            if !first && !line.trim().is_empty() && (read.places.is_empty() || read.other_words > 2)
            {
                break;
            }
            for named in read.places.iter().filter(|_| !first) {
                let mut candidate =
                    Candidate::of(named, at, remote(named), Whence::Text, self.list);
                candidate.standing = Standing::Told;
                self.end = self.end.max(candidate.at.end);
                self.found.push(candidate);
            }
            at += line.len() + 1;
        }
    }

    /// "bureaux à Lyon", "en présentiel à Lyon".
    fn beside_office(&mut self) {
        let after = self.after();
        if self.behind_postcode(after) {
            return;
        }
        let name_follows = after.trim_start().starts_with(char::is_uppercase);
        let opening = name_follows && subject::announces_opening(self.before());
        let english = self.text()[self.at.range()].eq_ignore_ascii_case("in");
        if !opening && !subject::names_office(self.before(), english) {
            return;
        }
        let mut run = expression::read(after, Setting::Prose);
        if opening {
            // "a cook in Denver, CO", not "an analyst in finance".
            run.places.retain(|named| named.joined);
        }
        let closes = run
            .places
            .last()
            .is_some_and(|last| subject::closes(&after[last.range.end..]));
        if closes && !subject::is_passing(self.sentence_words()) {
            self.take_as(&run, Confidence::Medium, false, |_| PlaceRole::Work);
        }
    }

    /// "in 04109 Leipzig": with its code a town is no mere mention.
    fn behind_postcode(&mut self, after: &str) -> bool {
        let words = after.trim_start();
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let name = &words[digits..];
        if digits != 5 || !name.starts_with(' ') || !name[1..].starts_with(char::is_uppercase) {
            return false;
        }
        let base = after.len() - name.len();
        let mut run = expression::read(name, Setting::Prose);
        run.places.truncate(1);
        for named in &mut run.places {
            named.range = named.range.start + base..named.range.end + base;
        }
        let seat = ["sitz", "zentrale", "siège", "headquarter"];
        if run.places.is_empty() || seat.iter().any(|word| self.before().contains(word)) {
            return false;
        }
        self.take_as(&run, Confidence::Medium, false, |_| PlaceRole::Work);
        true
    }

    /// People are hired nowhere but in the places taken out.
    fn only_in_exceptions(&mut self, mut run: Expression) {
        run.places.retain(|named| named.excluded);
        for named in &mut run.places {
            named.excluded = false;
        }
        self.take_as(&run, Confidence::Medium, false, |named| {
            if is_wide(named) {
                PlaceRole::RemoteArea
            } else {
                PlaceRole::Work
            }
        });
    }

    /// Where whom one reports to sits: "reporting to the VP in Chicago".
    fn reports(&mut self) {
        // Who reports to an office three days a week works there.
        let role = if subject::attends(self.sentence_words()) {
            PlaceRole::Work
        } else {
            PlaceRole::ReportsTo
        };
        let after = self.after();
        let after = &after[..subject::end_of_superior(after)];
        for from in subject::places_of_superior(after) {
            let words = &after[from..];
            let mut run = expression::read(words, Setting::Prose);
            let Some(last) = run.places.last() else {
                continue;
            };
            let tail = &words[last.range.end..];
            let office = subject::begins_with_office(tail);
            // "Reports to the US Director": no place of anybody.
            let superior = role == PlaceRole::ReportsTo && from > 0;
            let theirs = office || (superior && subject::closes(tail));
            if !theirs {
                continue;
            }
            for named in &mut run.places {
                named.range = named.range.start + from..named.range.end + from;
            }
            self.take_as(&run, Confidence::Medium, office, |_| role);
            return;
        }
    }

    /// A place behind a phrase of a sentence.
    fn behind(&mut self, cue: Cue, _hit: &Hit) {
        let after = self.after();
        let run = expression::read(after, Setting::Prose);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        let office = subject::begins_with_office(tail);
        if cue == Cue::Office && !office {
            return;
        }
        if !office && !subject::closes(tail) {
            return;
        }
        let sentence = self.sentence_words();
        if subject::is_about_citizens(sentence) {
            return;
        }
        if subject::is_pay_or_law(sentence) {
            if cue != Cue::Office && cue != Cue::Job {
                self.take(&run, PlaceRole::Other, Confidence::Medium, |_| true);
            }
            return;
        }
        let before = self.before();
        let seat = matches!(cue, Cue::Office | Cue::Seat);
        if seat && (subject::is_visit(before, sentence) || subject::is_amenity(before)) {
            return;
        }
        if subject::is_some_office(&self.text()[self.at.range()], before) {
            return;
        }
        if subject::is_denied(before) || subject::is_denied_behind(tail) {
            self.take(&run, PlaceRole::Excluded, Confidence::Medium, |_| true);
            return;
        }
        let phrase = self.text()[self.at.range()].to_lowercase();
        if cue == Cue::Remote
            && (subject::others_hire(before)
                || aside::is_of_something_else(before, &phrase)
                || aside::is_for_a_time(before, tail))
        {
            return;
        }
        if cue == Cue::Remote && aside::is_of_staff(before) {
            self.standing = Standing::Aside;
        }
        if subject::is_of_other_jobs(sentence) {
            self.take(&run, PlaceRole::Other, Confidence::Medium, |_| true);
            return;
        }
        let who = match subject::of(before) {
            Subject::Superior if subject::attends(sentence) => Subject::Job,
            who => who,
        };
        let (role, confidence) = match (cue, who) {
            (_, Subject::Superior) => (PlaceRole::ReportsTo, Confidence::Medium),
            (Cue::Seat | Cue::Live | Cue::OnSite | Cue::Near, Subject::Job) => {
                (PlaceRole::Work, Confidence::High)
            }
            (Cue::Remote, Subject::Job | Subject::None) if office => {
                (PlaceRole::Work, Confidence::High)
            }
            (Cue::Remote | Cue::People, Subject::Job | Subject::None) => {
                (PlaceRole::RemoteArea, Confidence::High)
            }
            (Cue::Seat, Subject::Team)
                if subject::speaks_of_joining(before) && !subject::works_with(before) =>
            {
                (PlaceRole::Work, Confidence::Medium)
            }
            // "We can employ people who live in".
            (Cue::Live, Subject::Company) if subject::hires(before) => {
                (PlaceRole::Work, Confidence::High)
            }
            (Cue::Live | Cue::OnSite | Cue::Near, Subject::None) => {
                (PlaceRole::Work, Confidence::Medium)
            }
            (Cue::Office, Subject::Job | Subject::None) => (PlaceRole::Work, Confidence::Medium),
            (Cue::Office, Subject::Team | Subject::Company)
                if subject::speaks_of_joining(before) =>
            {
                (PlaceRole::Work, Confidence::Medium)
            }
            (Cue::Job, _) => (PlaceRole::Work, Confidence::Medium),
            (Cue::Remote, Subject::Team | Subject::Company) if subject::mentions_job(before) => {
                (PlaceRole::RemoteArea, Confidence::Medium)
            }
            (Cue::Seat, Subject::None)
                if subject::is_opening(before) && !subject::goes_on_with_company(tail) =>
            {
                (PlaceRole::Work, Confidence::Medium)
            }
            _ => return,
        };
        let remote = sentence.contains("remote") || sentence.contains("anywhere");
        // "A position in VA": a pair of capitals can be anything there.
        let bare = run.places.len() == 1 && run.places[0].short;
        let state = matches!(run.places[0].senses[0], Means::Region(_));
        if cue == Cue::Job && bare && state && run.places[0].range.len() == 2 {
            return;
        }
        let is_live = cue == Cue::Live || subject::is_of_applicants(before);
        self.take_as(&run, confidence, office, |named| {
            let wide = is_wide(named);
            if role == PlaceRole::Work && wide && (is_live || remote) {
                PlaceRole::RemoteArea
            } else {
                role
            }
        });
    }

    /// "US-based", "London based": the place stands before the word.
    fn based_behind(&mut self) {
        let tail = self.after();
        let before = self.before();
        let Some(role) = subject::role_of_based(tail, before) else {
            return;
        };
        self.backward(self.at.start, self.unless_pay(role));
    }

    /// "US only", "US based applicants only", "UK residents only".
    fn only(&mut self) {
        let Some(behind) = subject::behind_place_before_only(self.before()) else {
            return;
        };
        if aside::is_of_benefit(self.before()) {
            return;
        }
        // "US applicants only: you must have …" is for these, if there are any.
        if behind > 0 && self.after().starts_with(':') {
            self.standing = Standing::Aside;
        }
        // Folding keeps the length of these ASCII words.
        let role = self.unless_pay(PlaceRole::RemoteArea);
        self.backward(self.at.start - behind, role);
    }

    /// A line about pay, law or other jobs names places for other reasons.
    fn unless_pay(&self, role: PlaceRole) -> PlaceRole {
        let sentence = self.sentence_words();
        if subject::is_pay_or_law(sentence) || subject::is_of_other_jobs(sentence) {
            PlaceRole::Other
        } else {
            role
        }
    }

    /// Reads the place that ends right before `end`.
    fn backward(&mut self, end: usize, role: PlaceRole) {
        let start = self.sentence().start;
        let text = self.text();
        if end <= start || !text.is_char_boundary(end) {
            return;
        }
        let near = end - cut_front(&text[start..end], 80).len();
        let head = text[near..end].trim_end_matches([' ', '-', '\u{2010}', '\u{2011}', '\u{a0}']);
        let base = near + last_words(head, 4);
        let words = &text[base..near + head.len()];
        let read = expression::read(words, Setting::Line);
        let Some(named) = read.places.last() else {
            return;
        };
        let known = named.joined || is_wide(named) || is_large(named);
        if named.range.end < words.len() || !known {
            return;
        }
        let role = if role == PlaceRole::RemoteArea && !is_wide(named) {
            PlaceRole::Work
        } else {
            role
        };
        let mut candidate = Candidate::of(named, base, role, Whence::Text, self.list);
        candidate.standing = self.standing;
        self.found.push(candidate);
        self.end = self.end.max(self.at.end);
    }

    /// A label at the beginning of a line, with the place behind it or below.
    fn label(&mut self) {
        let text = self.text();
        let head = cut_front(&text[..self.at.start], 80);
        let head = head.rsplit('\n').next().unwrap_or(head);
        let emoji = !text[self.at.range()].starts_with(char::is_alphanumeric);
        let rest = cut(&text[self.at.end..], 4 * REACH);
        let line = rest.split('\n').next().unwrap_or(rest);
        // In a paragraph whose lines were folded, labels stand in the middle.
        let capital = text[self.at.start..].starts_with(char::is_uppercase);
        let inline = capital && self.at.len() > 4 && line.starts_with(':');
        if !emoji && !inline && !subject::is_label_start(head) {
            return;
        }
        let value = if emoji {
            Some(0)
        } else {
            subject::label_value(line)
        };
        let Some(value) = value else {
            return;
        };
        if !line[value..].trim().is_empty() {
            self.line(self.at.end + value, &line[value..]);
            return;
        }
        // The label is a heading or a cell; the place stands below.
        let mut at = self.at.end + line.len() + 1;
        let mut seen = 0;
        for below in rest.get(line.len() + 1..).unwrap_or("").split('\n') {
            if !below.trim().is_empty() {
                seen += 1;
                let before = self.found.len();
                self.line(at, below);
                if self.found.len() == before || seen == 4 {
                    break;
                }
            }
            at += below.len() + 1;
        }
    }

    /// A line that a label says is about places.
    fn line(&mut self, offset: usize, value: &str) {
        let value = cut(subject::until_next_label(until_sentence(value)), REACH);
        // Long lines are sentences, which other cues read.
        let setting = if value.len() > 160 {
            Setting::Prose
        } else {
            Setting::Line
        };
        let read = expression::read(value, setting);
        let lone = read.other_words == 0;
        for named in &read.places {
            if !(named.joined || is_wide(named) || is_large(named) || lone) {
                continue;
            }
            let role = if named.remote && is_wide(named) {
                PlaceRole::RemoteArea
            } else {
                PlaceRole::Work
            };
            let mut candidate = Candidate::of(named, offset, role, Whence::Text, self.list);
            if read.other_words > 4 {
                candidate.confidence = Confidence::Medium;
            }
            // A list of offices is the company's where the job's place is said.
            if self.text()[self.at.range()].eq_ignore_ascii_case("offices") {
                candidate.standing = Standing::Aside;
            }
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
    }

    fn take(
        &mut self,
        run: &Expression,
        role: PlaceRole,
        confidence: Confidence,
        wanted: impl Fn(&Named) -> bool,
    ) {
        self.take_as(run, confidence, false, |named| {
            if wanted(named) {
                role
            } else {
                PlaceRole::Other
            }
        });
    }

    fn take_as(
        &mut self,
        run: &Expression,
        confidence: Confidence,
        office: bool,
        role: impl Fn(&Named) -> PlaceRole,
    ) {
        for named in &run.places {
            if !(named.joined || is_wide(named) || is_large(named) || office) {
                continue;
            }
            let mut candidate =
                Candidate::of(named, self.at.end, role(named), Whence::Text, self.list);
            candidate.confidence = confidence;
            candidate.standing = self.standing;
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
    }
}

/// The value of a label without the sentences behind its places: "Omaha, Nebraska.
/// You will serve customers in Kansas".
fn until_sentence(value: &str) -> &str {
    const WORDS: usize = 3;
    value
        .match_indices(". ")
        .map(|(at, _)| value.split_at(at + 1))
        .find(|(places, rest)| {
            !expression::read(places, Setting::Line).places.is_empty()
                && expression::read(rest, Setting::Line).other_words >= WORDS
        })
        .map_or(value, |(places, _)| places)
}

/// Larger than a city.
pub fn is_wide(named: &Named) -> bool {
    !matches!(named.senses[0], Means::City(_) | Means::County(_))
}

/// A city that everybody knows.
pub fn is_large(named: &Named) -> bool {
    named.senses[0].weight() >= LARGE
}

/// The beginning of `text`, at most `length` bytes and whole characters.
pub fn cut(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of `text`, at most `length` bytes and whole characters.
fn cut_front(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Where the last `count` words of `text` begin.
fn last_words(text: &str, count: usize) -> usize {
    let mut starts = Vec::new();
    let mut within = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() || matches!(c, '.' | '\'' | '\u{2019}' | '-' | '/' | '&');
        if word && !within {
            starts.push(at);
        }
        within = word;
    }
    starts[starts.len().saturating_sub(count)..]
        .first()
        .copied()
        .unwrap_or(text.len())
}
