//! The tokens and comments of a source, as `proc-macro2` reads them: a lexer that the formatter does not use.

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Operators of two characters; those of tags are none.
const OPERATORS: [&str; 15] =
    ["==", "!=", "+=", "-=", "*=", "^=", "%=", "&=", "|=", "..", "::", "=>", "->", "&&", "||"];

/// All tokens, each as it is written.
pub(crate) fn of(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    push(stream(source), &mut tokens);
    tokens
}

fn stream(source: &str) -> TokenStream {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    source.parse().unwrap_or_else(|error| panic!("{error}: {source}"))
}

fn push(stream: TokenStream, tokens: &mut Vec<String>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) => {
                let brackets = format!("{:?}", group.delimiter());
                tokens.push(format!("{brackets} begins"));
                push(group.stream(), tokens);
                tokens.push(format!("{brackets} ends"));
            }
            // `, ..` and `,..` are the same: only an operator must stay in one piece.
            TokenTree::Punct(punct) => {
                let pair = format!("{}{}", punct.as_char(), next(trees.peek()));
                let is_joint = punct.spacing() == Spacing::Joint && OPERATORS.contains(&pair.as_str());
                tokens.push(format!("{}{}", punct.as_char(), if is_joint { " joint" } else { "" }));
            }
            other => tokens.push(other.to_string()),
        }
    }
}

fn next(tree: Option<&TokenTree>) -> char {
    if let Some(TokenTree::Punct(punct)) = tree { punct.as_char() } else { ' ' }
}

/// All comments without the white space around their lines: what stands between the tokens, other than blanks.
pub(crate) fn comments(source: &str) -> Vec<String> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut places = Vec::new();
    push_places(stream(source), &mut places);
    places.push(source.len()..source.len());
    let mut comments = Vec::new();
    let mut end = 0;
    for place in places {
        let between = source.get(end..place.start).unwrap_or_default();
        comments.extend(between.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
        end = end.max(place.end);
    }
    comments
}

/// All tokens and comments, one by one.
pub(crate) fn words(source: &str) -> Vec<&str> {
    let mut places = Vec::new();
    push_places(stream(source), &mut places);
    places.into_iter().map(|place| &source[place]).collect()
}

fn push_places(stream: TokenStream, places: &mut Vec<std::ops::Range<usize>>) {
    for tree in stream {
        if let TokenTree::Group(group) = &tree {
            places.push(group.span_open().byte_range());
            push_places(group.stream(), places);
            places.push(group.span_close().byte_range());
        } else {
            places.push(tree.span().byte_range());
        }
    }
}
