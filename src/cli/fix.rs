//! `hirelint fix`: puts in what is missing, from the company's own templates.
//! It shows a diff, and writes only when it is told to.

use super::inputs::{self, Obstacle, Selection};
use super::options::{Config, Files, Told, Which};
use super::plan::{Flaws, Planner};
use super::replace::replace;
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain};
use crate::config::reason;
use crate::lint::{Mending, Safety, WhyLeft};
use crate::report::terminal::{Ink, Style, safe_line};
use clap::Args;
use similar::TextDiff;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// Put in what is missing, from the templates in hirelint.yaml: shows a diff.
///
/// The exit code is 1 if there is something to put in that was not written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files and folders.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Write the files instead of showing a diff.
    #[arg(long, help_heading = "Fixing")]
    write: bool,

    /// Put in templates with blanks as well, for a person to fill.
    #[arg(long = "unsafe", help_heading = "Fixing")]
    allow_unsafe: bool,

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

/// Findings that stay, by element and reason: how many, and the first file.
type Rest = BTreeMap<(String, String), (usize, String)>;

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    batch::limit_threads(arguments.files.threads);
    let errors = arguments.looks.style(Stream::Err);
    let (mut planner, selection) = match arguments.ready() {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let style = arguments.looks.style(Stream::Out);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut rest = Rest::new();
    let (mut mended, mut files) = (0, 0);
    let mut could_not = false;
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let inputs = inputs::find(&paths, &selection);
    let jobs = planner.jobs(inputs, None, |flaws| {
        // What cannot be told here is told by the exit code.
        let _ = complain::flaws(&flaws, &errors);
    });
    batch::run(
        jobs,
        None,
        |plan, reading| {
            let problems = Obstacle::of_file(&reading.source, &reading.problems);
            let linter = &plan.linter;
            let allow = arguments.allow_unsafe;
            let mending = linter.mend(reading, &plan.settings, &plan.templates, allow);
            (mending, problems)
        },
        |_, result| {
            let (mending, mut problems) = match result {
                Ok(done) => done,
                Err(obstacle) => {
                    could_not = true;
                    return complain::obstacle(&obstacle, &errors);
                }
            };
            if let Some(text) = &mending.text {
                if arguments.write {
                    match write(&mending, text) {
                        Ok(()) => tell(&mut out, &mending)?,
                        Err(obstacle) => problems.push(obstacle),
                    }
                } else {
                    show(&mut out, &mending, text, &style)?;
                }
                mended += mending.applied.len();
                files += 1;
            }
            for left in mending.left {
                let key = (left.element, why(&left.why));
                let place = format!("{}:{}", mending.source.name, left.line);
                rest.entry(key).or_insert((0, place)).0 += 1;
            }
            for problem in &problems {
                could_not = true;
                complain::obstacle(problem, &errors)?;
            }
            Ok(())
        },
    )?;
    out.flush()?;
    let mut err = io::stderr().lock();
    for ((element, why), (count, first)) in &rest {
        let more = match count {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let line = format!("{first}{more}: {element}/missing stays: {why}");
        writeln!(err, "{}", safe_line(&line))?;
    }
    let (what, place) = (counted(mended, "text"), counted(files, "file"));
    match (mended, arguments.write) {
        // What could not be read has been told; of it nothing is known.
        (0, _) if could_not && rest.is_empty() => {}
        (0, _) => writeln!(err, "nothing to put in")?,
        (_, false) => writeln!(err, "{what} can be put into {place}; --write does it")?,
        (_, true) => {}
    }
    Ok(match (could_not, mended > 0 && !arguments.write) {
        (true, _) => Outcome::CouldNotCheck,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Clean,
    })
}

impl Arguments {
    fn ready(&self) -> Result<(Planner, Selection), Flaws> {
        let planner = Planner::of(&self.told, &self.which, None, self.config.chosen())?;
        if self.paths.iter().any(|path| path.as_os_str() == "-") {
            let mistake = crate::config::Mistake::new(
                "standard input cannot be fixed",
                "name files or folders".to_owned(),
            );
            return Err(vec![mistake.into()]);
        }
        let selection = planner.selection(&self.files)?;
        Ok((planner, selection))
    }
}

/// Writes the mended text, if the file is still what was read.
fn write(mending: &Mending, text: &str) -> Result<(), Obstacle> {
    let source = &mending.source;
    let fail = |message: String| Err(Obstacle::new(&source.name, message));
    let path = PathBuf::from(&source.name);
    let (Some(old), Some(new)) = (source.with_text(&source.text), source.with_text(text)) else {
        return fail(format!("is in {} and was not written", source.encoding));
    };
    match std::fs::read(&path) {
        Ok(now) if now == old => {}
        Ok(_) => return fail("has changed meanwhile and was not written".to_owned()),
        Err(error) => return fail(format!("cannot be read: {}", reason(&error))),
    }
    replace(&path, &new).or_else(|error| fail(format!("cannot be written: {}", reason(&error))))
}

/// One line about a file that was written, and the blanks in it.
fn tell(out: &mut impl Write, mending: &Mending) -> io::Result<()> {
    let elements: Vec<_> = mending.applied.iter().map(|a| a.element.as_str()).collect();
    let line = format!("{}: put in {}", mending.source.name, elements.join(", "));
    writeln!(out, "{}", safe_line(&line))?;
    for applied in mending
        .applied
        .iter()
        .filter(|a| a.safety == Safety::Unsafe)
    {
        let blanks = applied.blanks.join(", ");
        let line = format!("  fill in {}: {blanks}", applied.element);
        writeln!(out, "{}", safe_line(&line))?;
    }
    Ok(())
}

/// The change as a unified diff, which `git apply` and `patch -p1` take.
fn show(out: &mut impl Write, mending: &Mending, text: &str, style: &Style) -> io::Result<()> {
    let name = mending.source.name.trim_start_matches('/');
    let diff = TextDiff::from_lines(mending.source.text.as_str(), text);
    let diff = diff
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string();
    if !io::stdout().is_terminal() && !style.color {
        return out.write_all(diff.as_bytes());
    }
    for line in diff.lines() {
        let safe = safe_line(line);
        let painted = match line.as_bytes().first() {
            Some(b'+') => style.paint(Ink::Write, &safe),
            Some(b'-') => style.paint(Ink::Error, &safe),
            Some(b'@') => style.paint(Ink::Faint, &safe),
            Some(_) | None => safe.into_owned(),
        };
        writeln!(out, "{painted}")?;
    }
    Ok(())
}

fn why(why: &WhyLeft) -> String {
    match why {
        WhyLeft::NoTemplate => "no template for it in hirelint.yaml".to_owned(),
        WhyLeft::HasBlanks(blanks) => format!(
            "its template has blanks ({}); --unsafe puts it in for you to fill",
            blanks.join(", ")
        ),
        WhyLeft::AwaitsFilling(blanks) => {
            format!("its text is there; fill in {}", blanks.join(", "))
        }
        WhyLeft::NotEditable(reason) => reason.reason(),
        WhyLeft::NotMended => {
            "with the template's text it would still be found; write the template more plainly"
                .to_owned()
        }
        WhyLeft::Brings(finding) => format!("the template's text would itself be found: {finding}"),
    }
}

fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
