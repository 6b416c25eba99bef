//! A payment by card.

use twiml::signature::Signed;
use twiml::webhook::{Call, PayAction, PayResult};
use twiml::{VoiceResponse, twiml};

use super::language::Language;

/// Asks for the card.
pub(crate) async fn ask(language: Language, _: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Say language={language.tag()}>
                {language.of("You pay 20 dollars and 45 cents.", "Usted paga 20 dólares con 45 centavos.")}
            </Say>
            <Pay action={language.address("/paid")} chargeAmount="20.45" postalCode=false maxAttempts=2/>
        </Response>
    }
}

/// It was paid, or not.
pub(crate) async fn done(language: Language, Signed(pay): Signed<PayAction>) -> VoiceResponse {
    let (english, spanish) = match (&pay.result, &pay.payment_confirmation_code) {
        (PayResult::Success, Some(_)) => ("Thank you for your payment.", "Gracias por su pago."),
        (PayResult::CallerHungUp, _) => return twiml! { <Response/> },
        (PayResult::CallerInterruptedWithStar, _) => ("The payment was canceled.", "El pago fue cancelado."),
        _ => ("Your payment could not be made.", "No se pudo hacer su pago."),
    };
    twiml! {
        <Response>
            <Say language={language.tag()}>{language.of(english, spanish)}</Say>
            <Redirect>{language.address("/menu?attempt=3")}</Redirect>
        </Response>
    }
}
