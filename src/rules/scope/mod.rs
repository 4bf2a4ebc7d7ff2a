//! Does an act, as it stands on a day, apply to this posting by this employer?
//! Three answers, each with its reasons in words.

mod heads;
#[cfg(test)]
mod tests;
mod whereabouts;

pub use whereabouts::Whereabouts;

use super::condition::{Condition, Evidences, Truth};
use super::quote;
use super::schema::{Coverage, Reach};
use super::set::{Law, Version};
use crate::diagnostic::Basis;
use crate::domain::employer::{Employer, Sector};
use crate::domain::place::Jurisdiction;
use crate::text::{Span, View};
use heads::Heads;

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

impl Gap {
    fn new(what: impl Into<String>, about: About) -> Self {
        Gap {
            what: what.into(),
            about,
        }
    }
}

/// What a [`Gap`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Where the work is done.
    Place,
    /// From where remote work may be done.
    RemoteArea,
    /// What the law itself leaves open about its reach.
    Reach,
    /// Whether it is an employer of the kind covered (public body, contractor).
    Employer,
    /// How many employees it has, everywhere.
    Headcount,
    /// How many of them are in the place.
    HeadcountThere,
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
            About::RemoteArea
            | About::Headcount
            | About::HeadcountThere
            | About::Condition
            | About::Reading => true,
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
    /// The posting is of a kind that no act of the law reaches.
    Excepted,
}

/// One law before one posting: what is asked once for all its acts.
pub struct Bearing<'l> {
    law: &'l Law,
    /// Whether it excepts the posting, once an act reaches the work.
    is_excepted: Option<bool>,
    /// Which work its acts reach, and whether they reach this: most reach alike.
    reached: Vec<(&'l Reach, Applies)>,
}

impl<'l> Bearing<'l> {
    /// Of a law.
    pub fn of(law: &'l Law) -> Self {
        Bearing {
            law,
            is_excepted: None,
            reached: Vec::new(),
        }
    }

    /// Whether a version of one of its acts applies to the posting.
    pub fn applies(
        &mut self,
        version: &'l Version,
        posting: &Evidences<'_>,
        whereabouts: &Whereabouts,
        employer: &Employer,
    ) -> Applies {
        let (law, reach) = (self.law, &version.rule.reach);
        let known = self.reached.iter().position(|(known, _)| *known == reach);
        let known = known.unwrap_or_else(|| {
            self.reached.push((reach, whereabouts.reach(law, reach)));
            self.reached.len() - 1
        });
        let reached = &self.reached[known].1;
        if let Applies::No(_) = reached {
            return reached.clone();
        }
        let excepts = |except: &Condition| except.ask(posting).is_yes();
        let is_excepted = || law.except().is_some_and(excepts);
        if *self.is_excepted.get_or_insert_with(is_excepted) {
            return Applies::No(WhyNot::Excepted);
        }
        let reached = reached.clone();
        applies(law, version, reached, posting, whereabouts, employer)
    }
}

/// Whether a version that reaches the work so applies.
fn applies(
    law: &Law,
    version: &Version,
    reached: Applies,
    posting: &Evidences<'_>,
    whereabouts: &Whereabouts,
    employer: &Employer,
) -> Applies {
    let (mut ground, mut gaps) = match reached {
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
    let heads = Heads::of(law, whereabouts, employer);
    let size_matters = !employer
        .sector
        .is_some_and(|sector| covers.any_size.contains(&sector));
    let mut gaps = Vec::new();
    if let Some(least) = covers.headcount.filter(|_| size_matters) {
        gaps.extend(heads.counted(covers.counted, least, law)?);
    }
    if let Some(least) = covers.local_headcount {
        gaps.extend(heads.there(least, law)?);
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
