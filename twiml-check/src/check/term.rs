//! Terms of rules, on markup of which a part is known only at run time: they hold, they do not, or that is open.

use twiml_core::vocabulary::{self, Kind, Rule, Severity, Term, Words};

use super::{attribute::text_is_meant, count::Count};
use crate::tree::{Attribute, Element, Node, Value, leaves};

/// Whether something holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Truth {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The run time decides.
    Open,
}

impl Truth {
    /// What is known.
    #[must_use]
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// The opposite.
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Open,
        }
    }

    /// One of them.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

/// The terms of one element.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    pub(super) element: &'a Element,
    /// What a child or a text counts as that control flow may lead to.
    pub(super) possible: Truth,
    /// What to take for granted of an attribute with a run-time value: that it is written, or that it is not.
    pub(super) assume_written: Option<bool>,
    /// An attribute to look away from, as if it were left out.
    pub(super) without: Option<&'a str>,
}

impl<'a> Terms<'a> {
    /// For what a rule forbids, and for when it speaks: where its breach is an error, what may come counts as coming.
    #[must_use]
    pub const fn against(element: &'a Element, rule: &Rule) -> Self {
        let possible = if matches!(rule.severity, Severity::Error) { Truth::Yes } else { Truth::Open };
        Self { element, possible, assume_written: None, without: None }
    }

    /// For what a rule needs: what may come is not missing.
    #[must_use]
    pub const fn needing(self) -> Self {
        Self { possible: Truth::Yes, ..self }
    }

    /// The element.
    #[must_use]
    pub const fn element(self) -> &'a Element {
        self.element
    }

    /// Whether all of these hold.
    #[must_use]
    pub fn all(self, notations: &[&'static str]) -> Truth {
        notations.iter().fold(Truth::Yes, |truth, notation| truth.and(self.holds(notation)))
    }

    /// Whether one of these holds.
    #[must_use]
    pub fn any(self, notations: &[&'static str]) -> Truth {
        notations.iter().fold(Truth::No, |truth, notation| truth.or(self.holds(notation)))
    }

    /// Whether this one holds.
    #[must_use]
    pub fn holds(self, notation: &'static str) -> Truth {
        let Some((negated, term)) = Term::parse(notation) else { return Truth::Open };
        let truth = self.term(term);
        if negated { truth.not() } else { truth }
    }

    fn term(self, term: Term) -> Truth {
        match term {
            Term::Written(name) => self.written(name),
            Term::Is(name, words) => self.value(name, &|row, text| is_one_of(row, text, words)),
            Term::IsNot(name, words) => self.value(name, &|row, text| !is_one_of(row, text, words)),
            Term::Has(name, form) => self.value(name, &|_, text| form.fits(text)),
            Term::Text => self.text(),
            Term::Child(words) => {
                Count::of(&self.element.children, &|child| words.contains(&child.name.text)).any(self.possible)
            }
            Term::ChildWith(child, name, words) => self.child_with(child, name, words),
        }
    }

    fn written(self, name: &str) -> Truth {
        match attribute(self.element, name) {
            None if is_meant(self.element, name) => Truth::Open,
            None => Truth::No,
            Some(_) if self.without == Some(name) => Truth::No,
            // Nothing is known of what is not checked, or not understood.
            Some(Attribute { value: Value::Missing, .. }) => Truth::Open,
            Some(attribute) if attribute.name.unchecked => Truth::Open,
            Some(Attribute { value: Value::Splice(splice), .. }) if !splice.constant => {
                self.assume_written.map_or(Truth::Open, Truth::of)
            }
            Some(_) => Truth::Yes,
        }
    }

    /// An attribute, and whether its value passes a test.
    fn value(self, name: &str, test: &dyn Fn(Option<&vocabulary::Attribute>, &str) -> bool) -> Truth {
        match attribute(self.element, name) {
            None if is_meant(self.element, name) => Truth::Open,
            None => Truth::No,
            Some(_) if self.without == Some(name) => Truth::No,
            Some(Attribute { value: Value::Literal(literal), name, row, fault: None, .. }) if !name.unchecked => {
                Truth::of(test(*row, &literal.text))
            }
            // Nothing can be concluded from what the run time knows, what is not checked, and what is at fault.
            Some(_) => Truth::Open,
        }
    }

    fn text(self) -> Truth {
        let mut truth = Truth::No;
        for node in &self.element.children {
            truth = truth.or(match node {
                Node::Text(text) => Truth::of(!text.text.trim_matches([' ', '\t', '\n', '\r']).is_empty()),
                Node::Splice(splice) if splice.constant => Truth::Yes,
                Node::Splice(_) | Node::Lost => Truth::Open,
                Node::Control(_) => self.text_on_the_way(node),
                Node::Element(_) | Node::Statement(_) => Truth::No,
            });
        }
        if truth == Truth::No && text_is_meant(self.element) { Truth::Open } else { truth }
    }

    fn text_on_the_way(self, node: &Node) -> Truth {
        let (mut possible, mut open) = (false, false);
        leaves(std::slice::from_ref(node), &mut |leaf| match leaf {
            Node::Text(text) => possible |= !text.text.trim_ascii().is_empty(),
            Node::Splice(_) | Node::Lost => open = true,
            _ => {}
        });
        match (possible, open) {
            (true, _) => self.possible,
            (false, true) => Truth::Open,
            (false, false) => Truth::No,
        }
    }

    fn child_with(self, child: &str, name: &'static str, words: Words) -> Truth {
        let test = |element: &Element| {
            let inner = Terms { element, assume_written: None, without: None, ..self };
            if element.name.text == child { inner.term(Term::Is(name, words)) } else { Truth::No }
        };
        let passes = Count::of(&self.element.children, &|element| test(element) == Truth::Yes).any(self.possible);
        let may_pass = Count::of(&self.element.children, &|element| test(element) != Truth::No).any(self.possible);
        match (passes, may_pass) {
            (Truth::Yes, _) => Truth::Yes,
            (_, Truth::No) => Truth::No,
            _ => Truth::Open,
        }
    }
}

/// The attributes with a run-time value that a rule speaks of.
pub(super) fn run_time_values(element: &Element, rule: &Rule) -> Vec<usize> {
    let terms =
        [rule.when, rule.needs, rule.forbids].into_iter().flatten().filter_map(|notation| Term::parse(notation));
    let names: Vec<&str> = terms.filter_map(|(_, term)| term.attribute()).collect();
    let written = element.attributes.iter().enumerate().filter(|(_, attribute)| {
        matches!(attribute.value, Value::Splice(_))
            && !attribute.name.unchecked
            && names.contains(&attribute.name.text.as_str())
    });
    written.map(|(index, _)| index).collect()
}

/// The attribute of this name, as it is written.
pub(super) fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a Attribute> {
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

/// Whether an attribute at fault was probably meant to be this one.
fn is_meant(element: &Element, name: &str) -> bool {
    element.attributes.iter().any(|written| written.fault.as_ref().is_some_and(|meant| meant.contains(&name)))
}
