//! The small states against a stream, and an answer, that are played through.

use std::collections::VecDeque;
use std::time::Duration;

use proptest::collection;
use proptest::prelude::*;
use twiml::socket::relay::{Answer, Event as RelayEvent, Interrupt};
use twiml::socket::stream::{Audio, Event, Fate, Mark, Order, Playback, Sequence};

fn mark(name: &str) -> Mark {
    let mark = serde_json::json!({"event": "mark", "sequenceNumber": "1", "streamSid": "MZ1", "mark": {"name": name}});
    let Ok(Event::Mark(mark)) = mark.to_string().parse() else { panic!("{mark}") };
    mark
}

fn interrupt(heard: &str) -> Interrupt {
    let interrupt = serde_json::json!({"type": "interrupt", "utteranceUntilInterrupt": heard});
    let Ok(RelayEvent::Interrupt(interrupt)) = interrupt.to_string().parse() else { panic!("{interrupt}") };
    interrupt
}

fn second() -> Audio {
    Audio::silence(Duration::from_secs(1))
}

#[test]
fn a_mark_that_comes_back_after_clear_is_no_proof() {
    let mut playback = Playback::new("MZ1");
    let _ = playback.media(second());
    let _ = playback.mark("a");
    let _ = playback.media(second());
    let _ = playback.mark("b");
    assert_eq!(playback.receive(&mark("a")), Fate::Played);
    let _ = playback.clear();
    assert_eq!(playback.queued(), Duration::ZERO);
    // The name is used again, before the cleared one is back.
    let _ = playback.media(second());
    let _ = playback.mark("b");
    assert_eq!(playback.pending().collect::<Vec<_>>(), ["b", "b"]);
    assert_eq!(playback.receive(&mark("b")), Fate::Cleared);
    assert_eq!((playback.heard(), playback.queued()), (Duration::from_secs(1), Duration::from_secs(1)));
    assert_eq!(playback.receive(&mark("b")), Fate::Played);
    assert_eq!((playback.heard(), playback.queued()), (Duration::from_secs(2), Duration::ZERO));
    assert_eq!(playback.receive(&mark("b")), Fate::Unknown);
}

/// What is done with a stream.
#[derive(Clone, Debug)]
enum Step {
    /// So many samples are sent.
    Media(usize),
    /// A mark with one of few names.
    Mark(u8),
    Clear,
    /// Twilio plays so many samples.
    Play(usize),
    /// Answers of Twilio's arrive, at most so many.
    Arrive(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..2000_usize).prop_map(Step::Media),
        3 => (0..3_u8).prop_map(Step::Mark),
        1 => Just(Step::Clear),
        3 => (0..3000_usize).prop_map(Step::Play),
        2 => (0..4_usize).prop_map(Step::Arrive),
    ]
}

/// Twilio's end: a queue that is played at its own pace, and answers that take their time.
#[derive(Default)]
struct Twilio {
    queue: VecDeque<Queued>,
    played: usize,
    /// Marks on their way back, and whether all before them had been played.
    answers: VecDeque<(String, bool)>,
}

enum Queued {
    Samples(usize),
    Mark(String),
}

impl Twilio {
    fn play(&mut self, mut samples: usize) {
        while let Some(next) = self.queue.front_mut() {
            match next {
                Queued::Mark(name) => {
                    self.answers.push_back((std::mem::take(name), true));
                    self.queue.pop_front();
                }
                Queued::Samples(left) => {
                    let part = samples.min(*left);
                    (samples, *left, self.played) = (samples - part, *left - part, self.played + part);
                    if *left > 0 {
                        return;
                    }
                    self.queue.pop_front();
                }
            }
        }
    }

    fn clear(&mut self) {
        for queued in self.queue.drain(..) {
            if let Queued::Mark(name) = queued {
                self.answers.push_back((name, false));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_claims_no_more_than_was_played(steps in collection::vec(step(), 0..60)) {
        let (mut playback, mut twilio) = (Playback::new("MZ1"), Twilio::default());
        for step in steps {
            match step {
                Step::Media(samples) => {
                    let message = playback.media(vec![Audio::SILENCE; samples]);
                    twilio.queue.push_back(Queued::Samples(message.payload.as_bytes().len()));
                }
                Step::Mark(name) => twilio.queue.push_back(Queued::Mark(playback.mark(name.to_string()).name)),
                Step::Clear => {
                    let _ = playback.clear();
                    twilio.clear();
                }
                Step::Play(samples) => twilio.play(samples),
                Step::Arrive(most) => {
                    for (name, was_played) in twilio.answers.drain(..most.min(twilio.answers.len())) {
                        match playback.receive(&mark(&name)) {
                            Fate::Played => prop_assert!(was_played, "{}", name),
                            // Whoever cleared cannot know of a mark that was on its way.
                            Fate::Cleared => {}
                            Fate::Unknown => prop_assert!(false, "{} was sent", name),
                        }
                    }
                }
            }
            let played = Duration::from_micros(twilio.played as u64 * 125);
            prop_assert!(playback.heard() <= played, "{:?} > {:?}", playback.heard(), played);
        }
    }

    #[test]
    fn without_clear_all_is_heard_in_the_end(steps in collection::vec((1..2000_usize, 0..3_u8), 1..20)) {
        let (mut playback, mut twilio) = (Playback::new("MZ1"), Twilio::default());
        for (samples, name) in &steps {
            let _ = playback.media(vec![0; *samples]);
            let _ = playback.mark(name.to_string());
            twilio.queue.extend([Queued::Samples(*samples), Queued::Mark(name.to_string())]);
        }
        twilio.play(usize::MAX);
        for (name, _) in twilio.answers.drain(..) {
            prop_assert_eq!(playback.receive(&mark(&name)), Fate::Played);
        }
        let all: usize = steps.iter().map(|(samples, _)| samples).sum();
        prop_assert_eq!(playback.heard(), Duration::from_micros(all as u64 * 125));
        prop_assert_eq!((playback.queued(), playback.pending().count()), (Duration::ZERO, 0));
    }

    #[test]
    fn what_is_missing_is_counted(numbers in collection::btree_set(1..200_u64, 1..60)) {
        let mut sequence = Sequence::new();
        let mut missing = 0;
        for number in &numbers {
            match sequence.receive(&numbered(*number)) {
                Order::Next => {}
                Order::Missing(some) => missing += some,
                other => prop_assert!(false, "{:?}", other),
            }
        }
        prop_assert_eq!(missing, numbers.last().unwrap() - numbers.len() as u64);
        for number in numbers {
            prop_assert_eq!(sequence.receive(&numbered(number)), Order::Late);
        }
    }

    #[test]
    fn an_answer_ends_once_and_is_what_was_heard(
        tokens in collection::vec(any::<String>(), 0..12), cut in proptest::option::of((0..14_usize, any::<String>())),
    ) {
        let mut answer = Answer::new();
        let (mut sent, mut at_cut) = (vec![], None);
        let mut interrupted = |answer: &mut Answer, place: usize, sent: usize| {
            if let Some((_, heard)) = cut.as_ref().filter(|(at, _)| *at == place) {
                answer.interrupt(&interrupt(heard));
                at_cut = Some(sent);
            }
        };
        for (place, token) in tokens.iter().enumerate() {
            interrupted(&mut answer, place, sent.len());
            sent.extend(answer.token(token));
        }
        interrupted(&mut answer, tokens.len(), sent.len());
        sent.extend(answer.finish());
        interrupted(&mut answer, tokens.len() + 1, sent.len());
        sent.extend(answer.token("too late"));
        sent.extend(answer.finish());

        let spoken: String = sent.iter().map(|piece| piece.token.as_str()).collect();
        if let Some(at_cut) = at_cut {
            prop_assert_eq!(sent.len(), at_cut);
            prop_assert_eq!(answer.said(), &cut.unwrap().1);
        } else {
            prop_assert_eq!(&spoken, &tokens.concat());
            prop_assert_eq!(answer.said(), spoken);
            prop_assert_eq!(sent.last().map(|piece| piece.last), (!tokens.concat().is_empty()).then_some(Some(true)));
        }
        let ends = sent.iter().filter(|piece| piece.last == Some(true)).count();
        prop_assert!(ends <= 1 && sent.iter().rev().skip(1).all(|piece| piece.last == Some(false)));
        prop_assert!(answer.is_over());
    }
}

/// A message with this number, be it known, broken or unknown.
fn numbered(number: u64) -> Event {
    let message = match number % 3 {
        0 => {
            serde_json::json!({"event": "mark", "sequenceNumber": number.to_string(), "streamSid": "MZ1", "mark": {"name": "a"}})
        }
        1 => serde_json::json!({"event": "mark", "sequenceNumber": number.to_string()}),
        _ => serde_json::json!({"event": "applause", "sequenceNumber": number}),
    };
    message.to_string().parse().unwrap()
}
