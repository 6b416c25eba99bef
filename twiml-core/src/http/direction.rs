//! A list that requests and messages share.

reports! {
    "http"

    /// Who began a call.
    Direction {
        /// Somebody called a number of yours.
        Inbound = "inbound";
        /// The REST API did.
        OutboundApi = "outbound-api";
        /// `<Dial>` did.
        OutboundDial = "outbound-dial";
    }
}
