//! What the files of a run come to, added up in their order while the reports
//! are being written.

use super::super::inputs::{Holders, Obstacle};
use super::super::output::{Reports, Sheets};
use super::super::{Outcome, complain};
use super::Done;
use crate::config::Mistake;
use crate::lint::{Overall, Seen};
use crate::report::terminal::Style;
use crate::report::{Piece, Run, Totals, Unread};
use crate::rules::RuleSet;
use std::io;
use std::path::PathBuf;

/// The sum of a run so far.
pub struct Tally<'r> {
    reports: &'r Reports,
    sheets: Sheets<'r>,
    /// The first file of `--output` that could not be written; no more is
    /// written after it.
    unwritten: Option<Mistake>,
    errors: &'r Style,
    totals: Totals,
    fails: bool,
    /// Something was not read, or an argument holds no posting.
    is_incomplete: bool,
    unread: Vec<Unread>,
    holders: Holders,
    pub seen: Seen,
    pub accepted: Overall,
}

impl<'r> Tally<'r> {
    /// An empty sum over `arguments` files and folders, with complaints in the
    /// style of `errors`.
    pub fn new(
        reports: &'r Reports,
        sheets: Sheets<'r>,
        arguments: usize,
        errors: &'r Style,
    ) -> Self {
        Tally {
            reports,
            sheets,
            unwritten: None,
            errors,
            totals: Totals::default(),
            fails: false,
            is_incomplete: false,
            unread: Vec::new(),
            holders: Holders::new(arguments),
            seen: Seen::default(),
            accepted: Overall::default(),
        }
    }

    /// Adds a file that was read, and the argument that it comes from.
    pub fn add(&mut self, argument: Option<usize>, done: Done) -> io::Result<()> {
        let may_hold = done.totals.postings > 0 || !done.problems.is_empty();
        if may_hold {
            self.holders.note(argument);
        }
        if let Some((file, known)) = done.known {
            self.seen.checked.insert(file);
            self.seen.found.extend(known);
        }
        self.accepted.add(done.accepted);
        for problem in &done.problems {
            self.complain(problem)?;
        }
        self.totals += done.totals;
        self.fails |= done.fails;
        self.write(&done.pieces)
    }

    /// Adds a report that is of no file: of the configuration.
    pub fn add_of_config(&mut self, done: Done) -> io::Result<()> {
        self.totals += Totals {
            files: 0,
            no_posting: 0,
            without: Vec::new(),
            ..done.totals
        };
        self.fails |= done.fails;
        self.write(&done.pieces)
    }

    /// Adds a file that could not be read.
    pub fn add_unread(&mut self, argument: Option<usize>, obstacle: &Obstacle) -> io::Result<()> {
        self.holders.note(argument);
        self.totals.not_read += 1;
        self.complain(obstacle)?;
        let one = Unread::from(obstacle);
        let pieces = self.reports.pieces(|report| report.unread(&one));
        self.write(&pieces)
    }

    /// Names the arguments that hold no posting.
    pub fn tell_empty(&mut self, paths: &[PathBuf]) -> io::Result<()> {
        let empty = self.holders.empty(paths);
        empty.iter().try_for_each(|path| self.complain(path))
    }

    /// Whether all that there was has been read, and every argument had a posting.
    pub fn is_complete(&self) -> bool {
        !self.is_incomplete
    }

    /// Ends the reports.
    ///
    /// # Errors
    /// Those of standard output; within, those of a file of `--output`.
    pub fn end(self, rules: &[&RuleSet]) -> io::Result<Result<Outcome, Mistake>> {
        let run = Run {
            totals: &self.totals,
            unread: &self.unread,
            rules,
        };
        if let Some(mistake) = self.unwritten {
            return Ok(Err(mistake));
        }
        let ended = self.sheets.end(&run)?;
        Ok(ended.map(|()| match (self.is_incomplete, self.fails) {
            (true, _) => Outcome::CouldNotCheck,
            (false, true) => Outcome::Findings,
            (false, false) => Outcome::Clean,
        }))
    }

    fn complain(&mut self, obstacle: &Obstacle) -> io::Result<()> {
        self.is_incomplete = true;
        self.unread.push(obstacle.into());
        complain::obstacle(obstacle, self.errors)
    }

    fn write(&mut self, pieces: &[Piece]) -> io::Result<()> {
        if self.unwritten.is_none() {
            self.unwritten = self.sheets.add(pieces)?.err();
        }
        Ok(())
    }
}
