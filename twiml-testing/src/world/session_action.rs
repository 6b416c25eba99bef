//! What the action of a `<Connect>` is told.

use twiml_core::webhook::{Call, ConversationRelayAction, SessionStatus, VirtualAgentAction, VirtualAgentStatus};

use super::ask::Said;
use super::standard::blank;
use super::verbs::connect::End;
use super::verbs::kind;

/// How long a session lasted, and by what name it is known.
pub(crate) struct Lasted<'a> {
    pub(crate) noun: &'a str,
    pub(crate) sid: &'a str,
    pub(crate) seconds: i64,
}

/// What the action of a `<Connect>` is told, and why in one word.
pub(crate) fn said(call: Call, session: &Lasted<'_>, end: &End) -> (Said, String) {
    let status = relay_status(end);
    let said = match session.noun {
        kind::RELAY => (&relay(call, session, end)).into(),
        kind::VIRTUAL_AGENT => (&agent(call, end)).into(),
        // Other nouns have no request of their own.
        _ => (&call).into(),
    };
    (said, status.to_string())
}

fn relay(call: Call, session: &Lasted<'_>, end: &End) -> ConversationRelayAction {
    let mut request: ConversationRelayAction = blank();
    request.call = call;
    session.sid.clone_into(&mut request.session_id);
    request.session_status = relay_status(end);
    request.session_duration = session.seconds;
    match end {
        End::Server { handoff } => request.handoff_data.clone_from(handoff),
        End::Failed { code, message } => {
            request.error_code = Some(*code);
            request.error_message = Some(message.clone());
        }
        End::Agent { .. } | End::HungUp => {}
    }
    request
}

fn agent(call: Call, end: &End) -> VirtualAgentAction {
    let mut request: VirtualAgentAction = blank();
    request.call = call;
    request.virtual_agent_status = Some(match end {
        End::Agent { status } => VirtualAgentStatus::from(status.as_str()),
        End::HungUp => VirtualAgentStatus::Hangup,
        End::Failed { .. } => VirtualAgentStatus::Failed,
        End::Server { .. } => VirtualAgentStatus::Completed,
    });
    if let End::Failed { code, message } = end {
        request.virtual_agent_error = Some(message.clone());
        request.virtual_agent_error_code = Some(code.to_string());
    }
    request
}

/// By whom a session was ended.
const fn relay_status(end: &End) -> SessionStatus {
    match end {
        End::Failed { .. } => SessionStatus::Failed,
        End::HungUp => SessionStatus::Completed,
        End::Server { .. } | End::Agent { .. } => SessionStatus::Ended,
    }
}
