//! Placeholders of templates.

use super::{assert_said, said};
use crate::{
    tree::{Flow, Node, Value},
    xml::check,
};

#[test]
fn nothing_is_known_of_placeholders() {
    for source in [
        "<Response><Message>Hello {{From}}</Message></Response>",
        "<Response><Dial timeout='{{timeout}}' action='/a' method=\"{{ method }}\">{{number}}</Dial></Response>",
        "<Response><Dial><Number>{{{number}}}</Number></Dial></Response>",
        "<Response><Dial><Number>+1{{number}}</Number></Dial></Response>",
        "<Response>{{> menu}}</Response>",
        "<Response>{% include 'menu.xml' %}</Response>",
        "{% extends 'a' %}\n<Response>{# note #}{{!-- a <Say> --}}{{! b }}<Hangup/></Response>\n{{ end }}",
        // What stands between the braces need be no XML.
        "<Response><Say voice=\"{{ voice | default(\"alice\") }}\">{% if a < 3 && b %}x{% endif %}</Say></Response>",
        "<Response><Connect><Stream url='wss://{{host}}/a'/></Connect></Response>",
        "<Response><Stop><Stream name='{{name}}'/></Stop></Response>",
        // A tag with more in it than is known.
        "<Response><Connect><Conversation {{attributes}}/></Connect></Response>",
        "<Response><Say {{#if a}}voice='alice'{{/if}}>Hi</Say></Response>",
    ] {
        assert_eq!(said(&check(source)), [""; 0], "{source}");
    }
}

#[test]
fn all_around_them_is_checked() {
    assert_said(&[
        ("<Response><Say voise='{{v}}'>{{a}}</Say></Response>", &["1:16 unknown-attribute voise"]),
        ("<Response><Sya>{{a}}</Sya></Response>", &["1:12 unknown-element Sya"]),
        (
            "<Response>{{#if a}}<Sya>b</Sya>{{else}}<Gather><Dial>+15551234567</Dial></Gather>{{/if}}</Response>",
            &["1:21 unknown-element Sya", "1:49 misplaced-element Dial"],
        ),
        ("<Response>{{a}} text {{b}}</Response>", &["1:17 misplaced-text text"]),
        ("<Response><Say loop='x' {{a}}>Hi</Say></Response>", &["1:21 invalid-value 'x'"]),
        ("<Response><Say voice={{v}}>Hi</Say></Response>", &["1:22 bare-value {{v}}"]),
        // Rules on what stands there for certain, whatever its value.
        (
            "<Response><Connect><Conversation serviceInstanceSid='{{s}}' trim='trim-silence'/></Connect></Response>",
            &["1:61 conversation-trim trim"],
        ),
    ]);
}

#[test]
fn what_only_looks_like_one_is_text() {
    assert_said(&[
        ("<Response><Say>{{</Say><Sya>}}</Sya></Response>", &["1:25 unknown-element Sya"]),
        ("<Response><Say>{{ never ends</Say><Pause length='x'/></Response>", &["1:49 invalid-value 'x'"]),
        ("<Response><Enqueue workflowSid='WWX'><Task>{\"a\":{\"b\":{\"c\":1}}}</Task></Enqueue></Response>", &[]),
    ]);
}

#[test]
fn blocks_are_control_flow() {
    // One of two always ends the call, and what ends it in a block may not.
    assert_said(&[
        ("<Response>{{#if a}}<Hangup/>{{/if}}<Say>Hi</Say></Response>", &[]),
        (
            "<Response>{% if a %}<Hangup/>{% else %}<Reject/>{% endif %}<Say>Hi</Say></Response>",
            &["1:61 after-hangup Say"],
        ),
        ("<Response>{% if a %}<Hangup/>{% elif b %}<Reject/>{% endif %}<Say>Hi</Say></Response>", &[]),
        ("<Response>{{^a}}<Hangup/>{{/a}}<Say>Hi</Say></Response>", &[]),
        // Conferences that exclude each other.
        (
            "<Response><Dial>{{#if a}}<Conference>a</Conference>{{else}}<Conference>b</Conference>{{/if}}</Dial></Response>",
            &[],
        ),
        (
            "<Response><Dial><Conference>a</Conference><Conference>b</Conference></Dial></Response>",
            &["1:44 dial-one-conference Conference"],
        ),
    ]);
    let flow = |source: &str| match &check(source).nodes()[0] {
        Node::Element(response) => match &response.children[..] {
            [Node::Control(control)] => Some((control.flow, control.branches.len())),
            _ => None,
        },
        _ => None,
    };
    let block = |open: &str, middle: &str, close: &str| {
        flow(&format!("<Response>\n{open}\n<Pause/>\n{middle}\n<Pause/>{close}\n</Response>"))
    };
    assert_eq!(block("{{#if a}}", "{{else}}", "{{/if}}"), Some((Flow::One, 2)));
    assert_eq!(block("{{#if a}}", "{{else if b}}", "{{/if}}"), Some((Flow::Maybe, 2)));
    assert_eq!(block("{{~#each a~}}", "", "{{~/each~}}"), Some((Flow::Repeat, 1)));
    assert_eq!(block("{%- for a in b -%}", "", "{%- endfor -%}"), Some((Flow::Repeat, 1)));
    assert_eq!(block("{% unless a %}", "{% else %}", "{% endunless %}"), Some((Flow::One, 2)));
    // What does not end, and what never began, is left for what it is.
    assert_eq!(block("{{#if a}}", "", "{{/each}}"), None);
    assert_eq!(block("{% if a %}", "", ""), None);
    assert_eq!(block("", "{{else}}", "{{/if}}"), None);
}

#[test]
fn unbalanced_blocks_lose_nothing() {
    let report = check("<Response>{{#if a}}<Say>1</Say>{{#each b}}<Say>2</Say>{{/if}}<Say>3</Say></Response>");
    let Node::Element(response) = &report.nodes()[0] else { panic!("it is an element") };
    let elements = response.children.iter().filter(|node| matches!(node, Node::Element(_))).count();
    let splices = response.children.iter().filter(|node| matches!(node, Node::Splice(_))).count();
    assert_eq!((elements, splices), (3, 3));
}

#[test]
fn a_value_with_a_placeholder_is_there_for_certain() {
    let report = check("<Response><Dial callerId='+1{{a}}'>{{b}}</Dial></Response>");
    let Node::Element(response) = &report.nodes()[0] else { panic!("it is an element") };
    let Node::Element(dial) = &response.children[0] else { panic!("it is an element") };
    let Value::Splice(splice) = &dial.attributes[0].value else { panic!("it is a placeholder") };
    assert!(splice.constant);
    assert_eq!(report.placeholder(splice.source), Some(("a", 28..33)));
}

#[test]
fn places_are_those_of_the_file() {
    let source = "<Response>\n  {% if \"<\" %}é{% endif %}<Sya/>\n</Response>";
    let report = check(source);
    let sya = report.diagnostics().find(|diagnostic| diagnostic.code() == "unknown-element").unwrap();
    assert_eq!((sya.text(), sya.start().line, sya.start().column), ("Sya", 2, 28));
}
