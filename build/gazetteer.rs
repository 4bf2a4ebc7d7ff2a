//! Turns the tables in `data/` into one sorted text in which the program looks
//! names up by binary search, without reading or building anything at start.
//!
//! A line is `key TAB kind TAB …`; what follows depends on the kind:
//!
//! | kind | means | fields |
//! |---|---|---|
//! | `C` | country | code |
//! | `R` | state, province | code |
//! | `D` | county | region, name |
//! | `P` | city, town | region, county, population, name |
//! | `M` | metropolitan area | regions, name |
//! | `A` | area of several countries | countries, name |
//! | `=` | name of a code (the key is `=` and the code) | name |
//!
//! A kind in lower case is an abbreviation. A county's field lacks its final
//! " County"; one with another ending begins with `=`. The name of a city is
//! empty where it is the same as in the line's key but for the capital.

#[path = "../src/domain/gazetteer/key.rs"]
mod key;

use key::{FILTER_BITS, filter_bits, key};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Writes `OUT_DIR/gazetteer.tsv`, and beside it the filter of its keys and the
/// places where its lines begin.
///
/// # Panics
/// Panics, and so ends the build, where a table is malformed or an alias names
/// a place that the tables lack.
pub fn build() {
    for file in ["places", "regions", "countries", "aliases"] {
        println!("cargo::rerun-if-changed=data/{file}.tsv");
    }
    let mut table = Table::default();
    table.countries();
    table.regions();
    table.places();
    table.aliases();
    let mut text = String::with_capacity(4 << 20);
    let mut filter = vec![0_u8; FILTER_BITS / 8];
    let mut starts = Vec::new();
    for line in table.lines {
        let key = line.split('\t').next().unwrap_or(&line);
        for bit in filter_bits(key) {
            filter[bit / 8] |= 1 << (bit % 8);
        }
        let start = u32::try_from(text.len()).expect("the table is no larger than 4 GiB");
        starts.extend(start.to_le_bytes());
        text.push_str(&line);
        text.push('\n');
    }
    let out = std::env::var("OUT_DIR").expect("cargo names the output folder");
    for (name, bytes) in [
        ("gazetteer.tsv", text.into_bytes()),
        ("gazetteer.filter", filter),
        ("gazetteer.starts", starts),
    ] {
        std::fs::write(Path::new(&out).join(name), bytes)
            .expect("the output folder can be written");
    }
}

fn read(name: &str) -> Vec<(usize, String)> {
    let path = format!("data/{name}.tsv");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, line.to_owned()))
        .collect()
}

#[derive(Default)]
struct Table {
    lines: BTreeSet<String>,
    /// Region and key of a city to the fields behind its key, the largest of
    /// that name.
    cities: HashMap<(String, String), (u32, String)>,
}

impl Table {
    fn add(&mut self, name: &str, fields: &str, short: bool) {
        let key = key(name);
        if key.is_empty() {
            return;
        }
        // Two signs of Chinese or Japanese are a whole name.
        let short = short || (key.is_ascii() && key.len() <= 3);
        let (kind, rest) = fields.split_at(1);
        let kind = if short {
            kind.to_lowercase()
        } else {
            kind.to_owned()
        };
        self.lines.insert(format!("{key}\t{kind}{rest}"));
    }

    fn countries(&mut self) {
        for (number, line) in read("countries") {
            let columns: Vec<&str> = line.split('\t').collect();
            let [code, three, names] = columns[..] else {
                panic!("data/countries.tsv:{number}: three columns are expected");
            };
            let fields = format!("C\t{code}");
            for (index, name) in names.split("; ").enumerate() {
                if index == 0 {
                    self.lines.insert(format!("={code}\t=\t{name}"));
                }
                // A country of few letters (Peru, Mali) is no abbreviation.
                let key = key(name);
                self.lines.insert(format!("{key}\t{fields}"));
            }
            self.add(code, &fields, true);
            self.add(three, &fields, true);
        }
    }

    fn regions(&mut self) {
        for (number, line) in read("regions") {
            let Some((code, names)) = line.split_once('\t') else {
                panic!("data/regions.tsv:{number}: two columns are expected");
            };
            let fields = format!("R\t{code}");
            for (index, name) in names.split("; ").enumerate() {
                if index == 0 {
                    self.lines.insert(format!("={code}\t=\t{name}"));
                }
                self.add(name, &fields, false);
            }
            let suffix = &code[3..];
            if suffix.chars().all(|c| c.is_ascii_uppercase()) {
                self.add(suffix, &fields, true);
            }
        }
    }

    fn places(&mut self) {
        let (mut region, mut county) = (String::new(), String::new());
        for (number, line) in read("places") {
            if let Some(code) = line.strip_prefix('@') {
                region = code.to_owned();
                county.clear();
            } else if let Some(name) = line.strip_prefix('=') {
                county = match name.strip_suffix(" County") {
                    Some(short) => short.to_owned(),
                    None if name.is_empty() => String::new(),
                    None => format!("={name}"),
                };
                if !name.is_empty() {
                    self.add(name, &format!("D\t{region}\t{name}"), false);
                }
            } else {
                let Some((name, population)) = line.split_once('\t') else {
                    panic!("data/places.tsv:{number}: name and population are expected");
                };
                let population = population.parse().unwrap_or_else(|_| {
                    panic!("data/places.tsv:{number}: the population is a number")
                });
                self.place(name, &region, &county, population);
            }
        }
    }

    fn place(&mut self, name: &str, region: &str, county: &str, population: u32) {
        let key = key(name);
        let shown = if name == capitalised(&key) { "" } else { name };
        let fields = format!("P\t{region}\t{county}\t{population}\t{shown}");
        self.add(name, &fields, false);
        for other in variants(name) {
            let fields = format!("P\t{region}\t{county}\t{population}\t{name}");
            self.add(&other, &fields, false);
        }
        let fields = format!("P\t{region}\t{county}\t{population}\t{name}");
        let known = self
            .cities
            .entry((region.to_owned(), key))
            .or_insert_with(|| (population, fields.clone()));
        if known.0 < population {
            *known = (population, fields);
        }
    }

    fn aliases(&mut self) {
        for (number, line) in read("aliases") {
            let columns: Vec<&str> = line.split('\t').collect();
            let [kind, target, names] = columns[..] else {
                panic!("data/aliases.tsv:{number}: three columns are expected");
            };
            let first = names.split("; ").next().unwrap_or(names);
            let first = first.strip_prefix("short:").unwrap_or(first);
            let fields = match kind {
                "country" => format!("C\t{target}"),
                "region" => format!("R\t{target}"),
                "metro" => format!("M\t{target}\t{first}"),
                "area" => format!("A\t{target}\t{first}"),
                "city" | "part" => {
                    let city = target.split_once(' ').and_then(|(region, name)| {
                        self.cities.get(&(region.to_owned(), key(name)))
                    });
                    match city {
                        Some((_, fields)) => fields.clone(),
                        None => panic!("data/aliases.tsv:{number}: no place {target:?}"),
                    }
                }
                _ => panic!("data/aliases.tsv:{number}: no kind {kind:?}"),
            };
            let mut short = false;
            for name in names.split("; ") {
                let name = match name.strip_prefix("short:") {
                    Some(name) => {
                        short = true;
                        name
                    }
                    None => name,
                };
                self.add(name, &fields, short);
            }
        }
    }
}

/// Other spellings of a name with a saint, a fort or a mount in it, and of
/// German names with an umlaut.
fn variants(name: &str) -> Vec<String> {
    const PAIRS: &[(&str, &str)] = &[
        ("Saint ", "St "),
        ("St. ", "Saint "),
        ("Sainte-", "Ste-"),
        ("Saint-", "St-"),
        ("Fort ", "Ft "),
        ("Mount ", "Mt "),
    ];
    let mut found: Vec<String> = PAIRS
        .iter()
        .filter_map(|(long, short)| name.strip_prefix(long).map(|rest| format!("{short}{rest}")))
        .collect();
    if name.contains(['ä', 'ö', 'ü']) {
        found.push(
            name.replace('ä', "ae")
                .replace('ö', "oe")
                .replace('ü', "ue"),
        );
    }
    found
}

fn capitalised(key: &str) -> String {
    let mut letters = key.chars();
    letters
        .next()
        .map(|c| c.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
