//! Rules on what stands before and after: verbs that never run, and values that must differ.

use std::collections::HashSet;

use twiml_core::vocabulary::{self, Rule, RuleKind, Scope as RuleScope, Severity};

use super::{
    Checker, Draft,
    remedy::seen_from,
    term::{Terms, Truth, attribute},
};
use crate::{
    change::Change,
    diagnostic::Diagnostic,
    tree::{Element, Flow, Node, Place, Value, leaves},
};

/// What has been named once.
#[derive(Default)]
struct Named {
    seen: HashSet<Key>,
    /// The same in the order in which it came, so that a branch can be taken back.
    order: Vec<Key>,
}

/// A value, by the rule after which it may stand only once.
#[derive(Clone, Eq, Hash, PartialEq)]
struct Key {
    rule: &'static str,
    value: String,
    /// What may come counts as well.
    strict: bool,
}

impl Named {
    /// Whether it is new.
    fn insert(&mut self, key: Key) -> bool {
        let new = self.seen.insert(key.clone());
        if new {
            self.order.push(key);
        }
        new
    }

    /// Forgets all behind the first ones, and gives it.
    fn take_back(&mut self, first: usize) -> Vec<Key> {
        let last: Vec<Key> = self.order.drain(first..).collect();
        for key in &last {
            self.seen.remove(key);
        }
        last
    }
}

impl Checker {
    /// Rules between the children of an element.
    pub(super) fn sequence(&mut self, element: &Element, row: &'static vocabulary::Element) {
        if row.is_document() {
            self.unreachable(&element.children, None);
            self.first_only(&element.children, &mut Vec::new());
            self.not_last(&element.children);
            self.unique(element, &element.children, RuleScope::Document, &mut Named::default());
        }
        self.unique(element, &element.children, RuleScope::Siblings, &mut Named::default());
    }

    /// Warns of the first verb after one that ends the document. Returns the rule that ends this path, if one does.
    fn unreachable(&mut self, nodes: &[Node], ended: Option<&'static Rule>) -> Option<&'static Rule> {
        let mut ended = ended;
        let mut warned = false;
        for (index, node) in nodes.iter().enumerate() {
            if let (Some(rule), false) = (ended, warned)
                && let Some(place) = elements(std::slice::from_ref(node)).first()
            {
                warned = true;
                let rest = elements(nodes.get(index..).unwrap_or_default());
                let draft = Draft::new(Diagnostic::of_rule(rule, None, *place));
                let draft = draft.change(Change::RemoveElements { elements: rest });
                self.report(draft.besides("move it to where it runs"));
            }
            match node {
                Node::Element(element) => ended = ended.or_else(|| ending(element)),
                Node::Control(control) if ended.is_none() => {
                    let ends: Vec<_> = node.bodies().map(|body| self.unreachable(body, None)).collect();
                    let is_certain = match control.flow {
                        Flow::One => !ends.is_empty() && ends.iter().all(Option::is_some),
                        // A loop may be left before it gets there.
                        Flow::Loop => node.bodies().any(ends_first),
                        Flow::Maybe | Flow::Repeat => false,
                    };
                    if is_certain {
                        ended = ends.first().copied().flatten();
                    }
                }
                _ => {}
            }
        }
        ended
    }

    /// Verbs that work only as the first one. `before` are the names that stand before it for certain, each once.
    fn first_only<'a>(&mut self, nodes: &'a [Node], before: &mut Vec<&'a str>) {
        for node in nodes {
            let certain = before.len();
            let mut common: Option<Vec<&'a str>> = None;
            for body in node.bodies() {
                self.first_only(body, before);
                let names = before.split_off(certain);
                common = Some(match common {
                    Some(common) => common.into_iter().filter(|name| names.contains(name)).collect(),
                    None => names,
                });
            }
            if matches!(node, Node::Control(control) if control.flow == Flow::One) {
                before.extend(common.into_iter().flatten());
            }
            let Node::Element(element) = node else { continue };
            for rule in rules(element, RuleKind::FirstOnly) {
                let preceded = before.iter().any(|name| !rule.except.contains(name));
                if preceded && Terms::against(element, rule).all(rule.when) == Truth::Yes {
                    let place = element.name.place;
                    let draft = Draft::new(Diagnostic::of_rule(rule, None, place)).otherwise(seen_from(rule));
                    self.report(draft.change(Change::MoveFirst { element: place }));
                }
            }
            let name = element.row.map_or("", |row| row.name);
            remember(before, name);
        }
    }

    /// Verbs that are pointless as the last one.
    fn not_last(&mut self, nodes: &[Node]) {
        let last = match nodes.iter().rfind(|node| !matches!(node, Node::Statement(_))) {
            Some(Node::Element(last)) => last,
            Some(node @ Node::Control(control)) if control.flow == Flow::One => {
                return node.bodies().for_each(|body| self.not_last(body));
            }
            _ => return,
        };
        for rule in rules(last, RuleKind::NotLast) {
            if Terms::against(last, rule).all(rule.when) == Truth::Yes {
                self.report(Draft::new(Diagnostic::of_rule(rule, None, last.name.place)).otherwise(seen_from(rule)));
            }
        }
    }

    /// Values that may stand only once. What may come counts, but the branches of control flow exclude each other.
    fn unique(&mut self, parent: &Element, nodes: &[Node], scope: RuleScope, named: &mut Named) {
        for node in nodes {
            match node {
                Node::Element(element) => {
                    self.unique_one(parent, element, scope, named);
                    if scope == RuleScope::Document {
                        self.unique(element, &element.children, scope, named);
                    }
                }
                Node::Control(control) => {
                    let known = named.order.len();
                    let mut behind = Vec::new();
                    for body in node.bodies() {
                        self.unique(parent, body, scope, named);
                        behind.extend(named.take_back(known));
                    }
                    let is_certain = control.flow == Flow::One && control.branches.len() == 1;
                    for key in behind.into_iter().filter(|key| key.strict || is_certain) {
                        named.insert(key);
                    }
                }
                _ => {}
            }
        }
    }

    fn unique_one(&mut self, parent: &Element, element: &Element, scope: RuleScope, named: &mut Named) {
        let speaks = |rule: &&Rule| {
            rule.scope == scope && (rule.places.is_empty() || rule.places.contains(&parent.name.text.as_str()))
        };
        for rule in rules(element, RuleKind::Unique).filter(speaks) {
            for (place, value) in values(element, rule) {
                let key = Key { rule: rule.id, value, strict: rule.severity == Severity::Error };
                if !named.insert(key) {
                    self.report(Draft::new(Diagnostic::of_rule(rule, None, place)).otherwise(seen_from(rule)));
                }
            }
        }
    }
}

/// Adds a name to a list that has each once.
fn remember<'a>(names: &mut Vec<&'a str>, name: &'a str) {
    if !names.contains(&name) {
        names.push(name);
    }
}

/// The elements that control flow may lead to.
fn elements(nodes: &[Node]) -> Vec<Place> {
    let mut places = Vec::new();
    leaves(nodes, &mut |leaf| {
        if let Node::Element(element) = leaf {
            places.push(element.name.place);
        }
    });
    places
}

/// Whether the document ends in these nodes before anything may leave them.
fn ends_first(nodes: &[Node]) -> bool {
    let until_jump = nodes.iter().take_while(|node| !node.may_jump());
    until_jump.into_iter().any(|node| match node {
        Node::Element(element) => ending(element).is_some(),
        Node::Control(control) if control.flow == Flow::One => {
            !control.branches.is_empty() && node.bodies().all(ends_first)
        }
        Node::Control(control) if control.flow == Flow::Loop => node.bodies().all(ends_first),
        _ => false,
    })
}

/// The rule by which nothing after the element runs.
fn ending(element: &Element) -> Option<&'static Rule> {
    rules(element, RuleKind::Unreachable).find(|rule| Terms::against(element, rule).all(rule.when) == Truth::Yes)
}

fn rules(element: &Element, kind: RuleKind) -> impl Iterator<Item = &'static Rule> {
    element.row.into_iter().flat_map(|row| row.rules).filter(move |rule| rule.kind == kind)
}

/// The values of a rule and where their names stand.
fn values(element: &Element, rule: &Rule) -> Vec<(Place, String)> {
    let values = rule.of.iter().filter_map(|notation| {
        let attribute = attribute(element, notation.strip_prefix('@')?)?;
        match &attribute.value {
            Value::Literal(literal) => Some((attribute.name.place, literal.text.clone())),
            Value::Splice(_) | Value::Missing => None,
        }
    });
    values.collect()
}
