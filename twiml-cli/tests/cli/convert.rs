//! What `twiml convert` prints is a call that compiles, and that gives the same XML.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use roxmltree::{Document, NodeType};
use serde_json::Value;
use twiml_check::{literal::sample, xml};
use twiml_core::vocabulary::{self, Element, TextPresence};

use crate::program::{Folder, Run};

fn convert(document: &str) -> Run {
    Folder::with(&[]).run_with(&["convert"], document)
}

#[test]
fn documents_become_calls() {
    let document = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<!-- the menu
     of the shop -->
<Response>
    <Say voice=\"alice\" loop=\"2\">Fish &amp; &quot;chips&quot; for <emphasis>you</emphasis>, {{ From }}.</Say>
    <!-- then -->
    <Gather numDigits='1' actionOnEmptyResult='true' action='/menu/{{step}}?a={{user.firstName}}&amp;b=1'>
        {% if open and not late %}<Say><![CDATA[Press <1>]]></Say>{% else %}<Pause/>{% endif %}
    </Gather>
    {{#each queues}}<Enqueue>{{this}}</Enqueue>{{/each}}
    <Hangup></Hangup>
</Response>
";
    let call = r##"twiml! {
    // the menu
    // of the shop
    <Response>
        <Say voice="alice" loop=2>
            r#"Fish & "chips" for "# <emphasis>"you"</emphasis> ", " {from} "."
        </Say>
        // then
        <Gather
            numDigits=1
            actionOnEmptyResult=true
            action={format_args!("/menu/{step}?a={}&b=1", user.first_name)}
        >
            if open /* and not late */ {
                <Say>"Press <1>"</Say>
            } else {
                <Pause/>
            }
        </Gather>
        for this in queues {
            <Enqueue>{this}</Enqueue>
        }
        <Hangup/>
    </Response>
}
"##;
    let run = convert(document);
    assert_eq!((run.status, run.out.as_str()), (Some(0), call), "{}", run.err);
    let folder = Folder::with(&[("a.xml", document)]);
    assert_eq!(folder.run(&["convert", "a.xml"]).out, call);
    assert_eq!(folder.run_with(&["convert", "-"], document).out, call);
}

#[test]
fn what_the_macro_would_not_take_is_not_converted() {
    let run = convert("<Response><Sya>a</Sya></Response>");
    assert_eq!((run.status, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("unknown-element") && run.err.ends_with("no document with an error\n"), "{}", run.err);
    let run = convert("<Response>{{#with a}}<Pause/>{{/with}}</Response>");
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("<stdin>:1:11: the macro has nothing for `#with a`"), "{}", run.err);
}

/// No document holds it.
const SEPARATOR: char = '\u{1}';

/// Documents with what a conversion may stumble over.
const ODD: &[&str] = &[
    "<Response/>",
    "<Response><Say>  a  </Say><Say>&#10;a&#9;b&#13;</Say></Response>",
    "<Response><Say>\"\\\"#\"## 'a' \\n {a} {{ &amp;amp; &lt;break/&gt; é 🦀 \u{301}</Say></Response>",
    "<Response><Say>a <emphasis>b</emphasis> <emphasis>c</emphasis><break time='1s'/>d</Say></Response>",
    "<Response><Enqueue workflowSid='WWXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'><Task>{\"a\":[{\"b\":\"c\"}]}</Task></Enqueue></Response>",
    "<Response><Dial timeout='007' hangupOnStar='true' timeLimit='20'><Number>+15551234567</Number></Dial></Response>",
    "<Response><Say language='en-GB'><lang xml:lang='fr-FR'>Salut</lang></Say><Redirect method='POST'>/a?b=1&amp;c=%20</Redirect></Response>",
    "<Response><!-- a --><Say>Hello<!-- b --> there</Say><!-- // */ --></Response><!-- c -->",
    "<Response><Message><Body>a\nb</Body></Message></Response>",
    "<Response>\n    <Say>\n        Hello\n    </Say>\n</Response>",
];

/// The least document that holds an element, as far as one is valid.
fn documents_of_the_tables() -> Vec<String> {
    let documents = vocabulary::all().filter_map(|row| {
        let document = around(row, &element(row))?;
        xml::check(&document).is_valid().then_some(document)
    });
    documents.collect()
}

fn element(row: &Element) -> String {
    let mut markup = format!("<{}", row.name);
    for attribute in row.attributes.iter().filter(|attribute| attribute.required) {
        write!(markup, " {}='{}'", attribute.name, sample(attribute)).unwrap();
    }
    let text = if row.text.presence == TextPresence::None { String::new() } else { sample(&row.text.as_attribute()) };
    let needed = row.limits.iter().filter(|limit| limit.min > 0).filter_map(|limit| row.child(limit.child));
    let children: String = needed.map(element).collect();
    write!(markup, ">{text}{children}</{}>", row.name).unwrap();
    markup
}

/// The markup in the elements that may stand around it.
fn around(row: &'static Element, markup: &str) -> Option<String> {
    if row.is_document() {
        return Some(markup.to_owned());
    }
    let parent = row.parents().next()?;
    let outer = element(parent);
    let (open, close) = outer.split_at(outer.find('>')? + 1);
    let close = &close[close.rfind("</")?..];
    around(parent, &format!("{open}{markup}{close}"))
}

/// The documents of the shared corpus that are valid; says so on the terminal if it is not there.
fn corpus() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/documents.jsonl");
    let Ok(text) = fs::read_to_string(path) else {
        // Written past the test harness, which keeps the output of what passes to itself.
        writeln!(std::io::stderr(), "SKIPPED: the shared corpus is not here, and none of it was converted").unwrap();
        return Vec::new();
    };
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let valid: Vec<_> = lines.filter(|line| line["verdict"] != "invalid").collect();
    assert!(valid.len() >= 170, "{}", valid.len());
    valid.iter().map(|line| line["expected"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn calls_compile_and_give_the_same_document() {
    let of_tables = documents_of_the_tables();
    assert!(of_tables.len() > 40, "{}", of_tables.len());
    let documents: Vec<String> =
        ODD.iter().map(|document| (*document).to_owned()).chain(of_tables).chain(corpus()).collect();
    let mut program = "#![allow(deprecated)]\nuse twiml::twiml;\n\nfn main() {\n".to_owned();
    for document in &documents {
        let run = convert(document);
        assert_eq!(run.status, Some(0), "{document}: {}", run.err);
        let call = run.out.trim_end();
        writeln!(
            program,
            "print!(\"{{}}\\u{{1}}\", {{ let answer: twiml::Response<_> = {call}; answer }}.to_string());"
        )
        .unwrap();
    }
    program.push_str("}\n");
    // A document that fits more than one kind is one of calls.
    let program = program.replace("twiml::Response<_>", "twiml::VoiceResponse");
    let printed = run(&voice_or_message(&program, &documents));
    let printed: Vec<&str> = printed.split_terminator(SEPARATOR).collect();
    assert_eq!(printed.len(), documents.len());
    for (document, printed) in documents.iter().zip(printed) {
        assert_eq!(seen(printed), seen(document), "{document}\n{printed}");
    }
}

/// The program, with the type that each document has.
fn voice_or_message(program: &str, documents: &[String]) -> String {
    let mut kinds = documents.iter().map(|document| {
        let is = |kind| xml::check_as(document, kind).is_valid();
        if is(vocabulary::Dialect::Voice) {
            "twiml::VoiceResponse"
        } else if is(vocabulary::Dialect::Messaging) {
            "twiml::MessagingResponse"
        } else {
            "twiml::FaxResponse"
        }
    });
    let mut parts = program.split("twiml::VoiceResponse");
    let mut typed = parts.next().unwrap().to_owned();
    for part in parts {
        typed.push_str(kinds.next().unwrap());
        typed.push_str(part);
    }
    typed
}

/// Compiles a program against this crate's neighbour, and runs it.
fn run(program: &str) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("converted");
    fs::create_dir_all(root.join("src")).unwrap();
    let twiml = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
    let path = twiml.display();
    let manifest = format!(
        "[package]\nname = \"converted\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\ntwiml = {{ package = \"twiml-dsl\", path = \"{path}\" }}\n\n[workspace]\n"
    );
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    fs::copy(twiml.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    fs::write(root.join("src/main.rs"), program).unwrap();
    let output = Command::new(env!("CARGO")).args(["run", "--quiet"]).current_dir(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Names, attributes and texts; white space with a line break at the edge of an element only lays it out.
fn seen(document: &str) -> Vec<String> {
    let document = Document::parse(document).unwrap();
    let mut seen = Vec::new();
    see(document.root_element(), &mut seen);
    seen
}

fn see(element: roxmltree::Node<'_, '_>, seen: &mut Vec<String>) {
    let mut attributes: Vec<String> =
        element.attributes().map(|attribute| format!("{}={:?}", attribute.name(), attribute.value())).collect();
    attributes.sort();
    seen.push(format!("<{} {}>", element.tag_name().name(), attributes.join(" ")));
    let mut text = String::new();
    let mut is_first = true;
    let mut children = element.children().filter(|child| !child.is_comment() && !child.is_pi()).peekable();
    while let Some(child) = children.next() {
        if child.node_type() == NodeType::Text {
            text.push_str(child.text().unwrap_or_default());
        } else {
            flush(&mut text, is_first, false, seen);
            see(child, seen);
            is_first = false;
        }
        if children.peek().is_none() {
            flush(&mut text, is_first, true, seen);
        }
    }
    seen.push("</>".to_owned());
}

/// A run of text that has come to its end.
fn flush(text: &mut String, is_first: bool, is_last: bool, seen: &mut Vec<String>) {
    let mut said = text.as_str();
    let edge = |blanks: &str| blanks.contains('\n');
    if said.trim().is_empty() && edge(said) {
        said = "";
    }
    if is_first && edge(&said[..said.len() - said.trim_start().len()]) {
        said = said.trim_start();
    }
    if is_last && edge(&said[said.trim_end().len()..]) {
        said = said.trim_end();
    }
    if !said.is_empty() {
        seen.push(said.to_owned());
    }
    text.clear();
}
