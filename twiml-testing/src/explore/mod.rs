//! Every path through an application.

mod finding;
mod graph;
mod options;
mod order;
mod signature;
mod step;
mod walk;

use std::collections::{BTreeSet, VecDeque};
use std::fmt;

use crate::act::Act;
use crate::failure::Failure;
use crate::twilio::Twilio;

pub use finding::{Finding, Kind};
pub use step::{Does, Step, Who};

use graph::Graph;
use walk::{End, Walked};

/// Walks every path that a caller can take: each key that a `<Gather>` takes, no input, a hang-up at each verb that would
/// report it, each way in which those may behave who are called. It starts anew for each path, in a world of its own, so that
/// an application is asked by many calls; what it finds first has the shortest script.
///
/// Where a path comes to a place that another one has been at (the same document, from the same address, at the same verb),
/// it goes no further.
///
/// ```
/// use twiml_testing::{Documents, Kind, Twilio};
///
/// let service = Documents::new()
///     .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1 for sales</Say></Gather><Say>Bye</Say></Response>")
///     .at("/menu", "<Response><Say>One moment</Say><Redirect>/transfer</Redirect></Response>");
/// let found = Twilio::service(service).phone("+15551234567").explore("/voice").runs().now();
/// assert_eq!(found.findings[0].kind, Kind::FailedRequest);
/// assert_eq!(found.findings[0].script_text(), "call.presses(\"1\")");
/// assert!(found.findings[0].message.contains("/transfer"));
/// ```
#[derive(Clone, Debug)]
pub struct Explorer {
    twilio: Twilio,
    number: String,
    url: String,
    depth: usize,
    words: Vec<String>,
    keys: Vec<String>,
    seeds: u64,
}

/// What was found, and how far it went.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exploration {
    /// What is wrong, the shortest script first.
    pub findings: Vec<Finding>,
    /// Places where a call could go on in more than one way.
    pub places: usize,
    /// Calls that were made.
    pub calls: usize,
    /// Places that were not gone beyond, because they are too deep.
    pub cut_off: usize,
    map: String,
}

impl Explorer {
    pub(crate) const fn new(twilio: Twilio, number: String, url: String) -> Self {
        Self { twilio, number, url, depth: 6, words: Vec::new(), keys: Vec::new(), seeds: 4 }
    }

    /// How many acts a script has at most: 6 unless it is set.
    #[must_use]
    pub fn depth(self, acts: usize) -> Self {
        Self { depth: acts, ..self }
    }

    /// Something that a caller may say wherever speech is listened for.
    #[must_use]
    pub fn says(mut self, words: &str) -> Self {
        self.words.push(words.to_owned());
        self
    }

    /// Keys that a caller may press wherever more than one is taken.
    #[must_use]
    pub fn enters(mut self, keys: &str) -> Self {
        self.keys.push(keys.to_owned());
        self
    }

    /// In how many orders callbacks are tried on each path: 4 unless it is set.
    #[must_use]
    pub fn orders(self, seeds: u64) -> Self {
        Self { seeds, ..self }
    }

    /// Walks.
    #[track_caller]
    pub fn runs(&self) -> Act<'_, Exploration> {
        Act::new(self.explore())
    }

    async fn explore(&self) -> Result<Exploration, Failure> {
        let mut graph = Graph::default();
        let mut findings: Vec<Finding> = Vec::new();
        let mut exchanges = Vec::new();
        let mut scripts = VecDeque::from([Vec::new()]);
        let mut seen = BTreeSet::new();
        let (mut calls, mut cut_off) = (0, 0);
        let mut reporting = Vec::new();
        while let Some(script) = scripts.pop_front() {
            calls += 1;
            let walked = self.walk(&script, calls, None).await?;
            for finding in walked.findings(&script) {
                if !findings.iter().any(|known| known.is_the_same(&finding)) {
                    findings.push(finding);
                }
            }
            graph.reached(&script, &walked);
            if walked.reports > 1 {
                reporting.push(script.clone());
            }
            if let End::Place { key, options, .. } = &walked.end
                && seen.insert(key.clone())
            {
                if script.len() < self.depth {
                    scripts.extend(options.iter().map(|step| script.iter().chain([step]).cloned().collect::<Vec<_>>()));
                } else {
                    cut_off += 1;
                    graph.cut(key);
                }
            }
            append(&mut exchanges, walked);
        }
        findings.extend(graph.findings());
        findings.extend(self.unsigned(&exchanges).await?);
        findings.extend(self.disordered(&reporting, &mut calls).await?);
        findings.sort_by_key(|finding| finding.script.len());
        let map = crate::transcript::map(&exchanges.into_iter().map(|(made, _)| made).collect::<Vec<_>>(), None);
        Ok(Exploration { findings, places: seen.len(), calls, cut_off, map })
    }
}

/// Adds the requests of a walk to those of all, whose numbers go on.
fn append(all: &mut Vec<(crate::world::Exchange, Vec<Step>)>, walked: Walked) {
    let offset = all.len();
    for mut made in walked.exchanges {
        made.from = made.from.map(|from| from + offset);
        all.push((made, walked.script.clone()));
    }
}

impl Exploration {
    /// The flow of all documents, as a picture in Mermaid.
    #[must_use]
    pub fn map(&self) -> &str {
        &self.map
    }

    /// Fails the test if anything was found.
    ///
    /// # Panics
    ///
    /// Something was found.
    #[track_caller]
    pub fn finds_nothing(&self) {
        if !self.findings.is_empty() {
            Failure::new(format!("{} found\n\n{self}", count(self.findings.len(), "mistake")))
                .fail(std::panic::Location::caller());
        }
    }
}

impl fmt::Display for Exploration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}")?;
        }
        let findings = count(self.findings.len(), "finding");
        write!(f, "{}, {}, {findings}", count(self.calls, "call"), count(self.places, "place"))?;
        if self.cut_off > 0 {
            write!(f, ", {} not gone beyond", count(self.cut_off, "place"))?;
        }
        Ok(())
    }
}

fn count(number: usize, name: &str) -> String {
    format!("{number} {name}{}", if number == 1 { "" } else { "s" })
}
