//! The text of an element, and how many children it has.

use twiml_check::{
    catalogue::{Code, Fault},
    literal::{Problem, ProblemKind, check_text, describe_text},
};
use twiml_core::vocabulary::{self, TextPresence};

use super::{
    Checker,
    attribute::{doubtful, shown},
    rule::{is_unclear, nth_child},
    term::Count,
};
use crate::ast::{Element, Literal, Node, leaves};

impl Checker<'_> {
    pub(super) fn content(&mut self, element: &Element, row: &'static vocabulary::Element) {
        let sound = self.unchecked_text(&element.children);
        if row.text.presence == TextPresence::None {
            self.misplaced_text(element, row);
        } else {
            self.text(element, row, sound);
        }
        self.limits(element, row);
    }

    /// What every text must be; whether it is.
    pub(super) fn unchecked_text(&mut self, nodes: &[Node]) -> bool {
        let mut sound = true;
        leaves(nodes, &mut |node| {
            if let Node::Text(text) = node {
                sound &= self.characters(text);
            }
        });
        sound
    }

    /// One message for each run of text.
    fn misplaced_text(&mut self, element: &Element, row: &'static vocabulary::Element) {
        let mut runs: Vec<&Literal> = Vec::new();
        let mut in_run = false;
        leaves(&element.children, &mut |node| match node {
            // An empty string is no text.
            Node::Text(text) if text.text.is_empty() => {}
            Node::Text(text) if !in_run => {
                runs.push(text);
                in_run = true;
            }
            Node::Text(_) => {}
            _ => in_run = false,
        });
        // Text behind a tag that is not closed belongs to whatever was meant to follow.
        if element.unclosed {
            return;
        }
        for text in runs {
            let fault = Fault::new(Code::MisplacedText).with("parent", row.name);
            let help = match speaker(row) {
                Some(child) => format!("wrap it: `<{0}>{1:?}</{0}>`", child.name, shown(&text.text)),
                None => "remove it".to_owned(),
            };
            self.report(text.place, fault.help(&help));
        }
    }

    fn text(&mut self, element: &Element, row: &'static vocabulary::Element, sound: bool) {
        let mut pieces: Vec<&Literal> = Vec::new();
        let mut known = true;
        for node in &element.children {
            match node {
                Node::Text(text) => pieces.push(text),
                Node::Element(_) | Node::Let { .. } => {}
                Node::Splice(_) | Node::If { .. } | Node::For { .. } | Node::Match { .. } | Node::Lost => known = false,
            }
        }
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            let expected = row.text.presence == TextPresence::Required && known && !element.unclosed;
            if expected && element.children.is_empty() {
                let fault = Fault::new(Code::MissingText).with("element", row.name);
                self.report(element.name.place, fault.help(&format!("it takes {}", describe_text(&row.text))));
            }
            return;
        };
        let place = first.place.to(last.place.last);
        if !sound || pieces.iter().any(|piece| piece.verbatim) {
            return;
        }
        for problem in check_text(&row.text, &text) {
            // What the run time adds may complete the form, but it does not make a text shorter.
            if known || problem.kind == ProblemKind::Length {
                self.report(place, worded(&problem, row.name, &text));
            }
        }
    }

    fn limits(&mut self, element: &Element, row: &'static vocabulary::Element) {
        for limit in row.limits {
            let wanted = |child: &Element| child.name.text == limit.child;
            let count = Count::of(&element.children, &wanted);
            let fault = if count.least > limit.max {
                let fault = Fault::new(Code::TooManyChildren).with("max", &counted(limit.max));
                fault.help(&format!("remove one `<{}>`", limit.child))
            } else if count.most < limit.min && !is_unclear(element, row) {
                Fault::new(Code::TooFewChildren).help(&format!("add `<{0}>…</{0}>`", limit.child))
            } else {
                continue;
            };
            let place = nth_child(element, limit.max, &wanted).unwrap_or(element.name.place);
            self.report(place, fault.with("element", row.name).with("child", limit.child));
        }
    }
}

/// The child that is there to hold text.
fn speaker(row: &'static vocabulary::Element) -> Option<&'static vocabulary::Element> {
    let holds = |presence: TextPresence| {
        row.children.iter().copied().find(|child| {
            child.text.presence == presence
                && matches!(child.text.kind, vocabulary::Kind::String)
                && child.status == vocabulary::Status::Current
        })
    };
    holds(TextPresence::Mixed).or_else(|| holds(TextPresence::Optional)).or_else(|| holds(TextPresence::Required))
}

/// A problem of a text, in the words of the catalogue.
fn worded(problem: &Problem, element: &str, text: &str) -> Fault {
    let code = match problem.kind {
        ProblemKind::Form | ProblemKind::Repeated => Code::InvalidText,
        ProblemKind::Length => Code::LongText,
        kind => doubtful(kind),
    };
    let fault = Fault::new(code).with("element", element).with("attribute", &format!("<{element}>"));
    let fault = fault.with("takes", &problem.takes).with("value", &shown(text));
    let fault = match &problem.instead {
        Some(instead) => fault.help(&format!("write {instead:?}")),
        None => fault,
    };
    problem.note.iter().fold(fault, |fault, note| fault.note(note))
}

/// A number in a sentence.
fn counted(number: usize) -> String {
    if number == 1 { "one".to_owned() } else { number.to_string() }
}
