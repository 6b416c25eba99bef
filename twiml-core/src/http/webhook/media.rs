//! The files of a message: two parameters for each, with its number in their names.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::Parameters;

/// A file of a message.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::{Media, Message, Webhook};
///
/// let mut message = Message::sample();
/// message.media.push(Media::new("https://api.twilio.com/media/ME1", "image/jpeg"));
/// assert_eq!(message.to_parameters().get("MediaUrl0"), Some("https://api.twilio.com/media/ME1"));
/// assert_eq!(message.to_parameters().get("MediaContentType0"), Some("image/jpeg"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Media {
    /// Its address.
    pub url: String,
    /// Its type, such as `image/jpeg`.
    pub content_type: Option<String>,
}

impl Media {
    /// A file at this address and of this type.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let file = twiml::webhook::Media::new("https://example.com/a.png", "image/png");
    /// assert_eq!(file.content_type.as_deref(), Some("image/png"));
    /// ```
    #[must_use]
    pub fn new(url: &str, content_type: &str) -> Self {
        Self { url: url.into(), content_type: Some(content_type.into()) }
    }
}

/// Takes the files out that are numbered from 0 without a gap.
pub(super) fn read(names: &str, from: &mut Parameters) -> Vec<Media> {
    let mut media = Vec::new();
    loop {
        let (url, content_type) = numbered(names, media.len());
        let Some(url) = from.take(&url) else { return media };
        media.push(Media { url, content_type: from.take(&content_type) });
    }
}

pub(super) fn write(names: &str, media: &[Media], to: &mut Parameters) {
    for (index, file) in media.iter().enumerate() {
        let (url, content_type) = numbered(names, index);
        to.push(url, file.url.as_str());
        to.extend(file.content_type.as_deref().map(|value| (content_type, value)));
    }
}

/// The names of both parameters of a file.
fn numbered(names: &str, index: usize) -> (String, String) {
    let (url, content_type) = names.split_once('&').unwrap_or((names, names));
    let number = |pattern: &str| pattern.replace("{N}", &index.to_string());
    (number(url), number(content_type))
}
