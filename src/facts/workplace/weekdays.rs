//! Days of the week and "now and then" beside a phrase for the way of working: it holds at
//! some times and not at others.

use super::surroundings::Surroundings;

const WEEKDAYS: [&str; 5] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

impl Surroundings<'_> {
    /// "Occasional work from home": now and then.
    pub fn is_occasional(&self) -> bool {
        const SELDOM: [&str; 8] = [
            "occasional",
            "occasionally",
            "sometimes",
            "occasionnel",
            "ponctuel",
            "gelegentlich",
            "gelegentliches",
            "ocasional",
        ];
        let near = self.previous.iter().take(3).chain(self.next.iter().take(3));
        near.copied().any(|word| SELDOM.contains(&word))
    }

    /// "On Fridays", "Tuesday through Thursday": some days of the week, and not all.
    pub fn names_weekdays(&self) -> bool {
        let whole = self.names_day("monday") && self.names_day("friday");
        (1..WEEKDAYS.len()).contains(&self.weekdays()) && !whole
    }

    pub fn weekdays(&self) -> usize {
        WEEKDAYS.iter().filter(|day| self.names_day(day)).count()
    }

    pub fn names_day(&self, day: &str) -> bool {
        let mut near = self.previous.iter().take(8).chain(&self.next);
        // "Tue", "Thurs"
        let cut = |word: &str| word.len() >= 3 && word.len() < 6 && day.starts_with(word);
        near.any(|word| word.strip_suffix('s').unwrap_or(word) == day || cut(word))
    }
}
