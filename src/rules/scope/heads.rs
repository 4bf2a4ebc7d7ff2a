//! What is known of the employer's size, everywhere and in one place: a least
//! and a greatest number, since one count seldom settles another.

use super::whereabouts::Whereabouts;
use crate::domain::employer::Employer;
use crate::domain::gazetteer;
use crate::rules::set::Law;

/// What is known of a number of employees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// At least so many.
    pub least: u32,
    /// At most so many, where told.
    pub most: Option<u32>,
}

impl Bounds {
    /// Whether the number is at least `threshold`, if that can be told.
    pub fn reaches(self, threshold: u32) -> Option<bool> {
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
    pub everywhere: Bounds,
    pub there: Bounds,
}

impl Heads {
    pub fn of(law: &Law, whereabouts: &Whereabouts, employer: &Employer) -> Self {
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
}
