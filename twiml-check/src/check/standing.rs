//! What stands beside each other only once a fragment is placed: places that refuse an element of a fragment as it is written,
//! and elements that an element refuses in the fragments placed in it.

use twiml_core::vocabulary::{self, Rule, Severity, Term};

use super::{
    Checker, Refusal,
    rule::{broken, need_one},
    term::{Terms, Truth, attribute},
};
use crate::{
    diagnostic::Diagnostic,
    tree::{Element, Name, Node, Place, Tags},
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
                let refusal = |rule: &'static Rule| Refusal { row: parent, message: message(element, rule) };
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
        // need another one do without the element.
        let size = |rule: &Rule| open.iter().filter(|(_, other)| std::ptr::eq(*other, rule)).count();
        let most = open.iter().map(|(_, rule)| *rule).rev().max_by_key(|rule| size(rule));
        if let Some(most) = most.filter(|rule| size(rule) >= sound) {
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

/// The children that an element refuses, as it is written, beyond what its row says: one more of them, in whatever fragment,
/// would break a rule.
#[must_use]
pub fn forbidden_children(element: &Element) -> Vec<Refusal> {
    let Some(row) = element.row else { return Vec::new() };
    let looks_at_children = |rule: &&'static Rule| {
        let names_child =
            |term: &&'static str| matches!(Term::parse(term), Some((_, Term::Child(_) | Term::ChildWith(..))));
        let terms = || rule.when.iter().chain(rule.forbids);
        // A rule that faults attributes speaks of those that are written.
        let speaks = rule.attributes.is_empty() || rule.attributes.iter().any(|name| is_written(element, name));
        speaks
            && rule.severity == Severity::Error
            && rule.places.is_empty()
            && (terms().any(|term| names_child(&term)) || rule.of.iter().any(|name| row.child(name).is_some()))
    };
    let rules: Vec<_> = row.rules.iter().filter(looks_at_children).collect();
    if rules.is_empty() {
        return Vec::new();
    }
    let is_kept = |element: &Element, rule: &'static Rule| broken(Terms::against(element, rule), rule) != Truth::Yes;
    let rules: Vec<_> = rules.into_iter().filter(|rule| is_kept(element, rule)).collect();
    let mut with_child = element.clone();
    let refusal = |child: &&'static vocabulary::Element| {
        let name = Name { text: child.name.to_owned(), place: Place::default(), unchecked: false };
        with_child.children.push(Node::Element(Element { row: Some(*child), ..Element::new(name, Tags::default()) }));
        let rule = rules.iter().find(|rule| !is_kept(&with_child, rule));
        with_child.children.pop();
        Some(Refusal { row: *child, message: message(element, rule?) })
    };
    row.children.iter().filter_map(refusal).collect()
}
