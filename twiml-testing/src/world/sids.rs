//! SIDs: a prefix and a number that counts up, so that a test is the same each time.

use std::collections::BTreeMap;

/// Counts the SIDs of each prefix.
#[derive(Debug, Default)]
pub(crate) struct Sids {
    run: usize,
    counts: BTreeMap<&'static str, u64>,
}

impl Sids {
    /// Those of one world among several.
    pub(crate) const fn of_run(run: usize) -> Self {
        Self { run, counts: BTreeMap::new() }
    }

    pub(crate) fn next(&mut self, prefix: &'static str) -> String {
        let number = self.counts.entry(prefix).or_default();
        *number += 1;
        format!("{prefix}{:016x}{number:016x}", self.run)
    }
}
