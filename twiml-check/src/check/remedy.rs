//! What can be done about a broken rule: changes in the order in which they are worth trying.

use twiml_core::vocabulary::{self, Form, Kind, Rule, RuleKind, Severity, Term, Words, is_phone};

use super::{
    rule::{TEXT, first_text},
    term::attribute,
};
use crate::{
    change::{self, Change},
    literal::{check_attribute, sample},
    tree::{Element, Name, Node, Place, Tags, Value, leaves},
};

/// A list of words that is longer says less than a few of them.
const FEW: usize = 4;

/// What to say where nothing helps that a program could try.
pub(super) fn seen_from(rule: &Rule) -> String {
    match rule.kind {
        RuleKind::CombinedLength => "shorten them".to_owned(),
        RuleKind::Unique => "give it a value of its own".to_owned(),
        RuleKind::NotLast => "add the verb that keeps the call going".to_owned(),
        RuleKind::FirstOnly => "move it to the top of the document".to_owned(),
        _ => format!("see https://www.twilio.com/docs/{}", rule.source),
    }
}

/// Changes that may mend a breach; `at_fault` is the attribute that the rule points at.
pub(super) fn remedies(
    element: &Element,
    row: &'static vocabulary::Element,
    rule: &'static Rule,
    at_fault: Option<(&'static str, Place)>,
) -> Vec<Change> {
    let remedy = Remedy { element, row, rule };
    let mut changes = match rule.kind {
        RuleKind::AtMost => remedy.surplus(rule.count),
        RuleKind::ExactlyOne => remedy.exactly_one(),
        RuleKind::Alone => remedy.alone(),
        RuleKind::SameValue => remedy.same_value(),
        RuleKind::Misplaced => remedy.misplaced(),
        RuleKind::CombinedLength => Vec::new(),
        RuleKind::Conflicts if rule.when == [TEXT] => remedy.without_text(),
        _ => remedy.demands(at_fault.map(|(name, _)| name)),
    };
    if let Some((_, attribute)) = at_fault {
        changes.push(Change::RemoveAttribute { element: element.name.place, attribute });
    }
    changes.extend(remedy.occasions(at_fault.map(|(name, _)| name)));
    changes
}

struct Remedy<'a> {
    element: &'a Element,
    row: &'static vocabulary::Element,
    rule: &'static Rule,
}

impl Remedy<'_> {
    fn place(&self) -> Place {
        self.element.name.place
    }

    fn is_concerned(&self, child: &Element) -> bool {
        self.rule.of.contains(&child.name.text.as_str())
    }

    fn surplus(&self, keep: usize) -> Vec<Change> {
        surplus(self.element, keep, &|child| self.is_concerned(child)).into_iter().collect()
    }

    fn exactly_one(&self) -> Vec<Change> {
        let surplus = self.surplus(1);
        if !surplus.is_empty() {
            return surplus;
        }
        let is_current = |child: &&vocabulary::Element| child.status == vocabulary::Status::Current;
        let wanted = self.row.children.iter().copied().filter(|child| self.rule.of.contains(&child.name));
        wanted.filter(is_current).take(FEW).map(|child| example(self.element, child)).collect()
    }

    /// The others go, or it goes itself.
    fn alone(&self) -> Vec<Change> {
        let (own, others): (Vec<_>, Vec<_>) =
            children(self.element).into_iter().partition(|child| self.is_concerned(child));
        let places = |children: Vec<&Element>| children.iter().map(|child| child.name.place).collect::<Vec<_>>();
        let (own, others) = (places(own), places(others));
        let more = own.iter().skip(1).copied().collect::<Vec<_>>();
        let first = own.first().copied().into_iter().collect::<Vec<_>>();
        let removals = [own, others.clone(), more.clone(), first, [others, more].concat()];
        let removals = removals.into_iter().filter(|elements| !elements.is_empty());
        removals.map(|elements| Change::RemoveElements { elements }).collect()
    }

    /// Each gets the value of the other.
    fn same_value(&self) -> Vec<Change> {
        let names: Vec<&'static str> = self.rule.of.iter().filter_map(|notation| notation.strip_prefix('@')).collect();
        let [first, second] = names[..] else { return Vec::new() };
        let value = |name: &str| match &attribute(self.element, name)?.value {
            Value::Literal(literal) => Some(literal.text.clone()),
            Value::Splice(_) | Value::Missing => None,
        };
        let take = |name: &'static str, from: &str| value(from).map(|value| self.set(name, value));
        [take(second, first), take(first, second)].into_iter().flatten().collect()
    }

    fn misplaced(&self) -> Vec<Change> {
        let places = self.row.parents().map(|parent| parent.name).filter(|name| !self.rule.places.contains(name));
        places.map(|into| Change::WrapElement { element: self.place(), into }).collect()
    }

    /// Where text and something else say the same: the text goes to where the rule wants it, or goes.
    fn without_text(&self) -> Vec<Change> {
        let Some(text) = first_text(&self.element.children) else { return Vec::new() };
        let present = self.rule.forbids.iter().filter_map(|notation| match Term::parse(notation) {
            Some((false, Term::Child(words))) => Some(words.iter()),
            _ => None,
        });
        let present: Vec<&'static str> = present
            .flatten()
            .filter(|name| children(self.element).iter().any(|child| child.name.text == *name))
            .collect();
        // The message may name a better one than what stands there.
        let named = self.row.children.iter().map(|child| child.name);
        let named = named.filter(|name| self.rule.message.contains(&format!("<{name}>")));
        let into = named.chain(present).map(|into| Change::WrapText { text, into, content: None });
        into.chain([Change::RemoveText { text }]).collect()
    }

    /// What makes a term of `needs` hold, or one of `forbids` not hold.
    fn demands(&self, at_fault: Option<&'static str>) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        // Where text will do, a long list of elements is no help.
        let is_long = self.rule.needs.len() > FEW;
        let text = is_long && self.rule.needs.iter().any(|notation| Term::parse(notation) == Some((false, Term::Text)));
        for (negated, term) in parsed(self.rule.needs) {
            if !(text && matches!(term, Term::Child(_))) {
                changes.extend(if negated { self.break_term(term, at_fault) } else { self.make_hold(term) });
            }
        }
        for (negated, term) in parsed(self.rule.forbids) {
            changes.extend(if negated { self.make_hold(term) } else { self.break_term(term, at_fault) });
        }
        changes
    }

    /// What makes the rule not speak.
    fn occasions(&self, at_fault: Option<&'static str>) -> Vec<Change> {
        if !matches!(self.rule.kind, RuleKind::Requires | RuleKind::NeedsCallback | RuleKind::Conflicts) {
            return Vec::new();
        }
        let changes = parsed(self.rule.when).filter(|(_, term)| *term != Term::Text);
        changes
            .flat_map(|(negated, term)| if negated { self.make_hold(term) } else { self.break_term(term, at_fault) })
            .collect()
    }

    fn set(&self, name: &'static str, value: String) -> Change {
        Change::Set { element: self.place(), name, value }
    }

    fn make_hold(&self, term: Term) -> Vec<Change> {
        match term {
            Term::Written(name) => self
                .row
                .attribute(name)
                .filter(|_| attribute(self.element, name).is_none())
                .map(|row| Change::AddAttribute {
                    element: self.place(),
                    name,
                    example: self.example_value(row),
                    takes: None,
                })
                .into_iter()
                .collect(),
            Term::Is(name, words) => {
                words.iter().take(FEW).map(|word| self.set(name, self.joined(name, word))).collect()
            }
            Term::IsNot(name, words) => self.other_value(name, words).into_iter().collect(),
            Term::Has(name, form) => self.reformed(name, form).into_iter().collect(),
            Term::Child(words) => {
                let wanted = || self.row.children.iter().copied().filter(|child| words.contains(child.name));
                let text = first_text(&self.element.children);
                let wrap = wanted()
                    .filter_map(|child| Some(Change::WrapText { text: text?, into: child.name, content: None }));
                wrap.chain(wanted().map(|child| example(self.element, child))).collect()
            }
            Term::ChildWith(child, name, words) => {
                let named = children(self.element).into_iter().filter(|written| written.name.text == child);
                named
                    .map(|written| Change::Set { element: written.name.place, name, value: words.first().to_owned() })
                    .collect()
            }
            Term::Text => {
                let example = sample(&self.row.text.as_attribute());
                vec![Change::AddText { element: self.place(), example }]
            }
        }
    }

    fn break_term(&self, term: Term, at_fault: Option<&'static str>) -> Vec<Change> {
        match term {
            Term::Written(name) | Term::Is(name, _) | Term::IsNot(name, _) | Term::Has(name, _) => {
                let other = if let Term::Is(_, words) = term { self.other_value(name, words) } else { None };
                let written = attribute(self.element, name).filter(|_| at_fault != Some(name));
                let remove = written
                    .map(|written| Change::RemoveAttribute { element: self.place(), attribute: written.name.place });
                other.into_iter().chain(remove).collect()
            }
            Term::Child(words) => {
                let all = children(self.element).into_iter().filter(|child| words.contains(&child.name.text));
                let elements: Vec<_> = all.map(|child| child.name.place).collect();
                if elements.is_empty() { Vec::new() } else { vec![Change::RemoveElements { elements }] }
            }
            Term::ChildWith(child, name, words) => {
                let has = |written: &&Element| {
                    written.name.text == child
                        && matches!(attribute(written, name).map(|written| &written.value),
                            Some(Value::Literal(literal)) if words.contains(&literal.text))
                };
                let elements: Vec<_> =
                    children(self.element).into_iter().filter(has).map(|child| child.name.place).collect();
                if elements.is_empty() { Vec::new() } else { vec![Change::RemoveElements { elements }] }
            }
            Term::Text => Vec::new(),
        }
    }

    /// One word more for a set; the word alone for everything else.
    fn joined(&self, name: &str, word: &'static str) -> String {
        let row = self.row.attribute(name);
        let Some(Kind::EnumSet(list)) = row.map(|row| row.kind) else { return word.to_owned() };
        let Some(Value::Literal(written)) = attribute(self.element, name).map(|written| &written.value) else {
            return word.to_owned();
        };
        let has = |value: &str| value == word || written.text.split(' ').any(|part| part == value);
        let values = list.values.iter().map(|known| known.value).filter(|value| has(value));
        values.collect::<Vec<_>>().join(" ")
    }

    /// A value that is none of these: another word of the list, or a number.
    fn other_value(&self, name: &'static str, words: Words) -> Option<Change> {
        let row = self.row.attribute(name)?;
        let value = match row.kind {
            Kind::Enum(list) => {
                let others = list.values.iter().filter(|word| word.alias_of.is_none() && !word.undocumented);
                others.map(|word| word.value).find(|value| !words.contains(value))?.to_owned()
            }
            Kind::IntOr(_) | Kind::Bool => {
                let other = sample(row);
                if words.contains(&other) && matches!(row.kind, Kind::Bool) { opposite(&other) } else { other }
            }
            _ => return None,
        };
        Some(self.set(name, value))
    }

    /// The value that is written, in the form that is wanted.
    fn reformed(&self, name: &'static str, form: Form) -> Option<Change> {
        const CHANNEL: &str = "whatsapp:";
        let Value::Literal(written) = &attribute(self.element, name)?.value else { return None };
        let value = match form {
            Form::WhatsApp if is_phone(&written.text) => format!("{CHANNEL}{}", written.text),
            Form::Phone => written.text.strip_prefix(CHANNEL)?.to_owned(),
            Form::SipCaller => {
                written.text.chars().filter(|sign| !sign.is_whitespace() && !"()".contains(*sign)).collect()
            }
            Form::WhatsApp => return None,
        };
        Some(self.set(name, value))
    }

    /// A value for the attribute by which the rule would be kept.
    fn example_value(&self, row: &'static vocabulary::Attribute) -> String {
        let forms = self.rule.needs.iter().chain(self.rule.when).filter_map(|notation| match Term::parse(notation) {
            Some((_, Term::Has(name, form))) if name == row.name => Some(form),
            _ => None,
        });
        let whatsapp = self.rule.of.iter().any(|name| name.contains("WhatsApp"));
        let examples = forms.map(|_| sample(row)).chain(whatsapp.then(|| "whatsapp:+15551234567".to_owned()));
        examples.chain([sample(row)]).find(|value| check_attribute(row, value).is_empty()).unwrap_or_default()
    }
}

fn parsed(notations: &'static [&'static str]) -> impl Iterator<Item = (bool, Term)> {
    notations.iter().filter_map(|notation| Term::parse(notation))
}

fn opposite(word: &str) -> String {
    if word == "true" { "false" } else { "true" }.to_owned()
}

/// The children, whatever control flow leads to them.
fn children(element: &Element) -> Vec<&Element> {
    let mut children = Vec::new();
    leaves(&element.children, &mut |node| {
        if let Node::Element(child) = node {
            children.push(child);
        }
    });
    children
}

/// The children that are too many go.
pub(super) fn surplus(element: &Element, keep: usize, wanted: &dyn Fn(&Element) -> bool) -> Option<Change> {
    let concerned = children(element).into_iter().filter(|child| wanted(child));
    let elements: Vec<_> = concerned.skip(keep).map(|child| child.name.place).collect();
    (!elements.is_empty()).then_some(Change::RemoveElements { elements })
}

/// A child is added, with content that stands for what only the author knows.
pub(super) fn example(element: &Element, child: &'static vocabulary::Element) -> Change {
    let place = element.name.place;
    let mut example = example_element(child, place);
    // What the place demands of it.
    let demanding = child.rules.iter().filter(|rule| {
        rule.attributes.is_empty()
            && rule.severity == Severity::Error
            && rule.places.contains(&element.name.text.as_str())
    });
    for rule in demanding {
        let first = parsed(rule.needs).find_map(|(negated, term)| term.attribute().filter(|_| !negated));
        if let Some(row) = first.and_then(|name| child.attribute(name))
            && example.attribute(row.name).is_none()
        {
            example.attributes.push(change::attribute(row.name, sample(row), place));
        }
    }
    Change::AddElement { element: place, example: Box::new(example) }
}

fn example_element(row: &'static vocabulary::Element, place: Place) -> Element {
    let name = Name { text: row.name.to_owned(), place, unchecked: false };
    let required = row.attributes.iter().filter(|attribute| attribute.required);
    let attributes = required.map(|attribute| change::attribute(attribute.name, sample(attribute), place)).collect();
    let is_text = row.text.presence != vocabulary::TextPresence::None;
    let text = is_text.then(|| Node::Text(change::literal(sample(&row.text.as_attribute()), place)));
    let needed = row.limits.iter().filter(|limit| limit.min > 0).filter_map(|limit| row.child(limit.child));
    let needed = needed.map(|child| Node::Element(example_element(child, place)));
    Element { attributes, children: text.into_iter().chain(needed).collect(), ..Element::new(name, Tags::default()) }
}
