//! The shape of rule files, as authors write them. These types are the one
//! source for reading, for the JSON Schemas in `schemas/`, and for messages
//! about unknown keys. Nothing here is checked beyond its shape; `compile`
//! turns it into rules that cannot fail.

mod condition;
mod element;
mod law;
mod wording;

pub use condition::{
    Comparison, Condition, FactTest, Figure, LawList, Operand, TextTest, ValueTest,
};
pub use element::{Element, ElementExample, ElementProblem, Missing};
pub use law::{
    Act, Answer, Counted, Coverage, Demand, Law, LawExample, Reach, Sureness, ToldEmployer,
    Unsettled, Version,
};
pub use wording::{Conflict, Wording, WordingExample};

use serde::{Deserialize, Serialize};

/// All rule files of a run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    pub elements: Vec<Element>,
    pub laws: Vec<Law>,
    pub wordings: Vec<Wording>,
}
