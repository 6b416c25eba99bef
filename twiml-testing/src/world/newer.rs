//! Names that the rows of requests do not have yet.

/// Version of the API.
pub(crate) const API_VERSION: &str = "2010-04-01";
/// Who or what answered: on requests about a call with machine detection.
pub(crate) const ANSWERED_BY: &str = "AnsweredBy";
/// Why a document could not be had: on requests to the fallback address.
pub(crate) const ERROR_CODE: &str = "ErrorCode";
/// The address that failed: on the same.
pub(crate) const ERROR_URL: &str = "ErrorUrl";
/// The queue that was dialled: on the action of `<Dial>`.
pub(crate) const QUEUE_SID: &str = "QueueSid";
/// How long the other caller waited in it: on the same.
pub(crate) const QUEUE_TIME: &str = "QueueTime";
/// Call of the one who dialled the queue: on the same.
pub(crate) const DEQUEING_CALL_SID: &str = "DequeingCallSid";
/// To whom a SIP party transfers: on the request to `referUrl`.
pub(crate) const REFER_TRANSFER_TARGET: &str = "ReferTransferTarget";
/// The message of a `<Sms>` in a call, which the tables leave out.
pub(crate) const SMS_SID: &str = "SmsSid";
/// Its state.
pub(crate) const SMS_STATUS: &str = "SmsStatus";
/// A parameter that nobody knows.
pub(crate) const UNKNOWN: (&str, &str) = ("NewerThanYourCode", "1");

use twiml_core::Parameters;
use twiml_core::webhook::{Call, Request};

use super::ask::Said;
use super::verbs::connect::End;
use super::verbs::kind;

/// Reports who answered, where `amdStatusCallback` asks for it.
const AMD_STATUS: &str = "amd-status";
/// The session of a `<ConversationRelay>` has ended.
const RELAY_ACTION: &str = "conversation-relay-action";
/// The session of a `<VirtualAgent>` has ended.
const AGENT_ACTION: &str = "virtual-agent-action";
/// A SIP party transfers.
const DIAL_REFER: &str = "dial-refer";

/// What the action of a `<Connect>` is told, and why in one word.
pub(crate) fn session_action(call: Call, noun: &str, sid: &str, lasted: u32, end: &End) -> (Said, &'static str) {
    let mut parameters = call.to_parameters();
    let id = match noun {
        kind::RELAY => {
            parameters.push("SessionId", sid);
            parameters.push("SessionStatus", relay_status(end));
            parameters.push("SessionDuration", lasted.to_string());
            match end {
                End::Server { handoff: Some(data) } => parameters.push("HandoffData", data.as_str()),
                End::Failed { code, message } => {
                    parameters.push(ERROR_CODE, code.to_string());
                    parameters.push("ErrorMessage", message.as_str());
                }
                _ => {}
            }
            RELAY_ACTION
        }
        kind::VIRTUAL_AGENT => {
            parameters.push("VirtualAgentProvider", "google_dialogflow_cx");
            let status = match end {
                End::Agent { status, .. } => status.as_str(),
                End::HungUp => "hangup",
                End::Failed { .. } => "failed",
                End::Server { .. } => "completed",
            };
            parameters.push("VirtualAgentStatus", status);
            match end {
                End::Agent { data: Some(data), .. } => parameters.push("VirtualAgentProviderData", data.as_str()),
                End::Failed { code, message } => {
                    parameters.push("VirtualAgentError", message.as_str());
                    parameters.push("VirtualAgentErrorCode", code.to_string());
                }
                _ => {}
            }
            AGENT_ACTION
        }
        // Other nouns have no request of their own.
        _ => Call::WEBHOOK.id,
    };
    (Said { id, parameters }, relay_status(end))
}

/// By whom a session was ended.
const fn relay_status(end: &End) -> &'static str {
    match end {
        End::Failed { .. } => "failed",
        End::HungUp => "completed",
        End::Server { .. } | End::Agent { .. } => "ended",
    }
}

/// Who answered a call.
pub(crate) fn detection(account: &str, call: &str, who: &str) -> Said {
    let parameters = [("AccountSid", account), ("CallSid", call), (ANSWERED_BY, who), ("MachineDetectionDuration", "0")];
    Said { id: AMD_STATUS, parameters: parameters.into_iter().collect() }
}

/// A SIP party transfers a call.
pub(crate) fn dial_refer(call: Call, target: &str) -> Said {
    let mut parameters: Parameters = call.to_parameters();
    parameters.push(REFER_TRANSFER_TARGET, target);
    Said { id: DIAL_REFER, parameters }
}
