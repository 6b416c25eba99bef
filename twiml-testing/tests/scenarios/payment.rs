//! `<Pay>`: section 3.13.

use twiml_core::webhook::{PayAction, PayErrorType, PayStatusCallback};
use twiml_testing::{Behaviour, Call, Documents, Payment};

use crate::{CALLER, call, response, seconds, twilio, voice};

fn pay(attributes: &str, prompts: &str) -> Documents {
    let verbs = format!("<Pay action=\"/after\" statusCallback=\"/steps\" {attributes}>{prompts}</Pay><Say>Next</Say>");
    voice(&verbs).at("/after", &response("<Say>After</Say>")).status("/steps", 204)
}

fn steps(call: &Call) -> Vec<(String, i64, Option<String>)> {
    let told = call.all::<PayStatusCallback>().into_iter();
    told.map(|told| (told.step.to_string(), told.attempt, told.error_type.map(|error| error.to_string()))).collect()
}

fn names(call: &Call) -> Vec<String> {
    steps(call).into_iter().map(|(step, ..)| step).collect()
}

#[test]
fn a_card_is_asked_for_step_by_step() {
    let card = ["payment-card-number", "expiration-date", "security-code", "postal-code", "payment-processing"];
    for (attributes, left_out) in [
        ("", &[][..]),
        ("securityCode=\"false\"", &["security-code"]),
        ("securityCode=\"false\" postalCode=\"false\"", &["security-code", "postal-code"]),
    ] {
        let mut call = call(pay(attributes, ""));
        call.pays(Payment::card("378282246310005")).now();
        let expected: Vec<_> = card.iter().filter(|step| !left_out.contains(step)).copied().collect();
        assert_eq!(names(&call), expected, "{attributes}");
        let paid: PayAction = call.last();
        assert_eq!(paid.result.to_string(), "success");
        let left = |step: &str| !left_out.contains(&step);
        let asked = (paid.security_code.is_some(), paid.payment_card_postal_code.is_some());
        assert_eq!(asked, (left("security-code"), left("postal-code")));
        assert_eq!(paid.payment_card_number.as_deref(), Some("xxxxxxxxxxxx0005"), "nothing but the end is told");
        assert_eq!(paid.payment_card_type.map(|kind| kind.to_string()).as_deref(), Some("amex"));
        call.hears("After").now();
    }
}

#[test]
fn a_bank_account_is_asked_for_by_two_numbers() {
    let mut call = call(pay("paymentMethod=\"ach-debit\" bankAccountType=\"consumer-checking\"", ""));
    call.pays(Payment::bank("110000000", "000123456789")).now();
    assert_eq!(names(&call), ["bank-routing-number", "bank-account-number", "payment-processing"]);
    let paid: PayAction = call.last();
    assert_eq!((paid.bank_account_number.as_deref(), paid.payment_card_number), (Some("89"), None));
    assert_eq!(paid.bank_account_type.map(|kind| kind.to_string()).as_deref(), Some("consumer-checking"));
}

#[test]
fn an_amount_is_charged_and_none_makes_a_token() {
    for (attributes, charged) in [("chargeAmount=\"20.45\"", true), ("", false), ("chargeAmount=\"0\"", false)] {
        let mut call = call(pay(attributes, ""));
        call.pays(Payment::card("4111111111111111")).now();
        let paid: PayAction = call.last();
        assert_eq!((paid.payment_confirmation_code.is_some(), paid.payment_token.is_some()), (charged, !charged));
    }
}

#[test]
fn a_wrong_step_is_asked_for_again() {
    let mut call = call(pay("maxAttempts=\"3\"", ""));
    call.mistypes(PayErrorType::InvalidCardNumber).now();
    call.waits(seconds(30)).now();
    let card = || String::from("payment-card-number");
    let error = |error: &str| Some(error.to_owned());
    assert_eq!(
        steps(&call),
        [(card(), 1, None), (card(), 2, error("invalid-card-number")), (card(), 3, error("input-timeout"))]
    );
    assert_eq!(call.last::<PayAction>().result.to_string(), "too-many-failed-attempts");
    call.hears("After").now();
}

#[test]
fn used_up_attempts_may_go_on_with_the_next_verb() {
    let mut behaviour = Behaviour::default();
    behaviour.reports_failed_payment = false;
    let mut call = twilio(pay("", "")).behaviour(behaviour).call(CALLER, "/voice").now();
    call.stays_silent().now();
    call.hears("Next").now();
    assert_eq!(call.all::<PayAction>().len(), 0);
}

#[test]
fn star_and_a_hang_up_end_it() {
    let mut star = call(pay("", ""));
    star.presses("*").now();
    assert_eq!(star.last::<PayAction>().result.to_string(), "caller-interrupted-with-star");
    let mut gone = call(pay("", ""));
    gone.hangs_up().now();
    let action: PayAction = gone.last();
    assert_eq!(
        (action.result.to_string().as_str(), action.call.call_status.to_string().as_str()),
        ("caller-hung-up", "completed")
    );
}

#[test]
fn a_provider_may_refuse() {
    let mut call = call(pay("chargeAmount=\"1\"", ""));
    call.pays_in_vain(Payment::card("4000000000000002"), "card declined").now();
    let action: PayAction = call.last();
    assert_eq!(action.result.to_string(), "payment-connector-error");
    assert_eq!((action.payment_confirmation_code, action.payment_error.as_deref()), (None, Some("card declined")));
}

#[test]
fn prompts_replace_the_words() {
    let prompts = "<Prompt for=\"payment-card-number\"><Say>Your card, please</Say></Prompt>\
                   <Prompt for=\"payment-card-number\" errorType=\"timeout\" attempt=\"2\"><Say>Once more</Say></Prompt>";
    let mut call = call(pay("maxAttempts=\"2\"", prompts));
    call.hears("Your card, please").now();
    call.stays_silent().tried().now().ok();
    let heard: Vec<_> = call.transcript().heard().map(ToString::to_string).collect();
    assert!(!heard.contains(&String::from("\"Please enter your credit card number.\"")), "{heard:?}");
}

#[test]
fn each_step_tells_what_was_entered_before_it() {
    let mut call = call(pay("", ""));
    call.pays(Payment::card("4111111111111111")).now();
    let told = call.all::<PayStatusCallback>();
    let known = |told: &PayStatusCallback| {
        [&told.payment_card_number, &told.expiration_date, &told.security_code, &told.payment_card_postal_code]
            .iter()
            .filter(|field| field.is_some())
            .count()
    };
    assert_eq!(told.iter().map(known).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
}
