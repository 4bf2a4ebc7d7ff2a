//! The phrases that speak of the way of working.

use super::Mode;

/// What a phrase speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A way of working.
    Way(Mode),
    /// A tag of a job board, which the employer sets: `#LI-Remote`.
    Tag(Mode),
    /// Somebody's office; tells something only beside another way.
    Office,
    /// Days, of which some may be on site.
    Days,
    /// A share of the time in an office.
    Share,
    /// One must live near an office.
    Near,
}

/// Phrases in folded form with their meaning.
pub const TABLE: &[(&str, Cue)] = &[
    ("#li-remote", Cue::Tag(Mode::Remote)),
    ("#liremote", Cue::Tag(Mode::Remote)),
    ("#li-hybrid", Cue::Tag(Mode::Hybrid)),
    ("#lihybrid", Cue::Tag(Mode::Hybrid)),
    ("#lionsite", Cue::Tag(Mode::Onsite)),
    ("#li-onsite", Cue::Tag(Mode::Onsite)),
    ("#li-on-site", Cue::Tag(Mode::Onsite)),
    ("remote", Cue::Way(Mode::Remote)),
    ("remotely", Cue::Way(Mode::Remote)),
    ("work from home", Cue::Way(Mode::Remote)),
    ("working from home", Cue::Way(Mode::Remote)),
    ("work-from-home", Cue::Way(Mode::Remote)),
    ("work from anywhere", Cue::Way(Mode::Remote)),
    ("performed from anywhere", Cue::Way(Mode::Remote)),
    ("done from anywhere", Cue::Way(Mode::Remote)),
    ("wfh", Cue::Way(Mode::Remote)),
    ("home-based", Cue::Way(Mode::Remote)),
    ("home based", Cue::Way(Mode::Remote)),
    ("telework", Cue::Way(Mode::Remote)),
    ("teleworking", Cue::Way(Mode::Remote)),
    ("telecommute", Cue::Way(Mode::Remote)),
    ("telecommuting", Cue::Way(Mode::Remote)),
    ("virtual", Cue::Way(Mode::Remote)),
    ("work virtually", Cue::Way(Mode::Remote)),
    ("fully distributed", Cue::Way(Mode::Remote)),
    ("télétravail", Cue::Way(Mode::Remote)),
    ("télétravailler", Cue::Way(Mode::Remote)),
    ("à distance", Cue::Way(Mode::Remote)),
    ("teletrabajo", Cue::Way(Mode::Remote)),
    ("remoto", Cue::Way(Mode::Remote)),
    ("remota", Cue::Way(Mode::Remote)),
    ("en remoto", Cue::Way(Mode::Remote)),
    ("praca zdalna", Cue::Way(Mode::Remote)),
    ("pracy zdalnej", Cue::Way(Mode::Remote)),
    ("zdalnie", Cue::Way(Mode::Remote)),
    ("homeoffice", Cue::Way(Mode::Remote)),
    ("home-office", Cue::Way(Mode::Remote)),
    ("mobiles arbeiten", Cue::Way(Mode::Remote)),
    ("thuiswerken", Cue::Way(Mode::Remote)),
    ("hybrid", Cue::Way(Mode::Hybrid)),
    ("hybride", Cue::Way(Mode::Hybrid)),
    ("hybrides", Cue::Way(Mode::Hybrid)),
    ("híbrido", Cue::Way(Mode::Hybrid)),
    ("híbrida", Cue::Way(Mode::Hybrid)),
    ("hybrydow*", Cue::Way(Mode::Hybrid)),
    ("on-site", Cue::Way(Mode::Onsite)),
    ("onsite", Cue::Way(Mode::Onsite)),
    ("on site", Cue::Way(Mode::Onsite)),
    ("in-office", Cue::Way(Mode::Onsite)),
    ("in office", Cue::Way(Mode::Onsite)),
    ("in the office", Cue::Way(Mode::Onsite)),
    ("in-person", Cue::Way(Mode::Onsite)),
    ("in person", Cue::Way(Mode::Onsite)),
    ("office-based", Cue::Way(Mode::Onsite)),
    ("office based", Cue::Way(Mode::Onsite)),
    ("presencial", Cue::Way(Mode::Onsite)),
    ("présentiel", Cue::Way(Mode::Onsite)),
    ("sur site", Cue::Way(Mode::Onsite)),
    ("vor ort", Cue::Way(Mode::Onsite)),
    ("stacjonarn*", Cue::Way(Mode::Onsite)),
    ("op kantoor", Cue::Way(Mode::Onsite)),
    ("office", Cue::Office),
    ("offices", Cue::Office),
    ("headquarters", Cue::Office),
    ("bureaux", Cue::Office),
    ("days", Cue::Days),
    ("days/week", Cue::Days),
    ("day", Cue::Days),
    ("jours", Cue::Days),
    ("dni", Cue::Days),
    ("tage", Cue::Days),
    ("dagen", Cue::Days),
    ("días", Cue::Days),
    ("dias", Cue::Days),
    ("half of their work time", Cue::Share),
    ("half of their time", Cue::Share),
    ("half of your time", Cue::Share),
    ("% of the time", Cue::Share),
    ("% of your time", Cue::Share),
    ("% of their time", Cue::Share),
    ("commutable distance", Cue::Near),
    ("commuting distance", Cue::Near),
    ("commute distance", Cue::Near),
    ("commutable to", Cue::Near),
    ("reasonable commute", Cue::Near),
    ("driving distance", Cue::Near),
    ("near an office", Cue::Near),
    ("near one of our", Cue::Near),
    ("near our office", Cue::Near),
    ("near the office", Cue::Near),
    ("near a company office", Cue::Near),
    ("close to our office", Cue::Near),
    ("close to one of our", Cue::Near),
    ("proximity to our office", Cue::Near),
    ("proximity to one of our", Cue::Near),
    ("miles of our", Cue::Near),
    ("miles of one of our", Cue::Near),
    ("miles of an office", Cue::Near),
    ("miles of the office", Cue::Near),
];

/// The phrases alone, in the order of the table.
pub const PHRASES: &[&str] = &{
    let mut phrases = [""; TABLE.len()];
    let mut index = 0;
    while index < TABLE.len() {
        phrases[index] = TABLE[index].0;
        index += 1;
    }
    phrases
};
