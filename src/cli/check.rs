//! `hirelint check`: holds postings against the rules.

mod tally;

use super::baseline::Held;
use super::changed::Changed;
use super::inputs::{self, Input, Obstacle, Where};
use super::options::{Config, Files, Stdin, Told, Which};
use super::output::{self, Output, Reports};
use super::plan::{Flaw, Flaws, Plan, Planner};
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain};
use crate::config::{self, Threshold};
use crate::diagnostic::Severity;
use crate::lint::{FileReport, Overall};
use crate::report::human::Detail;
use crate::report::{Checked, Format, Piece, Totals, Wish};
use clap::{Args, ValueEnum};
use std::io;
use std::path::{Path, PathBuf};
use tally::Tally;

/// Check postings: files, folders, or `-` for standard input.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// How to print what was found.
    #[arg(long, value_name = "FORMAT", value_parser = output::format_parser(), default_value = "human", help_heading = "Output")]
    format: &'static Format,

    /// Write a report to a file as well; may be given several times.
    #[arg(long, value_name = "FORMAT=FILE", value_parser = output::output, help_heading = "Output")]
    output: Vec<Output>,

    /// With json and jsonl: what was understood of each posting.
    #[arg(long, help_heading = "Output")]
    facts: bool,

    /// Tell only what this baseline does not know; `hirelint baseline` writes one.
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    baseline: Option<PathBuf>,

    /// Only files that have changed since REV grew apart from HEAD, as git has it,
    /// with what is not committed yet.
    #[arg(
        long,
        value_name = "REV",
        allow_hyphen_values = true,
        help_heading = "Files"
    )]
    changed_since: Option<String>,

    /// The least severity that makes the exit code 1.
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = "Output")]
    fail_on: Option<ThresholdName>,

    /// The least severity that is shown.
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = "Output")]
    min_severity: Option<SeverityName>,

    /// Announce what law will ask that comes into force within this time: 180d, 6m, 1y.
    #[arg(long, value_name = "TIME", help_heading = "What you tell")]
    upcoming: Option<String>,

    /// Tell every law in full, with penalties and open questions.
    #[arg(short, long, conflicts_with = "quiet", help_heading = "Output")]
    verbose: bool,

    /// Findings alone, no summary.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,

    #[command(flatten)]
    told: Told,

    #[command(flatten)]
    which: Which,

    #[command(flatten)]
    config: Config,

    #[command(flatten)]
    files: Files,

    /// Finding no posting is no error.
    #[arg(long, help_heading = "Files")]
    allow_empty: bool,

    #[command(flatten)]
    stdin: Stdin,

    #[command(flatten)]
    looks: Looks,
}

/// [`Severity`] as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SeverityName {
    Advice,
    Warning,
    Error,
}

/// [`Threshold`] as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThresholdName {
    Error,
    Warning,
    Advice,
    Never,
}

impl From<SeverityName> for Severity {
    fn from(name: SeverityName) -> Self {
        match name {
            SeverityName::Advice => Severity::Advice,
            SeverityName::Warning => Severity::Warning,
            SeverityName::Error => Severity::Error,
        }
    }
}

impl From<ThresholdName> for Threshold {
    fn from(name: ThresholdName) -> Self {
        match name {
            ThresholdName::Error => Threshold::Error,
            ThresholdName::Warning => Threshold::Warning,
            ThresholdName::Advice => Threshold::Advice,
            ThresholdName::Never => Threshold::Never,
        }
    }
}

/// What a file came to, after the work on it.
struct Done {
    pieces: Vec<Piece>,
    totals: Totals,
    fails: bool,
    problems: Vec<Obstacle>,
    /// The file as the baseline has it, with the entries that it still needs.
    known: Option<(String, Vec<usize>)>,
    /// Which suppressions of the configuration it needs.
    accepted: Overall,
}

/// What of all that is there shall be told.
struct Narrowed {
    /// What was known before.
    baseline: Option<Held>,
    changed: Option<Changed>,
}

impl Narrowed {
    /// Whether an input is left out: it has not changed, or is the baseline itself.
    fn skips(&self, input: &Input) -> bool {
        // A path that leads nowhere is told, changed or not.
        let is_there = match &input.from {
            Where::File(path) => path.exists(),
            Where::Stdin => true,
        };
        let has_changed = !is_there || self.changed.as_ref().is_none_or(|c| c.names(input));
        !has_changed || self.baseline.as_ref().is_some_and(|held| held.is_at(input))
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    batch::limit_threads(arguments.files.threads);
    let errors = arguments.looks.style(Stream::Err);
    let planner = Planner::of(
        &arguments.told,
        &arguments.which,
        arguments.fail_on.map(Into::into),
        arguments.config.chosen(),
    );
    let ready = planner.and_then(|mut planner| {
        if let Some(time) = &arguments.upcoming {
            let days = config::days(time).map_err(|mistake| vec![mistake.into()])?;
            planner.announce(days);
        }
        let selection = planner.selection(&arguments.files)?;
        let wish = arguments.wish();
        let reports = Reports::of(arguments.format, &wish, &arguments.output);
        let reports = reports.map_err(|mistake| vec![mistake.into()])?;
        Ok((planner, selection, reports, arguments.narrowed()?))
    });
    let (mut planner, selection, reports, narrowed) = match ready {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let sheets = match reports.begin()? {
        Ok(sheets) => sheets,
        Err(mistake) => return complain::and_give_up(&[mistake.into()], &errors),
    };
    let mut tally = Tally::new(&reports, sheets, paths.len(), &errors);
    let stdin_name = arguments.stdin.name.as_deref();
    let inputs = inputs::find(&paths, &selection);
    // A report of the last run is no posting of this one.
    let inputs = inputs.filter(|input| match input {
        Ok(Input {
            from: Where::File(path),
            ..
        }) => !reports.write_to(path),
        Ok(_) | Err(_) => true,
    });
    let inputs = inputs.filter(|input| !input.as_ref().is_ok_and(|input| narrowed.skips(input)));
    let jobs = planner.jobs(inputs, stdin_name, |flaws| {
        // What cannot be told here is told by the exit code.
        let _ = complain::flaws(&flaws, &errors);
    });
    batch::run(
        jobs,
        stdin_name,
        |plan, reading| {
            let report = plan.linter.check(reading, &plan.settings);
            arguments.done(&plan, report, &reports, narrowed.baseline.as_ref())
        },
        |argument, result| match result {
            Ok(done) => tally.add(argument, done),
            Err(obstacle) => tally.add_unread(argument, &obstacle),
        },
    )?;
    if let Some(held) = &narrowed.baseline {
        held.tell_stale(&tally.seen, |stale| complain::obstacle(stale, &errors))?;
    }
    // That nothing has changed is an answer.
    if !arguments.allow_empty && narrowed.changed.is_none() {
        tally.tell_empty(&paths)?;
    }
    let plans = planner.plans();
    let settings = plans.iter().map(|p| (p.linter.rules(), &p.settings));
    let settings: Vec<_> = settings.collect();
    let is_whole = narrowed.changed.is_none() && tally.is_complete();
    let has_read = |place: &Path| is_whole && arguments.covers(place);
    for (report, settings) in tally.accepted.complaints(&settings, has_read) {
        let of = plans.iter().find(|p| std::ptr::eq(&p.settings, settings));
        let plan = of.expect("the settings are those of a plan");
        tally.add_of_config(arguments.done(plan, report, &reports, None))?;
    }
    let linters = planner.linters();
    let rules: Vec<_> = linters.iter().map(|linter| linter.rules()).collect();
    let outcome = match tally.end(&rules)? {
        Ok(outcome) => outcome,
        Err(mistake) => return complain::and_give_up(&[mistake.into()], &errors),
    };
    // The process ends here: to free the rules string by string would take a
    // twentieth of the time of a single file.
    std::mem::forget(planner);
    Ok(outcome)
}

impl Arguments {
    /// Reads the baseline and asks git, where that is wanted.
    fn narrowed(&self) -> Result<Narrowed, Flaws> {
        let baseline = self.baseline.as_deref().map(Held::read).transpose();
        let changed = self.changed_since.as_deref();
        let changed = changed.map(|revision| Changed::since(revision, &self.paths));
        match (baseline, changed.transpose().map_err(Flaw::from)) {
            (Ok(baseline), Ok(changed)) => Ok(Narrowed { baseline, changed }),
            (baseline, changed) => Err(baseline.err().into_iter().chain(changed.err()).collect()),
        }
    }

    fn done(
        &self,
        plan: &Plan,
        mut report: FileReport,
        reports: &Reports,
        baseline: Option<&Held>,
    ) -> Done {
        let known = baseline.map(|held| {
            let file = held.name_of(&report.source.name);
            let entries = held.known.leave_out(&file, &mut report);
            (file, entries)
        });
        let fails = {
            let mut open = report.postings.iter().flat_map(|p| p.open());
            open.any(|finding| plan.fail_on.fails(finding.severity))
        };
        if let Some(least) = self.min_severity.map(Severity::from) {
            for posting in &mut report.postings {
                posting.findings.retain(|f| f.severity >= least);
            }
        }
        let severities = [Severity::Advice, Severity::Warning, Severity::Error];
        let checked = Checked {
            report: &report,
            rules: plan.linter.rules(),
            as_of: plan.settings.as_of,
            fails_from: severities.into_iter().find(|s| plan.fail_on.fails(*s)),
        };
        Done {
            pieces: reports.pieces(|format| format.file(&checked)),
            totals: Totals {
                known: known.as_ref().map_or(0, |(_, entries)| entries.len()),
                ..Totals::of(&report, plan.linter.rules())
            },
            known,
            accepted: Overall::of(&report, &plan.settings),
            fails,
            problems: Obstacle::of_file(&report.source, &report.problems),
        }
    }

    /// Whether all of a folder or file, an absolute path, was to be read.
    fn covers(&self, place: &Path) -> bool {
        let files = &self.files;
        let is_narrowed = !files.include.is_empty() || !files.exclude.is_empty();
        let mut paths = self.paths.iter();
        !is_narrowed && paths.any(|path| place.starts_with(config::absolute(path)))
    }

    fn wish(&self) -> Wish {
        Wish {
            style: self.looks.style(Stream::Out),
            detail: if self.verbose {
                Detail::Verbose
            } else if self.quiet {
                Detail::Quiet
            } else {
                Detail::Normal
            },
            facts: self.facts,
        }
    }
}
