//! The parameters of a request: names and values of a form or a query.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::{fmt, slice};

use percent_encoding::percent_decode;

/// The parameters of a request, decoded, in the order in which they came.
///
/// ```
/// use twiml_core::Parameters;
///
/// let parameters = Parameters::from_form(b"From=%2B15551234567&Body=Fish+%26+chips&Body=twice")?;
/// assert_eq!(parameters.get("From"), Some("+15551234567"));
/// assert_eq!(parameters.get("Body"), Some("Fish & chips"));
/// assert_eq!(parameters.get_all("Body").count(), 2);
/// # Ok::<(), twiml_core::Malformed>(())
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// No parameters.
    ///
    /// ```
    /// assert!(twiml_core::Parameters::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Decodes the body of a form (`application/x-www-form-urlencoded`), as Twilio sends it with POST.
    ///
    /// # Errors
    ///
    /// A name or a value that is not UTF-8.
    ///
    /// ```
    /// use twiml_core::Parameters;
    ///
    /// assert_eq!(Parameters::from_form(b"Digits=%231")?.get("Digits"), Some("#1"));
    /// let error = Parameters::from_form(b"Digits=%FF").unwrap_err();
    /// assert_eq!(error.to_string(), "parameter `Digits` is `\u{FFFD}`, not UTF-8");
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    pub fn from_form(body: &[u8]) -> Result<Self, Malformed> {
        let pairs = body.split(|&byte| byte == b'&').filter(|pair| !pair.is_empty());
        pairs.map(decode_pair).collect::<Result<_, _>>().map(Self)
    }

    /// Decodes the query of an address, as Twilio sends parameters with GET. A leading `?` does not count.
    ///
    /// # Errors
    ///
    /// A name or a value that is not UTF-8.
    ///
    /// ```
    /// use twiml_core::Parameters;
    ///
    /// assert_eq!(Parameters::from_query("?Digits=1&worker=7")?.get("worker"), Some("7"));
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    pub fn from_query(query: &str) -> Result<Self, Malformed> {
        Self::from_form(query.strip_prefix('?').unwrap_or(query).as_bytes())
    }

    /// Encodes the parameters as a form.
    ///
    /// ```
    /// let parameters = twiml_core::Parameters::from_iter([("Body", "Fish & chips"), ("From", "+1")]);
    /// assert_eq!(parameters.to_form(), "Body=Fish+%26+chips&From=%2B1");
    /// ```
    #[must_use]
    pub fn to_form(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self).finish()
    }

    /// The value of the first parameter with this name.
    ///
    /// ```
    /// let parameters = twiml_core::Parameters::from_iter([("Digits", "1")]);
    /// assert_eq!(parameters.get("Digits"), Some("1"));
    /// assert_eq!(parameters.get("digits"), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The values of all parameters with this name.
    ///
    /// ```
    /// let parameters = twiml_core::Parameters::from_iter([("a", "1"), ("b", "2"), ("a", "3")]);
    /// assert!(parameters.get_all("a").eq(["1", "3"]));
    /// ```
    pub fn get_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Adds a parameter at the end, also if there is one with this name.
    ///
    /// ```
    /// let mut parameters = twiml_core::Parameters::new();
    /// parameters.push("Digits", "1");
    /// assert_eq!(parameters.get("Digits"), Some("1"));
    /// ```
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Gives the first parameter with this name another value, or adds one.
    ///
    /// ```
    /// let mut parameters = twiml_core::Parameters::from_iter([("Digits", "1")]);
    /// parameters.set("Digits", "2");
    /// parameters.set("Confidence", "0.5");
    /// assert_eq!(parameters.to_form(), "Digits=2&Confidence=0.5");
    /// ```
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value.into(),
            None => self.push(name, value),
        }
    }

    /// Takes the first parameter with this name out, and gives its value.
    ///
    /// ```
    /// let mut parameters = twiml_core::Parameters::from_iter([("Digits", "1")]);
    /// assert_eq!(parameters.take("Digits").as_deref(), Some("1"));
    /// assert!(parameters.is_empty());
    /// ```
    pub fn take(&mut self, name: &str) -> Option<String> {
        let found = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(found).1)
    }

    /// Names and values, in their order.
    ///
    /// ```
    /// let parameters = twiml_core::Parameters::from_iter([("a", "1"), ("b", "2")]);
    /// assert!(parameters.iter().map(|(name, _)| name).eq(["a", "b"]));
    /// ```
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// How many there are.
    ///
    /// ```
    /// assert_eq!(twiml_core::Parameters::from_iter([("a", "1"), ("a", "2")]).len(), 2);
    /// ```
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// assert!(twiml_core::Parameters::default().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes those out that a function makes something of.
    #[cfg(feature = "webhook")]
    pub(crate) fn take_if<T>(&mut self, make: impl Fn(&str, &str) -> Option<T>) -> Vec<T> {
        let mut taken = Vec::new();
        self.0.retain(|(name, value)| match make(name, value) {
            Some(thing) => {
                taken.push(thing);
                false
            }
            None => true,
        });
        taken
    }
}

fn decode_pair(pair: &[u8]) -> Result<(String, String), Malformed> {
    let mut halves = pair.splitn(2, |&byte| byte == b'=');
    let name = decode(halves.next().unwrap_or_default());
    let value = decode(halves.next().unwrap_or_default());
    match (String::from_utf8(name), String::from_utf8(value)) {
        (Ok(name), Ok(value)) => Ok((name, value)),
        (name, value) => Err(Malformed {
            parameter: name.unwrap_or_else(|error| lossy(error.as_bytes())),
            value: Some(value.unwrap_or_else(|error| lossy(error.as_bytes()))),
            takes: "UTF-8".to_owned(),
        }),
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// `+` is a space, `%2B` a plus.
fn decode(text: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = text.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
    percent_decode(&spaced).collect()
}

/// Names and values of [`Parameters`].
///
/// ```
/// let parameters = twiml_core::Parameters::from_iter([("a", "1")]);
/// assert_eq!(parameters.iter().next(), Some(("a", "1")));
/// ```
#[derive(Clone, Debug)]
pub struct Iter<'a>(slice::Iter<'a, (String, String)>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Parameters {
    type Item = (&'a str, &'a str);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl IntoIterator for Parameters {
    type Item = (String, String);
    type IntoIter = vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl<N: Into<String>, V: Into<String>> Extend<(N, V)> for Parameters {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, pairs: I) {
        self.0.extend(pairs.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}

/// A parameter that is missing, or whose value is not what it takes.
///
/// ```
/// use twiml_core::Parameters;
///
/// let error = Parameters::from_form(b"Body=%C3").unwrap_err();
/// assert_eq!(error.parameter(), "Body");
/// assert_eq!(error.value(), Some("\u{FFFD}"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Malformed {
    parameter: String,
    value: Option<String>,
    takes: String,
}

impl Malformed {
    #[cfg(feature = "webhook")]
    pub(crate) fn missing(parameter: &str) -> Self {
        Self { parameter: parameter.to_owned(), value: None, takes: String::new() }
    }

    #[cfg(feature = "webhook")]
    pub(crate) fn invalid(parameter: &str, value: String, takes: &str) -> Self {
        Self { parameter: parameter.to_owned(), value: Some(value), takes: takes.to_owned() }
    }

    /// Name of the parameter.
    ///
    /// ```
    /// # use twiml_core::Parameters;
    /// assert_eq!(Parameters::from_form(b"a=1&b=%FF").unwrap_err().parameter(), "b");
    /// ```
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// Its value, if it is there; what is not UTF-8 is replaced by U+FFFD.
    ///
    /// ```
    /// # use twiml_core::Parameters;
    /// assert_eq!(Parameters::from_form(b"a=1%FF").unwrap_err().value(), Some("1\u{FFFD}"));
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

/// The longest value that a message repeats, in characters.
const SHOWN: usize = 80;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(value) = &self.value else { return write!(f, "parameter `{}` is missing", self.parameter) };
        let (shown, rest) = value.char_indices().nth(SHOWN).map_or((value.as_str(), ""), |(at, _)| value.split_at(at));
        let more = if rest.is_empty() { "" } else { "…" };
        write!(f, "parameter `{}` is `{shown}{more}`, not {}", self.parameter, self.takes)
    }
}

impl core::error::Error for Malformed {}
