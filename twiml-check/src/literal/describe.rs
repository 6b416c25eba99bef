//! What a row takes, in words.

use super::address::may_be_relative;
use super::form::is_open;
use twiml_core::vocabulary::List;
use twiml_core::vocabulary::{Attribute, Kind, Text, TextPresence};

/// A longer list is not read to its end.
const LONGEST_LIST: usize = 12;

/// A shorter one can be shown as a whole.
const SHORTEST_LIST: usize = 4;

/// What stands for a list that is longer.
const EXAMPLES: usize = 5;

/// What an attribute takes, as the end of the sentence "`timeout` takes …".
///
/// ```
/// use twiml_check::literal::describe;
/// # fn row(element: &str, name: &str) -> &'static twiml_core::vocabulary::Attribute {
/// #     twiml_core::vocabulary::named(element).next().unwrap().attribute(name).unwrap()
/// # }
///
/// assert_eq!(describe(row("Dial", "timeout")), "a whole number of seconds from 1 to 600");
/// assert_eq!(describe(row("Dial", "trim")), "`trim-silence` or `do-not-trim`");
/// assert_eq!(describe(row("Stream", "url")), "a `wss` address, absolute or relative, without a query");
/// ```
#[must_use]
pub fn describe(attribute: &Attribute) -> String {
    let mut alternatives: Vec<String> = attribute.words.iter().map(|word| quoted(word)).collect();
    if let Kind::IntOr(words) = attribute.kind {
        alternatives.extend(words.values.iter().map(|word| quoted(word.value)));
    }
    alternatives.push(form(attribute));
    let alternatives = or(alternatives);
    if attribute.empty { format!("{alternatives}, or nothing") } else { alternatives }
}

/// What the text of an element takes, as the end of the sentence "`<Number>` takes …".
///
/// ```
/// use twiml_check::literal::describe_text;
/// use twiml_core::vocabulary::named;
///
/// let [say, number] = ["Say", "Number"].map(|name| named(name).next().unwrap());
/// assert_eq!(describe_text(&say.text), "text of up to 5000 characters");
/// assert_eq!(describe_text(&number.text), "a phone number such as `+15551234567`");
/// ```
#[must_use]
pub fn describe_text(text: &Text) -> String {
    match text.presence {
        TextPresence::None => "no text".to_string(),
        TextPresence::Optional | TextPresence::Required | TextPresence::Mixed => describe(&super::row_of(text)),
    }
}

fn form(row: &Attribute) -> String {
    let fixed = match row.kind {
        Kind::String => return characters("text", row.min, row.max),
        Kind::Int | Kind::IntOr(_) => return number("a whole number", row),
        Kind::Float => return number("a number", row),
        Kind::Enum(words) => return one_of(words, is_open(row)),
        Kind::EnumSet(words) => return some_of(words, is_open(row)),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => return address(row),
        Kind::Sid(prefix) => return format!("a SID: `{prefix}` and 32 hexadecimal digits"),
        Kind::Identity => return characters("a name without spaces", row.min, row.max.or(Some(256.0))),
        Kind::Label => {
            let label = characters("a label", row.min, row.max.or(Some(128.0)));
            return format!("{label}, without `/` and not the SID of a call");
        }
        Kind::CommaList => return entries(row),
        Kind::IntList => {
            return format!("whole numbers{}, with single spaces between them and none twice", bounds(row));
        }
        Kind::Bool => "`true` or `false`",
        Kind::AnySid => "a SID: two capitals and 32 hexadecimal digits",
        Kind::Phone => "a phone number such as `+15551234567`",
        Kind::CallerId => {
            "a phone number such as `+15551234567`, a name behind `client:`, `sip:` or `whatsapp:`, or letters, \
            digits and `+-_.`"
        }
        Kind::Address => {
            "a phone number such as `+15551234567`, a channel address such as `whatsapp:+15551234567`, or the SID of a SIM"
        }
        Kind::Sender => {
            "a phone number such as `+15551234567`, a channel address such as `whatsapp:+15551234567`, or a name of \
            up to 11 letters, digits and spaces"
        }
        Kind::Digits => "keys (`0` to `9`, `A` to `D`, `#`, `*`) and pauses (`w`, `W`)",
        Kind::Key => "one key (`0` to `9`, `#`, `*`), or nothing",
        Kind::Keys => "keys (`0` to `9`, `#`, `*`)",
        Kind::Duration => "a time such as `250ms` or `1.5s`",
        Kind::Percent => "a percentage such as `85%`",
        Kind::SignedPercent => "a percentage with its sign, such as `+10%`",
        Kind::Decibel => "decibels with their sign, such as `-6dB`",
        Kind::Language => "a language tag such as `en-US`",
        Kind::Voice => "`man`, `woman`, `alice`, or the voice of a provider such as `Polly.Joanna`",
        Kind::SipUri => "a SIP address such as `sip:kate@example.com`",
        Kind::Json => "a JSON object",
    };
    fixed.to_string()
}

fn quoted(word: &str) -> String {
    format!("`{word}`")
}

/// `a`, `b` or `c`.
pub(super) fn or(mut alternatives: Vec<String>) -> String {
    match alternatives.pop() {
        Some(last) if alternatives.is_empty() => last,
        Some(last) => format!("{} or {last}", alternatives.join(", ")),
        None => String::new(),
    }
}

fn number(name: &str, row: &Attribute) -> String {
    let unit = row.unit.map(|unit| format!(" of {unit}")).unwrap_or_default();
    format!("{name}{unit}{}", bounds(row))
}

/// No number has a sign: that it is at least zero goes without saying.
fn bounds(row: &Attribute) -> String {
    match (row.min, row.max) {
        (Some(min), Some(max)) => format!(" from {min} to {max}"),
        (Some(min), None) if min > 0.0 => format!(", at least {min}"),
        (_, None) => String::new(),
        (None, Some(max)) => format!(", at most {max}"),
    }
}

fn characters(name: &str, min: Option<f64>, max: Option<f64>) -> String {
    match (min.filter(|min| *min > 1.0), max) {
        (Some(min), Some(max)) => format!("{name} of {min} to {max} characters"),
        (Some(min), None) => format!("{name} of at least {min} characters"),
        (None, Some(max)) => format!("{name} of up to {max} characters"),
        (None, None) => name.to_string(),
    }
}

fn entries(row: &Attribute) -> String {
    let most = row.max.map(|max| format!(", at most {max}")).unwrap_or_default();
    let longest = row.item_max.map(|max| format!(", of up to {max} characters each")).unwrap_or_default();
    format!("entries with commas between them{most}{longest}")
}

fn address(row: &Attribute) -> String {
    let mut text = String::from(match row.kind {
        Kind::WssUrl => "a `wss` address",
        Kind::HttpsUrl => "an `https` address",
        Kind::AbsoluteUrl => "an absolute `http` or `https` address",
        _ => "an `http` or `https` address",
    });
    if may_be_relative(row) {
        text.push_str(", absolute or relative");
    }
    if !row.query {
        text.push_str(", without a query");
    }
    if row.dns {
        text.push_str(", with no underscore in the host");
    }
    text
}

/// The values of a list, and whether they are all.
fn listed(words: &List, open: bool) -> (Vec<String>, bool) {
    let all = words.values.len() <= LONGEST_LIST;
    let shown = if all { LONGEST_LIST } else { EXAMPLES };
    (words.values.iter().take(shown).map(|word| quoted(word.value)).collect(), all && !open)
}

fn one_of(words: &List, open: bool) -> String {
    match listed(words, open) {
        (values, true) if values.len() > 2 => format!("one of {}", values.join(", ")),
        (values, true) => or(values),
        (values, false) => format!("a value such as {}", values.join(", ")),
    }
}

fn some_of(words: &List, open: bool) -> String {
    let (values, all) = listed(words, open);
    let plain: Vec<&str> = words.values.iter().map(|word| word.value).collect();
    match plain[..] {
        [one, other] if all => {
            or([one, other, &format!("{one} {other}"), &format!("{other} {one}")].map(quoted).into())
        }
        _ if all && plain.len() <= SHORTEST_LIST => {
            format!(
                "one or more of {}, with single spaces between them: {}",
                values.join(", "),
                quoted(&plain.join(" "))
            )
        }
        _ => {
            let which = if all { "one or more of" } else { "values such as" };
            format!("{which} {}, with single spaces between them", values.join(", "))
        }
    }
}
