//! The tree of a file as markup of the macro, one node a line where it does not fit into one.

use std::ops::Range;

use twiml_check::{
    tree::{Attribute, Control, Element, Node, Place, Splice, Value},
    xml::Report,
};

use super::{
    literal,
    rust::{self, Header, Problem},
};

/// As wide as rustfmt writes.
const WIDTH: usize = 100;

const STEP: &str = "    ";

/// The whole call.
pub(super) fn call(report: &Report) -> Result<String, Problem> {
    let mut printer =
        Printer { report, comments: report.comments().collect(), next: 0, text: "twiml! {\n".to_owned(), depth: 1 };
    printer.nodes(report.nodes(), report.source().len())?;
    printer.text.push_str("}\n");
    Ok(printer.text)
}

struct Printer<'a> {
    report: &'a Report,
    comments: Vec<Range<usize>>,
    /// The next comment that has not been written.
    next: usize,
    text: String,
    depth: usize,
}

impl Printer<'_> {
    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n(STEP, self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn inside(&mut self, body: impl FnOnce(&mut Self) -> Result<(), Problem>) -> Result<(), Problem> {
        self.depth += 1;
        let result = body(self);
        self.depth -= 1;
        result
    }

    /// Nodes on lines of their own, and the comments before the place where they end.
    fn nodes(&mut self, nodes: &[Node], end: usize) -> Result<(), Problem> {
        for node in nodes {
            self.comments_before(self.start(node));
            match node {
                Node::Element(element) => self.element(element)?,
                Node::Control(control) => self.control(control)?,
                Node::Text(_) | Node::Splice(_) | Node::Statement(_) | Node::Lost => {
                    let line = self.inline(node);
                    self.line(&line);
                }
            }
        }
        self.comments_before(end);
        Ok(())
    }

    fn start(&self, node: &Node) -> usize {
        match node {
            Node::Element(element) => index(element.tags.open),
            Node::Text(text) => index(text.place),
            Node::Splice(splice) => index(splice.place),
            Node::Control(control) => self.report.placeholder(control.source).map_or(0, |(_, range)| range.start),
            Node::Statement(_) | Node::Lost => 0,
        }
    }

    fn comments_before(&mut self, end: usize) {
        while let Some(comment) = self.comments.get(self.next).filter(|comment| comment.start < end).cloned() {
            self.next += 1;
            let text = self.report.source().get(comment).unwrap_or_default();
            let said = text.strip_prefix("<!--").and_then(|text| text.strip_suffix("-->")).unwrap_or(text);
            let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            lines.into_iter().for_each(|line| self.line(&format!("// {line}")));
        }
    }

    fn has_comment(&self, element: &Element) -> bool {
        let place = element.place();
        let last = usize::try_from(place.last).unwrap_or(usize::MAX);
        self.comments.get(self.next).is_some_and(|comment| comment.start < last)
    }

    fn element(&mut self, element: &Element) -> Result<(), Problem> {
        let opened = self.opened(element);
        let is_line = element.children.iter().all(is_inline) && !self.has_comment(element);
        if is_line {
            let line = self.one_line(element);
            if line.chars().count() + STEP.len() * self.depth <= WIDTH
                || element.children.is_empty() && element.attributes.is_empty()
            {
                self.line(&line);
                return Ok(());
            }
        }
        let end = if element.children.is_empty() && !self.has_comment(element) { "/>" } else { ">" };
        self.tag(element, &opened, end);
        if end == "/>" {
            return Ok(());
        }
        let close = element.tags.close.map_or(usize::MAX, index);
        self.inside(|printer| {
            let children = trimmed(&element.children);
            printer.nodes(&children, close)
        })?;
        self.line(&format!("</{}>", element.name.text));
        Ok(())
    }

    /// The opening tag, on one line or with its attributes below each other.
    fn tag(&mut self, element: &Element, opened: &str, end: &str) {
        let width = opened.chars().count() + end.len() + STEP.len() * self.depth;
        if width <= WIDTH || element.attributes.len() < 2 {
            self.line(&format!("{opened}{end}"));
            return;
        }
        self.line(&format!("<{}", element.name.text));
        self.depth += 1;
        for attribute in &element.attributes {
            let line = self.attribute(attribute);
            self.line(&line);
        }
        self.depth -= 1;
        self.line(end);
    }

    /// The opening tag without its end.
    fn opened(&self, element: &Element) -> String {
        let mut tag = format!("<{}", element.name.text);
        for attribute in &element.attributes {
            tag.push(' ');
            tag.push_str(&self.attribute(attribute));
        }
        tag
    }

    fn one_line(&self, element: &Element) -> String {
        let opened = self.opened(element);
        let inside: Vec<String> = trimmed(&element.children).iter().map(|node| self.inline(node)).collect();
        match inside[..] {
            [] => format!("{opened}/>"),
            _ => format!("{opened}>{}</{}>", inside.join(" "), element.name.text),
        }
    }

    fn inline(&self, node: &Node) -> String {
        match node {
            Node::Element(element) => self.one_line(element),
            Node::Text(text) => literal::text(&text.text),
            Node::Splice(splice) => format!("{{{}}}", self.expression(splice)),
            Node::Control(_) | Node::Statement(_) | Node::Lost => String::new(),
        }
    }

    fn expression(&self, splice: &Splice) -> String {
        let content = self.report.placeholder(splice.source).map_or("", |(content, _)| content);
        rust::expression(content)
    }

    fn attribute(&self, attribute: &Attribute) -> String {
        let name = &attribute.name.text;
        let value = match &attribute.value {
            Value::Literal(literal) => literal::value(attribute.row, &literal.text),
            Value::Splice(splice) => self.joined(splice),
            Value::Missing => String::new(),
        };
        format!("{name}={value}")
    }

    /// A value with placeholders in it.
    fn joined(&self, splice: &Splice) -> String {
        let (first, last) = (index(splice.place) + 1, usize::try_from(splice.place.last).unwrap_or(usize::MAX) - 1);
        let within = |range: &Range<usize>| first <= range.start && range.end <= last;
        let mut format = String::new();
        let mut values = Vec::new();
        let mut position = first;
        for (content, range) in self.report.placeholders().filter(|(_, range)| within(range)) {
            format.push_str(&self.plain(position..range.start).replace('{', "{{").replace('}', "}}"));
            format.push_str("{}");
            values.push(rust::expression(content));
            position = range.end;
        }
        format.push_str(&self.plain(position..last).replace('{', "{{").replace('}', "}}"));
        match &values[..] {
            [only] if format == "{}" => format!("{{{only}}}"),
            _ => format!("{{format_args!({}, {})}}", literal::string(&format), values.join(", ")),
        }
    }

    /// What a part of a value means.
    fn plain(&self, range: Range<usize>) -> String {
        twiml_check::xml::unescape(self.report.source().get(range).unwrap_or_default())
    }

    fn control(&mut self, control: &Control) -> Result<(), Problem> {
        for (number, branch) in control.branches.iter().enumerate() {
            let (content, range) = self.report.placeholder(branch.header).unwrap_or_default();
            let header = rust::header(content).ok_or_else(|| Problem {
                message: format!("the macro has nothing for `{content}`: write the block by hand"),
                range: range.clone(),
            })?;
            let header = match header {
                Header::If(condition) => format!("if {condition} {{"),
                Header::For(head) => format!("for {head} {{"),
                Header::ElseIf(condition) => format!("}} else if {condition} {{"),
                Header::Else => "} else {".to_owned(),
            };
            self.line(&header);
            let next = control.branches.get(number + 1).and_then(|next| self.report.placeholder(next.header));
            let end = next.map_or(range.end, |(_, range)| range.start);
            self.inside(|printer| printer.nodes(&branch.body, end))?;
        }
        self.line("}");
        Ok(())
    }
}

fn index(place: Place) -> usize {
    usize::try_from(place.first).unwrap_or(usize::MAX)
}

/// What stands in one line with what is beside it.
fn is_inline(node: &Node) -> bool {
    matches!(node, Node::Text(_) | Node::Splice(_))
}

/// Content without the line breaks that only lay its edges out.
fn trimmed(nodes: &[Node]) -> Vec<Node> {
    let mut nodes = nodes.to_vec();
    if let Some(Node::Text(first)) = nodes.first_mut() {
        first.text = behind_line_break(&first.text).to_owned();
    }
    if let Some(Node::Text(last)) = nodes.last_mut() {
        last.text = before_line_break(&last.text).to_owned();
    }
    nodes
}

fn behind_line_break(text: &str) -> &str {
    let rest = text.trim_start_matches([' ', '\t', '\n']);
    let blanks = text.get(..text.len() - rest.len()).unwrap_or_default();
    if blanks.contains('\n') { rest } else { text }
}

fn before_line_break(text: &str) -> &str {
    let rest = text.trim_end_matches([' ', '\t', '\n']);
    let blanks = text.get(rest.len()..).unwrap_or_default();
    if blanks.contains('\n') { rest } else { text }
}
