//! Requests of queues.

use super::Call;
use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// The caller has left the queue.
    EnqueueAction = "enqueue-action" ("https://www.twilio.com/docs/voice/twiml/enqueue", "POST, or what `method` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// How.
        queue_result = "QueueResult": Listed(QueueResult) {};
        /// The queue.
        queue_sid = "QueueSid": Sid(["QU"]) {when: "the caller got into it"};
        /// Seconds spent in it.
        queue_time = "QueueTime": Int "42" {when: "the caller got into it"};
    }

    /// Asks what a waiting caller should hear.
    EnqueueWait = "enqueue-wait" ("https://www.twilio.com/docs/voice/twiml/enqueue", "POST, or what `waitUrlMethod` says", Voice " of `<Play>`, `<Say>`, `<Pause>`, `<Hangup>`, `<Redirect>`, `<Leave>` and `<Gather>`") {
        including call: Call { "CallStatus": "in-progress" };

        /// Place in the queue.
        queue_position = "QueuePosition": Int {};
        /// The queue.
        queue_sid = "QueueSid": Sid(["QU"]) {};
        /// Seconds spent in it so far.
        queue_time = "QueueTime": Int "42" {};
        /// Seconds that callers wait on average.
        avg_queue_time = "AvgQueueTime": Int "30" {};
        /// Callers in the queue.
        current_queue_size = "CurrentQueueSize": Int "3" {};
        /// Callers that the queue can hold.
        max_queue_size = "MaxQueueSize": Int "100" {};
    }

    /// Asks what a waiting caller hears before being joined with the one who dials `<Queue>`.
    QueueUrl = "queue-url" ("https://www.twilio.com/docs/voice/twiml/queue", "POST, or what `method` says", Voice " of `<Play>`, `<Say>`, `<Pause>` and `<Redirect>`") {
        including call: Call { "CallStatus": "in-progress" };

        /// The queue.
        queue_sid = "QueueSid": Sid(["QU"]) {};
        /// Seconds spent in the queue.
        queue_time = "QueueTime": Int "42" {};
        /// Call of the one who dials; spelled like this.
        dequeing_call_sid = "DequeingCallSid": Sid(["CA"]) "CA00112233445566778899aabbccddeeff" {};
    }
}
