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

impl Shape {
    fn is_fragment(self) -> bool {
        matches!(self, Self::Fragment | Self::FragmentIf | Self::Opaque)
    }

    fn is_conditional(self) -> bool {
        matches!(self, Self::If | Self::Match | Self::For | Self::FragmentIf)
    }
}

/// How the attribute of a rule is written, if it is.
#[derive(Clone, Debug)]
enum Mode {
    Literal(String),
    Value,
    Optional,
}

/// An attribute, and what it may be.
#[derive(Clone, Debug)]
struct Written {
    name: &'static str,
    mode: Mode,
    domain: Vec<String>,
}

/// One element with its children.
struct Case {
    row: &'static vocabulary::Element,
    rule: &'static Rule,
    attribute: Option<Written>,
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

fn domain(row: &'static vocabulary::Element, attribute: &'static Attribute) -> Vec<String> {
    let terms = errors(row, "").flat_map(|rule| rule.when.iter().chain(rule.needs).chain(rule.forbids));
    let terms = terms.filter_map(|term| Term::parse(term)).filter(|(_, term)| term.attribute() == Some(attribute.name));
    let mut values = vec![sample(attribute)];
    for (_, term) in terms {
        match term {
            Term::Is(_, words) | Term::IsNot(_, words) => values.extend(words.iter().map(str::to_owned)),
            Term::Has(..) => values.extend(["+15551234567", "whatsapp:+15551234567", "client:joe"].map(str::to_owned)),
            _ => {}
        }
    }
    values.sort();
    values.dedup();
    values
}

/// The forms of the attribute that a rule looks at.
fn written(row: &'static vocabulary::Element, rule: &'static Rule) -> Vec<Option<Written>> {
    let terms = rule.when.iter().chain(rule.needs).chain(rule.forbids);
    let mut names = terms.filter_map(|term| Term::parse(term)?.1.attribute()).chain(rule.attributes.iter().copied());
    let Some(attribute) = names.find_map(|name| row.attribute(name)) else { return vec![None] };
    let domain = domain(row, attribute);
    let modes = domain.iter().cloned().map(Mode::Literal).chain([Mode::Value, Mode::Optional]);
    let written = modes.map(|mode| Some(Written { name: attribute.name, mode, domain: domain.clone() }));
    written.chain([None]).collect()
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for row in vocabulary::all() {
        for rule in errors(row, row.parents().next().map_or("", |row| row.name)) {
            let children = children_of(row, rule);
            let Some(first) = children.first() else { continue };
            // A count that straight children have reached already.
            let counted = if rule.kind == RuleKind::AtMost { rule.count } else { 0 };
            let before = vec![Child { row: first, shape: Shape::Straight }; counted];
            let shapes = |child: &&'static vocabulary::Element| -> Vec<Option<Child>> {
                let row = *child;
                SHAPES.into_iter().map(|shape| Some(Child { row, shape })).chain([None]).collect()
            };
            let others = children.get(1).map_or(vec![None], shapes);
            for attribute in written(row, rule) {
                for one in shapes(first) {
                    for other in &others {
                        let children = before.iter().chain(&one).chain(other).cloned().collect();
                        cases.push(Case { row, rule, attribute: attribute.clone(), children });
                    }
                }
            }
        }
    }
    // What two fragments hold together, nothing tells before they are written.
    cases.retain(|case| case.children.iter().filter(|child| child.shape.is_fragment()).count() < 2);
    cases
}

impl Case {
    fn markup(&self) -> String {
        let attribute = self.attribute.as_ref().map_or_else(String::new, |written| match &written.mode {
            Mode::Literal(value) => literal(written.name, value),
            Mode::Value | Mode::Optional => format!(" {}={{a}}", written.name),
        });
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
        let element = format!("<{0}{attribute}>{text}{children}</{0}>", self.row.name);
        if self.row.is_document() { element } else { document(self.row, self.parent(), &element) }
    }

    fn parent(&self) -> &'static str {
        self.row.parents().next().map_or("", |row| row.name)
    }

    fn is_run_time(&self) -> bool {
        self.attribute.as_ref().is_some_and(|written| !matches!(written.mode, Mode::Literal(_)))
    }

    /// All that the attribute may be.
    fn values(&self) -> Vec<Option<String>> {
        let Some(written) = &self.attribute else { return vec![None] };
        let any = written.domain.iter().cloned().map(Some);
        match &written.mode {
            Mode::Literal(value) => vec![Some(value.clone())],
            Mode::Value => any.collect(),
            Mode::Optional => any.chain([None]).collect(),
        }
    }

    /// Each run: whether what may come does, and the attribute.
    fn runs(&self) -> Vec<(bool, Option<String>)> {
        let values = self.values();
        [true, false].into_iter().flat_map(|flag| values.iter().cloned().map(move |value| (flag, value))).collect()
    }

    fn function(&self) -> Function {
        let fragments = self.children.iter().enumerate().filter(|(_, child)| child.shape.is_fragment());
        let fragments = fragments.map(|(index, child)| format!("let c{index} = twiml! {{ {} }}; ", element(child.row)));
        let fragments = fragments.collect::<String>();
        let mode = self.attribute.as_ref().map(|written| &written.mode);
        let parameter = match mode {
            Some(Mode::Value) => ", a: &str",
            Some(Mode::Optional) => ", a: Option<&str>",
            _ => "",
        };
        let call = |(flag, value): (bool, Option<String>)| match mode {
            Some(Mode::Value) => format!("{flag}, {:?}", value.unwrap_or_default()),
            Some(Mode::Optional) => format!("{flag}, {value:?}"),
            _ => flag.to_string(),
        };
        let markup = self.markup();
        let source = format!("(flag: bool{parameter}) -> String {{ {fragments}twiml! {{ {markup} }}.to_string() }}");
        Function { source, calls: self.runs().into_iter().map(call).collect() }
    }

    fn facts(&self, value: Option<&str>, is_there: &dyn Fn(&Child) -> bool) -> Facts {
        let attribute = self.attribute.as_ref().zip(value).map(|(written, value)| (written.name, value.to_owned()));
        Facts {
            attributes: attribute.into_iter().collect(),
            children: self.children.iter().filter(|child| is_there(child)).map(|child| child.row.name).collect(),
            text: self.row.text.presence == TextPresence::Mixed,
        }
    }

    /// What the compiler knows of: a fragment too, if the attributes are known.
    fn is_known(&self, child: &Child) -> bool {
        !child.shape.is_fragment() || child.shape != Shape::Opaque && !self.is_run_time()
    }

    fn broken(&self, facts: &Facts) -> Vec<&'static Rule> {
        let is_open = self.children.iter().any(|child| !self.is_known(child));
        let broken = errors(self.row, self.parent()).filter(|rule| {
            // What is needed may be in what is not known.
            let may_come = is_open && rule.needs.iter().any(|term| !term.contains('@'));
            !may_come && facts.breaks(self.row, rule)
        });
        broken.collect()
    }

    /// Whether the attribute goes where the rule is broken: it is at fault, or only the run time knows that it makes the rule
    /// speak, and no other rule demands it.
    fn goes(&self, rule: &Rule, facts: &Facts) -> bool {
        let Some(Written { name, .. }) = &self.attribute else { return false };
        let makes_it_speak =
            || self.is_run_time() && rule.when.iter().any(|term| term.starts_with(&format!("@{name}=")));
        let without = Facts { attributes: Vec::new(), ..facts.clone() };
        (rule.attributes.contains(name) || makes_it_speak()) && self.broken(&without).is_empty()
    }

    /// Why it cannot be kept.
    fn hopeless(&self) -> Option<String> {
        let with = |is_there: &dyn Fn(&Child) -> bool| -> Vec<Facts> {
            self.values().iter().map(|value| self.facts(value.as_deref(), is_there)).collect()
        };
        let all = with(&|child| child.shape != Shape::Opaque);
        let faulted = |facts: &Facts| self.broken(facts).iter().any(|rule| !rule.attributes.is_empty());
        let mut written = all.iter().filter(|facts| !facts.attributes.is_empty()).peekable();
        if written.peek().is_some() && written.all(faulted) {
            return Some("the attribute is never written".to_owned());
        }
        let facts = with(&|child| self.is_known(child));
        let breaches = facts.iter().flat_map(|facts| self.broken(facts).into_iter().map(move |rule| (rule, facts)));
        let of_element = breaches.filter(|(rule, _)| rule.attributes.is_empty());
        let lost = of_element.into_iter().find(|(rule, facts)| !self.goes(rule, facts));
        lost.map(|(rule, _)| format!("{} may be broken", rule.id))
    }

    fn faults(&self, outcome: &Outcome) -> Vec<String> {
        match (outcome, self.hopeless()) {
            (Outcome::Refused(_), Some(_)) => Vec::new(),
            (Outcome::Refused(errors), None) => vec![format!("refused needlessly: {}", errors.join("; "))],
            (Outcome::Written(_), Some(why)) => vec![format!("accepted, although {why}")],
            (Outcome::Written(documents), None) => {
                let runs = self.runs();
                assert_eq!(runs.len(), documents.len());
                let faults = documents.iter().zip(runs);
                faults.filter_map(|(document, (flag, value))| self.fault(document, flag, value.as_deref())).collect()
            }
        }
    }

    fn fault(&self, document: &str, flag: bool, value: Option<&str>) -> Option<String> {
        let found = read(document, self.row);
        // What is missing on one way only is nobody's fault, nor is what another rule demands.
        let is_forbidding = |rule: &&Rule| rule.needs.iter().all(|term| term.contains('@'));
        let known = self.facts(None, &|child| self.is_known(child));
        let is_demanded = |rule: &Rule| !rule.attributes.is_empty() && !self.broken(&known).is_empty();
        let broken = errors(self.row, self.parent()).filter(is_forbidding);
        let broken = broken.into_iter().find(|rule| found.breaks(self.row, rule) && !is_demanded(rule));
        if let Some(rule) = broken {
            return Some(format!("{flag} {value:?} breaks {}: {document}", rule.id));
        }
        let expected = self.expected(flag, value);
        let is_same = found.attributes == expected.attributes && found.children == expected.children;
        (!is_same).then(|| format!("{flag} {value:?} gives {document}"))
    }

    /// What comes out: without the attribute if that helps, or else without the children that nobody could know of.
    fn expected(&self, flag: bool, value: Option<&str>) -> Facts {
        let comes = |child: &Child| !child.shape.is_conditional() || flag;
        let most = self.facts(value, &|child| comes(child) || self.is_known(child));
        let broken = self.broken(&most);
        let goes = |rule: &&&'static Rule| self.goes(rule, &most);
        let (going, staying) = (broken.iter().filter(goes).count(), broken.iter().filter(|rule| !goes(rule)).count());
        let mut expected = self.facts(value, &comes);
        if staying > 0 {
            expected.children = self.facts(value, &|child| comes(child) && self.is_known(child)).children;
        } else if going > 0 {
            expected.attributes.clear();
        }
        expected
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
