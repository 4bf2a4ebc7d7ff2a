//! Does an act, as it stands on a day, apply to this posting by this employer?
//! Three answers, each with its reasons in words.

use super::condition::{Evidences, Truth};
use super::quote;
use super::schema::{Answer, Counted, Coverage, Reach};
use super::set::{Law, Version};
use crate::diagnostic::Basis;
use crate::domain::employer::{Employer, Sector};
use crate::domain::place::Jurisdiction;
use crate::facts::{Value, Whence};
use crate::text::{Span, View};

/// Places that the user names as places of work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Their codes.
    pub codes: Vec<Jurisdiction>,
    /// They stand in for what the posting says, instead of adding to it.
    pub replace: bool,
}

/// Whether an act applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applies {
    /// It does, on this ground.
    Yes(Ground),
    /// It does if the gaps close that way.
    Unknown(Ground, Vec<Gap>),
    /// It does not.
    No(WhyNot),
}

/// What brings a law in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// In words: "the posting names Seattle".
    pub because: String,
    /// The words of the posting.
    pub by: Option<Span<View>>,
}

/// Something that is not told and decides whether an act applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// In words that follow "it depends on": "whether the employer has 15 or
    /// more employees".
    pub what: String,
    /// What kind of thing is not told.
    pub about: About,
}

/// What a [`Gap`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Where the work is done.
    Place,
    /// What the law itself leaves open about its reach.
    Reach,
    /// Whether it is an employer of the kind covered (public body, contractor).
    Employer,
    /// How many employees it has.
    Headcount,
    /// A condition of the law that no posting shows.
    Condition,
    /// Words of the posting that can be read in two ways.
    Reading,
}

impl About {
    /// Whether a finding may be given, as a warning, while this is not told.
    ///
    /// A posting for California does not concern Los Angeles until it names the
    /// city, and nobody is a federal contractor until somebody says so: findings
    /// on such grounds would stand under nearly every posting. Most employers do
    /// have fifteen employees, and those who do not can say it once.
    pub fn is_worth_a_warning(self) -> bool {
        match self {
            About::Headcount | About::Condition | About::Reading => true,
            About::Place | About::Reach | About::Employer => false,
        }
    }
}

/// Why an act does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// No work of the posting is done there.
    Elsewhere,
    /// The posting shuts the place's residents out.
    Excluded,
    /// The employer is too small: the law's least number, and what is told.
    TooSmall { least: u32, told: u32 },
    /// Too few employees in the place itself.
    TooFewThere { least: u32, told: u32 },
    /// Another kind of employer.
    OtherEmployer,
    /// The posting does not say what would make the act apply.
    NotSaid,
}

impl WhyNot {
    /// In words.
    pub fn words(&self, law: &Law) -> String {
        let place = &law.name;
        match self {
            WhyNot::Elsewhere => format!("no work is done in {place}"),
            WhyNot::Excluded => format!("the posting excludes {place}"),
            WhyNot::TooSmall { least, told } => {
                format!("it covers employers of {least} or more; this one has {told}")
            }
            WhyNot::TooFewThere { least, told } => {
                format!("it covers employers with {least} or more in {place}; this one has {told}")
            }
            WhyNot::OtherEmployer => "it covers another kind of employer".to_owned(),
            WhyNot::NotSaid => "the posting does not say what would make it apply".to_owned(),
        }
    }
}

/// Where the work of a posting is done, as far as it is told.
#[derive(Debug)]
pub struct Whereabouts {
    work: Vec<Spot>,
    remote: Vec<Spot>,
    excluded: Vec<Spot>,
    reports_to: Vec<Spot>,
    /// The work can be done away from any site.
    is_remote: bool,
    /// Least number of employees that the posting itself speaks of.
    headcount: Option<u32>,
}

/// A place with the words that name it.
#[derive(Debug, Clone)]
struct Spot {
    /// All jurisdictions that it lies in, the widest first; none for anywhere.
    codes: Vec<Jurisdiction>,
    /// Where the posting names it; nothing if the user told it.
    at: Option<Span<View>>,
    words: String,
}

impl Spot {
    /// Its own code, the narrowest.
    fn own(&self) -> Option<&Jurisdiction> {
        self.codes.last()
    }

    fn lies_in(&self, place: &Jurisdiction) -> bool {
        self.codes.contains(place)
    }

    /// The place is a part of this one.
    fn holds(&self, place: &Jurisdiction) -> bool {
        self.own().is_none_or(|own| holds(own, place))
    }
}

/// True if `inner` is `outer` or lies in it, by their codes.
fn holds(outer: &Jurisdiction, inner: &Jurisdiction) -> bool {
    inner
        .code()
        .strip_prefix(outer.code())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

impl Whereabouts {
    /// Reads them off the facts and what the user tells.
    pub fn of(posting: &Evidences<'_>, told: &Places) -> Self {
        let mut whereabouts = Whereabouts {
            work: Vec::new(),
            remote: Vec::new(),
            excluded: Vec::new(),
            reports_to: Vec::new(),
            is_remote: false,
            headcount: None,
        };
        if !told.replace {
            whereabouts.read_places(posting);
        }
        for code in &told.codes {
            whereabouts.work.push(Spot {
                codes: lineage(code),
                at: None,
                words: code.code().to_owned(),
            });
        }
        for item in posting.facts.items("headcount") {
            if let Value::Number(number) = item.attribute("at_least")
                && item.whence != Whence::Furniture
            {
                let number = u32::try_from(number.trunc()).unwrap_or(u32::MAX);
                whereabouts.headcount = whereabouts.headcount.max(Some(number));
            }
        }
        whereabouts
    }

    fn read_places(&mut self, posting: &Evidences<'_>) {
        for item in posting.facts.items("place") {
            if item.whence == Whence::Furniture {
                continue;
            }
            let codes = match item.attribute("jurisdictions") {
                Value::List(codes) => codes.iter().map(|c| Jurisdiction::new(&**c)).collect(),
                Value::Absent | Value::Text(_) | Value::Number(_) | Value::Flag(_) => Vec::new(),
            };
            let spot = Spot {
                codes,
                at: Some(item.at),
                words: quote(posting.prose.words(item.at)),
            };
            let Value::Text(role) = item.attribute("role") else {
                continue;
            };
            match &*role {
                // A place that could not be resolved says nothing about law.
                "work" if !spot.codes.is_empty() => self.work.push(spot),
                "remote_area" => self.remote.push(spot),
                "excluded" if !spot.codes.is_empty() => self.excluded.push(spot),
                "reports_to" => self.reports_to.push(spot),
                _ => {}
            }
        }
        for item in posting.facts.items("workplace") {
            if let Value::Text(mode) = item.attribute("mode") {
                self.is_remote |= matches!(&*mode, "remote" | "mixed");
            }
        }
        self.is_remote |= !self.remote.is_empty();
    }

    /// How an act reaches the work, if it does.
    fn reach(&self, law: &Law, reach: &Reach) -> Applies {
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
            better(
                &mut best,
                answered(reach.performed_in, spot.ground_of_work(), law),
            );
        }
        for spot in self.reports_to.iter().filter(|s| s.lies_in(place)) {
            let ground = Ground {
                because: format!("the work reports to {}", spot.words),
                by: spot.at,
            };
            better(&mut best, answered(reach.reports_to, ground, law));
        }
        if self.is_remote {
            let wide = self.remote.iter().filter(|s| !s.lies_in(place));
            for spot in wide.filter(|s| s.holds(place)) {
                better(&mut best, self.remote_reach(spot, law, place, reach));
            }
        }
        if matches!(best, Applies::No(WhyNot::Elsewhere)) && reach.performed_in == Answer::Yes {
            // Only the state of a city's law is named.
            if let Some(spot) = self.work.iter().find(|s| s.holds(place)) {
                best = Applies::Unknown(
                    spot.ground_of_work(),
                    vec![Gap {
                        what: format!("where in {} the work is done", spot.words),
                        about: About::Place,
                    }],
                );
            }
        }
        best
    }

    fn remote_reach(&self, spot: &Spot, law: &Law, place: &Jurisdiction, reach: &Reach) -> Applies {
        let ground = Ground {
            because: format!("it can be done remotely from {} ({})", law.name, spot.words),
            by: spot.at,
        };
        let excluded = self
            .excluded
            .iter()
            .find(|s| s.own().is_some_and(|own| holds(own, place)));
        match excluded {
            None => answered(reach.remote_could_be, ground, law),
            Some(shut) => {
                let ground = Ground {
                    because: format!(
                        "it is remote work, and {} is covered although the posting excludes it",
                        law.name
                    ),
                    by: shut.at,
                };
                match answered(reach.remote_though_excluded, ground, law) {
                    Applies::No(_) => Applies::No(WhyNot::Excluded),
                    applies => applies,
                }
            }
        }
    }

    /// True if work is done at a site in the place, so that somebody of the
    /// employer's is there.
    fn has_site_in(&self, place: &Jurisdiction) -> bool {
        self.work.iter().any(|s| s.at.is_some() && s.lies_in(place))
    }
}

impl Spot {
    fn ground_of_work(&self) -> Ground {
        Ground {
            because: match self.at {
                Some(_) => format!("the posting names {}", self.words),
                None => format!("{} was given as a place of work", self.words),
            },
            by: self.at,
        }
    }
}

/// A code with those that hold it, the widest first.
fn lineage(code: &Jurisdiction) -> Vec<Jurisdiction> {
    let mut all = vec![Jurisdiction::new(code.country())];
    if let Some(region) = code.region() {
        all.push(Jurisdiction::new(region));
    }
    if !all.contains(code) {
        all.push(code.clone());
    }
    all
}

fn answered(answer: Answer, ground: Ground, law: &Law) -> Applies {
    match answer {
        Answer::Yes => Applies::Yes(ground),
        Answer::No => Applies::No(WhyNot::Elsewhere),
        Answer::Unclear => Applies::Unknown(
            ground,
            vec![Gap {
                what: format!(
                    "how far the law of {} reaches, which is not settled",
                    law.name
                ),
                about: About::Reach,
            }],
        ),
    }
}

/// Keeps the stronger of two answers; of equal ones the first.
fn better(best: &mut Applies, other: Applies) {
    let rank = |applies: &Applies| match applies {
        Applies::Yes(_) => 3,
        Applies::Unknown(..) => 2,
        Applies::No(WhyNot::Excluded) => 1,
        Applies::No(_) => 0,
    };
    if rank(&other) > rank(best) {
        *best = other;
    }
}

/// Whether a version of an act applies to the posting.
pub fn applies(
    law: &Law,
    version: &Version,
    posting: &Evidences<'_>,
    whereabouts: &Whereabouts,
    employer: &Employer,
) -> Applies {
    let (mut ground, mut gaps) = match whereabouts.reach(law, &version.rule.reach) {
        Applies::Yes(ground) => (ground, Vec::new()),
        Applies::Unknown(ground, gaps) => (ground, gaps),
        Applies::No(why) => return Applies::No(why),
    };
    if law.place.is_none() {
        ground.because = match version.rule.basis {
            Basis::Policy => "the policy holds everywhere",
            Basis::Practice
            | Basis::Proposed
            | Basis::Inferred
            | Basis::Guidance
            | Basis::Case
            | Basis::Ordinance
            | Basis::Regulation
            | Basis::Statute => "it is asked of every posting",
        }
        .to_owned();
    }
    match covered(law, &version.rule.covers, whereabouts, employer) {
        Ok(more) => gaps.extend(more),
        Err(why) => return Applies::No(why),
    }
    if let Some(when) = &version.when {
        match when.ask(posting) {
            Truth::No => return Applies::No(WhyNot::NotSaid),
            Truth::Unknown(what) => gaps.extend(what.into_iter().map(|what| Gap {
                what,
                about: About::Reading,
            })),
            Truth::Yes(evidence) => {
                // For a law of the whole country the words are the reason, not
                // the place.
                let wide = law.place.as_ref().is_none_or(|p| p.region().is_none());
                if let (true, Some(first)) = (wide, evidence.first()) {
                    let words = quote(posting.prose.words(first.at));
                    ground = Ground {
                        because: format!("the posting says “{words}”"),
                        by: Some(first.at),
                    };
                }
            }
        }
    }
    if gaps.is_empty() {
        Applies::Yes(ground)
    } else {
        Applies::Unknown(ground, gaps)
    }
}

/// What is not told of the employer and decides, or why it is not covered.
fn covered(
    law: &Law,
    covers: &Coverage,
    whereabouts: &Whereabouts,
    employer: &Employer,
) -> Result<Vec<Gap>, WhyNot> {
    let mut gaps = Vec::new();
    let heads = Heads::of(law, whereabouts, employer);
    if let Some(least) = covers.headcount {
        let (known, where_) = match covers.counted {
            Counted::Anywhere => (heads.everywhere, String::new()),
            Counted::InJurisdiction => (heads.there, format!(" in {}", law.name)),
            // Any way of counting lies between the two.
            Counted::Unclear => (
                Bounds {
                    least: heads.there.least,
                    most: heads.everywhere.most,
                },
                ", however the law counts them".to_owned(),
            ),
        };
        match known.reaches(least) {
            Some(true) => {}
            Some(false) => {
                let told = known.most.unwrap_or(0);
                return Err(match covers.counted {
                    Counted::InJurisdiction => WhyNot::TooFewThere { least, told },
                    Counted::Anywhere | Counted::Unclear => WhyNot::TooSmall { least, told },
                });
            }
            None => gaps.push(Gap {
                what: format!("whether the employer has {}{where_}", employees(least)),
                about: About::Headcount,
            }),
        }
    }
    if let Some(least) = covers.local_headcount {
        match heads.there.reaches(least) {
            Some(true) => {}
            Some(false) => {
                let told = heads.there.most.unwrap_or(0);
                return Err(WhyNot::TooFewThere { least, told });
            }
            None => gaps.push(Gap {
                what: format!(
                    "whether the employer has {} in {}",
                    employees(least),
                    law.name
                ),
                about: About::Headcount,
            }),
        }
    }
    if !covers.sectors.is_empty() {
        match employer.sector {
            Some(sector) if covers.sectors.contains(&sector) => {}
            Some(_) => return Err(WhyNot::OtherEmployer),
            // Who says nothing is a private business.
            None if covers.sectors.contains(&Sector::Private) => {}
            None => gaps.push(Gap {
                what: format!("whether the employer is {}", kinds(&covers.sectors)),
                about: About::Employer,
            }),
        }
    }
    if let Some(wanted) = covers.federal_contractor {
        match employer.federal_contractor {
            Some(is) if is == wanted => {}
            Some(_) => return Err(WhyNot::OtherEmployer),
            None => gaps.push(Gap {
                what: "whether the employer holds federal contracts".to_owned(),
                about: About::Employer,
            }),
        }
    }
    if let Some(unless) = &covers.unless {
        gaps.push(Gap {
            what: unless.clone(),
            about: About::Condition,
        });
    }
    Ok(gaps)
}

fn employees(least: u32) -> String {
    match least {
        1 => "an employee".to_owned(),
        n => format!("{n} or more employees"),
    }
}

fn kinds(sectors: &[Sector]) -> String {
    let names: Vec<_> = sectors
        .iter()
        .map(|sector| match sector {
            Sector::Private => "a private business",
            Sector::Public => "a public body",
            Sector::Agency => "an employment agency",
        })
        .collect();
    names.join(" or ")
}

/// What is known of a number of employees.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    least: u32,
    most: Option<u32>,
}

impl Bounds {
    /// Whether the number is at least `threshold`, if that can be told.
    fn reaches(self, threshold: u32) -> Option<bool> {
        if self.least >= threshold {
            Some(true)
        } else if self.most.is_some_and(|most| most < threshold) {
            Some(false)
        } else {
            None
        }
    }
}

/// What is known of the employer's size, everywhere and in one place.
#[derive(Debug, Clone, Copy)]
struct Heads {
    everywhere: Bounds,
    there: Bounds,
}

impl Heads {
    fn of(law: &Law, whereabouts: &Whereabouts, employer: &Employer) -> Self {
        let told = employer.headcount;
        let largest = employer.headcount_in.values().copied().max();
        // Whoever hires has somebody, if only the person who hires.
        let least = [told, whereabouts.headcount, largest, Some(1)];
        let everywhere = Bounds {
            least: least.into_iter().flatten().max().unwrap_or(1),
            // What the user tells outweighs what the posting says.
            most: told,
        };
        let everywhere = match told {
            Some(told) => Bounds {
                least: told,
                most: Some(told),
            },
            None => everywhere,
        };
        let Some(place) = &law.place else {
            return Heads {
                everywhere,
                there: everywhere,
            };
        };
        let counts = &employer.headcount_in;
        let inside = counts.iter().filter(|(code, _)| holds(place, code));
        let least = inside.map(|(_, n)| *n).max().unwrap_or(0);
        let around = counts.iter().filter(|(code, _)| holds(code, place));
        let most = around.map(|(_, n)| *n).chain(told).min();
        let site = u32::from(whereabouts.has_site_in(place));
        // What is told outweighs the inference from a site.
        let least = least.max(site).min(most.unwrap_or(u32::MAX));
        Heads {
            everywhere,
            there: Bounds { least, most },
        }
    }
}
