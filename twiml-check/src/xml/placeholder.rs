//! Placeholders of template languages: `{{From}}` of TwiML Bins, Mustache, Handlebars, Liquid and Jinja.
//!
//! They are looked for before anything of XML, because what is in them need not be XML: a quote in a value, a `<` in a
//! condition. The reader sees blanks in their place, of the same length, and asks here what stood there.

use crate::tree::Place;

/// How placeholders begin and end; a longer beginning comes before a shorter one.
const FORMS: [(&str, &str); 5] = [("{{{", "}}}"), ("{{!--", "--}}"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// One that is longer is none: without a limit, many beginnings without an end would take an age.
const LONGEST: usize = 1000;

/// What a placeholder does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// It stands for a value, or for markup.
    Value,
    /// It stands for nothing.
    Comment,
    /// It begins a block of this name, which certainly ends.
    Open(String),
    /// It begins a block if that ends: `{% if %}` does, `{% include %}` does not.
    MayOpen(String),
    /// It begins the next part of a block; the last one, if nothing is asked in it.
    Middle {
        /// Without a condition: what comes if nothing else does.
        otherwise: bool,
    },
    /// It ends a block of this name.
    Close(String),
}

/// A placeholder of a template.
#[derive(Clone, Debug)]
pub(super) struct Placeholder {
    pub(super) place: Place,
    pub(super) role: Role,
    /// What stands between its braces, without what only trims white space.
    pub(super) content: String,
}

/// Finds the placeholders, in the order in which they stand.
pub(super) fn find(source: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut position = 0;
    while let Some(start) = source.get(position..).and_then(|rest| rest.find('{')).map(|offset| position + offset) {
        if let Some(placeholder) = at(source, start) {
            position = super::index(placeholder.place.last);
            found.push(placeholder);
        } else {
            position = start + 1;
        }
    }
    found
}

/// The placeholder that begins here.
fn at(source: &str, start: usize) -> Option<Placeholder> {
    let rest = source.get(start..)?;
    let (open, close) = FORMS.into_iter().find(|(open, _)| rest.starts_with(open))?;
    let behind = rest.get(open.len()..)?;
    let mut window = behind.len().min(LONGEST);
    while !behind.is_char_boundary(window) {
        window -= 1;
    }
    let length = behind.get(..window)?.find(close)?;
    let content = behind.get(..length)?;
    if holds_markup(content) || close == "}}" && content.contains("{{") {
        return None;
    }
    let end = start + open.len() + length + close.len();
    let content = trimmed(content);
    let role = if open == "{#" || open == "{{!--" { Role::Comment } else { role(open, content) };
    Some(Placeholder { place: super::place(start..end), role, content: content.to_owned() })
}

/// Whether tags stand in it: then the braces are text.
fn holds_markup(content: &str) -> bool {
    content.match_indices('<').any(|(index, _)| {
        let next = content.get(index + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(|next| next.is_alphabetic() || matches!(next, '/' | '!' | '?'))
    })
}

/// Without the marks that trim white space: `{{~ name ~}}`, `{%- if -%}`.
fn trimmed(content: &str) -> &str {
    let content = content.strip_prefix(['~', '-', '&']).unwrap_or(content);
    content.strip_suffix(['~', '-']).unwrap_or(content).trim()
}

fn role(open: &str, content: &str) -> Role {
    let word = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let first = word(content);
    if open == "{%" {
        return match first.as_str() {
            "else" => Role::Middle { otherwise: content == "else" },
            "elif" | "elsif" | "elseif" | "when" => Role::Middle { otherwise: false },
            "comment" => Role::MayOpen(first),
            _ => match first.strip_prefix("end") {
                Some(block) => Role::Close(block.to_owned()),
                None => Role::MayOpen(first),
            },
        };
    }
    match content.split_at_checked(1) {
        Some(("!", _)) => Role::Comment,
        Some(("#", rest)) => Role::Open(word(rest.trim_start_matches(['>', '*', ' ']))),
        Some(("/", rest)) => Role::Close(word(rest)),
        Some(("^", "")) => Role::Middle { otherwise: true },
        Some(("^", rest)) => Role::Open(word(rest)),
        _ if first == "else" => Role::Middle { otherwise: content == "else" },
        _ => Role::Value,
    }
}

/// The source with blanks where placeholders stand.
pub(super) fn blanked(source: &str, placeholders: &[Placeholder]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut position = 0;
    for placeholder in placeholders {
        let (first, last) = (super::index(placeholder.place.first), super::index(placeholder.place.last));
        text.push_str(source.get(position..first).unwrap_or_default());
        text.extend(std::iter::repeat_n(' ', last - first));
        position = last;
    }
    text.push_str(source.get(position..).unwrap_or_default());
    text
}
