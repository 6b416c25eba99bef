//! One path: a call, and a script that was made up.

use std::time::Duration;

use super::{Does, Explorer, Finding, Kind, Step, Who, options};
use crate::failure::Failure;
use crate::party::AnsweredBy;
use crate::session::{Payment, Worker};
use crate::settings::Delivery;
use crate::transcript::{Entry, Event, Heard};
use crate::world::input::Listener;
use crate::world::verbs::connect::End as SessionEnd;
use crate::world::{Exchange, LegId, SharedWorld, World};
use twiml_core::webhook::CallStatus;

/// How long a caller waits in a queue.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// How long a message is that a caller leaves.
const MESSAGE: Duration = Duration::from_secs(5);

/// Where a path ended.
#[derive(Clone, Debug)]
pub(super) enum End {
    /// At a place where it can go on in several ways.
    Place {
        key: String,
        options: Vec<Step>,
        /// Others may end it: in a queue, in a conference.
        open: bool,
    },
    /// At the end of the call.
    Over,
}

/// A path that was walked.
#[derive(Debug)]
pub(super) struct Walked {
    pub(super) end: End,
    pub(super) script: Vec<Step>,
    pub(super) exchanges: Vec<Exchange>,
    /// How many callbacks there were.
    pub(super) reports: usize,
    pub(super) heard: Vec<String>,
    lapses: Vec<(Kind, String)>,
    silent_end: bool,
    transcript: String,
}

impl Walked {
    pub(super) fn findings(&self, script: &[Step]) -> Vec<Finding> {
        let finding = |kind, message: &str| Finding {
            kind,
            message: message.to_owned(),
            script: script.to_vec(),
            transcript: self.transcript.clone(),
        };
        let mut findings: Vec<_> = self.lapses.iter().map(|(kind, message)| finding(*kind, message)).collect();
        let last = self.exchanges.iter().rev().find(|made| !made.verbs.is_empty() || made.status == Some(200));
        let place = last.map(|made| made.url.split('?').next().unwrap_or_default().to_owned()).unwrap_or_default();
        if self.silent_end && findings.is_empty() {
            findings
                .push(finding(Kind::DeadEnd, &format!("the call ends without a word after the document of {place}")));
        }
        findings
    }

    pub(super) fn transcript(&self) -> &str {
        &self.transcript
    }
}

impl Explorer {
    /// Walks a path in a world of its own.
    pub(super) async fn walk(
        &self,
        script: &[Step],
        run: usize,
        delivery: Option<Delivery>,
    ) -> Result<Walked, Failure> {
        let allowed = self.twilio.world.with(|world| world.settings.allowed.clone());
        let shared = self.twilio.world.fresh(run);
        shared.with(|world| {
            world.lets_everything_pass();
            world.manual = true;
            world.decided = script.iter().filter_map(decided).collect();
            if let Some(delivery) = delivery {
                world.set_delivery(delivery);
            }
        });
        let leg = shared.with(|world| world.incoming(&self.number, &self.url)).map_err(Failure::new)?;
        let mut since = 0;
        for step in script {
            place(&shared, leg).await?;
            since = shared.with(|world| act_begins(world, leg, step));
            act(&shared, leg, step).await?;
        }
        place(&shared, leg).await?;
        if delivery.is_some() {
            // Late callbacks, too.
            let until = shared.with(|world| world.now()) + Duration::from_secs(30);
            shared.run(Some(until), |_| None::<()>).await?;
        }
        Ok(shared.with(|world| Walked {
            end: options::end(world, leg, self),
            script: script.to_vec(),
            exchanges: world.exchanges.clone(),
            reports: world.exchanges.iter().filter(|made| made.is_report()).count(),
            heard: heard(world, leg, 0),
            lapses: lapses(world, &allowed),
            silent_end: is_silent_end(world, leg, script.last(), since),
            transcript: world.transcript_of(None).to_string(),
        }))
    }
}

/// Where in the transcript an act begins: what is decided before a session begins, with the session.
fn act_begins(world: &World, leg: LegId, step: &Step) -> usize {
    let is_session = |entry: &Entry| entry.leg == Some(leg) && matches!(entry.event, Event::Session(_));
    let session = decided(step).and_then(|_| world.transcript.iter().rposition(is_session));
    session.unwrap_or(world.transcript.len())
}

/// What is decided before a verb begins, rather than while it runs.
fn decided(step: &Step) -> Option<Worker> {
    match &step.does {
        Does::Worker(worker) => Some(worker.clone()),
        _ => None,
    }
}

fn lapses(world: &World, allowed: &[crate::Lapse]) -> Vec<(Kind, String)> {
    let counts = world.lapses.iter().filter(|(lapse, _)| !allowed.contains(lapse));
    counts.filter_map(|(lapse, message)| Some((Kind::of(*lapse)?, message.clone()))).collect()
}

/// What a leg heard from an entry of the transcript on.
fn heard(world: &World, leg: LegId, since: usize) -> Vec<String> {
    let entries = world.transcript.iter().skip(since).filter(|entry| entry.leg == Some(leg));
    let heard = entries.filter_map(|entry| match &entry.event {
        Event::Hears(heard @ (Heard::Speech(_) | Heard::File(_) | Heard::Tones(_))) => Some(heard.to_string()),
        _ => None,
    });
    heard.collect()
}

/// Whether the call has ended without a word after the caller did something, or after a call that came to nothing.
fn is_silent_end(world: &World, leg: LegId, last: Option<&Step>, since: usize) -> bool {
    // What was still heard of a prompt does not count: only what came of the act.
    let mut entries = world.transcript.iter().enumerate().skip(since).filter(|(_, entry)| entry.leg == Some(leg));
    let came = entries.find(|(_, entry)| matches!(entry.event, Event::Asks { .. } | Event::NoInput));
    let since = came.map_or(since, |(index, _)| index);
    if !world.legs[leg].is_over() || world.legs[leg].answered.is_none() || !heard(world, leg, since).is_empty() {
        return false;
    }
    match last {
        // A document that says nothing at all.
        None => true,
        Some(step) => match (step.who, &step.does) {
            (Who::Called, Does::Worker(worker)) => *worker != Worker::Answers,
            (Who::Caller, Does::Presses(_) | Does::Says(_) | Does::StaysSilent)
            | (Who::Called, Does::IsBusy | Does::Fails | Does::StaysSilent)
            | (Who::Service, Does::Breaks | Does::PaysInVain) => true,
            _ => false,
        },
    }
}

/// Runs the world to where the call can go on in more than one way, or to its end.
async fn place(shared: &SharedWorld, leg: LegId) -> Result<(), Failure> {
    shared
        .run(None, |world| (world.legs[leg].is_over() || options::who_listens(world, leg).is_some()).then_some(()))
        .await?;
    shared.settle().await
}

/// Does what a step says.
async fn act(shared: &SharedWorld, leg: LegId, step: &Step) -> Result<(), Failure> {
    let actor = shared.with(|world| actor(world, leg, step.who));
    match &step.does {
        Does::Presses(keys) => presses(shared, actor, keys).await?,
        Does::Says(words) => says(shared, actor, words).await?,
        Does::StaysSilent => silence(shared, actor).await?,
        Does::Records => records(shared, actor).await?,
        Does::Waits => waits(shared, actor, leg).await?,
        Does::HangsUp => shared.with(|world| world.hang_up(actor)),
        Does::Answers => shared.with(|world| world.party_answers(actor, AnsweredBy::Human)),
        Does::IsBusy => shared.with(|world| world.party_fails(actor, &CallStatus::Busy)),
        Does::Fails => shared.with(|world| world.party_fails(actor, &CallStatus::Failed)),
        Does::Worker(_) => {}
        Does::Ends => in_session(shared, actor, &SessionEnd::Server { handoff: None }),
        Does::Breaks => {
            let end = SessionEnd::Failed { code: 39001, message: String::from("no socket") };
            in_session(shared, actor, &end);
        }
        Does::Pays => pay(shared, actor, None),
        Does::PaysInVain => pay(shared, actor, Some(String::from("declined"))),
    }
    shared.settle().await
}

async fn presses(shared: &SharedWorld, leg: LegId, keys: &str) -> Result<(), Failure> {
    for key in keys.chars() {
        shared.with(|world| world.press(leg, key));
        shared.settle().await?;
    }
    Ok(())
}

/// Says something, and falls silent.
async fn says(shared: &SharedWorld, leg: LegId, words: &str) -> Result<(), Failure> {
    let until = shared.with(|world| world.now() + world.say(leg, words, Some(0.9)).unwrap_or_default());
    shared.run(Some(until), |_| None::<()>).await?;
    silence(shared, leg).await
}

/// Leaves a message, and falls silent.
async fn records(shared: &SharedWorld, leg: LegId) -> Result<(), Failure> {
    let until = shared.with(|world| {
        if let Some(frame) = world.recording_frame(leg) {
            world.recording_speech(leg, frame, "Hello", MESSAGE);
        }
        world.now() + MESSAGE
    });
    shared.run(Some(until), |_| None::<()>).await?;
    silence(shared, leg).await
}

/// Waits in a queue, as long as the call goes on.
async fn waits(shared: &SharedWorld, actor: LegId, leg: LegId) -> Result<(), Failure> {
    let until = shared.with(|world| world.now() + LONGEST_WAIT);
    let mut is_over = |world: &mut World| (!world.is_queued(actor) || world.legs[leg].is_over()).then_some(());
    shared.run(Some(until), &mut is_over).await.map(drop)
}

fn actor(world: &World, leg: LegId, who: Who) -> LegId {
    match who {
        Who::Called => options::called(world, leg).unwrap_or(leg),
        Who::Caller | Who::Service => leg,
    }
}

/// Nothing is done until whatever listens gives up.
async fn silence(shared: &SharedWorld, leg: LegId) -> Result<(), Failure> {
    let before = shared.with(|world| world.listening_place(leg));
    let mut is_over =
        |world: &mut World| (world.legs[leg].is_over() || world.listening_place(leg) != before).then_some(());
    shared.run(None, &mut is_over).await.map(drop)
}

fn in_session(shared: &SharedWorld, leg: LegId, end: &SessionEnd) {
    shared.with(|world| {
        if let Some(Listener::Session(frame)) = world.listener(leg) {
            world.session_ends(leg, frame, end);
        }
    });
}

fn pay(shared: &SharedWorld, leg: LegId, failure: Option<String>) {
    shared.with(|world| {
        if let Some(Listener::Pay(frame)) = world.listener(leg) {
            world.pays(leg, frame, Payment::card("4111111111111111"), failure);
        }
    });
}
