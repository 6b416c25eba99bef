//! A message for one place, and what can be done about it.

use std::fmt;

use twiml_core::vocabulary::{Rule, Severity};

use crate::{catalogue::Code, tree::Place};

/// What an edit does at its place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Position {
    /// Puts the new text where the old one was; if it is empty, the old one goes, with the blanks before it.
    Over,
    /// Puts the new text in front.
    Before,
    /// Puts the new text behind.
    After,
}

/// One change of the source.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edit {
    /// Where.
    pub place: Place,
    /// How.
    pub position: Position,
    /// What is put there.
    pub text: Inserted,
}

/// What an edit puts at its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Inserted {
    /// Something new.
    Typed(String),
    /// What stands at another place, as it is written there.
    Copied(Place),
}

impl Edit {
    /// Replaces what stands there.
    #[must_use]
    pub fn over(place: Place, text: impl Into<String>) -> Self {
        Self { place, position: Position::Over, text: Inserted::Typed(text.into()) }
    }

    /// Types something in front.
    #[must_use]
    pub fn before(place: Place, text: impl Into<String>) -> Self {
        Self { place, position: Position::Before, text: Inserted::Typed(text.into()) }
    }

    /// Types something behind.
    #[must_use]
    pub fn after(place: Place, text: impl Into<String>) -> Self {
        Self { place, position: Position::After, text: Inserted::Typed(text.into()) }
    }

    /// Removes what stands there.
    #[must_use]
    pub fn remove(place: Place) -> Self {
        Self::over(place, "")
    }
}

/// What to do about a mistake: words, and the edits that they stand for.
///
/// Advice without edits is what no program can follow: that which only the author knows is missing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Advice {
    text: String,
    /// The name that was probably meant, in an advice that asks for it.
    meant: Option<String>,
    edits: Vec<Edit>,
}

impl Advice {
    /// What only a person can do.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), meant: None, edits: Vec::new() }
    }

    /// Asks whether a name was meant.
    #[must_use]
    pub fn meant(name: String, edits: Vec<Edit>) -> Self {
        Self { text: format!("did you mean `{name}`?"), meant: Some(name), edits }
    }

    /// Says what to do with what the edits insert: `write`, `add`, `wrap it:`.
    #[must_use]
    pub fn typed(verb: &str, typed: &str, edits: Vec<Edit>) -> Self {
        Self { text: format!("{verb} `{typed}`"), meant: None, edits }
    }

    /// The same for a text, which brings its own quotes.
    #[must_use]
    pub fn quoted(verb: &str, typed: &str, edits: Vec<Edit>) -> Self {
        Self { text: format!("{verb} {typed}"), meant: None, edits }
    }

    /// The edits that the words stand for.
    #[must_use]
    pub fn with(self, edits: Vec<Edit>) -> Self {
        Self { edits, ..self }
    }

    /// Says what it is good for.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.text.push_str(reason);
        self
    }

    /// The words: what to type, in lower case and without a full stop.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The edits that do it; none if only a person can.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }
}

/// What is wrong at one place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    code: Code,
    rule: Option<&'static Rule>,
    severity: Severity,
    place: Place,
    message: String,
    advice: Vec<Advice>,
    notes: Vec<String>,
}

impl Diagnostic {
    /// A message of the catalogue, its wording yet to be filled.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Self {
        let message = code.wording().replace("{{", "\u{1}").replace("}}", "\u{2}");
        Self { code, rule: None, severity: code.severity(), place, message, advice: Vec::new(), notes: Vec::new() }
    }

    /// The message of a rule, for this attribute at fault.
    #[must_use]
    pub fn of_rule(rule: &'static Rule, attribute: Option<&str>, place: Place) -> Self {
        let code = match rule.severity {
            Severity::Error => Code::Rule,
            Severity::Warning => Code::Doubt,
        };
        let mut diagnostic = Self::new(code, place);
        diagnostic.rule = Some(rule);
        diagnostic.message = rule.message.replace("{attribute}", attribute.unwrap_or_default());
        match rule.code {
            Some(code) => diagnostic.note(format!("Twilio reports this as {code}")),
            None => diagnostic,
        }
    }

    /// Fills a name of the wording.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        // What the user wrote may hold braces of its own.
        let value = value.replace('{', "\u{1}").replace('}', "\u{2}");
        self.message = self.message.replace(&format!("{{{name}}}"), &value);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn advise(mut self, advice: Advice) -> Self {
        if !self.advice.iter().any(|given| given.text == advice.text) {
            self.advice.push(advice);
        }
        self
    }

    /// Says what only a person can do.
    #[must_use]
    pub fn help(self, text: impl Into<String>) -> Self {
        self.advise(Advice::words(text))
    }

    /// Says what else there is to know.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Which message of the catalogue it is.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The rule that is broken, if it is one.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static Rule> {
        self.rule
    }

    /// The name under which it is explained: that of the rule, or else that of the message.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.rule.map_or(self.code.id(), |rule| rule.id)
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Where it is.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The message alone.
    #[must_use]
    pub fn message(&self) -> String {
        self.message.replace('\u{1}', "{").replace('\u{2}', "}")
    }

    /// What can be done.
    #[must_use]
    pub fn advice(&self) -> &[Advice] {
        &self.advice
    }

    /// What else there is to know.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What can be done, as it is printed: names that may have been meant share a line.
    #[must_use]
    pub fn help_lines(&self) -> Vec<String> {
        let meant = || self.advice.iter().filter_map(|advice| advice.meant.as_deref());
        let mut lines = Vec::new();
        if meant().next().is_some() {
            lines.push(format!("did you mean {}?", alternatives(meant())));
        }
        lines.extend(self.advice.iter().filter(|advice| advice.meant.is_none()).map(|advice| advice.text.clone()));
        lines
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())?;
        let helps = self.help_lines().into_iter().map(|line| format!("help: {line}"));
        let notes = self.notes.iter().map(|note| format!("note: {note}"));
        for (index, line) in helps.chain(notes).enumerate() {
            write!(f, "{}  = {line}", if index == 0 { "\n\n" } else { "\n" })?;
        }
        Ok(())
    }
}

/// Words in a sentence: `a`, `b` or `c`.
#[must_use]
pub fn alternatives<T: fmt::Display>(words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
