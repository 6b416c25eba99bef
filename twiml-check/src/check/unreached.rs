//! What never runs because the Rust before it never comes to its end: a jump, or a loop that nothing leaves.

use super::{Checker, Draft};
use crate::{
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    tree::{Element, Flow, Node, Place},
};

/// Why nothing comes after a node.
#[derive(Clone, Copy)]
enum End {
    Jump,
    Loop,
}

impl End {
    const fn words(self) -> &'static str {
        match self {
            Self::Jump => "`break`, `continue` or `return`",
            Self::Loop => "a `loop` that nothing leaves",
        }
    }
}

impl Checker {
    /// Warns of the first node of each list that never runs.
    pub(super) fn unreached(&mut self, nodes: &[Node]) {
        self.end_of(nodes);
    }

    /// What ends a list before its end, if that is certain.
    fn end_of(&mut self, nodes: &[Node]) -> Option<End> {
        let mut ended = None;
        let mut warned = false;
        for (index, node) in nodes.iter().enumerate() {
            if let (Some(end), false) = (ended, warned)
                && let Some(place) = place(node)
            {
                warned = true;
                self.never_runs(place, end, nodes.get(index..).unwrap_or_default());
            }
            let end = match node {
                Node::Statement(statement) => statement.jumps.then_some(End::Jump),
                Node::Element(Element { children, .. }) => self.end_of(children),
                Node::Control(control) => {
                    let ends: Vec<_> = node.bodies().map(|body| self.end_of(body)).collect();
                    match control.flow {
                        Flow::One if ends.iter().all(Option::is_some) => ends.first().copied().flatten(),
                        Flow::Loop if !node.may_jump() => Some(End::Loop),
                        Flow::One | Flow::Loop | Flow::Maybe | Flow::Repeat => None,
                    }
                }
                Node::Text(_) | Node::Splice(_) | Node::Lost => None,
            };
            ended = ended.or(end);
        }
        ended
    }

    fn never_runs(&mut self, place: Place, end: End, rest: &[Node]) {
        let diagnostic = Diagnostic::new(Code::Unreached, place).with("before", end.words());
        let elements: Option<Vec<Place>> = rest
            .iter()
            .map(|node| match node {
                Node::Element(element) => Some(element.name.place),
                _ => None,
            })
            .collect();
        let remove = elements.map(|elements| Change::RemoveElements { elements });
        self.report(Draft::new(diagnostic).changes(remove));
    }
}

/// Where something stands that comes out, if it is known.
fn place(node: &Node) -> Option<Place> {
    match node {
        Node::Element(element) => Some(element.name.place),
        Node::Text(text) => Some(text.place),
        Node::Splice(splice) => Some(splice.place),
        Node::Control(_) => node.bodies().flatten().find_map(place),
        Node::Statement(_) | Node::Lost => None,
    }
}
