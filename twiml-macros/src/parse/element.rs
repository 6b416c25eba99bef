//! Tags, and which closing tag belongs to which opening one.

use proc_macro2::Span;
use twiml_check::{
    Advice, Code, Diagnostic, Edit, nesting,
    tree::{Element, Name, Node, Place, Tags},
};

use twiml_core::vocabulary;

use super::{
    DEPTH, Parser,
    name::{Word, name},
};
use crate::source::Spans;

/// How a tag ends.
enum TagEnd {
    Open,
    Empty,
    /// It does not, and there is an error already.
    Unfinished,
}

/// What a closing tag is to the innermost open element.
enum Close {
    Own,
    /// Evidently meant for it, under another name.
    Mismatched,
    /// It belongs to an element further out: this one is not closed.
    Outer,
    /// Nobody's.
    Stray,
}

impl Parser<'_> {
    /// What begins with `<`.
    pub(super) fn markup(&mut self, nodes: &mut Vec<Node>) {
        if self.drop_comment() || self.declaration(nodes) {
            return;
        }
        if self.row.behind(self.at, "<>").is_some() && self.row.ahead().closes_nameless(self.at) {
            self.empty_tag(nodes);
            return;
        }
        let Some((element, end)) = self.tag() else { return };
        // In the list at once: the stack is the compiler's, and elements are large.
        nodes.push(Node::Element(element));
        if let Some(Node::Element(element)) = nodes.last_mut() {
            // Half-typed, it holds what follows only if it is closed by name.
            if matches!(end, TagEnd::Open) || element.unclosed && self.closes_later(&element.name.text) {
                self.content(element);
            }
        }
    }

    /// An opening tag.
    #[inline(never)]
    fn tag(&mut self) -> Option<(Element, TagEnd)> {
        let start = self.row.span(self.at);
        self.at += 1;
        let Some(name) = self.name() else {
            self.missing_name(start);
            return None;
        };
        let attributes = self.attributes(&name.text);
        let start = self.place(start);
        let (kind, end) = self.tag_end(&name);
        let tags = Tags { open: start.to(end), end, empty: matches!(kind, TagEnd::Empty), close: None };
        let mut element = Element::new(name, tags);
        element.attributes = attributes;
        element.unclosed = matches!(kind, TagEnd::Unfinished);
        Some((element, kind))
    }

    fn missing_name(&mut self, start: Span) {
        let place = self.place(start);
        self.report(Diagnostic::new(Code::MissingName, place).help("write `<Response>`, `<Say>`, …"));
        while !self.is_end() && !self.is_one_of("<") && self.eat_punct('>').is_none() {
            self.at += 1;
        }
    }

    /// Passes comments and the prolog, which leave nothing behind.
    pub(super) fn skip_comments(&mut self) {
        while self.drop_comment() {}
    }

    fn drop_comment(&mut self) -> bool {
        for (opening, closing) in [("<!--", "-->"), ("<?", "?>")] {
            if let Some(inside) = self.row.behind(self.at, opening) {
                self.drop_until(inside, opening, closing);
                return true;
            }
        }
        false
    }

    fn drop_until(&mut self, inside: usize, opening: &str, closing: &str) {
        let start = std::mem::replace(&mut self.at, inside);
        while !self.is_end() && (opening != "<!--" || self.row.ahead().ends_comment(self.at)) {
            if let Some(behind) = self.row.behind(self.at, closing) {
                self.at = behind;
                return;
            }
            self.at += 1;
        }
        let place = self.source.place(self.row.spans(start, inside));
        let diagnostic = Diagnostic::new(Code::UnfinishedComment, place).with("start", opening).with("end", closing);
        let line = |at: usize| self.row.span(at).start().line;
        let begins_line = |&at: &usize| self.row.is_punct(at, '<') && line(at - 1) < line(at);
        let Some(next) = (inside..self.row.len()).find(begins_line).filter(|_| opening == "<!--") else {
            (self.at, self.gave_up) = (self.row.len(), true);
            self.report(diagnostic.help(format!("write `{closing}` behind it")));
            return;
        };
        // An address in a comment: the end of the line is lost, and that of the comment with it.
        self.at = next;
        let edits = if line(next - 1) == line(start) { vec![Edit::over(place, "//")] } else { Vec::new() };
        let advice = Advice::words("begin the comment with `//`, as Rust does").with(edits);
        self.report(
            diagnostic.advise(advice).note("Rust takes `//` for a comment to the end of the line, `-->` included"),
        );
    }

    /// `<>` around nodes, as in other languages of markup.
    fn empty_tag(&mut self, nodes: &mut Vec<Node>) {
        let open = self.source.place(self.row.spans(self.at, self.at + 2));
        let position = self.diagnostics.len();
        self.at += 2;
        if self.depth >= DEPTH {
            self.too_deep(self.row.span(self.at - 1));
            self.at = self.row.len();
            nodes.push(Node::Lost);
            return;
        }
        self.depth += 1;
        self.open.push(String::new());
        self.nodes(nodes);
        self.open.pop();
        self.depth -= 1;
        let mut edits = vec![Edit::remove(open)];
        if let Some(behind) = self.row.behind(self.at, "</>") {
            edits.push(Edit::remove(self.source.place(self.row.spans(self.at, behind))));
            self.at = behind;
        }
        let remove = Advice::words("remove `<>` and `</>`: several elements may stand side by side").with(edits);
        self.diagnostics.insert(position, Diagnostic::new(Code::MissingName, open).advise(remove));
    }

    /// How the tag ends, and where.
    fn tag_end(&mut self, name: &Name) -> (TagEnd, Place) {
        if let Some(span) = self.eat_punct('>') {
            return (TagEnd::Open, self.place(span));
        }
        if let Some(behind) = self.row.behind(self.at, "/>") {
            let spans = self.row.spans(self.at, behind);
            self.at = behind;
            return (TagEnd::Empty, self.source.place(spans));
        }
        self.report(nesting::unfinished(name));
        (TagEnd::Unfinished, name.place)
    }

    /// Children and the closing tag.
    fn content(&mut self, element: &mut Element) {
        let counts = !self.is_frame(&element.name.text);
        if counts && self.depth >= DEPTH {
            self.too_deep(self.source.spans(element.name.place).first);
            self.at = self.row.len();
            element.children.push(Node::Lost);
            return;
        }
        self.open.push(element.name.text.clone());
        self.depth += usize::from(counts);
        loop {
            self.nodes(&mut element.children);
            match self.close(element) {
                Some(Close::Stray) => {}
                Some(Close::Own | Close::Mismatched) => break,
                Some(Close::Outer) | None => {
                    self.unclosed(element);
                    break;
                }
            }
        }
        self.depth -= usize::from(counts);
        self.open.pop();
    }

    /// Whether it is what every document has: the root, and a verb in it.
    fn is_frame(&self, name: &str) -> bool {
        let is_root = |name: &str| vocabulary::documents().any(|root| root.name == name);
        self.depth == 0
            && match &self.open[..] {
                [] => is_root(name),
                [root] => is_root(root),
                _ => false,
            }
    }

    fn unclosed(&mut self, element: &mut Element) {
        element.unclosed = true;
        let around = self.open.iter().rev().nth(1).map_or("", String::as_str);
        if !self.gave_up
            && let Some(diagnostic) = nesting::unclosed(element, around)
        {
            self.report(diagnostic);
        }
    }

    /// Takes a closing tag, unless it belongs to an outer element. `None` at the end of the tokens.
    fn close(&mut self, element: &mut Element) -> Option<Close> {
        let Some((found, behind)) = self.closing_tag() else {
            return self.is_close().then(|| self.nameless_close(&element.name.text));
        };
        let close = self.classify(&found.text, behind);
        match close {
            Close::Own => self.closed(element, found, behind),
            Close::Outer => {}
            Close::Mismatched => {
                let place = self.source.place(found.spans);
                self.report(nesting::mismatched(element, &found.text, place, place));
                self.closed(element, found, behind);
            }
            Close::Stray => self.stray_close(),
        }
        Some(close)
    }

    /// `</Name`, and what is behind it.
    fn closing_tag(&self) -> Option<(Word, usize)> {
        name(&self.row, self.row.behind(self.at, "</")?)
    }

    /// Takes the rest of the closing tag of an element.
    fn closed(&mut self, element: &mut Element, found: Word, behind: usize) {
        let start = self.row.span(self.at);
        let name = self.named(found);
        let end = self.finish_close(behind);
        if end.is_none() && element.name.text == name.text {
            self.report(nesting::unfinished_close(&name));
        }
        let start = self.place(start);
        element.tags.close = Some(start.to(end.map_or(name.place, |span| self.place(span))));
        element.close = Some(name);
    }

    /// `</` and `</>`, half-typed: it closes the innermost element.
    fn nameless_close(&mut self, expected: &str) -> Close {
        let place = self.place(self.row.span(self.at));
        let diagnostic = Diagnostic::new(Code::MismatchedClose, place).with("element", expected).with("found", "");
        self.report(diagnostic.help(format!("write `</{expected}>`")));
        self.pass_nameless();
        Close::Mismatched
    }

    fn pass_nameless(&mut self) {
        self.at = self.row.behind(self.at, "</>").or_else(|| self.row.behind(self.at, "</")).unwrap_or(self.at);
    }

    /// Which of the open elements a closing tag was meant for: the tag that comes after it decides where names do not.
    fn classify(&self, found: &str, behind: usize) -> Close {
        let mut outward = self.open.iter().rev().map(String::as_str);
        let own = outward.next();
        if own == Some(found) {
            return Close::Own;
        }
        let next = self.row.ahead().closing(behind);
        let parent = outward.clone().next();
        let Some(position) = outward.clone().position(|outer| outer == found) else {
            return if own == next { Close::Stray } else { Close::Mismatched };
        };
        let beyond = outward.nth(position + 1);
        if next.is_some() && next == parent && next != beyond { Close::Mismatched } else { Close::Outer }
    }

    /// A closing tag that closes nothing.
    pub(super) fn stray_close(&mut self) {
        let start = self.row.span(self.at);
        let Some((found, behind)) = self.closing_tag() else {
            let place = self.place(start);
            self.report(Diagnostic::new(Code::StrayClose, place).with("found", "").help("remove it"));
            self.pass_nameless();
            return;
        };
        let name = self.named(found);
        let position = self.diagnostics.len();
        let end = self.finish_close(behind);
        let last = end.unwrap_or_else(|| self.source.spans(name.place).last);
        let whole = self.source.place(Spans::at(start).to(last));
        self.diagnostics.insert(position, nesting::stray(&name.text, name.place, whole));
    }

    /// Takes `>` behind the name of a closing tag, and whatever stands between. Where it is.
    fn finish_close(&mut self, behind: usize) -> Option<Span> {
        self.at = behind;
        while !self.is_end() && !self.is_one_of("<") {
            if let Some(end) = self.eat_punct('>') {
                return Some(end);
            }
            if let Some((found, span)) = self.skip() {
                let place = self.place(span);
                let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`>`").with("found", &found);
                self.report(diagnostic.advise(removal(&found, place)));
            }
        }
        None
    }

    /// Whether an element of this name is closed before its surroundings are.
    fn closes_later(&self, element: &str) -> bool {
        self.row.ahead().closing(self.at) == Some(element)
    }
}

/// What fits nowhere goes.
pub(super) fn removal(found: &str, place: Place) -> Advice {
    Advice::typed("remove", found, vec![Edit::remove(place)])
}
