fn answer() {
    twiml! { <A a="x" b=20 c=1.5 d=-5 e=- 5 f=true g = false h=r"raw" i=r#"ra"w"# j='c' k=b"bytes" l=0xFF/> };
}
