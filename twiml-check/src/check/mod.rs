//! The tree against the tables. Each node learns its row; what is wrong becomes drafts of messages.

mod appearance;
mod attribute;
mod bare;
mod content;
mod count;
mod document;
mod fragment;
mod remedy;
mod rule;
mod sequence;
mod standing;
mod term;
mod text;
mod unreached;

use std::collections::HashMap;

use twiml_core::vocabulary::{self, Dialect, Severity, Status, TextPresence};

pub use document::{Part, Refusal, Root};
pub use standing::{Standing, standing};
pub use term::{Terms, Truth};

use crate::{
    Context,
    catalogue::Code,
    change::Change,
    diagnostic::{Diagnostic, alternatives},
    nearest::nearest,
    tree::{Element, Meant, Name, Node, Place, leaves},
};

/// So many errors are said of one document, and so many warnings.
pub(crate) const ENOUGH: usize = 1000;

/// A list of names that is longer is no help.
const SHORT_LIST: usize = 12;

/// A message, and what might be done about it: each change is tried before it is offered.
pub(crate) struct Draft {
    pub(crate) diagnostic: Diagnostic,
    pub(crate) changes: Vec<Change>,
    /// What to say if no change helps.
    pub(crate) otherwise: Option<String>,
    /// What to say as well.
    pub(crate) besides: Option<&'static str>,
}

impl Draft {
    fn new(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, changes: Vec::new(), otherwise: None, besides: None }
    }

    /// Something that may help.
    fn change(mut self, change: Change) -> Self {
        self.changes.push(change);
        self
    }

    fn changes(mut self, changes: impl IntoIterator<Item = Change>) -> Self {
        self.changes.extend(changes);
        self
    }

    fn besides(mut self, words: &'static str) -> Self {
        self.besides = Some(words);
        self
    }

    fn otherwise(mut self, words: impl Into<String>) -> Self {
        self.otherwise = Some(words.into());
        self
    }
}

/// What to say of a name that nobody knows.
struct Unknown {
    words: String,
    /// It may be newer than this crate.
    is_new: bool,
}

/// Checks the whole tree: what it is, and what is wrong with it.
///
/// A trial wants to know what is wrong, but not what to do about it.
pub(crate) fn survey(nodes: &mut [Node], context: Context, trial: bool) -> (Root, Vec<Draft>) {
    let mut checker = Checker::new(context, trial);
    let root = document::check(&mut checker, nodes);
    checker.unreached(nodes);
    (root, checker.drafts)
}

/// The children of an element that a name resembles.
fn near_rows(name: &str, parent: &'static vocabulary::Element) -> Vec<&'static vocabulary::Element> {
    let also = parent.children.iter().copied().filter(|child| child.also.contains(&name));
    let near = nearest(name, parent.children.iter().map(|child| child.name));
    let near = near.into_iter().filter_map(|near| parent.child(near));
    near.chain(also).collect()
}

/// Whether an element of this row could hold at least a part of what stands in the element.
fn could_hold(row: &vocabulary::Element, element: &Element) -> bool {
    let (mut texts, mut children, mut fitting) = (false, false, false);
    leaves(&element.children, &mut |node| match node {
        Node::Text(text) => texts |= !text.text.trim_ascii().is_empty(),
        Node::Element(child) => {
            children = true;
            fitting |= row.child(&child.name.text).is_some();
        }
        _ => {}
    });
    !(texts && row.text.presence == TextPresence::None) && (!children || fitting || row.children.is_empty() && texts)
}

/// Where a node stands.
#[derive(Clone, Copy)]
struct Scope<'a> {
    /// The element around it; `None` if nothing is known of it, so that anything may stand there.
    parent: Option<&'static vocabulary::Element>,
    /// Where the name of that element stands, if it is there.
    place: Option<Place>,
    /// The parent is not closed: what does not fit may have been meant for the outer scope.
    unclosed: bool,
    outer: Option<&'a Scope<'a>>,
}

impl Scope<'_> {
    const ANYWHERE: Scope<'static> = Scope { parent: None, place: None, unclosed: false, outer: None };

    /// The row of an element of this name that may stand here.
    fn resolve(&self, name: &str) -> Option<&'static vocabulary::Element> {
        let Some(parent) = self.parent else { return vocabulary::named(name).next() };
        let found = parent.child(name);
        if found.is_none() && self.unclosed { self.outer?.resolve(name) } else { found }
    }
}

struct Checker {
    context: Context,
    drafts: Vec<Draft>,
    /// What to say of a name that nobody knows in an element: the same mistake is often made again.
    unknown: HashMap<(&'static str, String), Unknown>,
    /// What such a name resembles.
    near: HashMap<(&'static str, String), Vec<&'static vocabulary::Element>>,
    trial: bool,
    errors: usize,
    warnings: usize,
}

impl Checker {
    fn new(context: Context, trial: bool) -> Self {
        let (unknown, near) = (HashMap::new(), HashMap::new());
        Self { context, drafts: Vec::new(), unknown, near, trial, errors: 0, warnings: 0 }
    }

    /// What is more than enough is left out, and nobody need know what to do about it.
    fn report(&mut self, draft: Draft) {
        let count = match draft.diagnostic.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= ENOUGH {
            self.drafts.push(draft);
        }
        self.trial |= self.errors > ENOUGH;
    }

    /// All that stands in an element.
    fn children(&mut self, nodes: &mut [Node], scope: Scope<'_>) {
        for node in nodes {
            for body in node.bodies_mut() {
                self.children(body, scope);
            }
            if let Node::Element(element) = node {
                self.child(element, scope);
            }
        }
    }

    fn child(&mut self, element: &mut Element, scope: Scope<'_>) {
        if element.name.unchecked {
            self.unchecked_name(&element.name);
            self.element(element, None, scope);
            return;
        }
        if let Some(row) = scope.resolve(&element.name.text) {
            self.element(element, Some(row), scope);
            return;
        }
        let row = self.unresolved(element, scope);
        self.element(element, row, scope);
    }

    /// An element that may not stand here, or is none at all; the row that was probably meant.
    fn unresolved(&mut self, element: &mut Element, scope: Scope<'_>) -> Option<&'static vocabulary::Element> {
        let parent = scope.parent?;
        let known: Vec<_> = vocabulary::named(&element.name.text).collect();
        let Some(&first) = known.first() else {
            return self.unknown_element(element, parent);
        };
        let name = &element.name;
        let row = known.iter().copied().find(|row| row.dialect == parent.dialect).unwrap_or(first);
        let draft = if parent.is_document() && row.dialect != parent.dialect && is_verb(row) {
            mixed(name.place, row, parent)
        } else {
            let diagnostic = Diagnostic::new(Code::MisplacedElement, name.place);
            let diagnostic = diagnostic.with("element", &name.text).with("parent", parent.name);
            Draft::new(diagnostic.help(belongs(&known, parent)))
        };
        self.report(draft);
        Some(row)
    }

    /// The children of an element that a name resembles, and that could hold what the written one holds.
    fn meant_here(
        &mut self,
        element: &Element,
        parent: &'static vocabulary::Element,
    ) -> Vec<&'static vocabulary::Element> {
        let name = &element.name.text;
        let near = self.near.entry((parent.id, name.clone())).or_insert_with(|| near_rows(name, parent));
        near.iter().copied().filter(|row| could_hold(row, element)).collect()
    }

    fn unknown_element(
        &mut self,
        element: &mut Element,
        parent: &'static vocabulary::Element,
    ) -> Option<&'static vocabulary::Element> {
        // A trial looks at the same names again.
        let known = element.meant.take().filter(|meant| meant.parent == parent.id);
        let here = known.map_or_else(|| self.meant_here(element, parent), |meant| meant.rows);
        element.meant = Some(Meant { parent: parent.id, rows: here.clone() });
        let name = &element.name;
        let diagnostic = Diagnostic::new(Code::UnknownElement, name.place).with("element", &name.text);
        let guess = if let [only] = here[..] { Some(only) } else { None };
        if self.trial {
            self.report(Draft::new(diagnostic));
            return guess;
        }
        let names: Vec<&str> = here.iter().map(|row| row.name).collect();
        let diagnostic = case_note(diagnostic, &name.text, &names);
        let renamed = here.iter().map(|row| Change::Rename { element: name.place, to: row.name });
        let draft = Draft::new(diagnostic).changes(renamed);
        let unwrap = (!element.children.is_empty()).then_some(Change::Unwrap { element: name.place });
        // A short list says what may stand here; beyond it, the name may be newer than this crate.
        let unknown = self.unknown.entry((parent.id, name.text.clone())).or_insert_with(|| unknown_here(name, parent));
        let quote = unknown.is_new.then_some(Change::Quote { element: name.place });
        let draft = draft.changes(unwrap).changes(quote).otherwise(unknown.words.clone());
        self.report(draft);
        guess
    }

    /// An element whose row is known, or of which nothing is.
    fn element(&mut self, element: &mut Element, row: Option<&'static vocabulary::Element>, scope: Scope<'_>) {
        element.row = row;
        self.attributes(element, row, scope);
        if let Some(row) = row {
            // What is gone as a whole is said of the outermost element only.
            if scope.parent.is_none_or(|parent| parent.status != row.status) {
                self.outdated_element(&element.name, row);
            }
            self.content(element, row);
            self.rules(element, row, scope.parent);
        } else {
            self.unchecked_text(&element.children, None);
        }
        let place = Some(element.name.place);
        let inner = Scope { parent: row, place, unclosed: element.unclosed, outer: Some(&scope) };
        self.children(&mut element.children, inner);
        if let Some(row) = row {
            self.sequence(element, row);
        }
    }

    /// A name in quotes need only be a name of XML.
    fn unchecked_name(&mut self, name: &Name) {
        if !text::is_name(&name.text) {
            let diagnostic = Diagnostic::new(Code::InvalidName, name.place).with("name", &name.text);
            let help = "a name holds letters, digits and `_ - . :`, and begins with a letter or `_`";
            self.report(Draft::new(diagnostic.help(help)));
        }
    }

    fn outdated_element(&mut self, name: &Name, row: &'static vocabulary::Element) {
        let Some((diagnostic, instead)) = outdated(name.place, &format!("`<{}>`", row.name), row.status) else {
            return;
        };
        let others = named_in(instead).filter_map(|other| {
            let other = other.strip_prefix('<')?.strip_suffix('>')?;
            vocabulary::all().map(|row| row.name).find(|name| *name == other)
        });
        let changes = others.map(|to| Change::Rename { element: name.place, to });
        self.report(Draft::new(diagnostic).changes(changes).otherwise(sentence(instead)));
    }
}

/// A warning where something is no longer current, and what the table says of it.
fn outdated(place: Place, name: &str, status: Status) -> Option<(Diagnostic, &'static str)> {
    let (status, instead) = match status {
        Status::Deprecated(instead) => ("deprecated", instead),
        Status::Retired(instead) => ("retired", instead),
        Status::Current | Status::Undocumented => return None,
    };
    Some((Diagnostic::new(Code::Outdated, place).with("name", name).with("status", status), instead))
}

/// What a sentence of the tables names between backticks.
fn named_in(sentence: &'static str) -> impl Iterator<Item = &'static str> {
    sentence.split('`').skip(1).step_by(2)
}

/// A sentence of the tables as a part of a message: no full stop, and no capital unless it begins a name.
fn sentence(text: &str) -> String {
    let text = text.strip_suffix('.').unwrap_or(text);
    let lower = ["Use", "Send", "Choose", "It"].into_iter().any(|word| text.split(' ').next() == Some(word));
    match text.split_at_checked(1) {
        Some((first, rest)) if lower => first.to_lowercase() + rest,
        _ => text.to_owned(),
    }
}

/// Says that names are case-sensitive where that was the mistake.
fn case_note(diagnostic: Diagnostic, written: &str, near: &[&str]) -> Diagnostic {
    if near.iter().any(|near| near.eq_ignore_ascii_case(written)) {
        diagnostic.note("names of TwiML are case-sensitive")
    } else {
        diagnostic
    }
}

fn is_verb(row: &'static vocabulary::Element) -> bool {
    row.parents().any(vocabulary::Element::is_document)
}

fn mixed(place: Place, row: &vocabulary::Element, document: &vocabulary::Element) -> Draft {
    let diagnostic = Diagnostic::new(Code::MixedDocument, place).with("element", row.name);
    let diagnostic = diagnostic.with("dialect", row.dialect.as_str()).with("other", document.dialect.as_str());
    let help = format!("answer with a document of its own, or use a verb of {} documents", document.dialect.as_str());
    Draft::new(diagnostic.help(help))
}

/// What to say of a name that no element here resembles.
fn unknown_here(name: &Name, parent: &'static vocabulary::Element) -> Unknown {
    let is_long = parent.children.len() > SHORT_LIST;
    match elsewhere(name, parent) {
        Some(rows) => Unknown { words: belongs(&rows, parent), is_new: false },
        None => Unknown { words: holds(parent), is_new: is_long },
    }
}

/// What an element holds.
fn holds(parent: &'static vocabulary::Element) -> String {
    if !parent.children.is_empty() && parent.children.len() <= SHORT_LIST {
        let names = alternatives(parent.children.iter().map(|child| format!("<{}>", child.name)));
        return format!("`<{}>` holds {names}", parent.name);
    }
    match parent.page {
        Some(page) => format!("see {page} for what `<{}>` holds", parent.name),
        None => format!("`<{}>` holds no elements", parent.name),
    }
}

/// The element of another place that the name resembles. What does not even begin alike was hardly meant.
fn elsewhere(name: &Name, parent: &vocabulary::Element) -> Option<Vec<&'static vocabulary::Element>> {
    let mut dialects = vec![parent.dialect];
    dialects.extend(Dialect::ALL.into_iter().filter(|dialect| *dialect != parent.dialect));
    let names = dialects.into_iter().flat_map(vocabulary::elements).map(|element| element.name);
    let initial = |name: &str| name.chars().next().map(|first| first.to_ascii_lowercase());
    let near = nearest(&name.text, names).into_iter().find(|near| initial(near) == initial(&name.text))?;
    Some(vocabulary::named(near).collect())
}

/// Where the element may stand, and what may stand here instead.
fn belongs(rows: &[&'static vocabulary::Element], parent: &vocabulary::Element) -> String {
    let mut places: Vec<&str> = Vec::new();
    for row in rows {
        for place in row.parents() {
            if !places.contains(&place.name) {
                places.push(place.name);
            }
        }
    }
    let name = rows.first().map_or("", |row| row.name);
    if places.is_empty() {
        return format!("`<{name}>` is a document of its own");
    }
    let help = format!("`<{name}>` stands in {}", alternatives(places.iter().map(|place| format!("<{place}>"))));
    if parent.children.is_empty() {
        return format!("{help}; `<{}>` holds no elements", parent.name);
    }
    if parent.children.len() > SHORT_LIST {
        return help;
    }
    let children = alternatives(parent.children.iter().map(|child| format!("<{}>", child.name)));
    format!("{help}; `<{}>` holds {children}", parent.name)
}
