//! A transcript for people.

use std::fmt;

use super::{Entry, Event, Heard, Transcript};

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.entries.iter().map(|entry| entry.who.chars().count()).max().unwrap_or_default();
        // A document of several lines stays in its column.
        let indented = format!("\n{}", " ".repeat(width + 14));
        for entry in &self.entries {
            let event = entry.event.to_string().trim_end().replace('\n', &indented);
            writeln!(f, "{:>8.2} s  {:<width$}  {event}", entry.at.as_secs_f64(), entry.who)?;
        }
        Ok(())
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s  {}  {}", self.at.as_secs_f64(), self.who, self.event)
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Speech(text) => write!(f, "{text:?}"),
            Self::File(url) => write!(f, "the file {url}"),
            Self::Tones(tones) => write!(f, "the tones {tones}"),
            Self::Silence(length) => write!(f, "silence for {} s", length.as_secs_f64()),
            Self::Beep => f.write_str("a beep"),
            Self::Music => f.write_str("music"),
            Self::Ringing => f.write_str("ringing"),
        }
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calls(to) => write!(f, "calls {to}"),
            Self::Rings => f.write_str("rings"),
            Self::Answers => f.write_str("answered"),
            Self::Hears(heard) => write!(f, "hears {heard}"),
            Self::CutShort => f.write_str("… cut short"),
            Self::Presses(key) => write!(f, "presses {key}"),
            Self::Says(words) => write!(f, "says {words:?}"),
            Self::Joins(other) => write!(f, "talks with {other}"),
            Self::Parts(other) => write!(f, "no longer talks with {other}"),
            Self::Enters(conference) => write!(f, "enters the conference {conference:?}"),
            Self::Leaves(room) => write!(f, "leaves {room:?}"),
            Self::Queues(queue) => write!(f, "waits in the queue {queue:?}"),
            Self::NoInput => f.write_str("<Gather> got no input"),
            Self::Session(words) | Self::Notes(None, words) => f.write_str(words),
            Self::Notes(Some(lapse), words) => write!(f, "[{lapse}] {words}"),
            Self::Asks { request, method, url, parameters } => {
                write!(f, "→ {request}: {method} {url}")?;
                parameters.iter().try_for_each(|(name, value)| write!(f, " {name}={value:?}"))
            }
            Self::Answered { status, content } => write!(f, "← {status} {content}"),
            Self::Texts { to, body, media } => {
                write!(f, "texts {to}: {body:?}")?;
                media.iter().try_for_each(|url| write!(f, " + {url}"))
            }
            Self::HangsUp => f.write_str("hangs up"),
            Self::Ended(status) => write!(f, "the call has ended: {status}"),
        }
    }
}
