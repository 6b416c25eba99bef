fn a() {
    twiml! {
        <Response>
            <Say language="de-DE">"Grüß Gott, " {größe} " – schönen Tag! " "Füße, Straße, Größe, Übermut, Ärger"</Say>
            <Say language="ja-JP">"こんにちは、お電話ありがとうございます。ただいま電話に出ることができません。"</Say>
            <Say>"👩‍👩‍👧‍👦 family" {été} /* naïve */</Say> // ещё
            <Pause/>                     // ещё
        </Response>
    }
}
