//! Markup that does not start at a root: what stands at its top, and whether one place holds it all.

use twiml_core::vocabulary::{self, Rule, RuleKind, Severity, Term, TextPresence};

use super::{
    Checker, Draft, Part, Root, Scope, case_note,
    content::too_many,
    document::{beside, errors, root_name},
    is_verb, mixed,
    remedy::{remedies, seen_from},
    rule::{broken, fault_place},
    term::{Terms, Truth},
};
use crate::{
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    nearest::nearest,
    tree::{Element, Name, Node, Place, Tags, leaves},
};

impl Checker {
    pub(super) fn fragment(&mut self, nodes: &mut [Node]) -> Root {
        let mut unknown = Vec::new();
        leaves(nodes, &mut |node| {
            if let Node::Element(element) = node
                && !element.name.unchecked
                && vocabulary::named(&element.name.text).next().is_none()
            {
                unknown.push(element.name.clone());
            }
        });
        let mut parts = Vec::new();
        self.parts(nodes, &mut parts);
        if let Some(places) = self.common_place(nodes, &parts) {
            self.beside_each_other(nodes, &places);
        }
        for name in &unknown {
            self.unknown_at_top(name);
        }
        let is_known = |part: &Part| matches!(part, Part::Element { .. } | Part::Splice);
        // Nothing is known of it: a document is what most people write.
        if !unknown.is_empty() && !parts.iter().any(is_known) {
            Root::Document { dialect: None }
        } else {
            Root::Fragment { parts }
        }
    }

    fn unknown_at_top(&mut self, name: &Name) {
        let diagnostic = Diagnostic::new(Code::UnknownElement, name.place).with("element", &name.text);
        let mut near = nearest(&name.text, vocabulary::all().map(|element| element.name));
        near.dedup();
        let changes = near.iter().map(|to| Change::Rename { element: name.place, to });
        let draft = Draft::new(case_note(diagnostic, &name.text, &near)).changes(changes);
        self.report(draft.otherwise(format!("a document begins with `<{}>`", root_name())));
    }

    /// Checks what stands at the top of a fragment.
    fn parts(&mut self, nodes: &mut [Node], parts: &mut Vec<Part>) {
        for node in nodes {
            for body in node.bodies_mut() {
                self.parts(body, parts);
            }
            match node {
                Node::Element(element) => parts.push(self.part(element)),
                Node::Text(text) => {
                    if self.is_quoted(text, None) {
                        self.characters(text, None);
                    }
                    parts.push(Part::Text);
                }
                // A constant is text.
                Node::Splice(splice) if splice.constant => parts.push(Part::Text),
                Node::Splice(_) => parts.push(Part::Splice),
                Node::Control(_) | Node::Statement(_) | Node::Lost => {}
            }
        }
    }

    fn part(&mut self, element: &mut Element) -> Part {
        if element.name.unchecked {
            self.child(element, Scope::ANYWHERE);
            return Part::Unchecked;
        }
        let known: Vec<_> = vocabulary::named(&element.name.text).collect();
        let sound: Vec<_> =
            known.iter().copied().filter(|row| known.len() == 1 || errors(element, row, self.context) == 0).collect();
        let rows = if sound.is_empty() { known } else { sound };
        self.element(element, rows.first().copied(), Scope::ANYWHERE);
        if rows.is_empty() {
            return Part::Unchecked;
        }
        let refused = self.refused(element, &rows);
        Part::Element { rows, refused }
    }

    /// The places that hold all elements. Refuses those that no place holds together.
    fn common_place(&mut self, nodes: &[Node], parts: &[Part]) -> Option<Vec<&'static str>> {
        let mut places: Option<Vec<&'static str>> = None;
        let mut before: Option<&'static vocabulary::Element> = None;
        let mut top = Vec::new();
        leaves(nodes, &mut |node| {
            if matches!(node, Node::Element(_) | Node::Text(_) | Node::Splice(_)) {
                top.push(node);
            }
        });
        for (node, part) in top.into_iter().zip(parts) {
            let fitting = match part {
                Part::Element { rows, .. } if rows.iter().any(|row| row.is_document()) => {
                    if let Node::Element(element) = node {
                        let help = format!("write `<{}>` around the control flow", root_name());
                        self.report(beside(element.name.place).otherwise(help));
                    }
                    continue;
                }
                Part::Element { rows, .. } => rows.iter().flat_map(|row| row.parents()).map(|place| place.id).collect(),
                Part::Text => text_places(),
                Part::Splice | Part::Unchecked => continue,
            };
            let common: Vec<_> = match &places {
                Some(places) => places.iter().copied().filter(|place| fitting.contains(place)).collect(),
                None => fitting,
            };
            if common.is_empty() {
                self.apart(node, part, before);
                return None;
            }
            places = Some(common);
            if let Part::Element { rows, .. } = part {
                before = rows.first().copied();
            }
        }
        places
    }

    /// Refuses elements that each of these places holds, but none of them together.
    fn beside_each_other(&mut self, nodes: &[Node], places: &[&'static str]) {
        let places = || vocabulary::all().filter(|place| places.contains(&place.id));
        if !places().all(|place| place.rules.iter().any(of_children) || !place.limits.is_empty()) {
            return;
        }
        let mut around =
            Element::new(Name { text: String::new(), place: Place::default(), unchecked: false }, Tags::default());
        around.children = nodes.to_vec();
        let breach = |place: &'static vocabulary::Element| {
            let rule = place
                .rules
                .iter()
                .find(|rule| of_children(rule) && broken(Terms::against(&around, rule), rule) == Truth::Yes);
            match rule {
                Some(rule) => {
                    let draft = Draft::new(Diagnostic::of_rule(rule, None, fault_place(&around, rule)?));
                    Some(draft.changes(remedies(&around, place, rule, None)).otherwise(seen_from(rule)))
                }
                None => place.limits.iter().find_map(|limit| too_many(&around, place, limit)),
            }
        };
        let Some(breaches) = places().map(breach).collect::<Option<Vec<_>>>() else { return };
        if let Some(draft) = breaches.into_iter().next() {
            self.report(draft);
        }
    }

    fn apart(&mut self, node: &Node, part: &Part, before: Option<&'static vocabulary::Element>) {
        let draft = match (node, part, before) {
            (Node::Element(element), Part::Element { rows, .. }, Some(before)) => {
                let Some(row) = rows.first() else { return };
                let place = element.name.place;
                if row.dialect != before.dialect && is_verb(row) && is_verb(before) {
                    mixed(place, row, before)
                } else {
                    apart(place, &format!("`<{}>`", row.name), &format!("`<{}>`", before.name))
                }
            }
            (Node::Text(text), _, Some(before)) => apart(text.place, "text", &format!("`<{}>`", before.name)),
            (Node::Element(element), ..) => apart(element.name.place, &format!("`<{}>`", element.name.text), "text"),
            _ => return,
        };
        self.report(draft);
    }
}

/// Whether a rule looks at nothing but what stands in the element, and forbids it.
fn of_children(rule: &Rule) -> bool {
    let is_child = |term: &&'static str| matches!(Term::parse(term), Some((false, Term::Child(_))));
    rule.severity == Severity::Error
        && rule.places.is_empty()
        && rule.attributes.is_empty()
        && matches!(rule.kind, RuleKind::AtMost | RuleKind::Alone | RuleKind::Conflicts)
        && rule.when.iter().chain(rule.forbids).all(is_child)
}

fn apart(place: Place, element: &str, other: &str) -> Draft {
    let diagnostic = Diagnostic::new(Code::NoCommonPlace, place).with("element", element).with("other", other);
    Draft::new(diagnostic.help("a fragment holds what may stand side by side; write two"))
}

fn text_places() -> Vec<&'static str> {
    let elements = vocabulary::all();
    elements.filter(|element| element.text.presence != TextPresence::None).map(|element| element.id).collect()
}
