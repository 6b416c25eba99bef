//! Markup that is made up, with any white space and any comments between its tokens.

use proptest::{collection, prelude::*, sample::select};
use twiml_fmt::Options;

use crate::checked;

/// The tokens of a piece of markup.
type Tokens = Vec<String>;

fn words(text: &str) -> Tokens {
    text.split(' ').map(str::to_owned).collect()
}

fn joined(parts: Vec<Tokens>) -> Tokens {
    parts.concat()
}

fn text() -> impl Strategy<Value = Tokens> {
    let plain = "[a-zäß .,/{}<>-]{0,30}".prop_map(|text| vec![format!("{text:?}")]);
    let odd = select(vec![r#""a \"quoted\" word""#, "r#\"raw \"# ", "\"two \\\n   lines\"", "r\"//\"", "\"日本語\""]);
    prop_oneof![4 => plain, 1 => odd.prop_map(|text| vec![text.to_owned()])]
}

fn expression() -> impl Strategy<Value = Tokens> {
    let known = select(vec![
        "name",
        "self . name",
        "a . b ( c , 1 )",
        "& mut names",
        "x ?",
        "later ( 1 ) . await",
        "a + b * 2",
        "- 1",
        "names . iter ( ) . filter ( | name | name . len ( ) > 3 ) . map ( | name | name . to_uppercase ( ) ) . collect :: < Vec < _ > > ( )",
        "match x { 1 => 2 , _ => 3 , }",
        "if a { b } else { c }",
        "Person { name , age : 3 }",
        "let x = 1 ; x",
        "format_args ! ( \"{}\" , a )",
        "[ 1 , 2 ]",
        "( a , )",
        "f ( | x | { x } , )",
        "& [ \"sales\" , \"support\" ]",
        "'c'",
        "const LIMIT",
        "\"text\"",
        "20",
        "twiml ! { < Say > \"nested\" < / Say > < Pause / > }",
        "a b c",
        "x as u8",
        "..",
        "| x | twiml ! { < Say > { x } < / Say > }",
        "unsafe { a ( ) }",
        "vec ! [ 1 , 2 ]",
        "a && b || ! c",
    ]);
    known.prop_map(words)
}

fn splice() -> impl Strategy<Value = Tokens> {
    expression().prop_map(|inside| joined(vec![words("{"), inside, words("}")]))
}

fn attributes() -> impl Strategy<Value = Tokens> {
    let name = select(vec!["voice", "loop", "xml : lang", "interpret - as", "\"newAttribute\"", "statusCallbackEvent"]);
    let value = prop_oneof![text(), splice(), select(vec!["20", "true", "- 5", "1.5"]).prop_map(words),];
    let attribute = (name, value).prop_map(|(name, value)| joined(vec![words(name), words("="), value]));
    collection::vec(attribute, 0..5).prop_map(joined)
}

fn element(children: impl Strategy<Value = Tokens>) -> impl Strategy<Value = Tokens> {
    let name = select(vec!["Say", "Gather", "say - as", "\"NewVerb\"", "break"]);
    (name, attributes(), proptest::option::of(children)).prop_map(|(name, attributes, children)| {
        let open = joined(vec![words("<"), words(name), attributes]);
        match children {
            Some(children) => joined(vec![open, words(">"), children, words("< /"), words(name), words(">")]),
            None => joined(vec![open, words("/ >")]),
        }
    })
}

fn control(children: impl Strategy<Value = Tokens> + Clone) -> impl Strategy<Value = Tokens> {
    let condition = select(vec!["a", "a > 1 && ! b", "let Some ( x ) = y", "x == match y { _ => 1 }", "f ( { 1 } )"]);
    let header =
        select(vec!["for x in y", "for ( a , Person { b , .. } ) in c . iter ( )", "while a < 3", "loop", "'a : loop"]);
    let pattern = select(vec!["1", "Some ( x ) if x > 1", "A | B", "Person { name , .. }", "_", "# [ cfg ( a ) ] 2"]);
    let block = children.clone().prop_map(|inside| joined(vec![words("{"), inside, words("}")]));
    let arm = (
        pattern,
        prop_oneof![
            block.clone(),
            block.clone().prop_map(|block| joined(vec![block, words(",")])),
            element(children.clone()).prop_map(|element| joined(vec![element, words(",")])),
            splice(),
        ],
    );
    let arm = arm.prop_map(|(pattern, body)| joined(vec![words(pattern), words("=>"), body]));
    prop_oneof![
        (condition, block.clone(), proptest::option::of(block.clone())).prop_map(|(condition, then, otherwise)| {
            let otherwise = otherwise.map_or(Vec::new(), |otherwise| joined(vec![words("else"), otherwise]));
            joined(vec![words("if"), words(condition), then, otherwise])
        }),
        (header, block).prop_map(|(header, body)| joined(vec![words(header), body])),
        collection::vec(arm, 0..4).prop_map(|arms| joined(vec![words("match x {"), joined(arms), words("}")])),
    ]
}

fn statement() -> impl Strategy<Value = Tokens> {
    select(vec![
        "let x = 1 ;",
        "let Some ( x ) = y else { return Err ( 1 ) } ;",
        "count += 1 ;",
        "break 'a ;",
        "return x ;",
        "# [ allow ( deprecated ) ]",
        "<!-- a comment -->",
        "<?xml version=\"1.0\"?>",
    ])
    .prop_map(words)
}

fn markup() -> impl Strategy<Value = Tokens> {
    let leaf = prop_oneof![3 => text(), 2 => splice(), 1 => statement()];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let children = collection::vec(inner, 0..5).prop_map(joined).boxed();
        prop_oneof![3 => element(children.clone()), 1 => control(children)].boxed()
    })
}

/// What may stand between two tokens.
fn gap() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        20 => Just(" "),
        6 => Just("\n"),
        2 => Just("\n\n\n   "),
        2 => Just("\t \n\t"),
        1 => Just(" /* a */ "),
        1 => Just(" // b\n"),
        1 => Just("\n // c \n"),
        1 => Just("\n/* d\n    e */\n"),
    ]
}

/// Tokens with white space and comments between them.
fn written(tokens: &[String], gaps: &[&str]) -> String {
    let mut source = "fn a() {\n    let b = twiml! {".to_owned();
    for (index, token) in tokens.iter().enumerate() {
        let gap = gaps.get(index % gaps.len().max(1)).copied().unwrap_or(" ");
        // A comment inside of these would be part of them.
        let is_whole = token.starts_with("<!") || token.starts_with("<?") || token.contains("xml");
        source.push_str(if is_whole { "\n" } else { gap });
        source.push_str(token);
    }
    source.push_str(" };\n}\n");
    source
}

/// White space alone, as somebody may have left it.
fn space() -> impl Strategy<Value = &'static str> {
    prop_oneof![20 => Just(" "), 4 => Just("\n"), 1 => Just("\n\n\n"), 1 => Just("  ")]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_with_comments_everywhere(nodes in collection::vec(markup(), 0..4), gaps in collection::vec(gap(), 1..40)) {
        let source = written(&nodes.concat(), &gaps);
        checked(&source, &Options::default().without_rustfmt());
    }

    #[test]
    fn markup_of_any_width(nodes in collection::vec(markup(), 0..4), gaps in collection::vec(space(), 1..40), width in 0..120_usize) {
        let source = written(&nodes.concat(), &gaps);
        let options = Options::default().without_rustfmt().with_width(width).with_tabs(width % 2 == 0);
        prop_assert!(checked(&source, &options).is_some(), "{}", source);
    }
}

proptest! {
    // Each asks rustfmt several times.
    #![proptest_config(ProptestConfig { cases: std::env::var("CASES").map_or(40, |c| c.parse().unwrap()), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_with_rust_in_it(nodes in collection::vec(markup(), 0..6), gaps in collection::vec(gap(), 1..60)) {
        let source = written(&nodes.concat(), &gaps);
        checked(&source, &Options::default().with_width(60));
    }
}
