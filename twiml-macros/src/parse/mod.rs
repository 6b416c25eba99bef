//! From tokens to the tree. The parser never fails: what it cannot understand it reports, and goes on.
//!
//! Recovery: a tag that is not finished ends before the next `<`; a closing tag of the wrong name closes what it was
//! evidently meant for (see [`element`]); a token that fits nowhere is skipped. Rust inside braces and behind keywords
//! is never looked into, so that the compiler and the editor see it as it was typed.

mod attribute;
mod control;
mod element;
mod text;

use proc_macro2::{Delimiter, Span, TokenStream};
use syn::buffer::{Cursor, TokenBuffer};
use twiml_check::catalogue::{Code, Fault};

use crate::{
    ast::{Name, Node, Place, Splice},
    diagnostics::Diagnostics,
};

/// Deeper nesting is a mistake, and would be a danger to the compiler's stack.
const DEPTH: usize = 100;

/// Reads the markup of a macro call.
pub(crate) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let buffer = TokenBuffer::new2(tokens);
    let mut parser = Parser { cursor: buffer.begin(), open: Vec::new(), depth: 0, gave_up: false, diagnostics };
    let mut nodes = Vec::new();
    loop {
        nodes.append(&mut parser.nodes());
        if parser.cursor.eof() {
            return nodes;
        }
        // Only a closing tag ends a list early, and here nothing is open.
        parser.stray_close();
    }
}

struct Parser<'a, 'd> {
    cursor: Cursor<'a>,
    /// Names of the elements that are open in this group.
    open: Vec<String>,
    depth: usize,
    /// Not all has been read: whether an element is closed is not known.
    gave_up: bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Parser<'a, '_> {
    fn report(&mut self, place: Place, fault: Fault) {
        self.diagnostics.push(place, fault);
    }

    /// Nodes up to the end of the group or a closing tag.
    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while !self.cursor.eof() && !self.at_close() {
            if let Some(node) = self.node() {
                nodes.push(node);
            }
        }
        nodes
    }

    fn node(&mut self) -> Option<Node> {
        if self.peek_punct('<') {
            return self.markup();
        }
        if let Some((literal, rest)) = self.cursor.literal()
            && (text::is_string(&literal) || !text::is_bare(rest))
        {
            self.cursor = rest;
            return Some(self.text(&literal).map_or(Node::Lost, Node::Text));
        }
        if let Some((inside, span, rest)) = self.cursor.group(Delimiter::Brace) {
            self.cursor = rest;
            let splice = splice(inside, Place::at(span.join()));
            return Some(match self.checked_splice(splice) {
                Some(Splice { literal: Some(literal), .. }) => Node::Text(literal),
                Some(splice) => Node::Splice(splice),
                None => Node::Lost,
            });
        }
        match self.cursor.ident() {
            Some((keyword, rest)) if control::is_keyword(&keyword) => {
                self.cursor = rest;
                Some(self.control(&keyword).unwrap_or(Node::Lost))
            }
            _ => {
                self.bare_text();
                Some(Node::Lost)
            }
        }
    }

    /// Nodes in a group of their own, such as the body of an `if`.
    fn block(&mut self, inside: Cursor<'a>) -> Vec<Node> {
        let outside = std::mem::replace(&mut self.cursor, inside);
        let open = std::mem::take(&mut self.open);
        self.depth += 1;
        let mut nodes = Vec::new();
        if self.depth > DEPTH {
            self.too_deep(Place::at(inside.span()));
        } else {
            loop {
                nodes.append(&mut self.nodes());
                if self.cursor.eof() {
                    break;
                }
                self.stray_close();
            }
        }
        self.depth -= 1;
        self.open = open;
        self.cursor = outside;
        nodes
    }

    fn too_deep(&mut self, place: Place) {
        self.gave_up = true;
        self.report(place, Fault::new(Code::TooDeep).with("limit", &DEPTH.to_string()));
    }

    /// `{…}` that may not be empty.
    fn checked_splice(&mut self, splice: Splice) -> Option<Splice> {
        if splice.tokens.is_empty() {
            self.report(splice.place, Fault::new(Code::EmptyBraces).help("write an expression between the braces"));
            return None;
        }
        Some(splice)
    }

    fn peek_punct(&self, character: char) -> bool {
        self.cursor.punct().is_some_and(|(punct, _)| punct.as_char() == character)
    }

    fn eat_punct(&mut self, character: char) -> Option<Span> {
        let (punct, rest) = self.cursor.punct()?;
        if punct.as_char() != character {
            return None;
        }
        self.cursor = rest;
        Some(punct.span())
    }

    /// `</`
    fn at_close(&self) -> bool {
        puncts(self.cursor, "</").is_some()
    }

    /// A name: words joined by `-` and `:`, or a quoted one.
    fn name(&mut self) -> Option<Name> {
        let (name, rest) = name(self.cursor)?;
        self.cursor = rest;
        Some(name)
    }

    /// Skips one token and tells how it reads.
    fn skip(&mut self) -> Option<(String, Place)> {
        let (tree, rest) = self.cursor.token_tree()?;
        self.cursor = rest;
        Some((text::typed(&tree), Place::at(tree.span())))
    }
}

/// The rest behind these characters of punctuation.
fn puncts<'a>(mut cursor: Cursor<'a>, characters: &str) -> Option<Cursor<'a>> {
    for character in characters.chars() {
        let (punct, rest) = cursor.punct()?;
        if punct.as_char() != character {
            return None;
        }
        cursor = rest;
    }
    Some(cursor)
}

/// Reads a name without taking it.
fn name(cursor: Cursor<'_>) -> Option<(Name, Cursor<'_>)> {
    if let Some((literal, rest)) = cursor.literal() {
        let syn::Lit::Str(text) = syn::Lit::new(literal) else { return None };
        return Some((Name { text: text.value(), place: Place::at(text.span()), quoted: true }, rest));
    }
    let (first, mut rest) = cursor.ident()?;
    let mut text = unraw(&first);
    let mut place = Place::at(first.span());
    while let Some((joint, behind)) = rest.punct() {
        if !matches!(joint.as_char(), '-' | ':') {
            break;
        }
        let Some((part, span, behind)) = word(behind) else { break };
        text.push(joint.as_char());
        text.push_str(&part);
        place = place.to(span);
        rest = behind;
    }
    Some((Name { text, place, quoted: false }, rest))
}

/// A part of a name: an identifier or digits.
fn word(cursor: Cursor<'_>) -> Option<(String, Span, Cursor<'_>)> {
    if let Some((ident, rest)) = cursor.ident() {
        return Some((unraw(&ident), ident.span(), rest));
    }
    let (literal, rest) = cursor.literal()?;
    let text = literal.to_string();
    text.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| (text, literal.span(), rest))
}

fn unraw(ident: &proc_macro2::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}

/// Rust between braces; a single literal is recognised.
fn splice(inside: Cursor<'_>, place: Place) -> Splice {
    let literal = text::only_literal(inside);
    Splice { tokens: inside.token_stream(), place, literal }
}
