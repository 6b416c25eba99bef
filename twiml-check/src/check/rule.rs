//! Rules between attributes, values and children: each kind once. The rows are in the tables.

use twiml_core::vocabulary::{self, Rule, RuleKind, Severity, Term, TextPresence, Words};

use super::{
    Checker, Draft,
    count::Count,
    remedy::{remedies, seen_from},
    standing::judge_without,
    term::{Terms, Truth, attribute, run_time_values},
};
use crate::{
    diagnostic::Diagnostic,
    notation::Notation,
    tree::{Element, Flow, LiteralKind, Node, Place, Value, leaves},
};

/// The term that there is text.
pub(super) const TEXT: &str = "#text";

impl Checker {
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
            of_element && broken(Terms::against(element, rule), rule) == Truth::Yes
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
    pub(super) fn rule_of_attributes(
        &mut self,
        element: &mut Element,
        row: &'static vocabulary::Element,
        rule: &'static Rule,
    ) {
        for name in rule.attributes {
            let Some(position) = element.attributes.iter().position(|written| written.name.text == *name) else {
                continue;
            };
            let truth = broken(Terms::against(element, rule), rule);
            // Where only the children are not known, there is nothing that the run time could look at. What another rule demands
            // is not left out.
            let is_demanded = row.rules.iter().filter(|other| other.severity == Severity::Error).any(|other| {
                other.attributes.is_empty()
                    && other.places.is_empty()
                    && judge_without(element, name, other) == Truth::Yes
            });
            let decides = !run_time_values(element, rule).is_empty() && !is_demanded;
            let Some(at_fault) = element.attributes.get_mut(position) else { continue };
            if at_fault.name.unchecked {
                continue;
            }
            if truth == Truth::Open && decides && rule.severity == Severity::Error {
                at_fault.guards.push(rule);
            }
            if truth == Truth::Yes {
                let place = at_fault.name.place;
                let diagnostic = Diagnostic::of_rule(rule, Some(name), place);
                let changes = remedies(element, row, rule, Some((name, place)));
                self.report(Draft::new(diagnostic).changes(changes).otherwise(seen_from(rule)));
            }
        }
    }

    /// A rule that faults the element.
    pub(super) fn rule_of_element(
        &mut self,
        element: &mut Element,
        row: &'static vocabulary::Element,
        rule: &'static Rule,
    ) {
        if rule.kind == RuleKind::CombinedLength
            && rule.severity == Severity::Error
            && has_run_time_length(element, rule)
        {
            element.guards.push(rule);
        }
        match broken(Terms::against(element, rule), rule) {
            Truth::Yes => {
                let place = fault_place(element, rule).unwrap_or(element.name.place);
                let changes = remedies(element, row, rule, None);
                let draft = Draft::new(Diagnostic::of_rule(rule, None, place)).changes(changes);
                self.report(draft.otherwise(seen_from(rule)));
            }
            Truth::Open if rule.severity == Severity::Error => self.left_to_run_time(element, rule),
            Truth::Open | Truth::No => {}
        }
    }

    /// A rule that hangs on run-time values and faults no attribute. One that only has to be there is made to be there;
    /// one that may be left out is, unless it keeps the rule; and where neither helps, the document is refused.
    fn left_to_run_time(&mut self, element: &mut Element, rule: &'static Rule) {
        let terms = Terms::against(element, rule);
        let holds = |assumption| broken(Terms { assume_written: Some(assumption), ..terms }, rule);
        // Whether a fragment makes the rule speak is seen where it is placed.
        let speaks = terms.all(rule.when) == Truth::Yes;
        if holds(true) == Truth::No && holds(false) != Truth::No {
            if speaks {
                need_one(element, rule);
            }
            return;
        }
        // A file says what it says: nothing can be left out of it.
        if self.context.notation == Notation::Xml {
            return;
        }
        let [only] = run_time_values(element, rule)[..] else { return };
        let Some(name) = element.attributes.get(only).map(|attribute| attribute.name.text.clone()) else { return };
        let left_out = broken(Terms { without: Some(&name), ..Terms::against(element, rule) }, rule);
        let Some(attribute) = element.attributes.get_mut(only) else { return };
        match left_out {
            Truth::No => attribute.guards.push(rule),
            Truth::Yes => {
                let help = format!("write `{name}` as a literal, or `\"{name}\"={{…}}` to vouch for it yourself");
                let place = attribute.name.place;
                self.report(Draft::new(Diagnostic::of_rule(rule, None, place)).otherwise(help));
            }
            Truth::Open => {}
        }
    }
}

/// Whether it is not known what the element was meant to hold: it is not closed, or it holds what may not stand in it
/// as it is.
pub(super) fn is_unclear(element: &Element, row: &'static vocabulary::Element) -> bool {
    let mut is_unclear = element.unclosed;
    leaves(&element.children, &mut |node| {
        is_unclear |= match node {
            Node::Element(child) => !child.name.unchecked && row.child(&child.name.text).is_none(),
            Node::Text(text) => {
                let is_misplaced = row.text.presence == TextPresence::None && !text.text.trim_ascii().is_empty();
                text.kind != LiteralKind::String || is_misplaced
            }
            _ => false,
        };
    });
    is_unclear
}

/// Whether an element breaks a rule.
pub(super) fn broken(terms: Terms<'_>, rule: &'static Rule) -> Truth {
    let speaks = terms.all(rule.when);
    if speaks == Truth::No {
        return Truth::No;
    }
    let breach = match rule.kind {
        RuleKind::Requires | RuleKind::NeedsCallback => terms.needing().any(rule.needs).not(),
        RuleKind::Conflicts if rule.forbids.is_empty() => Truth::Yes,
        RuleKind::Conflicts => terms.any(rule.forbids),
        RuleKind::AtMost => more_than(count(terms, rule), rule.count, rule.severity),
        RuleKind::ExactlyOne => {
            let count = count(terms, rule);
            more_than(count, 1, rule.severity).or(count.any(Truth::Yes).not())
        }
        RuleKind::Alone => alone(terms, rule),
        RuleKind::CombinedLength => combined_length(terms.element(), rule),
        RuleKind::SameValue => differ(terms.element(), rule),
        RuleKind::Misplaced => Truth::Yes,
        // What stands beside an element, and the finished text, are looked at elsewhere.
        RuleKind::Unreachable | RuleKind::NotLast | RuleKind::FirstOnly | RuleKind::Unique | RuleKind::MaxBytes => {
            Truth::No
        }
    };
    match speaks.and(breach) {
        Truth::Yes if rule.kind == RuleKind::Conflicts && !meets(terms, rule) => Truth::No,
        truth => truth,
    }
}

/// Whether the children that a rule wants apart may come together: the branches of control flow exclude each other.
fn meets(terms: Terms<'_>, rule: &Rule) -> bool {
    let is_one = |notations: &[&'static str], child: &Element| {
        notations.iter().any(
            |term| matches!(Term::parse(term), Some((false, Term::Child(words))) if words.contains(&child.name.text)),
        )
    };
    let speaks_of = |notations: &[&'static str]| {
        notations.iter().any(|term| matches!(Term::parse(term), Some((false, Term::Child(_)))))
    };
    !speaks_of(rule.when)
        || !speaks_of(rule.forbids)
        || may_meet(&terms.element().children, &|child| is_one(rule.when, child), &|child| is_one(rule.forbids, child))
            .together
}

/// Which of two kinds of children may come, and whether both may.
#[derive(Clone, Copy, Default)]
struct Meeting {
    one: bool,
    other: bool,
    together: bool,
}

impl Meeting {
    /// First this, then that.
    const fn then(self, next: Self) -> Self {
        Self {
            one: self.one || next.one,
            other: self.other || next.other,
            together: self.together || next.together || self.one && next.other || self.other && next.one,
        }
    }

    /// This or that.
    const fn or(self, alternative: Self) -> Self {
        Self {
            one: self.one || alternative.one,
            other: self.other || alternative.other,
            together: self.together || alternative.together,
        }
    }
}

fn may_meet(nodes: &[Node], one: &dyn Fn(&Element) -> bool, other: &dyn Fn(&Element) -> bool) -> Meeting {
    nodes.iter().fold(Meeting::default(), |sum, node| {
        sum.then(match node {
            Node::Element(child) => Meeting { one: one(child), other: other(child), together: false },
            Node::Control(control) => {
                let bodies = node.bodies().map(|body| may_meet(body, one, other));
                let any = bodies.reduce(Meeting::or).unwrap_or_default();
                // The next round may bring what this one did not.
                if matches!(control.flow, Flow::Repeat | Flow::Loop) { any.then(any) } else { any }
            }
            Node::Text(_) | Node::Splice(_) | Node::Statement(_) | Node::Lost => Meeting::default(),
        })
    })
}

fn count(terms: Terms<'_>, rule: &Rule) -> Count {
    Count::of(&terms.element().children, &|child| rule.of.contains(&child.name.text.as_str()))
}

/// Where it is an error, what may come counts as coming.
const fn more_than(count: Count, max: usize, severity: Severity) -> Truth {
    let counted = if matches!(severity, Severity::Error) { count.most } else { count.least };
    if counted > max {
        Truth::Yes
    } else if count.open || count.most > max {
        Truth::Open
    } else {
        Truth::No
    }
}

fn alone(terms: Terms<'_>, rule: &Rule) -> Truth {
    let possible = if rule.severity == Severity::Error { Truth::Yes } else { Truth::Open };
    let all = Count::of(&terms.element().children, &|_| true);
    count(terms, rule).any(possible).and(more_than(all, 1, rule.severity))
}

fn combined_length(element: &Element, rule: &Rule) -> Truth {
    let known: usize = literals(element, rule).map(|text| text.chars().count()).sum();
    Truth::of(known > rule.count)
}

/// Whether only the run time knows how long the attributes are together.
fn has_run_time_length(element: &Element, rule: &Rule) -> bool {
    let written = rule.of.iter().filter_map(|notation| attribute(element, notation.strip_prefix('@')?));
    written.into_iter().any(|written| matches!(&written.value, Value::Splice(splice) if !splice.constant))
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
pub(super) fn fault_place(element: &Element, rule: &Rule) -> Option<Place> {
    let of = |child: &Element| rule.of.contains(&child.name.text.as_str());
    match rule.kind {
        RuleKind::AtMost => nth_child(element, rule.count, &of),
        RuleKind::ExactlyOne => nth_child(element, 1, &of),
        RuleKind::Alone | RuleKind::Requires if !rule.of.is_empty() => nth_child(element, 0, &of),
        // Of a text beside an element, the text is at fault; of two elements, the one that is forbidden.
        RuleKind::Conflicts if rule.when == [TEXT] => first_text(&element.children),
        RuleKind::Conflicts => rule.forbids.iter().chain(rule.when).find_map(|term| place_of_term(element, term)),
        _ => rule.when.iter().find_map(|term| place_of_term(element, term)),
    }
}

/// The name of one of the children that are wanted, whatever control flow leads to it.
pub(super) fn nth_child(element: &Element, index: usize, wanted: &dyn Fn(&Element) -> bool) -> Option<Place> {
    let mut places = Vec::new();
    leaves(&element.children, &mut |node| {
        if let Node::Element(child) = node
            && wanted(child)
        {
            places.push(child.name.place);
        }
    });
    places.get(index).copied()
}

/// The first child or text that the term speaks of.
fn place_of_term(element: &Element, notation: &'static str) -> Option<Place> {
    match Term::parse(notation)? {
        (false, Term::Text) => first_text(&element.children),
        (false, Term::Child(words)) => nth_child(element, 0, &|child| words.contains(&child.name.text)),
        (false, Term::ChildWith(name, attribute, words)) => {
            nth_child(element, 0, &|child| child.name.text == name && has_value(child, attribute, words))
        }
        _ => None,
    }
}

/// The first run of text that is more than blanks.
pub(super) fn first_text(nodes: &[Node]) -> Option<Place> {
    let mut run: Option<(Place, bool)> = None;
    for node in nodes {
        if let Node::Text(text) = node {
            let says = !text.text.trim_ascii().is_empty();
            run = Some(run.map_or((text.place, says), |(run, said)| (run.to(text.place), said || says)));
            continue;
        }
        if let Some((place, true)) = run.take() {
            return Some(place);
        }
        if let Some(place) = node.bodies().find_map(first_text) {
            return Some(place);
        }
    }
    run.and_then(|(place, says)| says.then_some(place))
}

fn has_value(element: &Element, name: &str, words: Words) -> bool {
    attribute(element, name)
        .is_some_and(|written| matches!(&written.value, Value::Literal(literal) if words.contains(&literal.text)))
}

/// Makes an attribute that the rule can be kept by one that must be written: the first, if there are several.
pub(super) fn need_one(element: &mut Element, rule: &'static Rule) {
    let can_keep = |name: &str| rule.needs.iter().any(|need| need.strip_prefix('@') == Some(name));
    if let Some(first) = element.attributes.iter_mut().find(|attribute| can_keep(&attribute.name.text)) {
        first.needed = Some(rule);
    }
}
