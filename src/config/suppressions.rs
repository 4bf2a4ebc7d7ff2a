//! The `suppressions` of `hirelint.yaml`: findings that are accepted in files
//! that have no comments, such as feeds and DOCX.

use super::layer::FileOrigin;
use super::{Mistake, absolute, day, globs};
use crate::lint::{Listed, Paths, WrongCode, check_code};
use crate::rules::RuleSet;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A finding that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuppressionEntry {
    /// What is accepted: `pay-range`, or one problem of it: `pay-range/missing`.
    pub code: String,
    /// Why. It stands in reports beside what is accepted.
    pub reason: String,
    /// Only in files and folders that match this glob, from this file's folder:
    /// `feeds/**`.
    #[serde(default)]
    pub path: Option<String>,
    /// Only in the posting of this key (`$.jobs[3]`) or title.
    #[serde(default)]
    pub posting: Option<String>,
    /// The last day on which it is accepted, ISO 8601.
    #[serde(default)]
    pub until: Option<String>,
}

impl SuppressionEntry {
    /// The same, ready to be held against findings. `from` is where it stands.
    ///
    /// # Errors
    /// All that is wrong with it, each under its key.
    pub(super) fn sound(&self, from: &FileOrigin) -> Result<Listed, Vec<(&'static str, Mistake)>> {
        let mut wrong = Vec::new();
        if !self.reason.chars().any(char::is_alphanumeric) {
            let help = "whoever reads this next year wants to know why".to_owned();
            let message = "a suppression needs a reason";
            wrong.push(("reason", Mistake::new(message, help)));
        }
        let until = self.until.as_deref().and_then(|text| {
            let day = day(text).map_err(|mistake| wrong.push(("until", mistake)));
            day.ok()
        });
        let paths = self.path.as_deref().and_then(|glob| {
            let set = globs([glob]);
            let set = set.map_err(|mistake| wrong.push(("path", mistake))).ok()?;
            let here = absolute(Path::new("."));
            Some(Paths {
                folder: from.folder.to_path_buf(),
                here,
                globs: set,
            })
        });
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Listed {
            codes: vec![self.code.clone()],
            reason: self.reason.trim().to_owned(),
            until,
            paths,
            posting: self.posting.clone(),
            reach: reach(&from.folder, self.path.as_deref()),
            source: Arc::clone(&from.source),
            at: from.span,
        })
    }

    /// Holds its code against the rules.
    pub(super) fn check_code(&self, rules: &RuleSet) -> Result<(), Mistake> {
        let wrong = match rules.law(&self.code) {
            Some(_) => WrongCode {
                message: format!("`{}` is a law, and laws cannot be suppressed", self.code),
                help: "name the code of the finding (pay-range/missing), or put the law under \
                       `ignore`"
                    .to_owned(),
            },
            None => match check_code(&self.code, rules) {
                Ok(()) => return Ok(()),
                Err(wrong) => wrong,
            },
        };
        Err(Mistake::new(wrong.message, wrong.help))
    }
}

/// The folder or file in which everything lies that `glob` can match: what stands
/// in it before its first sign for something else. One without a slash matches at
/// any depth.
fn reach(folder: &Path, glob: Option<&str>) -> PathBuf {
    let glob = glob.filter(|glob| glob.contains('/')).unwrap_or_default();
    let parts = glob.split('/').filter(|part| !part.is_empty());
    let fixed = parts.take_while(|part| !part.contains(['*', '?', '[', '{', '\\']));
    absolute(&fixed.fold(folder.to_owned(), |path, part| path.join(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_reaches_as_far_as_it_is_no_pattern() {
        let folder = absolute(Path::new("site"));
        for (glob, expected) in [
            (None, ""),
            (Some("*.json"), ""),
            (Some("a.json"), ""),
            (Some("**/a.json"), ""),
            (Some("/a.json"), "a.json"),
            (Some("feeds/**"), "feeds"),
            (Some("feeds/./{a,b}/c.json"), "feeds"),
            (Some("feeds/a.json"), "feeds/a.json"),
        ] {
            let expected = absolute(&folder.join(expected));
            assert_eq!(reach(&folder, glob), expected, "{glob:?}");
        }
    }
}
