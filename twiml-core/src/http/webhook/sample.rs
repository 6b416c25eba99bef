//! Made-up requests that look like life.

use alloc::format;
use alloc::string::String;

use super::{Kind, Parameter, Row, Webhook};
use crate::Parameters;

/// A sample as a type; tests show that every sample is one.
pub(super) fn parse<T: Webhook>(mut sample: Parameters) -> T {
    let mut request = T::blank();
    let read = request.read(&mut sample);
    debug_assert!(read.is_ok() && sample.is_empty());
    request
}

impl Row {
    /// The parameters of a made-up request that always come.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{DialAction, Webhook};
    ///
    /// let mut parameters = DialAction::ROW.sample();
    /// parameters.set("DialCallStatus", "word of tomorrow");
    /// let request = DialAction::from_parameters(parameters)?;
    /// assert_eq!(request.dial_call_status.as_str(), "word of tomorrow");
    /// # Ok::<(), twiml::webhook::Malformed>(())
    /// ```
    #[must_use]
    pub fn sample(&self) -> Parameters {
        self.sample_of(|parameter| !parameter.may_be_missing())
    }

    /// All parameters that a request may have, also those that do not come together.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Message, Webhook};
    ///
    /// assert_eq!(Message::ROW.full_sample().get("MediaContentType0"), Some("image/png"));
    /// ```
    #[must_use]
    pub fn full_sample(&self) -> Parameters {
        self.sample_of(|_| true)
    }

    fn sample_of(&self, wanted: fn(&Parameter) -> bool) -> Parameters {
        let mut sample = self.including.map(|row| row.sample_of(wanted)).unwrap_or_default();
        for (name, value) in self.included {
            sample.set(name, *value);
        }
        for parameter in self.parameters.iter().filter(|parameter| wanted(parameter)) {
            let name = parameter.name.replace("{Name}", "X-Trace").replace("{N}", "0");
            sample.set(&name, parameter.sample());
            sample.extend(parameter.companion.map(|name| (name.replace("{N}", "0"), "image/png")));
        }
        sample
    }
}

impl Parameter {
    fn sample(&self) -> String {
        let usual = match self.kind {
            _ if !self.sample.is_empty() => self.sample,
            Kind::Sid(prefixes) => {
                return format!("{}0123456789abcdef0123456789abcdef", prefixes.first().unwrap_or(&"XE"));
            }
            Kind::Listed(list) => list.values.first().map_or("", |word| word.value),
            Kind::Address => "+15551234567",
            Kind::Url | Kind::Media => {
                "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Files/1"
            }
            Kind::Json => "{}",
            Kind::Digits | Kind::Int => "1",
            Kind::Float => "0.5",
            Kind::Bool => "false",
            Kind::Rfc2822 => "Tue, 24 Nov 2026 14:39:48 +0000",
            Kind::Iso8601 => "2026-11-24T14:39:48.123Z",
            Kind::Text | Kind::Headers => "text",
        };
        usual.into()
    }
}
