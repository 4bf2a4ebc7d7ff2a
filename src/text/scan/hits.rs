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

/// What a scan found, by owner.
#[derive(Debug, Clone)]
pub struct Hits {
    /// By owner, then in text order.
    hits: Vec<Hit>,
    /// Where the hits of each owner begin, and where the last one's end.
    starts: Vec<u32>,
}

impl Hits {
    /// Puts what was found in text order in the order of owners.
    pub(super) fn by_owner(found: Vec<(u32, Hit)>, owners: usize) -> Hits {
        let mut starts = vec![0_u32; owners + 1];
        for (owner, _) in &found {
            starts[*owner as usize + 1] += 1;
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let nowhere = Hit {
            cue: 0,
            range: 0..0,
        };
        let mut hits = vec![nowhere; found.len()];
        let mut next = starts.clone();
        for (owner, hit) in found {
            let place = &mut next[owner as usize];
            hits[*place as usize] = hit;
            *place += 1;
        }
        Hits { hits, starts }
    }

    /// The owners that have hits.
    pub fn owners(&self) -> impl Iterator<Item = usize> + '_ {
        // Most have none, and many such are passed over at once.
        const AT_ONCE: usize = 16;
        let owners = self.starts.len() - 1;
        let some = move |range: &Range<usize>| self.starts[range.start] < self.starts[range.end];
        let ranges = (0..owners).step_by(AT_ONCE);
        let ranges = ranges.map(move |at| at..owners.min(at + AT_ONCE));
        let each = ranges.filter(some).flatten();
        each.filter(move |owner| some(&(*owner..owner + 1)))
    }

    /// The hits of one owner, in text order.
    pub fn of(&self, owner: usize) -> &[Hit] {
        &self.hits[self.starts[owner] as usize..self.starts[owner + 1] as usize]
    }
}
