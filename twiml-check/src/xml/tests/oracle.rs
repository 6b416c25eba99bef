//! What is read, held against `roxmltree`.

use proptest::prelude::*;
use roxmltree::{Document, NodeType};

use crate::{
    tree::{Element, Node, Value},
    xml::{check, place, text},
};

/// Names, attributes and texts, in order; adjoining pieces of text as one.
#[derive(Debug, Eq, PartialEq)]
enum Seen {
    Open(String, Vec<(String, String)>),
    Text(String),
    Close,
}

fn push(seen: &mut Vec<Seen>, text: &str) {
    match seen.last_mut() {
        Some(Seen::Text(before)) => before.push_str(text),
        _ => seen.push(Seen::Text(text.to_owned())),
    }
}

fn ours(element: &Element, seen: &mut Vec<Seen>) {
    let attributes = element.attributes.iter().map(|attribute| match &attribute.value {
        Value::Literal(literal) => (attribute.name.text.clone(), literal.text.clone()),
        other => panic!("{other:?}"),
    });
    seen.push(Seen::Open(element.name.text.clone(), attributes.collect()));
    for child in &element.children {
        match child {
            Node::Element(child) => ours(child, seen),
            Node::Text(text) => push(seen, &text.text),
            other => panic!("{other:?}"),
        }
    }
    seen.push(Seen::Close);
}

fn theirs(node: roxmltree::Node<'_, '_>, seen: &mut Vec<Seen>) {
    match node.node_type() {
        NodeType::Element => {
            let attributes =
                node.attributes().map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()));
            seen.push(Seen::Open(node.tag_name().name().to_owned(), attributes.collect()));
            node.children().for_each(|child| theirs(child, seen));
            seen.push(Seen::Close);
        }
        NodeType::Text => push(seen, node.text().unwrap_or_default()),
        NodeType::Root | NodeType::Comment | NodeType::PI => {}
    }
}

/// Character data with all that is special in it, but for tags.
fn data() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[ a-z'é]{1,4}",
        1 => Just("&amp;".to_owned()),
        1 => Just("&lt;".to_owned()),
        1 => Just("&#10;".to_owned()),
        1 => Just("&#xD;".to_owned()),
        1 => Just("&quot;&apos;&gt;".to_owned()),
        1 => Just("\r\n".to_owned()),
        // Before a reference, roxmltree leaves a carriage return what it is.
        1 => Just("\rx".to_owned()),
        1 => Just("\n\t".to_owned()),
        1 => Just("<!-- c -->".to_owned()),
        1 => Just("<![CDATA[<a>&amp;\r\n]]]>".to_owned()),
    ];
    prop::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

fn document() -> impl Strategy<Value = String> {
    let value = data()
        .prop_map(|text| text.replace("<!-- c -->", "").replace("<![CDATA[<a>&amp;\r\n]]]>", "").replace('\'', ""));
    let leaf = (value, data()).prop_map(|(value, text)| format!("<Say voice='{value}'>x{text}x</Say>"));
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop::collection::vec(inner, 1..4)
            .prop_map(|children| format!("<Gather  a = \"1\"\n>{}</Gather >", children.concat()))
    })
}

proptest! {
    #[test]
    fn what_is_read_is_what_is_there(source in document()) {
        let read = Document::parse(&source).expect("it is XML");
        let (mut expected, mut found) = (Vec::new(), Vec::new());
        theirs(read.root_element(), &mut expected);
        let report = check(&source);
        let Some(Node::Element(root)) = report.nodes().first() else { panic!("there is a root") };
        ours(root, &mut found);
        prop_assert_eq!(found, expected);
    }

    /// Whatever is said of a text, it is an error at least where `roxmltree` refuses it, and its places are in it.
    #[test]
    fn what_is_no_xml_is_refused(source in "([<>/=&;'\"! a-zé?\\-\\[\\]{}%#:\\n]|<Response>|</Response>|<Say|<!--|-->|\\{\\{){0,24}") {
        let report = check(&source);
        let has_placeholders = report.placeholders().next().is_some();
        if !has_placeholders && Document::parse(&source).is_err() {
            prop_assert!(!report.is_valid());
        }
        for diagnostic in report.diagnostics() {
            let range = diagnostic.range();
            prop_assert!(range.end <= source.len() && source.get(range).is_some());
            for change in diagnostic.advice().flat_map(|advice| advice.changes()) {
                prop_assert!(source.get(change.start..change.end).is_some());
            }
        }
    }

    #[test]
    fn lines_and_columns_are_those_of_an_editor(source in "([aé🦀\\n]{0,20}){0,40}", at in 0..800_usize) {
        let Some((offset, _)) = source.char_indices().nth(at) else { return Ok(()) };
        let before = &source[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let position = crate::xml::lines::Lines::of(&source).position(&source, offset);
        prop_assert_eq!((position.line, position.column), (line, column));
    }

    /// Values and texts on their own.
    #[test]
    fn references_mean_what_they_say(value in "([a-z \\t\\n]|\\r\\n|\\rx|&amp;|&lt;|&gt;|&quot;|&apos;|&#233;|&#xe9;|&#x1F980;|&#9;){0,12}") {
        let document = format!("<a b=\"{value}\">{value}</a>");
        let read = Document::parse(&document).expect("it is XML");
        let mut wrong = Vec::new();
        let of_value = text::read(&value, 0..value.len(), text::Context::Value, &mut wrong);
        prop_assert_eq!(Some(of_value.as_str()), read.root_element().attribute("b"));
        let of_text = text::read(&value, 0..value.len(), text::Context::Text, &mut wrong);
        prop_assert_eq!(of_text.as_str(), read.root_element().text().unwrap_or_default());
        prop_assert!(wrong.is_empty());
        prop_assert_eq!(place(3..5).last, 5);
    }
}
