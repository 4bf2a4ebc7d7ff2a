//! `hirelint check`: holds postings against the rules.

use super::inputs::{self, Obstacle};
use super::options::{Config, Files, Told, Which};
use super::plan::{Plan, Planner};
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain};
use crate::config::{self, Threshold};
use crate::diagnostic::Severity;
use crate::lint::FileReport;
use crate::report::human::{self, Detail};
use crate::report::terminal::Style;
use crate::report::{Totals, compact, json, summary::summary};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Check postings: files, folders, or `-` for standard input.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// How to print what was found.
    #[arg(long, value_enum, default_value_t = Format::Human, help_heading = "Output")]
    format: Format,

    /// With the JSON: what was understood of each posting.
    #[arg(long, help_heading = "Output")]
    facts: bool,

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

    #[command(flatten)]
    looks: Looks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the posting with its findings marked, the laws, what to write.
    Human,
    /// One line for each finding.
    Compact,
    /// For programs; see schemas/check.schema.json.
    Json,
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
    rendered: String,
    totals: Totals,
    fails: bool,
    problems: Vec<Obstacle>,
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
        Ok((planner, selection))
    });
    let (mut planner, selection) = match ready {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let style = arguments.looks.style(Stream::Out);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut totals = Totals::default();
    let mut fails = false;
    let mut holds_posting = vec![false; paths.len()];
    let mut is_first = true;
    let is_json = arguments.format == Format::Json;
    if is_json {
        out.write_all(json::head().as_bytes())?;
    }
    let stdin_name = arguments.files.stdin_filename.as_deref();
    let inputs = inputs::find(&paths, &selection);
    let jobs = planner.jobs(inputs, stdin_name, |flaws| {
        // What cannot be told here is told by the exit code.
        let _ = complain::flaws(&flaws, &errors);
    });
    batch::run(
        jobs,
        stdin_name,
        |plan, reading| {
            let report = plan.linter.check(reading, &plan.settings);
            arguments.done(&plan, report, &style)
        },
        |argument, result| {
            let rendered = match result {
                Ok(done) => {
                    if let Some(argument) = argument {
                        holds_posting[argument] |= done.totals.postings > 0;
                    }
                    totals += done.totals;
                    fails |= done.fails;
                    for problem in &done.problems {
                        complain::obstacle(problem, &errors)?;
                    }
                    done.rendered
                }
                Err(obstacle) => {
                    if let Some(argument) = argument {
                        holds_posting[argument] = true;
                    }
                    totals.not_read += 1;
                    complain::obstacle(&obstacle, &errors)?;
                    if !is_json {
                        return Ok(());
                    }
                    json::unread(&obstacle.name, &obstacle.message, obstacle.help.as_deref())
                }
            };
            if is_json && !is_first {
                out.write_all(json::SEPARATOR.as_bytes())?;
            }
            is_first = false;
            out.write_all(rendered.as_bytes())
        },
    )?;
    let mut could_not_check = totals.not_read > 0;
    if is_json {
        out.write_all(json::tail(&totals).as_bytes())?;
    } else if !arguments.quiet {
        out.write_all(summary(&totals, arguments.detail(), &style).as_bytes())?;
    }
    out.flush()?;
    if !arguments.files.allow_empty && !could_not_check {
        for (path, _) in paths.iter().zip(holds_posting).filter(|(_, h)| !h) {
            could_not_check = true;
            complain::obstacle(&no_posting(path), &errors)?;
        }
    }
    Ok(match (could_not_check, fails) {
        (true, _) => Outcome::CouldNotCheck,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Clean,
    })
}

fn no_posting(path: &Path) -> Obstacle {
    let help = if path.is_dir() {
        "name the files, or choose them with --include; --allow-empty accepts it"
    } else {
        "it reads like something else; --allow-empty accepts it"
    };
    Obstacle {
        help: Some(help.to_owned()),
        ..Obstacle::new(path.to_string_lossy(), "holds no job posting")
    }
}

impl Arguments {
    fn done(&self, plan: &Plan, mut report: FileReport, style: &Style) -> Done {
        let fails = {
            let mut open = report.postings.iter().flat_map(|p| p.open());
            open.any(|finding| plan.fail_on.fails(finding.severity))
        };
        if let Some(least) = self.min_severity.map(Severity::from) {
            for posting in &mut report.postings {
                posting.findings.retain(|f| f.severity >= least);
            }
        }
        Done {
            rendered: match self.format {
                Format::Human => self.human(&report, *style),
                Format::Compact => compact::file(&report),
                Format::Json => json::file(&report, plan.settings.as_of, self.facts),
            },
            totals: Totals::of(&report, plan.linter.rules()),
            fails,
            problems: Obstacle::of_file(&report.source, &report.problems),
        }
    }

    fn human(&self, report: &FileReport, style: Style) -> String {
        human::file(report, style, self.detail())
    }

    fn detail(&self) -> Detail {
        if self.verbose {
            Detail::Verbose
        } else if self.quiet {
            Detail::Quiet
        } else {
            Detail::Normal
        }
    }
}
