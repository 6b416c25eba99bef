//! The tree of a document, for whatever source it was read from: plain data, every node with its place.
//!
//! A source fills it and keeps what only it understands (tokens of Rust, bytes of a file); the tree refers to that by numbers.

use twiml_core::vocabulary;

/// Where something stands, in numbers that mean something to the source: of its first and last token, or of its bytes.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// Where it begins.
    pub first: u32,
    /// Where it ends.
    pub last: u32,
}

impl Place {
    /// From the beginning of this place to the end of another one.
    #[must_use]
    pub const fn to(self, end: Self) -> Self {
        Self { first: self.first, last: end.last }
    }
}

/// The name of an element or of an attribute.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name, as it is written.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The escape hatch: nothing is checked.
    pub unchecked: bool,
}

/// Something of which only the run time knows what it is.
#[derive(Clone, Debug)]
pub struct Splice {
    /// What the source knows it by.
    pub source: usize,
    /// The whole of it.
    pub place: Place,
    /// A literal in braces, known before the run time after all.
    pub literal: Option<Literal>,
    /// A constant: it is there for certain, whatever its value.
    pub constant: bool,
    /// It may leave the body that it stands in.
    pub may_jump: bool,
}

/// What a literal is written as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LiteralKind {
    /// A string.
    String,
    /// A number without quotes.
    Number,
    /// `true` or `false` without quotes.
    Boolean,
    /// Something that lacks its quotes, as it was typed: the source says nothing of it, the checks do.
    Bare,
}

/// A literal, as the text that it stands for.
#[derive(Clone, Debug)]
pub struct Literal {
    /// The text.
    pub text: String,
    /// What it is written as.
    pub kind: LiteralKind,
    /// Where it stands.
    pub place: Place,
    /// It is meant as it stands, whatever it looks like.
    pub meant: bool,
}

/// The value of an attribute.
#[derive(Clone, Debug)]
pub enum Value {
    /// Known.
    Literal(Literal),
    /// Known at run time.
    Splice(Splice),
    /// What stands there could not be understood; there is an error already.
    Missing,
}

/// An attribute as it is written.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: Name,
    /// Its value.
    pub value: Value,
    /// The whole of it.
    pub place: Place,
    /// What the table says of it, once it has been checked.
    pub row: Option<&'static vocabulary::Attribute>,
    /// Rules that only the run time can decide: it is left out unless they hold.
    pub guards: Vec<&'static vocabulary::Rule>,
    /// A rule of the element needs it: it may not be left out.
    pub needed: Option<&'static vocabulary::Rule>,
    /// It has an error of its own, so that nothing can be concluded from it; these names were probably meant.
    pub fault: Option<Vec<&'static str>>,
    /// Those names, once they have been looked up for an element.
    pub(crate) meant: Option<(&'static str, Vec<&'static str>)>,
}

impl Attribute {
    /// One that has not been checked.
    #[must_use]
    pub const fn new(name: Name, value: Value, place: Place) -> Self {
        Self { name, value, place, row: None, guards: Vec::new(), needed: None, fault: None, meant: None }
    }
}

/// The tags of an element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tags {
    /// The opening tag, from `<` to its end.
    pub open: Place,
    /// What ends the opening tag: `>` or `/>`.
    pub end: Place,
    /// It ends in `/>`.
    pub empty: bool,
    /// The closing tag.
    pub close: Option<Place>,
}

/// An element as it is written.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name.
    pub name: Name,
    /// Its attributes, in the order written.
    pub attributes: Vec<Attribute>,
    /// What stands in it.
    pub children: Vec<Node>,
    /// The name in the closing tag that ends it, right or wrong.
    pub close: Option<Name>,
    /// Where its tags stand.
    pub tags: Tags,
    /// It has no closing tag although it needs one; there is an error already.
    pub unclosed: bool,
    /// What the table says of it, once it has been checked.
    pub row: Option<&'static vocabulary::Element>,
    /// Rules that only the run time can decide: it is left out as a whole unless they hold.
    pub guards: Vec<&'static vocabulary::Rule>,
    /// What was probably meant by a name that nobody knows, once that has been looked up.
    pub(crate) meant: Option<Meant>,
}

/// What may have been meant in one place.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    /// The element around it.
    pub(crate) parent: &'static str,
    pub(crate) rows: Vec<&'static vocabulary::Element>,
}

impl Element {
    /// One without attributes and children, not checked yet.
    #[must_use]
    pub const fn new(name: Name, tags: Tags) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            close: None,
            tags,
            unclosed: false,
            row: None,
            guards: Vec::new(),
            meant: None,
        }
    }

    /// From the opening to the closing tag.
    #[must_use]
    pub fn place(&self) -> Place {
        self.tags.open.to(self.tags.close.unwrap_or(self.tags.open))
    }

    /// The attribute of this name, as it is written.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name.text == name)
    }
}

/// How often the bodies of control flow come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Flow {
    /// One of the bodies, or none: `if` without `else`, and what may be configured away.
    Maybe,
    /// Exactly one of the bodies: `if … else`, `match`, and what only carries an attribute of Rust.
    One,
    /// The body any number of times: `for`, `while`.
    Repeat,
    /// The body at least once: `loop`.
    Loop,
}

/// A body of control flow, and what the source has in front of it.
#[derive(Clone, Debug)]
pub struct Branch {
    /// What the source knows its header by.
    pub header: usize,
    /// The markup.
    pub body: Vec<Node>,
}

/// Control flow.
#[derive(Clone, Debug)]
pub struct Control {
    /// What the source knows it by.
    pub source: usize,
    /// How often the bodies come.
    pub flow: Flow,
    /// A header may leave the body around it.
    pub may_jump: bool,
    /// The bodies.
    pub branches: Vec<Branch>,
}

/// A statement that makes no markup.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What the source knows it by.
    pub source: usize,
    /// It leaves the body that it stands in: `break`, `continue`, `return`.
    pub jumps: bool,
    /// It may leave it, as `let … else { break }` does.
    pub may_jump: bool,
}

/// What stands in an element, or at the top.
#[derive(Clone, Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text that is known.
    Text(Literal),
    /// Text or markup that only the run time knows.
    Splice(Splice),
    /// Bodies that come or do not.
    Control(Control),
    /// No markup at all.
    Statement(Statement),
    /// Something that could not be understood; there is an error already.
    Lost,
}

impl Node {
    /// The bodies of control flow; none for all other nodes.
    pub fn bodies(&self) -> impl Iterator<Item = &[Node]> {
        let branches = if let Self::Control(control) = self { &control.branches[..] } else { &[] };
        branches.iter().map(|branch| branch.body.as_slice())
    }

    /// Whether it may leave the body that it stands in.
    #[must_use]
    pub fn may_jump(&self) -> bool {
        match self {
            Self::Statement(statement) => statement.jumps || statement.may_jump,
            Self::Splice(splice) => splice.may_jump,
            Self::Control(control) => control.may_jump || self.bodies().flatten().any(Self::may_jump),
            Self::Element(element) => {
                let is_jump = |value: &Value| matches!(value, Value::Splice(splice) if splice.may_jump);
                element.attributes.iter().any(|attribute| is_jump(&attribute.value))
                    || element.children.iter().any(Self::may_jump)
            }
            Self::Text(_) => false,
            Self::Lost => true,
        }
    }

    /// The bodies of control flow, to be changed.
    pub fn bodies_mut(&mut self) -> impl Iterator<Item = &mut Vec<Node>> {
        let branches = if let Self::Control(control) = self { &mut control.branches[..] } else { &mut [] };
        branches.iter_mut().map(|branch| &mut branch.body)
    }
}

/// Every node that stands directly in `nodes`, whatever control flow leads to it.
pub fn leaves<'a>(nodes: &'a [Node], visit: &mut impl FnMut(&'a Node)) {
    for node in nodes {
        match node {
            Node::Control(_) => node.bodies().for_each(|body| leaves(body, visit)),
            _ => visit(node),
        }
    }
}

/// How many nodes there are, attributes among them: what a walk over them costs.
#[must_use]
pub fn size(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Element(element) => 1 + element.attributes.len() + size(&element.children),
        _ => 1 + node.bodies().map(size).sum::<usize>(),
    };
    nodes.iter().map(of).sum()
}
