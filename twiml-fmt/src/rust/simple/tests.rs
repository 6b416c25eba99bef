//! What is spelled here is what rustfmt makes of it.

use proptest::{collection, prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};

use super::spell;
use crate::{
    Options,
    rust::{Form, Request, Rust},
    tokens::Tokens,
    tree::Span,
};

const OPERANDS: [&str; 29] = [
    "name",
    "self",
    "a",
    "1",
    "2.5",
    "\"text\"",
    "'c'",
    "true",
    "x . y",
    "a :: b",
    "Kind :: Sales",
    "names . len ( )",
    "- 1",
    "! ready",
    "& name",
    "& mut name",
    "* name",
    "r#\"raw\"#",
    "1_u8",
    "f ( )",
    "x ?",
    "later ( ) . await",
    "self . name . as_str ( )",
    "x . 0",
    "\"a\" . len ( )",
    "matches ! ( a , b )",
    "[ 1 , 2 ]",
    "( a , b )",
    "| x | x",
];

/// Rust, or nearly: words in an order that a grammar of expressions would give them, and blanks anywhere.
fn expression() -> impl Strategy<Value = String> {
    let leaf = select(OPERANDS.to_vec());
    leaf.prop_map(str::to_owned).prop_recursive(3, 12, 3, |inner| {
        let operators =
            vec!["==", "!=", "<", ">", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "&", "..", "as", "|", "="];
        prop_oneof![
            (inner.clone(), select(operators), inner.clone())
                .prop_map(|(a, operator, b)| format!("{a} {operator} {b}")),
            (select(vec!["f", "a . b", "A :: b", "g !", "Some"]), collection::vec(inner.clone(), 0..4))
                .prop_map(|(f, values)| format!("{f} ( {} )", values.join(" , "))),
            inner.clone().prop_map(|a| format!("{a} . trim ( )")),
            inner.prop_map(|a| format!("{a} ?")),
        ]
    })
}

fn pattern() -> impl Strategy<Value = &'static str> {
    select(vec![
        "x",
        "_",
        "Some ( x )",
        "( a , b )",
        "( a , Some ( b ) )",
        "& x",
        "1",
        "A :: B",
        "Some ( ( a , _ ) )",
        "A | B",
        "mut x",
        "ref x",
        "Person { name , .. }",
        "x @ 1",
        "1 ..= 5",
        "( a )",
        "Some ( & x ) | None",
        "'a'",
        "\"text\"",
    ])
}

/// A piece of any form.
fn piece() -> impl Strategy<Value = (Form, String)> {
    let value = || expression();
    prop_oneof![
        3 => value().prop_map(|value| (Form::Content, value)),
        1 => value().prop_map(|value| (Form::Match, format!("match {value}"))),
        1 => value().prop_map(|value| (Form::Header, format!("if {value}"))),
        1 => value().prop_map(|value| (Form::Else, format!("if {value}"))),
        1 => value().prop_map(|value| (Form::Header, format!("while {value}"))),
        1 => (pattern(), value()).prop_map(|(pattern, value)| (Form::Header, format!("if let {pattern} = {value}"))),
        1 => (pattern(), value()).prop_map(|(pattern, value)| (Form::Header, format!("for {pattern} in {value}"))),
        1 => pattern().prop_map(|pattern| (Form::Pattern, pattern.to_owned())),
        1 => (pattern(), value()).prop_map(|(pattern, value)| (Form::Pattern, format!("{pattern} if {value}"))),
        1 => (pattern(), value()).prop_map(|(pattern, value)| (Form::Statement, format!("let {pattern} = {value} ;"))),
        1 => value().prop_map(|value| (Form::Statement, format!("return {value} ;"))),
        1 => select(vec![
            (Form::Header, "loop"), (Form::Statement, "break ;"), (Form::Statement, "continue 'a ;"),
            (Form::Statement, "return ;"), (Form::Statement, "let mut x = 1 ;"), (Form::Attribute, "# [ cfg ( a ) ]"),
            (Form::Attribute, "# [ allow ( dead_code , clippy :: all ) ]"), (Form::Attribute, "# [ test ]"),
            (Form::Attribute, "# [ cfg ( all ( feature = \"a\" , not ( test ) ) ) ]"),
            (Form::Attribute, "# [ expect ( deprecated , reason = \"old\" ) ]"), (Form::Attribute, "# [ doc = \"a\" ]"),
        ])
        .prop_map(|(form, text)| (form, text.to_owned())),
    ]
}

/// The same with fewer blanks.
fn tight(text: &str) -> String {
    let tokens = Tokens::read(text).unwrap();
    let is_word = |text: &str| text.ends_with(|last: char| last.is_alphanumeric() || "_\"'#".contains(last));
    let mut tight = String::new();
    for (index, token) in text.split(' ').enumerate() {
        let is_operator =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_punctuation() && !b"()[]\"".contains(&byte));
        let before = if index > 0 { text.split(' ').nth(index - 1).unwrap_or_default() } else { "" };
        if (is_word(before) && !is_operator(token)) || (is_operator(before) && is_operator(token)) {
            tight.push(' ');
        }
        tight.push_str(token);
    }
    let same = Tokens::read(&tight).is_ok_and(|read| read.list.len() == tokens.list.len());
    if same { tight } else { text.to_owned() }
}

#[test]
fn what_is_spelled_is_what_rustfmt_makes_of_it() {
    let mut runner = TestRunner::default();
    let pieces: Vec<_> = (0..3000).map(|_| piece().new_tree(&mut runner).unwrap().current()).collect();
    for options in [Options::default(), Options::default().with_edition("2018")] {
        let mut spelled = Vec::new();
        let mut rust = Rust::new(&options);
        for (index, (form, text)) in pieces.iter().enumerate() {
            let text = if index % 2 == 0 { tight(text) } else { text.clone() };
            let tokens = Tokens::read(&text).unwrap();
            let span = Span { from: 0, to: tokens.list.len() };
            if let Some(found) = spell(*form, &tokens, span).filter(|found| found.len() <= options.simple_width) {
                let request = Request { form: *form, steps: 3, text, is_free: true };
                rust.requests.push(request.clone());
                spelled.push((request, found));
            }
        }
        assert!(spelled.len() > 500, "{}", spelled.len());
        rust.ask();
        assert_eq!(rust.failure(), None);
        for (request, found) in spelled {
            // What rustfmt does not take is not Rust, and may be spelled in any way.
            if let Some(Some(laid)) = rust.answers.get(&request) {
                assert_eq!(rust.printed(laid, 3), found, "{request:?}");
            }
        }
        let answered = rust.answers.values().flatten().count();
        assert!(answered > 400, "{answered}");
    }
}
