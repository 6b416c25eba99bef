//! Terms of rules, on markup of which a part is known only at run time: they hold, they do not, or that is open.

use twiml_core::vocabulary::{self, Kind, Rule, Term, Words};

use crate::ast::{Attribute, Element, Node, Value};

/// Whether something holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Truth {
    Yes,
    No,
    /// The run time decides.
    Open,
}

impl Truth {
    pub(crate) const fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    pub(crate) const fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Open,
        }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

/// How many children there are, at least and at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) least: usize,
    pub(super) most: usize,
}

impl Count {
    const NONE: Self = Self { least: 0, most: 0 };

    /// The children that are wanted; a fragment may hold any number of them.
    pub(crate) fn of(nodes: &[Node], wanted: &dyn Fn(&Element) -> bool) -> Self {
        nodes.iter().map(|node| Self::of_node(node, wanted)).fold(Self::NONE, |sum, count| Self {
            least: sum.least + count.least,
            most: sum.most.saturating_add(count.most),
        })
    }

    fn of_node(node: &Node, wanted: &dyn Fn(&Element) -> bool) -> Self {
        match node {
            // Nothing is known of what is not checked: it may be meant.
            Node::Element(element) if element.name.quoted => Self { least: 0, most: 1 },
            Node::Element(element) if wanted(element) => Self { least: 1, most: 1 },
            Node::Element(_) | Node::Text(_) | Node::Let { .. } => Self::NONE,
            Node::Splice(_) | Node::Lost => Self { least: 0, most: usize::MAX },
            Node::For { body, .. } => {
                Self { least: 0, most: if Self::of(body, wanted).most == 0 { 0 } else { usize::MAX } }
            }
            Node::If { .. } | Node::Match { .. } => {
                let Some(paths) = node.paths() else { return Self::NONE };
                let counts = || paths.bodies.iter().map(|body| Self::of(body, wanted));
                Self {
                    least: if paths.certain { counts().map(|count| count.least).min().unwrap_or(0) } else { 0 },
                    most: counts().map(|count| count.most).max().unwrap_or(0),
                }
            }
        }
    }

    pub(crate) const fn any(self) -> Truth {
        match self {
            Self { least: 1.., .. } => Truth::Yes,
            Self { most: 0, .. } => Truth::No,
            Self { .. } => Truth::Open,
        }
    }
}

/// The terms of one element.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub(crate) element: &'a Element,
    /// What to take for granted of an attribute with a run-time value: that it is written, or that it is not.
    pub(crate) assume_written: Option<bool>,
    /// An attribute to look away from, as if it were left out.
    pub(crate) without: Option<&'a str>,
}

impl<'a> Terms<'a> {
    pub(crate) const fn new(element: &'a Element) -> Self {
        Self { element, assume_written: None, without: None }
    }

    pub(crate) fn all(self, notations: &[&'static str]) -> Truth {
        notations.iter().fold(Truth::Yes, |truth, notation| truth.and(self.holds(notation)))
    }

    pub(crate) fn any(self, notations: &[&'static str]) -> Truth {
        notations.iter().fold(Truth::No, |truth, notation| truth.or(self.holds(notation)))
    }

    pub(crate) fn holds(self, notation: &'static str) -> Truth {
        let Some((negated, term)) = Term::parse(notation) else { return Truth::Open };
        let truth = self.term(term);
        if negated { truth.not() } else { truth }
    }

    fn term(self, term: Term) -> Truth {
        match term {
            Term::Written(name) => self.value(name, &|_, _| true, self.assume_written),
            Term::Is(name, words) => self.value(name, &|row, text| is_one_of(row, text, words), None),
            Term::IsNot(name, words) => self.value(name, &|row, text| !is_one_of(row, text, words), None),
            Term::Has(name, form) => self.value(name, &|_, text| form.fits(text), None),
            Term::Text => self.text(),
            Term::Child(words) => Count::of(&self.element.children, &|child| words.contains(&child.name.text)).any(),
            Term::ChildWith(child, name, words) => self.child_with(child, name, words),
        }
    }

    /// An attribute, and whether its value passes a test.
    fn value(
        self,
        name: &str,
        test: &dyn Fn(Option<&vocabulary::Attribute>, &str) -> bool,
        splice: Option<bool>,
    ) -> Truth {
        match attribute(self.element, name) {
            None => Truth::No,
            Some(_) if self.without == Some(name) => Truth::No,
            Some(Attribute { value: Value::Literal(literal), name, row, .. }) if !name.quoted => {
                Truth::of(test(*row, &literal.text))
            }
            Some(Attribute { value: Value::Splice(_), name, .. }) if !name.quoted => {
                splice.map_or(Truth::Open, Truth::of)
            }
            // Nothing is known of what is not checked, or not understood.
            Some(_) => Truth::Open,
        }
    }

    fn text(self) -> Truth {
        let mut truth = Truth::No;
        for node in &self.element.children {
            truth = truth.or(match node {
                Node::Text(text) => Truth::of(!text.text.trim_matches([' ', '\t', '\n', '\r']).is_empty()),
                Node::Splice(_) | Node::Lost => Truth::Open,
                Node::If { .. } | Node::For { .. } | Node::Match { .. } => text_on_the_way(node),
                Node::Element(_) | Node::Let { .. } => Truth::No,
            });
        }
        truth
    }

    fn child_with(self, child: &str, name: &str, words: Words) -> Truth {
        let passes = |element: &Element| {
            element.name.text == child
                && Terms::new(element).term(Term::Is(static_name(element, name), words)) == Truth::Yes
        };
        let may_pass = |element: &Element| {
            element.name.text == child
                && Terms::new(element).term(Term::Is(static_name(element, name), words)) != Truth::No
        };
        match (Count::of(&self.element.children, &passes).any(), Count::of(&self.element.children, &may_pass).any()) {
            (Truth::Yes, _) => Truth::Yes,
            (_, Truth::No) => Truth::No,
            _ => Truth::Open,
        }
    }
}

/// The name as the table has it.
fn static_name(element: &Element, name: &str) -> &'static str {
    element
        .row
        .or_else(|| vocabulary::named(&element.name.text).next())
        .and_then(|row| row.attribute(name))
        .map_or("", |attribute| attribute.name)
}

fn text_on_the_way(node: &Node) -> Truth {
    let mut found = false;
    crate::ast::leaves(std::slice::from_ref(node), &mut |leaf| {
        found |= matches!(leaf, Node::Text(_) | Node::Splice(_) | Node::Lost);
    });
    if found { Truth::Open } else { Truth::No }
}

/// The attributes with a run-time value that a rule speaks of.
pub(super) fn run_time_values(element: &Element, rule: &Rule) -> Vec<usize> {
    let terms =
        [rule.when, rule.needs, rule.forbids].into_iter().flatten().filter_map(|notation| Term::parse(notation));
    let names: Vec<&str> = terms.filter_map(|(_, term)| term.attribute()).collect();
    let written = element.attributes.iter().enumerate().filter(|(_, attribute)| {
        matches!(attribute.value, Value::Splice(_))
            && !attribute.name.quoted
            && names.contains(&attribute.name.text.as_str())
    });
    written.map(|(index, _)| index).collect()
}

/// The attribute of this name, as it is written.
pub(crate) fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a Attribute> {
    element.attributes.iter().find(|attribute| attribute.name.text == name)
}

/// Whether the value is one of these; of a set, whether it holds one of them.
fn is_one_of(row: Option<&vocabulary::Attribute>, text: &str, words: Words) -> bool {
    match row.map(|row| row.kind) {
        Some(Kind::EnumSet(_)) => text.split(' ').any(|part| words.contains(part)),
        Some(Kind::Enum(list)) if list.ignore_case => words.iter().any(|word| word.eq_ignore_ascii_case(text)),
        _ => words.contains(text),
    }
}
