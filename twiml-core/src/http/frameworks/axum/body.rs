//! The body of a request, up to a limit.

use alloc::vec::Vec;

use axum_core::body::Body;
use http_body_util::BodyExt as _;

use super::Rejection;

/// Twilio's largest requests have a few thousand bytes.
const LIMIT: usize = 1024 * 1024;

/// So much of a body that is too large is read all the same: who still sends would not get to see why it is refused.
const DRAINED: usize = 16 * LIMIT;

/// Reads a body to its end.
pub(super) async fn read(mut body: Body) -> Result<Vec<u8>, Rejection> {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Rejection::Unreadable)?.into_data() else { continue };
        length += data.len();
        if length > DRAINED {
            break;
        }
        if length <= LIMIT {
            bytes.extend_from_slice(&data);
        }
    }
    if length > LIMIT { Err(Rejection::TooLarge) } else { Ok(bytes) }
}
