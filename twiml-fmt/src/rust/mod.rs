//! The Rust in markup: expressions in braces, headers, patterns, statements and attributes.
//!
//! rustfmt lays them out, all of a source in one run, so that they look as they would outside of markup, with the
//! project's settings. What it does not take stays as it is.

mod batch;
mod laid;
mod rustfmt;
mod simple;
mod transfer;

use std::collections::HashMap;

pub(crate) use laid::{End, Laid};

use self::rustfmt::Rustfmt;
use crate::{options::Options, tokens::Tokens, tree::Span};

/// Where in a source Rust stands.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Form {
    /// Between braces: an expression, or statements and an expression.
    Content,
    /// In front of a body.
    Header,
    /// The same behind `else`.
    Else,
    /// `match` and its value.
    Match,
    /// In front of `=>`.
    Pattern,
    Statement,
    /// `#[…]`
    Attribute,
}

/// What rustfmt is asked for.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct Request {
    form: Form,
    /// The steps of indentation of its line.
    steps: usize,
    text: String,
}

/// What is known of the layout of Rust.
#[derive(Debug)]
pub(crate) struct Rust<'o> {
    options: &'o Options,
    rustfmt: Option<Rustfmt>,
    /// `None`: rustfmt did not take it.
    answers: HashMap<Request, Option<Laid>>,
    requests: Vec<Request>,
    failure: Option<String>,
}

impl<'o> Rust<'o> {
    pub(crate) fn new(options: &'o Options) -> Self {
        Self { options, rustfmt: Rustfmt::new(options), answers: HashMap::new(), requests: Vec::new(), failure: None }
    }

    /// Why rustfmt could not be run, if it could not.
    pub(crate) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// The layout of some tokens whose line is indented by so many columns, and whether it is one of rustfmt's making.
    /// If rustfmt must be asked first, they are as they stand, for the time being.
    pub(crate) fn layout(&mut self, form: Form, tokens: &Tokens<'_>, span: Span, columns: usize) -> (Laid, bool) {
        if span.to.saturating_sub(span.from) <= self.options.simple_width
            && let Some(text) = simple::spell(form, tokens, span)
            && text.len() <= self.options.simple_width
            && columns.saturating_add(text.len() + simple::ROOM) <= self.options.width
        {
            return (Laid::line(&text), true);
        }
        let as_it_is = || (Laid::as_it_is(tokens, span, self.options.step), false);
        if self.rustfmt.is_none() {
            return as_it_is();
        }
        let text = tokens.source.get(tokens.start(span.from)..tokens.end(span.to.saturating_sub(1)));
        let steps = columns.div_ceil(self.options.step.max(1));
        let request = Request { form, steps, text: text.unwrap_or_default().to_owned() };
        match self.answers.get(&request) {
            Some(Some(laid)) => (laid.clone(), true),
            Some(None) => as_it_is(),
            None => {
                self.requests.push(request);
                as_it_is()
            }
        }
    }

    /// Asks rustfmt what must be known; whether there was anything.
    pub(crate) fn ask(&mut self) -> bool {
        if self.requests.is_empty() {
            return false;
        }
        let mut requests = std::mem::take(&mut self.requests);
        requests.sort_by(|a, b| (a.steps, a.form as u8, &a.text).cmp(&(b.steps, b.form as u8, &b.text)));
        requests.dedup();
        let Some(rustfmt) = &self.rustfmt else { return false };
        match batch::run(rustfmt, requests, self.options.step) {
            Ok(answers) => self.answers.extend(answers),
            Err(failure) => {
                self.failure = Some(failure);
                self.rustfmt = None;
            }
        }
        true
    }

    /// Whether a whole source is Rust, as far as rustfmt can tell; the line of the mistake and what it is if not.
    pub(crate) fn check(&mut self, source: &str) -> Result<(), (usize, String)> {
        self.rustfmt.as_ref().map_or(Ok(()), |rustfmt| rustfmt.check(source))
    }
}
