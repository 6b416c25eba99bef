//! SIDs: a prefix and a number that counts up, so that a test is the same each time.

use std::collections::BTreeMap;

/// Counts the SIDs of each prefix.
#[derive(Debug, Default)]
pub(crate) struct Sids(BTreeMap<&'static str, u64>);

impl Sids {
    pub(crate) fn next(&mut self, prefix: &'static str) -> String {
        let number = self.0.entry(prefix).or_default();
        *number += 1;
        format!("{prefix}{number:032x}")
    }
}
