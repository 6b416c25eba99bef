//! Statements in the making: static text is held back until something else must come first.

mod body;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{
    local,
    piece::{Before, Kind, Piece},
    rust::{control, leaves_early, mixed, reference},
    unclosed,
};
use twiml_check::tree::{Flow, Node, Splice, Statement, Value};

use crate::source::Source;

pub(super) struct Builder<'s> {
    source: &'s Source,
    statements: TokenStream,
    /// The value that comes next, with the static text in front of it.
    value: Option<Piece>,
    /// What is written first, if a body has been written or not before.
    lead: Option<Before>,
    /// Static text behind that value or lead which no statement writes yet.
    pending: String,
    /// In a body of its own: the name of what holds the text in front of its first value, until something has been written.
    entry: Option<Ident>,
    /// That text, as far as it is of the body.
    head: Option<String>,
    /// How many bodies of this kind are around.
    depth: usize,
    /// Bytes that the document probably has.
    size: usize,
    /// Bytes that it has for certain.
    certain: usize,
    /// Values of a fragment that are made before it: what `?` and `.await` mean is decided outside.
    lifted: TokenStream,
    lifts: usize,
    /// It makes a fragment, and stands outside its control flow.
    lifts_values: bool,
    /// What is to be said of text behind attributes of Rust, and these attributes: the text itself needs none.
    aside: TokenStream,
    /// Names of what holds where an element began that may be left to go on with a loop, or behind one: one for each loop
    /// around, up to the next element.
    loops: Vec<Ident>,
    /// How many there have been, with those of elements further out.
    level: usize,
    /// The nodes that come next are all of an element that is closed behind them.
    closes: bool,
    /// The last of them belongs to the loop whose body comes next.
    is_body: bool,
    /// The words that leave an element for something that is still written.
    leaving: &'static [&'static [&'static str]],
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self {
            source,
            statements: TokenStream::new(),
            value: None,
            lead: None,
            pending: String::new(),
            entry: None,
            head: None,
            depth: 0,
            size: 0,
            certain: 0,
            lifted: TokenStream::new(),
            lifts: 0,
            lifts_values: false,
            aside: TokenStream::new(),
            loops: Vec::new(),
            level: 0,
            closes: false,
            is_body: false,
            leaving: &[unclosed::LOOP],
        }
    }

    /// One for a body of its own.
    pub(super) fn inner(&self) -> Self {
        Self {
            loops: self.loops.clone(),
            level: self.level,
            closes: self.closes,
            is_body: self.is_body,
            leaving: self.leaving,
            depth: self.depth,
            ..Self::new(self.source)
        }
    }

    pub(super) fn is_in_loop(&self) -> bool {
        !self.loops.is_empty()
    }

    /// The loops around, to be changed.
    pub(super) fn loops(&mut self) -> &mut Vec<Ident> {
        &mut self.loops
    }

    /// Before a loop whose elements may be left. Gives the name of what holds where such an element began.
    pub(super) fn enter_loop(&mut self) -> Ident {
        let name = local(&format!("unclosed{}", self.level));
        (self.level, self.is_body) = (self.level + 1, true);
        self.loops.push(name.clone());
        name
    }

    /// In a fragment whose elements may be left for its end.
    pub(super) fn enter_fragment(&mut self) -> Ident {
        let name = self.enter_loop();
        // There is one round of it.
        self.is_body = false;
        self.leaving = &[unclosed::LOOP, unclosed::FRAGMENT];
        name
    }

    /// The words that leave an element for something that is still written.
    pub(super) const fn leaving(&self) -> &'static [&'static [&'static str]] {
        self.leaving
    }

    /// Behind it.
    pub(super) fn leave_loop(&mut self) {
        (self.level, self.is_body) = (self.level - 1, false);
        self.loops.pop();
    }

    /// What comes next is all that an element holds.
    pub(super) fn expect_close(&mut self) {
        self.closes = true;
    }

    /// Whether what comes next is all that an element holds.
    pub(super) fn take_closes(&mut self) -> bool {
        std::mem::take(&mut self.closes)
    }

    /// At the beginning of the body of a loop: takes back what the last round has left open.
    pub(super) fn take_back(&mut self) {
        if std::mem::take(&mut self.is_body)
            && let Some(name) = self.loops.last()
        {
            let taken = unclosed::take_back(name);
            self.tokens(taken);
        }
    }

    /// One for a fragment.
    pub(super) fn lifting(source: &'s Source) -> Self {
        Self { lifts_values: true, ..Self::new(source) }
    }

    /// What the tree refers to.
    pub(super) const fn source(&self) -> &'s Source {
        self.source
    }

    /// Static markup.
    pub(super) fn text(&mut self, text: &str) {
        self.pending.push_str(text);
        self.size += text.len();
        self.certain += text.len();
    }

    /// Other statements.
    pub(super) fn tokens(&mut self, tokens: TokenStream) {
        self.flush();
        // They may write.
        self.entry = None;
        self.statements.extend(tokens);
    }

    /// What is not static here will add about so much.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.size += bytes;
    }

    pub(super) const fn size(&self) -> usize {
        self.size
    }

    pub(super) const fn certain(&self) -> usize {
        self.certain
    }

    /// A run-time value. What follows shows how it is written: static text that another value follows is written together
    /// with that one, other static text with this one.
    pub(super) fn value(&mut self, kind: Kind, span: Span, call: TokenStream, value: TokenStream) {
        let before = match self.entry.take() {
            Some(name) => {
                let mut head = std::mem::take(&mut self.pending);
                if let Kind::Attribute { start } = &kind {
                    head.push_str(start);
                }
                self.head = Some(head);
                Before::Given(name)
            }
            None => self.before(),
        };
        if let Kind::Attribute { .. } = kind {
            self.pending.push('"');
        }
        self.value = Some(Piece { kind, span, before, call, value });
    }

    /// What has not been written yet, to be written with what comes next.
    fn before(&mut self) -> Before {
        let text = std::mem::take(&mut self.pending);
        if let Some(previous) = self.value.take() {
            return previous.write_before_another(&mut self.statements, text);
        }
        let mut before = self.lead.take().unwrap_or_else(|| Before::Text(String::new()));
        before.push(&text);
        before
    }

    fn flush(&mut self) {
        if let Some(value) = self.value.take() {
            value.write_last(&mut self.statements, &std::mem::take(&mut self.pending));
            return;
        }
        let before = self.before();
        if !before.is_empty() {
            self.entry = None;
            let (w, text) = (local("w"), before.tokens(Span::mixed_site()));
            self.statements.extend(quote!(#w.raw(#text);));
        }
    }

    /// All of it, if nothing depends on the run time.
    pub(super) fn constant(&self) -> Option<&str> {
        (self.statements.is_empty() && self.value.is_none() && self.lifted.is_empty()).then_some(&self.pending)
    }

    pub(super) fn finish(mut self) -> TokenStream {
        self.flush();
        let Self { mut aside, statements, .. } = self;
        aside.extend(statements);
        aside
    }

    /// What is to be said beside the statements.
    pub(super) fn take_aside(&mut self) -> TokenStream {
        std::mem::take(&mut self.aside)
    }

    /// What stands behind attributes of Rust. If it is the same in any case, it is text like all other.
    pub(super) fn decorated(&mut self, attributes: usize, flow: Flow, mut body: Self) {
        let (rust, notices) = (self.source.rust(attributes), self.source.notices(attributes));
        self.size += body.size;
        if flow == Flow::One
            && let Some(text) = body.constant().map(str::to_owned)
        {
            let within = body.take_aside();
            self.aside.extend(quote!(#rust { #notices #within };));
            self.size -= body.size;
            self.text(&text);
            return;
        }
        let body = body.finish();
        // The last expression of a block may have no attributes; a statement may.
        self.tokens(quote!(#rust { #notices #body };));
    }

    pub(super) fn lifted(&self) -> TokenStream {
        self.lifted.clone()
    }

    /// A reference to the user's value. In a fragment, one that leaves the surrounding code, or waits in it, is made
    /// beforehand.
    pub(super) fn expression(&mut self, splice: &Splice) -> TokenStream {
        let tokens = self.source.rust(splice.source);
        if !self.lifts_values || !leaves_early(tokens.clone()) {
            return reference(splice, self.source);
        }
        let name = local(&format!("lifted{}", self.lifts));
        self.lifts += 1;
        let span = mixed(splice, self.source);
        self.lifted.extend(quote_spanned!(span=> let #name = { #tokens };));
        quote_spanned!(span=> &#name)
    }

    /// What another builder has made.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.size += other.size;
        self.certain += other.certain;
        self.aside.extend(std::mem::take(&mut other.aside));
        if other.statements.is_empty() && other.value.is_none() {
            self.pending.push_str(&other.pending);
        } else {
            self.tokens(other.finish());
        }
    }

    /// A statement of Rust, as it is.
    pub(super) fn statement(&mut self, statement: &Statement) {
        self.flush();
        self.statements.extend(self.source.rust(statement.source));
    }

    /// Keeps the Rust of markup that is not written, so that the compiler and the editor still see it.
    pub(super) fn keep(&mut self, node: &Node) {
        match node {
            Node::Splice(splice) => self.keep_splice(splice),
            Node::Statement(statement) => self.statement(statement),
            Node::Element(element) => {
                for attribute in &element.attributes {
                    if let Value::Splice(splice) = &attribute.value {
                        self.keep_splice(splice);
                    }
                }
                element.children.iter().for_each(|child| self.keep(child));
            }
            Node::Text(_) | Node::Lost => {}
            Node::Control(nested) => {
                let tokens = control(nested, self.source, &mut |body| {
                    let mut builder = Self::new(self.source);
                    for node in body {
                        builder.keep(node);
                    }
                    builder.finish()
                });
                self.tokens(tokens);
            }
        }
    }

    pub(super) fn keep_splice(&mut self, splice: &Splice) {
        let expression = reference(splice, self.source);
        let span = mixed(splice, self.source);
        self.tokens(quote_spanned!(span=> let _ = #expression;));
    }
}
