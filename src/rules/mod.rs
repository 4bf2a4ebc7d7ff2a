//! Stage 4: rule files → compiled rules → [`Verdict`]s over
//! [`Facts`](crate::facts::Facts). It knows law as data; it knows no format and
//! no output.

mod builtin;
mod check;
mod compile;
mod condition;
mod cue;
mod denial;
pub mod examples;
mod flaw;
mod group;
mod judge;
mod load;
mod node;
mod phrases;
mod point;
mod problem;
pub mod schema;
mod scope;
mod set;
mod shape;
mod share;
#[cfg(test)]
mod testing;
mod words;

pub use builtin::builtin_files;
pub use condition::{Condition, Evidence, Figures, Truth};
pub use flaw::{Flaw, nearest};
pub use judge::{
    Case, ElementState, Fault, Judgement, Outcome, Subject, Verdict, Which, judge, judge_in_each,
};
pub use load::{Base, Library, RuleFile, load};
pub use node::{Node, Value as YamlValue, read as read_yaml};
pub use phrases::Phrases;
pub use point::{Fillings, LAW_LIST_BLANKS, absence, fill};
pub use problem::RuleProblem;
pub use scope::{About, Gap, Ground, Places, Whereabouts, WhyNot};
pub use set::{Act, Demand, Element, Law, Parameters, RuleSet, Version, Wording};
pub use shape::fit;

/// Words of a posting for a message: on one line, and not too long.
fn quote(words: &str) -> String {
    const MOST: usize = 60;
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        if line.chars().count() + word.chars().count() > MOST && !line.is_empty() {
            line.push('…');
            return line;
        }
        line.extend(word.chars().take(MOST));
    }
    line
}
