fn a() {
    twiml! {
        /// documentation
        <Response>
            /** block */
            <Pause/> /// behind
            //! inner
        </Response>
    }
}
