//! Habits from XML, from templates and from other macros, where only markup may stand: each gets one message that says what to
//! write here.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Literal, LiteralKind, Node, Statement},
};

use super::{
    Parser,
    braces::markup_in,
    row::Row,
    text::{joined, typed},
};

/// Macros that format, and what they format is the text that was meant.
const FORMATTING: [&str; 5] = ["format", "print", "println", "eprint", "eprintln"];

impl Row {
    /// What is behind a call of a macro, and the number of its name.
    fn macro_call(&self, at: usize) -> Option<(usize, usize)> {
        let mut name = at;
        while self.ident(name).is_some()
            && let Some(next) = self.behind(name + 1, "::")
        {
            name = next;
        }
        let is_call = self.ident(name).is_some()
            && self.is_punct(name + 1, '!')
            && matches!(self.get(name + 2), Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None);
        is_call.then_some((name + 3, name))
    }

    /// The `else` of a `let` that begins here, if markup stands behind it.
    fn else_with_markup(&self, at: usize) -> Option<usize> {
        let is_far = |&at: &usize| self.is_one_of(at, ";<");
        let end = self.ahead().semicolon(at).or_else(|| (at..self.len()).find(is_far)).unwrap_or(self.len());
        let is_else = |&at: &usize| {
            self.is_word(at, "else") && self.brace(at + 1).is_some_and(|body| markup_in(&body.stream()).is_some())
        };
        (at..end).find(is_else)
    }

    /// `<` of the markup that a `let` which begins here is to name.
    fn bound_markup(&self, at: usize) -> Option<usize> {
        let value = self.ahead().assigned(at).filter(|_| self.ahead().semicolon(at).is_none())?;
        (self.is_punct(value, '<') && self.ident(value + 1).is_some()).then_some(value)
    }
}

impl Parser<'_> {
    /// `let` where it is no statement of Rust; `None` if it is one.
    pub(super) fn binding(&mut self) -> Option<Node> {
        if let Some(keyword) = self.row.else_with_markup(self.at) {
            return Some(self.binding_with_else(keyword));
        }
        let markup = self.row.bound_markup(self.at)?;
        Some(self.bound_markup(markup))
    }

    /// `let … else { <Hangup/> };`
    fn binding_with_else(&mut self, keyword: usize) -> Node {
        let place = self.place(self.row.span(keyword));
        let (_, binding) = joined(&self.row, self.at, keyword);
        let advice =
            format!("use `if let`: `if {binding} {{ … }} else {{ … }}`, with what comes after it in the braces");
        self.report(Diagnostic::new(Code::LetElse, place).help(advice));
        let binding = self.row.tokens(self.at, keyword);
        self.at = keyword + 2;
        self.eat_punct(';');
        // The names that it binds are known behind it all the same.
        let tokens = quote!(#binding else { ::core::unreachable!() };);
        Node::Statement(Statement { source: self.source.keep(tokens), jumps: false, may_jump: true })
    }

    /// `else` where no `if` is before it: behind a loop, for one.
    pub(super) fn loose_else(&mut self, nodes: &mut Vec<Node>) {
        let is_loop = |node: &Node| matches!(node, Node::Control(Control { flow: Flow::Repeat | Flow::Loop, .. }));
        let help = if nodes.last().is_some_and(is_loop) {
            "write what comes instead of the loop in an `if` of its own: `if values.is_empty() { … }`"
        } else {
            "write an `if`: `if condition { … }`"
        };
        let place = self.place(self.row.span(self.at));
        self.report(Diagnostic::new(Code::LooseElse, place).help(help));
        self.at += 1;
        if let Some(group) = self.row.brace(self.at).cloned() {
            self.at += 1;
            let (header, source) = (self.source.keep(quote!(if true)), self.source.keep(TokenStream::new()));
            let branches = vec![Branch { header, body: self.block(&group) }];
            nodes.push(Node::Control(Control { source, flow: Flow::Maybe, may_jump: false, branches }));
        }
    }

    pub(super) fn is_loose_else(&self) -> bool {
        self.row.is_word(self.at, "else")
            && (self.row.brace(self.at + 1).is_some() || self.row.is_word(self.at + 1, "if"))
    }

    /// `<![CDATA[…]]>` and `<!DOCTYPE …>`; false if it is neither.
    pub(super) fn declaration(&mut self, nodes: &mut Vec<Node>) -> bool {
        let Some(inside) = self.row.behind(self.at, "<!") else { return false };
        let start = self.at;
        if let Some(section) = self.row.group(inside, Delimiter::Bracket).cloned() {
            self.at = inside + 1;
            self.eat_punct('>');
            let place = self.source.place(self.row.spans(start, self.at));
            let text = section_text(&section);
            let quoted = format!("{text:?}");
            let write = Advice::quoted("write", &quoted, vec![Edit::over(place, quoted.clone())]);
            self.report(Diagnostic::new(Code::CharacterData, place).advise(write));
            nodes.push(Node::Text(Literal { text, kind: LiteralKind::String, place, meant: true }));
            return true;
        }
        if self.row.ident(inside).is_none() {
            return false;
        }
        let name = self.row.get(inside).map(typed).unwrap_or_default();
        self.at = inside;
        while !self.is_end() && !self.is_one_of("<") && self.eat_punct('>').is_none() {
            self.at += 1;
        }
        let place = self.source.place(self.row.spans(start, self.at));
        let remove = Advice::words("remove it");
        self.report(
            Diagnostic::new(Code::Declaration, place)
                .with("name", &name)
                .advise(remove.with(vec![Edit::remove(place)])),
        );
        true
    }

    /// A call of a macro where text stands: it belongs in braces, and what formats need not make a string.
    pub(super) fn macro_text(&mut self) -> Option<Node> {
        let start = self.at;
        let (behind, name) = self.row.macro_call(start)?;
        let (whole, path) = (self.source.place(self.row.spans(start, behind)), self.row.spans(start, name + 1));
        let path = self.source.place(path);
        let (_, shown) = joined(&self.row, start, behind);
        let formats = self.row.ident(name).is_some_and(|name| FORMATTING.iter().any(|macro_name| name == macro_name));
        let arguments = self.row.get(behind - 1).map(typed).unwrap_or_default();
        let (shown, edits) = if formats {
            (format!("{{format_args!{arguments}}}"), vec![Edit::over(path, "{format_args"), Edit::after(whole, "}")])
        } else {
            (format!("{{{shown}}}"), vec![Edit::before(whole, "{"), Edit::after(whole, "}")])
        };
        self.report(Diagnostic::new(Code::LooseMacro, whole).advise(Advice::typed("write", &shown, edits)));
        self.at = behind;
        Some(Node::Lost)
    }
}

/// What stands between `<![CDATA[` and `]]>`, as it was typed where that is known.
fn section_text(section: &proc_macro2::Group) -> String {
    let row = Row::new(section.stream());
    match row.group(1, Delimiter::Bracket) {
        Some(inner) => match inner.span().source_text() {
            Some(text) => text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(&text).to_owned(),
            None => {
                let inner = Row::new(inner.stream());
                joined(&inner, 0, inner.len()).1
            }
        },
        None => joined(&row, 0, row.len()).1,
    }
}
