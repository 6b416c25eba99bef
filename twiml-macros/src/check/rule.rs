//! Rules between attributes, values and children: each kind once. The rows are in the tables.

use twiml_check::catalogue::{Fault, alternatives};
use twiml_core::vocabulary::{self, Kind, Rule, RuleKind, Severity, Term, Words};

use super::{
    Checker,
    term::{Count, Terms, Truth, attribute, run_time_values},
};
use crate::ast::{Element, Node, Place, Value, leaves};

/// A list of names that is longer says less than a word.
const FEW: usize = 4;

impl Checker<'_> {
    /// The rules that one element and its children decide.
    pub(super) fn rules(
        &mut self,
        element: &mut Element,
        row: &'static vocabulary::Element,
        parent: Option<&'static vocabulary::Element>,
    ) {
        let speaks =
            |rule: &Rule| rule.places.is_empty() || parent.is_some_and(|parent| rule.places.contains(&parent.name));
        // What is wrong with the children is often a doubt, too: once is enough.
        let is_wrong = row.rules.iter().filter(|rule| speaks(rule)).any(|rule| {
            let of_element = rule.attributes.is_empty() && rule.severity == Severity::Error;
            of_element && broken(Terms::new(element), rule) == Truth::Yes
        });
        let is_unclear = is_unclear(element, row);
        for rule in row.rules.iter().filter(|rule| speaks(rule)) {
            if rule.attributes.is_empty() {
                if is_unclear || is_wrong && rule.severity == Severity::Warning {
                    continue;
                }
                self.rule_of_element(element, row, rule);
            } else {
                self.rule_of_attributes(element, row, rule);
            }
        }
    }

    /// A rule that faults attributes, each on its own.
    fn rule_of_attributes(&mut self, element: &mut Element, row: &'static vocabulary::Element, rule: &'static Rule) {
        for name in rule.attributes {
            let Some(position) = element.attributes.iter().position(|written| written.name.text == *name) else {
                continue;
            };
            let truth = broken(Terms::new(element), rule);
            // Where only the children are not known, there is nothing that the run time could look at.
            let decides = !run_time_values(element, rule).is_empty();
            let Some(at_fault) = element.attributes.get_mut(position) else { continue };
            if at_fault.name.quoted {
                continue;
            }
            if truth == Truth::Open && decides && rule.severity == Severity::Error {
                at_fault.guards.push(rule);
            }
            if truth == Truth::Yes {
                let fault = Fault::of_rule(rule, Some(name)).help(&advice(rule, Some(name), row, &[]));
                self.report(at_fault.name.place, fault);
            }
        }
    }

    /// A rule that faults the element.
    fn rule_of_element(&mut self, element: &mut Element, row: &'static vocabulary::Element, rule: &'static Rule) {
        let terms = Terms::new(element);
        match broken(terms, rule) {
            Truth::Yes => {
                let place = fault_place(element, rule).unwrap_or(element.name.place);
                let holds = |term: &&'static str| terms.holds(term) == Truth::Yes;
                let forbidden: Vec<_> = rule.forbids.iter().copied().filter(holds).collect();
                self.report(place, Fault::of_rule(rule, None).help(&advice_for(rule, row, &forbidden)));
            }
            Truth::Open if rule.severity == Severity::Error => self.left_to_run_time(element, rule),
            Truth::Open | Truth::No => {}
        }
    }

    /// A rule that hangs on run-time values and faults no attribute. One that only has to be there is made to be there;
    /// one that may be left out is, unless it keeps the rule; and where neither helps, the document is refused.
    fn left_to_run_time(&mut self, element: &mut Element, rule: &'static Rule) {
        let terms = Terms::new(element);
        let holds = |assumption| broken(Terms { assume_written: Some(assumption), ..terms }, rule);
        if (holds(true), holds(false)) == (Truth::No, Truth::Yes) {
            need_the_only_one(element, rule);
            return;
        }
        let [only] = run_time_values(element, rule)[..] else { return };
        let Some(name) = element.attributes.get(only).map(|attribute| attribute.name.text.clone()) else { return };
        let left_out = broken(Terms { without: Some(&name), ..Terms::new(element) }, rule);
        let Some(attribute) = element.attributes.get_mut(only) else { return };
        match left_out {
            Truth::No => attribute.guards.push(rule),
            Truth::Yes => {
                let help = format!("write `{name}` as a literal, or `\"{name}\"={{…}}` to vouch for it yourself");
                let place = attribute.name.place;
                self.report(place, Fault::of_rule(rule, None).help(&help));
            }
            Truth::Open => {}
        }
    }
}

/// Whether it is not known what the element was meant to hold: it is not closed, or it holds what may not stand in it.
pub(super) fn is_unclear(element: &Element, row: &'static vocabulary::Element) -> bool {
    let mut is_unclear = element.unclosed;
    leaves(&element.children, &mut |node| {
        is_unclear |=
            matches!(node, Node::Element(child) if !child.name.quoted && row.child(&child.name.text).is_none());
    });
    is_unclear
}

/// Whether an element breaks a rule.
fn broken(terms: Terms<'_>, rule: &'static Rule) -> Truth {
    let speaks = terms.all(rule.when);
    let breach = match rule.kind {
        RuleKind::Requires | RuleKind::NeedsCallback => terms.any(rule.needs).not(),
        RuleKind::Conflicts if rule.forbids.is_empty() => Truth::Yes,
        RuleKind::Conflicts => terms.any(rule.forbids),
        RuleKind::AtMost => more_than(count(terms, rule), rule.count),
        RuleKind::ExactlyOne => {
            let count = count(terms, rule);
            more_than(count, 1).or(count.any().not())
        }
        RuleKind::Alone => alone(terms, rule),
        RuleKind::CombinedLength => combined_length(terms.element, rule),
        RuleKind::SameValue => differ(terms.element, rule),
        RuleKind::Misplaced => Truth::Yes,
        // What stands beside an element, and the finished text, are looked at elsewhere.
        RuleKind::Unreachable | RuleKind::NotLast | RuleKind::FirstOnly | RuleKind::Unique | RuleKind::MaxBytes => {
            Truth::No
        }
    };
    speaks.and(breach)
}

fn count(terms: Terms<'_>, rule: &Rule) -> Count {
    Count::of(&terms.element.children, &|child| rule.of.contains(&child.name.text.as_str()))
}

const fn more_than(count: Count, max: usize) -> Truth {
    if count.least > max {
        Truth::Yes
    } else if count.most > max {
        Truth::Open
    } else {
        Truth::No
    }
}

fn alone(terms: Terms<'_>, rule: &Rule) -> Truth {
    let all = Count::of(&terms.element.children, &|_| true);
    count(terms, rule).any().and(more_than(all, 1))
}

fn combined_length(element: &Element, rule: &Rule) -> Truth {
    let known: usize = literals(element, rule).map(|text| text.chars().count()).sum();
    Truth::of(known > rule.count)
}

fn differ(element: &Element, rule: &Rule) -> Truth {
    let values: Vec<_> = literals(element, rule).collect();
    match values[..] {
        [first, second] => Truth::of(first != second),
        _ => Truth::No,
    }
}

fn literals<'a>(element: &'a Element, rule: &Rule) -> impl Iterator<Item = &'a str> {
    rule.of.iter().filter_map(|notation| match &attribute(element, notation.strip_prefix('@')?)?.value {
        Value::Literal(literal) => Some(literal.text.as_str()),
        Value::Splice(_) | Value::Missing => None,
    })
}

/// The child or the text that the rule speaks of; without one, it speaks of the element.
fn fault_place(element: &Element, rule: &Rule) -> Option<Place> {
    let of = |child: &Element| rule.of.contains(&child.name.text.as_str());
    match rule.kind {
        RuleKind::AtMost => nth_child(element, rule.count, &of),
        RuleKind::ExactlyOne => nth_child(element, 1, &of),
        RuleKind::Alone => nth_child(element, 0, &of),
        RuleKind::Conflicts => rule.when.iter().chain(rule.forbids).find_map(|term| place_of_term(element, term)),
        _ => rule.when.iter().find_map(|term| place_of_term(element, term)),
    }
}

/// The name of one of the children that are wanted, on the straight way.
pub(super) fn nth_child(element: &Element, index: usize, wanted: &dyn Fn(&Element) -> bool) -> Option<Place> {
    let mut children = element.children.iter().filter_map(|node| match node {
        Node::Element(child) if wanted(child) => Some(child.name.place),
        _ => None,
    });
    children.nth(index)
}

/// The first child or text that the term speaks of.
fn place_of_term(element: &Element, notation: &'static str) -> Option<Place> {
    match Term::parse(notation)? {
        (false, Term::Text) => element.children.iter().find_map(|node| match node {
            Node::Text(text) if !text.text.trim().is_empty() => Some(text.place),
            _ => None,
        }),
        (false, Term::Child(words)) => nth_child(element, 0, &|child| words.contains(&child.name.text)),
        (false, Term::ChildWith(name, attribute, words)) => {
            nth_child(element, 0, &|child| child.name.text == name && has_value(child, attribute, words))
        }
        _ => None,
    }
}

fn has_value(element: &Element, name: &str, words: Words) -> bool {
    attribute(element, name)
        .is_some_and(|written| matches!(&written.value, Value::Literal(literal) if words.contains(&literal.text)))
}

/// Makes the one attribute that the rule can be kept by one that must be written.
fn need_the_only_one(element: &mut Element, rule: &Rule) {
    let mut candidates = element
        .attributes
        .iter_mut()
        .filter(|attribute| rule.needs.iter().any(|need| need.strip_prefix('@') == Some(attribute.name.text.as_str())));
    if let (Some(only), None) = (candidates.next(), candidates.next()) {
        only.needed = true;
    }
}

/// What to type so that the rule is kept, as far as the row tells.
fn advice(
    rule: &'static Rule,
    attribute: Option<&str>,
    row: &vocabulary::Element,
    forbidden: &[&'static str],
) -> String {
    let terms = || rule.needs.iter().filter_map(|need| Term::parse(need)).filter(|(negated, _)| !negated);
    let mut ways: Vec<String> = terms().filter_map(|(_, term)| way(term, attribute, row)).collect();
    let children: Vec<&str> = terms()
        .filter_map(|(_, term)| if let Term::Child(words) = term { Some(words.iter()) } else { None })
        .flatten()
        .collect();
    // Where text will do, a long list of elements is no help.
    if !children.is_empty() && (ways.is_empty() || children.len() <= FEW) {
        ways.push(format!("add {}", tags(&children)));
    }
    if let Some(attribute) = attribute {
        ways.push(format!("remove `{attribute}`"));
    } else {
        ways.extend(forbidden.iter().filter_map(|term| removal(term)));
    }
    if ways.is_empty() { format!("see https://www.twilio.com/docs/{}", rule.source) } else { ways.join(", or ") }
}

/// How to make one term hold; children are listed together.
fn way(term: Term, attribute: Option<&str>, row: &vocabulary::Element) -> Option<String> {
    let values = |name: &str, words: Words| {
        let shown = alternatives(words.iter().take(FEW).map(|word| format!("{name}={word:?}")));
        if words.iter().nth(FEW).is_some() { shown + " or the like" } else { shown }
    };
    match term {
        Term::Written(name) => Some(format!("add `{name}`")),
        Term::Is(name, words) if Some(name) == attribute => Some(format!("write {}", values(name, words))),
        Term::Is(name, words) => Some(format!("add {}", values(name, words))),
        Term::IsNot(name, words) => Some(match other_value(row, name, words) {
            Some(value) => format!("write `{name}={value:?}` or the like"),
            None => format!("set `{name}` to something other than {}", alternatives(words.iter())),
        }),
        Term::ChildWith(child, name, words) => Some(format!("add `<{child} {name}={:?}>`", words.first())),
        Term::Text => Some("add the text".to_owned()),
        Term::Has(..) | Term::Child(_) => None,
    }
}

/// A value of an enumerated attribute that is none of these.
fn other_value(row: &vocabulary::Element, name: &str, words: Words) -> Option<&'static str> {
    let Kind::Enum(list) = row.attribute(name)?.kind else { return None };
    list.values.iter().map(|word| word.value).find(|value| !words.contains(value))
}

fn removal(notation: &'static str) -> Option<String> {
    match Term::parse(notation)?.1 {
        Term::Written(name) | Term::Is(name, _) | Term::IsNot(name, _) => Some(format!("remove `{name}`")),
        Term::Child(words) => Some(format!("remove `<{}>`", words.first())),
        _ => None,
    }
}

/// The same for a rule that faults the element.
fn advice_for(rule: &'static Rule, row: &'static vocabulary::Element, forbidden: &[&'static str]) -> String {
    match rule.kind {
        RuleKind::AtMost if rule.count == 1 => format!("keep one {}", tags(rule.of)),
        RuleKind::AtMost => format!("keep at most {} of {}", rule.count, tags(rule.of)),
        RuleKind::ExactlyOne if rule.of.len() > FEW => format!("write one element in `<{}>`", row.name),
        RuleKind::ExactlyOne => format!("write one {}", tags(rule.of)),
        RuleKind::Alone => "write it in an element of its own".to_owned(),
        RuleKind::Misplaced => {
            let places = row.parents().map(|parent| parent.name).filter(|name| !rule.places.contains(name));
            format!("move it into {}", alternatives(places.map(|name| format!("<{name}>"))))
        }
        RuleKind::CombinedLength => "shorten them".to_owned(),
        RuleKind::SameValue => "give both the same value".to_owned(),
        _ => advice(rule, None, row, forbidden),
    }
}

fn tags(names: &[&str]) -> String {
    alternatives(names.iter().map(|name| format!("<{name}>")))
}
