//! Whether every address refuses what is not signed.

use std::collections::BTreeMap;

use super::{Explorer, Finding, Kind, Step};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::world::Exchange;

impl Explorer {
    /// Asks every address once more, with a signature that is wrong. Where some refuse and others do not, those have been
    /// forgotten.
    pub(super) async fn unsigned(&self, exchanges: &[(Exchange, Vec<Step>)]) -> Result<Vec<Finding>, Failure> {
        let mut first: BTreeMap<String, &(Exchange, Vec<Step>)> = BTreeMap::new();
        for made in exchanges.iter().filter(|(made, _)| made.status.is_some_and(|status| status < 400)) {
            let target = made.0.url.split('?').next().unwrap_or_default();
            first.entry(format!("{} {target}", made.0.method)).or_insert(made);
        }
        let carrier = self.twilio.world.carrier();
        let (mut refused, mut taken) = (0, Vec::new());
        for (target, (made, script)) in first {
            let Ok(request) = made.forged() else { continue };
            let Ok(answer) = carrier.carry(request).await else { continue };
            if Answer::of(&answer).status >= 400 {
                refused += 1;
            } else {
                taken.push(Finding {
                    kind: Kind::Unsigned,
                    message: format!("{target} takes requests that are not signed"),
                    script: script.clone(),
                    transcript: String::new(),
                });
            }
        }
        Ok(if refused > 0 { taken } else { Vec::new() })
    }
}
