//! Comments stay behind what they stood behind.

use std::collections::HashMap;

use super::Layout;
use crate::{
    document::Document,
    tokens::{Kind, Tokens},
    tree::{Comment, CommentKind, Span},
};

impl<'a> Layout<'a, '_, '_> {
    pub(super) fn comment(&self, comment: Comment) -> Document<'a> {
        let first = comment.span.from;
        match self.tokens.kind(first) {
            Some(Kind::LineComment) => {
                let mark = self.marks.get(&first).copied().filter(|_| comment.breaks == 0);
                Document::behind(self.tokens.text(first).trim_end(), mark)
            }
            Some(Kind::BlockComment) => Document::comment(self.tokens.text(first), self.column(first)),
            // Of XML: it is made of tokens.
            _ => self.as_it_is(comment.span),
        }
    }

    /// Comments where Rust expects a word: each behind what stands before it, or on a line of its own if it had one.
    /// Whether what follows must stand on the next line.
    pub(super) fn comments_between(&self, comments: &[Comment], parts: &mut Vec<Document<'a>>) -> bool {
        for comment in comments {
            if comment.breaks > 0 {
                parts.push(Document::hard());
            } else if comment.kind == CommentKind::Block {
                parts.push(Document::text(" "));
            }
            parts.push(self.comment(*comment));
        }
        comments.last().is_some_and(|last| last.kind == CommentKind::Line || last.breaks > 0)
    }

    /// The same, and the blank or the line break behind them.
    pub(super) fn comments_before_word(&self, comments: &[Comment], parts: &mut Vec<Document<'a>>) {
        let breaks = self.comments_between(comments, parts);
        parts.push(if breaks { Document::hard() } else { Document::text(" ") });
    }
}

/// Comments at the ends of lines that stand in one column, one after the other, belong under one another.
pub(super) fn marks(tokens: &Tokens<'_>, span: Span, tab: usize) -> HashMap<usize, usize> {
    let mut marks = HashMap::new();
    let mut run: Vec<(usize, bool)> = Vec::new();
    let mut run_column = 0;
    let mut end = |run: &mut Vec<(usize, bool)>| {
        // Where each stands one blank behind its line, that they are in one column means nothing.
        if run.len() > 1 && run.iter().any(|(_, is_apart)| *is_apart) {
            let mark = run.first().map_or(0, |(index, _)| *index);
            marks.extend(run.iter().map(|(index, _)| (*index, mark)));
        }
        run.clear();
    };
    for index in span.from.max(1)..span.to {
        let Some(token) = tokens.list.get(index).filter(|token| token.kind == Kind::LineComment) else { continue };
        if token.breaks > 0 {
            continue;
        }
        let column = tokens.column(token.start, tab);
        if column != run_column {
            end(&mut run);
        }
        run_column = column;
        run.push((index, token.start - tokens.end(index - 1) > 1));
    }
    end(&mut run);
    marks
}
