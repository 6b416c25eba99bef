//! Rules about children: each of them absent, straight, in control flow, or in a fragment.

use twiml_core::vocabulary::{self, Attribute, Rule, RuleKind, Term, TextPresence};

use super::{
    oracle::{Facts, document, errors, literal, read, sample},
    program::{self, Function, Outcome},
};

/// How a child comes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    Straight,
    If,
    Match,
    For,
    /// A fragment whose type tells what it holds.
    Fragment,
    /// The same in control flow.
    FragmentIf,
    /// A fragment of which only the place is known.
    Opaque,
}

const SHAPES: [Shape; 7] =
    [Shape::Straight, Shape::If, Shape::Match, Shape::For, Shape::Fragment, Shape::FragmentIf, Shape::Opaque];

#[derive(Clone, Debug)]
struct Child {
    row: &'static vocabulary::Element,
    shape: Shape,
}

/// One element with its children.
struct Case {
    row: &'static vocabulary::Element,
    rule: &'static Rule,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

/// An element as it may stand anywhere.
fn element(row: &'static vocabulary::Element) -> String {
    let required = row.attributes.iter().filter(|attribute| attribute.required);
    let required: String = required.map(|attribute| literal(attribute.name, &sample(attribute))).collect();
    let text = match row.text.presence {
        TextPresence::None => String::new(),
        _ => format!("{:?}", sample(&row.text.as_attribute())),
    };
    format!("<{0}{required}>{text}</{0}>", row.name)
}

/// The type of a place.
fn place(row: &vocabulary::Element) -> String {
    let module = if row.id.starts_with("messaging/") { "messaging::" } else { "" };
    if row.is_document() {
        let kind = if module.is_empty() { "Voice" } else { "Messaging" };
        return format!("::twiml::element::Response<::twiml::{kind}>");
    }
    format!("::twiml::element::{module}{}", row.item)
}

fn children_of(row: &'static vocabulary::Element, rule: &'static Rule) -> Vec<&'static vocabulary::Element> {
    let terms = rule.when.iter().chain(rule.needs).chain(rule.forbids).filter_map(|term| match Term::parse(term)? {
        (_, Term::Child(words)) => words.iter().next(),
        _ => None,
    });
    let mut children: Vec<_> =
        terms.chain(rule.of.iter().copied().take(1)).filter_map(|name| row.child(name)).collect();
    children.dedup_by_key(|child| child.id);
    // A rule that a child stands alone needs another one.
    if rule.kind == RuleKind::Alone {
        children.extend(row.children.iter().copied().find(|child| !rule.of.contains(&child.name)));
    }
    children.truncate(2);
    children
}

fn values(
    row: &'static vocabulary::Element,
    attribute: &'static Attribute,
    rule: &'static Rule,
) -> Vec<Option<String>> {
    let terms = rule.when.iter().chain(rule.needs).chain(rule.forbids).filter_map(|term| Term::parse(term));
    let mut values: Vec<String> = Vec::new();
    for (_, term) in terms.filter(|(_, term)| term.attribute() == Some(attribute.name)) {
        match term {
            Term::Is(_, words) | Term::IsNot(_, words) => values.extend(words.iter().map(str::to_owned)),
            Term::Has(..) => values.extend(["+15551234567", "whatsapp:+15551234567", "client:joe"].map(str::to_owned)),
            _ => values.push(sample(attribute)),
        }
    }
    let other = sample(row.attribute(attribute.name).unwrap());
    values.extend((!values.contains(&other)).then_some(other));
    values.into_iter().map(Some).chain([None]).collect()
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for row in vocabulary::all() {
        let mut parents = row.parents().map(|row| row.name);
        for rule in errors(row, parents.next().unwrap_or_default()) {
            let children = children_of(row, rule);
            if children.is_empty() {
                continue;
            }
            let terms = rule.when.iter().chain(rule.needs).chain(rule.forbids);
            let names =
                terms.filter_map(|term| Term::parse(term)?.1.attribute()).chain(rule.attributes.iter().copied());
            let attribute = names.filter_map(|name| row.attribute(name)).next();
            let written = attribute.map_or(vec![None], |attribute| {
                let values = values(row, attribute, rule);
                values.into_iter().map(|value| value.map(|value| (attribute.name, value))).collect()
            });
            let shapes = |child: &&'static vocabulary::Element| -> Vec<Option<Child>> {
                let row = *child;
                SHAPES.into_iter().map(|shape| Some(Child { row, shape })).chain([None]).collect()
            };
            let choices: Vec<_> = children.iter().map(shapes).collect();
            let none = vec![None];
            let (first, second) = (choices.first().unwrap_or(&none), choices.get(1).unwrap_or(&none));
            for attribute in &written {
                for one in first {
                    for other in second {
                        // A count that straight children have reached already.
                        let counted = if rule.kind == RuleKind::AtMost { rule.count } else { 0 };
                        let before = children
                            .iter()
                            .take(1)
                            .flat_map(|row| vec![Child { row, shape: Shape::Straight }; counted]);
                        let children = before.chain(one.iter().chain(other).cloned()).collect();
                        cases.push(Case { row, rule, attributes: attribute.iter().cloned().collect(), children });
                    }
                }
            }
        }
    }
    // What two fragments hold together, nothing tells before they are written.
    let is_fragment = |child: &&Child| matches!(child.shape, Shape::Fragment | Shape::FragmentIf | Shape::Opaque);
    cases.retain(|case| case.children.iter().filter(is_fragment).count() < 2);
    cases
}

impl Case {
    fn markup(&self) -> String {
        let attributes = self.attributes.iter().map(|(name, value)| literal(name, value)).collect::<String>();
        let text = if self.row.text.presence == TextPresence::Mixed { "\"Hi\" " } else { "" };
        let children = self.children.iter().enumerate().map(|(index, child)| {
            let element = element(child.row);
            match child.shape {
                Shape::Straight => element,
                Shape::If => format!(" if flag {{ {element} }} "),
                Shape::Match => format!(" match flag {{ true => {{ {element} }} false => {{}} }} "),
                Shape::For => format!(" for _ in 0..u8::from(flag) {{ {element} }} "),
                Shape::Fragment => format!("{{&c{index}}}"),
                Shape::FragmentIf => format!(" if flag {{ {{&c{index}}} }} "),
                Shape::Opaque => format!("{{opaque::<{}, _>(&c{index})}}", place(self.row)),
            }
        });
        let children = children.collect::<String>();
        let element = format!("<{0}{attributes}>{text}{children}</{0}>", self.row.name);
        if self.row.is_document() { element } else { document(self.row, self.parent(), &element) }
    }

    fn parent(&self) -> &'static str {
        self.row.parents().next().map_or("", |row| row.name)
    }

    fn function(&self) -> Function {
        let fragments = self.children.iter().enumerate().filter_map(|(index, child)| {
            let is_fragment = matches!(child.shape, Shape::Fragment | Shape::FragmentIf | Shape::Opaque);
            is_fragment.then(|| format!("let c{index} = twiml! {{ {} }}; ", element(child.row)))
        });
        let fragments = fragments.collect::<String>();
        let source = format!("(flag: bool) -> String {{ {fragments}twiml! {{ {} }}.to_string() }}", self.markup());
        Function { source, calls: vec!["true".to_owned(), "false".to_owned()] }
    }

    /// With the children that may come, apart from those of which nothing is known.
    fn at_most(&self) -> Facts {
        let known = self.children.iter().filter(|child| child.shape != Shape::Opaque);
        Facts {
            attributes: self.attributes.clone(),
            children: known.map(|child| child.row.name).collect(),
            text: self.row.text.presence == TextPresence::Mixed,
        }
    }

    fn broken(&self, facts: &Facts) -> Option<&'static Rule> {
        let is_opaque = self.children.iter().any(|child| child.shape == Shape::Opaque);
        errors(self.row, self.parent()).find(|rule| {
            // What is needed may be in what is not known.
            let may_come = is_opaque && rule.needs.iter().any(|term| !term.contains('@'));
            !may_come && facts.breaks(self.row, rule)
        })
    }

    fn faults(&self, outcome: &Outcome) -> Vec<String> {
        let broken = self.broken(&self.at_most());
        match (outcome, broken) {
            (Outcome::Refused(_), Some(_)) => Vec::new(),
            (Outcome::Refused(errors), None) => vec![format!("refused needlessly: {}", errors.join("; "))],
            (Outcome::Written(_), Some(rule)) => vec![format!("accepted, although {} is broken", rule.id)],
            (Outcome::Written(documents), None) => {
                let runs = documents.iter().zip([true, false]).filter_map(|(document, flag)| {
                    let found = read(document, self.row);
                    // What is missing on one way only is nobody's fault.
                    let is_forbidding = |rule: &&Rule| rule.needs.iter().all(|term| term.contains('@'));
                    let broken =
                        errors(self.row, self.parent()).filter(is_forbidding).find(|rule| found.breaks(self.row, rule));
                    if let Some(rule) = broken {
                        return Some(format!("{flag} breaks {}: {document}", rule.id));
                    }
                    let expected = self.written(flag);
                    (found.children != expected).then(|| format!("{flag} gives {document}"))
                });
                runs.collect()
            }
        }
    }

    /// The children that come out: all of them but those that a rule forbids beside the rest.
    fn written(&self, flag: bool) -> Vec<&'static str> {
        let comes = |child: &&Child| match child.shape {
            Shape::Straight | Shape::Fragment => true,
            Shape::If | Shape::Match | Shape::For | Shape::FragmentIf => flag,
            Shape::Opaque => {
                let mut facts = self.at_most();
                facts.children.push(child.row.name);
                self.broken(&facts).is_none()
            }
        };
        self.children.iter().filter(comes).map(|child| child.row.name).collect()
    }
}

#[test]
fn every_combination_of_children() {
    let cases = cases();
    let functions: Vec<_> = cases.iter().map(Case::function).collect();
    let prelude = "use twiml::{Fragment, twiml}; fn opaque<P, F: Fragment<P>>(part: F) -> impl Fragment<P> { part }";
    let outcomes = program::run("children", prelude, &functions);
    let mut faults = Vec::new();
    for (case, outcome) in cases.iter().zip(&outcomes) {
        for fault in case.faults(outcome) {
            faults.push(format!("{}: {}\n  {fault}", case.rule.id, case.markup()));
        }
    }
    let refused = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Refused(_))).count();
    println!("{} combinations: {refused} refused", cases.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(refused > 50 && cases.len() - refused > 200, "the cases are gone");
}
