//! Markup as a tree that loses nothing: every token is in it, and every comment.

/// Tokens that follow each other, by their indices, the end excluded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Span {
    pub(crate) fn is_empty(self) -> bool {
        self.from >= self.to
    }
}

/// What stands between two tags or two braces.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) items: Vec<Item>,
    /// The end stands on a line of its own.
    pub(crate) breaks_at_end: bool,
}

#[derive(Debug)]
pub(crate) struct Item {
    /// Line breaks before it: none, one, or more.
    pub(crate) breaks: u8,
    pub(crate) node: Node,
}

#[derive(Debug)]
pub(crate) enum Node {
    Comment(Comment),
    /// A string, or a variable of a macro that stands for one.
    Text(Span),
    /// `{…}`
    Splice(Splice),
    Element(Box<Element>),
    If(Vec<Branch>),
    /// `for`, `while` and `loop`.
    Loop {
        header: Span,
        body: List,
    },
    Match {
        header: Span,
        arms: Vec<ArmItem>,
    },
    /// `let …;` and the other statements.
    Statement(Span),
    /// `#[…]`
    Attribute(Span),
    /// `$( … )*` of a macro.
    Repetition {
        body: List,
        /// The separator and the operator behind the parentheses.
        tail: Span,
    },
    /// `<?xml … ?>`
    Prolog(Span),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum CommentKind {
    /// `// …`: the rest of the line.
    Line,
    /// `/* … */` and `<!-- … -->`
    Block,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Comment {
    pub(crate) kind: CommentKind,
    /// Line breaks before it.
    pub(crate) breaks: u8,
    pub(crate) span: Span,
}

/// Rust in braces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Splice {
    /// What stands between the braces.
    pub(crate) content: Span,
}

#[derive(Debug)]
pub(crate) struct Element {
    /// `<` and the name.
    pub(crate) opening: Span,
    pub(crate) attributes: Vec<AttributeItem>,
    /// `>` or `/>`
    pub(crate) tag_end: Span,
    /// `None` for `<Name/>`.
    pub(crate) content: Option<Content>,
}

#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) children: List,
    /// `</Name>`
    pub(crate) closing: Span,
}

#[derive(Debug)]
pub(crate) struct AttributeItem {
    pub(crate) breaks: u8,
    pub(crate) attribute: Attribute,
}

#[derive(Debug)]
pub(crate) enum Attribute {
    Comment(Comment),
    /// `name={…}`
    Rust {
        name: Span,
        value: Splice,
    },
    /// All others: a name and a literal, or what a macro repeats.
    Plain(Span),
}

/// `if …`, `else if …` or `else`, with its body.
#[derive(Debug)]
pub(crate) struct Branch {
    /// Comments in front of `else`.
    pub(crate) before: Vec<Comment>,
    /// Comments behind `else`.
    pub(crate) behind: Vec<Comment>,
    /// `if` and the condition; `None` for a mere `else`.
    pub(crate) header: Option<Span>,
    pub(crate) body: List,
}

#[derive(Debug)]
pub(crate) struct ArmItem {
    pub(crate) breaks: u8,
    pub(crate) arm: Arm,
}

#[derive(Debug)]
pub(crate) enum Arm {
    Comment(Comment),
    Arm {
        /// Everything in front of `=>`.
        pattern: Span,
        /// Comments between the arrow and the body.
        behind: Vec<Comment>,
        body: ArmBody,
        /// Comments between the body and the comma.
        before: Vec<Comment>,
        comma: bool,
    },
}

#[derive(Debug)]
pub(crate) enum ArmBody {
    /// `{ markup }`
    Block(List),
    /// `{ Rust }`
    Splice(Splice),
    /// Markup up to the comma.
    Nodes(List),
}
