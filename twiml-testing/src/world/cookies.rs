//! Cookies, as far as applications use them here: names and values, deleted by an age of 0.

use std::collections::BTreeMap;
use std::time::Duration;

/// The cookies of a call, or of two numbers that write to each other.
#[derive(Debug, Default)]
pub(crate) struct Jar {
    cookies: BTreeMap<String, String>,
    /// When they were last used.
    pub(crate) used: Duration,
}

impl Jar {
    /// Takes in a `Set-Cookie`.
    pub(crate) fn set(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        let gone = parts.any(|part| part.to_ascii_lowercase().replace(' ', "") == "max-age=0");
        if gone {
            self.cookies.remove(name.trim());
        } else {
            self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }

    /// The header `Cookie`, if there is anything to send.
    pub(crate) fn header(&self) -> Option<String> {
        let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    pub(crate) fn clear(&mut self) {
        self.cookies.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Jar;

    #[test]
    fn cookies_come_back() {
        let mut jar = Jar::default();
        assert_eq!(jar.header(), None);
        jar.set("n=1; Path=/; HttpOnly");
        jar.set("m=a=b");
        assert_eq!(jar.header().as_deref(), Some("m=a=b; n=1"));
        jar.set("n=; Max-Age=0");
        assert_eq!(jar.header().as_deref(), Some("m=a=b"));
    }
}
