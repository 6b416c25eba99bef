//! What a person does.

use std::time::Duration;

use super::{Call, menu};
use crate::act::Act;
use crate::failure::Failure;
use crate::party::AnsweredBy;
use crate::settings::Durations;
use crate::world::World;
use crate::world::input::Listener;
use twiml_core::webhook::CallStatus;

impl Call {
    /// Presses keys, now: the first at this instant, the others a quarter of a second apart. What is playing is not waited
    /// for; a key outside of a `<Gather>` is lost, as on a phone, and fails the test, unless
    /// [`Behaviour::early_keys_are_kept`](crate::Behaviour::early_keys_are_kept).
    #[track_caller]
    pub fn presses(&mut self, keys: &str) -> Act<'_, ()> {
        let keys: Vec<char> = keys.chars().collect();
        Act::new(async move {
            self.goes_on().await?;
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    self.passes(|durations| durations.between_keys).await?;
                }
                self.with(|world, leg| world.press(leg, key));
                self.passes(|durations| durations.key).await?;
            }
            Ok(())
        })
    }

    /// Presses the key that the menu names for a choice: `chooses("Sales")` after "For sales, press 1".
    #[track_caller]
    pub fn chooses(&mut self, choice: &str) -> Act<'_, ()> {
        let choice = choice.to_owned();
        Act::new(async move {
            self.until(|world, leg| matches!(world.listener(leg), Some(Listener::Gather(_))).then_some(())).await?;
            let menu = self.with(|world, leg| world.menu(leg));
            match menu::key_of(&menu, &choice) {
                Some(key) => self.presses(&key.to_string()).tried().await,
                None => {
                    let said = format!("the menu says {menu:?}");
                    Err(self.failure(format!("the menu names no key for {choice:?}"), vec![said]))
                }
            }
        })
    }

    /// Lets a time pass of those that a test may set; none at all is this instant.
    async fn passes(&self, time: impl FnOnce(&Durations) -> Duration) -> Result<(), Failure> {
        let until = self.with(|world, _| world.now() + time(&world.settings.durations));
        self.world.run(Some(until), |_| None::<()>).await.map(drop)
    }

    /// Lets everything happen that happens now; fails if the call has ended.
    async fn goes_on(&self) -> Result<(), Failure> {
        self.world.settle().await?;
        if self.with(|world, leg| world.legs[leg].is_over()) {
            return Err(self.failure("the call has ended already", Vec::new()));
        }
        Ok(())
    }

    /// Says something, which takes as long as its words; it is understood for certain.
    #[track_caller]
    pub fn says(&mut self, words: &str) -> Act<'_, ()> {
        self.speaks(words, Some(0.95))
    }

    /// Says something that is understood with a confidence, from 0 to 1.
    #[track_caller]
    pub fn says_with_confidence(&mut self, words: &str, confidence: f64) -> Act<'_, ()> {
        self.speaks(words, Some(confidence))
    }

    #[track_caller]
    fn speaks(&mut self, words: &str, confidence: Option<f64>) -> Act<'_, ()> {
        let words = words.to_owned();
        Act::new(async move {
            self.goes_on().await?;
            let length = self.with(|world, leg| world.say(leg, &words, confidence)).unwrap_or_default();
            let until = self.clock() + length;
            self.world.run(Some(until), |_| None::<()>).await.map(drop)
        })
    }

    /// Says something that is not understood: as if nothing had been said.
    #[track_caller]
    pub fn mumbles(&mut self) -> Act<'_, ()> {
        Act::new(async move {
            self.goes_on().await?;
            match self.with(|world, leg| world.listener(leg)) {
                Some(Listener::Gather(frame)) => self.with(|world, leg| world.gather_mumble(leg, frame)),
                _ => return Err(self.failure("nobody listens for speech", Vec::new())),
            }
            self.world.settle().await
        })
    }

    /// Says and presses nothing until whatever listens gives up.
    #[track_caller]
    pub fn stays_silent(&mut self) -> Act<'_, ()> {
        Act::new(async move {
            self.world.settle().await?;
            let Some(before) = self.with(|world, leg| world.listening_place(leg)) else {
                return Err(self.failure("nothing listens", Vec::new()));
            };
            self.until(|world, leg| (world.listening_place(leg).as_ref() != Some(&before)).then_some(())).await?;
            self.world.settle().await
        })
    }

    /// Leaves a message: waits for the beep, and speaks for a time. What is said is what a transcript will say.
    #[track_caller]
    pub fn records(&mut self, words: &str, length: Duration) -> Act<'_, ()> {
        let words = words.to_owned();
        Act::new(async move {
            let recording = self.until(|world, leg| world.recording_frame(leg)).await?;
            let Some(frame) = recording else {
                return Err(self.failure("nothing is recorded", Vec::new()));
            };
            self.with(|world, leg| {
                world.tell(leg, crate::transcript::Event::Says(words.clone()));
                world.recording_speech(leg, frame, &words, length);
            });
            let until = self.clock() + length;
            let leg = self.leg;
            self.world.run(Some(until), |world| (world.recording_frame(leg) != Some(frame)).then_some(())).await?;
            self.world.settle().await
        })
    }

    /// Lets time pass.
    #[track_caller]
    pub fn waits(&mut self, time: Duration) -> Act<'_, ()> {
        Act::new(async move {
            let until = self.clock() + time;
            self.world.run(Some(until), |_| None::<()>).await.map(drop)
        })
    }

    /// Hangs up, now.
    #[track_caller]
    pub fn hangs_up(&mut self) -> Act<'_, ()> {
        Act::new(async move {
            self.goes_on().await?;
            self.with(World::hang_up);
            self.world.settle().await
        })
    }

    /// Answers, where this phone rings.
    #[track_caller]
    pub fn answers(&mut self) -> Act<'_, ()> {
        self.answers_as(AnsweredBy::Human)
    }

    /// Answers as somebody or something.
    #[track_caller]
    pub fn answers_as(&mut self, who: AnsweredBy) -> Act<'_, ()> {
        self.while_it_rings(move |world, leg| world.party_answers(leg, who))
    }

    /// Refuses the call, where this phone rings.
    #[track_caller]
    pub fn declines(&mut self) -> Act<'_, ()> {
        self.while_it_rings(|world, leg| world.party_does(leg, &crate::world::parties::Does::Declines))
    }

    /// Turns out to be busy.
    #[track_caller]
    pub fn is_busy(&mut self) -> Act<'_, ()> {
        self.while_it_rings(|world, leg| world.party_fails(leg, &CallStatus::Busy))
    }

    /// Turns out not to be reachable.
    #[track_caller]
    pub fn cannot_be_reached(&mut self) -> Act<'_, ()> {
        self.while_it_rings(|world, leg| world.party_fails(leg, &CallStatus::Failed))
    }

    #[track_caller]
    fn while_it_rings(&mut self, act: impl FnOnce(&mut World, usize) + Send + 'static) -> Act<'_, ()> {
        Act::new(async move {
            self.world.settle().await?;
            let rings = self.with(|world, leg| world.legs[leg].answered.is_none() && !world.legs[leg].is_over());
            if !rings {
                return Err(self.failure("this phone does not ring", Vec::new()));
            }
            self.with(act);
            self.world.settle().await
        })
    }

    /// Whoever this call is joined with hangs up.
    #[track_caller]
    pub fn other_hangs_up(&mut self) -> Act<'_, ()> {
        Act::new(async move {
            self.until(|world, leg| world.legs[leg].talking.map(|_| ())).await?;
            let Some(other) = self.with(|world, leg| world.legs[leg].talking) else {
                return Err(self.failure("this call is joined with nobody", Vec::new()));
            };
            self.with(|world, _| world.hang_up(other));
            self.world.settle().await
        })
    }
}
