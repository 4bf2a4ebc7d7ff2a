//! Where the work of a posting is done, and how an act reaches it.

use super::{About, Applies, Gap, Ground, Places, WhyNot};
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::facts::citizenship::Limit;
use crate::facts::place::{Place, PlaceRole};
use crate::facts::workplace::Mode;
use crate::facts::{Confidence, Facts, Found, Whence};
use crate::posting::Prose;
use crate::rules::quote;
use crate::rules::schema::{Answer, Reach};
use crate::rules::set::Law;
use crate::text::{Span, View};

/// Where the work of a posting is done, as far as it is told.
#[derive(Debug)]
pub struct Whereabouts {
    work: Vec<Spot>,
    remote: Vec<Spot>,
    excluded: Vec<Spot>,
    reports_to: Vec<Spot>,
    /// Named, and not said to be any of these.
    other: Vec<Spot>,
    /// The work can be done away from any site.
    is_remote: bool,
    /// It can be done nowhere else.
    is_only_remote: bool,
    /// Words that say that it is remote.
    remote_at: Option<Span<View>>,
    /// Least number of employees that the posting itself speaks of.
    pub(super) headcount: Option<u32>,
}

/// A place with the words that name it.
#[derive(Debug, Clone)]
struct Spot {
    /// What it lies in, the widest first and itself last; for an area, the
    /// countries that it is made of.
    codes: Vec<Jurisdiction>,
    /// It is made of several countries; of all where none is listed.
    is_area: bool,
    /// It is made of states of one country, which stand behind the country.
    is_metro: bool,
    words: String,
    /// What brings a law in where the work is done there.
    ground: Ground,
    /// It is not certain that the words name this place.
    is_unsure: bool,
}

impl Spot {
    fn of(found: &Found<Place>, prose: &Prose<'_>) -> Self {
        let words = quote(prose.words(found.at));
        Spot {
            codes: found.value.jurisdictions.clone(),
            is_area: found.value.area.is_some(),
            is_metro: found.value.area.is_some() && found.value.country.is_some(),
            ground: Ground {
                because: format!("the posting names {words}"),
                by: Some(found.at),
            },
            words,
            is_unsure: found.confidence == Confidence::Low,
        }
    }

    fn told(code: &Jurisdiction) -> Self {
        let words = gazetteer::name(code);
        Spot {
            codes: gazetteer::with_outer(code),
            is_area: false,
            is_metro: false,
            ground: Ground {
                because: format!("{words} was given as a place of work"),
                by: None,
            },
            words,
            is_unsure: false,
        }
    }

    /// All of it is in the place.
    fn lies_in(&self, place: &Jurisdiction) -> bool {
        match (self.is_area, self.is_metro) {
            // All its states lie in the country; it lies in a state that is the only one.
            (true, true) => {
                self.codes.first() == Some(place)
                    || self.codes.len() == 2 && self.codes[1] == *place
            }
            (true, false) => self.codes.as_slice() == [place.clone()],
            (false, _) => self.codes.contains(place),
        }
    }

    /// The place is a part of it.
    fn holds(&self, outer_of_place: &[Jurisdiction]) -> bool {
        match (self.is_area, self.codes.last()) {
            (true, None) => true,
            (true, Some(_)) => {
                let mut parts = self.codes.iter().skip(usize::from(self.is_metro));
                parts.any(|part| outer_of_place.contains(part))
            }
            (false, Some(own)) => outer_of_place.contains(own),
            (false, None) => false,
        }
    }

    fn is_in_country_of(&self, place: &Jurisdiction) -> bool {
        let country = place.country();
        self.codes.iter().any(|code| code.country() == country)
    }

    /// Whether it lies in a part of `place` that an act reaches; nothing if it is no
    /// narrower than the place, of which some parts alone are reached.
    fn lies_within(&self, place: &Jurisdiction, reach: &Reach) -> Option<bool> {
        if reach.leaves_out(&self.codes) {
            return Some(false);
        }
        if reach.within.is_empty() {
            return Some(true);
        }
        if self.codes.last() == Some(place) {
            return None;
        }
        let is_part = |code: &Jurisdiction| reach.within.iter().any(|part| part == code.code());
        Some(self.codes.iter().any(is_part))
    }

    fn somewhere_in_it(&self) -> Applies {
        let what = format!("where in {} the work is done", self.words);
        Applies::Unknown(self.ground.clone(), vec![Gap::new(what, About::Place)])
    }

    /// Nothing is certain on words that may mean something else.
    fn doubted(&self, applies: Applies) -> Applies {
        match applies {
            Applies::Yes(ground) if self.is_unsure => {
                let what = format!("whether “{}” names where the work is done", self.words);
                Applies::Unknown(ground, vec![Gap::new(what, About::Place)])
            }
            applies => applies,
        }
    }
}

impl Whereabouts {
    /// Reads them off the facts and what the user tells.
    pub fn of(prose: &Prose<'_>, facts: &Facts, told: &Places) -> Self {
        let mut whereabouts = Whereabouts {
            work: Vec::new(),
            remote: Vec::new(),
            excluded: Vec::new(),
            reports_to: Vec::new(),
            other: Vec::new(),
            is_remote: false,
            is_only_remote: false,
            remote_at: None,
            headcount: None,
        };
        if !told.replace {
            whereabouts.read(prose, facts);
        }
        whereabouts.work.extend(told.codes.iter().map(Spot::told));
        let headcounts = facts.headcount.iter();
        let own = headcounts.filter(|h| h.whence != Whence::Furniture);
        whereabouts.headcount = own.map(|h| h.value.at_least).max();
        whereabouts
    }

    fn read(&mut self, prose: &Prose<'_>, facts: &Facts) {
        for found in &facts.place {
            if found.whence == Whence::Furniture {
                continue;
            }
            // A place that could not be resolved says nothing about law.
            if found.value.jurisdictions.is_empty() && found.value.area.is_none() {
                continue;
            }
            let spots = match found.value.role {
                PlaceRole::Work => &mut self.work,
                PlaceRole::RemoteArea => &mut self.remote,
                PlaceRole::Excluded => &mut self.excluded,
                PlaceRole::ReportsTo => &mut self.reports_to,
                PlaceRole::Other => &mut self.other,
            };
            spots.push(Spot::of(found, prose));
        }
        // Where one must be allowed to work, the work hardly is in another country.
        let permits = facts.citizenship.iter();
        let permits = permits.filter(|c| {
            c.value.kind != Limit::VisaPreference && names_united_states(prose.words(c.at))
        });
        self.other
            .extend(permits.map(|_| Spot::told(&Jurisdiction::new("US"))));
        // The first says what all that is said of it comes to.
        if let Some(workplace) = facts.workplace.first() {
            match workplace.value.mode {
                Mode::Onsite | Mode::Hybrid => {}
                Mode::Remote => {
                    self.is_remote = true;
                    self.is_only_remote = true;
                }
                Mode::Mixed => self.is_remote = true,
            }
            self.remote_at = Some(workplace.at);
        }
        // "United States" beside "remote" names no site.
        let is_country = |spot: &Spot| !spot.is_area && spot.codes.len() == 1;
        if self.is_only_remote && self.remote.is_empty() && self.work.iter().all(is_country) {
            self.remote = std::mem::take(&mut self.work);
        }
        self.is_remote |= !self.remote.is_empty();
    }

    /// True if no act of a law can reach the work, whatever it says of its reach: most
    /// laws of the world, told at one look.
    pub(in crate::rules) fn is_far_from(&self, law: &Law) -> bool {
        let Some(place) = &law.place else {
            return false;
        };
        let named = || {
            [&self.work, &self.remote, &self.reports_to]
                .into_iter()
                .flatten()
        };
        let in_country = named().any(|spot| spot.is_in_country_of(place));
        if !in_country && !self.is_remote {
            return true;
        }
        let outer = law.outer();
        let from_afar = self.is_remote
            && if self.remote.is_empty() {
                in_country || self.other.iter().any(|spot| spot.is_in_country_of(place))
            } else {
                self.remote.iter().any(|spot| spot.holds(outer))
            };
        !from_afar
            && !named().any(|spot| spot.lies_in(place))
            && !self.work.iter().any(|spot| spot.holds(outer))
    }

    /// How an act reaches the work, if it does.
    pub(super) fn reach(&self, law: &Law, reach: &Reach) -> Applies {
        let Some(place) = &law.place else {
            return Applies::Yes(Ground {
                because: String::new(),
                by: None,
            });
        };
        let mut best = Applies::No(WhyNot::Elsewhere);
        // A remote area within the place is work in the place.
        let there = self.work.iter().chain(&self.remote);
        for spot in there.filter(|s| s.lies_in(place)) {
            let applies = match spot.lies_within(place, reach) {
                Some(true) => answered(reach.performed_in, reach, spot.ground.clone(), law),
                Some(false) => continue,
                None => spot.somewhere_in_it(),
            };
            better(&mut best, spot.doubted(applies));
        }
        if matches!(best, Applies::Yes(_)) {
            return best;
        }
        for spot in self.reports_to.iter().filter(|s| s.lies_in(place)) {
            let ground = Ground {
                because: format!("the work reports to {}", spot.words),
                by: spot.ground.by,
            };
            let applies = answered(reach.reports_to, reach, ground, law);
            better(&mut best, spot.doubted(applies));
        }
        let could_be_there = (self.is_remote && reach.remote_could_be != Answer::No)
            || (reach.performed_in == Answer::Yes
                && self.work.iter().any(|s| s.is_in_country_of(place)));
        if matches!(best, Applies::Yes(_)) || !could_be_there {
            return best;
        }
        let outer = law.outer();
        if self.is_remote {
            better(&mut best, self.reach_of_remote(law, place, outer, reach));
        }
        if matches!(best, Applies::No(WhyNot::Elsewhere)) && reach.performed_in == Answer::Yes {
            // Only the state of a city's law is named.
            if let Some(spot) = self.work.iter().find(|s| s.holds(outer)) {
                best = spot.somewhere_in_it();
            }
        }
        best
    }

    /// How an act reaches work that can be done from the place, among others.
    fn reach_of_remote(
        &self,
        law: &Law,
        place: &Jurisdiction,
        outer: &[Jurisdiction],
        reach: &Reach,
    ) -> Applies {
        let mut best = Applies::No(WhyNot::Elsewhere);
        let is_excluded = |spot: &&Spot| spot.codes.last().is_some_and(|own| outer.contains(own));
        let excluded = self.excluded.iter().find(is_excluded);
        for spot in self.remote.iter().filter(|s| s.holds(outer)) {
            let ground = Ground {
                because: format!("it can be done remotely from {} ({})", law.name, spot.words),
                by: spot.ground.by,
            };
            let applies = match excluded {
                None => remotely(reach, ground, law),
                Some(shut) => though_excluded(shut, law, reach),
            };
            better(&mut best, spot.doubted(applies));
        }
        if !self.remote.is_empty() || excluded.is_some() {
            return best;
        }
        // Remote, and nothing says from where.
        let named = [&self.work, &self.reports_to, &self.other];
        let mut named = named.into_iter().flatten();
        if named.any(|spot| spot.is_in_country_of(place)) {
            let ground = Ground {
                because: format!("it is remote work, and nothing shuts {} out", law.name),
                by: self.remote_at,
            };
            let what = format!("whether the work may be done from {}", law.name);
            // With a site it is likely that the site is meant.
            let about = if self.is_only_remote && self.work.is_empty() {
                About::RemoteArea
            } else {
                About::Place
            };
            let (ground, mut gaps) = match remotely(reach, ground, law) {
                Applies::Yes(ground) => (ground, Vec::new()),
                Applies::Unknown(ground, gaps) => (ground, gaps),
                Applies::No(_) => return best,
            };
            gaps.insert(0, Gap::new(what, about));
            better(&mut best, Applies::Unknown(ground, gaps));
        }
        best
    }

    /// True if the posting says, or the user tells, that work is done in the
    /// place or from it.
    pub fn works_in(&self, place: &Jurisdiction) -> bool {
        let mut there = self.work.iter().chain(&self.remote);
        there.any(|spot| spot.lies_in(place))
    }

    /// The places of work that lie in the place, each as narrow as it is named.
    pub fn sites_in(&self, place: &Jurisdiction) -> Vec<Jurisdiction> {
        let there = self.work.iter().filter(|spot| spot.lies_in(place));
        there
            .filter_map(|spot| spot.codes.last().cloned())
            .collect()
    }

    /// True if work is done at a site in the place, so that somebody of the
    /// employer's is or will be there.
    pub(super) fn has_site_in(&self, place: &Jurisdiction) -> bool {
        !self.is_only_remote && self.work.iter().any(|s| !s.is_unsure && s.lies_in(place))
    }
}

fn names_united_states(words: &str) -> bool {
    let apart = |c: char| !c.is_alphanumeric();
    words.contains("United States")
        || words.contains("U.S.")
        || words.split(apart).any(|word| matches!(word, "US" | "USA"))
}

fn though_excluded(shut: &Spot, law: &Law, reach: &Reach) -> Applies {
    let name = &law.name;
    let ground = Ground {
        because: format!("it is remote work, which {name} covers even where it is excluded"),
        by: shut.ground.by,
    };
    match answered(reach.remote_though_excluded, reach, ground, law) {
        Applies::No(_) => Applies::No(WhyNot::Excluded),
        applies => applies,
    }
}

/// What a law says of remote work that could be done in its place.
fn remotely(reach: &Reach, ground: Ground, law: &Law) -> Applies {
    match (
        answered(reach.remote_could_be, reach, ground, law),
        &reach.remote_depends,
    ) {
        (Applies::Yes(ground), Some(what)) => {
            Applies::Unknown(ground, vec![Gap::new(what, About::Condition)])
        }
        (applies, _) => applies,
    }
}

/// What an answer of law makes of a ground.
fn answered(answer: Answer, reach: &Reach, ground: Ground, law: &Law) -> Applies {
    match answer {
        Answer::Yes => Applies::Yes(ground),
        Answer::No => Applies::No(WhyNot::Elsewhere),
        Answer::Unclear => {
            let mut what = format!(
                "how far the law of {} reaches, which is not settled",
                law.name
            );
            if let Some(note) = &reach.note {
                what = format!("{what} ({})", note.trim_end_matches('.'));
            }
            Applies::Unknown(ground, vec![Gap::new(what, About::Reach)])
        }
    }
}

/// Keeps the stronger of two answers; of equal ones the first.
fn better(best: &mut Applies, other: Applies) {
    let rank = |applies: &Applies| match applies {
        Applies::Yes(_) => 4,
        Applies::Unknown(_, gaps) if gaps.iter().all(|g| g.about.is_worth_a_warning()) => 3,
        Applies::Unknown(..) => 2,
        Applies::No(WhyNot::Excluded) => 1,
        Applies::No(_) => 0,
    };
    if rank(&other) > rank(best) {
        *best = other;
    }
}
