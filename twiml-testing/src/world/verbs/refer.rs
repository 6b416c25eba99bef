//! `<Refer>`: the other side is asked to transfer the call.

use crate::names::voice;
use twiml_core::webhook::{CallStatus, ReferAction, ReferCallStatus};

use super::{Next, method};
use crate::answer::Element;
use crate::session::Refer;
use crate::strictness::Lapse;
use crate::transcript::Event;
use crate::world::leg::Doing;
use crate::world::standard::blank;
use crate::world::{LegId, World};

impl World {
    pub(crate) fn begin_refer(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let target = element.elements().next().map(Element::raw_text).unwrap_or_default();
        if !self.legs[leg].from.starts_with("sip:") {
            let message = String::from("`<Refer>` works on calls that came by SIP");
            self.lapse(Some(leg), Lapse::MisplacedVerb, message, None);
            return Next::Runs;
        }
        self.tell(leg, Event::Session(format!("is transferred to {target}")));
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Referring;
        }
        self.wait(leg, frame, self.settings.durations.ringing);
        Next::Waits
    }

    pub(crate) fn refer_is_due(&mut self, leg: LegId, frame: u64) {
        let (status, refer, notify) = match self.refer {
            Refer::Connects => (Some(ReferCallStatus::InProgress), 202, Some(200)),
            Refer::IsBusy => (Some(ReferCallStatus::Busy), 202, Some(486)),
            Refer::Fails => (Some(ReferCallStatus::Failed), 202, Some(503)),
            Refer::IsRefused => (Some(ReferCallStatus::Failed), 405, None),
            Refer::IsSilent => (None, 202, None),
        };
        let connected = self.refer == Refer::Connects;
        if connected {
            // The leg is gone once the new party talks; its action is asked all the same.
            self.legs[leg].gone = true;
        }
        self.refer_ended(leg, frame, status, refer, notify);
        if connected {
            self.end(leg, &CallStatus::Completed);
        }
    }

    /// The caller is gone before it is through.
    pub(crate) fn refer_hung_up(&mut self, leg: LegId, frame: u64) {
        self.refer_ended(leg, frame, Some(ReferCallStatus::Canceled), 202, Some(180));
    }

    fn refer_ended(
        &mut self,
        leg: LegId,
        frame: u64,
        status: Option<ReferCallStatus>,
        refer: i64,
        notify: Option<i64>,
    ) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        self.stop_timer(leg, frame);
        let Some(action) = element.written(&voice::Refer::action) else {
            if !self.legs[leg].gone {
                self.proceed(leg);
            }
            return;
        };
        let mut request: ReferAction = blank();
        request.call = self.call(leg);
        let cause = status.as_ref().map(ToString::to_string).unwrap_or_default();
        request.refer_call_status = status;
        request.refer_sip_response_code = refer;
        request.notify_sip_response_code = notify;
        self.ask_document(leg, frame, &request, action, method(element, &voice::Refer::method), &cause);
    }
}
