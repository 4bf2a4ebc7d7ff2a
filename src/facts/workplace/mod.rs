//! Stage 3, fact *workplace*: on site, hybrid or remote. It knows what is said
//! of the way of working; where the places are is the fact *place*.

mod cues;
mod days;
mod fields;
mod statements;
mod surroundings;
mod telework;
mod way;
mod weekdays;
mod words;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value, Whence};
use super::place::PlaceRole;
use crate::text::{Span, View};

/// The way of working. The first of a posting's list is what it comes to; the
/// others are what its fields and sentences say one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// On site, hybrid, remote or several of them.
    pub mode: Mode,
    /// Where remote work may be done: an ISO country code, `US and Canada`,
    /// `Europe`, `worldwide`; nothing where that is not said.
    pub remote_scope: Option<String>,
    /// Days a week on site, at least, where said.
    pub days: Option<u8>,
    /// One must live near an office.
    pub near_office: bool,
    /// Something else in the posting says otherwise.
    pub contradiction: bool,
}

/// Ways of working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// At the employer's or a customer's place.
    Onsite,
    /// Partly on site.
    Hybrid,
    /// From home or anywhere.
    Remote,
    /// Differs by place, team or choice.
    Mixed,
}

impl Mode {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Onsite => "onsite",
            Mode::Hybrid => "hybrid",
            Mode::Remote => "remote",
            Mode::Mixed => "mixed",
        }
    }
}

impl Fact for Workplace {
    const ABOUT: &'static str = "on site, hybrid or remote";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "mode",
            kind: Kind::Choice(&["onsite", "hybrid", "remote", "mixed"]),
            about: "the way of working",
        },
        Attribute {
            name: "remote_scope",
            kind: Kind::Text,
            about: "where remote work may be done: an ISO country code, Europe, worldwide",
        },
        Attribute {
            name: "days",
            kind: Kind::Number,
            about: "days a week on site",
        },
        Attribute {
            name: "near_office",
            kind: Kind::Flag,
            about: "one must live near an office",
        },
        Attribute {
            name: "contradiction",
            kind: Kind::Flag,
            about: "something else in the posting says otherwise",
        },
    ];

    const CUES: &'static [&'static str] = cues::PHRASES;

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let mut said = statements::read(context);
        let mut statements = fields::read(context);
        statements.append(&mut said.statements);
        statements.sort_by_key(|s| (s.at.start, s.at.end));
        conclude(&statements, said.near_office, &scope(context))
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "mode" => Value::text(Some(self.mode.name())),
            "remote_scope" => Value::text(self.remote_scope.as_deref()),
            "days" => Value::number(self.days.map(Into::into)),
            "near_office" => Value::Flag(self.near_office),
            "contradiction" => Value::Flag(self.contradiction),
            _ => Value::Absent,
        }
    }
}

/// How plainly a statement speaks of this job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// How the company works in general.
    Culture,
    /// A flag of a board, a place among others, words that imply it.
    Implied,
    /// A label, a field, a tag, a line of its own.
    Marked,
    /// A sentence about the job.
    Plain,
}

/// What one field, tag or sentence says.
#[derive(Debug, Clone, Copy)]
struct Statement {
    mode: Mode,
    strength: Strength,
    at: Span<View>,
    whence: Whence,
    days: Option<u8>,
}

/// What all statements come to, followed by the statements themselves.
fn conclude(
    statements: &[Statement],
    near: Option<Span<View>>,
    scope: &Option<String>,
) -> Vec<Found<Workplace>> {
    let Some(strongest) = statements.iter().map(|s| s.strength).max() else {
        return near.map_or(Vec::new(), |at| vec![only_near(at)]);
    };
    let leading: Vec<&Statement> = statements
        .iter()
        .filter(|s| s.strength == strongest)
        .collect();
    let decisive = decide(&leading);
    let contradiction = decisive.mode != Mode::Mixed
        && statements
            .iter()
            .any(|s| s.strength >= Strength::Implied && excludes(decisive, s));
    let days = statements.iter().find_map(|s| s.days);
    // Hybrid work says itself that there is an office; else the sentence that asks for
    // one nearby does.
    let said_apart = near.filter(|_| decisive.mode != Mode::Hybrid);
    let found = |statement: &Statement, days: Option<u8>, contradiction: bool| {
        let remote = matches!(statement.mode, Mode::Remote | Mode::Mixed);
        Found {
            value: Workplace {
                mode: statement.mode,
                remote_scope: scope.clone().filter(|_| remote),
                days: days.filter(|_| statement.mode != Mode::Remote),
                near_office: near.is_some() && said_apart.is_none(),
                contradiction,
            },
            at: statement.at,
            whence: statement.whence,
            confidence: match statement.strength {
                Strength::Culture => Confidence::Low,
                Strength::Implied => Confidence::Medium,
                Strength::Marked | Strength::Plain => Confidence::High,
            },
        }
    };
    let mut list = vec![found(decisive, days, contradiction)];
    if let Some(at) = said_apart {
        let mut near = found(decisive, days, contradiction);
        near.value.near_office = true;
        near.at = at;
        near.whence = Whence::Text;
        list.push(near);
    }
    for statement in statements {
        let told = list
            .iter()
            .any(|f| f.value.mode == statement.mode && f.whence == statement.whence);
        if !told && statement.strength >= Strength::Implied {
            list.push(found(statement, statement.days, contradiction));
        }
    }
    list
}

/// The statement that decides among those that speak equally plainly.
fn decide<'s>(leading: &[&'s Statement]) -> &'s Statement {
    let by = |mode: Mode| leading.iter().find(|s| s.mode == mode);
    by(Mode::Mixed)
        .or_else(|| by(Mode::Hybrid))
        .unwrap_or(&leading[0])
}

/// Whether two statements cannot both hold.
fn excludes(one: &Statement, other: &Statement) -> bool {
    let pair = (one.mode.min(other.mode), one.mode.max(other.mode));
    match pair {
        (Mode::Onsite, Mode::Remote) => true,
        // A board's flag for remote work is set for hybrid jobs, too.
        (Mode::Hybrid, Mode::Remote) => one.strength.min(other.strength) >= Strength::Marked,
        (Mode::Onsite, Mode::Hybrid) => one.strength.min(other.strength) >= Strength::Marked,
        (Mode::Onsite | Mode::Hybrid | Mode::Remote | Mode::Mixed, _) => false,
    }
}

/// Who must live near an office comes to it now and then.
fn only_near(at: Span<View>) -> Found<Workplace> {
    Found::in_text(
        Workplace {
            mode: Mode::Hybrid,
            remote_scope: None,
            days: None,
            near_office: true,
            contradiction: false,
        },
        at,
    )
    .with_confidence(Confidence::Low)
}

/// Where remote work may be done, from the places.
fn scope(context: &Context<'_>) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for found in &context.facts.place {
        let place = &found.value;
        if place.role != PlaceRole::RemoteArea {
            continue;
        }
        let name = place
            .area
            .as_deref()
            .or(place.region.as_deref())
            .or(place.country.as_deref());
        if let Some(name) = name
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(" and "))
}

#[cfg(test)]
mod tests;
