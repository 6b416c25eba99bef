//! The language of a call: chosen once, and carried along in every address.

use axum::extract::FromRequestParts;
use axum::http::{StatusCode, request::Parts};
use twiml::signature::Signed;
use twiml::webhook::{Call, GatherAction};
use twiml::{Parameters, VoiceResponse, twiml};

/// A language that the bank speaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Language {
    English,
    Spanish,
}

impl Language {
    /// As addresses write it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// As `<Say>` and `<Gather>` take it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-ES",
        }
    }

    /// One of two texts.
    pub(crate) const fn of<'a>(self, english: &'a str, spanish: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
        }
    }

    /// An address that carries the language along.
    pub(crate) fn address(self, path: &str) -> String {
        let mark = if path.contains('?') { '&' } else { '?' };
        format!("{path}{mark}lang={}", self.code())
    }
}

/// From the query of an address. A link that forgets it is a mistake of this program, and does not pass.
impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = (StatusCode, &'static str);

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = Parameters::from_query(parts.uri.query().unwrap_or_default());
        match query.get("lang") {
            Some("en") => Ok(Self::English),
            Some("es") => Ok(Self::Spanish),
            _ => Err((StatusCode::BAD_REQUEST, "there is no language in the address")),
        }
    }
}

/// A call comes in.
pub(crate) async fn ask(_: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Gather numDigits=1 action="/language">
                <Say>"Welcome to the bank. For English, press 1."</Say>
                <Say language="es-ES">"Para español, oprima 2."</Say>
            </Gather>
            <Redirect>"/menu?lang=en"</Redirect>
        </Response>
    }
}

/// A key was pressed.
pub(crate) async fn chosen(Signed(gather): Signed<GatherAction>) -> VoiceResponse {
    let language = if gather.digits.as_deref() == Some("2") { Language::Spanish } else { Language::English };
    twiml! { <Response><Redirect>{language.address("/menu")}</Redirect></Response> }
}
