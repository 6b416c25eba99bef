//! One object a line and a file.

use serde_json::{Value, json};
use twiml_check::xml::{Advice, Change, Diagnostic};

use crate::{check::format::severity, input::Input};

pub(super) fn line(input: &Input, diagnostics: &[Diagnostic<'_>]) -> String {
    let diagnostics: Vec<Value> = diagnostics.iter().map(diagnostic).collect();
    format!("{}\n", json!({ "file": input.name(), "diagnostics": diagnostics }))
}

fn diagnostic(diagnostic: &Diagnostic<'_>) -> Value {
    let (range, start) = (diagnostic.range(), diagnostic.start());
    json!({
        "code": diagnostic.code(),
        "severity": severity(diagnostic),
        "message": diagnostic.message(),
        "range": { "start": range.start, "end": range.end },
        "line": start.line,
        "column": start.column,
        "notes": diagnostic.notes(),
        "advice": diagnostic.advice().map(advice).collect::<Vec<_>>(),
    })
}

fn advice(advice: Advice<'_>) -> Value {
    json!({ "text": advice.text(), "edits": advice.changes().iter().map(edit).collect::<Vec<_>>() })
}

fn edit(change: &Change) -> Value {
    json!({ "start": change.start, "end": change.end, "insert": change.insert })
}
