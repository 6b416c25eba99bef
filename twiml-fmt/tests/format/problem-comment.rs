fn a() { twiml! { <Response><!-- a </Response> } }
