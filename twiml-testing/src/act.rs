//! An act of a script: a future, or a call that blocks.

use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::failure::Failure;

/// An act of a script. It happens when it is awaited, or at [`now`](Act::now) in a test without a runtime.
///
/// What cannot happen panics, with what could have happened instead, the transcript and the document at hand;
/// [`tried`](Act::tried) gives that as a value.
///
/// ```
/// # use twiml_testing::{Twilio, answer};
/// let twilio = Twilio::service(answer("<Response><Say>Hello</Say></Response>"));
/// let mut call = twilio.call("+15551234567", "/voice").now();
/// call.hears("Hello").now();
/// let failure = call.hears("Goodbye").tried().now().unwrap_err();
/// assert!(failure.to_string().contains("the call has ended"));
/// ```
#[must_use = "an act happens when it is awaited, or at `now`"]
pub struct Act<'a, T> {
    future: Pin<Box<dyn Future<Output = Result<T, Failure>> + Send + 'a>>,
    script: &'static Location<'static>,
}

impl<'a, T> Act<'a, T> {
    #[track_caller]
    pub(crate) fn new(future: impl Future<Output = Result<T, Failure>> + Send + 'a) -> Self {
        Self { future: Box::pin(future), script: Location::caller() }
    }

    /// Does it now, and waits for it.
    ///
    /// An application that needs the timers or sockets of tokio, as the extractors of `twiml` do, finds them here with the
    /// feature `tokio`; or use `await` in a test that has a runtime.
    ///
    /// # Panics
    ///
    /// As `await`: when the act cannot happen.
    #[expect(clippy::must_use_candidate, reason = "many acts give nothing to use")]
    pub fn now(self) -> T {
        block_on(self)
    }

    /// The same act, which gives its failure instead of panicking.
    pub fn tried(self) -> Tried<'a, T> {
        Tried { act: self }
    }
}

impl<T> Future for Act<'_, T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        self.future.as_mut().poll(context).map(|done| match done {
            Ok(value) => value,
            Err(failure) => failure.fail(self.script),
        })
    }
}

impl<T> fmt::Debug for Act<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Act").field("script", &self.script).finish_non_exhaustive()
    }
}

/// Waits for an act.
#[cfg(not(feature = "tokio"))]
fn block_on<T>(act: impl Future<Output = T>) -> T {
    pollster::block_on(act)
}

/// Waits for an act in the runtime that is there, or in one that all tests share.
#[cfg(feature = "tokio")]
fn block_on<T>(act: impl Future<Output = T>) -> T {
    use std::sync::OnceLock;
    use tokio::runtime::{Builder, Handle, Runtime};

    static SHARED: OnceLock<Option<Runtime>> = OnceLock::new();
    if Handle::try_current().is_ok() {
        return pollster::block_on(act);
    }
    match SHARED.get_or_init(|| Builder::new_current_thread().enable_all().build().ok()) {
        Some(runtime) => runtime.block_on(act),
        None => pollster::block_on(act),
    }
}

/// An act that gives its failure.
#[derive(Debug)]
#[must_use = "an act happens when it is awaited, or at `now`"]
pub struct Tried<'a, T> {
    act: Act<'a, T>,
}

impl<T> Tried<'_, T> {
    /// Does it now, and waits for it.
    ///
    /// # Errors
    ///
    /// Why it could not happen.
    pub fn now(self) -> Result<T, Failure> {
        block_on(self)
    }
}

impl<T> Future for Tried<'_, T> {
    type Output = Result<T, Failure>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.act.future.as_mut().poll(context)
    }
}
