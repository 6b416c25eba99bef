//! What an editor shows: every name of the markup as the path of the item that documents it, in code that no compiler
//! ever sees.
//!
//! To complete a name, rust-analyzer expands the macro a second time with a marker at the cursor, and then looks up, in
//! the *first* expansion, what may stand where the marker stands in the second. So both must agree up to there:
//!
//! - the hints come before everything else, and names before the module `here` that they are looked up in;
//! - the user's own Rust comes before all of them, where none of the variables of the expansion can be seen and offered;
//! - each list of names ends with `__`, which is where one more may be typed;
//! - `here` shows what may be written in this place, and nothing else: what is written already is private.

use std::{env, ffi::OsStr, sync::OnceLock};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use twiml_check::tree::{Element, Name, Node, Splice, Value, leaves};
use twiml_core::vocabulary::{self, Dialect, Kind};

use super::{
    path,
    rust::{control, reference},
};
use crate::source::{Source, Spans};

/// The programs that would throw the hints away: they are spared the tokens.
const COMPILERS: [&str; 4] = ["rustc", "clippy-driver", "rustdoc", "miri"];

/// What joins the parts of a name.
const JOINTS: [char; 2] = ['-', ':'];

/// Whether an editor may be looking: anything that is not known as a compiler may serve one.
pub(crate) fn wanted() -> bool {
    static WANTED: OnceLock<bool> = OnceLock::new();
    *WANTED.get_or_init(|| {
        let program = env::current_exe().unwrap_or_default();
        let name = program.file_name().and_then(OsStr::to_str).unwrap_or_default();
        !COMPILERS.iter().any(|compiler| name.contains(compiler))
    })
}

/// A statement with a path for every name of the markup.
pub(crate) fn hints(nodes: &[Node], source: &Source) -> TokenStream {
    let rust = rust(nodes, source);
    let mut paths = quote!({ #rust });
    list(&mut paths, nodes, &everything(), source);
    quote! {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(rust_analyzer)]
            {
                #paths
            }
        }
    }
}

/// Warnings: an editor would describe the code that makes the compiler show them, and has them from the compiler.
pub(crate) fn for_compilers(warnings: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(not(rust_analyzer))]
            {
                #warnings
            }
        }
    }
}

/// The user's own Rust, with the control flow around it.
fn rust(nodes: &[Node], source: &Source) -> TokenStream {
    let value = |splice: &Splice| {
        let value = reference(splice, source);
        quote!(let _ = #value;)
    };
    let one = |node: &Node| match node {
        Node::Splice(splice) => value(splice),
        Node::Statement(statement) => source.rust(statement.source),
        Node::Control(flow) => control(flow, source, &mut |body| rust(body, source)),
        Node::Element(element) => {
            let mut tokens = TokenStream::new();
            for attribute in &element.attributes {
                if let Value::Splice(splice) = &attribute.value {
                    tokens.extend(value(splice));
                }
            }
            tokens.extend(rust(&element.children, source));
            tokens
        }
        Node::Text(_) | Node::Lost => TokenStream::new(),
    };
    nodes.iter().map(one).collect()
}

/// The elements of one list of nodes, and all that is in them.
fn list(paths: &mut TokenStream, nodes: &[Node], allowed: &[&'static vocabulary::Element], source: &Source) {
    let elements = elements(nodes);
    let names = elements.iter().flat_map(|element| mentions(&element.name, source));
    // What stands in a wrong place is documented all the same.
    let misplaced = elements.iter().filter(|element| !allowed.iter().any(|row| row.name == element.name.text));
    let misplaced = misplaced.flat_map(|element| {
        let row = element.row.filter(|row| row.name == element.name.text);
        row.into_iter().flat_map(|row| spans(&element.name, source).into_iter().map(|span| page(row, span)))
    });
    let shown = imports(allowed);
    paths.extend(quote!({
        let _ = (#(here::#names::__,)* here::__,);
        let _ = (#(#misplaced::__,)*);
        mod here { #shown }
    }));
    for element in elements {
        attributes(paths, element, source);
        closing(paths, element, source);
        list(paths, &element.children, &children(element), source);
    }
}

fn elements(nodes: &[Node]) -> Vec<&Element> {
    let mut elements = Vec::new();
    leaves(nodes, &mut |node| {
        if let Node::Element(element) = node {
            elements.push(element);
        }
    });
    elements
}

fn attributes(paths: &mut TokenStream, element: &Element, source: &Source) {
    let names = element.attributes.iter().flat_map(|attribute| mentions(&attribute.name, source));
    let page = element.row.map(|row| page(row, Span::call_site()));
    let (mut given, mut documented, mut literal) = (Vec::new(), Vec::new(), Vec::new());
    for attribute in &element.attributes {
        let Some(row) = attribute.row else { continue };
        let item = |span| path::item(row.item, span);
        documented.extend(spans(&attribute.name, source).into_iter().map(item).map(|item| quote!(#page::#item)));
        literal.extend(variants(row, &attribute.value, source));
        let item = item(Span::call_site());
        if !matches!(attribute.value, Value::Missing) && !given.contains(&item) {
            given.push(item);
        }
    }
    let here = page.map(|page| quote!(pub use #page::*; #(type #given = ();)*));
    paths.extend(quote!({
        let _: (#(here::#names,)* here::__,);
        let _: (#(#documented,)*);
        let _ = (#(#literal,)*);
        mod here { #here }
    }));
}

/// The variants that a literal names.
fn variants(row: &vocabulary::Attribute, value: &Value, source: &Source) -> Vec<TokenStream> {
    let (Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list), Value::Literal(literal)) = (row.kind, value)
    else {
        return Vec::new();
    };
    let name = Ident::new(list.name, Span::call_site());
    let Spans { first, .. } = source.spans(literal.place);
    let words = literal.text.split_ascii_whitespace().filter_map(|word| list.word(word));
    let variants = words.map(|word| Ident::new(word.variant, first));
    variants.map(|variant| quote!(__twiml::values::#name::#variant)).collect()
}

/// The closing tag can only be that of the element.
fn closing(paths: &mut TokenStream, element: &Element, source: &Source) {
    let names = element.close.iter().flat_map(|name| mentions(name, source));
    let shown = imports(element.row.as_slice());
    paths.extend(quote!({
        let _ = (#(here::#names::__,)* here::__,);
        mod here { #shown }
    }));
}

/// What may stand in an element.
fn children(element: &Element) -> Vec<&'static vocabulary::Element> {
    match element.row {
        None => everything(),
        Some(row) if row.is_document() => {
            let roots = documents(element);
            named_once(roots.iter().flat_map(|root| root.children).copied())
        }
        Some(row) => row.children.to_vec(),
    }
}

/// The documents that the element may still become: those that have all of its verbs.
fn documents(root: &Element) -> Vec<&'static vocabulary::Element> {
    let verbs: Vec<&str> = elements(&root.children)
        .into_iter()
        .filter(|verb| !verb.name.unchecked && vocabulary::named(&verb.name.text).next().is_some())
        .map(|verb| verb.name.text.as_str())
        .collect();
    let fitting: Vec<_> =
        vocabulary::documents().filter(|document| verbs.iter().all(|verb| document.child(verb).is_some())).collect();
    if fitting.is_empty() { root.row.into_iter().collect() } else { fitting }
}

fn everything() -> Vec<&'static vocabulary::Element> {
    named_once(vocabulary::all())
}

fn named_once(rows: impl Iterator<Item = &'static vocabulary::Element>) -> Vec<&'static vocabulary::Element> {
    let mut once: Vec<&'static vocabulary::Element> = Vec::new();
    for row in rows {
        if !once.iter().any(|other| other.name == row.name) {
            once.push(row);
        }
    }
    once
}

/// The tokens of a name that an editor may ask about: the first and the last.
fn spans(name: &Name, source: &Source) -> Vec<Span> {
    let Spans { first, last } = source.spans(name.place);
    if name.unchecked {
        Vec::new()
    } else if name.text.contains(JOINTS) {
        vec![first, last]
    } else {
        vec![first]
    }
}

/// The name as an identifier under each of these tokens.
fn mentions(name: &Name, source: &Source) -> Vec<Ident> {
    spans(name, source).into_iter().map(|span| identifier(&name.text, span)).collect()
}

/// The name as Rust can write it.
fn identifier(name: &str, span: Span) -> Ident {
    let text = name.replace(JOINTS, "_");
    // No item has such a name, and not all of them can be made an identifier.
    if ["_", "self", "Self", "super", "crate"].contains(&text.as_str()) {
        return Ident::new("__", span);
    }
    if syn::parse_str::<Ident>(&text).is_ok() { Ident::new(&text, span) } else { Ident::new_raw(&text, span) }
}

/// Imports of the pages of elements, under the names that TwiML gives them.
fn imports(rows: &[&'static vocabulary::Element]) -> TokenStream {
    let site = Span::call_site();
    let import = |row: &vocabulary::Element| {
        let (item, name) = (path::item(row.item, site), identifier(row.name, site));
        if item == name { quote!(#name) } else { quote!(#item as #name) }
    };
    let imports = Dialect::ALL.into_iter().map(|dialect| {
        let names: Vec<_> = rows.iter().filter(|row| row.dialect == dialect).map(|row| import(row)).collect();
        let pages = pages(dialect);
        if names.is_empty() { TokenStream::new() } else { quote!(pub use #pages::{#(#names),*};) }
    });
    imports.collect()
}

/// The module that documents an element.
fn page(row: &vocabulary::Element, span: Span) -> TokenStream {
    let (pages, item) = (pages(row.dialect), path::item(row.item, span));
    quote!(#pages::#item)
}

fn pages(dialect: Dialect) -> TokenStream {
    match dialect {
        Dialect::Voice => quote!(__twiml::voice),
        Dialect::Messaging => quote!(__twiml::messaging),
        Dialect::Fax => quote!(__twiml::fax),
    }
}
