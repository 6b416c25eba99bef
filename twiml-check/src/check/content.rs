//! The text of an element, and how many children it has.

use twiml_core::vocabulary::{self, Limit, TextPresence};

use super::{
    Checker, Draft,
    appearance::names,
    attribute::{doubtful, text_is_meant},
    count::Count,
    remedy::{example, surplus},
    rule::{TEXT, is_unclear, nth_child},
};
use crate::{
    catalogue::Code,
    change::{Change, shown},
    diagnostic::Diagnostic,
    literal::{Problem, ProblemKind, check_text, describe_text, is_of_address},
    tree::{Control, Element, Flow, Literal, LiteralKind, Node, Place, leaves},
};

/// White space of XML.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

impl Checker {
    pub(super) fn content(&mut self, element: &Element, row: &'static vocabulary::Element) {
        let sound = self.unchecked_text(&element.children, Some(row));
        if row.text.presence == TextPresence::None {
            self.misplaced_text(element, row);
        } else {
            self.text(element, row, sound);
        }
        self.limits(element, row);
    }

    /// What every text must be; whether it is.
    pub(super) fn unchecked_text(&mut self, nodes: &[Node], row: Option<&'static vocabulary::Element>) -> bool {
        let mut sound = true;
        leaves(nodes, &mut |node| {
            if let Node::Text(text) = node {
                sound &= self.is_quoted(text, row) && self.characters(text, None);
            }
        });
        sound
    }

    /// One message for each run of text.
    fn misplaced_text(&mut self, element: &Element, row: &'static vocabulary::Element) {
        // Text behind a tag that is not closed belongs to whatever was meant to follow.
        if element.unclosed {
            return;
        }
        leaves(&element.children, &mut |node| {
            if let Node::Splice(constant) = node
                && constant.constant
            {
                let diagnostic = Diagnostic::new(Code::MisplacedText, constant.place).with("parent", row.name);
                let wrap = speaker(row).map(|child| format!("write it into a `<{}>`", child.name));
                self.report(Draft::new(diagnostic).otherwise(wrap.unwrap_or_else(|| "remove it".to_owned())));
            }
        });
        let mut runs: Vec<Place> = Vec::new();
        runs_of_text(&element.children, &mut runs);
        for place in runs {
            let diagnostic = Diagnostic::new(Code::MisplacedText, place).with("parent", row.name);
            let holders = speaker(row).map_or_else(|| holders(row).collect(), |child| vec![child]);
            let wrap =
                holders.into_iter().map(|child| Change::WrapText { text: place, into: child.name, content: None });
            self.report(Draft::new(diagnostic).changes(wrap).change(Change::RemoveText { text: place }));
        }
    }

    fn text(&mut self, element: &Element, row: &'static vocabulary::Element, sound: bool) {
        if matches!(row.text.kind, vocabulary::Kind::String) {
            leaves(&element.children, &mut |node| {
                if let Node::Text(text) = node {
                    self.markup_in_text(text, row);
                }
            });
        }
        let whole = Run::of(&element.children);
        if whole.is_blank() && whole.known && !element.unclosed {
            self.missing_text(element, row, whole.place().unwrap_or(element.name.place));
        }
        let is_wrong = sound && self.form(&element.children, row);
        if !is_wrong {
            leaves(&element.children, &mut |node| {
                if let Node::Text(text) = node {
                    self.braces_in_text(text);
                }
            });
        }
    }

    /// The form of a text, or of each of the texts of which one comes. Whether one is wrong.
    fn form(&mut self, nodes: &[Node], row: &'static vocabulary::Element) -> bool {
        let run = Run::of(nodes);
        if run.is_blank() {
            let mut is_wrong = false;
            if let Some(control) = run.choice {
                for branch in &control.branches {
                    is_wrong |= self.form(&branch.body, row);
                }
            }
            return is_wrong;
        }
        let Some(place) = run.place().filter(|_| !run.pieces.iter().any(|piece| piece.meant)) else { return false };
        let text = run.text();
        // What the run time adds may complete the form, but it does not make a text shorter, and no other characters of it.
        let mut problems = check_text(&row.text, &text);
        problems.retain(|problem| run.known || problem.kind == ProblemKind::Length);
        let is_wrong = !problems.is_empty();
        for problem in problems {
            self.misformed(&problem, &text, place, row);
        }
        if run.known || is_wrong {
            return is_wrong;
        }
        let mut is_wrong = false;
        for piece in run.pieces.iter().filter(|piece| !can_be_part(row.text.kind, &piece.text)) {
            let forms =
                check_text(&row.text, &piece.text).into_iter().find(|problem| problem.kind == ProblemKind::Form);
            if let Some(problem) = forms {
                is_wrong = true;
                self.misformed(&problem, &piece.text, piece.place, row);
            }
        }
        is_wrong
    }

    fn misformed(&mut self, problem: &Problem, text: &str, place: Place, row: &'static vocabulary::Element) {
        let draft = worded(problem, row.name, text.trim_matches(BLANKS), place);
        let changes = problem.instead.iter().map(|to| Change::WriteText { text: place, to: to.clone() });
        let split = split(text, place);
        let changes = changes.filter(|_| split.is_none() || row.text.kind.is_address());
        self.report(draft.changes(nouns(row, text, place)).changes(split.clone()).changes(changes));
    }

    /// Text that should be there and is not, or is empty.
    fn missing_text(&mut self, element: &Element, row: &'static vocabulary::Element, place: Place) {
        let only_text = element.children.iter().all(|child| matches!(child, Node::Text(_)));
        // Where a rule asks for text, the rule says it.
        let is_ruled = row.rules.iter().any(|rule| rule.needs.contains(&TEXT));
        let expected = row.text.presence == TextPresence::Required || !element.children.is_empty();
        if !only_text || is_ruled || !expected || text_is_meant(element) {
            return;
        }
        if matches!(row.text.kind, vocabulary::Kind::Json) {
            let takes = describe_text(&row.text);
            let diagnostic = Diagnostic::new(Code::InvalidText, place).with("element", row.name).with("takes", &takes);
            self.report(Draft::new(diagnostic.with("value", "")).otherwise(format!("write {takes}")));
            return;
        }
        let diagnostic = Diagnostic::new(Code::MissingText, place).with("element", row.name);
        self.report(Draft::new(diagnostic).otherwise(format!("it takes {}", describe_text(&row.text))));
    }

    fn limits(&mut self, element: &Element, row: &'static vocabulary::Element) {
        for limit in row.limits {
            let draft = too_many(element, row, limit).or_else(|| too_few(element, row, limit));
            if let Some(draft) = draft {
                self.report(draft);
            }
        }
    }
}

/// More children than an element may have.
pub(super) fn too_many(element: &Element, row: &'static vocabulary::Element, limit: &Limit) -> Option<Draft> {
    let wanted = |child: &Element| child.name.text == limit.child;
    if Count::of(&element.children, &wanted).most <= limit.max {
        return None;
    }
    let place = nth_child(element, limit.max, &wanted).unwrap_or(element.name.place);
    let diagnostic = Diagnostic::new(Code::TooManyChildren, place).with("max", &counted(limit.max));
    let draft = Draft::new(diagnostic.with("element", row.name).with("child", limit.child));
    Some(draft.changes(surplus(element, limit.max, &wanted)))
}

/// Fewer children than an element must have.
fn too_few(element: &Element, row: &'static vocabulary::Element, limit: &Limit) -> Option<Draft> {
    let count = Count::of(&element.children, &|child| child.name.text == limit.child);
    if count.most >= limit.min || count.open || is_unclear(element, row) {
        return None;
    }
    let diagnostic = Diagnostic::new(Code::TooFewChildren, element.name.place).with("max", &counted(limit.max));
    let draft = Draft::new(diagnostic.with("element", row.name).with("child", limit.child));
    Some(draft.changes(row.child(limit.child).map(|child| example(element, child))))
}

/// The children for which the text would be right, without the word in front that says so.
fn nouns(row: &'static vocabulary::Element, text: &str, place: Place) -> Vec<Change> {
    let noun = |child: &&'static vocabulary::Element| {
        let marked = text.split_once(':').filter(|(mark, _)| mark.eq_ignore_ascii_case(child.name));
        let text = match (child.text.kind, marked) {
            (vocabulary::Kind::SipUri, Some(_)) => text,
            (vocabulary::Kind::Identity, Some((_, rest))) => rest,
            _ => return None,
        };
        let text = Some(text.trim().to_owned());
        Some(Change::WrapText { text: place, into: child.name, content: text })
    };
    row.children.iter().filter_map(noun).collect()
}

/// A name between braces was meant to be put in its place.
fn split(text: &str, place: Place) -> Option<Change> {
    names(text).map(|(_, pieces)| Change::Split { text: place, pieces })
}

/// The text that stands directly in a list of nodes.
struct Run<'a> {
    pieces: Vec<&'a Literal>,
    /// Nothing else adds to it.
    known: bool,
    /// Control flow that has all there is, in one branch or another.
    choice: Option<&'a Control>,
}

impl<'a> Run<'a> {
    fn of(nodes: &'a [Node]) -> Self {
        let mut run = Self { pieces: Vec::new(), known: true, choice: None };
        for node in nodes {
            match node {
                Node::Text(text) => run.pieces.push(text),
                Node::Element(_) | Node::Statement(_) => {}
                Node::Control(control) => {
                    let is_choice = run.known && matches!(control.flow, Flow::One | Flow::Maybe);
                    run.choice = is_choice.then_some(control);
                    run.known = false;
                }
                Node::Splice(_) | Node::Lost => (run.known, run.choice) = (false, None),
            }
        }
        run
    }

    fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim_matches(BLANKS).is_empty())
    }

    fn place(&self) -> Option<Place> {
        Some(self.pieces.first()?.place.to(self.pieces.last()?.place))
    }
}

/// Whether a text of this kind may hold such a piece, whatever stands before and behind it.
fn can_be_part(kind: vocabulary::Kind, piece: &str) -> bool {
    let piece = piece.trim_matches(BLANKS);
    match kind {
        kind if kind.is_address() => piece.chars().all(is_of_address),
        vocabulary::Kind::Phone => piece.chars().all(|sign| sign.is_ascii_digit() || "+ .-()Xx".contains(sign)),
        vocabulary::Kind::Identity => !piece.contains(char::is_whitespace),
        _ => true,
    }
}

/// The places of runs of text, whatever control flow leads to them. An empty string is no text.
fn runs_of_text(nodes: &[Node], runs: &mut Vec<Place>) {
    let mut run: Option<Place> = None;
    for node in nodes {
        match node {
            // What lacks its quotes has a message of its own.
            Node::Text(text) if text.text.is_empty() || text.kind != LiteralKind::String => {}
            Node::Text(text) => run = Some(run.map_or(text.place, |run| run.to(text.place))),
            _ => {
                runs.extend(run.take());
                node.bodies().for_each(|body| runs_of_text(body, runs));
            }
        }
    }
    runs.extend(run);
}

/// The child that is there to hold text.
pub(super) fn speaker(row: &'static vocabulary::Element) -> Option<&'static vocabulary::Element> {
    let holds = |presence: TextPresence| {
        row.children.iter().copied().find(|child| {
            child.text.presence == presence
                && matches!(child.text.kind, vocabulary::Kind::String)
                && child.status == vocabulary::Status::Current
        })
    };
    holds(TextPresence::Mixed).or_else(|| holds(TextPresence::Optional)).or_else(|| holds(TextPresence::Required))
}

/// The children that are there to hold a text of a form of its own.
fn holders(row: &'static vocabulary::Element) -> impl Iterator<Item = &'static vocabulary::Element> {
    row.children
        .iter()
        .copied()
        .filter(|child| child.text.presence == TextPresence::Required && child.status == vocabulary::Status::Current)
}

/// A problem of a text, in the words of the catalogue.
fn worded(problem: &Problem, element: &str, text: &str, place: Place) -> Draft {
    let code = match problem.kind {
        ProblemKind::Form | ProblemKind::Repeated => Code::InvalidText,
        ProblemKind::Length => Code::LongText,
        kind => doubtful(kind),
    };
    let diagnostic = Diagnostic::new(code, place).with("element", element);
    let diagnostic = diagnostic.with("attribute", &format!("<{element}>")).with("takes", &problem.takes);
    let diagnostic = diagnostic.with("value", &shown(text));
    Draft::new(problem.note.iter().fold(diagnostic, Diagnostic::note))
}

/// A number in a sentence.
fn counted(number: usize) -> String {
    if number == 1 { "one".to_owned() } else { number.to_string() }
}
