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
        let after = self.after();
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
        let name_follows = after.trim_start().starts_with(char::is_uppercase);
        let opening = name_follows && hiring::announces_opening(self.before());
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
            .is_some_and(|last| behind::closes(&after[last.range.end..]));
        if closes && !topic::is_passing(self.sentence_words()) {
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
}
