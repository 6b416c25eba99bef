//! From bytes to a report: all that is looked at, in the order in which it can be.

use twiml_core::vocabulary::{self, Dialect, RuleKind, Severity};

use super::{
    judge::judge,
    place,
    placeholder::{self, Placeholder},
    read::{self, Reading},
    report::Report,
    scan::Scanner,
};
use crate::{
    Notation, Root,
    catalogue::Code,
    diagnostic::{Advice, Diagnostic, Edit},
    nearest::nearest,
    tree::{Element, Node, Place},
};

/// More bytes are not read: sixteen times what Twilio takes.
pub const LIMIT: usize = 1 << 20;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Reads and checks a document. Whether it is for a call or a message is seen from what stands in it.
///
/// ```
/// let report = twiml_check::xml::check("<Response><Hangup/></Response>");
/// assert!(report.is_valid());
/// ```
#[must_use]
pub fn check(source: impl AsRef<[u8]>) -> Report {
    read(source.as_ref(), None)
}

/// Reads and checks a document of one kind: a verb of another one is an error.
///
/// ```
/// use twiml_check::xml;
/// use twiml_core::vocabulary::Dialect;
///
/// let answer = "<Response><Say>Hello</Say></Response>";
/// assert!(xml::check_as(answer, Dialect::Voice).is_valid());
/// assert!(!xml::check_as(answer, Dialect::Messaging).is_valid());
/// ```
#[must_use]
pub fn check_as(source: impl AsRef<[u8]>, kind: Dialect) -> Report {
    read(source.as_ref(), Some(kind))
}

fn read(bytes: &[u8], kind: Option<Dialect>) -> Report {
    if bytes.len() > LIMIT {
        let diagnostic = Diagnostic::new(Code::TooLarge, Place::default()).with("limit", &LIMIT.to_string());
        let diagnostic = diagnostic.note("Twilio takes documents of up to 65536 bytes");
        return Report::refused(String::new(), diagnostic);
    }
    match std::str::from_utf8(bytes) {
        Ok(source) => read_text(source, kind),
        Err(error) => {
            let start = error.valid_up_to();
            let end = error.error_len().map_or(bytes.len(), |length| start + length);
            let diagnostic = Diagnostic::new(Code::NotUtf8, place(start..end));
            let diagnostic = match other_encoding(bytes) {
                Some(name) => diagnostic.help(format!("this looks like {name}: save the file as UTF-8")),
                None => diagnostic.help("save the file as UTF-8"),
            };
            Report::refused(String::from_utf8_lossy(bytes).into_owned(), diagnostic)
        }
    }
}

/// The encoding that the first bytes give away.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..] => Some("UTF-16"),
        _ => None,
    }
}

fn read_text(source: &str, kind: Option<Dialect>) -> Report {
    let placeholders = placeholder::find(source);
    let blanked = placeholder::blanked(source, &placeholders);
    let start = if source.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let Reading { mut nodes, mut diagnostics, comments, templated, is_odd } =
        read::read(&blanked, &placeholders, start);
    let is_readable = diagnostics.is_empty();
    let (root, found) = crate::check_as(&mut nodes, Notation::Xml, kind);
    let is_known = |diagnostic: &Diagnostic| !templated.contains(&diagnostic.place()) || !asks_for_more(diagnostic);
    diagnostics.extend(found.into_iter().filter(is_known));
    diagnostics.extend(whole(source, &nodes, &root, &placeholders, diagnostics.is_empty()));
    // What stands beside the document is no XML, and the checker says it.
    if is_readable && !is_odd && nodes.len() == 1 {
        diagnostics.extend(judge(&blanked));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.place().first);
    Report::new(source.to_owned(), nodes, diagnostics, comments, placeholders)
}

/// Whether a message may be answered by what a template puts into the tag.
fn asks_for_more(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.code(), Code::MissingAttribute | Code::Rule | Code::Doubt)
}

/// What is wrong with the file as a whole.
fn whole(
    source: &str,
    nodes: &[Node],
    root: &Root,
    placeholders: &[Placeholder],
    is_sound: bool,
) -> Option<Diagnostic> {
    let first = nodes.iter().find_map(|node| if let Node::Element(element) = node { Some(element) } else { None });
    let Some(first) = first else {
        let help = format!("a document is `<{0}>…</{0}>`", document());
        return is_sound.then(|| Diagnostic::new(Code::NoDocument, place(0..0)).help(help));
    };
    match root {
        Root::Fragment { .. } => Some(wrong_root(first, is_sound)),
        Root::Document { .. } if placeholders.is_empty() => too_large(first, source.len()),
        Root::Document { .. } => None,
    }
}

/// Whether this may be meant to be TwiML, from the first element in it: other XML stands in files of the same ending.
///
/// ```
/// use twiml_check::xml::may_be_twiml;
///
/// assert!(may_be_twiml("<?xml version='1.0'?><Response/>"));
/// assert!(may_be_twiml("<response></Response>"));
/// assert!(!may_be_twiml("<project><modelVersion>4.0.0</modelVersion></project>"));
/// ```
#[must_use]
pub fn may_be_twiml(source: impl AsRef<[u8]>) -> bool {
    // Of UTF-16, the letters of a name are those between the zeros.
    let bytes: Vec<u8> = source.as_ref().iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&bytes);
    let blanked = placeholder::blanked(&text, &placeholder::find(&text));
    Scanner { text: &blanked, position: 0 }.first_name().is_some_and(|name| {
        let near = nearest(name, vocabulary::all().map(|row| row.name));
        let is_root = |name: &str| vocabulary::documents().any(|root| root.name == name || root.child(name).is_some());
        is_root(name) || near.iter().any(|near| vocabulary::documents().any(|root| root.name == *near))
    })
}

fn document() -> &'static str {
    vocabulary::documents().next().map_or("", |row| row.name)
}

/// Markup that is none of a whole document.
fn wrong_root(first: &Element, is_sound: bool) -> Diagnostic {
    let (root, name) = (document(), &first.name.text);
    let diagnostic = Diagnostic::new(Code::WrongRoot, first.name.place).with("document", root).with("element", name);
    if is_sound && vocabulary::documents().any(|row| row.child(name).is_some()) {
        let place = first.place();
        let edits = vec![Edit::before(place, format!("<{root}>")), Edit::after(place, format!("</{root}>"))];
        return diagnostic.advise(Advice::typed("put it into", &format!("<{root}>"), edits));
    }
    diagnostic.help(format!("put it into `<{root}>`"))
}

/// Twilio counts the bytes of the text as it comes.
fn too_large(root: &Element, bytes: usize) -> Option<Diagnostic> {
    let rule = root.row?.rules.iter().find(|rule| rule.kind == RuleKind::MaxBytes && bytes > rule.count)?;
    debug_assert_eq!(rule.severity, Severity::Error);
    let help = format!("it has {bytes} bytes, at most {} are taken", rule.count);
    Some(Diagnostic::of_rule(rule, None, root.name.place).help(help))
}
