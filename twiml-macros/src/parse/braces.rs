//! `{…}`: an expression of Rust. It is handed on as it is; that it holds markup, or needs to stay a block, is seen from its
//! tokens.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Literal, LiteralKind, Node, Place, Splice, Statement},
};

use super::{Parser, ahead::ends_value, row::Row, text::joined};
use crate::source::Spans;

/// A longer condition is cut where it is shown.
const LONGEST: usize = 40;

/// Markup where an expression was expected: its first and its last token.
#[derive(Clone, Copy)]
pub(super) struct Found {
    spans: Spans,
    /// It stands in no group of its own, at this number.
    at: Option<usize>,
}

impl Parser<'_> {
    /// `{…}` between tags.
    pub(super) fn spliced(&mut self, group: &Group) -> Node {
        if let Some(found) = markup_in(&group.stream()) {
            return self.markup_in_braces(group, found);
        }
        match self.splice(group) {
            // In braces a number is text like everything else.
            Some(Splice { literal: Some(literal), .. }) => Node::Text(Literal { kind: LiteralKind::String, ..literal }),
            Some(splice) => Node::Splice(splice),
            None => Node::Lost,
        }
    }

    /// `{…}` as a value.
    pub(super) fn spliced_value(&mut self, group: &Group) -> Option<Splice> {
        let tokens = group.stream();
        if tokens.is_empty() {
            let place = self.place(group.span());
            self.report(Diagnostic::new(Code::EmptyBraces, place).help("write an expression between the braces"));
            return None;
        }
        let Some(found) = markup_in(&tokens) else { return self.splice(group) };
        let place = self.source.place(found.spans);
        self.report(Diagnostic::new(Code::MarkupInRust, place).help("a value holds no markup: write an expression"));
        None
    }

    /// `{…}`, which may not be empty; a single literal is recognised.
    fn splice(&mut self, group: &Group) -> Option<Splice> {
        let place = self.place(group.span());
        let tokens = group.stream();
        if tokens.is_empty() {
            let remove = Advice::words("write an expression between the braces, or remove them");
            self.report(Diagnostic::new(Code::EmptyBraces, place).advise(remove.with(vec![Edit::remove(place)])));
            return None;
        }
        if let Some(constant) = constant(&tokens) {
            let literal = self.only_literal(constant.clone());
            return Some(Splice {
                source: self.source.keep(constant),
                place,
                literal,
                constant: true,
                may_jump: false,
            });
        }
        let literal = self.only_literal(tokens.clone());
        let tokens = if is_block(&tokens) { TokenTree::Group(group.clone()).into() } else { tokens };
        let may_jump = may_jump(&tokens);
        Some(Splice { source: self.source.keep(tokens), place, literal, constant: false, may_jump })
    }

    /// Markup in braces is markup all the same, and what is wrong with it is said, too.
    fn markup_in_braces(&mut self, group: &Group, found: Found) -> Node {
        let place = self.source.place(found.spans);
        let diagnostic = Diagnostic::new(Code::MarkupInRust, place);
        let mut row = Row::new(group.stream());
        let (open, close) = (self.place(group.span_open()), self.place(group.span_close()));
        if row.begins_markup(0) {
            let mut edits = vec![Edit::over(open, " "), Edit::over(close, " ")];
            while row.len() == 1
                && let Some(inner) = row.brace(0).cloned()
            {
                edits.extend([inner.span_open(), inner.span_close()].map(|brace| Edit::over(self.place(brace), " ")));
                row = Row::new(inner.stream());
            }
            let what = row
                .control(0)
                .and_then(|keyword| row.ident(keyword))
                .map_or("it".to_owned(), |word| format!("the `{word}`"));
            self.report(diagnostic.advise(Advice::words(format!("remove the braces around {what}")).with(edits)));
            return self.lone_branch(Flow::One, TokenStream::new(), row, group.span_open());
        }
        let and = found.at.and_then(|at| at.checked_sub(2)).filter(|&and| row.behind(and, "&&").is_some());
        let Some(and) = and.filter(|&and| and > 0 && is_condition(&row, and)) else {
            self.report(diagnostic.advise(fragment(place)));
            return Node::Lost;
        };
        let condition = row.tokens(0, and);
        let (_, shown) = joined(&row, 0, and);
        let sign = self.source.place(row.spans(and, and + 2));
        let edits = vec![Edit::over(open, "if "), Edit::over(sign, "{")];
        let markup = Row::new(row.tokens(and + 2, row.len()));
        let shown = if shown.chars().count() > LONGEST { "condition" } else { &shown };
        let advice = format!("if {shown} {{ {} }}", sketch(&markup));
        self.report(diagnostic.advise(Advice::typed("use `if`: write", &advice, edits)));
        self.lone_branch(Flow::Maybe, quote!(if #condition), markup, group.span_open())
    }

    fn lone_branch(&mut self, flow: Flow, header: TokenStream, row: Row, span: Span) -> Node {
        let may_jump = may_jump(&header);
        let (header, source) = (self.source.keep(header), self.source.keep(TokenStream::new()));
        let body = self.deeper(row, span);
        Node::Control(Control { source, flow, may_jump, branches: vec![Branch { header, body }] })
    }

    /// `let name = <Say>…</Say>;`, up to where the markup begins.
    pub(super) fn bound_markup(&mut self, markup: usize) -> Node {
        let binding = self.row.tokens(self.at, markup);
        self.at = markup;
        let (first, mut nodes) = (self.row.span(markup), Vec::new());
        self.markup(&mut nodes);
        let place = self.source.place(Spans::at(first).to(self.row.span(self.at.saturating_sub(1))));
        self.report(Diagnostic::new(Code::MarkupInRust, place).advise(fragment(place)));
        self.eat_punct(';');
        // Something that may stand anywhere, so that no other message follows.
        let tokens = quote!(#binding __twiml::__private::nothing(););
        Node::Statement(Statement { source: self.source.keep(tokens), jumps: false, may_jump: false })
    }
}

/// What makes a fragment of markup.
fn fragment(place: Place) -> Advice {
    let edits = vec![Edit::before(place, "twiml! { "), Edit::after(place, " }")];
    let words = "put `if`, `for` or `match` around the markup instead, or make a fragment of it: `twiml! { … }`";
    Advice::words(words).with(edits)
}

/// Markup as it is shown in an advice: its first element.
fn sketch(row: &Row) -> String {
    match super::name::name(row, 1) {
        Some((name, _)) => format!("<{}>…", name.text),
        None => "…".to_owned(),
    }
}

/// Whether `if` may stand in front of all up to there. What is weaker than `&&` would have to stand in parentheses.
fn is_condition(row: &Row, end: usize) -> bool {
    let is_weak = |at| {
        row.is_punct(at, ';')
            || row.behind(at, "||").is_some()
            || row.ident(at).is_some_and(|word| ["return", "break", "let", "move"].iter().any(|weak| word == weak))
            || row.brace(at).is_some()
            || row.is_punct(at, '=')
                && !row.is_joint(at)
                && !at.checked_sub(1).is_some_and(|before| row.is_joint(before))
    };
    !(0..end).any(is_weak)
}

/// Markup in an expression: `</` and `/>` are never Rust, but in the tokens of another macro they may be anything.
pub(super) fn markup_in(tokens: &TokenStream) -> Option<Found> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let is_macro = || at.checked_sub(1).is_some_and(|before| is_sign(trees.get(before), '!'));
        let found = match tree {
            TokenTree::Punct(sign) if ends_tag(&trees, at, sign.as_char()) => Some(span_of(&trees, at)),
            TokenTree::Group(group) if group.delimiter() != Delimiter::None && !is_macro() => {
                markup_in(&group.stream()).map(|found| Found { at: None, ..found })
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether Rust may leave the code around it. What a macro does nobody knows, other than of those that format.
pub(super) fn may_jump(tokens: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_word = |at: Option<usize>, words: &[&str]| {
        let Some(TokenTree::Ident(word)) = at.and_then(|at| trees.get(at)) else { return false };
        words.iter().any(|other| word == other)
    };
    trees.iter().enumerate().any(|(at, tree)| match tree {
        TokenTree::Ident(_) => is_word(Some(at), &["break", "continue", "return"]),
        TokenTree::Punct(sign) if sign.as_char() == '!' => {
            let is_macro = matches!(trees.get(at + 1), Some(TokenTree::Group(_)));
            let before = at.checked_sub(1);
            is_macro && is_word_at(&trees, before) && !is_word(before, &["format", "format_args", "twiml", "vec"])
        }
        TokenTree::Punct(sign) => sign.as_char() == '?',
        TokenTree::Group(group) => may_jump(&group.stream()),
        TokenTree::Literal(_) => false,
    })
}

fn is_word_at(trees: &[TokenTree], at: Option<usize>) -> bool {
    matches!(at.and_then(|at| trees.get(at)), Some(TokenTree::Ident(_)))
}

fn is_sign(tree: Option<&TokenTree>, sign: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn ends_tag(trees: &[TokenTree], at: usize, sign: char) -> bool {
    match sign {
        '<' => is_sign(trees.get(at + 1), '/') && matches!(trees.get(at + 2), Some(TokenTree::Ident(_))),
        '/' => is_sign(trees.get(at + 1), '>'),
        _ => false,
    }
}

/// From the first tag to the end of the last one.
fn span_of(trees: &[TokenTree], end: usize) -> Found {
    let begins = |&at: &usize| {
        let is_behind_value = at.checked_sub(1).and_then(|before| trees.get(before)).is_some_and(ends_value);
        is_sign(trees.get(at), '<') && !is_behind_value && matches!(trees.get(at + 1), Some(TokenTree::Ident(_)))
    };
    let first = (0..end).find(begins).unwrap_or(end);
    let last = trees.iter().rposition(|tree| is_sign(Some(tree), '>')).unwrap_or(end);
    let span = |at: usize| trees.get(at).map_or_else(Span::call_site, TokenTree::span);
    Found { spans: Spans::at(span(first)).to(span(last)), at: Some(first) }
}

/// What stands behind `const`. A block of Rust with a constant of its own has a `;`, and is something else.
fn constant(tokens: &TokenStream) -> Option<TokenStream> {
    let mut trees = tokens.clone().into_iter();
    let is_const = matches!(trees.next(), Some(TokenTree::Ident(word)) if word == "const");
    let rest: Vec<TokenTree> = if is_const { trees.collect() } else { Vec::new() };
    // In braces, it is the same.
    if let [TokenTree::Group(group)] = &rest[..]
        && group.delimiter() == Delimiter::Brace
        && !group.stream().is_empty()
        && !group.stream().into_iter().any(|tree| is_sign(Some(&tree), ';'))
        && !is_block(&group.stream())
    {
        return Some(group.stream());
    }
    let is_block = rest.iter().any(|tree| is_sign(Some(tree), ';'));
    (!rest.is_empty() && !is_block).then(|| rest.into_iter().collect())
}

/// Whether the braces hold more than one expression, although no `;` stands between: `if i == 1 { break } i`.
fn is_block(tokens: &TokenStream) -> bool {
    let row = Row::new(tokens.clone());
    let parts = |at: usize| {
        row.brace(at).is_some()
            && (row.literal(at + 1).is_some()
                || row.ident(at + 1).is_some_and(|word| !["as", "else", "in"].iter().any(|link| word == link)))
    };
    (0..row.len()).any(parts)
        || row.behind_statement().is_some_and(|behind| !row.is_end(behind) && parts_from(&row, behind))
}

/// Whether a token behind a statement begins something new: a point or a `?` would go on with it.
fn parts_from(row: &Row, at: usize) -> bool {
    row.is_one_of(at, "&*-!|'#<") || matches!(row.get(at), Some(TokenTree::Group(_)))
}

impl Row {
    /// What is behind control flow that has no value, at the beginning of the row.
    fn behind_statement(&self) -> Option<usize> {
        let keyword = self.control(0)?;
        let is_one_of = |words: &[&str]| words.iter().any(|word| self.is_word(keyword, word));
        let behind = self.body(keyword)? + 1;
        (is_one_of(&["for", "while"]) || is_one_of(&["if"]) && !self.is_word(behind, "else")).then_some(behind)
    }
}
