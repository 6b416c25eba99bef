//! `if`, `for`, `match` and `let` between tags. Their Rust is handed on as it is; only their bodies are markup.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Node, Statement},
};

use super::{DEPTH, Parser, row::Row, text};

/// What a `match` looks like.
const MATCH: &str = "match value { pattern => …, }";

/// The tokens in front of a body, and the body.
type Header = (TokenStream, Group);

impl Parser<'_> {
    /// Whether the word begins control flow where markup may stand.
    pub(super) fn is_keyword(&self, at: usize) -> bool {
        self.row.ident(at).is_some_and(is_keyword)
    }

    /// Whether a keyword in the middle of other words begins control flow: what it needs comes before a tag, and no words
    /// of a sentence stand in between.
    pub(super) fn begins_control(&self, at: usize) -> bool {
        let Some(keyword) = self.row.ident(at) else { return false };
        let ahead = self.row.ahead();
        let end = match keyword.to_string().as_str() {
            "if" | "match" => ahead.body(at + 1),
            "for" => ahead.body_of_loop(at + 1),
            "let" => ahead.semicolon(at + 1),
            _ => None,
        };
        end.is_some_and(|end| ahead.is_expression(at, end))
    }

    pub(super) fn control(&mut self, nodes: &mut Vec<Node>) {
        let Some(keyword) = self.row.ident(self.at).cloned() else { return };
        let node = match keyword.to_string().as_str() {
            "if" => self.condition(&keyword),
            "for" => self.repetition(&keyword),
            "match" => self.choice(&keyword),
            _ => self.binding(&keyword),
        };
        nodes.push(node.unwrap_or(Node::Lost));
    }

    fn control_node(&mut self, header: TokenStream, flow: Flow, branches: Vec<Branch>) -> Node {
        Node::Control(Control { source: self.source.keep(header), flow, branches })
    }

    fn incomplete(&mut self, keyword: &Ident, form: &str) {
        let place = self.place(keyword.span());
        let diagnostic = Diagnostic::new(Code::ControlFlow, place).with("keyword", &keyword.to_string());
        self.report(diagnostic.help(format!("write `{form}`, or quote it if it is text")));
    }

    /// Goes on with the first tag behind a keyword.
    fn recover(&mut self) {
        self.at += 1;
        while !self.is_end() && !self.is_one_of("<") {
            self.at += 1;
        }
    }

    /// Takes the keyword, the tokens up to the body, and the body. Without one, it is reported.
    fn header(&mut self, keyword: &Ident, form: &str) -> Option<Header> {
        let ahead = self.row.ahead();
        let body = if keyword == "for" { ahead.body_of_loop(self.at + 1) } else { ahead.body(self.at + 1) };
        let Some((body, group)) = body.and_then(|body| Some((body, self.row.brace(body)?.clone()))) else {
            self.incomplete(keyword, form);
            self.recover();
            return None;
        };
        let header = self.row.tokens(self.at, body);
        self.at = body + 1;
        Some((header, group))
    }

    fn condition(&mut self, keyword: &Ident) -> Option<Node> {
        const FORM: &str = "if condition { … } else { … }";
        let mut branches = Vec::new();
        let mut flow = Flow::Maybe;
        let mut word = keyword.clone();
        while let Some((header, group)) = self.header(&word, FORM) {
            branches.push(self.branch(header, &group));
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
                self.incomplete(&other, FORM);
                break;
            }
        }
        (!branches.is_empty()).then(|| self.control_node(TokenStream::new(), flow, branches))
    }

    fn branch(&mut self, header: TokenStream, group: &Group) -> Branch {
        Branch { header: self.source.keep(header), body: self.block(group) }
    }

    fn repetition(&mut self, keyword: &Ident) -> Option<Node> {
        let (header, group) = self.header(keyword, "for pattern in values { … }")?;
        let branch = self.branch(header, &group);
        Some(self.control_node(TokenStream::new(), Flow::Repeat, vec![branch]))
    }

    fn choice(&mut self, keyword: &Ident) -> Option<Node> {
        let (header, group) = self.header(keyword, MATCH)?;
        let (mut arms, complete) = if self.depth < DEPTH {
            self.depth += 1;
            let arms = self.arms(keyword, &group);
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
        while !self.is_end() {
            match self.arm() {
                Some(arm) => arms.push(arm),
                None => {
                    self.incomplete(keyword, MATCH);
                    complete = false;
                }
            }
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
        if self.is_end() || self.eat_punct(',').is_some() {
            return None;
        }
        let body = match self.row.block(self.at) {
            Some(group) => {
                self.at += 1;
                if begins_markup(&group) {
                    self.within(&group)
                } else {
                    self.splice(&group).map(Node::Splice).into_iter().collect()
                }
            }
            None => self.arm_nodes(),
        };
        self.eat_punct(',');
        Some(Branch { header: self.source.keep(pattern), body })
    }

    /// An arm without braces: nodes up to the comma.
    fn arm_nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            if self.is_end() || self.is_one_of(",") {
                return nodes;
            }
            if self.is_close() {
                self.stray_close();
            } else if !nodes.is_empty() && self.row.brace(self.at).is_none() && self.row.ahead().is_arm(self.at) {
                self.missing_comma();
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

    fn binding(&mut self, keyword: &Ident) -> Option<Node> {
        let Some(end) = self.row.ahead().semicolon(self.at) else {
            self.incomplete(keyword, "let pattern = value;");
            self.recover();
            return None;
        };
        let source = self.source.keep(self.row.tokens(self.at, end + 1));
        self.at = end + 1;
        Some(Node::Statement(Statement { source, jumps: false }))
    }
}

fn is_keyword(ident: &Ident) -> bool {
    ["if", "for", "match", "let"].into_iter().any(|keyword| ident == keyword)
}

/// Whether braces behind `=>` hold markup; otherwise they hold an expression.
fn begins_markup(group: &Group) -> bool {
    match group.stream().into_iter().next() {
        None | Some(TokenTree::Literal(_)) => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '<',
        Some(TokenTree::Ident(ident)) => is_keyword(&ident),
        Some(TokenTree::Group(_)) => Row::new(group.stream()).brace(0).is_some(),
    }
}
