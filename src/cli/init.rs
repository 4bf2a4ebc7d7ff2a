//! `hirelint init`: writes a commented `hirelint.yaml` by flags, and by asking
//! where there is somebody to ask.

use super::options::SectorName;
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::config::{self, Mistake, reason};
use crate::domain::employer::Sector;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use clap::Args;
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

/// Write a hirelint.yaml to begin with.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder in which to write it.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,

    /// The employer's name.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Employees that the employer has, everywhere.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    headcount: Option<u32>,

    /// A place of work beside those that the postings name: US-WA, "Seattle, WA".
    #[arg(long = "in", value_name = "PLACE")]
    places: Vec<String>,

    /// The employer holds federal contracts or subcontracts.
    #[arg(long, overrides_with = "no_federal_contractor")]
    federal_contractor: bool,

    /// The employer holds none.
    #[arg(long)]
    no_federal_contractor: bool,

    /// Who the employer is.
    #[arg(long, value_enum, value_name = "SECTOR")]
    sector: Option<SectorName>,

    /// Ask nothing; what no flag tells stays open.
    #[arg(short, long)]
    yes: bool,

    /// Write over a file that is there.
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    looks: Looks,
}

/// What is known of the employer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Answers {
    name: Option<String>,
    headcount: Option<u32>,
    places: Vec<Jurisdiction>,
    federal_contractor: Option<bool>,
    sector: Option<Sector>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let give_up = |mistake: Mistake| complain::and_give_up(&[mistake.into()], &errors);
    let path = arguments.folder.join(config::NAME);
    let is_there = path.symlink_metadata().is_ok();
    if is_there && !arguments.force {
        return give_up(refusal(&path.to_string_lossy()));
    }
    let mut answers = match arguments.answers() {
        Ok(answers) => answers,
        Err(mistake) => return give_up(mistake),
    };
    if !arguments.yes && io::stdin().is_terminal() {
        ask(
            &mut answers,
            &mut io::stdin().lock(),
            &mut io::stderr().lock(),
        )?;
    }
    let text = written(&answers);
    let mut options = OpenOptions::new();
    let options = options.write(true);
    let file = if arguments.force {
        options.create(true).truncate(true).open(&path)
    } else {
        // Should somebody else have written it in the meantime, it stays.
        options.create_new(true).open(&path)
    };
    if let Err(error) = file.and_then(|mut file| file.write_all(text.as_bytes())) {
        let message = format!("{}: {}", path.display(), reason(&error));
        return give_up(Mistake::new(message, None));
    }
    let path = crate::report::terminal::safe_line(&path.to_string_lossy()).into_owned();
    writeln!(
        io::stdout().lock(),
        "{path} is written; `hirelint config --show` prints what is in force"
    )?;
    Ok(Outcome::Clean)
}

fn refusal(path: &str) -> Mistake {
    Mistake::new(
        format!("{path} is there already"),
        "--force writes over it".to_owned(),
    )
}

impl Arguments {
    fn answers(&self) -> Result<Answers, Mistake> {
        let places = self.places.iter().map(|place| config::place(place));
        Ok(Answers {
            name: self.name.as_deref().map(name).transpose()?,
            headcount: self.headcount,
            places: places.collect::<Result<_, _>>()?,
            federal_contractor: match (self.federal_contractor, self.no_federal_contractor) {
                (true, _) => Some(true),
                (false, true) => Some(false),
                (false, false) => None,
            },
            sector: self.sector.map(Into::into),
        })
    }
}

fn name(text: &str) -> Result<String, Mistake> {
    if text.chars().any(char::is_control) {
        let message = "a name has no control characters";
        return Err(Mistake::new(message, None));
    }
    Ok(text.trim().to_owned())
}

/// Asks for what is not known yet. An empty answer leaves it open.
fn ask(answers: &mut Answers, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "An empty answer leaves a question open.")?;
    if answers.name.is_none() {
        answers.name = question("Name of the employer", name, input, output)?;
    }
    if answers.headcount.is_none() {
        answers.headcount = question("Employees everywhere", headcount, input, output)?;
    }
    if answers.federal_contractor.is_none() {
        let text = "Does it hold federal contracts or subcontracts (yes, no)";
        answers.federal_contractor = question(text, yes_or_no, input, output)?;
    }
    if answers.places.is_empty() {
        let text = "Places of work beside those that the postings name (US-CO; Seattle, WA)";
        answers.places = question(text, places, input, output)?.unwrap_or_default();
    }
    Ok(())
}

/// Asks until the answer can be understood, is empty, or there is none.
fn question<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, Mistake>,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<Option<T>> {
    loop {
        write!(output, "{text}: ")?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(output)?;
            return Ok(None);
        }
        let answer = line.trim();
        if answer.is_empty() {
            return Ok(None);
        }
        match read(answer) {
            Ok(value) => return Ok(Some(value)),
            Err(mistake) => {
                let help = mistake
                    .help
                    .map_or(String::new(), |help| format!("; {help}"));
                writeln!(output, "  {}{help}", mistake.message)?;
            }
        }
    }
}

fn headcount(text: &str) -> Result<u32, Mistake> {
    let digits = text.replace([',', ' '], "");
    digits
        .parse()
        .map_err(|_| Mistake::new("that is no number", "write it as 140".to_owned()))
}

fn yes_or_no(text: &str) -> Result<bool, Mistake> {
    match text.to_ascii_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        _ => Err(Mistake::new("say yes or no", None)),
    }
}

/// Names of places hold commas, so semicolons part them.
fn places(text: &str) -> Result<Vec<Jurisdiction>, Mistake> {
    let names = text
        .split(';')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    names.map(config::place).collect()
}

/// The text of the file.
fn written(answers: &Answers) -> String {
    let mut text = format!(
        "# yaml-language-server: $schema={SCHEMA}\n\
         #\n\
         # What hirelint should know of the postings in this folder and below.\n\
         # `hirelint config --show PATH` prints what is in force for a path, and why.\n\n\
         # Laws count heads and ask who the employer is. What is not told here makes\n\
         # warnings that say on what they depend.\n"
    );
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let Answers {
        name,
        headcount,
        places,
        federal_contractor,
        sector,
    } = answers;
    let sector_name = sector.map(|sector| match sector {
        Sector::Private => "private",
        Sector::Public => "public",
        Sector::Agency => "agency",
    });
    let lines = [
        ("name", name.as_deref().map(quoted), "Larkspur Trading Co."),
        ("headcount", headcount.map(|n| n.to_string()), "140"),
        ("headcount_in", None, "{US-CO: 12, US-CA: 3}"),
        (
            "federal_contractor",
            federal_contractor.map(|is| is.to_string()),
            "false",
        ),
        (
            "sector",
            sector_name.map(str::to_owned),
            "private   # or public, or agency: a recruiter that posts for others",
        ),
    ];
    // A key with nothing but comments under it would say nothing.
    let lead = match lines.iter().any(|(_, told, _)| told.is_some()) {
        true => "",
        false => "#",
    };
    let _ = writeln!(text, "{lead}employer:");
    for (key, told, example) in &lines {
        let _ = match told {
            Some(value) => writeln!(text, "  {key}: {value}"),
            None => writeln!(text, "#  {key}: {example}"),
        };
    }
    text.push_str("\n# Places of work beside those that the postings name.\n");
    match places.as_slice() {
        [] => text.push_str("#places: [US-WA]\n"),
        [..] => text.push_str("places:\n"),
    }
    for place in places {
        let written = config::unmistakable(place);
        let name = gazetteer::name(place);
        let _ = if written == name {
            writeln!(text, "  - {written}")
        } else {
            writeln!(text, "  - {written}   # {name}")
        };
    }
    text.push_str(REST);
    text
}

/// Where the schema of the file stands.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/hirelint/hirelint/main/schemas/hirelint.schema.json";

/// What else can be said. Lines of words begin with `# `, keys with `#` alone.
const REST: &str = r#"
# From which severity on a run fails: error, warning, advice or never.
#fail_on: error

# Louder or quieter than the law makes it; `hirelint rules` lists all codes.
#severity: {dates: advice}

# Not reported at all.
#ignore: [dates]

# Figures of good practice: here, how far a pay range may spread.
#parameters:
#  pay-range: {widest_spread: 0.6}

# Names that wording rules leave alone.
#allow: ["Rockstar Studio"]

# Accepted findings of files that have no comments, each with a reason.
#suppressions:
#  - code: pay-range
#    path: "feeds/*.json"
#    reason: paid by commission alone
#    until: 2027-01-31

# What `hirelint fix` puts in where it is missing, by the id of the element.
#templates:
#  accommodation: >-
#    If you need a reasonable accommodation to apply because of a disability, write to
#    access@larkspur.example.

# Globs are relative to this file's folder, with / on every system.
#include: ["jobs/**/*.md"]
#exclude: ["archive/**"]

# Folders with rules of one's own.
#rules: [policies]

# What else holds for some of the files.
#overrides:
#  - files: ["uk/**"]
#    only_places: [GB]
#    employer: {headcount: 12}

# Files on which this one builds.
#extends: [../company.yaml]
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Configs;

    fn asked(input: &str) -> (Answers, String) {
        let mut answers = Answers::default();
        let mut output = Vec::new();
        ask(&mut answers, &mut input.as_bytes(), &mut output).expect("memory can be written");
        (answers, String::from_utf8(output).expect("it is UTF-8"))
    }

    #[test]
    fn questions_are_repeated_until_they_are_understood_or_left_open() {
        let seattle = Jurisdiction::new("US-WA-SEATTLE");
        for (input, expected) in [
            ("", Answers::default()),
            ("\n\n\n\n", Answers::default()),
            (
                "Larkspur \"Trading\": Co.\n1,400\nno\nSeattle, WA; US-CO\n",
                Answers {
                    name: Some("Larkspur \"Trading\": Co.".into()),
                    headcount: Some(1400),
                    federal_contractor: Some(false),
                    places: vec![seattle, Jurisdiction::new("US-CO")],
                    sector: None,
                },
            ),
            (
                "\nmany\n5\nperhaps\ny\nNowhereville\n",
                Answers {
                    headcount: Some(5),
                    federal_contractor: Some(true),
                    ..Answers::default()
                },
            ),
        ] {
            assert_eq!(asked(input).0, expected, "{input:?}");
        }
        let told = asked("\nmany\n").1;
        assert!(
            told.contains("that is no number; write it as 140"),
            "{told}"
        );
    }

    /// The folder of a test's own, with a `hirelint.yaml` in it and the file that
    /// its examples extend above it.
    fn loaded(name: &str, text: &str) -> std::rc::Rc<config::Chain> {
        let top = std::env::temp_dir().join(format!("hirelint-{name}-{}", std::process::id()));
        let folder = top.join("jobs");
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        std::fs::write(top.join("company.yaml"), "fail_on: never\n").expect("it can be written");
        std::fs::write(folder.join(config::NAME), text).expect("it can be written");
        let held = Configs::new(config::Chosen::Nearest).of_folder(&folder);
        std::fs::remove_dir_all(&top).expect("it can be removed");
        match held {
            Ok(chain) => chain.expect("it is there"),
            Err(broken) => panic!("{}\n{text}", broken.problems[0]),
        }
    }

    #[test]
    fn what_is_written_loads_and_says_what_was_told() {
        let told = Answers {
            name: Some("Larkspur: \"Trading\" # Co. é \\ {x}".into()),
            headcount: Some(140),
            places: vec![Jurisdiction::new("US-WA-SEATTLE")],
            federal_contractor: Some(true),
            sector: Some(Sector::Agency),
        };
        for (name, answers) in [("told", told), ("untold", Answers::default())] {
            let chain = loaded(name, &written(&answers));
            let settings = config::settle(&chain.layer(&[])).settings;
            assert_eq!(settings.employer.name, answers.name);
            assert_eq!(settings.employer.headcount, answers.headcount);
            let contractor = settings.employer.federal_contractor;
            assert_eq!(contractor, answers.federal_contractor);
            assert_eq!(settings.employer.sector, answers.sector);
            assert_eq!(settings.places.codes, answers.places);
        }
    }

    #[test]
    fn its_examples_are_sound() {
        let text = written(&Answers::default());
        let is_words = |line: &str| line.starts_with("# ") && !line.starts_with("#  ");
        let open: Vec<_> = text
            .lines()
            .filter(|line| !is_words(line))
            .map(|line| line.strip_prefix('#').unwrap_or(line))
            .collect();
        let chain = loaded("open", &open.join("\n"));
        assert_eq!(chain.files.len(), 2, "it extends another");
        assert_eq!(chain.overrides().count(), 1);
        let settings = config::settle(&chain.layer(&[])).settings;
        assert_eq!(settings.employer.headcount, Some(140));
        assert_eq!(settings.employer.headcount_in.len(), 2);
        let linter = crate::lint::Linter::builtin();
        assert!(chain.check_codes(linter.rules()).is_ok());
    }
}
