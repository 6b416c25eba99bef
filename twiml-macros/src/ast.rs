//! The markup as a tree: plain data, every node with its place in the source.

use proc_macro2::{Span, TokenStream};
use twiml_core::vocabulary;

/// Where something stands: its first and its last token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Place {
    pub(crate) const fn at(span: Span) -> Self {
        Self { first: span, last: span }
    }

    pub(crate) const fn to(self, last: Span) -> Self {
        Self { first: self.first, last }
    }
}

/// The name of an element or of an attribute.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) place: Place,
    /// The escape hatch: nothing is checked.
    pub(crate) quoted: bool,
}

/// Rust that the macro hands on as it is.
#[derive(Clone, Debug)]
pub(crate) struct Splice {
    pub(crate) tokens: TokenStream,
    /// The whole of `{…}`.
    pub(crate) place: Place,
    /// `{"…"}`, `{20}` or `{true}`: known at compile time after all.
    pub(crate) literal: Option<Literal>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum LiteralKind {
    String,
    Number,
    Boolean,
}

/// A literal, as the text that it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Literal {
    pub(crate) text: String,
    pub(crate) kind: LiteralKind,
    pub(crate) place: Place,
    /// A string in braces: it is meant as it stands, whatever it looks like.
    pub(crate) verbatim: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Literal(Literal),
    Splice(Splice),
    /// What stands there could not be understood; there is an error already.
    Missing,
}

#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub(crate) name: Name,
    pub(crate) value: Value,
    /// What the table says of it, once it has been checked.
    pub(crate) row: Option<&'static vocabulary::Attribute>,
    /// Rules that only the run time can decide: it is left out unless they hold.
    pub(crate) guards: Vec<&'static vocabulary::Rule>,
    /// A rule of the element needs it: it may not be left out.
    pub(crate) needed: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) name: Name,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
    /// The name in the closing tag that ends it, right or wrong.
    pub(crate) close: Option<Name>,
    /// It has no closing tag although it needs one; there is an error already.
    pub(crate) unclosed: bool,
    /// What the table says of it, once it has been checked.
    pub(crate) row: Option<&'static vocabulary::Element>,
}

#[derive(Clone, Debug)]
pub(crate) struct Branch {
    /// `if …` without its body.
    pub(crate) header: TokenStream,
    pub(crate) body: Vec<Node>,
}

#[derive(Clone, Debug)]
pub(crate) struct Arm {
    /// `pattern if guard` without its arrow.
    pub(crate) pattern: TokenStream,
    pub(crate) body: Vec<Node>,
}

#[derive(Clone, Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(Literal),
    Splice(Splice),
    If {
        branches: Vec<Branch>,
        otherwise: Option<Vec<Node>>,
    },
    For {
        header: TokenStream,
        body: Vec<Node>,
    },
    Match {
        header: TokenStream,
        arms: Vec<Arm>,
    },
    Let {
        tokens: TokenStream,
    },
    /// Something that could not be understood; there is an error already.
    Lost,
}

/// The alternatives that control flow chooses from.
pub(crate) struct Paths<'a> {
    pub(crate) bodies: Vec<&'a [Node]>,
    /// One of them is taken for certain, and only once.
    pub(crate) certain: bool,
}

impl Node {
    /// What a node of control flow may lead to; `None` for all others.
    pub(crate) fn paths(&self) -> Option<Paths<'_>> {
        match self {
            Self::If { branches, otherwise } => {
                let bodies = branches.iter().map(|branch| branch.body.as_slice());
                let bodies = bodies.chain(otherwise.as_deref()).collect();
                Some(Paths { bodies, certain: otherwise.is_some() })
            }
            Self::For { body, .. } => Some(Paths { bodies: vec![body], certain: false }),
            Self::Match { arms, .. } => {
                Some(Paths { bodies: arms.iter().map(|arm| arm.body.as_slice()).collect(), certain: true })
            }
            Self::Element(_) | Self::Text(_) | Self::Splice(_) | Self::Let { .. } | Self::Lost => None,
        }
    }

    /// The bodies of a node of control flow, to be changed.
    pub(crate) fn bodies_mut(&mut self) -> Vec<&mut Vec<Node>> {
        match self {
            Self::If { branches, otherwise } => {
                branches.iter_mut().map(|branch| &mut branch.body).chain(otherwise.as_mut()).collect()
            }
            Self::For { body, .. } => vec![body],
            Self::Match { arms, .. } => arms.iter_mut().map(|arm| &mut arm.body).collect(),
            Self::Element(_) | Self::Text(_) | Self::Splice(_) | Self::Let { .. } | Self::Lost => Vec::new(),
        }
    }
}

/// Every node that stands directly in `nodes`, whatever control flow leads to it.
pub(crate) fn leaves<'a>(nodes: &'a [Node], visit: &mut impl FnMut(&'a Node)) {
    for node in nodes {
        match node.paths() {
            Some(paths) => paths.bodies.into_iter().for_each(|body| leaves(body, visit)),
            None => visit(node),
        }
    }
}
