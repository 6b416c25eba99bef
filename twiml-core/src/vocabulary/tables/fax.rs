//! Fax: the product is gone, these documents exist in old code only.

macro_rules! fax_elements { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*] Fax;
    /// Root of a fax document.
    Response [root] = "Response" ("fax/Response", "https://www.twilio.com/docs/fax/twiml") {
        children: [Receive],
    } attributes {} rules {
        "fax-size" MaxBytes Error {
            count: 65536,
            message: "a TwiML document may not be larger than 64 kB",
            code: 11750,
            basis: ErrorCode,
            source: "api/errors/11750",
        };
    }

    /// Takes an incoming fax.
    Receive = "Receive" ("fax/Receive", "https://www.twilio.com/docs/fax/twiml/receive") {
        status: Retired("Twilio shut Programmable Fax down in December 2021."),
    } attributes {
        /// Where Twilio sends the result.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// File type in which the fax is kept.
        mediaType = "mediaType": Enum(FaxMediaType) { default: "application/pdf" };
        /// Paper size that is announced to the sender.
        pageSize = "pageSize": Enum(FaxPageSize) { default: "letter" };
        /// Whether Twilio keeps the file.
        storeMedia = "storeMedia": Bool { default: "true" };
    } rules {
        "fax-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "fax/twiml/receive",
        };
    }
} } }
