//! `<Sms>` in a call, which is deprecated: a message is sent while the call runs.

use crate::names::voice;

use super::{Next, method};
use crate::answer::Element;
use crate::world::messages::Draft;
use crate::world::{LegId, World};

/// The message, on the request to the action; the tables leave the request of this verb out.
const SMS_SID: &str = "SmsSid";
/// Its state.
const SMS_STATUS: &str = "SmsStatus";

impl World {
    pub(crate) fn begin_sms(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let to = element.written(&voice::Sms::to).unwrap_or(&self.legs[leg].from).to_owned();
        let from = element.written(&voice::Sms::from).unwrap_or(&self.legs[leg].to).to_owned();
        let report = element.written(&voice::Sms::statusCallback).and_then(|url| self.resolve(leg, frame, url).ok());
        let draft = Draft {
            from,
            to,
            body: element.raw_text(),
            media: Vec::new(),
            report: report.map(|url| (url, http::Method::POST)),
        };
        let sid = self.send_message(draft);
        let Some(action) = element.written(&voice::Sms::action) else { return Next::Runs };
        let mut call = self.call(leg);
        call.other.push(SMS_SID, sid);
        call.other.push(SMS_STATUS, "sent");
        self.ask_document(leg, frame, &call, action, method(element, &voice::Sms::method), "sent");
        Next::Waits
    }
}
