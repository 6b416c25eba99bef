//! How sessions end that only the script can decide: workers, transfers, payments.

use std::time::Duration;

/// What comes of a `<Connect><Conversation>`: what the worker does, or why there is none.
///
/// ```
/// # use twiml_testing::{Twilio, Worker, answer};
/// let twilio = Twilio::service(answer(
///     r#"<Response><Connect><Conversation serviceInstanceSid="ISxxxx" inboundTimeout="20"/></Connect><Say>Sorry</Say></Response>"#,
/// ));
/// twilio.worker(Worker::NeverAnswers);
/// let mut call = twilio.call("+15551234567", "/voice").now();
/// call.hears("Sorry").now();
/// assert_eq!(call.clock().as_secs(), 20);
/// ```
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Worker {
    /// Answers after three seconds, and talks until somebody hangs up: `session-success`.
    #[default]
    Answers,
    /// Answers after this time.
    AnswersAfter(Duration),
    /// Does not answer: `dialed-call-incomplete`, `no-answer`.
    NeverAnswers,
    /// Is busy: `dialed-call-incomplete`, `busy`.
    IsBusy,
    /// Cannot be reached: `dialed-call-incomplete`, `failed`.
    CannotBeReached,
    /// The call to the worker is given up: `dialed-call-incomplete`, `canceled`.
    IsCanceled,
    /// Nobody is assigned: `no-other-participants`.
    NobodyAssigned,
    /// The conversation cannot be made: `failed-create-conversation`.
    NoConversationMade,
    /// There is none for this caller, and none is made: `no-existing-conversation`.
    NoConversation,
    /// The application named one that there is not: `invalid-conversation`.
    InvalidConversation,
    /// Twilio fails: `internal-error`.
    InternalError,
}

/// How a `<Refer>` ends.
///
/// ```
/// assert_eq!(twiml_testing::Refer::default(), twiml_testing::Refer::Connects);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refer {
    /// The new party talks, and this leg is gone.
    #[default]
    Connects,
    /// The new party is busy.
    IsBusy,
    /// The new call cannot be made.
    Fails,
    /// The other side does not transfer calls.
    IsRefused,
    /// It is accepted, and nothing more is told.
    IsSilent,
}

/// What a caller pays with.
///
/// ```
/// use twiml_testing::Payment;
///
/// let card = Payment::card("4111111111111111");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Payment {
    /// A card.
    Card {
        /// Its number.
        number: String,
        /// Month and year, two digits each.
        expires: String,
        /// Postal code.
        postal_code: String,
    },
    /// A bank account.
    Bank {
        /// Routing number.
        routing: String,
        /// Number of the account.
        account: String,
    },
}

impl Payment {
    /// A card that has not expired.
    #[must_use]
    pub fn card(number: &str) -> Self {
        Self::Card { number: number.to_owned(), expires: String::from("1230"), postal_code: String::from("94105") }
    }

    /// A bank account.
    #[must_use]
    pub fn bank(routing: &str, account: &str) -> Self {
        Self::Bank { routing: routing.to_owned(), account: account.to_owned() }
    }
}
