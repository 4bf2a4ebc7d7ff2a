//! Whether a phrase beside its words says remote, hybrid or on site, and how
//! plainly.

use super::surroundings::{Standing, Surroundings};
use super::words::{COMPANY, CULTURE, FULLY, HYBRID, JOB, NOT_ONSITE, NOT_REMOTE, PERK, VIRTUAL};
use super::{Mode, Strength};

impl Surroundings<'_> {
    pub fn remote(&self) -> Option<(Mode, Option<Strength>)> {
        let phrase = &self.text[self.hit.clone()];
        let next = self.next(0);
        if self.is_denied() {
            let refused = self.standing == Standing::Running && !self.is_conditional();
            return refused.then_some((Mode::Onsite, Some(Strength::Implied)));
        }
        if self.is_either() {
            return Some((Mode::Mixed, Some(Strength::Implied)));
        }
        if self.is_conditional() || self.is_aside() || self.is_service() {
            return None;
        }
        // "40% remote"
        if let Some(share) = self.share()
            && share < 100
            && self.standing != Standing::Labelled
            && (self.followed_by_break() || next.is_empty())
        {
            return Some((Mode::Hybrid, Some(Strength::Plain)));
        }
        // "Who lives near comes in; otherwise, this is a remote role".
        if self.previous.last() == Some(&"otherwise") && self.job_follows() {
            return Some((Mode::Mixed, Some(Strength::Plain)));
        }
        let strength = match phrase {
            // "Nous travaillons essentiellement à distance", but "formation à distance".
            "à distance" => {
                let works = self
                    .previous
                    .iter()
                    .take(3)
                    .any(|w| w.starts_with("travail"));
                if !works {
                    return None;
                }
                let fully = FULLY.has(self.previous(0));
                Some(if fully {
                    Strength::Plain
                } else {
                    Strength::Culture
                })
            }
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
                if PERK.has(next) || self.is_perk() || self.is_occasional() || self.counts_days() {
                    return None;
                }
                if self.names_weekdays() {
                    return Some((Mode::Hybrid, Some(Strength::Implied)));
                }
                Some(self.marked().unwrap_or(Strength::Implied))
            }
            "telework" | "teleworking" | "telecommute" | "telecommuting" | "télétravail"
            | "teletrabajo" | "télétravailler" | "mobiles arbeiten" | "homeoffice"
            | "home-office" | "thuiswerken" | "smart working" | "distansarbete" => {
                if PERK.has(next) || self.is_perk() || self.is_occasional() {
                    return None;
                }
                return self.telework();
            }
            _ => {
                if self.is_of_team_joined() {
                    return Some((Mode::Remote, Some(Strength::Culture)));
                }
                if NOT_REMOTE.has(next) && !self.followed_by_break() {
                    return None;
                }
                self.remote_word(next)
            }
        };
        let strength = if self.is_of_staff() {
            strength.min(Some(Strength::Culture))
        } else {
            strength
        };
        let mode = if self.standing != Standing::Running && self.is_other_than_place() {
            Mode::Mixed
        } else {
            Mode::Remote
        };
        Some((mode, strength))
    }

    /// "Join our team of remote professionals."
    fn is_of_team_joined(&self) -> bool {
        let joins = ["join", "joining", "are", "we're"];
        self.previous(0) == "of"
            && self.previous(1) == "team"
            && self
                .previous
                .iter()
                .skip(2)
                .take(3)
                .any(|w| joins.contains(w))
    }

    /// "We are looking for a remote bookkeeper."
    fn is_sought(&self) -> bool {
        let before: Vec<&str> = self.previous.iter().take(4).copied().collect();
        matches!(
            before.as_slice(),
            ["a" | "an", "for", "looking" | "searching", ..]
                | ["a" | "an", "of", "search", ..]
                | ["a" | "an", "seeking" | "hiring", ..]
        )
    }

    /// "remote" and its like.
    fn remote_word(&self, next: &str) -> Option<Strength> {
        if self.standing == Standing::Labelled {
            return Some(Strength::Marked);
        }
        // "Experience working remotely is a plus" is a wish.
        if self.previous.iter().take(2).any(|w| *w == "experience") {
            return None;
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
        if self.is_sought() {
            return Some(Strength::Plain);
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
            // Whether this one is among them, nobody says.
            return (!most).then_some(Strength::Plain);
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

    pub fn hybrid(&self) -> Option<(Mode, Option<Strength>)> {
        let phrase = &self.text[self.hit.clone()];
        let next = self.next(0);
        if self.is_denied() || self.is_conditional() {
            return None;
        }
        // "Praca hybrydowa": with the word for work it needs no other.
        if phrase.contains(' ') || phrase == "hybridarbete" {
            return Some((
                Mode::Hybrid,
                Some(self.marked().unwrap_or(Strength::Implied)),
            ));
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
        // "Flexible/hybrid working" is how the company works.
        let flexible = self.previous(0) == "flexible" && work;
        let strength = if ours
            || self.is_of_staff()
            || flexible
            || (work && CULTURE.has(self.next(1)) && !self.is_said_to_be())
        {
            Some(Strength::Culture)
        } else if self.is_said_to_be()
            || self.job_follows()
            || self.opens
            || ["in", "from", "basis", "setting", "role"].contains(&next)
        {
            Some(Strength::Plain)
        } else if let Some(marked) = self.marked() {
            Some(marked)
        } else if work || HYBRID.has(next) || self.begins_bracket() {
            Some(Strength::Implied)
        } else {
            None
        };
        Some((Mode::Hybrid, strength))
    }

    pub fn onsite(&self) -> Option<(Mode, Option<Strength>)> {
        let phrase = &self.text[self.hit.clone()];
        let next = self.next(0);
        if self.is_denied() || self.is_conditional() {
            return None;
        }
        let breaks = self.followed_by_break() || next.is_empty();
        if self.is_service() {
            return None;
        }
        // "We are an in-person team."
        let are = ["is", "are", "we're", "being"];
        if phrase.ends_with("person")
            && COMPANY.has(next)
            && self
                .previous
                .iter()
                .skip(1)
                .take(2)
                .any(|w| are.contains(w))
        {
            return Some((Mode::Onsite, Some(Strength::Implied)));
        }
        // "We're 100% in person", "work with the founders daily in person in".
        let whole = FULLY.has(self.previous(0)) && are.contains(&self.previous(1)) && breaks
            || FULLY.has(self.previous(0)) && are.contains(&self.previous(1)) && next == "and"
            || self.previous(0) == "daily" && next == "in";
        if phrase.ends_with("person") && whole {
            return Some((Mode::Onsite, Some(Strength::Implied)));
        }
        if NOT_ONSITE.has(next) && !breaks && !(next == "or" || next == "and") {
            return None;
        }
        // "You have the option of working on-site."
        if self
            .previous
            .iter()
            .take(5)
            .any(|w| ["option", "choice"].contains(w))
        {
            return Some((Mode::Mixed, Some(Strength::Plain)));
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
        // "Free lunch in the office on Tuesdays and Thursdays".
        let meal =
            |w: &&str| ["lunch", "lunches", "breakfast", "dinner", "meals", "snacks"].contains(w);
        let on_days = self.weekdays() > 1 && self.names_weekdays();
        if !phrase.ends_with("person") && on_days && !self.previous.iter().any(meal) {
            return Some((Mode::Hybrid, Some(Strength::Plain)));
        }
        if phrase == "op locatie" || phrase == "in sede" || phrase == "på plats" {
            return self.marked().map(|marked| (Mode::Onsite, Some(marked)));
        }
        let person =
            phrase.ends_with("person") || phrase == "in the office" || phrase == "in office";
        let works = ["work", "working"].contains(&self.previous(0));
        let whole_week = self.names_day("monday") && self.names_day("friday");
        let of_the_job = (works && whole_week)
            || (self.job_follows() && !phrase.starts_with("in the"))
            || (works && ["in", "at"].contains(&next))
            || (self.is_said_to_be() && self.job_before() && !phrase.ends_with("person"))
            || (FULLY.has(self.previous(0)) && !person);
        // "Work location: in person", but not "Location: we meet in person".
        let labelled = self.standing == Standing::Labelled
            && breaks
            && self.line_items().trim_start().starts_with(phrase);
        let strength = if of_the_job {
            Some(Strength::Plain)
        } else if labelled && phrase != "in the office" {
            Some(Strength::Marked)
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
