//! The way of working in structured fields.

use super::{Mode, Statement, Strength};
use crate::document::Field;
use crate::facts::{Context, Whence, fields};

/// What the fields say.
pub fn read(context: &Context<'_>) -> Vec<Statement> {
    let posting = context.prose.posting;
    let mut found = Vec::new();
    let mut locations: Vec<(Option<Mode>, &Field)> = Vec::new();
    for field in posting.fields() {
        let value = posting.words(field.value).trim().to_lowercase();
        let mut say = |mode: Mode, strength: Strength| {
            found.push(Statement {
                mode,
                strength,
                at: field.value,
                whence: Whence::Field(field.origin),
                days: None,
            });
        };
        match kind(&field.path) {
            Some(Kind::Mode) => {
                if let Some(mode) = mode_of(&value) {
                    say(mode, Strength::Marked);
                }
            }
            Some(Kind::RemoteFlag) => match value.as_str() {
                "true" | "1" | "yes" | "fully" | "full" | "fulltime" => {
                    say(Mode::Remote, Strength::Implied);
                }
                // A flag that is not set is what a board writes when nobody
                // said anything.
                _ => {
                    if let Some(mode) = mode_of(&value).filter(|m| *m != Mode::Onsite) {
                        say(mode, Strength::Implied);
                    }
                }
            },
            Some(Kind::Tag) if value == "remote" => say(Mode::Remote, Strength::Implied),
            Some(Kind::Tag) => {}
            Some(Kind::Flag(mode)) if ["true", "1", "yes"].contains(&value.as_str()) => {
                say(mode, Strength::Implied);
            }
            Some(Kind::Flag(_)) => {}
            Some(Kind::Location) => {
                for item in value.split([';', '/', '|', '\n']) {
                    if !item.trim().is_empty() {
                        locations.push((mode_of(item), field));
                    }
                }
            }
            None => {}
        }
    }
    found.extend(of_locations(&locations));
    found
}

/// All of the places remote, or some of them.
fn of_locations(locations: &[(Option<Mode>, &Field)]) -> Option<Statement> {
    let (first, field) = locations.iter().find(|(mode, _)| mode.is_some())?;
    let first = (*first)?;
    let mode = if locations.iter().all(|(mode, _)| *mode == Some(first)) {
        first
    } else if first == Mode::Remote
        || locations
            .iter()
            .any(|(mode, _)| *mode == Some(Mode::Remote))
    {
        Mode::Mixed
    } else {
        first
    };
    Some(Statement {
        mode,
        strength: Strength::Implied,
        at: field.value,
        whence: Whence::Field(field.origin),
        days: None,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A way of working in words.
    Mode,
    /// Whether it is remote.
    RemoteFlag,
    /// Whether it is this.
    Flag(Mode),
    /// A word among others.
    Tag,
    /// Places, among them "Remote".
    Location,
}

fn kind(path: &str) -> Option<Kind> {
    Some(match fields::name(path).as_str() {
        "workplacetype" | "remotetype" | "joblocationtype" | "workmodel" | "workmode"
        | "worktype" | "workplace" | "workarrangement" | "locationtype" | "remotestatus"
        | "workingmodel" | "onsiteorremote" | "worksetting" | "workstyle" | "officepolicy"
        | "remotepolicy" | "arrangement" | "workingarrangement" | "attendance" => Kind::Mode,
        "tags" => Kind::Tag,
        "remote" | "isremote" | "workfromhome" | "telecommuting" | "telecommute"
        | "remoteallowed" | "allowremote" | "fullyremote" | "remotework" | "extensions" => {
            Kind::RemoteFlag
        }
        "hybrid" | "ishybrid" => Kind::Flag(Mode::Hybrid),
        "onsite" | "isonsite" => Kind::Flag(Mode::Onsite),
        "location" | "locations" | "city" | "joblocation" => Kind::Location,
        "name" if path.to_lowercase().contains("location") => Kind::Location,
        _ => return None,
    })
}

/// The way that the words of a field name.
fn mode_of(value: &str) -> Option<Mode> {
    let remote = [
        "remote",
        "telecommute",
        "anywhere",
        "virtual",
        "télétravail",
        "work from home",
        "work_from_home': true",
    ]
    .iter()
    .any(|w| value.contains(w));
    let hybrid = ["hybrid", "híbrid", "flexible"]
        .iter()
        .any(|w| value.contains(w));
    let onsite = [
        "onsite",
        "on-site",
        "on_site",
        "on site",
        "in-office",
        "in office",
        "in-person",
        "in person",
        "presencial",
    ]
    .iter()
    .any(|w| value.contains(w));
    if value.starts_with("not ") || value.starts_with("no ") || value.contains("not stated") {
        return None;
    }
    match (remote, hybrid, onsite) {
        (true, false, false) => Some(Mode::Remote),
        (false, true, false) => Some(Mode::Hybrid),
        (false, false, true) => Some(Mode::Onsite),
        (true, true, _) | (true, _, true) | (_, true, true) => Some(Mode::Mixed),
        (false, false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_fields_name_ways() {
        for (value, mode) in [
            ("telecommute", Some(Mode::Remote)),
            ("fully remote", Some(Mode::Remote)),
            ("hybrid", Some(Mode::Hybrid)),
            ("on-site", Some(Mode::Onsite)),
            ("remote or hybrid", Some(Mode::Mixed)),
            ("not stated", None),
            ("berlin", None),
        ] {
            assert_eq!(mode_of(value), mode, "{value}");
        }
    }
}
