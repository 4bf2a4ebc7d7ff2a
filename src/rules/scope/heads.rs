//! What is known of the employer's size, everywhere and in one place: a least
//! and a greatest number, since one count seldom settles another.

use super::whereabouts::Whereabouts;
use super::{About, Gap, WhyNot};
use crate::domain::employer::Employer;
use crate::domain::gazetteer;
use crate::rules::schema::Counted;
use crate::rules::set::Law;

/// What is known of a number of employees.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// At least so many.
    least: u32,
    /// At most so many, where told.
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
pub(super) struct Heads {
    everywhere: Bounds,
    there: Bounds,
}

impl Heads {
    pub fn of(law: &Law, whereabouts: &Whereabouts, employer: &Employer) -> Self {
        let told = employer.headcount;
        let largest = employer.headcount_in.values().copied().max();
        // Whoever hires has somebody, if only the person who hires.
        let said = whereabouts.headcount.max(largest).unwrap_or(0).max(1);
        let everywhere = Bounds {
            // What the user tells outweighs what the posting says.
            least: told.unwrap_or(said),
            most: told,
        };
        let Some(place) = &law.place else {
            return Heads {
                everywhere,
                there: everywhere,
            };
        };
        // Counts of places within it are a part, those of places around it the
        // most that it can be.
        let (mut inside, mut most) = (0, told);
        for (code, heads) in &employer.headcount_in {
            if code == place {
                inside = *heads;
                most = Some(*heads);
                break;
            }
            if gazetteer::with_outer(code).contains(place) {
                inside = inside.max(*heads);
            }
            if law.outer().contains(code) {
                most = Some(most.map_or(*heads, |most| most.min(*heads)));
            }
        }
        let site = u32::from(whereabouts.has_site_in(place));
        // What is told outweighs the inference from a site.
        let least = inside.max(site).min(most.unwrap_or(u32::MAX));
        Heads {
            everywhere,
            there: Bounds { least, most },
        }
    }

    /// What is not told of whether there are `least`, as the law counts them.
    pub fn counted(&self, how: Counted, least: u32, law: &Law) -> Result<Option<Gap>, WhyNot> {
        let (known, how) = match how {
            Counted::InJurisdiction => return self.there(least, law),
            // All employees are enough: those in the place are left to tell.
            Counted::Unclear
                if self.everywhere.reaches(least) == Some(true)
                    && self.there.reaches(least).is_none() =>
            {
                return self.there(least, law);
            }
            Counted::Anywhere => (self.everywhere, ""),
            // Any way of counting lies between the two.
            Counted::Unclear => (
                Bounds {
                    least: self.there.least,
                    most: self.everywhere.most,
                },
                ", however the law counts them",
            ),
        };
        match known.reaches(least) {
            Some(true) => Ok(None),
            Some(false) => Err(WhyNot::TooSmall {
                least,
                told: known.most.unwrap_or(0),
            }),
            None => Ok(Some(Gap {
                what: format!("whether the employer has {}{how}", employees(least)),
                about: About::Headcount,
            })),
        }
    }

    /// The same of those in the place itself.
    pub fn there(&self, least: u32, law: &Law) -> Result<Option<Gap>, WhyNot> {
        match self.there.reaches(least) {
            Some(true) => Ok(None),
            Some(false) => Err(WhyNot::TooFewThere {
                least,
                told: self.there.most.unwrap_or(0),
            }),
            None => Ok(Some(Gap {
                what: format!(
                    "whether the employer has {} in {}",
                    employees(least),
                    law.name
                ),
                about: About::HeadcountThere,
            })),
        }
    }
}

fn employees(least: u32) -> String {
    match least {
        1 => "an employee".to_owned(),
        n => format!("{n} or more employees"),
    }
}
