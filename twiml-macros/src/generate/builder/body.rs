//! Bodies that may be written any number of times: the static text at the end of one is written together with that at the
//! beginning of the next, and what stands in front of a loop with the first, so that a round copies one piece less.
//!
//! `">` `for … {` `<Number>` *value* `</Number>` `}` `</Dial>` writes `"><Number>` in front of the first value, `</Number><Number>`
//! in front of each other one, and in the end `</Number></Dial>`, or `"></Dial>` if there was none.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::{Before, Builder, Piece, local};

impl Builder<'_> {
    /// A body that is written any number of times, or (if it does not repeat) once or not at all. It must not be left before
    /// its end.
    pub(in super::super) fn body(
        &mut self,
        repeats: bool,
        write: impl FnOnce(&mut Self),
        control: impl FnOnce(TokenStream) -> TokenStream,
    ) {
        if self.lead.is_some() {
            // It would stand in both texts of this body.
            self.flush();
        }
        let (entry, written) = (local(&format!("before{}", self.depth)), local(&format!("written{}", self.depth)));
        let mut body = self.inner();
        body.depth += 1;
        body.entry = Some(entry.clone());
        write(&mut body);
        self.reserve(body.size);
        let Some(head) = body.head.take() else {
            self.tokens(control(body.finish()));
            return;
        };
        self.entry = None;
        let (before, tail) = (self.before(), body.tail());
        let mut first = before.clone();
        first.push(&head);
        if matches!(&before, Before::Text(text) if *text == tail) {
            let text = first.tokens(Span::mixed_site());
            let body = body.finish();
            self.statements.extend(control(quote!(let #entry = #text; #body)));
            self.pending = tail;
            return;
        }
        let text = if repeats { Before::Behind(Box::new(first), tail.clone() + &head, written.clone()) } else { first };
        let (text, body) = (text.tokens(Span::mixed_site()), body.finish());
        // Not at its end: Clippy would call the whole an expression.
        let body = control(quote!(let #entry = #text; #written = true; #body));
        self.statements.extend(quote!(let mut #written = false; #body));
        self.lead = Some(Before::Behind(Box::new(before), tail, written));
    }

    /// Writes all but the static text at the end.
    fn tail(&mut self) -> String {
        if self.lead.is_some() || !self.value.as_ref().is_none_or(Piece::is_content) {
            // What stands there is not the same each time.
            self.flush();
        }
        let text = std::mem::take(&mut self.pending);
        if let Some(value) = self.value.take() {
            value.write_before_another(&mut self.statements, String::new());
        }
        text
    }
}
