//! Refusals as events of `tracing`.

use super::super::Reason;
use super::Refused;

/// What anybody may send is of no interest; a wrong signature may be a mistake of the server's owner.
pub(super) fn refused(refused: &Refused) {
    let (status, reason) = (refused.status(), refused.reason());
    let addresses = refused.addresses();
    match reason {
        Reason::NoSignature => tracing::debug!(status, %reason, "request refused"),
        _ => tracing::warn!(status, %reason, ?addresses, "request refused"),
    }
}
