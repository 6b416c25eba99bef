//! Text that lacks its quotes.

use proc_macro2::{Span, TokenTree};
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Literal, LiteralKind},
};

use super::{Parser, row::Row};
use crate::source::Spans;

/// A token as it was typed.
pub(super) fn typed(tree: &TokenTree) -> String {
    match tree {
        TokenTree::Group(_) | TokenTree::Literal(_) => tree.span().source_text().unwrap_or_else(|| tree.to_string()),
        // Both halves of a lifetime have the place of the whole.
        TokenTree::Ident(_) | TokenTree::Punct(_) => tree.to_string(),
    }
}

impl Parser<'_> {
    /// Whether what comes next can only be text without its quotes.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        if self.row.literal(at).is_some() {
            return !self.row.is_string(at);
        }
        let ends = self.row.is_end(at) || self.row.is_one_of(at, "<,") || self.row.block(at).is_some();
        !ends && !self.row.begins_rust(at)
    }

    /// `$` before braces, where the value of an attribute stands.
    pub(super) fn skip_dollar(&mut self) {
        if self.row.is_punct(self.at, '$') && self.row.brace(self.at + 1).is_some() {
            self.at += 1;
            self.report_sign(self.at - 1);
        }
    }

    /// A sign of other languages of templates before what is right without it: `${name}`, `@if`.
    fn report_sign(&mut self, at: usize) -> bool {
        let Some(sign) = self.row.punct(at).map(proc_macro2::Punct::as_char) else { return false };
        let right = if let Some(group) = self.row.brace(at + 1).filter(|_| "$#@".contains(sign)) {
            typed(&TokenTree::Group(group.clone()))
        } else if "@#%".contains(sign) && self.row.begins_rust(at + 1) {
            self.row.get(at + 1).map(typed).unwrap_or_default()
        } else {
            return false;
        };
        let place = self.place(self.row.span(at));
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "an element, a string or `{…}`");
        let advice = Advice::words(format!("write `{right}` without the `{sign}`")).with(vec![Edit::remove(place)]);
        self.report(diagnostic.with("found", &sign.to_string()).advise(advice));
        true
    }

    /// Tokens where only markup may stand: text that lacks its quotes, as a whole.
    pub(super) fn bare_text(&mut self) -> Option<Literal> {
        let start = self.at;
        while !self.is_end()
            && !self.is_one_of("<")
            && !self.row.is_string(self.at)
            && self.row.block(self.at).is_none()
            && (self.at == start || !self.row.begins_rust(self.at))
        {
            self.at += 1;
        }
        if self.at == start {
            // A token that no branch takes must still be passed, or the parser would stand still.
            self.at += 1;
            return None;
        }
        if self.at == start + 1 && self.report_sign(start) {
            return None;
        }
        let (spans, words) = joined(&self.row, start, self.at);
        let place = self.source.place(spans);
        let diagnostic = if words.ends_with(':') {
            let diagnostic = Diagnostic::new(Code::BareText, place).help(format!("write \"{words}//…\""));
            diagnostic.note("Rust takes `//` outside of quotes for a comment: the rest of the line is lost")
        } else if words.contains(char::is_alphanumeric) {
            let text = self.with_blanks(start, &words);
            return Some(Literal { text, kind: LiteralKind::Bare, place, meant: false });
        } else {
            let expected = "an element, a string or `{…}`";
            let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", expected);
            let remove = Advice::typed("remove", &words, vec![Edit::remove(place)]);
            diagnostic.with("found", &words).advise(remove)
        };
        self.report(diagnostic);
        None
    }

    /// Words that end where the parser is, with the blanks between them and the braces beside them: `Hello {name}`.
    fn with_blanks(&self, start: usize, words: &str) -> String {
        let between = |before: usize, after: usize, braces: usize| {
            self.row.block(braces)?;
            let (before, after) = (self.row.get(before)?.span(), self.row.get(after)?.span());
            (before.end().line == after.start().line).then(|| gap(before, after)).flatten()
        };
        let leading = start.checked_sub(1).and_then(|before| between(before, start, before)).unwrap_or(0);
        let trailing = between(self.at - 1, self.at, self.at).unwrap_or(0);
        format!("{}{words}{}", " ".repeat(leading), " ".repeat(trailing))
    }
}

/// Tokens as they were typed.
#[derive(Default)]
struct Words {
    text: String,
    last: Option<Span>,
    /// The next token stands close to the last one.
    joint: bool,
}

impl Words {
    fn push(&mut self, tree: &TokenTree) {
        let blanks = self.last.map(|last| gap(last, tree.span()).unwrap_or_else(|| self.probable_gap(tree)));
        self.text.extend(std::iter::repeat_n(' ', blanks.unwrap_or(0)));
        self.text.push_str(&typed(tree));
        self.last = Some(tree.span());
        self.joint = matches!(tree, TokenTree::Punct(punct) if punct.spacing() == proc_macro2::Spacing::Joint);
    }

    /// How it is usually typed, where the place of a token is not known.
    fn probable_gap(&self, tree: &TokenTree) -> usize {
        let closes = matches!(tree, TokenTree::Punct(punct) if ",.;:!?%'".contains(punct.as_char()));
        usize::from(!self.joint && !closes && !self.text.ends_with(['(', '$', '#', '@', '/', '-']))
    }
}

/// The blanks between two tokens, if their places tell. Lines are joined by one.
fn gap(before: Span, after: Span) -> Option<usize> {
    let (end, start) = (before.end(), after.start());
    // An editor knows no places: they are all the same.
    let is_known = before.start() != end && start != after.end();
    if end.line == start.line {
        start.column.checked_sub(end.column).filter(|_| is_known)
    } else {
        (is_known && end.line < start.line).then_some(1)
    }
}

/// Whether a token stands close to the one before it.
pub(super) fn is_close(row: &Row, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    before.zip(row.get(at)).is_some_and(|(before, tree)| gap(before.span(), tree.span()) == Some(0))
}

/// The place of tokens and how they read.
pub(super) fn joined(row: &Row, from: usize, to: usize) -> (Spans, String) {
    let mut words = Words::default();
    (from..to).filter_map(|at| row.get(at)).for_each(|tree| words.push(tree));
    (row.spans(from, to), words.text)
}
