//! What is printed for other programs.

use serde_json::{Value, json};

use crate::program::Folder;

const SOURCE: &str = "<Response>\n  <Say>é</Say><Sya>Hello</Sya>\n  <Redirect>/a?b=1&c=2</Redirect>\n</Response>\n";

fn folder() -> Folder {
    Folder::with(&[("a b.xml", SOURCE), ("clean.twiml", "<Response/>")])
}

#[test]
fn json_is_an_object_a_line_and_a_file() {
    let run = folder().run(&["check", "--format", "json"]);
    let lines: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let start = SOURCE.find("Sya").unwrap();
    let close = SOURCE.rfind("Sya").unwrap();
    let ampersand = SOURCE.find('&').unwrap();
    assert_eq!(
        lines,
        [
            json!({ "file": "a b.xml", "diagnostics": [
                {
                    "code": "unknown-element",
                    "severity": "error",
                    "message": "`<Sya>` is no TwiML element",
                    "range": { "start": start, "end": start + 3 },
                    "line": 2,
                    "column": 16,
                    "notes": [],
                    "advice": [{ "text": "did you mean `<Say>`?", "edits": [
                        { "start": start, "end": start + 3, "insert": "Say" },
                        { "start": close, "end": close + 3, "insert": "Say" },
                    ] }],
                },
                {
                    "code": "bare-ampersand",
                    "severity": "error",
                    "message": "`&` begins a reference, and this is none",
                    "range": { "start": ampersand, "end": ampersand + 1 },
                    "line": 3,
                    "column": 19,
                    "notes": [],
                    "advice": [{ "text": "write `&amp;`", "edits": [
                        { "start": ampersand, "end": ampersand + 1, "insert": "&amp;" },
                    ] }],
                },
            ] }),
            json!({ "file": "clean.twiml", "diagnostics": [] }),
        ]
    );
    // The order of the members is part of the format.
    assert!(
        run.out
            .starts_with(r#"{"file":"a b.xml","diagnostics":[{"code":"unknown-element","severity":"error","message":"#)
    );
}

#[test]
fn github_gets_annotations() {
    let run = folder().run(&["check", "--format", "github"]);
    assert_eq!(
        run.out,
        "::error file=a b.xml,line=2,col=16,endColumn=18,title=unknown-element::`<Sya>` is no TwiML element%0A\
         help: did you mean `<Say>`?\n\
         ::error file=a b.xml,line=3,col=19,endColumn=19,title=bare-ampersand::`&` begins a reference, and this is none%0A\
         help: write `&amp;`\n"
    );
    // What would end an annotation is escaped.
    let odd = Folder::with(&[("100%,a:b.xml", "<Response><Pause length='50%'/></Response>")]);
    let out = odd.run(&["check", "--format", "github"]).out;
    assert!(out.starts_with("::error file=100%25%2Ca%3Ab.xml,line=1"), "{out}");
    assert!(out.contains("not `50%25`"), "{out}");
}

#[test]
fn sarif_is_one_document() {
    let run = folder().run(&["check", "--format", "sarif"]);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["version"], "2.1.0");
    let [sarif] = &document["runs"].as_array().unwrap()[..] else { panic!("one run") };
    let rules = sarif["tool"]["driver"]["rules"].as_array().unwrap();
    let results = sarif["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "a%20b.xml");
        let region = |name: &str| usize::try_from(location["region"][name].as_u64().unwrap()).unwrap();
        let text = &SOURCE[region("byteOffset")..][..region("byteLength")];
        assert!(text == "Sya" || text == "&", "{text}");
        let line = SOURCE.lines().nth(region("startLine") - 1).unwrap();
        let columns = line.chars().skip(region("startColumn") - 1).take(region("endColumn") - region("startColumn"));
        assert_eq!(columns.collect::<String>(), text);
        let replacements = &result["fixes"][0]["artifactChanges"][0]["replacements"];
        assert!(replacements.as_array().is_some_and(|list| !list.is_empty()), "{result}");
    }
    // Nothing found is a document, too.
    let clean = Folder::with(&[("a.xml", "<Response/>")]).run(&["check", "--format", "sarif"]);
    let document: Value = serde_json::from_str(&clean.out).unwrap();
    assert_eq!((clean.status, &document["runs"][0]["results"]), (Some(0), &json!([])));
}
