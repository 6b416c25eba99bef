//! Tags, and which closing tag belongs to which opening one.

use proc_macro2::Span;
use syn::buffer::Cursor;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Attribute, Element, Name, Node, Place, Tags},
};

use super::{DEPTH, Parser, Word, name, puncts};
use crate::source::Spans;

/// How many tokens decide which tag a closing one was meant for; without a limit, many mistakes would take an age.
const LOOK_AHEAD: usize = 500;

/// How a tag ends.
enum TagEnd {
    Open,
    Empty,
    /// It does not, and there is an error already.
    Unfinished,
}

/// What a closing tag is to the innermost open element.
enum Close {
    Own,
    /// Evidently meant for it, under another name.
    Mismatched,
    /// It belongs to an element further out: this one is not closed.
    Outer,
    /// Nobody's.
    Stray,
}

impl<'a> Parser<'a, '_> {
    /// What begins with `<`.
    pub(super) fn markup(&mut self) -> Option<Node> {
        let start = self.cursor.span();
        for (opening, closing) in [("<!--", "-->"), ("<?", "?>")] {
            if puncts(self.cursor, opening).is_some() {
                self.drop_until(opening, closing);
                return None;
            }
        }
        self.eat_punct('<');
        let Some(name) = self.name() else {
            let place = self.at(start);
            self.report(Diagnostic::new(Code::MissingName, place).help("write `<Response>`, `<Say>`, …"));
            while !self.cursor.eof() && !self.peek_punct('<') && self.eat_punct('>').is_none() {
                self.skip();
            }
            return None;
        };
        Some(Node::Element(self.element(start, name)))
    }

    /// Comments and the prolog leave nothing behind.
    fn drop_until(&mut self, opening: &str, closing: &str) {
        let mut spans = Spans::at(self.cursor.span());
        for _ in opening.chars() {
            spans = spans.to(self.cursor.span());
            self.skip();
        }
        while !self.cursor.eof() {
            if let Some(rest) = puncts(self.cursor, closing) {
                self.cursor = rest;
                return;
            }
            self.skip();
        }
        self.gave_up = true;
        let place = self.source.place(spans);
        let diagnostic = Diagnostic::new(Code::UnfinishedComment, place).with("start", opening).with("end", closing);
        self.report(diagnostic.help(format!("write `{closing}` behind it")));
    }

    fn element(&mut self, start: Span, name: Name) -> Element {
        let attributes = self.attributes();
        let start = self.at(start);
        let (kind, end) = self.tag_end(&name);
        let empty = matches!(kind, TagEnd::Empty);
        let tags = Tags { open: start.to(end), end, empty, close: None };
        let mut element = Element::new(name, tags);
        element.attributes = attributes;
        match kind {
            TagEnd::Open => self.content(&mut element),
            TagEnd::Empty => {}
            // Half-typed: it holds what follows only if it is closed by name.
            TagEnd::Unfinished => {
                if self.closes_later(&element.name.text) {
                    self.content(&mut element);
                }
                element.unclosed = true;
            }
        }
        element
    }

    fn attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        loop {
            if self.at_attribute() {
                attributes.extend(self.attribute());
            } else if self.cursor.eof() || ['>', '<'].into_iter().any(|end| self.peek_punct(end)) || self.at_empty_end()
            {
                return attributes;
            } else if let Some((found, span)) = self.skip() {
                let place = self.at(span);
                let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "an attribute, `>` or `/>`");
                self.report(diagnostic.with("found", &found).advise(removal(&found, place)));
            }
        }
    }

    fn at_empty_end(&self) -> bool {
        puncts(self.cursor, "/>").is_some()
    }

    /// How the tag ends, and where.
    fn tag_end(&mut self, name: &Name) -> (TagEnd, Place) {
        if let Some(span) = self.eat_punct('>') {
            return (TagEnd::Open, self.at(span));
        }
        if let Some(rest) = puncts(self.cursor, "/>") {
            let first = self.cursor.span();
            let last = self.cursor.token_tree().map_or(first, |(_, behind)| behind.span());
            self.cursor = rest;
            return (TagEnd::Empty, self.source.place(Spans::at(first).to(last)));
        }
        let diagnostic = Diagnostic::new(Code::UnfinishedTag, name.place).with("element", &name.text);
        self.report(diagnostic.help("end it with `>`, or with `/>` if it is empty"));
        (TagEnd::Unfinished, name.place)
    }

    /// Children and the closing tag.
    fn content(&mut self, element: &mut Element) {
        if self.depth >= DEPTH {
            self.too_deep(self.source.spans(element.name.place).first);
            while self.skip().is_some() {}
            return;
        }
        self.open.push(element.name.text.clone());
        self.depth += 1;
        loop {
            element.children.append(&mut self.nodes());
            match self.close(element) {
                Some(Close::Stray) => {}
                Some(Close::Own | Close::Mismatched) => break,
                Some(Close::Outer) | None => {
                    self.unclosed(element);
                    break;
                }
            }
        }
        self.depth -= 1;
        self.open.pop();
    }

    fn unclosed(&mut self, element: &mut Element) {
        element.unclosed = true;
        if self.gave_up {
            return;
        }
        let name = &element.name.text;
        let diagnostic = Diagnostic::new(Code::UnclosedElement, element.name.place).with("element", name);
        let help = if element.children.is_empty() {
            format!("write `</{name}>`, or end the tag with `/>`")
        } else {
            format!("write `</{name}>` behind what it holds")
        };
        self.report(diagnostic.help(help));
    }

    /// Takes a closing tag, unless it belongs to an outer element. `None` at the end of the tokens.
    fn close(&mut self, element: &mut Element) -> Option<Close> {
        let start = self.cursor.span();
        let Some((found, rest)) = closing_tag(self.cursor) else {
            if self.at_close() {
                return Some(self.nameless_close(&element.name.text));
            }
            return None;
        };
        let close = self.classify(&found.text, rest);
        match close {
            Close::Own => self.closed(element, start, found, rest),
            Close::Outer => {}
            Close::Mismatched => {
                let expected = &element.name.text;
                let place = self.source.place(found.spans);
                let diagnostic = Diagnostic::new(Code::MismatchedClose, place).with("element", expected);
                let write =
                    Advice::typed("write", &format!("</{expected}>"), vec![Edit::over(place, expected.clone())]);
                self.report(diagnostic.with("found", &found.text).advise(write));
                self.closed(element, start, found, rest);
            }
            Close::Stray => self.stray_close(),
        }
        Some(close)
    }

    /// Takes the rest of the closing tag of an element.
    fn closed(&mut self, element: &mut Element, start: Span, found: Word, rest: Cursor<'a>) {
        let name = self.named(found);
        let end = self.finish_close(rest);
        if end.is_none() && element.name.text == name.text {
            let diagnostic = Diagnostic::new(Code::UnfinishedTag, name.place);
            let text = format!("/{}", name.text);
            let end = Advice::words("end it with `>`").with(vec![Edit::after(name.place, ">")]);
            self.report(diagnostic.with("element", &text).advise(end));
        }
        let start = self.at(start);
        element.tags.close = Some(start.to(end.map_or(name.place, |span| self.at(span))));
        element.close = Some(name);
    }

    /// `</` and `</>`, half-typed: it closes the innermost element.
    fn nameless_close(&mut self, expected: &str) -> Close {
        let place = self.at(self.cursor.span());
        let diagnostic = Diagnostic::new(Code::MismatchedClose, place).with("element", expected).with("found", "");
        self.report(diagnostic.help(format!("write `</{expected}>`")));
        self.eat_punct('<');
        self.eat_punct('/');
        self.eat_punct('>');
        Close::Mismatched
    }

    /// Which of the open elements a closing tag was meant for: the tag that comes after it decides where names do not.
    fn classify(&self, found: &str, rest: Cursor<'_>) -> Close {
        let mut outward = self.open.iter().rev();
        if outward.next().is_some_and(|own| own == found) {
            return Close::Own;
        }
        let own = self.open.last();
        let parent = self.open.iter().rev().nth(1);
        let next = next_close(rest);
        let Some(position) = outward.position(|outer| outer == found) else {
            return if own == next.as_ref() { Close::Stray } else { Close::Mismatched };
        };
        let beyond = self.open.iter().rev().nth(position + 2);
        if next.is_some() && next.as_ref() == parent && next.as_ref() != beyond {
            Close::Mismatched
        } else {
            Close::Outer
        }
    }

    /// A closing tag that closes nothing.
    pub(super) fn stray_close(&mut self) {
        let start = self.cursor.span();
        let Some((found, rest)) = closing_tag(self.cursor) else {
            let place = self.at(start);
            self.report(Diagnostic::new(Code::StrayClose, place).with("found", "").help("remove it"));
            self.eat_punct('<');
            self.eat_punct('/');
            self.eat_punct('>');
            return;
        };
        let name = self.named(found);
        let diagnostic = Diagnostic::new(Code::StrayClose, name.place).with("found", &name.text);
        let position = self.diagnostics.len();
        let end = self.finish_close(rest);
        let last = end.map_or_else(|| self.source.spans(name.place).last, |end| end);
        let whole = self.source.place(Spans::at(start).to(last));
        let remove = Advice::typed("remove", &format!("</{}>", name.text), vec![Edit::remove(whole)]);
        self.diagnostics.insert(position, diagnostic.advise(remove));
    }

    /// Takes `>` behind the name of a closing tag, and whatever stands between. Where it is.
    fn finish_close(&mut self, rest: Cursor<'a>) -> Option<Span> {
        self.cursor = rest;
        while !self.cursor.eof() && !self.peek_punct('<') {
            if let Some(end) = self.eat_punct('>') {
                return Some(end);
            }
            if let Some((found, span)) = self.skip() {
                let place = self.at(span);
                let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`>`").with("found", &found);
                self.report(diagnostic.advise(removal(&found, place)));
            }
        }
        None
    }

    /// Whether an element of this name is closed before its surroundings are.
    fn closes_later(&self, element: &str) -> bool {
        next_close(self.cursor).is_some_and(|next| next == element)
    }
}

/// What fits nowhere goes.
fn removal(found: &str, place: Place) -> Advice {
    Advice::typed("remove", found, vec![Edit::remove(place)])
}

/// `</Name`
fn closing_tag(cursor: Cursor<'_>) -> Option<(Word, Cursor<'_>)> {
    name(puncts(cursor, "</")?)
}

/// The next closing tag whose opening one is not behind the cursor.
fn next_close(mut cursor: Cursor<'_>) -> Option<String> {
    let mut depth = 0_usize;
    for _ in 0..LOOK_AHEAD {
        if cursor.eof() {
            return None;
        }
        if let Some((found, rest)) = closing_tag(cursor) {
            if depth == 0 {
                return Some(found.text);
            }
            depth -= 1;
            cursor = rest;
        } else if let Some((_, rest)) = puncts(cursor, "<").and_then(name) {
            depth += 1;
            cursor = rest;
        } else if let Some(rest) = puncts(cursor, "/>") {
            depth = depth.saturating_sub(1);
            cursor = rest;
        } else if let Some((_, _, _, rest)) = cursor.any_group() {
            cursor = rest;
        } else {
            cursor = cursor.token_tree()?.1;
        }
    }
    None
}
