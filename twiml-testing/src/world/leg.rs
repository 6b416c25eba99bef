//! A leg of a call, and what it is doing.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use twiml_core::Parameters;
use twiml_core::webhook::{CallStatus, Direction};
use url::Url;

use super::clock::Due;
use super::verbs::{connect::Session, dial::Dial, enqueue::Enqueued, gather::Gather, pay::Pay, record::Recording};
use crate::answer::{Document, Element};
use crate::transcript::Heard;

/// Which leg: its place in the list of the world.
pub(crate) type LegId = usize;

/// An address that is asked or told.
#[derive(Clone, Debug)]
pub(crate) struct Hook {
    pub(crate) url: Url,
    pub(crate) method: Method,
}

/// What a document is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    /// The call itself.
    Main,
    /// What a called party hears before the two are joined.
    Whisper,
    /// What a caller hears in a queue.
    QueueWait,
    /// What a caller hears before a conference starts.
    ConferenceWait,
    /// What a waiting caller hears before being joined.
    BeforeJoining,
}

/// Something to hear, and how long it takes.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) heard: Heard,
    pub(crate) length: Duration,
}

/// Audio that is playing: items, and which one it is at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Playing {
    pub(crate) items: Vec<Item>,
    pub(crate) index: usize,
}

/// What a leg does with its document.
#[derive(Debug, Default)]
pub(crate) enum Doing {
    /// Nothing: the next verb is about to begin.
    #[default]
    Nothing,
    /// It waits for a document.
    Asking,
    /// Something is heard.
    Playing(Playing),
    Gathering(Gather),
    Recording(Recording),
    Dialling(Dial),
    Queued(Enqueued),
    Connected(Session),
    Paying(Pay),
    /// The SIP side is transferring.
    Referring,
    /// The pause before a `<Redirect>`.
    Redirecting,
    /// An echo, and whatever else only ends by a hang-up.
    Endless,
    /// The document has run out, and nothing follows by itself.
    Done,
}

/// A document on a leg.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) id: u64,
    pub(crate) role: Role,
    pub(crate) document: Option<Arc<Document>>,
    /// Where the document came from; none of one that the API handed over.
    pub(crate) base: Option<Url>,
    /// Which verb is next.
    pub(crate) next: usize,
    pub(crate) doing: Doing,
    pub(crate) timer: Option<Due>,
    /// The request that brought the document, by its number.
    pub(crate) exchange: Option<usize>,
}

impl Frame {
    pub(crate) const fn new(id: u64, role: Role) -> Self {
        Self { id, role, document: None, base: None, next: 0, doing: Doing::Nothing, timer: None, exchange: None }
    }

    /// The verb that runs.
    pub(crate) fn verb(&self) -> Option<Verb> {
        let index = self.next.checked_sub(1)?;
        Some(Verb { document: self.document.clone()?, index })
    }
}

/// A verb of a document, held without borrowing the leg.
#[derive(Clone, Debug)]
pub(crate) struct Verb {
    pub(crate) document: Arc<Document>,
    pub(crate) index: usize,
}

impl Verb {
    pub(crate) fn element(&self) -> Option<&Element> {
        self.document.root.elements().nth(self.index)
    }
}

/// Where the progress of a call is reported.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    pub(crate) hook: Hook,
    pub(crate) events: Vec<String>,
    pub(crate) sequence: i64,
}

/// What reports a leg made by a noun gets, besides the standard ones.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// Somebody called an application, or was called by the API.
    First,
    /// Made by a noun of `<Dial>`.
    Dialled,
    /// To the worker of a `<Conversation>`.
    Worker,
}

/// Which cookies go with what a leg asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jars {
    /// With requests for documents.
    pub(crate) documents: usize,
    /// With those that report.
    pub(crate) reports: usize,
}

impl Jars {
    /// The same with both.
    pub(crate) const fn shared(jar: usize) -> Self {
        Self { documents: jar, reports: jar }
    }
}

/// Who is on both ends of a leg.
#[derive(Debug)]
pub(crate) struct Ends {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) direction: Direction,
}

/// What changes about a leg that every request says.
type State = (CallStatus, Option<crate::party::AnsweredBy>);

/// A leg of a call.
#[derive(Debug)]
pub(crate) struct Leg {
    pub(crate) kind: Kind,
    pub(crate) sid: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) direction: Direction,
    pub(crate) parent: Option<LegId>,
    pub(crate) status: CallStatus,
    /// Where the transcript was when it was made.
    pub(crate) from_entry: usize,
    pub(crate) answered: Option<Duration>,
    pub(crate) ended: Option<Duration>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) fallback: Option<Hook>,
    pub(crate) progress: Option<Progress>,
    /// Which cookies are sent.
    pub(crate) jars: Jars,
    /// It has begun to ring.
    pub(crate) rings: bool,
    /// What a call of the API goes on with once it is answered.
    pub(crate) target: Option<super::api::Target>,
    /// Whom it talks with.
    pub(crate) talking: Option<LegId>,
    pub(crate) answered_by: Option<crate::party::AnsweredBy>,
    /// The person is gone; what still ends reports, and nobody hears the answers.
    pub(crate) gone: bool,
    /// What is asked when a called party has answered.
    pub(crate) whisper: Option<Hook>,
    pub(crate) send_digits: Option<String>,
    pub(crate) detects: bool,
    pub(crate) detection: Option<Hook>,
    /// When it was joined with somebody.
    pub(crate) joined: Option<Duration>,
    /// What the party's plan does next.
    pub(crate) plan: Vec<Due>,
    /// Keys that nothing has taken so far.
    pub(crate) early_keys: VecDeque<char>,
    /// Documents asked for since the clock last moved.
    pub(crate) still: u32,
    pub(crate) still_since: Duration,
    pub(crate) documents: u32,
    /// Streams, transcriptions and recordings that run beside the verbs.
    pub(crate) beside: Vec<super::verbs::start::Beside>,
    /// What it reads in transcripts.
    pub(crate) name: String,
    /// What every request about it says, in a state.
    pub(crate) standard: Option<(State, Arc<Parameters>)>,
}

impl Leg {
    /// A leg of which nothing is known but who is on its ends.
    pub(crate) fn new(kind: Kind, sid: String, ends: Ends, parent: Option<LegId>, jars: Jars) -> Self {
        let is_caller = parent.is_none() && ends.direction == Direction::Inbound;
        Self {
            kind,
            sid,
            name: if is_caller { ends.from.clone() } else { ends.to.clone() },
            from: ends.from,
            to: ends.to,
            direction: ends.direction,
            parent,
            status: CallStatus::Ringing,
            from_entry: 0,
            answered: None,
            ended: None,
            frames: Vec::new(),
            fallback: None,
            progress: None,
            jars,
            rings: false,
            target: None,
            talking: None,
            answered_by: None,
            gone: false,
            whisper: None,
            send_digits: None,
            detects: false,
            detection: None,
            joined: None,
            plan: Vec::new(),
            early_keys: VecDeque::new(),
            still: 0,
            still_since: Duration::ZERO,
            documents: 0,
            beside: Vec::new(),
            standard: None,
        }
    }

    pub(crate) const fn is_over(&self) -> bool {
        self.ended.is_some()
    }

    pub(crate) fn top(&self) -> Option<&Frame> {
        self.frames.last()
    }

    pub(crate) fn frame(&self, id: u64) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    pub(crate) fn frame_mut(&mut self, id: u64) -> Option<&mut Frame> {
        self.frames.iter_mut().find(|frame| frame.id == id)
    }
}
