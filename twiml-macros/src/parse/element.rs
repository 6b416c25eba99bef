//! Tags, and which closing tag belongs to which opening one.

use syn::buffer::Cursor;
use twiml_check::catalogue::{Code, Fault};

use super::{DEPTH, Parser, name, puncts};
use crate::ast::{Attribute, Element, Name, Node, Place};

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
            self.report(Place::at(start), Fault::new(Code::MissingName).help("write `<Response>`, `<Say>`, …"));
            while !self.cursor.eof() && !self.peek_punct('<') && self.eat_punct('>').is_none() {
                self.skip();
            }
            return None;
        };
        Some(Node::Element(self.element(name)))
    }

    /// Comments and the prolog leave nothing behind.
    fn drop_until(&mut self, opening: &str, closing: &str) {
        let mut place = Place::at(self.cursor.span());
        for _ in opening.chars() {
            place = place.to(self.cursor.span());
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
        let fault = Fault::new(Code::UnfinishedComment).with("start", opening).with("end", closing);
        self.report(place, fault.help(&format!("write `{closing}` behind it")));
    }

    fn element(&mut self, name: Name) -> Element {
        let attributes = self.attributes();
        let end = self.tag_end(&name);
        let mut element = Element { name, attributes, children: Vec::new(), close: None, unclosed: false, row: None };
        match end {
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
            } else if let Some((found, place)) = self.skip() {
                let fault = Fault::new(Code::StrayToken).with("expected", "an attribute, `>` or `/>`");
                self.report(place, fault.with("found", &found));
            }
        }
    }

    fn at_empty_end(&self) -> bool {
        puncts(self.cursor, "/>").is_some()
    }

    fn tag_end(&mut self, name: &Name) -> TagEnd {
        if self.eat_punct('>').is_some() {
            return TagEnd::Open;
        }
        if let Some(rest) = puncts(self.cursor, "/>") {
            self.cursor = rest;
            return TagEnd::Empty;
        }
        let fault = Fault::new(Code::UnfinishedTag).with("element", &name.text);
        self.report(name.place, fault.help("end it with `>`, or with `/>` if it is empty"));
        TagEnd::Unfinished
    }

    /// Children and the closing tag.
    fn content(&mut self, element: &mut Element) {
        if self.depth >= DEPTH {
            self.too_deep(element.name.place);
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
        let fault = Fault::new(Code::UnclosedElement).with("element", name);
        let help = if element.children.is_empty() {
            format!("write `</{name}>`, or end the tag with `/>`")
        } else {
            format!("write `</{name}>` behind what it holds")
        };
        self.report(element.name.place, fault.help(&help));
    }

    /// Takes a closing tag, unless it belongs to an outer element. `None` at the end of the tokens.
    fn close(&mut self, element: &mut Element) -> Option<Close> {
        let Some((found, rest)) = closing_tag(self.cursor) else {
            if self.at_close() {
                return Some(self.nameless_close(&element.name.text));
            }
            return None;
        };
        let close = self.classify(&found.text, rest);
        match close {
            Close::Own => {
                if !self.finish_close(rest) {
                    let fault = Fault::new(Code::UnfinishedTag).with("element", &format!("/{}", found.text));
                    self.report(found.place, fault.help("end it with `>`"));
                }
            }
            Close::Outer => {}
            Close::Mismatched => {
                let expected = &element.name.text;
                let fault = Fault::new(Code::MismatchedClose).with("element", expected).with("found", &found.text);
                self.report(found.place, fault.help(&format!("write `</{expected}>`")));
                self.finish_close(rest);
            }
            Close::Stray => self.stray_close(),
        }
        if matches!(close, Close::Own | Close::Mismatched) {
            element.close = Some(found);
        }
        Some(close)
    }

    /// `</` and `</>`, half-typed: it closes the innermost element.
    fn nameless_close(&mut self, expected: &str) -> Close {
        let place = Place::at(self.cursor.span());
        let fault = Fault::new(Code::MismatchedClose).with("element", expected).with("found", "");
        self.report(place, fault.help(&format!("write `</{expected}>`")));
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
            self.report(Place::at(start), Fault::new(Code::StrayClose).with("found", "").help("remove it"));
            self.eat_punct('<');
            self.eat_punct('/');
            self.eat_punct('>');
            return;
        };
        let fault = Fault::new(Code::StrayClose).with("found", &found.text);
        self.report(found.place, fault.help("remove it, or open the element before it"));
        self.finish_close(rest);
    }

    /// Takes `>` behind the name of a closing tag, and whatever stands between. Whether it is there.
    fn finish_close(&mut self, rest: Cursor<'a>) -> bool {
        self.cursor = rest;
        while !self.cursor.eof() && !self.peek_punct('<') {
            if self.eat_punct('>').is_some() {
                return true;
            }
            if let Some((found, place)) = self.skip() {
                let fault = Fault::new(Code::StrayToken).with("expected", "`>`").with("found", &found);
                self.report(place, fault);
            }
        }
        false
    }

    /// Whether an element of this name is closed before its surroundings are.
    fn closes_later(&self, element: &str) -> bool {
        next_close(self.cursor).is_some_and(|next| next == element)
    }
}

/// `</Name`
fn closing_tag(cursor: Cursor<'_>) -> Option<(Name, Cursor<'_>)> {
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
