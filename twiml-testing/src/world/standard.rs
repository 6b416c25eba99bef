//! The parameters of requests, from the rows of `twiml_core::webhook`.

use std::panic::Location;
use std::sync::Arc;

use time::OffsetDateTime;
use time::format_description::well_known::{Iso8601, Rfc2822, iso8601};
use twiml_core::Parameters;
use twiml_core::webhook::{AnsweredBy, Call, Timestamp, Webhook};

use super::{LegId, World};
use crate::failure::Failure;

/// Version of the API.
pub(crate) const API_VERSION: &str = "2010-04-01";

/// A request with the parameters that always come, to be filled.
pub(crate) fn blank<T: Webhook>() -> T {
    T::sample()
}

/// Requests that are copied rather than made anew.
#[derive(Debug)]
pub(crate) struct Templates {
    call: Call,
}

impl Default for Templates {
    fn default() -> Self {
        Self { call: blank() }
    }
}

/// What ISO 8601 looks like in requests.
const SECONDS: iso8601::EncodedConfig =
    iso8601::Config::DEFAULT.set_time_precision(iso8601::TimePrecision::Second { decimal_digits: None }).encode();

impl World {
    /// What every request about a call says.
    pub(crate) fn call(&self, leg: LegId) -> Call {
        let leg = &self.legs[leg];
        let mut call = self.templates.call.clone();
        call.call_sid.clone_from(&leg.sid);
        call.account_sid.clone_from(&self.settings.account_sid);
        call.from.clone_from(&leg.from);
        call.to.clone_from(&leg.to);
        call.call_status = leg.status.clone();
        call.api_version = Some(API_VERSION.to_owned());
        call.direction = leg.direction.clone();
        call.parent_call_sid = leg.parent.map(|parent| self.legs[parent].sid.clone());
        call.caller = Some(leg.from.clone());
        call.called = Some(leg.to.clone());
        if leg.from.starts_with('+') {
            // The lookup of a made-up number finds nothing, which is sent as such.
            for place in [&mut call.from_city, &mut call.from_state, &mut call.from_zip, &mut call.from_country] {
                *place = Some(String::new());
            }
            for place in [&mut call.caller_city, &mut call.caller_state, &mut call.caller_zip, &mut call.caller_country]
            {
                *place = Some(String::new());
            }
        }
        if leg.to.starts_with('+') {
            for place in [&mut call.to_city, &mut call.to_state, &mut call.to_zip, &mut call.to_country] {
                *place = Some(String::new());
            }
            for place in [&mut call.called_city, &mut call.called_state, &mut call.called_zip, &mut call.called_country]
            {
                *place = Some(String::new());
            }
        }
        call.answered_by = leg.answered_by.map(|who| AnsweredBy::from(who.as_str()));
        call
    }

    /// The same as parameters, which are made anew only where something of them has changed.
    pub(crate) fn standard(&mut self, leg: LegId) -> Arc<Parameters> {
        let state = (self.legs[leg].status.clone(), self.legs[leg].answered_by);
        match &self.legs[leg].standard {
            Some((known, parameters)) if *known == state => parameters.clone(),
            _ => {
                let parameters = Arc::new(self.call(leg).to_parameters());
                self.legs[leg].standard = Some((state, parameters.clone()));
                parameters
            }
        }
    }

    /// The time as most requests write it.
    pub(crate) fn rfc2822(&self) -> Timestamp {
        stamp(OffsetDateTime::from(self.clock.time()).format(&Rfc2822))
    }

    /// The time as streams write it.
    pub(crate) fn iso8601(&self) -> Timestamp {
        stamp(OffsetDateTime::from(self.clock.time()).format(&Iso8601::<SECONDS>))
    }
}

fn stamp(text: Result<String, time::error::Format>) -> Timestamp {
    let parsed = text.ok().and_then(|text| text.parse().ok());
    match parsed {
        Some(stamp) => stamp,
        None => Failure::new("the clock is not between the years 1900 and 9999").fail(Location::caller()),
    }
}

/// Those of a request that are its own, not those of every request about a call.
pub(crate) fn own(parameters: &Parameters, standard: &Parameters) -> Vec<(String, String)> {
    let is_own = |(name, _): &(&str, &str)| standard.get(name).is_none();
    parameters.iter().filter(is_own).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
