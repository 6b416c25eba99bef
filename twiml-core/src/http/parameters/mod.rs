//! The parameters of a request: names and values of a form or a query.

mod form;

use alloc::string::String;
use alloc::vec::{self, Vec};
use core::slice;

pub(crate) use form::Form;

/// The parameters of a request, decoded, in the order in which they came.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::Parameters;
///
/// let parameters = Parameters::from_form(b"From=%2B15551234567&Body=Fish+%26+chips&Body=twice");
/// assert_eq!(parameters.get("From"), Some("+15551234567"));
/// assert_eq!(parameters.get("Body"), Some("Fish & chips"));
/// assert_eq!(parameters.get_all("Body").count(), 2);
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// No parameters.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert!(twiml::Parameters::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Decodes the body of a form (`application/x-www-form-urlencoded`), as Twilio sends it with POST.
    ///
    /// Whatever comes is read as the standard for forms says: `+` is a space, a `%` that begins no escape is itself, and
    /// what is not UTF-8, which Twilio never sends, becomes U+FFFD.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Parameters;
    ///
    /// assert_eq!(Parameters::from_form(b"Digits=%231").get("Digits"), Some("#1"));
    /// assert_eq!(Parameters::from_form(b"Body=caf%E9").get("Body"), Some("caf\u{FFFD}"));
    /// ```
    #[must_use]
    #[inline(never)]
    pub fn from_form(body: &[u8]) -> Self {
        Form::decode(body).parameters()
    }

    /// Decodes the query of an address, as Twilio sends parameters with GET. A leading `?` does not count.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Parameters;
    ///
    /// assert_eq!(Parameters::from_query("?Digits=1&worker=7").get("worker"), Some("7"));
    /// ```
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        Self::from_form(query.strip_prefix('?').unwrap_or(query).as_bytes())
    }

    /// Encodes the parameters as a form.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let parameters = twiml::Parameters::from_iter([("Body", "Fish & chips"), ("From", "+1")]);
    /// assert_eq!(parameters.to_form(), "Body=Fish+%26+chips&From=%2B1");
    /// ```
    #[must_use]
    pub fn to_form(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self).finish()
    }

    /// The value of the first parameter with this name.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let parameters = twiml::Parameters::from_iter([("Digits", "1")]);
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
    /// # use twiml_core as twiml;
    /// let parameters = twiml::Parameters::from_iter([("a", "1"), ("b", "2"), ("a", "3")]);
    /// assert!(parameters.get_all("a").eq(["1", "3"]));
    /// ```
    pub fn get_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Adds a parameter at the end, also if there is one with this name.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let mut parameters = twiml::Parameters::new();
    /// parameters.push("Digits", "1");
    /// assert_eq!(parameters.get("Digits"), Some("1"));
    /// ```
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Gives the first parameter with this name another value, or adds one.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let mut parameters = twiml::Parameters::from_iter([("Digits", "1")]);
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
    /// # use twiml_core as twiml;
    /// let mut parameters = twiml::Parameters::from_iter([("Digits", "1")]);
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
    /// # use twiml_core as twiml;
    /// let parameters = twiml::Parameters::from_iter([("a", "1"), ("b", "2")]);
    /// assert!(parameters.iter().map(|(name, _)| name).eq(["a", "b"]));
    /// ```
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// How many there are.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::Parameters::from_iter([("a", "1"), ("a", "2")]).len(), 2);
    /// ```
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert!(twiml::Parameters::default().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another request at the end.
    #[cfg(feature = "webhook")]
    pub(crate) fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// Names and values as they are signed.
    #[cfg(feature = "signature")]
    pub(crate) fn joined(&self) -> Vec<u8> {
        form::joined(self.iter().map(|(name, value)| (name.as_bytes(), value.as_bytes())).collect())
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

/// Names and values of [`Parameters`].
///
/// ```
/// # use twiml_core as twiml;
/// let parameters = twiml::Parameters::from_iter([("a", "1")]);
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

/// The same parameters once more.
impl From<&Self> for Parameters {
    fn from(parameters: &Self) -> Self {
        parameters.clone()
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
