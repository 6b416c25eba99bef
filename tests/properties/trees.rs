//! Markup nested to any depth.

use proptest::{collection, prelude::*};
use twiml::{
    At, Fragment, Writer, element,
    fragment::{ChildOf, HoldsText},
    twiml,
};

use crate::{carried, text};

/// Speech markup as a tree of its own.
#[derive(Clone, Debug)]
enum Speech {
    Text(String),
    Emphasis(Vec<Self>),
    Word { role: String, inside: String },
}

impl<P: HoldsText> Fragment<P> for Speech
where
    element::emphasis: ChildOf<P>,
    element::w: ChildOf<P>,
{
    fn write(&self, writer: &mut Writer, at: At<P>) {
        match self {
            Self::Text(text) => Fragment::<P>::write(text, writer, at),
            Self::Emphasis(parts) => {
                let markup = twiml! { <emphasis level="strong">for part in parts { {part} }</emphasis> };
                Fragment::<P>::write(&markup, writer, at);
            }
            Self::Word { role, inside } => {
                let markup = twiml! { <w role={role}>{inside} <break/></w> };
                Fragment::<P>::write(&markup, writer, at);
            }
        }
    }
}

impl Speech {
    /// What a parser should make of it: tags, roles and text in order.
    fn outline(&self, outline: &mut Vec<String>) {
        match self {
            Self::Text(text) => push_text(outline, &carried(text)),
            Self::Emphasis(parts) => {
                outline.push("<emphasis strong>".to_owned());
                for part in parts {
                    part.outline(outline);
                }
                outline.push("</>".to_owned());
            }
            Self::Word { role, inside } => {
                outline.push(format!("<w {}>", carried(role)));
                push_text(outline, &carried(inside));
                outline.extend(["<break >", "</>", "</>"].map(str::to_owned));
            }
        }
    }
}

/// A parser joins text that stands side by side.
fn push_text(outline: &mut Vec<String>, text: &str) {
    match outline.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.starts_with("text ") => last.push_str(text),
        _ => outline.push(format!("text {text}")),
    }
}

fn parsed(node: roxmltree::Node<'_, '_>, outline: &mut Vec<String>) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            push_text(outline, text);
        } else {
            let value = child.attributes().next().map_or("", |attribute| attribute.value());
            outline.push(format!("<{} {value}>", child.tag_name().name()));
            parsed(child, outline);
            outline.push("</>".to_owned());
        }
    }
}

fn speech() -> impl Strategy<Value = Speech> {
    let leaf = prop_oneof![
        text().prop_map(Speech::Text),
        (text(), text()).prop_map(|(role, inside)| Speech::Word { role, inside }),
    ];
    leaf.prop_recursive(6, 40, 5, |inner| collection::vec(inner, 0..5).prop_map(Speech::Emphasis))
}

proptest! {
    #[test]
    fn nested_markup_comes_back(parts in collection::vec(speech(), 0..6)) {
        let document = twiml! { <Response><Say>for part in &parts { {part} }</Say></Response> };
        let tree = roxmltree::Document::parse(document.as_str()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let (mut expected, mut found) = (Vec::new(), Vec::new());
        for part in &parts {
            part.outline(&mut expected);
        }
        parsed(tree.root_element().first_element_child().unwrap(), &mut found);
        prop_assert_eq!(found, expected);
    }
}
