//! What the application answered, and what Twilio makes of it.

mod document;
mod element;
mod excerpt;

pub(crate) use document::Document;
pub(crate) use element::{Element, Node};

/// Largest document.
const LARGEST: usize = 64 * 1024;

/// An answer as it came.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn of(answer: &http::Response<bytes::Bytes>) -> Self {
        let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let cookies = answer.headers().get_all(http::header::SET_COOKIE);
        Self {
            status: answer.status().as_u16(),
            content_type: header(http::header::CONTENT_TYPE),
            location: header(http::header::LOCATION),
            cookies: cookies.iter().filter_map(|cookie| cookie.to_str().ok()).map(str::to_owned).collect(),
            body: answer.body().to_vec(),
        }
    }

    pub(crate) const fn is_redirect(&self) -> bool {
        matches!(self.status, 301 | 302 | 303 | 307 | 308) && self.location.is_some()
    }

    /// What it is, by its type; an error of Twilio's and its words if it is nothing.
    pub(crate) fn content(&self, empty_is_a_document: bool) -> Result<Content, (i64, String)> {
        if self.status >= 400 || self.status < 200 || (300..400).contains(&self.status) {
            return Err((11200, format!("status {}", self.status)));
        }
        if self.body.len() > LARGEST {
            return Err((11750, format!("a document of {} bytes, more than 64 kB", self.body.len())));
        }
        let text = String::from_utf8_lossy(&self.body);
        if text.trim().is_empty() {
            let empty = || Content::Twiml(String::from("<Response/>"));
            return if empty_is_a_document { Ok(empty()) } else { Err((12100, "an empty body".into())) };
        }
        let Some(kind) = &self.content_type else { return Err((12300, "no content type".into())) };
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "text/xml" | "application/xml" | "text/html" => Ok(Content::Twiml(text.into_owned())),
            "text/plain" if text.trim_start().starts_with('<') => Ok(Content::Twiml(text.into_owned())),
            "text/plain" => Ok(Content::Text(text.trim().to_owned())),
            _ if AUDIO.contains(&kind.as_str()) => Ok(Content::Audio),
            _ => Err((12300, format!("content type `{kind}`"))),
        }
    }
}

/// Types that `<Play>` takes.
const AUDIO: [&str; 10] = [
    "audio/mpeg",
    "audio/wav",
    "audio/wave",
    "audio/x-wav",
    "audio/aiff",
    "audio/x-aifc",
    "audio/x-aiff",
    "audio/x-gsm",
    "audio/gsm",
    "audio/ulaw",
];

/// What an answer holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// A document.
    Twiml(String),
    /// Something to hear.
    Audio,
    /// A text to say, or to send.
    Text(String),
}
