//! What is wrong with a TwiML document: the tree, the checks, and what they say.
//!
//! This crate knows neither tokens of Rust nor the syntax of XML. A source reads its text into a [`tree`], asks [`check`], and
//! shows the [diagnostics](Diagnostic) at the places that only it understands. `twiml!` is such a source, and so is a file.
//!
//! Users depend on the crate `twiml`, which asks this one.

#![forbid(unsafe_code)]

mod catalogue;
mod change;
mod check;
mod diagnostic;
pub mod literal;
pub mod nearest;
pub mod nesting;
mod notation;
pub mod tree;
mod trial;
#[cfg(feature = "xml")]
pub mod xml;

pub use catalogue::Code;
pub use check::{Part, Refusal, Root, Standing, Terms, Truth, standing};
pub use diagnostic::{Advice, Diagnostic, Edit, Inserted, Position, alternatives};
pub use notation::Notation;

use tree::Node;
use twiml_core::vocabulary::Dialect;

/// Checks a whole tree: what it is, and what is wrong with it. Each node learns its row, and each attribute the rules that only
/// the run time can decide.
pub fn check(nodes: &mut [Node], notation: Notation) -> (Root, Vec<Diagnostic>) {
    check_as(nodes, notation, None)
}

/// The same for a document that is meant to be of one kind.
pub fn check_as(nodes: &mut [Node], notation: Notation, kind: Option<Dialect>) -> (Root, Vec<Diagnostic>) {
    let context = Context { notation, kind };
    let (root, drafts) = check::survey(nodes, context, false);
    let diagnostics = trial::advise(nodes, drafts, context);
    (root, diagnostics)
}

/// What the checks are told of a document beside its tree.
#[derive(Clone, Copy, Debug)]
struct Context {
    /// How it is written.
    notation: Notation,
    /// What it is meant to be.
    kind: Option<Dialect>,
}
