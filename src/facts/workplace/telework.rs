//! Telework, which in many tongues is a benefit on some days: the share of the time and the
//! days that stand beside its words.

use super::surroundings::Surroundings;
use super::words::{FULLY, PARTLY, number};
use super::{Mode, Strength};

impl Surroundings<'_> {
    /// The share of the time right before the words: "40% remote".
    pub fn share(&self) -> Option<u8> {
        let before = self.text[self.sentence.start..self.hit.start].trim_end();
        let before = before.strip_suffix('%')?.trim_end();
        let digits = before.trim_start_matches(|c: char| !c.is_ascii_digit());
        let digits = digits.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    }

    /// Whether days are counted beside the words, which say what it comes to.
    pub fn counts_days(&self) -> bool {
        let days = [
            "jour", "jours", "tag", "tage", "tagen", "dia", "dias", "día", "días", "day", "days",
        ];
        let mut near = self.previous.iter().take(2).chain(self.next.iter().take(3));
        near.any(|w| days.contains(w)) && self.text_has_number_near()
    }

    /// Words for telework, which in many tongues is a benefit on some days.
    pub fn telework(&self) -> Option<(Mode, Option<Strength>)> {
        let before = self.text[self.sentence.start..self.hit.start].trim_end();
        if let Some(before) = before.strip_suffix('%') {
            let whole = before.trim_end().ends_with("100");
            let mode = if whole { Mode::Remote } else { Mode::Hybrid };
            return Some((mode, Some(Strength::Plain)));
        }
        // "2 jours de télétravail par semaine"
        if self.counts_days() {
            return None;
        }
        let near = || self.previous.iter().take(2).chain(self.next.iter().take(3));
        let fully = self.previous.iter().take(3).any(|w| FULLY.has(w));
        // "Homeoffice möglich", "télétravail partiel": on some days.
        let partly = |w: &&&str| PARTLY.has(w);
        if !fully && near().find(partly).is_some() {
            return Some((Mode::Hybrid, Some(Strength::Culture)));
        }
        let strength = if fully {
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

    fn text_has_number_near(&self) -> bool {
        let near = self.previous.iter().take(3).chain(self.next.iter().take(3));
        near.copied().any(|w| number(w).is_some())
    }
}
