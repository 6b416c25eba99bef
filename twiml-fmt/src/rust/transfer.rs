//! The white space of one text around the tokens of another.

use super::laid::{Laid, Pieces};
use crate::{
    compare,
    tokens::{Kind, Tokens},
    tree::Span,
};

/// Lays out `span` of `original` as `laid` is, whose lines are indented by `base` columns. rustfmt may add or take away
/// a comma or a semicolon; that is undone. `None` if it did more.
pub(super) fn transfer(
    original: (&Tokens<'_>, Span),
    laid: (&Tokens<'_>, Span),
    base: usize,
    tab: usize,
) -> Option<Laid> {
    let (tokens, span) = original;
    let (other, to) = (laid.0, laid.1.to);
    let mut pieces = Pieces::default();
    let mut next = laid.1.from;
    for index in span.from..span.to {
        while next < to && !compare::is_same(tokens, index, other, next) && is_filler(other, next) {
            next += 1;
        }
        if next < to && compare::is_same(tokens, index, other, next) {
            if index > span.from {
                if compare::is_joined(tokens, index - 1) != compare::is_joined(other, next - 1) {
                    return None;
                }
                let space = other.source.get(other.end(next - 1)..other.start(next)).unwrap_or_default();
                pieces.space(space, base, tab);
            }
            push(&mut pieces, (tokens, index), (other, next), tab);
            next += 1;
        } else if is_filler(tokens, index) && index > span.from && tokens.kind(index - 1) != Some(Kind::LineComment) {
            pieces.push_token(tokens, index, tab);
        } else {
            return None;
        }
    }
    let rest_is_filler = (next..to).all(|index| is_filler(other, index));
    rest_is_filler.then(|| pieces.finish())
}

/// Comments are moved by rustfmt, all other tokens are as they were.
fn push(pieces: &mut Pieces, original: (&Tokens<'_>, usize), laid: (&Tokens<'_>, usize), tab: usize) {
    let (tokens, index) = original;
    let (other, next) = laid;
    if tokens.kind(index) == Some(Kind::BlockComment) {
        let column = other.column(other.start(next), tab);
        pieces.push(other.text(next), Kind::BlockComment, column);
    } else {
        pieces.push_token(tokens, index, tab);
    }
}

fn is_filler(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is(index, ",") || tokens.is(index, ";")
}
