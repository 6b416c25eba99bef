//! A literal that an attribute takes: an example where only the author knows the value.

use twiml_core::vocabulary::{Attribute, Kind};

/// A literal that the attribute takes without a word.
#[must_use]
pub fn sample(row: &Attribute) -> String {
    let plain = match row.kind {
        Kind::Bool => "true",
        Kind::Int | Kind::IntOr(_) | Kind::Float | Kind::IntList => return number(row),
        Kind::Enum(list) | Kind::EnumSet(list) => return list.values.first().map_or("", |word| word.value).to_owned(),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl => "https://example.com/next",
        Kind::WssUrl => "wss://example.com/socket",
        Kind::Sid(prefix) => return format!("{prefix}{}", "0123456789abcdef".repeat(2)),
        Kind::AnySid => "AC0123456789abcdef0123456789abcdef",
        Kind::Phone | Kind::CallerId | Kind::Address | Kind::Sender => "+15551234567",
        Kind::Digits | Kind::Key | Kind::Keys => "1",
        Kind::Duration => "1s",
        Kind::Percent => "85%",
        Kind::SignedPercent => "+10%",
        Kind::Decibel => "+6dB",
        Kind::Language => {
            row.known.iter().find(|tag| **tag == "en-US").or_else(|| row.known.first()).unwrap_or(&"en-US")
        }
        Kind::Voice => row.known.last().unwrap_or(&"alice"),
        Kind::SipUri => "sip:kate@example.com",
        Kind::Json => "{}",
        Kind::String | Kind::Identity | Kind::Label | Kind::CommaList => "name",
    };
    plain.to_owned()
}

/// A number within all bounds.
fn number(row: &Attribute) -> String {
    let least = row.soft_min.into_iter().chain(row.min).fold(0.0, f64::max);
    let most = row.soft_max.into_iter().chain(row.max).fold(f64::INFINITY, f64::min);
    let number = if least <= 3.0 && most >= 3.0 { 3.0 } else { least };
    format!("{number}")
}
