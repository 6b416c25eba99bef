//! Strings that are not what they look like: names between braces, and speech markup.

use twiml_core::vocabulary;

use super::{Checker, Draft};
use crate::{
    catalogue::Code,
    change::{Change, Piece},
    diagnostic::Diagnostic,
    notation::Notation,
    tree::Literal,
};

impl Checker {
    /// Warns of names between braces in a literal, and offers to fill them in.
    pub(super) fn braces(&mut self, literal: &Literal, filled: Option<Change>) {
        let Some(name) = names(&literal.text).next().filter(|_| !literal.meant) else { return };
        let diagnostic = Diagnostic::new(Code::BracesInText, literal.place).with("name", &format!("{{{name}}}"));
        let draft = Draft::new(self.meant(diagnostic)).changes(filled);
        // A string of Rust is always filled in.
        self.report(draft.otherwise(format!("write `{{{{{name}}}}}` if a template fills it in")));
    }

    /// The same of a text, which is split.
    pub(super) fn braces_in_text(&mut self, text: &Literal) {
        self.braces(text, Some(Change::Split { text: text.place, pieces: pieces(&text.text) }));
    }

    /// Warns of speech markup in a text: it would be read aloud as it stands.
    pub(super) fn markup_in_text(&mut self, text: &Literal) {
        if text.meant {
            return;
        }
        if let Some(tag) = speech_markup(&text.text) {
            let diagnostic = Diagnostic::new(Code::MarkupInText, text.place).with("tag", &format!("<{tag}"));
            let help = match self.context.notation {
                Notation::Rust => "end the string before it, and write it as markup",
                Notation::Xml => "write it as markup",
            };
            self.report(Draft::new(self.meant(diagnostic)).otherwise(help));
        }
    }

    /// Says how to say that it is meant.
    fn meant(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.context.notation {
            Notation::Rust => diagnostic.note("write it as `{\"…\"}` if it is meant"),
            Notation::Xml => diagnostic,
        }
    }
}

/// Names of Rust between braces, as `format!` would take them.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        is_path(name).then_some(name)
    })
}

fn is_path(name: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && word.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_')
    };
    name.split('.').all(is_word)
}

/// The text cut at the names.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut parts = text.split('{');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) if is_path(name) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Name(name.to_owned()));
                plain.push_str(rest);
            }
            _ => {
                plain.push('{');
                plain.push_str(part);
            }
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// The name of an element that begins in the text.
fn speech_markup(text: &str) -> Option<&'static str> {
    text.split('<').skip(1).find_map(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest.find([' ', '/', '>'])?;
        let name = rest.get(..end)?;
        vocabulary::named(name).next().map(|row| row.name)
    })
}
