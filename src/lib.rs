//! hirelint reads job postings and holds them against the law.
//!
//! Data flows one way, and a module uses only those before it:
//! [`text`], [`domain`] → [`diagnostic`] → [`document`] → [`posting`] →
//! [`facts`] → rules → lint → report, catalogue, config → cli.

pub mod catalogue;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod domain;
pub mod facts;
pub mod lint;
pub mod posting;
pub mod report;
pub mod rules;
pub mod text;
