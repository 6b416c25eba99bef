//! Rules on what stands before and after: verbs that never run, and values that must differ.

use twiml_check::catalogue::Fault;
use twiml_core::vocabulary::{self, Rule, RuleKind, Scope as RuleScope};

use super::{
    Checker,
    term::{Terms, Truth, attribute},
};
use crate::ast::{Element, Node, Place, Value, leaves};

impl Checker<'_> {
    /// Rules between the children of an element.
    pub(super) fn sequence(&mut self, element: &Element, row: &'static vocabulary::Element) {
        if row.is_document() {
            self.unreachable(&element.children, None);
            self.first_only(&element.children, Vec::new());
            self.not_last(&element.children);
            let mut started = Vec::new();
            self.unique(element, RuleScope::Document, &mut started);
        }
        let mut siblings = Vec::new();
        self.unique_among(element, RuleScope::Siblings, &mut siblings);
    }

    /// Warns of the first verb after one that ends the document. Returns the rule that ends this path, if one does.
    fn unreachable(&mut self, nodes: &[Node], ended: Option<&'static Rule>) -> Option<&'static Rule> {
        let mut ended = ended;
        let mut warned = false;
        for node in nodes {
            if let (Some(rule), false, Some(place)) = (ended, warned, first_element(node)) {
                warned = true;
                self.report(place, Fault::of_rule(rule, None).help("remove it, or move it to where it runs"));
            }
            if let Node::Element(element) = node {
                ended = ended.or_else(|| ending(element));
            } else if let (Some(paths), None) = (node.paths(), ended) {
                let ends: Vec<_> = paths.bodies.iter().map(|body| self.unreachable(body, None)).collect();
                if paths.certain && !ends.is_empty() && ends.iter().all(Option::is_some) {
                    ended = ends.first().copied().flatten();
                }
            }
        }
        ended
    }

    /// Verbs that work only as the first one.
    fn first_only<'a>(&mut self, nodes: &'a [Node], mut before: Vec<&'a str>) {
        for node in nodes {
            for body in node.paths().into_iter().flat_map(|paths| paths.bodies) {
                self.first_only(body, before.clone());
            }
            let Node::Element(element) = node else { continue };
            for rule in rules(element, RuleKind::FirstOnly) {
                let preceded = before.iter().any(|name| !rule.except.contains(name));
                if preceded && Terms::new(element).all(rule.when) == Truth::Yes {
                    self.report(
                        element.name.place,
                        Fault::of_rule(rule, None).help("move it to the top of the document"),
                    );
                }
            }
            before.push(&element.name.text);
        }
    }

    /// Verbs that are pointless as the last one.
    fn not_last(&mut self, nodes: &[Node]) {
        let Some(Node::Element(last)) = nodes.last() else { return };
        for rule in rules(last, RuleKind::NotLast) {
            if Terms::new(last).all(rule.when) == Truth::Yes {
                self.report(last.name.place, Fault::of_rule(rule, None).help("add the verb that keeps the call going"));
            }
        }
    }

    /// Values that may stand only once, in the whole document.
    fn unique(&mut self, parent: &Element, scope: RuleScope, seen: &mut Vec<(&'static str, String)>) {
        self.unique_among(parent, scope, seen);
        for node in &parent.children {
            if let Node::Element(element) = node {
                self.unique(element, scope, seen);
            }
        }
    }

    /// Values that may stand only once, among the children. Branches of control flow do not exclude each other here: only
    /// what stands on the straight way is certain.
    fn unique_among(&mut self, parent: &Element, scope: RuleScope, seen: &mut Vec<(&'static str, String)>) {
        let speaks = |rule: &&Rule| {
            rule.scope == scope && (rule.places.is_empty() || rule.places.contains(&parent.name.text.as_str()))
        };
        for node in &parent.children {
            let Node::Element(element) = node else { continue };
            for rule in rules(element, RuleKind::Unique).filter(speaks) {
                for (place, value) in values(element, rule) {
                    let entry = (rule.id, value);
                    if seen.contains(&entry) {
                        self.report(place, Fault::of_rule(rule, None).help("give it a value of its own"));
                    } else {
                        seen.push(entry);
                    }
                }
            }
        }
    }
}

/// The name of the element, or of the first one that control flow leads to.
fn first_element(node: &Node) -> Option<Place> {
    let mut first = None;
    leaves(std::slice::from_ref(node), &mut |leaf| {
        if let (Node::Element(element), None) = (leaf, first) {
            first = Some(element.name.place);
        }
    });
    first
}

/// The rule by which nothing after the element runs.
fn ending(element: &Element) -> Option<&'static Rule> {
    rules(element, RuleKind::Unreachable).find(|rule| Terms::new(element).all(rule.when) == Truth::Yes)
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
