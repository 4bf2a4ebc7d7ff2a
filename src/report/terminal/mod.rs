//! What a terminal needs: safe characters, colours, wrapping, and excerpts of
//! the user's file with labels under them.

mod excerpt;
mod safe;
mod snippet;
mod wrap;

pub use excerpt::{Excerpt, Mark};
pub use safe::{no_command, safe, safe_line};
pub use snippet::snippet;
pub use wrap::{width, wrap};

/// What the terminal can do, and what the user wants of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Colours and other SGR sequences.
    pub color: bool,
    /// Addresses become OSC 8 hyperlinks.
    pub links: bool,
    /// Columns.
    pub width: usize,
}

/// What a piece of output is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Error,
    Warning,
    Advice,
    /// Words that lead the eye: names of laws, figures of the summary.
    Strong,
    /// Words that may be skipped.
    Faint,
    /// What can be copied as it stands.
    Write,
}

impl Style {
    /// No colours and no links, for pipes and files.
    pub fn plain(width: usize) -> Self {
        Style {
            color: false,
            links: false,
            width,
        }
    }

    /// `text` in colour.
    pub fn paint(&self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Error => "1;31",
            Ink::Warning => "1;33",
            Ink::Advice => "1;36",
            Ink::Strong => "1",
            Ink::Faint => "2",
            Ink::Write => "32",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// `text` as a link to `url`, which must be an http address.
    pub fn link(&self, url: &str, text: &str) -> String {
        let plain = url.starts_with("https://") || url.starts_with("http://");
        if !self.links || !plain || url.chars().any(|c| c.is_control()) {
            return text.to_owned();
        }
        format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
    }
}
