//! Binary search in the embedded table; its lines are read when they are found.

use super::key::filter_bits;
use super::{Area, City, County, Means, Metro, Sense, key};

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.tsv"));

/// Where the lines of the table begin: numbers of four bytes, the low one first.
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.starts"));

/// A bit for the hashes of each key, so that words that name no place are known
/// without a search.
static FILTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.filter"));

/// All meanings of `name`, in no order of importance. Accents, capitals,
/// spaces and punctuation do not count.
pub fn senses(name: &str) -> Vec<Sense> {
    let key = key(name);
    let mut found = Vec::new();
    let may_be_there = |bit: usize| FILTER[bit / 8] >> (bit % 8) & 1 != 0;
    if key.is_empty() || !filter_bits(&key).into_iter().all(may_be_there) {
        return found;
    }
    for line in lines_of(&key) {
        if let Some(sense) = sense(line) {
            found.push(sense);
        }
    }
    found
}

/// The English name of a country or region by its code.
pub fn name_of(code: &str) -> Option<&'static str> {
    let key = format!("={code}");
    lines_of(&key)
        .next()
        .and_then(|line| line.splitn(3, '\t').nth(2))
}

/// The lines whose first field is `key`.
fn lines_of(key: &str) -> impl Iterator<Item = &'static str> + use<> {
    let key = format!("{key}\t");
    let key = key.as_bytes();
    let first = first_line(key);
    let end = (first..LINES).find(|number| !from_line(*number).starts_with(key));
    (first..end.unwrap_or(LINES)).map(line)
}

/// How many lines the table has.
const LINES: usize = STARTS.len() / 4;

/// The first line that is not below `key`, which is to end with a tab: no key has a
/// byte below that, so that the lines are in the order of their keys.
fn first_line(key: &[u8]) -> usize {
    let (mut low, mut high) = (0, LINES);
    // What is before `low` is below, what is from `high` on is not.
    while low < high {
        let middle = low + (high - low) / 2;
        if from_line(middle) < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn line(number: usize) -> &'static str {
    let end = if number + 1 < LINES {
        start_of(number + 1)
    } else {
        TABLE.len()
    };
    TABLE[start_of(number)..end].trim_end_matches('\n')
}

fn start_of(line: usize) -> usize {
    let (numbers, _) = STARTS.as_chunks::<4>();
    u32::from_le_bytes(numbers[line]) as usize
}

/// The table from a line on.
fn from_line(line: usize) -> &'static [u8] {
    &TABLE.as_bytes()[start_of(line)..]
}

fn sense(line: &'static str) -> Option<Sense> {
    let mut fields = line.split('\t');
    let key = fields.next()?;
    let kind = fields.next()?;
    let mut next = || fields.next();
    let means = match kind {
        "C" | "c" => Means::Country(next()?),
        "R" | "r" => Means::Region(next()?),
        "D" | "d" => Means::County(County {
            region: next()?,
            name: next()?,
        }),
        "P" | "p" => Means::City(City {
            key,
            region: next()?,
            county: next()?,
            population: next()?.parse().ok()?,
            name: next()?,
        }),
        "M" | "m" => Means::Metro(Metro {
            regions: next()?,
            name: next()?,
        }),
        "A" | "a" => Means::Area(Area {
            countries: next()?,
            name: next()?,
        }),
        _ => return None,
    };
    Some(Sense {
        means,
        short: kind.starts_with(|c: char| c.is_ascii_lowercase()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read_and_found() {
        let mut before = "";
        for line in TABLE.lines() {
            assert!(before <= line, "sorted: {before:?} {line:?}");
            before = line;
            if !line.starts_with('=') {
                assert!(sense(line).is_some(), "{line:?}");
            }
        }
        for line in TABLE.lines().step_by(997) {
            let key = line.split('\t').next().unwrap();
            assert!(lines_of(key).any(|found| found == line), "{line:?}");
            let names_a_place = !key.starts_with('=');
            assert!(!names_a_place || !senses(key).is_empty(), "{line:?}");
        }
    }

    #[test]
    fn a_name_that_is_nowhere_has_no_meaning() {
        for name in ["", " - ", "zzzzzz", "aaaaa", "Foosball"] {
            assert!(senses(name).is_empty(), "{name:?}");
        }
    }
}
