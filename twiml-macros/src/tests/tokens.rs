//! Any tokens at all: the expansion always returns, and what it cannot understand it reports.

mod alphabet;
mod growth;
mod large;

use proc_macro2::{Group, TokenStream, TokenTree};
use proptest::{
    prelude::*,
    sample::{Index, select},
};

use self::alphabet::{DOCUMENTS, document_tokens, plain_documents, tame, wild};
use crate::{expand, generate::Home, messages::errors};

/// Expands, and holds the messages against what comes out. Returns the expansion.
fn expanded(tokens: TokenStream) -> TokenStream {
    let source = tokens.to_string();
    let errors = errors(&expand::read(tokens.clone()).diagnostics);
    let expansion = expand::expand_for(&Home::default(), tokens);
    assert_eq!(expansion.to_string().contains("compile_error"), errors > 0, "{source}");
    expansion
}

/// The same where all Rust in the markup is sound: what comes out is Rust, too.
fn expanded_to_rust(tokens: TokenStream) {
    let source = tokens.to_string();
    let expansion = expanded(tokens);
    if let Err(error) = syn::parse2::<syn::Expr>(expansion) {
        panic!("{error}: {source}");
    }
}

fn parsed(source: &str) -> TokenStream {
    source.parse().expect("the source is made of Rust tokens")
}

/// A change to tokens in a row: what, where, and with what.
#[derive(Clone, Debug)]
enum Change {
    Delete(Index),
    Duplicate(Index),
    Swap(Index, Index),
    Replace(Index, &'static str),
    Insert(Index, &'static str),
}

fn change() -> impl Strategy<Value = Change> {
    let token = || select(document_tokens());
    prop_oneof![
        any::<Index>().prop_map(Change::Delete),
        any::<Index>().prop_map(Change::Duplicate),
        any::<(Index, Index)>().prop_map(|(one, other)| Change::Swap(one, other)),
        (any::<Index>(), token()).prop_map(|(index, token)| Change::Replace(index, token)),
        (any::<Index>(), token()).prop_map(|(index, token)| Change::Insert(index, token)),
    ]
}

impl Change {
    fn apply(&self, trees: &mut Vec<TokenTree>) {
        if trees.is_empty() {
            return;
        }
        let length = trees.len();
        match self {
            Self::Delete(index) => drop(trees.remove(index.index(length))),
            Self::Duplicate(index) => {
                let tree = trees[index.index(length)].clone();
                trees.insert(index.index(length), tree);
            }
            Self::Swap(one, other) => trees.swap(one.index(length), other.index(length)),
            Self::Replace(index, token) => {
                trees.splice(index.index(length)..=index.index(length), parsed(token));
            }
            Self::Insert(index, token) => {
                trees.splice(index.index(length)..index.index(length), parsed(token));
            }
        }
    }
}

/// The tokens of one of the groups, counted from the outside in, are handed to `change`; `None` if there are fewer.
fn in_group(tokens: TokenStream, number: &mut usize, change: &mut dyn FnMut(&mut Vec<TokenTree>)) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if *number == 0 {
        *number = usize::MAX;
        change(&mut trees);
        return trees.into_iter().collect();
    }
    for tree in &mut trees {
        if let TokenTree::Group(group) = tree
            && *number != usize::MAX
        {
            *number -= 1;
            *tree = Group::new(group.delimiter(), in_group(group.stream(), number, change)).into();
        }
    }
    trees.into_iter().collect()
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn wild_tokens_are_survived(source in wild()) {
        expanded(parsed(&source));
    }

    #[test]
    fn markup_of_sound_rust_becomes_rust(source in tame()) {
        expanded_to_rust(parsed(&source));
    }

    #[test]
    fn changed_documents_become_rust(source in select(plain_documents()), changes in prop::collection::vec(change(), 1..6)) {
        let mut trees: Vec<TokenTree> = parsed(source).into_iter().collect();
        for change in &changes {
            change.apply(&mut trees);
        }
        expanded_to_rust(trees.into_iter().collect());
    }

    #[test]
    fn documents_changed_within_are_survived(
        source in select(DOCUMENTS),
        changes in prop::collection::vec((0..12_usize, change()), 1..6),
    ) {
        let mut tokens = parsed(source);
        for (mut number, change) in changes {
            tokens = in_group(tokens, &mut number, &mut |trees| change.apply(trees));
        }
        expanded(tokens);
    }
}

#[test]
fn documents_are_sound() {
    for source in DOCUMENTS {
        let diagnostics = expand::read(parsed(source)).diagnostics;
        assert!(diagnostics.is_empty(), "{source}: {diagnostics:?}");
        expanded_to_rust(parsed(source));
    }
}

/// Each beginning of a document, as an editor sees it.
#[test]
fn every_beginning_of_a_document_is_survived() {
    for source in DOCUMENTS {
        let trees: Vec<TokenTree> = parsed(source).into_iter().collect();
        for length in 0..trees.len() {
            let beginning: TokenStream = trees[..length].iter().cloned().collect();
            let is_empty = beginning.is_empty();
            let expansion = expanded(beginning.clone()).to_string();
            let complete = beginning.to_string().ends_with(['>', ';', '}', '"']);
            assert!(complete || is_empty || expansion.contains("compile_error"), "{beginning}");
        }
    }
}
