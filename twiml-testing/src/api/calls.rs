//! Calls: made, moved, looked at, ended.

use http::{Method, StatusCode};
use serde_json::{Value, json};
use twiml_core::Parameters;
use url::Url;

use super::{Outcome, refused};
use crate::world::api::{NewCall, Target};
use crate::world::leg::{Hook, Progress};
use crate::world::verbs::nouns::normalise;
use crate::world::{LegId, World};

/// Longest document that is handed over.
const LONGEST_TWIML: usize = 4000;

fn method(form: &Parameters, name: &str) -> Method {
    if form.get(name) == Some("GET") { Method::GET } else { Method::POST }
}

fn address(form: &Parameters, name: &str) -> Result<Option<Url>, (StatusCode, u32, String)> {
    let Some(url) = form.get(name) else { return Ok(None) };
    match Url::parse(url) {
        Ok(url) => Ok(Some(url)),
        Err(_) => refused(21205, format!("{name} is not a valid URL: {url}")),
    }
}

fn hook(form: &Parameters, url: &str, how: &str) -> Result<Option<Hook>, (StatusCode, u32, String)> {
    Ok(address(form, url)?.map(|url| Hook { url, method: method(form, how) }))
}

fn progress(form: &Parameters) -> Result<Option<Progress>, (StatusCode, u32, String)> {
    let mut events: Vec<String> =
        form.get_all("StatusCallbackEvent").flat_map(|list| list.split(' ')).map(str::to_owned).collect();
    if events.is_empty() {
        events.push(String::from("completed"));
    }
    Ok(hook(form, "StatusCallback", "StatusCallbackMethod")?.map(|hook| Progress { hook, events, sequence: 0 }))
}

fn target(form: &Parameters) -> Result<Option<Target>, (StatusCode, u32, String)> {
    if let Some(twiml) = form.get("Twiml") {
        if twiml.chars().count() > LONGEST_TWIML {
            return refused(32018, "The Twiml parameter is longer than 4000 characters");
        }
        return Ok(Some(Target::Twiml(twiml.to_owned())));
    }
    Ok(address(form, "Url")?.map(|url| Target::Url(url, method(form, "Method"))))
}

pub(super) fn create(world: &mut World, form: &Parameters) -> Outcome {
    let Some(to) = form.get("To") else { return refused(21201, "No 'To' number is specified") };
    let Some(from) = form.get("From") else { return refused(21213, "No 'From' number is specified") };
    let Some(target) = target(form)? else { return refused(21205, "Url or Twiml parameter is required") };
    let leg = world.api_calls(NewCall {
        from: normalise(from),
        to: normalise(to),
        target,
        fallback: hook(form, "FallbackUrl", "FallbackMethod")?,
        progress: progress(form)?,
        detects: form.get("MachineDetection").is_some(),
        detection: hook(form, "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod")?
            .filter(|_| form.get("AsyncAmd") == Some("true")),
    });
    Ok((StatusCode::CREATED, describe(world, leg)))
}

fn find(world: &World, sid: &str) -> Option<LegId> {
    world.legs.iter().position(|leg| leg.sid == sid)
}

pub(super) fn show(world: &World, sid: &str) -> Option<(StatusCode, Value)> {
    Some((StatusCode::OK, describe(world, find(world, sid)?)))
}

pub(super) fn update(world: &mut World, sid: &str, form: &Parameters) -> Option<Outcome> {
    let leg = find(world, sid)?;
    Some(change(world, leg, form))
}

fn change(world: &mut World, leg: LegId, form: &Parameters) -> Outcome {
    let target = target(form)?;
    if world.legs[leg].is_over() {
        return refused(21220, "Call is not in-progress. Cannot redirect.");
    }
    match form.get("Status") {
        Some("completed") => world.api_ends(leg, false),
        Some("canceled") => world.api_ends(leg, true),
        Some(other) => return refused(21218, format!("Status {other} is not one of completed and canceled")),
        None => {}
    }
    if let Some(target) = target {
        if let Some(fallback) = hook(form, "FallbackUrl", "FallbackMethod")? {
            world.legs[leg].fallback = Some(fallback);
        }
        if let Some(progress) = progress(form)? {
            world.legs[leg].progress = Some(progress);
        }
        world.api_moves(leg, target);
    }
    Ok((StatusCode::OK, describe(world, leg)))
}

fn describe(world: &World, leg: LegId) -> Value {
    let account = &world.settings.account_sid;
    let shown = &world.legs[leg];
    json!({
        "sid": shown.sid,
        "account_sid": account,
        "parent_call_sid": shown.parent.map(|parent| world.legs[parent].sid.clone()),
        "from": shown.from,
        "to": shown.to,
        "status": shown.status.to_string(),
        "direction": shown.direction.to_string(),
        "answered_by": shown.answered_by.map(crate::party::AnsweredBy::as_str),
        "duration": shown.ended.map(|_| world.duration(leg).to_string()),
        "api_version": "2010-04-01",
        "uri": format!("{}{account}/Calls/{}.json", super::VERSION, shown.sid),
    })
}
