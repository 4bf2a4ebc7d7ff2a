//! What is wrong with a rule, and where in it: by a path of keys and list
//! positions, which the loader turns into a place in the file.

use std::fmt;

/// Which file of a [`Bundle`](super::schema::Bundle).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    Element(usize),
    Law(usize),
    Wording(usize),
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Item(usize),
}

/// The way from the top of a rule file to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// One mistake in a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The file.
    pub which: Which,
    /// The value that is wrong.
    pub path: Path,
    /// The key rather than the value.
    pub on_key: bool,
    /// The part of the value (a text) that is wrong, in its bytes.
    pub within: Option<std::ops::Range<usize>>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What was probably meant.
    pub meant: Option<String>,
    /// It refers to another rule, which might be there if it could be read.
    pub is_reference: bool,
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// Where a check stands in a file, and what it has found so far.
#[derive(Debug)]
pub(super) struct Flaws {
    which: Which,
    path: Vec<Step>,
    /// What was found.
    pub found: Vec<Flaw>,
}

impl Flaws {
    pub fn new() -> Self {
        Flaws {
            which: Which::Element(0),
            path: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Turns to the top of another file.
    pub fn turn_to(&mut self, which: Which) {
        self.which = which;
        self.path.clear();
    }

    /// Goes one key deeper.
    pub fn push(&mut self, key: &str) {
        self.path.push(Step::Key(key.to_owned()));
    }

    /// Goes to an item of a list.
    pub fn push_item(&mut self, item: usize) {
        self.path.push(Step::Item(item));
    }

    /// Goes back up one step.
    pub fn pop(&mut self) {
        self.path.pop();
    }

    /// Notes a mistake in the value where the check stands.
    pub fn note(&mut self, message: impl Into<String>) -> &mut Flaw {
        self.found.push(Flaw {
            which: self.which,
            path: Path(self.path.clone()),
            on_key: false,
            within: None,
            message: message.into(),
            help: None,
            meant: None,
            is_reference: false,
        });
        self.found.last_mut().expect("it was just added")
    }

    /// The mistake that was noted last.
    ///
    /// # Panics
    /// Panics if there is none.
    pub fn last(&mut self) -> &mut Flaw {
        self.found.last_mut().expect("something was noted")
    }

    /// Notes a name that nothing has.
    pub fn unknown<'n>(
        &mut self,
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> &mut Flaw {
        let meant = nearest(name, known);
        let flaw = self.note(format!("unknown {what} `{name}`"));
        flaw.meant = meant;
        flaw
    }
}

impl Flaw {
    /// Says what to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Points at the key.
    pub fn on_key(&mut self) -> &mut Self {
        self.on_key = true;
        self
    }

    /// Points at a part of the text.
    pub fn within(&mut self, range: std::ops::Range<usize>) -> &mut Self {
        self.within = Some(range);
        self
    }
}

/// The known name that `name` was probably meant to be.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let plain = |s: &str| s.to_lowercase().replace(['-', ' '], "_");
    let wanted = plain(name);
    let known: Vec<&str> = known.into_iter().collect();
    let like = known
        .iter()
        .map(|candidate| {
            let likeness = strsim::jaro_winkler(&wanted, &plain(candidate));
            let distance = strsim::damerau_levenshtein(&wanted, &plain(candidate));
            (likeness, distance, *candidate)
        })
        .filter(|(likeness, distance, _)| *likeness > 0.85 || *distance <= 2.min(wanted.len() / 3))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, _, candidate)| candidate);
    // `deadline` for `application-deadline`, where it is a part of no other.
    let with_word = || {
        let has = |candidate: &&&str| plain(candidate).split('_').any(|word| word == wanted);
        let mut having = known.iter().filter(has);
        having.next().copied().filter(|_| having.next().is_none())
    };
    like.or_else(with_word).map(str::to_owned)
}
