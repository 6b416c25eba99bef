//! What all requests have in common, whichever they are.

use alloc::string::String;
use core::mem::ManuallyDrop;

use super::Malformed;
use crate::Parameters;

/// A request in parts. Nothing outside implements it.
#[expect(unnameable_types, reason = "it seals `Webhook`")]
pub trait Parts: Sized {
    /// Without anything in it.
    fn blank() -> Self;

    /// Takes out what belongs to this request. Where that fails it is blank again, and owns nothing.
    fn read(&mut self, from: &mut Parameters) -> Result<(), Malformed>;

    /// Appends the parameters.
    fn write(&self, to: &mut Parameters);

    /// The fields `other` and `idempotency_token`.
    fn common(&mut self) -> (&mut Parameters, &mut Option<String>);
}

/// What came of a request.
pub(super) struct Delivery {
    pub(super) form: Parameters,
    pub(super) query: Parameters,
    pub(super) idempotency_token: Option<String>,
}

/// The request of a delivery. Of a request that owns nothing there is nothing to drop, and a server needs one function less
/// for each type.
pub(super) fn receive<T: Parts>(mut delivery: Delivery) -> Result<T, Malformed> {
    let mut request = ManuallyDrop::new(T::blank());
    let verdict = request.read(&mut delivery.form);
    let (other, token) = request.common();
    finish(verdict, delivery, other, token)?;
    Ok(ManuallyDrop::into_inner(request))
}

#[inline(never)]
fn finish(
    verdict: Result<(), Malformed>,
    delivery: Delivery,
    other: &mut Parameters,
    token: &mut Option<String>,
) -> Result<(), Malformed> {
    verdict?;
    *other = delivery.form;
    other.append(delivery.query);
    *token = delivery.idempotency_token;
    Ok(())
}
