//! The user's Rust, as it stands in the expansion.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use twiml_check::tree::{Branch, Control, Node, Splice};

use crate::source::{Source, Spans};

/// The hidden site of the macro, at the place of a value.
pub(super) fn mixed(splice: &Splice, source: &Source) -> Span {
    let Spans { first, .. } = source.spans(splice.place);
    first.resolved_at(Span::mixed_site())
}

/// Control flow with bodies made anew.
pub(super) fn control(control: &Control, source: &Source, body: &mut dyn FnMut(&[Node]) -> TokenStream) -> TokenStream {
    let choice = source.rust(control.source);
    if let [Branch { header, body: nodes }] = &control.branches[..]
        && source.notices(*header).is_some()
    {
        let (attributes, body) = (source.rust(*header), body(nodes));
        return quote!(#attributes { #body };);
    }
    if choice.is_empty() {
        let branches = control.branches.iter().enumerate().map(|(index, branch)| {
            let (word, header) = ((index > 0).then(|| quote!(else)), source.rust(branch.header));
            let body = body(&branch.body);
            quote!(#word #header { #body })
        });
        return branches.collect();
    }
    let arms = control.branches.iter().map(|arm| {
        let (pattern, body) = (source.rust(arm.header), body(&arm.body));
        quote!(#pattern => { #body })
    });
    quote!(#choice { #(#arms)* })
}

/// `&(…)`, underlined from brace to brace. Statements between the braces make a block of them; so does a point at the
/// end, half-typed: the compiler then names the brace that was typed.
pub(super) fn reference(splice: &Splice, source: &Source) -> TokenStream {
    let span = mixed(splice, source);
    let tokens = source.rust(splice.source);
    let punct = |tree: &TokenTree, character| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == character);
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_half_typed = match &trees[..] {
        [.., before, last] => punct(last, '.') && !punct(before, '.'),
        _ => false,
    };
    if splice.constant {
        return quote_spanned!(span=> &(const { #tokens }));
    }
    if is_half_typed || trees.iter().any(|tree| punct(tree, ';')) {
        quote_spanned!(span=> &{ #tokens })
    } else {
        quote_spanned!(span=> &(#tokens))
    }
}

/// What writes nothing because it never comes to an end: `{return …}` and `{todo!()}` are statements.
pub(super) fn jump(splice: &Splice, source: &Source) -> Option<TokenStream> {
    let tokens = source.rust(splice.source);
    let mut statement: Vec<TokenTree> = Vec::new();
    for tree in tokens.clone() {
        if matches!(statement.last(), Some(TokenTree::Punct(end)) if end.as_char() == ';') {
            statement.clear();
        }
        statement.push(tree);
    }
    let (TokenTree::Ident(first), rest) = statement.split_first()? else { return None };
    let is_one_of = |words: &[&str]| words.iter().any(|word| first == word);
    let is_macro = matches!(rest, [TokenTree::Punct(bang), TokenTree::Group(_), ..] if bang.as_char() == '!');
    let jumps = is_one_of(&["return", "break", "continue"])
        || is_macro && is_one_of(&["panic", "todo", "unimplemented", "unreachable"]);
    jumps.then(|| quote!({ #tokens }))
}

/// Whether the expression may leave the code around it, or wait there.
pub(super) fn leaves_early(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Ident(word) => ["await", "return", "break", "continue"].iter().any(|keyword| word == keyword),
        TokenTree::Group(group) => leaves_early(group.stream()),
        TokenTree::Literal(_) => false,
    })
}
