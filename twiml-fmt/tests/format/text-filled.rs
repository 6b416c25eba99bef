fn a() {
    twiml! {
        <Response>
            <Say>"Hello " {name} ", your appointment with " {doctor} " is at " {time} " o'clock on " {day} ". To confirm it, press 1."</Say>
            <Say>{first}{second}{third_and_longer}{fourth_and_longer}{fifth_and_longer}{sixth_and_longer}{seventh}</Say>
            <Say>"The code is " <say-as interpret-as="digits">{code}</say-as> ", I repeat, it is " <say-as interpret-as="digits">{code}</say-as> ". Goodbye."</Say>
        </Response>
    }
}
