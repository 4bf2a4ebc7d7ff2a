//! Civil dates as laws and postings use them.

pub use jiff::civil::Date;
