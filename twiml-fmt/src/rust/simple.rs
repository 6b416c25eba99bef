//! Short Rust whose layout leaves no choice: names, fields, calls, comparisons. It is spelled without rustfmt, as rustfmt
//! would.

use super::Form;
use crate::{
    tokens::{Kind, Tokens},
    tree::Span,
};

/// Columns that are left free for what stands around it.
pub(super) const ROOM: usize = 24;

/// Words that are no operands.
const KEYWORDS: [&str; 35] = [
    "as", "async", "await", "box", "break", "const", "continue", "dyn", "else", "enum", "extern", "fn", "for", "gen",
    "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct",
    "trait", "type", "unsafe", "use", "where", "while", "yield",
];

const OPERATORS: [&str; 14] = ["==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "&"];

/// The text on one line; `None` if it is not that simple.
pub(super) fn spell(form: Form, tokens: &Tokens<'_>, span: Span) -> Option<String> {
    let mut speller = Speller { tokens, at: span.from, end: span.to, out: String::new() };
    match form {
        Form::Content => speller.expression()?,
        Form::Header | Form::Else => speller.header()?,
        Form::Match => {
            speller.word("match")?;
            speller.expression()?;
        }
        Form::Pattern => speller.arm()?,
        Form::Statement => speller.statement()?,
        Form::Attribute => speller.attribute()?,
    }
    (speller.at == speller.end).then_some(speller.out)
}

struct Speller<'t, 's> {
    tokens: &'t Tokens<'s>,
    at: usize,
    end: usize,
    out: String,
}

impl<'s> Speller<'_, 's> {
    fn text(&self) -> &'s str {
        if self.at < self.end { self.tokens.text(self.at) } else { "" }
    }

    fn kind(&self) -> Option<Kind> {
        if self.at < self.end { self.tokens.kind(self.at) } else { None }
    }

    fn take(&mut self) {
        self.out.push_str(self.text());
        self.at += 1;
    }

    /// Takes an operand.
    fn take_operand(&mut self) -> Option<()> {
        if !self.is_operand() {
            return None;
        }
        if self.text() == "$" {
            self.take();
        }
        self.take();
        (self.at <= self.end).then_some(())
    }

    /// Takes this token if it comes next.
    fn eat(&mut self, text: &str) -> bool {
        let found = self.text() == text;
        if found {
            self.take();
        }
        found
    }

    fn expect(&mut self, text: &str) -> Option<()> {
        self.eat(text).then_some(())
    }

    /// Takes a word and writes a blank behind it.
    fn word(&mut self, text: &str) -> Option<()> {
        self.expect(text)?;
        self.out.push(' ');
        Some(())
    }

    fn is_operand(&self) -> bool {
        match self.kind() {
            // A variable of a macro.
            Some(Kind::Punct) => self.text() == "$" && self.tokens.kind(self.at + 1) == Some(Kind::Name),
            Some(Kind::Name) => !KEYWORDS.contains(&self.text()),
            Some(Kind::Text | Kind::Literal) => !self.text().contains('\n'),
            _ => false,
        }
    }

    fn expression(&mut self) -> Option<()> {
        loop {
            self.operand()?;
            let Some(operator) = self.operator() else { return Some(()) };
            self.out.push(' ');
            self.out.push_str(operator);
            self.out.push(' ');
            self.at += operator.len();
        }
    }

    /// The operator that comes next; none that is the beginning of another one.
    fn operator(&self) -> Option<&'static str> {
        let start = self.tokens.start(self.at);
        let mut end = self.at;
        while end < self.end
            && self.tokens.kind(end) == Some(Kind::Punct)
            && (end == self.at || self.tokens.end(end - 1) == self.tokens.start(end))
        {
            end += 1;
        }
        let found = self.tokens.source.get(start..self.tokens.end(end.checked_sub(1)?))?;
        OPERATORS.into_iter().find(|operator| *operator == found)
    }

    fn operand(&mut self) -> Option<()> {
        let is_prefix = matches!(self.text(), "&" | "!" | "-" | "*");
        if is_prefix {
            let is_reference = self.text() == "&";
            self.take();
            if is_reference && self.text() == "mut" {
                self.word("mut")?;
            }
        }
        let may_be_path = self.kind() == Some(Kind::Name);
        self.take_operand()?;
        self.suffixes(may_be_path)
    }

    /// Fields, calls, indices and `?`.
    fn suffixes(&mut self, mut is_path: bool) -> Option<()> {
        loop {
            match self.text() {
                ":" if is_path && self.pair(":") && self.tokens.kind(self.at + 2) == Some(Kind::Name) => {
                    self.take();
                    self.take();
                    self.take_operand()?;
                }
                "." if !self.pair(".") => {
                    is_path = false;
                    self.take();
                    if !self.eat("await") {
                        self.take_operand()?;
                    }
                }
                "!" if is_path && self.tokens.is(self.at + 1, "(") && self.at + 1 < self.end => {
                    self.take();
                    self.arguments()?;
                    is_path = false;
                }
                "(" => {
                    self.arguments()?;
                    is_path = false;
                }
                "?" => {
                    self.take();
                    is_path = false;
                }
                _ => return Some(()),
            }
        }
    }

    /// Whether the next token and the one behind it are `text` both, or an operator that begins so.
    fn pair(&self, text: &str) -> bool {
        self.tokens.is(self.at + 1, text)
            && self.at + 1 < self.end
            && self.tokens.end(self.at) == self.tokens.start(self.at + 1)
    }

    fn arguments(&mut self) -> Option<()> {
        self.expect("(")?;
        while !self.eat(")") {
            self.expression()?;
            if self.text() != ")" {
                self.word(",")?;
                if self.text() == ")" {
                    return None;
                }
            }
        }
        Some(())
    }

    fn header(&mut self) -> Option<()> {
        match self.text() {
            "loop" => return self.expect("loop"),
            "for" => {
                self.word("for")?;
                self.pattern()?;
                self.out.push(' ');
                self.word("in")?;
            }
            word @ ("if" | "while") => {
                self.word(word)?;
                if self.text() == "let" {
                    self.word("let")?;
                    self.pattern()?;
                    self.out.push(' ');
                    self.assignment()?;
                }
            }
            _ => return None,
        }
        self.expression()
    }

    /// `=`, and no operator that begins so.
    fn assignment(&mut self) -> Option<()> {
        if self.pair("=") {
            return None;
        }
        self.word("=")
    }

    fn pattern(&mut self) -> Option<()> {
        if self.text() == "(" {
            return self.patterns(2);
        }
        self.eat("&");
        self.take_operand()?;
        while self.text() == ":" && self.pair(":") {
            self.take();
            self.take();
            self.take_operand()?;
        }
        if self.text() == "(" { self.patterns(1) } else { Some(()) }
    }

    /// At least so many patterns in parentheses.
    fn patterns(&mut self, least: usize) -> Option<()> {
        self.expect("(")?;
        for number in 1.. {
            self.pattern()?;
            if self.text() == ")" && number >= least {
                break;
            }
            self.word(",")?;
        }
        self.expect(")")
    }

    fn arm(&mut self) -> Option<()> {
        self.pattern()?;
        while self.text() == "|" && !self.pair("|") {
            self.out.push(' ');
            self.word("|")?;
            self.pattern()?;
        }
        if self.text() == "if" {
            self.out.push(' ');
            self.word("if")?;
            self.expression()?;
        }
        Some(())
    }

    fn statement(&mut self) -> Option<()> {
        match self.text() {
            "break" | "continue" => {
                self.take();
                if self.kind() == Some(Kind::Lifetime) {
                    self.out.push(' ');
                    self.take();
                }
            }
            "return" => {
                self.take();
                if self.text() != ";" {
                    self.out.push(' ');
                    self.expression()?;
                }
            }
            "let" => {
                self.word("let")?;
                if self.text() == "mut" {
                    self.word("mut")?;
                }
                self.pattern()?;
                self.out.push(' ');
                self.assignment()?;
                self.expression()?;
            }
            _ => return None,
        }
        self.expect(";")
    }

    /// `#[name]` and `#[name(list)]`
    fn attribute(&mut self) -> Option<()> {
        self.expect("#")?;
        self.expect("[")?;
        self.path()?;
        if self.text() == "(" {
            self.metas()?;
        }
        self.expect("]")
    }

    fn path(&mut self) -> Option<()> {
        if self.kind() != Some(Kind::Name) {
            return None;
        }
        self.take();
        while self.text() == ":" && self.pair(":") {
            self.take();
            self.take();
            if self.kind() != Some(Kind::Name) {
                return None;
            }
            self.take();
        }
        Some(())
    }

    fn metas(&mut self) -> Option<()> {
        self.expect("(")?;
        while !self.eat(")") {
            self.path()?;
            if self.text() == "(" {
                self.metas()?;
            } else if self.text() == "=" {
                self.out.push(' ');
                self.word("=")?;
                if self.kind() != Some(Kind::Text) || self.text().contains('\n') {
                    return None;
                }
                self.take();
            }
            if self.text() != ")" {
                self.word(",")?;
                if self.text() == ")" {
                    return None;
                }
            }
        }
        Some(())
    }
}
