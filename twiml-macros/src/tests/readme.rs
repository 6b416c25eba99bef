//! The messages that the README shows are those that the macro gives.

use super::messages;

const README: &str = include_str!("../../../README.md");
const SERVING: &str = include_str!("../../../SERVING.md");

/// How the compiler sets a message of several lines.
fn as_shown(message: &str) -> String {
    let (_, message) = message.split_once(' ').expect("a place comes first");
    let mut lines = message.lines();
    let mut shown = format!("error: {}\n", lines.next().expect("a message has a line"));
    for line in lines {
        shown.push_str("       ");
        shown.push_str(line);
        shown.push('\n');
    }
    shown
}

/// The markup of a block of code.
fn markup(block: &str) -> &str {
    let start = block.find("twiml! {").expect("the block calls the macro") + "twiml! {".len();
    let end = block.rfind('}').expect("the call ends");
    &block[start..end]
}

#[test]
fn messages_of_the_readme_are_real() {
    let mut shown = 0;
    for block in README.split("```rust,compile_fail\n").skip(1) {
        let (code, rest) = block.split_once("```").expect("the block ends");
        let (_, rest) = rest.split_once("```text\n").expect("a message follows");
        let (expected, _) = rest.split_once("```").expect("the message ends");
        let [message] = &messages(markup(code))[..] else { panic!("one message for {code}") };
        assert_eq!(as_shown(message), expected);
        shown += 1;
    }
    assert_eq!(shown, 3);
}

/// What needs features is compiled where it stands again: that page is there only with them.
#[test]
fn code_that_is_not_compiled_stands_where_it_is() {
    let blocks: Vec<_> = README.split("```rust,ignore\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 1);
    for block in blocks {
        assert!(SERVING.contains(&format!("```rust\n{block}```")), "{block}");
    }
}
