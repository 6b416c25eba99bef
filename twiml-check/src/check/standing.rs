//! What stands beside each other only once a fragment is placed: places that refuse an element of a fragment as it is written,
//! and elements that an element refuses in the fragments placed in it.

use twiml_core::vocabulary::{self, Rule, RuleKind, Severity, Term};

use super::{
    Checker, Refusal,
    rule::{broken, need_one},
    term::{Terms, Truth, attribute},
};
use crate::{
    diagnostic::Diagnostic,
    tree::{Element, Name, Node, Place, Tags, leaves},
};

/// The places of an element that a fragment begins with, as far as rules look at the place.
#[derive(Default)]
struct Places {
    /// A rule is broken there.
    refused: Vec<(Refusal, &'static vocabulary::Element, &'static Rule)>,
    /// A rule hangs there on whether a run-time value is written.
    open: Vec<(Refusal, &'static Rule)>,
    /// Nothing is wrong there.
    sound: usize,
}

impl Places {
    fn of(element: &Element, rows: &[&'static vocabulary::Element]) -> Self {
        let mut places = Self::default();
        for row in rows {
            for parent in row.parents() {
                let rules = row.rules.iter().filter(|rule| {
                    let of_element = rule.attributes.is_empty();
                    rule.severity == Severity::Error
                        && rule.places.contains(&parent.name)
                        && (of_element || rule.attributes.iter().any(|name| is_written(element, name)))
                });
                let holds = |rule: &&'static Rule, assumption| {
                    broken(Terms { assume_written: Some(assumption), ..Terms::against(element, rule) }, rule)
                        == Truth::No
                };
                let refusal = |rule: &'static Rule| Refusal {
                    row: parent,
                    rule,
                    message: message(element, rule),
                    leaves_out: Vec::new(),
                };
                if let Some(rule) = rules.clone().find(|rule| !holds(rule, true)) {
                    places.refused.push((refusal(rule), row, rule));
                } else if let Some(rule) = rules.clone().find(|rule| !holds(rule, false)) {
                    places.open.push((refusal(rule), rule));
                } else {
                    places.sound += 1;
                }
            }
        }
        places
    }
}

impl Checker {
    /// The places that refuse an element of a fragment. One that no place takes is at fault.
    pub(super) fn refused(&mut self, element: &mut Element, rows: &[&'static vocabulary::Element]) -> Vec<Refusal> {
        let Places { refused, mut open, sound } = Places::of(element, rows);
        if let Some((_, row, rule)) = refused.first()
            && open.is_empty()
            && sound == 0
        {
            if rule.attributes.is_empty() {
                self.rule_of_element(element, row, rule);
            } else {
                self.rule_of_attributes(element, row, rule);
            }
            return Vec::new();
        }
        // A value that must be there for most of its places was meant for these: then it must be there. Other places that would
        // need another one do without the element, and so do those that are no more than what it fits as it is.
        let size = |rule: &Rule| open.iter().filter(|(_, other)| std::ptr::eq(*other, rule)).count();
        let most = open.iter().map(|(_, rule)| *rule).rev().max_by_key(|rule| size(rule));
        if let Some(most) = most.filter(|rule| size(rule) > sound) {
            need_one(element, most);
            open.retain(|(_, rule)| !std::ptr::eq(*rule, most));
        }
        refused.into_iter().map(|(refusal, ..)| refusal).chain(open.into_iter().map(|(refusal, _)| refusal)).collect()
    }
}

/// The words of a rule, for the first of its attributes that is written.
fn message(element: &Element, rule: &'static Rule) -> String {
    let at_fault = rule.attributes.iter().copied().find(|name| is_written(element, name));
    Diagnostic::of_rule(rule, at_fault, Place::default()).message()
}

/// Whether an attribute is there, and not as the escape hatch.
fn is_written(element: &Element, name: &str) -> bool {
    attribute(element, name).is_some_and(|attribute| !attribute.name.unchecked)
}

/// Rules of an element about children that a fragment may hold.
#[derive(Debug, Default)]
pub struct Standing {
    /// The children that it refuses, as it is written: one more of them would break a rule.
    pub refused: Vec<Refusal>,
    /// The children that it refuses if its attributes are such as only the run time knows.
    pub open: Vec<Refusal>,
}

/// What an element refuses of the fragments placed in it, beyond what its row says.
#[must_use]
pub fn standing(element: &Element) -> Standing {
    let Some(row) = element.row else { return Standing::default() };
    let rules: Vec<_> = row.rules.iter().filter(|rule| speaks_of_children(element, row, rule)).collect();
    if rules.is_empty() {
        return Standing::default();
    }
    let judge = |element: &Element, rule: &'static Rule| broken(Terms::against(element, rule), rule);
    let rules: Vec<_> = rules.into_iter().filter(|rule| judge(element, rule) != Truth::Yes).collect();
    let mut standing = Standing::default();
    let mut with_child = element.clone();
    let way = way_to_only_splice(&element.children);
    for child in row.children {
        let name = Name { text: child.name.to_owned(), place: Place::default(), unchecked: false };
        let node = Node::Element(Element { row: Some(*child), ..Element::new(name, Tags::default()) });
        at_end_of(&mut with_child.children, &way, |nodes| nodes.push(node));
        let is_broken = |rule: &&'static Rule| judge(&with_child, rule) == Truth::Yes;
        let is_open = |rule: &&'static Rule| decides(rule, child.name) && judge(&with_child, rule) == Truth::Open;
        let helps = |name: &str| {
            let mut rules = rules.iter().copied().filter(|rule| decides(rule, child.name));
            rules.all(|rule| rule.attributes.contains(&name) || judge_without(&with_child, name, rule) == Truth::No)
        };
        let refusal = |rule: &'static Rule, faulted: &[&'static str]| {
            let leaves_out = faulted.iter().copied().filter(|name| is_written(element, name) && helps(name)).collect();
            Refusal { row: child, rule, message: message(element, rule), leaves_out }
        };
        if let Some(rule) = rules.iter().copied().find(is_broken) {
            standing.refused.push(refusal(rule, rule.attributes));
        } else {
            let open = rules.iter().copied().filter(is_open);
            standing.open.extend(open.map(|rule| refusal(rule, &faulted(rule))));
        }
        at_end_of(&mut with_child.children, &way, |nodes| drop(nodes.pop()));
    }
    standing
}

/// The bodies of control flow that lead to the one place where a fragment comes, each as its node and its number in it; with
/// several such places, what they have in common.
fn way_to_only_splice(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut way = Vec::new();
    let mut nodes = nodes;
    loop {
        let mut holders = nodes.iter().enumerate().filter(|(_, node)| holds_splice(node));
        let Some((index, node)) = holders.next().filter(|_| holders.next().is_none()) else { return way };
        let mut bodies = node.bodies().enumerate().filter(|(_, body)| body.iter().any(holds_splice));
        let Some((number, body)) = bodies.next().filter(|_| bodies.next().is_none()) else { return way };
        way.push((index, number));
        nodes = body;
    }
}

fn holds_splice(node: &Node) -> bool {
    let mut found = false;
    leaves(std::slice::from_ref(node), &mut |leaf| found |= matches!(leaf, Node::Splice(_)));
    found
}

/// Changes the body that a way leads to.
fn at_end_of(nodes: &mut Vec<Node>, way: &[(usize, usize)], change: impl FnOnce(&mut Vec<Node>)) {
    let Some((&(index, number), rest)) = way.split_first() else { return change(nodes) };
    if let Some(body) = nodes.get_mut(index).and_then(|node| node.bodies_mut().nth(number)) {
        at_end_of(body, rest, change);
    }
}

/// Whether the element breaks a rule once an attribute is left out.
pub(super) fn judge_without(element: &Element, name: &str, rule: &'static Rule) -> Truth {
    broken(Terms { without: Some(name), ..Terms::against(element, rule) }, rule)
}

fn speaks_of_children(element: &Element, row: &'static vocabulary::Element, rule: &Rule) -> bool {
    // A rule that faults attributes speaks of those that are written.
    let speaks = rule.attributes.is_empty() || rule.attributes.iter().any(|name| is_written(element, name));
    let mut terms = rule.when.iter().chain(rule.forbids);
    speaks
        && rule.severity == Severity::Error
        && rule.places.is_empty()
        && (terms.any(|term| row.children.iter().any(|child| names(term, child.name)))
            || rule.of.iter().any(|name| row.child(name).is_some()))
}

/// Whether a rule looks at no child but this one, so that the attributes decide the rest.
fn decides(rule: &Rule, child: &str) -> bool {
    let is_other = |term: &'static str| {
        matches!(Term::parse(term), Some((_, Term::Child(_) | Term::ChildWith(..)))) && !names(term, child)
    };
    let is_named = |terms: &[&'static str]| terms.iter().any(|term| names(term, child));
    matches!(rule.kind, RuleKind::Requires | RuleKind::Conflicts)
        && !rule.when.iter().any(|term| is_other(term))
        && (rule.forbids.is_empty() || is_named(rule.forbids))
        && (is_named(rule.when) || is_named(rule.forbids))
}

/// The attributes that are left out where a rule turns out to be broken: those at fault, or those that make it speak.
fn faulted(rule: &Rule) -> Vec<&'static str> {
    if !rule.attributes.is_empty() {
        return rule.attributes.to_vec();
    }
    let terms = rule.when.iter().filter_map(|term| Term::parse(term));
    terms.filter_map(|(negated, term)| term.attribute().filter(|_| !negated)).collect()
}

/// Whether the term is that there is such a child.
fn names(term: &'static str, child: &str) -> bool {
    matches!(Term::parse(term), Some((false, Term::Child(words))) if words.contains(child))
}
