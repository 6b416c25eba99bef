//! The catalogue of messages: everything that the macro can say, each once.

use twiml_core::vocabulary::Severity;

use crate::notation::Notation;

macro_rules! notation {
    () => {
        Notation::Rust
    };
    (xml) => {
        Notation::Xml
    };
}

/// Declares the catalogue: name, identifier, severity, wording, meaning, and a document that provokes it.
macro_rules! catalogue {
    ($( $(#[doc = $doc:literal])+ $code:ident $id:literal $severity:ident $wording:literal $example:literal $($notation:ident)?; )+) => {
        /// A message of the catalogue.
        ///
        /// ```
        /// use twiml_check::Code;
        ///
        /// for code in Code::ALL {
        ///     assert!(!code.id().is_empty() && !code.wording().ends_with('.'));
        /// }
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum Code { $( $(#[doc = $doc])+ $code, )+ }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$code),+];

            /// Its name: that of its compile-fail test, too.
            ///
            /// ```
            /// assert_eq!(twiml_check::Code::BareText.id(), "bare-text");
            /// ```
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$code => $id,)+ }
            }

            /// How bad it is.
            ///
            /// ```
            /// use twiml_check::Code;
            /// use twiml_core::vocabulary::Severity;
            ///
            /// assert_eq!(Code::BareText.severity(), Severity::Error);
            /// ```
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// Its wording; names in braces stand for what is at fault.
            ///
            /// ```
            /// assert_eq!(twiml_check::Code::UnclosedElement.wording(), "`<{element}>` is never closed");
            /// ```
            #[must_use]
            pub const fn wording(self) -> &'static str {
                match self { $(Self::$code => $wording,)+ }
            }

            /// What it means.
            ///
            /// ```
            /// assert_eq!(twiml_check::Code::UnclosedElement.meaning(), "An element without a closing tag.");
            /// ```
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$code => concat!($($doc),+).trim_ascii_start(),)+ }
            }

            /// How its example is written: a message that only files provoke has one of XML.
            ///
            /// ```
            /// use twiml_check::{Code, Notation};
            ///
            /// assert_eq!(Code::BareText.notation(), Notation::Rust);
            /// assert_eq!(Code::BareAmpersand.notation(), Notation::Xml);
            /// ```
            #[must_use]
            pub const fn notation(self) -> Notation {
                match self { $(Self::$code => notation!($($notation)?),)+ }
            }

            /// Markup that provokes it.
            ///
            /// ```
            /// assert_eq!(twiml_check::Code::UnclosedElement.example(), r#"<Response><Say>"Hello"</Response>"#);
            /// ```
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Self::$code => $example,)+ }
            }
        }
    };
}

catalogue! {
    /// The macro has no markup.
    EmptyMacro "empty-macro" Error "there is no markup here" "";
    /// Text without quotes. Rust's tokeniser would lose parts of it, so it must be a string.
    BareText "bare-text" Error "text must be quoted" "<Response><Say>Hello there</Say></Response>";
    /// A literal that is no string where text stands.
    TextLiteral "text-literal" Error "text is a string" "<Response><Pause/>5</Response>";
    /// A token that fits nowhere.
    StrayToken "stray-token" Error "expected {expected}, found `{found}`" r#"<Response><Say ; voice="alice">"Hello"</Say></Response>"#;
    /// `<` without a name behind it.
    MissingName "missing-name" Error "expected the name of an element" "<Response><</Response>";
    /// A tag that does not end in `>`.
    UnfinishedTag "unfinished-tag" Error "the tag `<{element}` is never finished" r#"<Response><Say voice="alice" </Response>"#;
    /// A comment or a prolog without its end.
    UnfinishedComment "unfinished-comment" Error "`{start}` is never closed by `{end}`" "<Response/><!-- to be continued";
    /// An element without a closing tag.
    UnclosedElement "unclosed-element" Error "`<{element}>` is never closed" r#"<Response><Say>"Hello"</Response>"#;
    /// A closing tag of another name than the opening one.
    MismatchedClose "mismatched-close" Error "expected `</{element}>`, found `</{found}>`" r#"<Response><Say>"Hello"</Dial></Response>"#;
    /// A closing tag without an opening one.
    StrayClose "stray-close" Error "`</{found}>` closes nothing" "<Response><Hangup/></Say></Response>";
    /// Elements inside each other without end.
    TooDeep "too-deep" Error "elements are nested more than {limit} deep" "";
    /// An attribute without a value.
    MissingValue "missing-value" Error "`{attribute}` has no value" r#"<Response><Say voice>"Hello"</Say></Response>"#;
    /// A value that is neither a literal nor in braces.
    UnquotedValue "unquoted-value" Error "the value of `{attribute}` must be quoted or in braces" r#"<Response><Say voice=alice>"Hello"</Say></Response>"#;
    /// A literal of a kind that TwiML has no use for.
    UnsupportedLiteral "unsupported-literal" Error "`{found}` is no value" r#"<Response><Pause length=b"5"/></Response>"#;
    /// Braces without an expression.
    EmptyBraces "empty-braces" Error "`{{}}` holds no expression" "<Response><Say>{}</Say></Response>";
    /// Markup where an expression is expected.
    MarkupInRust "markup-in-rust" Error "markup may not stand in an expression" r#"<Response>{vip && <Say>"Welcome back"</Say>}</Response>"#;
    /// Markup in the `else` of a `let`, which must leave the code around it.
    LetElse "let-else" Error "markup may not stand in the `else` of a `let`" "<Response>let Some(name) = name else { <Hangup/> };</Response>";
    /// `else` behind something else than an `if`.
    LooseElse "loose-else" Error "`else` belongs to no `if`" "<Response>for name in names { <Say>{name}</Say> } else { <Hangup/> }</Response>";
    /// Control flow among attributes.
    ControlInTag "control-in-tag" Error "`{keyword}` may not stand in a tag" r#"<Response><Say if loud { voice="man" }>"Hello"</Say></Response>"#;
    /// A call of a macro that stands in no braces.
    LooseMacro "loose-macro" Error "an expression stands in `{{…}}`" r#"<Response><Say>format!("Hello {name}")</Say></Response>"#;
    /// A documentation comment: Rust makes an attribute of it.
    Documentation "doc-comment" Error "a documentation comment documents nothing here" "<Response>/// the end\n<Hangup/></Response>";
    /// Text of XML that is not escaped.
    CharacterData "character-data" Error "`<![CDATA[…]]>` is XML, and text is a Rust string" "<Response><Say><![CDATA[Hello]]></Say></Response>";
    /// `<!DOCTYPE …>` and the like.
    Declaration "declaration" Error "`<!{name} …>` is XML that is not read here" "<!DOCTYPE Response><Response/>";
    /// Attributes of Rust that stand before nothing.
    LooseAttribute "loose-attribute" Error "an attribute of Rust stands before markup or a statement" "<Response><Hangup/> #[cfg(test)]</Response>";
    /// Control flow that is not complete.
    ControlFlow "control-flow" Error "`{keyword}` is not complete" "<Response>if true</Response>";

    /// An element that TwiML does not know.
    UnknownElement "unknown-element" Error "`<{element}>` is no TwiML element" r#"<Response><Sya>"Hello"</Sya></Response>"#;
    /// An element in a place where it may not stand.
    MisplacedElement "misplaced-element" Error "`<{element}>` may not stand in `<{parent}>`" r#"<Response><Gather><Dial>"+15551234567"</Dial></Gather></Response>"#;
    /// Text in an element that holds none.
    MisplacedText "misplaced-text" Error "`<{parent}>` holds no text" r#"<Response>"Hello"</Response>"#;
    /// A second document.
    SecondDocument "second-document" Error "no second document may follow" "<Response/><Response/>";
    /// Something beside the document.
    BesideDocument "beside-document" Error "nothing may stand beside `<{document}>`" r#"<Response/><Say>"Hello"</Say>"#;
    /// Verbs of voice and of messaging in one response.
    MixedDocument "mixed-document" Error "`<{element}>` belongs to {dialect} documents, and this one is for {other}" r#"<Response><Say>"Hello"</Say><Message>"Hello"</Message></Response>"#;
    /// Elements of a fragment that share no place.
    NoCommonPlace "no-common-place" Error "{element} never stands beside {other}" r#"<Say>"Hello"</Say><Number>"+15551234567"</Number>"#;
    /// More children of a name than an element takes.
    TooManyChildren "too-many-children" Error "`<{element}>` takes at most {max} `<{child}>`" r#"<Response><Dial><Application><ApplicationSid>"APX"</ApplicationSid><ApplicationSid>"APX"</ApplicationSid></Application></Dial></Response>"#;
    /// Fewer children of a name than an element needs.
    TooFewChildren "too-few-children" Error "`<{element}>` needs a `<{child}>`" "<Response><Annotate/></Response>";
    /// An attribute that the element does not have.
    UnknownAttribute "unknown-attribute" Error "`<{element}>` has no attribute `{attribute}`" r#"<Response><Say voise="alice">"Hello"</Say></Response>"#;
    /// An attribute that is written twice.
    DuplicateAttribute "duplicate-attribute" Error "`{attribute}` is given twice" r#"<Response><Say voice="alice" voice="man">"Hello"</Say></Response>"#;
    /// An attribute that must be written.
    MissingAttribute "missing-attribute" Error "`<{element}>` needs `{attribute}`" "<Response><Connect><Conversation/></Connect></Response>";
    /// A quoted name that is no name of XML.
    InvalidName "invalid-name" Error "`{name}` is no XML name" r#"<Response><"New Verb"/></Response>"#;
    /// A literal outside its type.
    InvalidValue "invalid-value" Error "`{attribute}` takes {takes}, not `{value}`" r#"<Response><Dial timeout="soon">"+15551234567"</Dial></Response>"#;
    /// An empty literal where something must stand.
    EmptyValue "empty-value" Error "`{attribute}` is empty: it takes {takes}" r#"<Response><Pause length=""/></Response>"#;
    /// A value of a list that stands there twice.
    RepeatedValue "repeated-value" Error "`{attribute}` names a value twice" r#"<Response><Gather input="dtmf dtmf"/></Response>"#;
    /// A literal that is too long.
    LongValue "long-value" Error "`{attribute}` takes {takes}" r#"<Response><Dial callReason="a reason that is much longer than the fifty characters it takes">"+15551234567"</Dial></Response>"#;
    /// A text outside its type.
    InvalidText "invalid-text" Error "`<{element}>` takes {takes}, not `{value}`" r#"<Response><Dial><Number>"Bob"</Number></Dial></Response>"#;
    /// A text that is too long.
    LongText "long-text" Error "`<{element}>` takes {takes}" r#"<Response><Enqueue>"a name of a queue that is much longer than the sixty-four characters it takes"</Enqueue></Response>"#;
    /// A literal that has evidently been pasted from XML.
    XmlEntity "xml-entity" Error "`{entity}` is XML, and this is a Rust string" r#"<Response><Say>"Tom &amp; Jerry"</Say></Response>"#;
    /// A character that XML cannot carry.
    ForbiddenCharacter "forbidden-character" Error "XML cannot carry the character {character}" r#"<Response><Say>"a\u{1}b"</Say></Response>"#;
    /// A rule between attributes, values and children.
    Rule "rule" Error "{message}" r#"<Response><Connect><Conversation serviceInstanceSid="ISX" trim="trim-silence"/></Connect></Response>"#;

    /// A rule whose breach Twilio takes, but which cannot be meant.
    Doubt "doubt" Warning "{message}" r#"<Response><Hangup/><Say>"Hello"</Say></Response>"#;
    /// Markup behind a jump, or behind a loop without an end.
    Unreached "unreached" Warning "this never runs: {before} comes before it" "<Response>loop { <Pause/> } <Hangup/></Response>";
    /// An element, an attribute or a value that is no longer current.
    Outdated "outdated" Warning "{name} is {status}" r#"<Response><Sms>"Hello"</Sms></Response>"#;
    /// A value that an open list does not have.
    UnknownWord "unknown-word" Warning "`{attribute}` takes {takes}; `{value}` is not known" r#"<Response><Say language="xx-XX">"Hello"</Say></Response>"#;
    /// A value that one of Twilio's pages allows and another does not.
    ContestedValue "contested-value" Warning "Twilio's pages disagree whether `{attribute}` takes `{value}`" r#"<Response><Gather timeout="auto"/></Response>"#;
    /// A name between braces in a string: the macro takes a string as it is.
    BracesInText "braces-in-text" Warning "`{name}` is text here: nothing is put in its place" r#"<Response><Say>"Hello {name}"</Say></Response>"#;
    /// Speech markup in a string: it would be read aloud.
    MarkupInText "markup-in-text" Warning "`{tag}` is text here: it would be read aloud" r#"<Response><Say>"Hi <break time='1s'/>"</Say></Response>"#;
    /// A value that is legal, but unusual.
    UnusualValue "unusual-value" Warning "`{value}` is unusual for `{attribute}`" r#"<Response><Dial timeout="2">"+15551234567"</Dial></Response>"#;
    /// An empty address: it means the current document.
    EmptyAddress "empty-address" Warning "an empty `{attribute}` means the current document" r#"<Response><Gather action=""/></Response>"#;
    /// An address without a scheme that looks absolute.
    RelativeAddress "relative-address" Warning "`{value}` is relative: it has no `https://`" r#"<Response><Play>"www.example.com/a.mp3"</Play></Response>"#;
    /// A SID of the right prefix and the wrong length.
    SidLength "sid-length" Warning "`{value}` does not have the length of a SID" r#"<Response><Dial><Number byoc="BY0123">"+15551234567"</Number></Dial></Response>"#;
    /// A SIP header that Twilio drops.
    SipHeader "sip-header" Warning "Twilio drops a SIP header of `{value}`" r#"<Response><Dial><Sip>"sip:a@example.com?foo=1"</Sip></Dial></Response>"#;
    /// An element that should hold text and does not.
    MissingText "missing-text" Warning "`<{element}>` should hold text" "<Response><Dial><Number/></Dial></Response>";

    /// Bytes that are no UTF-8.
    NotUtf8 "not-utf8" Error "this is not UTF-8" "" xml;
    /// More than a document can be.
    TooLarge "too-large" Error "more than {limit} bytes are not read" "" xml;
    /// A file without an element.
    NoDocument "no-document" Error "there is no document here" "<!-- to be written -->" xml;
    /// A file that begins with another element than a document does.
    WrongRoot "wrong-root" Error "a document begins with `<{document}>`, not with `<{element}>`" "<Say>Hello</Say>" xml;
    /// A document type, which could declare anything.
    DocumentType "document-type" Error "document types are not read" "<!DOCTYPE Response><Response/>" xml;
    /// `&` that begins no reference.
    BareAmpersand "bare-ampersand" Error "`&` begins a reference, and this is none" "<Response><Redirect>/next?a=1&b=2</Redirect></Response>" xml;
    /// `<` that begins no tag.
    BareBracket "bare-bracket" Error "`<` begins a tag, and this is none" "<Response><Say>1 < 2</Say></Response>" xml;
    /// A reference to what has not been declared.
    UnknownEntity "unknown-entity" Error "XML does not know `{entity}`" "<Response><Say>Caf&eacute;</Say></Response>" xml;
    /// A reference that is text: it has been escaped once too often.
    EscapedTwice "escaped-twice" Warning "`{entity}` is escaped twice: it comes out as it stands here" "<Response><Say>Tom &amp;amp; Jerry</Say></Response>" xml;
    /// A value without quotes.
    BareValue "bare-value" Error "the value of `{attribute}` must stand in quotes" "<Response><Say voice=alice>Hello</Say></Response>" xml;
    /// A value whose last quote is missing.
    UnclosedValue "unclosed-value" Error "the value of `{attribute}` is never closed" r#"<Response><Say voice="alice>Hello</Say></Response>"# xml;
    /// Anything else that XML does not take.
    NotWellFormed "not-well-formed" Error "this is no well-formed XML: {problem}" r#"<Response><Say voice="alice"language="en-US">Hello</Say></Response>"# xml;
}
