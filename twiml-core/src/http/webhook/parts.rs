//! What all requests have in common, whichever they are: one function fills them all.

use alloc::string::String;

use super::Malformed;
use crate::Parameters;

/// A request in parts. Nothing outside implements it.
#[expect(unnameable_types, reason = "it seals `Webhook`")]
pub trait Parts {
    /// Without anything in it.
    fn blank() -> Self
    where
        Self: Sized;

    /// Takes out what belongs to this request.
    fn read(&mut self, from: &mut Parameters) -> Result<(), Malformed>;

    /// Appends the parameters. It is not called through a table of methods, so that a server that only reads goes without.
    fn write(&self, to: &mut Parameters)
    where
        Self: Sized;

    /// The fields `other` and `idempotency_token`.
    fn common(&mut self) -> (&mut Parameters, &mut Option<String>);
}

/// Fills a blank request.
pub(super) fn fill(
    request: &mut dyn Parts,
    mut form: Parameters,
    query: Parameters,
    idempotency_token: Option<String>,
) -> Result<(), Malformed> {
    request.read(&mut form)?;
    form.append(query);
    let (other, token) = request.common();
    *other = form;
    *token = idempotency_token;
    Ok(())
}
