fn answer() {
    twiml! {
        <Record

            action="/voicemail"


            maxLength=20

            playBeep=true

        />
    }
}
