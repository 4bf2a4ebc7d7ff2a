//! The grounds on which law or policy forbids unequal treatment, by the plain
//! names that people use for them, with the phrases that name each.

/// One ground, such as `sexual orientation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProtectedClass(u8);

struct Entry {
    name: &'static str,
}

const TABLE: &[Entry] = &[Entry { name: "race" }];

impl ProtectedClass {
    /// The plain name.
    pub fn name(self) -> &'static str {
        TABLE[usize::from(self.0)].name
    }
}
