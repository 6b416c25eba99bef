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
use twiml_check::{
    Code, Diagnostic,
    tree::{Literal, LiteralKind, Name, Node, Place, Splice},
};

use crate::source::{Source, Spans};

/// Deeper nesting is a mistake, and would be a danger to the compiler's stack.
const DEPTH: usize = 100;

/// Reads the markup of a macro call.
pub(crate) fn parse(tokens: TokenStream, source: &mut Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<Node> {
    let buffer = TokenBuffer::new2(tokens);
    let mut parser = Parser { cursor: buffer.begin(), open: Vec::new(), depth: 0, gave_up: false, source, diagnostics };
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
    source: &'d mut Source,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'a> Parser<'a, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The place of one token.
    fn at(&mut self, span: Span) -> Place {
        self.source.place(Spans::at(span))
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
            return Some(Node::Text(self.text(literal)));
        }
        if let Some((inside, span, rest)) = self.cursor.group(Delimiter::Brace) {
            self.cursor = rest;
            return Some(match self.splice(inside, span.join()) {
                Some(Splice { literal: Some(literal), .. }) => {
                    Node::Text(Literal { kind: LiteralKind::String, ..literal })
                }
                Some(splice) => Node::Splice(splice),
                None => Node::Lost,
            });
        }
        match self.cursor.ident() {
            Some((keyword, rest)) if control::is_keyword(&keyword) => {
                self.cursor = rest;
                Some(self.control(&keyword).unwrap_or(Node::Lost))
            }
            _ => Some(self.bare_text().map_or(Node::Lost, Node::Text)),
        }
    }

    /// Nodes in a group of their own, such as the body of an `if`.
    fn block(&mut self, inside: Cursor<'a>) -> Vec<Node> {
        let outside = std::mem::replace(&mut self.cursor, inside);
        let open = std::mem::take(&mut self.open);
        self.depth += 1;
        let mut nodes = Vec::new();
        if self.depth > DEPTH {
            self.too_deep(inside.span());
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

    fn too_deep(&mut self, span: Span) {
        // Once is enough: what is deeper still follows from it.
        if !self.gave_up {
            let place = self.at(span);
            let diagnostic = Diagnostic::new(Code::TooDeep, place).with("limit", &DEPTH.to_string());
            self.report(diagnostic.help("make a fragment of a part of it, in a `twiml!` of its own"));
        }
        self.gave_up = true;
    }

    /// `{…}`, which may not be empty; a single literal is recognised.
    fn splice(&mut self, inside: Cursor<'a>, span: Span) -> Option<Splice> {
        let place = self.at(span);
        if inside.eof() {
            self.report(Diagnostic::new(Code::EmptyBraces, place).help("write an expression between the braces"));
            return None;
        }
        let literal = self.only_literal(inside);
        Some(Splice { source: self.source.keep(inside.token_stream()), place, literal, constant: false })
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
        Some(self.named(name))
    }

    fn named(&mut self, name: Word) -> Name {
        let Word { text, spans, quoted } = name;
        Name { text, place: self.source.place(spans), unchecked: quoted }
    }

    /// Skips one token and tells how it reads.
    fn skip(&mut self) -> Option<(String, Span)> {
        let (tree, rest) = self.cursor.token_tree()?;
        self.cursor = rest;
        Some((text::typed(&tree), tree.span()))
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

/// A name that may turn out to be none.
struct Word {
    text: String,
    spans: Spans,
    quoted: bool,
}

/// Reads a name without taking it.
fn name(cursor: Cursor<'_>) -> Option<(Word, Cursor<'_>)> {
    if let Some((literal, rest)) = cursor.literal() {
        let syn::Lit::Str(text) = syn::Lit::new(literal) else { return None };
        return Some((Word { text: text.value(), spans: Spans::at(text.span()), quoted: true }, rest));
    }
    let (first, mut rest) = cursor.ident()?;
    let mut text = unraw(&first);
    let mut spans = Spans::at(first.span());
    while let Some((joint, behind)) = rest.punct() {
        if !matches!(joint.as_char(), '-' | ':') {
            break;
        }
        let Some((more, span, behind)) = part(behind) else { break };
        text.push(joint.as_char());
        text.push_str(&more);
        spans = spans.to(span);
        rest = behind;
    }
    Some((Word { text, spans, quoted: false }, rest))
}

/// A part of a name: an identifier or digits.
fn part(cursor: Cursor<'_>) -> Option<(String, Span, Cursor<'_>)> {
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
