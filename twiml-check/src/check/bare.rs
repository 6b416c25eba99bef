//! Text and values that lack their quotes.

use twiml_core::vocabulary::{self, Kind, Severity, TextPresence};

use super::{Checker, Draft, attribute::Target, content::speaker};
use crate::{
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    literal::check_attribute,
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
    pub(super) fn is_delimited(
        &mut self,
        value: &Literal,
        name: &str,
        row: Option<&'static vocabulary::Attribute>,
        target: Target,
    ) -> bool {
        if value.kind != LiteralKind::Bare {
            return true;
        }
        let draft = Draft::new(Diagnostic::new(Code::UnquotedValue, value.place).with("attribute", name));
        let set = |value| Some(Change::Set { element: target.element, name: target.attribute?, value });
        if let Some(list) = row.and_then(|row| list(&value.text, row.kind)) {
            self.report(draft.changes(set(list)));
            return false;
        }
        let quoted = set(value.text.clone());
        let braces = Change::Braces { place: value.place, rust: value.text.clone() };
        let braces = Some(braces).filter(|_| may_be_rust(&value.text, row));
        self.report(draft.changes(quoted).changes(braces));
        false
    }
}

/// Whether a value may be an expression: no path, no words side by side, and no word with hyphens that the attribute takes.
fn may_be_rust(typed: &str, row: Option<&'static vocabulary::Attribute>) -> bool {
    let are_words = |between: char| {
        let mut parts = typed.split(between);
        let is_word =
            |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        typed.contains(between) && parts.all(is_word)
    };
    let is_taken = || {
        let mut problems = row.into_iter().flat_map(|row| check_attribute(row, typed));
        row.is_some() && !problems.any(|problem| problem.severity == Severity::Error)
    };
    !(typed.starts_with(['/', '.']) || are_words(' ') || are_words('-') && is_taken())
}

/// Strings in brackets as the attribute takes them: one string, with blanks or commas between its parts.
fn list(typed: &str, kind: Kind) -> Option<String> {
    let between = match kind {
        Kind::EnumSet(_) => " ",
        Kind::CommaList => ",",
        _ => return None,
    };
    let typed = typed.trim_start_matches("vec!").trim_start_matches('&').strip_prefix('[')?.strip_suffix(']')?;
    let parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
    let texts = parts.map(|part| part.strip_prefix('"')?.strip_suffix('"')).collect::<Option<Vec<_>>>()?;
    Some(texts.join(between))
}

/// Words of Rust that are no expression by themselves.
const KEYWORDS: [&str; 32] = [
    "as", "async", "await", "const", "crate", "dyn", "else", "enum", "extern", "fn", "for", "if", "impl", "in", "let",
    "loop", "match", "mod", "move", "mut", "pub", "ref", "static", "struct", "super", "trait", "type", "unsafe", "use",
    "where", "while", "yield",
];

/// A word may be the name of something, and what leaves the code around may be Rust.
fn rust(text: &Literal) -> Option<Change> {
    let mut words = text.text.trim().split(' ');
    let first = words.next().unwrap_or_default();
    if KEYWORDS.contains(&first) {
        return None;
    }
    let is_name = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_lowercase() || sign == '_')
            && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '_' | '.'))
            && !word.ends_with('.')
    };
    // Of more words, a label is Rust behind `break`, and one word or a call behind `return`.
    let is_jump = match (first, words.clone().next(), words.clone().nth(1)) {
        ("return", Some(value), None) => is_name(value) || value.ends_with(')'),
        ("break" | "continue", Some(label), None) => label.starts_with('\''),
        _ => false,
    };
    let is_rust = text.kind == LiteralKind::Bare && (is_jump || is_name(first) && words.next().is_none());
    is_rust.then(|| Change::Braces { place: text.place, rust: text.text.trim().to_owned() })
}
