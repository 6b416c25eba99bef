//! In which ways a call can go on.

use super::walk::End;
use super::{Does, Explorer, Step, Who};
use crate::call::menu;
use crate::session::Worker;
use crate::world::input::Listener;
use crate::world::leg::Doing;
use crate::world::verbs::dial::Stage;
use crate::world::verbs::kind;
use crate::world::{LegId, World};

/// Keys of a phone.
const KEYS: [&str; 12] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

/// Who can act, and on which leg.
pub(super) fn who_listens(world: &World, leg: LegId) -> Option<(Who, LegId)> {
    if let Some(called) = screening(world, leg)
        && matches!(world.listener(called), Some(Listener::Gather(_)))
    {
        return Some((Who::Called, called));
    }
    let waits = match world.listener(leg) {
        Some(Listener::Record(_)) => world.recording_frame(leg).is_some(),
        Some(Listener::Dial(_)) => screening(world, leg).is_none(),
        Some(Listener::Session(frame)) => is_open(world, leg, frame),
        Some(Listener::Gather(_) | Listener::Pay(_)) => true,
        // In a queue a document may be playing, and may play for ever.
        None => world.is_queued(leg),
    };
    waits.then_some((Who::Caller, leg))
}

/// Whether a session waits for somebody to do something: not one to whose worker it rings.
fn is_open(world: &World, leg: LegId, frame: u64) -> bool {
    let Some(frame) = world.legs[leg].frame(frame) else { return false };
    let Doing::Connected(session) = &frame.doing else { return false };
    let undecided = session.has_no_worker() && frame.timer.is_none();
    session.noun != kind::CONVERSATION || world.legs[leg].talking.is_some() || undecided
}

/// A called party that has answered and is not joined yet.
fn screening(world: &World, leg: LegId) -> Option<LegId> {
    match world.dialling(leg)?.1.stage {
        Stage::Screening(called) => Some(called),
        _ => None,
    }
}

/// The other party of a call, whatever its state.
pub(super) fn called(world: &World, leg: LegId) -> Option<LegId> {
    if let Some((_, dial)) = world.dialling(leg) {
        return match dial.stage {
            Stage::Screening(called) | Stage::Talking(called) => Some(called),
            _ => dial.ringing.first().copied(),
        };
    }
    world.legs[leg]
        .talking
        .or_else(|| world.legs.iter().rposition(|other| other.parent == Some(leg) && !other.is_over()))
}

/// Where a path has ended.
pub(super) fn end(world: &World, leg: LegId, explorer: &Explorer) -> End {
    if world.legs[leg].is_over() {
        return End::Over;
    }
    let Some((who, actor)) = who_listens(world, leg) else { return End::Over };
    let mut steps = match (who, world.listener(actor)) {
        (who, Some(Listener::Gather(frame))) => gather(world, actor, frame, who, explorer),
        (_, Some(Listener::Record(_))) => {
            vec![Step::new(Who::Caller, Does::Records), Step::new(Who::Caller, Does::StaysSilent)]
        }
        (_, Some(Listener::Dial(_))) => dial(world, leg),
        (_, Some(Listener::Pay(_))) => vec![
            Step::new(Who::Service, Does::Pays),
            Step::new(Who::Service, Does::PaysInVain),
            Step::new(Who::Caller, Does::Presses(String::from("*"))),
            Step::new(Who::Caller, Does::StaysSilent),
        ],
        (_, Some(Listener::Session(_))) => session(world, leg),
        (_, None) => vec![Step::new(Who::Caller, Does::Waits)],
    };
    steps.push(Step::new(who, Does::HangsUp));
    let open = world.is_queued(leg) || world.conference_of(leg).is_some();
    End::Place { key: key(world, actor, who), options: steps, open }
}

/// What tells a place from another one.
fn key(world: &World, leg: LegId, who: Who) -> String {
    let mut key = format!("{who:?}");
    for frame in &world.legs[leg].frames {
        let source = frame.document.as_ref().map(|document| document.source.as_str()).unwrap_or_default();
        let base = frame.base.as_ref().map(url::Url::as_str).unwrap_or_default();
        let stage = match &frame.doing {
            Doing::Dialling(dial) => match dial.stage {
                Stage::Ringing => format!("ringing {}", dial.ended.len()),
                Stage::Screening(_) => String::from("screening"),
                Stage::Talking(_) => String::from("talking"),
                Stage::Conference(_) => String::from("conference"),
                Stage::Queue(_) | Stage::Taking(_) => String::from("queue"),
            },
            Doing::Connected(_) if world.legs[leg].talking.is_some() => String::from("talking"),
            _ => String::new(),
        };
        key.extend([String::from("\n"), base.to_owned(), frame.next.to_string(), stage, source.to_owned()]);
    }
    key
}

fn gather(world: &World, leg: LegId, frame: u64, who: Who, explorer: &Explorer) -> Vec<Step> {
    let Some(Doing::Gathering(gather)) = world.legs[leg].frame(frame).map(|frame| &frame.doing) else {
        return Vec::new();
    };
    let mut steps = Vec::new();
    if gather.takes_keys {
        let keys: Vec<String> = if gather.is_for_one_key() {
            // Those that the menu names come first: what is found first is found by them.
            let named = menu::keys(&world.menu(leg)).into_iter().map(String::from);
            let mut keys: Vec<String> = named.collect();
            keys.extend(KEYS.iter().filter(|key| !gather.finish().contains(**key)).map(|key| (*key).to_owned()));
            let mut seen = std::collections::BTreeSet::new();
            keys.retain(|key| seen.insert(key.clone()));
            keys
        } else {
            let finish = gather.finish().chars().next().map(String::from).unwrap_or_default();
            let full = gather.most().map(|most| "1234567890".chars().cycle().take(most.min(20)).collect::<String>());
            let whole = full.unwrap_or_else(|| format!("1{finish}"));
            let given = explorer
                .keys
                .iter()
                .map(|keys| if gather.most() == Some(keys.len()) { keys.clone() } else { format!("{keys}{finish}") });
            given.chain([whole]).chain(Some(finish.clone()).filter(|finish| !finish.is_empty())).collect()
        };
        steps.extend(keys.into_iter().map(|keys| Step::new(who, Does::Presses(keys))));
    }
    if gather.takes_speech {
        let unknown = [String::from("Something that nobody expects")];
        let words = explorer.words.iter().chain(&unknown);
        steps.extend(words.map(|words| Step::new(who, Does::Says(words.clone()))));
    }
    steps.push(Step::new(who, Does::StaysSilent));
    steps
}

fn dial(world: &World, leg: LegId) -> Vec<Step> {
    let Some((_, dial)) = world.dialling(leg) else { return Vec::new() };
    match dial.stage {
        Stage::Ringing => vec![
            Step::new(Who::Called, Does::Answers),
            Step::new(Who::Called, Does::IsBusy),
            Step::new(Who::Called, Does::Fails),
            Step::new(Who::Caller, Does::StaysSilent),
        ],
        Stage::Talking(_) => vec![Step::new(Who::Called, Does::HangsUp)],
        Stage::Queue(_) => vec![Step::new(Who::Caller, Does::StaysSilent)],
        Stage::Conference(_) | Stage::Screening(_) | Stage::Taking(_) => Vec::new(),
    }
}

fn session(world: &World, leg: LegId) -> Vec<Step> {
    let noun = world.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
        Doing::Connected(session) => Some(session.noun),
        _ => None,
    });
    if noun != Some(kind::CONVERSATION) {
        return vec![Step::new(Who::Service, Does::Ends), Step::new(Who::Service, Does::Breaks)];
    }
    if world.legs[leg].talking.is_some() {
        return vec![Step::new(Who::Called, Does::HangsUp)];
    }
    let workers = [
        Worker::Answers,
        Worker::NeverAnswers,
        Worker::IsBusy,
        Worker::CannotBeReached,
        Worker::NobodyAssigned,
        Worker::NoConversationMade,
        Worker::NoConversation,
        Worker::InternalError,
    ];
    workers.into_iter().map(|worker| Step::new(Who::Called, Does::Worker(worker))).collect()
}
