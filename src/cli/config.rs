//! `hirelint config --show`: what is in force for a path, and where each value
//! comes from.

use super::options::{Config, Told, Which};
use super::plan::{Flaws, Planner};
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::config::{self, Chain, FileOrigin, Mistake, Origin};
use crate::diagnostic::Severity;
use crate::report::terminal::{Ink, Style, safe_line, width};
use crate::rules::RuleSet;
use clap::Args;
use serde::Serialize;
use serde_json::Value as Json;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Show the configuration.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file or folder.
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,

    /// What is in force for the path, and where each value comes from.
    #[arg(long, required = true)]
    show: bool,

    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Human, help_heading = "Output")]
    format: Format,

    #[command(flatten)]
    told: Told,

    #[command(flatten)]
    which: Which,

    #[command(flatten)]
    config: Config,

    #[command(flatten)]
    looks: Looks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A table for people.
    Human,
    /// One JSON object.
    Json,
}

/// What is in force for a path.
#[derive(Debug, Serialize)]
struct Shown {
    schema_version: u32,
    path: String,
    /// The configuration and what it extends; each outweighs those behind it.
    files: Vec<String>,
    /// Files here are left out when a folder is checked.
    is_excluded: bool,
    values: Vec<ShownValue>,
    overrides: Vec<ShownOverride>,
}

/// One value, or one item of a list.
#[derive(Debug, Serialize)]
struct ShownValue {
    key: String,
    value: Json,
    from: From,
    /// What to know about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

/// Where a value comes from.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum From {
    Default,
    Flag {
        flag: &'static str,
    },
    File {
        file: String,
        line: usize,
        column: usize,
    },
}

/// What a configuration says of some files.
#[derive(Debug, Serialize)]
struct ShownOverride {
    files: Vec<String>,
    /// It holds for the path.
    holds: bool,
    from: From,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let shown = match show(arguments) {
        Ok(shown) => shown,
        Err(flaws) => {
            let errors = arguments.looks.style(Stream::Err);
            return complain::and_give_up(&flaws, &errors);
        }
    };
    let text = match arguments.format {
        Format::Human => human(&shown, &arguments.looks.style(Stream::Out)),
        Format::Json => serde_json::to_string_pretty(&shown).map_err(io::Error::other)? + "\n",
    };
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn show(arguments: &Arguments) -> Result<Shown, Flaws> {
    let path = &arguments.path;
    let (told, which) = (&arguments.told, &arguments.which);
    let mut planner = Planner::of(told, which, None, arguments.config.chosen())?;
    if !path.exists() {
        let message = format!("{}: no such file or folder", path.display());
        return Err(vec![Mistake::new(message, None).into()]);
    }
    let chain = planner.chain(path)?;
    let chain = chain.as_deref();
    let linter = planner.linter(chain)?;
    let full = config::absolute(path);
    let holding = chain.map_or(Vec::new(), |chain| chain.holding(&full));
    let layer = planner.layer(chain, &holding);
    let values = layer
        .values()
        .into_iter()
        .map(|(key, value, origin)| ShownValue {
            note: note(&key, value, linter.rules()),
            value: value.clone(),
            from: origin.into(),
            key,
        });
    Ok(Shown {
        schema_version: 1,
        path: path.to_string_lossy().into_owned(),
        files: chain.map_or(Vec::new(), |chain| {
            let files = chain.files.iter().rev();
            files.map(|file| file.source.name.clone()).collect()
        }),
        is_excluded: chain.is_some_and(|chain| is_excluded(chain, &full)),
        values: values.collect(),
        overrides: chain.map_or(Vec::new(), |chain| overrides(chain, &holding)),
    })
}

fn is_excluded(chain: &Chain, path: &Path) -> bool {
    let not_included = path.is_file() && chain.includes(path) == Some(false);
    not_included || path.ancestors().any(|path| chain.excludes(path))
}

fn overrides(chain: &Chain, holding: &[usize]) -> Vec<ShownOverride> {
    let overrides = chain.overrides().enumerate();
    overrides
        .map(|(at, (file, part))| ShownOverride {
            files: part.globs.clone(),
            holds: holding.contains(&at),
            from: From::from(&Origin::File(FileOrigin {
                source: file.source.clone(),
                folder: file.folder.clone(),
                span: part.span,
            })),
        })
        .collect()
}

impl std::convert::From<&Origin> for From {
    fn from(origin: &Origin) -> Self {
        match origin {
            Origin::Default => From::Default,
            Origin::Flag(flag) => From::Flag { flag },
            Origin::File(from) => {
                let at = from.source.position(from.span.start);
                From::File {
                    file: from.source.name.clone(),
                    line: at.line,
                    column: at.column,
                }
            }
        }
    }
}

/// A severity below that of binding law is the user's right and worth a word.
fn note(key: &str, value: &Json, rules: &RuleSet) -> Option<&'static str> {
    let code = key.strip_prefix("severity.")?;
    let is_error = value.as_str() == Some(Severity::Error.name());
    match (is_error, rules.binds(code)) {
        (false, true) => Some("binding law asks for this and would make an error"),
        (true, false) => Some("no binding law asks for this"),
        (true, true) | (false, false) => None,
    }
}

fn human(shown: &Shown, style: &Style) -> String {
    let mut text = String::new();
    let strong = |words: &str| style.paint(Ink::Strong, &safe_line(words));
    let faint = |words: &str| style.paint(Ink::Faint, &safe_line(words));
    let files = match shown.files.as_slice() {
        [] => format!("no {} here or above", config::NAME),
        [only] => only.clone(),
        [first, others @ ..] => format!("{first}, which builds on {}", others.join(", ")),
    };
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{}: {}\n", strong(&shown.path), safe_line(&files));
    let rows: Vec<[String; 3]> = shown.values.iter().map(row).collect();
    let columns = [0, 1].map(|column| {
        let widths = rows.iter().map(|row| width(&row[column]));
        widths.max().unwrap_or(0)
    });
    let mut last = "";
    for (row, value) in rows.iter().zip(&shown.values) {
        let key = if last == row[0] { "" } else { &row[0] };
        last = &row[0];
        let (key, told) = (padded(key, columns[0]), padded(&row[1], columns[1]));
        let _ = writeln!(text, "{}  {told}  {}", strong(&key), faint(&row[2]));
        if let Some(note) = value.note {
            let lead = " ".repeat(columns[0]);
            let _ = writeln!(text, "{lead}  {}", style.paint(Ink::Warning, note));
        }
    }
    if !shown.overrides.is_empty() {
        let _ = writeln!(text, "\n{}", strong("overrides"));
    }
    for part in &shown.overrides {
        let holds = if part.holds { "holds" } else { "does not hold" };
        let files = part.files.join(", ");
        let files = safe_line(&files);
        let _ = writeln!(text, "  {files}: {holds}  {}", faint(&from(&part.from)));
    }
    if shown.is_excluded {
        text.push_str("\nThe configuration leaves this path out when a folder is checked.\n");
    }
    text
}

fn row(value: &ShownValue) -> [String; 3] {
    let told = match &value.value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    [&value.key, &told, &from(&value.from)].map(|text| safe_line(text).into_owned())
}

fn from(from: &From) -> String {
    match from {
        From::Default => "default".to_owned(),
        From::Flag { flag } => (*flag).to_owned(),
        From::File { file, line, column } => format!("{file}:{line}:{column}"),
    }
}

fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}
