//! The menu: keys or speech, three attempts.

use axum::extract::FromRequestParts;
use axum::extract::State;
use axum::http::request::Parts;
use twiml::signature::Signed;
use twiml::webhook::{Call, DialAction, GatherAction};
use twiml::{Parameters, VoiceResponse, twiml};

use super::app::App;
use super::language::Language;

/// How often the menu is read.
const MOST_ATTEMPTS: u32 = 3;

/// Which attempt it is, from the query of the address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt(u32);

impl<S: Sync> FromRequestParts<S> for Attempt {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = Parameters::from_query(parts.uri.query().unwrap_or_default());
        Ok(Self(query.get("attempt").and_then(|attempt| attempt.parse().ok()).unwrap_or(1)))
    }
}

/// What may be chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Choice {
    Balance,
    Payment,
    Agent,
    Team,
    Adviser,
}

impl Choice {
    fn of(gather: &GatherAction) -> Option<Self> {
        let words = gather.speech_result.as_deref().unwrap_or_default().to_lowercase();
        let says = |one: &str, other: &str| words.contains(one) || words.contains(other);
        match gather.digits.as_deref() {
            Some("1") => Some(Self::Balance),
            Some("2") => Some(Self::Payment),
            Some("3") => Some(Self::Agent),
            Some("4") => Some(Self::Team),
            Some("5") => Some(Self::Adviser),
            None if says("balance", "saldo") => Some(Self::Balance),
            None if says("pay", "pag") => Some(Self::Payment),
            None if says("agent", "agente") => Some(Self::Agent),
            _ => None,
        }
    }
}

/// Reads the menu, while the bank is open.
pub(crate) async fn ask(
    State(app): State<App>,
    language: Language,
    Attempt(attempt): Attempt,
    _: Signed<Call>,
) -> VoiceResponse {
    if !app.is_open() {
        let closed = language.of("The bank is closed.", "El banco está cerrado.");
        return twiml! {
            <Response>
                <Say language={language.tag()}>{closed}</Say>
                <Redirect>{language.address("/voicemail")}</Redirect>
            </Response>
        };
    }
    let menu = language.of(
        "For your balance, press 1. To make a payment, press 2. To talk to an agent, press 3. \
         To meet the team, press 4. For your personal adviser, press 5.",
        "Para su saldo, oprima 1. Para hacer un pago, oprima 2. Para hablar con un agente, oprima 3. \
         Para el equipo, oprima 4. Para su asesor personal, oprima 5.",
    );
    let again = attempt < MOST_ATTEMPTS;
    let next = format!("/menu?attempt={}", attempt + 1);
    twiml! {
        <Response>
            <Gather
                input="dtmf speech"
                numDigits=1
                language={language.tag()}
                hints="balance, payment, agent"
                action={language.address(&format!("/choice?attempt={attempt}"))}
            >
                <Say language={language.tag()}>{menu}</Say>
            </Gather>
            if again {
                <Redirect>{language.address(&next)}</Redirect>
            } else {
                <Say language={language.tag()}>{language.of("Goodbye.", "Adiós.")}</Say>
                <Hangup/>
            }
        </Response>
    }
}

/// A choice was made, or something else was said.
pub(crate) async fn chosen(
    language: Language,
    Attempt(attempt): Attempt,
    Signed(gather): Signed<GatherAction>,
) -> VoiceResponse {
    let Some(choice) = Choice::of(&gather) else { return not_understood(language, attempt) };
    match choice {
        Choice::Balance => twiml! {
            <Response>
                <Gather numDigits=4 action={language.address("/balance")}>
                    <Say language={language.tag()}>
                        {language.of(
                            "Please enter the last four digits of your account.",
                            "Marque los últimos cuatro dígitos de su cuenta."
                        )}
                    </Say>
                </Gather>
                <Redirect>{language.address("/menu?attempt=2")}</Redirect>
            </Response>
        },
        Choice::Agent => twiml! {
            <Response>
                <Say language={language.tag()}>{language.of("Please hold.", "Un momento, por favor.")}</Say>
                <Enqueue waitUrl={language.address("/wait")} action={language.address("/left")}>"agents"</Enqueue>
            </Response>
        },
        Choice::Payment => go_to(language, "/pay"),
        Choice::Team => twiml! {
            <Response>
                <Dial action={language.address("/team")}>
                    <Conference beep="true" maxParticipants=10>"team"</Conference>
                </Dial>
            </Response>
        },
        Choice::Adviser => go_to(language, "/adviser"),
    }
}

fn go_to(language: Language, path: &str) -> VoiceResponse {
    twiml! { <Response><Redirect>{language.address(path)}</Redirect></Response> }
}

fn not_understood(language: Language, attempt: u32) -> VoiceResponse {
    let again = attempt < MOST_ATTEMPTS;
    twiml! {
        <Response>
            <Say language={language.tag()}>
                {language.of("Sorry, that is not a choice.", "Lo siento, no es una opción.")}
            </Say>
            if again {
                <Redirect>{language.address(&format!("/menu?attempt={}", attempt + 1))}</Redirect>
            } else {
                <Hangup/>
            }
        </Response>
    }
}

/// An account was entered.
pub(crate) async fn balance(language: Language, Signed(gather): Signed<GatherAction>) -> VoiceResponse {
    let account: u32 = gather.digits.as_deref().and_then(|digits| digits.parse().ok()).unwrap_or_default();
    let dollars = account % 1000;
    twiml! {
        <Response>
            <Say language={language.tag()}>
                {language.of("Your balance is ", "Su saldo es de ")} {dollars} {language.of(" dollars.", " dólares.")}
            </Say>
            <Redirect>{language.address("/menu?attempt=2")}</Redirect>
        </Response>
    }
}

/// The conference is over, or was full.
pub(crate) async fn team(language: Language, Signed(dial): Signed<DialAction>) -> VoiceResponse {
    let was_in = dial.dial_call_status.to_string() == "answered";
    let english = if was_in { "Thank you for joining." } else { "The team is busy." };
    let spanish = if was_in { "Gracias por participar." } else { "El equipo está ocupado." };
    twiml! { <Response><Say language={language.tag()}>{language.of(english, spanish)}</Say><Hangup/></Response> }
}
