//! A place behind a phrase of a sentence: "based in", "you live in", "anywhere in",
//! and where whom one reports to sits.

use super::Reader;
use crate::domain::gazetteer::Means;
use crate::facts::Confidence;
use crate::facts::place::cues::Cue;
use crate::facts::place::expression::{self, Expression, Setting};
use crate::facts::place::settle::Standing;
use crate::facts::place::subject::{self, Subject, behind, denial, superior, topic, vacancy};
use crate::facts::place::{PlaceRole, aside};

/// What a sentence says of a place that is not the job's.
enum Elsewhere {
    /// Nothing that matters here.
    Passed,
    Told(PlaceRole),
}

impl Reader<'_, '_> {
    /// A place behind a phrase of a sentence.
    pub(super) fn behind(&mut self, cue: Cue) {
        let (after, mut run) = self.read_after();
        if cue == Cue::OutOf {
            run.places.retain(|named| named.joined && !named.is_wide());
        }
        let listed = take_off_offices(&mut run, after);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        let office = behind::begins_with_office(tail);
        if !office && (cue == Cue::Office || !behind::closes(tail)) {
            return;
        }
        match self.elsewhere(cue, tail) {
            Some(Elsewhere::Passed) => return,
            Some(Elsewhere::Told(role)) => {
                self.take(&run, role, Confidence::Medium, |_| true);
                return;
            }
            None => {}
        }
        let (before, sentence) = (self.before(), self.sentence_words());
        if cue == Cue::Remote && aside::is_of_staff(before) {
            self.standing = Standing::Aside;
        }
        if topic::is_of_other_jobs(sentence) || topic::is_of_some_jobs(before) {
            self.take(&run, PlaceRole::Other, Confidence::Medium, |_| true);
            return;
        }
        let who = match subject::of(before) {
            Subject::Superior if superior::attends(sentence) => Subject::Job,
            who => who,
        };
        let Some((role, confidence)) = role(cue, who, office, before, tail) else {
            return;
        };
        // "A position in VA": a pair of capitals can be anything there.
        let first = &run.places[0];
        let state = matches!(first.senses[0], Means::Region(_)) && first.range.len() == 2;
        if cue == Cue::Job && run.places.len() == 1 && first.short && state {
            return;
        }
        // "Remotely within the US or from our headquarters in Bethesda, MD".
        let wide = run.places.iter().take_while(|named| named.is_wide()).last();
        let ahead = wide.map_or(after, |wide| &after[wide.range.end..]);
        let offices = listed || behind::names_office(ahead);
        let from_afar =
            cue == Cue::Live || subject::is_of_applicants(before) || is_remote(sentence);
        self.take_as(&run, confidence, office, |named| {
            match (role, named.is_wide()) {
                (PlaceRole::Work, true) if from_afar => PlaceRole::RemoteArea,
                (PlaceRole::RemoteArea, false) if offices => PlaceRole::Work,
                _ => role,
            }
        });
    }

    /// What the sentence says, if it does not speak of where the job is.
    fn elsewhere(&self, cue: Cue, tail: &str) -> Option<Elsewhere> {
        let (before, sentence) = (self.before(), self.sentence_words());
        let phrase = &self.text()[self.at.range()];
        if topic::is_about_citizens(sentence) {
            return Some(Elsewhere::Passed);
        }
        if topic::is_pay_or_law(sentence) {
            return Some(match cue {
                Cue::Office | Cue::Job => Elsewhere::Passed,
                _ => Elsewhere::Told(PlaceRole::Other),
            });
        }
        let seat = matches!(cue, Cue::Office | Cue::Seat);
        if aside::is_share_of_staff(before)
            || seat && (topic::is_visit(before, sentence) || topic::is_amenity(before))
            || subject::is_some_office(phrase, before)
        {
            return Some(Elsewhere::Passed);
        }
        let denied = denial::is_denied(before);
        // "Even if you are not based in Malaysia" shuts nobody out.
        if denied && topic::is_condition(before) {
            return Some(Elsewhere::Passed);
        }
        if denied || denial::is_denied_behind(tail) {
            return Some(Elsewhere::Told(PlaceRole::Excluded));
        }
        let of_others = cue == Cue::Remote
            && (vacancy::others_hire(before)
                || aside::is_of_something_else(before, &phrase.to_lowercase())
                || aside::is_for_a_time(before, tail));
        of_others.then_some(Elsewhere::Passed)
    }

    /// Where whom one reports to sits: "reporting to the VP in Chicago".
    pub(super) fn reports(&mut self) {
        // Who reports to an office three days a week works there.
        let role = if superior::attends(self.sentence_words()) {
            PlaceRole::Work
        } else {
            PlaceRole::ReportsTo
        };
        let after = self.after();
        let after = &after[..superior::end_of_superior(after)];
        for from in superior::places_of_superior(after) {
            let words = &after[from..];
            let mut run = expression::read(words, Setting::Prose);
            let Some(last) = run.places.last() else {
                continue;
            };
            // "Reports to: Store manager, Denver, CO", but not "the Director, Europe".
            if after[..from].ends_with(", ") && !run.places[0].joined {
                continue;
            }
            let tail = &words[last.range.end..];
            let office = behind::begins_with_office(tail);
            // "Reports to the US Director": no place of anybody.
            let superior = role == PlaceRole::ReportsTo && from > 0;
            let theirs = office || (superior && behind::closes(tail));
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
}

/// "Any of our US offices: Boston, MA; Reno, NV": the offices are what is listed. True
/// if what stood in front of them was taken off.
fn take_off_offices(run: &mut Expression, after: &str) -> bool {
    let listed = match run.places.as_slice() {
        [wide, next, ..] => {
            wide.is_wide()
                && !next.is_wide()
                && behind::lists_offices(&after[wide.range.end..next.range.start])
        }
        _ => false,
    };
    if listed {
        run.places.remove(0);
    }
    listed
}

/// What a place is behind a cue in a sentence that speaks of `who`.
fn role(
    cue: Cue,
    who: Subject,
    office: bool,
    before: &str,
    tail: &str,
) -> Option<(PlaceRole, Confidence)> {
    let role = match (cue, who) {
        (_, Subject::Superior) => (PlaceRole::ReportsTo, Confidence::Medium),
        (Cue::Seat | Cue::OutOf | Cue::Live | Cue::OnSite | Cue::Near, Subject::Job) => {
            (PlaceRole::Work, Confidence::High)
        }
        (Cue::Remote, Subject::Job | Subject::None) if office => {
            (PlaceRole::Work, Confidence::High)
        }
        (Cue::Remote | Cue::People, Subject::Job | Subject::None) => {
            (PlaceRole::RemoteArea, Confidence::High)
        }
        // "We are open to candidates in".
        (Cue::People, Subject::Company) if before.contains("open to") => {
            (PlaceRole::RemoteArea, Confidence::High)
        }
        (Cue::Seat, Subject::Team)
            if subject::speaks_of_joining(before) && !subject::works_with(before) =>
        {
            (PlaceRole::Work, Confidence::Medium)
        }
        // "We can employ people who live in".
        (Cue::Live, Subject::Company) if vacancy::hires(before) => {
            (PlaceRole::Work, Confidence::High)
        }
        (Cue::Live | Cue::OnSite | Cue::Near, Subject::None) => {
            (PlaceRole::Work, Confidence::Medium)
        }
        (Cue::Office, Subject::Job | Subject::None) => (PlaceRole::Work, Confidence::Medium),
        (Cue::Office, Subject::Team | Subject::Company) if subject::speaks_of_joining(before) => {
            (PlaceRole::Work, Confidence::Medium)
        }
        (Cue::Job, _) => (PlaceRole::Work, Confidence::Medium),
        (Cue::Remote, Subject::Team | Subject::Company) if subject::mentions_job(before) => {
            (PlaceRole::RemoteArea, Confidence::Medium)
        }
        (Cue::Seat, Subject::None)
            if subject::is_opening(before) && !behind::goes_on_with_company(tail) =>
        {
            (PlaceRole::Work, Confidence::Medium)
        }
        _ => return None,
    };
    Some(role)
}

/// True if a sentence speaks of work from anywhere.
fn is_remote(sentence: &str) -> bool {
    [
        "remote",
        "anywhere",
        "home-based",
        "home based",
        "work from home",
    ]
    .iter()
    .any(|way| sentence.contains(way))
}
