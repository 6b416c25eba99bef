//! What is simulated: legs, queues, conferences and messages on one clock. It asks for requests to be made and is told the
//! answers; it makes none itself.

mod answers;
pub(crate) mod api;
mod ask;
mod audio;
mod bridge;
pub(crate) mod clock;
mod conference;
mod cookies;
mod driver;
pub(crate) mod input;
pub(crate) mod leg;
mod legs;
pub(crate) mod messages;
mod opt_out;
pub(crate) mod parties;
mod progress;
mod questions;
mod queue;
mod segments;
mod session_action;
mod sids;
mod standard;
pub(crate) mod verbs;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::Method;
use url::Url;

use crate::answer::Document;
use crate::failure::Failure;
use crate::party::Plan;
use crate::settings::{Behaviour, Delivery, Durations};
use crate::strictness::Lapse;
use crate::transcript::{Entry, Event, Heard};

pub use ask::Exchange;
pub(crate) use ask::{Ask, Purpose};
pub(crate) use conference::Conference;
pub(crate) use driver::{SharedWorld, Step};
pub(crate) use leg::{Leg, LegId};
pub(crate) use messages::{Sent, Session as MessageSession};
pub(crate) use queue::Queue;

use clock::Clock;
use cookies::Jar;
use sids::Sids;

/// What was set before anything happened.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) auth_token: String,
    pub(crate) account_sid: String,
    pub(crate) public_url: Url,
    pub(crate) number: String,
    pub(crate) voice_method: Method,
    pub(crate) fallback_url: Option<String>,
    pub(crate) status_callback: Option<String>,
    pub(crate) messaging_url: String,
    pub(crate) messaging_method: Method,
    pub(crate) messaging_fallback_url: Option<String>,
    pub(crate) behaviour: Behaviour,
    pub(crate) durations: Durations,
    pub(crate) delivery: Delivery,
    pub(crate) allowed: Vec<Lapse>,
    pub(crate) unknown_parameter: bool,
    /// Lengths of files, and those that cannot be had.
    pub(crate) files: BTreeMap<String, Option<Duration>>,
}

/// What happens at some time.
#[derive(Debug)]
pub(crate) enum Due {
    /// Something that a frame waits for is over.
    Frame { leg: LegId, frame: u64 },
    /// A called party does what its plan says.
    Party { leg: LegId, does: parties::Does },
    /// A call has lasted as long as calls may.
    Longest(LegId),
    /// A request goes out.
    Request(Box<Ask>),
    /// The answer of a request comes.
    Answer(Box<answers::Late>),
    /// A message gets on.
    Message { message: usize },
    /// A call made by the API begins to ring.
    Dial(LegId),
}

/// Documents that have been read, by their kind (for a call?) and their text; the same one is often answered.
type Documents = Arc<Mutex<HashMap<(bool, String), Result<Arc<Document>, String>>>>;

/// The world.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock<Due>,
    pub(crate) legs: Vec<Leg>,
    pub(crate) queues: Vec<Queue>,
    pub(crate) conferences: Vec<Conference>,
    pub(crate) sessions: Vec<MessageSession>,
    pub(crate) messages: Vec<Sent>,
    pub(crate) plans: BTreeMap<String, Plan>,
    pub(crate) conversation: crate::session::Worker,
    /// Whoever is called rings until somebody says what happens.
    pub(crate) manual: bool,
    /// What comes of the next conversations, where that is so.
    pub(crate) decided: VecDeque<crate::session::Worker>,
    pub(crate) refer: crate::session::Refer,
    pub(crate) stopped: BTreeSet<(String, String)>,
    outbox: VecDeque<Ask>,
    asking: bool,
    pub(crate) exchanges: Vec<Exchange>,
    pub(crate) transcript: Vec<Entry>,
    failures: VecDeque<Failure>,
    pub(crate) lapses: Vec<(Lapse, String)>,
    documents: Documents,
    jars: Vec<Jar>,
    known_jars: HashMap<cookies::Known, usize>,
    sids: Sids,
    templates: standard::Templates,
    dice: u64,
    frames: u64,
    lenient: bool,
}

impl World {
    pub(crate) fn new(settings: Settings, began: std::time::SystemTime) -> Self {
        Self {
            settings,
            clock: Clock::new(began),
            legs: Vec::new(),
            queues: Vec::new(),
            conferences: Vec::new(),
            sessions: Vec::new(),
            messages: Vec::new(),
            plans: BTreeMap::new(),
            conversation: crate::session::Worker::default(),
            manual: false,
            decided: VecDeque::new(),
            refer: crate::session::Refer::default(),
            stopped: BTreeSet::new(),
            outbox: VecDeque::new(),
            asking: false,
            exchanges: Vec::new(),
            transcript: Vec::new(),
            failures: VecDeque::new(),
            lapses: Vec::new(),
            documents: Documents::default(),
            jars: Vec::new(),
            known_jars: HashMap::new(),
            sids: Sids::default(),
            templates: standard::Templates::default(),
            dice: 0,
            frames: 0,
            lenient: false,
        }
    }

    /// A world with the same settings, in which nothing has happened. Its SIDs are of its own.
    pub(crate) fn fresh(&self, run: usize) -> Self {
        let mut fresh = Self::new(self.settings.clone(), self.clock.began);
        fresh.plans.clone_from(&self.plans);
        fresh.conversation = self.conversation.clone();
        fresh.refer = self.refer;
        fresh.documents = self.documents.clone();
        fresh.sids = Sids::of_run(run);
        fresh
    }

    /// Nothing fails: it is only written down.
    pub(crate) fn lets_everything_pass(&mut self) {
        self.lenient = true;
    }

    pub(crate) fn now(&self) -> Duration {
        self.clock.now
    }

    /// Writes down what happened to a leg.
    pub(crate) fn tell(&mut self, leg: LegId, event: Event) {
        let who = self.legs[leg].name.clone();
        self.transcript.push(Entry { at: self.clock.now, who, leg: Some(leg), event });
    }

    /// Writes down what happened elsewhere.
    pub(crate) fn tell_of(&mut self, who: &str, event: Event) {
        self.transcript.push(Entry { at: self.clock.now, who: who.to_owned(), leg: None, event });
    }

    pub(crate) fn hears(&mut self, leg: LegId, heard: Heard) {
        self.tell(leg, Event::Hears(heard));
    }

    /// Something that fails the test unless it is allowed.
    pub(crate) fn lapse(
        &mut self,
        leg: Option<LegId>,
        lapse: Lapse,
        message: impl Into<String>,
        document: Option<String>,
    ) {
        let message = message.into();
        let event = Event::Notes(Some(lapse), message.clone());
        match leg {
            Some(leg) => self.tell(leg, event),
            None => self.tell_of("", event),
        }
        self.lapses.push((lapse, message.clone()));
        if !self.lenient && !self.settings.allowed.contains(&lapse) {
            // Where nobody hears an act, another one is meant.
            let is_unheard = matches!(lapse, Lapse::UnheardKeys | Lapse::UnheardSpeech);
            let instead = leg.filter(|_| is_unheard).and_then(|leg| self.possible(leg)).into_iter().collect();
            self.failures.push_back(Failure { instead, document, ..Failure::of(lapse, message) });
        }
    }

    /// A number that the seed decides, below a bound.
    pub(crate) fn roll(&mut self, bound: u64) -> u64 {
        // SplitMix64: good enough to shuffle, the same everywhere.
        self.dice = self.dice.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }

    pub(crate) fn set_delivery(&mut self, delivery: Delivery) {
        if let Delivery::Delayed { seed } | Delivery::Mixed { seed } = delivery {
            self.dice = seed;
        }
        self.settings.delivery = delivery;
    }

    /// Moves the world a little: fires what is due, or gives the request that has to be made first.
    pub(crate) fn step(&mut self, until: Option<Duration>) -> Step {
        if self.asking {
            return Step::Waiting;
        }
        if let Some(ask) = self.outbox.pop_front() {
            self.asking = true;
            return Step::Ask(Box::new(ask));
        }
        // A call that would only end by its longest time does not end by itself.
        if until.is_none() && self.clock.events().all(|due| matches!(due, Due::Longest(_))) {
            return Step::Idle;
        }
        match self.clock.next(until) {
            Some(due) => {
                self.fire(due);
                Step::Moved
            }
            None => Step::Idle,
        }
    }

    fn fire(&mut self, due: Due) {
        match due {
            Due::Frame { leg, frame } => self.frame_is_due(leg, frame),
            Due::Party { leg, does } => self.party_does(leg, &does),
            Due::Longest(leg) => self.call_is_too_long(leg),
            Due::Request(ask) => self.outbox.push_back(*ask),
            Due::Answer(late) => self.late_answer(*late),
            Due::Message { message } => self.message_gets_on(message),
            Due::Dial(leg) => self.api_call_rings(leg),
        }
    }
}
