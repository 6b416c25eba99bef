//! `twiml schema`: the vocabulary as JSON. Its form is described in the README of this crate; it gets another version when a
//! reader of this one would no longer understand it.

use std::io::{self, Write as _};

use serde_json::{Map, Value, json};
use twiml_check::literal::describe;
use twiml_core::vocabulary::{
    self, Attribute, Basis, Dialect, Element, Kind, Limit, List, Rule, RuleKind, Scope, Severity, Status, TextPresence,
};

use crate::{Outcome, failure::Failure};

/// The version of the form.
const VERSION: u32 = 1;

pub(crate) fn print() -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{:#}", schema())?;
    Ok(Outcome::Clean)
}

/// All that the tables say.
fn schema() -> Value {
    json!({
        "version": VERSION,
        "vocabulary": env!("CARGO_PKG_VERSION"),
        "elements": vocabulary::all().map(element).collect::<Vec<_>>(),
        "lists": lists(),
    })
}

/// An object without what is not said: no `null`, no empty list, no `false`.
fn sparse(value: Value) -> Value {
    let Value::Object(object) = value else { return value };
    let is_said = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(object) => !object.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) => true,
    };
    Value::Object(object.into_iter().filter(|(_, value)| is_said(value)).collect::<Map<_, _>>())
}

fn element(row: &'static Element) -> Value {
    sparse(json!({
        "id": row.id,
        "name": row.name,
        "kind": dialect(row.dialect),
        "root": row.is_document(),
        "doc": row.doc,
        "page": row.page,
        "status": status(row.status),
        "children": row.children.iter().map(|child| child.id).collect::<Vec<_>>(),
        "limits": row.limits.iter().map(limit).collect::<Vec<_>>(),
        "text": text(row),
        "attributes": row.attributes.iter().map(attribute).collect::<Vec<_>>(),
        "rules": row.rules.iter().map(rule).collect::<Vec<_>>(),
        "notes": row.notes,
    }))
}

const fn dialect(dialect: Dialect) -> &'static str {
    dialect.as_str()
}

fn limit(limit: &Limit) -> Value {
    let max = (limit.max < usize::MAX).then_some(limit.max);
    sparse(json!({ "child": limit.child, "min": limit.min, "max": max }))
}

fn text(row: &Element) -> Value {
    let presence = match row.text.presence {
        TextPresence::None => return Value::Null,
        TextPresence::Optional => "optional",
        TextPresence::Required => "required",
        TextPresence::Mixed => "mixed",
    };
    let mut text = value(&row.text.as_attribute());
    if let Some(object) = text.as_object_mut() {
        object.insert("presence".to_owned(), presence.into());
        object.extend(row.text.doc.map(|doc| ("doc".to_owned(), doc.into())));
    }
    text
}

fn attribute(row: &Attribute) -> Value {
    sparse(json!({
        "name": row.name,
        "doc": row.doc,
        "required": row.required,
        "default": row.default,
        "status": status(row.status),
        "value": value(row),
        "notes": row.notes,
    }))
}

/// What may stand in an attribute or a text.
fn value(row: &Attribute) -> Value {
    let (kind, list, prefix) = kind(row.kind);
    sparse(json!({
        "type": kind,
        "list": list.map(|list| list.name),
        "prefix": prefix,
        "takes": describe(row),
        "words": row.words,
        "known": row.known,
        "open": row.open,
        "unit": row.unit,
        "min": row.min.map(number),
        "max": row.max.map(number),
        "may_be_empty": row.empty,
    }))
}

/// Whole where it is.
fn number(number: f64) -> Value {
    let digits = number.to_string();
    digits.parse::<u64>().map_or_else(|_| number.into(), Value::from)
}

/// The name of a type, the list that it takes its words from, and how it begins.
fn kind(kind: Kind) -> (&'static str, Option<&'static List>, Option<&'static str>) {
    let name = match kind {
        Kind::IntOr(list) => return ("integer-or-word", Some(list), None),
        Kind::Enum(list) => return ("word", Some(list), None),
        Kind::EnumSet(list) => return ("words", Some(list), None),
        Kind::Sid(prefix) => return ("sid", None, Some(prefix)),
        Kind::String => "string",
        Kind::Bool => "boolean",
        Kind::Int => "integer",
        Kind::Float => "number",
        Kind::Url => "url",
        Kind::AbsoluteUrl => "absolute-url",
        Kind::HttpsUrl => "https-url",
        Kind::WssUrl => "wss-url",
        Kind::AnySid => "sid",
        Kind::Phone => "phone",
        Kind::CallerId => "caller-id",
        Kind::Address => "address",
        Kind::Sender => "sender",
        Kind::Identity => "identity",
        Kind::Label => "label",
        Kind::Digits => "digits",
        Kind::Key => "key",
        Kind::Keys => "keys",
        Kind::Duration => "duration",
        Kind::Percent => "percent",
        Kind::SignedPercent => "signed-percent",
        Kind::Decibel => "decibel",
        Kind::Language => "language",
        Kind::Voice => "voice",
        Kind::SipUri => "sip-uri",
        Kind::Json => "json",
        Kind::CommaList => "comma-list",
        Kind::IntList => "integers",
    };
    (name, None, None)
}

fn status(status: Status) -> Value {
    match status {
        Status::Current => Value::Null,
        Status::Deprecated(instead) => json!({ "is": "deprecated", "instead": instead }),
        Status::Retired(instead) => json!({ "is": "retired", "instead": instead }),
        Status::Undocumented => json!({ "is": "undocumented" }),
    }
}

fn rule(rule: &Rule) -> Value {
    let severity = if rule.severity == Severity::Error { "error" } else { "warning" };
    let basis = match rule.basis {
        Basis::Stated => "stated",
        Basis::ErrorCode => "error-code",
        Basis::Implied => "implied",
    };
    let of_document = rule.kind == RuleKind::Unique && rule.scope == Scope::Document;
    sparse(json!({
        "id": rule.id,
        "kind": rule_kind(rule.kind),
        "severity": severity,
        "message": rule.message,
        "in": rule.places,
        "attributes": rule.attributes,
        "when": rule.when,
        "needs": rule.needs,
        "forbids": rule.forbids,
        "of": rule.of,
        "count": (rule.count > 0).then_some(rule.count),
        "except": rule.except,
        "whole_document": of_document,
        "twilio_error": rule.code,
        "basis": basis,
        "page": format!("https://www.twilio.com/docs/{}", rule.source),
    }))
}

const fn rule_kind(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Requires => "requires",
        RuleKind::NeedsCallback => "needs-callback",
        RuleKind::Conflicts => "conflicts",
        RuleKind::AtMost => "at-most",
        RuleKind::ExactlyOne => "exactly-one",
        RuleKind::Alone => "alone",
        RuleKind::Unreachable => "unreachable",
        RuleKind::NotLast => "not-last",
        RuleKind::FirstOnly => "first-only",
        RuleKind::Unique => "unique",
        RuleKind::CombinedLength => "combined-length",
        RuleKind::SameValue => "same-value",
        RuleKind::Misplaced => "misplaced",
        RuleKind::MaxBytes => "max-bytes",
    }
}

/// The lists that values are taken from, each once, by their names.
fn lists() -> Value {
    let rows = vocabulary::all();
    let values = rows.flat_map(|row| row.attributes.iter().map(|attribute| attribute.kind).chain([row.text.kind]));
    let mut lists = Map::new();
    for list in values.filter_map(|value| kind(value).1) {
        lists.entry(list.name).or_insert_with(|| words(list));
    }
    lists.sort_keys();
    Value::Object(lists)
}

fn words(list: &List) -> Value {
    let words = list.values.iter().map(|word| {
        sparse(json!({
            "value": word.value,
            "doc": word.doc,
            "alias_of": word.alias_of,
            "undocumented": word.undocumented,
        }))
    });
    sparse(json!({
        "doc": list.doc,
        "open": list.open,
        "ignore_case": list.ignore_case,
        "prefixes": list.prefixes,
        "values": words.collect::<Vec<_>>(),
    }))
}
