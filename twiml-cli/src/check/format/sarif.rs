//! SARIF 2.1.0: one document for all files, for code scanning.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use twiml_check::{
    Code,
    xml::{Advice, Change, Diagnostic, Report},
};
use twiml_core::vocabulary::{self, Severity};

use crate::{check::format::severity, input::Input};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The results of a run, and the rules that they speak of.
#[derive(Debug, Default)]
pub(super) struct Run {
    results: Vec<Value>,
    rules: BTreeMap<&'static str, usize>,
    order: Vec<&'static str>,
}

impl Run {
    pub(super) fn add(&mut self, input: &Input, report: &Report, diagnostics: &[Diagnostic<'_>]) {
        let uri = uri(&input.name());
        for diagnostic in diagnostics {
            let result = self.result(&uri, report, diagnostic);
            self.results.push(result);
        }
    }

    fn rule(&mut self, code: &'static str) -> usize {
        let next = self.order.len();
        let index = *self.rules.entry(code).or_insert(next);
        if index == next {
            self.order.push(code);
        }
        index
    }

    fn result(&mut self, uri: &str, report: &Report, diagnostic: &Diagnostic<'_>) -> Value {
        let (start, end) = (diagnostic.start(), diagnostic.end());
        let mut text = diagnostic.message();
        for line in diagnostic.help_lines().iter().chain(diagnostic.notes()) {
            text.push('\n');
            text.push_str(line);
        }
        let mut region = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
        bytes(&mut region, diagnostic.range().start, diagnostic.range().len());
        let fixes: Vec<Value> = diagnostic.advice().filter_map(|advice| fix(uri, report, advice)).collect();
        let mut result = json!({
            "ruleId": diagnostic.code(),
            "ruleIndex": self.rule(diagnostic.code()),
            "level": severity(diagnostic),
            "message": { "text": text },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri }, "region": region } }],
        });
        if let Some(object) = result.as_object_mut().filter(|_| !fixes.is_empty()) {
            object.insert("fixes".to_owned(), Value::Array(fixes));
        }
        result
    }

    /// The whole document.
    pub(super) fn document(&self) -> String {
        let rules: Vec<Value> = self.order.iter().map(|code| descriptor(code)).collect();
        let document = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "twiml",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        format!("{document:#}\n")
    }
}

fn bytes(region: &mut Value, offset: usize, length: usize) {
    if let Some(object) = region.as_object_mut() {
        object.insert("byteOffset".to_owned(), offset.into());
        object.insert("byteLength".to_owned(), length.into());
    }
}

fn fix(uri: &str, report: &Report, advice: Advice<'_>) -> Option<Value> {
    let changes = advice.changes();
    let replacements: Vec<Value> = changes.iter().map(|change| replacement(report, change)).collect();
    let change = json!({ "artifactLocation": { "uri": uri }, "replacements": replacements });
    let fix = json!({ "description": { "text": advice.text() }, "artifactChanges": [change] });
    (!changes.is_empty()).then_some(fix)
}

fn replacement(report: &Report, change: &Change) -> Value {
    let (start, end) = (report.position(change.start), report.position(change.end));
    let mut region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    });
    bytes(&mut region, change.start, change.end - change.start);
    json!({ "deletedRegion": region, "insertedContent": { "text": change.insert } })
}

/// What a message is about, apart from the place where it was found.
fn descriptor(id: &str) -> Value {
    let level = |severity| if severity == Severity::Error { "error" } else { "warning" };
    let code = Code::ALL.iter().find(|code| code.id() == id);
    let rule = vocabulary::all().flat_map(|element| element.rules).find(|rule| rule.id == id);
    match (code, rule) {
        (_, Some(rule)) => {
            let attribute = rule.attributes.first().copied().unwrap_or_default();
            json!({
                "id": id,
                "shortDescription": { "text": rule.message.replace("{attribute}", attribute) },
                "helpUri": format!("https://www.twilio.com/docs/{}", rule.source),
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        }
        (Some(code), None) => json!({
            "id": id,
            "shortDescription": { "text": code.meaning() },
            "defaultConfiguration": { "level": level(code.severity()) },
        }),
        (None, None) => json!({ "id": id }),
    }
}

/// A path as the reference of a file: what is no part of an address is encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
