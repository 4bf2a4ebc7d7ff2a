//! Where a sentence says that people are hired: lists of states, an opening "in" a
//! town, an office.

use super::{REACH, Reader, cut};
use crate::facts::place::PlaceRole;
use crate::facts::place::expression::{self, Expression, Named, Setting};
use crate::facts::place::settle::{Candidate, Standing};
use crate::facts::place::subject::{self, behind, denial, hiring, topic};
use crate::facts::{Confidence, Whence};

impl Reader<'_, '_> {
    /// "in the following states: …", on the line or in lines below.
    pub(super) fn listed(&mut self) {
        let (after, run) = self.read_after();
        let before = self.before();
        let Some(what) = hiring::listed(after, before) else {
            return;
        };
        let role = if denial::is_denied(before) {
            PlaceRole::Excluded
        } else {
            self.unless_pay(PlaceRole::RemoteArea)
        };
        let remote = |named: &Named| match role {
            PlaceRole::RemoteArea if !named.is_wide() => PlaceRole::Work,
            role => role,
        };
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

    /// People are hired nowhere but in the places taken out.
    pub(super) fn only_in_exceptions(&mut self, mut run: Expression) {
        run.places.retain(|named| named.excluded);
        for named in &mut run.places {
            named.excluded = false;
        }
        self.take_as(&run, Confidence::Medium, false, |named| {
            if named.is_wide() {
                PlaceRole::RemoteArea
            } else {
                PlaceRole::Work
            }
        });
    }

    /// "bureaux à Lyon", "en présentiel à Lyon".
    pub(super) fn beside_office(&mut self) {
        let after = self.after();
        if self.behind_postcode(after) {
            return;
        }
        let before = self.before();
        let cue = self.text()[self.at.range()].to_lowercase();
        let english = !["à", "sur"].contains(&cue.as_str());
        let mut run = expression::read(after, Setting::Prose);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        // "Harbor Foods in Denver, CO is hiring", "our store is in Brooklyn".
        let plain = hiring::is_of_site(before) || hiring::goes_on_with_hiring(tail);
        let many = hiring::hires_many(before);
        let opening = hiring::announces_opening(before);
        // "Work in our studio in Manhattan": no other thing is in a place.
        let at_site = opening && hiring::ends_with_site(before);
        // "Come work in Spokane", "three days a week in Denver".
        let comes = hiring::invites(before) || hiring::counts_days(before);
        if comes {
            run.places.retain(|named| !named.is_wide());
        }
        let plain = plain || comes;
        if !plain && !many && !opening && !subject::names_office(before, english) {
            return;
        }
        if denial::is_denied(before) {
            self.take(&run, PlaceRole::Excluded, Confidence::Medium, |_| true);
            return;
        }
        let closes = plain || behind::closes(tail);
        if !closes || topic::is_passing(self.sentence_words()) {
            return;
        }
        // "Drivers in Colorado and Iowa", and towns beside one that everybody knows;
        // "a cook in Denver, CO", not "an analyst in finance".
        let in_us = |named: &Named| named.senses[0].country() == Some("US");
        let known = many
            && (before.trim_end().ends_with("hiring") || run.places.iter().all(in_us))
            && run
                .places
                .iter()
                .any(|named| named.joined || named.is_wide() || named.is_large());
        if !known && !plain && !at_site && (opening || many) {
            run.places.retain(|named| named.joined);
        }
        self.take_as(&run, Confidence::Medium, known, |_| PlaceRole::Work);
    }

    /// "Our Pittsburgh office needs a cook", "join our Pittsburgh team".
    pub(super) fn our_office(&mut self) {
        let after = self.after();
        let before = self.before().trim();
        let joins = ["join", "to join", "please join"].contains(&before);
        if !after.trim_start().starts_with(char::is_uppercase) || !(before.is_empty() || joins) {
            return;
        }
        let run = expression::read(after, Setting::Prose);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        // A team may be called Phoenix, so that a place that is stated says more.
        let town = run.places.len() == 1 && !last.is_wide();
        if joins && town && hiring::ends_with_team(tail) {
            self.standing = Standing::Aside;
            self.take(&run, PlaceRole::Work, Confidence::Medium, |_| true);
        } else if !joins && behind::begins_with_office(tail) && hiring::needs_somebody(tail) {
            self.take_as(&run, Confidence::Medium, true, |_| PlaceRole::Work);
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
}
