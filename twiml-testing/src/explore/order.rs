//! Whether the order of callbacks matters.

use super::{Explorer, Finding, Kind, Step};
use crate::failure::Failure;
use crate::settings::Delivery;

impl Explorer {
    /// Walks paths with callbacks again, with the callbacks late and in other orders. What is heard, and whether callbacks are
    /// taken, must not depend on it.
    pub(super) async fn disordered(&self, scripts: &[Vec<Step>], calls: &mut usize) -> Result<Vec<Finding>, Failure> {
        let mut findings: Vec<Finding> = Vec::new();
        for script in scripts {
            *calls += 1;
            let in_order = self.walk(script, *calls, Some(Delivery::InOrder)).await?;
            for seed in 0..self.seeds {
                *calls += 1;
                let delivery = if seed % 2 == 0 { Delivery::Delayed { seed } } else { Delivery::Mixed { seed } };
                let walked = self.walk(script, *calls, Some(delivery)).await?;
                let new = walked.findings(script).into_iter().find(|finding| finding.kind == Kind::FailedCallback);
                let was_refused = in_order.findings(script).iter().any(|finding| finding.kind == Kind::FailedCallback);
                let message = match new {
                    Some(finding) if !was_refused => finding.message,
                    _ if walked.heard != in_order.heard => {
                        String::from("what is heard depends on the order of the callbacks")
                    }
                    _ => continue,
                };
                let finding = Finding {
                    kind: Kind::OrderMatters,
                    message: format!("{message} (with {delivery:?})"),
                    script: script.clone(),
                    transcript: walked.transcript().to_owned(),
                };
                // The first place is enough: the same handler is behind all.
                findings.push(finding);
                return Ok(findings);
            }
        }
        Ok(findings)
    }
}
