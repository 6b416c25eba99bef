//! Messages: sent, and looked at.

use http::{Method, StatusCode};
use serde_json::{Value, json};
use twiml_core::Parameters;
use url::Url;

use super::{Outcome, refused};
use crate::world::World;
use crate::world::messages::Draft;
use crate::world::verbs::nouns::normalise;

pub(super) fn create(world: &mut World, form: &Parameters) -> Outcome {
    let Some(to) = form.get("To") else { return refused(21604, "A 'To' phone number is required") };
    let Some(from) = form.get("From").or(form.get("MessagingServiceSid")) else {
        return refused(21603, "A 'From' phone number is required");
    };
    let media: Vec<String> = form.get_all("MediaUrl").map(str::to_owned).collect();
    let body = form.get("Body").unwrap_or_default().to_owned();
    if body.is_empty() && media.is_empty() {
        return refused(21602, "Message body is required");
    }
    if body.chars().count() > 1600 {
        return refused(21617, "The concatenated message body exceeds the 1600 character limit");
    }
    let report = form.get("StatusCallback").and_then(|url| Url::parse(url).ok()).map(|url| (url, Method::POST));
    let sid = world.send_message(Draft { from: normalise(from), to: normalise(to), body, media, report });
    let shown = show(world, &sid).map(|(_, shown)| shown).unwrap_or_default();
    Ok((StatusCode::CREATED, shown))
}

pub(super) fn show(world: &World, sid: &str) -> Option<(StatusCode, Value)> {
    let account = &world.settings.account_sid;
    let sent = world.messages.iter().find(|sent| sent.sid == sid)?;
    let shown = json!({
        "sid": sent.sid,
        "account_sid": account,
        "from": sent.from,
        "to": sent.to,
        "body": sent.body,
        "num_media": sent.media.len().to_string(),
        "status": sent.status.to_string(),
        "direction": "outbound-api",
        "api_version": "2010-04-01",
        "uri": format!("{}{account}/Messages/{}.json", super::VERSION, sent.sid),
    });
    Some((StatusCode::OK, shown))
}
