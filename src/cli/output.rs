//! Where reports go: standard output and files, each written whole or not at
//! all.

use super::replace::create_beside;
use crate::config::{Mistake, reason};
use crate::report::{FORMATS, Format, Piece, Report, Run, Sheet, Wish, format};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Reads the name of a format from the command line.
pub fn format_parser() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS
        .iter()
        .map(|f| PossibleValue::new(f.name).help(f.about));
    PossibleValuesParser::new(values).try_map(|name| format(&name).ok_or("no such format"))
}

/// A file to write, as `--output` names it.
#[derive(Debug, Clone)]
pub struct Output {
    format: &'static Format,
    path: PathBuf,
}

/// Reads `FORMAT=FILE`.
pub fn output(text: &str) -> Result<Output, String> {
    let (name, path) = text
        .split_once('=')
        .ok_or("write it as FORMAT=FILE, such as sarif=findings.sarif")?;
    let format = format(name).ok_or_else(|| {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
        format!("`{name}` is no format; there are {}", names.join(", "))
    })?;
    match path {
        "" => Err("the name of the file is missing".to_owned()),
        "-" => Err(format!("standard output takes --format {name}")),
        path => Ok(Output {
            format,
            path: PathBuf::from(path),
        }),
    }
}

/// All reports of a run: that of standard output first.
pub struct Reports {
    reports: Vec<Box<dyn Report>>,
    files: Vec<PathBuf>,
}

impl Reports {
    /// Standard output in `format` as `wish` says, and `outputs`, plain.
    ///
    /// # Errors
    /// Two outputs into one file.
    pub fn of(format: &Format, wish: &Wish, outputs: &[Output]) -> Result<Self, Mistake> {
        let plain = Wish {
            style: crate::report::terminal::Style::plain(super::terminal::WIDTH),
            ..*wish
        };
        let mut reports = vec![(format.report)(wish)];
        let mut files = Vec::new();
        for output in outputs {
            let path = resolved(&output.path);
            if files.contains(&path) {
                let name = output.path.display();
                let message = format!("--output names {name} twice");
                return Err(Mistake::new(message, "give each format a file".to_owned()));
            }
            reports.push((output.format.report)(&plain));
            files.push(path);
        }
        Ok(Reports { reports, files })
    }

    /// What each report says of one file.
    pub fn pieces(&self, render: impl Fn(&dyn Report) -> Piece) -> Vec<Piece> {
        self.reports
            .iter()
            .map(|report| render(report.as_ref()))
            .collect()
    }

    /// Whether `path` is one of the files that are written.
    pub fn write_to(&self, path: &Path) -> bool {
        !self.files.is_empty() && self.files.contains(&resolved(path))
    }

    /// Begins all of them.
    ///
    /// # Errors
    /// Files that cannot be written; those of standard output.
    pub fn begin(&self) -> io::Result<Result<Sheets<'_>, Mistake>> {
        let mut sheets = Vec::new();
        let mut sinks = vec![Sink::Stdout(BufWriter::new(io::stdout()))];
        for path in &self.files {
            match Draft::new(path) {
                Ok(draft) => sinks.push(Sink::File(draft)),
                Err(error) => return Ok(Err(unwritable(path, &error))),
            }
        }
        for (report, sink) in self.reports.iter().zip(sinks) {
            let path = sink.path();
            match Sheet::begin(report.as_ref(), sink) {
                Ok(sheet) => sheets.push((sheet, path)),
                Err(error) => return told(path, error).map(Err),
            }
        }
        Ok(Ok(Sheets(sheets)))
    }
}

/// Reports that are being written, each with the file that it goes to.
pub struct Sheets<'r>(Vec<(Sheet<'r, Sink>, Option<PathBuf>)>);

impl Sheets<'_> {
    /// Adds a piece to each report.
    ///
    /// # Errors
    /// Those of standard output; within, those of a file.
    pub fn add(&mut self, pieces: &[Piece]) -> io::Result<Result<(), Mistake>> {
        for ((sheet, path), piece) in self.0.iter_mut().zip(pieces) {
            if let Err(error) = sheet.add(piece) {
                return told(path.clone(), error).map(Err);
            }
        }
        Ok(Ok(()))
    }

    /// Ends all of them and puts the files in their places.
    ///
    /// # Errors
    /// As with [`Sheets::add`].
    pub fn end(self, run: &Run<'_>) -> io::Result<Result<(), Mistake>> {
        for (sheet, path) in self.0 {
            let kept = sheet.end(run).and_then(|sink| match sink {
                Sink::Stdout(_) => Ok(()),
                Sink::File(draft) => draft.keep(),
            });
            if let Err(error) = kept {
                return told(path, error).map(Err);
            }
        }
        Ok(Ok(()))
    }
}

/// An error of a file is the user's to mend; that of standard output ends the
/// program.
fn told(path: Option<PathBuf>, error: io::Error) -> io::Result<Mistake> {
    match path {
        Some(path) => Ok(unwritable(&path, &error)),
        None => Err(error),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Mistake {
    let help = match error.kind() {
        io::ErrorKind::NotFound => Some("make its folder first".to_owned()),
        _ => None,
    };
    let message = format!("{} cannot be written: {}", path.display(), reason(error));
    Mistake { message, help }
}

/// `path` by the name under which it is one file: links followed, as far as it
/// is there.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match (
        fs::canonicalize(folder.unwrap_or(Path::new("."))),
        path.file_name(),
    ) {
        (Ok(folder), Some(name)) => folder.join(name),
        (_, _) => path.to_owned(),
    }
}

/// Where bytes go.
enum Sink {
    Stdout(BufWriter<io::Stdout>),
    File(Draft),
}

impl Sink {
    fn path(&self) -> Option<PathBuf> {
        match self {
            Sink::Stdout(_) => None,
            Sink::File(draft) => Some(draft.path.clone()),
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Sink::Stdout(out) => out.write(bytes),
            Sink::File(draft) => draft.out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sink::Stdout(out) => out.flush(),
            Sink::File(draft) => draft.out.flush(),
        }
    }
}

/// A file that is written beside its place and moved there when it is whole, so
/// that nobody ever reads half of it and a run that breaks off leaves the old
/// one.
struct Draft {
    path: PathBuf,
    out: BufWriter<File>,
    /// The file that is written; nothing where the place itself is, as with a
    /// device or a pipe.
    beside: Option<PathBuf>,
}

impl Draft {
    fn new(path: &Path) -> io::Result<Self> {
        let old = fs::metadata(path).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Draft {
                path: path.to_owned(),
                out: BufWriter::new(File::options().write(true).open(path)?),
                beside: None,
            });
        }
        if old.is_some() {
            // Moving would write over a file that may not be written to.
            File::options().append(true).open(path)?;
        }
        let permissions = old.map(|old| old.permissions());
        let (beside, file) = create_beside(path, permissions.as_ref())?;
        Ok(Draft {
            path: path.to_owned(),
            out: BufWriter::new(file),
            beside: Some(beside),
        })
    }

    /// Moves it to its place.
    fn keep(mut self) -> io::Result<()> {
        self.out.flush()?;
        match self.beside.take() {
            Some(beside) => fs::rename(&beside, &self.path).inspect_err(|_| {
                let _ = fs::remove_file(&beside);
            }),
            None => Ok(()),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_file(beside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_takes_its_place_only_when_it_is_whole() {
        let folder = std::env::temp_dir().join(format!("hirelint-draft-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        let path = folder.join("report.json");
        fs::write(&path, "old").expect("a file can be written");
        for (is_kept, expected) in [(false, "old"), (true, "new")] {
            let mut draft = Draft::new(&path).expect("it can be written");
            draft.out.write_all(b"new").expect("it can be written");
            if is_kept {
                draft.keep().expect("it can be moved");
            } else {
                drop(draft);
            }
            let text = fs::read_to_string(&path).expect("it is there");
            assert_eq!(text, expected);
            let files = fs::read_dir(&folder).expect("it can be read").count();
            assert_eq!(files, 1, "nothing else is left, kept or not: {is_kept}");
        }
        fs::remove_dir_all(&folder).expect("it can be removed");
    }
}
