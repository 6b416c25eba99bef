//! Blocks of a template: `{{#if vip}}…{{else}}…{{/if}}`, `{% for item in order %}…{% endfor %}`.

use std::collections::HashMap;

use super::{
    placeholder::{Placeholder, Role},
    read::Item,
};
use crate::tree::{Branch, Control, Flow, Node, Splice};

/// A block that has begun.
struct Open<'a> {
    mark: usize,
    name: &'a str,
    branches: Vec<Branch>,
    /// One of its parts comes in any case.
    complete: bool,
}

/// Puts the blocks of one element together. What does not fit is left for what it is: something that only the run time
/// knows. `room` is how deep they may be nested.
pub(super) fn fold(items: Vec<Item>, placeholders: &[Placeholder], room: usize) -> Vec<Node> {
    let mut folder = Folder { nodes: Vec::new(), open: Vec::new(), placeholders, room };
    let mut ends = ends(&items, placeholders);
    for item in items {
        match item {
            Item::Node(node) => folder.push(node),
            Item::Mark(mark) => folder.mark(mark, &mut ends),
        }
    }
    while let Some(open) = folder.open.pop() {
        folder.dissolve(open);
    }
    folder.nodes
}

/// How many blocks of each name end among the items.
fn ends<'a>(items: &[Item], placeholders: &'a [Placeholder]) -> HashMap<&'a str, usize> {
    let mut ends = HashMap::new();
    for item in items {
        if let Item::Mark(mark) = item
            && let Some(Placeholder { role: Role::Close(name), .. }) = placeholders.get(*mark)
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

    fn mark(&mut self, mark: usize, ends: &mut HashMap<&str, usize>) {
        let Some(placeholder) = self.placeholders.get(mark) else { return };
        match &placeholder.role {
            Role::Open(name) if self.open.len() < self.room => self.begin(mark, name),
            Role::MayOpen(name)
                if self.open.len() < self.room && ends.get(name.as_str()).is_some_and(|&left| left > 0) =>
            {
                self.begin(mark, name);
            }
            Role::Middle { otherwise } => match self.open.last_mut() {
                Some(open) => {
                    open.complete |= *otherwise && !is_loop(open.name);
                    open.branches.push(Branch { header: mark, body: Vec::new() });
                }
                None => self.splice(mark),
            },
            Role::Close(name) => {
                if let Some(left) = ends.get_mut(name.as_str()) {
                    *left -= 1;
                }
                match self.open.pop_if(|open| open.name == name) {
                    Some(open) => self.end(open),
                    None => self.splice(mark),
                }
            }
            Role::Comment => {}
            Role::Value | Role::Open(_) | Role::MayOpen(_) => self.splice(mark),
        }
    }

    fn splice(&mut self, mark: usize) {
        let Some(placeholder) = self.placeholders.get(mark) else { return };
        self.push(Node::Splice(Splice { source: mark, place: placeholder.place, literal: None, constant: false }));
    }

    fn begin(&mut self, mark: usize, name: &'a str) {
        let first = Branch { header: mark, body: Vec::new() };
        self.open.push(Open { mark, name, branches: vec![first], complete: false });
    }

    fn end(&mut self, open: Open<'_>) {
        let flow = match open {
            Open { complete: true, .. } => Flow::One,
            Open { name, ref branches, .. } if is_loop(name) && branches.len() == 1 => Flow::Repeat,
            Open { .. } => Flow::Maybe,
        };
        self.push(Node::Control(Control { source: open.mark, flow, branches: open.branches }));
    }

    /// A block without its end.
    fn dissolve(&mut self, open: Open<'_>) {
        for branch in open.branches {
            self.splice(branch.header);
            branch.body.into_iter().for_each(|node| self.push(node));
        }
    }
}

/// Blocks whose content comes any number of times.
fn is_loop(name: &str) -> bool {
    matches!(name, "each" | "for" | "foreach" | "tablerow")
}
