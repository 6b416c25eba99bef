//! Literals: what they stand for.

use proc_macro2::{Delimiter, Ident, Literal as Token, TokenStream, TokenTree};
use syn::Lit;
use twiml_check::tree::{Literal, LiteralKind};

use super::Parser;

impl Parser<'_> {
    /// What a literal stands for; `None` for kinds that TwiML has no use for.
    pub(super) fn read(&mut self, literal: &Token) -> Option<Literal> {
        let (text, kind) = if is_string(literal) {
            let Lit::Str(text) = Lit::new(literal.clone()) else { return None };
            (text.suffix().is_empty().then(|| text.value())?, LiteralKind::String)
        } else {
            (number(&literal.to_string())?, LiteralKind::Number)
        };
        Some(Literal { text, kind, place: self.place(literal.span()), meant: false })
    }

    /// The literal that is all there is.
    pub(super) fn only_literal(&mut self, tokens: TokenStream) -> Option<Literal> {
        let mut trees = tokens.into_iter();
        let only = trees.next().filter(|_| trees.next().is_none())?;
        match only {
            TokenTree::Literal(literal) => {
                let literal = self.read(&literal)?;
                Some(Literal { meant: literal.kind == LiteralKind::String, ..literal })
            }
            TokenTree::Ident(ident) => self.boolean(&ident),
            // What a `macro_rules!` hands on.
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => self.only_literal(group.stream()),
            TokenTree::Group(_) | TokenTree::Punct(_) => None,
        }
    }

    /// `true` and `false`.
    pub(super) fn boolean(&mut self, ident: &Ident) -> Option<Literal> {
        let text = ident.to_string();
        let is_boolean = matches!(text.as_str(), "true" | "false");
        is_boolean.then(|| Literal { text, kind: LiteralKind::Boolean, place: self.place(ident.span()), meant: false })
    }

    /// Takes a literal where text stands: what is no string is taken for what it was meant to say.
    pub(super) fn text(&mut self) -> Option<Literal> {
        let literal = self.row.literal(self.at)?.clone();
        self.at += 1;
        let place = self.place(literal.span());
        let read = self.read(&literal);
        let meant = || Literal { text: quotable(&literal), kind: LiteralKind::Number, place, meant: false };
        Some(read.unwrap_or_else(meant))
    }
}

/// Whether it is a string, raw or not, of characters.
pub(super) fn is_string(literal: &Token) -> bool {
    literal.to_string().starts_with(['"', 'r'])
}

/// What a literal of another kind was probably meant to say.
pub(super) fn quotable(literal: &Token) -> String {
    let typed = literal.to_string();
    if let Some((digits, _)) = parts(&typed).filter(|_| typed.starts_with(|first: char| first.is_ascii_digit())) {
        return number(digits).unwrap_or_else(|| digits.to_owned());
    }
    match Lit::new(literal.clone()) {
        Lit::Char(character) => character.value().to_string(),
        Lit::Str(text) => text.value(),
        _ => typed.trim_start_matches(['b', 'c', 'r', '#']).trim_matches(['\'', '"', '#']).to_owned(),
    }
}

/// The digits of a number without a suffix, in the decimal system. That of the compiler's library multiplies them out, which
/// takes an age for a number of many digits.
fn number(typed: &str) -> Option<String> {
    let (number, "") = parts(typed)? else { return None };
    let plain: String = number.chars().filter(|&sign| sign != '_').collect();
    match based(&plain) {
        Some((base, digits)) => Some(u128::from_str_radix(digits, base).ok()?.to_string()),
        None if plain.contains(['.', 'e', 'E']) => Some(plain),
        None => {
            let rest = plain.trim_start_matches('0');
            Some(if rest.is_empty() { "0" } else { rest }.to_owned())
        }
    }
}

fn based(number: &str) -> Option<(u32, &str)> {
    [("0x", 16), ("0o", 8), ("0b", 2)].into_iter().find_map(|(prefix, base)| Some((base, number.strip_prefix(prefix)?)))
}

/// A number and its suffix; `None` if it is none.
fn parts(typed: &str) -> Option<(&str, &str)> {
    if !typed.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let is_digit = |sign: char| sign.is_ascii_digit() || sign == '_';
    if let Some((base, _)) = based(typed) {
        let end = typed.get(2..)?.find(|sign: char| !sign.is_digit(base) && sign != '_');
        return typed.split_at_checked(end.map_or(typed.len(), |end| end + 2));
    }
    let end_of_digits = |from: usize| {
        let rest = typed.get(from..).unwrap_or_default();
        from + rest.find(|sign| !is_digit(sign)).unwrap_or(rest.len())
    };
    let mut end = end_of_digits(0);
    if typed.get(end..)?.starts_with('.') {
        end = end_of_digits(end + 1);
    }
    if let Some(exponent) = typed.get(end..)?.strip_prefix(['e', 'E']) {
        let signed = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if signed.trim_start_matches('_').starts_with(|first: char| first.is_ascii_digit()) {
            end = end_of_digits(typed.len() - signed.len());
        }
    }
    typed.split_at_checked(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use syn::Lit;

    use super::number;

    /// What the compiler's library makes of it.
    fn reference(typed: &str) -> Option<String> {
        let digits = match syn::parse_str::<Lit>(typed).ok()? {
            Lit::Int(number) if number.suffix().is_empty() => number.base10_digits().to_owned(),
            Lit::Float(number) if number.suffix().is_empty() => typed.replace('_', ""),
            _ => return None,
        };
        Some(digits)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, max_global_rejects: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_are_those_of_the_compiler(
            typed in "(0x[0-9a-f_]{1,12}|0b[01_]{1,12}|0o[0-7_]{1,12}|[0-9][0-9_]{0,12})(\\.[0-9][0-9_]{0,3})?([eE][+-]?[0-9_]{1,2})?(u8|i64|f32|px)?"
        ) {
            prop_assume!(typed.parse::<proc_macro2::Literal>().is_ok());
            prop_assert_eq!(number(&typed), reference(&typed), "{}", typed);
        }
    }

    #[test]
    fn numbers_may_be_long() {
        let digits = "1".repeat(100_000);
        assert_eq!(number(&digits), Some(digits));
        assert_eq!(number("0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_f"), None);
    }
}
