//! The tables of elements: every name of the vocabulary is written here, and nowhere else.
//!
//! Each table is a macro that hands its rows to the macro named in its call, with what else stands there in front. A row
//! reads: sentence, item, tag, id and page, facts, attributes and rules. Facts stand in the order of `rows!`.
//! `message: attribute "has no effect"` says so of the attribute at fault.

#[macro_use]
mod verbs;
#[macro_use]
mod nouns;
#[macro_use]
mod speech;
#[macro_use]
mod messaging;
#[macro_use]
mod fax;
