//! Markup of a depth that nobody writes does not end the stack. What much of it costs is told in [`growth`](super::growth).

use super::{expanded, parsed};

fn survived(source: &str) {
    expanded(parsed(source));
}

#[test]
fn elements_in_each_other_do_not_end_the_stack() {
    survived(&"<Say>".repeat(10_000));
    survived(&format!("{}{}", "<Say>".repeat(10_000), "</Say>".repeat(10_000)));
    survived(&"<Say ".repeat(2000));
    survived(&format!("{}{}", "<Say ".repeat(2000), "</Say>".repeat(2000)));
    survived(&"</Say>".repeat(10_000));
}

#[test]
fn groups_in_each_other_do_not_end_the_stack() {
    let nested = |open: &str, depth: usize| format!("{}{}", open.repeat(depth), "}".repeat(depth));
    survived(&nested("{", 1000));
    survived(&nested("if x {", 1000));
    survived(&nested("match x { _ => ", 1000));
    survived(&nested("match x { _ => { ", 500).replace('}', "}}"));
    survived(&format!("<Say voice={} />", nested("{", 1000)));
    survived(&format!("if x {{}} {}", "else if x {} ".repeat(2000)));
}
