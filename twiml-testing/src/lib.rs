#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

mod act;
mod answer;
mod api;
mod call;
mod carrier;
mod documents;
mod explore;
mod failure;
mod names;
mod party;
mod phone;
mod session;
mod settings;
mod strictness;
mod transcript;
mod twilio;
mod world;

pub use act::{Act, Tried};
pub use api::Api;
#[cfg(feature = "address")]
pub use api::Listening;
pub use call::{Call, Ended};
pub use carrier::{Carried, Carrier, NoAnswer};
pub use documents::{Documents, answer};
pub use explore::{Does, Exploration, Explorer, Finding, Kind, Step, Who};
pub use failure::Failure;
pub use party::{AnsweredBy, Number};
pub use phone::{Phone, Received};
pub use session::{Payment, Refer, Worker};
pub use settings::{Behaviour, Cookies, Delivery, Durations};
pub use strictness::Lapse;
pub use transcript::{Entry, Event, Heard, Transcript};
pub use twilio::Twilio;
pub use world::Exchange;
