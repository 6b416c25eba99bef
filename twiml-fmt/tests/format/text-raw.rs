fn a() {
    twiml! { <Say>r"a\b"  r#"Tom & "Jerry""# r##"a "# b"##</Say> };
    twiml! { <Say>"a // no comment" "/* nor here */" "</Say>" "{"</Say> };
}
