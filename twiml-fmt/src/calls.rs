//! Where a source calls `twiml!`.

use std::collections::HashSet;

use crate::tokens::{Kind, Tokens};

/// A call, by the indices of its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call {
    pub(crate) name: usize,
    pub(crate) bang: usize,
    pub(crate) open: usize,
    pub(crate) close: usize,
    /// How many calls it stands in.
    pub(crate) level: usize,
    /// It stands in a macro's definition: what is in it need not be markup before the macro is called.
    pub(crate) is_template: bool,
}

/// All calls, by whatever path, in the order of the source; none that `#[rustfmt::skip]` keeps as they are.
pub(crate) fn find(tokens: &Tokens<'_>) -> Vec<Call> {
    let names = names(tokens);
    let mut calls = Vec::new();
    // The ends of what is open: calls, definitions of macros, and what is to be skipped.
    let (mut around, mut definitions, mut skipped) = (Vec::new(), 0, 0);
    for index in 0..tokens.list.len() {
        while around.last().is_some_and(|&close| close < index) {
            around.pop();
        }
        skipped = skipped.max(skip_end(tokens, index).unwrap_or_default());
        definitions = definitions.max(definition_end(tokens, index).unwrap_or_default());
        if tokens.kind(index) != Some(Kind::Name) || !names.contains(tokens.text(index)) || index < skipped {
            continue;
        }
        let bang = next_word(tokens, index);
        let open = next_word(tokens, bang);
        if !tokens.is(bang, "!") || tokens.kind(open) != Some(Kind::Open) {
            continue;
        }
        let close = tokens.list.get(open).map_or(open, |open| open.partner);
        let is_template = index < definitions;
        calls.push(Call { name: index, bang, open, close, level: around.len(), is_template });
        around.push(close);
    }
    calls
}

/// The index of the next token that is no comment.
fn next_word(tokens: &Tokens<'_>, index: usize) -> usize {
    let mut next = index + 1;
    while tokens.list.get(next).is_some_and(crate::tokens::Token::is_comment) {
        next += 1;
    }
    next
}

/// `twiml`, and the names that `use …::twiml as name` gives it.
fn names<'a>(tokens: &Tokens<'a>) -> HashSet<&'a str> {
    let mut names = HashSet::from(["twiml"]);
    for index in 1..tokens.list.len() {
        let is_renamed = tokens.is(index, "twiml") && tokens.is(index + 1, "as");
        if is_renamed && matches!(tokens.text(index - 1), ":" | "{" | ",") && tokens.kind(index + 2) == Some(Kind::Name)
        {
            names.insert(tokens.text(index + 2));
        }
    }
    names
}

/// Where what `#[rustfmt::skip]` stands before ends, if that attribute begins here.
fn skip_end(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    if !tokens.is(index, "#") {
        return None;
    }
    let is_inner = tokens.is(index + 1, "!");
    let open = index + 1 + usize::from(is_inner);
    let skips = |at: usize| {
        let words = ["rustfmt", ":", ":", "skip"];
        words.iter().enumerate().all(|(ahead, word)| tokens.is(at + ahead, word)) && !tokens.is(at + 4, ":")
    };
    let close = tokens.list.get(open).filter(|_| tokens.is(open, "["))?.partner;
    let is_conditional = tokens.is(open + 1, "cfg_attr") && (open..close).any(skips);
    if !skips(open + 1) && !is_conditional {
        return None;
    }
    if is_inner {
        return Some(tokens.list.len());
    }
    let mut at = close + 1;
    while let Some(token) = tokens.list.get(at) {
        match tokens.text(at) {
            ";" | "," => return Some(at),
            _ if token.kind == Kind::Close => return Some(at),
            "{" => return Some(token.partner),
            _ if token.kind == Kind::Open => at = token.partner + 1,
            _ => at += 1,
        }
    }
    None
}

/// Where the definition of a macro ends, if it begins here.
fn definition_end(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let open = match tokens.text(index) {
        "macro_rules" if tokens.is(index + 1, "!") => index + 3,
        "macro" if tokens.kind(index + 1) == Some(Kind::Name) => {
            let behind = index + 2;
            if tokens.is(behind, "(") { tokens.list.get(behind)?.partner + 1 } else { behind }
        }
        _ => return None,
    };
    tokens.list.get(open).filter(|open| open.kind == Kind::Open).map(|open| open.partner)
}
