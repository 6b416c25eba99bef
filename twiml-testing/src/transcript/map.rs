//! A flow of documents as a picture.

use std::collections::BTreeMap;
use std::fmt::Write;

use url::Url;

use crate::world::Exchange;

/// The documents that were asked for, and what led from one to the next, in Mermaid.
pub(crate) fn map(exchanges: &[Exchange], leg: Option<usize>) -> String {
    let mut names = BTreeMap::new();
    let mut nodes = Vec::new();
    let mut edges = Vec::new();
    for exchange in exchanges.iter().filter(|made| leg.is_none() || made.leg == leg) {
        // Reports lead nowhere.
        if exchange.from.is_none() && exchange.verbs.is_empty() {
            continue;
        }
        let node = node(exchange, &mut names, &mut nodes);
        if let Some(from) = exchange.from.and_then(|from| exchanges.get(from)) {
            let from = self::node(from, &mut names, &mut nodes);
            let edge = (from, exchange.cause.clone(), node);
            if !edges.contains(&edge) {
                edges.push(edge);
            }
        }
    }
    let mut map = String::from("flowchart TD\n");
    for (number, label) in nodes.iter().enumerate() {
        let _ = writeln!(map, "    n{number}[\"{}\"]", quoted(label));
    }
    for (from, cause, to) in edges {
        let _ = match cause.as_str() {
            "" => writeln!(map, "    n{from} --> n{to}"),
            cause => writeln!(map, "    n{from} -->|\"{}\"| n{to}", quoted(cause)),
        };
    }
    map
}

fn node(exchange: &Exchange, names: &mut BTreeMap<String, usize>, nodes: &mut Vec<String>) -> usize {
    let path = Url::parse(&exchange.url).map_or_else(|_| exchange.url.clone(), |url| url.path().to_owned());
    let label = match (exchange.status, &exchange.verbs[..]) {
        (Some(200), []) => path,
        (Some(200), verbs) => format!("{path}<br/>{}", verbs.join(", ")),
        (Some(status), _) => format!("{path}<br/>{status}"),
        (None, _) => format!("{path}<br/>no answer"),
    };
    *names.entry(label.clone()).or_insert_with(|| {
        nodes.push(label);
        nodes.len() - 1
    })
}

/// Text between quotes of Mermaid.
fn quoted(text: &str) -> String {
    text.replace('"', "&quot;").replace('#', "&num;")
}
