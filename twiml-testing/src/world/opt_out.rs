//! Words that stop and start messages.

use super::World;

impl World {
    /// Takes in what somebody writes: after one of the first words nothing is delivered to them any more, after one of the others
    /// it is again.
    pub(crate) fn opt(&mut self, from: &str, to: &str, body: &str) {
        let pair = (to.to_owned(), from.to_owned());
        match body.trim().to_ascii_uppercase().as_str() {
            "STOP" | "STOPALL" | "UNSUBSCRIBE" | "CANCEL" | "END" | "QUIT" | "REVOKE" | "OPTOUT" => {
                self.stopped.insert(pair);
            }
            "START" | "YES" | "UNSTOP" => {
                self.stopped.remove(&pair);
            }
            _ => {}
        }
    }
}
