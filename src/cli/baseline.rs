//! `hirelint baseline`: writes down what is found now, so that `check
//! --baseline` speaks of what is new alone.

use super::inputs::{self, Input, Obstacle, Selection, Where};
use super::options::{Config, Files, Stdin, Told, Which};
use super::plan::{Flaw, Planner};
use super::replace::replace;
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain};
use crate::config::{self, Mistake, absolute, reason, relative};
use crate::lint::{Baseline, BaselineEntry, FileReport, Known, Seen, baseline_entries, difference};
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The baseline where no other is named.
const NAME: &str = "hirelint-baseline.json";

/// Write down what is found now, so that `check --baseline` tells only what is new.
///
/// An existing baseline is brought up to date for the files that are checked;
/// entries of other files stay as long as those files are there.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files and folders.
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// The baseline.
    #[arg(long, value_name = "FILE", default_value = NAME, help_heading = "Output")]
    baseline: PathBuf,

    /// Only take out entries of which nothing is found any more.
    #[arg(long, help_heading = "Output")]
    prune: bool,

    #[command(flatten)]
    told: Told,

    #[command(flatten)]
    which: Which,

    #[command(flatten)]
    config: Config,

    #[command(flatten)]
    files: Files,

    #[command(flatten)]
    stdin: Stdin,

    #[command(flatten)]
    looks: Looks,
}

/// A baseline with the folder from which its files count.
#[derive(Debug)]
pub struct Held {
    pub known: Known,
    path: PathBuf,
    folder: PathBuf,
}

impl Held {
    /// Reads a baseline.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn read(path: &Path) -> Result<Held, Flaw> {
        let name = path.display();
        let text = match config::bytes(path, u64::MAX).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(_)) => {
                return Err(Mistake::new(format!("{name}: this is not UTF-8"), None).into());
            }
            Err(error) => {
                let help = (error.kind() == io::ErrorKind::NotFound)
                    .then(|| "`hirelint baseline` writes one".to_owned());
                let message = format!("{name}: cannot be read: {}", reason(&error));
                return Err(Mistake::new(message, help).into());
            }
        };
        let baseline = Baseline::read(&text).map_err(|broken| {
            let place = broken.at.map(|(line, column)| format!(":{line}:{column}"));
            let place = place.unwrap_or_default();
            Mistake::new(format!("{name}{place}: {}", broken.message), broken.help)
        })?;
        Ok(Held::of(path, baseline))
    }

    fn of(path: &Path, baseline: Baseline) -> Held {
        let full = absolute(path);
        let folder = full.parent().unwrap_or(&full).to_owned();
        Held {
            known: Known::new(baseline, |file| folder.join(file).exists()),
            path: path.to_owned(),
            folder,
        }
    }

    /// The name of a file as the baseline has it, with slashes on every system.
    pub fn name_of(&self, file: &str) -> String {
        let way = relative(&absolute(Path::new(file)), &self.folder);
        let steps = way.components();
        let steps: Vec<_> = steps
            .map(|step| step.as_os_str().to_string_lossy())
            .collect();
        steps.join("/")
    }

    /// Whether an input is the baseline itself, which is no posting.
    pub fn is_at(&self, input: &Input) -> bool {
        match &input.from {
            Where::Stdin => false,
            Where::File(path) => absolute(path) == absolute(&self.path),
        }
    }

    /// Tells of entries of which nothing is found any more.
    pub fn tell_stale(
        &self,
        seen: &Seen,
        mut tell: impl FnMut(&Obstacle) -> io::Result<()>,
    ) -> io::Result<()> {
        let stale: Vec<&BaselineEntry> = self.known.stale(seen).collect();
        let Some(first) = stale.first() else {
            return Ok(());
        };
        let more = match stale.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let message = format!(
            "stale: nothing is found any more of {} in {}{more}",
            first.code, first.file
        );
        tell(&Obstacle {
            help: Some("`hirelint baseline --prune` takes it out".to_owned()),
            ..Obstacle::new(self.path.to_string_lossy(), message)
        })
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    batch::limit_threads(arguments.files.threads);
    let errors = arguments.looks.style(Stream::Err);
    let ready = match arguments.ready() {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let Ready {
        mut planner,
        selection,
        held,
        before,
    } = ready;
    let mut seen = Seen::default();
    let mut found: Vec<BaselineEntry> = Vec::new();
    let mut could_not_check = false;
    let stdin_name = arguments.stdin.name.as_deref();
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let inputs = inputs::find(&paths, &selection);
    let inputs = inputs.filter(|input| !input.as_ref().is_ok_and(|input| held.is_at(input)));
    let jobs = planner.jobs(inputs, stdin_name, |flaws| {
        // What cannot be told here is told by the exit code.
        let _ = complain::flaws(&flaws, &errors);
    });
    batch::run(
        jobs,
        stdin_name,
        |plan, reading| {
            let mut report = plan.linter.check(reading, &plan.settings);
            let file = held.name_of(&report.source.name);
            let entries: Vec<_> = baseline_entries(&file, &report).collect();
            let known = held.known.leave_out(&file, &mut report);
            let FileReport {
                source, problems, ..
            } = report;
            (file, entries, known, Obstacle::of_file(&source, &problems))
        },
        |_, result| {
            let problems = match result {
                Ok((file, entries, known, problems)) => {
                    seen.checked.insert(file);
                    seen.found.extend(known);
                    found.extend(entries);
                    problems
                }
                Err(obstacle) => vec![obstacle],
            };
            for problem in &problems {
                could_not_check = true;
                complain::obstacle(problem, &errors)?;
            }
            Ok(())
        },
    )?;
    if could_not_check {
        let name = arguments.baseline.display();
        let mistake = Mistake::new(format!("{name} was not written"), None);
        return complain::and_give_up(&[mistake.into()], &errors);
    }
    let after = if arguments.prune {
        held.known.pruned(&seen)
    } else {
        held.known.updated(&seen, found)
    };
    let text = after.write();
    if before.as_ref().is_none_or(|before| before.write() != text)
        && let Err(error) = replace(&arguments.baseline, text.as_bytes())
    {
        let name = arguments.baseline.display();
        let mistake = Mistake::new(
            format!("{name}: cannot be written: {}", reason(&error)),
            None,
        );
        return complain::and_give_up(&[mistake.into()], &errors);
    }
    let (new, gone) = difference(&before.unwrap_or_default(), &after);
    let findings = if after.len() == 1 {
        "finding"
    } else {
        "findings"
    };
    let name = arguments.baseline.display();
    writeln!(
        io::stdout().lock(),
        "{name}: {} {findings} ({new} new, {gone} gone)",
        after.len()
    )?;
    Ok(Outcome::Clean)
}

/// What a run needs, sound.
struct Ready {
    planner: Planner,
    selection: Selection,
    held: Held,
    /// The baseline as it was, if there was one.
    before: Option<Baseline>,
}

impl Arguments {
    fn ready(&self) -> Result<Ready, Vec<Flaw>> {
        let chosen = self.config.chosen();
        let planner = Planner::of(&self.told, &self.which, None, chosen)?;
        let selection = planner.selection(&self.files)?;
        let is_there = self.baseline.exists();
        let held = if self.prune || is_there {
            Held::read(&self.baseline).map_err(|flaw| vec![flaw])?
        } else {
            Held::of(&self.baseline, Baseline::default())
        };
        Ok(Ready {
            planner,
            selection,
            before: is_there.then(|| held.known.baseline()),
            held,
        })
    }
}
