//! Whether two sources have the same tokens.

use crate::{
    problem::{Place, Problem, ProblemKind},
    tokens::{Kind, Tokens},
};

/// Two characters that are another operator without a blank between them. Those of tags (`<`, `>`, `/`) are left out,
/// which `twiml!` reads one by one.
const JOINED: [&str; 15] = ["==", "!=", "+=", "-=", "*=", "^=", "%=", "&=", "|=", "..", "::", "=>", "->", "&&", "||"];

/// Compares all tokens, and comments as tokens of their own.
pub(crate) fn compare(before: &str, after: &str) -> Result<(), Problem> {
    let fault = |offset: usize, what: &str| {
        let message = format!("the layout would have {what} here; please report it");
        Err(Problem::new(ProblemKind::Layout, Place::of(before, offset), message))
    };
    let tokens = Tokens::read(before)?;
    let Ok(laid) = Tokens::read(after) else { return fault(0, "broken a token") };
    for index in 0..tokens.list.len().max(laid.list.len()) {
        if !is_same(&tokens, index, &laid, index) {
            return fault(tokens.start(index), "changed a token");
        }
        if is_joined(&tokens, index) != is_joined(&laid, index) {
            return fault(tokens.start(index), "changed an operator");
        }
    }
    Ok(())
}

/// Whether two tokens are the same; comments are if their words are.
pub(crate) fn is_same(left: &Tokens<'_>, index: usize, right: &Tokens<'_>, other: usize) -> bool {
    let (Some(kind), Some(other_kind)) = (left.kind(index), right.kind(other)) else { return false };
    let (text, other_text) = (left.text(index), right.text(other));
    kind == other_kind
        && match kind {
            Kind::LineComment => text.trim_end() == other_text.trim_end(),
            Kind::BlockComment => {
                text == other_text || text.lines().map(str::trim).eq(other_text.lines().map(str::trim))
            }
            _ => text == other_text,
        }
}

/// Whether a token and the next one are one operator.
pub(crate) fn is_joined(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.end(index) == tokens.start(index + 1) && {
        let pair = tokens.source.get(tokens.start(index)..tokens.end(index + 1)).unwrap_or_default();
        tokens.kind(index) == Some(Kind::Punct) && JOINED.contains(&pair)
    }
}
