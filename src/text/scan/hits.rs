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
    /// Where the hits of each owner begin and end.
    ranges: Vec<(u32, u32)>,
    /// The owners that have hits.
    owners: Vec<u32>,
}

impl Hits {
    /// Puts together, owner by owner, what was found in text order.
    pub(super) fn by_owner(found: Vec<(u32, Hit)>, owners: usize) -> Hits {
        let mut ranges = vec![(0, 0); owners];
        let mut owners = Vec::new();
        for (owner, _) in &found {
            let (_, count) = &mut ranges[*owner as usize];
            if *count == 0 {
                owners.push(*owner);
            }
            *count += 1;
        }
        let mut next = 0;
        for owner in &owners {
            let (start, end) = &mut ranges[*owner as usize];
            let count = *end;
            (*start, *end) = (next, next);
            next += count;
        }
        let nowhere = Hit {
            cue: 0,
            range: 0..0,
        };
        let mut hits = vec![nowhere; found.len()];
        for (owner, hit) in found {
            let (_, end) = &mut ranges[owner as usize];
            hits[*end as usize] = hit;
            *end += 1;
        }
        Hits {
            hits,
            ranges,
            owners,
        }
    }

    /// The owners that have hits.
    pub fn owners(&self) -> impl Iterator<Item = usize> + '_ {
        self.owners.iter().map(|owner| *owner as usize)
    }

    /// The hits of one owner, in text order.
    pub fn of(&self, owner: usize) -> &[Hit] {
        let (start, end) = self.ranges[owner];
        &self.hits[start as usize..end as usize]
    }
}
