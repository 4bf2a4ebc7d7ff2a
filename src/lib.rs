//! hirelint reads job postings and holds them against the law.
//!
//! Data flows one way, and a module uses only those before it:
//! [`text`], [`domain`] → [`diagnostic`] → [`document`] → [`posting`] →
//! [`facts`] → [`rules`] → [`lint`] → [`report`], [`config`] → [`catalogue`] →
//! [`cli`]. A test reads the sources and proves it.
//!
//! # For programs
//!
//! A [`Linter`](lint::Linter) holds the rules and is made once; checking is a
//! function of the bytes and the settings, without clock, disk or network, and
//! can run on any number of threads.
//!
//! ```
//! use hirelint::diagnostic::Severity;
//! use hirelint::document;
//! use hirelint::lint::{Linter, Settings};
//!
//! let posting = "\
//! Bookkeeper
//! ==========
//!
//! Location: Denver, CO
//!
//! Larkspur Trading is hiring a bookkeeper who keeps a tidy ledger.
//!
//! Responsibilities
//! ----------------
//!
//! - Post invoices and reconcile two bank accounts.
//!
//! Requirements
//! ------------
//!
//! - Two years at a ledger.
//!
//! How to apply
//! ------------
//!
//! Send your resume to jobs@larkspur.example by March 31, 2026.
//! ";
//! let linter = Linter::builtin();
//! let settings = Settings::on("2026-03-01".parse()?);
//! let report = linter.check(document::read("bookkeeper.md", posting.as_bytes()), &settings);
//!
//! let findings = &report.postings[0].findings;
//! let pay = findings.iter().find(|f| f.code == "pay-range").expect("no pay is named");
//! assert_eq!(pay.severity, Severity::Error);
//! assert_eq!(pay.authorities[0].law, "us-co");
//! let at = report.source.position(pay.primary.span.start);
//! assert_eq!((at.line, at.column), (1, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! One's own rules are read with [`rules::load`], on top of the built-in ones or
//! alone, and given to [`Linter::with_rules`](lint::Linter::with_rules).

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
