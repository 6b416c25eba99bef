//! What is wrong with a document: the tree, the checks, and what they say.
//!
//! Users depend on the crate `twiml`, whose macro asks this crate.

#![forbid(unsafe_code)]

pub mod catalogue;
pub mod literal;
pub mod nearest;
