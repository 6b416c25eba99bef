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
use crate::{
    options::Options,
    printer::{self, Style},
    tokens::{Kind, Tokens},
    tree::Span,
};

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
    /// The answer does not depend on the white space in the text.
    is_free: bool,
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
        let steps = columns.div_ceil(self.options.step.max(1));
        let (text, is_free) = question(tokens, span);
        let request = Request { form, steps, text, is_free };
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
        let requests = std::mem::take(&mut self.requests);
        if requests.is_empty() {
            return false;
        }
        let answers = self.answers_to(requests);
        let again = answers.iter().filter_map(|(request, laid)| self.doubt(request, laid.as_ref()?));
        let again = self.answers_to(again.collect());
        self.answers.extend(again);
        for (request, laid) in answers {
            let is_settled = |laid: &Laid| {
                let Some(doubt) = self.doubt(&request, laid) else { return true };
                let laid_again = self.answers.get(&doubt).and_then(Option::as_ref);
                laid_again.is_some_and(|laid| self.printed(laid, doubt.steps) == doubt.text)
            };
            let laid = laid.filter(is_settled);
            self.answers.insert(request, laid);
        }
        true
    }

    fn answers_to(&mut self, mut requests: Vec<Request>) -> Vec<(Request, Option<Laid>)> {
        requests.sort_by(|a, b| (a.steps, a.form as u8, &a.text).cmp(&(b.steps, b.form as u8, &b.text)));
        requests.dedup();
        let Some(rustfmt) = self.rustfmt.as_ref().filter(|_| !requests.is_empty()) else { return Vec::new() };
        batch::run(rustfmt, requests, self.options.step).unwrap_or_else(|failure| {
            self.failure = Some(failure);
            self.rustfmt = None;
            Vec::new()
        })
    }

    /// What must be asked too, if an answer may depend on white space: it is taken if it is the answer to itself.
    fn doubt(&self, request: &Request, laid: &Laid) -> Option<Request> {
        let text = self.printed(laid, request.steps);
        (!request.is_free && text != request.text).then(|| Request { text, ..request.clone() })
    }

    /// The text of a layout, in a line that is indented by so many steps.
    fn printed(&self, laid: &Laid, steps: usize) -> String {
        let step = if self.options.tabs { "\t".to_owned() } else { " ".repeat(self.options.step) };
        let base = step.repeat(steps);
        let style = Style { base: &base, line_end: "\n", ..Style::of(self.options) };
        printer::print(&laid.document, style, steps * self.options.step)
    }

    /// Whether a whole source is Rust, as far as rustfmt can tell; the line of the mistake and what it is if not.
    pub(crate) fn check(&mut self, source: &str) -> Result<(), (usize, String)> {
        self.rustfmt.as_ref().map_or(Ok(()), |rustfmt| rustfmt.check(source))
    }
}

/// What rustfmt is asked for: tokens with as little white space as possible, so that the same Rust is asked for once,
/// however it was laid out. With comments, empty lines or calls of macros it keeps the white space that it has; then the
/// answer may depend on it, and the second value is `false`.
fn question(tokens: &Tokens<'_>, span: Span) -> (String, bool) {
    let is_kept = |index: usize| {
        let Some(token) = tokens.list.get(index) else { return true };
        let is_call = tokens.is(index, "!") && tokens.kind(index + 1) == Some(Kind::Open);
        token.is_comment() || is_call || (index > span.from && token.breaks > 1)
    };
    if (span.from..span.to).any(is_kept) {
        let text = tokens.source.get(tokens.start(span.from)..tokens.end(span.to.saturating_sub(1)));
        return (text.unwrap_or_default().to_owned(), false);
    }
    let mut text = String::new();
    for index in span.from..span.to {
        let is_operator = index > span.from
            && tokens.end(index - 1) == tokens.start(index)
            && [index - 1, index].into_iter().all(|index| tokens.kind(index) == Some(Kind::Punct));
        if index > span.from && !is_operator {
            text.push(' ');
        }
        text.push_str(tokens.text(index));
    }
    (text, true)
}
