//! How many children there are, as far as the markup tells.

use super::Truth;
use crate::tree::{Element, Flow, Node};

/// How many children there are, at least and at most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    /// So many come for certain.
    pub(super) least: usize,
    /// So many may come, as far as they stand in the markup; what is repeated counts once.
    pub(super) most: usize,
    /// More may come from what only the run time knows.
    pub(super) open: bool,
}

impl Count {
    /// The children that are wanted; a fragment may hold any number of them.
    pub(super) fn of(nodes: &[Node], wanted: &dyn Fn(&Element) -> bool) -> Self {
        nodes.iter().fold(Self::default(), |sum, node| {
            let count = Self::of_node(node, wanted);
            Self { least: sum.least + count.least, most: sum.most + count.most, open: sum.open || count.open }
        })
    }

    fn of_node(node: &Node, wanted: &dyn Fn(&Element) -> bool) -> Self {
        match node {
            // Nothing is known of what is not checked: it may be meant.
            Node::Element(element) if element.name.unchecked => Self { open: true, ..Self::default() },
            Node::Element(element) if wanted(element) => Self { least: 1, most: 1, open: false },
            Node::Element(_) | Node::Text(_) | Node::Statement(_) => Self::default(),
            Node::Splice(_) | Node::Lost => Self { open: true, ..Self::default() },
            Node::Control(control) => {
                let bodies = control.branches.iter().map(|branch| Self::of_body(&branch.body, control.flow, wanted));
                let alternatives = bodies.reduce(|one, other| Self {
                    least: one.least.min(other.least),
                    most: one.most.max(other.most),
                    open: one.open || other.open,
                });
                let all = alternatives.unwrap_or_default();
                match control.flow {
                    Flow::One | Flow::Loop => all,
                    Flow::Maybe | Flow::Repeat => Self { least: 0, ..all },
                }
            }
        }
    }

    /// What comes of a body: a loop may be left before its end. Each node is looked at once.
    fn of_body(body: &[Node], flow: Flow, wanted: &dyn Fn(&Element) -> bool) -> Self {
        let end = match flow {
            Flow::Loop => body.iter().position(Node::may_jump).unwrap_or(body.len()),
            Flow::Maybe | Flow::One | Flow::Repeat => body.len(),
        };
        let (certain, rest) = body.split_at_checked(end).unwrap_or((body, &[]));
        let (certain, rest) = (Self::of(certain, wanted), Self::of(rest, wanted));
        Self { least: certain.least, most: certain.most + rest.most, open: certain.open || rest.open }
    }

    /// Whether there are any; `possible` is what it counts as that some may come.
    pub(super) const fn any(self, possible: Truth) -> Truth {
        match self {
            Self { least: 1.., .. } => Truth::Yes,
            Self { most: 1.., .. } => possible,
            Self { open: true, .. } => Truth::Open,
            Self { .. } => Truth::No,
        }
    }
}
