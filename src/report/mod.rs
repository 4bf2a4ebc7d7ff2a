//! Stage 6: what was read and found → bytes for people and machines, one file
//! per format. It knows findings and facts; it judges nothing and prints nothing.

pub mod facts_json;
