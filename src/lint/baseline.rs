//! Findings that were there before, by fingerprint, so that only new ones
//! count. A pure value: which files there are is told from outside.
//!
//! An entry knows its finding wherever it moves within its file. It also holds
//! for a posting of the same title in another file once its own file is gone, so
//! that renaming brings nothing back; as long as its own is there, a copy of the
//! posting is new.

use super::{FileReport, PostingReport};
use crate::diagnostic::{Diagnostic, Fingerprint};
use crate::text::Source;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The version of the file's shape.
pub const BASELINE_VERSION: u32 = 1;

/// Findings that are known, sorted by file, code, excerpt and fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeSet<BaselineEntry>,
}

/// One finding that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaselineEntry {
    /// The file in which it stood, from the folder of the baseline.
    pub file: String,
    /// Its code with its problem: `pay-range/missing`.
    pub code: String,
    /// The posting: its title, or its key where it has none.
    pub posting: String,
    /// The words at its place, for those who review the baseline.
    pub excerpt: String,
    pub fingerprint: Fingerprint,
}

/// The shape of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    findings: Vec<WrittenEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntry {
    file: String,
    code: String,
    posting: String,
    excerpt: String,
    fingerprint: String,
}

/// What is wrong with a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenBaseline {
    /// Line and column from 1, where a place can be named.
    pub at: Option<(usize, usize)>,
    pub message: String,
    pub help: String,
}

impl Baseline {
    /// Of findings that are there now.
    pub fn of(entries: impl IntoIterator<Item = BaselineEntry>) -> Self {
        Baseline {
            entries: entries.into_iter().collect(),
        }
    }

    /// Reads what [`Baseline::write`] has written.
    ///
    /// # Errors
    /// The first thing in it that is no baseline of this version.
    pub fn read(text: &str) -> Result<Self, BrokenBaseline> {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        const AGAIN: &str = "mend it, or write it afresh with `hirelint baseline`";
        let broken = |error: serde_json::Error| {
            let words = error.to_string();
            let cut = words.rfind(" at line ").unwrap_or(words.len());
            BrokenBaseline {
                at: (error.line() > 0).then(|| (error.line(), error.column())),
                message: format!("this is no baseline: {}", &words[..cut]),
                help: AGAIN.to_owned(),
            }
        };
        let head: Head = serde_json::from_str(text).map_err(broken)?;
        if head.version != BASELINE_VERSION {
            return Err(BrokenBaseline {
                at: None,
                message: format!(
                    "the baseline has version {}, and this hirelint reads {BASELINE_VERSION}",
                    head.version
                ),
                help: "use the hirelint that has written it, or write it afresh".to_owned(),
            });
        }
        let written: Written = serde_json::from_str(text).map_err(broken)?;
        let mut entries = BTreeSet::new();
        let mut places = BTreeSet::new();
        for entry in written.findings {
            let wrong = |what: &str| BrokenBaseline {
                at: None,
                message: format!("the entry of {} in {} {what}", entry.code, entry.file),
                help: AGAIN.to_owned(),
            };
            let fingerprint = entry.fingerprint.parse();
            let fingerprint =
                fingerprint.map_err(|error| wrong(&format!("has no fingerprint: {error}")))?;
            if !places.insert((entry.file.clone(), fingerprint)) {
                return Err(wrong("is there twice"));
            }
            entries.insert(BaselineEntry {
                file: entry.file,
                code: entry.code,
                posting: entry.posting,
                excerpt: entry.excerpt,
                fingerprint,
            });
        }
        Ok(Baseline { entries })
    }

    /// The file: JSON, an entry on each line, so that a review shows what comes
    /// and goes.
    pub fn write(&self) -> String {
        let entries = self.entries.iter().map(|entry| {
            let written = WrittenEntry {
                file: entry.file.clone(),
                code: entry.code.clone(),
                posting: entry.posting.clone(),
                excerpt: entry.excerpt.clone(),
                fingerprint: entry.fingerprint.to_string(),
            };
            serde_json::to_string(&written).expect("texts are JSON")
        });
        let entries: Vec<_> = entries.collect();
        let lead = if entries.is_empty() { "" } else { "\n" };
        format!(
            "{{\n\"version\": {BASELINE_VERSION},\n\"findings\": [{lead}{}{lead}]\n}}\n",
            entries.join(",\n")
        )
    }

    /// Its entries, sorted.
    pub fn entries(&self) -> impl Iterator<Item = &BaselineEntry> {
        self.entries.iter()
    }

    /// The files that it names.
    pub fn files(&self) -> BTreeSet<&str> {
        self.entries().map(|entry| entry.file.as_str()).collect()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if nothing is known.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A baseline, ready to be held against findings on any thread.
#[derive(Debug)]
pub struct Known {
    entries: Vec<BaselineEntry>,
    by_fingerprint: HashMap<Fingerprint, Vec<usize>>,
    /// Files that it names and that are no more.
    gone: BTreeSet<String>,
}

/// What a run has seen of a baseline.
#[derive(Debug, Default)]
pub struct Seen {
    /// Files that were checked, from the folder of the baseline.
    pub checked: BTreeSet<String>,
    /// Entries that were found, by their place.
    pub found: BTreeSet<usize>,
}

impl Known {
    /// `is_there` says whether a file that the baseline names still exists.
    pub fn new(baseline: Baseline, is_there: impl Fn(&str) -> bool) -> Self {
        let files = baseline.files();
        let gone = files.into_iter().filter(|file| !is_there(file));
        let gone = gone.map(str::to_owned).collect();
        let entries: Vec<BaselineEntry> = baseline.entries.into_iter().collect();
        let mut by_fingerprint: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            by_fingerprint
                .entry(entry.fingerprint)
                .or_default()
                .push(at);
        }
        Known {
            entries,
            by_fingerprint,
            gone,
        }
    }

    /// The baseline as it was read.
    pub fn baseline(&self) -> Baseline {
        Baseline::of(self.entries.iter().cloned())
    }

    /// The entry that knows a finding of `posting` in `file`.
    fn entry(&self, file: &str, posting: &str, fingerprint: Fingerprint) -> Option<usize> {
        let places = self.by_fingerprint.get(&fingerprint)?;
        let own = places.iter().find(|at| self.entries[**at].file == file);
        // What is missing leaves few words to know it by: another posting that
        // lacks the same is not the one that was renamed.
        let is_free = |at: &&usize| {
            let entry = &self.entries[**at];
            self.gone.contains(&entry.file) && entry.posting == posting
        };
        own.or_else(|| places.iter().find(is_free)).copied()
    }

    /// Takes what is known out of the report of `file`; gives the entries.
    pub fn leave_out(&self, file: &str, report: &mut FileReport) -> Vec<usize> {
        let mut found = Vec::new();
        for posting in &mut report.postings {
            let name = name(posting);
            posting.findings.retain(|finding| {
                let known = self.entry(file, &name, finding.fingerprint);
                let known = known.filter(|_| !finding.is_suppressed());
                found.extend(known);
                known.is_none()
            });
        }
        found
    }

    /// Entries of which nothing was found, in files that were checked or are
    /// gone.
    pub fn stale<'k>(&'k self, seen: &'k Seen) -> impl Iterator<Item = &'k BaselineEntry> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(at, entry)| !seen.found.contains(at) && self.is_over(&entry.file, seen))
            .map(|(_, entry)| entry)
    }

    /// Whether all that there is of a file was seen.
    fn is_over(&self, file: &String, seen: &Seen) -> bool {
        seen.checked.contains(file) || self.gone.contains(file)
    }

    /// The baseline without its stale entries.
    pub fn pruned(&self, seen: &Seen) -> Baseline {
        let stale: BTreeSet<&BaselineEntry> = self.stale(seen).collect();
        let kept = self.entries.iter().filter(|entry| !stale.contains(entry));
        Baseline::of(kept.cloned())
    }

    /// The baseline with what is found now in the files that were checked, and
    /// as it was in the others that there still are.
    pub fn updated(&self, seen: &Seen, found: impl IntoIterator<Item = BaselineEntry>) -> Baseline {
        let entries = self.entries.iter();
        let others = entries.filter(|entry| !self.is_over(&entry.file, seen));
        Baseline::of(others.cloned().chain(found))
    }
}

/// The findings of a file as entries of a baseline. What is accepted otherwise
/// needs none.
pub fn entries<'r>(
    file: &'r str,
    report: &'r FileReport,
) -> impl Iterator<Item = BaselineEntry> + 'r {
    let postings = report.postings.iter();
    postings.flat_map(move |posting| {
        posting.open().map(move |finding| BaselineEntry {
            file: file.to_owned(),
            posting: name(posting),
            code: format!("{}/{}", finding.code, finding.problem),
            excerpt: excerpt(&report.source, finding),
            fingerprint: finding.fingerprint,
        })
    })
}

/// What a posting is called: its title, or its key where it has none.
fn name(report: &PostingReport) -> String {
    let title = report.facts.title.first().map(|title| &title.value.text);
    title.unwrap_or(&report.posting.key).clone()
}

/// The words at a finding's place, or what stands in its line.
fn excerpt(source: &Source, finding: &Diagnostic) -> String {
    const MOST: usize = 80;
    let span = finding.primary.span;
    let mut words = source.slice(span);
    if words.trim().is_empty() {
        let rest = &source.text[span.start..];
        words = rest.split(['\n', '\r']).next().unwrap_or_default();
    }
    let mut line = String::new();
    for word in words.split_whitespace().take(MOST) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if let Some((end, _)) = line.char_indices().nth(MOST) {
            line.truncate(end);
            line.push('…');
            break;
        }
    }
    line
}

/// How many have come and gone between two baselines, by posting and
/// fingerprint.
pub fn difference(before: &Baseline, after: &Baseline) -> (usize, usize) {
    /// How often each finding of a posting is there.
    type Counts<'b> = BTreeMap<(&'b str, Fingerprint), usize>;
    fn count(baseline: &Baseline) -> Counts<'_> {
        let mut counts = Counts::new();
        for entry in baseline.entries() {
            *counts
                .entry((&entry.posting, entry.fingerprint))
                .or_default() += 1;
        }
        counts
    }
    let (before, after) = (count(before), count(after));
    let beyond = |more: &Counts<'_>, less: &Counts<'_>| {
        let each = more.iter();
        each.map(|(key, count)| count.saturating_sub(less.get(key).copied().unwrap_or(0)))
            .sum()
    };
    (beyond(&after, &before), beyond(&before, &after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(file: &str, words: &str) -> BaselineEntry {
        BaselineEntry {
            file: file.to_owned(),
            code: "pay-range/missing".to_owned(),
            posting: "Cook".to_owned(),
            excerpt: words.to_owned(),
            fingerprint: print(words),
        }
    }

    fn print(words: &str) -> Fingerprint {
        Fingerprint::of("pay-range", "missing", "", words)
    }

    #[test]
    fn what_is_written_is_read_again_and_sorted() {
        let baseline = Baseline::of([
            entry("jobs/b.md", "Cook"),
            entry("jobs/a.md", "\"Maid\"\u{1b}\n"),
            entry("jobs/a.md", "Cook"),
        ]);
        let text = baseline.write();
        assert_eq!(Baseline::read(&text), Ok(baseline.clone()));
        let files: Vec<_> = baseline.entries().map(|e| e.file.as_str()).collect();
        assert_eq!(files, ["jobs/a.md", "jobs/a.md", "jobs/b.md"]);
        assert_eq!(text.lines().count(), 3 + 3 + 2, "{text}");
        assert!(!text.contains('\u{1b}'));
        let empty = Baseline::default();
        assert_eq!(Baseline::read(&empty.write()), Ok(empty));
    }

    #[test]
    fn a_broken_baseline_says_what_is_wrong() {
        let good = Baseline::of([entry("a.md", "Cook")]).write();
        let row = good.lines().nth(3).expect("an entry");
        for (text, message) in [
            ("".to_owned(), "EOF"),
            ("[1]".to_owned(), "this is no baseline"),
            (
                good.replace("\"version\": 1", "\"version\": 2"),
                "has version 2",
            ),
            (
                good.replace("\"findings\"", "\"finding\""),
                "unknown field `finding`",
            ),
            (good.replace("\"code\"", "\"kode\""), "unknown field `kode`"),
            (
                good.replace(&print("Cook").to_string(), "12"),
                "pay-range/missing in a.md has no fingerprint",
            ),
            (
                good.replace(row, &format!("{row},\n{row}")),
                "is there twice",
            ),
        ] {
            let error = Baseline::read(&text).expect_err("it is broken");
            assert!(error.message.contains(message), "{text}: {}", error.message);
        }
        let error = Baseline::read(&good.replace("\"code\"", "\"kode\"")).expect_err("broken");
        assert_eq!(error.at.map(|(line, _)| line), Some(4));
    }

    #[test]
    fn an_entry_holds_for_its_file_or_for_one_that_was_renamed() {
        for (name, there, file, posting, words, known) in [
            ("its own", &["a.md"][..], "a.md", "Cook", "x", true),
            ("another title", &["a.md"], "a.md", "Chef", "x", true),
            ("other words", &["a.md"], "a.md", "Cook", "y", false),
            ("a copy is new", &["a.md"], "b.md", "Cook", "x", false),
            ("a file that was renamed", &[], "b.md", "Cook", "x", true),
            (
                "another posting lacks the same",
                &[],
                "b.md",
                "Maid",
                "x",
                false,
            ),
        ] {
            let baseline = Baseline::of([entry("a.md", "x")]);
            let run = Known::new(baseline, |file| there.contains(&file));
            assert_eq!(
                run.entry(file, posting, print(words)).is_some(),
                known,
                "{name}"
            );
        }
    }

    #[test]
    fn entries_are_stale_where_it_is_certain() {
        let baseline = Baseline::of([
            entry("found.md", "a"),
            entry("mended.md", "b"),
            entry("not-checked.md", "c"),
            entry("gone.md", "d"),
        ]);
        let run = Known::new(baseline.clone(), |file| file != "gone.md");
        let found = run.entry("found.md", "Cook", print("a"));
        let seen = Seen {
            checked: ["found.md", "mended.md"].map(str::to_owned).into(),
            found: found.into_iter().collect(),
        };
        let stale: Vec<_> = run.stale(&seen).map(|e| e.file.as_str()).collect();
        assert_eq!(stale, ["gone.md", "mended.md"]);
        let pruned = run.pruned(&seen);
        let kept: Vec<_> = pruned.entries().map(|e| e.file.as_str()).collect();
        assert_eq!(kept, ["found.md", "not-checked.md"]);
        let updated = run.updated(&seen, [entry("found.md", "a"), entry("mended.md", "e")]);
        assert_eq!(updated.len(), 3);
        assert_eq!(difference(&baseline, &updated), (1, 2));
    }
}
