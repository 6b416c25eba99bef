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
mod notation;
pub mod tree;
mod trial;

pub use catalogue::Code;
pub use check::{Part, Root, Terms, Truth};
pub use diagnostic::{Advice, Diagnostic, Edit, Inserted, Position, alternatives};
pub use notation::Notation;

use tree::Node;

/// Checks a whole tree: what it is, and what is wrong with it. Each node learns its row, and each attribute the rules that only
/// the run time can decide.
pub fn check(nodes: &mut [Node], notation: Notation) -> (Root, Vec<Diagnostic>) {
    let (root, drafts) = check::survey(nodes);
    let diagnostics = trial::advise(nodes, drafts, notation);
    (root, diagnostics)
}
