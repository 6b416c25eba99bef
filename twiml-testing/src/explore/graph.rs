//! Places and the ways between them: which of them lead to an end.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{End, Walked};
use super::{Does, Finding, Kind, Step};

/// A place, by its number; the first is the end of the call.
type Node = usize;
const OVER: Node = 0;

/// What was walked.
#[derive(Debug)]
pub(super) struct Graph {
    names: BTreeMap<String, Node>,
    /// The shortest script to each place, with its transcript.
    scripts: Vec<(Vec<Step>, String)>,
    /// Where each script led.
    reached: Vec<(Vec<Step>, Node)>,
    /// Places that were not gone beyond, or that others may end: they may lead anywhere.
    cut: BTreeSet<Node>,
}

impl Default for Graph {
    fn default() -> Self {
        Self {
            names: BTreeMap::new(),
            scripts: vec![(Vec::new(), String::new())],
            reached: Vec::new(),
            cut: BTreeSet::new(),
        }
    }
}

impl Graph {
    /// A script has led somewhere.
    pub(super) fn reached(&mut self, script: &[Step], walked: &Walked) {
        let node = match &walked.end {
            End::Over => OVER,
            End::Place { key, open, .. } => match self.names.get(key) {
                Some(node) => *node,
                None => {
                    let node = self.scripts.len();
                    self.names.insert(key.clone(), node);
                    if *open {
                        self.cut.insert(node);
                    }
                    self.scripts.push((script.to_vec(), walked.transcript().to_owned()));
                    node
                }
            },
        };
        self.reached.push((script.to_vec(), node));
    }

    pub(super) fn cut(&mut self, key: &str) {
        self.cut.extend(self.names.get(key));
    }

    /// From where, by what, to where.
    fn edges(&self) -> Vec<(Node, &Step, Node)> {
        let places: BTreeMap<&[Step], Node> =
            self.scripts.iter().enumerate().skip(1).map(|(node, (script, _))| (&script[..], node)).collect();
        let edges = self.reached.iter().filter_map(|(script, to)| {
            let (step, before) = script.split_last()?;
            Some((*places.get(before)?, step, *to))
        });
        edges.collect()
    }

    /// Places that nothing leads out of, and those where silence leads back to.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let edges = self.edges();
        let by_itself: Vec<_> = edges
            .iter()
            .filter(|(_, step, _)| !step.is_caller_hanging_up())
            .map(|(from, _, to)| (*from, *to))
            .collect();
        let open = reaching(&by_itself, self.cut.iter().copied().chain([OVER]));
        let mut findings = Vec::new();
        let closed = (1..self.scripts.len()).filter(|node| !open.contains(node));
        if let Some(node) = closed.min_by_key(|node| self.scripts[*node].0.len()) {
            findings.push(self.finding(
                node,
                Kind::NoWayOut,
                "whatever the caller does here, the call goes round and never ends by itself",
            ));
        }
        let silent: BTreeMap<_, _> = edges
            .iter()
            .filter(|(_, step, _)| matches!(step.does, Does::StaysSilent | Does::Waits))
            .map(|(from, _, to)| (*from, *to))
            .collect();
        let circles = (1..self.scripts.len()).filter(|node| open.contains(node) && comes_back(&silent, *node));
        if let Some(node) = circles.min_by_key(|node| self.scripts[*node].0.len()) {
            findings.push(self.finding(
                node,
                Kind::SilentLoop,
                "a caller who does nothing here comes back to the same place for ever",
            ));
        }
        findings
    }

    fn finding(&self, node: Node, kind: Kind, message: &str) -> Finding {
        let (script, transcript) = &self.scripts[node];
        Finding { kind, message: message.to_owned(), script: script.clone(), transcript: transcript.clone() }
    }
}

/// The places from which one of these can be reached.
fn reaching(edges: &[(Node, Node)], goals: impl Iterator<Item = Node>) -> BTreeSet<Node> {
    let mut found: BTreeSet<_> = goals.collect();
    loop {
        let more: Vec<_> = edges
            .iter()
            .filter(|(from, to)| found.contains(to) && !found.contains(from))
            .map(|(from, _)| *from)
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// Whether following the one way leads back.
fn comes_back(ways: &BTreeMap<Node, Node>, start: Node) -> bool {
    let mut node = start;
    for _ in 0..ways.len() {
        match ways.get(&node) {
            Some(next) if *next == start => return true,
            Some(next) => node = *next,
            None => return false,
        }
    }
    false
}
