//! Which parts of a feed are postings.

use super::keys::{Meaning, meaning};
use super::node::{Entry, MAX_DEPTH, Node, Repeats, Written};
use crate::text::squeezed;

/// A posting within a feed.
#[derive(Debug)]
pub struct Record<'n> {
    pub node: &'n Node,
    /// Where it is in the data.
    pub at: Path,
    /// What stands around the posting and so holds for it: the publisher, the
    /// company, the one who posts it.
    pub around: Vec<&'n Entry>,
}

/// Steps from the root of the data.
pub type Path = Vec<Step>;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Name(String),
    Index(usize),
}

/// The postings in `root`, in the order of the file. Where nothing looks like a
/// posting, each object of a list is taken for one, or the whole.
pub fn records<'n>(root: &'n Node, file: &str) -> Vec<Record<'n>> {
    let mut search = Search {
        file,
        found: Vec::new(),
        at: Vec::new(),
        around: Vec::new(),
    };
    search.look(root, 0);
    if search.found.is_empty() {
        search.take_all(root);
    }
    search.found
}

struct Search<'n, 'f> {
    file: &'f str,
    found: Vec<Record<'n>>,
    at: Path,
    around: Vec<&'n Entry>,
}

impl<'n> Search<'n, '_> {
    fn take(&mut self, node: &'n Node) {
        self.found.push(Record {
            node,
            at: self.at.clone(),
            around: self.around.clone(),
        });
    }

    fn take_all(&mut self, root: &'n Node) {
        match root {
            Node::List(list) => {
                for (index, node) in list.iter().enumerate() {
                    if matches!(node, Node::Map(_)) {
                        self.at.push(Step::Index(index));
                        self.take(node);
                        self.at.pop();
                    }
                }
            }
            Node::Map(_) | Node::Text(_) => self.take(root),
            Node::Null => {}
        }
    }

    fn look(&mut self, node: &'n Node, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match node {
            Node::Null | Node::Text(_) => {}
            Node::List(list) => {
                for (index, element) in list.iter().enumerate() {
                    self.at.push(Step::Index(index));
                    self.look(element, depth + 1);
                    self.at.pop();
                }
            }
            Node::Map(entries) => {
                let is_container = |entry: &Entry| {
                    meaning(&squeezed(&entry.name)) == Meaning::Container
                        && holds_posting(&entry.node, self.file, 0)
                };
                if entries.iter().any(is_container) {
                    let here = self.around.len();
                    self.around.extend(entries.iter().filter(
                        |entry| matches!(&entry.node, Node::Text(text) if text.len() < 200),
                    ));
                    self.enter(entries, depth, is_container);
                    self.around.truncate(here);
                } else if is_posting(entries, self.file, true) {
                    self.take(node);
                } else {
                    let before = self.found.len();
                    self.enter(entries, depth, |_| true);
                    // A single posting within a frame: the rest of the frame
                    // is about it.
                    if let [record] = &mut self.found[before..] {
                        let inside = record.node;
                        record.around.extend(
                            entries
                                .iter()
                                .filter(|entry| !holds(&entry.node, inside, 0)),
                        );
                    }
                }
            }
        }
    }

    fn enter(&mut self, entries: &'n [Entry], depth: usize, wanted: impl Fn(&Entry) -> bool) {
        let mut repeats = Repeats::of(entries);
        for entry in entries {
            let index = repeats.next(entry);
            if !wanted(entry) {
                continue;
            }
            self.at.push(Step::Name(entry.name.clone()));
            self.at.extend(index.map(Step::Index));
            self.look(&entry.node, depth + 1);
            if index.is_some() {
                self.at.pop();
            }
            self.at.pop();
        }
    }
}

/// Whether `node` is or holds `inside`.
fn holds(node: &Node, inside: &Node, depth: usize) -> bool {
    std::ptr::eq(node, inside)
        || depth < MAX_DEPTH
            && match node {
                Node::Null | Node::Text(_) => false,
                Node::List(list) => list.iter().any(|n| holds(n, inside, depth + 1)),
                Node::Map(entries) => entries.iter().any(|e| holds(&e.node, inside, depth + 1)),
            }
}

/// Whether a container has a posting in it, seen from its first elements.
fn holds_posting(node: &Node, file: &str, depth: usize) -> bool {
    const DEPTH: usize = 5;
    const FIRST: usize = 3;
    if depth > DEPTH {
        return false;
    }
    match node {
        Node::Null | Node::Text(_) => false,
        Node::List(list) => list
            .iter()
            .take(FIRST)
            .any(|element| holds_posting(element, file, depth + 1)),
        Node::Map(entries) => {
            is_posting(entries, file, false)
                || entries.iter().any(|entry| {
                    meaning(&squeezed(&entry.name)) == Meaning::Container
                        && holds_posting(&entry.node, file, depth + 1)
                })
        }
    }
}

/// Whether a map is a posting: it has a title, and a text or two details. A
/// mere name is no title unless `strict` is off or a text goes with it.
fn is_posting(entries: &[Entry], file: &str, strict: bool) -> bool {
    let (mut title, mut name, mut texts, mut details) = (false, false, 0, 0);
    let mut said = false;
    for entry in entries {
        match meaning(&squeezed(&entry.name)) {
            Meaning::Title => title |= is_short_text(&entry.node),
            Meaning::Name => name |= is_short_text(&entry.node),
            Meaning::Text { .. } => {
                said |= !matches!(entry.node, Node::Null);
                texts += usize::from(has_words(&entry.node, file, 0));
            }
            Meaning::Detail => details += usize::from(!matches!(entry.node, Node::Null)),
            Meaning::Container | Meaning::Foreign | Meaning::Other => {}
        }
    }
    title && (said || details > 0)
        || name && texts > 0 && details > 0
        || name && !strict && details > 1
}

fn is_short_text(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.len() < 400)
}

fn has_words(node: &Node, file: &str, depth: usize) -> bool {
    match node {
        Node::Null => false,
        Node::Text(text) => text.len() > 10 && words_in(text, file),
        Node::List(list) => depth < 4 && list.iter().any(|n| has_words(n, file, depth + 1)),
        Node::Map(entries) => {
            depth < 4 && entries.iter().any(|e| has_words(&e.node, file, depth + 1))
        }
    }
}

fn words_in(text: &Written, file: &str) -> bool {
    text.contains(file, " ") || text.len() > 200
}
