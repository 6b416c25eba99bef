//! A phone: messages, and more than one call.

use std::fmt;

use crate::act::Act;
use crate::call::Call;
use crate::failure::Failure;
use crate::twilio::Twilio;
use crate::world::Sent;
use twiml_core::webhook::MessageStatus;

/// A message that a phone got.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// Who sent it.
    pub from: String,
    /// The text.
    pub body: String,
    /// Addresses of its files.
    pub media: Vec<String>,
}

/// Somebody's phone.
///
/// ```
/// use axum::{Router, routing::post};
/// use twiml::{MessagingResponse, twiml};
/// use twiml_testing::Twilio;
///
/// async fn reply() -> MessagingResponse {
///     twiml! { <Response><Message>"Hello"</Message></Response> }
/// }
///
/// let twilio = Twilio::service(Router::new().route("/sms", post(reply)));
/// let mut phone = twilio.phone("+15551234567");
/// phone.texts("Hi").now();
/// assert_eq!(phone.receives("Hello").now().from, "+15550001111");
/// ```
pub struct Phone {
    twilio: Twilio,
    number: String,
    read: usize,
}

impl Phone {
    pub(crate) const fn new(twilio: Twilio, number: String) -> Self {
        Self { twilio, number, read: 0 }
    }

    /// Writes to the application. What it answers at once is there when this is done.
    #[track_caller]
    pub fn texts(&mut self, body: &str) -> Act<'_, ()> {
        self.sends(body, &[])
    }

    /// Writes to the application, with files: their addresses and types.
    #[track_caller]
    pub fn sends(&mut self, body: &str, media: &[(&str, &str)]) -> Act<'_, ()> {
        let media: Vec<_> = media.iter().map(|(url, kind)| ((*url).to_owned(), (*kind).to_owned())).collect();
        let body = body.to_owned();
        Act::new(async move {
            let world = &self.twilio.world;
            world.with(|world| world.message_in(&self.number, &body, &media)).map_err(Failure::new)?;
            world.settle().await
        })
    }

    /// Waits for the next message, which must hold these words.
    #[track_caller]
    pub fn receives(&mut self, words: &str) -> Act<'_, Received> {
        let words = words.to_owned();
        Act::new(async move {
            let (from, number) = (self.read, self.number.clone());
            let found = self.twilio.world.run(None, |world| next(&world.messages, from, &number)).await?;
            let Some((index, message)) = found else {
                return Err(self.failure(format!("no message comes that holds {words:?}")));
            };
            self.read = index + 1;
            if message.body.contains(&words) {
                return Ok(message);
            }
            Err(self.failure(format!("the next message is {:?}, and does not hold {words:?}", message.body)))
        })
    }

    /// Makes sure that no message has come that was not read.
    #[track_caller]
    pub fn receives_nothing(&mut self) -> Act<'_, ()> {
        Act::new(async move {
            self.twilio.world.settle().await?;
            let (from, number) = (self.read, self.number.clone());
            match self.twilio.world.with(|world| next(&world.messages, from, &number)) {
                None => Ok(()),
                Some((_, message)) => Err(self.failure(format!("a message has come: {:?}", message.body))),
            }
        })
    }

    /// Calls the application, which answers at an address.
    #[track_caller]
    pub fn calls(&self, url: &str) -> Act<'static, Call> {
        self.twilio.call(&self.number, url)
    }

    /// Walks every path that a caller can take through the application that answers at an address.
    #[must_use]
    pub fn explore(&self, url: &str) -> crate::explore::Explorer {
        crate::explore::Explorer::new(self.twilio.clone(), self.number.clone(), url.to_owned())
    }

    fn failure(&self, message: String) -> Failure {
        self.twilio.world.with(|world| world.failure(None, message, Vec::new()))
    }
}

/// The next message to a number that arrives.
fn next(messages: &[Sent], from: usize, number: &str) -> Option<(usize, Received)> {
    let (index, sent) = messages
        .iter()
        .enumerate()
        .skip(from)
        .find(|(_, sent)| sent.to == number && sent.status != MessageStatus::Failed)?;
    Some((index, Received { from: sent.from.clone(), body: sent.body.clone(), media: sent.media.clone() }))
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phone").field("number", &self.number).finish_non_exhaustive()
    }
}
