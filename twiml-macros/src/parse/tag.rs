//! The attributes of a tag, and what stands among them from habit.

use proc_macro2::Span;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Attribute, Name, Place, Value},
};
use twiml_core::vocabulary::{self, Kind};

use super::{
    Parser,
    element::removal,
    name::name,
    row::Row,
    text::{joined, typed},
};

/// Words that no attribute is meant by where no `=` follows.
const KEYWORDS: [&str; 7] = ["else", "for", "if", "let", "loop", "match", "while"];

/// A longer condition in a tag is not looked through, so that reading takes time in proportion to the tokens.
const LONGEST: usize = 64;

/// An attribute of an element of this name, wherever that stands.
pub(super) fn known(element: &str, name: &str) -> Option<&'static vocabulary::Attribute> {
    vocabulary::named(element).find_map(|row| row.attribute(name))
}

impl Row {
    fn is_keyword_in_tag(&self, at: usize) -> bool {
        let ends = self.is_end(at + 1) || self.is_one_of(at + 1, "=-:></");
        let is_attribute = ends || self.is_string(at + 1) || self.ident(at + 1).is_some() && self.is_punct(at + 2, '=');
        KEYWORDS.iter().any(|word| self.is_word(at, word)) && !is_attribute
    }

    /// The body of control flow in a tag. The end of the tag may come before, and nothing tells it from a comparison but what
    /// stands in the braces.
    fn body_in_tag(&self, at: usize) -> Option<usize> {
        let body = if self.is_word(at, "else") { at + 1 } else { self.body(at)? };
        if body > at + LONGEST {
            return None;
        }
        let inside = Row::new(self.brace(body)?.stream());
        let is_sign = |at: usize| at.checked_sub(1).is_some_and(|before| self.is_joint(before)) || self.is_joint(at);
        let ends = (at..body).any(|at| self.is_punct(at, '>') && !is_sign(at));
        (!ends || inside.ident(0).is_some() && inside.is_punct(1, '=')).then_some(body)
    }

    /// What is behind a comment of XML that begins here, if the tag goes on there.
    fn comment_in_tag(&self, at: usize) -> Option<usize> {
        let inside = self.behind(at, "<!--")?;
        let behind = (inside..inside + LONGEST).find_map(|at| self.behind(at, "-->"))?;
        let goes_on = self.is_one_of(behind, ">/")
            || self.is_string(behind) && self.is_punct(behind + 1, '=')
            || name(self, behind).is_some_and(|(_, behind)| self.is_punct(behind, '='));
        goes_on.then_some(behind)
    }
}

impl Parser<'_> {
    fn comment_in_tag(&mut self, behind: usize) {
        let place = self.source.place(self.row.spans(self.at, behind));
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "an attribute, `>` or `/>`");
        let remove = Advice::words("remove it, or write a comment of Rust: `/* … */`").with(vec![Edit::remove(place)]);
        self.report(diagnostic.with("found", "<!-- … -->").advise(remove));
        self.at = behind;
    }

    /// All up to the end of the tag of an element of this name.
    pub(super) fn attributes(&mut self, element: &str) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        loop {
            if self.row.is_keyword_in_tag(self.at) {
                self.control_in_tag(element, &mut attributes);
            } else if self.is_attribute() {
                attributes.extend(self.attribute(element));
            } else if let Some(behind) = self.row.comment_in_tag(self.at) {
                self.comment_in_tag(behind);
            } else if self.is_end() || self.is_one_of("><") || self.row.behind(self.at, "/>").is_some() {
                return attributes;
            } else if self.row.brace(self.at).is_some() {
                attributes.extend(self.nameless(element));
            } else if self.is_decorated() {
                self.decoration_in_tag();
            } else if let Some((found, span)) = self.skip() {
                self.stray_in_tag(&found, span);
            }
        }
    }

    fn stray_in_tag(&mut self, found: &str, span: Span) {
        let place = self.place(span);
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "an attribute, `>` or `/>`");
        self.report(diagnostic.with("found", found).advise(removal(found, place)));
    }

    /// `{voice}` among the attributes.
    fn nameless(&mut self, element: &str) -> Option<Attribute> {
        let group = self.row.brace(self.at)?.clone();
        let inside = Row::new(group.stream());
        let name = inside.ident(0).filter(|_| inside.len() == 1).cloned();
        let tree = match &name {
            Some(name) => format!("{{{name}}}"),
            None => self.row.get(self.at).map(typed).unwrap_or_default(),
        };
        self.at += 1;
        let place = self.place(group.span());
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "an attribute, `>` or `/>`");
        let diagnostic = diagnostic.with("found", &tree);
        let Some(name) = name else {
            self.report(diagnostic.help("write each attribute with its name: `name={…}`"));
            return None;
        };
        let text = name.to_string();
        if known(element, &text).is_none() {
            self.report(diagnostic.help(format!("write it with the name of an attribute: `name={tree}`")));
            return None;
        }
        let write = Advice::typed("write", &format!("{text}={tree}"), vec![Edit::before(place, format!("{text}="))]);
        self.report(diagnostic.advise(write));
        let name = Name { text, place: self.place(name.span()), unchecked: false };
        Some(Attribute::new(name, Value::Missing, place))
    }

    /// `#[cfg(…)]` and `/// …` in a tag.
    fn decoration_in_tag(&mut self) {
        if self.skip_documentation() {
            return;
        }
        let place = self.source.place(self.row.spans(self.at, self.at + 2));
        self.at += 2;
        let note = "a value of the type `Option` decides whether an attribute is written";
        let remove = Advice::words("remove it").with(vec![Edit::remove(place)]);
        self.report(Diagnostic::new(Code::LooseAttribute, place).advise(remove).note(note));
    }

    /// `if flag { voice="alice" }` among the attributes, as a whole. Those in the braces count as written.
    fn control_in_tag(&mut self, element: &str, attributes: &mut Vec<Attribute>) {
        let (start, written) = (self.at, attributes.len());
        let Some(keyword) = self.row.ident(start).cloned() else { return };
        let mut condition = None;
        while self.row.is_keyword_in_tag(self.at) {
            let at = self.at;
            let branch = self.row.is_word(at, "else") && self.row.is_keyword_in_tag(at + 1);
            let at = if branch { at + 1 } else { at };
            let Some(body) = self.row.body_in_tag(at) else {
                self.skip_control(at + 1);
                break;
            };
            if keyword == "match" {
                self.at = body + 1;
                break;
            }
            condition.get_or_insert_with(|| joined(&self.row, at + 1, body).1);
            self.attributes_within(element, body, attributes);
            if !self.row.is_word(self.at, "else") {
                break;
            }
        }
        let place = self.source.place(self.row.spans(start, self.at));
        let name = attributes.get(written).map(|attribute| attribute.name.text.as_str());
        let condition = condition.filter(|condition| keyword == "if" && !condition.starts_with("let "));
        let help = match (name, condition) {
            (Some(name), Some(condition)) if condition.contains(' ') => {
                format!("write `{name}={{({condition}).then_some(…)}}`: what is `None` is not written")
            }
            (Some(name), Some(condition)) => {
                format!("write `{name}={{{condition}.then_some(…)}}`: what is `None` is not written")
            }
            _ => "give the attribute an `Option`: what is `None` is not written".to_owned(),
        };
        let diagnostic = Diagnostic::new(Code::ControlInTag, place).with("keyword", &keyword.to_string());
        self.report(diagnostic.help(help));
    }

    /// What has no body ends with the tag, or before an attribute.
    fn skip_control(&mut self, at: usize) {
        self.at = at;
        let ends =
            |parser: &Self| parser.is_end() || parser.is_one_of("><") || parser.row.behind(parser.at, "/>").is_some();
        while !ends(self) && (!self.is_attribute() || !self.row.is_punct(self.at + 1, '=')) {
            self.at += 1;
        }
    }

    fn attributes_within(&mut self, element: &str, body: usize, attributes: &mut Vec<Attribute>) {
        let Some(group) = self.row.brace(body).cloned() else { return };
        self.at = body + 1;
        let reported = self.diagnostics.len();
        self.enter(&group);
        let mut inside = Vec::new();
        while !self.is_end() {
            inside.extend(self.attributes(element));
            // The end of a tag is not to be found here.
            self.at += usize::from(!self.is_end());
        }
        self.leave();
        // What is wrong in there is of no interest yet.
        self.diagnostics.truncate(reported);
        for attribute in inside {
            if !attributes.iter().any(|other| other.name.text == attribute.name.text) {
                attributes.push(Attribute::new(attribute.name, Value::Missing, attribute.place));
            }
        }
    }

    pub(super) fn missing_value(&mut self, element: &str, name: &str, place: Place) {
        let diagnostic = Diagnostic::new(Code::MissingValue, place).with("attribute", name);
        let is_boolean = known(element, name).is_some_and(|row| matches!(row.kind, Kind::Bool));
        self.report(if is_boolean {
            diagnostic.advise(Advice::typed("write", &format!("{name}=true"), vec![Edit::after(place, "=true")]))
        } else {
            diagnostic.help(format!("write `{name}=\"…\"`, or `{name}={{…}}` for a run-time value"))
        });
    }
}
