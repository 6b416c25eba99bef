//! What `<Pay>` reports.

use super::Call;
use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// `<Pay>` has ended.
    PayAction = "pay-action" ("https://www.twilio.com/docs/voice/twiml/pay", "POST", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// How it ended.
        result = "Result": Listed(PayResult) {};
        /// Profile at the payment provider.
        profile_id = "ProfileId": Text "CK0123456789abcdef0123456789abcdef" {when: "made"};
        /// Token for later payments.
        payment_token = "PaymentToken": Text "card_1J2a3b4c" {when: "nothing was charged"};
        /// Provider's code for the payment.
        payment_confirmation_code = "PaymentConfirmationCode": Text "ch_1J2a3b4c" {when: "charged"};
        /// What was paid with.
        payment_method = "PaymentMethod": Listed(PayMethod) {when: "the caller was asked to pay"};
        /// Last four digits of the card.
        payment_card_number = "PaymentCardNumber": Text "xxxxxxxxxxxx1111" {when: "card"};
        /// Brand of the card.
        payment_card_type = "PaymentCardType": Listed(PaymentCardType) {when: "card"};
        /// Month and year, two digits each.
        expiration_date = "ExpirationDate": Text "1229" {when: "card"};
        /// Blacked out.
        security_code = "SecurityCode": Text "xxx" {when: "card"};
        /// Postal code.
        payment_card_postal_code = "PaymentCardPostalCode": Text "94105" {when: "card"};
        /// Last two digits of the account.
        bank_account_number = "BankAccountNumber": Text "xxxxxxxxx20" {when: "bank"};
        /// Routing number.
        bank_routing_number = "BankRoutingNumber": Text "021000021" {when: "bank"};
        /// Kind of account.
        bank_account_type = "BankAccountType": Listed(PayAccountType) {when: "bank"};
        /// What went wrong.
        payment_error = "PaymentError": Text "The card was declined" {when: "error"};
        /// Its code at Twilio.
        pay_error_code = "PayErrorCode": Int "64014" {when: "error"};
        /// Provider's own message.
        connector_error = "ConnectorError": Text "card_declined" {when: "error"};
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
        payment_card_number = "PaymentCardNumber": Text "xxxxxxxxxxxx1111" {when: "card"};
        /// Brand of the card.
        payment_card_type = "PaymentCardType": Listed(PaymentCardType) {when: "card"};
        /// Month and year, two digits each.
        expiration_date = "ExpirationDate": Text "1229" {when: "card"};
        /// Blacked out.
        security_code = "SecurityCode": Text "xxx" {when: "card"};
        /// Postal code.
        payment_card_postal_code = "PaymentCardPostalCode": Text "94105" {when: "card"};
        /// Last two digits of the account.
        bank_account_number = "BankAccountNumber": Text "xxxxxxxxx20" {when: "bank"};
        /// Routing number.
        bank_routing_number = "BankRoutingNumber": Text "021000021" {when: "bank"};
        /// Kind of account.
        bank_account_type = "BankAccountType": Listed(PayAccountType) {when: "bank"};
    }
}
