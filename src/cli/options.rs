//! Flags that several commands have: what is told of employer, place and day,
//! which rules, which files.

use crate::config::Chosen;
use crate::domain::employer::Sector;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What the user tells of the employer, the place of work and the day.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "What you tell")]
pub struct Told {
    /// Judge by the law of this day [default: today].
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,

    /// A place of work beside those that the posting names: US-WA, "Seattle, WA".
    #[arg(long = "in", value_name = "PLACE")]
    pub places: Vec<String>,

    /// The places of work, whatever the posting says.
    #[arg(long, value_name = "PLACE", conflicts_with = "places")]
    pub only_in: Vec<String>,

    /// Employees that the employer has, everywhere.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub headcount: Option<u32>,

    /// Employees in a place: US-CA=20.
    #[arg(long, value_name = "PLACE=N")]
    pub headcount_in: Vec<String>,

    /// The employer holds federal contracts or subcontracts.
    #[arg(long, overrides_with = "no_federal_contractor")]
    pub federal_contractor: bool,

    /// The employer holds none.
    #[arg(long)]
    pub no_federal_contractor: bool,

    /// Who the employer is.
    #[arg(long, value_enum, value_name = "SECTOR")]
    pub sector: Option<SectorName>,
}

/// [`Sector`] as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SectorName {
    Private,
    /// A public body.
    Public,
    /// An employment agency or recruiter that posts for others.
    Agency,
}

impl From<SectorName> for Sector {
    fn from(name: SectorName) -> Self {
        match name {
            SectorName::Private => Sector::Private,
            SectorName::Public => Sector::Public,
            SectorName::Agency => Sector::Agency,
        }
    }
}

/// Which rules.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Rules")]
pub struct Which {
    /// Report only these: pay-range, pay-range/open-ended, or a law: us-wa.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub select: Vec<String>,

    /// Report none of these.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub ignore: Vec<String>,

    #[command(flatten)]
    pub rules: Rules,
}

/// Which rule files.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Rules")]
pub struct Rules {
    /// A folder with rules of one's own, beside the built-in ones.
    #[arg(long = "rules", value_name = "DIR")]
    pub folders: Vec<PathBuf>,

    /// Without the built-in rules.
    #[arg(long, requires = "folders")]
    pub no_builtin: bool,
}

/// Which configuration.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Configuration")]
pub struct Config {
    /// This configuration, instead of the nearest hirelint.yaml upward from each
    /// file [env: HIRELINT_CONFIG].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,

    /// No configuration.
    #[arg(long)]
    no_config: bool,
}

impl Config {
    /// Which configuration holds.
    pub fn chosen(&self) -> Chosen {
        match &self.config {
            Some(file) => Chosen::File(file.clone()),
            None if self.no_config => Chosen::None,
            None => match std::env::var_os("HIRELINT_CONFIG") {
                Some(file) if !file.is_empty() => Chosen::File(file.into()),
                Some(_) | None => Chosen::Nearest,
            },
        }
    }
}

/// Which files.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Files")]
pub struct Files {
    /// In folders, only files that match, whatever their extension.
    #[arg(long, value_name = "GLOB")]
    pub include: Vec<String>,

    /// In folders, no files and folders that match.
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,

    /// Leave out files too that are named and that --exclude or a configuration
    /// leaves out: for tools that name every changed file, such as pre-commit.
    #[arg(long)]
    pub force_exclude: bool,

    /// Hidden files and folders too.
    #[arg(long)]
    pub hidden: bool,

    /// Files too that .gitignore and .ignore leave out.
    #[arg(long)]
    pub no_ignore: bool,

    /// Files read side by side [default: one per core].
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// What standard input is.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Files")]
pub struct Stdin {
    /// The name of what comes from standard input, by which its format is told.
    #[arg(long = "stdin-filename", value_name = "NAME")]
    pub name: Option<String>,
}
