use twiml::{VoiceResponse, twiml};

fn route(sid: &str) -> VoiceResponse {
    twiml! {
        <Response>
            <Connect>
                <Conversation
                    serviceInstanceSid={sid}
                    routingAssignmentTimeout=10
                />
            </Connect>
        </Response>
    }
}

fn main() {}
