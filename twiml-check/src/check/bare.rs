//! Text and values that lack their quotes.

use twiml_core::vocabulary::{self, TextPresence};

use super::{Checker, Draft, attribute::Target, content::speaker};
use crate::{
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    tree::{Literal, LiteralKind},
};

impl Checker {
    /// Whether a text has its quotes.
    pub(super) fn is_quoted(&mut self, text: &Literal, row: Option<&'static vocabulary::Element>) -> bool {
        let code = match text.kind {
            LiteralKind::String => return true,
            LiteralKind::Bare => Code::BareText,
            LiteralKind::Number | LiteralKind::Boolean => Code::TextLiteral,
        };
        let draft = Draft::new(Diagnostic::new(code, text.place)).changes(rust(text));
        let draft = draft.change(Change::WriteText { text: text.place, to: text.text.clone() });
        let Some(row) = row.filter(|row| row.text.presence == TextPresence::None) else {
            self.report(draft);
            return false;
        };
        let wrap = speaker(row).map(|child| Change::WrapText {
            text: text.place,
            into: child.name,
            content: Some(text.text.clone()),
        });
        self.report(draft.changes(wrap).change(Change::RemoveText { text: text.place }));
        false
    }

    /// Whether a value has its quotes or braces.
    pub(super) fn is_delimited(&mut self, value: &Literal, name: &str, target: Target) -> bool {
        if value.kind != LiteralKind::Bare {
            return true;
        }
        let draft = Draft::new(Diagnostic::new(Code::UnquotedValue, value.place).with("attribute", name));
        let quoted =
            target.attribute.map(|name| Change::Set { element: target.element, name, value: value.text.clone() });
        let braces = Change::Braces { place: value.place, rust: value.text.clone() };
        self.report(draft.changes(quoted).change(braces));
        false
    }
}

/// A word may be the name of something, and what leaves the code around is Rust for certain.
fn rust(text: &Literal) -> Option<Change> {
    let mut words = text.text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_name = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_lowercase() || sign == '_')
            && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '_' | '.'))
            && !word.ends_with('.')
    };
    let is_jump = ["return", "break", "continue"].contains(&first);
    let is_rust = text.kind == LiteralKind::Bare && (is_jump || is_name(first) && words.next().is_none());
    is_rust.then(|| Change::Braces { place: text.place, rust: text.text.clone() })
}
