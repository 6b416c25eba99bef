//! Control flow between tags. Its Rust is handed on as it is; only its bodies are markup.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Node},
};

use super::{DEPTH, Parser, braces::may_jump, row::Row, text};

const KEYWORDS: [&str; 5] = ["for", "if", "loop", "match", "while"];

/// What other languages call `else if`.
const ELSE_IF: [&str; 3] = ["elif", "elseif", "elsif"];

/// The tokens in front of a body, and the body.
type Header = (TokenStream, Group);

/// What control flow looks like.
fn form(keyword: &Ident) -> &'static str {
    match keyword.to_string().as_str() {
        "for" => "for pattern in values { … }",
        "while" => "while condition { … }",
        "loop" => "loop { … }",
        "match" => "match value { pattern => …, }",
        "let" => "let pattern = value;",
        _ => "if condition { … } else { … }",
    }
}

impl Row {
    /// The keyword of control flow that begins here, behind its label if it has one.
    pub(super) fn control(&self, at: usize) -> Option<usize> {
        let is_labelled = self.is_label(at) && self.is_punct(at + 2, ':');
        let keyword = if is_labelled { at + 3 } else { at };
        let loops = ["for", "loop", "while"];
        let keywords = if is_labelled { &loops[..] } else { &KEYWORDS[..] };
        keywords.iter().any(|word| self.is_word(keyword, word)).then_some(keyword)
    }

    /// Whether what comes next can only be markup.
    pub(super) fn begins_markup(&self, at: usize) -> bool {
        let is_decorated = self.is_punct(at, '#');
        self.is_punct(at, '<')
            || self.is_string(at)
            || self.brace(at).is_some()
            || self.control(at).is_some()
            || is_decorated
    }

    /// The braces that are the body of this keyword.
    pub(super) fn body(&self, keyword: usize) -> Option<usize> {
        let ahead = self.ahead();
        let body = match self.ident(keyword)?.to_string().as_str() {
            "for" => ahead.body_of_loop(keyword + 1),
            "loop" => self.brace(keyword + 1).map(|_| keyword + 1),
            _ => ahead.body(keyword + 1),
        };
        body.filter(|&body| !self.is_content(keyword, body))
    }

    /// Whether braces are what an element holds: `for name in names <Say>{name}</Say>` has no body.
    fn is_content(&self, keyword: usize, braces: usize) -> bool {
        let Some(closed) = self.behind(braces + 1, "</").and_then(|name| self.ident(name)) else { return false };
        let opened = || (keyword..braces).rev().find(|&at| self.is_punct(at, '<')).and_then(|at| self.ident(at + 1));
        self.is_punct(braces - 1, '>') && opened() == Some(closed)
    }

    /// Whether a keyword in the middle of other words begins control flow or a statement: what it needs comes before a tag,
    /// and no words of a sentence stand in between.
    pub(super) fn begins_rust(&self, at: usize) -> bool {
        if self.is_word(at, "let") || self.is_jump(at) {
            return self
                .ahead()
                .semicolon(at)
                .is_some_and(|end| self.ahead().is_expression(at, end) && self.statement(at).is_some());
        }
        self.control(at)
            .is_some_and(|keyword| self.body(keyword).is_some_and(|body| self.ahead().is_expression(keyword, body)))
    }
}

impl Parser<'_> {
    /// Takes control flow; `keyword` is its first word behind a label.
    pub(super) fn control(&mut self, keyword: usize, nodes: &mut Vec<Node>) {
        let Some(word) = self.row.ident(keyword).cloned() else { return };
        let node = match word.to_string().as_str() {
            "if" => self.condition(&word),
            "for" | "while" => self.repetition(keyword, &word, Flow::Repeat),
            "loop" => self.repetition(keyword, &word, Flow::Loop),
            _ => self.choice(&word),
        };
        nodes.push(node.unwrap_or(Node::Lost));
    }

    fn control_node(&mut self, header: TokenStream, flow: Flow, branches: Vec<Branch>) -> Node {
        let jumps = |branch: &Branch| may_jump(&self.source.rust(branch.header));
        let may_jump = may_jump(&header) || branches.iter().any(jumps);
        Node::Control(Control { source: self.source.keep(header), flow, may_jump, branches })
    }

    pub(super) fn incomplete(&mut self, keyword: &Ident) {
        let place = self.place(keyword.span());
        let diagnostic = Diagnostic::new(Code::ControlFlow, place).with("keyword", &keyword.to_string());
        self.report(diagnostic.help(format!("write `{}`, or quote it if it is text", form(keyword))));
    }

    /// Goes on with the first tag behind a keyword.
    pub(super) fn recover(&mut self, keyword: usize) {
        self.at = keyword + 1;
        while !self.is_end() && !self.is_one_of("<") {
            self.at += 1;
        }
    }

    /// Takes the tokens up to the body, and the body. Without one, it is reported.
    fn header(&mut self, keyword: usize, word: &Ident) -> Option<Header> {
        let Some((body, group)) = self.row.body(keyword).and_then(|at| Some((at, self.row.brace(at)?.clone()))) else {
            self.incomplete(word);
            self.recover(keyword);
            return None;
        };
        let header = self.row.tokens(self.at, body);
        self.at = body + 1;
        Some((header, group))
    }

    fn condition(&mut self, keyword: &Ident) -> Option<Node> {
        let mut branches = Vec::new();
        let mut flow = Flow::Maybe;
        let mut word = keyword.clone();
        while let Some((header, group)) = self.header(self.at, &word) {
            branches.push(self.branch(header, &group));
            self.skip_comments();
            while let Some(branch) = self.misspelt_else_if() {
                branches.push(branch);
                self.skip_comments();
            }
            let Some(other) = self.row.ident(self.at).filter(|word| *word == "else").cloned() else { break };
            self.at += 1;
            if let Some(next) = self.row.ident(self.at).filter(|word| *word == "if") {
                word = next.clone();
            } else if let Some(group) = self.row.brace(self.at).cloned() {
                self.at += 1;
                branches.push(self.branch(TokenStream::new(), &group));
                flow = Flow::One;
                break;
            } else {
                self.incomplete(&other);
                break;
            }
        }
        (!branches.is_empty()).then(|| self.control_node(TokenStream::new(), flow, branches))
    }

    /// `else if` under the name that it has in other languages.
    fn misspelt_else_if(&mut self) -> Option<Branch> {
        let word = self.row.ident(self.at).filter(|word| ELSE_IF.iter().any(|other| word == other))?.clone();
        let body = self.row.ahead().body(self.at + 1)?;
        let group = self.row.brace(body)?.clone();
        let place = self.place(word.span());
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`else if`");
        let write = Advice::typed("write", "else if", vec![Edit::over(place, "else if")]);
        self.report(diagnostic.with("found", &word.to_string()).advise(write));
        let condition = self.row.tokens(self.at + 1, body);
        self.at = body + 1;
        Some(self.branch(quote!(if #condition), &group))
    }

    fn branch(&mut self, header: TokenStream, group: &Group) -> Branch {
        Branch { header: self.source.keep(header), body: self.block(group) }
    }

    fn repetition(&mut self, keyword: usize, word: &Ident, flow: Flow) -> Option<Node> {
        let (header, group) = self.header(keyword, word)?;
        let branch = self.branch(header, &group);
        Some(self.control_node(TokenStream::new(), flow, vec![branch]))
    }

    fn choice(&mut self, word: &Ident) -> Option<Node> {
        let (header, group) = self.header(self.at, word)?;
        let (mut arms, complete) = if self.depth < DEPTH {
            self.depth += 1;
            let arms = self.arms(word, &group);
            self.depth -= 1;
            arms
        } else {
            self.too_deep(group.span_open());
            (Vec::new(), false)
        };
        if !complete {
            // Whether all cases are there is not known: the compiler is not to ask for more.
            let header = self.source.keep(quote!(
                #[allow(unreachable_patterns)]
                _
            ));
            arms.push(Branch { header, body: vec![Node::Lost] });
        }
        Some(self.control_node(header, Flow::One, arms))
    }

    /// The arms of a `match`, and whether all could be read.
    fn arms(&mut self, keyword: &Ident, group: &Group) -> (Vec<Branch>, bool) {
        self.enter(group);
        let mut arms = Vec::new();
        let mut complete = true;
        self.skip_comments();
        while !self.is_end() {
            match self.arm() {
                Some(arm) => arms.push(arm),
                None => {
                    self.incomplete(keyword);
                    complete = false;
                }
            }
            self.skip_comments();
        }
        self.leave();
        (arms, complete)
    }

    /// `pattern if guard => body`
    fn arm(&mut self) -> Option<Branch> {
        let start = self.at;
        let arrow = loop {
            if let Some(behind) = self.row.behind(self.at, "=>") {
                break behind;
            }
            self.row.get(self.at)?;
            self.at += 1;
        };
        let pattern = self.row.tokens(start, self.at);
        self.at = arrow;
        self.skip_comments();
        if self.is_end() || self.eat_punct(',').is_some() {
            return None;
        }
        let body = self.arm_body();
        self.skip_comments();
        self.eat_punct(',');
        Some(Branch { header: self.source.keep(pattern), body })
    }

    fn arm_body(&mut self) -> Vec<Node> {
        if let Some(group) = self.row.block(self.at) {
            self.at += 1;
            return if holds_markup(&group) { self.within(&group) } else { vec![self.spliced(&group)] };
        }
        if let Some(group) = self.row.group(self.at, Delimiter::Parenthesis).filter(|group| group.stream().is_empty()) {
            let place = self.place(group.span());
            self.at += 1;
            let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "markup");
            let write = Advice::typed("write", "{}", vec![Edit::over(place, "{}")]);
            self.report(diagnostic.with("found", "()").advise(write));
            return Vec::new();
        }
        let end = self.row.ahead().comma(self.at).unwrap_or(self.row.len());
        if self.row.is_statement(self.at, end) {
            return vec![self.statement(end)];
        }
        self.arm_nodes()
    }

    /// An arm without braces: nodes up to the comma.
    fn arm_nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        let is_block = self.row.control(self.at).is_some();
        loop {
            if self.is_end() || self.is_one_of(",") {
                return nodes;
            }
            if self.is_close() {
                self.stray_close();
            } else if !nodes.is_empty() && self.row.brace(self.at).is_none() && self.row.ahead().is_arm(self.at) {
                // As in Rust, what ends in a block is an arm of its own.
                if !is_block {
                    self.missing_comma();
                }
                return nodes;
            } else {
                self.node(&mut nodes);
            }
        }
    }

    fn missing_comma(&mut self) {
        let found = self.row.get(self.at).map(text::typed).unwrap_or_default();
        let place = self.place(self.row.span(self.at));
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`,` behind the arm");
        let comma = Advice::words("write `,` in front of it").with(vec![Edit::before(place, ", ")]);
        self.report(diagnostic.with("found", &found).advise(comma));
    }
}

/// Whether braces behind `=>` hold markup; otherwise they hold an expression.
fn holds_markup(group: &Group) -> bool {
    let begins = match group.stream().into_iter().next() {
        None | Some(TokenTree::Literal(_)) => return true,
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '<' | '#' | '\'' | '*'),
        Some(TokenTree::Ident(_) | TokenTree::Group(_)) => true,
    };
    begins && {
        let row = Row::new(group.stream());
        row.is_end(0) || row.begins_markup(0) || begins_statements(&row)
    }
}

/// Whether statements come first, and behind the last of them no value that the braces are to have.
fn begins_statements(row: &Row) -> bool {
    if row.statement(0).is_none() {
        return row.is_word(0, "let");
    }
    let behind = (0..row.len()).rev().find(|&at| row.is_punct(at, ';')).map_or(0, |last| last + 1);
    row.is_end(behind)
        || row.begins_markup(behind)
        || !row.ahead().is_expression(behind, row.len())
        || row.statement(behind).is_some()
}
