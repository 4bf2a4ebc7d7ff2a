//! Stage 4: rule files → compiled rules → [`Verdict`](judge)s over
//! [`Facts`](crate::facts::Facts). It knows law as data; it knows no format and
//! no output.

pub mod schema;
