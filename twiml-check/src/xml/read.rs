//! From text to the tree. The reader never fails: what is not well-formed it reports, and goes on as the macro does, so that
//! all that is wrong with a file is said at once.
//!
//! What it lets pass, `roxmltree` judges: see [`judge`](super::judge).

use std::ops::Range;

use twiml_core::vocabulary::{self, TextPresence};

use super::{
    block, place,
    placeholder::{Placeholder, Role},
    scan::{BLANKS, Opening, Scanner},
    text::{self, Context},
};
use crate::{
    catalogue::Code,
    check::ENOUGH,
    diagnostic::{Advice, Diagnostic, Edit},
    nesting::{self, Close, DEPTH, classify},
    tree::{Element, Literal, LiteralKind, Name, Node, Place, Splice, Tags},
};

/// What has been read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) nodes: Vec<Node>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) comments: Vec<Place>,
    /// Elements with a placeholder in their tag that is no part of a value: what else stands there is not known.
    pub(super) templated: Vec<Place>,
    /// Attributes that declare a namespace, and what is too much for one tag: the judge would take an age over them.
    pub(super) is_odd: bool,
}

/// Reads a source whose placeholders have been blanked out.
pub(super) fn read(text: &str, placeholders: &[Placeholder], start: usize) -> Reading {
    let scanner = Scanner { text, position: start };
    let reading = Reading::default();
    let mut reader = Reader { scanner, placeholders, open: Vec::new(), gave_up: false, reading };
    let mut nodes = Vec::new();
    loop {
        reader.nodes(&mut nodes);
        if reader.scanner.is_at_end() {
            break;
        }
        // Only a closing tag ends a list early, and here nothing is open.
        reader.stray_close();
    }
    // What a template does beside the document leaves nothing behind.
    nodes.retain(|node| !matches!(node, Node::Splice(_)));
    drop_layout(&mut nodes, false, true);
    Reading { nodes, ..reader.reading }
}

pub(super) struct Reader<'a> {
    pub(super) scanner: Scanner<'a>,
    pub(super) placeholders: &'a [Placeholder],
    /// Names of the elements that are open.
    open: Vec<&'a str>,
    /// Not all has been read: whether an element is closed is not known.
    gave_up: bool,
    pub(super) reading: Reading,
}

impl<'a> Reader<'a> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if self.reading.diagnostics.len() < ENOUGH {
            self.reading.diagnostics.push(diagnostic);
        }
    }

    /// What is not read any more.
    fn give_up(&mut self) {
        self.gave_up = true;
        self.scanner.position = self.scanner.text.len();
    }

    pub(super) fn since(&self, start: usize) -> Place {
        place(start..self.scanner.position)
    }

    /// The placeholders that begin in a range, by their numbers.
    pub(super) fn marks(&self, range: Range<usize>) -> Range<usize> {
        let before = |position: usize| {
            self.placeholders.partition_point(|placeholder| super::index(placeholder.place.first) < position)
        };
        before(range.start)..before(range.end)
    }

    /// Content up to a closing tag or the end; every placeholder in it stands for itself.
    fn nodes(&mut self, nodes: &mut Vec<Node>) {
        while !self.scanner.is_at_end() {
            let start = self.scanner.position;
            match self.scanner.opening() {
                Opening::Close => return,
                Opening::Element => {
                    let element = self.element();
                    nodes.push(Node::Element(element));
                }
                Opening::Comment => {
                    if self.skip("<!--", "-->") {
                        let comment = self.since(start);
                        self.reading.comments.push(comment);
                    }
                }
                Opening::Data => {
                    if self.skip("<![CDATA[", "]]>") {
                        let range = start + "<![CDATA[".len()..self.scanner.position - "]]>".len();
                        self.pieces(range, Context::Data, nodes);
                    }
                }
                Opening::Instruction => _ = self.skip("<?", "?>"),
                Opening::DocumentType => self.document_type(),
                Opening::Text | Opening::Bare => self.text(nodes),
            }
        }
    }

    /// Goes behind a comment and the like; whether it ends.
    fn skip(&mut self, open: &str, close: &str) -> bool {
        let start = self.scanner.position;
        self.scanner.position += open.len();
        if self.scanner.skip_behind(close) {
            return true;
        }
        let diagnostic = Diagnostic::new(Code::UnfinishedComment, place(start..start + open.len()));
        let diagnostic = diagnostic.with("start", open).with("end", close);
        self.report(diagnostic.help(format!("write `{close}` behind it")));
        self.give_up();
        false
    }

    /// Declarations are not read: what they declare could be anything.
    fn document_type(&mut self) {
        let start = self.scanner.position;
        let head = self.scanner.take_until(&['>', '[']);
        let end = if self.scanner.byte() == Some(b'[') { "]>" } else { ">" };
        let ends = self.scanner.skip_behind(end);
        let diagnostic = Diagnostic::new(Code::DocumentType, place(start..start + head.trim_end_matches(BLANKS).len()));
        if ends {
            let remove = Edit::remove(self.since(start));
            self.report(diagnostic.advise(Advice::words("remove it").with(vec![remove])));
        } else {
            self.report(diagnostic.help("remove it"));
            self.give_up();
        }
    }

    pub(super) fn bare_bracket(&mut self, start: usize) {
        let written = place(start..start + 1);
        let edit = Edit::over(written, "&lt;");
        let advice = Advice::typed("write", "&lt;", vec![edit]);
        self.report(Diagnostic::new(Code::BareBracket, written).advise(advice));
    }

    /// Text up to the next tag.
    fn text(&mut self, nodes: &mut Vec<Node>) {
        let start = self.scanner.position;
        loop {
            self.scanner.take_until(&['<']);
            if self.scanner.is_at_end() || self.scanner.opening() != Opening::Bare {
                break;
            }
            self.bare_bracket(self.scanner.position);
            self.scanner.position += 1;
        }
        self.pieces(start..self.scanner.position, Context::Text, nodes);
    }

    /// Text, and the placeholders in it.
    fn pieces(&mut self, range: Range<usize>, context: Context, nodes: &mut Vec<Node>) {
        let mut position = range.start;
        for mark in self.marks(range.clone()) {
            let Some(placeholder) = self.placeholders.get(mark) else { continue };
            let (first, last) = (super::index(placeholder.place.first), super::index(placeholder.place.last));
            self.known(position..first, context, nodes);
            if placeholder.role != Role::Comment {
                nodes.push(Node::Splice(Splice {
                    source: mark,
                    place: placeholder.place,
                    literal: None,
                    constant: false,
                    may_jump: false,
                }));
            }
            position = last;
        }
        self.known(position..range.end.max(position), context, nodes);
    }

    fn known(&mut self, range: Range<usize>, context: Context, nodes: &mut Vec<Node>) {
        if !range.is_empty() {
            let text = text::read(self.scanner.text, range.clone(), context, &mut self.reading.diagnostics);
            self.piece(range, context, &text, nodes);
        }
    }

    /// A piece of text. Its place is that of what it says: layout around it belongs to nobody.
    fn piece(&mut self, range: Range<usize>, context: Context, text: &str, nodes: &mut Vec<Node>) {
        let raw = self.scanner.text.get(range.clone()).unwrap_or_default();
        let end = range.start + raw.trim_end_matches(BLANKS).len();
        let start = range.end - raw.trim_start_matches(BLANKS).len();
        let says = if context == Context::Data || start >= end { range } else { start..end };
        nodes.push(Node::Text(literal(text.to_owned(), place(says))));
    }

    fn element(&mut self) -> Element {
        let start = self.scanner.position;
        self.scanner.position += 1;
        let name = self.name();
        let attributes = self.attributes(name.place);
        let (end, empty) = self.tag_end(&name);
        let tags = Tags { open: self.since(start), end: end.unwrap_or(name.place), empty, close: None };
        let mut element = Element { attributes, ..Element::new(name, tags) };
        if end.is_some() && !empty {
            self.content(&mut element);
        } else if end.is_none() {
            // Half-typed: it holds what follows only if it is closed by name.
            if self.scanner.next_close() == Some(&element.name.text) {
                self.content(&mut element);
            }
            element.unclosed = true;
        }
        element
    }

    pub(super) fn name(&mut self) -> Name {
        let start = self.scanner.position;
        let text = self.scanner.take_name().to_owned();
        Name { text, place: self.since(start), unchecked: false }
    }

    /// What ends the tag, and whether the element is empty.
    fn tag_end(&mut self, name: &Name) -> (Option<Place>, bool) {
        let start = self.scanner.position;
        if self.scanner.eat(">") {
            let before = self.scanner.text.get(..start).unwrap_or_default().trim_end_matches(BLANKS);
            return (Some(self.since(start)), before.len() < start && before.ends_with('/'));
        }
        if self.scanner.eat("/>") {
            return (Some(self.since(start)), true);
        }
        self.report(nesting::unfinished(name));
        (None, false)
    }

    /// Children and the closing tag.
    fn content(&mut self, element: &mut Element) {
        let range = super::range(element.name.place);
        if self.open.len() >= DEPTH {
            let diagnostic = Diagnostic::new(Code::TooDeep, element.name.place).with("limit", &DEPTH.to_string());
            self.report(diagnostic.help("no document of TwiML is: look for elements that are not closed"));
            self.give_up();
            return;
        }
        self.open.push(self.scanner.text.get(range).unwrap_or_default());
        let mut nodes = Vec::new();
        loop {
            self.nodes(&mut nodes);
            match self.close(element) {
                Some(Close::Stray) => {}
                Some(Close::Own | Close::Mismatched) => break,
                Some(Close::Outer) | None => {
                    element.unclosed = true;
                    break;
                }
            }
        }
        let room = DEPTH.saturating_sub(self.open.len());
        self.open.pop();
        element.children = block::fold(nodes, self.placeholders, room);
        let rows = vocabulary::named(&element.name.text);
        let takes_text = rows.into_iter().any(|row| row.text.presence != TextPresence::None);
        drop_layout(&mut element.children, takes_text, false);
        if element.unclosed {
            self.unclosed(element);
        }
    }

    fn unclosed(&mut self, element: &Element) {
        if self.gave_up {
            return;
        }
        let around = self.open.last().copied().unwrap_or_default();
        if let Some(diagnostic) = nesting::unclosed(element, around) {
            self.report(diagnostic);
        }
    }

    /// Takes a closing tag, unless it belongs to an outer element. `None` at the end of the text.
    fn close(&mut self, element: &mut Element) -> Option<Close> {
        if self.scanner.is_at_end() {
            return None;
        }
        let mut ahead = self.scanner;
        ahead.position += 2;
        let found: &'a str = ahead.take_name();
        let close = if found.is_empty() {
            // `</>`, half-typed: it closes the innermost element.
            Close::Mismatched
        } else {
            classify(&self.open, found, || ahead.next_close())
        };
        match close {
            Close::Outer => {}
            Close::Stray => self.stray_close(),
            Close::Own | Close::Mismatched => self.closed(element, close),
        }
        Some(close)
    }

    fn closed(&mut self, element: &mut Element, close: Close) {
        let start = self.scanner.position;
        self.scanner.position += 2;
        let name = self.name();
        if close == Close::Mismatched {
            let written = if name.text.is_empty() { place(start..start + 2) } else { name.place };
            self.report(nesting::mismatched(element, &name.text, written, name.place));
        }
        if !self.finish_close() {
            self.report(nesting::unfinished_close(&name));
        }
        element.tags.close = Some(self.since(start));
        element.close = Some(name);
    }

    /// A closing tag that closes nothing.
    fn stray_close(&mut self) {
        let start = self.scanner.position;
        self.scanner.position += 2;
        let name = self.name();
        let written = if name.text.is_empty() { place(start..start + 2) } else { name.place };
        self.finish_close();
        self.report(nesting::stray(&name.text, written, self.since(start)));
    }

    /// Takes `>` behind the name of a closing tag, and whatever stands between; whether it is there.
    fn finish_close(&mut self) -> bool {
        self.scanner.skip_blanks();
        let start = self.scanner.position;
        let found = self.scanner.take_until(&['<', '>']).trim_end_matches(BLANKS);
        if !found.is_empty() {
            self.stray(start..start + found.len(), "`>`");
        }
        self.scanner.eat(">")
    }

    /// What fits nowhere.
    pub(super) fn stray(&mut self, range: Range<usize>, expected: &str) {
        let found = self.scanner.text.get(range.clone()).unwrap_or_default();
        let diagnostic = Diagnostic::new(Code::StrayToken, place(range.clone()));
        let remove = Advice::typed("remove", found, vec![Edit::remove(place(range))]);
        self.report(diagnostic.with("expected", expected).with("found", found).advise(remove));
    }
}

pub(super) fn literal(text: String, place: Place) -> Literal {
    Literal { text, kind: LiteralKind::String, place, meant: false }
}

/// Drops white space that only lays the file out: beside elements, and where no text stands at all.
fn drop_layout(nodes: &mut Vec<Node>, takes_text: bool, is_inner: bool) {
    let is_mixed = is_inner || nodes.iter().any(|node| !matches!(node, Node::Text(_)));
    nodes.retain(|node| {
        let Node::Text(text) = node else { return true };
        let is_blank = text.text.trim_matches(BLANKS).is_empty();
        !is_blank || takes_text && (!is_mixed || !text.text.contains('\n'))
    });
    for node in nodes {
        node.bodies_mut().for_each(|body| drop_layout(body, takes_text, true));
    }
}
