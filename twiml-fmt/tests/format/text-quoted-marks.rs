fn a() {
    twiml! { <Say>"a \"quoted\" word" "\\" "\u{1F600}" "tab\t"{x}"\nline"</Say> };
}
