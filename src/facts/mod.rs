//! Stage 3: [`Posting`](crate::posting::Posting) → [`Facts`]: what is *said*,
//! each with its value, place, evidence and confidence. Facts know no law.
//!
//! A fact is one file with a type that implements [`Fact`], and one line in the
//! list below. The list gives the struct, the reading order (a fact may look at
//! those before it) and the names that rule files use.

pub mod accommodation;
pub mod ai_use;
pub mod apply;
pub mod background_check;
pub mod benefits;
pub mod citizenship;
pub mod contact;
pub mod date;
pub mod deadline;
pub mod disagreement;
pub mod eeo;
pub mod employer;
pub mod employment;
mod fact;
pub mod fair_chance;
mod fields;
pub mod headcount;
pub mod language;
pub mod other_compensation;
pub mod pay;
mod phrases;
pub mod place;
pub mod preference;
pub mod public_link;
pub mod salary_history;
mod statement;
pub mod structured_data;
pub mod title;
mod vocabulary;
pub mod workplace;

pub use fact::{
    Attribute, Confidence, Context, Fact, FactKind, Found, Item, Kind, Pointer, Value, Whence,
};

use crate::posting::Prose;
use crate::text::Scanner;
use std::sync::LazyLock;

macro_rules! facts {
    ($($(#[$about:meta])* $name:ident: $fact:ty;)+) => {
        /// Everything that a posting says, as far as it was understood.
        #[derive(Debug, Clone, Default)]
        pub struct Facts {
            $($(#[$about])* pub $name: Vec<Found<$fact>>,)+
        }

        /// The kinds of facts, in reading order, with their attributes.
        pub const KINDS: &[FactKind] = &[
            $(FactKind {
                name: stringify!($name),
                about: <$fact as Fact>::ABOUT,
                attributes: <$fact as Fact>::ATTRIBUTES,
            },)+
        ];

        static SCANNER: LazyLock<Scanner> =
            LazyLock::new(|| Scanner::new([$(<$fact as Fact>::CUES,)+]));

        impl Facts {
            /// Reads all facts of a posting.
            pub fn read(prose: &Prose<'_>) -> Facts {
                let hits = SCANNER.scan(&prose.folded);
                let units = statement::Units::of(prose);
                let mut facts = Facts::default();
                let mut owner = 0;
                $(
                    facts.$name = <$fact as Fact>::read(&Context {
                        prose,
                        units: &units,
                        hits: hits.of(owner),
                        facts: &facts,
                    });
                    owner += 1;
                )+
                debug_assert_eq!(owner, KINDS.len());
                facts
            }

            /// The found facts of a kind, by the kind's name in rule files.
            pub fn items(&self, kind: &str) -> Vec<Item<'_>> {
                match kind {
                    $(stringify!($name) => self.$name.iter().map(Item::of).collect(),)+
                    _ => Vec::new(),
                }
            }

            /// One of [`Facts::items`], by its place among its kind.
            pub fn item(&self, kind: &str, index: usize) -> Option<Item<'_>> {
                match kind {
                    $(stringify!($name) => self.$name.get(index).map(Item::of),)+
                    _ => None,
                }
            }
        }
    };
}

facts! {
    /// The language of most of the text.
    language: language::Language;
    /// Who hires; the most authoritative first.
    employer: employer::Employer;
    /// What the job is called; the most authoritative first.
    title: title::Title;
    /// How many people the employer has.
    headcount: headcount::Headcount;
    /// Kinds of employment.
    employment: employment::Employment;
    /// Where the work is done, and which places are named in another role.
    place: place::Place;
    /// On site, hybrid or remote; the first is what the posting comes to.
    workplace: workplace::Workplace;
    /// When it was published, when the work begins and ends.
    date: date::PostingDate;
    /// What it pays, in text order.
    pay: pay::Pay;
    /// Pay beside the base pay.
    other_compensation: other_compensation::OtherCompensation;
    /// The benefits of the work offered, taken together.
    benefits: benefits::Benefits;
    /// Links in place of the pay or the benefits.
    public_link: public_link::PublicLink;
    /// Statements of equal opportunity.
    eeo: eeo::EqualOpportunity;
    /// Statements that applicants are accommodated.
    accommodation: accommodation::Accommodation;
    /// Until when applications are taken.
    deadline: deadline::Deadline;
    /// What text and fields say differently.
    disagreement: disagreement::Disagreement;
    /// The schema.org `JobPosting` of the page.
    structured_data: structured_data::StructuredData;
    /// How to apply.
    apply: apply::Apply;
    /// Statements that people with a criminal record are considered.
    fair_chance: fair_chance::FairChance;
    /// Mentions of background checks.
    background_check: background_check::BackgroundCheck;
    /// Statements about artificial intelligence in hiring.
    ai_use: ai_use::AiUse;
    /// Mentions of applicants' current or past pay.
    salary_history: salary_history::SalaryHistory;
    /// Conditions on citizenship or permission to work.
    citizenship: citizenship::Citizenship;
    /// Words that prefer or exclude by age or gender.
    preference: preference::Preference;
}
