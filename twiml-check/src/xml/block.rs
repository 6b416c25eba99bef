//! Blocks of a template: `{{#if vip}}…{{else}}…{{/if}}`, `{% for item in order %}…{% endfor %}`.

use std::collections::HashMap;

use super::placeholder::{Placeholder, Role};
use crate::tree::{Branch, Control, Flow, Node, Splice};

/// A block that has begun.
struct Open<'a> {
    name: &'a str,
    /// What begins each of its parts.
    marks: Vec<Splice>,
    branches: Vec<Branch>,
    /// One of its parts comes in any case.
    complete: bool,
}

/// Puts the blocks of one element together. What does not fit is left for what it is: something that only the run time
/// knows. `room` is how deep they may be nested.
pub(super) fn fold(nodes: Vec<Node>, placeholders: &[Placeholder], room: usize) -> Vec<Node> {
    let mut folder = Folder { nodes: Vec::new(), open: Vec::new(), placeholders, room };
    let mut ends = ends(&nodes, placeholders);
    for node in nodes {
        match node {
            Node::Splice(splice) => folder.splice(splice, &mut ends),
            _ => folder.push(node),
        }
    }
    while let Some(open) = folder.open.pop() {
        folder.dissolve(open);
    }
    folder.nodes
}

/// How many blocks of each name end among the nodes.
fn ends<'a>(nodes: &[Node], placeholders: &'a [Placeholder]) -> HashMap<&'a str, usize> {
    let mut ends = HashMap::new();
    for node in nodes {
        if let Node::Splice(splice) = node
            && let Some(Placeholder { role: Role::Close(name), .. }) = placeholders.get(splice.source)
        {
            *ends.entry(name.as_str()).or_default() += 1;
        }
    }
    ends
}

struct Folder<'a> {
    nodes: Vec<Node>,
    open: Vec<Open<'a>>,
    placeholders: &'a [Placeholder],
    room: usize,
}

impl<'a> Folder<'a> {
    fn push(&mut self, node: Node) {
        let body = self.open.last_mut().and_then(|open| open.branches.last_mut()).map(|branch| &mut branch.body);
        body.unwrap_or(&mut self.nodes).push(node);
    }

    fn splice(&mut self, splice: Splice, ends: &mut HashMap<&str, usize>) {
        let Some(placeholder) = self.placeholders.get(splice.source) else { return };
        let has_room = self.open.len() < self.room;
        match &placeholder.role {
            Role::Open(name) if has_room => self.begin(splice, name),
            Role::MayOpen(name) if has_room && ends.get(name.as_str()).is_some_and(|&left| left > 0) => {
                self.begin(splice, name);
            }
            Role::Middle { otherwise } => self.middle(splice, *otherwise),
            Role::Close(name) => {
                if let Some(left) = ends.get_mut(name.as_str()) {
                    *left -= 1;
                }
                match self.open.pop_if(|open| open.name == name) {
                    Some(open) => self.end(open),
                    None => self.push(Node::Splice(splice)),
                }
            }
            Role::Comment | Role::Value | Role::Open(_) | Role::MayOpen(_) => self.push(Node::Splice(splice)),
        }
    }

    fn begin(&mut self, mark: Splice, name: &'a str) {
        let first = Branch { header: mark.source, body: Vec::new() };
        self.open.push(Open { name, marks: vec![mark], branches: vec![first], complete: false });
    }

    fn middle(&mut self, mark: Splice, otherwise: bool) {
        match self.open.last_mut() {
            Some(open) => {
                open.complete |= otherwise && !is_loop(open.name);
                open.branches.push(Branch { header: mark.source, body: Vec::new() });
                open.marks.push(mark);
            }
            None => self.push(Node::Splice(mark)),
        }
    }

    fn end(&mut self, open: Open<'_>) {
        let flow = match open {
            Open { complete: true, .. } => Flow::One,
            Open { name, ref branches, .. } if is_loop(name) && branches.len() == 1 => Flow::Repeat,
            Open { .. } => Flow::Maybe,
        };
        let source = open.branches.first().map_or(0, |branch| branch.header);
        self.push(Node::Control(Control { source, flow, may_jump: false, branches: open.branches }));
    }

    /// A block without its end.
    fn dissolve(&mut self, open: Open<'_>) {
        for (mark, branch) in open.marks.into_iter().zip(open.branches) {
            self.push(Node::Splice(mark));
            branch.body.into_iter().for_each(|node| self.push(node));
        }
    }
}

/// Blocks whose content comes any number of times.
fn is_loop(name: &str) -> bool {
    matches!(name, "each" | "for" | "foreach" | "tablerow")
}
