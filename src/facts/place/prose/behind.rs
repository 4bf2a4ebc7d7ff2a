//! A place behind a phrase of a sentence: "based in", "you live in", "anywhere in",
//! and where whom one reports to sits.

use super::Reader;
use crate::domain::gazetteer::Means;
use crate::facts::Confidence;
use crate::facts::place::cues::Cue;
use crate::facts::place::expression::{self, Setting};
use crate::facts::place::settle::Standing;
use crate::facts::place::subject::{self, Subject, behind, denial, superior, topic, vacancy};
use crate::facts::place::{PlaceRole, aside};

impl Reader<'_, '_> {
    /// A place behind a phrase of a sentence.
    pub(super) fn behind(&mut self, cue: Cue) {
        let (after, mut run) = self.read_after();
        let mut listed = false;
        // "Any of our US offices: Boston, MA; Reno, NV": the offices are what is listed.
        if let [wide, next, ..] = run.places.as_slice()
            && wide.is_wide()
            && !next.is_wide()
            && behind::lists_offices(&after[wide.range.end..next.range.start])
        {
            run.places.remove(0);
            listed = true;
        }
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        let office = behind::begins_with_office(tail);
        if cue == Cue::Office && !office {
            return;
        }
        if !office && !behind::closes(tail) {
            return;
        }
        let sentence = self.sentence_words();
        if topic::is_about_citizens(sentence) {
            return;
        }
        if topic::is_pay_or_law(sentence) {
            if cue != Cue::Office && cue != Cue::Job {
                self.take(&run, PlaceRole::Other, Confidence::Medium, |_| true);
            }
            return;
        }
        let before = self.before();
        if aside::is_share_of_staff(before) {
            return;
        }
        let seat = matches!(cue, Cue::Office | Cue::Seat);
        if seat && (topic::is_visit(before, sentence) || topic::is_amenity(before)) {
            return;
        }
        if subject::is_some_office(&self.text()[self.at.range()], before) {
            return;
        }
        // "Even if you are not based in Malaysia" shuts nobody out.
        if denial::is_denied(before) && topic::is_condition(before) {
            return;
        }
        if denial::is_denied(before) || denial::is_denied_behind(tail) {
            self.take(&run, PlaceRole::Excluded, Confidence::Medium, |_| true);
            return;
        }
        let phrase = self.text()[self.at.range()].to_lowercase();
        if cue == Cue::Remote
            && (vacancy::others_hire(before)
                || aside::is_of_something_else(before, &phrase)
                || aside::is_for_a_time(before, tail))
        {
            return;
        }
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
                if subject::is_opening(before) && !behind::goes_on_with_company(tail) =>
            {
                (PlaceRole::Work, Confidence::Medium)
            }
            _ => return,
        };
        let remote = [
            "remote",
            "anywhere",
            "home-based",
            "home based",
            "work from home",
        ]
        .iter()
        .any(|way| sentence.contains(way));
        // "A position in VA": a pair of capitals can be anything there.
        let bare = run.places.len() == 1 && run.places[0].short;
        let state = matches!(run.places[0].senses[0], Means::Region(_));
        if cue == Cue::Job && bare && state && run.places[0].range.len() == 2 {
            return;
        }
        // "Remotely within the US or from our headquarters in Bethesda, MD".
        let wide = run.places.iter().take_while(|named| named.is_wide()).last();
        let ahead = wide.map_or(after, |wide| &after[wide.range.end..]);
        let offices = listed || behind::names_office(ahead);
        let is_live = cue == Cue::Live || subject::is_of_applicants(before);
        self.take_as(&run, confidence, office, |named| {
            let wide = named.is_wide();
            if role == PlaceRole::Work && wide && (is_live || remote) {
                PlaceRole::RemoteArea
            } else if role == PlaceRole::RemoteArea && !wide && offices {
                PlaceRole::Work
            } else {
                role
            }
        });
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
