//! The notation of messages: a macro for each direction turns rows into Rust types, how they are read and written, their data
//! and their documentation.

/// The object that a message is written into.
macro_rules! base_of {
    ($self:ident) => {
        Object::new()
    };
    ($self:ident $other:ident) => {
        $self.$other.clone()
    };
}

/// What one message can do.
macro_rules! message {
    ($name:ident [$($other:ident)?]) => {
        impl $name {
            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                let mut object = base_of!(self $($other)?);
                form::Fields::write(self, &mut object);
                object.insert(Self::MESSAGE.tag_field.into(), Self::MESSAGE.tag.into());
                object
            }

            /// What is wrong with it: see [`Message::faults`](crate::socket::Message::faults).
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                Self::MESSAGE.faults(&self.to_object())
            }
        }

        written!($name |_| Some($name::MESSAGE));
    };
}

/// How one message, or one of several, is written.
macro_rules! written {
    ($name:ident $row:expr) => {
        impl $name {
            /// The message as it goes over the socket: JSON, for a text frame.
            #[must_use]
            pub fn to_json(&self) -> alloc::string::String {
                let row: fn(&Self) -> Option<&'static Message> = $row;
                Ordered { message: row(self), object: &self.to_object() }.to_json()
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let row: fn(&Self) -> Option<&'static Message> = $row;
                serde_core::Serialize::serialize(&Ordered { message: row(self), object: &self.to_object() }, serializer)
            }
        }
    };
}

/// How one of several messages is read from text; a function `from_object` gives the rest.
macro_rules! read_from_text {
    ($name:ident $error:ident $take:expr) => {
        impl $name {
            /// Reads a message: the text of one frame. [`FromStr`](core::str::FromStr) and `serde` do the same.
            #[doc = concat!("\n\n# Errors\n\nSee [`", stringify!($error), "`].")]
            pub fn from_json(text: &str) -> Result<Self, $error> {
                let take: fn(Object) -> Result<Self, $error> = $take;
                take(object::parse(text)?)
            }
        }

        impl core::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::from_json(text)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let take: fn(Object) -> Result<Self, $error> = $take;
                take(serde_core::Deserialize::deserialize(deserializer)?).map_err(serde_core::de::Error::custom)
            }
        }
    };
}

/// An example of a message, as the first statement of a documentation test.
macro_rules! example_words {
    ($tag_field:literal $tag:literal [$example:literal]) => {
        concat!("let text = r##\"", $example, "\"##;")
    };
    ($tag_field:literal $tag:literal []) => {
        concat!("let text = r##\"{\"", $tag_field, "\":\"", $tag, "\",\"its\":[\"own\",\"fields\"]}\"##;")
    };
}

/// Messages of Twilio's: a type for each, and an enum of all.
macro_rules! events {
    (
        $module:literal $tag_field:literal
        $(
            $(#[doc = $doc:literal])+
            $name:ident = $id:literal ($tag:literal, $page:literal) { $($fact:ident: $value:tt),* $(,)? } $([$example:literal])? {
                $(
                    $(#[doc = $field_doc:literal])+
                    $field:ident = $path:literal: $presence:ident $kind:ident $(($arg:tt))?
                    { $($field_fact:ident: $field_value:tt),* };
                )*
            }
        )+
    ) => {
        $(
            event! {
                [$module $tag_field $id $tag $page] { $($doc)+ } $name { $($fact: $value),* } [$($example)?]
                $( { $($field_doc)+ } $field $path $presence [$kind $(($arg))?] { $($field_fact: $field_value),* } )*
            }
        )+

        pub(super) const EVENTS: &[&Message] = &[$($name::MESSAGE),+];

        /// What Twilio says.
        ///
        /// Reading fails only on what is no JSON object. What is newer than this crate is `Unknown`; what lacks something is
        /// `Broken`. Neither may end the call: name it once in the log, and go on.
        ///
        /// A number is read with quotes and without, base64 with padding and without; what may be missing may be ill as well,
        /// and is `None` then. Whatever came is written again as it came, with all fields that this crate does not know.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Event;")]
        ///
        #[doc = concat!("let event: Event = r#\"{\"", $tag_field, "\":\"applause\",\"volume\":11}\"#.parse()?;")]
        /// assert!(matches!(event, Event::Unknown(_)));
        #[doc = concat!("assert_eq!(event.to_object()[\"volume\"], 11);")]
        /// # Ok::<(), twiml::socket::NoObject>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $( $(#[doc = $doc])+ $name($name), )+
            /// A message that this crate does not know.
            Unknown(Unknown),
            /// A message that lacks what it always has.
            Broken(Broken),
        }

        impl Event {
            /// Reads a message that is JSON already.
            #[must_use]
            pub fn from_object(object: Object) -> Self {
                match object::known(EVENTS, &object).map(|message| message.tag) {
                    $( Some($tag) => $name::MESSAGE.take(object).map_or_else(Self::Broken, Self::$name), )+
                    _ => Self::Unknown(Unknown::new($tag_field, object)),
                }
            }

            /// The row of the message; `None` for one that this crate does not know.
            #[must_use]
            pub fn message(&self) -> Option<&'static Message> {
                match self {
                    $( Self::$name(_) => Some($name::MESSAGE), )+
                    Self::Broken(broken) => Some(broken.message),
                    Self::Unknown(_) => None,
                }
            }

            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                match self {
                    $( Self::$name(message) => message.to_object(), )+
                    Self::Broken(broken) => broken.object.clone(),
                    Self::Unknown(unknown) => unknown.object.clone(),
                }
            }

            /// What cannot be read of it, also of a message that is not broken: what may be missing may be ill as well.
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                self.message().map(|message| message.faults(&self.to_object())).unwrap_or_default()
            }
        }

        read_from_text!(Event NoObject |object| Ok(Event::from_object(object)));
        written!(Event Event::message);

        $( impl From<$name> for Event {
            fn from(message: $name) -> Self {
                Self::$name(message)
            }
        } )+
    };
}

macro_rules! event {
    (
        [$module:literal $tag_field:literal $id:literal $tag:literal $page:literal] { $($doc:literal)+ }
        $name:ident { $($fact:ident: $value:tt),* } [$($example:literal)?]
        $(
            { $($field_doc:literal)+ } $field:ident $path:literal $presence:ident [$($kind:tt)+]
            { $($field_fact:ident: $field_value:tt),* }
        )*
    ) => {
        $(#[doc = $doc])+
        $(#[doc = fact_words!($fact $value)])*
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", page_of!($page), ").")]
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Event;")]
        ///
        #[doc = example_words!($tag_field $tag [$($example)?])]
        /// let event: Event = text.parse()?;
        #[doc = concat!("assert!(matches!(event, Event::", stringify!($name), "(_)));")]
        /// assert_eq!(event.to_json().parse::<Event>()?, event);
        /// # Ok::<(), twiml::socket::NoObject>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $field_doc])+
                #[doc = field_words!($path $presence [$($kind)+])]
                $(#[doc = fact_words!($field_fact $field_value)])*
                pub $field: field_type!($presence $($kind)+),
            )*
            /// What is none of the above: fields that are newer than this crate, and values that would be written in another
            /// way than they came.
            pub other: Object,
        }

        impl $name {
            /// The message as data.
            pub const MESSAGE: &'static Message = &Message {
                doc: sentence!($($doc)+),
                page: page_of!($page),
                $($fact: fact_of!($fact $value),)*
                $(example: Some($example),)?
                fields: fields! {
                    $( { $($field_doc)+ } $field $path $presence [$($kind)+] { $($field_fact: $field_value),* } )*
                },
                ..Message::new($id, [$tag_field, $tag], Side::Twilio)
            };
        }

        read_and_written! { $name { $($field $path $presence [$($kind)+])* } { other } }
        message!($name [other]);
    };
}

/// Messages to Twilio: a type for each, and an enum of all.
macro_rules! commands {
    (
        $module:literal $tag_field:literal
        $(
            $(#[doc = $doc:literal])+
            $variant:ident: $name:ident = $id:literal ($tag:literal, $page:literal)
            { $($fact:ident: $value:tt),* $(,)? } $([$example:literal])?
            $(required {
                $(
                    $(#[doc = $required_doc:literal])+
                    $required:ident = $required_path:literal: $required_kind:ident $(($required_arg:tt))?
                    { $($required_fact:ident: $required_value:tt),* };
                )+
            })?
            $(optional {
                $(
                    $(#[doc = $optional_doc:literal])+
                    $optional:ident = $optional_path:literal: $optional_kind:ident $(($optional_arg:tt))?
                    { $($optional_fact:ident: $optional_value:tt),* };
                )+
            })?
            $(raw { $other:ident })?
        )+
    ) => {
        $(
            command! {
                [$module $tag_field $id $tag $page] { $($doc)+ } $variant $name { $($fact: $value),* } [$($example)?]
                { $($(
                    { $($required_doc)+ } $required $required_path [$required_kind $(($required_arg))?]
                    { $($required_fact: $required_value),* }
                )+)? }
                { $($(
                    { $($optional_doc)+ } $optional $optional_path [$optional_kind $(($optional_arg))?]
                    { $($optional_fact: $optional_value),* }
                )+)? }
                [$($other)?]
            }
        )+

        pub(super) const COMMANDS: &[&Message] = &[$($name::MESSAGE),+];

        /// What Twilio can be told.
        ///
        /// A command has the fields that Twilio lists, and no others: one too many, a number for a text or a `null`, and Twilio
        /// drops it. Reading is as strict as Twilio is, so that a test can hold what an application sends against it.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Command;")]
        ///
        #[doc = concat!("let refused = r#\"{\"", $tag_field, "\":\"applause\"}\"#.parse::<Command>().unwrap_err();")]
        /// assert_eq!(refused.to_string(), "unknown message `applause`");
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Command {
            $( $(#[doc = $doc])+ $variant($name), )+
        }

        impl Command {
            /// Reads a message that is JSON already.
            ///
            /// # Errors
            ///
            /// Twilio would not take it.
            pub fn from_object(object: Object) -> Result<Self, Refused> {
                match object::known(COMMANDS, &object).map(|message| message.tag) {
                    $( Some($tag) => $name::MESSAGE.take(object).map(Self::$variant).map_err(Refused::Broken), )+
                    _ => Err(Refused::Unknown(Unknown::new($tag_field, object))),
                }
            }

            /// The row of the message.
            #[must_use]
            pub const fn message(&self) -> &'static Message {
                match self {
                    $( Self::$variant(_) => $name::MESSAGE, )+
                }
            }

            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                match self {
                    $( Self::$variant(message) => message.to_object(), )+
                }
            }

            /// What Twilio would refuse in it.
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                self.message().faults(&self.to_object())
            }
        }

        read_from_text!(Command Refused Command::from_object);
        written!(Command |command| Some(command.message()));

        $( impl From<$name> for Command {
            fn from(message: $name) -> Self {
                Self::$variant(message)
            }
        } )+
    };
}

macro_rules! command {
    (
        [$module:literal $tag_field:literal $id:literal $tag:literal $page:literal] { $($doc:literal)+ }
        $variant:ident $name:ident { $($fact:ident: $value:tt),* } [$($example:literal)?]
        { $(
            { $($required_doc:literal)+ } $required:ident $required_path:literal [$($required_kind:tt)+]
            { $($required_fact:ident: $required_value:tt),* }
        )* }
        { $(
            { $($optional_doc:literal)+ } $optional:ident $optional_path:literal [$($optional_kind:tt)+]
            { $($optional_fact:ident: $optional_value:tt),* }
        )* }
        [$($other:ident)?]
    ) => {
        $(#[doc = $doc])+
        $(#[doc = fact_words!($fact $value)])*
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", page_of!($page), ").")]
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Command;")]
        ///
        #[doc = example_words!($tag_field $tag [$($example)?])]
        /// let command: Command = text.parse()?;
        #[doc = concat!("assert!(matches!(command, Command::", stringify!($variant), "(_)));")]
        /// assert_eq!(command.to_json(), text);
        /// # Ok::<(), twiml::socket::Refused>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $required_doc])+
                #[doc = field_words!($required_path Always [$($required_kind)+])]
                $(#[doc = fact_words!($required_fact $required_value)])*
                pub $required: field_type!(Always $($required_kind)+),
            )*
            $(
                $(#[doc = $optional_doc])+
                #[doc = field_words!($optional_path Optional [$($optional_kind)+])]
                $(#[doc = fact_words!($optional_fact $optional_value)])*
                pub $optional: field_type!(Optional $($optional_kind)+),
            )*
            $(
                /// Its fields, as Twilio's page has them.
                pub $other: Object,
            )?
        }

        impl $name {
            /// The message as data.
            pub const MESSAGE: &'static Message = &Message {
                doc: sentence!($($doc)+),
                page: page_of!($page),
                $($fact: fact_of!($fact $value),)*
                $(example: Some($example),)?
                fields: fields! {
                    $( { $($required_doc)+ } $required $required_path Always [$($required_kind)+]
                       { $($required_fact: $required_value),* } )*
                    $( { $($optional_doc)+ } $optional $optional_path Optional [$($optional_kind)+]
                       { $($optional_fact: $optional_value),* } )*
                },
                ..Message::new($id, [$tag_field, $tag], Side::Application)
            };

            /// The message with what it must have.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a default says nothing of what it does")]
            pub fn new($($required: argument_type!($($required_kind)+),)* $($other: Object)?) -> Self {
                Self { $($required: $required.into(),)* $($optional: None,)* $($other)? }
            }

            $(
                $(#[doc = $optional_doc])+
                $(#[doc = fact_words!($optional_fact $optional_value)])*
                #[must_use]
                pub fn $optional(mut self, $optional: argument_type!($($optional_kind)+)) -> Self {
                    self.$optional = Some($optional.into());
                    self
                }
            )*
        }

        read_and_written! {
            $name {
                $($required $required_path Always [$($required_kind)+])*
                $($optional $optional_path Optional [$($optional_kind)+])*
            } { $($other)? }
        }
        message!($name [$($other)?]);
    };
}
