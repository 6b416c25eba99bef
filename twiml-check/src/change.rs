//! What can be done about a mistake, as a change of the tree: an advice is tried on it before it is given, and its words and
//! edits come from it.

mod apply;

use std::collections::{HashMap, HashSet};

use crate::{
    diagnostic::{Advice, Edit, Inserted, Position},
    notation::Notation,
    tree::{Attribute, Element, Literal, LiteralKind, Name, Node, Place, Value},
};

/// A longer text is cut where it is shown.
const LONGEST: usize = 60;

/// A change of the tree. Elements and attributes go by the places of their names.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// The element gets another name.
    Rename { element: Place, to: &'static str },
    /// The element's name is put in quotes, so that nothing is checked.
    Quote { element: Place },
    /// The attribute gets another name.
    RenameAttribute { element: Place, attribute: Place, to: &'static str },
    /// The attribute gets this value, and is added if it is not there.
    Set { element: Place, name: &'static str, value: String },
    /// The same for a value that was probably meant.
    Mean { element: Place, name: &'static str, value: String },
    /// An attribute is added, with a value that only the author knows; this one stands for it.
    AddAttribute { element: Place, name: &'static str, example: String, takes: Option<String> },
    /// The attribute goes.
    RemoveAttribute { element: Place, attribute: Place },
    /// The attribute moves to an element further out.
    MoveAttribute { element: Place, attribute: Place, to: Place },
    /// Text is added, which only the author knows; this one stands for it.
    AddText { element: Place, example: String },
    /// An element is added at the end, with content that only the author knows; this one stands for it.
    AddElement { element: Place, example: Box<Element> },
    /// Elements go.
    RemoveElements { elements: Vec<Place> },
    /// The tags of an element go, and what is in it stays.
    Unwrap { element: Place },
    /// The element is put into a new one.
    WrapElement { element: Place, into: &'static str },
    /// The element becomes the last in another one.
    MoveInto { element: Place, into: Place },
    /// The element becomes the first of the nodes beside it.
    MoveFirst { element: Place },
    /// A run of text goes.
    RemoveText { text: Place },
    /// A run of text becomes this one.
    WriteText { text: Place, to: String },
    /// A text is cut at the names that stand between braces in it.
    Split { text: Place, pieces: Vec<Piece> },
    /// What is typed there is put in braces: it is Rust.
    Braces { place: Place, rust: String },
    /// The value of an attribute is formatted from the names between braces in it.
    Format { element: Place, attribute: Place, value: Place, pieces: Vec<Piece> },
    /// A run of text, or another one in its place, is put into an element.
    WrapText { text: Place, into: &'static str, content: Option<String> },
}

/// A part of a text that holds names between braces.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Text(String),
    /// A name, and how it is to be formatted.
    Name {
        expression: String,
        specification: String,
    },
}

fn is_unclosed(nodes: &[Node], element: Place) -> bool {
    find(nodes, element).is_some_and(|element| element.unclosed)
}

/// The pieces as one call of `format_args!`.
fn formatted(pieces: &[Piece]) -> String {
    let format = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
        Piece::Name { expression, specification } => {
            let colon = if specification.is_empty() { "" } else { ":" };
            let name = if is_plain(expression) { expression } else { "" };
            format!("{{{name}{colon}{specification}}}")
        }
    });
    let arguments = pieces.iter().filter_map(|piece| match piece {
        Piece::Name { expression, .. } if !is_plain(expression) => Some(format!(", {expression}")),
        _ => None,
    });
    format!("{{format_args!({:?}{})}}", format.collect::<String>(), arguments.collect::<String>())
}

/// Whether it may stand in the string that formats.
fn is_plain(expression: &str) -> bool {
    !expression.contains('.')
}

impl Change {
    /// The words and the edits; `None` if there is nothing at these places.
    pub(crate) fn advice(&self, nodes: &[Node], notation: Notation) -> Option<Advice> {
        Some(match self {
            Self::Rename { element, to } => {
                let element = find(nodes, *element)?;
                Advice::meant(format!("<{to}>"), renamed(element, to))
            }
            // Only in Rust are there names that are not checked, and values to put in the place of others.
            Self::Quote { .. } | Self::Split { .. } | Self::Braces { .. } | Self::Format { .. }
                if notation == Notation::Xml =>
            {
                return None;
            }
            Self::Quote { element } => {
                let element = find(nodes, *element)?;
                let quoted = format!("{:?}", element.name.text);
                Advice::typed("write", &format!("<{quoted}>"), renamed(element, &quoted))
                    .because(" if Twilio knows it and this crate does not")
            }
            Self::RenameAttribute { attribute, to, .. } => {
                Advice::meant((*to).to_owned(), vec![Edit::over(*attribute, *to)])
            }
            Self::Set { element, name, value } => set(find(nodes, *element)?, name, value, notation),
            Self::Mean { element, name, value } => {
                let advice = set(find(nodes, *element)?, name, value, notation);
                Advice::meant(notation.attribute(name, value), advice.edits().to_vec())
            }
            Self::AddAttribute { name, takes: Some(takes), .. } => {
                Advice::words(format!("add `{name}=\"…\"`: it takes {takes}"))
            }
            Self::AddAttribute { name, takes: None, .. } => Advice::words(format!("add `{name}`")),
            Self::RemoveAttribute { element, attribute } => {
                let written = written(find(nodes, *element)?, *attribute)?;
                Advice::typed("remove", &written.name.text, vec![Edit::remove(written.place)])
            }
            Self::MoveAttribute { element, attribute, to } => {
                let (from, to) = (written(find(nodes, *element)?, *attribute)?, find(nodes, *to)?);
                let insert = Edit {
                    place: end_of_attributes(to),
                    position: Position::After,
                    text: Inserted::Copied(from.place),
                };
                Advice::words(format!("move `{}` to `<{}>`", from.name.text, to.name.text))
                    .with(vec![insert, Edit::remove(from.place)])
            }
            Self::AddText { .. } => Advice::words("add the text"),
            Self::AddElement { example, .. } => Advice::words(format!("add `{}`", example_of(example))),
            // Nobody knows where an element ends that is not closed.
            Self::RemoveElements { elements } if elements.iter().any(|element| is_unclosed(nodes, *element)) => {
                return None;
            }
            Self::WrapElement { element, .. } | Self::MoveInto { element, .. } | Self::MoveFirst { element }
                if is_unclosed(nodes, *element) =>
            {
                return None;
            }
            Self::RemoveElements { elements } => removal(nodes, elements)?,
            Self::Unwrap { element } => {
                let element = find(nodes, *element)?;
                let tags = [Some(element.tags.open), element.tags.close].into_iter().flatten();
                Advice::typed("remove", &format!("<{}>", element.name.text), tags.map(Edit::remove).collect())
            }
            Self::WrapElement { element, into } => {
                let place = find(nodes, *element)?.place();
                let edits = vec![Edit::before(place, format!("<{into}>")), Edit::after(place, format!("</{into}>"))];
                Advice::typed("move it into", &format!("<{into}>"), edits)
            }
            Self::MoveInto { element, into } => {
                let (place, into) = (find(nodes, *element)?.place(), find(nodes, *into)?);
                let edits = [Edit::remove(place)].into_iter().chain(inside(into, place)).collect();
                Advice::words(format!("move it into `<{}>`", into.name.text)).with(edits)
            }
            Self::MoveFirst { element } => {
                let place = find(nodes, *element)?.place();
                let first = first_beside(nodes, *element)?.place();
                let insert = Edit { place: first, position: Position::Before, text: Inserted::Copied(place) };
                Advice::words("move it to the top of the document").with(vec![insert, Edit::remove(place)])
            }
            _ => return self.advice_on_text(nodes, notation),
        })
    }

    /// The same for what is done to text and values.
    fn advice_on_text(&self, nodes: &[Node], notation: Notation) -> Option<Advice> {
        Some(match self {
            Self::RemoveText { text } => Advice::words("remove it").with(vec![Edit::remove(*text)]),
            Self::WriteText { text, to } => {
                let typed = notation.text(to);
                let shown = if notation == Notation::Xml { format!("`{typed}`") } else { typed.clone() };
                Advice::quoted("write", &shown, vec![Edit::over(*text, typed)])
            }
            Self::Split { text, pieces } => {
                let typed = pieces.iter().map(|piece| match piece {
                    Piece::Text(text) => notation.text(text),
                    Piece::Name { expression, specification } if specification.is_empty() => {
                        format!("{{{expression}}}")
                    }
                    Piece::Name { .. } => formatted(std::slice::from_ref(piece)),
                });
                let typed = typed.collect::<Vec<_>>().join(" ");
                Advice::typed("write", &typed, vec![Edit::over(*text, typed.clone())])
            }
            Self::Braces { place, rust } => {
                let typed = format!("{{{rust}}}");
                let name = value_at(nodes, *place).map(|name| format!("{name}=")).unwrap_or_default();
                Advice::typed("write", &format!("{name}{typed}"), vec![Edit::over(*place, typed)])
            }
            Self::Format { element, attribute, value, pieces } => {
                let typed = formatted(pieces);
                let name = &written(find(nodes, *element)?, *attribute)?.name.text;
                Advice::typed("write", &format!("{name}={typed}"), vec![Edit::over(*value, typed.clone())])
            }
            Self::WrapText { text, into, content } => {
                let verb =
                    if content.is_some() { format!("write it into a `<{into}>`:") } else { "wrap it:".to_owned() };
                let content = content.clone().or_else(|| run_of(nodes, *text))?;
                // What only lays a file out is no part of the place.
                let content =
                    if notation == Notation::Xml { content.trim_matches([' ', '\t', '\n']) } else { &content };
                let edit = Edit::over(*text, format!("<{into}>{}</{into}>", notation.text(content)));
                let shown = notation.text(&shown(content));
                Advice::typed(&verb, &format!("<{into}>{shown}</{into}>"), vec![edit])
            }
            _ => return None,
        })
    }
}

/// A value as a message shows it: long ones are cut.
pub(crate) fn shown(value: &str) -> String {
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

/// The edits that give an element another name.
fn renamed(element: &Element, to: &str) -> Vec<Edit> {
    let names = [Some(&element.name), element.close.as_ref()].into_iter().flatten();
    names.map(|name| Edit::over(name.place, to)).collect()
}

fn set(element: &Element, name: &str, value: &str, notation: Notation) -> Advice {
    let typed = notation.attribute(name, value);
    match element.attribute(name) {
        Some(written) => Advice::typed("write", &typed, vec![Edit::over(written.place, typed.clone())]),
        None => Advice::typed("add", &typed, vec![Edit::after(end_of_attributes(element), format!(" {typed}"))]),
    }
}

/// What one more attribute is typed behind.
fn end_of_attributes(element: &Element) -> Place {
    element.attributes.last().map_or(element.name.place, |last| last.place)
}

fn removal(nodes: &[Node], elements: &[Place]) -> Option<Advice> {
    let mut wanted: HashMap<Place, Option<&Element>> = elements.iter().map(|&element| (element, None)).collect();
    find_all(nodes, &mut wanted);
    let elements = elements.iter().map(|element| *wanted.get(element)?).collect::<Option<Vec<&Element>>>()?;
    let edits = elements.iter().map(|element| Edit::remove(element.place())).collect();
    let mut known: HashSet<&str> = HashSet::new();
    let names: Vec<&str> =
        elements.iter().map(|element| element.name.text.as_str()).filter(|name| known.insert(name)).collect();
    let words = match names[..] {
        [name] if elements.len() == 1 => format!("remove `<{name}>`"),
        [name] => format!("remove {} `<{name}>`", elements.len()),
        _ => {
            let names: Vec<String> = names.iter().map(|name| format!("`<{name}>`")).collect();
            let (last, rest) = names.split_last()?;
            format!("remove {} and {last}", rest.join(", "))
        }
    };
    Some(Advice::words(words).with(edits))
}

/// Finds the elements whose names stand at these places. One walk does for all of them.
fn find_all<'a>(nodes: &'a [Node], wanted: &mut HashMap<Place, Option<&'a Element>>) {
    for node in nodes {
        match node {
            Node::Element(element) => {
                if let Some(found) = wanted.get_mut(&element.name.place) {
                    *found = Some(element);
                }
                find_all(&element.children, wanted);
            }
            _ => node.bodies().for_each(|body| find_all(body, wanted)),
        }
    }
}

/// The edits that put what stands elsewhere at the end of an element.
fn inside(element: &Element, content: Place) -> Vec<Edit> {
    let copy = |place, position| Edit { place, position, text: Inserted::Copied(content) };
    match element.tags.close {
        Some(close) => vec![copy(close, Position::Before)],
        None => vec![
            Edit::over(element.tags.end, ">"),
            copy(element.tags.end, Position::After),
            Edit::after(element.tags.end, format!("</{}>", element.name.text)),
        ],
    }
}

/// An example, its content left out.
fn example_of(element: &Element) -> String {
    let name = &element.name.text;
    let names = element.attributes.iter().map(|attribute| attribute.name.text.as_str());
    let known: String = names.flat_map(|name| [" ", name, "=\"…\""]).collect();
    if element.children.is_empty() { format!("<{name}{known}/>") } else { format!("<{name}{known}>…</{name}>") }
}

/// The name of the attribute whose value stands there.
fn value_at(nodes: &[Node], place: Place) -> Option<&str> {
    nodes.iter().find_map(|node| match node {
        Node::Element(element) => {
            let has =
                |written: &&Attribute| matches!(&written.value, Value::Literal(literal) if literal.place == place);
            let own = element.attributes.iter().find(has).map(|written| written.name.text.as_str());
            own.or_else(|| value_at(&element.children, place))
        }
        _ => node.bodies().find_map(|body| value_at(body, place)),
    })
}

/// The element whose name stands there.
pub(crate) fn find(nodes: &[Node], place: Place) -> Option<&Element> {
    nodes.iter().find_map(|node| match node {
        Node::Element(element) if element.name.place == place => Some(element),
        Node::Element(element) => find(&element.children, place),
        _ => node.bodies().find_map(|body| find(body, place)),
    })
}

fn written(element: &Element, attribute: Place) -> Option<&Attribute> {
    element.attributes.iter().find(|written| written.name.place == attribute)
}

/// The first element beside this one, in the element around it.
fn first_beside(nodes: &[Node], place: Place) -> Option<&Element> {
    let holds = nodes.iter().any(|node| matches!(node, Node::Element(element) if element.name.place == place));
    if holds {
        return nodes.iter().find_map(|node| if let Node::Element(element) = node { Some(element) } else { None });
    }
    nodes.iter().find_map(|node| match node {
        Node::Element(element) => first_beside(&element.children, place),
        _ => node.bodies().find_map(|body| first_beside(body, place)),
    })
}

/// The pieces of a run of text as one.
fn run_of(nodes: &[Node], place: Place) -> Option<String> {
    let start = nodes.iter().position(|node| matches!(node, Node::Text(text) if text.place.first == place.first));
    if let Some(start) = start {
        let mut run = String::new();
        for node in nodes.iter().skip(start) {
            let Node::Text(text) = node else { break };
            run.push_str(&text.text);
            if text.place.last == place.last {
                break;
            }
        }
        return Some(run);
    }
    nodes.iter().find_map(|node| match node {
        Node::Element(element) => run_of(&element.children, place),
        _ => node.bodies().find_map(|body| run_of(body, place)),
    })
}

/// A literal of the checker's own, at the place of what it stands for.
pub(crate) fn literal(text: String, place: Place) -> Literal {
    Literal { text, kind: LiteralKind::String, place, meant: false }
}

/// An attribute of the checker's own.
pub(crate) fn attribute(name: &str, value: String, place: Place) -> Attribute {
    let name = Name { text: name.to_owned(), place, unchecked: false };
    Attribute::new(name, Value::Literal(literal(value, place)), place)
}
