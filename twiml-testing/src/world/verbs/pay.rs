//! `<Pay>`: the caller is asked step by step; the script says how it goes.

use crate::names::voice;
use twiml_core::webhook::{
    PayAccountType, PayAction, PayErrorType, PayMethod, PayResult, PayStatusCallback, PayStep, PaymentCardType,
};

use super::{Next, method};
use crate::answer::Element;
use crate::session::Payment;
use crate::transcript::{Event, Heard};
use crate::world::leg::Doing;
use crate::world::standard::blank;
use crate::world::{LegId, Purpose, World};

/// How far a `<Pay>` is.
#[derive(Debug)]
pub(crate) struct Pay {
    steps: Vec<PayStep>,
    step: usize,
    attempt: u32,
    most: u32,
    given: Option<Payment>,
}

/// What has been entered.
#[derive(Debug, Default)]
struct Entered {
    number: Option<String>,
    expires: Option<String>,
    /// Blacked out.
    security_code: Option<String>,
    postal_code: Option<String>,
    routing: Option<String>,
    account: Option<String>,
}

impl Pay {
    /// What had been entered when a step began; nothing if the caller enters nothing.
    fn entered_before(&self, step: &PayStep) -> Option<Entered> {
        let before: Vec<_> = self.steps.iter().take_while(|other| *other != step).collect();
        let at = |step: PayStep, value: &str| before.contains(&&step).then(|| value.to_owned());
        Some(match self.given.as_ref()? {
            Payment::Card { number, expires, postal_code } => Entered {
                number: at(PayStep::PaymentCardNumber, number),
                expires: at(PayStep::ExpirationDate, expires),
                security_code: at(PayStep::SecurityCode, "xxx"),
                postal_code: at(PayStep::PostalCode, postal_code),
                ..Entered::default()
            },
            Payment::Bank { routing, account } => Entered {
                routing: at(PayStep::BankRoutingNumber, routing),
                account: at(PayStep::BankAccountNumber, account),
                ..Entered::default()
            },
        })
    }
}

/// What Twilio says by itself.
const fn words(step: &PayStep) -> &'static str {
    match step {
        PayStep::PaymentCardNumber => "Please enter your credit card number.",
        PayStep::ExpirationDate => "Please enter your credit card expiration date.",
        PayStep::SecurityCode => "Please enter your security code.",
        PayStep::PostalCode => "Please enter your postal code.",
        PayStep::BankRoutingNumber => "Please enter your bank routing number.",
        PayStep::BankAccountNumber => "Please enter your bank account number.",
        _ => "Please wait while your payment is processed.",
    }
}

impl World {
    pub(crate) fn begin_pay(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let steps = if element.value(&voice::Pay::paymentMethod) == Some(PayMethod::AchDebit.as_ref()) {
            vec![PayStep::BankRoutingNumber, PayStep::BankAccountNumber]
        } else {
            let mut steps = vec![PayStep::PaymentCardNumber, PayStep::ExpirationDate];
            if element.is(&voice::Pay::securityCode) {
                steps.push(PayStep::SecurityCode);
            }
            if element.is(&voice::Pay::postalCode) {
                steps.push(PayStep::PostalCode);
            }
            steps
        };
        let most = element.number(&voice::Pay::maxAttempts).unwrap_or(1);
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Paying(Pay { steps, step: 0, attempt: 1, most, given: None });
        }
        self.ask_for_step(leg, frame, element, None);
        Next::Waits
    }

    fn pay(&mut self, leg: LegId, frame: u64) -> Option<&mut Pay> {
        match &mut self.legs[leg].frame_mut(frame)?.doing {
            Doing::Paying(pay) => Some(pay),
            _ => None,
        }
    }

    /// Says what is asked for, reports the step, and waits.
    fn ask_for_step(&mut self, leg: LegId, frame: u64, element: &Element, mistake: Option<PayErrorType>) {
        let Some(pay) = self.pay(leg, frame) else { return };
        let Some(step) = pay.steps.get(pay.step).cloned() else { return };
        let attempt = pay.attempt;
        let mut length = std::time::Duration::ZERO;
        let items: Vec<_> = match prompt(element, &step, attempt, mistake.as_ref()) {
            Some(prompt) => prompt.elements().flat_map(|child| self.items(child)).collect(),
            None => {
                let heard = Heard::Speech(words(&step).to_owned());
                vec![crate::world::leg::Item { length: self.length_of(words(&step)), heard }]
            }
        };
        for item in items {
            length += item.length;
            self.hears(leg, item.heard);
        }
        self.report_step(leg, frame, element, &step, attempt, mistake);
        let timeout = element.seconds(&voice::Pay::timeout).unwrap_or_default();
        self.wait(leg, frame, length + timeout);
    }

    fn report_step(
        &mut self,
        leg: LegId,
        frame: u64,
        element: &Element,
        step: &PayStep,
        attempt: u32,
        mistake: Option<PayErrorType>,
    ) {
        let Some(url) = element.written(&voice::Pay::statusCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, url) else { return };
        let entered = self.pay(leg, frame).and_then(|pay| pay.entered_before(step)).unwrap_or_default();
        let mut report: PayStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid.clone_from(&self.legs[leg].sid);
        report.step = step.clone();
        report.attempt = attempt.into();
        report.error_type = mistake;
        report.payment_card_type = entered.number.as_deref().map(brand);
        report.payment_card_number = entered.number.map(|number| last(&number, 4));
        report.expiration_date = entered.expires;
        report.security_code = entered.security_code;
        report.payment_card_postal_code = entered.postal_code;
        report.bank_account_type = entered.routing.as_ref().and_then(|_| account_type(element));
        report.bank_routing_number = entered.routing;
        report.bank_account_number = entered.account.map(|account| last(&account, 2));
        let ask = self.ask_of(&report, url, method(element, &voice::Pay::statusCallbackMethod), Purpose::Report);
        self.report(Some(leg), ask);
    }

    /// Nothing was entered.
    pub(crate) fn payment_is_due(&mut self, leg: LegId, frame: u64) {
        self.payment_mistake(leg, frame, PayErrorType::InputTimeout);
    }

    /// An attempt was wrong.
    pub(crate) fn payment_mistake(&mut self, leg: LegId, frame: u64, mistake: PayErrorType) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let Some(pay) = self.pay(leg, frame) else { return };
        pay.attempt += 1;
        if pay.attempt <= pay.most {
            return self.ask_for_step(leg, frame, element, Some(mistake));
        }
        if self.settings.behaviour.reports_failed_payment {
            self.payment_ends(leg, frame, PayResult::TooManyFailedAttempts, None);
        } else {
            self.stop_timer(leg, frame);
            self.proceed(leg);
        }
    }

    /// A key. Only `*` means something by itself.
    pub(crate) fn payment_key(&mut self, leg: LegId, frame: u64, key: char) -> bool {
        if key == '*' {
            self.payment_ends(leg, frame, PayResult::CallerInterruptedWithStar, None);
        }
        true
    }

    /// The caller enters everything that is asked for, and the payment is made or not.
    pub(crate) fn pays(&mut self, leg: LegId, frame: u64, payment: Payment, failure: Option<String>) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        self.tell(leg, Event::Session(String::from("enters what is asked for")));
        let Some(pay) = self.pay(leg, frame) else { return };
        pay.given = Some(payment);
        pay.attempt = 1;
        let rest: Vec<_> = pay.steps[pay.step..].iter().skip(1).cloned().chain([PayStep::PaymentProcessing]).collect();
        for step in rest {
            let heard = Heard::Speech(words(&step).to_owned());
            self.hears(leg, heard);
            self.report_step(leg, frame, element, &step, 1, None);
        }
        let result = if failure.is_some() { PayResult::PaymentConnectorError } else { PayResult::Success };
        self.payment_ends(leg, frame, result, failure);
    }

    fn payment_ends(&mut self, leg: LegId, frame: u64, result: PayResult, failure: Option<String>) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        self.stop_timer(leg, frame);
        let entered = self.pay(leg, frame).and_then(|pay| pay.entered_before(&PayStep::PaymentProcessing));
        let entered = entered.unwrap_or_default();
        let mut request: PayAction = blank();
        request.call = self.call(leg);
        let cause = result.to_string();
        let success = result == PayResult::Success;
        request.result = result;
        let bank = element.value(&voice::Pay::paymentMethod) == Some(PayMethod::AchDebit.as_ref());
        request.payment_method = Some(if bank { PayMethod::AchDebit } else { PayMethod::CreditCard });
        request.payment_card_type = entered.number.as_deref().map(brand);
        request.payment_card_number = entered.number.map(|number| format!("xxxxxxxxxxxx{}", last(&number, 4)));
        request.expiration_date = entered.expires;
        request.security_code = entered.security_code;
        request.payment_card_postal_code = entered.postal_code;
        request.bank_account_type = entered.routing.as_ref().and_then(|_| account_type(element));
        request.bank_routing_number = entered.routing;
        request.bank_account_number = entered.account.map(|account| last(&account, 2));
        let charged = element
            .value(&voice::Pay::chargeAmount)
            .and_then(|amount| amount.parse::<f64>().ok())
            .is_some_and(|amount| amount > 0.0);
        if success && charged {
            request.payment_confirmation_code = Some(format!("ch_{:024}", self.clock.now.as_millis()));
        } else if success {
            request.payment_token = Some(format!("tok_{:024}", self.clock.now.as_millis()));
        }
        request.payment_error.clone_from(&failure);
        request.connector_error.clone_from(&failure);
        request.pay_error_code = failure.map(|_| 64003);
        let action = element.written(&voice::Pay::action).unwrap_or_default();
        self.ask_document(leg, frame, &request, action, method_of_action(), &cause);
    }

    /// The caller is gone.
    pub(crate) fn payment_hung_up(&mut self, leg: LegId, frame: u64, pay: Pay) {
        if let Some(found) = self.legs[leg].frame_mut(frame) {
            found.doing = Doing::Paying(pay);
        }
        self.payment_ends(leg, frame, PayResult::CallerHungUp, None);
    }
}

/// The action of `<Pay>` is always asked with POST.
const fn method_of_action() -> http::Method {
    http::Method::POST
}

/// The prompt that replaces the built-in words.
fn prompt<'a>(
    element: &'a Element,
    step: &PayStep,
    attempt: u32,
    mistake: Option<&PayErrorType>,
) -> Option<&'a Element> {
    element.elements().find(|prompt| {
        let fits = |attribute, value: &str| prompt.written(attribute).is_none() || prompt.lists(attribute, value);
        prompt.written(&voice::Prompt::r#for) == Some(step.as_ref())
            && fits(&voice::Prompt::attempt, &attempt.to_string())
            && mistake.is_none_or(|mistake| fits(&voice::Prompt::errorType, mistake.as_ref()))
    })
}

/// The end of a number.
fn last(number: &str, count: usize) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(count)..].iter().collect()
}

/// The kind of account that is to be paid from.
fn account_type(element: &Element) -> Option<PayAccountType> {
    element.value(&voice::Pay::bankAccountType).map(PayAccountType::from)
}

/// Whose card a number is.
fn brand(number: &str) -> PaymentCardType {
    match number.as_bytes() {
        [b'3', b'4' | b'7', ..] => PaymentCardType::Amex,
        [b'5', ..] => PaymentCardType::Mastercard,
        [b'6', ..] => PaymentCardType::Discover,
        _ => PaymentCardType::Visa,
    }
}
