//! The body of a request, read up to a limit and within a time.

use alloc::vec::Vec;
use core::future::Future;

use crate::signature::{Reason, Received, Refused, Verified, Verifier};

/// So much of a body that is too large is read all the same: who still sends would not get to see why it is refused.
const DRAINED: usize = 1024 * 1024;

/// A body in the making.
pub(super) struct Buffer {
    bytes: Vec<u8>,
    length: usize,
    limit: usize,
}

impl Buffer {
    /// Takes the next bytes, and tells whether more are wanted.
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        self.length = self.length.saturating_add(bytes.len());
        if self.length <= self.limit {
            self.bytes.extend_from_slice(bytes);
        }
        self.length <= self.limit.saturating_add(DRAINED)
    }

    fn finish(self) -> Result<Vec<u8>, Reason> {
        if self.length > self.limit { Err(Reason::TooLarge(self.limit)) } else { Ok(self.bytes) }
    }
}

/// Verifies a request whose head is at hand, and whose body its framework can read. Of requests that have none nothing is
/// read, and what cannot be right is refused before.
pub(super) async fn verify<F>(
    verifier: &Verifier,
    head: Received<'_>,
    fill: impl FnOnce(Buffer) -> F,
) -> Result<Verified, Refused>
where
    F: Future<Output = Result<Buffer, Reason>>,
{
    let limit = verifier.verify_head(&head)?;
    let body = if head.has_no_body() {
        Vec::new()
    } else {
        let filled = fill(Buffer { bytes: Vec::new(), length: 0, limit });
        let read = tokio::time::timeout(verifier.time(), filled).await;
        let read = read.unwrap_or(Err(Reason::TooSlow(verifier.time())));
        let whole = read.and_then(Buffer::finish);
        whole.map_err(|reason| verifier.refuse(reason, Vec::new()))?
    };
    verifier.verify_async(&head.body(&body)).await
}

/// Reads a stream of chunks.
#[cfg(any(feature = "actix-web", feature = "poem", feature = "warp"))]
pub(super) async fn fill<S, C, E>(mut buffer: Buffer, stream: S) -> Result<Buffer, Reason>
where
    S: futures_core::Stream<Item = Result<C, E>>,
    C: bytes::Buf,
{
    let mut stream = core::pin::pin!(stream);
    while let Some(chunk) = core::future::poll_fn(|context| stream.as_mut().poll_next(context)).await {
        let mut chunk = chunk.map_err(|_| Reason::Unreadable)?;
        while chunk.has_remaining() {
            let bytes = chunk.chunk();
            if !buffer.push(bytes) {
                return Ok(buffer);
            }
            let length = bytes.len();
            chunk.advance(length);
        }
    }
    Ok(buffer)
}
