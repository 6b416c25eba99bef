//! What a person notices.

use super::Call;
use crate::act::Act;
use crate::transcript::{Event, Heard};
use crate::world::verbs::nouns::normalise;
use crate::world::{LegId, World};

impl Call {
    /// Listens until something is heard: a text that is read aloud, or the address of a file, that holds these words
    /// (upper and lower case are the same). The clock stands where it begins; so a key that is pressed now cuts it short.
    ///
    /// What else was heard on the way is passed over. Gives the whole of what was heard.
    #[track_caller]
    pub fn hears(&mut self, words: &str) -> Act<'_, String> {
        let wanted = plain(words);
        let words = words.to_owned();
        Act::new(async move {
            let from = self.heard;
            let mut scanned = from;
            let found = self.until(|world, leg| heard(world, leg, &mut scanned, &wanted)).await?;
            if let Some((index, text)) = found {
                self.heard = index + 1;
                return Ok(text);
            }
            let said = self.with(|world, leg| heard_since(world, leg, from));
            let why = self.with(|world, leg| world.what_runs(leg));
            let instead = if said.is_empty() { vec![String::from("nothing was heard")] } else { said };
            Err(self.failure(format!("{words:?} is not heard: {why}"), instead))
        })
    }

    /// Listens until the beep of a recording.
    #[track_caller]
    pub fn hears_beep(&mut self) -> Act<'_, ()> {
        self.hears_sound(Heard::Beep)
    }

    /// Listens until there is music that Twilio plays by itself.
    #[track_caller]
    pub fn hears_music(&mut self) -> Act<'_, ()> {
        self.hears_sound(Heard::Music)
    }

    /// Listens until it rings at the other end.
    #[track_caller]
    pub fn hears_ringing(&mut self) -> Act<'_, ()> {
        self.hears_sound(Heard::Ringing)
    }

    #[track_caller]
    fn hears_sound(&mut self, sound: Heard) -> Act<'_, ()> {
        Act::new(async move {
            let from = self.heard;
            let found = self
                .until(|world, leg| {
                    let mut entries = world.transcript.iter().enumerate().skip(from);
                    entries
                        .find(|(_, entry)| {
                            entry.leg == Some(leg) && matches!(&entry.event, Event::Hears(heard) if *heard == sound)
                        })
                        .map(|(index, _)| index)
                })
                .await?;
            match found {
                Some(index) => {
                    self.heard = index + 1;
                    Ok(())
                }
                None => Err(self.failure(format!("{sound} is not heard"), Vec::new())),
            }
        })
    }

    /// Waits until the application calls a number on behalf of this call. Gives the call to it.
    #[track_caller]
    pub fn dials(&mut self, number: &str) -> Act<'_, Self> {
        let number = normalise(number);
        Act::new(async move {
            let from = self.dialled;
            let found = self
                .until(|world, leg| {
                    let mut legs = world.legs.iter().enumerate().skip(from);
                    legs.find(|(_, child)| child.parent == Some(leg) && child.to == number).map(|(child, _)| child)
                })
                .await?;
            if let Some(child) = found {
                self.dialled = child + 1;
                return Ok(Self::new(self.world.clone(), child));
            }
            let called = self.with(|world, leg| {
                world
                    .legs
                    .iter()
                    .filter(|child| child.parent == Some(leg))
                    .map(|child| format!("{} was called", child.to))
                    .collect()
            });
            Err(self.failure(format!("{number} is not called"), called))
        })
    }

    /// Waits until this call is joined with another, by its number.
    #[track_caller]
    pub fn is_joined_with(&mut self, number: &str) -> Act<'_, ()> {
        let number = normalise(number);
        Act::new(async move {
            let found = self
                .until(|world, leg| {
                    let other = &world.legs[world.legs[leg].talking?];
                    (other.to == number || other.from == number).then_some(())
                })
                .await?;
            found.ok_or_else(|| {
                let joined =
                    self.with(|world, leg| world.legs[leg].talking.map(|other| world.legs[other].name.clone()));
                let joined = joined.map(|other| format!("it is joined with {other}"));
                self.failure(format!("the call is not joined with {number}"), joined.into_iter().collect())
            })
        })
    }

    /// Waits until this call is in a conference.
    #[track_caller]
    pub fn enters(&mut self, conference: &str) -> Act<'_, ()> {
        let name = conference.to_owned();
        Act::new(async move {
            let found = self.until(|world, leg| (world.conference_of(leg) == Some(&name)).then_some(())).await?;
            found.ok_or_else(|| self.failure(format!("the call does not enter the conference {name:?}"), Vec::new()))
        })
    }

    /// Waits until this call is in a queue.
    #[track_caller]
    pub fn is_queued_in(&mut self, queue: &str) -> Act<'_, ()> {
        let name = queue.to_owned();
        Act::new(async move {
            let found = self
                .until(|world, leg| {
                    let (_, queued) = world.queued(leg)?;
                    (world.queues[queued.queue].name == name).then_some(())
                })
                .await?;
            found.ok_or_else(|| self.failure(format!("the call does not wait in the queue {name:?}"), Vec::new()))
        })
    }
}

/// Words without what a voice does not tell apart.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The first thing heard that holds these words.
fn heard(world: &World, leg: LegId, scanned: &mut usize, wanted: &str) -> Option<(usize, String)> {
    for (index, entry) in world.transcript.iter().enumerate().skip(*scanned) {
        *scanned = index + 1;
        if entry.leg != Some(leg) {
            continue;
        }
        let Event::Hears(Heard::Speech(text) | Heard::File(text) | Heard::Tones(text)) = &entry.event else { continue };
        if plain(text).contains(wanted) {
            return Some((index, text.clone()));
        }
    }
    None
}

fn heard_since(world: &World, leg: LegId, from: usize) -> Vec<String> {
    let entries = world.transcript.iter().skip(from).filter(|entry| entry.leg == Some(leg));
    let heard = entries.filter_map(|entry| match &entry.event {
        Event::Hears(heard) => Some(format!("heard instead: {heard}")),
        _ => None,
    });
    heard.collect()
}
