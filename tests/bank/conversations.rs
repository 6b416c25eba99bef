//! What callers hear.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use axum::Router;
use twiml::signature::Verifier;
use twiml::webhook::{CallProgressCallback, DialAction, EnqueueAction, PayAction, QueueResult, RecordAction};
use twiml_testing::{Call, Delivery, Ended, Payment, Twilio};

use crate::bank::{App, router};

pub(super) const CALLER: &str = "+15551234567";
const URL: &str = "https://bank.example.com";

/// The bank, on the clock of the world that calls it.
pub(super) fn bank() -> (Twilio, App) {
    bank_as(|router| router)
}

/// The same with something done to its router.
pub(super) fn bank_as(change: impl FnOnce(Router) -> Router) -> (Twilio, App) {
    let world = Arc::new(OnceLock::<Twilio>::new());
    let clock = world.clone();
    let app = App::new(Verifier::new("12345", URL).unwrap())
        .clock(move || clock.get().map_or(SystemTime::UNIX_EPOCH, Twilio::time));
    let twilio = Twilio::service(change(router(app.clone()))).public_url(URL);
    let _ = world.set(twilio.clone());
    (twilio, app)
}

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A call that has got to the English menu.
fn at_the_menu(twilio: &Twilio) -> Call {
    let mut call = twilio.call(CALLER, "/voice").now();
    call.chooses("English").now();
    call.hears("For your balance").now();
    call
}

#[test]
fn who_says_nothing_is_let_go_in_english() {
    let (twilio, _) = bank();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Welcome to the bank").now();
    for _ in 0..3 {
        call.hears("For your balance").now();
    }
    call.hears("Goodbye").now();
    assert_eq!(call.ended().now(), Ended::Completed);
}

#[test]
fn the_language_is_kept() {
    let (twilio, _) = bank();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Para español").now();
    call.presses("2").now();
    call.chooses("saldo").now();
    call.hears("Marque los últimos").now();
    call.presses("1234").now();
    call.hears("Su saldo es de 234 dólares").now();
    call.hears("Para su saldo").now();
    call.presses("9").now();
    call.hears("no es una opción").now();
}

#[test]
fn speech_works_as_keys_do() {
    let (twilio, _) = bank();
    let mut call = at_the_menu(&twilio);
    call.says("I want to know my balance").now();
    call.hears("Please enter the last four digits").now();
}

#[test]
fn at_night_a_message_is_taken() {
    let (twilio, app) = bank();
    twilio.waits(seconds(10 * 3600)).now();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.chooses("English").now();
    call.hears("The bank is closed").now();
    call.hears("Please leave a message").now();
    call.records("Please call me back", seconds(8)).now();
    call.hangs_up().now();
    assert_eq!(call.last::<RecordAction>().digits.as_deref(), Some("hangup"));
    twilio.waits(seconds(10)).now();
    assert_eq!(*app.voicemails.lock().unwrap(), [call.last::<RecordAction>().recording_url]);
}

#[test]
fn an_agent_takes_the_first_in_the_queue() {
    let (twilio, _) = bank();
    let mut first = at_the_menu(&twilio);
    first.chooses("agent").now();
    first.hears("Your place in the queue is 1").now();
    let mut second = twilio.call("+15552222222", "/voice").now();
    second.presses("1").now();
    second.presses("3").now();
    second.hears("Your place in the queue is 2").now();
    twilio.waits(seconds(20)).now();
    let mut agent = twilio.call("+15559999999", "/agent").now();
    first.hears("You are being connected").now();
    agent.is_joined_with(CALLER).now();
    second.hears("Your place in the queue is 1").now();
    agent.waits(seconds(90)).now();
    first.hangs_up().now();
    assert_eq!(first.last::<EnqueueAction>().queue_result, QueueResult::Bridged);
    agent.hears("Call again for the next caller").now();
    second.hears("All agents are busy").now();
    second.hears("Please leave a message").now();
}

#[test]
fn an_agent_may_find_nobody() {
    let (twilio, _) = bank();
    let mut caller = at_the_menu(&twilio);
    caller.chooses("agent").now();
    caller.waits(seconds(5)).now();
    caller.hangs_up().now();
    let mut agent = twilio.call("+15559999999", "/agent").now();
    agent.hears("Nobody is waiting").now();
    assert_eq!(agent.ended().now(), Ended::Completed);
}

#[test]
fn the_adviser_accepts() {
    let (twilio, app) = bank();
    let mut call = at_the_menu(&twilio);
    call.chooses("personal adviser").now();
    call.hears("We call your adviser").now();
    let mut adviser = call.dials(App::ADVISER).now();
    adviser.hears("A call from +15551234567").now();
    adviser.presses("1").now();
    adviser.hears("Connecting").now();
    call.is_joined_with(App::ADVISER).now();
    call.waits(seconds(30)).now();
    adviser.hangs_up().now();
    call.hears("Thank you for calling").now();
    let steps = app.calls.lock().unwrap()[&adviser.sid()].clone();
    assert_eq!(steps.into_values().collect::<Vec<_>>(), ["initiated", "ringing", "in-progress", "completed"]);
}

#[test]
fn the_adviser_is_a_mailbox_or_does_not_want_to() {
    for keys in ["", "2"] {
        let (twilio, _) = bank();
        let mut call = at_the_menu(&twilio);
        call.chooses("personal adviser").now();
        let mut adviser = call.dials(App::ADVISER).now();
        adviser.hears("Press 1 to accept").now();
        adviser.presses(keys).now();
        call.hears("Your adviser is not there").now();
        let action: DialAction = call.last();
        assert_eq!(action.dial_bridged, Some(false));
        call.hears("Please leave a message").now();
    }
}

#[test]
fn what_is_reported_of_the_adviser_is_put_in_order() {
    for seed in 0..10 {
        let (twilio, app) = bank();
        let twilio = twilio.delivers(Delivery::Mixed { seed });
        twilio.number(App::ADVISER).is_busy();
        let mut call = at_the_menu(&twilio);
        call.chooses("personal adviser").now();
        call.hears("Your adviser is not there").now();
        twilio.waits(seconds(30)).now();
        let reports = twilio.all::<CallProgressCallback>();
        let steps = app.calls.lock().unwrap()[&reports[0].call.call_sid].clone();
        assert_eq!(steps.into_values().collect::<Vec<_>>(), ["initiated", "busy"]);
    }
}

#[test]
fn the_team_meets() {
    let (twilio, _) = bank();
    let mut first = at_the_menu(&twilio);
    first.chooses("team").now();
    first.hears_music().now();
    let mut second = twilio.call("+15552222222", "/voice").now();
    second.presses("1").now();
    second.presses("4").now();
    second.enters("team").now();
    second.hangs_up().now();
    assert_eq!(second.last::<DialAction>().dial_call_status.to_string(), "answered");
    first.waits(seconds(10)).now();
    first.hangs_up().now();
}

#[test]
fn a_payment_is_made_or_not() {
    let (twilio, _) = bank();
    let mut call = at_the_menu(&twilio);
    call.chooses("payment").now();
    call.pays(Payment::card("4111111111111111")).now();
    call.hears("Thank you for your payment").now();
    let paid: PayAction = call.last();
    assert!(paid.payment_confirmation_code.is_some() && paid.payment_token.is_none());
    call.chooses("payment").now();
    call.pays_in_vain(Payment::card("4000000000000002"), "card declined").now();
    call.hears("could not be made").now();
    call.chooses("payment").now();
    call.hears("Please enter your credit card number").now();
    call.presses("*").now();
    call.hears("was canceled").now();
    call.chooses("payment").now();
    call.hears("Please enter your credit card number").now();
    call.stays_silent().now();
    call.hears("could not be made").now();
    assert_eq!(call.last::<PayAction>().result.to_string(), "too-many-failed-attempts");
}
