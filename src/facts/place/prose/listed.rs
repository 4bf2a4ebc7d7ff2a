//! Lists of places in which people are hired: "in the following states", and what is
//! taken out of where nobody is.

use super::{REACH, Reader, cut};
use crate::facts::place::PlaceRole;
use crate::facts::place::expression::{self, Expression, Named, Setting};
use crate::facts::place::settle::{Candidate, Standing};
use crate::facts::place::subject::{denial, vacancy};
use crate::facts::{Confidence, Whence};

impl Reader<'_, '_> {
    /// "in the following states: …", on the line or in lines below.
    pub(super) fn listed(&mut self) {
        let (after, run) = self.read_after();
        let before = self.before();
        let Some(what) = vacancy::listed(after, before) else {
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
}
