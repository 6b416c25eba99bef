fn answer() {
    twiml! {
        <Response>
            <Conversation serviceInstanceSid={app.service_sid} inboundAutocreation=true inboundTimeout=20 routingAssignmentTimeout=10 record="record-from-answer"/>
            <Gather action="/a/rather/long/address/for/the/next/document" method="GET" timeout=5 numDigits=1 finishOnKey="#"><Say>"Press a key"</Say></Gather>
        </Response>
    }
}
