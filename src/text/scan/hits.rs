//! What a scan found, by who asked for it.

use std::ops::Range;

/// A cue phrase found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which of the owner's phrases, by its place in the list.
    pub cue: usize,
    /// The place in the folded text.
    pub range: Range<usize>,
}

/// What a scan found, by owner. There are many owners, and few of them have hits.
#[derive(Debug, Clone)]
pub struct Hits {
    /// Those of an owner together, in text order.
    hits: Vec<Hit>,
    /// For each owner, one more than its place among those that have hits, or nought.
    places: Vec<u32>,
    found: Vec<Owner>,
}

/// An owner that has hits, and where they begin and end.
#[derive(Debug, Clone)]
struct Owner {
    number: u32,
    start: u32,
    end: u32,
}

impl Hits {
    /// Puts together, owner by owner, what was found in text order.
    pub(super) fn by_owner(found: Vec<(u32, Hit)>, owners: usize) -> Hits {
        let mut places = vec![0; owners];
        // First counted from nought.
        let mut with_hits: Vec<Owner> = Vec::new();
        for (number, _) in &found {
            let place: &mut u32 = &mut places[*number as usize];
            if *place == 0 {
                with_hits.push(Owner {
                    number: *number,
                    start: 0,
                    end: 0,
                });
                *place = with_hits.len() as u32;
            }
            with_hits[*place as usize - 1].end += 1;
        }
        let mut next = 0;
        for owner in &mut with_hits {
            let count = owner.end;
            (owner.start, owner.end) = (next, next);
            next += count;
        }
        let nowhere = Hit {
            cue: 0,
            range: 0..0,
        };
        let mut hits = vec![nowhere; found.len()];
        for (number, hit) in found {
            let owner = &mut with_hits[places[number as usize] as usize - 1];
            hits[owner.end as usize] = hit;
            owner.end += 1;
        }
        Hits {
            hits,
            places,
            found: with_hits,
        }
    }

    /// The owners that have hits.
    pub fn owners(&self) -> impl Iterator<Item = usize> + '_ {
        self.found.iter().map(|owner| owner.number as usize)
    }

    /// The hits of one owner, in text order.
    pub fn of(&self, owner: usize) -> &[Hit] {
        let Some(place) = self.places[owner].checked_sub(1) else {
            return &[];
        };
        let Owner { start, end, .. } = self.found[place as usize];
        &self.hits[start as usize..end as usize]
    }
}
