//! What `<Pay>` reports.

use super::Call;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// `<Pay>` has ended.
    PayAction = "pay-action" ("https://www.twilio.com/docs/voice/twiml/pay", "POST", Voice "") {
        including call: Call;

        /// How it ended.
        result = "Result": Listed(PayResult) {};
        /// Profile at the payment provider.
        profile_id = "ProfileId": Text {when: "made"};
        /// Token for later payments.
        payment_token = "PaymentToken": Text {when: "nothing was charged"};
        /// Provider's code for the payment.
        payment_confirmation_code = "PaymentConfirmationCode": Text {when: "charged"};
        /// What was paid with.
        payment_method = "PaymentMethod": Listed(PaymentMethod) {when: "the caller was asked to pay"};
        /// Last four digits of the card.
        payment_card_number = "PaymentCardNumber": Text {when: "card"};
        /// Brand of the card.
        payment_card_type = "PaymentCardType": Listed(PaymentCardType) {when: "card"};
        /// Month and year, two digits each.
        expiration_date = "ExpirationDate": Text {when: "card"};
        /// Blacked out.
        security_code = "SecurityCode": Text {when: "card"};
        /// Postal code.
        payment_card_postal_code = "PaymentCardPostalCode": Text {when: "card"};
        /// Last two digits of the account.
        bank_account_number = "BankAccountNumber": Text {when: "bank"};
        /// Routing number.
        bank_routing_number = "BankRoutingNumber": Text {when: "bank"};
        /// Kind of account.
        bank_account_type = "BankAccountType": Listed(BankAccountType) {when: "bank"};
        /// What went wrong.
        payment_error = "PaymentError": Text {when: "error"};
        /// Its code at Twilio.
        pay_error_code = "PayErrorCode": Int {when: "error"};
        /// Provider's own message.
        connector_error = "ConnectorError": Text {when: "error"};
    }

    /// `<Pay>` got to another step.
    PayStatusCallback = "pay-status" ("https://www.twilio.com/docs/voice/twiml/pay", "POST", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// The step.
        step = "For": Listed(PayStep) {};
        /// Which attempt it is.
        attempt = "Attempt": Int {};
        /// Mistake of the attempt before.
        error_type = "ErrorType": Listed(PayErrorType) {when: "error"};
        /// Last four digits of the card.
        payment_card_number = "PaymentCardNumber": Text {when: "card"};
        /// Brand of the card.
        payment_card_type = "PaymentCardType": Listed(PaymentCardType) {when: "card"};
        /// Month and year, two digits each.
        expiration_date = "ExpirationDate": Text {when: "card"};
        /// Blacked out.
        security_code = "SecurityCode": Text {when: "card"};
        /// Postal code.
        payment_card_postal_code = "PaymentCardPostalCode": Text {when: "card"};
        /// Last two digits of the account.
        bank_account_number = "BankAccountNumber": Text {when: "bank"};
        /// Routing number.
        bank_routing_number = "BankRoutingNumber": Text {when: "bank"};
        /// Kind of account.
        bank_account_type = "BankAccountType": Listed(BankAccountType) {when: "bank"};
    }
}
