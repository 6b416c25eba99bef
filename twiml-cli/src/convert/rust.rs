//! Placeholders of a template as Rust: `{{From}}` is `from`, and what is more than a name stays beside it as a comment.

use std::ops::Range;

use twiml_check::xml::Report;

use crate::{failure::Failure, input::Input};

/// Words that are no names in Rust, unless they are written raw.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What has no counterpart in the macro.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) message: String,
    pub(super) range: Range<usize>,
}

impl Problem {
    pub(super) fn of(self, input: &Input, report: &Report) -> Failure {
        let start = report.position(self.range.start);
        Failure::new(format!("{}:{}:{}: {}", input.name(), start.line, start.column, self.message))
    }
}

/// An expression for what stands in a placeholder.
pub(super) fn expression(content: &str) -> String {
    let content = content.trim();
    let length = content.find(|character: char| !(character.is_alphanumeric() || "_.-@".contains(character)));
    let (path, rest) = content.split_at(length.unwrap_or(content.len()));
    let name = path_of(path).unwrap_or_else(|| "placeholder".to_owned());
    match rest.trim() {
        "" => name,
        rest => format!("{name} /* {} */", rest.replace("*/", "* /")),
    }
}

/// Whether an expression is a name alone, which may stand in a format.
pub(super) fn is_name(expression: &str) -> bool {
    expression.chars().all(|character| character.is_alphanumeric() || character == '_')
}

/// `user.firstName` as `user.first_name`; what is no path of Rust becomes one name.
fn path_of(path: &str) -> Option<String> {
    let segments: Vec<String> = path.split('.').map(identifier).collect::<Option<_>>()?;
    Some(segments.join("."))
}

/// A name as Rust writes it.
pub(super) fn identifier(name: &str) -> Option<String> {
    let mut snake = String::new();
    let mut before = None;
    for character in name.trim_start_matches('@').chars() {
        if matches!(character, '-' | '@') {
            snake.push('_');
        } else {
            // `firstName` and `HTTPStatus`: a capital begins a word behind a small letter.
            if character.is_uppercase()
                && before.is_some_and(|before: char| before.is_lowercase() || before.is_numeric())
            {
                snake.push('_');
            }
            snake.extend(character.to_lowercase());
        }
        before = Some(character);
    }
    let first = snake.chars().next()?;
    let is_name = (first.is_alphabetic() || first == '_') && is_name(&snake);
    if !is_name || snake.chars().all(|character| character == '_') {
        return None;
    }
    Some(match snake.as_str() {
        "self" | "super" | "crate" => format!("{snake}_"),
        name if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => snake,
    })
}

/// What begins a block.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Header {
    /// `if …`
    If(String),
    /// `for … in …`
    For(String),
    /// `else if …`
    ElseIf(String),
    /// `else`
    Else,
}

/// The header of a block, from what stands in its placeholder.
pub(super) fn header(content: &str) -> Option<Header> {
    let content = content.trim_start_matches(['#', '^', ' ']);
    let (word, rest) = content.split_once(char::is_whitespace).unwrap_or((content, ""));
    let rest = rest.trim();
    Some(match word {
        "if" => Header::If(condition(rest)),
        "unless" => Header::If(format!("!{}", condition(rest))),
        "each" => Header::For(format!("this in {}", expression(rest))),
        "for" => {
            let (item, list) = rest.split_once(" in ")?;
            Header::For(format!("{} in {}", identifier(item.trim())?, expression(list)))
        }
        "else" if rest.is_empty() => Header::Else,
        "else" => Header::ElseIf(condition(rest.strip_prefix("if ")?)),
        "elif" | "elsif" | "elseif" => Header::ElseIf(condition(rest)),
        _ => return None,
    })
}

fn condition(text: &str) -> String {
    match text.strip_prefix("not ").or_else(|| text.strip_prefix('!')) {
        Some(rest) => format!("!{}", expression(rest)),
        None => expression(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Header, expression, header};

    #[test]
    fn placeholders_become_names() {
        for (content, name) in [
            ("From", "from"),
            ("CallSid", "call_sid"),
            ("user.firstName", "user.first_name"),
            ("caller-name", "caller_name"),
            ("HTTPStatus", "httpstatus"),
            ("digits2say", "digits2say"),
            ("type", "r#type"),
            ("self", "self_"),
            ("@index", "index"),
            ("name | upcase", "name /* | upcase */"),
            ("t \"*/\"", "t /* \"* /\" */"),
            ("\"text\"", "placeholder /* \"text\" */"),
            ("items.0", "placeholder"),
            ("", "placeholder"),
        ] {
            assert_eq!(expression(content), name, "{content}");
        }
    }

    #[test]
    fn blocks_become_control_flow() {
        let text = |header: Header| match header {
            Header::If(condition) => format!("if {condition}"),
            Header::For(head) => format!("for {head}"),
            Header::ElseIf(condition) => format!("else if {condition}"),
            Header::Else => "else".to_owned(),
        };
        for (content, rust) in [
            ("#if vip", Some("if vip")),
            ("if not vip", Some("if !vip")),
            ("#unless user.isVip", Some("if !user.is_vip")),
            ("#each Items", Some("for this in items")),
            ("for item in order.items", Some("for item in order.items")),
            ("if a > 1", Some("if a /* > 1 */")),
            ("else", Some("else")),
            ("else if b", Some("else if b")),
            ("elif b", Some("else if b")),
            ("#with user", None),
            ("case a", None),
            ("for a, b in c", None),
        ] {
            assert_eq!(header(content).map(text).as_deref(), rust, "{content}");
        }
    }
}
