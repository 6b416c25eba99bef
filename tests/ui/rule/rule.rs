use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Connect>
                <Conversation
                    serviceInstanceSid="ISXX"
                    routingAssignmentTimeout=60
                    trim="trim-silence"
                />
            </Connect>
        </Response>
    };
}
