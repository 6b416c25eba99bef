use super::*;

#[test]
fn smoke() {
    for text in ["<Response><Sya>Hello</Sya></Response>", "<Response>\n  <Say voise=\"x\">a & b</Say>\n</Response>\n"] {
        let report = check(text);
        println!("{report}");
    }
}
