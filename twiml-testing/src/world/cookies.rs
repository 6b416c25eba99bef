//! Cookies, as far as applications use them here: names and values, deleted by an age of 0.

use std::collections::BTreeMap;
use std::time::Duration;

use super::leg::{Ends, Jars};
use super::{LegId, World};
use crate::settings::Cookies;

/// The cookies of a call, or of two numbers that write to each other.
#[derive(Debug, Default)]
pub(crate) struct Jar {
    cookies: BTreeMap<String, String>,
    /// When they were last used.
    pub(crate) used: Duration,
}

impl Jar {
    /// Takes in a `Set-Cookie`.
    pub(crate) fn set(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        let gone = parts.any(|part| part.to_ascii_lowercase().replace(' ', "") == "max-age=0");
        if gone {
            self.cookies.remove(name.trim());
        } else {
            self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }

    /// The header `Cookie`, if there is anything to send.
    pub(crate) fn header(&self) -> Option<String> {
        let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    pub(crate) fn clear(&mut self) {
        self.cookies.clear();
    }
}

/// Two whose cookies are kept: in this order those who write to each other, in that of their names those who call.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Known {
    Messages(String, String),
    Calls(String, String),
}

impl World {
    /// Which cookies go with what a new leg asks.
    pub(crate) fn jars_of(&mut self, ends: &Ends, parent: Option<LegId>) -> Jars {
        match (self.settings.behaviour.cookies, parent) {
            (Cookies::Call, Some(parent)) => self.legs[parent].jars,
            (Cookies::Call, None) => Jars::shared(self.new_jar()),
            (Cookies::Leg, _) => Jars { documents: self.new_jar(), reports: self.new_jar() },
            (Cookies::Numbers, _) => {
                let (one, other) = (ends.from.clone(), ends.to.clone());
                // Who called whom makes no difference.
                let pair = if one < other { Known::Calls(one, other) } else { Known::Calls(other, one) };
                Jars::shared(self.known_jar(pair))
            }
        }
    }

    fn new_jar(&mut self) -> usize {
        self.jars.push(Jar::default());
        self.jars.len() - 1
    }

    /// The cookies of two, without those that were not used for long.
    pub(crate) fn known_jar(&mut self, pair: Known) -> usize {
        let jar = match self.known_jars.get(&pair) {
            Some(jar) => *jar,
            None => {
                let jar = self.new_jar();
                self.known_jars.insert(pair, jar);
                jar
            }
        };
        let (now, longest) = (self.clock.now, self.settings.durations.message_cookies);
        if now.saturating_sub(self.jars[jar].used) > longest {
            self.jars[jar].clear();
        }
        self.jars[jar].used = now;
        jar
    }
}

#[cfg(test)]
mod tests {
    use super::Jar;

    #[test]
    fn cookies_come_back() {
        let mut jar = Jar::default();
        assert_eq!(jar.header(), None);
        jar.set("n=1; Path=/; HttpOnly");
        jar.set("m=a=b");
        assert_eq!(jar.header().as_deref(), Some("m=a=b; n=1"));
        jar.set("n=; Max-Age=0");
        assert_eq!(jar.header().as_deref(), Some("m=a=b"));
    }
}
